"""SPARQL 1.1 Protocol, query operation: one test for each of the W3C suite (w3c/rdf-tests), and the corners.

The suite's graphs ``http://kasei.us/…/data1.rdf`` to ``data3.rdf`` are in the store; ``data0.rdf`` is not, and
is an empty graph. Every request goes over the wire.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest

from tests.serve.conftest import DATA

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
TABULAR = {
    "application/sparql-results+xml",
    "application/sparql-results+json",
    "text/csv",
    "text/tab-separated-values",
}
BOOLEAN = {"application/sparql-results+xml", "application/sparql-results+json"}
RDF = {"application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"}


def data(*numbers: int, kind: str = "default") -> list[tuple[str, str]]:
    return [(f"{kind}-graph-uri", DATA.format(number)) for number in numbers]


def named(*numbers: int) -> list[tuple[str, str]]:
    return data(*numbers, kind="named")


@dataclass
class Ask:
    """A request, and what the suite expects of the answer."""

    method: str = "GET"
    fields: list[tuple[str, str]] = field(default_factory=list)
    body: str | bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    says: bool | None = None
    path: str = "/sparql/"


@dataclass
class Answer:
    status: int
    media_type: str
    body: str
    headers: dict[str, str]


def send(address: str, ask: Ask) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    target = ask.path + (f"?{urlencode(ask.fields, quote_via=quote)}" if ask.fields else "")
    connection.putrequest(ask.method, target)
    body = ask.body.encode() if isinstance(ask.body, str) else ask.body
    for name, value in ask.headers.items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    response = connection.getresponse()
    text = response.read().decode()
    headers = {name.lower(): value for name, value in response.getheaders()}
    connection.close()
    return Answer(response.status, headers.get("content-type", "").partition(";")[0], text, headers)


DATA1, DATA2, DATA3 = (f"<{DATA.format(number)}>" for number in (1, 2, 3))
BOTH = f"ASK {{ {DATA1} a ?type . {DATA2} a ?type . }}"
APART = f"GRAPH ?g1 {{ {DATA1} a ?type }} GRAPH ?g2 {{ {DATA2} a ?type }}"
FULL = f"ASK {{ {DATA3} a ?type\n {APART} }}"

GOOD = {
    "query_get": Ask(fields=[("query", "ASK {}"), *data(0)], types=BOOLEAN, says=True),
    "query_post_form": Ask("POST", data(0), "query=ASK%20%7B%7D", FORM, BOOLEAN, says=True),
    "query_post_direct": Ask("POST", [], "ASK {}", DIRECT, BOOLEAN, says=True),
    "query_dataset_default_graph": Ask(
        fields=[("query", f"ASK {{ {DATA1} ?p ?o }}"), *data(1)], types=BOOLEAN, says=True
    ),
    "query_dataset_default_graphs_get": Ask(fields=[("query", BOTH), *data(1, 2)], types=BOOLEAN, says=True),
    "query_dataset_default_graphs_post": Ask("POST", data(1, 2), BOTH, DIRECT, BOOLEAN, says=True),
    "query_dataset_default_graphs_form": Ask(
        "POST", [], urlencode([("query", BOTH), *data(1, 2)]), FORM, BOOLEAN, says=True
    ),
    "query_dataset_named_graphs_get": Ask(
        fields=[("query", f"ASK {{ {APART} }}"), *named(1, 2)], types=BOOLEAN, says=True
    ),
    "query_dataset_named_graphs_post": Ask(
        "POST", named(1, 2), f"ASK {{ {APART} }}", DIRECT, BOOLEAN, says=True
    ),
    "query_dataset_full": Ask("POST", [*data(3), *named(1, 2)], FULL, DIRECT, BOOLEAN, says=True),
    "query_multiple_dataset": Ask(
        "POST", named(1, 2), f"ASK FROM {DATA3} {{ {APART} }}", DIRECT, BOOLEAN, says=True
    ),
    "query_content_type_select": Ask("POST", data(0), "SELECT (1 AS ?value) {}", DIRECT, TABULAR),
    "query_content_type_ask": Ask("POST", data(0), "ASK {}", DIRECT, BOOLEAN),
    "query_content_type_describe": Ask("POST", data(0), "DESCRIBE <http://example.org/>", DIRECT, RDF),
    "query_content_type_construct": Ask("POST", data(0), "CONSTRUCT { <s> <p> 1 } WHERE {}", DIRECT, RDF),
    "query_get_with_version": Ask(fields=[("query", "ASK {}"), ("version", "1.2")], types=BOOLEAN, says=True),
    "query_post_direct_with_version": Ask(
        "POST", [], "ASK {}", {"Content-Type": "application/sparql-query; version=1.2"}, BOOLEAN, says=True
    ),
    # the dataset of the request is all there is
    "named graphs leave the default graph empty": Ask(
        fields=[("query", "ASK { ?s ?p ?o }"), *named(1, 2)], types=BOOLEAN, says=False
    ),
    "default graphs leave no named graph": Ask(
        fields=[("query", "ASK { GRAPH ?g { ?s ?p ?o } }"), *data(1, 2)], types=BOOLEAN, says=False
    ),
    "a graph that is not here is empty": Ask(
        fields=[("query", "ASK { ?s ?p ?o }"), *data(0)], types=BOOLEAN, says=False
    ),
    "the request overrides FROM": Ask(
        fields=[("query", f"ASK FROM {DATA3} {{ {DATA3} ?p ?o }}"), *data(1)], types=BOOLEAN, says=False
    ),
    "an empty graph parameter names none": Ask(
        fields=[("query", "ASK { ?s a spl:Communication }"), ("default-graph-uri", "")],
        types=BOOLEAN,
        says=True,
    ),
    "unknown parameters are ignored": Ask(
        fields=[("query", "ASK {}"), ("timeout", "9"), ("x", "")], types=BOOLEAN, says=True
    ),
    "a format that does not exist is ignored": Ask(
        fields=[("query", "ASK {}"), ("format", "docx")], types=BOOLEAN, says=True
    ),
    "a format that does not fit is ignored": Ask(
        fields=[("query", "ASK {}"), ("format", "turtle")], types=BOOLEAN, says=True
    ),
    "the slash at the end is not needed": Ask(
        fields=[("query", "ASK {}")], path="/sparql", types=BOOLEAN, says=True
    ),
    "media types have no case": Ask(
        "POST", [], "ASK {}", {"Content-Type": "Application/SPARQL-Query; Charset=UTF-8"}, BOOLEAN, says=True
    ),
}

BAD = {
    "bad_query_method": (Ask("PUT", [("query", "ASK {}"), *data(0)], b"", FORM), 405),
    "bad_multiple_queries": (Ask(fields=[("query", "ASK {}"), ("query", "SELECT * {}")]), 400),
    "bad_query_wrong_media_type": (Ask("POST", [], "ASK {}", {"Content-Type": "text/plain"}), 415),
    "bad_query_missing_form_type": (Ask("POST", [], "query=ASK%20%7B%7D"), 415),
    "bad_query_missing_direct_type": (Ask("POST", [], "ASK {}"), 415),
    "bad_query_non_utf8": (
        Ask(
            "POST",
            [],
            "ASK {}".encode("utf-16"),
            {"Content-Type": "application/sparql-query; charset=UTF-16"},
        ),
        415,
    ),
    "bad_query_syntax": (Ask(fields=[("query", "ASK {")]), 400),
    "bad_query_multiple_versions": (
        Ask(fields=[("query", "ASK {}"), ("version", "1.1"), ("version", "1.2")]),
        400,
    ),
    "bad_update_get": (Ask(fields=[("update", "CLEAR ALL")]), 400),
    "bad_multiple_updates": (Ask("POST", [], "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM), 400),
    "bad_update_wrong_media_type": (Ask("POST", [], "CLEAR NAMED", {"Content-Type": "text/plain"}), 415),
    "bad_update_missing_form_type": (Ask("POST", [], "update=CLEAR%20NAMED"), 415),
    "bad_update_non_utf8": (Ask("POST", [], "CLEAR NAMED".encode("utf-16"), UPDATE), 415),
    "bad_update_syntax": (Ask("POST", [], "update=CLEAR%20XYZ", FORM), 400),
    "bad_update_dataset_conflict": (
        Ask("POST", [], "using-named-graph-uri=http%3A%2F%2Fexample%2Fpeople&update=CLEAR%20ALL", FORM),
        400,
    ),
    # an update is refused in every form
    "update_post_direct": (Ask("POST", [], "CLEAR ALL", UPDATE), 415),
    "update_post_form": (Ask("POST", [], "update=CLEAR%20ALL", FORM), 400),
    "an update as a query": (Ask(fields=[("query", "INSERT DATA { <urn:a> <urn:b> 1 }")]), 400),
    # the corners
    "no query in a form": (Ask("POST", [], "default-graph-uri=", FORM), 400),
    "no body": (Ask("POST", [], b"", FORM), 400),
    "an empty query": (Ask(fields=[("query", "")]), 400),
    "no query, and no RDF taken": (Ask(headers={"Accept": "application/sparql-results+json"}), 400),
    "a query in the address and one in the body": (Ask("POST", [("query", "ASK {}")], "ASK {}", DIRECT), 400),
    "a query in the address and one in the form": (
        Ask("POST", [("query", "ASK {}")], "query=ASK%20%7B%7D", FORM),
        400,
    ),
    "UTF-16 that is called nothing": (Ask("POST", [], "ASK {}".encode("utf-16"), DIRECT), 400),
    "a broken character in the address": (Ask(path="/sparql?query=ASK%20%7B%7D%23%FF"), 400),
    "a broken character in a form": (Ask("POST", [], b"query=ASK%20%7B%7D%23%C3", FORM), 400),
    "a broken character in a query": (Ask("POST", [], b"ASK {} # \xff", DIRECT), 400),
    "a graph that is no IRI": (Ask(fields=[("query", "ASK {}"), ("default-graph-uri", "data1.rdf")]), 400),
    "too many parameters": (Ask("POST", [], "query=ASK%20%7B%7D" + "&a=b" * 600, FORM), 400),
    "nothing that the client takes": (
        Ask(fields=[("query", "ASK {}")], headers={"Accept": "image/png"}),
        406,
    ),
    "a body that is too long, before it is sent": (
        Ask("POST", headers={**DIRECT, "Content-Length": str(1 << 21)}),
        413,
    ),
    "a deleted graph": (Ask("DELETE", [("query", "ASK {}")]), 405),
}


@pytest.mark.parametrize("ask", GOOD.values(), ids=GOOD)
def test_what_the_protocol_allows_is_answered(address: str, ask: Ask) -> None:
    answer = send(address, ask)
    assert answer.status == 200, answer.body
    assert answer.media_type in ask.types
    if ask.says is not None:
        assert json.loads(answer.body)["boolean"] is ask.says


@pytest.mark.parametrize(("ask", "status"), BAD.values(), ids=BAD)
def test_what_the_protocol_forbids_is_refused_in_one_sentence(address: str, ask: Ask, status: int) -> None:
    answer = send(address, ask)
    assert answer.status == status, answer.body
    assert answer.media_type == "text/plain"
    assert answer.body.count("\n") == 1 or status == 413
    assert "Traceback" not in answer.body
    if status == 405:
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_relative_iris_are_relative_to_the_endpoint(address: str) -> None:
    ask = Ask("POST", [], "CONSTRUCT { <s> <p> 1 } WHERE {}", {**DIRECT, "Accept": "application/n-triples"})
    assert send(address, ask).body.startswith(f"<{address}/sparql/s> <{address}/sparql/p> ")


def test_a_triple_of_two_default_graphs_is_counted_once(address: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s a spl:Communication } }"
    found = json.loads(send(address, Ask(fields=[("query", graphs)])).body)["results"]["bindings"]
    fields = [("default-graph-uri", row["g"]["value"]) for row in found]
    once = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }"
    answers = {send(address, Ask(fields=[("query", query), *fields])).body for query in (count, once)}
    assert len(answers) == 1


def test_head_says_what_get_would(address: str) -> None:
    fields = [("query", "SELECT * { ?s a spl:Communication } ORDER BY ?s")]
    get, head = (send(address, Ask(method, fields)) for method in ("GET", "HEAD"))
    assert (head.status, head.body) == (200, "")
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.mark.parametrize("accept", [None, "text/turtle", "application/rdf+xml", "application/ld+json"])
def test_without_a_query_the_service_describes_itself(address: str, accept: str | None) -> None:
    answer = send(address, Ask(path="/sparql", headers={"Accept": accept} if accept else {}))
    assert answer.media_type == (accept or "text/turtle")
    formats = {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
        "application/ld+json": ox.RdfFormat.JSON_LD,
    }
    quads = ox.parse(answer.body.encode(), format=formats[answer.media_type])
    said = {(quad.predicate.value, getattr(quad.object, "value", "")) for quad in quads}
    assert (f"{SD}endpoint", f"{address}/sparql") in said
    assert (f"{SD}supportedLanguage", f"{SD}SPARQL11Query") in said
    assert (f"{SD}feature", f"{SD}UnionDefaultGraph") in said


def test_a_named_question_can_be_asked_by_its_name(address: str) -> None:
    fields = [("question", "addressees"), ("format", "json")]
    everything = json.loads(send(address, Ask(fields=fields)).body)["results"]["bindings"]
    one = json.loads(send(address, Ask(fields=[*fields, ("set-letter", "AL OTH 105/2021")])).body)["results"][
        "bindings"
    ]
    assert 0 < len(one) < len(everything)
    assert all(row in everything for row in one)
    assert send(address, Ask(fields=[("question", "addresees")])).status == 400
    assert send(address, Ask(fields=[*fields, ("set-colour", "red")])).status == 400
