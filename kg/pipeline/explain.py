"""What the graph says of one thing, each fact with its basis and words; and what it is kept apart from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.model.identity import Answer
from kg.pipeline.folder import GraphFolder
from kg.pipeline.names import thing_iri
from kg.query.engine import open_store
from kg.query.prefixes import short
from kg.query.result import Result
from kg.vocab.terms import RDF, RDFS, SPL

_COLUMNS: Final = ("direction", "relation", "thing", "basis", "words", "place")
_ANYWHERE: Final = ox.DefaultGraph()
_HIDDEN: Final = frozenset({SPL.evidence, SPL.basis, RDF.subject, RDF.object})


def explanation(folder: Path, name: str) -> Result:
    """Return every fact about a thing: from it, and to it; then the names it was not merged with, and why.

    Args:
        folder: The graph folder.
        name: IRI of the thing, full or short, or its label.

    Raises:
        QueryError: If the graph knows nothing of it, or the label is that of several things.
    """
    store = open_store(folder)
    thing = ox.NamedNode(thing_iri(folder, store, name))
    rows = sorted({*_from(store, thing), *_to(store, thing), *_otherwise(store, thing)})
    rows += sorted(_apart(GraphFolder(folder), thing))
    return Result(_COLUMNS, tuple(tuple(ox.Literal(cell) for cell in row) for row in rows))


def _from(store: ox.Store, thing: ox.NamedNode) -> Iterator[tuple[str, ...]]:
    for quad in store.quads_for_pattern(thing, None, None, _ANYWHERE):
        if quad.predicate.value not in _HIDDEN:
            node = quad.object if isinstance(quad.object, ox.NamedNode) else thing
            carrier = node if _values(store, node, SPL.evidence) else thing
            yield (
                "from it",
                short(quad.predicate.value),
                _named(store, quad.object),
                *_ground(store, carrier),
            )


def _to(store: ox.Store, thing: ox.NamedNode) -> Iterator[tuple[str, ...]]:
    for quad in store.quads_for_pattern(None, None, thing, _ANYWHERE):
        if quad.predicate.value not in _HIDDEN and isinstance(quad.subject, ox.NamedNode):
            yield (
                "to it",
                short(quad.predicate.value),
                _named(store, quad.subject),
                *_ground(store, quad.subject),
            )


def _otherwise(store: ox.Store, thing: ox.NamedNode) -> Iterator[tuple[str, ...]]:
    """Yield what another text of the letter says of it, and the graph therefore does not."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.subject), thing, _ANYWHERE):
        node = quad.subject
        if isinstance(node, ox.NamedNode):
            predicate = ox.NamedNode(_values(store, node, RDF.predicate)[0].value)
            value = _values(store, node, RDF.object)[0]
            if not any(store.quads_for_pattern(thing, predicate, value, _ANYWHERE)):
                yield "said otherwise", short(predicate.value), _named(store, value), *_ground(store, node)


def _apart(folder: GraphFolder, thing: ox.NamedNode) -> Iterator[tuple[str, ...]]:
    """Yield what was found on the names of a person, company or organisation and joined nothing."""
    for entity in folder.identities():
        if entity["iri"] == thing.value:
            for verdict in entity["verdicts"]:
                if verdict["answer"] != Answer.SAME:
                    yield _verdict(verdict)


def _verdict(verdict: dict[str, Any]) -> tuple[str, ...]:
    sides = [side for side in (verdict["left"], verdict["right"]) if side is not None]
    names = " and ".join(f"“{side['name']}” ({', '.join(side['letters'])})" for side in sides)
    why = f"{verdict['reason']} (rule {verdict['rule']}, {verdict['score']})"
    return "not merged", verdict["answer"], names, verdict["basis"], why, ""


def _ground(store: ox.Store, node: ox.NamedNode) -> tuple[str, str, str]:
    basis = ", ".join(term.value.rsplit("-", 1)[-1] for term in _values(store, node, SPL.basis))
    spans = [term for term in _values(store, node, SPL.evidence) if isinstance(term, ox.NamedNode)]
    words = " … ".join(term.value for span in spans for term in _values(store, span, SPL.exact))
    return basis, " ".join(words.split()), ", ".join(short(span.value) for span in spans)


def _values(store: ox.Store, node: ox.NamedNode, predicate: str) -> list[ox.NamedNode | ox.Literal]:
    found = store.quads_for_pattern(node, ox.NamedNode(predicate), None, _ANYWHERE)
    return sorted((q.object for q in found if isinstance(q.object, ox.NamedNode | ox.Literal)), key=str)


def _named(store: ox.Store, term: object) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    if not isinstance(term, ox.NamedNode):
        return str(term)
    labels = _values(store, term, RDFS.label)
    return f"{labels[0].value} ({short(term.value)})" if labels else short(term.value)
