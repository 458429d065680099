"""Letters, replies and other texts, each counted under its own name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.query.known import KINDS

LETTER: Final = KINDS[0]
"""The kind of the letters of the mandates: what is counted where nothing else is said."""

_NAMES: Final = {
    LETTER: ("letter", "letters"),
    "Reply": ("reply", "replies"),
    "OtherText": ("other text", "other texts"),
}


def several(kind: str) -> str:
    """Return what several texts of a kind are called."""
    return _NAMES[kind][1]


def counted(numbers: Mapping[str, int]) -> str:
    """Return the numbers of texts of each kind in words, such as "107 letters, 6 replies"."""
    found = {kind: number for kind in KINDS if (number := numbers.get(kind, 0))} or {LETTER: 0}
    return ", ".join(f"{number:,} {_NAMES[kind][number != 1]}" for kind, number in found.items())
