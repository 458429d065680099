"""Reports a letter describes without their symbol, matched with the documents of the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, ReportMention, Said
from kg.model.text import Letter, Part
from kg.relate.passages import Passage
from kg.relate.quotation import quoted_after
from kg.vocab.register import Register

_KINDS: Final = {
    "working-group": "WorkingGroup",
    "special-rapporteur": "SpecialRapporteur",
    "independent-expert": "IndependentExpert",
}
_NAMING: Final = frozenset({Part.HEADING, Part.CAPACITY})


def described_reports(
    read: Sequence[Passage], letter: Letter, mentions: Sequence[Sequence[Mention]], register: Register
) -> tuple[ReportMention, ...]:
    """Return the reports described, in reading order.

    A report "of the Working Group" is one of the Working Group named last before it, when the letter knows
    only one or names it in the running text. Its symbol comes from the register, and only when one document
    fits the mandate, the year and the recipient.

    Args:
        read: The passages of the letter.
        letter: The letter.
        mentions: For each of its blocks, what was found in it.
        register: Where mandates and documents come from.
    """
    return tuple(
        _report(passage, mention, _author(letter, mentions, passage, mention, register), register)
        for passage in read
        for mention in passage.of(MentionKind.REPORT)
    )


def _report(passage: Passage, mention: Mention, mandate: str, register: Register) -> ReportMention:
    year = int(mention.get("year"))
    spans = passage.spans(mention.start, mention.end)
    symbol = _symbol(mandate, year, mention.get("recipient"), register)
    quote = quoted_after(passage, mention.end)
    return ReportMention(
        description=Said(passage.text[mention.start : mention.end], spans),
        symbol=Said(symbol, spans, Basis.REGISTER) if symbol else None,
        year=year,
        mandate=mandate or None,
        quoted=passage.spans(*quote) if quote else (),
    )


def _symbol(mandate: str, year: int, recipient: str, register: Register) -> str:
    """Return the symbol of the only report that fits, or nothing."""
    fitting = [
        document.symbol
        for document in register.documents.values()
        if document.kind == "report"
        and (document.mandate, document.year) == (mandate, year)
        and recipient in {document.recipient, ""}
    ]
    return fitting[0] if mandate and len(fitting) == 1 else ""


def _author(
    letter: Letter,
    mentions: Sequence[Sequence[Mention]],
    passage: Passage,
    report: Mention,
    register: Register,
) -> str:
    """Return the mandate whose report it is, or nothing when the letter leaves it open."""
    if report.value:
        return report.value
    kind = _KINDS.get(report.get("author"), "")
    block = passage.indices[passage.place(report.start)]
    signing, running = [], []
    for index, found in enumerate(mentions):
        here = [
            one.value for one in found if one.kind is MentionKind.MANDATE and one.value in register.mandates
        ]
        fitting = [one for one in here if not kind or register.mandates[one].kind == kind]
        if letter.blocks[index].part in _NAMING:
            signing += fitting
        elif index < block:
            running += fitting
    if len(set(signing)) == 1:
        return signing[0]
    return running[-1] if running and kind else ""
