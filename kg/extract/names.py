"""Find many names at once: a trie of folded words, walked once over the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kg.extract.folding import fold

_WORD: Final = re.compile(r"[^\W_]+")


class NameMatch(NamedTuple):
    """A name found: offsets in the text, and the ids it stands for."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    then: dict[str, _Node] = field(default_factory=dict)
    ids: tuple[str, ...] = ()


class NameTrie:
    """Names → ids. Case, diacritics, punctuation and line breaks make no difference.

    Args:
        names: (name, id) pairs. A name given for several ids stands for all of them.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for name, identifier in names:
            node = self._root
            for word in _WORD.findall(fold(name)):
                node = node.then.setdefault(word, _Node())
            if node is not self._root and identifier not in node.ids:
                node.ids = (*node.ids, identifier)

    def find(self, text: str) -> Iterator[NameMatch]:
        """Yield the longest name at each place, left to right, none inside another."""
        words = list(_WORD.finditer(fold(text)))
        index = 0
        while index < len(words):
            length, ids = self._longest(words, index)
            if length:
                yield NameMatch(words[index].start(), words[index + length - 1].end(), ids)
                index += length
            else:
                index += 1

    def at(self, text: str, start: int) -> NameMatch | None:
        """Return the longest name that starts at ``start``."""
        words = list(_WORD.finditer(fold(text[start : start + 600])))
        if not words or words[0].start() != 0:
            return None
        length, ids = self._longest(words, 0)
        return NameMatch(start, start + words[length - 1].end(), ids) if length else None

    def _longest(self, words: list[re.Match[str]], index: int) -> tuple[int, tuple[str, ...]]:
        node, best = self._root, 0
        ids: tuple[str, ...] = ()
        for offset, word in enumerate(words[index:], start=1):
            following = node.then.get(word[0])
            if following is None:
                break
            node = following
            if node.ids:
                best, ids = offset, node.ids
        return best, ids
