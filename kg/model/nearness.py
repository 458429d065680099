"""Names as people type them: compared without regard to case and diacritics, and what comes near to one."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Final

MOST_NAMED: Final = 6  # candidates named in an error message
LONGEST: Final = 200  # characters of a name worth comparing; nothing in a graph comes near a longer one
ALIKE: Final = 0.75  # how alike two words must be, from 0 to 1


def folded(text: str) -> str:
    """Return a name without case, diacritics and white space around it."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character)).strip()


def folded_reference(text: str) -> str:
    """Return a reference of a letter without case, spaces and marks, as ``aloth1052021``."""
    return "".join(character for character in folded(text) if character.isalnum())


def near(name: str, known: Iterable[str], fold: Callable[[str], str] = folded) -> list[str]:
    """Return what contains ``name``, or else what shares most words with it, written alike or the same.

    Args:
        name: What a user typed.
        known: The names there are.
        fold: Makes of a name what is compared.

    Returns:
        At most ``MOST_NAMED`` of the names, those with most words in common first.
    """
    if len(name) > LONGEST:
        return []
    wanted = fold(name)
    texts = {fold(text): text for text in known}
    within = [text for key, text in texts.items() if wanted and wanted in key]
    return (within or _alike(wanted.split(), texts))[:MOST_NAMED]


def _alike(words: list[str], texts: Mapping[str, str]) -> list[str]:
    by_word: dict[str, set[str]] = defaultdict(set)
    for key in texts:
        for word in key.split():
            by_word[word].add(key)
    shared: Counter[str] = Counter()
    for word in words:
        close = get_close_matches(word, by_word, cutoff=ALIKE)
        shared.update(set().union(*(by_word[one] for one in close)))
    ranked = sorted(shared, key=lambda key: (-shared[key], len(key), key))
    return [texts[key] for key in ranked if 2 * shared[key] >= len(words)]
