"""Questions in processes that can be stopped: limits, loss and replacement, nothing reachable from inside."""

from __future__ import annotations

import platform
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import GraphFolderError, QueryError, QueryLimitError
from kg.query.engine import Dataset, Limits, ask, open_store
from kg.query.guard import MAX_DEPTH, MAX_OPERATORS, MAX_PATTERNS, check
from kg.query.result import Result
from kg.query.worker import Pool, Worker
from tests.query import sample_graph

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
LETTERS = "SELECT ?l { ?n a spl:Communication ; rdfs:label ?l } ORDER BY ?l"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("graph")
    store = ox.Store(str(place / "store"))
    store.bulk_load("\n".join(sample_graph.quads()).encode(), format=ox.RdfFormat.N_QUADS)
    store.bulk_load(sample_graph.triples(sample_graph.quads()), format=ox.RdfFormat.N_TRIPLES)
    store.flush()
    del store
    return place


@pytest.fixture(scope="module")
def pool(folder: Path) -> Iterator[Pool]:
    made = Pool(folder, Limits(seconds=5, rows=200, memory=1 << 30), size=2)
    yield made
    made.close()


def result_of(asked: Pool | Worker, *terms: Any, **settings: Any) -> Result:
    return asked.ask(*terms, **settings).result()


def test_a_worker_gives_the_same_answers(folder: Path, pool: Pool) -> None:
    store = open_store(folder)
    for query in (
        LETTERS,
        "ASK { ?s spl:assertedAsFact true }",
        "CONSTRUCT { ?s rdfs:label ?l } { ?s a spl:Company ; rdfs:label ?l }",
        "SELECT ?s ?x ?d { ?s spl:dateOfLetter ?d OPTIONAL { ?s spl:none ?x } } ORDER BY ?s",
        "SELECT * { VALUES (?a ?b) { (1 'x'@en) (UNDEF <urn:x>) (true '2021-03-12'^^xsd:date) } } ORDER BY ?b",
    ):
        assert result_of(pool, query) == ask(store, query)


def test_parameters_reach_the_worker(pool: Pool) -> None:
    query = "SELECT ?l { VALUES ?l { UNDEF } ?n a spl:Communication ; rdfs:label ?l }"
    assert result_of(pool, query, {"l": ox.Literal("UA PER 3/2022")}).records() == [{"l": "UA PER 3/2022"}]


GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s a spl:Communication } } ORDER BY ?g"


@pytest.mark.parametrize("default", [0, 1, 2])
@pytest.mark.parametrize("named", [0, 1, 2])
def test_a_dataset_holds_the_graphs_it_names_and_no_other(pool: Pool, default: int, named: int) -> None:
    graphs = [str(iri) for row in result_of(pool, GRAPHS).records() for iri in row.values()]
    chosen = Dataset((*graphs[:default], "http://nowhere.org/d"), tuple(graphs[:named]))
    letters = result_of(
        pool, "SELECT ?s FROM <http://nowhere.org/x> { ?s a spl:Communication }", dataset=chosen
    )
    assert len(letters) == default
    assert [row["g"] for row in result_of(pool, GRAPHS, dataset=chosen)] == graphs[:named]


def test_a_triple_in_several_default_graphs_is_there_once(pool: Pool) -> None:
    graphs = [str(iri) for row in result_of(pool, GRAPHS).records() for iri in row.values()]
    count = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT CONCAT(STR(?s), STR(?p), STR(?o))) AS ?d) { ?s ?p ?o }"
    (row,) = result_of(pool, count, dataset=Dataset(tuple(graphs))).records()
    assert row["n"] == row["d"]


def test_relative_iris_are_relative_to_the_base(pool: Pool) -> None:
    (row,) = result_of(pool, "CONSTRUCT { <s> <p> 1 } WHERE {}", base="http://127.0.0.1/sparql").records()
    assert row == {"subject": "http://127.0.0.1/s", "predicate": "http://127.0.0.1/p", "object": 1}
    with pytest.raises(QueryError, match="line 1"):
        result_of(pool, "CONSTRUCT { <s> <p> 1 } WHERE {}")


def test_rows_are_cut_off_and_said_to_be(pool: Pool) -> None:
    cut = result_of(pool, "SELECT * { ?s ?p ?o }")
    assert (len(cut), cut.truncated) == (200, True)
    whole = result_of(pool, "SELECT * { ?s ?p ?o } LIMIT 200")
    assert (len(whole), whole.truncated) == (200, False)


