"""Loading the register from the Turtle files of ``ontology/``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg import resources
from kg.vocab import entries as build
from kg.vocab.register import Holder, Mandate, Name, Register, State
from kg.vocab.turtle import Entry, read_entries

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
    "states.ttl",
)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@cache
def load_register() -> Register:
    """Return the register of this installation; it is read once.

    Raises:
        OntologyError: If a file of ``ontology/`` is missing, is not Turtle, or holds an entry that cannot
            be understood.
    """
    return read_register(resources.folder("ontology"))


def read_register(folder: Path) -> Register:
    """Return the register read from the Turtle files of ``folder``.

    Raises:
        OntologyError: As for ``load_register``.
    """
    entries = {file: read_entries(folder / file) for file in FILES}
    states = _states(entries["states.ttl"])
    resolutions = _by(entries["resolutions.ttl"], build.resolution, lambda found: found.symbol)
    documents = _by(entries["documents.ttl"], build.document, lambda found: found.symbol)
    symbols = _symbols(entries["resolutions.ttl"] + entries["documents.ttl"])
    return Register(
        mandates=_mandates(entries["mandates.ttl"], states),
        resolutions=resolutions,
        holders=_holders(entries["holders.ttl"]),
        states=_sorted({found.iso3: found for found in states.values()}),
        principles=_by(entries["principles.ttl"], build.principle, lambda found: found.number),
        instruments=_by(entries["instruments.ttl"], build.instrument, lambda found: found.id),
        issues=_by(entries["issues.ttl"], build.issue, lambda found: found.id),
        documents=documents,
        errata=_by(
            entries["errata.ttl"], lambda entry: build.erratum(entry, symbols), lambda found: found.symbol
        ),
        offices=tuple(
            sorted(map(build.office, entries["offices.ttl"]), key=lambda found: (found.person, found.date))
        ),
    )


def _by(entries: Iterable[Entry], make: Callable[[Entry], V], key: Callable[[V], K]) -> dict[K, V]:
    found: dict[K, V] = {}
    for entry in entries:
        value = make(entry)
        if key(value) in found:
            raise entry.fault(f"repeats {key(value)}, which another entry has; remove one of the two")
        found[key(value)] = value
    return _sorted(found)


def _sorted(values: dict[K, V]) -> dict[K, V]:
    return {key: values[key] for key in sorted(values)}  # type: ignore[type-var]


def _states(entries: Iterable[Entry]) -> dict[str, State]:
    return {entry.iri: build.state(entry) for entry in entries}


def _symbols(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.iri: entry.text("spl:symbol") for entry in entries}


def _of_type(entries: Iterable[Entry], name: str) -> list[Entry]:
    return [entry for entry in entries if name in entry.types()]


def _mandates(entries: list[Entry], states: dict[str, State]) -> dict[str, Mandate]:
    names: defaultdict[str, list[Name]] = defaultdict(list)
    for entry in _of_type(entries, "spl:MandateName"):
        mandate_id, name = build.mandate_name(entry)
        names[mandate_id].append(name)
    iso3 = {iri: state.iso3 for iri, state in states.items()}
    blocks = _of_type(entries, "spl:Mandate")
    return _by(
        blocks, lambda entry: build.mandate(entry, names[entry.id("mandate")], iso3), lambda found: found.id
    )


def _holders(entries: list[Entry]) -> tuple[Holder, ...]:
    people = {entry.id("person"): entry for entry in _of_type(entries, "spl:Person")}
    roles = {entry.id("role"): build.labels(entry)["en"] for entry in _of_type(entries, "spl:Role")}
    tenures = [build.holder(entry, people, roles) for entry in _of_type(entries, "spl:Tenure")]
    return tuple(sorted(tenures, key=lambda found: (found.mandate, found.since, found.name, found.role)))
