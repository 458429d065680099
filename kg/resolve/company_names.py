"""Two names of companies compared: what is left of each without its legal form, and the form itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.resolve.folding import folded
from kg.resolve.legal_forms import FORMS, GENERAL, JOINED, LONGEST

_DOTTED: Final = re.compile(r"(?<![^\W_])[^\W_](?:[./][^\W_](?![^\W_]))+\.?")
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"[0-9]+")
_SHORTEST_CORE: Final = 3


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A name of a company, taken apart.

    Attributes:
        words: Its folded words without the legal forms at the end; the first word is always kept.
        forms: Ids of those legal forms.
    """

    words: tuple[str, ...]
    forms: frozenset[str]

    @property
    def key(self) -> str:
        """The words closed up: "O-Film" and "OFilm" share it."""
        return "".join(self.words)

    @property
    def core(self) -> str:
        """The words that tell companies apart, closed up; empty when there are hardly any."""
        core = "".join(word for word in self.words if word not in GENERAL)
        return core if len(core) >= _SHORTEST_CORE else ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it: "Plant 1" is not "Plant 2"."""
        return tuple(_NUMBER.findall(" ".join(self.words)))

    def begins(self, other: CompanyName) -> bool:
        """Return whether ``other`` has all these words, in order, and more behind them."""
        return len(self.words) < len(other.words) and other.words[: len(self.words)] == self.words


@lru_cache(maxsize=1 << 16)
def company_name(name: str) -> CompanyName:
    """Return a name of a company taken apart.

    Legal forms are taken off at the end only, and never the first word: "Limited Brands" stays whole.
    """
    text, joined = _without_joined_form(folded(name).replace("&", " and ").replace("+", " and "))
    words = _WORD.findall(_DOTTED.sub(_closed_up, text))
    forms = {joined} - {""}
    while (length := _form_length(words)) > 0:
        forms.add(FORMS[tuple(words[-length:])])
        del words[-length:]
    return CompanyName(tuple(words) or (text.strip(),), frozenset(forms))


def _without_joined_form(text: str) -> tuple[str, str]:
    for form, form_id in JOINED.items():
        if text.endswith(form) and text != form:
            return text.removesuffix(form), form_id
    return text, ""


def _closed_up(match: re.Match[str]) -> str:
    return re.sub(r"[./]", "", match[0])


def _form_length(words: list[str]) -> int:
    """Return how many words the longest legal form at the end takes; 0 when there is none."""
    longest = min(LONGEST, len(words) - 1)
    return next((length for length in range(longest, 0, -1) if tuple(words[-length:]) in FORMS), 0)
