"""What occurs together with a thing, and the picture of it: a fan from the thing to its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from kg.serve.occurrences import Occurrences, Positions
from kg.serve.things import Thing, Things
from kg.vocab.terms import ID

MOST_LETTERS: Final = 2000
"""Neighbours are counted in so many of the newest letters; beyond, a count changes no picture."""

_GROUPS: Final = (
    (f"{ID}mandate/", 7),
    (f"{ID}company/", 5),
    (f"{ID}person/", 5),
    (f"{ID}government/", 5),
    (f"{ID}organisation/", 2),
    (f"{ID}ungp/", 3),
    (f"{ID}instrument/", 3),
    (f"{ID}issue/", 5),
)
_ROW: Final = 21
_LABEL: Final = 46
_CENTRE: Final = 22
_NODES: Final = 122


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing, and how many letters it shares with another."""

    thing: Thing
    count: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A neighbour in the picture: how high it stands, its short label, and how thick its line is."""

    thing: Thing
    count: int
    y: int
    label: str
    width: float


@dataclass(frozen=True, slots=True)
class Fan:
    """The picture: neighbours one below the other, and the thing itself at half their height."""

    drawn: tuple[Drawn, ...]
    height: int
    middle: float
    centre: int = _CENTRE
    nodes: int = _NODES


class Neighbours:
    """Which things occur together, by letter."""

    def __init__(self, occurrences: Occurrences, things: Things) -> None:
        self._occurrences = occurrences
        self._things = things
        self._in_letter: list[list[str]] = [[] for _ in occurrences.letters]
        for iri, positions in occurrences.positions.items():
            if iri.startswith(tuple(start for start, _ in _GROUPS)):
                for at in positions:
                    self._in_letter[at].append(iri)

    def of(self, iri: str, letters: Positions) -> list[Neighbour]:
        """Return what occurs most often in the letters in which a thing occurs, kind by kind."""
        newest = sorted(letters)[:MOST_LETTERS]
        count = Counter(chain.from_iterable(self._in_letter[at] for at in newest))
        count.pop(iri, None)
        found: list[Neighbour] = []
        for start, most in _GROUPS:
            ranked = sorted(((-number, other) for other, number in count.items() if other.startswith(start)))
            found += [Neighbour(self._things.of(other), -number) for number, other in ranked[:most]]
        return found


def fan(neighbours: Iterable[Neighbour]) -> Fan | None:
    """Return the picture of some neighbours, or None when there are none."""
    listed = list(neighbours)
    if not listed:
        return None
    most = max(neighbour.count for neighbour in listed)
    drawn = tuple(
        Drawn(
            neighbour.thing,
            neighbour.count,
            _ROW * place + _ROW,
            _short(neighbour.thing.label),
            round(0.7 + 1.8 * neighbour.count / most, 2),
        )
        for place, neighbour in enumerate(listed)
    )
    height = _ROW * (len(drawn) + 1)
    return Fan(drawn, height, height / 2)


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"
