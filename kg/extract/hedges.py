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

_VERBS: Mapping[str, tuple[tuple[str, _Finder], ...]] = {
    "en": (("modal", english_modals), ("conditional", english_conditionals)),
    "fr": (("conditional", french_conditionals),),
    "es": (("conditional", spanish_conditionals),),
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
    for cue, pattern in _patterns(language):
        for match in pattern.finditer(text):
            yield match.start(), match.start() + len(match.group().rstrip()), cue
    for cue, finder in _VERBS.get(language, ()):
        for start, end in finder(text):
            yield start, end, cue


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((cue, re.compile(rf"\b(?:{text})", re.IGNORECASE)) for cue, text in CUES.get(language, ()))
