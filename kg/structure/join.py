"""Sentences that a page break, a footnote or an address block cut in two → one piece again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.model.text import Part, View
from kg.structure.cues import BODY_CUES, HEAD_CUES, ROLE
from kg.structure.paragraphs import Paragraph
from kg.structure.pieces import Piece

_FINISHED: Final = re.compile(r"[.!?:;”\"»)\]][¹²³⁴-⁹⁰]{0,3}$")
_HANGING: Final = re.compile(
    r"(?:,|-|[’']s|\b(?:the|a|an|of|and|or|to|in|on|for|by|with|from|as|at|that|which|their|its|our|your|Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.|Messrs\.|Mme|Mlle|Sra?\.|Sras\.|Sres\.|No\.|art\.|núm\.|n[°º]"
    r"|le|la|les|de|du|des|et|ou|à|au|aux|en|dans|par|pour|sur|que|qui|un|une|leurs?|ses"
    r"|el|los|las|del|y|o|al|por|para|con|sobre|su|sus|una?))$"
)
_CONTINUES: Final = re.compile(r"[a-zà-öø-ÿ]|[0-9]{1,4}/[0-9]{1,3}\b(?!/)")
_LIST_ITEM: Final = re.compile(r"\(?(?:[a-zA-Z]|[ivx]{1,4}|[0-9]{1,2})[.)] ")
_REFERENCE: Final = re.compile(r"(?:R[EÉ]F[EÉ]REN|R[eé]f)")
_NUMBER: Final = re.compile(r"[A-Z]{3} [0-9]{1,4}/[0-9]{4}\b")
_GREETING: Final = 6  # words; "Yours sincerely," and "Le saludan muy atentamente," end what they stand in
_LINE: Final = (65, 110)  # characters of a wrapped line that is full
_HEADS: Final = re.compile(
    "|".join(
        [
            *(
                cue.pattern.pattern
                for cue in HEAD_CUES
                if cue.part in {Part.HEADING, Part.REFERENCE, Part.LETTERHEAD}
            ),
            ROLE,
        ]
    )
)
# What begins so is no rest of a sentence.
_OPENS: Final = re.compile(
    "|".join(
        [
            *(cue.pattern.pattern for cue in (*HEAD_CUES, *BODY_CUES)),
            ROLE,
            r"(?:Annex|ANNEX|Anexo|ANEXO|Please|We|Nous|I|Je|The|Les?|La|El|In|On|At|It|As)\b",
        ]
    )
)
_ASIDE: Final = frozenset({Part.FURNITURE, Part.FOOTNOTE, Part.ADDRESSEE})


def join(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join each piece to the unfinished one before it, over whatever interrupts them."""
    joined: list[Piece] = []
    last: int | None = None
    for piece in pieces:
        if piece.part in _ASIDE:
            joined.append(piece)
            continue
        if last is not None and _belongs_to(piece, joined[last]):
            interrupted = len(joined) - 1 > last
            joined[last] = _glued(joined[last], piece, cut=interrupted)
            continue
        last = len(joined)
        joined.append(piece)
    return tuple(joined)


def _belongs_to(piece: Piece, before: Piece) -> bool:
    if _LIST_ITEM.match(piece.text):
        return False
    if _REFERENCE.match(before.text) and not _NUMBER.search(before.text) and _NUMBER.match(piece.text):
        return True
    if is_hanging(before.text):
        return (
            not before.text.endswith(",") or len(before.text.split()) > _GREETING or piece.text[0].islower()
        )
    if _fills_its_line(before) and _goes_on_in_capitals(piece):
        return True
    if not _CONTINUES.match(piece.text):
        return False
    return not _FINISHED.search(before.text) or before.text.endswith((";", ",", "”", ")"))


def _fills_its_line(piece: Piece) -> bool:
    """Whether a wrapped text breaks off at the end of a full line, in the middle of a sentence."""
    start, end = piece.paragraph.lines[-1]
    return _LINE[0] <= end - start <= _LINE[1] and piece.text[-1].isalpha() and not _HEADS.match(piece.text)


def _goes_on_in_capitals(piece: Piece) -> bool:
    """Whether the rest of a sentence may begin with a name: "Human | Rights Council resolutions …"."""
    ends = piece.text[-1] in ".;:," and len(piece.text.split()) > _GREETING
    return piece.text[0].isupper() and ends and not _OPENS.match(piece.text)


def is_hanging(text: str) -> bool:
    """Whether a text ends with a word that must be followed by another."""
    return bool(_HANGING.search(text))


def _glued(before: Piece, after: Piece, *, cut: bool) -> Piece:
    left, right = before.paragraph, after.paragraph
    length = len(left.text) + 1
    view = View(
        f"{left.text} {right.text}",
        (*left.view.offsets, left.view.offsets[-1] + 1, *right.view.offsets),
        (*left.view.cuts, *((length,) if cut else ()), *(length + c for c in right.view.cuts)),
    )
    lines = (*left.lines, *((length + a, length + b) for a, b in right.lines))
    return replace(before, paragraph=Paragraph(view, lines))


def gather_requests(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join what follows a numbered request (sub-items, second paragraphs) to it."""
    gathered: list[Piece] = []
    open_request: int | None = None
    for piece in pieces:
        if piece.part is Part.REQUEST and not piece.cue and open_request is not None:
            cut = len(gathered) - 1 > open_request
            gathered[open_request] = _glued(gathered[open_request], piece, cut=cut)
            continue
        if piece.part is Part.REQUEST:
            open_request = len(gathered)
        gathered.append(piece)
    return tuple(gathered)
