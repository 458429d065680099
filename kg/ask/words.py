"""Cutting text into words that can be compared: folded, without plural s, in three languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 4

Words = tuple[str, ...]


class Word(NamedTuple):
    """A word of a text: folded, as printed, and where it starts."""

    folded: str
    printed: str
    start: int


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; punctuation separates them and is left out."""
    return tuple(Word(fold(match[0]), match[0], match.start()) for match in _WORD.finditer(text))


def folded(text: str) -> Words:
    """Return the words of a text, folded."""
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word in lower case, without accents and without the s of a plural."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(character for character in parts if not unicodedata.combining(character))
    if len(plain) > _SHORTEST and plain.endswith("ies"):
        return f"{plain[:-3]}y"
    if len(plain) >= _SHORTEST and plain.endswith("s") and not plain.endswith("ss"):
        return plain[:-1]
    return plain
