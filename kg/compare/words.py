"""Words of a text in the form in which they are compared, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_LETTERS: Final = "[^\\W_](?:[^\\W_]|[\u0300-\u036f])*"  # accents may stand as characters of their own
_WORD: Final = re.compile(f"{_LETTERS}(?:['’ʼ‘]{_LETTERS})?")
_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        text: The text.
        forms: Each word as it is compared: case, typographic marks and punctuation make no difference.
        places: Where each stands in ``text``, as (start, end).
    """

    text: str
    forms: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.forms)

    def stretch(self, first: int, last: int) -> str:
        """Return the text from word ``first`` up to word ``last``, with what follows the words.

        Consecutive stretches put together, the first from 0 and the last to ``len``, are the whole text.
        """
        return self.text[self._edge(first) : self._edge(last)]

    def _edge(self, index: int) -> int:
        if index >= len(self.places):
            return len(self.text)
        return self.places[index][0] if index else 0


def words(text: str) -> Words:
    """Return the words of ``text``."""
    found = list(_WORD.finditer(text))
    return Words(text, tuple(form(match[0]) for match in found), tuple(match.span() for match in found))


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """Return a word as it is compared."""
    return unicodedata.normalize("NFKC", word).translate(_APOSTROPHES).casefold()


def forms(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as they are compared."""
    return tuple(form(word) for word in _WORD.findall(text))


def replaced(sequence: Sequence[str], names: Iterable[Sequence[str]], by: str) -> list[str]:
    """Return the words with each occurrence of one of the names as one word ``by``; longer names first."""
    first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted({tuple(name) for name in names if name}, key=lambda name: (-len(name), name)):
        first.setdefault(name[0], []).append(name)
    made: list[str] = []
    at = 0
    while at < len(sequence):
        fitting = (
            name for name in first.get(sequence[at], ()) if tuple(sequence[at : at + len(name)]) == name
        )
        here = next(fitting, None)
        made.append(by if here else sequence[at])
        at += len(here) if here else 1
    return made
