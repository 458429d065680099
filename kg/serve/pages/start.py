"""The first page: what the graph holds, and the ways into it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from werkzeug import Request, Response

from kg.serve.pages.frame import show
from kg.serve.pages.timeline import columns
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
        letters=len(occurrences.letters),
        years=sorted({card.year for card in occurrences.letters if card.date}),
        claims=sum(map(len, occurrences.claims)),
        requests=sum(map(len, occurrences.requests)),
        shelves=shelves(site),
        picture=columns(site.months),
        newest=occurrences.letters[:8],
        title_of=site.letter_title,
        kinds=legend(),
    )


@lru_cache(maxsize=4)
def shelves(site: Site) -> tuple[tuple[Shelf, int, Display | None], ...]:
    """Return the lists of things, each with how many things letters name."""
    return tuple((shelf, len(site.things.members(shelf)), legend().get(shelf.kind)) for shelf in SHELVES)
