"""Which kinds of things belong side by side: the graph seen from so far that only its kinds remain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.view.index import Index

# Two kinds come in pairs when a pair of nodes is linked for at least half of each kind ...
COVERED = 0.5
# ... and hardly any node has several partners.
PARTNERS = 1.5


@dataclass(frozen=True, slots=True)
class Groups:
    """The kinds of a picture.

    Attributes:
        middle: The kind that is linked with the most other kinds: in this genre, the letter.
        around: The other kinds in groups that belong side by side; in each the kind closest to ``middle``
            comes first, and groups of several kinds come before single kinds.
    """

    middle: str
    around: tuple[tuple[str, ...], ...]


def group_kinds(index: Index, places: Sequence[int], order: Mapping[str, int]) -> Groups:
    """Group the kinds of the nodes at ``places``, which must not be empty.

    Two kinds belong together when their nodes come in pairs, as companies and their heads do. A kind without
    a link to the middle belongs to the kind it has most links with.
    """
    kinds = sorted(index.kinds(places), key=lambda kind: (order.get(kind, len(order)), kind))
    ties = _Ties.between(index, places)
    middle = max(kinds, key=ties.reach)  # the first of equals, so the first in the legend
    groups: list[list[str]] = []
    for kind in (kind for kind in kinds if kind != middle):
        near = [group for group in groups if any(ties.belong(kind, other, middle) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), kind])
    ranked = sorted(groups, key=lambda group: (len(group) == 1, kinds.index(group[0])))
    return Groups(middle, tuple(tuple(_closest_first(group, ties, middle)) for group in ranked))


def _closest_first(group: list[str], ties: _Ties, middle: str) -> list[str]:
    closest = max(group, key=lambda kind: ties.pairs[kind, middle])
    return [closest, *(kind for kind in group if kind != closest)]


@dataclass(frozen=True, slots=True)
class _Ties:
    """How kinds are linked.

    Attributes:
        sizes: Number of nodes of each kind.
        pairs: Number of linked pairs of nodes of two kinds, under both orders of the kinds.
        covered: Number of nodes of the first kind that have a link to the second.
    """

    sizes: Mapping[str, int]
    pairs: Counter[tuple[str, str]]
    covered: Counter[tuple[str, str]]

    @classmethod
    def between(cls, index: Index, places: Sequence[int]) -> _Ties:
        pairs: Counter[tuple[str, str]] = Counter()
        touching: set[tuple[int, str]] = set()
        for a, b in index.pairs(places):
            first, second = index.nodes[a].kind, index.nodes[b].kind
            if first != second:
                pairs.update(((first, second), (second, first)))
                touching.update(((a, second), (b, first)))
        covered = Counter((index.nodes[place].kind, kind) for place, kind in touching)
        return cls({kind: len(found) for kind, found in index.kinds(places).items()}, pairs, covered)

    def reach(self, kind: str) -> int:
        """Return with how many other kinds ``kind`` is linked."""
        return sum(first == kind for first, _ in self.pairs)

    def belong(self, kind: str, other: str, middle: str) -> bool:
        """Say whether ``kind`` and ``other`` are to stand side by side."""
        return self._paired(kind, other) or self._led(kind, other, middle) or self._led(other, kind, middle)

    def _paired(self, kind: str, other: str) -> bool:
        sizes = (self.sizes[kind], self.sizes[other])
        few = self.pairs[kind, other] <= PARTNERS * max(sizes)
        return (
            few
            and self.covered[kind, other] >= COVERED * sizes[0]
            and self.covered[other, kind] >= COVERED * sizes[1]
        )

    def _led(self, kind: str, other: str, middle: str) -> bool:
        """Say whether ``kind`` reaches the middle only through others, and mostly through ``other``."""
        links = self.pairs[kind, other]
        most = max((count for (first, _), count in self.pairs.items() if first == kind), default=0)
        return not self.pairs[kind, middle] and links > 0 and links == most
