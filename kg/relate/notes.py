"""Footnotes and annexes."""

from __future__ import annotations

import re
from typing import Final

from kg.model.record import Annex, Footnote, Said
from kg.model.text import Part, Span
from kg.relate.reading import Reading, words

_URL: Final = re.compile(r"https?://[^\s<>()\[\]“”\"]*[^\s<>()\[\]“”\".,;:!?]")


def footnotes(reading: Reading) -> tuple[Footnote, ...]:
    """Return the footnotes with the links in them, read from the text as it came."""
    found: list[Footnote] = []
    source = reading.letter.source.text
    for block, _ in reading.blocks(Part.FOOTNOTE):
        start, end = block.view.offsets[0], block.view.offsets[-1] + 1
        links = _targets(source, start, end)
        mark = block.number.strip("[]")
        body = block.text[len(block.number) :].strip()
        begin = block.text.index(body) if body else 0
        found.append(
            Footnote(words(block, 0, max(1, len(block.number))), words(block, begin, len(block.text)), links)
            if mark
            else Footnote(Said(""), words(block, 0, len(block.text)), links)
        )
    return tuple(found)


def _targets(source: str, start: int, end: int) -> tuple[Said[str], ...]:
    """Return each link once; of a Markdown link the target, whose characters are not escaped."""
    # a target in parentheses may end behind the last kept character
    stretch = source[start : min(len(source), end + 300)]
    limit = stretch.find("\n", end - start)
    stretch = stretch[: limit if limit >= 0 else len(stretch)]
    found: dict[str, Said[str]] = {}
    for match in _URL.finditer(stretch):
        if "\\" not in match[0]:
            found.setdefault(match[0], Said(match[0], (Span(start + match.start(), start + match.end()),)))
    return tuple(found.values())


def annexes(reading: Reading) -> tuple[Annex, ...]:
    """Return the annexes: each heading, and the title printed right below it."""
    found: list[Annex] = []
    previous = False
    for block, _ in reading.blocks():
        if block.part is not Part.ANNEX_HEADING:
            previous = False
        elif previous and found[-1].title is None:
            found[-1] = Annex(found[-1].heading, words(block, 0, len(block.text)))
        else:
            found.append(Annex(words(block, 0, len(block.text))))
            previous = True
    return tuple(found)
