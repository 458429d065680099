"""Reading the Turtle files of ``ontology/`` as entries: one subject with its properties.

Properties are named by their short forms, such as ``spl:number``. What an editor can get wrong (a property
missing, given twice, of the wrong sort) is an OntologyError that names the file, the subject and the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

SPL = "https://w3id.org/sp-letters/ns#"
DATA = "https://w3id.org/sp-letters/id/"
M49 = "http://metadata.un.org/sdg/codes/geoArea/"

_PREFIXES = {
    SPL: "spl:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/ns/org#": "org:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://purl.org/dc/terms/": "dcterms:",
}

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class EntryError(OntologyError):
    """An entry of a register file that cannot be understood.

    Attributes:
        file: Name of the file.
        subject: The entry as it is written there, or empty when the whole file is meant.
        reason: What is wrong and what to do, without file and subject.
    """

    def __init__(self, file: str, subject: str, reason: str) -> None:
        super().__init__(" ".join(part for part in (f"ontology/{file}:", subject, reason) if part))
        self.file = file
        self.subject = subject
        self.reason = reason


@cache
def short(iri: str) -> str:
    """Return ``iri`` in its short form (``spl:number``, ``mandate:sr-torture``), or unchanged."""
    if iri.startswith(DATA):
        return iri.removeprefix(DATA).replace("/", ":", 1)
    if iri.startswith(M49):
        return "m49:" + iri.removeprefix(M49)
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIXES.get(iri[:cut])
    return iri if prefix is None else prefix + iri[cut:]


@dataclass(slots=True)
class Entry:
    """One subject of a file with all its properties.

    Attributes:
        file: Name of the file it stands in.
        iri: The subject.
        values: The values of each property, by the short form of the property, in the order of the file.
    """

    file: str
    iri: str
    values: dict[str, list[Term]] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The subject as it is written in the file, such as ``mandate:sr-torture``."""
        return short(self.iri)

    def fault(self, reason: str) -> EntryError:
        """Return the error that ``reason`` describes, with file and subject in front."""
        return EntryError(self.file, self.subject, reason)

    def id(self, kind: str) -> str:
        """Return the id behind ``kind/`` in the subject, such as ``sr-torture`` behind ``mandate/``."""
        return self._id(self.iri, kind)

    def types(self) -> list[str]:
        """Return the short forms of its classes."""
        classes = self.values.get("rdf:type", [])
        return [short(value.value) for value in classes if isinstance(value, ox.NamedNode)]

    def texts(self, name: str) -> list[tuple[str, str]]:
        """Return every text of property ``name`` with its language (empty when it has none)."""
        if name not in self.values:
            return []
        return [(literal.value, literal.language or "") for literal in self._literals(name)]

    def text(self, name: str, default: str | None = None) -> str:
        """Return the one text of property ``name``, or ``default`` when there is none.

        Raises:
            OntologyError: If there are several, or none and no ``default``.
        """
        found = self.texts(name)
        if len(found) == 1:
            return found[0][0]
        if found:
            raise self.fault(f"has {len(found)} values for {name}; leave only one")
        if default is None:
            raise self.fault(f'has no {name}; add {name} "…"')
        return default

    def languages(self, name: str) -> list[str]:
        """Return the language of each text of property ``name``; values that are no texts are left out."""
        values = self.values.get(name, [])
        return [value.language or "" for value in values if isinstance(value, ox.Literal)]

    def by_language(self, name: str) -> dict[str, str]:
        """Return the texts of property ``name`` by their language.

        Raises:
            OntologyError: If one language has two.
        """
        found: dict[str, str] = {}
        for text, language in self.texts(name):
            if language in found:
                raise self.fault(f"has two values for {name} in language {language!r}; leave only one")
            found[language] = text
        return found

    def integer(self, name: str, default: int | None = None) -> int:
        """Return the whole number that property ``name`` holds, or ``default`` when there is none."""
        text = self.text(name, None if default is None else str(default))
        if not (text.isascii() and text.isdigit()):
            raise self.fault(f"has {name} {text!r}, which is not a whole number; write digits only")
        return int(text)

    def flag(self, name: str) -> bool:
        """Return the truth value of property ``name``."""
        text = self.text(name)
        if text not in {"true", "false"}:
            raise self.fault(f"has {name} {text!r}; write true or false")
        return text == "true"

    def iris(self, name: str) -> list[str]:
        """Return the IRIs that property ``name`` points to."""
        if name not in self.values:
            return []
        found = [value.value for value in self.values[name] if isinstance(value, ox.NamedNode)]
        if len(found) != len(self.values[name]):
            raise self.fault(f"has a {name} that is a text; write it as a name such as mandate:sr-torture")
        return found

    def links(self, name: str, kind: str) -> list[str]:
        """Return the ids of the entries of ``kind`` that property ``name`` points to."""
        return [self._id(iri, kind) for iri in self.iris(name)]

    def link(self, name: str, kind: str) -> str:
        """Return the id of the one entry of ``kind`` that property ``name`` points to."""
        found = self.links(name, kind)
        if len(found) != 1:
            raise self.fault(f"has {len(found)} values for {name}; it needs exactly one {kind}:…")
        return found[0]

    def _id(self, iri: str, kind: str) -> str:
        start = f"{DATA}{kind}/"
        if not iri.startswith(start):
            raise self.fault(f"uses {short(iri)} where a {kind}:… belongs; correct the name")
        return iri.removeprefix(start)

    def _literals(self, name: str) -> list[ox.Literal]:
        found = [value for value in self.values[name] if isinstance(value, ox.Literal)]
        if len(found) != len(self.values[name]):
            raise self.fault(f'has a {name} that is not a text; write it in quotes, "…"')
        return found


def read_entries(path: Path) -> list[Entry]:
    """Return the entries of one Turtle file, in the order of the file.

    Raises:
        EntryError: If the file is missing or is not Turtle, or if it uses a blank node.
    """
    entries: dict[str, Entry] = {}
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode):
                raise EntryError(path.name, "", "[ … ] is not allowed; give the entry a name of its own")
            iri = quad.subject.value
            if iri not in entries:
                entries[iri] = Entry(path.name, iri)
            entries[iri].values.setdefault(short(quad.predicate.value), []).append(quad.object)
    except SyntaxError as error:
        reason = f"line {error.lineno} is not Turtle ({error.msg}); correct it"
        raise EntryError(path.name, "", reason) from error
    except OSError as error:
        raise EntryError(path.name, "", f"cannot be read ({error}); install kg again") from error
    return list(entries.values())
