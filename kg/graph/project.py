"""The one projection of the graph to things and links between them.

GraphML, GEXF, CSV and the network page all show what this module returns. What the links and attributes
are stands in ``kg.graph.links``; what the kinds are called and how they look stands in ``ontology/``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import pyoxigraph as ox

from kg.graph.links import ALLEGED, ATTRIBUTES, BETWEEN_KNOWN, EVIDENCE, LINKS, ROLES, LinkKind
from kg.graph.union import Row, explaining, objects, rows
from kg.model.network import Attribute, Edge, EntityGraph, Node, Quote
from kg.vocab.display import legend
from kg.vocab.terms import RDF, RDFS, SPL, XSD, superclasses, vocabulary

_PREFIXES = f"PREFIX spl: <{SPL.base}> PREFIX rdf: <{RDF.base}> PREFIX rdfs: <{RDFS.base}> "
_CERTAINTIES = {"normalised": "stated"}


def project(store: ox.Store) -> EntityGraph:
    """Return the entity graph of a store.

    Args:
        store: Its default graph is the union of letters and register (``kg.graph.union``).

    Returns:
        Nodes and edges, sorted. Every claim is labelled as an allegation, every edge to or from one says
        ``alleged``, and parallel edges are kept.
    """
    letters = _letters(store)
    found = [edge for link in LINKS for edge in _edges(store, link, letters)]
    kinds = _kinds(store, {end for edge in found for end in (edge.source, edge.target)} | set(letters))
    shown = {end for edge in found if edge.kind not in BETWEEN_KNOWN for end in (edge.source, edge.target)}
    known = {iri for iri in shown | set(letters) if iri in kinds}
    edges = [edge for edge in found if edge.source in known and edge.target in known]
    return EntityGraph(tuple(_nodes(store, known, kinds)), tuple(sorted(_distinct(edges), key=_edge_order)))


@dataclass(frozen=True, slots=True)
class _Letter:
    """What edges repeat of their letter."""

    name: str
    date: str


def _letters(store: ox.Store) -> dict[str, _Letter]:
    query = _PREFIXES + (
        "SELECT ?letter ?name ?date WHERE { ?letter spl:sourceText ?text ; rdfs:label ?name "
        "OPTIONAL { ?letter spl:dateOfLetter ?date } } ORDER BY DESC(?name) DESC(?date)"
    )
    found = {}
    for row in rows(store, query):
        date = row.get("date")
        found[row["letter"].value] = _Letter(row["name"].value, "" if date is None else date.value)
    return found


def _edges(store: ox.Store, link: LinkKind, letters: Mapping[str, _Letter]) -> Iterator[Edge]:
    grouped: dict[_Key, list[Row]] = defaultdict(list)
    for row in rows(store, _query(link)):
        grouped[_Key.of(row)].append(row)
    for key, group in sorted(grouped.items()):
        letter = letters.get(key.letter, _Letter("", ""))
        yield Edge(
            id=key.node or key.source,
            source=key.source,
            target=key.target,
            kind=link.kind,
            label=_edge_label(link, sorted({_value(row, "note") for row in group})),
            certainty=link.certainty or _certainty(group),
            letter=letter.name,
            date=letter.date,
            quotes=tuple(_quotes(store, link, key)),
        )


def _query(link: LinkKind) -> str:
    basis = "OPTIONAL { ?node spl:basis ?basis }" if "?node" in link.pattern else ""
    names = "?source ?target ?node ?letter ?basis ?note"
    return f"{_PREFIXES} SELECT DISTINCT {names} WHERE {{ {link.pattern} {basis} }}"


class _Key(NamedTuple):
    """What makes an edge: its ends, its letter and the node that carries it; empty where there is none."""

    source: str
    target: str
    letter: str
    node: str

    @classmethod
    def of(cls, row: Row) -> _Key:
        """Return the key of a solution; a link without a source of its own starts from the letter."""
        source = _value(row, "source") or _value(row, "letter")
        return cls(source, _value(row, "target"), _value(row, "letter"), _value(row, "node"))


def _value(row: Row, name: str) -> str:
    return row[name].value if name in row else ""


def _edge_label(link: LinkKind, notes: list[str]) -> str:
    if link.certainty == ALLEGED:
        return ALLEGED
    if link.label:
        return link.label.format(note=", ".join(notes))
    return vocabulary()[link.kind].by_language("rdfs:label")["en"]


def _certainty(group: Iterable[Row]) -> str:
    bases = sorted({_value(row, "basis").removeprefix(f"{SPL.base}basis-") for row in group} - {""})
    first = bases[0] if bases else "stated"
    return _CERTAINTIES.get(first, first)


def _quotes(store: ox.Store, link: LinkKind, key: _Key) -> list[Quote]:
    ends = ox.NamedNode(key.source), ox.NamedNode(key.target)
    nodes = [ox.NamedNode(key.node)] if key.node else explaining(store, ends[0], SPL[link.kind], ends[1])
    spans = {span for node in nodes for name in EVIDENCE for span in objects(store, node, SPL[name])}
    quotes = (_quote(store, span) for span in spans if isinstance(span, ox.NamedNode))
    return sorted(quotes, key=lambda quote: (quote.source, quote.start, quote.end))


def _quote(store: ox.Store, span: ox.NamedNode) -> Quote:
    start, end = (int(objects(store, span, name)[0].value) for name in (SPL.start, SPL.end))
    text = objects(store, span, SPL.inText)[0].value.rsplit("/", 1)[1]
    pages = objects(store, span, SPL.page)
    exact = objects(store, span, SPL.exact)[0].value
    return Quote(text, start, end, exact, int(pages[0].value) if pages else None)


def _distinct(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Give each edge a name of its own: its node, with kind and end where that carries several."""
    found = list(edges)
    count = Counter(edge.id for edge in found)
    for edge in found:
        alone = count[edge.id] == 1 and edge.id not in {edge.source, edge.target}
        yield edge if alone else replace(edge, id=f"{edge.id}#{edge.kind}-{edge.target.rsplit('/', 1)[1]}")


