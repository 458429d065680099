"""Pieces → parts of the letter, by the formulas that open them and the order in which parts come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.model.text import Part
from kg.structure.cues import ANNEX_HEADING, ANNEX_TITLE, HONORIFIC, ROLE
from kg.structure.furniture import is_address
from kg.structure.pieces import Piece

_ROLE: Final = re.compile(ROLE)
_SENTENCE: Final = re.compile(r"[.!?:;][¹²³⁴-⁹⁰]{0,3}$")
_AFTER: Final = {
    Part.LETTERHEAD: Part.LETTERHEAD,
    Part.HEADING: Part.LETTERHEAD,
    Part.REFERENCE: Part.LETTERHEAD,
    Part.DATE: Part.LETTERHEAD,
    Part.SALUTATION: Part.INTRODUCTION,
    Part.CAPACITY: Part.INTRODUCTION,
    Part.INFORMATION_CUE: Part.ALLEGATIONS,
    Part.CLOSING: Part.SIGNATURE,
    Part.ANNEX_HEADING: Part.ANNEX,
}
_BODY: Final = frozenset(
    {
        Part.INTRODUCTION,
        Part.ALLEGATIONS,
        Part.CONCERNS,
        Part.LEGAL,
        Part.REQUESTS_CUE,
        Part.REQUEST,
        Part.PROCEDURE,
    }
)
_ITEM: Final = re.compile(
    r"\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})[.)] |(?:Please|Kindly|Veuillez|Sírvase|In particular|En particul)"
)
_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.-]+(?: [\w’'.-]+){1,5}")
_ROLE_FIRST: Final = re.compile(rf"(?:[\w-]+ (?:of the |du |del )?){{0,3}}?{ROLE}")
# "draw your attention to information we have received" announces the account, not the law
_RECEIVED: Final = re.compile(
    r"\b(?:information|informations|renseignements|allegations|allégations|información|informaciones|alegaciones)\b[^.;:]{0,40}"
    r"(?:received|brought to|transmitted|reçue?s?|portée?s? à|transmise?s?|recib|transmitid|proporcionad|facilitad)",
    re.IGNORECASE,
)
_ANNOUNCEMENT: Final = 260
_NAME_AND_ROLE: Final = 2
_MAX_HEADING: Final = 120
_MAX_SIGNATURE: Final = 420


class PartReader:
    """Give each piece its part. The state is the part that an unmarked piece belongs to."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._has_information_cue = any(
            piece.part in {Part.INFORMATION_CUE, Part.ALLEGATIONS} for piece in pieces
        )
        self._seen: set[Part] = set()
        self._state = Part.LETTERHEAD

    def read(self) -> tuple[Piece, ...]:
        """Return the pieces with their parts."""
        return tuple(self._read(index, piece) for index, piece in enumerate(self._pieces))

    def _read(self, index: int, piece: Piece) -> Piece:
        if piece.part in {Part.FURNITURE, Part.FOOTNOTE, Part.ADDRESSEE}:
            return piece
        part = piece.part if piece.part is not None and self._allows(piece.part, piece.text) else None
        if part is None:
            return replace(piece, part=self._unmarked(index, piece), cue=False)
        self._seen.add(part)
        self._state = _AFTER.get(part, part)
        return replace(piece, part=part)

    def _allows(self, part: Part, text: str) -> bool:
        """Whether a part may open here: the same words also occur in the middle of other parts."""
        if self._state in {Part.SIGNATURE, Part.ANNEX}:
            return part is Part.ANNEX_HEADING
        if part is Part.LEGAL and self._state is Part.INTRODUCTION and _RECEIVED.search(text[:_ANNOUNCEMENT]):
            return False
        if part in {Part.CONCERNS, Part.LEGAL}:
            return self._told() and self._state in _BODY - {Part.REQUEST, Part.PROCEDURE}
        if part is Part.PROCEDURE:
            return self._told()
        if part is Part.CLOSING:
            return self._state in _BODY
        return True

    def _told(self) -> bool:
        """Whether the account of what is alleged has begun."""
        return not self._has_information_cue or not self._seen.isdisjoint(
            {Part.INFORMATION_CUE, Part.ALLEGATIONS}
        )

    def _unmarked(self, index: int, piece: Piece) -> Part:
        if self._state in {Part.SIGNATURE, Part.ANNEX} or self._state is Part.PROCEDURE:
            return self._late(index, piece)
        if self._state is Part.LETTERHEAD and Part.SALUTATION not in self._seen:
            return self._early(piece)
        if self._state in _BODY and _is_signed(piece):
            self._state = Part.SIGNATURE
            return self._state
        if self._announces_requests(index, piece):
            return Part.REQUESTS_CUE
        if self._state is Part.REQUEST and not self._goes_on(index, piece):
            self._state = Part.PROCEDURE
        return self._state

    def _announces_requests(self, index: int, piece: Piece) -> bool:
        following = self._pieces[index + 1].part if index + 1 < len(self._pieces) else None
        return piece.text.endswith(":") and following is Part.REQUEST and self._state is not Part.REQUEST

    def _goes_on(self, index: int, piece: Piece) -> bool:
        """Whether an unnumbered piece behind a request belongs to it: more requests follow, or it is an item."""
        more = any(later.part is Part.REQUEST for later in self._pieces[index + 1 :])
        return more or piece.text[0].islower() or bool(_ITEM.match(piece.text))

    def _early(self, piece: Piece) -> Part:
        if len(piece.text) > _MAX_HEADING and _SENTENCE.search(piece.text):
            return Part.INTRODUCTION
        if self._seen & {Part.REFERENCE, Part.DATE} and is_address(piece.paragraph):
            return Part.ADDRESSEE
        return Part.LETTERHEAD

    def _late(self, index: int, piece: Piece) -> Part:
        text = piece.text
        if _is_annex_heading(text):
            self._state = Part.ANNEX
            return Part.ANNEX_HEADING
        if self._state is Part.ANNEX:
            return Part.ANNEX_HEADING if self._is_annex_title(index, text) else Part.ANNEX
        signed = bool(_ROLE.search(text)) and len(text) < _MAX_SIGNATURE and not _SENTENCE.search(text)
        if self._state is Part.PROCEDURE and signed:
            self._state = Part.SIGNATURE
        if self._state is Part.SIGNATURE and not signed and _is_address_after(piece):
            return Part.ADDRESSEE
        return self._state

    def _is_annex_title(self, index: int, text: str) -> bool:
        before = self._pieces[index - 1].text if index else ""
        return (
            bool(ANNEX_HEADING.match(before))
            and len(before) <= _MAX_HEADING
            and len(text) <= _MAX_HEADING
            and not _SENTENCE.search(text)
            and bool(ANNEX_TITLE.match(text))
        )


def _is_signed(piece: Piece) -> bool:
    """Whether a piece is a name with the role below it, as under a letter without closing formula."""
    lines = piece.paragraph.lines
    if len(lines) < _NAME_AND_ROLE or len(piece.text) > _MAX_SIGNATURE or _SENTENCE.search(piece.text):
        return False
    name, rest = piece.text[slice(*lines[0])], piece.text[lines[1][0] :]
    return bool(_NAME.fullmatch(name)) and not _ROLE.search(name) and bool(_ROLE_FIRST.match(rest))


def _is_annex_heading(text: str) -> bool:
    return bool(ANNEX_HEADING.match(text)) and len(text) <= _MAX_HEADING and not _SENTENCE.search(text)


def _is_address_after(piece: Piece) -> bool:
    """Whether lines after the signatures name somebody by title, as the addressee is named there."""
    return bool(HONORIFIC.match(piece.text)) and is_address(piece.paragraph)
