"""What a picture leaves out at first: parts behind their whole, and what a group stands for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.view.groups import Group, gathered, together
from kg.view.index import Index


@dataclass(frozen=True, slots=True)
class Opening:
    """What is seen when the page opens; everything else is one click away.

    Attributes:
        wholes: The node behind which a part is folded, by the part: an allegation behind its letter.
        folded: Kinds that are left out because all their nodes are parts, or touch nothing but parts.
        beside: Nodes that surround what the page is about.
        groups: The groups that stand for their members, when the picture would be too full without.
    """

    wholes: Mapping[int, int]
    folded: frozenset[str]
    beside: frozenset[int] = frozenset()
    groups: tuple[Group, ...] = ()

    def keeps(self, index: Index) -> Callable[[int], bool]:
        """Return whether the node at a place is seen when the page opens, as a card of its own."""
        behind = self.beside.union(*(group.members for group in self.groups))
        return lambda place: place not in behind and index.nodes[place].kind not in self.folded


def opening(index: Index, order: Mapping[str, int], beside: Collection[int] = ()) -> Opening:
    """Choose what the page shows first.

    A node whose IRI continues the IRI of another node is a part of that other: a request or an allegation
    lies under the letter that makes it.

    Args:
        index: The graph.
        order: The place of each kind in the legend.
        beside: Nodes that are not shown first.
    """
    wholes = _wholes(index)
    first = Opening(wholes, _folded(index, wholes), frozenset(beside))
    keeps = first.keeps(index)
    kinds = index.kinds(place for place in range(len(index.nodes)) if keeps(place))
    ranked = [kinds[kind] for kind in sorted(kinds, key=lambda kind: (order.get(kind, len(order)), kind))]
    groups = gathered(index, ranked)
    hidden = _hidden(index, first) if groups else ()
    return replace(first, groups=(*groups, *hidden))


def _folded(index: Index, wholes: Mapping[int, int]) -> frozenset[str]:
    kinds = index.kinds(range(len(index.nodes)))
    folded = {kind for kind, places in kinds.items() if all(place in wholes for place in places)}
    folded |= {kind for kind, places in kinds.items() if _touches_only(index, places, frozenset(folded))}
    return frozenset(folded) if len(folded) < len(kinds) else frozenset()


def _hidden(index: Index, opening: Opening) -> Sequence[Group]:
    """Return one group for each folded kind: among groups there is no place around wholes."""
    places = [place for place in range(len(index.nodes)) if place not in opening.beside]
    kinds = index.kinds(place for place in places if index.nodes[place].kind in opening.folded)
    return [together(index, kinds[kind]) for kind in sorted(kinds)]


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
