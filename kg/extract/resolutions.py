"""Resolutions of the Councils, the Assembly and the Commission, where the text says that they are such.

A pair of numbers is a resolution only behind the word itself and with a UN body in reach: permits,
telephone numbers, document symbols, national "resoluciones administrativas" and dates look the same. The
Security Council numbers its resolutions one after the other, and gives the year: 1325 (2000).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.folding import fold
from kg.model.mention import Mention, MentionKind

_WORD: Final = re.compile(r"\b(?:resoluti?ons?|resolucion(?:es)?|decisi?ons?|decision(?:es)?)\b")
_BODY_NAME: Final = (
    r"(?:of the|de la|du|del|de l') ?(?:human rights council|general assembly|commission on human rights|council|assembly"
    r"|conseil(?: des droits de l'homme)?|assemblee generale|commission des droits de l'homme"
    r"|consejo(?: de derechos humanos)?|asamblea(?: general)?|comision de derechos humanos)"
)
_LINK: Final = r"(?: ?[,;])? ?(?:and|et|y|e|or|as well as|ainsi que|asi como)?(?: (?:to|by|in|its|the|ses|sus|a|en|decisions?|resolutions?))*"
_NUMBER: Final = re.compile(
    rf"(?:{_LINK}|(?: {_BODY_NAME})?,?) ?(?:\(?(?:hrc|a/hrc/res/)|nos?\.?|n[o\u00b0]s?\.?)? ?"
    r"(?P<number>(?:s-[0-9]{1,2}|[0-9]{1,4})/[0-9]{1,3})(?![0-9/])(?: ?\([0-9]{4}\))?(?: ?[a-c]\b)?"
)
_SECURITY_COUNCIL_NUMBER: Final = re.compile(
    rf"{_LINK} ?(?:s/res/|nos?\.?|n[o\u00b0]s?\.?)? ?(?P<number>[0-9]{{1,4}}) ?\((?:19[4-9]|20[0-9])[0-9]\)"
)
_BODIES: Final = (
    (
        "HRC",
        re.compile(
            r"human rights council|\bhrc\b|conseil des droits de l'homme|consejo de derechos humanos|(?:\ble|\bdu) conseil\b(?! (?:economique|de securite|d'administration))|\b[dt]?el consejo\b(?! (?:economico|de seguridad|directivo))|(?<!social )(?<!security )\bcouncil\b"
        ),
    ),
    (
        "GA",
        re.compile(r"general assembly|assemblee(?: generale)?\b|asamblea(?: general)?\b|\bthe assembly\b"),
    ),
    (
        "CHR",
        re.compile(
            r"commission on human rights|commission des droits de l'homme|comision de derechos humanos|\bthe commission\b|la commission\b|la comision\b"
        ),
    ),
    (
        "ECOSOC",
        re.compile(r"economic and social council|conseil economique et social|consejo economico y social"),
    ),
    ("SC", re.compile(r"security council|conseil de securite|consejo de seguridad")),
)
_NATIONAL: Final = re.compile(
    r"administrativ|ministeri|municipal|judicial|suprem|congres|parlament|parliament|senat|legislativ|gubernamental|presidencial|directorial|cantonal|communal|prefectoral"
)
_OF_BODY: Final = re.compile(
    r"(?:,? (?:respectively|respectivement|respectivamente),?)? (?:of the |du |de la |de l'|del )[^,;.]{0,60}"
)
_FIRST_COMMISSION_FORM: Final = 1_900
_MOST_OF_A_SESSION: Final = 60
_REACH: Final = 90


def find_resolutions(text: str) -> tuple[Mention, ...]:
    """Return the resolutions named in ``text``.

    Mentions have kind RESOLUTION, the printed number as value, and the detail ``body``: HRC, GA, CHR, SC,
    or empty when the text names no body.
    """
    folded = fold(text)
    found: dict[int, Mention] = {}
    words = list(_WORD.finditer(folded))
    for index, word in enumerate(words):
        limit = words[index + 1].start() if index + 1 < len(words) else len(folded)
        numbers = list(_numbers(_NUMBER, folded, word.end(), limit))
        in_series = not numbers
        numbers = numbers or list(_numbers(_SECURITY_COUNCIL_NUMBER, folded, word.end(), limit))
        if not numbers or _NATIONAL.search(folded[max(0, word.start() - 30) : numbers[0].start("number")]):
            continue
        stated = _body(folded, word, numbers, words[index - 1].end() if index else 0, limit)
        for number in numbers:
            sentence = _sentence(folded, word.start(), number.end())
            body = stated or _by_form(number["number"], sentence, decided=word[0].startswith("deci"))
            if body == "SC" if in_series else body in {"HRC", "GA", "CHR", ""}:
                at = number.start("number"), number.end("number")
                found[at[0]] = Mention(
                    *at, MentionKind.RESOLUTION, text[at[0] : at[1]].upper(), (("body", body),)
                )
    return tuple(found[start] for start in sorted(found))


def _numbers(pattern: re.Pattern[str], folded: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of a list that begins right behind the word."""
    number = pattern.match(folded, start, limit)
    while number:
        yield number
        number = pattern.match(folded, number.end(), limit)


def _body(folded: str, word: re.Match[str], numbers: list[re.Match[str]], floor: int, limit: int) -> str:
    """Return the body named right before the word or right behind the numbers."""
    behind = folded[numbers[-1].end() : min(limit, numbers[-1].end() + _REACH)]
    follows = _OF_BODY.match(behind)
    if follows:
        after = follows[0]
        named = [
            (match.start(), body) for body, pattern in _BODIES for match in [pattern.search(after)] if match
        ]
        if named:
            return min(named)[1]
    between = folded[word.end() : numbers[0].start("number")]
    before = folded[max(floor, word.start() - _REACH) : word.start()] + between
    near = [
        (match.end(), len(match[0]), body) for body, pattern in _BODIES for match in pattern.finditer(before)
    ]
    return max(near)[2] if near else ""


def _sentence(folded: str, start: int, end: int) -> str:
    begin = folded.rfind(". ", 0, start) + 1
    stop = folded.find(". ", end)
    return folded[begin : stop if stop >= 0 else len(folded)]


def _by_form(number: str, folded: str, *, decided: bool) -> str:
    """Tell the body from the form of the number: years belong to the Commission, sessions to the Council.

    No session of the Council adopts sixty resolutions; those of the Assembly adopt hundreds. Decisions of the
    Council are numbered from 101.
    """
    session, _, serial = number.partition("/")
    if session.isdigit() and int(session) >= _FIRST_COMMISSION_FORM:
        return "CHR" if _BODIES[2][1].search(folded) else ""
    named = {body for body, pattern in _BODIES if pattern.search(folded)}
    if not decided and session.isdigit() and int(serial) > _MOST_OF_A_SESSION:
        return "GA"
    return next(iter(named)) if len(named) == 1 else ("HRC" if "HRC" in named else "")
