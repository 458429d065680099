"""A question, understood word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.ask.lexicon import ROLE, THING, Lexicon, is_link
from kg.ask.mandates import MandateNames
from kg.ask.pieces import UNKNOWN, Piece
from kg.ask.roles import AT, RECIPIENT, SENDER, roles
from kg.ask.things import (
    CONDITIONS,
    DATE,
    LETTER,
    MANDATE,
    MEANINGS,
    PRINCIPLE,
    YEAR,
    Names,
    Thing,
    condition,
)
from kg.ask.words import Word, Words, fold, words
from kg.errors import UsageError
from kg.vocab.terms import notations

EVERY: Final = "every"
_LONGEST: Final = 1000
_LETTER: Final = re.compile(r"\b([a-z]{2,4})[ -]([a-z]{3})[ -]([0-9]{1,4})[/-]([0-9]{4})\b", re.IGNORECASE)
_ISO_DATE: Final = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_DAY_FIRST: Final = re.compile(
    r"\b([0-9]{1,2})(?:st|nd|rd|th|er|o)?\.? (?:of |de |del )?([^\W0-9_]+),? (?:of |de |del )?([0-9]{4})\b"
)
_MONTH_FIRST: Final = re.compile(r"\b([^\W0-9_]+) ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\b")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_NUMBER: Final = re.compile("[1-9]|[12][0-9]|3[01]")
_MONTHS: Final = (
    "january janvier enero", "february fevrier febrero", "march mars marzo", "april avril abril",
    "may mai mayo", "june juin junio", "july juillet julio", "august aout agosto",
    "september septembre septiembre setiembre",
    "october octobre octubre", "november novembre noviembre", "december decembre diciembre",
)  # fmt: skip
_MONTH: Final[Mapping[str, int]] = {
    fold(name): number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Naming:
    """What words of a question name, and in which role (see ``kg.ask.roles``)."""

    words: str
    things: tuple[Thing, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, understood as far as it goes.

    Attributes:
        meanings: What its words mean, in their order, each once.
        namings: What it names.
        unknown: Words that mean nothing known.
        exchanged: What is wrong when a mandate is said to receive letters, or somebody else to send them.
    """

    meanings: tuple[str, ...] = ()
    namings: tuple[Naming, ...] = ()
    unknown: tuple[str, ...] = ()
    exchanged: str = ""


class Reader:
    """Reads questions.

    Args:
        things: What can be named.
        lexicon: What words mean.
    """

    def __init__(self, things: Iterable[Thing], lexicon: Lexicon) -> None:
        known = sorted(set(things))
        self._lexicon = lexicon
        self._names = Names((thing for thing in known if thing.kind != MANDATE), lexicon)
        self._mandates = MandateNames((thing for thing in known if thing.kind == MANDATE), lexicon)

    def read(self, question: str) -> Understood:
        """Return what a question says.

        Raises:
            UsageError: If it is empty or longer than any question.
        """
        if not question.strip() or len(question) > _LONGEST:
            raise UsageError(f"a question has between 1 and {_LONGEST} characters; write one sentence")
        text, fixed = _without_fixed(question)
        return _understood(sorted([*fixed, *self._pieces(words(text))], key=lambda piece: piece.start))

    def _pieces(self, cut: tuple[Word, ...]) -> Iterator[Piece]:
        plain = tuple(word.folded for word in cut)
        at = 0
        while at < len(cut):
            for piece in self._at(cut, plain, at):
                yield piece
                at += len(piece.words)

    def _at(self, cut: tuple[Word, ...], plain: Words, at: int) -> list[Piece]:
        """Return the piece that starts at a word; a principle's word and its number are two."""
        meaning, length = self._lexicon.at(plain, at)
        named = max(self._mandates.at(plain, at), self._names.at(plain, at), key=lambda each: each.length)
        if named.things and (named.length > length or meaning == ROLE):
            return [_piece(cut, at, named.length, things=named.things)]
        if THING in meaning:
            return [_piece(cut, at, length, things=(condition(meaning),))]
        if meaning == "principle" and at + length < len(plain) and _NUMBER.fullmatch(plain[at + length]):
            number = plain[at + length]
            thing = Thing(PRINCIPLE, number, f"principle {number}")
            return [_piece(cut, at, length, meaning), _piece(cut, at + length, 1, things=(thing,))]
        if _YEAR.fullmatch(cut[at].printed):
            year = cut[at].printed
            return [_piece(cut, at, 1, things=(Thing(YEAR, year, year),))]
        return [_piece(cut, at, length or 1, ("mandate" if meaning == ROLE else meaning) or UNKNOWN)]


