from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pytest
from hypothesis import given

from kg.export.columns import edge_values
from kg.export.graphml import to_graphml
from kg.export.xml_text import REPLACEMENT, replaced_characters
from kg.model.network import Edge, EntityGraph, Node
from tests.builders.network import archive, campaign
from tests.export.graphs import graphs

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(data: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


def clean(text: str) -> str:
    return FORBIDDEN.sub(REPLACEMENT, text)


def test_networkx_reads_back_every_node_edge_and_word() -> None:
    graph = campaign()
    found = read(to_graphml(graph))
    assert found.number_of_nodes() == len(graph.nodes)
    assert found.number_of_edges() == len(graph.edges)
    assert {node: found.nodes[node]["label"] for node in found} == {
        node.id: node.label for node in graph.nodes
    }
    facts = {values["fact"]: (a, b, values) for a, b, values in found.edges(data=True)}
    for edge in graph.edges:
        source, target, values = facts[edge.id]
        assert (source, target) == (edge.source, edge.target)
        assert values["certainty"] == edge.certainty
        assert values["words"] == " … ".join(quote.exact for quote in edge.quotes)


def test_attributes_keep_their_types() -> None:
    found = read(to_graphml(campaign()))
    principle = found.nodes["https://w3id.org/sp-letters/id/ungp/13"]
    assert (principle["number"], principle["pillar"]) == (13, 2)
    assert found.nodes["https://w3id.org/sp-letters/id/symbol/A-HRC-RES-17-31"]["doubtful"] is True


def test_igraph_reads_the_same_graph(tmp_path: Path) -> None:
    graph = campaign()
    file = tmp_path / "graph.graphml"
    file.write_bytes(to_graphml(graph))
    found = igraph.Graph.Read_GraphML(str(file))
    assert found.vs["id"] == [node.id for node in graph.nodes]
    assert found.vs["label"] == [node.label for node in graph.nodes]
    assert found.es["fact"] == [edge.id for edge in graph.edges]
    assert [(found.vs[e.source]["id"], found.vs[e.target]["id"]) for e in found.es] == [
        (edge.source, edge.target) for edge in graph.edges
    ]


def test_parallel_edges_are_kept_apart() -> None:
    nodes = (Node("a", "Company", "A"), Node("b", "Mandate", "B"))
    edges = tuple(Edge(f"f{n}", "a", "b", "cites", "cites", "stated") for n in range(3))
    found = read(to_graphml(EntityGraph(nodes, edges)))
    assert sorted(values["fact"] for *_, values in found.edges(data=True)) == ["f0", "f1", "f2"]


def test_key_ids_are_unique_and_are_not_those_gephi_reserves() -> None:
    keys = [key.get("id", "") for key in ET.fromstring(to_graphml(campaign())).iter(f"{SPACE}key")]  # noqa: S314 -- our own file
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch("[ne]_[A-Za-z0-9_]+", key) for key in keys)


@pytest.mark.parametrize(
    "name", ["type", "x", "weight", "label", "kind", "id", "size", "1st", "a b", "Größe", ""]
)
def test_awkward_attribute_names_do_not_hide_a_column(name: str) -> None:
    graph = EntityGraph((Node("a", "Company", "A", ((name, "here"),)),), ())
    values = read(to_graphml(graph)).nodes["a"]
    assert (values["label"], values["kind"]) == ("A", "Company")
    assert "here" in set(values.values())


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((1, 2), "int"),
        ((1, 2**40), "long"),
        ((1, 2**80), "string"),
        ((1, 0.5), "double"),
        ((0.5, float("inf")), "string"),
        ((True, False), "boolean"),
        ((True, 1), "string"),
        ((1, "one"), "string"),
    ],
)
def test_one_type_for_each_attribute(values: tuple[bool | float | str, ...], kind: str) -> None:
    nodes = tuple(Node(f"n{i}", "Company", "", (("value", value),)) for i, value in enumerate(values))
    root = ET.fromstring(to_graphml(EntityGraph(nodes, ())))  # noqa: S314 -- our own file
    types = [key.get("attr.type") for key in root.iter(f"{SPACE}key") if key.get("id") == "n_value"]
    assert types == [kind]


def test_an_alleged_edge_always_says_so() -> None:
    nodes = (Node("a", "Company", "A"), Node("b", "Allegation", "Allegation: x"))
    graph = EntityGraph(nodes, (Edge("f", "b", "a", "aboutCompany", "about", "alleged"),))
    labels = [values["label"] for *_, values in read(to_graphml(graph)).edges(data=True)]
    assert labels == ["alleged: about"]


def test_no_edge_of_the_campaign_leads_to_an_allegation_without_saying_alleged() -> None:
    found = read(to_graphml(campaign()))
    touching = [
        values["label"]
        for source, target, values in found.edges(data=True)
        if "Allegation" in {found.nodes[source]["kind"], found.nodes[target]["kind"]}
    ]
    assert len(touching) == 5 * (23 + 23 + 1)
    assert all("alleged" in label for label in touching)


def test_replaced_characters_are_reported() -> None:
    graph = EntityGraph((Node("a", "Company", "A\x00\x0bB"), Node("b", "Company", "C\ud800")), ())
    assert [problem.message for problem in replaced_characters(graph)] == [
        "XML cannot hold 3 characters in 2 texts; GraphML and GEXF have U+FFFD in their place"
    ]
    assert replaced_characters(campaign()) == ()
    assert read(to_graphml(graph)).nodes["a"]["label"] == "A\ufffd\ufffdB"


@given(graphs())
def test_any_graph_is_read_back(graph: EntityGraph) -> None:
    found = read(to_graphml(graph))
    assert list(found) == [node.id for node in graph.nodes]
    assert [found.nodes[node.id]["label"] for node in graph.nodes] == [
        clean(node.label) for node in graph.nodes
    ]
    written = sorted(tuple(values.values()) for *_, values in found.edges(data=True))
    assert written == sorted(tuple(clean(value) for value in edge_values(edge)) for edge in graph.edges)


def test_the_bytes_are_the_same_every_time() -> None:
    assert to_graphml(campaign()) == to_graphml(campaign())


@pytest.mark.slow
def test_a_large_graph_is_read_back() -> None:
    graph = archive(2000)
    found = read(to_graphml(graph))
    assert (found.number_of_nodes(), found.number_of_edges()) == (len(graph.nodes), len(graph.edges))
