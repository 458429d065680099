"""The order in which differences are shown: that of the left letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from kg.model.text import Part

if TYPE_CHECKING:
    from kg.compare.comparison import PassageDifference, Place

Position: TypeAlias = tuple[bool, int]
_BEFORE_ALL: Position = (False, -1)


def laid_out(listed: Sequence[PassageDifference]) -> list[PassageDifference]:
    """Return the passages in the order of the left letter, footnotes last.

    What only the right letter has stands behind the passage it follows there.
    """
    both = [one for one in listed if one.left is not None and one.right is not None]
    anchors = sorted((_position(one, one.right), _position(one, one.left)) for one in both)

    def order(one: PassageDifference) -> tuple[Position, bool, Position]:
        if one.left is not None:
            return _position(one, one.left), False, _BEFORE_ALL
        own = _position(one, one.right)
        index = bisect_left(anchors, (own, _BEFORE_ALL))
        return (anchors[index - 1][1] if index else _BEFORE_ALL), True, own

    return sorted(listed, key=order)


def _position(one: PassageDifference, place: Place | None) -> Position:
    start = place.spans[0].start if place is not None and place.spans else 0
    return one.part is Part.FOOTNOTE, start
