"""Dates and periods, by a grammar of our own: general date parsers read ``44/15`` as the year 2044."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

from kg.extract.folding import fold
from kg.model.mention import Mention, MentionKind

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january janvier enero jan",
            "february fevrier febrero feb",
            "march mars marzo mar",
            "april avril abril apr",
            "may mai mayo",
            "june juin junio jun",
            "july juillet julio jul",
            "august aout agosto aug",
            "september septembre septiembre setiembre sept sep",
            "october octobre octubre oct",
            "november novembre noviembre nov",
            "december decembre diciembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>[0-9]{{1,2}}|l[0-9]|[0-9]l) ?(?:st|nd|rd|th|er|o|º|°)?(?: of| de)? ?(?P<month>{_MONTH})\b\.?,?(?: del?| of)? (?P<year>[0-9]{{4}}|[12][0-9o][0-9ol]{{2}})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>[0-9]{{1,2}}) ?(?:st|nd|rd|th)?,? (?P<year2>[0-9]{{4}})"
    rf"|(?P<year3>[0-9]{{4}})-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})"
    rf"|(?P<day5>[0-9]{{1,2}})(?P<mark>[/.])(?P<month5>[0-9]{{1,2}})(?P=mark)(?P<year5>(?:19|20)[0-9]{{2}})(?![/.-]?[0-9])"
    rf"|(?P<month4>{_MONTH})\b(?: del?)? (?P<year4>[0-9]{{4}}))(?![0-9])"
)
_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "twenty-one": 21, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90, "forty-eight": 48, "seventy-two": 72, "twenty-four": 24,
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "dix": 10, "quatorze": 14,
    "quinze": 15, "vingt": 20, "vingt et un": 21, "trente": 30, "quarante-cinq": 45, "soixante": 60, "quatre-vingt-dix": 90, "quarante-huit": 48, "vingt-quatre": 24,
    "soixante-douze": 72, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "diez": 10, "catorce": 14,
    "quince": 15, "veinte": 20, "veintiun": 21, "treinta": 30, "cuarenta y cinco": 45, "sesenta": 60, "noventa": 90, "cuarenta y ocho": 48,
    "veinticuatro": 24, "setenta y dos": 72,
}  # fmt: skip
_NUMBER: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PERIOD: Final = re.compile(
    rf"\b(?P<number>[0-9]{{1,3}}|{_NUMBER})(?: \([a-z0-9 -]{{1,20}}\))?[ -](?:calendar |working )?(?P<unit>days?|hours?|weeks?|months?|jours?|heures?|semaines?|mois|dias?|horas?|semanas?|mes(?:es)?)\b"
)
# What a scanner prints for a nought and a one.
_FIGURES: Final = str.maketrans("ol", "01")
# A letter that gives weeks or months means the sixty days of the procedure by two months.
_DAYS: Final = {"w": 7, "semai": 7, "seman": 7, "mo": 30, "me": 30}


def find_dates(text: str) -> tuple[Mention, ...]:
    """Return the dates in ``text`` with their ISO form, partial when the text is partial.

    "03/05/2019" is 3 May: the United Nations print the day first.
    """
    found: list[Mention] = []
    for match in _DATE.finditer(fold(text)):
        value = _iso(match)
        if value:
            found.append(Mention(match.start(), match.end(), MentionKind.DATE, value))
    return tuple(found)


def find_periods(text: str) -> tuple[Mention, ...]:
    """Return periods such as "60 days" with the number as value and the detail ``unit``: days or hours.

    Weeks count seven days, months thirty.
    """
    return tuple(
        Mention(
            match.start(),
            match.end(),
            MentionKind.PERIOD,
            str(_length(match)),
            (("unit", "hours" if match["unit"].startswith("h") else "days"),),
        )
        for match in _PERIOD.finditer(fold(text))
    )


def _length(match: re.Match[str]) -> int:
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    return number * next((days for unit, days in _DAYS.items() if match["unit"].startswith(unit)), 1)


def _iso(match: re.Match[str]) -> str:
    def first(name: str) -> str:
        return next((value for key, value in match.groupdict().items() if key.startswith(name) and value), "")

    year, month, day = (
        int(first("year").translate(_FIGURES)),
        first("month"),
        first("day").translate(_FIGURES),
    )
    number = int(month) if month.isdigit() else _MONTHS[month]
    if number > 12 and match["mark"]:  # noqa: PLR2004 - day and month stand the other way round in the United States
        number, day = int(day), month
    if not (1 <= number <= 12 and 1900 <= year <= 2100):  # noqa: PLR2004
        return ""
    if not day:
        return f"{year:04}-{number:02}"
    if not 1 <= int(day) <= monthrange(year, number)[1]:
        return ""
    return f"{year:04}-{number:02}-{int(day):02}"
