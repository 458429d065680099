"""A source, the views onto its text, and the letter built from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the canonical text: code points, 0-based, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a reader of the result should know about its input.

    Attributes:
        code: Stable kebab-case name, such as ``counts-differ``.
        message: One sentence: what is wrong and what was done about it.
        start: Where in the canonical text it starts, or None when it concerns the whole source.
        end: Where it ends.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class FurnitureKind(StrEnum):
    """What printed matter around the running text can be."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    FOOTNOTE = "footnote"
    HOSTING = "hosting"


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A stretch of the canonical text a reader recognised as not belonging to the running text."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read.

    Attributes:
        name: File name without its folder, or ``-`` for standard input.
        sha256: Hex digest of the bytes as they came.
        media_type: Such as ``text/plain`` or ``application/pdf``.
        encoding: Name of the character encoding the bytes were decoded from; empty for PDF and DOCX.
        text: The canonical text. For text files: the decoded file, newlines untouched, BOM removed.
        pages: Offset at which each page starts; empty where the format has no pages.
        furniture: What the reader knew not to be running text, in order.
        problems: What went less than well while reading.
    """

    name: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    pages: tuple[int, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The first twelve hex digits of the digest: the source's name in IRIs and files."""
        return self.sha256[:12]

    def page_of(self, offset: int) -> int | None:
        """Return the page, counted from 1, that holds ``offset``, or None when there are no pages."""
        return sum(1 for start in self.pages if start <= offset) or None if self.pages else None


@dataclass(frozen=True, slots=True)
class View:
    """Cleaned text that remembers where each of its characters came from.

    Attributes:
        text: What extraction reads: no markup, no page furniture, single spaces.
        offsets: For each character of ``text``, its offset in the canonical text. Where a run of white
            space became one space, the offset of its first character.
        cuts: Indices of ``text`` before which something other than white space or markup was left out;
            a span that crosses a cut has two segments.
    """

    text: str
    offsets: tuple[int, ...]
    cuts: tuple[int, ...] = ()

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Map ``text[start:end]`` back to the canonical text, one span per uninterrupted segment."""
        edges = [start, *(cut for cut in self.cuts if start < cut < end), end]
        return tuple(trimmed for a, b in pairwise(edges) if (trimmed := self._trimmed(a, b)) is not None)

    def _trimmed(self, start: int, end: int) -> Span | None:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start >= end:
            return None
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int) -> View:
        """Return the view of ``text[start:end]``."""
        cuts = tuple(cut - start for cut in self.cuts if start < cut < end)
        return View(self.text[start:end], self.offsets[start:end], cuts)


class Part(StrEnum):
    """The parts of a letter, in the order they usually come."""

    PREAMBLE = "preamble"  # publisher's notes and re-hosting matter before the letter
    LETTERHEAD = "letterhead"
    HEADING = "heading"  # "Mandates of the ...; the ...; and the ..."
    REFERENCE = "reference"
    DATE = "date"
    ADDRESSEE = "addressee"  # address block or page-foot line, wherever it stands
    SALUTATION = "salutation"
    CAPACITY = "capacity"  # "We have the honour to address you in our capacities as ..."
    INTRODUCTION = "introduction"
    INFORMATION_CUE = "information-cue"  # "According to the information received:"
    ALLEGATIONS = "allegations"
    CONCERNS = "concerns"
    LEGAL = "legal"  # norms invoked in the body, outside an annex
    REQUESTS_CUE = "requests-cue"  # "... your observations on the following matters:"
    REQUEST = "request"  # one numbered request
    PROCEDURE = "procedure"  # publication, response, press release, copies
    CLOSING = "closing"  # "Please accept, ..., the assurances of our highest consideration."
    SIGNATURE = "signature"
    ANNEX_HEADING = "annex-heading"
    ANNEX = "annex"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized piece of a letter.

    Attributes:
        part: The part of the letter it belongs to.
        view: Its cleaned text.
        number: The printed number of a list item (``"3"``, ``"(b)"``), a footnote mark, or empty.
        heading: Whether it is a heading of the text that follows.
        lines: For address blocks and signatures: the printed lines, as (start, end) in ``view.text``.
    """

    part: Part
    view: View
    number: str = ""
    heading: bool = False
    lines: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.view.text


@dataclass(frozen=True, slots=True)
class Letter:
    """A source, understood as a letter: blocks in reading order, each with its part.

    Attributes:
        source: Where it was read from.
        language: ``en``, ``fr`` or ``es``.
        kind: ``communication``, ``reply`` or ``other``.
        blocks: In reading order; footnotes and furniture stand apart from the sentences they interrupt.
        problems: What structure could not make sense of.
    """

    source: Source
    language: str
    kind: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = field(default=())

    def of(self, *parts: Part) -> tuple[Block, ...]:
        """Return the blocks of the given parts, in reading order."""
        return tuple(block for block in self.blocks if block.part in parts)
