"""Asking a built graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphFolderError, QueryError
from kg.query.guard import check
from kg.query.parameters import bind
from kg.query.prefixes import PREFIXES
from kg.query.result import Cell, Result

STORE = "store"

_PLACE = re.compile("([0-9]+):([0-9]+)")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one question may take.

    Attributes:
        seconds: Running time; only a worker can hold to it.
        rows: Rows of the answer; further rows are left off and the result says so.
        size: Characters of the answer, all terms together; rows beyond are left off.
        memory: Bytes of address space; only a worker can hold to it.
    """

    seconds: float = 10.0
    rows: int = 10_000
    size: int = 10_000_000
    memory: int = 2 << 30


NO_LIMITS = Limits(seconds=float("inf"), rows=2**62, size=2**62, memory=2**62)


def open_store(folder: Path) -> ox.Store:
    """Open the store of a graph folder for reading.

    Its default graph holds every triple of the letters and the register once; each letter has
    named graphs too.

    Raises:
        GraphFolderError: If the folder holds no store, or one that cannot be read.
    """
    place = folder / STORE
    if not place.is_dir():
        raise GraphFolderError(
            f"{folder} holds no built graph; make one with: kg build LETTERS --out {folder}"
        )
    try:
        return ox.Store.read_only(str(place))
    except OSError as error:
        raise GraphFolderError(
            f"the store in {place} cannot be read ({error}); build the graph again"
        ) from error


def ask(
    store: ox.Store,
    sparql: str,
    parameters: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    *,
    limits: Limits = NO_LIMITS,
) -> Result:
    """Answer a SPARQL 1.1 query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Args:
        store: The graph.
        sparql: The query; the prefixes of ``kg.query.prefixes`` need no declaration.
        parameters: Terms for its ``VALUES ?name { ... }`` lines.
        limits: Rows and size beyond which the answer is cut off.

    Raises:
        QueryError: If the query cannot be read, or asks for what a question may not do.
    """
    query = bind(sparql, parameters or {})
    check(query)
    try:
        return _collect(store.query(query, prefixes=dict(PREFIXES)), limits)
    except SyntaxError as error:
        raise QueryError(_explained(str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed ({error}); correct it") from error


def _explained(message: str) -> str:
    place = _PLACE.search(message)
    where = f"at line {place[1]}, character {place[2]}" if place else f"({message.strip()})"
    return f"the query is not SPARQL {where}; correct it there"


def _collect(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, limits: Limits) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return Result(("answer",), ((ox.Literal(bool(answer)),),), "ASK")
    if isinstance(answer, ox.QueryTriples):
        triples = ((triple.subject, triple.predicate, triple.object) for triple in answer)
        rows, truncated = _cut(triples, limits)
        return Result(("subject", "predicate", "object"), rows, "CONSTRUCT", truncated)
    rows, truncated = _cut(map(tuple, answer), limits)
    return Result(tuple(variable.value for variable in answer.variables), rows, "SELECT", truncated)


def _cut(rows: Iterator[tuple[Cell, ...]], limits: Limits) -> tuple[tuple[tuple[Cell, ...], ...], bool]:
    taken: list[tuple[Cell, ...]] = []
    size = 0
    for row in rows:
        size += sum(len(str(cell)) for cell in row)
        if len(taken) == limits.rows or size > limits.size:
            return tuple(taken), True
        taken.append(row)
    return tuple(taken), False
