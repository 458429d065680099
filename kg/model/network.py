"""The entity graph: the projection behind GraphML, GEXF, CSV and the network page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Attribute: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Quote:
    """The words behind an edge: the source id, the offsets in it, the page, and the words."""

    source: str
    start: int
    end: int
    exact: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing the letters speak of.

    Attributes:
        id: Its IRI.
        kind: Local name of its class in ``ontology/``: ``Communication``, ``Mandate``, ``Company`` …
        label: What people call it.
        attributes: Further single values, sorted by name: date, language, state, number …
    """

    id: str
    kind: str
    label: str
    attributes: tuple[tuple[str, Attribute], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two things, with its certainty and its words.

    Attributes:
        id: IRI of the node that carries the fact, or a stable composed name; parallel edges differ in it.
        source: IRI of the node it starts from.
        target: IRI of the node it leads to.
        kind: Local name of the link in ``ontology/``, such as ``signedBy``.
        label: What people read on it; an edge to a claim always says ``alleged``.
        certainty: ``stated``, ``aligned``, ``computed``, ``register``, ``external`` or ``alleged``.
        letter: Reference of the letter it comes from, or empty for register links.
        date: ISO date of that letter, or empty.
        quotes: The words behind it.
    """

    id: str
    source: str
    target: str
    kind: str
    label: str
    certainty: str
    letter: str = ""
    date: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityGraph:
    """Nodes sorted by id, edges sorted by (source, target, kind, id)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
