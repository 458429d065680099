"""Families of nearly identical letters and their variants, as the graph has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import pyoxigraph as ox

from kg.serve.occurrences import LetterCard, Occurrences
from kg.serve.things import Thing, Things
from kg.serve.triples import subjects, values
from kg.vocab.terms import RDF, SPL


@dataclass(frozen=True, slots=True)
class Variant:
    """Letters of a family whose words are the same but for names, dates and references.

    Attributes:
        thing: The variant.
        name: ``A`` for the variant most letters have, then ``B`` …
        cards: Its letters, newest first.
    """

    thing: Thing
    name: str
    cards: tuple[LetterCard, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Nearly identical letters.

    Attributes:
        thing: The family.
        shared: How many of a hundred words every variant shares with the first.
        variants: In the order of their names.
        differences: The requests of one variant only: what is said of each, and its words.
    """

    thing: Thing
    shared: str
    variants: tuple[Variant, ...]
    differences: tuple[tuple[Thing, str], ...]

    @property
    def size(self) -> int:
        """How many letters it has."""
        return sum(len(variant.cards) for variant in self.variants)

    def variant_of(self, card: LetterCard) -> Variant | None:
        """Return the variant a letter is of, or None when it is not of this family."""
        return next((variant for variant in self.variants if card in variant.cards), None)


class Families:
    """The families of a graph.

    Args:
        store: The graph.
        things: The names of its things.
        occurrences: Its letters.
    """

    def __init__(self, store: ox.Store, things: Things, occurrences: Occurrences) -> None:
        self._store = store
        self._things = things
        self._occurrences = occurrences
        self.of = lru_cache(maxsize=256)(self._of)

    @cached_property
    def iris(self) -> tuple[str, ...]:
        """The IRIs of all families, the one with the most letters first."""
        found = subjects(self._store, RDF.type, SPL.LetterFamily)
        return tuple(sorted(found, key=lambda iri: (-len(values(self._store, iri, SPL.familyMember)), iri)))

    def holding(self, letter: str) -> list[Family]:
        """Return the families a letter belongs to."""
        return [self.of(iri) for iri in subjects(self._store, SPL.familyMember, letter)]

    def _of(self, iri: str) -> Family:
        return Family(
            thing=self._things.of(iri),
            shared=next(iter(values(self._store, iri, SPL.sharedPercent)), ""),
            variants=tuple(sorted(self._variants(iri), key=lambda one: (len(one.name), one.name))),
            differences=tuple(self._differences(iri)),
        )

    def _variants(self, family: str) -> Iterator[Variant]:
        for iri in values(self._store, family, SPL.hasVariant):
            name = next(iter(values(self._store, iri, SPL.variantName)), "")
            found = (self._occurrences.at(letter) for letter in values(self._store, iri, SPL.variantMember))
            cards = self._occurrences.cards(at for at in found if at is not None)
            yield Variant(self._things.of(iri), name, tuple(cards))

    def _differences(self, family: str) -> Iterator[tuple[Thing, str]]:
        for iri in values(self._store, family, SPL.requestDifference):
            requests = values(self._store, iri, SPL.differingRequest)
            words = [text for request in requests[:1] for text in values(self._store, request, SPL.text)]
            yield self._things.of(iri), " ".join(words)
