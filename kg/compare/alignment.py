"""Aligning two sequences in almost linear time.

Items that are unique in both sequences and stand in the same order are anchors (patience sorting of their
places, O(n log n)); what lies between anchors is treated the same way, then compared exactly when it is
small, and taken as replaced when it is not. Method: the longest increasing subsequence of unique common
items, as in B. Cohen's patience diff.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_MOST_COMPARED: Final = 40_000  # product of lengths up to which a gap is compared item by item
_DEEPEST: Final = 12  # how often anchors are sought between anchors


class Run(NamedTuple):
    """A stretch of both sequences: ``left[a:b]`` and ``right[c:d]``, equal or not; never both empty."""

    a: int
    b: int
    c: int
    d: int
    equal: bool


def aligned(left: Sequence[str], right: Sequence[str]) -> tuple[Run, ...]:
    """Return how two sequences correspond: runs that cover both, equal and unequal in turn."""
    pairs = sorted(set(_pairs(left, right)))
    return tuple(_runs(pairs, len(left), len(right)))


def _pairs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that hold the same item, in no order; places rise together."""
    waiting = [(0, (0, len(left), 0, len(right)))]
    while waiting:
        depth, (a, b, c, d) = waiting.pop()
        while a < b and c < d and left[a] == right[c]:
            yield a, c
            a, c = a + 1, c + 1
        while a < b and c < d and left[b - 1] == right[d - 1]:
            b, d = b - 1, d - 1
            yield b, d
        if a == b or c == d:
            continue
        anchors = _anchors(left, right, (a, b, c, d)) if depth < _DEEPEST else []
        if anchors:
            yield from anchors
            waiting.extend((depth + 1, gap) for gap in _gaps(anchors, (a, b, c, d)))
        elif (b - a) * (d - c) <= _MOST_COMPARED:
            yield from _exact(left[a:b], right[c:d], a, c)


def _anchors(
    left: Sequence[str], right: Sequence[str], limits: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    a, b, c, d = limits
    here, there = Counter(left[a:b]), Counter(right[c:d])
    place = {right[at]: at for at in range(c, d) if there[right[at]] == 1}
    common = [(at, place[left[at]]) for at in range(a, b) if here[left[at]] == 1 and left[at] in place]
    return _rising(common)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence whose second numbers rise."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(pairs):
        at = bisect_left(tails, value)
        before.append(last[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            last.append(index)
        else:
            tails[at], last[at] = value, index
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _gaps(
    anchors: Sequence[tuple[int, int]], limits: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    a, b, c, d = limits
    for x, y in anchors:
        if a < x and c < y:
            yield a, x, c, y
        a, c = x + 1, y + 1
    if a < b and c < d:
        yield a, b, c, d


def _exact(left: Sequence[str], right: Sequence[str], a: int, c: int) -> Iterator[tuple[int, int]]:
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield a + block.a + step, c + block.b + step


def _runs(pairs: Sequence[tuple[int, int]], length: int, other: int) -> Iterator[Run]:
    a = c = 0
    index = 0
    while index < len(pairs):
        x, y = pairs[index]
        if (a, c) != (x, y):
            yield Run(a, x, c, y, equal=False)
        start = index
        while index < len(pairs) and pairs[index] == (x + index - start, y + index - start):
            index += 1
        a, c = x + index - start, y + index - start
        yield Run(x, a, y, c, equal=True)
    if (a, c) != (length, other):
        yield Run(a, length, c, other, equal=False)
