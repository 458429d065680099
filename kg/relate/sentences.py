"""The sentences of a letter, each with its block and the mentions in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, words

_LONGEST_HEADING: Final = 120
_SENTENCE_ENDS: Final = '.!?:;…”"»)¹²³⁴⁵⁶⁷⁸⁹⁰'


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block.

    Attributes:
        block: The block it stands in.
        start: Its first character, an index of ``block.text``.
        end: One past its last character.
        mentions: The mentions that lie in it; their offsets are indices of ``block.text`` too.
    """

    block: Block
    start: int
    end: int
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]

    def of(self, *kinds: MentionKind) -> tuple[Mention, ...]:
        """Return the mentions of the given kinds in it."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)

    def hedges(self, *cues: str) -> tuple[Mention, ...]:
        """Return its hedges, or those that do one of ``cues``."""
        return tuple(hedge for hedge in self.of(MentionKind.HEDGE) if not cues or hedge.get("cue") in cues)

    def hedge_words(self, *cues: str) -> list[str]:
        """Return the words of its hedges, or of those that do one of ``cues``."""
        return [self.block.text[hedge.start : hedge.end] for hedge in self.hedges(*cues)]

    def words(self, start: int, end: int) -> Said[str]:
        """Return the words ``text[start:end]`` with their place; offsets count from the sentence's start."""
        return words(self.block, self.start + start, self.start + end)

    def part(self, start: int, end: int) -> Sentence:
        """Return the piece ``text[start:end]`` with the mentions that lie in it."""
        return _sentence(self.block, self.start + start, self.start + end, self.mentions)

    def trimmed(self) -> Sentence:
        """Return it without the white space around it."""
        text = self.text
        return self.part(len(text) - len(text.lstrip()), len(text.rstrip()))


def sentences(reading: Reading, *parts: Part) -> Iterator[Sentence]:
    """Yield the sentences of the given parts in reading order, headings left out."""
    for block, mentions in reading.blocks(*parts):
        if _is_heading(block):
            continue
        for mention in mentions:
            if mention.kind is MentionKind.SENTENCE:
                yield _sentence(block, mention.start, mention.end, mentions)


def _sentence(block: Block, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    inside = (m for m in mentions if start <= m.start and m.end <= end and m.kind is not MentionKind.SENTENCE)
    return Sentence(block, start, end, tuple(inside))


def _is_heading(block: Block) -> bool:
    """Tell whether a block is a heading, marked or seen from its form: short, and it ends like no sentence."""
    text = block.text
    if block.part is Part.INFORMATION_CUE:
        return False
    return block.heading or (len(text) <= _LONGEST_HEADING and text[-1:] not in _SENTENCE_ENDS)
