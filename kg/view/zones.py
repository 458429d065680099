"""A small graph laid out for reading: each kind in a zone of its own around the kind in the middle.

A force-directed picture of five letters that share seven mandates, fourteen Governments and twelve principles
is a knot. Here letters stand in the middle, what comes in pairs with them to the left and to the right, what
many of them share above and below; the links become fans between zones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil

from kg.view.cards import Card, card, column_width
from kg.view.index import Index
from kg.view.kinds import group_kinds

GAP = 10  # pixels between cards of a row
STACK_GAP = 5  # pixels between cards of a column
AISLE = 104  # pixels between zones side by side, for the links
HIGH_AISLE = 78  # pixels between zones one above the other
SIDE_AISLE = 36  # pixels between two columns of one side
TITLE = 30  # pixels above a zone for its title
TALLEST = 16  # cards in a column
LOOSEST = 52  # pixels between cards of a short column
BROADEST = (1.6, 2.0, 2.5, 3.0, 3.5, 4.0)  # how many times as broad as the columns are tall a band may be
SCREEN = (1150, 780)  # pixels that a page usually has for the picture
MOST_ROWS = 5  # rows in a band of several kinds

MIDDLE, LEFT, RIGHT, ABOVE, BELOW = "middle", "left", "right", "above", "below"


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle that holds nodes of some kinds; ``x`` and ``y`` are its upper left corner."""

    kinds: tuple[str, ...]
    side: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands: the middle of its card, and the side of the picture it is on."""

    x: int
    y: int
    card: Card
    side: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Nodes of some kinds with their cards, laid out around (0, 0) being their upper left corner."""

    kinds: tuple[str, ...]
    spots: Mapping[int, Spot]
    width: int
    height: int

    def moved(self, x: int, y: int, side: str) -> tuple[Zone, dict[int, Spot]]:
        spots = {place: replace(s, x=s.x + x, y=s.y + y, side=side) for place, s in self.spots.items()}
        return Zone(self.kinds, side, x, y, self.width, self.height), spots


def lay_out(
    index: Index, places: Sequence[int], later: Sequence[int], order: Mapping[str, int]
) -> tuple[dict[int, Spot], tuple[Zone, ...]]:
    """Return where nodes stand, and the zones they form.

    Args:
        index: The graph.
        places: The nodes the page shows first; at least one.
        later: Nodes it may show later, which get places below the others.
        order: The place of each kind in the legend.
    """
    groups = group_kinds(index, places, order)
    nodes = {kind: _natural(index, found) for kind, found in index.kinds([*places, *later]).items()}
    sides: dict[str, list[tuple[str, ...]]] = {LEFT: [], RIGHT: [], ABOVE: [], BELOW: []}
    for number, group in enumerate(groups.around):
        sides[_side(number, len(groups.around), sides, nodes)].append(group)
    tries = [_compose(index, nodes, groups.middle, sides, broad) for broad in BROADEST]
    canvas = max(tries, key=_Canvas.scale)
    kinds = sorted(index.kinds(later), key=lambda kind: (order.get(kind, len(order)), kind))
    canvas.bands(kinds, BELOW, 1, centred=False)
    return canvas.spots, tuple(canvas.zones)


def _side(
    number: int, count: int, sides: Mapping[str, list[tuple[str, ...]]], nodes: Mapping[str, list[int]]
) -> str:
    if count == 1:
        return RIGHT
    if number < 2:  # noqa: PLR2004 -- the two sides
        return (LEFT, RIGHT)[number]
    return min(
        (ABOVE, BELOW), key=lambda side: sum(len(nodes[kind]) for group in sides[side] for kind in group)
    )


