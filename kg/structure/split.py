"""Paragraphs that hold several parts of the letter → one piece for each.

A letter may come as one paragraph per line, or as one single line; the formulas of the genre say where
its parts begin in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from kg.model.text import Part
from kg.structure.cues import (
    ANNEX_INLINE,
    ASKING,
    BODY_CUES,
    HEAD_CUES,
    HONORIFIC,
    ON_A_LAW,
    PROVISION_FIRST,
    REQUEST_WORDS,
    ROLE,
    Cue,
    Ends,
)
from kg.structure.numbering import Mark, marks
from kg.structure.pieces import Piece
from kg.vocab.announcing import PERSONS_OR_EVENTS

_DENSE: Final = 2_500  # longer paragraphs hold more than one part
_SENTENCE_START: Final = re.compile(r"(?<=[.!?:;”\"»)¹²³]) (?=[A-ZÀ-ÖØ-Þ“\"«¿(0-9])")
_SENTENCE_STOP: Final = re.compile(
    r"(?<![A-Z])(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bProf)(?<!\bSr)(?<!\bSra)[.:](?= [A-ZÀ-ÖØ-Þ“\"«¿0-9]|$)"
)
_ROLE: Final = re.compile(ROLE)
_RESOLUTION: Final = re.compile(r"\b(?:resolutions?|résolutions?|resoluci(?:ón|ones)) ", re.IGNORECASE)
_CAPACITY: Final = next(cue for cue in HEAD_CUES if cue.part is Part.CAPACITY)
_DATE: Final = next(cue for cue in HEAD_CUES if cue.part is Part.DATE)
_AND: Final = re.compile(r"(?<=[;,]) (?:and|or|and/or|et|ou|y|o)$")
_UNFINISHED: Final = re.compile(r";(?: (?:and|et|y))?$")
_SKIPPING: Final = frozenset({"figure", "figure)", "word"})
_PLAIN: Final = "plain"
_ITEM_INSIDE: Final = re.compile(
    r"(?:(?<=: )|(?<=; )|(?<=; and )|(?<=, and )|(?<=; et )|(?<=, et )|(?<=; y )|(?<=, y ))(?=\(?[0-9a-z]{1,2}\) )"
)
_BULLET: Final = re.compile(r"[•‣▪●◦·–—-] ?(?=\S)")
_ASKING_AT_MOST: Final = 260  # characters before the colon
_SKIPPED: Final = 3  # numbers lost in a re-hosted text
_ACCOUNT: Final = frozenset({Part.INFORMATION_CUE, Part.ALLEGATIONS})
_INFORMATION: Final = tuple(cue for cue in BODY_CUES if cue.part in _ACCOUNT)


class Opening(NamedTuple):
    """A formula that opens a part: where, where its words end, and where the part ends if that is known."""

    at: int
    resume: int
    end: int | None
    part: Part
    number: str = ""
    mark: Mark | None = None


class Splitter:
    """Walk through the pieces of one letter and cut them at the formulas that open its parts."""

    def __init__(self) -> None:
        self._phase = "head"
        self._request = 0
        self._series = ""
        self._announced = False
        self._asked = False
        self._nested = False
        self._goes_on = False
        self._dense = False
        self._on_a_law = False
        self._inline = False

    def split(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Yield the pieces, cut; pieces whose part is already known pass through."""
        for piece in pieces:
            self._dense = len(piece.text) > _DENSE
            self._on_a_law |= self._phase in {"head", "opening"} and bool(ON_A_LAW.search(piece.text))
            if piece.part is None:
                openings = list(self._openings(piece))
                yield from _cut(piece, openings)
                self._nested |= piece.text.endswith(":")
                self._goes_on = bool(_UNFINISHED.search(piece.text))
                self._announced = (
                    piece.text.endswith(":")
                    and not (openings and openings[-1].part in _ACCOUNT)
                    and not PERSONS_OR_EVENTS.search(piece.text)
                )
                self._asked = self._announced and bool(ASKING.search(piece.text[-_ASKING_AT_MOST:]))
            else:
                yield piece

    def _openings(self, piece: Piece) -> Iterator[Opening]:
        at = 0
        while at < len(piece.text):
            opening = self._next(piece, at)
            if opening is None:
                return
            self._enter(opening)
            yield opening
            at = opening.resume

    def _enter(self, opening: Opening) -> None:
        # a paragraph with both the salutation and what follows it holds the whole letter
        self._dense |= self._phase == "opening" and opening.at > 0
        if opening.part is Part.SALUTATION:
            self._phase = "opening"
        elif opening.part in {Part.CAPACITY, Part.INFORMATION_CUE, Part.ALLEGATIONS}:
            self._phase = "body"
        elif opening.part is Part.REQUESTS_CUE:
            self._phase, self._request, self._series = "requests", 0, ""
        elif opening.mark is not None:
            self._phase, self._request, self._series = "requests", opening.mark.ordinal, opening.mark.series
            self._inline = opening.at > 0
            self._nested = False
        elif opening.part is Part.CLOSING:
            self._phase = "end"

    def _next(self, piece: Piece, start: int) -> Opening | None:
        if self._phase == "end":
            return _after_closing(piece, start)
        if self._phase == "head":
            return _head_opening(piece.text, start, (*HEAD_CUES, *_INFORMATION))
        if self._phase == "opening":
            return _after_salutation(piece.text, start) or self._body_opening(piece, start)
        return self._body_opening(piece, start)

    def _body_opening(self, piece: Piece, start: int) -> Opening | None:
        for at in self._places(piece, start):
            mark = self._numbered(piece.text, at)
            if mark:
                number = piece.text[at : mark.end].strip()
                return Opening(at, mark.end, None, Part.REQUEST, number, mark)
            for cue in BODY_CUES:
                match = cue.pattern.match(piece.text, at)
                if match and (cue.inline or at == 0):
                    return _opening(match, cue)
            provision = PROVISION_FIRST.match(piece.text, at) if self._comments_on_a_law(at) else None
            if provision:
                return Opening(at, provision.end(), None, Part.LEGAL)
        return None if start else self._unnumbered(piece.text)

    def _comments_on_a_law(self, at: int) -> bool:
        return self._on_a_law and self._phase == "body" and (at == 0 or self._dense)

    def _places(self, piece: Piece, start: int) -> Iterator[int]:
        """Yield where a part may open; "on the following: (1) …; (2) …" has its requests in one paragraph."""
        places = set(_printed_places(piece, start, dense=self._dense))
        if self._phase == "requests" and (self._inline or not self._request):
            places.update(match.end() for match in _ITEM_INSIDE.finditer(piece.text, start))
        yield from sorted(places)

    def _unnumbered(self, text: str) -> Opening | None:
        """Find a request without number: a bullet, or words that ask, behind the words that announce requests."""
        announced = self._announced and (self._asked or self._phase == "requests") and not self._request
        if not announced and self._series != _PLAIN:
            return None
        bullet = _BULLET.match(text)
        asks = REQUEST_WORDS.match(text, bullet.end() if bullet else 0) or text.endswith((";", "?"))
        if not (asks or bullet or (self._series == _PLAIN and self._goes_on)):
            return None
        end = bullet.end() if bullet else 0
        mark = Mark(_PLAIN, self._request + 1, end)
        return Opening(0, len(text), None, Part.REQUEST, text[:end].strip(), mark)

    def _numbered(self, text: str, at: int) -> Mark | None:
        """Return the mark of a request that starts at ``at``."""
        expected = self._is_next if self._phase == "requests" else self._is_first
        return next((mark for mark in marks(text, at) if expected(mark, text, at)), None)

    def _is_next(self, mark: Mark, text: str, at: int) -> bool:
        """Whether a mark counts on in the series of the requests, or begins one."""
        if (
            self._series
            and mark.series != self._series
            and (self._nested or not _figures(mark, self._series))
        ):
            return False
        if mark.ordinal == 1 and self._request and at == 0 and not self._announced:
            # a list behind sub-items or a heading that a converter, or the author, counts from 1 again
            return bool(REQUEST_WORDS.match(text, mark.end))
        skips = at == 0 and mark.series in _SKIPPING
        return self._request < mark.ordinal <= self._request + (_SKIPPED if skips else 1)

    def _is_first(self, mark: Mark, text: str, at: int) -> bool:
        """Whether a mark begins a list of requests that no formula has announced."""
        if mark.ordinal != 1:
            return False
        asks = bool(REQUEST_WORDS.match(text, mark.end)) or (at == 0 and text.endswith("?"))
        if mark.series in _SKIPPING:
            return asks or (self._announced and at == 0 and text.endswith((".", ";")))
        return at == 0 and (self._asked or (asks and self._announced))


