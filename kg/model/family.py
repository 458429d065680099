"""Families of letters: near-identical letters of one action, and their variants.

``kg.compare`` finds them, ``kg.graph`` turns them into quads.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A letter of a family.

    Attributes:
        source: The first twelve digits of the digest of its source.
        letter: Its reference, or the name of its file when it bears none.
        date: Its date as the record has it, or empty.
        addressee: Whom it is addressed to: company, body or State (ISO 3166 alpha-3), else the persons.
    """

    source: str
    letter: str
    date: str
    addressee: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Letters of a family whose body is the same but for names, dates and references.

    Attributes:
        name: ``A`` for the variant most letters have, then ``B`` …
        digest: A digest of the words of the body, own names left out.
        members: In the order of their dates and references.
    """

    name: str
    digest: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class UnmatchedRequest:
    """A request that one variant makes and another one does not.

    Attributes:
        found_in: Name of the variant that makes it.
        missing_in: Name of the variant that has no counterpart of it.
        index: Its place, from 0, among the requests of the first letter of the variant that makes it.
        number: As printed.
        text: Its words.
    """

    found_in: str
    missing_in: str
    index: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Family:
    """Near-identical letters of one action.

    Attributes:
        name: The reference (or file name) of its first letter.
        variants: The one most letters have first.
        shared: How many of a hundred words every variant shares with the first; 100 when there is only one.
        unmatched: The requests by which a variant differs from the first one, in both directions.
    """

    name: str
    variants: tuple[Variant, ...]
    shared: int
    unmatched: tuple[UnmatchedRequest, ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        """Its letters, variant by variant."""
        return tuple(member for variant in self.variants for member in variant.members)
