"""Writing the terms and lines of canonical N-Quads.

Terms are written exactly as pyoxigraph writes them, so that a round trip through a store changes no byte.
Lines are made by hand because a million quad objects cost ten times what a million lines cost.
"""

from __future__ import annotations

import re

from kg.graph.iris import Iri
from kg.model.quads import Line, Quad, Term, canonical, is_evidence, quad, triples
from kg.vocab.terms import XSD

__all__ = [
    "Line",
    "Quad",
    "Term",
    "address",
    "boolean",
    "canonical",
    "date",
    "integer",
    "iri",
    "is_evidence",
    "line",
    "quad",
    "string",
    "triples",
]

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\ufffe\uffff]')
_ADDRESS = re.compile(r"""https?://[^\s<>"{}|\\^`]+""")
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_DATE_TYPES = {10: XSD.date, 7: XSD.gYearMonth, 4: XSD.gYear}


def iri(value: str) -> Term:
    """Return the term of an IRI."""
    return Term(f"<{value}>")


def string(value: str) -> Term:
    """Return the term of an xsd:string; the only form in which words of a letter enter the graph."""
    return Term(f'"{_SPECIAL.sub(_escape, value)}"')


def address(value: str) -> Term:
    """Return the IRI term of a web address, or a string when it is none."""
    return iri(value) if _ADDRESS.fullmatch(value) else string(value)


def integer(value: int) -> Term:
    """Return the term of an xsd:integer."""
    return Term(f'"{value}"^^<{XSD.integer}>')


def boolean(value: bool) -> Term:  # noqa: FBT001 - the value is what is written
    """Return the term of an xsd:boolean."""
    return Term(f'"{str(value).lower()}"^^<{XSD.boolean}>')


def date(value: str) -> Term:
    """Return the term of an ISO date, full or partial; what is no date stays a string."""
    if not _DATE.fullmatch(value):
        return string(value)
    return Term(f'"{value}"^^<{_DATE_TYPES[len(value)]}>')


def line(subject: Iri, predicate: str, value: Term, graph: Iri) -> Line:
    """Return the line of one quad."""
    return Line(f"<{subject}> <{predicate}> {value} <{graph}> .")


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