def _figures(mark: Mark, series: str) -> bool:
    """Whether a list goes on in figures, though "3)" be printed for "3."."""
    return mark.series.startswith("figure") and series.startswith("figure")


def _cut(piece: Piece, openings: Sequence[Opening]) -> Iterator[Piece]:
    done = 0
    for opening, following in zip_longest(openings, openings[1:]):
        yield from _made(piece, done, opening.at)
        until = following.at if following else len(piece.text)
        done = until if opening.end is None else opening.end
        yield from _made(piece, opening.at, done, opening)
    yield from _made(piece, done, len(piece.text))


def _made(piece: Piece, start: int, end: int, opening: Opening | None = None) -> Iterator[Piece]:
    if piece.text[start:end].strip():
        paragraph = piece.paragraph.part(start, end)
        if opening is None:
            yield Piece(paragraph)
        else:
            yield Piece(paragraph, opening.part, cue=True, number=opening.number)


def _head_opening(text: str, start: int, cues: Sequence[Cue]) -> Opening | None:
    matches = [(match, cue) for cue in cues for match in [_first(cue, text, start)] if match is not None]
    if not matches:
        return None
    match, cue = min(matches, key=lambda pair: pair[0].start())
    return _opening(match, cue)


def _after_closing(piece: Piece, start: int) -> Opening | None:
    """Find the annex; and before it, on one line with the signatures, the address that follows them."""
    annex = ANNEX_INLINE.search(piece.text, start)
    end = annex.start() if annex else len(piece.text)
    # a bare "Chair" is that of a board as well
    roles = _ROLE.finditer(piece.text, start, end)
    signed = [match.end() for match in roles if not match[0].startswith("Chair") or "-" in match[0]]
    address = (
        HONORIFIC.search(piece.text, signed[-1], end) if signed and len(piece.paragraph.lines) == 1 else None
    )
    if address:
        return Opening(address.start(), end, end, Part.ADDRESSEE)
    return Opening(*annex.span(), annex.end(), Part.ANNEX_HEADING) if annex else None


