"""A source → a letter: blocks in reading order, each with its part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.errors import NotALetter
from kg.model.text import Block, Letter, Part, Source, View
from kg.structure.account import open_account
from kg.structure.addresses import printed_lines
from kg.structure.clean import clean
from kg.structure.cues import ROLE
from kg.structure.furniture import classify
from kg.structure.join import gather_requests, join
from kg.structure.kind import concerns_special_procedures, kind_of
from kg.structure.language import language_of
from kg.structure.paragraphs import Paragraph, paragraphs
from kg.structure.parts import PartReader
from kg.structure.pieces import Piece
from kg.structure.split import Splitter

_START: Final = re.compile(
    rf"PALAIS DES NATIONS|NATIONS UNIES|NACIONES UNIDAS|(?:M[Aa][Nn][Dd][Aa][Tt][Ee]?[Ss]?|Mandatos?) (?:of|du|de la|des|del|de l[’']|de las|de los) ?(?:the )?{ROLE}"
)
_FURNITURE: Final = frozenset({Part.FURNITURE, Part.FOOTNOTE, Part.ADDRESSEE})
_HEADED: Final = frozenset({Part.ALLEGATIONS, Part.INTRODUCTION, Part.ANNEX, Part.CONCERNS, Part.LEGAL})
_MAX_HEADING: Final = 110


def build_letter(source: Source) -> Letter:
    """Understand a source as a letter.

    Raises:
        NotALetter: If the text names no Special Procedures mandate at all.
    """
    pieces = classify(paragraphs(clean(source)), source.furniture)
    if not concerns_special_procedures(pieces):
        raise NotALetter(
            source.name,
            "no mandate of the Special Procedures is named in it; leave it out, or check the file",
        )
    before, after = _from_start(pieces)
    split = open_account(tuple(Splitter().split(join(after))))
    read = (*before, *gather_requests(PartReader(split).read()))
    return Letter(
        source=source,
        language=language_of(" ".join(piece.text for piece in after if piece.part not in _FURNITURE)),
        kind=kind_of(read),
        blocks=tuple(_block(piece) for piece in read),
    )


def _from_start(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Separate publisher's notes and page titles before the letter from the letter."""
    for index, piece in enumerate(pieces):
        match = _START.search(piece.text) if piece.part is None else None
        if match:
            length = len(piece.text)
            head = Piece(piece.paragraph.part(0, match.start()), Part.PREAMBLE)
            rest = Piece(piece.paragraph.part(match.start(), length))
            before = tuple(Piece(p.paragraph, p.part or Part.PREAMBLE) for p in pieces[:index])
            return (*before, *((head,) if head.text else ())), (rest, *pieces[index + 1 :])
    return (), tuple(pieces)


def _block(piece: Piece) -> Block:
    part = piece.part or Part.FURNITURE
    paragraph = printed_lines(piece.paragraph) if part is Part.ADDRESSEE else piece.paragraph
    return Block(
        part=part,
        view=_printed(paragraph) if part is Part.ADDRESSEE else paragraph.view,
        number=piece.number,
        heading=part in _HEADED and _is_heading(piece.text),
        lines=paragraph.lines,
    )


def _printed(paragraph: Paragraph) -> View:
    """Return the view with its line breaks: in an address block each line is a thing of its own."""
    text = list(paragraph.text)
    for _, end in paragraph.lines[:-1]:
        if end < len(text):
            text[end] = "\n"
    return replace(paragraph.view, text="".join(text))


def _is_heading(text: str) -> bool:
    return len(text) <= _MAX_HEADING and text[-1] not in '.!?:;,”"»)' and text[0].isupper()