def test_long_answers_are_cut_off_by_size(folder: Path) -> None:
    with Worker(folder, Limits(size=5000)) as worker:
        cut = result_of(worker, "SELECT * { ?s ?p ?o }")
    assert cut.truncated
    assert sum(len(str(cell)) for row in cut.rows for cell in row) <= 5000


def test_a_question_that_takes_too_long_is_stopped_and_the_next_answered(folder: Path) -> None:
    pool = Pool(folder, Limits(seconds=1), size=1)
    before = time.monotonic()
    with pytest.raises(QueryLimitError, match="longer than 1 s"):
        result_of(pool, ENDLESS)
    assert time.monotonic() - before < 3
    assert len(result_of(pool, LETTERS)) == 3
    pool.close()


def test_a_question_that_takes_too_much_memory_costs_one_worker(folder: Path) -> None:
    pool = Pool(folder, Limits(seconds=60, memory=400_000_000), size=1)
    with pytest.raises(QueryLimitError, match="too much memory"):
        result_of(pool, HUGE)
    assert len(result_of(pool, LETTERS)) == 3
    pool.close()


def test_a_lost_worker_is_replaced(pool: Pool) -> None:
    for worker in (pool._free.get(), pool._free.get()):
        worker._process.kill()
        worker._process.wait()
        pool._free.put(worker)
    for _ in range(3):
        assert len(result_of(pool, LETTERS)) == 3


def test_refusals_and_mistakes_leave_the_worker_alive(folder: Path) -> None:
    with Worker(folder, Limits()) as worker:
        for query in (
            "SELECT {",
            "SELECT * { SERVICE <http://a.org/> {} }",
            "SELECT * { ?s ?p ?o } LIMIT ?x",
        ):
            with pytest.raises(QueryError):
                result_of(worker, query)
        assert worker.alive
        assert len(result_of(worker, LETTERS)) == 3


def test_many_threads_share_the_workers(pool: Pool) -> None:
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(len(result_of(pool, LETTERS)))) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [3] * 12


def test_busy_workers_are_not_waited_for_without_end(folder: Path) -> None:
    pool = Pool(folder, Limits(seconds=1), size=1)
    worker = pool._free.get()
    with pytest.raises(QueryLimitError, match="busy"):
        result_of(pool, LETTERS)
    pool._free.put(worker)
    pool.close()


@pytest.mark.parametrize("content", [None, "nothing", "broken"])
def test_a_folder_without_a_graph_is_named(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "store").mkdir()
    if content == "broken":
        (tmp_path / "store" / "CURRENT").write_text("no such manifest")
    with pytest.raises(GraphFolderError, match=str(tmp_path)):
        Worker(tmp_path, Limits())


