"""Everything one letter says, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Record, Resolution, ResolutionUse, SourceInfo
from kg.model.text import Letter, Part, Source
from kg.relate.addressing import addressing
from kg.relate.answering import answered
from kg.relate.basis import resolutions
from kg.relate.citations import citations
from kg.relate.claims import claims
from kg.relate.companies import companies
from kg.relate.heading import date, mandates, reference
from kg.relate.involvement import involvement
from kg.relate.model_mentions import model_mentions, without_model
from kg.relate.notes import annexes, footnotes
from kg.relate.periods import publication, response
from kg.relate.persons import persons_concerned
from kg.relate.reading import Reading, said
from kg.relate.recipients import companies_copied, states_copied, unnamed_recipients
from kg.relate.requests import requests
from kg.relate.scopes import scoped
from kg.relate.signatures import signatories
from kg.relate.statements import statements
from kg.vocab.register import Register

_CITING = tuple(part for part in Part if part not in {Part.CAPACITY, Part.HEADING, Part.PREAMBLE})


def build_record(letter: Letter, mentions: Sequence[Sequence[Mention]], register: Register) -> Record:
    """Return the record of a letter.

    Args:
        letter: The letter.
        mentions: For each of its blocks, what was found in it.
        register: What is known of mandates, resolutions, States and norms.
    """
    found = Reading(letter, mentions)
    record = _read(without_model(found), register)
    return replace(record, model_mentions=model_mentions(found, record))


def _read(reading: Reading, register: Register) -> Record:
    letter = reading.letter
    own = reference(reading)
    dated = date(reading)
    sent_under = mandates(reading)
    acted_by, problems = resolutions(reading, sent_under, register)
    to = addressing(reading, own, register)
    signed = signatories(reading) if letter.kind == "communication" else ()
    copied = companies_copied(reading)
    remarks = statements(reading)
    alleged = scoped(claims(reading), remarks)
    cited = citations(letter, reading.mentions, register)
    return Record(
        source=_source_info(letter.source),
        kind=letter.kind,
        language=letter.language,
        reference=own,
        answers=answered(reading),
        date=dated,
        addressing=to,
        mandates=sent_under,
        resolutions=acted_by,
        other_resolutions=_other_resolutions(reading, acted_by, cited.other_resolutions),
        signatories=signed,
        states_copied=states_copied(reading),
        companies_copied=copied,
        unnamed_recipients=unnamed_recipients(reading),
        companies=companies(reading, to, copied),
        principles=cited.principles,
        documents=cited.documents,
        instruments=cited.instruments,
        general_comments=cited.general_comments,
        reports=cited.reports,
        requests=requests(reading),
        response=response(reading, dated),
        publication=publication(reading, dated),
        involvement=involvement(reading, alleged),
        claims=alleged,
        statements=remarks,
        persons_concerned=persons_concerned(reading, to, signed),
        footnotes=footnotes(reading),
        annexes=annexes(reading),
        problems=tuple(sorted({*letter.source.problems, *letter.problems, *problems, *cited.problems})),
    )


def _source_info(source: Source) -> SourceInfo:
    return SourceInfo(
        source.name,
        source.sha256,
        source.media_type,
        source.encoding,
        len(source.text),
        source.pages,
        source.furniture,
    )


def _other_resolutions(
    reading: Reading, acted_by: Sequence[ResolutionUse], by_symbol: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return the resolutions that are cited, by number or by symbol, not acted by."""
    own = {(use.body, use.number.value) for use in acted_by}
    found: dict[tuple[str, str], Resolution] = {}
    parts = _CITING if reading.letter.kind == "communication" else tuple(Part)
    for block, mention in reading.of(MentionKind.RESOLUTION, *parts):
        key = (mention.get("body"), mention.value)
        if key[0] and key not in own and key not in found:
            number = said(block, mention.start, mention.end, mention.value, Basis.STATED)
            found[key] = Resolution(number, key[0])
    for resolution in by_symbol:
        key = (resolution.body, resolution.number.value)
        if key not in own:
            found.setdefault(key, resolution)
    return tuple(found.values())
