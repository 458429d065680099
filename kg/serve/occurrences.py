"""Which letters a graph holds and what occurs in each: read once when the server starts.

Lists, facets, timeline and matrix are made from it, so that no page reads the whole store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.query.known import KINDS
from kg.serve.addresses import letter_name
from kg.serve.counting import LETTER, counted
from kg.serve.triples import values
from kg.vocab.terms import ID, RDF, RDFS, SPL

Positions: TypeAlias = frozenset[int]
Links: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""Subjects and values of triples, by the local name of their predicate."""

UNDATED = "undated"

_TO = (
    "addresseeCompany",
    "addresseeMandate",
    "addresseeOrganisation",
    "addresseeGovernment",
    "addresseePerson",
)
_OCCURS = (
    *_TO,
    "asksAbout",
    "basisResolution",
    "citedArticle",
    "citedResource",
    "claimType",
    "copiedTo",
    "copiedToCompany",
    "mentionedCompany",
    "mentionedPerson",
    "placeState",
    "presumedTarget",
    "pursuantTo",
    "reportOf",
    "sentUnderMandate",
    "signedAs",
    "signedBy",
    "topic",
)
_ABOUT_LETTERS = ("sourceText", "dateOfLetter", "language", "typeCode", "claim", "request", "addressedAs")


@dataclass(frozen=True, slots=True)
class LetterCard:
    """What a list says of a letter.

    Attributes:
        iri: Its IRI.
        label: Its reference, or the name of its file.
        kind: ``Communication``, ``Reply`` or ``OtherText``.
        date: ISO date, possibly partial, or empty.
        type: Printed type code, such as ``AL``, or empty.
        language: ``en``, ``fr``, ``es`` or empty.
        sources: IRIs of its texts, sorted.
        to: IRIs of whom it is addressed to: companies, mandates and Governments before persons.
    """

    iri: str
    label: str
    kind: str
    date: str
    type: str
    language: str
    sources: tuple[str, ...]
    to: tuple[str, ...]

    @property
    def year(self) -> str:
        """The year of its date, or ``undated``."""
        return self.date[:4] or UNDATED

    @property
    def month(self) -> str:
        """Year and month of its date, as far as it has them."""
        return self.date[:7]


class Occurrences:
    """The letters, newest first, and the positions in that order at which each thing occurs.

    Args:
        facts: The N-Quads of the letters: to read them in one go is four times as fast as to ask the store.
        store: The same graph, for what is asked of single things.

    Attributes:
        letters: All letters, and the replies and other texts among them.
        kinds: For each kind of these, where the graph holds any, the positions.
        positions: For each IRI, the letters it occurs in.
        claims: For each letter, the IRIs of its claims.
        requests: For each letter, the IRIs of its requests.
        roles: For each person, the class that says what letters have to do with it.
    """

    def __init__(self, facts: Path, store: ox.Store) -> None:
        links = _read(facts, (*_ABOUT_LETTERS, *_OCCURS))
        self.letters = tuple(sorted(_letters(links, store), key=_newest_first))
        self.kinds = _by_kind(self.letters)
        self._place = {card.iri.removeprefix(f"{ID}letter/"): at for at, card in enumerate(self.letters)}
        self.positions = self._positions(links)
        self.claims = self._below(links["claim"])
        self.requests = self._below(links["request"])
        self.roles = _roles(links)
        self.all = frozenset(range(len(self.letters)))

    @property
    def own(self) -> Positions:
        """The letters of the mandates; all texts of a graph that has none."""
        return self.kinds.get(LETTER, self.all)

    def counted(self, positions: Positions) -> str:
        """Return how many letters, replies and other texts these are, in words."""
        return counted({kind: len(positions & found) for kind, found in self.kinds.items()})

    def of(self, iri: str) -> Positions:
        """Return the positions of the letters in which a thing occurs; a letter occurs in itself."""
        found = self.positions.get(iri)
        if found is not None:
            return found
        at = self.at(iri)
        return frozenset() if at is None else frozenset({at})

    def at(self, iri: str) -> int | None:
        """Return the position of the letter that ``iri`` is or belongs to."""
        name = letter_name(iri)
        return None if name is None else self._place.get(name)

    def below(self, start: str) -> dict[str, Positions]:
        """Return the things whose IRI begins with ``start``."""
        return {iri: found for iri, found in self.positions.items() if iri.startswith(start)}

    def cards(self, positions: Iterable[int]) -> list[LetterCard]:
        """Return the letters at these positions, newest first."""
        return [self.letters[at] for at in sorted(positions)]

    def _positions(self, links: Links) -> Mapping[str, Positions]:
        found: dict[str, set[int]] = defaultdict(set)
        for predicate in _OCCURS:
            for subject, target in links[predicate]:
                at = self.at(subject)
                if at is not None:
                    found[target].add(at)
        return {iri: frozenset(found[iri]) for iri in sorted(found)}

    def _below(self, links: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
        found: list[set[str]] = [set() for _ in self.letters]
        for letter, node in links:
            at = self.at(letter)
            if at is not None:
                found[at].add(node)
        return tuple(tuple(sorted(nodes, key=_natural)) for nodes in found)


def _read(facts: Path, names: Iterable[str]) -> Links:
    """Read the triples with the given predicates from canonical N-Quads."""
    wanted = {f"<{SPL[name]}>".encode(): name for name in names}
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in wanted.values()}
    with facts.open("rb") as lines:
        for line in lines:
            subject, predicate, rest = line.split(b" ", 2)
            name = wanted.get(predicate)
            if name is not None:
                found[name].append((subject[1:-1].decode(), _value(rest)))
    return found


