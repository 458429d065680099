"""A small valid graph, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from kg.graph.letter import letter_quads
from kg.graph.register import register_quads
from kg.model import quads
from kg.vocab.load import load_register
from kg.vocab.prefixes import PREFIXES
from tests.builders.record import TEXT, complete_record

LETTER = "letter:AL-OTH-7-2023"
GRAPH = f"{PREFIXES['graph']}AL-OTH-7-2023/doc"
REGISTER = f"<{PREFIXES['graph']}register/"


@cache
def valid_lines() -> tuple[str, ...]:
    """Return the quads of a complete letter, and of the register entries it leads to."""
    register = load_register()
    letter = letter_quads(complete_record(), TEXT, register)
    return (*letter, *_needed(letter, register_quads(register)))


def _needed(letter: Iterable[str], register: Iterable[str]) -> list[str]:
    """Return the register lines about things that the letter, or a line already taken, names."""
    waiting: dict[str, list[str]] = {}
    for line in register:
        waiting.setdefault(quads.quad(line).subject, []).append(line)
    taken: list[str] = []
    new = list(letter)
    while new:
        named = {term for line in new for term in quads.quad(line)[:3] if term.startswith("<")}
        new = [line for term in sorted(named) for line in waiting.pop(term, ())]
        taken += new
    return taken


def full(name: str) -> str:
    """Return a prefixed name as an IRI term, and a literal as it is."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>" if prefix in PREFIXES else name


def with_triples(lines: Iterable[str], *added: str) -> list[str]:
    """Return the lines with triples added, each ``subject predicate object`` in short form."""
    made = []
    for triple in added:
        subject, predicate, value = triple.split(" ", 2)
        made.append(f"{full(subject)} {full(predicate)} {full(value)} <{GRAPH}> .")
    return [*lines, *made]


def without(lines: Iterable[str], *removed: str) -> list[str]:
    """Return the lines without the triples of each ``subject predicate`` in short form, ``*`` for any."""
    patterns = [tuple(map(full, pattern.split(" "))) for pattern in removed]
    kept = [line for line in lines if not any(_fits(line, *pattern) for pattern in patterns)]
    assert len(kept) < len(list(lines)), f"nothing to remove: {removed}"
    return kept


def _fits(line: str, subject: str, predicate: str) -> bool:
    found = quads.quad(line)
    return subject in {"*", found.subject} and found.predicate == predicate


def first_subject(lines: Iterable[str], predicate: str, value: str = "") -> str:
    """Return the first thing that has a property (with a value), as an IRI without brackets."""
    for line in lines:
        found = quads.quad(line)
        if found.predicate == full(predicate) and (not value or found.object == full(value)):
            return found.subject.strip("<>")
    raise LookupError(f"nothing has {predicate} {value}")


def store_of(lines: Iterable[str]) -> ox.Store:
    """Return a store whose default graph is the union of the lines."""
    store = ox.Store()
    store.bulk_load(quads.canonical(quads.triples(lines)), format=ox.RdfFormat.N_TRIPLES)
    return store
