"""A graph folder as the graph objects of other libraries."""

from __future__ import annotations

import networkx as nx
import rdflib

from kg.model.network import Edge, EntityGraph, Node
from kg.model.quads import canonical, triples
from kg.pipeline.folder import GraphFolder
from kg.query.prefixes import PREFIXES


def rdflib_graph(folder: GraphFolder) -> rdflib.Graph:
    """Return every triple of a graph folder once, with our prefixes bound."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, start in PREFIXES.items():
        graph.bind(prefix, start)
    return graph.parse(data=canonical(triples(folder.lines())), format="nt")


def networkx_graph(entities: EntityGraph) -> nx.MultiDiGraph:
    """Return things and links as a networkx graph.

    Nodes are IRIs with ``kind``, ``label`` and the attributes of the thing; edges have ``kind``, ``label``,
    ``certainty``, ``letter``, ``date`` and ``quotes`` (the words behind them), and their id as key.
    """
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((node.id, _node(node)) for node in entities.nodes)
    graph.add_edges_from((edge.source, edge.target, edge.id, _edge(edge)) for edge in entities.edges)
    return graph


def _node(node: Node) -> dict[str, object]:
    return {**dict(node.attributes), "kind": node.kind, "label": node.label}


def _edge(edge: Edge) -> dict[str, object]:
    return {
        "kind": edge.kind,
        "label": edge.label,
        "certainty": edge.certainty,
        "letter": edge.letter,
        "date": edge.date,
        "quotes": tuple(quote.exact for quote in edge.quotes),
    }
