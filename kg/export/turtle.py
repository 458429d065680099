"""Turtle and TriG to be read by people: letters first, names short, the parts of a thing together.

Source: RDF 1.1 Turtle and RDF 1.1 TriG. No blank nodes; relative IRIs against the base of all data stand
for things below a letter or a text, where a prefix would need escapes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.model.quads import Quad, quad
from kg.vocab.prefixes import FOLDERS, PREFIXES
from kg.vocab.terms import ID, RDF, RDFS

_WIDTH = 110
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = re.compile(r'"(-?[0-9]+)"\^\^<[^>]*#integer>|"(true|false)"\^\^<[^>]*#boolean>')
_FIRST = {f"<{RDF.type}>": 0, f"<{RDFS.label}>": 1}
_SECTIONS = {folder: place for place, folder in enumerate(FOLDERS)}
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))


def turtle(lines: Iterable[str]) -> bytes:
    """Return the union of the quads as Turtle; named graphs are dropped.

    Args:
        lines: Canonical N-Quads lines.
    """
    writer = _Writer()
    body = writer.subjects(quad(line) for line in lines)
    return (writer.head() + body).encode("utf-8")


def trig(lines: Iterable[str]) -> bytes:
    """Return the quads as TriG, one block per named graph.

    Args:
        lines: Canonical N-Quads lines.
    """
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for line in lines:
        parts = quad(line)
        graphs[parts.graph].append(parts)
    writer = _Writer()
    blocks = [f"{writer.term(name)} {{\n{writer.subjects(graphs[name])}}}\n\n" for name in sorted(graphs)]
    return (writer.head() + "".join(blocks)).encode("utf-8")


class _Writer:
    """Writes terms in their short forms and remembers which prefixes that took."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._known: dict[str, str] = {}

    def head(self) -> str:
        """Return the base and the prefixes that were used."""
        prefixes = [f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in PREFIXES if name in self._used]
        return f"@base <{ID}> .\n" + "".join(prefixes) + "\n"

    def subjects(self, quads: Iterable[Quad]) -> str:
        """Return the triples of ``quads``, each subject once."""
        things: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for subject, predicate, value, _ in quads:
            things[subject][predicate].add(value)
        text = "".join(self._subject(name, things[name]) for name in sorted(things, key=_place))
        return text.rstrip("\n") + "\n" if text else text

    def term(self, written: str) -> str:
        """Return a term of N-Quads in its short form."""
        short = self._known.get(written)
        if short is None:
            short = self._known[written] = self._short(written)
        return short

    def _subject(self, name: str, properties: dict[str, set[str]]) -> str:
        ordered = sorted(properties, key=lambda found: (_FIRST.get(found, 2), found))
        parts = [(self._verb(found), sorted(map(self.term, properties[found]))) for found in ordered]
        flat = (
            self.term(name)
            + " "
            + " ; ".join(f"{verb} {', '.join(values)}" for verb, values in parts)
            + " .\n"
        )
        if len(flat) <= _WIDTH:
            return flat
        return f"{self.term(name)}\n    " + " ;\n    ".join(_property(*part) for part in parts) + " .\n\n"

    def _verb(self, predicate: str) -> str:
        return "a" if predicate == f"<{RDF.type}>" else self.term(predicate)

    def _short(self, written: str) -> str:
        if written.startswith("<"):
            return self._iri(written[1:-1])
        bare = _BARE.fullmatch(written)
        if bare is not None:
            return bare[1] or bare[2]
        value, mark, datatype = written.rpartition("^^<")
        if mark and value.endswith('"'):
            return f"{value}^^{self._iri(datatype[:-1])}"
        return written

    def _iri(self, iri: str) -> str:
        for name, start in _BY_LENGTH:
            if iri.startswith(start) and _LOCAL.fullmatch(iri, len(start)):
                self._used.add(name)
                return f"{name}:{iri[len(start) :]}"
        return f"<{iri.removeprefix(ID)}>" if _relative(iri) else f"<{iri}>"


def _property(verb: str, values: list[str]) -> str:
    """Return a property with its values, one a line when they do not fit on one."""
    flat = f"{verb} {', '.join(values)}"
    return (
        flat if len(values) == 1 or len(flat) < _WIDTH else f"{verb}\n        " + ",\n        ".join(values)
    )


def _relative(iri: str) -> bool:
    return iri.startswith(ID) and ":" not in iri[len(ID) :] and not iri.endswith("/")


def _place(subject: str) -> tuple[int, str]:
    """Sort letters with all that belongs to them first, evidence last, other things between."""
    iri = subject[1:-1]
    folder = iri[len(ID) :].partition("/")[0] if iri.startswith(ID) else ""
    return _SECTIONS.get(folder, len(_SECTIONS)), iri
