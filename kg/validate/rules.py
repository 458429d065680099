"""What shapes cannot say: what may point at a company or person, misspelt terms, statements that accuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pyoxigraph as ox

from kg.validate.constraints import text
from kg.validate.graph import Graph, Value
from kg.validate.report import Finding, Severity
from kg.vocab.terms import ID, ORG, OWL, PROV, RDF, RDFS, SKOS, SPL, properties_pointing_at, protected_classes

_KNOWN = (SPL, RDF, RDFS, SKOS, ORG, PROV, OWL)
_FOLDERS = {"company": "Company", "organisation": "Organisation", "person": "Person"}
_PARTS = (RDF.subject, RDF.object)


def rules(graph: Graph) -> Iterator[Finding]:
    """Yield what violates the rules that are no shapes."""
    protected = _protected(graph)
    yield from _misdirected(graph, protected)
    yield from _accusing(graph, protected)
    for quad in graph.quads():
        for rule in _OF_TRIPLES:
            yield from rule(quad, protected)


def _protected(graph: Graph) -> Mapping[Value, set[str]]:
    """Return the protected things, each with the local names of its protected classes."""
    found: dict[Value, set[str]] = {}
    for kind in protected_classes():
        for thing in graph.of_class(kind):
            found.setdefault(thing, set()).add(kind.removeprefix(SPL.base))
    return found


def _misdirected(graph: Graph, protected: Mapping[Value, set[str]]) -> Iterator[Finding]:
    for thing, kinds in protected.items():
        allowed = {*_PARTS, *(link for kind in kinds for link in properties_pointing_at(kind))}
        for quad in graph.incoming(thing):
            if quad.predicate.value not in allowed:
                yield _finding("points-at-protected", quad, f"this property may not lead to {_a(kinds)}")


def _accusing(graph: Graph, protected: Mapping[Value, set[str]]) -> Iterator[Finding]:
    """A statement about a forbidden triple would say the same as the triple."""
    for statement in graph.of_class(SPL.Statement):
        predicates = {text(value) for value in graph.values(statement, RDF.predicate)}
        for part in _PARTS:
            for thing in graph.values(statement, part):
                kinds = protected.get(thing, set())
                if kinds and not predicates <= _speaking(part, kinds):
                    message = f"a statement may not say of {_a(kinds)} what the graph may not"
                    yield Finding(
                        Severity.VIOLATION, text(statement), part, message, str(thing), "accusing-statement"
                    )


def _speaking(part: str, kinds: set[str]) -> frozenset[str]:
    if part == RDF.subject:
        return frozenset().union(*(protected_classes()[SPL.base + kind] for kind in kinds))
    return frozenset().union(*(properties_pointing_at(kind) for kind in kinds))


def _a(kinds: set[str]) -> str:
    name = min(kinds).lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _nameless(quad: ox.Quad, _: Mapping[Value, set[str]]) -> Iterator[Finding]:
    if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
        yield _finding("blank-node", quad, "a blank node cannot be cited or compared; give it an IRI")


def _unknown(quad: ox.Quad, _: Mapping[Value, set[str]]) -> Iterator[Finding]:
    if not any(namespace.local(quad.predicate.value) for namespace in _KNOWN):
        yield _finding("unknown-property", quad, "this property is in no vocabulary the graph uses")
    value = quad.object
    if (
        isinstance(value, ox.NamedNode)
        and value.value.startswith(SPL.base)
        and SPL.local(value.value) is None
    ):
        yield _finding("unknown-term", quad, "this term is not in the vocabulary")


def _untyped(quad: ox.Quad, protected: Mapping[Value, set[str]]) -> Iterator[Finding]:
    """Without its type a company would escape the shapes that protect it."""
    for thing in (quad.subject, quad.object):
        if isinstance(thing, ox.NamedNode) and thing.value.startswith(ID) and thing not in protected:
            kind = _FOLDERS.get(thing.value.removeprefix(ID).partition("/")[0])
            if kind is not None:
                yield _finding("untyped", quad, f"{thing.value} is not said to be {_a({kind})}", thing)


_OF_TRIPLES: tuple[Callable[[ox.Quad, Mapping[Value, set[str]]], Iterator[Finding]], ...] = (
    _nameless,
    _unknown,
    _untyped,
)


def _finding(rule: str, quad: ox.Quad, message: str, focus: Value | None = None) -> Finding:
    about = quad.subject if focus is None else focus
    return Finding(Severity.VIOLATION, text(about), quad.predicate.value, message, str(quad.object), rule)
