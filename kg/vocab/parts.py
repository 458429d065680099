"""The register in parts: every value of ``kg.vocab.register`` beside the entry it was read from.

What cannot be read goes to ``report``: the loader raises it, the check of the register collects it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kg.vocab import entries as build
from kg.vocab.register import (
    Erratum,
    Holder,
    Instrument,
    Issue,
    Mandate,
    Name,
    Office,
    Principle,
    ResolutionEntry,
    State,
    UnDocument,
)
from kg.vocab.turtle import Entry, EntryError, read_entries

FILES = (
    "documents.ttl",
    "errata.ttl",
    "holders.ttl",
    "instruments.ttl",
    "issues.ttl",
    "mandates.ttl",
    "offices.ttl",
    "principles.ttl",
    "resolutions.ttl",
    "sources.ttl",
    "states.ttl",
)

V = TypeVar("V")
Report = Callable[[EntryError], None]
Pairs = list[tuple[Entry, V]]


@dataclass(slots=True)
class Parts:
    """Every entry of the register with the value read from it, in the order of the files.

    ``names`` pairs the entry of a name with the id of its mandate and the name; ``files`` holds all
    entries, the ones without a value included.
    """

    files: dict[str, list[Entry]] = field(default_factory=dict)
    states: Pairs[State] = field(default_factory=list)
    names: Pairs[tuple[str, Name]] = field(default_factory=list)
    mandates: Pairs[Mandate] = field(default_factory=list)
    resolutions: Pairs[ResolutionEntry] = field(default_factory=list)
    holders: Pairs[Holder] = field(default_factory=list)
    principles: Pairs[Principle] = field(default_factory=list)
    instruments: Pairs[Instrument] = field(default_factory=list)
    issues: Pairs[Issue] = field(default_factory=list)
    documents: Pairs[UnDocument] = field(default_factory=list)
    errata: Pairs[Erratum] = field(default_factory=list)
    offices: Pairs[Office] = field(default_factory=list)


def read_parts(folder: Path, report: Report) -> Parts:
    """Return the parts of the register in ``folder``.

    Args:
        folder: Where the Turtle files are.
        report: Told of every file and entry that cannot be read; the rest is read all the same.
    """
    parts = Parts({name: _entries(folder / name, report) for name in FILES})
    files = parts.files
    parts.states = _built(files["states.ttl"], build.state, report)
    _read_mandates(parts, report)
    parts.resolutions = _built(files["resolutions.ttl"], build.resolution, report)
    _read_holders(parts, report)
    parts.principles = _built(files["principles.ttl"], build.principle, report)
    parts.instruments = _built(files["instruments.ttl"], build.instrument, report)
    parts.issues = _built(files["issues.ttl"], build.issue, report)
    parts.documents = _built(files["documents.ttl"], build.document, report)
    symbols = {entry.iri: value.symbol for entry, value in parts.resolutions}
    symbols |= {entry.iri: value.symbol for entry, value in parts.documents}
    parts.errata = _built(files["errata.ttl"], lambda entry: build.erratum(entry, symbols), report)
    parts.offices = _built(files["offices.ttl"], build.office, report)
    return parts


def of_type(entries: Iterable[Entry], name: str) -> list[Entry]:
    """Return the entries that are of class ``name``."""
    return [entry for entry in entries if name in entry.types()]


def _entries(path: Path, report: Report) -> list[Entry]:
    try:
        return read_entries(path)
    except EntryError as error:
        report(error)
        return []


def _built(entries: Iterable[Entry], make: Callable[[Entry], V], report: Report) -> Pairs[V]:
    found: Pairs[V] = []
    for entry in entries:
        try:
            found.append((entry, make(entry)))
        except EntryError as error:
            report(error)
    return found


def _read_mandates(parts: Parts, report: Report) -> None:
    entries = parts.files["mandates.ttl"]
    parts.names = _built(of_type(entries, "spl:MandateName"), build.mandate_name, report)
    names: defaultdict[str, list[Name]] = defaultdict(list)
    for _, (mandate_id, name) in parts.names:
        names[mandate_id].append(name)
    iso3 = {entry.iri: state.iso3 for entry, state in parts.states}
    parts.mandates = _built(
        of_type(entries, "spl:Mandate"),
        lambda entry: build.mandate(entry, names[entry.id("mandate")], iso3),
        report,
    )


def _read_holders(parts: Parts, report: Report) -> None:
    entries = parts.files["holders.ttl"]
    persons = _built(of_type(entries, "spl:Person"), lambda entry: entry.id("person"), report)
    people = {person: entry for entry, person in persons}
    labels = _built(of_type(entries, "spl:Role"), build.labels, report)
    roles = {entry.id("role"): label["en"] for entry, label in labels}
    parts.holders = _built(
        of_type(entries, "spl:Tenure"), lambda entry: build.holder(entry, people, roles), report
    )
