"""Letters by month: a picture, and the same as a table whose counts lead to the letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkzeug import Request, Response

from kg.query.known import KINDS
from kg.serve.counting import LETTER, several
from kg.serve.facets import KIND, Choice
from kg.serve.occurrences import LetterCard, Positions
from kg.serve.pages.chosen import chips
from kg.serve.pages.frame import show
from kg.serve.site import Site

_HEIGHT = 150
_WIDTH = 1200
_MONTHS = 12
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the picture: where it stands, and what it counts."""

    x: float
    y: float
    width: float
    height: float
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The picture of a count by month.

    Attributes:
        columns: One for each month with letters.
        years: Where the name of each year stands.
        most: The highest count.
        width: Of the picture.
        height: Of the picture, without the line of the years.
    """

    columns: tuple[Column, ...]
    years: tuple[tuple[float, str], ...]
    most: int
    width: int = _WIDTH
    height: int = _HEIGHT


def columns(months: Mapping[str, int]) -> Columns | None:
    """Return the picture of letters by month, or None when no letter has a month."""
    if not months:
        return None
    years = range(int(min(months)[:4]), int(max(months)[:4]) + 1)
    step = _WIDTH / (len(years) * _MONTHS)
    most = max(months.values())
    drawn = []
    for name, count in sorted(months.items()):
        at = (int(name[:4]) - years[0]) * _MONTHS + int(name[5:7]) - 1
        height = round(count / most * (_HEIGHT - 20), 2)
        drawn.append(
            Column(
                round(at * step, 2),
                round(_HEIGHT - height, 2),
                round(min(step * 0.8, 40), 2),
                height,
                name,
                count,
            )
        )
    every = -(-len(years) // 16)
    names = tuple(
        (round(place * _MONTHS * step, 2), str(year))
        for place, year in enumerate(years)
        if place % every == 0
    )
    return Columns(tuple(drawn), names, most)


def timeline_page(site: Site, request: Request, values: Mapping[str, str]) -> Response:
    """Show how many letters each month has."""
    del values
    asked = Choice.of(request.args.items(multi=True))
    choice = site.facets.of_letters(asked)
    letters = site.select(choice)
    cards = site.occurrences.cards(letters)
    count = months(cards)
    return show(
        request,
        "timeline.html",
        counted=site.occurrences.counted(letters),
        noun=several(choice.kind if choice.kind in KINDS else LETTER),
        left_out=_left_out(site, asked, letters),
        chips=chips(site, asked, "/timeline"),
        picture=columns(count),
        years=_years(cards_years(card.date for card in cards), count, choice),
        names=NAMES,
        undated=sum(not card.date for card in cards),
        without_month=sum(0 < len(card.date) < len("2021-03") for card in cards),
    )


def _left_out(site: Site, asked: Choice, letters: Positions) -> list[tuple[str, str]]:
    """Return what is chosen but not counted: each kind in words, and the address of its own timeline."""
    rest = site.select(asked) - letters
    return [
        (site.occurrences.counted(rest & found), asked.added(KIND, kind).address("/timeline"))
        for kind, found in site.occurrences.kinds.items()
        if rest & found
    ]


def months(cards: Iterable[LetterCard]) -> dict[str, int]:
    """Return how many texts each month has, oldest first; those without a month are left out."""
    count = Counter(card.month for card in cards if len(card.month) == len("2021-03"))
    return dict(sorted(count.items()))


def cards_years(dates: Iterable[str]) -> dict[str, int]:
    """Return how many of the dates lie in each year."""
    return dict(sorted(Counter(date[:4] for date in dates if date).items(), reverse=True))


def _years(
    totals: Mapping[str, int], months: Mapping[str, int], choice: Choice
) -> list[tuple[str, int, str, list[tuple[int, str]]]]:
    """Return a row for each year: its name, total and address, and the count and address of each month."""
    by_year: dict[str, dict[str, int]] = defaultdict(dict)
    for month, count in months.items():
        by_year[month[:4]][month] = count
    rows = []
    for year, total in totals.items():
        cells = [f"{year}-{month:02}" for month in range(1, _MONTHS + 1)]
        counted = [
            (by_year[year].get(cell, 0), choice.added("month", cell).address("/letters")) for cell in cells
        ]
        rows.append((year, total, choice.added("year", year).address("/letters"), counted))
    return rows
