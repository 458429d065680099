"""How large the card of a node is, from the length of its label."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

LINE = 16  # pixels from one line of a card to the next
FRAME = (38, 12)  # pixels around the text of a card: shape and margins
NARROWEST, WIDEST = 64, 214
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """Width and height in pixels."""

    width: int
    height: int


def card(label: str, width: int) -> Card:
    """Return the card of ``label`` on a column of ``width`` pixels."""
    room, length = width - FRAME[0], _length(label)
    # A line ends before the word that does not fit, so a broken line holds about a tenth less.
    lines = 1 if length <= room else ceil(length / (room * 0.9))
    return Card(width, FRAME[1] + LINE * min(max(lines, 1), MOST_LINES))


def column_width(labels: Iterable[str]) -> int:
    """Return the width that suits all ``labels`` of one kind."""
    longest = max((_length(label) for label in labels), default=0)
    return ceil(min(max(longest + FRAME[0], NARROWEST), WIDEST))


def _length(label: str) -> float:
    return sum(_advance(character) for character in label)


def _advance(character: str) -> float:
    """Return about how many pixels a character takes in a sans-serif face of 13 pixels."""
    if unicodedata.east_asian_width(character) in "WF":
        return 13.5
    if character in "ijlft.,;:'’()[]| /":
        return 4.2
    if character in "mwMW@":
        return 11.2
    return 9.2 if character.isupper() else 7.4
