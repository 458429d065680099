"""Names as they are compared: no case, no diacritics, no apostrophes, letters of one alphabet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe",
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
        "’": "", "'": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "", "´": "",
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Return ``text`` in lower case without diacritics and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def spaced(text: str) -> str:
    """Return ``text`` composed (NFC) with single spaces: the form in which two spellings are one name."""
    return " ".join(unicodedata.normalize("NFC", text).split())
