"""Sketches of texts, and the pairs of texts that are worth comparing, in almost linear time.

A text is sketched by the least hashes of its shingles, five words each (bottom-k sketch; A. Broder, "On the
resemblance and containment of documents", 1997). Shingles that stand in letters of many days are formulas of
the genre and bring nobody together. Hashes are our own, so that they never depend on the process.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from typing import Final, NamedTuple

from kg.compare.words import forms

_SHINGLE: Final = 5
_SKETCH: Final = 192
_MOST_DAYS: Final = 4  # a shingle of letters of more days belongs to no single action
_FEWEST_SHARED: Final = 6
_BASE: Final = 1_000_003
_MODULUS: Final = (1 << 61) - 1
_MIX: Final = 0x9E3779B97F4A7C15 % _MODULUS


class Sketch(NamedTuple):
    """A letter for finding those like it.

    Attributes:
        name: What the caller calls it; names are sorted before anything is decided.
        day: Its date, or empty.
        hashes: The least hashes of its shingles.
    """

    name: str
    day: str
    hashes: frozenset[int]


class Sketcher:
    """Makes sketches; keeps the hashes of words it has met."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def sketch(self, name: str, day: str, text: str) -> Sketch:
        """Return the sketch of a text."""
        return Sketch(name, day, frozenset(nsmallest(_SKETCH, set(self._shingles(text)))))

    def _shingles(self, text: str) -> Iterator[int]:
        hashes = [self._hash(word) for word in forms(text)]
        top = pow(_BASE, _SHINGLE, _MODULUS)
        rolling = 0
        for index, value in enumerate(hashes):
            rolling = (rolling * _BASE + value) % _MODULUS
            if index >= _SHINGLE:
                rolling = (rolling - hashes[index - _SHINGLE] * top) % _MODULUS
            if index >= _SHINGLE - 1:
                yield rolling * _MIX % _MODULUS

    def _hash(self, word: str) -> int:
        known = self._known.get(word)
        if known is None:
            digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest()
            known = self._known[word] = int.from_bytes(digest)
        return known


def candidates(sketches: Sequence[Sketch]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names worth comparing, the likeliest first.

    Each letter is paired with the first and with the nearest earlier letter that has a shingle, never with
    all of them: letters that are alike are joined through each other.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for names in _buckets(sketches).values():
        for index in range(1, len(names)):
            shared.update({(names[0], names[index]), (names[index - 1], names[index])})
    often = ((pair, count) for pair, count in shared.items() if count >= _FEWEST_SHARED)
    return tuple(pair for pair, _ in sorted(often, key=lambda item: (-item[1], item[0])))


def _buckets(sketches: Sequence[Sketch]) -> Mapping[int, list[str]]:
    """Return the names of the letters that have a shingle, sorted, for those that belong to few days."""
    names: defaultdict[int, list[str]] = defaultdict(list)
    days: defaultdict[int, set[str]] = defaultdict(set)
    for sketch in sorted(sketches):
        for value in sketch.hashes:
            names[value].append(sketch.name)
            if len(days[value]) <= _MOST_DAYS:
                days[value].add(sketch.day)
    return {
        value: found for value, found in names.items() if len(found) > 1 and len(days[value]) <= _MOST_DAYS
    }
