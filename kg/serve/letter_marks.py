"""Where the marks of a letter's page come from: the words of its facts, and what kind of thing they name.

The graph says which words a fact rests on; the reading of the letter says what each of these stretches is:
the words behind a signature are a name, a role and a mandate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.model.record import Record, Said
from kg.model.text import Span
from kg.serve.letter_facts import LetterFact, Place
from kg.serve.marked import Mark
from kg.serve.search import Words, places
from kg.vocab.display import legend

_PASSAGES: Final = {
    "claim": "Allegation",
    "remark": "Remark",
    "request": "Request",
    "footnote": "Footnote",
    "annex": "Annex",
}
_KINDS: Final = {
    "reference": "Reference",
    "dateOfLetter": "Date",
    "repliesTo": "Reference",
    "concernsLetter": "Reference",
    "addressing": "Person",
    "sentUnderMandate": "Mandate",
    "mandateBasis": "Mandate",
    "pursuantTo": "Resolution",
    "signature": "MandateHolder",
    "copy": "Government",
    "unnamedRecipients": "Organisation",
    "companyMention": "Company",
    "personMention": "PersonConcerned",
    "citation": "Document",
    "responseSlot": "Period",
    "publicationWindow": "Period",
}
_GROUPS: Final = {
    **dict.fromkeys(("MandateHolder", "Addressee", "Person", "PersonConcerned", "Role"), "people"),
    **dict.fromkeys(
        (
            "Resolution",
            "LegalInstrument",
            "GuidingPrinciple",
            "GeneralComment",
            "Document",
            "Report",
            "Symbol",
        ),
        "norms",
    ),
    **dict.fromkeys(("Reference", "Date", "Period", "Role"), "frame"),
}
_NAMES: Final = {
    "Allegation": "alleged",
    "Furniture": "printed around the text",
    "Hedge": "hedge (reported, uncertain)",
    "Quotation": "quoted",
    "Remark": "remark",
    "Request": "request",
    "Role": "role",
    "Reference": "reference",
    "Date": "date",
    "Period": "period",
    "Hit": "found",
}


def kind_name(kind: str) -> str:
    """Return what the legend of a letter calls a kind of mark."""
    shown = legend().get(kind)
    return _NAMES.get(kind) or (shown.label if shown else kind.lower())


def group_of(kind: str) -> str:
    """Return how the line under marks of a kind is drawn."""
    return _GROUPS.get(kind, "")


def is_wide(kind: str) -> bool:
    """Return whether marks of a kind are passages."""
    return kind in {*_PASSAGES.values(), "Quotation", "Furniture", "Problem"}


def letter_marks(
    facts: Iterable[LetterFact],
    problems: Iterable[tuple[str, tuple[Place, ...]]],
    source: str,
    record: Record | None,
) -> list[Mark]:
    """Return the marks of one text of a letter.

    Args:
        facts: The facts of the letter, from any of its texts.
        problems: What went less than well, each with its places.
        source: IRI of the text; only what stands in it is marked.
        record: The reading of this text, where there is one.
    """
    kinds = _kinds(record) if record else {}
    found: dict[tuple[int, int, bool], Mark] = {}
    for fact in facts:
        for place in fact.places:
            if place.source == source:
                mark = _mark(fact, place, kinds)
                found.setdefault((mark.start, mark.end, mark.wide), mark)
    marks = [*found.values(), *_problem_marks(problems, source)]
    return [*marks, *_furniture(record)] if record else marks


def hits(text: str, words: Words) -> Iterator[Mark]:
    """Yield a mark for each place where the words looked for stand."""
    for number, (start, end) in enumerate(places(text, words), 1):
        yield Mark(start, end, "Hit", f"hit-{number}")


def _mark(fact: LetterFact, place: Place, kinds: Mapping[Span, str]) -> Mark:
    kind = _kind(fact, place, kinds)
    wide = is_wide(kind)
    what = kind_name(kind)
    title = f"{what}, to the fact" if wide else what
    shown = fact.anchor if not wide or kind in {"Allegation", "Remark", "Request", "Quotation"} else ""
    return Mark(place.start, place.end, kind, place.anchor, wide, shown, title, group_of(kind))


def _kind(fact: LetterFact, place: Place, kinds: Mapping[Span, str]) -> str:
    if place.role in {"hedge", "scope"}:
        return "Hedge"
    if place.role == "content":
        return "Quotation"
    passage = _PASSAGES.get(fact.link)
    if passage and not place.role:
        return passage
    known = kinds.get(Span(place.start, place.end))
    if known:
        return known
    if fact.link == "citation" and fact.leads and fact.leads[0].kind in legend():
        return fact.leads[0].kind
    return _KINDS.get(fact.link, "Role")


def _problem_marks(problems: Iterable[tuple[str, tuple[Place, ...]]], source: str) -> Iterator[Mark]:
    for message, stretches in problems:
        for place in stretches:
            if place.source == source:
                yield Mark(place.start, place.end, "Problem", f"p{place.start}", wide=True, title=message)


def _furniture(record: Record) -> Iterator[Mark]:
    for piece in record.source.furniture:
        yield Mark(piece.start, piece.end, "Furniture", wide=True)


def _kinds(record: Record) -> dict[Span, str]:
    """Return what each stretch of the text names, as the letter was read."""
    found: dict[Span, str] = {}
    for kind, said in _said(record):
        for span in said.spans if said else ():
            found.setdefault(span, kind)
    for use in record.mandates:
        for span in (*use.heading, *use.capacity):
            found.setdefault(span, "Mandate")
    return found


def _said(record: Record) -> Iterator[tuple[str, Said[str] | None]]:
    if record.reference is not None:
        yield "Reference", record.reference.text
    addressing = record.addressing
    to = {"company": ("Addressee", "Company"), "government": ("Person", "Government")}
    person, organisation = to.get(addressing.kind, ("Person", "Organisation"))
    for addressee in addressing.persons:
        yield person, addressee.name
        yield "Role", addressee.office
        yield "Role", addressee.honorific
    yield organisation, addressing.organisation
    yield "Government", addressing.state
    for signatory in record.signatories:
        yield "MandateHolder", signatory.name
        yield "Mandate", signatory.mandate
        yield "Role", signatory.role
    yield from (("Mandate", use.id) for use in record.mandates)
    yield from (("Resolution", use.number) for use in record.resolutions)
    yield from (("Date", record.date),)
