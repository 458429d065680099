from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import networkx as nx
from hypothesis import given

from kg.export.columns import edge_values
from kg.export.gexf import to_gexf
from kg.export.xml_text import REPLACEMENT
from kg.model.network import EntityGraph
from tests.builders.network import campaign
from tests.export.graphs import graphs

SPACE = "{http://gexf.net/1.3}"
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(data: bytes) -> nx.MultiDiGraph:
    return nx.read_gexf(io.BytesIO(data))


def test_networkx_reads_back_every_node_and_edge() -> None:
    graph = campaign()
    found = read(to_gexf(graph))
    assert {node: found.nodes[node]["label"] for node in found} == {
        node.id: node.label for node in graph.nodes
    }
    assert sorted((a, b, values["fact"]) for a, b, values in found.edges(data=True)) == sorted(
        (edge.source, edge.target, edge.id) for edge in graph.edges
    )
    assert found.nodes["https://w3id.org/sp-letters/id/ungp/13"]["number"] == 13


def test_each_edge_has_the_kind_that_keeps_parallel_edges_apart() -> None:
    graph = campaign()
    root = ET.fromstring(to_gexf(graph))  # noqa: S314 -- our own file
    edges = list(root.iter(f"{SPACE}edge"))
    assert [edge.get("kind") for edge in edges] == [edge.kind for edge in graph.edges]
    assert len({edge.get("id") for edge in edges}) == len(graph.edges)


def test_direction_is_not_overwritten_by_an_attribute() -> None:
    root = ET.fromstring(to_gexf(campaign()))  # noqa: S314 -- our own file
    titles = [
        attribute.get("title")
        for block in root.iter(f"{SPACE}attributes")
        if block.get("class") == "edge"
        for attribute in block
    ]
    assert "type" not in titles
    assert root.find(f"{SPACE}graph").get("defaultedgetype") == "directed"  # type: ignore[union-attr]


def test_an_alleged_edge_says_so() -> None:
    found = read(to_gexf(campaign()))
    alleged = [values["label"] for *_, values in found.edges(data=True) if values["certainty"] == "alleged"]
    assert alleged
    assert all("alleged" in label for label in alleged)


@given(graphs())
def test_any_graph_is_well_formed_and_complete(graph: EntityGraph) -> None:
    root = ET.fromstring(to_gexf(graph))  # noqa: S314 -- our own file
    assert [node.get("id") for node in root.iter(f"{SPACE}node")] == [node.id for node in graph.nodes]
    found = [
        [edge.get("label"), *(value.get("value") for value in edge.iter(f"{SPACE}attvalue"))]
        for edge in root.iter(f"{SPACE}edge")
    ]
    assert found == [
        [FORBIDDEN.sub(REPLACEMENT, value) for value in edge_values(edge)] for edge in graph.edges
    ]


def test_the_bytes_are_the_same_every_time() -> None:
    assert to_gexf(campaign()) == to_gexf(campaign())
