"""Numbers that do not agree: mandates and signatures, numbered requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.lint.finding import Finding, finding
from kg.model.record import Record, Request
from kg.model.text import Letter, Part
from kg.vocab.register import Register


def counts(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield mandates nobody signs for, signatures for other mandates, and numbers of requests left out."""
    yield from _unsigned(letter, record, register)
    yield from _skipped(letter, record)


def _unsigned(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Judge only a letter that is whole and in which every signature names its mandate."""
    signed = {one.mandate.value for one in record.signatories if one.mandate is not None}
    if len(signed) != len(record.signatories) or not letter.of(Part.CLOSING) or not signed:
        return
    sent_under = {mandate.id.value for mandate in record.mandates}
    for mandate in record.mandates:
        if mandate.id.value not in signed and mandate.id.spans:
            name = register.mandates[mandate.id.value].labels["en"]
            message = f"The letter is sent under the mandate of the {name}, but nobody signs for it."
            yield finding(
                "mandate-unsigned", mandate.id.spans[:1], message, "add the signature or drop the mandate"
            )
    for one in record.signatories:
        if one.mandate is not None and one.mandate.value not in sent_under and one.name.spans:
            name = register.mandates[one.mandate.value].labels["en"]
            message = f"{one.name.value} signs for the {name}, a mandate the letter does not name."
            yield finding(
                "signature-without-mandate", one.name.spans, message, "name the mandate in the heading"
            )


def _skipped(letter: Letter, record: Record) -> Iterator[Finding]:
    for one, other in pairwise(record.requests):
        if other.number == one.number + 2 and not _stands(letter, one, other):
            message = (
                f"Request {one.number} is followed by request {other.number}; there is no {one.number + 1}."
            )
            yield finding("list-skips", other.spans[:1], message, "correct the numbers of the requests")


def _stands(letter: Letter, one: Request, other: Request) -> bool:
    """Tell whether the number left out is printed between two requests, at a place nothing was read from."""
    between = letter.source.text[one.spans[0].start : other.spans[0].start]
    return re.search(rf"(?<![0-9]){one.number + 1}(?![0-9])", between) is not None
