"""What a build derives from its N-Quads: the store, and the files for people and other tools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.graph.project import project
from kg.model.network import EntityGraph
from kg.model.quads import Line, canonical, lines_of, triples
from kg.pipeline import folder as layout
from kg.query.engine import open_store
from kg.vocab.display import legend

TURTLE: Final = "graph.ttl"
GRAPHML: Final = "graph.graphml"
NETWORK: Final = "network.html"
TITLE: Final = "UN Special Procedures letters"

_OBJECT: Final = re.compile(r"^<[^>]*> <[^>]*> <([^>]*)>")


def write_store(place: Path) -> None:
    """Load the N-Quads of a graph folder into its store; the default graph gets each triple once."""
    store = ox.Store(str(place / layout.STORE))
    names = (layout.FACTS, layout.EVIDENCE, layout.REGISTER)
    for name in names:
        store.bulk_load(path=str(place / name), format=ox.RdfFormat.N_QUADS)
    store.bulk_load(canonical(triples(_lines(place, *names))), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()


def entity_graph(place: Path) -> EntityGraph:
    """Return the entity graph of a graph folder.

    Raises:
        GraphFolderError: If the folder holds no store that can be read.
    """
    return project(open_store(place))


def write_views(place: Path) -> None:
    """Write the Turtle file, the GraphML file and the network page of a graph folder."""
    from kg.export.graphml import to_graphml  # noqa: PLC0415 - only a build needs these
    from kg.export.turtle import turtle  # noqa: PLC0415
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    graph = entity_graph(place)
    (place / GRAPHML).write_bytes(to_graphml(graph))
    (place / NETWORK).write_bytes(network_page(graph, legend(), title=TITLE).encode("utf-8"))
    (place / TURTLE).write_bytes(turtle(self_contained(place)))


def self_contained(place: Path) -> list[Line]:
    """Return facts, evidence, and what the register says of the things the facts name."""
    facts = _lines(place, layout.FACTS)
    named = {match[1] for line in facts for match in [_OBJECT.match(line)] if match}
    known = [line for line in _lines(place, layout.REGISTER) if line[1 : line.index(">")] in named]
    return [*facts, *_lines(place, layout.EVIDENCE), *known]


def _lines(place: Path, *names: str) -> Sequence[Line]:
    return [line for name in names for line in lines_of(layout.content(place, name))]