def test_a_store_of_many_files_is_read_to_its_end(tmp_path: Path) -> None:
    """The engine opens the first 16 files at once and the others when it needs them."""
    store = ox.Store(str(tmp_path / "store"))
    for part in range(8):
        lines = (f"<urn:s{part}-{n}> <urn:p{n % 7}> <urn:o{n}> <urn:g{part}> ." for n in range(200))
        store.bulk_load("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    assert len(list((tmp_path / "store").glob("*.sst"))) > 16
    with Worker(tmp_path, Limits(seconds=20)) as worker:
        for query in (
            "SELECT * { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <urn:g7> { ?s <urn:p1> ?o } }",
            "SELECT * { GRAPH ?g { ?s ?p <urn:o199> } }",
            "SELECT * { GRAPH ?g { <urn:s7-199> ?p ?o } }",
        ):
            assert len(result_of(worker, query)) > 0
        assert worker.alive


SECOND_WALL = """
import socket
import sys
from pathlib import Path
from kg.query.engine import Limits, open_store
from kg.query.worker import _give_up_rights
store = open_store(Path(sys.argv[1]))
_give_up_rights(Limits(), int(sys.argv[3]))
for attempt in (
    lambda: list(store.query(f"SELECT * {{ SERVICE <http://127.0.0.1:{sys.argv[2]}/> {{ ?s ?p ?o }} }}")),
    lambda: socket.socket(),
    lambda: open("/etc/hostname"),
):
    try:
        attempt()
    except OSError as error:
        print(error)
print(len(list(store.query("SELECT * { ?s ?p ?o }"))) > 1000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")
def test_nothing_can_be_opened_even_when_the_guard_is_left_out(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)  # noqa: FBT003 - the name of the method says what
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", SECOND_WALL, str(folder), port, "0"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        with pytest.raises(BlockingIOError):
            server.accept()
    refused = [
        line for line in done.stdout.split("\n") if "many open files" in line or "not permitted" in line
    ]
    assert len(refused) == 3
    assert done.stdout.endswith("True\n")


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"},
    reason="only Linux can forbid connections by themselves",
)
def test_no_connection_can_be_made_even_when_files_may_still_be_opened(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)  # noqa: FBT003 - the name of the method says what
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", SECOND_WALL, str(folder), port, "50"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert done.stdout.count("Operation not permitted") == 2
    assert done.stdout.endswith("True\n")


BIGGEST = {
    "triples": "SELECT * {" + "".join(f"?a{n} ?b ?c." for n in range(MAX_PATTERNS - 1)) + "} LIMIT 1",
    "groups": "SELECT * {" + "{?a ?b ?c}" * (MAX_PATTERNS - 1) + "} LIMIT 1",
    "optionals": "SELECT * {?a ?b ?c " + "OPTIONAL{?a ?b ?c}" * (MAX_PATTERNS - 1) + "} LIMIT 1",
    "paths": "SELECT * {?a rdf:type" + "/rdf:type" * (MAX_PATTERNS - 1) + " ?b}",
    "unions": "SELECT * {{}" + "UNION{}" * (MAX_PATTERNS - 2) + "}",
    "exists": "SELECT * {?a ?b ?c " + "FILTER EXISTS{?a ?b ?c}" * (MAX_PATTERNS - 1) + "} LIMIT 1",
    "nested exists": "SELECT * {" + "FILTER EXISTS{" * (MAX_DEPTH - 1) + "}" * MAX_DEPTH,
    "nested optionals": "SELECT * {" + "OPTIONAL{" * (MAX_DEPTH - 1) + "}" * MAX_DEPTH,
    "nested selects": "SELECT * {" + "{SELECT * {" * (MAX_DEPTH // 2 - 1) + "}}" * (MAX_DEPTH // 2 - 1) + "}",
    "parentheses": "SELECT * {FILTER" + "(" * (MAX_DEPTH - 1) + "1" + ")" * (MAX_DEPTH - 1) + "}",
    "not": "SELECT * {?a ?b ?c FILTER(" + "!" * (MAX_OPERATORS - 2) + "?c)}",
    "or": "SELECT * {?a ?b ?c FILTER(?c" + "||?c" * (MAX_OPERATORS - 2) + ")}",
    "plus": "SELECT * {FILTER(1" + "+1" * (MAX_OPERATORS - 2) + ")}",
    "alternatives": "SELECT * {?a a" + "|a" * (MAX_OPERATORS - 2) + " ?b} LIMIT 1",
    "inverses": "SELECT * {?a " + "^(" * (MAX_DEPTH - 1) + "a" + ")" * (MAX_DEPTH - 1) + " ?b} LIMIT 1",
    "values": "SELECT * {VALUES ?x {" + "1 " * 15_000 + "}}",
    "in": "SELECT * {?a ?b ?c FILTER(?c IN (1" + ",1" * 15_000 + "))} LIMIT 1",
    "list": "SELECT * {?a ?b (" + "1 " * 60 + ")}",
    "blank nodes": "SELECT * {?a ?b " + "[?b " * (MAX_DEPTH - 2) + "1" + "]" * (MAX_DEPTH - 2) + "}",
    "functions": "SELECT * {FILTER(" + "COALESCE(" * (MAX_DEPTH - 2) + "1" + ")" * (MAX_DEPTH - 2) + ")}",
}


@pytest.fixture(scope="module")
def patient(folder: Path) -> Iterator[Worker]:
    with Worker(folder, Limits(seconds=60, rows=10)) as worker:
        yield worker


@pytest.mark.parametrize("query", BIGGEST.values(), ids=BIGGEST)
def test_what_the_guard_lets_pass_breaks_no_engine(query: str, patient: Worker) -> None:
    check(query)
    patient.ask(query)
    assert patient.alive
