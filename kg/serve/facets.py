"""Choosing letters: by mandate, State, company, principle, alleged abuse, year, type, language, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kg.serve.addresses import with_query
from kg.serve.counting import LETTER
from kg.serve.occurrences import LetterCard, Occurrences, Positions
from kg.vocab.terms import ID

WITH: Final = "with"
WORDS: Final = "q"
KIND: Final = "kind"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to choose letters.

    Attributes:
        name: Name of the parameter.
        title: Heading above its values.
        start: What the IRIs begin with whose last part is the value; empty for properties of letters.
        shown: Whether lists offer its values.
    """

    name: str
    title: str
    start: str = ""
    shown: bool = True


FACETS: Final = (
    Facet("mandate", "Mandate", f"{ID}mandate/"),
    Facet("state", "State (Government written to)", f"{ID}government/"),
    Facet("company", "Company", f"{ID}company/"),
    Facet("principle", "Guiding Principle", f"{ID}ungp/"),
    Facet("issue", "Alleged abuse", f"{ID}issue/"),
    Facet("year", "Year"),
    Facet("month", "Month", shown=False),
    Facet(KIND, "Kind"),
    Facet("type", "Type"),
    Facet("language", "Language"),
)
_BY_NAME: Final = {facet.name: facet for facet in FACETS}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a user has chosen: pairs of facet and value, in order; ``with`` takes any IRI, ``q`` words."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, arguments: Iterable[tuple[str, str]]) -> Choice:
        """Return the choice that the parameters of an address make; others are passed over."""
        known = {*_BY_NAME, WITH, WORDS}
        kept = [(name, value.strip()) for name, value in arguments if name in known and value.strip()]
        return cls(tuple(dict.fromkeys(kept)))

    def address(self, path: str) -> str:
        """Return the address of a page with this choice."""
        return with_query(path, self.pairs)

    def added(self, name: str, value: str) -> Choice:
        """Return the choice with one more value; a letter has only one year, month, type and language."""
        single = name in _BY_NAME and not _BY_NAME[name].start
        kept = tuple(pair for pair in self.pairs if not (single and pair[0] == name))
        return replace(self, pairs=tuple(dict.fromkeys([*kept, (name, value)])))

    def without(self, pair: tuple[str, str]) -> Choice:
        """Return the choice without one of its pairs."""
        return replace(self, pairs=tuple(other for other in self.pairs if other != pair))

    @property
    def kind(self) -> str:
        """The kind of text that is chosen, or empty."""
        return next((value for name, value in self.pairs if name == KIND), "")

    @property
    def words(self) -> str:
        """The words looked for in the letters, or empty."""
        return " ".join(value for name, value in self.pairs if name == WORDS)


class Facets:
    """The values of the facets, and the letters that have them."""

    def __init__(self, occurrences: Occurrences) -> None:
        self._occurrences = occurrences
        self.values = {facet.name: _values(facet, occurrences) for facet in FACETS}
        self.counts = lru_cache(maxsize=512)(self._counts)

    def chosen(self, choice: Choice) -> Positions:
        """Return the letters that have everything that is chosen; words are the search's job."""
        found = self._occurrences.all
        for name, value in choice.pairs:
            if name == WITH:
                found &= self._occurrences.of(value)
            elif name != WORDS:
                found &= self.values[name].get(value, frozenset())
        return found

    def of_letters(self, choice: Choice) -> Choice:
        """Return the choice of letters alone, where no kind is chosen and the graph also holds replies.

        Who writes to whom is counted in letters; a reply counts where somebody asks for replies.
        """
        if len(self.values[KIND]) == 1 or LETTER not in self.values[KIND] or choice.kind:
            return choice
        return choice.added(KIND, LETTER)

    def _counts(self, letters: Positions) -> dict[str, list[tuple[str, int]]]:
        shown = {facet.name for facet in FACETS if facet.shown}
        if len(self.values[KIND]) == 1:
            shown.remove(KIND)
        return {name: _ranked(values, letters) for name, values in self.values.items() if name in shown}


def value_of(iri: str) -> tuple[str, str]:
    """Return the pair that chooses the letters in which a thing occurs."""
    for facet in FACETS:
        if facet.start and iri.startswith(facet.start):
            return facet.name, iri.removeprefix(facet.start)
    return WITH, iri


def iri_of(name: str, value: str) -> str | None:
    """Return the IRI that a pair of a choice stands for, or None when it stands for no thing."""
    if name == WITH:
        return value
    return _BY_NAME[name].start + value if name in _BY_NAME and _BY_NAME[name].start else None


def _values(facet: Facet, occurrences: Occurrences) -> Mapping[str, Positions]:
    if facet.start:
        return {iri.removeprefix(facet.start): found for iri, found in occurrences.below(facet.start).items()}
    grouped: dict[str, set[int]] = {}
    for at, card in enumerate(occurrences.letters):
        value = _property(card, facet.name)
        if value:
            grouped.setdefault(value, set()).add(at)
    return {value: frozenset(found) for value, found in grouped.items()}


def _property(card: LetterCard, name: str) -> str:
    kept = {"year": card.year, "month": card.month, "type": card.type, "language": card.language}
    return card.kind if name == KIND else kept[name]


def _ranked(values: Mapping[str, Positions], letters: Positions) -> list[tuple[str, int]]:
    count = Counter({value: len(found & letters) for value, found in values.items()})
    return sorted(((v, n) for v, n in count.items() if n), key=lambda pair: (-pair[1], pair[0]))
