"""An entity graph by numbers: every node a place in a list, every edge a pair of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.errors import ExportError
from kg.model.network import Edge, EntityGraph, Node


@dataclass(frozen=True, slots=True)
class Index:
    """The nodes and edges of a graph and which is next to which.

    Attributes:
        nodes: The nodes, in the order of the graph.
        edges: The edges, in the order of the graph.
        ends: For each edge the places of its source and its target in ``nodes``.
        neighbours: For each node the places of the nodes next to it, ascending, without itself.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ends: tuple[tuple[int, int], ...]
    neighbours: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, graph: EntityGraph) -> Index:
        """Return the index of ``graph``.

        Raises:
            ExportError: If an edge leads to a node the graph lacks.
        """
        places = {node.id: place for place, node in enumerate(graph.nodes)}
        ends = tuple(
            (_place(places, edge, edge.source), _place(places, edge, edge.target)) for edge in graph.edges
        )
        return cls.joined(graph.nodes, graph.edges, ends)

    @classmethod
    def joined(
        cls, nodes: tuple[Node, ...], edges: tuple[Edge, ...], ends: Iterable[tuple[int, int]]
    ) -> Index:
        """Return the index of ``nodes`` and ``edges`` with the ``ends`` of each edge."""
        pairs = tuple(ends)
        return cls(nodes, edges, pairs, _neighbours(len(nodes), pairs))

    def kinds(self, places: Iterable[int]) -> dict[str, list[int]]:
        """Return those ``places`` by the kind of their node."""
        found: dict[str, list[int]] = defaultdict(list)
        for place in places:
            found[self.nodes[place].kind].append(place)
        return dict(found)

    def pairs(self, places: Collection[int]) -> list[tuple[int, int]]:
        """Return each pair of neighbours among ``places`` once, the smaller place first, ascending."""
        inside = set(places)
        return [(a, b) for a in sorted(inside) for b in self.neighbours[a] if a < b and b in inside]


def _place(places: dict[str, int], edge: Edge, iri: str) -> int:
    if iri not in places:
        raise ExportError(f"the edge {edge.id} leads to {iri}, which the graph lacks; build the graph again")
    return places[iri]


def _neighbours(count: int, ends: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    found: list[set[int]] = [set() for _ in range(count)]
    for source, target in ends:
        if source != target:
            found[source].add(target)
            found[target].add(source)
    return tuple(tuple(sorted(places)) for places in found)
