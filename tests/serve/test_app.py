"""The application: addresses, errors in one sentence, files, the query page, the command."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.errors import GraphFolderError, UsageError
from kg.query.questions import questions
from kg.serve.app import Application
from kg.serve.server import Server
from kg.serve.sparql.editor import EXAMPLE
from tests.serve.live import START, served

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


class Page(HTMLParser):
    """What a test looks for in a page: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(client: Client, **fields: str) -> tuple[int, Page]:
    answer = client.get("/sparql", query_string=fields, headers=BROWSER)
    assert answer.mimetype == "text/html"
    return answer.status_code, Page(answer.text)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/no-such-page", "/static/site.css", "/static/none.css", "/sparql/x"])
def test_every_refusal_is_one_sentence(client: Client, method: str, path: str) -> None:
    answer = client.open(path, method=method)
    known = path == "/static/site.css"
    reading = method in {"GET", "HEAD"}
    expected = 200 if known and reading else 405 if path.startswith("/static") and not reading else 404
    assert answer.status_code == expected
    if expected != 200 and method != "HEAD":
        assert answer.text.count("\n") == 1
        assert len(answer.text) < 200
    if expected == 405:
        assert answer.headers["Allow"] == "GET, HEAD"


def test_a_browser_gets_refusals_as_pages(client: Client) -> None:
    answer = client.get("/no-such-page", headers=BROWSER)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "There is no page at this address" in answer.text


def test_a_fault_of_our_own_is_logged_and_not_shown(
    application: Application, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret of the house")

    monkeypatch.setattr(application._endpoint, "respond", fail)
    for headers in ({}, BROWSER):
        answer = Client(application).get("/sparql", headers=headers)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert "the server failed at this request" in answer.text.lower()
    assert "secret of the house" in caplog.text


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("site.css", "text/css"),
        ("editor.css", "text/css"),
        ("editor.js", "text/javascript"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_files_have_their_type_and_a_tag(client: Client, name: str, media_type: str) -> None:
    answer = client.get(f"/static/{name}")
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    tag = answer.headers["ETag"]
    again = client.get(f"/static/{name}", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../app.py",
        "..%2Fapp.py",
        "%2e%2e/app.py",
        "..\\app.py",
        "site.css%00.js",
        "/etc/passwd",
        "SITE.CSS",
    ],
)
def test_no_other_file_can_be_had(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_the_query_page_offers_every_named_question(client: Client) -> None:
    status, found = page(client)
    assert status == 200
    assert {option["value"] for option in found.all("option")} == {each.name for each in questions()}
    assert "SELECT ?company" in found.text


def test_the_example_of_the_query_page_has_an_answer(client: Client) -> None:
    status, found = page(client, query=EXAMPLE)
    assert status == 200
    assert "5 rows" in found.text
    assert "Hitachi, Ltd" in found.text


def test_things_in_an_answer_lead_to_their_pages(client: Client) -> None:
    _, found = page(client, query="SELECT ?s { ?s a spl:Communication } ORDER BY ?s")
    links = [link["href"] for link in found.all("a")]
    assert "/id/letter/AL-OTH-105-2021" in links


def test_downloads_ask_the_same_again(client: Client) -> None:
    query = "SELECT ?l { ?s a spl:Communication ; rdfs:label ?l } # ü&=+"
    fields = {"query": query, "named-graph-uri": "http://x.org/g"}
    _, found = page(client, **fields)
    links = [link["href"] for link in found.all("a") if link["href"].startswith("/sparql?query")]
    assert len(links) == 5
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert "AL OTH" not in answer.text


def test_a_named_question_shows_its_settings_and_its_query(client: Client) -> None:
    status, found = page(client, question="addressees", **{"set-letter": "AL OTH 105/2021"})
    assert status == 200
    inputs = {each.get("name"): each.get("value", "") for each in found.all("input")}
    assert inputs["set-letter"] == "AL OTH 105/2021"
    assert '"AL OTH 105/2021"' in found.text


@pytest.mark.parametrize("name", [each.name for each in questions()])
def test_every_named_question_has_a_page(client: Client, name: str) -> None:
    status, found = page(client, question=name)
    assert status == 200
    assert any(element[1].get("id") == "answer-heading" for element in found.elements)


@pytest.mark.parametrize(
    ("query", "line", "character"),
    [
        ("SELECT * {\n ?s ?p }", 2, 8),
        ("SELECT ?x\nWHERE { ?x a spl:Foo }\nGROUP ORDER", 3, 7),
    ],
)
def test_a_mistake_is_shown_where_it_stands(client: Client, query: str, line: int, character: int) -> None:
    status, found = page(client, query=query)
    assert status == 400
    (mistake,) = [each for each in found.all("p") if each.get("id") == "mistake"]
    assert int(mistake["data-line"]) == line
    assert abs(int(mistake["data-character"]) - character) <= 6
    assert query in found.text


def test_text_of_a_query_or_an_answer_is_never_markup(client: Client) -> None:
    nasty = "</textarea></script><script>alert(1)</script>\"'<img src=x onerror=alert(1)>"
    literal = nasty.replace('"', '\\"')
    status, found = page(client, query=f'SELECT ("{literal}" AS ?x) (IRI("javascript:alert(1)") AS ?y) {{}}')
    assert status == 200
    scripts = [each.get("src") for each in found.all("script")]
    assert all(source and source.startswith("/static/") for source in scripts)
    assert found.all("img") == []
    assert nasty in found.text
    assert not [link for link in found.all("a") if link["href"].startswith("javascript")]
    status, found = page(client, query=f"{nasty} {{")
    assert status == 400
    assert found.all("img") == []


def test_a_port_that_is_taken_is_named(protocol_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is in use"):
            Server(protocol_graph, port)
    with pytest.raises(UsageError, match="no port 70000"):
        Server(protocol_graph, 70000)


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphFolderError, match=str(tmp_path)):
        Server(tmp_path, 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_ends_cleanly(protocol_graph: Path, number: signal.Signals) -> None:
    with served(protocol_graph) as (_, process):
        process.send_signal(number)
        before = time.monotonic()
        assert process.wait(timeout=15) == 0
        assert time.monotonic() - before < 5
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_it_listens_on_this_machine_only(protocol_graph: Path) -> None:
    server = Server(protocol_graph, 0)
    try:
        assert server._server.effective_host == "127.0.0.1"
        assert server.address.startswith("http://127.0.0.1:")
    finally:
        server.close()


def test_the_help_loads_no_web_server() -> None:
    code = f"{START.rpartition(';')[0]}; sys.argv[1:] = ['--help']\ntry:\n    main()\nexcept SystemExit:\n    print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "serve " in done.stdout
    loaded = set(done.stderr.replace("'", "").strip("[]\n").split(", "))
    assert loaded & {"werkzeug", "waitress", "jinja2", "pyoxigraph", "rdflib", "spacy"} == set()
