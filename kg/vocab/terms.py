"""The closed namespaces of the RDF vocabulary.

Ours is closed by the files of ``ontology/``: a term exists when ``vocabulary.ttl`` or
``vocabulary-register.ttl`` defines it. A misspelt term is an OntologyError, never a new IRI.
Of other vocabularies only the terms this program writes are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from kg.errors import OntologyError
from kg.resources import folder
from kg.vocab.turtle import DATA, M49, Entry, read_entries
from kg.vocab.turtle import SPL as SPL_BASE

BASE = "https://w3id.org/sp-letters/"
ID = DATA
GRAPH = f"{BASE}graph/"
GEO_AREA = M49

FILES = "vocabulary*.ttl"  # vocabulary.ttl comes last and wins


class Namespace:
    """A closed namespace: ``SPL.Communication`` or ``SPL["basis-stated"]`` is the IRI of a known term.

    Args:
        base: What its IRIs begin with.
        names: Gives the local names it knows; asked once, at the first use.
    """

    def __init__(self, base: str, names: Callable[[], Iterable[str]]) -> None:
        self.base = base
        self._names = cache(lambda: frozenset(names()))

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = self[name]  # the next use is a plain attribute
        return found

    def __getitem__(self, name: str) -> str:
        """Return the IRI of the term ``name``.

        Raises:
            OntologyError: If there is no such term.
        """
        if name not in self._names():
            raise OntologyError(
                f"{self.base}{name} is not a known term; correct it or define it in ontology/"
            )
        return self.base + name

    def __contains__(self, name: str) -> bool:
        return name in self._names()

    def local(self, iri: str) -> str | None:
        """Return the local name of ``iri`` when it is a term of this namespace, else None."""
        name = iri.removeprefix(self.base)
        return name if name != iri and name in self else None


@cache
def vocabulary() -> Mapping[str, Entry]:
    """Return every term of our vocabulary by its local name, as the files define it.

    Raises:
        OntologyError: If a file is missing or is not Turtle.
    """
    ours = (entry for entry in _entries() if entry.iri.startswith(SPL_BASE))
    return {entry.iri.removeprefix(SPL_BASE): entry for entry in ours}


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(entry for path in sorted(folder("ontology").glob(FILES)) for entry in read_entries(path))


@cache
def notations(kind: str) -> Mapping[str, str]:
    """Return the local names of classes or individuals by ``spl:notation``.

    Args:
        kind: Local name of the class of the individuals, or of the class above the classes.
    """
    above = f"spl:{kind}"
    marked = {name: entry for name, entry in vocabulary().items() if "spl:notation" in entry.values}
    found = {name: entry for name, entry in marked.items() if above in entry.types() or _below(name, kind)}
    return {entry.text("spl:notation"): name for name, entry in sorted(found.items())}


@cache
def superclasses(name: str) -> tuple[str, ...]:
    """Return the local names of the classes of ours above the class ``name``, nearest first."""
    entry = vocabulary().get(name)
    parents = [] if entry is None else [iri.removeprefix(SPL_BASE) for iri in entry.iris("rdfs:subClassOf")]
    ours = [parent for parent in parents if parent in vocabulary()]
    return tuple(dict.fromkeys([*ours, *(above for parent in ours for above in superclasses(parent))]))


@cache
def properties_pointing_at(kind: str) -> frozenset[str]:
    """Return the IRIs of the only properties that may lead to the protected class ``kind``."""
    target = SPL_BASE + kind
    return frozenset(entry.iri for entry in _entries() if target in entry.iris("spl:mayPointAt"))


@cache
def protected_classes() -> Mapping[str, frozenset[str]]:
    """Return, for the IRI of each protected class, the IRIs of the only properties its things may have."""
    found = {entry.iri: frozenset(entry.iris("spl:protectedOutgoing")) for entry in vocabulary().values()}
    return {iri: allowed for iri, allowed in found.items() if allowed}


def _below(name: str, kind: str) -> bool:
    return kind in superclasses(name)


def _listed(names: str) -> Callable[[], Iterable[str]]:
    return names.split


SPL = Namespace(SPL_BASE, vocabulary)
RDF = Namespace(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", _listed("type subject predicate object Statement")
)
RDFS = Namespace(
    "http://www.w3.org/2000/01/rdf-schema#", _listed("label comment subClassOf subPropertyOf seeAlso")
)
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", _listed("string boolean integer date gYear gYearMonth"))
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    _listed("Concept prefLabel altLabel broader closeMatch editorialNote"),
)
ORG = Namespace("http://www.w3.org/ns/org#", _listed("Membership member organization role memberDuring"))
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    _listed("Entity Activity Agent used wasGeneratedBy wasDerivedFrom hadPrimarySource wasAttributedTo"),
)
OA = Namespace("http://www.w3.org/ns/oa#", _listed("TextPositionSelector TextQuoteSelector start end exact"))
CITO = Namespace("http://purl.org/spar/cito/", _listed("cites citesAsAuthority includesQuotationFrom"))
DCTERMS = Namespace("http://purl.org/dc/terms/", _listed("identifier title date language format"))
OWL = Namespace("http://www.w3.org/2002/07/owl#", _listed("Class ObjectProperty DatatypeProperty"))
