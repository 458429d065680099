"""The head of a letter: its reference, its date, and the mandates it is sent under."""

from __future__ import annotations

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, MandateUse, Reference, Said
from kg.model.text import Block, Part, Span
from kg.relate.reading import Reading, said

_HEAD = (Part.REFERENCE, Part.LETTERHEAD, Part.DATE, Part.ADDRESSEE, Part.HEADING)
_DATED = (Part.DATE, Part.REFERENCE, Part.LETTERHEAD, Part.SALUTATION)


def reference(reading: Reading) -> Reference | None:
    """Return the letter's own reference: the one at its label, else the first one in its head."""
    if reading.letter.kind != "communication":
        return None
    found = [*reading.of(MentionKind.REFERENCE, Part.REFERENCE), *reading.of(MentionKind.REFERENCE, *_HEAD)]
    typed = [pair for pair in found if pair[1].get("type")] or found
    if not typed:
        return None
    return as_reference(*typed[0])


def as_reference(block: Block, mention: Mention) -> Reference:
    """Return a reference with its parts and its place."""
    exact = block.text[mention.start : mention.end] == mention.value
    text = said(block, mention.start, mention.end, mention.value, Basis.STATED if exact else Basis.NORMALISED)
    number, year = int(mention.get("number")), int(mention.get("year"))
    return Reference(text, mention.get("type"), mention.get("target"), number, year)


def date(reading: Reading) -> Said[str] | None:
    """Return the date of the letter: the one that stands alone, else the first one in its head."""
    for parts in ((Part.DATE,), _DATED):
        dates = sorted(
            reading.of(MentionKind.DATE, *parts),
            key=lambda pair: (-len(pair[1].value), pair[0].view.offsets[0]),
        )
        if dates:
            block, mention = dates[0]
            return said(block, mention.start, mention.end, mention.value, Basis.NORMALISED)
    return None


def mandates(reading: Reading) -> tuple[MandateUse, ...]:
    """Return the mandates the letter is sent under, in the order of the heading.

    The heading decides; the capacity sentence supplies what a letter without heading lacks.
    """
    heading = list(reading.of(MentionKind.MANDATE, Part.HEADING))
    capacity = list(reading.of(MentionKind.MANDATE, Part.CAPACITY))
    if reading.letter.kind != "communication":
        heading, capacity = _addressed(reading), []
    uses: dict[str, MandateUse] = {}
    for block, mention in heading or capacity:
        if mention.value not in uses:
            uses[mention.value] = MandateUse(
                id=_id(block, mention),
                label=block.text[mention.start : mention.end],
                heading=_places(heading, mention.value),
                capacity=_places(capacity, mention.value),
            )
    return tuple(uses.values())


def _addressed(reading: Reading) -> list[tuple[Block, Mention]]:
    """Return the mandates a reply is addressed to: those of its own head."""
    return list(
        reading.of(MentionKind.MANDATE, Part.LETTERHEAD, Part.ADDRESSEE, Part.SALUTATION, Part.PREAMBLE)
    )


def _id(block: Block, mention: Mention) -> Said[str]:
    return said(block, mention.start, mention.end, mention.value, Basis.NORMALISED)


def _places(found: list[tuple[Block, Mention]], identifier: str) -> tuple[Span, ...]:
    return tuple(
        span
        for block, mention in found
        if mention.value == identifier
        for span in block.view.spans(mention.start, mention.end)
    )
