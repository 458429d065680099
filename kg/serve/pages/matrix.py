"""Mandates against companies or States: how many letters each pair shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from werkzeug import Request, Response

from kg.query.known import KINDS
from kg.serve.counting import LETTER, several
from kg.serve.facets import Choice
from kg.serve.occurrences import Positions
from kg.serve.pages.chosen import chips, value_name
from kg.serve.pages.frame import leaf, show
from kg.serve.site import Site

_SIZE = 12
_LEVELS = 4
_AGAINST = {
    "company": "Companies",
    "state": "States",
    "principle": "Guiding Principles",
    "issue": "Alleged abuse",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """How many letters a pair shares, how strongly that is shown, and where they are listed."""

    count: int
    level: int
    address: str


def matrix_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the matrix of mandates and one other facet."""
    del given
    against = request.args.get("against", "company")
    against = against if against in _AGAINST else "company"
    asked = Choice.of(request.args.items(multi=True))
    choice = site.facets.of_letters(asked)
    letters = site.select(choice)
    columns = leaf(request, site.facets.counts(letters).get(against, []), _SIZE)
    rows = site.facets.counts(letters).get("mandate", [])
    return show(
        request,
        "matrix.html",
        against=against,
        choices=[
            (name, title, asked.address("/matrix"), name == against) for name, title in _AGAINST.items()
        ],
        chips=chips(site, asked, "/matrix"),
        columns=[_head(site, choice, against, value, count) for value, count in columns.items],
        leaf=columns,
        rows=[
            (
                _head(site, choice, "mandate", mandate, count),
                _cells(site, choice, letters, (against, mandate), columns.items),
            )
            for mandate, count in rows
        ],
        title=_AGAINST[against],
        counted=site.occurrences.counted(letters),
        noun=several(choice.kind if choice.kind in KINDS else LETTER),
    )


def _head(site: Site, choice: Choice, facet: str, value: str, count: int) -> tuple[str, int, str]:
    return value_name(site, facet, value), count, choice.added(facet, value).address("/letters")


def _cells(
    site: Site,
    choice: Choice,
    letters: Positions,
    row: tuple[str, str],
    columns: Sequence[tuple[str, int]],
) -> list[Cell]:
    against, mandate = row
    of_mandate = site.facets.values["mandate"][mandate] & letters
    cells = []
    for value, _ in columns:
        count = len(of_mandate & site.facets.values[against][value])
        both = choice.added("mandate", mandate).added(against, value)
        cells.append(Cell(count, _level(count), both.address("/letters")))
    return cells


def _level(count: int) -> int:
    """Shade by powers of four: 1, 2–4, 5–16, more."""
    return min(_LEVELS, (count.bit_length() + 1) // 2) if count else 0
