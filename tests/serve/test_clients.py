"""Clients that people use, on a live server: SPARQLWrapper, rdflib, pandas, curl."""

from __future__ import annotations

import json
import shutil
import subprocess
from urllib.parse import urlencode

import pandas as pd
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    JSON,
    JSONLD,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

SPL = "https://w3id.org/sp-letters/ns#"
LETTERS = "SELECT ?label { ?letter a spl:Communication ; rdfs:label ?label } ORDER BY ?label"
GRAPH = "CONSTRUCT { ?letter rdfs:label ?label } { ?letter a spl:Communication ; rdfs:label ?label }"


@pytest.fixture(scope="module")
def references(address: str) -> list[str]:
    """The labels of the letters as plain HTTP gives them."""
    done = pd.read_csv(f"{address}/sparql?{urlencode({'query': LETTERS, 'format': 'csv'})}")
    assert len(done) == 5
    return list(done["label"])


@pytest.fixture
def wrapper(address: str) -> SPARQLWrapper:
    made = SPARQLWrapper(f"{address}/sparql")
    made.setQuery(LETTERS)
    return made


@pytest.mark.parametrize(
    ("method", "request_method"), [("GET", URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
)
def test_sparqlwrapper_reads_json(
    wrapper: SPARQLWrapper, references: list[str], method: str, request_method: str
) -> None:
    wrapper.setMethod(method)
    wrapper.setRequestMethod(request_method)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert [row["label"]["value"] for row in rows] == references


@pytest.mark.parametrize("form", [XML, CSV, TSV])
def test_sparqlwrapper_reads_the_other_tables(
    wrapper: SPARQLWrapper, references: list[str], form: str
) -> None:
    wrapper.setReturnFormat(form)
    found = wrapper.queryAndConvert()
    text = found.toxml() if form == XML else found.decode()
    assert all(reference in text for reference in references)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # SPARQLWrapper uses it
@pytest.mark.parametrize("form", [TURTLE, RDFXML, JSONLD])
def test_sparqlwrapper_reads_graphs(wrapper: SPARQLWrapper, references: list[str], form: str) -> None:
    wrapper.setQuery(GRAPH)
    wrapper.setReturnFormat(form)
    found = wrapper.queryAndConvert()
    graph = rdflib.Graph().parse(data=found, format="turtle") if form == TURTLE else found
    assert sorted(str(label) for label in graph.objects()) == references


def test_sparqlwrapper_names_graphs(wrapper: SPARQLWrapper) -> None:
    wrapper.addDefaultGraph("http://kasei.us/2009/09/sparql/data/data1.rdf")
    wrapper.addNamedGraph("http://kasei.us/2009/09/sparql/data/data2.rdf")
    wrapper.setQuery("SELECT * { { ?s a ?t } UNION { GRAPH ?g { ?s a ?t } } }")
    wrapper.setReturnFormat(JSON)
    assert len(wrapper.queryAndConvert()["results"]["bindings"]) == 2


def test_sparqlwrapper_is_told_of_mistakes(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("SELECT {")
    with pytest.raises(QueryBadFormed, match="closing"):
        wrapper.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib_asks_the_endpoint(address: str, references: list[str], method: str, form: str) -> None:
    store = SPARQLStore(f"{address}/sparql", method=method, returnFormat=form)
    graph = rdflib.Graph(store)
    assert [str(row[0]) for row in graph.query(LETTERS)] == references
    label = rdflib.RDFS.label
    letter = rdflib.URIRef("https://w3id.org/sp-letters/id/letter/AL-OTH-105-2021")
    assert str(graph.value(letter, label)) == "AL OTH 105/2021"
    if form in {"json", "xml"}:  # rdflib reads no truth from the other two
        assert (letter, label, rdflib.Literal("AL OTH 105/2021")) in graph


def test_rdflib_gets_truth_and_graphs(address: str, references: list[str]) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql", returnFormat="xml"))
    assert graph.query(f"ASK {{ ?s a <{SPL}Communication> }}").askAnswer is True
    found = graph.query(GRAPH)
    assert found.graph is not None
    assert sorted(str(label) for label in found.graph.objects()) == references


def test_pandas_reads_a_named_question(address: str) -> None:
    table = pd.read_csv(f"{address}/sparql?question=companies-addressed&format=csv")
    assert list(table.columns) == ["company", "letters"]
    assert table["letters"].sum() == 5


CURL = shutil.which("curl")


@pytest.mark.skipif(CURL is None, reason="curl is not installed")
@pytest.mark.parametrize(
    "options",
    [
        ["--get", "--data-urlencode", f"query={LETTERS}"],
        ["--data-urlencode", f"query={LETTERS}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", LETTERS],
        ["--http1.0", "--get", "--data-urlencode", f"query={LETTERS}"],
        ["--compressed", "--get", "--data-urlencode", f"query={LETTERS}"],
    ],
    ids=["GET", "form", "direct", "HTTP/1.0", "compressed"],
)
def test_curl_asks(address: str, references: list[str], options: list[str]) -> None:
    done = subprocess.run(
        ["curl", "-sS", "--fail", *options, f"{address}/sparql"], capture_output=True, text=True, check=True
    )
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [row["label"]["value"] for row in rows] == references
