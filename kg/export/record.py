"""The letter record as JSON: one object per letter, every value of the text with its place.

The keys are those of the documentation. ``evidence`` lists, for each value read from the text, a JSON
Pointer (RFC 6901) into the same object and the offsets of the words in the canonical text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.model.record import (
    Addressing,
    Claim,
    Company,
    DocumentSymbol,
    InstrumentUse,
    Involvement,
    Period,
    PrincipleCitation,
    Record,
    Request,
    Resolution,
    ResolutionUse,
    Said,
    Signatory,
)
from kg.model.text import Span

Json = dict[str, Any]
Evidence = tuple[str, Sequence[Span]]


class _Writer:
    """Collects the evidence of the values while the object is written."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []

    def value(self, said: Said[Any] | None, path: str) -> Any:  # noqa: ANN401
        if said is None:
            return None
        self.note(path, said.spans)
        return said.value

    def note(self, path: str, spans: Sequence[Span]) -> None:
        self.evidence.append((path, spans))

    def values(self, said: Iterable[Said[Any]], path: str) -> list[Any]:
        return [self.value(one, f"{path}/{index}") for index, one in enumerate(said)]


def record_json(record: Record) -> Json:
    """Return the record as an object that ``json.dumps`` can write."""
    writer = _Writer()
    made: Json = {"kind": record.kind, **_head(record, writer)}
    made |= _norms(record, writer)
    made |= _asked(record, writer)
    made |= _told(record, writer)
    made["model_mentions"] = [
        {"text": writer.value(one.text, f"/model_mentions/{i}/text"), "label": one.label, "model": one.model}
        for i, one in enumerate(record.model_mentions)
    ]
    made["problems"] = [
        {"code": p.code, "message": p.message, "start": p.start, "end": p.end} for p in record.problems
    ]
    made["source"] = {"name": record.source.name, "sha256": record.source.sha256}
    made["evidence"] = list(_evidence(writer.evidence))
    return made


def _evidence(noted: Iterable[Evidence]) -> Iterator[Json]:
    for path, spans in noted:
        for span in spans:
            yield {"path": path, "start": span.start, "end": span.end}


def _head(record: Record, writer: _Writer) -> Json:
    reference = record.reference
    return {
        "reference": writer.value(reference.text, "/reference") if reference else None,
        "type": (reference.type or None) if reference else None,
        "answers": writer.values((one.text for one in record.answers), "/answers"),
        "date": writer.value(record.date, "/date"),
        "language": record.language,
        "addressee": _addressee(record.addressing, writer),
        "mandates": writer.values((mandate.id for mandate in record.mandates), "/mandates"),
        "resolutions": [_resolution(use, i, writer) for i, use in enumerate(record.resolutions)],
        "other_resolutions": [_other(one, i, writer) for i, one in enumerate(record.other_resolutions)],
        "signatories": [_signatory(one, i, writer) for i, one in enumerate(record.signatories)],
        "states_copied": writer.values(record.states_copied, "/states_copied"),
        "companies_copied": writer.values(record.companies_copied, "/companies_copied"),
        "companies": [_company(one, i, writer) for i, one in enumerate(record.companies)],
    }


def _addressee(to: Addressing, writer: _Writer) -> Json:
    persons = [
        {
            "name": writer.value(person.name, f"/addressee/persons/{i}/name"),
            "honorific": writer.value(person.honorific, f"/addressee/persons/{i}/honorific"),
            "office": writer.value(person.office, f"/addressee/persons/{i}/office"),
        }
        for i, person in enumerate(to.persons)
    ]
    return {
        "kind": to.kind,
        "persons": persons,
        "organisation": writer.value(to.organisation, "/addressee/organisation"),
        "state": writer.value(to.state, "/addressee/state"),
    }


def _resolution(use: ResolutionUse, index: int, writer: _Writer) -> Json:
    path = f"/resolutions/{index}"
    return {
        "number": writer.value(use.number, f"{path}/number"),
        "body": use.body,
        "mandate": writer.value(use.mandate, f"{path}/mandate"),
        "basis": use.mandate.basis.value if use.mandate else None,
        "confirmed": use.confirmed,
    }


