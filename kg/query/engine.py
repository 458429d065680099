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


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a question is put to, in place of those it names itself with FROM.

    The default graph is then the merge of the graphs in ``default``: a triple that several of them hold is
    there once. A graph that the store does not hold is an empty graph; nothing is ever fetched.
    https://www.w3.org/TR/sparql11-protocol/#dataset

    Attributes:
        default: IRIs of the graphs that make up the default graph.
        named: IRIs of the graphs that ``GRAPH`` sees.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


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
    dataset: Dataset | None = None,
    base: str | None = None,
    limits: Limits = NO_LIMITS,
) -> Result:
    """Answer a SPARQL 1.1 query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Args:
        store: The graph.
        sparql: The query; the prefixes of ``kg.query.prefixes`` need no declaration.
        parameters: Terms for its ``VALUES ?name { ... }`` lines.
        dataset: The graphs to ask; those the query names, or all, when left out.
        base: What relative IRIs of the query are relative to; without it they are mistakes.
        limits: Rows and size beyond which the answer is cut off.

    Raises:
        QueryError: If the query cannot be read, or asks for what a question may not do.
    """
    query = bind(sparql, parameters or {})
    check(query, overridden=dataset is not None)
    try:
        return _collect(_solutions(store, query, dataset, base), limits)
    except SyntaxError as error:
        raise QueryError(_explained(str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed ({error}); correct it") from error


def _solutions(
    store: ox.Store, query: str, dataset: Dataset | None, base: str | None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    prefixes = dict(PREFIXES)
    if dataset is None:
        return store.query(query, base_iri=base, prefixes=prefixes)
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [*map(ox.NamedNode, dataset.default)]
    named: list[ox.NamedNode | ox.BlankNode] = [*map(ox.NamedNode, dataset.named)]
    if len(default) > 1:
        store, default = _merged(store, default, named), [ox.DefaultGraph()]
    return store.query(query, base_iri=base, prefixes=prefixes, default_graph=default, named_graphs=named)


def _merged(
    store: ox.Store,
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph],
    named: list[ox.NamedNode | ox.BlankNode],
) -> ox.Store:
    """Return a store whose default graph holds each triple of several graphs once, as the engine does not."""
    merged = ox.Store()
    for graph in default:
        quads = store.quads_for_pattern(None, None, None, graph)
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged


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
