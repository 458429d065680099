"""A question, understood word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.ask.lexicon import NOTHING, ROLE, Lexicon
from kg.ask.mandates import MandateNames
from kg.ask.things import DATE, LETTER, MANDATE, MEANINGS, PRINCIPLE, YEAR, Named, Names, Thing
from kg.ask.words import Word, Words, fold, words
from kg.errors import UsageError
from kg.vocab.terms import notations

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
    """What words of a question name, and the word before them."""

    words: str
    things: tuple[Thing, ...]
    before: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, understood as far as it goes.

    Attributes:
        meanings: What its words mean, in their order, each once.
        namings: What it names.
        unknown: Words that mean nothing known.
    """

    meanings: tuple[str, ...] = ()
    namings: tuple[Naming, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass
class _Found:
    meanings: list[str] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    last: str = ""

    def mean(self, meaning: str) -> None:
        self.meanings.append(meaning)
        self.last = meaning

    def name(self, naming: Naming) -> None:
        """Note what is named; "the company Sony" names a company, and asks for none."""
        if self.last and self.last in {MEANINGS[thing.kind] for thing in naming.things}:
            self.meanings.pop()
        self.namings.append(naming)
        self.last = ""


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
        found = _Found()
        text = _without_fixed(question, found)
        cut = words(text)
        at = 0
        while at < len(cut):
            at += self._step(cut, at, found)
        return Understood(tuple(dict.fromkeys(found.meanings)), tuple(found.namings), tuple(found.unknown))

    def _step(self, cut: tuple[Word, ...], at: int, found: _Found) -> int:
        """Understand the words from ``at`` on; return how many that took."""
        plain = tuple(word.folded for word in cut)
        meaning, length = self._lexicon.at(plain, at)
        named = max(self._mandates.at(plain, at), self._names.at(plain, at), key=lambda each: each.length)
        if named.things and (named.length > length or meaning == ROLE):
            found.name(_naming(cut, at, named))
            return named.length
        if meaning == "principle" and (numbers := _numbers(plain, at + length)):
            found.namings += [
                Naming(f"principle {number}", (Thing(PRINCIPLE, number, f"principle {number}"),), "")
                for number in numbers
            ]
            found.mean(meaning)
            return length + len(numbers)
        if _YEAR.fullmatch(cut[at].printed):
            year = cut[at].printed
            found.name(Naming(year, (Thing(YEAR, year, year),), plain[at - 1] if at else ""))
            return 1
        if not length:
            found.unknown.append(cut[at].printed)
        elif meaning != NOTHING:
            found.mean("mandate" if meaning == ROLE else meaning)
        return length or 1


def meanings(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the words of a phrase of the catalogue mean; words without a meaning are themselves one."""
    plain = tuple(word.folded for word in words(text))
    found: list[str] = []
    at = 0
    while at < len(plain):
        meaning, length = lexicon.at(plain, at)
        if meaning != NOTHING:
            found.append("mandate" if meaning == ROLE else meaning or f"“{plain[at]}”")
        at += length or 1
    return tuple(dict.fromkeys(found))


def _naming(cut: tuple[Word, ...], at: int, named: Named) -> Naming:
    said = " ".join(word.printed for word in cut[at : at + named.length])
    return Naming(said, named.things, cut[at - 1].folded if at else "")


def _numbers(plain: Words, at: int) -> list[str]:
    """Return the number of a principle behind its word; a further number would be another principle."""
    return [plain[at]] if at < len(plain) and _NUMBER.fullmatch(plain[at]) else []


def _without_fixed(question: str, found: _Found) -> str:
    """Note references and dates, which have a form of their own, and return the rest of the question."""

    def letter(match: re.Match[str]) -> str:
        kind, target = match[1].upper(), match[2].upper()
        if kind not in notations("Communication"):
            return match[0]
        reference = f"{kind} {target} {int(match[3])}/{match[4]}"
        found.namings.append(Naming(match[0], (Thing(LETTER, reference, reference),), ""))
        return " "

    def date(match: re.Match[str], year: str, month: int | None, day: str) -> str:
        if month is None or not (1 <= month <= 12 and 1 <= int(day) <= 31):  # noqa: PLR2004 - a calendar
            return match[0]
        value = f"{year}-{month:02}-{int(day):02}"
        found.namings.append(Naming(match[0], (Thing(DATE, value, value),), ""))
        return " "

    text = _LETTER.sub(letter, question)
    text = _ISO_DATE.sub(lambda m: date(m, m[1], int(m[2]), m[3]), text)
    text = _DAY_FIRST.sub(lambda m: date(m, m[3], _MONTH.get(fold(m[2])), m[1]), text)
    return _MONTH_FIRST.sub(lambda m: date(m, m[3], _MONTH.get(fold(m[1])), m[2]), text)
