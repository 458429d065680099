"""The graph under validation: values along a path, types with everything above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

import pyoxigraph as ox

from kg.vocab.terms import RDF, SPL, superclasses, vocabulary

Node: TypeAlias = ox.NamedNode | ox.BlankNode
Value: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TYPE = ox.NamedNode(RDF.type)
_UNION = ox.DefaultGraph()


class Graph:
    """The default graph of a store, with the classes of the vocabulary.

    Args:
        store: A store whose default graph is the union of letters and register.
    """

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    @cached_property
    def _below(self) -> dict[str, set[str]]:
        """The classes below each class of ours, itself included."""
        below: dict[str, set[str]] = defaultdict(set)
        for name, entry in vocabulary().items():
            for above in (name, *superclasses(name)):
                below[SPL.base + above].add(entry.iri)
        return below

    def quads(self) -> Iterator[ox.Quad]:
        """Yield every triple once."""
        return self.store.quads_for_pattern(None, None, None, _UNION)

    def outgoing(self, node: Value) -> Iterator[ox.Quad]:
        """Yield the triples about a node."""
        if isinstance(node, ox.NamedNode | ox.BlankNode):
            yield from self.store.quads_for_pattern(node, None, None, _UNION)

    def incoming(self, node: Value) -> Iterator[ox.Quad]:
        """Yield the triples that lead to a node."""
        return self.store.quads_for_pattern(None, None, node, _UNION)

    def values(self, node: Value, predicate: str, *, inverse: bool = False) -> list[Value]:
        """Return the values of a property of a node, or with ``inverse`` the nodes it is a value of."""
        path = ox.NamedNode(predicate)
        if inverse:
            return [quad.subject for quad in self.store.quads_for_pattern(None, path, node, _UNION)]
        if isinstance(node, ox.Literal | ox.Triple):
            return []
        return [quad.object for quad in self.store.quads_for_pattern(node, path, None, _UNION)]

    def types(self, node: Value) -> set[str]:
        """Return the IRIs of the classes a node is given."""
        return {kind.value for kind in self.values(node, RDF.type) if isinstance(kind, ox.NamedNode)}

    def is_a(self, node: Value, kind: str) -> bool:
        """Return whether a node is of a class, or of one below it."""
        return not self.types(node).isdisjoint(self._below.get(kind, {kind}))

    def of_class(self, kind: str) -> set[Value]:
        """Return the nodes of a class and of those below it."""
        kinds = self._below.get(kind, {kind})
        return {quad.subject for each in kinds for quad in self._with(_TYPE, ox.NamedNode(each))}

    def subjects_of(self, predicate: str) -> set[Value]:
        """Return the nodes that have a property."""
        return {quad.subject for quad in self._with(ox.NamedNode(predicate), None)}

    def objects_of(self, predicate: str) -> set[Value]:
        """Return the values of a property."""
        return {quad.object for quad in self._with(ox.NamedNode(predicate), None)}

    def _with(self, predicate: ox.NamedNode, value: ox.NamedNode | None) -> Iterator[ox.Quad]:
        return self.store.quads_for_pattern(None, predicate, value, _UNION)
