"""Nobody else can ask, no query reaches out or brings the server down, and pages stay quick meanwhile."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from werkzeug.test import Client

from kg.query.engine import Limits
from kg.serve.app import Application
from kg.serve.safety import POLICY
from kg.serve.sparql.endpoint import WAITING

LETTERS = "SELECT ?s { ?s a spl:Communication }"
SITE = "https://example.org"

HOSTS = {
    "127.0.0.1": 200,
    "localhost": 200,
    "LOCALHOST": 200,
    "[::1]": 200,
    "127.0.0.1:80": 200,
    "localhost:80": 200,
    "": 400,
    "example.org": 421,
    "example.org:80": 421,
    "localhost:81": 421,
    "localhost:": 421,
    "localhost.example.org": 421,
    "localhost.": 421,
    "127.0.0.1.nip.io": 421,
    "127.0.0.2": 421,
    "127.1": 421,
    "0.0.0.0": 421,  # noqa: S104 - a name to refuse
    "0": 421,
    "2130706433": 421,
    "[::]": 421,
    "::1": 421,
    "user@localhost": 421,
    "localhost:80, example.org": 421,
    "localhost/": 421,
    " localhost": 421,
    "local\thost": 421,
    "xn--localhost": 421,
}


@pytest.mark.parametrize(("host", "status"), HOSTS.items())
@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/static/site.css"])
def test_only_this_machine_is_answered_for(client: Client, host: str, status: int, path: str) -> None:
    answer = client.get(path, environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == status


OWN = {"Origin": "http://localhost"}
ORIGINS = [
    ("GET", {}, 200),
    ("POST", {}, 200),
    ("GET", OWN, 200),
    ("POST", OWN, 200),
    ("POST", {**OWN, "Sec-Fetch-Site": "same-origin"}, 200),
    ("GET", {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
    ("HEAD", {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"}, 200),
    ("GET", {"Origin": SITE}, 403),
    ("POST", {"Origin": SITE}, 403),
    ("POST", {"Origin": "null"}, 403),
    ("GET", {"Origin": "null"}, 403),
    ("GET", {"Origin": ""}, 403),
    ("POST", {"Origin": "https://localhost"}, 403),
    ("POST", {"Origin": "http://localhost:81"}, 403),
    ("POST", {"Origin": "http://localhost.example.org"}, 403),
    ("POST", {"Origin": "http://localhost@example.org"}, 403),
    ("POST", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
    ("POST", {"Sec-Fetch-Site": "same-site"}, 403),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
    ("GET", {"Sec-Fetch-Site": "cross-site"}, 403),
    ("GET", {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
    ("OPTIONS", {"Origin": SITE, "Access-Control-Request-Method": "POST"}, 403),
]


@pytest.mark.parametrize(("method", "headers", "status"), ORIGINS)
def test_pages_of_other_sites_may_not_ask(
    client: Client, method: str, headers: dict[str, str], status: int
) -> None:
    fields = {"query": LETTERS}
    given = {"data": fields} if method == "POST" else {"query_string": fields}
    answer = client.open("/sparql", method=method, headers=headers, **given)
    assert answer.status_code == status
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control-")]


@pytest.fixture(scope="module")
def shared(protocol_graph: Path) -> Iterator[Client]:
    application = Application(protocol_graph, allow_origin=(SITE,))
    yield Client(application)
    application.close()


def test_an_allowed_site_may_ask_the_endpoint_and_nothing_else(shared: Client) -> None:
    headers = {"Origin": SITE, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    for answer in (
        shared.get("/sparql", query_string={"query": LETTERS}, headers=headers),
        shared.post("/sparql/", data={"query": LETTERS}, headers=headers),
        shared.get("/sparql", query_string={"query": "ASK {"}, headers=headers),
    ):
        assert answer.headers["Access-Control-Allow-Origin"] == SITE
        assert "Origin" in answer.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in answer.headers
    other = shared.get("/sparql", query_string={"query": LETTERS}, headers={"Origin": "https://evil.org"})
    assert (other.status_code, "Access-Control-Allow-Origin" in other.headers) == (403, False)
    assert shared.get("/static/site.css", headers=headers).status_code == 403


def test_a_browser_may_ask_first(shared: Client) -> None:
    asks = {"Origin": SITE, "Access-Control-Request-Method": "POST"}
    answer = shared.options("/sparql", headers=asks)
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == SITE
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert shared.options("/sparql").headers["Allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize(
    "path",
    [
        "/sparql",
        "/sparql?query=ASK%7B%7D",
        "/sparql?query=ASK%7B",
        "/static/editor.js",
        "/none",
        "/sparql?format=html",
    ],
)
@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_every_answer_confines_the_browser(client: Client, path: str, accept: str) -> None:
    headers = client.get(path, headers={"Accept": accept}).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "'unsafe" not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Type"]


FETCHES = [
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ service <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SeRvIcE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE # x\n <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE<{0}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ S\\u0045RVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\U00000053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "PREFIX x: <{0}> SELECT * {{ SERVICE x: {{ ?s ?p ?o }} }}",
    "BASE <{0}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?x {{ <{0}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(IRI('{0}') AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c FILTER NOT EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT * {{ OPTIONAL {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ ?a ?b ?c }} UNION {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c MINUS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b true . FILTER(true)SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?a ?b trueSERVICE <{0}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * from<{0}> {{ ?s ?p ?o }}",
    "PREFIX x: <{0}> SELECT * FROM x: {{ ?s ?p ?o }}",
    "PREFIX x: <{0}> SELECT * FROM NAMED x:y {{ ?s ?p ?o }}",
    "SELECT * FROM <https://w3id.org/sp-letters/graph/x> FROM <{0}> {{ ?s ?p ?o }}",
    "DESCRIBE <{0}>",
    "SELECT * {{ GRAPH <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ <{0}> ?p ?o }}",
    "LOAD <{0}>",
    "LOAD SILENT <{0}> INTO GRAPH <urn:g>",
    "INSERT {{ ?s ?p ?o }} USING <{0}> WHERE {{ ?s ?p ?o }}",
    "WITH <{0}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    "SELECT * {{}} ; LOAD <{0}>",
]
PLACES = ["http://127.0.0.1:{port}/x", "file:///etc/hostname"]


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as made:
        made.setblocking(False)  # noqa: FBT003 - the name of the method says what
        yield made


@pytest.mark.parametrize("query", FETCHES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("dataset", [False, True], ids=["plain", "with a dataset"])
def test_no_query_reaches_another_machine_or_a_file(
    client: Client,
    listener: socket.socket,
    query: str,
    place: str,
    dataset: bool,  # noqa: FBT001
) -> None:
    target = place.format(port=listener.getsockname()[1])
    fields = [("query", query.format(target))]
    if dataset:
        fields += [("default-graph-uri", target), ("named-graph-uri", target)]
    answer = client.get("/sparql", query_string=fields, headers={"Accept": "*/*"})
    assert answer.status_code in {200, 400}
    if answer.status_code == 200:
        rows = answer.json["results"]["bindings"] if answer.is_json else answer.text.strip()
        assert not rows
    hostname = Path("/etc/hostname")
    assert not hostname.exists() or hostname.read_text().strip() not in answer.text
    with pytest.raises(BlockingIOError):
        listener.accept()


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
BOMB = "SELECT ?x { ?a ?b ?c . ?d ?e ?f . BIND(CONCAT(STR(?a), STR(?c), STR(?d), STR(?f)) AS ?x) }"
PATHS = "SELECT (COUNT(*) AS ?n) { ?a (!rdf:nil)* ?b . ?b (!rdf:nil)* ?c }"


@pytest.fixture(scope="module")
def narrow(protocol_graph: Path) -> Iterator[Client]:
    """A server with narrow limits."""
    limits = Limits(seconds=1.5, rows=100, size=20_000, memory=400 << 20)
    application = Application(protocol_graph, limits=limits)
    yield Client(application)
    application.close()


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        (ENDLESS, 503, "longer than 1.5 s"),
        (PATHS, 503, "longer than 1.5 s"),
        (HUGE, 503, ""),
        ("SELECT * {" + "{" * 3000 + "}" * 3000 + "}", 400, "more than 64 levels of nesting"),
        ("SELECT * {FILTER(" + "!" * 20_000 + "true)}", 400, "more than 500 operators"),
        ("SELECT * {" + "?a ?b ?c . " * 2000 + "}", 400, "joined patterns"),
        ("SELECT * {" + "{}UNION" * 4000 + "{}}", 400, "joined patterns"),
        ("#" * 33_000, 400, "more than the 32000 allowed"),
        ("SELECT * {" + "(" * 3000, 400, "lacks a closing"),
        ('SELECT (REGEX("' + "a" * 40 + '!", "^(a+)+$") AS ?x) {}', 200, ""),
    ],
)
def test_what_takes_too_much_is_stopped_and_named(narrow: Client, query: str, status: int, said: str) -> None:
    before = time.monotonic()
    answer = narrow.post("/sparql", data={"query": query})
    assert (answer.status_code, said in answer.text) == (status, True), answer.text
    assert time.monotonic() - before < 6
    assert narrow.get("/sparql", query_string={"query": LETTERS}).status_code == 200


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", BOMB])
def test_long_answers_are_cut_off(narrow: Client, query: str) -> None:
    answer = narrow.get("/sparql", query_string={"query": query})
    assert (answer.status_code, answer.headers["X-Truncated"]) == (200, "true")
    assert len(answer.data) < 100_000


def test_a_broken_worker_costs_one_answer(narrow: Client) -> None:
    processes = [worker._process for worker in narrow.application._pool._workers]
    threading.Timer(0.5, lambda: [process.kill() for process in processes]).start()
    lost = narrow.get("/sparql", query_string={"query": ENDLESS})
    assert lost.status_code == 503
    for process in processes:
        process.wait(10)
    for _ in range(4):
        assert narrow.get("/sparql", query_string={"query": LETTERS}).status_code == 200


def test_who_asks_too_many_at_once_is_told_at_once(narrow: Client) -> None:
    def ask(_: int) -> tuple[int, str | None, float]:
        before = time.monotonic()
        answer = narrow.get("/sparql", query_string={"query": ENDLESS})
        return answer.status_code, answer.headers.get("Retry-After"), time.monotonic() - before

    with ThreadPoolExecutor(WAITING * 2) as threads:
        answers = list(threads.map(ask, range(WAITING * 2)))
    assert {status for status, _, _ in answers} == {503}
    refused = [seconds for _, retry, seconds in answers if retry is not None]
    assert len(refused) >= WAITING // 2
    assert max(refused) < 1


def test_pages_stay_quick_while_hostile_queries_run(address: str) -> None:
    hostile = [f"/sparql?query={quote(query)}" for query in (ENDLESS, HUGE, BOMB, PATHS)]
    ended = threading.Event()
    with ThreadPoolExecutor(8) as threads:
        attacks = [threads.submit(_repeat, address, hostile[number % 4], ended) for number in range(8)]
        time.sleep(1)
        times = sorted(
            _timed(address, path) for _ in range(40) for path in ("/static/site.css", "/sparql?format=html")
        )
        ended.set()
        assert all(attack.result(timeout=60) > 0 for attack in attacks)
    assert times[int(len(times) * 0.95)] < 0.3, times[-10:]
    assert _fetch(address, f"/sparql?query={quote(LETTERS)}") == 200


def test_silent_and_slow_connections_keep_nobody_out(address: str) -> None:
    place = urlsplit(address)
    silent = [socket.create_connection((str(place.hostname), place.port or 80)) for _ in range(40)]
    try:
        for number, connection in enumerate(silent):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n"[: number % 20])
        assert _timed(address, "/static/site.css") < 1
    finally:
        for connection in silent:
            connection.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n",
        b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /sparql?query=" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_odd_requests_are_refused(address: str, sent: bytes) -> None:
    place = urlsplit(address)
    with socket.create_connection((str(place.hostname), place.port or 80), timeout=10) as connection:
        connection.sendall(sent)
        status = int(connection.recv(1000).split(b" ")[1])
    assert 400 <= status < 600
    assert status != 500
    assert _fetch(address, "/static/site.css") == 200


def _repeat(address: str, path: str, ended: threading.Event) -> int:
    count = 0
    while not ended.is_set() or not count:
        assert _fetch(address, path) in {200, 503}
        count += 1
    return count


def _timed(address: str, path: str) -> float:
    before = time.monotonic()
    assert _fetch(address, path) == 200
    return time.monotonic() - before


def _fetch(address: str, path: str) -> int:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()
