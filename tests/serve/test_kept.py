"""Answers to named questions are made once; those to other queries are made each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.query import worker
from kg.query.engine import Limits, open_store
from kg.query.questions import questions
from kg.query.worker import Answer
from kg.serve.app import Application
from kg.serve.preparation import Preparation
from kg.serve.site import Site
from kg.serve.sparql.kept import KeptAnswers


def answer(size: int) -> Answer:
    return Answer("SELECT", truncated=False, rows=b"x" * size)


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = KeptAnswers(most=10)
    kept.keep("a", answer(4))
    kept.keep("b", answer(4))
    assert kept.get("a") == answer(4)
    kept.keep("c", answer(4))
    assert [kept.get(query) is not None for query in "abc"] == [True, False, True]


def test_an_answer_that_is_kept_again_counts_once() -> None:
    kept = KeptAnswers(most=10)
    for _ in range(5):
        kept.keep("a", answer(6))
    kept.keep("b", answer(4))
    assert kept.get("a") is not None


def test_an_answer_larger_than_all_may_be_is_not_kept() -> None:
    kept = KeptAnswers(most=10)
    kept.keep("a", answer(11))
    assert kept.get("a") is None
    kept.keep("b", answer(10))
    assert kept.get("b") is not None


def test_each_named_question_is_answered_as_it_stands(seeds_graph: Path) -> None:
    kept = KeptAnswers()
    preparation = Preparation(Site(seeds_graph), None, kept)
    preparation.wait()
    store = open_store(seeds_graph)
    for question in questions():
        found = kept.get(question.sparql)
        assert found is not None, question.name
        assert found.result().rows == question.ask(store, {}).rows, question.name


def test_a_preparation_can_be_stopped(seeds_graph: Path) -> None:
    kept = KeptAnswers()
    preparation = Preparation(Site(seeds_graph), None, kept)
    preparation.close()
    assert kept.get(questions()[-1].sparql) is None


@pytest.fixture
def counted(seeds_graph: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Client, list[str]]]:
    """An application, and the queries its workers were asked."""
    asked: list[str] = []
    ask = worker.Pool.ask

    def counting(self: worker.Pool, sparql: str, *rest: object, **settings: object) -> Answer:
        asked.append(sparql)
        return ask(self, sparql, *rest, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(worker.Pool, "ask", counting)
    application = Application(seeds_graph, limits=Limits(seconds=5))
    yield Client(application), asked
    application.close()


@pytest.mark.parametrize(
    ("path", "times"),
    [
        ("/sparql?question=letters", 1),
        ("/sparql?question=letters&set-year=2021", 1),
        ("/sparql?question=letters&set-year=", 1),
        ("/sparql?query=SELECT%20(RAND()%20AS%20?n)%20{}", 3),
        ("/sparql?question=letters&default-graph-uri=urn:x", 3),
    ],
)
def test_only_named_questions_are_kept(counted: tuple[Client, list[str]], path: str, times: int) -> None:
    client, asked = counted
    bodies = {client.get(f"{path}&format={form}").data for form in ("json", "json", "csv")}
    assert len(asked) == times
    assert len(bodies) == 2 or "RAND" in path


def test_settings_have_answers_of_their_own(counted: tuple[Client, list[str]]) -> None:
    client, asked = counted
    bodies = [client.get(f"/sparql?question=letters&set-year={year}").data for year in (2021, 1999, 2021)]
    assert len(asked) == 2
    assert bodies[0] == bodies[2] != bodies[1]
