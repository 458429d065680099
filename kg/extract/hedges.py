"""Finds the cues that mark what a letter says as reported, uncertain or possible.

A hedge is what keeps an allegation from reading as a fact: *allegedly*, *may be forced*, *it is unclear
whether*, « auraient reçu », «presuntamente». Each is a mention with its exact offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from kg.extract.conditional import (
    english_conditionals,
    english_modals,
    french_conditionals,
    spanish_conditionals,
)
from kg.extract.hedge_cues import CUES
from kg.model.mention import Mention, MentionKind

_Finder: TypeAlias = Callable[[str], Iterator[tuple[int, int]]]

# The verbs of a language: what they do, the letters every one of them holds, and their finder.
_VERBS: Mapping[str, tuple[tuple[str, tuple[str, ...], _Finder], ...]] = {
    "en": (
        ("modal", ("may", "might", "could"), english_modals),
        ("conditional", ("would",), english_conditionals),
    ),
    "fr": (("conditional", ("rait", "raient"), french_conditionals),),
    "es": (("conditional", ("ría",), spanish_conditionals),),
}


def find_hedges(text: str, language: str) -> tuple[Mention, ...]:
    """Find the hedges of a block.

    Args:
        text: The cleaned text of one block.
        language: ``en``, ``fr`` or ``es``; other languages have no cues.

    Returns:
        Mentions of kind ``hedge`` in order, not overlapping: of two that overlap the one that starts first
        stands, and of two that start together the longer. Detail ``cue`` says what it does: ``source``,
        ``reported``, ``uncertain``, ``modal`` or ``conditional``.
    """
    found = sorted(_candidates(text, language), key=lambda item: (item[0], -item[1]))
    hedges: list[Mention] = []
    for start, end, cue in found:
        if not hedges or start >= hedges[-1].end:
            hedges.append(Mention(start, end, MentionKind.HEDGE, detail=(("cue", cue),)))
    return tuple(hedges)


def _candidates(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    lower = text.lower()
    for cue, words, pattern in _patterns(language):
        if any(word in lower for word in words):
            for match in pattern.finditer(text):
                yield match.start(), match.start() + len(match.group().rstrip()), cue
    for cue, letters, finder in _VERBS.get(language, ()):
        if any(piece in lower for piece in letters):
            for start, end in finder(text):
                if not _quoted(text, start):
                    yield start, end, cue


def _quoted(text: str, index: int) -> bool:
    """Tell whether ``index`` lies in a quotation: a verb there puts nothing at a distance."""
    opened = max(text.rfind(mark, 0, index) for mark in "“«")
    return opened >= 0 and not any(mark in text[opened:index] for mark in "”»")


@cache
def _patterns(language: str) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    return tuple(
        (cue.kind, cue.words, re.compile(rf"\b(?:{cue.pattern})", re.IGNORECASE))
        for cue in CUES.get(language, ())
    )
