"""Many things of one kind behind one card, so that a large graph can be read at first sight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.network import Node
from kg.view.index import Index

MOST_CARDS = 110  # more labels than this cannot be read at once
MOST_OF_A_KIND = 40
MOST_PERIODS = 20
UNDATED = "undated"
ALL = "all"

_DATE = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes of one kind that one card stands for.

    Attributes:
        kind: Their kind.
        name: What they have in common, a year or a month; ``all`` when there are no others of their kind;
            empty when they are the less linked ones.
        members: Their places, those with the most links first.
    """

    kind: str
    name: str
    members: tuple[int, ...]

    @property
    def label(self) -> str:
        """What stands on the card."""
        return f"{self.name} · {len(self.members):,}" if self.name else f"… {len(self.members):,} more"

    @property
    def iri(self) -> str:
        """A name that no node has."""
        return f"group:{self.kind}/{self.name or 'more'}"


def gathered(index: Index, kinds: Sequence[list[int]]) -> tuple[Group, ...]:
    """Return the groups that leave no more than ``MOST_CARDS`` cards, if that can be; none when not needed.

    Dated things are grouped by year or month. Of other kinds the nodes with the most links stay, as many of
    each kind, and the rest forms one group.

    Args:
        index: The graph.
        kinds: The places of the nodes, by kind.
    """
    if sum(map(len, kinds)) <= MOST_CARDS:
        return ()
    periods = [_periods(index, places) for places in kinds]
    most = next(
        (most for most in range(MOST_OF_A_KIND, 1, -1) if _cards(kinds, periods, most) <= MOST_CARDS), 1
    )
    return tuple(
        group
        for places, names in zip(kinds, periods, strict=True)
        if len(places) > most + 1
        for group in _groups(index, places, names, most)
    )


def together(index: Index, places: Sequence[int], name: str = ALL) -> Group:
    """Return the group of all ``places``, which are of one kind."""
    return Group(index.nodes[places[0]].kind, name, tuple(_ranked(index, places)))


def summary(index: Index, groups: Sequence[Group]) -> Index:
    """Return the graph with each group as one more node, which has the links of its members."""
    stand = list(range(len(index.nodes)))
    for number, group in enumerate(groups, len(index.nodes)):
        for member in group.members:
            stand[member] = number
    nodes = (*index.nodes, *(Node(group.iri, group.kind, group.label) for group in groups))
    return Index.joined(nodes, index.edges, [(stand[source], stand[target]) for source, target in index.ends])


def _cards(kinds: Sequence[list[int]], periods: Sequence[dict[str, list[int]]], most: int) -> int:
    return sum(
        len(places) if len(places) <= most + 1 else len(names) or most + 1
        for places, names in zip(kinds, periods, strict=True)
    )


def _groups(index: Index, places: list[int], periods: dict[str, list[int]], most: int) -> list[Group]:
    if periods:
        return [together(index, periods[name], name) for name in sorted(periods)]
    return [together(index, _ranked(index, places)[most:], "")]


def _ranked(index: Index, places: Sequence[int]) -> list[int]:
    return sorted(places, key=lambda place: (-len(index.neighbours[place]), place))


def _periods(index: Index, places: list[int]) -> dict[str, list[int]]:
    """Return nodes by year, or by month when all are of one year; nothing when few of them are dated."""
    dates = {place: _date(index.nodes[place]) for place in places}
    if 2 * sum(map(bool, dates.values())) < len(places):
        return {}
    for length in (4, 7):
        found: dict[str, list[int]] = defaultdict(list)
        for place, date in dates.items():
            found[date[:length] or UNDATED].append(place)
        if 1 < len(found) <= MOST_PERIODS:
            return dict(found)
    return {}


def _date(node: Node) -> str:
    """Return the date of a node, empty when it has none or one that cannot be read."""
    date = str(dict(node.attributes).get("date", ""))
    return date if _DATE.fullmatch(date) else ""