def _value(rest: bytes) -> str:
    """Return an IRI, or a literal that needs no escapes, such as a date or a code."""
    return rest[1 : rest.index(b">" if rest.startswith(b"<") else b'"', 1)].decode()


def _by_kind(letters: Sequence[LetterCard]) -> Mapping[str, Positions]:
    found = {kind: frozenset(at for at, card in enumerate(letters) if card.kind == kind) for kind in KINDS}
    return {kind: positions for kind, positions in found.items() if positions}


def _roles(links: Links) -> dict[str, str]:
    """Return the class of each person, as in the entity graph: not every addressee heads a company."""
    heads = {node for node, position in links["addressedAs"] if position == SPL["head-of-company"]}
    addressed = links["addresseePerson"]
    return {
        **{person: "Person" for _, person in addressed},
        **{person: "PersonConcerned" for _, person in links["mentionedPerson"]},
        **{person: "Addressee" for node, person in addressed if node in heads},
        **{person: "MandateHolder" for _, person in links["signedBy"]},
    }


def _letters(links: Links, store: ox.Store) -> Iterable[LetterCard]:
    sources = _grouped(links["sourceText"])
    dates, languages = _first(links["dateOfLetter"]), _first(links["language"])
    types = {letter_name(node): code for node, code in sorted(links["typeCode"], reverse=True)}
    addressees = _addressees(links)
    kinds = _kinds(store)
    for iri, texts in sources.items():
        name = letter_name(iri)
        yield LetterCard(
            iri=iri,
            label=_label(store, iri),
            kind=kinds.get(iri, KINDS[-1]),
            date=dates.get(iri, ""),
            type=types.get(name, ""),
            language=languages.get(iri, ""),
            sources=tuple(sorted(texts)),
            to=tuple(addressees.get(name, ())),
        )


def _addressees(links: Links) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = defaultdict(list)
    for predicate in _TO:
        for node, target in sorted(links[predicate]):
            if target not in found[letter_name(node)]:
                found[letter_name(node)].append(target)
    return found


def _kinds(store: ox.Store) -> dict[str, str]:
    kinds = {SPL[kind]: kind for kind in KINDS}
    found = (
        (quad.subject, kind)
        for iri, kind in kinds.items()
        for quad in store.quads_for_pattern(
            None, ox.NamedNode(RDF.type), ox.NamedNode(iri), ox.DefaultGraph()
        )
    )
    return {subject.value: kind for subject, kind in found if isinstance(subject, ox.NamedNode)}


def _label(store: ox.Store, iri: str) -> str:
    labels = values(store, iri, RDFS.label)
    return labels[0] if labels else iri.rsplit("/", 1)[-1]


def _first(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one value for each subject: the first in order, where texts of one letter disagree."""
    return dict(sorted(found, reverse=True))


def _grouped(found: Iterable[tuple[str, str]]) -> Mapping[str, Collection[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for subject, value in found:
        grouped[subject].add(value)
    return grouped


def _newest_first(card: LetterCard) -> tuple[bool, tuple[int, ...], str]:
    parts = [int(part) for part in card.date.split("-") if part.isdecimal()]
    return not card.date, tuple(-part for part in [*parts, 0, 0, 0][:3]), card.iri


def _natural(iri: str) -> tuple[int, str]:
    """Requests are numbered: 2 comes before 10."""
    name = iri.rsplit("/", 1)[-1]
    return (int(name) if name.isascii() and name.isdecimal() else 0), iri
