"""What the graph says of one thing: what letters say, letter by letter with the words, and what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from kg.query.prefixes import short
from kg.serve.addresses import address_of
from kg.serve.letter_facts import LEADS, fact_anchor, position, span_of
from kg.serve.occurrences import LetterCard
from kg.serve.things import Thing, Things, class_label
from kg.serve.triples import incoming, outgoing, values
from kg.vocab.terms import GRAPH, ID, RDF, SPL, superclasses

MOST_VALUES: Final = 60
MOST_PLACES: Final = 8

_SAID: Final = ("doc", "claims", "inferred")
_EVIDENCE: Final = (SPL.evidence, SPL.contentEvidence)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a letter, and the addresses of the places where they stand."""

    words: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing a letter says of a thing.

    Attributes:
        relation: What the link that leads to the thing is called.
        address: Of the fact in the page of its letter.
        kind: What the fact is called, such as ``Signature``; empty where a letter links to the thing itself.
        also: The other things the same fact is about.
        basis: How it is known.
        quotes: Its words.
        alleged: Whether it is said by a claim.
        title: The office, where it is about one, or the position somebody is addressed in.
    """

    relation: str
    address: str
    kind: str = ""
    also: tuple[Thing, ...] = ()
    basis: str = ""
    quotes: tuple[Quoted, ...] = ()
    alleged: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a thing, or a link to it, with its values."""

    name: str
    iri: str
    values: tuple[Thing | str, ...]
    more: bool = False


class Sayings:
    """What letters say of things, with their words.

    Args:
        store: The graph.
        things: The names of its things.
        text: Gives the canonical text with an IRI.
    """

    def __init__(self, store: ox.Store, things: Things, text: Callable[[str], str]) -> None:
        self._store = store
        self._things = things
        self._text = text

    def of(self, iri: str, card: LetterCard) -> list[Saying]:
        """Return what one letter says of a thing; a shortcut is left out where a node says it in full."""
        found = {
            (quad.subject.value, quad.predicate.value)
            for part in _SAID
            for quad in self._store.quads_for_pattern(None, None, ox.NamedNode(iri), _graph(card, part))
            if isinstance(quad.subject, ox.NamedNode)
        }
        nodes = sorted(pair for pair in found if pair[0].startswith(f"{card.iri}/"))
        direct = sorted(predicate for subject, predicate in found if subject == card.iri)
        if nodes:
            return [self._carried(iri, card, node, predicate) for node, predicate in nodes]
        return [Saying(_name(predicate), address_of(card.iri)) for predicate in direct]

    def quotes(self, node: str) -> Iterator[Quoted]:
        """Yield the words a node rests on, in their order, each wording once."""
        yield from self._quoted(span for name in _EVIDENCE for span in values(self._store, node, name))

    def _carried(self, iri: str, card: LetterCard, node: str, predicate: str) -> Saying:
        about: dict[str, list[str]] = defaultdict(list)
        for name, value in outgoing(self._store, node):
            about[name].append(value.value)
        also = {value for lead in LEADS for value in about.get(lead, ())} - {iri}
        kind = max(filter(None, map(SPL.local, about[RDF.type])), key=_depth, default="")
        return Saying(
            relation=_name(predicate),
            kind=class_label(kind),
            address=fact_address(card, node),
            also=tuple(self._things.many(sorted(also))),
            title=self._title(about),
            basis=", ".join(value.rsplit("basis-", 1)[-1] for value in sorted(about[SPL.basis])),
            quotes=tuple(self._quoted(span for name in _EVIDENCE for span in about.get(name, ()))),
            alleged=SPL.Allegation in about[RDF.type],
        )

    def _title(self, about: Mapping[str, Sequence[str]]) -> str:
        """Return the office a node is about, or else the position somebody is addressed in."""
        offices = sorted((*about.get(SPL.officeTitle, ()), *about.get(SPL.officeAsWritten, ())))
        held = self._things.many(about.get(SPL.addressedAs, ()))
        return ", ".join(offices or [position(one, stated=False).label for one in held])

    def _quoted(self, spans: Iterable[str]) -> Iterator[Quoted]:
        found: dict[str, list[str]] = {}
        for source, start, end in sorted(set(filter(None, map(span_of, spans))))[:MOST_PLACES]:
            words = self._text(source)[start:end]
            found.setdefault(words, []).append(f"{address_of(source)}#w{start}-{end}")
        for words, addresses in found.items():
            yield Quoted(words, tuple(addresses))


def _graph(card: LetterCard, part: str) -> ox.NamedNode:
    return ox.NamedNode(f"{GRAPH}{card.iri.removeprefix(f'{ID}letter/')}/{part}")


def _depth(name: str) -> tuple[int, str]:
    return len(superclasses(name)), name


def _name(predicate: str) -> str:
    return class_label(predicate.removeprefix(SPL.base))


def fact_address(card: LetterCard, node: str) -> str:
    """Return the address of a fact in the page of its letter."""
    return f"{address_of(card.iri)}#{fact_anchor(card.iri, node)}"


def first_place(store: ox.Store, node: str) -> tuple[str, int, int]:
    """Return the text and the offsets of the first words a node rests on; nowhere comes last."""
    spans = values(store, node, SPL.evidence)
    return min(filter(None, map(span_of, spans)), default=("~", 0, 0))


def properties(store: ox.Store, things: Things, iri: str) -> list[Property]:
    """Return the properties of a thing, with what they are called."""
    grouped: dict[str, list[Thing | str]] = defaultdict(list)
    for predicate, value in outgoing(store, iri):
        grouped[predicate].append(_value(things, value))
    return [_property(predicate, found) for predicate, found in sorted(grouped.items())]


def links(store: ox.Store, things: Things, iri: str, graphs: Iterable[ox.NamedNode]) -> list[Property]:
    """Return what leads to a thing in some named graphs, such as those of the register."""
    grouped: dict[str, list[Thing | str]] = defaultdict(list)
    for graph in graphs:
        for quad in store.quads_for_pattern(None, None, ox.NamedNode(iri), graph):
            if isinstance(quad.subject, ox.NamedNode):
                grouped[quad.predicate.value].append(things.of(quad.subject.value))
    return [_property(predicate, found) for predicate, found in sorted(grouped.items())]


def any_links(store: ox.Store, things: Things, iri: str) -> list[Property]:
    """Return some of what leads to a thing, wherever it is said."""
    grouped: dict[str, list[Thing | str]] = defaultdict(list)
    for subject, predicate in islice(incoming(store, iri), 2 * MOST_VALUES):
        grouped[predicate].append(things.of(subject))
    return [_property(predicate, found) for predicate, found in sorted(grouped.items())]


def _property(predicate: str, found: list[Thing | str]) -> Property:
    local = predicate.removeprefix(SPL.base)
    name = class_label(local) if local != predicate else short(predicate)
    ordered = sorted(found, key=lambda value: str(value.order if isinstance(value, Thing) else value))
    return Property(name, predicate, tuple(ordered[:MOST_VALUES]), len(ordered) > MOST_VALUES)


def _value(things: Things, value: ox.NamedNode | ox.Literal) -> Thing | str:
    if isinstance(value, ox.NamedNode):
        return things.of(value.value)
    return f"{value.value} ({value.language})" if value.language else value.value
