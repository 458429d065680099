"""One letter, for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

from kg.errors import GraphFolderError
from kg.pipeline.folder import RECORDS, GraphFolder
from kg.pipeline.names import letter_source
from kg.vocab.load import load_register

_WIDTH = 100


def letter_text(path: Path, reference: str) -> str:
    """Return what a letter says, as text.

    Raises:
        QueryError: If the graph holds no such letter.
        GraphFolderError: If the graph folder lacks its record.
    """
    return record_text(letter_record(path, reference))


def letter_record(path: Path, reference: str) -> dict[str, Any]:
    """Return the record of one letter.

    Raises:
        QueryError: If the graph holds no such letter.
        GraphFolderError: If the graph folder lacks its record.
    """
    source = letter_source(path, reference)
    folder = GraphFolder(path)
    digest = next(s["sha256"] for s in folder.manifest["sources"] if s["id"] == source)
    for record in folder.records():
        if record["source"]["sha256"] == digest:
            return record
    raise GraphFolderError(f"{path / RECORDS} lacks {reference!r}; build the graph again")


def record_text(record: dict[str, Any]) -> str:
    """Return what a letter record says, as text."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: dict[str, Any]) -> Iterator[str]:
    name = record["reference"] or record["source"]["name"]
    yield f"{name}, {record['date'] or 'no date'} ({record['kind']})"
    mandates = [_mandate(m) for m in record["mandates"]]
    answers = record["kind"] == "reply"
    yield from _addressee(record["addressee"], mandates if answers else [])
    yield from _listed("Answers", record.get("answers", []))
    yield from _listed("Sent under", [] if answers else mandates)
    yield from _listed("Acting by", [_resolution(r) for r in record["resolutions"]])
    yield from _listed("Signed by", [f"{s['name']}, {s['role']}" for s in record["signatories"]])
    yield from _listed("Similar letters to", [_state(s) for s in record["states_copied"]])
    yield from _listed("Similar letters to", record["companies_copied"])
    yield from _listed("Persons concerned", record["persons_concerned"])
    yield from _listed("Involvement, as stated", record["involvement"] or [])
    yield from _listed("Guiding Principles", [_principle(p) for p in record["guiding_principles"]])
    yield from _listed("Instruments", [_instrument(i) for i in record["instruments"]])
    yield from _listed("Requests", [f"{q['number']}. {q['text']}" for q in record["questions"]])
    yield from _listed("Alleged (reported, not asserted)", [c["text"] for c in record["claims"]])
    yield from _listed("Problems", [p["message"] for p in record["problems"]])


def _listed(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"\n{title}"
        for item in items:
            yield fill(item, _WIDTH, initial_indent="  • ", subsequent_indent="    ")


def _addressee(addressee: dict[str, Any], mandates: list[str]) -> Iterator[str]:
    names = [
        " ".join(filter(None, (person["honorific"], person["name"])))
        + (f", {person['office']}" if person["office"] else " (office not named in the letter)")
        for person in addressee["persons"]
    ]
    state = f"Government of {_state(addressee['state'])}" if addressee["state"] else None
    yield from _listed("To", [*names, *mandates, *filter(None, (addressee["organisation"], state))])


def _mandate(identifier: str) -> str:
    return load_register().mandates[identifier].labels["en"]


def _resolution(resolution: dict[str, Any]) -> str:
    mandate = resolution["mandate"]
    return f"{resolution['body']} {resolution['number']}" + (f" → {_mandate(mandate)}" if mandate else "")


def _state(iso3: str) -> str:
    return load_register().states[iso3].label


def _principle(principle: dict[str, Any]) -> str:
    return f"{'Commentary to ' if principle['commentary'] else ''}{principle['number']}, {principle['how']}"


def _instrument(instrument: dict[str, Any]) -> str:
    label = load_register().instruments[instrument["id"]].label
    articles = instrument["articles"]
    return f"{label}: {', '.join(articles)}" if articles else label
