"""Finds the words that speak of a kind of abuse: the triggers of the issue scheme of ``ontology/``.

A trigger is one or more words; ``…`` between two of them stands for up to eight others within the sentence,
``/`` joins words that may stand in the same place. Case, diacritics and the usual endings make no difference. All
triggers of a language are walked at once, so time grows with the length of the text, not with the number of triggers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kg.extract.bodies import names_of_bodies
from kg.extract.folding import fold
from kg.extract.sentences import split_sentences
from kg.extract.stems import stem
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

_WORD: Final = re.compile(r"[^\W_]+|…")
_PLACE: Final = re.compile(r"[^\W_]+(?:/[^\W_]+)*|…")
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
            one without a gap does not count, nor do words in the name of a ministry, commission or the like.
            Words that are a trigger of several issues give one mention for each.
        """
        root = self._roots.get(language)
        if root is None:
            return ()
        names = names_of_bodies(text, language)
        return tuple(
            mention
            for start, end in split_sentences(text)
            for mention in _mentions(_words(text, language, start, end), root)
            if not any(first <= mention.start and mention.end <= last for first, last in names)
        )


def _add(root: _Node, trigger: str, language: str, issue: str) -> None:
    nodes = [root]
    folded = _GAP.join(fold(piece) for piece in trigger.split(_GAP))
    for place in _PLACE.findall(folded):
        keys = [word if word == _GAP else stem(word, language) for word in place.split("/")]
        nodes = [node.then.setdefault(key, _Node()) for node in nodes for key in dict.fromkeys(keys)]
    for node in nodes:
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
    for index, (_, start, first) in enumerate(words):
        run, issues = _run(words, index, root)
        jumps = [jump for jump in _jumps(words, index, root) if words[index + jump[1] - 1][2] > reached]
        ends = {issue: words[index + length - 1][2] for _, length, issue in jumps}
        if run and words[index + run - 1][2] > reached:
            reached = words[index + run - 1][2]
            if not any(before >= run for before, _, _ in jumps):
                ends.update(dict.fromkeys(issues, reached))
        elif jumps:
            reached = max(reached, first)
        for issue, end in sorted(ends.items()):
            yield Mention(start, end, MentionKind.ISSUE, issue)


def _run(words: _Words, index: int, node: _Node) -> tuple[int, tuple[str, ...]]:
    """Return how many words the longest trigger without a gap takes at ``index``, and its issues."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    taken = 0
    while index + taken < len(words) and (after := node.then.get(words[index + taken][0])) is not None:
        taken, node = taken + 1, after
        best = (taken, node.issues) if node.issues else best
    return best


def _jumps(words: _Words, index: int, node: _Node) -> Iterator[tuple[int, int, str]]:
    """Yield each trigger with a gap at ``index``: its words before the gap, all it reaches over, its issue."""
    before = 0
    while True:
        if (gap := node.then.get(_GAP)) is not None:
            yield from (
                (before, before + length, issue) for length, issue in _across(words, index + before, gap)
            )
        if index + before >= len(words) or (after := node.then.get(words[index + before][0])) is None:
            return
        before, node = before + 1, after


def _across(words: _Words, index: int, gap: _Node) -> list[tuple[int, str]]:
    """Return the triggers that continue after a gap at ``index``, each where it ends first."""
    nearest: dict[str, int] = {}
    for skipped in range(min(_LONGEST_GAP, len(words) - index) + 1):
        run, issues = _run(words, index + skipped, gap)
        found = [(run, issue) for issue in issues]
        found += [(length, issue) for _, length, issue in _jumps(words, index + skipped, gap)]
        for length, issue in found:
            nearest.setdefault(issue, skipped + length)
    return sorted((length, issue) for issue, length in nearest.items())
