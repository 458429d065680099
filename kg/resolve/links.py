"""What rules and readers say of two appearances, before all of it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from kg.model.identity import Answer, Appearance
from kg.model.record import Basis


class Strength(IntEnum):
    """How strong a reason to join two names is; where reasons contradict a reader, the weakest go first."""

    DECISION = 0  # a reader said so
    LETTER = 1  # the same name in the same letter
    REGISTER = 2  # the register knows the person, the mandate and the time
    NAME = 3  # the same name in the same context
    SPELLING = 4  # another spelling of the name in the same context


@dataclass(frozen=True, slots=True)
class Link:
    """What a rule says of two appearances.

    Attributes:
        left: One appearance.
        right: The other.
        answer: Same, different or unsure.
        rule: Name of the rule.
        reason: One clause: what it saw.
        score: How alike the names are, 0 to 100.
        strength: How strong a reason to join them it is, when the answer is ``same``.
        basis: How it is known.
    """

    left: Appearance
    right: Appearance
    answer: Answer
    rule: str
    reason: str
    score: int = 100
    strength: Strength = Strength.NAME
    basis: Basis = Basis.NORMALISED


@dataclass(frozen=True, slots=True)
class Join:
    """Two appearances that are to become one thing."""

    left: Appearance
    right: Appearance
    strength: Strength


@dataclass(frozen=True, slots=True)
class Separation:
    """Appearances that a reader keeps apart: none of ``left`` may become one thing with one of ``right``.

    ``firm`` when the reader said "different"; else rules may not join them, but other answers of the
    reader may.
    """

    left: tuple[Appearance, ...]
    right: tuple[Appearance, ...]
    firm: bool


def chained(appearances: Iterable[Appearance], rule: str, reason: str, strength: Strength) -> Iterator[Link]:
    """Yield links that say that all these appearances are one thing."""
    for left, right in pairwise(sorted(set(appearances))):
        yield Link(left, right, Answer.SAME, rule, reason, 100, strength)


def joins(links: Iterable[Link]) -> Iterator[Join]:
    """Yield the joins that links ask for."""
    for link in links:
        if link.answer is Answer.SAME:
            yield Join(link.left, link.right, link.strength)
