"""Which passages of two letters correspond: the same, reworded, moved, or without counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from kg.compare.alignment import aligned
from kg.compare.matching import matched
from kg.compare.passages import LetterText, Passage


class How(StrEnum):
    """How two passages correspond."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    LEFT = "left"
    RIGHT = "right"


class Pairing(NamedTuple):
    """Two passages that correspond; one of them is None where the other has no counterpart."""

    how: How
    left: Passage | None
    right: Passage | None


def paired(left: Sequence[Passage], right: Sequence[Passage]) -> tuple[Pairing, ...]:
    """Return the passages of two letters side by side, each exactly once, in the order of ``left``.

    What only ``right`` has stands behind the passage that it follows there.
    """
    found: list[tuple[Passage | None, Passage | None]] = []
    for run in aligned(_keys(left), _keys(right)):
        if run.equal:
            found += zip(left[run.a : run.b], right[run.c : run.d], strict=True)
        else:
            found += _in_order(left[run.a : run.b], right[run.c : run.d])
    return tuple(_moved(found))


def common_words(left: Sequence[Passage], right: Sequence[Passage]) -> float:
    """Return the share of the words of two lists of passages that both have in the same order, 0 to 1.

    Where paragraphs begin makes no difference: a letter on one line is as good as any.
    """
    here, there = ([word for one in passages for word in one.words.forms] for passages in (left, right))
    if not here and not there:
        return 0.0
    common = sum(run.b - run.a for run in aligned(here, there) if run.equal)
    return 2 * common / (len(here) + len(there))


def letters_paired(left: LetterText, right: LetterText) -> tuple[Pairing, ...]:
    """Return the passages of the bodies of two letters side by side."""
    return paired(left.body, right.body)


def _keys(passages: Sequence[Passage]) -> list[str]:
    return [" ".join(passage.words.forms) for passage in passages]


def _in_order(
    left: Sequence[Passage], right: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Yield the pairs of a gap; of pairs that cross, those that keep the order are taken."""
    pairs = matched([one.text for one in left], [one.text for one in right])
    kept: list[tuple[int, int]] = []
    for pair in pairs:
        if pair.left is not None and pair.right is not None and pair.right > (kept[-1][1] if kept else -1):
            kept.append((pair.left, pair.right))
    a = c = 0
    for x, y in [*kept, (len(left), len(right))]:
        yield from ((one, None) for one in left[a:x])
        yield from ((None, one) for one in right[c:y])
        if x < len(left):
            yield left[x], right[y]
        a, c = x + 1, y + 1


def _moved(found: Sequence[tuple[Passage | None, Passage | None]]) -> Iterator[Pairing]:
    """Yield the pairs, with passages that stand alone on both sides joined where they are alike."""
    left = [one for one, other in found if one is not None and other is None]
    right = [other for one, other in found if one is None and other is not None]
    pairs = matched([one.text for one in left], [one.text for one in right])
    partner = {pair.left: pair.right for pair in pairs if pair.left is not None and pair.right is not None}
    gone = set(partner.values())
    a = c = 0
    for one, other in found:
        if one is not None and other is not None:
            yield Pairing(_in_place(one, other), one, other)
        elif one is not None:
            at = partner.get(a)
            yield Pairing(How.LEFT, one, None) if at is None else _elsewhere(one, right[at])
            a += 1
        elif c not in gone:
            yield Pairing(How.RIGHT, None, other)
            c += 1
        else:
            c += 1


def _in_place(left: Passage, right: Passage) -> How:
    return How.SAME if left.words.forms == right.words.forms else How.CHANGED


def _elsewhere(left: Passage, right: Passage) -> Pairing:
    """Return the pair; what bears the same number has not moved, whatever moved around it."""
    same_number = left.number and left.number == right.number
    return Pairing(_in_place(left, right) if same_number else How.MOVED, left, right)
