"""Two names of persons compared: diacritics, initials, left-out names, particles, order of names.

Names are never split into given name and surname: which is which depends on where somebody was born. What
counts is which words both names share, in which order, and what the other words can stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kg.resolve.folding import folded

_WORD: Final = re.compile(r"[^\W_]+")
_TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mme",
        "mlle",
        "dr",
        "dra",
        "prof",
        "professor",
        "professeur",
        "profesor",
        "profesora",
        "sr",
        "sra",
        "srta",
        "hon",
        "sir",
    ]
)
_ONE_OF_MANY: Final = {"el": "al", "ul": "al", "ben": "bin", "ibn": "bin"}
_BEGINS_A_NAME: Final = frozenset({"al", "abd", "abdul", "abdel", "abdal", "abu"})
_PARTICLES: Final = frozenset(
    [
        "al",
        "bin",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "las",
        "van",
        "von",
        "der",
        "den",
        "y",
        "e",
        "ap",
    ]
)
_SHORT, _LONG, _LONGER = 3, 4, 8
_ENOUGH: Final = 2
_FIRST_IDEOGRAPH: Final = "\u2e80"


class Likeness(IntEnum):
    """How alike two names are, from nothing to the same words."""

    NONE = 0
    CONTRARY = 1  # the same full names with initials that contradict each other
    SIMILAR = 2  # one word differs by a letter or two
    ABBREVIATED = 3  # one name stands for the other with initials or without some of its words
    REORDERED = 4  # the same words in another order
    EQUAL = 5  # the same words


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person, taken apart: its folded words, articles joined to the name they begin."""

    words: tuple[str, ...]

    @property
    def closed(self) -> str:
        """The words closed up, so that "Hee-Seok" and "Heeseok" are one."""
        return "".join(self.words)

    @property
    def full(self) -> tuple[str, ...]:
        """The words that are more than an initial or a particle."""
        return tuple(word for word in self.words if not _is_initial(word) and word not in _PARTICLES)

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials."""
        return tuple(word for word in self.words if _is_initial(word))

    @property
    def identifies(self) -> bool:
        """Whether it can be compared beyond its letter: a surname or initials alone name nobody."""
        full = self.full
        return len(full) >= _ENOUGH or (len(full) == 1 and (bool(self.initials) or _is_whole(full[0])))

    @property
    def turned(self) -> str:
        """What a name and the same name in another order share: the least of its rotations."""
        closed = self.closed
        return min((closed[cut:] + closed[:cut] for cut in range(len(closed))), default="")


@lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName:
    """Return a name of a person taken apart. "Méndez, Juan E." is read as "Juan E. Méndez"."""
    last, comma, first = folded(name).partition(",")
    words = _WORD.findall(f"{first} {last}" if comma and first.strip() else last)
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    words = [_ONE_OF_MANY.get(word, word) if word != words[-1] else word for word in words]
    return PersonName(tuple(_joined(words)))


def compare_persons(left: PersonName, right: PersonName) -> tuple[Likeness, int]:
    """Return how alike two names of persons are, and a score from 0 to 100."""
    likeness = _likeness(left, right)
    score = fuzz.ratio(" ".join(sorted(left.words)), " ".join(sorted(right.words)))
    return likeness, 100 if likeness is Likeness.EQUAL else round(score)


def _likeness(left: PersonName, right: PersonName) -> Likeness:
    if not left.closed or not right.closed:
        return Likeness.NONE
    if _same_words(left.words, right.words):
        return Likeness.EQUAL
    if _turns_into(left, right) or _turns_into(right, left):
        return Likeness.REORDERED
    if _stands_for(left, right) or _stands_for(right, left):
        return Likeness.ABBREVIATED
    if sorted(left.full) == sorted(right.full) and left.initials and right.initials:
        return Likeness.CONTRARY
    return Likeness.SIMILAR if _one_word_off(left.full, right.full) else Likeness.NONE


def _joined(words: Sequence[str]) -> list[str]:
    """Join "al", "abdul" and the like to the word they begin."""
    joined: list[str] = []
    for index, word in enumerate(words):
        if joined and words[index - 1] in _BEGINS_A_NAME:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isascii()


def _is_whole(word: str) -> bool:
    """Whether a single word is a whole name: scripts that print surname and given name without a space."""
    return len(word) > 1 and all(char >= _FIRST_IDEOGRAPH for char in word)


def _turns_into(name: PersonName, other: PersonName) -> bool:
    words = name.words
    return len(name.closed) == len(other.closed) and any(
        _same_words((*words[cut:], *words[:cut]), other.words) for cut in range(1, len(words))
    )


def _same_words(some: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether the words are the same, or some are written together: never "Li Na" and "Lin A"."""
    if "".join(some) != "".join(others):
        return False
    ours, theirs = set(accumulate(map(len, some))), set(accumulate(map(len, others)))
    return ours <= theirs or theirs <= ours


def _stands_for(short: PersonName, long: PersonName) -> bool:
    """Return whether the words of ``short`` stand, in order, for words of ``long``, in any rotation."""
    if len(short.words) > len(long.words) or not all(_has_room(word, long) for word in short.words):
        return False
    rotations = ((*short.words[cut:], *short.words[:cut]) for cut in range(len(short.words)))
    return any(_fits(words, long.words) for words in rotations)


def _has_room(word: str, long: PersonName) -> bool:
    return any(_abbreviates(word, other) for other in long.words)


def _fits(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether ``short`` abbreviates ``long``: two full words agree, or the last and the initials."""
    place, full = 0, 0
    for word in short:
        while place < len(long) and not _abbreviates(word, long[place]):
            place += 1
        if place == len(long):
            return False
        full += _agrees(word, long[place]) and word not in _PARTICLES and len(word) > 1
        place += 1
    surname = short[-1]
    return full >= _ENOUGH or (
        full == 1 and len(short) > 1 and len(surname) >= _SHORT and _agrees(surname, long[-1])
    )


def _abbreviates(word: str, other: str) -> bool:
    if _is_initial(word):
        return other.startswith(word)
    return _agrees(word, other) or (_is_initial(other) and word.startswith(other))


def _agrees(word: str, other: str) -> bool:
    return word in (other, f"al{other}") or other == f"al{word}"


def _one_word_off(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether all full words agree but one, and that one by a letter (long words: two)."""
    if len(left) != len(right) or len(left) < _ENOUGH:
        return False
    ours, theirs = list(left), list(right)
    for word in left:
        if word in theirs:
            ours.remove(word)
            theirs.remove(word)
    if len(ours) != 1:
        return False
    shortest = min(len(ours[0]), len(theirs[0]))
    allowed = 2 if shortest >= _LONGER else 1
    return shortest >= _LONG and OSA.distance(ours[0], theirs[0]) <= allowed
