"""Who is who across letters: names where they appear, the things that bear them, and why they are one.

``kg.resolve`` makes these values, ``kg.graph`` turns them into IRIs and quads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kg.model.record import Basis, Record, Said
from kg.model.text import Problem

REGISTER: Final = "register"
"""Stands for a letter where a name is that of an entry of the register."""

HOLDER: Final = "holder"
ADDRESSEE: Final = "addressee"
CONCERNED: Final = "concerned"
COMPANY: Final = "company"
ORGANISATION: Final = "organisation"
PERSON: Final = "person"
KINDS: Final = (COMPANY, ORGANISATION, PERSON)

_KINDS: Final = MappingProxyType(
    {
        HOLDER: PERSON,
        ADDRESSEE: PERSON,
        CONCERNED: PERSON,
        COMPANY: COMPANY,
        ORGANISATION: ORGANISATION,
    }
)


class Answer(StrEnum):
    """Whether two names are borne by the same person, company or organisation."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    NEW = "new"  # no other name was found to compare with


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """A name in a letter.

    Attributes:
        part: What the letter names by it: ``holder`` (a mandate holder who signs or is replied to),
            ``addressee``, ``concerned``, ``company`` or ``organisation``.
        name: As the letter record has it.
        letter: ``letter_key`` of the letter, or ``register``.
    """

    part: str
    name: str
    letter: str

    @property
    def kind(self) -> str:
        """``person``, ``company`` or ``organisation``."""
        return _KINDS[self.part]


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """A name as one part of letters, with the letters it was compared in, sorted."""

    part: str
    name: str
    letters: tuple[str, ...]

    @property
    def first(self) -> Appearance:
        """Its first appearance."""
        return Appearance(self.part, self.name, self.letters[0])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found on two names.

    Attributes:
        kind: ``person``, ``company`` or ``organisation``.
        left: One name.
        right: The other; None when the answer is ``new``.
        answer: Same, different, unsure or new.
        rule: Name of the rule that answered, such as ``same-name``; ``decision`` for a reader's answer.
        reason: One clause: what the rule saw, or what the reader wrote.
        score: How alike the names are, 0 to 100.
        basis: ``register``, ``normalised`` or, for a reader's answer, ``external``.
    """

    kind: str
    left: Naming
    right: Naming | None
    answer: Answer
    rule: str
    reason: str
    score: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, company or organisation, by all the appearances of its names.

    Attributes:
        kind: ``person``, ``company`` or ``organisation``.
        name: The register's name, else the fullest of its names.
        appearances: Sorted.
        known: Whether the register knows it.
    """

    kind: str
    name: str
    appearances: tuple[Appearance, ...]
    known: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, sorted."""
        return tuple(sorted({appearance.name for appearance in self.appearances}))


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in a set of letters.

    Attributes:
        entities: Sorted by kind and first appearance; every appearance belongs to exactly one.
        verdicts: Why, pair by pair, sorted.
        open: The verdicts a reader is asked to decide, one for each pair of entities.
        problems: What is wrong with the decisions that were given.
    """

    entities: tuple[Entity, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    open: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()
    _of: Mapping[Appearance, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {appearance: entity for entity in self.entities for appearance in entity.appearances}
        object.__setattr__(self, "_of", index)

    def entity(self, appearance: Appearance) -> Entity | None:
        """Return who or what bears the name in that letter, or None when it was never looked at."""
        return self._of.get(appearance)


def letter_key(record: Record) -> str:
    """Return what a letter is called in decisions: its reference, or twelve digits of its bytes' hash.

    Only a communication bears its reference as its name; a reply gives the reference of another letter.
    """
    reference = record.reference
    if reference is None or record.kind != "communication":
        return record.source.sha256[:12]
    return f"{reference.type} {reference.target} {reference.number}/{reference.year}".strip()


def names_of(record: Record) -> Iterator[tuple[Appearance, Said[str]]]:
    """Yield every name of a letter by which somebody or something enters the graph, with its words."""
    letter, addressing = letter_key(record), record.addressing
    for signatory in record.signatories:
        yield Appearance(HOLDER, signatory.name.value, letter), signatory.name
    for person in addressing.persons:
        part = HOLDER if addressing.kind == "rapporteur" else ADDRESSEE
        yield Appearance(part, person.name.value, letter), person.name
    if addressing.organisation is not None:
        part = COMPANY if addressing.kind == "company" else ORGANISATION
        yield Appearance(part, addressing.organisation.value, letter), addressing.organisation
    for concerned in record.persons_concerned:
        yield Appearance(CONCERNED, concerned.value, letter), concerned
    for company in (*record.companies_copied, *(one.name for one in record.companies)):
        yield Appearance(COMPANY, company.value, letter), company
