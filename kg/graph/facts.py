"""Collecting the quads of one letter: every fact with its ground, in the graph where it belongs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from kg.graph import iris, nquads
from kg.graph.iris import Iri
from kg.graph.nquads import Line, Term
from kg.graph.who import Named, Who
from kg.model.identity import COMPANY, ORGANISATION, PERSON, Appearance, letter_key
from kg.model.record import Basis, Record, Said
from kg.model.text import Span
from kg.vocab.register import Register
from kg.vocab.terms import PROV, RDF, RDFS, SPL

DOC, CLAIMS, INFERRED, EVIDENCE, PROVENANCE = "doc", "claims", "inferred", "evidence", "prov"

_CLASSES = {COMPANY: "Company", ORGANISATION: "Organisation", PERSON: "Person"}
_STRENGTH = {basis: rank for rank, basis in enumerate(Basis)}
_NOT_READ = {Basis.COMPUTED, Basis.REGISTER, Basis.EXTERNAL}


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a fact is held: its basis and the places of its words."""

    basis: Basis
    spans: tuple[Span, ...] = ()

    @property
    def part(self) -> str:
        """The graph for facts on this ground: what is read is apart from what is concluded."""
        return INFERRED if self.basis in _NOT_READ else DOC


def ground(*values: Said[str] | Said[int] | None, spans: Iterable[Span] = ()) -> Ground:
    """Return the common ground of the parts of one fact: all their words and the weakest basis."""
    said = [value for value in values if value is not None]
    basis = max((value.basis for value in said), key=_STRENGTH.__getitem__, default=Basis.STATED)
    places = chain((span for value in said for span in value.spans), spans)
    return Ground(basis, tuple(dict.fromkeys(places)))


class Facts:
    """The quads of one letter, as they are collected.

    Args:
        record: What the letter says.
        text: The canonical text its spans count in.
        register: The authority data its ids come from.
        who: Says which person, company or organisation a name stands for.
    """

    def __init__(self, record: Record, text: str, register: Register, who: Who) -> None:
        self.record = record
        self.register = register
        self._who = who
        self.name = iris.letter_name(record)
        self.letter = iris.letter(self.name)
        self.source = iris.text(record.source.sha256)
        self.names = iris.Names()
        self._text = text
        self._lines: set[Line] = set()
        self._written: set[Iri] = set()
        self._graphs = {
            part: iris.graph(self.name, part) for part in (DOC, CLAIMS, INFERRED, EVIDENCE, PROVENANCE)
        }

    def lines(self) -> list[Line]:
        """Return the quads, sorted."""
        return sorted(self._lines)

    def add(self, subject: Iri, predicate: str, value: Term, part: str = DOC) -> None:
        """Add one triple to one of the letter's graphs."""
        self._lines.add(nquads.line(subject, predicate, value, self._graphs[part]))

    def link(self, subject: Iri, predicate: str, target: str, part: str = DOC) -> None:
        """Add a triple whose object is a thing."""
        self.add(subject, predicate, nquads.iri(target), part)

    def describe(self, thing: Iri, kind: str, label: str, part: str = DOC) -> None:
        """Say what a thing is and what it is called."""
        self.link(thing, RDF.type, kind, part)
        self.add(thing, RDFS.label, nquads.string(label), part)

    def who(self, part: str, name: Said[str]) -> Named:
        """Return the company, organisation or person that a part of the letter names."""
        return self._who.of(Appearance(part, name.value, letter_key(self.record)))

    def name_protected(self, part: str, name: Said[str]) -> Named:
        """Describe what a part of the letter names by the only three properties it may have.

        What the register describes is not described again. The name as the letter prints it is added where
        it is not the label.
        """
        named = self.who(part, name)
        if not named.known:
            kind = _CLASSES[Appearance(part, "", "").kind]
            self.describe(named.iri, SPL[kind], named.label)
        written = self.words(name)
        if written != named.label:
            self.add(named.iri, SPL.nameAsWritten, nquads.string(written))
        return named

    def node(self, link: str, node: Iri, kind: str, why: Ground, part: str | None = None) -> Node:
        """Add a node that carries a fact of the letter, with its ground; return it for its properties."""
        made = Node(self, node, part or why.part)
        self.link(self.letter, link, node, made.part)
        made.link(RDF.type, kind)
        self.explain(node, why, made.part)
        return made

    def explain(self, node: Iri, why: Ground, part: str) -> None:
        """Say how the fact that ``node`` carries is known, and by which words."""
        self.link(node, SPL.basis, SPL[f"basis-{why.basis}"], part)
        self.quote(node, SPL.evidence, why.spans)
        if not why.spans:
            source = iris.REGISTER if why.basis is Basis.REGISTER else self.source
            self.link(node, PROV.hadPrimarySource, source, part)

    def state(self, subject: Iri, predicate: str, value: Term, why: Ground, part: str | None = None) -> None:
        """Add a direct triple together with the statement that explains it."""
        where = part or why.part
        self.add(subject, predicate, value, where)
        terms = (nquads.iri(subject), nquads.iri(predicate), value)
        statement = iris.statement(*terms, self._graphs[where])
        self.link(statement, RDF.type, SPL.Statement, EVIDENCE)
        for role, term in zip((RDF.subject, RDF.predicate, RDF.object), terms, strict=True):
            self.add(statement, role, term, EVIDENCE)
        self.explain(statement, why, EVIDENCE)

    def quote(self, node: Iri, link: str, spans: Iterable[Span]) -> None:
        """Link a node to spans of the text."""
        for start, end in spans:
            self.link(node, link, self.span(start, end), EVIDENCE)

    def span(self, start: int, end: int) -> Iri:
        """Return the IRI of a span of the text, and write the span out."""
        place = iris.span(self.source, start, end)
        if place not in self._written:
            self._written.add(place)
            self.link(place, SPL.inText, self.source, EVIDENCE)
            self.add(place, SPL.start, nquads.integer(start), EVIDENCE)
            self.add(place, SPL.end, nquads.integer(end), EVIDENCE)
            self.add(place, SPL.exact, nquads.string(self._text[start:end]), EVIDENCE)
            self._write_page(place, start)
        return place

    def words(self, said: Said[str]) -> str:
        """Return the words a value was read from, white space made single.

        Several places may be parts of one name or repetitions of it; then the value itself stands.
        """
        return (self.quoted(said.spans) if len(said.spans) == 1 else "") or said.value

    def quoted(self, spans: Iterable[Span]) -> str:
        """Return the words of spans, white space made single."""
        return " ".join(" ".join(self._text[start:end].split()) for start, end in spans)

    def _write_page(self, place: Iri, start: int) -> None:
        page = bisect_right(self.record.source.pages, start)
        if page:
            self.add(place, SPL.page, nquads.integer(page), EVIDENCE)


@dataclass(frozen=True, slots=True)
class Node:
    """A node that carries a fact of a letter, and the graph its properties go to."""

    facts: Facts
    iri: Iri
    part: str

    def link(self, predicate: str, target: str) -> None:
        """Link the node to a thing."""
        self.facts.link(self.iri, predicate, target, self.part)

    def say(self, predicate: str, value: Term) -> None:
        """Give the node a literal property."""
        self.facts.add(self.iri, predicate, value, self.part)

    def text(self, predicate: str, value: str | None) -> None:
        """Give the node a text property, when there is a text."""
        if value:
            self.say(predicate, nquads.string(value))
