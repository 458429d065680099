"""Answers as table, CSV, TSV, JSON, XML, HTML and pandas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, UsageError
from kg.query.parameters import bind, term
from kg.query.prefixes import PREFIXES, short
from kg.query.result import Result

if TYPE_CHECKING:
    from kg.query.result import Cell

XSD = "http://www.w3.org/2001/XMLSchema#"


def typed(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


SPECIAL: tuple[tuple[Cell, ...], ...] = (
    (
        ox.NamedNode("https://w3id.org/sp-letters/id/company/x"),
        ox.Literal("Ünïcödé «x»", language="fr"),
        None,
    ),
    (ox.Literal('a "quoted", text\nwith\ttabs \\ and <b>&amp;'), typed("2021-03-12", "date"), ox.Literal(7)),
    (ox.BlankNode("b0"), ox.Literal(value=True), ox.Literal(1.5)),
    (None, None, None),
)
RESULT = Result(("thing", "value", "n"), SPECIAL, title="Things <of> all kinds")
FORMULAS = ("=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "\rx")


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_formats_are_read_back_by_another_reader(form: str) -> None:
    formats = {
        "json": ox.QueryResultsFormat.JSON,
        "xml": ox.QueryResultsFormat.XML,
        "tsv": ox.QueryResultsFormat.TSV,
    }
    read = ox.parse_query_results(RESULT.write(form), format=formats[form])
    assert isinstance(read, ox.QuerySolutions)
    assert tuple(map(tuple, read)) == SPECIAL


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff")))
def test_any_text_survives_json_and_tsv(text: str) -> None:
    result = Result(("x",), ((ox.Literal(text),),))
    for form, kind in (("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)):
        read = ox.parse_query_results(result.write(form), format=kind)
        assert isinstance(read, ox.QuerySolutions)
        assert [row[0] for row in read] == [ox.Literal(text)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_xml_is_well_formed_whatever_the_text(text: str) -> None:
    written = Result(("x",), ((ox.Literal(text),),)).write("xml")
    assert ET.fromstring(written) is not None  # noqa: S314 - we wrote it


def test_csv_is_plain_and_the_spreadsheet_form_holds_no_formula() -> None:
    result = Result(("x", "n"), tuple((ox.Literal(text), ox.Literal(-1)) for text in FORMULAS))
    standard = list(csv.reader(io.StringIO(result.to_csv(), newline="")))
    assert standard == [["x", "n"], *([text, "-1"] for text in FORMULAS)]
    safe = list(csv.reader(io.StringIO(result.write("spreadsheet"), newline="")))
    assert safe == [["x", "n"], *([f"'{text}", "-1"] for text in FORMULAS)]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_yes_or_no_has_its_own_form(form: str) -> None:
    no = ox.Literal("false", datatype=ox.NamedNode(XSD + "boolean"))
    written = Result(("answer",), ((no,),), "ASK").write(form)
    kind = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML}[form]
    assert bool(ox.parse_query_results(written, format=kind)) is False


def test_records_hold_python_values() -> None:
    assert RESULT.records()[:2] == [
        {"thing": "https://w3id.org/sp-letters/id/company/x", "value": "Ünïcödé «x»", "n": None},
        {"thing": 'a "quoted", text\nwith\ttabs \\ and <b>&amp;', "value": "2021-03-12", "n": 7},
    ]
    assert RESULT.records()[2] == {"thing": "_:b0", "value": True, "n": 1.5}
    assert list(RESULT) == RESULT.records()


def test_table_fits_and_loses_nothing() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    written = Result(("reference", "words"), ((ox.Literal("AL OTH 1/2021"), ox.Literal(long)),)).to_table(60)
    lines = written.split("\n")
    assert max(map(len, lines)) <= 60
    assert " ".join(line[15:].strip() for line in lines[2:]).strip() == long
    assert all(line.startswith(("reference", "─", "AL OTH", " ")) for line in lines if line)


def test_table_shows_short_names_and_no_control_characters() -> None:
    hostile = ox.Literal("\x1b[31mred\x07 \u202eright to left\u200b")
    written = Result(("thing", "text"), ((SPECIAL[0][0], hostile),)).to_table()
    assert "company:x" in written
    assert not any(ord(char) < 32 and char != "\n" for char in written)
    assert "\u202e" not in written


@pytest.mark.parametrize(("columns", "rows"), [((), ()), (("x",), ()), ((), ((),)), (("",), ((None,),))])
def test_empty_answers_have_every_form(columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
    result = Result(columns, rows)
    for form in ("table", "csv", "tsv", "json", "xml", "spreadsheet"):
        assert isinstance(result.write(form), str)
    assert "<table>" in result._repr_html_()


def test_html_escapes_everything() -> None:
    written = Result(("<x>",), ((ox.Literal("<script>alert(1)</script>"),),), title="<t>")._repr_html_()
    assert "<script>" not in written
    assert "&lt;script&gt;" in written
    assert "<caption>&lt;t&gt;</caption>" in written
    assert "<th>&lt;x&gt;</th>" in written


def test_unknown_format_is_named() -> None:
    with pytest.raises(UsageError, match="choose table, csv, json"):
        RESULT.write("pdf")


def test_pandas_has_the_columns_and_rows() -> None:
    frame = RESULT.to_pandas()
    assert list(frame.columns) == ["thing", "value", "n"]
    assert len(frame) == 4


def test_triples_are_sorted_and_written_once() -> None:
    triples = tuple((ox.NamedNode(f"urn:{name}"), ox.NamedNode("urn:p"), ox.Literal("x")) for name in "bab")
    written = Result(("subject", "predicate", "object"), triples, "CONSTRUCT").to_ntriples()
    assert written == '<urn:a> <urn:p> "x" .\n<urn:b> <urn:p> "x" .\n'


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("text", 'a "b"\n\\ {}', '"a \\"b\\"\\n\\\\ {}"'),
        ("number", "22", f'"22"^^<{XSD}integer>'),
        ("number", "-5", f'"-5"^^<{XSD}integer>'),
        ("date", "2021-03-12", f'"2021-03-12"^^<{XSD}date>'),
        ("iri", "https://example.org/a#b", "<https://example.org/a#b>"),
    ],
)
def test_values_become_terms(kind: str, text: str, expected: str) -> None:
    assert str(term(kind, text)) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "22a"), ("number", "٢٢"), ("number", ""), ("number", "1" * 30), ("number", "1.5"),
        ("date", "12 March 2021"), ("date", "2021-3-12"), ("date", ""),
        ("iri", "no address"), ("iri", "http://a.org/> SERVICE <x"), ("iri", ""), ("iri", "http://a.org/\\u003e"),
        ("text", "\x00"), ("text", "\x1b[31m"), ("text", "\ud800"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(kind: str, text: str) -> None:
    with pytest.raises(QueryError):
        term(kind, text)


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT * { VALUES ?x { UNDEF } }", 'SELECT * { VALUES ?x { "v" } }'),
        ("SELECT * { values ?x{UNDEF} ?s ?p ?x }", 'SELECT * { values ?x{ "v" } ?s ?p ?x }'),
        (
            "SELECT * { VALUES ?x { 1 } { VALUES ?x { 1 2 } } VALUES ?y { 1 } }",
            'SELECT * { VALUES ?x { "v" } { VALUES ?x { "v" } } VALUES ?y { 1 } }',
        ),
        (
            "SELECT * { # VALUES ?x { 1 }\n VALUES ?x # why\n { '}' } BIND('VALUES ?x { 1 }' AS ?z) }",
            "SELECT * { # VALUES ?x { 1 }\n VALUES ?x # why\n { \"v\" } BIND('VALUES ?x { 1 }' AS ?z) }",
        ),
    ],
)
def test_binding_changes_the_values_of_one_variable_only(sparql: str, expected: str) -> None:
    bound = bind(sparql, {"x": ox.Literal("v")})
    assert bound.replace("  ", " ") == expected


@pytest.mark.parametrize("sparql", ["SELECT * { ?s ?p ?x }", "SELECT * { VALUES (?x ?y) { (1 2) } }", ""])
def test_binding_what_is_no_parameter_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"VALUES \?x { UNDEF }"):
        bind(sparql, {"x": ox.Literal("v")})


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_is_nothing_but_a_value(text: str) -> None:
    query = bind("SELECT ?x { VALUES ?x { UNDEF } }", {"x": term("text", text)})
    answer = ox.Store().query(query)
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["x"] for row in answer] == [ox.Literal(text)]


def test_short_names() -> None:
    assert short("https://w3id.org/sp-letters/id/ungp/22") == "ungp:22"
    assert short("https://w3id.org/sp-letters/id/text/abc/span/1-2") == "text:abc/span/1-2"
    assert short("https://w3id.org/sp-letters/ns#") == "https://w3id.org/sp-letters/ns#"
    assert short("https://example.org/") == "https://example.org/"
    assert list(PREFIXES)[-1] == "id"
