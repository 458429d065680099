"""Lines of one column → paragraphs, by white space, indents, list marks and sizes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.read.numbering import LIST_MARK
from kg.read.pdf.lines import Line

_GAP = 1.18  # times the usual line distance
_USUAL_RATIO = 1.05  # of line distance to height, when a document does not tell
_MAX_RATIO = 2.6  # a larger distance is never inside a paragraph
_SAME_RATIO = 0.03
_OWN_RATIO_LINES = 3  # a page spaced in its own way shows it at least so often
_OWN_RATIO_SHARE = 0.2
_FULL = 0.85  # of the width
_SAME_SIZE = 0.08
_INDENT = 0.7  # heights
_HANGING = 0.25  # heights
_CENTRED = 2.0  # points between the middles of two centred lines
_SPACE = 0.3  # heights
_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)]\s")
_STOPS = ".:;?!"
_AFTER_STOP = "”\"’'»)]⁰¹²³⁴⁵⁶⁷⁸⁹"


class Spacing:
    """How far apart lines usually stand, as ratios of line distance to height.

    Attributes:
        usual: The ratio of the document.
    """

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        counted = Counter(ratio for lines in pages for ratio in _full_ratios(lines))
        self.usual = (
            max(counted.items(), key=lambda item: (item[1], -item[0]))[0] if counted else _USUAL_RATIO
        )

    def separates(self, lines: Sequence[Line]) -> Separator:
        """Return the judgement whether two lines of this page stand in different paragraphs."""
        counted = Counter(_full_ratios(lines))
        least = max(_OWN_RATIO_LINES, _OWN_RATIO_SHARE * counted.total())
        own = tuple(ratio for ratio, count in counted.items() if count >= least)
        return Separator(self.usual, own, _full_edge(lines))


class Separator:
    """Whether the white space between two lines is larger than that of running text."""

    def __init__(self, usual: float, own: tuple[float, ...], full_edge: float) -> None:
        self._usual, self._own, self._full_edge = usual, own, full_edge

    def __call__(self, upper: Line, lower: Line) -> bool:
        """Judge two consecutive lines of one column."""
        ratio = _ratio(upper, lower)
        if upper.right >= self._full_edge and any(abs(ratio - own) <= _SAME_RATIO for own in self._own):
            return False
        return ratio > self._usual * _GAP


def paragraphs_of(run: Sequence[Line], separates: Separator) -> Iterator[list[Line]]:
    """Split the lines of one column into paragraphs."""
    for block in _blocks(run, separates):
        edge = max(line.right for line in block)
        paragraph = [block[0]]
        for index in range(1, len(block)):
            if _begins(block, index, paragraph, edge):
                yield paragraph
                paragraph = []
            paragraph.append(block[index])
        yield paragraph


def _blocks(run: Sequence[Line], separates: Separator) -> Iterator[list[Line]]:
    """Split where white space or the size of print says so."""
    block = [run[0]]
    for upper, lower in pairwise(run):
        resized = abs(upper.height - lower.height) > _SAME_SIZE * max(upper.height, lower.height)
        if resized or separates(upper, lower):
            yield block
            block = []
        block.append(lower)
    yield block


def _begins(block: Sequence[Line], index: int, paragraph: Sequence[Line], edge: float) -> bool:
    """Whether the line at ``index`` begins a paragraph although no white space precedes it."""
    before, line = block[index - 1], block[index]
    after = block[index + 1] if index + 1 < len(block) else None
    ended = _ends_early(before, line, edge)
    return (
        _begins_item(before, line, paragraph, ended=ended)
        or _is_indented(before, line, after, ended=ended)
        or _is_outdented(line, paragraph)
        or (ended and _closes(before.text) and _is_running(paragraph, line, edge))
    )


def _ends_early(line: Line, following: Line, edge: float) -> bool:
    """Whether the first word of the following line would still have fitted."""
    word = following.pieces[0]
    return edge - line.right > word.right - word.left + _SPACE * line.height


def _begins_item(before: Line, line: Line, paragraph: Sequence[Line], *, ended: bool) -> bool:
    if not LIST_MARK.match(line.text):
        return False
    last, number = _NUMBER.match(paragraph[0].text), _NUMBER.match(line.text)
    counts_on = last is not None and number is not None and int(number[1]) == int(last[1]) + 1
    return ended or counts_on or before.left - line.left > _HANGING * line.height


def _is_indented(before: Line, line: Line, after: Line | None, *, ended: bool) -> bool:
    """Whether the line begins further right than its neighbours, as first lines do."""
    if _are_centred(before, line):
        return False
    indent = _INDENT * line.height
    from_before = line.left - before.left > indent
    from_after = after is not None and line.left - after.left > indent and not _are_centred(line, after)
    if from_after:
        return from_before or ended or _closes(before.text)
    return from_before and ended and after is None


def _is_outdented(line: Line, paragraph: Sequence[Line]) -> bool:
    """Whether the line returns to where a hanging paragraph began."""
    first, last = paragraph[0], paragraph[-1]
    hanging = len(paragraph) > 1 and last.left - first.left > _INDENT * line.height
    return hanging and abs(line.left - first.left) <= _HANGING * line.height and not _are_centred(last, line)


def _are_centred(line: Line, other: Line) -> bool:
    return abs(line.middle - other.middle) <= _CENTRED and abs(line.left - other.left) > _CENTRED


def _closes(text: str) -> bool:
    return text.rstrip(_AFTER_STOP).endswith(tuple(_STOPS))


def _is_running(paragraph: Sequence[Line], following: Line, edge: float) -> bool:
    """Whether this is running text, not the lines of an address or a signature."""
    return len(paragraph) > 1 or following.right - following.left >= _FULL * (edge - following.left)


def _full_edge(lines: Sequence[Line]) -> float:
    if not lines:
        return 0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return left + _FULL * (right - left)


def _full_ratios(lines: Sequence[Line]) -> Iterator[float]:
    """Yield the distances behind lines that reach the margin, which are mostly inside paragraphs."""
    edge = _full_edge(lines)
    for upper, lower in pairwise(lines):
        ratio = _ratio(upper, lower)
        if upper.right >= edge and upper.height == lower.height and 0 < ratio <= _MAX_RATIO:
            yield round(ratio, 2)


def _ratio(upper: Line, lower: Line) -> float:
    return (upper.base - lower.base) / max(upper.height, lower.height)
