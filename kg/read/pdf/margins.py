"""What stands around the running text of a page: headers, footers, page numbers, footnotes.

Page numbers are recognised by counting with the pages, headers and footers by coming back at the same
place, the addressee at the foot of the first page by standing below the running text of full pages or
by cutting a sentence in two, footnotes by their mark and their smaller print.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.model.text import FurnitureKind
from kg.read.numbering import PAGE_NUMBER
from kg.read.pdf.lines import Line

_EDGE = 0.12  # of the page's height: where page numbers stand
_MARGIN = 0.16  # where headers and footers stand
_FOOT = 0.2  # where a footer that comes only once may begin
_DEEP = 0.062  # no running text stands so near the lower edge
_GRID = 6.0  # points; lines of one cell of it stand at one place
_SET_APART = 1.35  # times the usual line distance, above a footer or notes
_SET_OFF = 1.06  # the same, where the footer cuts a sentence in two
_BELOW = 1.2  # heights between the lowest line of full pages and a footer
_MAX_FOOTER_LINES = 7
_MAX_HEADER_LINES = 3
_FOOTER_WIDTH = 0.8  # of the running text
_NOTE_SIZE = 0.96  # of the running text
_NOTES_BELOW = 0.75  # of the page's height
_NOTE_MARK = re.compile(r"([0-9]{1,3}|\*{1,3}|[†‡])\s?(?=\S)")
_GLUED_MARK = re.compile(r"(?<=[^\W0-9_]|[.,;:)”’»])([0-9]{1,2})(?=\s|$)")  # a raised one, recognised flat
_STOPS = (".", ":", ";", "?", "!", "”", "»", ")")


@dataclass(slots=True)
class PageLines:
    """The lines of one page, from top to bottom, and what each of them is.

    Attributes:
        bottom: Lower edge of the page.
        top: Upper edge of the page.
        lines: The lines.
        turned: What is printed across the direction of reading.
        kinds: For each line its kind, or None for running text.
        opens: For each line whether a footnote begins with it.
    """

    bottom: float
    top: float
    lines: list[Line]
    turned: str = ""
    kinds: list[FurnitureKind | None] = field(init=False)
    opens: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = [None] * len(self.lines)
        self.opens = [False] * len(self.lines)

    def level(self, line: Line) -> float:
        """Return the height of a line on the page, from 0 at the bottom to 1 at the top."""
        return (line.base - self.bottom) / ((self.top - self.bottom) or 1)

    def running(self) -> list[int]:
        """Return the indices of the lines of running text."""
        return [index for index, kind in enumerate(self.kinds) if kind is None]


def classify(pages: Sequence[PageLines], usual: float) -> None:
    """Fill in ``kinds`` and ``opens`` of all pages of a document.

    Args:
        pages: All pages.
        usual: The usual distance of lines in it, in heights.
    """
    _find_page_numbers(pages)
    _find_repeated(pages)
    _find_notes(pages, usual * _SET_APART)
    _find_footers(pages, usual)
    _find_headers(pages, usual * _SET_APART)


def _find_page_numbers(pages: Sequence[PageLines]) -> None:
    found: list[tuple[int, int, int]] = []  # page, line, how much the number is ahead of the page
    for number, page in enumerate(pages, 1):
        for index in _near_edges(page, _EDGE):
            match = PAGE_NUMBER.fullmatch(page.lines[index].text)
            if match:
                found.append((number, index, int(match[1]) - number))
    shifts = Counter(shift for _, _, shift in found)
    for number, index, shift in found:
        if shifts[shift] > 1 or shift == 0:
            pages[number - 1].kinds[index] = FurnitureKind.PAGE_NUMBER


def _near_edges(page: PageLines, share: float) -> Iterator[int]:
    for index in page.running():
        if not share < page.level(page.lines[index]) < 1 - share:
            yield index


def _find_repeated(pages: Sequence[PageLines]) -> None:
    places: dict[tuple[str, int, int], set[int]] = defaultdict(set)  # text and place → pages
    for number, page in enumerate(pages):
        for index in _near_edges(page, _MARGIN):
            for place in _places(page.lines[index]):
                places[place].add(number)
    for page in pages:
        for index in list(_near_edges(page, _MARGIN)):
            line = page.lines[index]
            if any(len(places[place]) > 1 for place in _places(line)):
                page.kinds[index] = FurnitureKind.HEADER if page.level(line) > 1 / 2 else FurnitureKind.FOOTER


def _places(line: Line) -> Iterator[tuple[str, int, int]]:
    """Yield the text of a line, whatever its numbers, with its place in two overlapping grids."""
    text = re.sub(r"[0-9]+", "0", line.text).casefold()
    for shift in (0, _GRID / 2):
        yield text, int((line.base + shift) // _GRID), int((line.left + shift) // (2 * _GRID))


def _find_notes(pages: Sequence[PageLines], apart: float) -> None:
    size = _running_size(pages)
    open_note = False
    for page in pages:
        running = page.running()
        start = _notes_start(page, running, size, apart if open_note else math.inf)
        notes = running[start:]
        for index in notes:
            page.kinds[index] = FurnitureKind.FOOTNOTE
            page.opens[index] = _note_mark(page.lines[index]) != "" or index == notes[0]
        open_note = bool(notes)
    for page in pages:
        _confirm_openings(page)


def _running_size(pages: Sequence[PageLines]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.height] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def _notes_start(page: PageLines, running: list[int], size: float, apart: float) -> int:
    """Return the position in ``running`` at which the footnotes of the page begin.

    ``apart`` is the space above the rest of a note from the page before; infinite if there is none.
    """
    lines = [page.lines[index] for index in running]
    marks = {mark for line in lines for mark in (*line.marks(), *_GLUED_MARK.findall(line.text))}
    small = _NOTE_SIZE * min(size, max((line.height for line in lines), default=size))
    tail = next((i + 1 for i in range(len(lines) - 1, -1, -1) if lines[i].height > small), 0)
    rest = 0 < tail < len(lines) and _distance(lines, tail) > apart
    for position, line in enumerate(lines):
        is_note = line.opens_raised or (position >= tail and _note_mark(line) in marks)
        if is_note and page.level(line) <= _NOTES_BELOW:
            return tail if rest and tail < position else position
    return tail if rest else len(lines)


def _distance(lines: Sequence[Line], position: int) -> float:
    """Return the distance to the line above, in heights."""
    return (lines[position - 1].base - lines[position].base) / (lines[position].height or 1)


def _note_mark(line: Line) -> str:
    if line.opens_raised:
        return line.pieces[0].text
    match = _NOTE_MARK.match(line.text)
    return match[1] if match else ""


def _confirm_openings(page: PageLines) -> None:
    """Where marks are raised, or count on, an unraised number that begins a line is part of a note."""
    last = 0
    for index, opens in enumerate(page.opens):
        mark = _note_mark(page.lines[index]) if opens else ""
        if not mark.isdecimal() or page.lines[index].opens_raised:
            last = int(mark) if mark.isdecimal() else last
        elif last and int(mark) != last + 1:
            page.opens[index] = False
        else:
            last = int(mark)


def _find_footers(pages: Sequence[PageLines], usual: float) -> None:
    lowest = [_lowest_running(page) for page in pages]
    for number, page in enumerate(pages):
        others = [base for other, base in enumerate(lowest) if other != number and base is not None]
        following = pages[number + 1] if number + 1 < len(pages) else None
        running = page.running()
        start = _last_block(page, running, usual * _SET_APART)
        if start is None or not _is_below(page, page.lines[running[-1]], others):
            start = _last_block(page, running, usual * _SET_OFF)
            if start is None or not _interrupts(page, running[start - 1], following):
                continue
        for index in running[start:]:
            page.kinds[index] = FurnitureKind.FOOTER


def _is_below(page: PageLines, last: Line, others: Sequence[float]) -> bool:
    """Whether a line stands lower than the running text of all full pages."""
    return last.base < min(others) - _BELOW * last.height if others else page.level(last) < _DEEP


def _lowest_running(page: PageLines) -> float | None:
    """Return the lowest baseline of a page that is full of running text."""
    lines = [
        page.lines[index] for index, kind in enumerate(page.kinds) if kind in {None, FurnitureKind.FOOTNOTE}
    ]
    return lines[-1].base if lines and page.level(lines[-1]) < _MARGIN else None


def _last_block(page: PageLines, running: Sequence[int], apart: float) -> int | None:
    """Return where the short lines set apart at the foot of the page begin, as a position in ``running``."""
    lines = [page.lines[index] for index in running]
    start = next((i for i in range(len(lines) - 1, 0, -1) if _distance(lines, i) > apart), 0)
    block = lines[start:]
    if not start or len(block) > _MAX_FOOTER_LINES or page.level(block[0]) > _FOOT:
        return None
    width = max(line.right for line in lines) - min(line.left for line in lines)
    if any(line.right - line.left > _FOOTER_WIDTH * width for line in block) or block[-1].text.endswith(":"):
        return None
    return start


def _interrupts(page: PageLines, last: int, following: PageLines | None) -> bool:
    """Whether the running text above is unfinished and continues on the next page in lower case."""
    if following is None or page.lines[last].text.endswith(_STOPS):
        return False
    first = next((following.lines[index].text for index in following.running()), "")
    return first[:1].islower()


def _find_headers(pages: Sequence[PageLines], apart: float) -> None:
    """Find lines on top of a page that cut a sentence of the page before in two."""
    for page, following in pairwise(pages):
        last, running = page.running()[-1:], following.running()
        lines = [following.lines[index] for index in running]
        end = next((i for i in range(1, len(lines)) if _distance(lines, i) > apart), 0)
        if not last or not end or end > _MAX_HEADER_LINES or following.level(lines[0]) < 1 - _MARGIN:
            continue
        if not page.lines[last[0]].text.endswith(_STOPS) and lines[end].text[:1].islower():
            for index in running[:end]:
                following.kinds[index] = FurnitureKind.HEADER
