"""Lines side by side, such as signatures in two columns, → runs of lines in reading order.

A column is a white river through neighbouring lines. Rows of blocks that begin on one line are read row
by row; where no white stretch crosses all columns, each column is read to its end.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

from kg.read.pdf.lines import Line

_WIDE = 1.8  # heights; a gap that shows a column
_NARROW = 0.65  # heights; the least width of a river that other lines have shown
_APART = 3.5  # heights; further down, a line has nothing to do with the columns
_MIN_ROWS = 2
_MAX_NESTING = 6
# What stands left of a gap without being a column: a list mark, a footnote mark, the label of a form.
_LABEL = re.compile(r"(?:\(?[0-9a-zA-Z]{1,4}[.)]|[0-9⁰¹²³⁴-⁹]{1,3}|[^\w\s]|.{1,40}:)")

Separates = Callable[[Line, Line], bool]


def runs_in_reading_order(
    lines: Sequence[Line], separates: Separates, nesting: int = 0
) -> Iterator[list[Line]]:
    """Yield runs of lines, each within one column.

    Args:
        lines: From top to bottom.
        separates: Whether the white space between two lines is larger than that of running text.
        nesting: How many columns these lines are already inside of.
    """
    run: list[Line] = []
    index = 0
    while index < len(lines):
        end, river = _group_at(lines, index) if nesting < _MAX_NESTING else (len(lines), None)
        if river is None:
            run += lines[index:end]
        else:
            if run:
                yield run
            run = []
            yield from _columns(lines[index:end], river, separates, nesting)
        index = end
    if run:
        yield run


def _group_at(lines: Sequence[Line], start: int) -> tuple[int, float | None]:
    """Return where the lines sharing the widest gap of the first one end, and its middle if it is a river."""
    gaps = lines[start].gaps(_NARROW * lines[start].height)
    if not gaps:
        return start + 1, None
    left, right = max(gaps, key=lambda gap: gap[1] - gap[0])
    widest, rows, end = 0.0, [], start
    for line in lines[start:]:
        gap = _gap_over(line, left, right)
        if gap is None or (end > start and lines[end - 1].base - line.base > _APART * line.height):
            break
        left, right = max(left, gap[0]), min(right, gap[1])
        if not math.isinf(gap[0]) and not math.isinf(gap[1]):
            rows.append(line)
            widest = max(widest, (gap[1] - gap[0]) / line.height)
        end += 1
    river = (left + right) / 2
    is_river = len(rows) >= _MIN_ROWS and widest >= _WIDE and not _are_labelled(rows, river)
    return end, river if is_river else None


def _gap_over(line: Line, left: float, right: float) -> tuple[float, float] | None:
    """Return the white stretch of a line that leaves enough of the river, to infinity outside the line."""
    least = _NARROW * line.height
    sides = [(-math.inf, line.left), *line.gaps(least), (line.right, math.inf)]
    return next((gap for gap in sides if min(gap[1], right) - max(gap[0], left) >= least), None)


def _are_labelled(rows: Sequence[Line], river: float) -> bool:
    """Whether one side holds nothing but list marks, labels or numbers."""
    lefts = [part.text for row in rows if (part := row.between(-math.inf, river))]
    rights = [part.text for row in rows if (part := row.between(river, math.inf))]
    return all(map(_LABEL.fullmatch, lefts)) or all(text.strip(".").isdecimal() for text in rights)


def _columns(lines: Sequence[Line], river: float, separates: Separates, nesting: int) -> Iterator[list[Line]]:
    for row in _rows(lines, separates):
        for left, right in ((-math.inf, river), (river, math.inf)):
            column = [part for line in row if (part := line.between(left, right))]
            if column:
                yield from runs_in_reading_order(column, separates, nesting + 1)


def _rows(lines: Sequence[Line], separates: Separates) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and separates(row[-1], line):
            yield row
            row = []
        row.append(line)
    yield row
