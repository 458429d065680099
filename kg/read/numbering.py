"""Numbers as letters print them: of list items, of notes, of pages."""

from __future__ import annotations

import re

LIST_MARK = re.compile(r"(?:\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{2,5}[.)]|[•▪▫◦●‣·–—-])(?=\s)")
PAGE_NUMBER = re.compile(
    r"(?:pages?|página|pág\.|pag\.|p\.)?\s?[-–—(\[]?\s?([0-9]{1,4})"
    r"\s?(?:(?:/|\||of|de|sur|out of)\s?[0-9]{1,4})?\s?[-–—)\]]?",
    re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LARGEST_LETTERS = 26 * 30


def numeral(number: int, count: str) -> str:
    """Write a number as a list counts.

    Args:
        number: From 0.
        count: A number format of ECMA-376, part 1, section 17.18.59: ``decimal``, ``lowerLetter``,
            ``upperRoman`` …; unknown ones count in digits.
    """
    if count.endswith("Letter") and 0 < number <= _LARGEST_LETTERS:
        repeats, letter = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[letter] * (repeats + 1)
    elif count.endswith("Roman") and 0 < number <= _LARGEST_ROMAN:
        text = _roman(number)
    elif count == "decimalZero":
        text = f"{number:02}"
    else:
        text = str(number)
    return text.upper() if count.startswith("upper") else text


def superscript(text: str) -> str:
    """Raise the digits of a mark; text that is more than digits stays as it is."""
    return text.translate(_SUPERSCRIPT) if text.strip().isdecimal() else text


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        repeats, number = divmod(number, value)
        letters += sign * repeats
    return letters