def _other(one: Resolution, index: int, writer: _Writer) -> Json:
    return {"number": writer.value(one.number, f"/other_resolutions/{index}/number"), "body": one.body}


def _signatory(one: Signatory, index: int, writer: _Writer) -> Json:
    path = f"/signatories/{index}"
    return {
        "name": writer.value(one.name, f"{path}/name"),
        "mandate": writer.value(one.mandate, f"{path}/mandate"),
        "role": writer.value(one.role, f"{path}/role"),
    }


def _company(one: Company, index: int, writer: _Writer) -> Json:
    path = f"/companies/{index}"
    return {"name": writer.value(one.name, f"{path}/name"), "role": writer.value(one.role, f"{path}/role")}


def _norms(record: Record, writer: _Writer) -> Json:
    return {
        "guiding_principles": _principles(record.principles, writer),
        "documents": [_document(one, i, writer) for i, one in enumerate(record.documents)],
        "instruments": [_instrument(one, i, writer) for i, one in enumerate(record.instruments)],
        "general_comments": [
            {
                "committee": one.committee,
                "number": writer.value(one.number, f"/general_comments/{i}/number"),
                "symbol": one.symbol,
            }
            for i, one in enumerate(record.general_comments)
        ],
    }


def _principles(citations: Sequence[PrincipleCitation], writer: _Writer) -> list[Json]:
    """Return one entry for each distinct number, kind and commentary flag, ranges expanded."""
    places: dict[tuple[int, str, bool], list[Span]] = {}
    for citation in citations:
        for number in citation.numbers:
            key = (number, citation.how, citation.commentary)
            places.setdefault(key, []).extend((*citation.citation, *citation.content))
    for index, spans in enumerate(places.values()):
        writer.note(f"/guiding_principles/{index}", tuple(dict.fromkeys(spans)))
    return [{"number": number, "how": how, "commentary": commentary} for number, how, commentary in places]


def _document(one: DocumentSymbol, index: int, writer: _Writer) -> Json:
    symbol = writer.value(one.symbol, f"/documents/{index}/symbol")
    return {"symbol": symbol, "presumed": one.presumed, "problem": one.problem}


def _instrument(one: InstrumentUse, index: int, writer: _Writer) -> Json:
    path = f"/instruments/{index}"
    return {
        "id": writer.value(one.id, f"{path}/id"),
        "articles": writer.values(one.articles, f"{path}/articles"),
    }


def _asked(record: Record, writer: _Writer) -> Json:
    return {
        "questions": [_request(one, i, writer) for i, one in enumerate(record.requests)],
        "response": _period(record.response, "/response", writer),
        "publication": _period(record.publication, "/publication", writer),
    }


def _request(one: Request, index: int, writer: _Writer) -> Json:
    writer.note(f"/questions/{index}/text", one.spans)
    return {"number": one.number, "text": one.text}


def _period(period: Period, path: str, writer: _Writer) -> Json:
    return {
        "days": writer.value(period.days, f"{path}/days"),
        "hours": writer.value(period.hours, f"{path}/hours"),
    }


def _told(record: Record, writer: _Writer) -> Json:
    return {
        "involvement": _involvement(record.involvement, writer),
        "claims": [_claim(claim, i, writer) for i, claim in enumerate(record.claims)],
        "persons_concerned": writer.values(record.persons_concerned, "/persons_concerned"),
    }


def _involvement(involvement: Involvement | None, writer: _Writer) -> list[str] | None:
    return writer.values(involvement.channels, "/involvement") if involvement else None


def _claim(claim: Claim, index: int, writer: _Writer) -> Json:
    path = f"/claims/{index}"
    writer.note(f"{path}/text", claim.spans)
    return {
        "text": claim.text,
        "types": list(claim.types),
        "hedges": writer.values(claim.hedges, f"{path}/hedges"),
        "scope": writer.value(claim.scope, f"{path}/scope"),
    }
