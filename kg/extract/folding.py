"""Fold letters for matching without changing a single offset."""

from __future__ import annotations

import unicodedata
from typing import Final

_SAME: Final = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "ß": "s", "æ": "a", "œ": "o", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
}  # fmt: skip


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code).lower()
        character = _SAME.get(character, character)
        base = unicodedata.normalize("NFKD", character)[:1] or character[:1]
        self[code] = base
        return base


_TABLE: Final = _Table()


def fold(text: str) -> str:
    """Return ``text`` in lower case, without diacritics, with plain quotes and hyphens.

    The result has as many characters as ``text``, so that offsets hold in both.
    """
    return text.translate(_TABLE)
