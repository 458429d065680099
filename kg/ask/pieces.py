"""The pieces of a question: names, words with a meaning, words that link them, words nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ask.lexicon import is_link
from kg.ask.things import MEANINGS, Thing
from kg.ask.words import Words

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a question that belong together.

    Attributes:
        words: The words, folded.
        printed: The words as printed.
        start: Where they start in the question.
        meaning: What they mean; empty when they name something.
        things: What they name.
    """

    words: Words
    printed: str
    start: int
    meaning: str = ""
    things: tuple[Thing, ...] = ()

    @property
    def links(self) -> bool:
        """Whether the words only link others."""
        return is_link(self.meaning)

    @property
    def says(self) -> frozenset[str]:
        """What the words say of whom or what: their meaning, or those of the kinds of thing they name."""
        if self.meaning:
            return frozenset({self.meaning})
        return frozenset(MEANINGS[thing.kind] for thing in self.things)
