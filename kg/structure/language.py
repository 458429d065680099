"""The language of a letter, by the small words of its text."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "that",
            "we",
            "have",
            "with",
            "been",
            "which",
            "by",
            "for",
            "their",
            "our",
            "is",
            "are",
            "this",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "les",
            "des",
            "du",
            "et",
            "que",
            "nous",
            "avons",
            "dans",
            "par",
            "pour",
            "qui",
            "leur",
            "notre",
            "est",
            "sont",
            "cette",
            "aux",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "los",
            "las",
            "del",
            "y",
            "que",
            "hemos",
            "con",
            "por",
            "para",
            "su",
            "nuestra",
            "es",
            "son",
            "esta",
            "una",
            "al",
            "se",
        ]
    ),
}
_TOKEN: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return ``en``, ``fr`` or ``es``; English when the text has none of the small words."""
    words = [word.casefold() for word in _TOKEN.findall(text)]
    counts = {language: sum(word in small for word in words) for language, small in _WORDS.items()}
    return max(counts, key=lambda language: (counts[language], language == "en"))
