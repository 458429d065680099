"""The names of a letter by which somebody or something enters the graph, with what is said around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.identity import (
    ADDRESSEE,
    COMPANY,
    CONCERNED,
    HOLDER,
    ORGANISATION,
    Appearance,
    letter_key,
)
from kg.model.record import Record


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A name in a letter, once for each thing the letter says around it.

    Attributes:
        appearance: The name and its letter.
        date: Date of the letter, as exact as it is known; the year of its reference when it has no date.
        mandate: The mandate somebody signs for, or empty.
        state: ISO code of the State whose Government is addressed, or empty.
        organisation: The company or organisation on whose behalf somebody is addressed, or None.
    """

    appearance: Appearance
    date: str = ""
    mandate: str = ""
    state: str = ""
    organisation: Appearance | None = None


def sightings(records: Iterable[Record]) -> list[Sighting]:
    """Return what records say of names, each once, sorted; the order of the records does not matter."""
    found = {sighting for record in records for sighting in _of(record)}
    return sorted(found, key=lambda one: (one.appearance, one.date, one.mandate, one.state, _key(one)))


def _key(sighting: Sighting) -> tuple[str, str]:
    organisation = sighting.organisation
    return ("", "") if organisation is None else (organisation.part, organisation.name)


def _of(record: Record) -> Iterator[Sighting]:
    yield from _signatories(record)
    yield from _addressed(record)
    letter = letter_key(record)
    for person in record.persons_concerned:
        yield Sighting(Appearance(CONCERNED, person.value, letter))
    for name in (*record.companies_copied, *(company.name for company in record.companies)):
        yield Sighting(Appearance(COMPANY, name.value, letter))


def _signatories(record: Record) -> Iterator[Sighting]:
    letter, date = letter_key(record), _date(record)
    for signatory in record.signatories:
        mandate = signatory.mandate.value if signatory.mandate is not None else ""
        yield Sighting(Appearance(HOLDER, signatory.name.value, letter), date, mandate)


def _addressed(record: Record) -> Iterator[Sighting]:
    letter, addressing = letter_key(record), record.addressing
    state = addressing.state.value if addressing.state is not None and addressing.kind == "government" else ""
    organisation = None
    if addressing.organisation is not None:
        part = COMPANY if addressing.kind == "company" else ORGANISATION
        organisation = Appearance(part, addressing.organisation.value, letter)
        yield Sighting(organisation, state=state)
    for person in addressing.persons:
        if addressing.kind == "rapporteur":
            yield from _replied_to(record, Appearance(HOLDER, person.name.value, letter))
        else:
            appearance = Appearance(ADDRESSEE, person.name.value, letter)
            yield Sighting(appearance, _date(record), state=state, organisation=organisation)


def _replied_to(record: Record, appearance: Appearance) -> Iterator[Sighting]:
    """Yield a mandate holder a reply is addressed to, once for each mandate the reply names."""
    for mandate in [use.id.value for use in record.mandates] or [""]:
        yield Sighting(appearance, _date(record), mandate)


def _date(record: Record) -> str:
    if record.date is not None:
        return record.date.value
    return f"{record.reference.year:04}" if record.reference is not None else ""
