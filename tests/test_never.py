"""What must never happen, looked for in every export of the seeds: an abuse as a fact of a company or person."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib import RDF, RDFS

from kg.pipeline.exports import exported

SPL = rdflib.Namespace("https://w3id.org/sp-letters/ns#")
PROTECTED = {"Company", "Person", "Organisation", "Addressee", "MandateHolder", "PersonConcerned"}
ABUSES = {"Allegation", "Issue", "Claim"}
RDF_FORMATS = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld"}

Edge = tuple[str, str, str, str]  # kind of the source, kind of the target, label, certainty


def triples(graph: Path, name: str) -> rdflib.Graph:
    data, _ = exported(graph, name)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=data, format=RDF_FORMATS[name])
    return dataset


@pytest.mark.slow
@pytest.mark.parametrize("name", RDF_FORMATS)
def test_no_statement_leads_from_a_company_or_person_to_an_abuse(seeds_graph: Path, name: str) -> None:
    found = triples(seeds_graph, name)
    protected = {thing for kind in PROTECTED for thing in found.subjects(RDF.type, SPL[kind])}
    said = {predicate for thing in protected for predicate in found.predicates(thing)}
    assert len(protected) >= 17
    assert said <= {RDF.type, RDFS.label, SPL.nameAsWritten}
    claims = set(found.subjects(SPL.assertedAsFact))
    assert len(claims) == 115
    assert {str(value) for value in found.objects(None, SPL.assertedAsFact)} == {"false"}
    assert all(
        str(label).startswith("Allegation: ")
        for claim in claims
        for label in found.objects(claim, RDFS.label)
    )
    assert {predicate for claim in claims for predicate in found.predicates(None, claim)} == {SPL.claim}


def graphml_edges(data: bytes) -> Iterator[Edge]:
    yield from of_networkx(nx.parse_graphml(data.decode("utf-8")))


def gexf_edges(data: bytes) -> Iterator[Edge]:
    yield from of_networkx(nx.read_gexf(io.BytesIO(data)))


def of_networkx(graph: nx.MultiDiGraph) -> Iterator[Edge]:
    for source, target, values in graph.edges(data=True):
        yield graph.nodes[source]["kind"], graph.nodes[target]["kind"], values["label"], values["certainty"]


def csv_edges(data: bytes) -> Iterator[Edge]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        nodes, edges = (
            list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in ("nodes.csv", "edges.csv")
        )
    kinds = {row["id"]: row["kind"] for row in nodes}
    for row in edges:
        yield kinds[row["source"]], kinds[row["target"]], row["label"], row["certainty"]


@pytest.mark.parametrize(
    ("name", "read"), [("graphml", graphml_edges), ("gexf", gexf_edges), ("csv", csv_edges)]
)
def test_what_touches_an_abuse_is_called_alleged(seeds_graph: Path, name: str, read: object) -> None:
    assert callable(read)
    data, _ = exported(seeds_graph, name)
    edges = list(read(data))
    assert not [edge for edge in edges if edge[0] in PROTECTED and edge[1] in ABUSES]
    touching = [edge for edge in edges if {edge[0], edge[1]} & ABUSES]
    assert len(touching) == 305
    assert {edge[2:] for edge in touching} == {("alleged", "alleged")}


def test_follow_the_money_leaves_abuses_out(seeds_graph: Path) -> None:
    data, _ = exported(seeds_graph, "ftm")
    entities = [json.loads(line) for line in data.decode("utf-8").split("\n") if line]
    assert entities
    assert "Allegation: " not in data.decode("utf-8")
    assert not {entity["schema"] for entity in entities} & {"Crime", "Sanction", "Debt", "CourtCase"}
