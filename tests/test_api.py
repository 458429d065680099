"""``import kg``: the verbs of the command line as functions, their examples, and what notebooks show."""

from __future__ import annotations

import doctest
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg
from kg.cli.app import app
from kg.errors import GraphFolderError, QueryError, UsageError
from kg.pipeline import opened
from tests.conftest import SEEDS


@pytest.fixture(scope="module")
def graph(seeds_graph: Path) -> kg.Graph:
    return kg.open(seeds_graph)


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


METHODS = [name for name, value in vars(opened.Graph).items() if value.__doc__ and not name.startswith("_")]


@pytest.mark.parametrize("name", METHODS)
def test_examples_are_true(name: str, graph: kg.Graph) -> None:
    method = vars(opened.Graph)[name]
    for test in doctest.DocTestFinder(recurse=False).find(
        getattr(method, "func", method), name, globs={"graph": graph}
    ):
        results = doctest.DocTestRunner(verbose=False).run(test)
        assert results.failed == 0


def test_most_methods_have_an_example() -> None:
    with_example = [name for name in METHODS if ">>>" in (vars(opened.Graph)[name].__doc__ or "")]
    assert len(with_example) >= 8


def test_import_loads_none_of_the_rooms() -> None:
    loaded = python("import sys, kg; print(sorted(m for m in sys.modules if m.startswith('kg')))")
    assert loaded == "['kg']"


def test_import_is_quick() -> None:
    code = (
        "import re, sys, time; from types import ModuleType; start = time.perf_counter(); import kg;"
        "print(time.perf_counter() - start)"
    )
    assert min(float(python(code)) for _ in range(5)) < 0.1  # 0.016 measured; the margin is for busy machines


ORDERS = [
    "import kg; kg.extract",
    "import kg.extract.pipeline, kg",
    "from kg.extract.mandates import MandateFinder; import kg",
    "import kg.extract.pipeline as room, kg; assert room.Extractor",
    "from kg import extract; import kg",
]


@pytest.mark.parametrize("first", ORDERS)
def test_the_room_called_like_a_verb_can_be_called_in_any_order_of_imports(first: str) -> None:
    assert python(
        f"{first}; from kg.extract import dates; print(callable(kg.extract), dates.find_dates is not None)"
    ) == ("True True")


def test_names() -> None:
    assert set(kg.__all__) <= set(dir(kg))
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        importlib.import_module("kg").guess  # noqa: B018


def test_verbs_of_the_command_line_have_their_method() -> None:
    commands = {command.name for command in app.registered_commands}
    both = {"query", "ask", "show", "explain", "export", "view", "verify", "validate", "stats"}
    assert both <= commands
    assert all(callable(getattr(kg.Graph, name)) for name in both)
    assert {"build", "extract", "evaluate"} <= commands & set(kg.__all__)


def test_build_says_what_it_did(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    letters = sorted(SEEDS.glob("*.txt"))[:2]
    report = kg.build(letters, tmp_path / "two", views=False, progress=lambda *now: seen.append(now))
    assert (report.letters, report.failures, report.out) == (2, (), tmp_path / "two")
    assert report._repr_html_().startswith("<p>two: 2 letters, 0 kept from before")
    assert seen == [(1, 2, letters[0].name), (2, 2, letters[1].name)]
    assert [letter.name for letter in kg.open(str(report.out)).letters] == sorted(
        record.name for record in kg.extract(letters)
    )


def test_extract_yields_records_like_the_command_line() -> None:
    records = list(kg.extract(str(SEEDS)))
    assert len(records) == 5
    first = next(record for record in records if record.name == "AL OTH 105/2021")
    assert json.loads(json.dumps(first))["date"] == "2021-03-12"
    assert repr(first) == "<LetterRecord AL OTH 105/2021, 2021-03-12>"


def test_extract_reports_a_path_that_is_not_there() -> None:
    with pytest.raises(kg.KgError, match=r"nowhere\.txt"):
        list(kg.extract("nowhere.txt"))


def test_open_reports_a_folder_that_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphFolderError, match="make one with"):
        kg.open(tmp_path)


