"""PDF: characters with their places → lines → paragraphs, page by page.

======================  =======================================================================
``pieces``              words with their place on the page, as pdfium sees them
``lines``               printed lines, by baseline
``margins``             page numbers, headers, footers and footnotes among the lines
``columns``             lines side by side, in reading order
``paragraphs``          lines of one column → paragraphs
``hyphens``             words divided at line ends, made whole
======================  =======================================================================

pdfium must not be used by two threads at once; spread files over processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from kg.errors import EmptySource, UnreadableSource
from kg.model.text import FurnitureKind, Problem, Source
from kg.read.assemble import Paragraph, assemble
from kg.read.limits import MAX_CHARACTERS, MAX_PAGE_CHARACTERS, MAX_PAGES
from kg.read.pdf.columns import runs_in_reading_order
from kg.read.pdf.hyphens import Vocabulary, joined
from kg.read.pdf.lines import Line, levelled, lines_of
from kg.read.pdf.margins import PageLines, classify
from kg.read.pdf.paragraphs import Spacing, paragraphs_of
from kg.read.pdf.pieces import Pieces, pieces_of
from kg.read.sniff import Kind

_SCAN = "is a scan without text; run 'ocrmypdf' on it and read the result"

_AT_HEAD = frozenset({FurnitureKind.HEADER, FurnitureKind.PAGE_NUMBER})
_AT_FOOT = frozenset({FurnitureKind.FOOTNOTE, FurnitureKind.FOOTER, FurnitureKind.PAGE_NUMBER})


def read_pdf(data: bytes, name: str, sha256: str) -> Source:
    """Read a PDF.

    The canonical text is what is printed: lines joined by line feeds, paragraphs and pages separated by
    a blank line, words divided at line ends made whole; the furniture of each page stands at its place,
    footnotes and footers after the running text of their page.

    Raises:
        UnreadableSource: If the file is damaged, needs a password, or is far too large for a letter.
        EmptySource: If it holds no text, as a scan does.
    """
    pages = _pages(data, name)
    if not any(page.lines for page in pages):
        raise EmptySource(name, _SCAN)
    _level(pages)
    spacing = Spacing(page.lines for page in pages)
    classify(pages, spacing.usual)
    printed = [list(_paragraphs(page, spacing)) for page in pages]
    vocabulary = Vocabulary(lines for page in printed for _, lines in page)
    paragraphs = [Paragraph(joined(lines, vocabulary), kind) for page in printed for kind, lines in page]
    text = assemble(paragraphs, name)
    return Source(
        name=name,
        sha256=sha256,
        media_type=Kind.PDF.value,
        encoding="",
        text=text.text,
        pages=_page_starts([len(page) for page in printed], (*text.starts, len(text.text))),
        furniture=text.furniture,
        problems=_problems(pages),
    )


def _pages(data: bytes, name: str) -> list[PageLines]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(name, _why_closed()) from error
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableSource(name, f"has more than {MAX_PAGES} pages, too many for a letter; split it")
        return list(_read_pages(document, name))
    finally:
        document.close()


def _why_closed() -> str:
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
        return "is locked with a password; save it without one"
    return "is a damaged PDF; get the file again"


def _read_pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[PageLines]:
    left = MAX_CHARACTERS
    for index in range(len(document)):
        try:
            with closing(document[index]) as page:
                pieces = pieces_of(page, min(MAX_PAGE_CHARACTERS, left))
        except pypdfium2.PdfiumError:  # reported with the pages that have no text
            pieces = Pieces([], [], 0, 0)
        if pieces is None:
            raise UnreadableSource(name, f"holds more text on page {index + 1} than any letter; split it")
        left -= sum(len(piece.text) for piece in pieces.upright)
        yield PageLines(pieces.bottom, pieces.top, lines_of(pieces.upright), " ".join(pieces.turned))


def _level(pages: list[PageLines]) -> None:
    for page, lines in zip(pages, levelled([page.lines for page in pages]), strict=True):
        page.lines = lines


def _paragraphs(page: PageLines, spacing: Spacing) -> Iterator[tuple[FurnitureKind | None, list[str]]]:
    """Yield the paragraphs of a page as lines: headers, running text, footnotes, footers."""
    running = [page.lines[index] for index in page.running()]
    yield from _furniture(page, _AT_HEAD, upper=True)
    separates = spacing.separates(running)
    for run in runs_in_reading_order(running, separates):
        for paragraph in paragraphs_of(run, separates):
            yield None, [line.text for line in paragraph]
    yield from _furniture(page, _AT_FOOT, upper=False)
    if page.turned:
        yield FurnitureKind.FOOTER, [page.turned]


def _furniture(
    page: PageLines, kinds: frozenset[FurnitureKind], *, upper: bool
) -> Iterator[tuple[FurnitureKind | None, list[str]]]:
    group: list[str] = []
    before: FurnitureKind | None = None
    for index, kind in enumerate(page.kinds):
        line: Line = page.lines[index]
        if kind not in kinds or (page.level(line) > 1 / 2) != upper:
            continue
        if group and (kind is not before or page.opens[index]):
            yield before, group
            group = []
        group.append(line.text)
        before = kind
    if group:
        yield before, group


def _page_starts(counts: list[int], starts: tuple[int, ...]) -> tuple[int, ...]:
    """Return the offset of each page: that of its first paragraph, or of the next page's if it is empty."""
    pages, paragraph = [], 0
    for count in counts:
        pages.append(starts[paragraph])
        paragraph += count
    return (0, *pages[1:])


def _problems(pages: list[PageLines]) -> tuple[Problem, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.lines]
    if not empty:
        return ()
    message = f"no text on page {', '.join(empty)}; if it is a scan, run 'ocrmypdf' on the file and read that"
    return (Problem("page-without-text", message),)
