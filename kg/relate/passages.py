"""Passages: blocks that belong together, read as one text.

A quotation may begin in one block and end in another: lists, page breaks. A passage joins the blocks of one
part of a letter and remembers where each came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.text import Letter, Part, Span

_JOINED: Final = frozenset(
    {Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL, Part.PROCEDURE, Part.ANNEX, Part.CLOSING}
)
_INTERRUPTING: Final = frozenset({Part.FOOTNOTE, Part.FURNITURE, Part.ADDRESSEE, Part.PREAMBLE})
_BREAK: Final = "\n\n"
_ITEM: Final = re.compile(r"[-•–]|\(?(?:[a-z]|[ivx]{1,4})[.)](?!\w)|\(\w{1,3}\)")
_OPEN_END: Final = re.compile(r"(?:[:;,]|\b(?:and|or|et|ou|y|o))$")
# What may stand between two spans of one quotation in the source: white space, list marks, Markdown.
_SEAM: Final = re.compile(r"[\s*_#>•–-]*(?:\(?\w{1,3}[.)])?[\s*_]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks read as one text.

    Attributes:
        letter: The letter they belong to.
        indices: Which of the letter's blocks, in order.
        starts: Where each block starts in ``text``.
        text: Their texts, with a blank line between.
        mentions: All mentions in them, offsets of ``text``, sorted.
    """

    letter: Letter
    indices: tuple[int, ...]
    starts: tuple[int, ...]
    text: str
    mentions: tuple[Mention, ...]

    def place(self, at: int) -> int:
        """Return which of the passage's blocks holds the character ``at``."""
        return bisect_right(self.starts, at) - 1

    def block_end(self, place: int) -> int:
        """Return where a block of the passage ends in ``text``."""
        return self.starts[place] + len(self.words(place))

    def words(self, place: int) -> str:
        """Return the text of one of the passage's blocks."""
        return self.letter.blocks[self.indices[place]].text

    def part(self) -> Part:
        """Return the part of the letter the passage belongs to."""
        return self.letter.blocks[self.indices[0]].part

    def of(self, kind: MentionKind) -> Iterator[Mention]:
        """Yield the mentions of one kind."""
        return (mention for mention in self.mentions if mention.kind is kind)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the sentence that holds ``at``, or its block where no sentences were marked."""
        for mention in self.of(MentionKind.SENTENCE):
            if mention.start <= at < mention.end:
                return mention.start, mention.end
        place = self.place(at)
        return self.starts[place], self.block_end(place)

    def unit_start(self, at: int) -> int:
        """Return where the paragraph of ``at`` starts: of a list item, where the list's first words start."""
        place = self.place(at)
        while place > 0 and self._continues(place):
            place -= 1
        return self.starts[place]

    def unit_end(self, at: int) -> int:
        """Return where the paragraph of ``at`` ends, the list it announces included."""
        place = self.place(at)
        while place + 1 < len(self.indices) and self._continues(place + 1):
            place += 1
        return self.block_end(place)

    def _continues(self, place: int) -> bool:
        block = self.letter.blocks[self.indices[place]]
        before = self.words(place - 1).rstrip()
        item = _ITEM.match(block.number or block.text)
        return bool(item or _OPEN_END.search(before) or block.text[:1].islower())

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Map ``text[start:end]`` to the canonical text; what only white space and list marks part is one."""
        found: list[Span] = []
        for place in range(self.place(start), self.place(max(start, end - 1)) + 1):
            offset = self.starts[place]
            block = self.letter.blocks[self.indices[place]]
            first, last = max(start - offset, 0), min(end - offset, len(block.text))
            for span in block.view.spans(first, last) if first < last else ():
                found = self._joined(found, span)
        return tuple(found)

    def _joined(self, found: list[Span], span: Span) -> list[Span]:
        if found and span.start >= found[-1].end:
            gap = self.letter.source.text[found[-1].end : span.start]
            if _SEAM.fullmatch(gap):
                return [*found[:-1], Span(found[-1].start, span.end)]
        return [*found, span]


def passages(letter: Letter, mentions: Sequence[Sequence[Mention]]) -> tuple[Passage, ...]:
    """Return the passages of a letter, in reading order; notes and single blocks are passages of their own.

    Args:
        letter: The letter.
        mentions: For each of its blocks, what was found in it.
    """
    groups: list[list[int]] = []
    running: list[int] = []
    for index, block in enumerate(letter.blocks):
        if block.part in _INTERRUPTING:
            if block.part is Part.FOOTNOTE:
                groups.append([index])
            continue
        together = running and block.part in _JOINED and letter.blocks[running[-1]].part is block.part
        if not together:
            running = []
            groups.append(running)
        running.append(index)
    return tuple(_passage(letter, mentions, group) for group in groups)


def _passage(letter: Letter, mentions: Sequence[Sequence[Mention]], group: Iterable[int]) -> Passage:
    indices = tuple(group)
    starts: list[int] = []
    moved: list[Mention] = []
    at = 0
    for index in indices:
        starts.append(at)
        moved += [replace(one, start=one.start + at, end=one.end + at) for one in mentions[index]]
        at += len(letter.blocks[index].text) + len(_BREAK)
    text = _BREAK.join(letter.blocks[index].text for index in indices)
    return Passage(letter, indices, tuple(starts), text, tuple(sorted(moved)))
