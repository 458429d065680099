"""A letter together with the mentions in each of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Said
from kg.model.text import Block, Letter, Part

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter and what was found in it; ``mentions[i]`` belong to ``letter.blocks[i]``."""

    letter: Letter
    mentions: Sequence[Sequence[Mention]]

    def blocks(self, *parts: Part) -> Iterator[tuple[Block, Sequence[Mention]]]:
        """Yield the blocks of the given parts, or all, each with its mentions."""
        for block, mentions in zip(self.letter.blocks, self.mentions, strict=True):
            if not parts or block.part in parts:
                yield block, mentions

    def of(self, kind: MentionKind, *parts: Part) -> Iterator[tuple[Block, Mention]]:
        """Yield the mentions of one kind in the given parts, each with its block."""
        for block, mentions in self.blocks(*parts):
            for mention in mentions:
                if mention.kind is kind:
                    yield block, mention


def said(block: Block, start: int, end: int, value: T, basis: Basis = Basis.STATED) -> Said[T]:
    """Return ``value`` with the place of ``block.text[start:end]`` in the canonical text."""
    return Said(value, block.view.spans(start, end), basis)


def words(block: Block, start: int, end: int) -> Said[str]:
    """Return the words ``block.text[start:end]`` themselves, with their place."""
    return said(block, start, end, block.text[start:end].strip())
