"""Dates and periods, by a grammar of our own: general date parsers read ``44/15`` as the year 2044."""

from __future__ import annotations

import re
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
    rf"\b(?:(?P<day>[0-9]{{1,2}}) ?(?:st|nd|rd|th|er|o|º|°)?(?: of| de)? (?P<month>{_MONTH})\b\.?,?(?: del?| of)? (?P<year>[0-9]{{4}})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>[0-9]{{1,2}}) ?(?:st|nd|rd|th)?,? (?P<year2>[0-9]{{4}})"
    rf"|(?P<year3>[0-9]{{4}})-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})"
    rf"|(?P<month4>{_MONTH})\b(?: del?)? (?P<year4>[0-9]{{4}}))(?![0-9])"
)
_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10, "fourteen": 14, "fifteen": 15, "thirty": 30,
    "sixty": 60, "ninety": 90, "forty-eight": 48, "seventy-two": 72, "twenty-four": 24,
    "quinze": 15, "trente": 30, "soixante": 60, "quatre-vingt-dix": 90, "quarante-huit": 48, "vingt-quatre": 24,
    "soixante-douze": 72, "quince": 15, "treinta": 30, "sesenta": 60, "noventa": 90, "cuarenta y ocho": 48,
    "veinticuatro": 24, "setenta y dos": 72,
}  # fmt: skip
_NUMBER: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PERIOD: Final = re.compile(
    rf"\b(?P<number>[0-9]{{1,3}}|{_NUMBER})(?: \([a-z0-9 -]{{1,20}}\))?[ -](?:calendar |working )?(?P<unit>days?|hours?|jours?|heures?|dias?|horas?)\b"
)


def find_dates(text: str) -> tuple[Mention, ...]:
    """Return the dates in ``text`` with their ISO form, partial when the text is partial."""
    found: list[Mention] = []
    for match in _DATE.finditer(fold(text)):
        value = _iso(match)
        if value:
            found.append(Mention(match.start(), match.end(), MentionKind.DATE, value))
    return tuple(found)


def find_periods(text: str) -> tuple[Mention, ...]:
    """Return periods such as "60 days" with the number as value and the detail ``unit``: days or hours."""
    return tuple(
        Mention(
            match.start(),
            match.end(),
            MentionKind.PERIOD,
            str(_NUMBERS.get(match["number"]) or int(match["number"])),
            (("unit", "hours" if match["unit"].startswith("h") else "days"),),
        )
        for match in _PERIOD.finditer(fold(text))
    )


def _iso(match: re.Match[str]) -> str:
    def first(name: str) -> str:
        return next((value for key, value in match.groupdict().items() if key.startswith(name) and value), "")

    year, month, day = int(first("year")), first("month"), first("day")
    number = int(month) if month.isdigit() else _MONTHS[month]
    if not (1 <= number <= 12 and 1900 <= year <= 2100):  # noqa: PLR2004
        return ""
    if not day:
        return f"{year:04}-{number:02}"
    if not 1 <= int(day) <= 31:  # noqa: PLR2004
        return ""
    return f"{year:04}-{number:02}-{int(day):02}"
