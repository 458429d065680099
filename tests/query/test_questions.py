"""Every named question: its header, its order, and the same rows from both engines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.term import Literal, Node, URIRef

from kg.query.engine import ask
from kg.query.guard import check
from kg.query.parameters import bind
from kg.query.questions import Question, questions
from tests.query import sample_graph

QUESTIONS = questions()
NAMES = [question.name for question in QUESTIONS]


@pytest.fixture(scope="session")
def store() -> ox.Store:
    return sample_graph.store_of(sample_graph.quads())


@pytest.fixture(scope="session")
def graph() -> Graph:
    return sample_graph.rdflib_of(sample_graph.quads())


def rdflib_rows(graph: Graph, sparql: str) -> list[tuple[str | None, ...]]:
    return [tuple(_text(cell) for cell in row) for row in graph.query(sparql)]


def _text(cell: Node | None) -> str | None:
    if cell is None or isinstance(cell, URIRef):
        return None if cell is None else f"<{cell}>"
    assert isinstance(cell, Literal)
    datatype = ox.NamedNode(str(cell.datatype)) if cell.datatype else None
    return str(ox.Literal(str(cell), language=cell.language, datatype=None if cell.language else datatype))


def oxigraph_rows(store: ox.Store, sparql: str) -> list[tuple[str | None, ...]]:
    return [tuple(None if cell is None else str(cell) for cell in row) for row in ask(store, sparql).rows]


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_both_engines_give_the_same_rows_in_the_same_order(
    question: Question, store: ox.Store, graph: Graph
) -> None:
    assert oxigraph_rows(store, question.sparql) == rdflib_rows(graph, question.sparql)


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_header_is_complete(question: Question) -> None:
    assert question.title
    assert question.question.endswith(("?", ".)"))
    assert question.synonyms
    assert check(question.sparql) == "SELECT"


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_each_parameter_stands_in_the_query_with_its_default(question: Question) -> None:
    for parameter in question.parameters:
        assert f"VALUES ?{parameter.name} {{ {parameter.default} }}" in question.sparql
        assert parameter.description.endswith(".")
    one_value = re.findall(r"VALUES \?([a-z]+) \{ (?:UNDEF|\"\"|[0-9]+) \}", question.sparql)
    assert set(one_value) <= {parameter.name for parameter in question.parameters}


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_no_pattern_is_an_alternative_of_a_condition(question: Question) -> None:
    """The engine may try the pattern first, for each row; IF tries the condition first."""
    assert not re.search(r"\|\|\s*(NOT\s+)?EXISTS|\}\s*\|\|", question.sparql)


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_order_is_total(question: Question, store: ox.Store) -> None:
    """Rows that the order cannot tell apart would come in any order: every column takes part in it."""
    order = question.sparql[question.sparql.rindex("ORDER BY") :]
    columns = set(ask(store, question.sparql).columns)
    keys = re.findall(r"GROUP BY([^\n]*)\nORDER BY|GROUP BY([^\n]*)\nHAVING", question.sparql)
    determining = set(re.findall(r"\?([A-Za-z0-9]+)", " ".join(map("".join, keys)))) or columns
    assert determining <= set(re.findall(r"\?([A-Za-z0-9]+)", order))


def test_order_leaves_no_ties(store: ox.Store) -> None:
    for question in QUESTIONS:
        rows = Counter(oxigraph_rows(store, question.sparql))
        assert [row for row, times in rows.items() if times > 1] == [], question.name


def test_names_and_titles_are_unique() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 50
    for words in ([question.title for question in QUESTIONS], [question.question for question in QUESTIONS]):
        assert [text for text, times in Counter(words).items() if times > 1] == []


def test_most_questions_have_an_answer_in_the_sample(store: ox.Store) -> None:
    """A question that finds nothing here finds nothing because the sample has no such thing."""
    empty = {question.name for question in QUESTIONS if not oxigraph_rows(store, question.sparql)}
    assert empty == {
        "allegations-as-fact",
        "allegations-unclassified",
        "facts-without-words",
        "involvement-without-supply-chain",
        "mandate-basis-doubtful",
        "principle-words",
        "principles-in-every-letter",
        "statements-on-companies",
    }


LETTER, SIBLING, APPEAL = "AL OTH 7/2023", "AL OTH 8/2023", "UA PER 3/2022"
PARAMETERS: list[tuple[str, dict[str, str], str, list[Any]]] = [
    ("addressees", {"letter": SIBLING}, "addressee", ["Sonnfels AG"]),
    ("addressees", {"letter": "AL OTH 9/2023"}, "addressee", []),
    ("addressees", {"letter": '" } SERVICE <http://127.0.0.1/> { #'}, "addressee", []),
    ("ceos", {"name": "NORDFELS"}, "office", ["Managing Director"]),
    ("ceos", {"name": "ångström"}, "office", ["office not named in the letter"]),
    ("ceos", {"name": "' UNION {"}, "office", []),
    ("ceos", {"headed": "company:sonnfels-ag"}, "office", ["office not named in the letter"]),
    ("companies-addressed", {"year": "2023"}, "company", ["Nordfels Lithium S.A.", "Sonnfels AG"]),
    ("companies-addressed", {"year": "2022"}, "company", []),
    ("companies-addressed", {"sender": "mandate:sr-torture"}, "company", []),
    (
        "companies-addressed",
        {"abuse": "issue:forced-labour", "sender": "mandate:wg-business"},
        "letters",
        [1, 1],
    ),
    ("letters", {"recipient": "government:PER"}, "reference", [APPEAL]),
    ("letters", {"signer": "person:dante-pesce", "year": "2023"}, "reference", [LETTER, SIBLING]),
    ("letters", {"principle": "26"}, "reference", [LETTER, SIBLING]),
    ("letters", {"norm": "https://w3id.org/sp-letters/id/instrument/iccpr"}, "type", ["AL", "AL", "UA"]),
    (
        "holders-by-register",
        {"year": "2016", "sender": "mandate:sr-religion-or-belief"},
        "person",
        ["Ahmed Shaheed", "Heiner Bielefeldt"],
    ),
    ("signatures", {"recipient": "government:PER"}, "person", ["Ahmed Shaheed"]),
    ("letters-by-year", {"during": "2022"}, "letters", [1]),
    (
        "shared-mandates",
        {"first": "Sonnfels AG", "second": "Nordfels Lithium S.A."},
        "other",
        ["Sonnfels AG"] * 2,
    ),
    ("principle-words", {"principle": "26"}, "letter", [LETTER, SIBLING]),
    ("principle-words", {"principle": "32"}, "letter", []),
    ("request-words", {"letter": LETTER, "number": "2"}, "separate", [1]),
    ("requests-on-principles", {"principle": "17"}, "letter", [LETTER, SIBLING, APPEAL]),
    ("requests-on-principles", {"principle": "18"}, "letter", []),
    ("holders-on-date", {"date": "2023-05-04"}, "person", ["Ahmed Shaheed", "Dante Pesce"]),
    ("holders-on-date", {"role": "chair"}, "person", ["Dante Pesce"]),
    ("variants", {"date": "2023-05-04"}, "letter", [LETTER, SIBLING]),
    ("allegations", {"issue": "travel"}, "hedge", [None, None, None]),
    ("allegations-by-state", {"name": "peru"}, "alleged", ["Forced labour"]),
    ("companies-named", {"name": "mina"}, "role", ["subsidiary"]),
    ("shared-mandates", {"first": "sonnfels", "second": "nordfels"}, "other", ["Sonnfels AG"] * 2),
    ("instruments-by-mandate", {"name": "business"}, "letters", [2]),
    ("mandates-together", {"name": "torture"}, "letters", []),
    ("articles-invoked", {"name": "political"}, "article", ["6", "7"]),
    ("holders-by-register", {"date": "2016-11-01", "name": "religion"}, "person", ["Ahmed Shaheed"]),
    ("family-letters", {"letter": SIBLING}, "sibling", [LETTER, SIBLING]),
    ("family-letters", {"letter": APPEAL}, "sibling", []),
    ("family-variants", {"letter": LETTER}, "requests", [2, 1]),
    ("family-differences", {"letter": SIBLING}, "number", [2]),
    ("concerns", {"letter": APPEAL}, "words", ["we express our grave concern"]),
]


@pytest.mark.parametrize(("name", "settings", "column", "expected"), PARAMETERS)
def test_parameters(
    name: str, settings: dict[str, str], column: str, expected: list[Any], store: ox.Store, graph: Graph
) -> None:
    question = QUESTIONS[NAMES.index(name)]
    assert [row[column] for row in question.ask(store, settings).records()] == expected
    bound = bind(question.sparql, question.terms(settings))
    assert oxigraph_rows(store, bound) == rdflib_rows(graph, bound)


NOTHING = {"text": "nowhere", "number": "31", "date": "1066-10-14", "iri": "https://example.org/nothing"}
WITH_PARAMETERS = [(question, parameter.name) for question in QUESTIONS for parameter in question.parameters]


@pytest.mark.parametrize(
    ("question", "name"), WITH_PARAMETERS, ids=lambda value: getattr(value, "name", value)
)
def test_each_parameter_filters(question: Question, name: str, store: ox.Store) -> None:
    kind = next(parameter.kind for parameter in question.parameters if parameter.name == name)
    assert question.ask(store, {name: NOTHING[kind]}).rows == ()