def _piece(
    cut: tuple[Word, ...], at: int, length: int, meaning: str = "", things: tuple[Thing, ...] = ()
) -> Piece:
    own = cut[at : at + length]
    printed = " ".join(word.printed for word in own)
    return Piece(tuple(word.folded for word in own), printed, own[0].start, meaning, things)


def _understood(pieces: Sequence[Piece]) -> Understood:
    parts = roles(pieces)
    return Understood(
        tuple(dict.fromkeys(_asked(_meant(pieces)))),
        tuple(
            Naming(_called(piece), piece.things, role)
            for piece, role in zip(pieces, parts, strict=True)
            if piece.things
        ),
        tuple(piece.printed for piece in pieces if piece.meaning == UNKNOWN),
        _exchanged(pieces, parts),
    )


def _called(piece: Piece) -> str:
    return f"principle {piece.printed}" if piece.things[0].kind == PRINCIPLE else piece.printed


def _meant(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield what is meant; "the company Sony" names a company, and asks for none."""
    for at, piece in enumerate(pieces):
        if piece.meaning and not piece.links and piece.meaning != UNKNOWN:
            if piece.meaning == "principle" or not _names_next(pieces, at):
                yield piece.meaning
        elif piece.things and piece.things[0].kind in CONDITIONS.values():
            yield MEANINGS[piece.things[0].kind]


def _asked(meant: Iterable[str]) -> Iterator[str]:
    """Leave out "all" where nothing is said before it: "all letters", but "letters of all mandates"."""
    first = True
    for meaning in meant:
        if not (first and meaning == EVERY):
            yield meaning
        first = first and meaning == EVERY


def _names_next(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether what these words mean is named behind them."""
    following = next((piece for piece in pieces[at + 1 :] if piece.meaning not in {"-of", "-the"}), None)
    return following is not None and bool(following.things) and pieces[at].meaning in following.says


def _exchanged(pieces: Sequence[Piece], parts: Sequence[str]) -> str:
    """Say what is wrong with a sender that is no mandate or a recipient that is one; replies go this way."""
    replying = any(piece.meaning == "reply" for piece in pieces)
    for piece, part in zip(pieces, parts, strict=True):
        if part == SENDER and not replying and piece.says & {"company", "government"}:
            return f"“{piece.printed}” cannot be the sender"
        if part in {RECIPIENT, AT} and "mandate" in piece.says:
            return f"“{piece.printed}” cannot be the recipient"
    return ""


def meanings(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the words of a phrase of the catalogue mean; words without a meaning are themselves one."""
    plain = tuple(word.folded for word in words(text))
    found: list[str] = []
    at = 0
    while at < len(plain):
        meaning, length = lexicon.at(plain, at)
        if THING in meaning:
            found.append(MEANINGS[condition(meaning).kind])
        elif not is_link(meaning):
            found.append("mandate" if meaning == ROLE else meaning or f"“{plain[at]}”")
        at += length or 1
    return tuple(dict.fromkeys(found))


def _without_fixed(question: str) -> tuple[str, list[Piece]]:
    """Return a question with blanks for references and dates, which have a form of their own, and these."""
    found: list[Piece] = []

    def piece(match: re.Match[str], kind: str, value: str) -> str:
        found.append(Piece((value,), match[0], match.start(), things=(Thing(kind, value, value),)))
        return " " * len(match[0])

    def letter(match: re.Match[str]) -> str:
        kind, target = match[1].upper(), match[2].upper()
        if kind not in notations("Communication"):
            return match[0]
        reference = f"{kind} {target} {int(match[3])}/{match[4]}"
        return piece(match, LETTER, reference)

    def date(match: re.Match[str], year: str, month: int | None, day: str) -> str:
        if month is None or not (1 <= month <= 12 and 1 <= int(day) <= 31):  # noqa: PLR2004 - a calendar
            return match[0]
        return piece(match, DATE, f"{year}-{month:02}-{int(day):02}")

    text = _LETTER.sub(letter, question)
    text = _ISO_DATE.sub(lambda m: date(m, m[1], int(m[2]), m[3]), text)
    text = _DAY_FIRST.sub(lambda m: date(m, m[3], _MONTH.get(fold(m[2])), m[1]), text)
    return _MONTH_FIRST.sub(lambda m: date(m, m[3], _MONTH.get(fold(m[1])), m[2]), text), found
