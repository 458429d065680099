"""Persons listed below the words that announce them: "the following persons were arrested:", one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.model.record import Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, words
from kg.vocab.announcing import PERSONS

_NAME_AND_AGE: Final = 90  # characters
_ABOUT: Final = (Part.INTRODUCTION, Part.ALLEGATIONS)
_PART: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w’]"
_TITLE: Final = r"(?:(?:Mr|Mrs|Ms|Dr|Mme|M|Sr|Sra)\.? )?"
_ITEM: Final = re.compile(
    rf"(?:\(?[0-9]{{1,2}}[.)] ?|[-–•] ?)?{_TITLE}(?P<name>(?:[A-Z]\. ?){{1,3}}[A-Z]\.|{_PART}(?: (?:(?:de|del|de la|da|ben|bin|ould|van|von|el|al|[A-Z]\.) )?{_PART}){{0,4}}(?: {_PART}|(?: [A-Z]\.){{1,3}}))(?= ?[,;(:]|\.?$|(?<=[a-zà-ÿ]{{3}})\. )"
)


def listed_persons(reading: Reading) -> Iterator[Said[str]]:
    """Yield the names that open the items of a list of persons."""
    for block, items in _lists(reading):
        for item in items:
            yield words(block, *item.span("name"))


def lists_of_names(reading: Reading) -> frozenset[int]:
    """Return where the blocks start that only list names, with an age or an occupation: they allege nothing."""
    return frozenset(
        block.view.offsets[0]
        for block, items in _lists(reading)
        if len(items) == len(block.lines) and all(end - start <= _NAME_AND_AGE for start, end in block.lines)
    )


def _lists(reading: Reading) -> Iterator[tuple[Block, list[re.Match[str]]]]:
    listing = False
    for block, _ in reading.blocks(*_ABOUT):
        lines = [_ITEM.match(block.text, start, end) for start, end in block.lines] if listing else []
        items = [item for item in lines if item]
        if items:
            yield block, items
        listing = bool(items) or bool(PERSONS.search(block.text))
