"""Letter records with little but names in them, and what was decided on two of the names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model.identity import HOLDER, REGISTER, Answer, Appearance, Identities, Verdict
from kg.model.record import (
    Addressee,
    Addressing,
    Company,
    MandateUse,
    Record,
    Reference,
    Said,
    Signatory,
    SourceInfo,
)

DAY = "2021-03-12"


def source(name: str, media_type: str = "text/plain") -> SourceInfo:
    """Return a source whose digest follows from its name."""
    return SourceInfo(name, name.encode().hex().ljust(64, "0")[-64:], media_type, "utf-8", 10)


def letter(
    number: int,
    *,
    signed: Iterable[tuple[str, str]] = (),
    to: Sequence[str] = (),
    company: str = "",
    organisation: str = "",
    state: str = "",
    names: Iterable[str] = (),
    copied: Iterable[str] = (),
    concerned: Iterable[str] = (),
    date: str = DAY,
    file: str = "",
) -> Record:
    """Return the record of AL OTH ``number``/2021.

    Args:
        number: In its reference.
        signed: Names with the ids of mandates.
        to: Names of the persons addressed.
        company: The company addressed.
        organisation: The organisation addressed.
        state: ISO code of the State whose Government is addressed.
        names: Companies named.
        copied: Companies that got a similar letter.
        concerned: Persons the letter is about.
        date: Its date.
        file: Name of its file.
    """
    kind = "company" if company else "government" if state else "other" if organisation else "unknown"
    named = company or organisation
    return Record(
        source=source(file or f"{number}.txt"),
        kind="communication",
        language="en",
        reference=Reference(Said(key(number)), "AL", "OTH", number, 2021),
        date=Said(date) if date else None,
        addressing=Addressing(
            kind,
            tuple(Addressee(Said(name)) for name in to),
            Said(named) if named else None,
            Said(state) if state else None,
        ),
        mandates=tuple(MandateUse(Said(mandate), mandate) for _, mandate in signed if mandate),
        signatories=tuple(
            Signatory(Said(name), Said("Special Rapporteur"), Said(mandate) if mandate else None)
            for name, mandate in signed
        ),
        companies_copied=tuple(map(Said, copied)),
        companies=tuple(Company(Said(name), Said("mentioned")) for name in names),
        persons_concerned=tuple(map(Said, concerned)),
    )


def key(number: int) -> str:
    """Return what decisions call the letter with this number."""
    return f"AL OTH {number}/2021"


def in_register(name: str) -> Appearance:
    """Return the entry of the register."""
    return Appearance(HOLDER, name, REGISTER)


def between(found: Identities, one: Appearance, other: Appearance) -> Answer | None:
    """Return what was found on two names: same when they are one thing, else the verdict on the two things."""
    left, right = found.entity(one), found.entity(other)
    assert left is not None
    if left == right:
        return Answer.SAME
    for verdict in found.verdicts:
        ends = {id(found.entity(naming.first)) for naming in _namings(verdict)}
        if ends == {id(left), id(right)}:
            return verdict.answer
    return None


def _namings(verdict: Verdict) -> list:  # type: ignore[type-arg]
    return [naming for naming in (verdict.left, verdict.right) if naming is not None]
