"""GEXF 1.3: for Gephi and for graphology in the browser.

Each edge has the ``kind`` that Gephi needs to keep parallel edges apart; networkx writes none.
Specification: "GEXF 1.3 Draft", gexf.net.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.columns import EDGE_COLUMNS, Column, edge_values, node_columns, node_values, written
from kg.export.xml_text import xml
from kg.model.network import Attribute, EntityGraph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">"""
_TYPES = {"int": "integer"}
_LABEL = 1  # the label is the first column, and an XML attribute of its own


def to_gexf(graph: EntityGraph) -> bytes:
    """Return ``graph`` as GEXF: typed attributes, IRIs as node ids, parallel edges kept.

    Characters XML cannot hold become U+FFFD; ``replaced_characters`` says how many.
    """
    return "\n".join([*_lines(graph), ""]).encode()


def _lines(graph: EntityGraph) -> Iterator[str]:
    columns = node_columns(graph)
    yield _HEAD
    yield '<graph defaultedgetype="directed" mode="static">'
    yield from _attributes("node", columns[_LABEL:])
    yield from _attributes("edge", EDGE_COLUMNS[_LABEL:])
    yield "<nodes>"
    for node in graph.nodes:
        values = _values("n", columns[_LABEL:], node_values(node, columns)[_LABEL:])
        yield f'<node id="{xml(node.id)}" label="{xml(node.label)}">{values}</node>'
    yield "</nodes>"
    yield "<edges>"
    for number, edge in enumerate(graph.edges, start=1):
        label, *rest = edge_values(edge)
        ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
        names = f'kind="{xml(edge.kind)}" label="{xml(label)}"'
        yield f'<edge id="e{number}" {ends} {names}>{_values("e", EDGE_COLUMNS[_LABEL:], rest)}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _attributes(owner: str, columns: Iterable[Column]) -> Iterator[str]:
    yield f'<attributes class="{owner}">'
    for column in columns:
        kind = _TYPES.get(column.type, column.type)
        yield f'<attribute id="{owner[0]}_{column.name}" title="{column.name}" type="{kind}"/>'
    yield "</attributes>"


def _values(prefix: str, columns: Iterable[Column], values: Iterable[Attribute | None]) -> str:
    cells = "".join(
        f'<attvalue for="{prefix}_{column.name}" value="{xml(written(value))}"/>'
        for column, value in zip(columns, values, strict=True)
        if value is not None
    )
    return f"<attvalues>{cells}</attvalues>"