def test_evaluate(tmp_path: Path) -> None:
    letter = min(SEEDS.glob("*.txt"))
    (tmp_path / "one.txt").write_bytes(letter.read_bytes())
    (record,) = kg.extract(letter)
    gold = {"id": "one", "reference": record["reference"], "date": "1999-01-01"}
    (tmp_path / "one.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    evaluation = kg.evaluate(tmp_path)
    assert evaluation.letters == 1
    assert evaluation._repr_html_().startswith("<pre>field")
    assert [mistake.field for mistake in evaluation.mistakes] == ["date", "date"] or [
        mistake.field for mistake in evaluation.mistakes
    ] == ["date"]


def test_nlp_refuses_other_languages() -> None:
    with pytest.raises(UsageError, match="choose one of en, fr, es"):
        kg.nlp("de")


def test_query_takes_names_sparql_and_files(graph: kg.Graph, tmp_path: Path) -> None:
    sparql = "SELECT ?l WHERE { VALUES ?n { UNDEF } ?l a spl:Communication ; rdfs:label ?n }"
    file = tmp_path / "mine.rq"
    file.write_text(f"# title: Mine\n# param: n text UNDEF The reference.\n{sparql}", encoding="utf-8")
    assert len(graph.query(sparql)) == len(graph.query(file)) == len(graph.query(str(file))) == 5
    assert len(graph.query(file, n="AL OTH 34/2021")) == 1
    assert graph.query(file).title == "Mine"
    assert graph.query("principle-words", principle=13).records()


@pytest.mark.parametrize(
    ("question", "parameters", "message"),
    [
        ("no-such-question", {}, "there is no question"),
        ("letters", {"colour": "red"}, "no parameter 'colour'"),
        ("SELECT", {}, "not SPARQL"),
        ("nowhere.rq", {}, "nowhere.rq"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", {}, "INSERT"),
    ],
)
def test_query_explains_what_cannot_be_asked(
    graph: kg.Graph, question: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        graph.query(question, **parameters)


def test_results_become_data_frames(graph: kg.Graph) -> None:
    frame = graph.query("companies-addressed").to_pandas()
    assert list(frame.columns) == ["company", "letters"]
    assert frame["letters"].sum() == 5


def test_a_missing_pandas_is_explained(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'sp-letters-kg\[pandas\]'"):
        graph.query("letters").to_pandas()


def test_rdflib_holds_what_the_store_holds(graph: kg.Graph) -> None:
    triples = graph.to_rdflib()
    assert isinstance(triples, rdflib.Graph)
    assert len(triples) == len(graph.query("SELECT * WHERE { ?s ?p ?o }"))


def test_networkx_holds_the_entity_graph(graph: kg.Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert network.number_of_nodes() == len(graph.entities.nodes)
    assert network.number_of_edges() == len(graph.entities.edges)
    claims = {node for node, kind in network.nodes(data="kind") if "Allegation" in kind}
    assert claims
    labels = {label for a, b, label in network.edges(data="label") if a in claims or b in claims}
    assert labels == {"alleged"}


@pytest.mark.parametrize(("to", "start"), [("turtle", b"@base"), ("graphml", b"<?xml")])
def test_export_writes_a_file(graph: kg.Graph, tmp_path: Path, to: str, start: bytes) -> None:
    assert graph.export(to, tmp_path / "out").read_bytes().startswith(start)


def test_view_writes_the_part_asked_for(graph: kg.Graph, tmp_path: Path) -> None:
    page = graph.view(tmp_path / "one.html", letter="AL OTH 105/2021").read_text(encoding="utf-8")
    assert "<title>AL OTH 105/2021" in page
    whole = graph.view(tmp_path / "all.html").read_text(encoding="utf-8")
    assert len(page) < len(whole)


def test_verify_says_what_was_changed(tmp_path: Path) -> None:
    letter = min(SEEDS.glob("*.txt"))
    out = kg.build(letter, tmp_path / "g", views=False).out
    assert kg.open(out).verify().holds
    (out / "problems.jsonl").write_text("{}\n", encoding="utf-8")
    assert kg.open(out).verify().findings == (
        "problems.jsonl: was changed after the build; build the graph again",
    )


SHOWN: list[tuple[str, Callable[[kg.Graph], object], str]] = [
    ("graph", lambda graph: graph, "AL OTH 105/2021"),
    ("letter", lambda graph: graph.letters[0], "(reported, not asserted)"),
    ("query", lambda graph: graph.query("ceos"), "<table>"),
    ("explain", lambda graph: graph.explain("mandate:sr-torture"), "<table>"),
    ("validation", lambda graph: graph.validate(), "valid"),
    ("verification", lambda graph: graph.verify(), "spans recomputed"),
    ("statistics", lambda graph: graph.stats(), "<svg"),
    ("answer", lambda graph: graph.ask("which companies were written to in 2021?"), "Hitachi"),
]


@pytest.mark.parametrize(
    ("result", "words"), [(each[1], each[2]) for each in SHOWN], ids=[each[0] for each in SHOWN]
)
def test_notebooks_show_results_as_html(
    graph: kg.Graph, result: Callable[[kg.Graph], object], words: str
) -> None:
    html = result(graph)._repr_html_()  # type: ignore[attr-defined]
    assert words in html
    assert not re.search(r"<script|onerror|javascript:|https?://(?!www\.w3\.org/2000/svg)[^<]*\.js", html)


def test_words_of_letters_never_become_markup() -> None:
    record = kg.LetterRecord(next(iter(kg.extract(min(SEEDS.glob("*.txt"))))))
    record["reference"] = "<img src=x onerror=alert(1)>"
    record["companies_copied"] = ["</pre><script>alert(2)</script>"]
    html = record._repr_html_()
    assert "<img" not in html
    assert "<script" not in html
