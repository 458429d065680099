"""The register: what ``ontology/`` knows about mandates, resolutions, States, norms and issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one language (``en``, ``fr``, ``es``), with the years it was official, if any.

    ``note`` says what kind of name it is: ``official title``, ``short``, ``feminine form`` …
    """

    text: str
    language: str
    since: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate. ``kind``: ``WorkingGroup``, ``SpecialRapporteur`` or ``IndependentExpert``."""

    id: str
    kind: str
    scope: str  # "thematic" or "country"
    country: str  # ISO 3166 alpha-3 of a country mandate, else empty
    labels: Mapping[str, str]  # official title by language
    short: str
    names: tuple[Name, ...]  # every title and variant, the official ones included
    status: str
    alt_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionEntry:
    """A resolution and what it does to mandates.

    ``number`` is as letters print it: ``44/15``, ``2003/43``, ``S-39/1``; ``body``: ``HRC``, ``GA``, ``CHR``.
    ``mandates`` holds (mandate id, action) pairs; action: ``established``, ``renewed`` or ``other``.
    """

    symbol: str
    number: str
    body: str
    adopted: str  # ISO date or year, possibly empty
    mandates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds or held a mandate. Dates are partial ISO dates, or empty when not known."""

    mandate: str
    name: str
    variants: tuple[str, ...]
    role: str
    since: str
    until: str
    status: str


@dataclass(frozen=True, slots=True)
class State:
    """A State or area of UN M49. ``names`` holds short and formal names in all three languages."""

    iso3: str
    iso2: str
    m49: str
    label: str
    names: tuple[Name, ...]
    independent: bool = True
    adjectives: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the 31 Guiding Principles.

    ``pillar``: ``I``, ``II`` or ``III``; ``level``: ``foundational`` or ``operational``; ``wording``: its
    words as adopted, by language, where they have been entered.
    """

    number: int
    pillar: str
    level: str
    heading: str
    addressee: str
    wording: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, declaration, convention or set of principles.

    ``names`` holds titles and aliases by language (language empty for abbreviations that serve all).
    ``provisions`` is the number of articles, principles or rules, or 0 when not known.
    """

    id: str
    label: str
    short: str
    type: str
    symbol: str
    year: str
    names: tuple[Name, ...]
    provisions: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """A kind of alleged abuse. ``triggers`` are words that speak of it, with their language."""

    id: str
    broader: str
    labels: Mapping[str, str]
    triggers: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class UnDocument:
    """A UN document the register knows by symbol: a report, a general comment, a declaration.

    ``kind``: ``report``, ``general-comment``, ``principles`` … ``mandate`` and ``recipient`` (``GA``,
    ``HRC``) identify a report that letters describe without its symbol.
    """

    symbol: str
    title: str
    kind: str
    year: int
    mandate: str = ""
    recipient: str = ""
    committee: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Erratum:
    """A symbol that letters print wrongly, with what is presumably meant and why."""

    symbol: str
    presumed: str
    note: str


@dataclass(frozen=True, slots=True)
class Office:
    """A curated, sourced office of somebody a letter addresses; never read from a letter."""

    person: str
    company: str
    office: str
    date: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """All entries by their ids, in the order of the ids."""

    mandates: Mapping[str, Mandate]
    resolutions: Mapping[str, ResolutionEntry]  # by symbol
    holders: tuple[Holder, ...]
    states: Mapping[str, State]  # by ISO alpha-3
    principles: Mapping[int, Principle]
    instruments: Mapping[str, Instrument]
    issues: Mapping[str, Issue]
    documents: Mapping[str, UnDocument]  # by symbol
    errata: Mapping[str, Erratum]  # by symbol as printed
    offices: tuple[Office, ...]
    _by_number: Mapping[tuple[str, str], ResolutionEntry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {(entry.body, _squeezed(entry.number)): entry for entry in self.resolutions.values()}
        object.__setattr__(self, "_by_number", index)

    def resolution(self, body: str, number: str) -> ResolutionEntry | None:
        """Return the entry of ``number`` of ``body``, or None; spaces in the number do not matter."""
        return self._by_number.get((body, _squeezed(number)))


def _squeezed(number: str) -> str:
    return number.replace(" ", "")
