"""Where everything stands when the page opens, so that the browser computes no forces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.view.cards import Card
from kg.view.folding import Opening
from kg.view.forces import spread
from kg.view.groups import summary
from kg.view.index import Index
from kg.view.zones import MIDDLE, Spot, Zone, lay_out

MOST_DOTS = 6000  # more dots than this do not move fluently
DOT = Card(12, 12)
RING = 22  # pixels between a card and the first ring of parts around it, and from ring to ring
STEP = 18  # pixels between two parts on a ring, which are 12 wide and meet at corners


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the nodes stand.

    Attributes:
        spots: Place of each node that has a card, and, after the last node, of each group; for a part of a
            whole, its place relative to that.
        zones: The rectangles of the kinds, for their titles.
        room: By how much to stretch the picture when the parts are shown around their wholes.
        dots: Place of each node when a graph with groups is shown without; none when it is too large.
    """

    spots: Mapping[int, Spot]
    zones: tuple[Zone, ...]
    room: float = 1.0
    dots: Mapping[int, tuple[int, int]] = field(default_factory=dict)


def layout(index: Index, opening: Opening, order: Mapping[str, int]) -> Layout:
    """Return where the nodes of ``index`` stand; the same on every machine."""
    whole = summary(index, opening.groups)
    keeps = opening.keeps(whole)
    first = [place for place in range(len(whole.nodes)) if keeps(place)]
    if not first:
        return Layout({}, ())
    if opening.groups:
        folded = range(len(index.nodes), len(whole.nodes))
        later = [place for place in folded if whole.nodes[place].kind in opening.folded]
        spots, zones = lay_out(whole, first, later, order)
        return Layout(spots, zones, dots=_dots(index, opening))
    parts = parts_of(index, opening)
    later = [
        p for p in range(len(index.nodes)) if p not in parts and not keeps(p) and p not in opening.beside
    ]
    spots, zones = lay_out(index, first, later, order)
    return Layout(spots | _rings(parts, spots), zones, _room(parts, spots))


def parts_of(index: Index, opening: Opening) -> dict[int, int]:
    """Return the parts that stand around their whole, with that."""
    return {
        part: whole
        for part, whole in opening.wholes.items()
        if index.nodes[part].kind in opening.folded
        and index.nodes[whole].kind not in opening.folded
        and not opening.beside & {part, whole}
    }


def _dots(index: Index, opening: Opening) -> Mapping[int, tuple[int, int]]:
    places = [place for place in range(len(index.nodes)) if place not in opening.beside]
    free = [place for place in places if index.nodes[place].kind not in opening.folded]
    if len(free) > MOST_DOTS:
        return {}
    parts = parts_of(index, opening)
    others = [place for place in places if index.nodes[place].kind in opening.folded and place not in parts]
    found = spread(index, free, others)
    rings = _rings(parts, {place: Spot(x, y, DOT, MIDDLE) for place, (x, y) in found.items()})
    return found | {place: (spot.x, spot.y) for place, spot in rings.items()}


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
