"""Conventions of the International Labour Organization by number, in English, French and Spanish.

"ILO Conventions Nos. 29 and 105", "la Convention n° 87 de l'OIT", "Convenios de la OIT núm. 29, sobre el
trabajo forzoso, y núm. 182". No other conventions are numbered "No.", but for those of the Council of Europe.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from kg.extract.numbering import Item, Numbers, read_numbers

_ORGANISATION: Final = (
    r"(?:\b(?:ilo|oit)\b|international labou?r organi[sz]ation|organisation internationale du travail"
    r"|organizacion internacional del trabajo)"
)
_OF_IT: Final = rf"(?:\s(?:of the\s|of\s|de l'|de la\s|du\s|del\s)?{_ORGANISATION}(?:'s)?)"
_NO: Final = r"(?:nos?|nums?|n[o°]s?)\.?"
_CONVENTION: Final = re.compile(
    rf"(?:\b(?:ilo|oit)(?:'s)?\s(?:(?:core|fundamental)\s)?)?\b(?:conventions?|convenios?)\b(?:\s(?:fondamentales?|fundamental(?:es)?))?{_OF_IT}?"
    rf"(?:,?\s(?:of\s|de\s)?(?:19|20)[0-9]{{2}})?,?\s\(?(?P<no>{_NO}\s?)?(?=[0-9])"
)
_AGAIN: Final = re.compile(rf"(?:the\s|la\s|el\s)?(?:conventions?\s|convenios?\s)?{_NO}\s?")
_FURTHER: Final = re.compile(
    rf"(?:\([^()]{{0,90}}\))?[^.;:()]{{0,90}}?(?:\b(?:and|et|y)|,)\s(?:the\s|la\s|el\s)?{_NO}\s?(?=[0-9]{{1,3}}\b(?!/))"
)
_OTHER_THING: Final = re.compile(
    r"artic|comment|observ|resol|recom|\bley\b|\blaw\b|\bloi\b|decre|permi|protocol|regla|case\b|rule|princip"
)
_BEHIND: Final = re.compile(rf"\)?{_OF_IT}")
_ANYWHERE: Final = re.compile(_ORGANISATION)
_ELSEWHERE: Final = re.compile(r"council of europe|conseil de l'europe|consejo de europa|geneva|hague")
# "its Protocol of 2014", "son Protocole de 2014": of the Forced Labour Convention, named before
_PROTOCOL: Final = re.compile(
    r"\b(?:2014 protocol|protocol(?:e|o)?(?:\sfacultati(?:f|vo))?\s(?:of\s|de\s|from\s)?2014)(?:\sthereto)?\b"
)
_NEAR: Final = 60
_EARLIER: Final = 200


class IloConvention(NamedTuple):
    """A numbered convention: its place and the id it has if the register holds it."""

    start: int
    end: int
    id: str
    known: bool


def find_ilo_conventions(text: str, folded: str, known: Collection[str]) -> Iterator[IloConvention]:
    """Yield the numbered conventions of the text of a block.

    Args:
        text: The text of the block.
        folded: The same text, folded.
        known: Ids of the register, such as ``ilo-c29``.
    """
    done = 0
    for match in _CONVENTION.finditer(folded):
        if match.start() < done:
            continue
        numbers = read_numbers(text, folded, match.end(), _AGAIN)
        if numbers is None or not _is_of_the_ilo(folded, match, numbers, known):
            continue
        items = [*numbers.items, *_further(text, folded, numbers.end)]
        done = items[-1].end
        for item in items:
            start = match.start() if item is items[0] else item.start
            behind = _BEHIND.match(folded, item.end)
            for number in item.numbers:
                identifier = f"ilo-c{number}"
                end = behind.end() if behind else _closed(text, start, item.end)
                yield IloConvention(start, end, identifier, identifier in known)


def find_forced_labour_protocol(folded: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where "its Protocol of 2014" stands behind ``at``, where the Forced Labour Convention was named."""
    return (match.span() for match in _PROTOCOL.finditer(folded, at))


def _is_of_the_ilo(folded: str, match: re.Match[str], numbers: Numbers, known: Collection[str]) -> bool:
    near = folded[max(0, match.start() - _NEAR) : numbers.end + _NEAR]
    if _ANYWHERE.search(near):
        return True
    registered = all(f"ilo-c{number}" in known for number in numbers.values)
    before = folded[max(0, match.start() - _EARLIER) : match.start()]
    spoken_of = bool(match["no"] or _ANYWHERE.search(before))
    return spoken_of and registered and not _ELSEWHERE.search(near)


def _further(text: str, folded: str, end: int) -> Iterator[Item]:
    """Yield the numbers that follow with words between: "No. 29, on forced labour, and No. 105"."""
    match = _FURTHER.match(folded, end)
    while match and not _OTHER_THING.search(match[0]):
        numbers = read_numbers(text, folded, match.end(), _AGAIN)
        if numbers is None:
            return
        yield from numbers.items
        match = _FURTHER.match(folded, numbers.end)


def _closed(text: str, start: int, end: int) -> int:
    return end + (text[end : end + 1] == ")" and "(" in text[start:end])