def _compose(
    index: Index,
    nodes: Mapping[str, list[int]],
    kind: str,
    sides: Mapping[str, list[tuple[str, ...]]],
    broad: float,
) -> _Canvas:
    """Put the groups of all sides around the middle, which holds the nodes of ``kind``."""
    heights = [_height(index, nodes, group) for side in (LEFT, RIGHT) for group in sides[side]]
    tallest = max([_columns(index, (kind,), nodes[kind], 0).height, *heights])
    middle = _columns(index, (kind,), nodes[kind], tallest)
    canvas = _Canvas(index, nodes, tallest, round(tallest * broad))
    canvas.put(middle, -middle.width // 2, -middle.height // 2, MIDDLE)
    for side, sign in ((LEFT, -1), (RIGHT, 1)):
        for group in sides[side]:
            canvas.columns(group, side, sign, middle.width // 2)
    for side, sign in ((ABOVE, -1), (BELOW, 1)):
        canvas.bands([kind for group in sides[side] for kind in group], side, sign)
    return canvas


def _height(index: Index, nodes: Mapping[str, list[int]], group: tuple[str, ...]) -> int:
    return max(_columns(index, (kind,), nodes[kind], 0).height for kind in group)


class _Canvas:
    """Collects zones and spots as they are put down."""

    def __init__(self, index: Index, nodes: Mapping[str, list[int]], tallest: int, broadest: int) -> None:
        self.index, self.nodes, self.tallest, self.broadest = index, nodes, tallest, broadest
        self.spots: dict[int, Spot] = {}
        self.zones: list[Zone] = []

    def scale(self) -> float:
        """Return how large the picture is when a screen shows all of it."""
        width = max(zone.x + zone.width for zone in self.zones) - min(zone.x for zone in self.zones)
        height = max(zone.y + zone.height for zone in self.zones) - min(zone.y for zone in self.zones)
        return min(SCREEN[0] / max(width, 1), SCREEN[1] / max(height + TITLE, 1))

    def put(self, block: _Block, x: int, y: int, side: str) -> None:
        zone, spots = block.moved(x, y, side)
        self.zones.append(zone)
        self.spots |= spots

    def columns(self, group: tuple[str, ...], side: str, sign: int, edge: int) -> None:
        """Put a group to the left or right: its first kind nearest, the others beside their partners."""
        distance = edge + AISLE
        for kind in group:
            distance += self._beside((kind,), side, sign, distance).width + SIDE_AISLE

    def _beside(self, kinds: tuple[str, ...], side: str, sign: int, distance: int) -> _Block:
        """Put a column at a ``distance`` from the middle, each card near the height of its partners."""
        places = [place for kind in kinds for place in self.nodes[kind]]
        wishes = {place: self._height_of_partners(place, side) for place in places}
        places.sort(key=lambda place: (wishes[place] is None, wishes[place] or 0))
        block = _columns(self.index, kinds, places, self.tallest)
        top = -block.height // 2
        if len(places) <= TALLEST:
            block, top = _levelled(block, places, wishes)
        self.put(block, distance if sign > 0 else -distance - block.width, top, side)
        return block

    def _height_of_partners(self, place: int, side: str) -> float | None:
        """Return the mean height of the neighbours on the same side, or else in the middle."""
        near = [self.spots[other] for other in self.index.neighbours[place] if other in self.spots]
        partners = [spot.y for spot in near if spot.side == side] or [
            spot.y for spot in near if spot.side == MIDDLE
        ]
        return sum(partners) / len(partners) if partners else None

    def bands(self, kinds: list[str], side: str, sign: int, *, centred: bool = True) -> None:
        """Put kinds above or below, side by side, in bands as wide as the picture is so far."""
        left = min(zone.x for zone in self.zones)
        breadth = max(zone.x + zone.width for zone in self.zones) - left
        room = max(breadth, self.broadest)
        left -= (room - breadth) // 2
        edge = HIGH_AISLE + max(zone.y + zone.height if sign > 0 else -zone.y for zone in self.zones)
        while kinds:
            band, kinds = self._band(kinds, room)
            x = left + (room - _breadth(band)) // 2 if centred else left
            height = max(block.height for block in band)
            for block in band:
                self.put(block, x, edge if sign > 0 else -edge - height, side)
                x += block.width + SIDE_AISLE
            edge += height + TITLE + GAP

    def _band(self, kinds: list[str], room: int) -> tuple[list[_Block], list[str]]:
        """Return the next band, of all ``kinds`` in as few rows as fit, or of the first when none do."""
        for rows in range(1, MOST_ROWS + 1):
            blocks = [_grid(self.index, kind, self.nodes[kind], rows) for kind in kinds]
            if _breadth(blocks) <= room:
                return blocks, []
        first = self.nodes[kinds[0]]
        fitting = (
            rows for rows in range(1, len(first)) if _grid(self.index, kinds[0], first, rows).width <= room
        )
        return [_grid(self.index, kinds[0], first, next(fitting, len(first)))], kinds[1:]


def _breadth(blocks: list[_Block]) -> int:
    return sum(block.width for block in blocks) + SIDE_AISLE * (len(blocks) - 1)


def _columns(index: Index, kinds: tuple[str, ...], places: list[int], height: int) -> _Block:
    """Stack cards in one column, or in several when there are many, spread over ``height``."""
    width = column_width(index.nodes[place].label for place in places)
    cards = {place: card(index.nodes[place].label, width) for place in places}
    count = max(1, ceil(len(places) / TALLEST))
    rows = ceil(len(places) / count)
    stacks = [places[start : start + rows] for start in range(0, len(places), rows)] if places else []
    tight = [sum(cards[place].height for place in stack) + STACK_GAP * (len(stack) - 1) for stack in stacks]
    tallest = max(tight, default=0)
    spare = min((height - tallest) / max(1, rows - 1), LOOSEST) if height > tallest else 0
    spots = {}
    for column, stack in enumerate(stacks):
        y = 0.0
        for place in stack:
            spots[place] = Spot(
                column * (width + GAP) + width // 2, round(y + cards[place].height / 2), cards[place], ""
            )
            y += cards[place].height + STACK_GAP + spare
    total = round(tallest + spare * max(0, rows - 1))
    return _Block(kinds, spots, max(0, len(stacks) * (width + GAP) - GAP), total)


def _levelled(block: _Block, places: list[int], wishes: Mapping[int, float | None]) -> tuple[_Block, int]:
    """Move the cards of one column to the heights wanted, as near as their own height allows.

    The cards keep their order and do not overlap; cards that would are moved as one, to the mean of what they
    want (pool adjacent violators). A card without a wish goes below the others.

    Returns:
        The block, and the height of its upper edge.
    """
    lowest = max((wish for wish in wishes.values() if wish is not None), default=0.0)
    runs: list[
        tuple[float, int]
    ] = []  # the common wish of a run of cards, were they all at the top; its length
    offsets = list(accumulate((block.spots[place].card.height + STACK_GAP for place in places), initial=0))
    for place, offset in zip(places, offsets, strict=False):
        wish = wishes[place]
        mean = (lowest if wish is None else wish) - block.spots[place].card.height / 2 - offset
        length = 1
        while runs and runs[-1][0] > mean:
            above, more = runs.pop()
            mean, length = (above * more + mean * length) / (more + length), more + length
        runs.append((mean, length))
    tops = [mean for mean, length in runs for _ in range(length)]
    return _with_tops(block, {place: tops[i] + offsets[i] for i, place in enumerate(places)})


def _with_tops(block: _Block, tops: Mapping[int, float]) -> tuple[_Block, int]:
    highest = round(min(tops.values()))
    spots = {
        place: replace(spot, y=round(tops[place] + spot.card.height / 2) - highest)
        for place, spot in block.spots.items()
    }
    height = max(spot.y + ceil(spot.card.height / 2) for spot in spots.values())
    return replace(block, spots=spots, height=height), highest


def _grid(index: Index, kind: str, places: list[int], rows: int) -> _Block:
    """Set cards in up to ``rows`` rows of about equal length."""
    width = column_width(index.nodes[place].label for place in places)
    cards = {place: card(index.nodes[place].label, width) for place in places}
    columns = ceil(len(places) / rows)
    spots, y = {}, 0
    for start in range(0, len(places), columns):
        row = places[start : start + columns]
        height = max(cards[place].height for place in row)
        for column, place in enumerate(row):
            spots[place] = Spot(column * (width + GAP) + width // 2, y + height // 2, cards[place], "")
        y += height + GAP
    return _Block((kind,), spots, columns * (width + GAP) - GAP, y - GAP)


def _natural(index: Index, places: list[int]) -> list[int]:
    """Sort by label, numbers by their value, so that principle 9 comes before principle 13."""

    def key(place: int) -> list[tuple[bool, int, str]]:
        parts = re.split("([0-9]+)", index.nodes[place].label.casefold())
        return [
            (part.isascii() and part.isdigit(), int(part) if part.isascii() and part.isdigit() else 0, part)
            for part in parts
        ]

    return sorted(places, key=key)
