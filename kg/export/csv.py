"""CSV: two tables, nodes and edges, in one zip file, for spreadsheets and data frames.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"). The
files begin with a byte order mark, without which Excel shows ``Siobhán`` as ``SiobhÃ¡n``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable

from kg.export.columns import EDGE_COLUMNS, edge_values, node_columns, node_values, written
from kg.model.network import Attribute, EntityGraph

# What starts a formula, in Latin and in full-width characters.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name: the same bytes on every day


def to_csv(graph: EntityGraph) -> bytes:
    """Return a zip file with ``nodes.csv`` and ``edges.csv``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in (("nodes.csv", nodes_csv(graph)), ("edges.csv", edges_csv(graph))):
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return target.getvalue()


def nodes_csv(graph: EntityGraph) -> bytes:
    """Return the table of nodes: ``id``, label and kind, then one column per attribute."""
    columns = node_columns(graph)
    rows = ([node.id, *node_values(node, columns)] for node in graph.nodes)
    return _table(["id", *(column.name for column in columns)], rows)


def edges_csv(graph: EntityGraph) -> bytes:
    """Return the table of edges: ``source`` and ``target``, then the columns of an edge."""
    rows = ([edge.source, edge.target, *edge_values(edge)] for edge in graph.edges)
    return _table(["source", "target", *(column.name for column in EDGE_COLUMNS)], rows)


def _table(head: list[str], rows: Iterable[list[Attribute | None]] | Iterable[list[str]]) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", errors="replace")


def _cell(value: Attribute | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return written(value)
