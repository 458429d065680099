"""The union graph: every triple of every named graph once, the graph that questions are asked of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox

from kg.graph import nquads
from kg.vocab.terms import RDF, vocabulary

Row: TypeAlias = Mapping[str, ox.NamedNode | ox.Literal]


def union_store(lines: Iterable[str]) -> ox.Store:
    """Return a store in memory whose default graph holds every triple of the given quads once."""
    store = ox.Store()
    store.bulk_load(nquads.canonical(nquads.triples(lines)), format=ox.RdfFormat.N_TRIPLES)
    return store


def rows(store: ox.Store, query: str) -> Iterator[Row]:
    """Yield the solutions of a SELECT query as mappings of the variables that are bound."""
    found = store.query(query)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    names = [variable.value for variable in found.variables]
    for solution in found:
        bound = ((name, solution[name]) for name in names)
        yield {name: term for name, term in bound if isinstance(term, ox.NamedNode | ox.Literal)}


def objects(store: ox.Store, subject: ox.NamedNode, predicate: str) -> list[ox.NamedNode | ox.Literal]:
    """Return the objects of one property of one subject in the union graph, sorted."""
    found = store.quads_for_pattern(subject, ox.NamedNode(predicate), None, ox.DefaultGraph())
    return sorted(
        (quad.object for quad in found if isinstance(quad.object, ox.NamedNode | ox.Literal)), key=str
    )


def explaining(
    store: ox.Store, subject: ox.NamedNode, predicate: str, target: ox.NamedNode
) -> list[ox.NamedNode]:
    """Return the nodes that explain a direct triple: those it is a shortcut for, and its statements."""
    nodes: set[ox.NamedNode] = set()
    for link in shortcuts().get(predicate, ()):
        for node in objects(store, subject, link):
            if isinstance(node, ox.NamedNode) and _leads_to(store, node, target):
                nodes.add(node)
    nodes.update(_statements(store, subject, predicate, target))
    return sorted(nodes, key=str)


@cache
def shortcuts() -> Mapping[str, list[str]]:
    """Return, for each direct link, the links to the nodes that explain it."""
    entries = vocabulary().values()
    return {entry.iri: entry.iris("spl:shortcutOf") for entry in entries if "spl:shortcutOf" in entry.values}


def _leads_to(store: ox.Store, node: ox.NamedNode, target: ox.NamedNode) -> bool:
    return any(store.quads_for_pattern(node, None, target, ox.DefaultGraph()))


def _statements(
    store: ox.Store, subject: ox.NamedNode, predicate: str, target: ox.NamedNode
) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.object), target, ox.DefaultGraph()):
        node = quad.subject
        if (
            isinstance(node, ox.NamedNode)
            and objects(store, node, RDF.subject) == [subject]
            and objects(store, node, RDF.predicate) == [ox.NamedNode(predicate)]
        ):
            yield node
