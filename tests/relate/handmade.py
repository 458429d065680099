"""Letters made by hand for the tests of ``kg.relate``, and what the finders find in them."""

from __future__ import annotations

import hashlib
import re
from functools import cache

from kg.extract.comments import find_comments
from kg.extract.dates import find_dates
from kg.extract.instruments import InstrumentFinder
from kg.extract.mandates import MandateFinder
from kg.extract.principles import find_principles
from kg.extract.reports import ReportFinder
from kg.extract.sentences import find_sentences
from kg.extract.symbols import find_symbols
from kg.model.mention import Mention
from kg.model.text import Block, Letter, Part, Source, View
from kg.relate.citations import Citations, citations
from kg.vocab.load import load_register

_MARK = re.compile(r"(?:- )?(\([a-z]\)|[0-9]{1,2}\.|-) ")


def letter(*paragraphs: str, part: Part = Part.ANNEX, date: str = "", heading: str = "") -> Letter:
    """Return a letter whose text is the paragraphs, each one block of the given part."""
    parts = [(heading, Part.HEADING), (date, Part.DATE), *((paragraph, part) for paragraph in paragraphs)]
    kept = [(text, kind) for text, kind in parts if text]
    text = "\n\n".join(paragraph for paragraph, _ in kept)
    blocks, at = [], 0
    for paragraph, kind in kept:
        mark = _MARK.match(paragraph)
        start = mark.end() if mark else 0
        offsets = tuple(range(at + start, at + len(paragraph)))
        number = mark[1] if mark else ""
        blocks.append(Block(kind, View(paragraph[start:], offsets), number))
        at += len(paragraph) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Letter(
        Source("letter.txt", digest, "text/plain", "utf-8", text), "en", "communication", tuple(blocks)
    )


@cache
def _finders() -> tuple[InstrumentFinder, ReportFinder, MandateFinder]:
    register = load_register()
    return InstrumentFinder(register), ReportFinder(register), MandateFinder(register)


def found(text: str) -> tuple[Mention, ...]:
    """Return everything the finders of cited things find in a block."""
    instruments, reports, mandates = _finders()
    return tuple(
        sorted(
            [
                *find_sentences(text),
                *find_principles(text),
                *find_symbols(text),
                *find_comments(text),
                *find_dates(text),
                *instruments.find(text),
                *reports.find(text),
                *mandates.find(text),
            ]
        )
    )


def cited(whole: Letter) -> Citations:
    """Return what a letter cites."""
    return citations(whole, [found(block.text) for block in whole.blocks], load_register())
