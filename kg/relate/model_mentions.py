"""What an installed spaCy model found where our own reading says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.mention import MentionKind
from kg.model.record import ModelMention, Record, Said
from kg.model.text import Span
from kg.relate.reading import Reading, words


def without_model(reading: Reading) -> Reading:
    """Return the reading our own components made: nothing else may decide what a letter says."""
    own = [
        [mention for mention in found if mention.kind is not MentionKind.MODEL] for found in reading.mentions
    ]
    return Reading(reading.letter, own)


def model_mentions(reading: Reading, record: Record) -> tuple[ModelMention, ...]:
    """Return the entities of a model that overlap nothing we found ourselves.

    Args:
        reading: With the mentions of the model.
        record: What was read without them.
    """
    named = _named(record)
    found = []
    for block, mentions in reading.blocks():
        ours = [m for m in mentions if m.kind not in {MentionKind.MODEL, MentionKind.SENTENCE}]
        for mention in mentions:
            if mention.kind is MentionKind.MODEL:
                text = words(block, mention.start, mention.end)
                known = any(m.start < mention.end and mention.start < m.end for m in ours)
                if text.spans and not known and not _overlap(text.spans, named):
                    found.append(ModelMention(text, mention.get("label"), mention.get("model")))
    return tuple(found)


def _named(record: Record) -> list[Span]:
    """Return where the record names persons and organisations, which it finds by their place in the letter."""
    return [span for said in _names(record) for span in said.spans]


def _names(record: Record) -> Iterator[Said[str]]:
    yield from (person.name for person in record.addressing.persons)
    yield from (signatory.name for signatory in record.signatories)
    yield from (company.name for company in record.companies)
    yield from (*record.persons_concerned, *record.companies_copied, *record.states_copied)
    if record.addressing.organisation is not None:
        yield record.addressing.organisation


def _overlap(spans: tuple[Span, ...], others: list[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in spans for b in others)
