"""Checking that a graph can show its words: every span recomputed, every fact asked for its ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph import nquads
from kg.graph.iris import REGISTER
from kg.graph.nquads import Quad, Term
from kg.graph.union import shortcuts
from kg.vocab.terms import PROV, RDF, RDFS, SPL

_FACTS = ("/doc>", "/claims>", "/inferred>")
_SPAN = tuple(nquads.iri(name) for name in (SPL.inText, SPL.start, SPL.end, SPL.exact))
_QUOTES = {nquads.iri(name) for name in (SPL.evidence, SPL.contentEvidence, SPL.contextEvidence)}
_TO_SPANS = _QUOTES | {nquads.iri(name) for name in (SPL.hedge, SPL.scopeHedge)}
_SOURCES = {nquads.iri(PROV.hadPrimarySource), nquads.iri(PROV.wasDerivedFrom)}
_NAMES = {nquads.iri(RDF.type), nquads.iri(RDFS.label)}
_SUBJECT = nquads.iri(RDF.subject)
_BASIS, _PROBLEM, _TYPE = nquads.iri(SPL.basis), nquads.iri(SPL.Problem), nquads.iri(RDF.type)
_REGISTER = f"<{REGISTER}/"
_SOURCE_TEXT = nquads.iri(SPL.sourceText)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a graph that cannot show its words.

    Attributes:
        code: ``span-differs``, ``span-outside``, ``span-incomplete``, ``unknown-text``, ``span-unused``,
            ``no-span``, ``no-basis`` or ``no-ground``.
        subject: IRI of the thing it is about.
        message: One sentence: what is wrong.
    """

    code: str
    subject: str
    message: str


def verify(lines: Iterable[str], texts: Mapping[str, str]) -> list[Finding]:
    """Check the quads of letters against the canonical texts.

    Args:
        lines: Canonical N-Quads lines of whole letters, evidence included; register graphs are passed over.
        texts: The canonical texts, by the last part of the IRI of the source text.

    Returns:
        What was found, sorted; empty when every span reproduces its words, every fact has a basis and
        evidence or a source, and no evidence dangles.
    """
    index = _Index(nquads.quad(line) for line in lines)
    return sorted({*_spans(index, texts), *_links(index), *_facts(index)})


class _Index:
    """The quads of letters by subject, and which nodes have a ground."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.facts: list[Quad] = []
        self.of: dict[Term, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if quad.graph.startswith(_REGISTER):
                continue
            self.of[quad.subject][quad.predicate].append(quad.object)
            if quad.graph.endswith(_FACTS):
                self.facts.append(quad)
        self.spans = {subject for subject, values in self.of.items() if _SPAN[0] in values}
        self.grounded = {subject for subject, values in self.of.items() if _has_ground(values)}
        self.named = set(self._named())
        self.stated = set(self._statements())

    def _named(self) -> Iterator[Term]:
        """Yield what grounded nodes lead to, letters apart: those answer for each of their facts."""
        for node in self.grounded:
            for name, values in self.of[node].items():
                if name != _SUBJECT:
                    yield from (value for value in values if _SOURCE_TEXT not in self.of.get(value, ()))

    def _statements(self) -> Iterator[tuple[Term, Term, Term]]:
        names = [nquads.iri(name) for name in (RDF.subject, RDF.predicate, RDF.object)]
        for node in self.grounded:
            parts = [self.of[node].get(name, []) for name in names]
            if all(len(values) == 1 for values in parts):
                yield parts[0][0], parts[1][0], parts[2][0]


def _has_ground(values: Mapping[Term, list[Term]]) -> bool:
    return _BASIS in values and not values.keys().isdisjoint(_QUOTES | _SOURCES)


def _spans(index: _Index, texts: Mapping[str, str]) -> Iterator[Finding]:
    used = {
        value for values in index.of.values() for name in _TO_SPANS & values.keys() for value in values[name]
    }
    for span in index.spans:
        yield from _span(span, index.of[span], texts)
        if span not in used:
            yield _finding("span-unused", span, "no fact points at this evidence")


def _span(span: Term, values: Mapping[Term, list[Term]], texts: Mapping[str, str]) -> Iterator[Finding]:
    if any(len(values.get(name, ())) != 1 for name in _SPAN):
        yield _finding("span-incomplete", span, "a span needs one text, start, end and exact words")
        return
    source, start, end, exact = (values[name][0] for name in _SPAN)
    text = texts.get(source[:-1].rsplit("/", 1)[1])
    if text is None:
        yield _finding("unknown-text", span, f"its text {source} is not among the texts of the graph")
        return
    first, last = _number(start), _number(end)
    if not 0 <= first < last <= len(text):
        yield _finding(
            "span-outside", span, f"{first}-{last} is no stretch of a text of {len(text)} characters"
        )
    elif nquads.string(text[first:last]) != exact:
        yield _finding("span-differs", span, "its exact words are not those of the text")


def _number(term: Term) -> int:
    digits = term.split('"')[1]
    return int(digits) if digits.isdecimal() else -1


def _links(index: _Index) -> Iterator[Finding]:
    for subject, values in index.of.items():
        for name in _QUOTES & values.keys():
            for span in values[name]:
                if span not in index.spans:
                    yield _finding("no-span", subject, f"its evidence {span} does not exist")
        if _QUOTES & values.keys() and _BASIS not in values and _PROBLEM not in values.get(_TYPE, ()):
            yield _finding("no-basis", subject, "it has evidence but no basis")


def _facts(index: _Index) -> Iterator[Finding]:
    for quad in index.facts:
        if not _explained(index, quad):
            yield _finding("no-ground", quad.subject, f"nothing explains {quad.predicate} {quad.object}")


def _explained(index: _Index, quad: Quad) -> bool:
    """Whether a fact has a ground.

    Its subject or object carries one, a statement explains it, it describes a thing that a grounded node
    names, it is a shortcut for a grounded node, or it names the letter itself.
    """
    subject, predicate, value, _ = quad
    if subject in index.grounded or value in index.grounded or subject in index.named:
        return True
    if (subject, predicate, value) in index.stated:
        return True
    if predicate in _NAMES and _SOURCE_TEXT in index.of[subject]:
        return True
    return any(
        node in index.grounded and any(value in found for found in index.of[node].values())
        for link in shortcuts().get(predicate[1:-1], ())
        for node in index.of[subject].get(nquads.iri(link), ())
    )


def _finding(code: str, subject: Term, message: str) -> Finding:
    return Finding(code, subject[1:-1], message)
