"""Finds the words that speak of a kind of abuse: the triggers of the issue scheme of ``ontology/``.

A trigger is one or more words; ``…`` between two of them stands for up to eight others within the sentence.
Case, diacritics and the usual endings make no difference. All triggers of a language are walked at once, so
time grows with the length of the text, not with the number of triggers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kg.extract.folding import fold
from kg.extract.sentences import split_sentences
from kg.extract.stems import stem
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

_WORD: Final = re.compile(r"[^\W_]+|…")
_GAP: Final = "…"
_LONGEST_GAP: Final = 8

_Words: TypeAlias = list[tuple[str, int, int]]


@dataclass(slots=True)
class _Node:
    then: dict[str, _Node] = field(default_factory=dict)
    issues: tuple[str, ...] = ()


class IssueFinder:
    """Finds issues in the texts of one register's languages.

    Args:
        register: Where the issues and their triggers are.
    """

    def __init__(self, register: Register) -> None:
        self._roots: dict[str, _Node] = {}
        for issue in register.issues.values():
            for trigger in issue.triggers:
                root = self._roots.setdefault(trigger.language, _Node())
                _add(root, trigger.text, trigger.language, issue.id)

    def find(self, text: str, language: str) -> tuple[Mention, ...]:
        """Find the issues of a block.

        Args:
            text: The cleaned text of one block.
            language: ``en``, ``fr`` or ``es``.

        Returns:
            Mentions of kind ``issue`` in order; ``value`` is the id of the issue. A trigger inside a longer
            one does not count. Words that are a trigger of several issues give one mention for each.
        """
        root = self._roots.get(language)
        if root is None:
            return ()
        found: list[Mention] = []
        for start, end in split_sentences(text):
            found.extend(_mentions(_words(text, language, start, end), root))
        return tuple(found)


def _add(root: _Node, trigger: str, language: str, issue: str) -> None:
    node = root
    folded = _GAP.join(fold(piece) for piece in trigger.split(_GAP))
    for word in _WORD.findall(folded):
        node = node.then.setdefault(word if word == _GAP else stem(word, language), _Node())
    node.issues = tuple(sorted({*node.issues, issue}))


def _words(text: str, language: str, start: int, end: int) -> _Words:
    folded = fold(text[start:end])
    return [
        (stem(match.group(), language), start + match.start(), start + match.end())
        for match in _WORD.finditer(folded)
    ]


def _mentions(words: _Words, root: _Node) -> Iterator[Mention]:
    """Yield the issues of one sentence, without triggers that stand inside a longer one.

    The words a gap jumps over are no part of a trigger: what they say counts too.
    """
    reached = 0
    for index in range(len(words)):
        length, issues = _longest(words, index, root)
        start, end = words[index][1], words[index + max(length, 1) - 1][2]
        if length and end > reached:
            reached = end if _run(words, index, root) == length else words[index][2]
            for issue in issues:
                yield Mention(start, end, MentionKind.ISSUE, issue)


def _longest(words: _Words, index: int, node: _Node) -> tuple[int, tuple[str, ...]]:
    """Return how many words the longest trigger at ``index`` takes, and its issues."""
    best = (0, node.issues)
    if index < len(words) and (after := node.then.get(words[index][0])) is not None:
        length, issues = _longest(words, index + 1, after)
        best = (length + 1, issues) if issues else best
    if (gap := node.then.get(_GAP)) is not None:
        best = max(best, _across(words, index, gap))
    return best


def _run(words: _Words, index: int, node: _Node) -> int:
    """Return how many words the longest trigger without a gap takes at ``index``."""
    best = taken = 0
    while index + taken < len(words) and (after := node.then.get(words[index + taken][0])) is not None:
        taken, node = taken + 1, after
        best = taken if node.issues else best
    return best


def _across(words: _Words, index: int, gap: _Node) -> tuple[int, tuple[str, ...]]:
    """Return the match that continues after a gap at ``index``: the nearest one."""
    for skipped in range(min(_LONGEST_GAP, len(words) - index) + 1):
        length, issues = _longest(words, index + skipped, gap)
        if length and issues:
            return skipped + length, issues
    return 0, ()
