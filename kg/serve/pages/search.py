"""Search: things by their names, letters by their words, with the words around what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug import Request, Response

from kg.serve.addresses import address_of
from kg.serve.facets import WORDS, Choice
from kg.serve.occurrences import LetterCard
from kg.serve.pages.frame import leaf, show
from kg.serve.search import Snippet, Words, snippet
from kg.serve.site import Site

_SIZE = 15
_THINGS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A letter that was found: its card, whom it is addressed to, its words, and where they stand."""

    card: LetterCard
    to: str
    snippet: Snippet
    address: str


def search_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show what has all the words that are looked for."""
    del given
    typed = request.args.get("q", "").strip()
    words = Words.of(typed)
    everything = request.args.get("in") == "things"
    things = [site.listed[at] for at in site.search.things(words)]
    shown_things = leaf(request, things, 4 * _THINGS) if everything else None
    found = site.search.letters(words)
    letters = leaf(request, found, _SIZE)
    first = shown_things.items if shown_things else _named_first(site, things)[:_THINGS]
    return show(
        request,
        "search.html",
        q=typed,
        things=[(thing, _counted(site, thing.iri)) for thing in site.things.many(first)],
        count=len(things),
        shown_things=shown_things,
        letters=letters,
        counted=site.occurrences.counted(frozenset(found)),
        found=[_found(site, at, words, typed) for at in letters.items] if not everything else [],
        list_address=Choice(((WORDS, typed),)).address("/letters"),
    )


def _counted(site: Site, iri: str) -> str:
    """Return in how many letters and replies a thing occurs, in words; empty when in none."""
    positions = site.occurrences.of(iri)
    return site.occurrences.counted(positions) if positions else ""


def _named_first(site: Site, things: list[str]) -> list[str]:
    """What letters name comes before what only the register knows; else the best match first."""
    return sorted(things, key=lambda iri: not site.occurrences.of(iri))


def _found(site: Site, at: int, words: Words, typed: str) -> Found:
    card = site.occurrences.letters[at]
    text = site.text(card.sources[0])
    address = Choice(((WORDS, typed),)).address(address_of(card.iri))
    return Found(card, site.letter_title(card), snippet(text, words), f"{address}#hit-1")
