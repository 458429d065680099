"""Quotations that are opened and not closed, or closed and not opened.

Only typographic marks are judged; a paragraph that also uses straight ones is passed over. A quotation may
run over paragraphs, and each of them may begin with an opening mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.lint.finding import Finding, finding
from kg.model.record import PrincipleCitation, Record
from kg.model.text import Block, Letter, Part, Span
from kg.vocab.register import Register

_PAIRS: Final = {"“": "”", "«": "»"}
_CLOSING: Final = {close: opening for opening, close in _PAIRS.items()}
_OTHER_HABITS: Final = ('"', "„", "‟", "<<", ">>", "``", "''")
_BODY: Final = frozenset(
    {
        Part.INTRODUCTION, Part.INFORMATION_CUE, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL,
        Part.REQUESTS_CUE, Part.REQUEST, Part.PROCEDURE,
    }
)  # fmt: skip
_ANNEX: Final = frozenset({Part.ANNEX})
_FOOTNOTE: Final = frozenset({Part.FOOTNOTE})


@dataclass(slots=True)
class _Open:
    """The marks that wait for their partner, each with its place."""

    marks: list[tuple[str, Span]] = field(default_factory=list)
    alone: list[tuple[str, Span]] = field(default_factory=list)

    def read(self, mark: str, place: Span) -> None:
        """Take the next mark of the text."""
        if mark in _PAIRS:
            self.marks.append((mark, place))
        elif self.marks and self.marks[-1][0] == _CLOSING[mark]:
            self.marks.pop()
        else:
            self.alone.append((mark, place))


def quotations(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield quotation marks without a partner."""
    del register
    for parts in (_BODY, _ANNEX):
        yield from _unbalanced([block for block in letter.blocks if block.part in parts], record)
    for block in letter.of(*_FOOTNOTE):
        yield from _unbalanced([block], record)


def _unbalanced(blocks: Iterable[Block], record: Record) -> Iterator[Finding]:
    open_ = _Open()
    for block in blocks:
        if any(mark in block.text for mark in _OTHER_HABITS):
            open_ = _Open(alone=open_.alone)
            continue
        for index, char in enumerate(block.text):
            if char not in _PAIRS and char not in _CLOSING:
                continue
            if _continues(block, index, open_):
                continue
            offset = block.view.offsets[index]
            open_.read(char, Span(offset, offset + 1))
    for mark, place in sorted([*open_.alone, *open_.marks], key=lambda one: one[1]):
        yield _finding(mark, place, record)


def _continues(block: Block, index: int, open_: _Open) -> bool:
    """Tell whether a mark at the start of a paragraph only says that the quotation goes on."""
    return bool(open_.marks) and not block.text[:index].strip(" ([.…") and block.text[index] in {*_PAIRS, "»"}


def _finding(mark: str, place: Span, record: Record) -> Finding:
    missing = f"{_PAIRS[mark]} that closes it" if mark in _PAIRS else f"{_CLOSING[mark]} that opens it"
    return finding(
        "unbalanced-quotation",
        [place],
        f"{_quoted(place, record)} has a mark {mark} but no mark {missing}.",
        "find the beginning and the end of the quotation in its source, and mark both",
    )


def _quoted(place: Span, record: Record) -> str:
    """Return what a mark belongs to, such as "The quotation of Guiding Principle 15"."""
    for principle in record.principles:
        if principle.how == "quoted-unbalanced" and _concerns(principle, place):
            numbers = ", ".join(map(str, principle.numbers))
            commentary = "the Commentary to " if principle.commentary else ""
            return f"The quotation of {commentary}Guiding Principle {numbers}"
    return "A quotation"


def _concerns(principle: PrincipleCitation, place: Span) -> bool:
    return any(span.start - 2 <= place.start <= span.end + 2 for span in principle.content)
