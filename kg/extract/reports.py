"""Reports that a letter describes without printing their symbol, in English, French and Spanish.

"The 2018 report of the Working Group to the General Assembly", "dans son rapport de 2019 au Conseil des
droits de l'homme, le Rapporteur spécial …", "el informe de 2018 del Grupo de Trabajo a la Asamblea General".
A report of somebody else, one without a year, and one whose symbol stands beside it are no mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.folding import fold
from kg.extract.mandates import MandateFinder
from kg.extract.sentences import split_sentences
from kg.extract.symbols import find_symbols
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_KINDS: Final = r"(?:(?:annual|thematic|joint|first|second|third|final|latest|most recent)\s)"
_REPORT: Final = re.compile(
    rf"(?:\b(?P<year>{_YEAR})\s)?{_KINDS}{{0,2}}\b(?:report|rapport|informe)\b(?:\s(?:annuel|anual|thematique|tematico|conjoint|conjunto|final))?"
)
_ROLES: Final = (
    ("working-group", r"working group|groupe de travail|grupo de trabajo"),
    ("special-rapporteur", r"special rapporteur|rapporteu(?:se|r) special(?:e)?|relator(?:a)? especial"),
    ("independent-expert", r"independent expert|expert(?:e)? independant(?:e)?|expert[oa] independiente"),
)
_ROLE: Final = re.compile("|".join(rf"\b(?P<{name.replace('-', '_')}>{words})\b" for name, words in _ROLES))
_BY: Final = re.compile(
    r"(?:\s(?:submitted|presented|prepared|issued|published|presente|soumis|presentado|elaborado|publicado))?"
    rf"(?:\s(?:of|in|de|en|du)\s(?P<year>{_YEAR}))?"
    r"\s(?:of|by|from|du|de la|de l'|del|de|par la|par le|par|por el|por la)\s?(?:the\s|l'|la\s|le\s|el\s)?(?:then\s|former\s|united nations\s|un\s)*$"
)
_OWN: Final = re.compile(r"\b(?P<whose>its|his|her|their|my|our|son|sa|leur|notre|mon|su|nuestro|mi)\s$")
_WHOSE_ROLE: Final = re.compile(r"'s?\s$")
_RECIPIENT: Final = re.compile(
    r"\b(?:to|before|a|au|devant|ante|al)\s?(?:the\s|l'|la\s|le\s|el\s)?(?:united nations\s|un\s)?"
    r"(?:(?P<GA>general assembly|assemblee generale|asamblea general)|(?P<HRC>human rights council|conseil des droits de l'homme|consejo de derechos humanos)"
    r"|(?P<CHR>commission on human rights|commission des droits de l'homme|comision de derechos humanos))"
)
_YEAR_BEHIND: Final = re.compile(
    rf"[\s,(]{{1,2}}(?:(?:in|of|from|de|en|du|del)\s)?(?:[a-z]{{3,10}}\s(?:of\s|de\s)?)?(?P<year>{_YEAR})\b(?!/)"
)
_IN_THE: Final = re.compile(r"(?:In|Dans|En) (?:the|its|his|her|their|our|le|son|leur|el|su) $")
_SYMBOL_REACH: Final = 45
_REACH: Final = 320


class _Report(NamedTuple):
    """A description being read: where it starts and ends, its year and recipient, its author."""

    start: int
    end: int
    year: str
    recipient: str
    role: re.Match[str] | None


class ReportFinder:
    """Finds reports that are described.

    Mentions have kind REPORT and, as value, the mandate whose report it is, or nothing where the block does
    not say it. Details:

    * ``year``: the year of the report;
    * ``recipient``: ``GA``, ``HRC`` or ``CHR``; absent when not stated;
    * ``author``: ``working-group``, ``special-rapporteur`` or ``independent-expert``; absent for "our report".

    Args:
        register: Where the names of the mandates come from.
    """

    def __init__(self, register: Register) -> None:
        self._mandates = MandateFinder(register)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the reports described in the text of a block."""
        folded = fold(text)
        found = []
        for first, last in split_sentences(text):
            for report in _reports(text, folded, first, last):
                role = report.role
                detail = {
                    "year": report.year,
                    "recipient": report.recipient,
                    "author": str(role.lastgroup).replace("_", "-") if role else "",
                }
                kept = tuple(sorted((name, value) for name, value in detail.items() if value))
                mandate = self._mandate(text, role.start()) if role else ""
                found.append(Mention(report.start, report.end, MentionKind.REPORT, mandate, kept))
        return tuple(found)

    def _mandate(self, text: str, at: int) -> str:
        """Return the mandate named at ``at``."""
        return next((one.value for one in self._mandates.find(text) if one.start <= at < one.end), "")


def _reports(text: str, folded: str, first: int, last: int) -> Iterator[_Report]:
    symbols = [symbol.start for symbol in find_symbols(text[first:last])]
    for match in _REPORT.finditer(folded, first, last):
        report = _described(text, folded, match, first, last)
        if report and not any(
            0 <= first + at - match.end() <= report.end - match.end() + _SYMBOL_REACH for at in symbols
        ):
            yield report


def _described(text: str, folded: str, match: re.Match[str], first: int, last: int) -> _Report | None:
    """Read what surrounds the word "report"."""
    written = role = _author(folded, match, last)
    own = _OWN.search(folded, first, match.start())
    if role is None and own:
        role = _ROLE.search(folded, first, last)
        if role is None and own["whose"] not in {"my", "our", "notre", "mon", "nuestro", "mi"}:
            return None
    if role is None and own is None:
        role = _possessor(folded, match, first)
        if role is None:
            return None
    recipient = _RECIPIENT.search(folded, match.end(), min(last, match.end() + _REACH))
    if role is None and recipient is None:
        return None
    year, end = _year(folded, match, written, recipient)
    if not year:
        return None
    start = match.start()
    opened = _IN_THE.search(text, first, start)
    if opened and opened.start() == first:
        start = first
    return _Report(start, end, year, str(recipient.lastgroup) if recipient else "", role)


def _author(folded: str, match: re.Match[str], last: int) -> re.Match[str] | None:
    """Return the role in "report of the Working Group"."""
    role = _ROLE.search(folded, match.end(), min(last, match.end() + 90))
    return role if role and _BY.fullmatch(folded, match.end(), role.start()) else None


def _possessor(folded: str, match: re.Match[str], first: int) -> re.Match[str] | None:
    """Return the role in "the Working Group's 2018 report"."""
    roles = list(_ROLE.finditer(folded, first, match.start()))
    return roles[-1] if roles and _WHOSE_ROLE.fullmatch(folded, roles[-1].end(), match.start()) else None


def _year(
    folded: str, match: re.Match[str], author: re.Match[str] | None, recipient: re.Match[str] | None
) -> tuple[str, int]:
    """Return the year of the report and where its description ends."""
    ends = [place.end() for place in (match, author, recipient) if place]
    if match["year"]:
        return match["year"], max(ends)
    by = _BY.fullmatch(folded, match.end(), author.start()) if author else None
    if by and by["year"]:
        return by["year"], max(ends)
    for at in ends:
        behind = _YEAR_BEHIND.match(folded, at)
        if behind:
            return behind["year"], max(*ends, behind.end())
    return "", 0
