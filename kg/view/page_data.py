"""What the page knows: nodes, edges, and the tables they share, as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kg.model.network import Edge, Node, Quote
from kg.view.focus import Focus
from kg.view.folding import Opening
from kg.view.index import Index
from kg.view.layout import Layout, parts_of
from kg.view.zones import MIDDLE
from kg.vocab.display import Display, Legend, attributes

Json: TypeAlias = object

# How a link is known, surest first.
CERTAINTIES = {
    "stated": "The letter says it.",
    "normalised": "The letter says it in another form.",
    "aligned": "It follows from two places of the letter, such as the positions in two lists.",
    "register": "It comes from the register of mandates, resolutions and principles.",
    "computed": "It follows by counting or arithmetic.",
    "external": "It comes from a named outside source.",
    "alleged": "The letter reports it as alleged. It is not established.",
}
GREY = "#6b7280"


@dataclass(frozen=True, slots=True)
class PageData:
    """The three blocks of data of the page."""

    nodes: list[dict[str, Json]]
    edges: list[dict[str, Json]]
    shared: dict[str, Json]


@dataclass(slots=True)
class _Table:
    """Values that many edges share, each stored once."""

    places: dict[Json, int] = field(default_factory=dict)

    def place(self, value: Json) -> int:
        return self.places.setdefault(value, len(self.places))

    def values(self) -> list[Json]:
        return list(self.places)


def page_data(
    index: Index, opening: Opening, layout: Layout, legend: Legend, *, title: str, focus: Focus | None
) -> PageData:
    """Return what the page needs to know of a graph."""
    shown = _legend_of(index, legend)
    kinds = {display.kind: place for place, display in enumerate(shown)}
    known = {edge.certainty for edge in index.edges}
    certainties = [name for name in CERTAINTIES if name in known] + sorted(known - CERTAINTIES.keys())
    texts, quotes = _Table(), _Table()
    edges = [_edge(index, number, certainties, texts, quotes) for number in range(len(index.edges))]
    shared: dict[str, Json] = {
        "title": title,
        "partial": bool(opening.beside),
        "focus": None if focus is None else {"iris": focus.iris, "depth": focus.depth},
        "dots": bool(layout.dots),
        "room": layout.room,
        "kinds": [_kind(display, opening) for display in shown],
        "certainties": [{"id": name, "meaning": CERTAINTIES.get(name, "")} for name in certainties],
        "texts": texts.values(),
        "quotes": quotes.values(),
    }
    return PageData(_nodes(index, opening, layout, kinds), edges, shared)


def _legend_of(index: Index, legend: Legend) -> list[Display]:
    """Return the display of each kind in the graph, in the order of the legend."""
    last = max((display.order for display in legend.values()), default=0) + 1
    kinds = sorted({node.kind for node in index.nodes})
    found = [legend.get(kind, Display(kind, kind, GREY, last)) for kind in kinds]
    return sorted(found, key=lambda display: (display.order, display.kind))


def _kind(display: Display, opening: Opening) -> dict[str, Json]:
    return {
        "kind": display.kind,
        "label": display.label,
        "colour": display.colour,
        "shape": display.shape,
        "folded": display.kind in opening.folded,
    }


def _nodes(index: Index, opening: Opening, layout: Layout, kinds: Mapping[str, int]) -> list[dict[str, Json]]:
    parts = parts_of(index, opening)
    found = []
    for place, node in enumerate(index.nodes):
        values = _thing(place, node, kinds[node.kind], layout)
        if place in parts:
            values["whole"] = parts[place]
        if place in opening.beside:
            values["beside"] = True
        if place in layout.dots:
            values["dot"] = layout.dots[place]
        found.append(values)
    return found + [
        _thing(place, Node(group.iri, group.kind, group.name), kinds[group.kind], layout)
        | {"members": group.members}
        for place, group in enumerate(opening.groups, len(index.nodes))
    ]


def _thing(place: int, node: Node, kind: int, layout: Layout) -> dict[str, Json]:
    values: dict[str, Json] = {
        "n_id": place,
        "shape": "custom",
        "label": node.label,
        "iri": node.id,
        "kind": kind,
        "attributes": [list(attribute) for attribute in attributes(node)],
    }
    if place not in layout.spots:
        return values
    spot = layout.spots[place]
    zone = next((number for number, zone in enumerate(layout.zones) if node.kind in zone.kinds), None)
    return values | {
        "x": spot.x,
        "y": spot.y,
        "width": spot.card.width,
        "height": spot.card.height,
        "side": spot.side,
        "zone": zone,
        "strong": zone is not None and spot.side == MIDDLE,
    }


def _edge(
    index: Index, number: int, certainties: list[str], texts: _Table, quotes: _Table
) -> dict[str, Json]:
    edge: Edge = index.edges[number]
    source, target = index.ends[number]
    return {
        "source": source,
        "dest": target,
        "iri": edge.id,
        "kind": texts.place(edge.kind),
        "label": texts.place(edge.label),
        "certainty": certainties.index(edge.certainty),
        "letter": texts.place(edge.letter),
        "date": texts.place(edge.date),
        "quotes": [quotes.place(_quote(quote, texts)) for quote in edge.quotes],
    }


def _quote(quote: Quote, texts: _Table) -> tuple[Json, ...]:
    return (texts.place(quote.source), quote.start, quote.end, quote.page, quote.exact)
