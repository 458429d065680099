"""A letter as passages, and what of its words is its own: names, dates, references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from kg.compare.words import Words, forms, replaced, words
from kg.model.record import Record, Said
from kg.model.text import Block, Letter, Part, Span

OWN: Final = "□"
"""Stands for a name, a date or a reference of the letter; no word of a text has this form."""

_NOT_COMPARED: Final = frozenset({Part.PREAMBLE, Part.FURNITURE})
_HEAD: Final = frozenset(
    {
        Part.LETTERHEAD, Part.HEADING, Part.REFERENCE, Part.DATE, Part.ADDRESSEE, Part.SALUTATION,
        Part.CLOSING, Part.SIGNATURE,
    }
)  # fmt: skip
_BETWEEN_NAMES: Final = frozenset(("and", "et", "y", "e", "the", "la", "le", "les", "l", "el", "los", "of"))
_LEGAL_FORMS: Final = frozenset(
    (
        "ab", "ag", "as", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "de", "cv", "gmbh",
        "group", "holding", "holdings", "inc", "incorporated", "kg", "limited", "llc", "llp", "ltd", "ltda",
        "nv", "oy", "oyj", "plc", "pte", "pty", "pvt", "s", "a", "sa", "sab", "sarl", "sas", "se", "sl",
        "spa", "srl",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """A paragraph, a request, a footnote of a letter.

    Attributes:
        part: The part of the letter it belongs to.
        number: The printed number of a list item or the mark of a footnote, or empty.
        text: Its cleaned text, without the number.
        spans: Where it stands in the canonical text, the number included.
    """

    part: Part
    number: str
    text: str
    spans: tuple[Span, ...]

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words(self.text)

    @cached_property
    def count(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(self.words.forms)


@dataclass(frozen=True)
class LetterText:
    """A letter as it is compared: its record and its passages in reading order, the footnotes last.

    Attributes:
        record: What the letter says.
        passages: Its passages; empty ones, page furniture and publishers' notes left out.
        text: The canonical text.
    """

    record: Record
    passages: tuple[Passage, ...]
    text: str

    @property
    def name(self) -> str:
        """Its reference, or the name of its file."""
        reference = self.record.reference
        return reference.text.value if reference else self.record.source.name

    @property
    def body(self) -> tuple[Passage, ...]:
        """The passages between the salutation and the closing, the annex, and the footnotes."""
        return tuple(passage for passage in self.passages if passage.part not in _HEAD)

    @cached_property
    def digest(self) -> str:
        """A digest of the words of the body, in which names, dates and references make no difference."""
        own = own_names(self.record, self.text)
        made = replaced([word for passage in self.body for word in passage.words.forms], own, OWN)
        return sha256(" ".join(_without_own(made)).encode()).hexdigest()[:16]


def letter_text(letter: Letter, record: Record) -> LetterText:
    """Return the letter as it is compared.

    Args:
        letter: Its blocks.
        record: What was read in it.
    """
    made = [_passage(block) for block in letter.blocks if block.part not in _NOT_COMPARED]
    kept = [passage for passage in made if passage.text]
    running = [passage for passage in kept if passage.part is not Part.FOOTNOTE]
    notes = [passage for passage in kept if passage.part is Part.FOOTNOTE]
    return LetterText(record, (*running, *notes), letter.source.text)


def _passage(block: Block) -> Passage:
    text = " ".join(block.text.split())
    number = block.number
    body = text.removeprefix(number).lstrip(" .)")
    if body == text:
        number = number if block.part is Part.FOOTNOTE else ""
    return Passage(
        block.part, number.strip("[]"), body if number else text, block.view.spans(0, len(block.text))
    )


def own_names(record: Record, text: str) -> frozenset[tuple[str, ...]]:
    """Return the words, as they are compared, of what is proper to the letter.

    These are its reference, its date, the persons, the company or body it is addressed to (also without
    legal form), the State addressed, and those to whom similar letters went.
    """
    found = {forms(one) for one in _own_texts(record, text)}
    companies = [record.addressing.organisation, *record.companies_copied]
    found |= {_without_legal_form(forms(one.value)) for one in companies if one is not None}
    return frozenset(name for name in found if name)


def _own_texts(record: Record, text: str) -> Iterator[str]:
    if record.reference is not None:
        yield record.reference.text.value
    yield from _printed((record.date, record.addressing.state, *record.states_copied), text)
    yield from _printed((record.addressing.organisation, *record.companies_copied), text)
    for said in (record.addressing.organisation, *record.companies_copied):
        if said is not None:
            yield said.value
    for person in record.addressing.persons:
        yield person.name.value
        if person.honorific is not None:
            yield f"{person.honorific.value} {person.name.value}"
            yield f"{person.honorific.value} {person.name.value.split()[-1]}"


def _printed(values: Iterable[Said[str] | None], text: str) -> Iterator[str]:
    for value in values:
        for span in value.spans if value is not None else ():
            yield text[span.start : span.end]


def _without_legal_form(name: tuple[str, ...]) -> tuple[str, ...]:
    end = len(name)
    while end > 1 and name[end - 1] in _LEGAL_FORMS:
        end -= 1
    return name[:end]


def _without_own(sequence: Iterable[str]) -> Iterator[str]:
    """Yield the words without own names, and without what joins two of them in a list."""
    waiting: list[str] = []
    behind = False
    for word in sequence:
        if word == OWN:
            behind, waiting = True, []
        elif behind and word in _BETWEEN_NAMES:
            waiting.append(word)
        else:
            yield from (*waiting, word)
            behind, waiting = False, []
    yield from waiting
