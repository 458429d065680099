"""Names joined to things, and kept apart where a reader says so.

Nothing here depends on the order of the input: where reasons to join contradict a reader, all reasons of
the weakest kind go, in the whole of the contradictory thing, until it falls apart. Two entries of the
register are two things, as if a reader had said so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TypeAlias

from kg.model.identity import REGISTER, Appearance
from kg.resolve.links import Join, Separation, Strength

Cluster: TypeAlias = tuple[Appearance, ...]


class _Sets:
    """Disjoint sets of appearances."""

    def __init__(self) -> None:
        self._above: dict[Appearance, Appearance] = {}

    def root(self, one: Appearance) -> Appearance:
        """Return the appearance that stands for the set of ``one``."""
        top = one
        while (above := self._above.get(top, top)) != top:
            top = above
        while one != top:
            self._above[one], one = top, self._above.get(one, top)
        return top

    def join(self, one: Appearance, other: Appearance) -> None:
        """Make the sets of two appearances one."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low


def components(nodes: Iterable[Appearance], joins: Iterable[Join]) -> list[Cluster]:
    """Return the sets that joins make of the nodes, each sorted, in order."""
    sets = _Sets()
    for join in joins:
        sets.join(join.left, join.right)
    found: dict[Appearance, list[Appearance]] = defaultdict(list)
    for node in sorted(set(nodes)):
        found[sets.root(node)].append(node)
    return sorted(map(tuple, found.values()))


def contradicted(joins: Collection[Join], separations: Iterable[Separation]) -> list[Cluster]:
    """Return the sets that these joins make although they hold what is known to be two."""
    nodes = {node for join in joins for node in (join.left, join.right)}
    firm = [separation for separation in separations if separation.firm]
    whole = components(nodes, joins)
    return [cluster for cluster in whole if _two_entries(cluster) or _split(set(cluster), firm)]


def clusters(
    nodes: Iterable[Appearance], joins: Iterable[Join], separations: Iterable[Separation]
) -> list[Cluster]:
    """Return the things the appearances are joined to, sorted.

    Args:
        nodes: All appearances.
        joins: Reasons to join; those of a reader do not contradict each other (see ``contradicted``).
        separations: What a reader keeps apart.
    """
    touching = _Touching(separations)
    found: list[Cluster] = []
    waiting = [(tuple(nodes), tuple(joins))]
    while waiting:
        some, reasons = waiting.pop()
        whole = components(some, reasons)
        suspect = [
            cluster
            for cluster in whole
            if len(cluster) > 1 and (_two_entries(cluster) or touching.of(cluster))
        ]
        own = _by_cluster(suspect, reasons)
        for cluster in whole:
            weakest = max((join.strength for join in own.get(cluster, ())), default=Strength.DECISION)
            torn = weakest > Strength.DECISION and (
                _two_entries(cluster) or _split(set(cluster), touching.of(cluster), own[cluster])
            )
            if torn:
                waiting.append((cluster, tuple(join for join in own[cluster] if join.strength < weakest)))
            else:
                found.append(cluster)
    return sorted(found)


def _by_cluster(some: Iterable[Cluster], reasons: Iterable[Join]) -> dict[Cluster, list[Join]]:
    """Return the joins within each of the clusters."""
    place = {node: cluster for cluster in some for node in cluster}
    found: dict[Cluster, list[Join]] = defaultdict(list)
    for join in reasons:
        if join.left in place:
            found[place[join.left]].append(join)
    return found


class _Touching:
    """Separations by the appearances of their left side."""

    def __init__(self, separations: Iterable[Separation]) -> None:
        self._of: dict[Appearance, list[Separation]] = defaultdict(list)
        for separation in separations:
            for node in separation.left:
                self._of[node].append(separation)

    def of(self, cluster: Cluster) -> list[Separation]:
        """Return the separations whose left side stands in the cluster."""
        return list({id(one): one for node in cluster for one in self._of.get(node, ())}.values())


def _split(members: set[Appearance], separations: Iterable[Separation], joins: Iterable[Join] = ()) -> bool:
    """Return whether a separation runs through the members; a soft one yields to joins of a reader."""
    through = [one for one in separations if _meets(one.left, members) and _meets(one.right, members)]
    if not through or any(one.firm for one in through):
        return bool(through)
    decided = [join for join in joins if join.strength is Strength.DECISION]
    sides = [set(cluster) for cluster in components(members, decided)]
    return not all(
        any(_meets(one.left, side) and _meets(one.right, side) for side in sides) for one in through
    )


def _two_entries(members: Iterable[Appearance]) -> bool:
    """Return whether two entries of the register stand among the members."""
    return sum(member.letter == REGISTER for member in members) > 1


def _meets(some: Iterable[Appearance], members: set[Appearance]) -> bool:
    return not members.isdisjoint(some)
