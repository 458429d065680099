"""Lettered lists that begin with (b), or leave a letter out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kg.lint.finding import Finding, finding
from kg.model.record import Record
from kg.model.text import Block, Letter, Part, Span
from kg.vocab.register import Register

# "(b) Integrating …", "b) draw on …": a mark followed by words, not part of "article 2 (b)" or "(a) and (b)"
_MARK: Final = re.compile(r"(?<![^\s“«:;])\(?(?P<letter>[a-z])\)(?=\s+[¿“«]?[^\W0-9_])")
# … but a year before a mark is no article: "staff since 2021, (b) deaths by cause"
_CITED: Final = re.compile(
    r"(?:(?<!(?:19|20)[0-9])[0-9]|[\])]|\b(?:articles?|art|arts|paragraphs?|paras?|sections?|subparagraphs?|sub-paragraphs?|principles?|points?|clauses?"
    r"|rules?|regulations?|items?|alinéas?|paragraphes?|points|artículos?|apartados?|párrafos?|incisos?|literal(?:es)?|letras?|numeral(?:es)?)\.?)"
    r"(?:\s*\([0-9a-z]{1,3}\))*[\s,]*$",
    re.IGNORECASE,
)
_LEFT_OUT: Final = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3}|\(\s*(?:…|\.{3})\s*\))\W*$")
_LEAD: Final = 60
_FEWEST_WORDS: Final = 3
_FURTHEST: Final = 4  # paragraphs between two items of one list
_PARTS: Final = frozenset(
    {
        Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL, Part.REQUESTS_CUE, Part.REQUEST,
        Part.PROCEDURE, Part.ANNEX,
    }
)  # fmt: skip


class _Item(NamedTuple):
    letter: str
    block: int
    place: Span
    cut: bool  # an ellipsis before it says that something was left out


def lists(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield lists that do not begin with (a), or skip a letter."""
    del record, register
    blocks = [block for block in letter.blocks if block.part in _PARTS]
    for items in _runs(_items(blocks)):
        yield from _judged(items)


def _items(blocks: Sequence[Block]) -> Iterator[_Item]:
    for number, block in enumerate(blocks):
        marks = list(_MARK.finditer(block.text))
        for index, mark in enumerate(marks):
            end = marks[index + 1].start() if index + 1 < len(marks) else len(block.text)
            before = block.text[max(0, mark.start() - _LEAD) : mark.start()]
            long_enough = len(block.text[mark.end() : end].split()) >= _FEWEST_WORDS
            if long_enough and not _CITED.search(before):
                spans = block.view.spans(mark.start(), mark.end())
                place = Span(spans[0].start, spans[-1].end)
                yield _Item(mark["letter"], number, place, _LEFT_OUT.search(before) is not None)


def _runs(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield the items list by list: it ends where letters do not rise or much other text follows."""
    run: list[_Item] = []
    for item in items:
        if run and (item.letter <= run[-1].letter or item.block - run[-1].block > _FURTHEST):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _judged(items: Sequence[_Item]) -> Iterator[Finding]:
    if len(items) == 1 or _roman(items) or any(item.cut for item in items):
        return
    first = items[0]
    if first.letter == "b" and items[1].letter == "c":
        yield finding(
            "list-starts-late",
            [first.place],
            f"A list begins with ({first.letter}); there is no ({_before(first.letter)}).",
            f"add ({_before(first.letter)}), mark what was left out, or letter the list from (a)",
        )
    for one, other in pairwise(items):
        missing = [chr(code) for code in range(ord(one.letter) + 1, ord(other.letter))]
        if len(missing) == 1:
            yield finding(
                "list-skips",
                [other.place],
                f"({one.letter}) is followed by ({other.letter}); there is no ({missing[0]}).",
                f"add ({missing[0]}), or correct the letters",
            )


def _roman(items: Sequence[_Item]) -> bool:
    """Tell whether the letters may be Roman numerals, such as (i), (v) and (x)."""
    return any(item.letter in "ivx" for item in items)


def _before(letter: str) -> str:
    return chr(ord(letter) - 1)
