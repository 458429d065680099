"""Where everything stands when the page opens, so that the browser computes no forces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.view.cards import Card
from kg.view.folding import Opening
from kg.view.forces import spread
from kg.view.index import Index
from kg.view.zones import MIDDLE, Spot, Zone, lay_out

MOST_CARDS = 180  # more labels than this cannot be read at once
DOT = Card(12, 12)
RING = 22  # pixels between a card and the first ring of parts around it, and from ring to ring
STEP = 18  # pixels between two parts on a ring, which are 12 wide and meet at corners


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the nodes stand.

    Attributes:
        style: ``cards`` when every label can be read at once, else ``dots``.
        spots: Place of each node; for a part, relative to its whole.
        zones: The rectangles of the kinds, for their titles; none among dots.
        room: By how much to stretch the picture when the parts are shown around their wholes.
    """

    style: str
    spots: Mapping[int, Spot]
    zones: tuple[Zone, ...]
    room: float


def layout(index: Index, opening: Opening, order: Mapping[str, int]) -> Layout:
    """Return where the nodes of ``index`` stand; the same on every machine."""
    places = range(len(index.nodes))
    first = [place for place in places if opening.shows(index, place)]
    parts = {p: whole for p, whole in opening.wholes.items() if index.nodes[p].kind in opening.folded}
    later = [place for place in places if place not in parts and not opening.shows(index, place)]
    if not first:
        return Layout("cards", {}, (), 1.0)
    if len(first) <= MOST_CARDS:
        spots, zones = lay_out(index, first, later, order)
        return Layout("cards", spots | _rings(parts, spots), zones, _room(parts, spots))
    spots = {p: Spot(x, y, DOT, MIDDLE) for p, (x, y) in spread(index, first, later).items()}
    return Layout("dots", spots | _rings(parts, spots), (), 1.0)


def _rings(parts: Mapping[int, int], spots: Mapping[int, Spot]) -> dict[int, Spot]:
    """Set the parts of each whole in frames around its card."""
    by_whole: dict[int, list[int]] = defaultdict(list)
    for part, whole in parts.items():
        by_whole[whole].append(part)
    return {
        part: Spot(x, y, DOT, MIDDLE)
        for whole, members in by_whole.items()
        for part, (x, y) in zip(members, _frames(len(members), spots[whole].card), strict=True)
    }


def _frames(count: int, card: Card) -> list[tuple[int, int]]:
    """Return ``count`` places on rectangles around ``card``, equally far apart on each."""
    found: list[tuple[int, int]] = []
    ring = 0
    while len(found) < count:
        ring += 1
        width, height = card.width + 2 * RING * ring, card.height + 2 * RING * ring
        around = 2 * (width + height)
        fitting = min(around // STEP, count - len(found))
        found += [_on_frame(step * around // fitting, width, height) for step in range(fitting)]
    return found


def _on_frame(way: int, width: int, height: int) -> tuple[int, int]:
    """Return the place ``way`` pixels along a rectangle, clockwise from its upper left corner."""
    left, top = -(width // 2), -(height // 2)
    if way < width:
        return left + way, top
    if way < width + height:
        return left + width, top + way - width
    if way < 2 * width + height:
        return left + 2 * width + height - way, top + height
    return left, top + 2 * (width + height) - way


def _room(parts: Mapping[int, int], spots: Mapping[int, Spot]) -> float:
    """Return by how much wholes must move apart for their rings not to overlap."""
    rings = _rings(parts, spots)
    wholes = sorted({(spots[whole].y, spots[whole].x) for whole in parts.values()})
    reach = 2 * max((spot.y for spot in rings.values()), default=0) + RING
    steps = [below[0] - above[0] for above, below in pairwise(wholes) if above[1] == below[1]]
    return round(max(1.0, reach / min(steps)), 2) if steps and parts else 1.0
