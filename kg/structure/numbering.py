"""The marks that number the requests of a letter, in the ways the genre prints them.

"1.", "1)", "(1)", "1.-", "1°)"; "Question 1:", « Question no 1 : », «Pregunta 1:»; "(a)", "b)"; "i)", "II."; "First,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_CLOSING: Final = r" ?[.):°º/\-–—]{1,3} ?"
_BEGINS: Final = r"(?=[A-ZÀ-ÖØ-Þ¿“\"«(])"
_FIGURE: Final = re.compile(rf"\(?(?P<number>[0-9]{{1,2}})(?:{_CLOSING}{_BEGINS}|[.)] ?(?=[a-zà-ÿ]))")
_WORD: Final = re.compile(
    r"(?:Questions?|QUESTION|Pregunta|PREGUNTA|Cuestión|Solicitud|Request|Demande|Point|Punto|Q)"
    rf"(?: ?(?:[Nn][o°º]\.?|[Nn]úm\.|[Nn]umber))? ?(?P<number>[0-9]{{1,2}}|[IVX]{{1,5}}){_CLOSING}(?=\S)"
)
_LETTER: Final = re.compile(r"\(?(?P<number>[a-zA-Z])(?:\.?\) ?|\.-? )(?=[^\s.])")
_ROMAN: Final = re.compile(r"\(?(?P<number>[ivx]{1,5}|[IVX]{1,5})(?:\.?\) ?|\.-? )(?=[^\s.])")
_ORDINALS: Final = (
    (r"First(?:ly)?|Premièrement|Premi(?:er|ère)|Primer[oa]", 1),
    (r"Second(?:ly)?|Deuxièmement|Deuxième|Second[oe]?|Segund[oa]", 2),
    (r"Third(?:ly)?|Troisièmement|Troisième|Tercer[oa]", 3),
    (r"Fourth(?:ly)?|Quatrièmement|Quatrième|Cuart[oa]", 4),
    (r"Fifth(?:ly)?|Cinquièmement|Cinquième|Quint[oa]", 5),
    (r"Sixth(?:ly)?|Sixièmement|Sixième|Sext[oa]", 6),
    (r"Seventh(?:ly)?|Septièmement|Septième|Séptim[oa]", 7),
    (r"Eighth(?:ly)?|Huitièmement|Huitième|Octav[oa]", 8),
)
_ORDINAL: Final = tuple(
    (re.compile(rf"(?:{words}) ?[.,:)\-–—]{{1,3}} ?(?=\S)"), place) for words, place in _ORDINALS
)
_VALUES: Final = {"i": 1, "v": 5, "x": 10}


class Mark(NamedTuple):
    """A mark as read: the series it counts in, its place in that series, and where its words begin."""

    series: str
    ordinal: int
    end: int


def marks(text: str, at: int) -> Iterator[Mark]:
    """Yield the ways in which ``text`` may be numbered at ``at``: "i)" is a numeral, and a letter as well.

    Small and capital letters count apart, and so do "1." and "1)", so that the sub-items of a list are not taken for its items.
    """
    if match := _FIGURE.match(text, at):
        yield Mark("figure)" if ")" in match[0] else "figure", int(match["number"]), match.end())
    if match := _WORD.match(text, at):
        number = match["number"]
        yield Mark("word", int(number) if number.isdigit() else _roman(number), match.end())
    for pattern, place in _ORDINAL:
        if match := pattern.match(text, at):
            yield Mark("ordinal", place, match.end())
    if match := _ROMAN.match(text, at):
        yield Mark(f"roman {_case(match['number'])}", _roman(match["number"]), match.end())
    if match := _LETTER.match(text, at):
        letter = match["number"]
        yield Mark(f"letter {_case(letter)}", ord(letter.lower()) - ord("a") + 1, match.end())


def _case(words: str) -> str:
    return "small" if words.islower() else "capital"


def _roman(numeral: str) -> int:
    """Return the value of a numeral; a smaller sign before a greater one is taken off."""
    values = [_VALUES[sign] for sign in numeral.lower()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
