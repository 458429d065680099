"""Quotations of Guiding Principles whose words are not those of the principle.

A quotation may begin and end anywhere and leave words out where it says so. What has little in common with
the principle is passed over: it may quote something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from kg.lint.finding import Finding, finding
from kg.model.record import PrincipleCitation, Record
from kg.model.text import Letter
from kg.vocab.register import Register

_WORD: Final = re.compile(r"[^\W0-9_]+")
_CHANGED_LETTER: Final = re.compile(r"\[(?P<letter>\w)\]")  # "[w]here": only upper and lower case differ
_LEFT_OUT: Final = re.compile(r"\[[^\[\]]{0,40}\]|…|\.{3}|\((?:…|\.{3})\)")
_SAME_TEXT: Final = 0.6
_MOST_WORDS: Final = 400


def wording(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield quotations in which words differ from those the register holds in the letter's language."""
    for citation in record.principles:
        if (
            citation.how != "quoted"
            or citation.commentary
            or len(citation.numbers) != 1
            or not citation.content
        ):
            continue
        principle = register.principles.get(citation.numbers[0])
        adopted = "" if principle is None else principle.wording.get(letter.language, "")
        wrong = _wrong(_quoted(letter, citation), adopted) if adopted else ()
        if wrong:
            message = f"“{' '.join(wrong)}” is not in the words of Guiding Principle {citation.numbers[0]}."
            yield finding("quotation-differs", citation.content, message, f"the principle reads: {adopted}")


def _quoted(letter: Letter, citation: PrincipleCitation) -> str:
    return " ".join(letter.source.text[span.start : span.end] for span in citation.content)


def _wrong(quoted: str, adopted: str) -> Sequence[str]:
    """Return the first words that differ, with what surrounds them, or nothing."""
    known = _words(adopted)
    for piece in _LEFT_OUT.split(_CHANGED_LETTER.sub(r"\g<letter>", quoted)):
        words = _words(piece)
        if not words or f" {' '.join(words)} " in f" {' '.join(known)} ":
            continue
        blocks = SequenceMatcher(None, words[:_MOST_WORDS], known, autojunk=False).get_matching_blocks()
        if sum(block.size for block in blocks) < _SAME_TEXT * len(words):
            continue
        first = next(block for block in blocks if block.size)
        at = first.a + first.size if first.a == 0 else 0
        return words[max(0, at - 2) : at + 3]
    return ()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