def _edge_order(edge: Edge) -> tuple[str, str, str, str]:
    return edge.source, edge.target, edge.kind, edge.id


def _kinds(store: ox.Store, iris: Iterable[str]) -> dict[str, str]:
    """Return the kind of each thing: the displayed class nearest to its types, or its role."""
    found = {}
    for iri in iris:
        types = (SPL.local(term.value) for term in objects(store, ox.NamedNode(iri), RDF.type))
        shown = [kind for name in types if name for kind in (name, *superclasses(name)) if kind in legend()]
        if shown:
            found[iri] = min(shown, key=lambda kind: legend()[kind].order)
    for role in ROLES:
        for row in rows(store, f"{_PREFIXES} SELECT DISTINCT ?thing WHERE {{ {role.pattern} }}"):
            if row["thing"].value in found:
                found[row["thing"].value] = role.kind
    return found


def _nodes(store: ox.Store, iris: Iterable[str], kinds: Mapping[str, str]) -> Iterator[Node]:
    attributes = _attributes(store)
    for iri in sorted(iris):
        labels = objects(store, ox.NamedNode(iri), RDFS.label)
        label = labels[0].value if labels else iri.rsplit("/", 1)[1]
        yield Node(iri, kinds[iri], label, tuple(sorted(attributes.get(iri, {}).items())))


def _attributes(store: ox.Store) -> dict[str, dict[str, Attribute]]:
    found: dict[str, dict[str, Attribute]] = defaultdict(dict)
    for attribute in ATTRIBUTES:
        values: dict[str, set[ox.Literal]] = defaultdict(set)
        query = f"{_PREFIXES} SELECT ?thing ?value WHERE {{ ?thing {attribute.path} ?value }}"
        for row in rows(store, query):
            if isinstance(row["value"], ox.Literal):
                values[row["thing"].value].add(row["value"])
        for iri, literals in values.items():
            found[iri][attribute.name] = _attribute(literals)
    return found


def _attribute(literals: Iterable[ox.Literal]) -> Attribute:
    """Return the one value of an attribute; several become one text."""
    several = sorted(literals, key=str)
    if len(several) > 1:
        return "; ".join(dict.fromkeys(literal.value for literal in several))
    only = several[0]
    if only.datatype.value == XSD.integer:
        return int(only.value)
    return only.value == "true" if only.datatype.value == XSD.boolean else only.value
