"""Formats: each can be read by somebody else's parser, and Accept decides as RFC 9110 says."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.query import Result as RdflibResult
from werkzeug.test import Client, EnvironBuilder
from werkzeug.wrappers import Request

from kg.serve.exchange import negotiated, reads_pages

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
SELECT = "SELECT ?s ?l { ?s a spl:Communication ; rdfs:label ?l } ORDER BY ?s"
ASK = "ASK { ?s a spl:Communication }"
CONSTRUCT = "CONSTRUCT { ?s rdfs:label ?l ; a spl:Communication } { ?s a spl:Communication ; rdfs:label ?l }"
JSON, XML, CSV, TSV = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TURTLE, TRIPLES, LD, RDFXML = (
    "text/turtle",
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
)
HTML = "text/html"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, None, JSON),
        (SELECT, "*/*", JSON),
        (SELECT, JSON, JSON),
        (SELECT, XML, XML),
        (SELECT, CSV, CSV),
        (SELECT, TSV, TSV),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/xml", "application/xml"),
        (SELECT, "text/*", CSV),
        (SELECT, f"{JSON};q=0.1, {XML};q=0.9, {CSV};q=0.5", XML),
        (SELECT, f"{JSON};q=0, */*", XML),
        (SELECT, f"*/*;q=0.1, {TSV}", TSV),
        (SELECT, f"{CSV};charset=utf-8", CSV),
        (SELECT, f"{TURTLE}, {XML};q=0.5", XML),
        (SELECT, BROWSER, HTML),
        (SELECT, TURTLE, 406),
        (SELECT, "image/png", 406),
        (SELECT, "*/*;q=0", 406),
        (ASK, None, JSON),
        (ASK, XML, XML),
        (ASK, CSV, CSV),
        (ASK, TSV, TSV),
        (ASK, BROWSER, HTML),
        (CONSTRUCT, None, TURTLE),
        (CONSTRUCT, "*/*", TURTLE),
        (CONSTRUCT, TRIPLES, TRIPLES),
        (CONSTRUCT, LD, LD),
        (CONSTRUCT, RDFXML, RDFXML),
        (CONSTRUCT, f"{TURTLE};q=0.3, {LD};q=0.4", LD),
        (CONSTRUCT, BROWSER, HTML),
        (CONSTRUCT, JSON, 406),
        ("DESCRIBE <http://example.org/>", None, TURTLE),
    ],
)
def test_accept_decides(client: Client, query: str, accept: str | None, media_type: str | int) -> None:
    headers = {"Accept": accept} if accept else {}
    answer = client.get("/sparql", query_string={"query": query}, headers=headers)
    if isinstance(media_type, int):
        assert answer.status_code == media_type
    else:
        assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "offers", "best"),
    [
        ("", ["a/b", "a/c"], "a/b"),
        ("a/c, a/b", ["a/b", "a/c"], "a/b"),
        ("a/*;q=0.2, a/c;q=0.9, */*;q=0.5", ["a/b", "x/y", "a/c"], "a/c"),
        ("a/*;q=0.2, */*;q=0.5", ["a/b", "x/y"], "x/y"),
        ("A/C", ["a/b", "a/c"], "a/c"),
        ("a/b;q=0.001", ["a/b"], "a/b"),
    ],
)
def test_the_most_specific_range_counts(accept: str, offers: list[str], best: str) -> None:
    request = Request(EnvironBuilder(headers={"Accept": accept} if accept else {}).get_environ())
    assert negotiated(request, offers) == best


@pytest.mark.parametrize(
    ("accept", "pages"), [(BROWSER, True), (HTML, True), ("*/*", False), (None, False), (JSON, False)]
)
def test_only_browsers_read_pages(accept: str | None, pages: bool) -> None:  # noqa: FBT001
    request = Request(EnvironBuilder(headers={"Accept": accept} if accept else {}).get_environ())
    assert reads_pages(request) is pages


def body(client: Client, query: str, media_type: str) -> bytes:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": media_type})
    assert answer.status_code == 200, answer.text
    return answer.data


@pytest.mark.parametrize(("media_type", "form"), [(JSON, "json"), (XML, "xml"), (TSV, "tsv")])
def test_rows_are_the_same_in_every_format(client: Client, media_type: str, form: str) -> None:
    expected = json.loads(body(client, SELECT, JSON))["results"]["bindings"]
    read = RdflibResult.parse(io.BytesIO(body(client, SELECT, media_type)), format=form)
    assert [(str(row[0]), str(row[1])) for row in read] == [
        (row["s"]["value"], row["l"]["value"]) for row in expected
    ]
    assert len(expected) == 5


def test_csv_has_plain_texts(client: Client) -> None:
    rows = list(csv.reader(io.StringIO(body(client, SELECT, CSV).decode(), newline="")))
    assert rows[0] == ["s", "l"]
    assert ["https://w3id.org/sp-letters/id/letter/AL-OTH-105-2021", "AL OTH 105/2021"] in rows


def test_truth_is_the_same_in_json_and_xml(client: Client) -> None:
    for media_type, form in ((JSON, "json"), (XML, "xml")):
        assert RdflibResult.parse(io.BytesIO(body(client, ASK, media_type)), format=form).askAnswer is True


@pytest.mark.parametrize(
    ("media_type", "form"), [(TURTLE, "turtle"), (TRIPLES, "nt"), (LD, "json-ld"), (RDFXML, "xml")]
)
def test_a_graph_is_the_same_in_every_format(client: Client, media_type: str, form: str) -> None:
    expected = rdflib.Graph().parse(data=body(client, CONSTRUCT, TRIPLES), format="nt")
    read = rdflib.Graph().parse(data=body(client, CONSTRUCT, media_type), format=form)
    assert isomorphic(read, expected)
    assert len(read) == 10


def test_turtle_is_the_same_every_time_and_declares_what_it_uses(client: Client) -> None:
    first, second = (body(client, CONSTRUCT, TURTLE).decode() for _ in range(2))
    assert first == second
    assert [line.split()[1] for line in first.split("\n") if line.startswith("@prefix")] == [
        "letter:",
        "rdfs:",
        "spl:",
    ]


NASTY = 'a\x01b\\t\\n\\"<>&\U0001f600'
ODD = f'CONSTRUCT {{ <urn:s> <urn:p#1> "{NASTY}", "x"@ar-EG, 1.50, "2"^^<urn:d> . _:b <http://x.org/p/> <urn:s> }} {{}}'


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        (TURTLE, ox.RdfFormat.TURTLE),
        (TRIPLES, ox.RdfFormat.N_TRIPLES),
        (LD, ox.RdfFormat.JSON_LD),
        (RDFXML, ox.RdfFormat.RDF_XML),
    ],
)
def test_odd_terms_survive(client: Client, media_type: str, form: ox.RdfFormat) -> None:
    triples = [quad.triple for quad in ox.parse(body(client, ODD, media_type), format=form)]
    found = {
        (triple.object.value, triple.object.datatype.value)
        for triple in triples
        if isinstance(triple.object, ox.Literal)
    }
    control = "\ufffd" if media_type == RDFXML else "\x01"
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert (f'a{control}b\t\n"<>&\U0001f600', f"{xsd}string") in found
    assert ("1.50", f"{xsd}decimal") in found
    assert ("2", "urn:d") in found
    assert len(triples) == 5


@pytest.mark.parametrize(
    ("wish", "query", "media_type", "name"),
    [
        ("json", SELECT, JSON, "answer.json"),
        ("csv", SELECT, CSV, "answer.csv"),
        ("spreadsheet", SELECT, CSV, "answer-for-a-spreadsheet.csv"),
        ("tsv", ASK, TSV, "answer.tsv"),
        ("xml", SELECT, XML, "answer.xml"),
        ("turtle", CONSTRUCT, TURTLE, "answer.ttl"),
        ("ntriples", CONSTRUCT, TRIPLES, "answer.nt"),
        ("jsonld", CONSTRUCT, LD, "answer.jsonld"),
        ("rdfxml", CONSTRUCT, RDFXML, "answer.rdf"),
    ],
)
def test_a_link_can_name_the_format(
    client: Client, wish: str, query: str, media_type: str, name: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query, "format": wish}, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_spreadsheet_takes_no_text_for_a_formula(client: Client) -> None:
    query = 'SELECT ?a ?b { VALUES (?a ?b) { ("=1+1" -1) ("+x" 2) } }'
    for wish, cells in (("csv", {"=1+1", "+x"}), ("spreadsheet", {"'=1+1", "'+x"})):
        text = client.get("/sparql", query_string={"query": query, "format": wish}).text
        assert {row[0] for row in csv.reader(io.StringIO(text, newline=""))} == {"a", *cells}
        assert "-1" in text


def test_an_answer_that_is_cut_off_says_so(client: Client) -> None:
    query = {"query": "SELECT * { ?s ?p ?o }"}
    answer = client.get("/sparql", query_string=query)
    assert answer.headers["X-Truncated"] == "true"
    assert answer.json is not None
    assert answer.json["head"]["truncated"] is True
    assert len(answer.json["results"]["bindings"]) == 1000
    assert len(list(ox.parse_query_results(answer.data, format=ox.QueryResultsFormat.JSON))) == 1000
    assert "X-Truncated" not in client.get("/sparql", query_string={"query": SELECT}).headers
    page = client.get("/sparql", query_string=query, headers={"Accept": BROWSER}).text
    assert "1,000 rows, and there are more" in page
