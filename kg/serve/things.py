"""What kinds of things the explorer lists, and what a page calls any IRI of the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kg.query.prefixes import short
from kg.serve.addresses import address_of
from kg.serve.occurrences import Occurrences
from kg.serve.triples import subjects, values
from kg.vocab.display import Display, legend
from kg.vocab.terms import GEO_AREA, ID, RDF, RDFS, SKOS, SPL, superclasses, vocabulary

_NAMES: Final = (RDFS.label, SKOS.prefLabel, SPL.nameAsWritten, SPL.shortName, SPL.symbol)
_WRITTEN: Final = ("symbolAsWritten", "text", "hedgeText", "exact", "referenceText", "heading")
_LONGEST: Final = 140


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of thing that has a list page.

    Attributes:
        name: Last part of the address of its list.
        title: Heading of the list.
        kind: Class whose display stands for the list.
        start: What the IRIs of its things begin with.
        classes: Classes of the vocabulary whose things the list can show although no letter names them.
    """

    name: str
    title: str
    kind: str
    start: str
    classes: tuple[str, ...] = ()


SHELVES: Final = (
    Shelf("mandates", "Mandates", "Mandate", f"{ID}mandate/", ("Mandate",)),
    Shelf("persons", "Persons", "Person", f"{ID}person/", ("Person",)),
    Shelf("companies", "Companies", "Company", f"{ID}company/"),
    Shelf("states", "States", "Government", f"{ID}government/", ("Government",)),
    Shelf("organisations", "Organisations", "Organisation", f"{ID}organisation/"),
    Shelf("resolutions", "Resolutions", "Resolution", f"{ID}resolution/", ("Resolution",)),
    Shelf("principles", "Guiding Principles", "GuidingPrinciple", f"{ID}ungp/", ("GuidingPrinciple",)),
    Shelf("instruments", "Instruments", "LegalInstrument", f"{ID}instrument/", ("LegalInstrument",)),
    Shelf(
        "general-comments", "General comments", "GeneralComment", f"{ID}general-comment/", ("GeneralComment",)
    ),
    Shelf("documents", "UN documents", "Document", f"{ID}document/", ("Document", "Report")),
    Shelf("symbols", "Doubtful symbols", "Symbol", f"{ID}symbol/"),
    Shelf("issues", "Kinds of alleged abuse", "Issue", f"{ID}issue/", ("Issue",)),
    Shelf("topics", "Topics of requests", "Topic", f"{ID}topic/", ("Topic",)),
    Shelf("places", "States and areas spoken of in allegations", "Country", GEO_AREA, ("Country",)),
)

_REFERENCE: Final = re.compile("([A-Z]{2,3}-[A-Z]{3}-[0-9]{1,4})-([0-9]{4})")
"""The last part of the IRI of a letter with a reference; a reply may answer one that is not in the graph."""
_NUMBERS: Final = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a page shows of an IRI where it links to it.

    Attributes:
        iri: The IRI.
        label: What people call it.
        kind: Local name of its class, or empty.
        address: Where its page is.
        alleged: Whether it is an allegation or a kind of alleged abuse.
    """

    iri: str
    label: str
    kind: str
    address: str
    alleged: bool = False

    @property
    def display(self) -> Display | None:
        """How its kind is drawn, where the legend has it."""
        return legend().get(self.kind)

    @property
    def kind_name(self) -> str:
        """What people call its kind."""
        display = self.display
        return display.label if display else class_label(self.kind) if self.kind else "Thing"

    @property
    def order(self) -> tuple[object, ...]:
        """Key that sorts by label as people do: case does not matter, 2 comes before 10."""
        return natural(self.label)


def natural(text: str) -> tuple[object, ...]:
    """Return a key that sorts texts as people do."""
    parts = _NUMBERS.split(text.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)


@lru_cache(maxsize=1 << 12)
def class_label(name: str) -> str:
    """Return the English name of a class or property of the vocabulary, or ``name`` itself."""
    entry = vocabulary().get(name)
    return name if entry is None else entry.by_language("rdfs:label").get("en", name)


class Things:
    """The things of a graph by their IRIs.

    Args:
        store: The graph.
        occurrences: Which letters there are and what occurs in them.
    """

    def __init__(self, store: ox.Store, occurrences: Occurrences) -> None:
        self._store = store
        self._occurrences = occurrences
        self.of = lru_cache(maxsize=1 << 16)(self._of)

    def many(self, iris: Iterable[str]) -> list[Thing]:
        """Return the things with these IRIs, in the same order."""
        return [self.of(iri) for iri in iris]

    def names(self, iri: str) -> list[str]:
        """Return all the names of a thing, the label first."""
        found = [name for predicate in _NAMES for name in values(self._store, iri, predicate)]
        return list(dict.fromkeys(found))

    def registered(self, shelf: Shelf) -> list[str]:
        """Return the IRIs of all things of a kind that the graph describes, named by a letter or not."""
        found = {iri for name in shelf.classes for iri in subjects(self._store, RDF.type, SPL[name])}
        return sorted(iri for iri in found if iri.startswith(shelf.start))

    def members(self, shelf: Shelf) -> list[str]:
        """Return the IRIs of the things of a kind that letters name."""
        if shelf.name == "persons":
            return sorted(self._occurrences.roles)
        return list(self._occurrences.below(shelf.start))

    def _of(self, iri: str) -> Thing:
        kind = self._kind(iri)
        alleged = kind in {"Allegation", "Issue"}
        return Thing(iri, self._label(iri, kind), kind, address_of(iri), alleged)

    def _kind(self, iri: str) -> str:
        if iri in self._occurrences.roles:
            return self._occurrences.roles[iri]
        found = [SPL.local(value) for value in values(self._store, iri, RDF.type)]
        ours = [name for name in found if name]
        shown = [kind for name in ours for kind in (name, *superclasses(name)) if kind in legend()]
        if shown:
            return min(shown, key=lambda kind: legend()[kind].order)
        return max(ours, key=lambda name: (len(superclasses(name)), name), default="")

    def _label(self, iri: str, kind: str) -> str:
        if iri.startswith(f"{ID}government/"):
            state = next(iter(values(self._store, iri, SPL.governmentOf)), "")
            named = values(self._store, state, RDFS.label) if state else []
            if named:
                return named[0]
        labels = values(self._store, iri, RDFS.label)
        if labels:
            return labels[0]
        written = (value for name in _WRITTEN for value in values(self._store, iri, SPL[name]))
        words = next(written, "")
        reference = _REFERENCE.fullmatch(iri.removeprefix(f"{ID}letter/"))
        if reference:
            return f"{reference[1].replace('-', ' ')}/{reference[2]} (not in this graph)"
        name = class_label(kind) if kind else ""
        if words:
            return _shortened(f"{name}: {words}" if name else words)
        last = iri.rsplit("/", 1)[-1].replace("-", " ")
        return f"{name}: {last}" if name else short(iri)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rstrip()} …"


def shelf_of(iri: str, kind: str = "") -> Shelf | None:
    """Return the list a thing stands in."""
    persons = {"Person", "MandateHolder", "Addressee", "PersonConcerned"}
    found = (shelf for shelf in SHELVES if iri.startswith(shelf.start))
    return next(found, next((s for s in SHELVES if s.name == "persons" and kind in persons), None))
