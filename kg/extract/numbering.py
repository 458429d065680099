"""Lists of numbered provisions: "6 (1), 7 and 9", "25 to 31", "15-17", "1, 2, 5 a), 6 b) et 12".

One forward scan for all three languages; articles, principles, rules and general comments are all
numbered this way. Offsets index the text of the block; the scan reads its folded form.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
)
_NOT_A_NUMBER: Final = re.compile(
    rf"[0-9/%]|[.,][0-9]{{3}}|\s(?:de\s|of\s)?(?:{_MONTHS})\b|\s?(?:%|per cent\b)"
)
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_ORDINAL: Final = re.compile(r"(?:er|ere|°|st|nd|rd|th)\b|[o°](?=[\s,.;)])")
_ROMAN: Final = re.compile(r"[ivx]{1,6}\b")
_SUB: Final = re.compile(
    r"\s?\((?P<round>[0-9]{1,2}|[a-z]|[ivx]{2,4}|bis|ter)\)"  # 6 (1), 12(2)(b)
    r"|\.(?P<dotted>[0-9]{1,2}|[a-h])(?![0-9a-z])"  # 14.3
    r"|\s(?P<closed>[a-h]|(?<=\) )[ivx]{1,4})\)"  # 5 a), 5 e) iii)
    r"|\s(?P<latin>bis|ter|quater)\b"
)
_MORE_SUBS: Final = re.compile(
    r"\s?(?:,|-|,?\s?(?:and|or|to|et|ou|y|e|o|a))\s?(?:\((?P<sub>[0-9]{1,2}|[a-z])\)|(?P<closed>[a-h])\))"
)
_PARAGRAPH: Final = re.compile(
    r"(?:,\s?|\s\(?|\s?,?\s)(?P<word>§§?|(?:sub)?paragraph(?:e?s|e)?|paras?|pars?|parrs?|parrafos?|alineas?|al"
    r"|incisos?|inc|apartados?|literal(?:es)?|lit|numeral(?:es)?)\.?\s?(?P<first>[0-9]{1,2}|[a-h]\)|\([a-h]\))(?![0-9])"
)
_PARAGRAPH_MORE: Final = re.compile(
    r"\s?(?:,|,?\s(?:and|or|to|et|ou|y|e|o|a))\s(?P<next>[0-9]{1,2}(?![0-9/])|[a-h]\)|\([a-h]\))"
)
_CLOSED: Final = re.compile(r"[^()]{0,30}\)")  # "14 (par. 3, al. b et d)"
_DESCRIBED: Final = re.compile(r"\s\((?![0-9])[^()]{3,90}\)")
_RANGE: Final = re.compile(r"\s?(?:-|to|through|until|a|au|al|hasta|jusqu'a)\s?(?=[0-9])")
# Before the number of a provision: "No.", "Nos.", "n°", "núm.", "nº", "n.º"
NUMBER_SIGN: Final = r"(?:n(?:os?|ums?|umbers?|umeros?|ros?|\.?\s?[o°]s?|°s?)\.?\s?)?"
_JOIN: Final = (
    r"(?:as well as|ainsi que|asi como"
    r"|(?:(?:both\s)?(?:read\s|taken\s)?(?:alone|separately|singly|independently)(?:\s(?:and|or)|,)?\s)?(?:read\s|taken\s)?(?:in conjunction|together|jointly)\swith"
    r"|coupled with|(?:lus?\s|pris\s)?(?:seuls?\s(?:et|ou)\s)?(?:conjointement|ensemble|combines?)\s(?:avec|a)"
    r"|(?:leidos?\s)?(?:por si solos?\s(?:y|o)\s)?(?:conjuntamente|junto|en conjunto|en relacion)\scon"
    r"|and/or|et/ou|y/o|and|or|et|ou|y|e|o|u|&)"
)
_SEPARATOR: Final = re.compile(rf"\s?[,;]\s?(?P<joined>{_JOIN},?\s)?|\s(?P<join>{_JOIN}),?\s")
_AFTER_COMMA: Final = re.compile(
    r"\s?(?:[,;.:()\[\]?!»”\"-]|$)|\s(?:and|or|to|of|in|et|ou|a|du|de|des|y|e|o|del|al|as|through|under)\b"
)
_LONGEST_RANGE: Final = 60
_PLURAL: Final = re.compile(r".*(?:s|§§)$")
_ABBREVIATED: Final = frozenset(("par", "para", "parr", "al", "inc", "lit"))  # also printed for the plural


class Item(NamedTuple):
    """One entry of a list: where it stands, the numbers it means, and its parts such as ``5(a)``."""

    start: int
    end: int
    numbers: tuple[str, ...]
    provisions: tuple[str, ...]


class Numbers(NamedTuple):
    """A list of numbers and where it ends."""

    items: tuple[Item, ...]
    end: int

    @property
    def values(self) -> tuple[str, ...]:
        """All numbers in the order of the text, ranges expanded."""
        return tuple(number for item in self.items for number in item.numbers)


def read_numbers(text: str, folded: str, at: int, again: re.Pattern[str] | None = None) -> Numbers | None:
    """Read the list of numbers that starts at ``at``.

    Args:
        text: The text of the block; Roman numerals count only when printed in capitals.
        folded: The same text, folded.
        at: Where the first number must start.
        again: What may stand before a further number, such as a repeated "article"; None for nothing.

    Returns:
        The list, or None when no provision number starts at ``at``.
    """
    item = _item(text, folded, at)
    items = []
    while item:
        items.append(item)
        item = _following(text, folded, item.end, again)
    return Numbers(tuple(items), items[-1].end) if items else None


def _following(text: str, folded: str, at: int, again: re.Pattern[str] | None) -> Item | None:
    """Return the next item of the list, if the text from ``at`` on continues it."""
    described = _DESCRIBED.match(folded, at)
    separator = _SEPARATOR.match(folded, described.end() if described else at)
    if separator is None:
        return None
    start = separator.end()
    repeated = again.match(folded, start) if again else None
    item = _item(text, folded, repeated.end() if repeated else start)
    if item is None or separator["joined"] or separator["join"] or repeated:
        return item
    return item if _AFTER_COMMA.match(folded, item.end) else None


def _item(text: str, folded: str, at: int) -> Item | None:
    number = _number(text, folded, at)
    if number is None:
        return None
    first, end = number
    last = _range_end(folded, end, first)
    if last:
        numbers = tuple(str(value) for value in range(int(first), int(last[0]) + 1))
        return Item(at, last[1], numbers, ())
    subs, end = _subs(folded, end, first)
    return Item(at, end, (first,), tuple(first + sub for sub in subs))


def _number(text: str, folded: str, at: int) -> tuple[str, int] | None:
    match = _NUMBER.match(folded, at)
    if match:
        if _NOT_A_NUMBER.match(folded, match.end()):
            return None
        ordinal = _ORDINAL.match(folded, match.end())
        return match[0], ordinal.end() if ordinal else match.end()
    roman = _ROMAN.match(folded, at)
    if roman and text[at : roman.end()].isupper():
        return text[at : roman.end()], roman.end()
    return None


def _range_end(folded: str, at: int, first: str) -> tuple[str, int] | None:
    """Return the last number of a range and where it ends; "5-2" and "17-2000" are no ranges."""
    joint = _RANGE.match(folded, at)
    last = _NUMBER.match(folded, joint.end()) if joint else None
    if last is None or not first.isdigit() or _NOT_A_NUMBER.match(folded, last.end()):
        return None
    return (last[0], last.end()) if 0 < int(last[0]) - int(first) <= _LONGEST_RANGE else None


def _subs(folded: str, at: int, number: str) -> tuple[tuple[str, ...], int]:
    """Return the parts below a number, such as ``(2)(b)``, and where they end."""
    chain, end = _chain(folded, at)
    if chain:
        more, end = _more(folded, end)
        prefix = chain[: chain.rfind("(")]
        return (chain, *(prefix + sub for sub in more)), end
    return _paragraphs(folded, at, number)


def _chain(folded: str, at: int) -> tuple[str, int]:
    chain = ""
    match = _SUB.match(folded, at)
    while match:
        chain += f"({match['round'] or match['dotted'] or match['closed'] or match['latin']})"
        at = match.end()
        match = _SUB.match(folded, at)
    return chain, at


def _more(folded: str, at: int) -> tuple[list[str], int]:
    more = []
    match = _MORE_SUBS.match(folded, at)
    while match:
        chain, at = _chain(folded, match.end())
        more.append(f"({match['sub'] or match['closed']})" + chain)
        match = _MORE_SUBS.match(folded, at)
    return more, at


def _paragraphs(folded: str, at: int, number: str) -> tuple[tuple[str, ...], int]:
    """Read ", paragraph 3" or "(paras. 1 and 2)" behind the number of a provision."""
    match = _PARAGRAPH.match(folded, at)
    if match is None:
        return (), at
    chain, end = _chain(folded, match.end("first"))
    subs = [f"({match['first'].strip('()')})" + chain]
    further = _PARAGRAPH_MORE.match(folded, end)
    while further and _is_paragraph(match["word"], further["next"], number):
        chain, end = _chain(folded, further.end())
        subs.append(f"({further['next'].strip('()')})" + chain)
        further = _PARAGRAPH_MORE.match(folded, end)
    closed = _CLOSED.match(folded, end) if "(" in match[0] else None
    return tuple(subs), closed.end() if closed else end


def _is_paragraph(word: str, following: str, number: str) -> bool:
    """Tell whether a further number is one of paragraphs: "art. 12, par. 2 et 3", but "art. 9, par. 3 et 14"."""
    if _PLURAL.match(word) or not following.isdigit():
        return True
    return word in _ABBREVIATED and number.isdigit() and int(following) < int(number)
