"""The first page: what the graph holds, and the ways into it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from werkzeug import Request, Response

from kg.serve.counting import LETTER, counted, several
from kg.serve.facets import KIND, Choice
from kg.serve.pages.frame import show
from kg.serve.pages.timeline import columns, months
from kg.serve.site import Site
from kg.serve.things import SHELVES, Shelf
from kg.vocab.display import Display, legend


def start_page(site: Site, request: Request, values: Mapping[str, str]) -> Response:
    """Show the counts and the ways in."""
    del values
    occurrences = site.occurrences
    return show(
        request,
        "start.html",
        letters=counted({LETTER: len(occurrences.kinds.get(LETTER, ()))}),
        others=occurrences.counted(occurrences.all - occurrences.own),
        has_others=occurrences.all != occurrences.own,
        tiles=tiles(site),
        years=sorted({card.year for card in occurrences.letters if card.date}),
        claims=sum(map(len, occurrences.claims)),
        requests=sum(map(len, occurrences.requests)),
        shelves=shelves(site),
        picture=columns(months(occurrences.cards(occurrences.own))),
        newest=occurrences.cards(occurrences.own)[:8],
        title_of=site.letter_title,
        kinds=legend(),
    )


def tiles(site: Site) -> list[tuple[str, int, str, Display | None]]:
    """Return what a graph holds of letters, replies and other texts: name, number, address and display."""
    held = site.occurrences.kinds or {LETTER: frozenset()}
    every = len(held) == 1
    return [
        (several(kind).capitalize(), len(found), _list_of(kind, every=every), legend().get(kind))
        for kind, found in held.items()
    ]


def _list_of(kind: str, *, every: bool) -> str:
    return Choice(() if every else ((KIND, kind),)).address("/letters")


@lru_cache(maxsize=4)
def shelves(site: Site) -> tuple[tuple[Shelf, int, Display | None], ...]:
    """Return the lists of things, each with how many things letters name."""
    return tuple((shelf, len(site.things.members(shelf)), legend().get(shelf.kind)) for shelf in SHELVES)
