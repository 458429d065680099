"""What a picture leaves out at first: parts behind their whole, and what makes it too full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.view.index import Index

MOST_NODES = 1500
MOST_PAIRS = 5000


@dataclass(frozen=True, slots=True)
class Opening:
    """What is seen when the page opens; everything else is one click away.

    Attributes:
        wholes: The node behind which a part is folded, by the part: an allegation behind its letter.
        folded: Kinds that are left out because all their nodes are parts, or touch nothing but parts.
        thinned: Nodes of other kinds that are left out because the picture would be too full.
    """

    wholes: Mapping[int, int]
    folded: frozenset[str]
    thinned: frozenset[int] = frozenset()

    def shows(self, index: Index, place: int) -> bool:
        """Return whether the node at ``place`` is seen when the page opens."""
        return index.nodes[place].kind not in self.folded and place not in self.thinned


def opening(index: Index, order: Mapping[str, int]) -> Opening:
    """Choose what the page shows first.

    A node whose IRI continues the IRI of another node is a part of that other: a request or an allegation
    lies under the letter that makes it. Past ``MOST_NODES`` nodes or ``MOST_PAIRS`` linked pairs, each kind
    keeps the same number of nodes, those with the most links to what is shown already.

    Args:
        index: The graph.
        order: The place of each kind in the legend.
    """
    wholes = _wholes(index)
    kinds = index.kinds(range(len(index.nodes)))
    folded = {kind for kind, places in kinds.items() if all(place in wholes for place in places)}
    folded |= {kind for kind, places in kinds.items() if _touches_only(index, places, frozenset(folded))}
    if len(folded) == len(kinds):
        folded = set()
    first = Opening(wholes, frozenset(folded))
    kinds = index.kinds(place for place in range(len(index.nodes)) if first.shows(index, place))
    ranked = sorted(kinds.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
    return replace(first, thinned=_thinned(index, [places for _, places in ranked]))


def _wholes(index: Index) -> dict[int, int]:
    places = {node.id: place for place, node in enumerate(index.nodes)}
    found = {}
    for place, node in enumerate(index.nodes):
        parts = node.id.split("/")
        stems = ("/".join(parts[:size]) for size in range(len(parts) - 1, 0, -1))
        whole = next((places[stem] for stem in stems if stem in places), None)
        if whole is not None:
            found[place] = whole
    return found


def _touches_only(index: Index, places: list[int], kinds: frozenset[str]) -> bool:
    """Say whether nodes have links, and none but to nodes of ``kinds``."""
    touched = {index.nodes[other].kind for place in places for other in index.neighbours[place]}
    return bool(touched) and touched <= kinds


def _thinned(index: Index, kinds: list[list[int]]) -> frozenset[int]:
    """Return what must go, so that the largest possible equal share of each kind can stay."""
    everything = frozenset(place for places in kinds for place in places)
    if not _too_full(index, everything):
        return frozenset()
    low, high = 1, max(len(places) for places in kinds)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if _too_full(index, _share(index, kinds, middle)) else (middle, high)
    return everything - _share(index, kinds, low)


def _share(index: Index, kinds: list[list[int]], most: int) -> frozenset[int]:
    """Return up to ``most`` nodes of each kind: those with the most links to the nodes chosen before."""
    chosen: frozenset[int] = frozenset()
    for places in kinds:
        near = {place: sum(other in chosen for other in index.neighbours[place]) for place in places}
        linked = [place for place in places if near[place] or not chosen]
        ranked = sorted(linked, key=lambda place: (-near[place], -len(index.neighbours[place]), place))
        chosen |= frozenset(ranked[:most])
    return chosen


def _too_full(index: Index, shown: frozenset[int]) -> bool:
    return len(shown) > MOST_NODES or len(index.pairs(shown)) > MOST_PAIRS
