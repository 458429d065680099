"""The authority data as quads: what questions and pictures need of the files in ``ontology/``.

Each file becomes the graph ``graph/register/{file}``. Left out are the spellings and trigger words that only
reading needs. Every thing gets exactly one plain rdfs:label, the English one, so that a question that asks
for labels gets one row per thing; the labels in all languages stay beside it as skos:prefLabel.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.graph import iris, nquads
from kg.graph.iris import Iri
from kg.graph.nquads import Line, Term
from kg.resources import folder
from kg.vocab.register import Register
from kg.vocab.terms import RDF, RDFS, SKOS, SPL

_NOT_DATA = ("shapes", "vocabulary")
_ONLY_FOR_READING = {
    SKOS.altLabel,
    SPL.abbreviation,
    SPL.adjective,
    SPL.contextualName,
    SPL.formalName,
    SPL.idSource,
    SPL.titleSource,
    SPL.trigger,
    SPL.verifiedField,
}
_OF_VOCABULARY = {RDF.type, RDFS.label, RDFS.subClassOf, RDFS.subPropertyOf, SPL.notation, SPL.displayLabel}


def register_quads(register: Register) -> list[Line]:
    """Return the register graphs as sorted, canonical N-Quads lines.

    Args:
        register: Gives the States whose Governments letters speak to.

    Raises:
        OntologyError: If the installation lacks its ontology.
    """
    lines = set(_governments(register))
    for path in sorted(folder("ontology").glob("*.ttl")):
        lines.update(_vocabulary(path) if path.stem.startswith(_NOT_DATA) else _file(path))
    return sorted(lines)


def _governments(register: Register) -> Iterator[Line]:
    graph = iris.register_graph("governments")
    for iso3, state in register.states.items():
        government, country = iris.government(iso3), iris.country(iso3, register)
        yield nquads.line(government, RDF.type, nquads.iri(SPL.Government), graph)
        yield nquads.line(government, RDFS.label, nquads.string(f"Government of {state.label}"), graph)
        if country is not None:
            yield nquads.line(government, SPL.governmentOf, nquads.iri(country), graph)


def _file(path: Path) -> Iterator[Line]:
    triples = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    spellings = {quad.subject for quad in triples if _value(quad.object) == SPL.MandateName}
    graph = iris.register_graph(path.stem)
    for quad in triples:
        if quad.subject in spellings or quad.predicate.value in _ONLY_FOR_READING:
            continue
        yield from _lines(quad, graph)


def _lines(quad: ox.Quad, graph: Iri) -> Iterator[Line]:
    subject, predicate = Iri(_value(quad.subject)), quad.predicate.value
    if predicate in {RDFS.label, SKOS.prefLabel} and isinstance(quad.object, ox.Literal):
        if quad.object.language in {None, "en"}:
            yield nquads.line(subject, RDFS.label, nquads.string(quad.object.value), graph)
        if predicate == RDFS.label:
            return
    yield nquads.line(subject, predicate, Term(str(quad.object)), graph)


def _vocabulary(path: Path) -> Iterator[Line]:
    """Yield names and order of the classes, properties and individuals; shapes yield nothing."""
    if path.stem == "shapes":
        return
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        if quad.predicate.value in _OF_VOCABULARY:
            yield from _lines(quad, iris.register_graph("vocabulary"))


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
