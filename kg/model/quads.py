"""Canonical N-Quads lines, the form in which graphs travel and are kept.

A line is ``subject predicate object graph .`` without its newline, its terms written as pyoxigraph writes
them: xsd:string without a datatype, canonical numbers, no blank nodes. Such a line can be taken apart by
plain splitting.

Sources: RDF 1.1 N-Quads; RDF Dataset Canonicalization, section 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, NewType

Term = NewType("Term", str)
Line = NewType("Line", str)

EVIDENCE = "/evidence"


class Quad(NamedTuple):
    """The four terms of a line, as they are written."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term


def quad(line: str) -> Quad:
    """Return the terms of a canonical line."""
    subject, predicate, rest = line.split(" ", 2)
    cut = rest.rindex(" <")
    return Quad(Term(subject), Term(predicate), Term(rest[:cut]), Term(rest[cut + 1 : -2]))


def lines_of(data: bytes) -> list[Line]:
    """Return the lines of an N-Quads file that ``canonical`` made."""
    return [Line(text) for text in data.decode("utf-8").split("\n") if text]


def canonical(lines: Iterable[str]) -> bytes:
    """Return the lines sorted, each once, as the bytes of an N-Quads (or N-Triples) file."""
    return "".join(f"{text}\n" for text in sorted(set(lines))).encode("utf-8")


def triples(lines: Iterable[str]) -> Iterator[str]:
    """Yield the N-Triples line of each quad: the union graph, once it is made canonical."""
    return (f"{text[: text.rindex('<')]}." for text in lines)


def is_evidence(line: str) -> bool:
    """Return whether a line belongs to an evidence graph."""
    return line.endswith(f"{EVIDENCE}> .")