def _after_salutation(text: str, start: int) -> Opening | None:
    """Find a date right behind the salutation, or the capacity sentence further on."""
    dated = _DATE.pattern.match(text, start + (text[start : start + 1] == " "))
    if dated:
        return _opening(dated, _DATE)
    capacity = _CAPACITY.pattern.search(text, start)
    return _opening(capacity, _CAPACITY) if capacity else _unlike_the_formula(text, start)


def _unlike_the_formula(text: str, start: int) -> Opening | None:
    """Find a first sentence that names the mandates and their resolutions in words of its own."""
    stop = _SENTENCE_STOP.search(text, start)
    end = stop.end() if stop else len(text)
    if _ROLE.search(text, start, end) and _RESOLUTION.search(text, start, end):
        return Opening(start, end, end, Part.CAPACITY)
    return None


def _opening(match: re.Match[str], cue: Cue) -> Opening:
    end = _end(match, cue)
    return Opening(match.start(), match.end() if end is None else end, end, cue.part)


def _first(cue: Cue, text: str, start: int) -> re.Match[str] | None:
    """Return the first match that opens something: never after a word of a sentence."""
    for match in cue.pattern.finditer(text, start):
        before = text[: match.start()].rstrip()
        word = before.rpartition(" ")[2]
        if not word or not word[-1].isalpha() or word.isupper() or cue.part is Part.CAPACITY:
            return match
        if cue.part in {Part.SALUTATION, Part.REFERENCE, Part.HEADING} and word[0].isupper():
            return match
        if cue.part is Part.HEADING and not before.endswith(("the", "The", "les", "los", "our")):
            return match
        if cue.part is Part.REFERENCE and match[0][:1].isupper():
            return match
    return None


def _end(match: re.Match[str], cue: Cue) -> int | None:
    if cue.ends is Ends.MATCH:
        return match.end()
    if cue.ends is Ends.SENTENCE:
        stop = _SENTENCE_STOP.search(match.string, match.end())
        return stop.end() if stop else len(match.string)
    return None


def _printed_places(piece: Piece, start: int, *, dense: bool) -> Iterator[int]:
    """Yield where a part may open: at the start, at a printed line, and in dense text at a sentence."""
    text = piece.text
    places = {begin for begin, _ in piece.paragraph.lines[1:] if _after_sentence(text, begin)}
    if dense:
        places.update(match.end() for match in _SENTENCE_START.finditer(text))
    else:
        places.update(
            match.end() for match in _SENTENCE_START.finditer(text) if _opens_allegations(text, match.end())
        )
    yield from sorted(place for place in {0, *places} if place >= start)


def _after_sentence(text: str, at: int) -> bool:
    return _AND.sub("", text[:at].rstrip()).endswith((".", "?", "!", ":", ";", "”", ")"))


def _opens_allegations(text: str, at: int) -> bool:
    return any(cue.pattern.match(text, at) for cue in _INFORMATION)
