"""What is chosen, and what can be chosen besides, as links."""

from __future__ import annotations

from dataclasses import dataclass

from kg.serve.facets import FACETS, KIND, WITH, WORDS, Choice, Facet, iri_of
from kg.serve.occurrences import Positions
from kg.serve.pages.frame import LANGUAGES, type_name
from kg.serve.site import Site
from kg.serve.things import class_label, natural

FIRST = 7


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that is chosen, and the address of the page without it."""

    title: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that can be chosen: its name, how many letters have it, and where choosing it leads."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Offers:
    """The values of one facet that can be chosen: some at first, the others on demand."""

    facet: Facet
    first: list[Offer]
    more: list[Offer]


def value_name(site: Site, name: str, value: str) -> str:
    """Return what people call a value of a facet."""
    iri = iri_of(name, value)
    if iri is not None:
        return site.thing(iri).label
    if name == KIND:
        return class_label(value)
    return {"type": type_name(value), "language": LANGUAGES.get(value, value)}.get(name, value)


def chips(site: Site, choice: Choice, path: str) -> list[Chip]:
    """Return everything that is chosen."""
    titles = {**{facet.name: facet.title for facet in FACETS}, WITH: "With", WORDS: "Words"}
    return [
        Chip(titles[name], value_name(site, name, value), choice.without((name, value)).address(path))
        for name, value in choice.pairs
    ]


def offers(site: Site, choice: Choice, letters: Positions, path: str) -> list[Offers]:
    """Return what can be chosen besides: only values that leave some letters."""
    found = []
    for facet in FACETS:
        counted = site.facets.counts(letters).get(facet.name, [])
        listed = [
            Offer(value_name(site, facet.name, value), count, choice.added(facet.name, value).address(path))
            for value, count in counted
            if (facet.name, value) not in choice.pairs
        ]
        listed.sort(key=lambda offer: (-offer.count, natural(offer.name)))
        if facet.name == "year":
            listed.sort(key=lambda offer: offer.name, reverse=True)
        if listed:
            found.append(Offers(facet, listed[:FIRST], listed[FIRST:]))
    return found
