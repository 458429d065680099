from __future__ import annotations

import csv
import io
import zipfile

import pandas as pd
import pytest
from hypothesis import given

from kg.export.columns import edge_values
from kg.export.csv import edges_csv, nodes_csv, to_csv
from kg.model.network import EntityGraph, Node
from tests.builders.network import campaign
from tests.export.graphs import graphs

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def guarded(text: str) -> str:
    text = text.encode("utf-8", errors="replace").decode()
    return "'" + text if text.startswith(FORMULA) else text


def test_both_tables_hold_the_whole_graph() -> None:
    graph = campaign()
    archive = zipfile.ZipFile(io.BytesIO(to_csv(graph)))
    assert archive.namelist() == ["nodes.csv", "edges.csv"]
    nodes, edges = (rows(archive.read(name)) for name in archive.namelist())
    assert [row[:3] for row in nodes[1:]] == [[node.id, node.label, node.kind] for node in graph.nodes]
    assert edges[0] == [
        "source",
        "target",
        "label",
        "kind",
        "certainty",
        "letter",
        "date",
        "words",
        "places",
        "fact",
    ]
    assert [row[-1] for row in edges[1:]] == [edge.id for edge in graph.edges]


def test_pandas_reads_types() -> None:
    frame = pd.read_csv(io.BytesIO(nodes_csv(campaign())), encoding="utf-8-sig").set_index("label")
    assert frame.loc["Guiding Principle 13", "number"] == 13
    assert frame.loc["AL OTH 201/2023", "date"] == "2023-05-04"


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    label = f'{start}HYPERLINK("http://example.org","x")'
    graph = EntityGraph((Node("a", "Company", label),), ())
    assert rows(nodes_csv(graph))[1][1] == "'" + label


def test_numbers_are_not_guarded() -> None:
    graph = EntityGraph((Node("a", "Company", "A", (("change", -5),)),), ())
    assert rows(nodes_csv(graph))[1][-1] == "-5"


@given(graphs())
def test_any_graph_is_read_back(graph: EntityGraph) -> None:
    found = [row[2:] for row in rows(edges_csv(graph))[1:]]
    assert found == [[guarded(value) for value in edge_values(edge)] for edge in graph.edges]


def test_the_bytes_are_the_same_every_time() -> None:
    assert to_csv(campaign()) == to_csv(campaign())
