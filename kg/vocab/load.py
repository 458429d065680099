"""Loading the register from the Turtle files of ``ontology/``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg import resources
from kg.vocab.parts import Pairs, read_parts
from kg.vocab.register import Register
from kg.vocab.turtle import EntryError

K = TypeVar("K", str, int)
V = TypeVar("V")


@cache
def load_register() -> Register:
    """Return the register of this installation; it is read once.

    Raises:
        OntologyError: If a file of ``ontology/`` is missing, is not Turtle, or holds an entry that cannot
            be understood.
    """
    return read_register(resources.folder("ontology"))


def read_register(folder: Path) -> Register:
    """Return the register read from the Turtle files of ``folder``.

    Raises:
        OntologyError: As for ``load_register``.
    """
    parts = read_parts(folder, _raise)
    return Register(
        mandates=_by(parts.mandates, lambda found: found.id),
        resolutions=_by(parts.resolutions, lambda found: found.symbol),
        holders=_list(parts.holders, lambda found: (found.mandate, found.since, found.name, found.role)),
        states=_by(parts.states, lambda found: found.iso3),
        principles=_by(parts.principles, lambda found: found.number),
        instruments=_by(parts.instruments, lambda found: found.id),
        issues=_by(parts.issues, lambda found: found.id),
        documents=_by(parts.documents, lambda found: found.symbol),
        errata=_by(parts.errata, lambda found: found.symbol),
        offices=_list(parts.offices, lambda found: (found.person, found.date)),
    )


def _raise(error: EntryError) -> None:
    raise error


def _by(pairs: Pairs[V], key: Callable[[V], K]) -> dict[K, V]:
    found: dict[K, V] = {}
    for entry, value in pairs:
        if key(value) in found:
            raise entry.fault(f"repeats {key(value)}, which another entry has; remove one of the two")
        found[key(value)] = value
    return {name: found[name] for name in sorted(found)}


def _list(pairs: Pairs[V], key: Callable[[V], tuple[str, ...]]) -> tuple[V, ...]:
    return tuple(sorted((value for _, value in pairs), key=key))
