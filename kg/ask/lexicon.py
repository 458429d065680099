"""What words mean: the file ``queries/words.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kg.ask.words import Words, folded
from kg.errors import QueryError
from kg.resources import folder

ROLE: Final = "role"
LINK: Final = "-"
THING: Final = "="
FILE: Final = "words.txt"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Meanings by the words that have them.

    Words that mean nothing of their own have a meaning that begins with ``-``; words that name a thing have
    its kind and value, ``type=UA``.
    """

    meanings: Mapping[Words, str]
    longest: int

    def at(self, words: Words, start: int) -> tuple[str, int]:
        """Return the meaning of the longest phrase at ``start``, and its length; empty when there is none."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            meaning = self.meanings.get(words[start : start + length])
            if meaning is not None:
                return meaning, length
        return "", 0


def is_link(meaning: str) -> bool:
    """Return whether words of this meaning only link others."""
    return meaning.startswith(LINK)


@cache
def load_lexicon(place: Path | None = None) -> Lexicon:
    """Return the lexicon of this installation, or of another file.

    Raises:
        QueryError: If a line has no meaning before a colon.
    """
    file = place or folder("queries") / FILE
    meanings: dict[Words, str] = {}
    for line in file.read_text(encoding="utf-8").split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        meaning, colon, phrases = line.partition(":")
        if not colon:
            raise QueryError(f"{file}: cannot read {line!r}; write: meaning: word, several words")
        for phrase in phrases.split(","):
            meanings.setdefault(folded(phrase), meaning.strip())
    meanings.pop((), None)
    return Lexicon(meanings, max(map(len, meanings)))
