"""Lists of provisions: the word for the unit ("articles", "principio", "rules") and the numbers behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.numbering import NUMBER_SIGN, Numbers, read_numbers

UNITS: Final = {
    "article": r"(?:articles?|articulos?|arts?)",
    "principle": r"princip(?:les?|es?|ios?)",
    "rule": r"(?:rules?|regles?|reglas?)",
    "guideline": r"(?:guidelines?|directri(?:z|ces)|lignes? directrices?)",
    "safeguard": r"safeguards?",
}
_UNIT: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in UNITS.items())})\.?\s{NUMBER_SIGN}(?=[0-9ivx])"
)
# What may stand before a further number: "and to article 9", "y el artículo 7"
AGAIN: Final = {
    unit: re.compile(
        r"(?:(?:to|with|in|under|a|au|aux|con|en|also)\s)?"
        r"(?:the\s|its\s|l'|d'|les?\s|los?\s|el\s|del?\s|al\s|sus?\s|ses\s|son\s)?"
        rf"{words}\.?\s{NUMBER_SIGN}"
    )
    for unit, words in UNITS.items()
}

# Before the word for the unit: the list is of what was named before, and ends where another begins
_ITS: Final = re.compile(r"\b(?:its|their|ses|son|leurs?|sus?)\s$")


class ProvisionList(NamedTuple):
    """A list of provisions.

    Attributes:
        unit: What they are: a key of ``UNITS``.
        start: Where the word for the unit starts.
        numbers: The numbers, with their places.
        sentence: Which sentence of the block the list starts in.
    """

    unit: str
    start: int
    numbers: Numbers
    sentence: int

    @property
    def end(self) -> int:
        """Where the numbers end."""
        return self.numbers.end


def provision_lists(
    text: str, folded: str, sentences: tuple[tuple[int, int], ...]
) -> Iterator[ProvisionList]:
    """Yield the lists of provisions in the text of a block, left to right.

    Args:
        text: The text of the block.
        folded: The same text, folded.
        sentences: Where its sentences stand.
    """
    place = 0
    for match in _UNIT.finditer(folded):
        unit = str(match.lastgroup)
        its = _ITS.search(folded, max(0, match.start() - len("their ")), match.start())
        numbers = read_numbers(text, folded, match.end(), None if its else AGAIN[unit])
        while place + 1 < len(sentences) and match.start() >= sentences[place][1]:
            place += 1
        if numbers:
            yield ProvisionList(unit, match.start(), numbers, place)
