"""DOCX: the parts of the package → the paragraphs that Word would print.

======================  =======================================================================
``package``             the archive and its XML, opened with limits
``styles``              paragraph properties, direct or inherited
``lists``               the printed marks of list items
``runs``                the text of one paragraph
``notes``               footnotes and endnotes
======================  =======================================================================

Read from the XML itself, because list numbers, footnotes, headers, footers and text boxes all count
here, and no library gives all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from kg.errors import EmptySource
from kg.model.text import FurnitureKind, Problem, Source
from kg.read.assemble import Paragraph, assemble
from kg.read.docx.lists import Lists
from kg.read.docx.notes import Notes
from kg.read.docx.package import Package
from kg.read.docx.runs import (
    PAGE_BREAK,
    NoteReference,
    ParagraphText,
    one_spaced,
    read_paragraph,
    shown_alternative,
)
from kg.read.docx.styles import Styles, is_on
from kg.read.numbering import PAGE_NUMBER
from kg.read.sniff import Kind

_TRANSPARENT = frozenset({"customXml", "ins", "moveTo", "sdt", "sdtContent"})
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_SHORT = 90  # characters of a line that does not reach the margin
_SHORT_NEXT = 130  # of the office under a name, which may take a line and a half


def read_docx(data: bytes, name: str, sha256: str) -> Source:
    """Read a Word document.

    Headers come first and footers last, whatever page they are printed on; a footnote follows the
    paragraph it belongs to; the cells of a table are read row by row, each as one paragraph.

    Raises:
        UnreadableSource: If the file is damaged or hostile.
        EmptySource: If it holds no text.
    """
    document = _Document(Package(data, name))
    text = assemble(document.paragraphs(), name)
    if not text.text:
        raise EmptySource(
            name, "has no text in it; if it holds pictures of pages, run 'ocrmypdf' on their PDF"
        )
    return Source(
        name=name,
        sha256=sha256,
        media_type=Kind.DOCX.value,
        encoding="",
        text=text.text,
        furniture=text.furniture,
        problems=document.problems(),
    )


@dataclass(frozen=True, slots=True)
class _Printed:
    """A paragraph on its way to the text, with the white space around it.

    ``text`` is empty for an empty paragraph, which is white space itself.
    """

    text: str
    kind: FurnitureKind | None = None
    before: bool = True
    after: bool = True
    item: bool = False


class _Document:
    def __init__(self, package: Package) -> None:
        self._package = package
        main = package.main()
        self._relations = package.relations(main)
        self._root = package.part(main)
        self._settings = self._related("settings")
        self._styles = Styles(self._related("styles"))
        self._lists = Lists(self._related("numbering"))
        parts = {kind: self._related(f"{kind}s") for kind in ("footnote", "endnote")}
        self._notes = Notes(parts, self._settings, self._words)

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs in the order of the text."""
        body = None if self._root is None else self._root.find("body")
        if body is None:
            return []
        running = _tightened(self._blocks(body))
        headers = [
            Paragraph(text, _page_kind(text, FurnitureKind.HEADER)) for text in self._margins("header")
        ]
        footers = [
            Paragraph(text, _page_kind(text, FurnitureKind.FOOTER)) for text in self._margins("footer")
        ]
        return [*headers, *running, *footers]

    def problems(self) -> tuple[Problem, ...]:
        """Return what a reader should know about the file."""
        if self._root is None or not any(self._root.find(f".//{change}") is not None for change in _CHANGES):
            return ()
        message = "the document has tracked changes; insertions were read, deletions left out"
        return (Problem("tracked-changes", message),)

    def _related(self, kind: str) -> Element | None:
        path = next((to.path for to in self._relations.values() if to.kind == kind), "")
        return self._package.part(path)

    def _margins(self, kind: str) -> list[str]:
        """Return the texts of all headers or footers that pages show, each once, in order."""
        even = self._settings is not None and is_on(self._settings.find("evenAndOddHeaders"))
        texts: dict[str, None] = {}
        for section in [] if self._root is None else self._root.iter("sectPr"):
            shown = {"first": is_on(section.find("titlePg")), "default": True, "even": even}
            references = {
                element.get("type", "default"): element for element in section.findall(f"{kind}Reference")
            }
            for page, is_shown in shown.items():
                relation = self._relations.get(references[page].get("id", "")) if page in references else None
                root = self._package.part(relation.path) if relation and is_shown else None
                if root is not None and (text := self._words(root)):
                    texts.setdefault(text)
        return list(texts)

    def _words(self, element: Element) -> str:
        """Return the paragraphs inside an element as lines."""
        return "\n".join(printed.text for printed in self._blocks(element) if printed.text)

    def _blocks(self, element: Element) -> Iterator[_Printed]:
        """Yield what an element that holds paragraphs and tables prints."""
        for child in element:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag in _TRANSPARENT:
                yield from self._blocks(child)
            elif child.tag == "AlternateContent":
                shown = shown_alternative(child)
                yield from () if shown is None else self._blocks(shown)

    def _table(self, table: Element) -> Iterator[_Printed]:
        for row in _inner(table, "tr"):
            cells = list(_inner(row, "tc"))
            for cell in cells:
                printed = list(self._blocks(cell))
                yield _Printed("")
                yield from _close_up(printed) if len(cells) > 1 else printed
        yield _Printed("")

    def _paragraph(self, element: Element) -> Iterator[_Printed]:
        properties = element.find("pPr")
        content = read_paragraph(element)
        text, notes = self._text(content)
        place = self._styles.list_place(properties)
        mark = self._lists.mark(place) if place is not None and text.strip() else ""
        before, after = (self._styles.space(properties, side) for side in ("before", "after"))
        for page in text.split(PAGE_BREAK):
            words = one_spaced(page)
            yield _Printed(f"{mark} {words}" if mark and words else words, None, before, after, bool(mark))
            mark = ""
        for note in notes:
            yield _Printed(one_spaced(note), FurnitureKind.FOOTNOTE)
        for box in content.boxes:
            yield _Printed("")
            yield from self._blocks(box)
            yield _Printed("")

    def _text(self, content: ParagraphText) -> tuple[str, list[str]]:
        pieces, notes = [], []
        for piece in content.pieces:
            if isinstance(piece, NoteReference):
                mark, note = self._notes.take(piece)
                pieces.append(mark)
                notes += [note] if note else []
            else:
                pieces.append(piece)
        return "".join(pieces), notes


def _inner(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _inner(child, tag)


def _close_up(printed: Iterable[_Printed]) -> Iterator[_Printed]:
    """Beside other cells, the paragraphs of a cell are the lines of one block."""
    return (replace(one, before=False, after=False) for one in printed)


def _tightened(printed: Iterable[_Printed]) -> Iterator[Paragraph]:
    """Drop empty paragraphs; those that stand on consecutive lines, like an address, are one block."""
    last: _Printed | None = None
    for one in printed:
        if not one.text:
            last = None
            continue
        yield Paragraph(one.text, one.kind, tight=last is not None and _are_lines(last, one))
        last = one


def _are_lines(last: _Printed, one: _Printed) -> bool:
    spaced = last.after or one.before or last.kind is not None or one.kind is not None
    return not spaced and not one.item and len(last.text) < _SHORT and len(one.text) < _SHORT_NEXT


def _page_kind(text: str, kind: FurnitureKind) -> FurnitureKind:
    return FurnitureKind.PAGE_NUMBER if PAGE_NUMBER.fullmatch(text) else kind
