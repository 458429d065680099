"""Words without their endings, so that *evicted*, *evicts* and *evict* meet; « expulsées » and « expulser » too.

The tables hold the endings of number, gender and of the verb forms that reports use. They are cut only when
enough of the word is left; what is left is a key for comparison, never shown to anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 4

_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"),
    "fr": (
        "eraient", "erait", "assent", "antes", "aient", "ants", "ante", "ees", "ent", "ait", "ant", "ers", "ee",
        "es", "er", "ez", "as", "is", "a", "e", "s", "x",
    ),
    "es": (
        "arian", "erian", "irian", "ieron", "iendo", "aria", "eria", "iria", "adas", "ados", "aron", "ando", "idas",
        "idos", "aban", "ada", "ado", "aba", "ida", "ido", "ian", "ar", "er", "ir", "an", "en", "es", "as", "os",
        "ia", "io", "a", "e", "o", "s",
    ),
}  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the key of a folded word: its longest known ending cut off once.

    Args:
        word: One word, folded (lower case, no diacritics).
        language: ``en``, ``fr`` or ``es``; in other languages a word is its own key.
    """
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
