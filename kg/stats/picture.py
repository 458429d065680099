"""Mandates × recipients as one SVG: how many letters went from whom to whom, groups side by side.

A matrix and no drawing of nodes and lines: it can be read off, it is the same every time, and nothing in it
looks like a link between two companies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from kg.stats.measures import Measured, Measures

_MOST_ROWS: Final = 40
_MOST_COLUMNS: Final = 60
_CELL: Final = 22
_LEFT: Final = 420
_TOP: Final = 300
_RIGHT: Final = 190
_LABEL: Final = 58
_MANDATE: Final = "Mandate"
_GROUPS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STYLE: Final = (
    "text{font:12px sans-serif;fill:#222}.t{font-size:16px;font-weight:bold}.n{text-anchor:middle;fill:#fff}"
    ".e{text-anchor:end}.b{fill:#fff}.g{fill:#f3f3f3}"
)


def picture(measures: Measures) -> str:
    """Return the matrix as an SVG document that needs nothing else."""
    rows, columns = _shown(measures)
    width = _LEFT + _CELL * max(len(columns), 12) + _RIGHT
    height = _TOP + _CELL * len(rows) + 70
    left_out = len(measures.things) - len(rows) - len(columns)
    body = "".join(
        [
            f'<rect class="b" width="{width}" height="{height}"/>',
            _text(20, 30, "Letters from mandates (rows) to recipients (columns)", "t"),
            *_rows(rows),
            *_columns(columns),
            *_cells(measures, rows, columns),
            *_foot(height, left_out),
        ]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="Letters from mandates to recipients">'
        f"<style>{_STYLE}</style>{body}</svg>\n"
    )


def _shown(measures: Measures) -> tuple[list[Measured], list[Measured]]:
    """Return mandates and recipients with most letters, group by group."""
    mandates = [each for each in measures.things if each.kind == _MANDATE][:_MOST_ROWS]
    others = [each for each in measures.things if each.kind != _MANDATE][:_MOST_COLUMNS]
    return sorted(mandates, key=_place), sorted(others, key=_place)


def _place(each: Measured) -> tuple[int, int, str, str]:
    return each.community, -each.letters, each.label, each.iri


def _rows(rows: Sequence[Measured]) -> Iterator[str]:
    for number, row in enumerate(rows):
        y = _TOP + _CELL * number
        yield _swatch(_LEFT - 12, y + 4, row.community)
        yield _text(_LEFT - 18, y + 16, f"{row.label} ({row.letters})", "e")


def _columns(columns: Sequence[Measured]) -> Iterator[str]:
    for number, column in enumerate(columns):
        x = _LEFT + _CELL * number
        label = _clipped(f"{column.label} ({column.letters})", _LABEL - 18)
        yield _swatch(x + 6, _TOP - 14, column.community)
        yield f'<g transform="translate({x + 15} {_TOP - 20}) rotate(-60)"><text>{label}</text></g>'


def _cells(measures: Measures, rows: Sequence[Measured], columns: Sequence[Measured]) -> Iterator[str]:
    most = max(measures.links.values(), default=1)
    for down, row in enumerate(rows):
        for across, column in enumerate(columns):
            letters = measures.links.get((row.iri, column.iri), 0)
            x, y = _LEFT + _CELL * across, _TOP + _CELL * down
            if not letters:
                yield f'<rect class="g" x="{x}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}"/>'
                continue
            shade = 45 - round(25 * letters / most)
            title = escape(_NOT_XML.sub("\ufffd", f"{row.label} → {column.label}: {letters}"))
            size = f'x="{x}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}"'
            yield f'<rect {size} fill="hsl(210 60% {shade}%)"><title>{title}</title></rect>'
            yield _text(x + _CELL // 2 - 1, y + 15, str(letters), "n")


def _foot(height: int, left_out: int) -> Iterator[str]:
    note = (
        "Numbers are letters; marks of one colour are a group. To be written to is not to have done anything."
    )
    yield _text(20, height - 32, note)
    if left_out:
        yield _text(20, height - 14, f"{left_out} mandates and recipients with fewer letters are left out.")


def _swatch(x: int, y: int, community: int) -> str:
    colour = _GROUPS[min(community, len(_GROUPS)) - 1]
    return f'<rect x="{x}" y="{y}" width="9" height="12" fill="{colour}"/>'


def _text(x: int, y: int, text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{attribute}>{_clipped(text, 130 if kind != "e" else _LABEL)}</text>'


def _clipped(text: str, most: int) -> str:
    """Return text for the picture: on one line, no longer than the room it has, never markup."""
    plain = " ".join(_NOT_XML.sub("\ufffd", text).split())
    return escape(plain if len(plain) <= most else f"{plain[: most - 1]}…")
