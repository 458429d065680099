"""Every command on a graph folder of which something is missing: its answer, or one line and the right exit code."""

from __future__ import annotations

import json
import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.cli import VIOLATIONS, main
from kg.errors import GraphFolderError
from kg.serve.app import Application
from kg.serve.server import Server

LEFT, RIGHT = "AL OTH 105/2021", "AL OTH 154/2021"
COMMANDS = {
    "verify": ("verify", "GRAPH"),
    "validate": ("validate", "GRAPH"),
    "export facts": ("export", "GRAPH", "--to", "nquads"),
    "export network": ("export", "GRAPH", "--to", "graphml"),
    "show": ("show", "GRAPH", LEFT),
    "explain": ("explain", "GRAPH", "company:hitachi-ltd"),
    "query": ("query", "GRAPH", "letters"),
    "ask": ("ask", "GRAPH", "Who signed AL OTH 105/2021?"),
    "view": ("view", "GRAPH", "-o", "-", "--kinds", "companies", "mandates"),
    "view family": ("view", "GRAPH", "-o", "-", "--family", LEFT),
    "families": ("families", "GRAPH"),
    "families page": ("families", "GRAPH", "--format", "html"),
    "compare": ("compare", "GRAPH", LEFT, RIGHT),
    "stats": ("stats", "GRAPH"),
    "lint": ("lint", "GRAPH"),
}
NETWORK = {"export network", "view", "view family", "stats"}
ANSWERS = {"query", "ask", "explain"}
FACTS = {"verify", "validate", "export facts"}
ALIGNED = {"families page", "compare", "lint"}
NEEDED = {
    "facts.nq": FACTS,
    "evidence.nq": FACTS,
    "register.nq": {"validate", "export facts"},
    "store": NETWORK | ANSWERS,
    "store/CURRENT": NETWORK | ANSWERS,
    "records.jsonl": {"show"},
    "readings": ALIGNED,
    "readings/SOURCE.json": ALIGNED,
    "texts": ALIGNED | {"verify"},
    "texts/SOURCE.txt": ALIGNED | {"verify"},
    "identities.jsonl": {"explain"},
    "families.json": {"families", "families page"},
    "problems.jsonl": set(),
    "proposals.tsv": set(),
    "graph.ttl": set(),
    "network.html": set(),
    "manifest.json": set(COMMANDS) - {"query", "ask", "lint"},  # lint takes it for a folder of letters
}
SERVED = {"facts.nq", "evidence.nq", "store", "store/CURRENT", "texts", "texts/SOURCE.txt", "manifest.json"}


def source_of(folder: Path, reference: str) -> str:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return next(str(each["id"]) for each in manifest["sources"] if each["reference"] == reference)


@pytest.fixture(scope="module")
def whole(seeds_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(seeds_graph, tmp_path_factory.mktemp("incomplete") / "graph"))


@pytest.fixture(params=NEEDED)
def missing(request: pytest.FixtureRequest, whole: Path) -> Iterator[str]:
    """The name of what is taken out of the folder, and put back afterwards."""
    name = str(request.param)
    taken = whole / name.replace("SOURCE", source_of(whole, LEFT))
    aside = whole.with_name("aside")
    taken.rename(aside)
    yield name
    aside.rename(taken)


def run(arguments: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    given = [str(folder) if argument == "GRAPH" else argument for argument in arguments]
    monkeypatch.setattr(sys, "argv", ["kg", *given])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.slow
def test_what_is_missing_is_told_in_one_line(
    missing: str, whole: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name, arguments in COMMANDS.items():
        code = run(arguments, whole, monkeypatch)
        said = capfdbinary.readouterr().err.decode()
        if name in NEEDED[missing]:
            assert code == GraphFolderError.exit_code, (name, said)
            assert said.startswith("kg: "), name
            assert said.count("\n") == 1, name
            assert str(whole) in said, name
            assert "kg build" in said or "build the graph again" in said, name
        else:
            assert code in {0, VIOLATIONS}, (name, said)


def test_server_starts_or_says_what_is_missing(missing: str, whole: Path) -> None:
    if missing in SERVED:
        with pytest.raises(GraphFolderError, match=str(whole)):
            Server(whole, 0)
    else:
        Server(whole, 0).close()


def test_page_says_what_is_missing(whole: Path, caplog: pytest.LogCaptureFixture) -> None:
    taken = whole / "readings" / f"{source_of(whole, LEFT)}.json"
    aside = taken.rename(whole.with_name("aside"))
    application = Application(whole)
    try:
        with caplog.at_level(logging.ERROR):
            answer = Client(application).get(f"/compare?left={LEFT}&right={RIGHT}")
        assert answer.status_code == 500
        assert "build the graph again" in answer.get_data(as_text=True)
        assert caplog.records == []
    finally:
        application.close()
        aside.rename(taken)
