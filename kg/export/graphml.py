"""GraphML: for Gephi, yEd, Cytoscape, networkx and igraph.

Written here and not by networkx, whose keys ``d0``, ``d1`` … Gephi takes for yEd's labels and whose named
keys are not unique between nodes and edges. Specification: "The GraphML File Format",
graphml.graphdrawing.org.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.columns import EDGE_COLUMNS, Column, edge_values, node_columns, node_values, written
from kg.export.xml_text import xml
from kg.model.network import Attribute, EntityGraph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""


def to_graphml(graph: EntityGraph) -> bytes:
    """Return ``graph`` as GraphML: typed attributes, IRIs as node ids, parallel edges kept.

    Characters XML cannot hold become U+FFFD; ``replaced_characters`` says how many.
    """
    return "\n".join([*_lines(graph), ""]).encode()


def _lines(graph: EntityGraph) -> Iterator[str]:
    columns = node_columns(graph)
    yield _HEAD
    yield from (_key("node", column) for column in columns)
    yield from (_key("edge", column) for column in EDGE_COLUMNS)
    yield '<graph id="G" edgedefault="directed">'
    for node in graph.nodes:
        yield f'<node id="{xml(node.id)}">{_data("n", columns, node_values(node, columns))}</node>'
    for number, edge in enumerate(graph.edges, start=1):
        ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
        yield f'<edge id="e{number}" {ends}>{_data("e", EDGE_COLUMNS, edge_values(edge))}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _key(owner: str, column: Column) -> str:
    name = f'attr.name="{column.name}" attr.type="{column.type}"'
    return f'<key id="{owner[0]}_{column.name}" for="{owner}" {name}/>'


def _data(prefix: str, columns: Iterable[Column], values: Iterable[Attribute | None]) -> str:
    return "".join(
        f'<data key="{prefix}_{column.name}">{xml(written(value))}</data>'
        for column, value in zip(columns, values, strict=True)
        if value is not None
    )
