"""Reading the union graph of a store by pattern: the small words that pages are made with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import pyoxigraph as ox

Value: TypeAlias = ox.NamedNode | ox.Literal

PARTS: Final = ("doc", "claims", "inferred", "evidence", "prov")
"""The named graphs of a letter, by the last part of their IRIs."""

_UNION = ox.DefaultGraph()


def pairs(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Yield subject and object of every triple with this predicate, as plain strings."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, _UNION):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.subject.value, quad.object.value


def subjects(store: ox.Store, predicate: str, target: str) -> list[str]:
    """Return the IRIs that lead to ``target`` by this predicate, sorted."""
    found = store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(target), _UNION)
    return sorted({quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)})


def values(store: ox.Store, subject: str, predicate: str) -> list[str]:
    """Return the objects of one property of one thing as plain strings, sorted."""
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, _UNION)
    return sorted({quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode | ox.Literal)})


def outgoing(store: ox.Store, subject: str) -> Iterator[tuple[str, Value]]:
    """Yield predicate and object of every triple that starts from a thing."""
    for quad in store.quads_for_pattern(ox.NamedNode(subject), None, None, _UNION):
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.predicate.value, quad.object


def incoming(store: ox.Store, target: str) -> Iterator[tuple[str, str]]:
    """Yield subject and predicate of every triple that leads to a thing."""
    for quad in store.quads_for_pattern(None, None, ox.NamedNode(target), _UNION):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value, quad.predicate.value
