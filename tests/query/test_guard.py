"""What a question may not do, and that honest questions are left alone."""

# ruff: noqa: S608 - these are SPARQL queries, and hostile ones on purpose

from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import guard
from kg.query.engine import ask
from kg.query.guard import check
from kg.query.tokens import Kind, tokens

OURS = "https://w3id.org/sp-letters/graph/AL-OTH-1-2021/doc"
FOREIGN = "http://127.0.0.1:9/x"

REACHING_OUT = [
    f"SELECT * {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SeRvIcE SILENT <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICESILENT<{FOREIGN}>{{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE # why\n <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ # comment\rSERVICE<{FOREIGN}>{{}} }}",
    "SELECT * { ?s ?p ?where SERVICE ?where { ?s ?p ?o } }",
    "PREFIX a: <http://127.0.0.1:9/> SELECT * { SERVICE a:b { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:foo {} }",
    "PREFIX service: <http://127.0.0.1:9/> SELECT * { service:foo ?p ?o }",
    f"SELECT * {{ ?s ?p trueSERVICE<{FOREIGN}>{{}} }}",
    f"SELECT * {{ ?s ?p falseservice<{FOREIGN}>{{}} }}",
    f"SELECT * {{ ?s ?p 1SERVICE<{FOREIGN}>{{}} }}",
    f"SELECT * {{ ?s ?p 1.5e3SERVICE<{FOREIGN}>{{}} }}",
    f'SELECT * {{ ?s ?p "x"SERVICE<{FOREIGN}>{{}} }}',
    f'SELECT * {{ ?s ?p "x"@en--ltrSERVICE<{FOREIGN}>{{}} }}',
    "PREFIX x: <http://127.0.0.1:9/> SELECT * { ?s ?p true.SERVICE:x {} }",
    f"SELECT * {{ \\u0053ERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\U00000053ERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ ?s ?p ?o SERVICE <{FOREIGN}> {{}} }} }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }} }} }}",
    f"SELECT * {{ ?s ?p ?o MINUS {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ ?s ?p ?o OPTIONAL {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }} }}",
    f"SELECT * {{ GRAPH ?g {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }} }}",
    f"ASK {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    f"DESCRIBE ?s {{ SERVICE <{FOREIGN}> {{ ?s ?p ?o }} }}",
    # what one reader takes for an address, another may take for a comparison with a string or a comment after it
    f"SELECT * {{ ?s ?p ?o FILTER(?o<'>')SERVICE<{FOREIGN}>{{?a ?b '1'}} }} #')}}",
    f"SELECT * {{ ?s ?p ?o FILTER(?o<1#>'''\n)SERVICE<{FOREIGN}>{{}} #''')\n}}",
    f"SELECT * {{ ?s ?p (?x <urn:'> ?y) . SERVICE <{FOREIGN}> {{}} #'\n}}",
    f"SELECT * {{ ?s ?p ?o FILTER(EXISTS{{?s ?p ?o}}<'>')SERVICE<{FOREIGN}>{{?a ?b '1'}} }} #')}}",
    f"SELECT * FROM <{FOREIGN}> {{ ?s ?p ?o }}",
    f"SELECT * from named <{FOREIGN}> {{ ?s ?p ?o }}",
    f"SELECT*FROMNAMED<{FOREIGN}>{{ ?s ?p ?o }}",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "BASE <file:///> SELECT * FROM <etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM <etc/passwd> { ?s ?p ?o }",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
    f"PREFIX g: <{OURS}> PREFIX g: <file:///etc/passwd> SELECT * FROM g: {{ ?s ?p ?o }}",
    "PREFIX : <http://127.0.0.1:9/> SELECT * FROM:foo { ?s ?p ?o }",
    "PREFIX : <http://127.0.0.1:9/> SELECT (true AS?x)FROM:foo { ?s ?p ?o }",
    f"SELECT * FROM <{OURS}> FROM <{FOREIGN}> {{ ?s ?p ?o }}",
    f"SELECT * FROM <{OURS}> FROM <{OURS}s> {{ ?s ?p ?o }}",
    "SELECT * FROM { ?s ?p ?o }",
    "SELECT * FROM",
]

CHANGING = [
    f"LOAD <{FOREIGN}>",
    "LOAD <file:///etc/passwd>",
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <urn:g>",
    "COPY <urn:a> TO <urn:b>",
    "MOVE <urn:a> TO <urn:b>",
    "ADD <urn:a> TO <urn:b>",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX a: <urn:a> INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "",
    "# nothing but a comment",
    "Which letters are there",
]

UNREADABLE = [
    "SELECT * { ?s ?p ?o",
    "SELECT * { ?s ?p ?o }}",
    "SELECT * { ?s ?p (1 } )",
    "SELECT * { ?s ?p 'open }",
    'SELECT * { ?s ?p """open }',
    "SELECT * { ?s ?p 'a\nb' }",
    "SELECT * { ?s ?p \x00 }",
    "SELECT * { ?s nobody:knows ?o }",
    "SELECT * { ?s ?p <http://a b> }",
    "SELECT * { << ?s ?p ?o >> ?q ?r }",
    "SELECT * { ?s ?p <<( ?a ?b ?c )>> }",
    "SELECT * { ?s ?p ?o {| ?q ?r |} }",
    "SELECT * { ?s ?p ?o ~ <urn:r> }",
]


DATA = ox.Store()
DATA.bulk_load(
    """<http://a.org/s> <http://a.org/p> true , false , 1 , 1.5e3 , "x" , "x"@en , "!" , "x"@en--ltr .
       <http://a.org/s> a <http://a.org/s> .""",
    format=ox.RdfFormat.TURTLE,
)


def _growing(start: str, piece: str, end: str, times: int) -> str:
    return start + piece * times + end


TOO_MUCH = [
    _growing("SELECT * ", "{", "}" * 65, 65),
    _growing("SELECT * { ?s ?p ?o FILTER(", "(", "1" + ")" * 65 + ")}", 65),
    _growing("SELECT * {", "{SELECT * {", "}}" * 40 + "}", 40),
    _growing("SELECT * { ?s ?p ?o FILTER(", "!", "?o)}", 501),
    _growing("SELECT * { ?s ?p ?o FILTER(1", "+1", ")}", 501),
    _growing("SELECT * { ?s ?p ?o FILTER(1", "||1", ")}", 501),
    _growing("SELECT * { ?s a", "|a", " ?o }", 501),
    _growing("SELECT * { ?s ", "^", "a ?o }", 1002),
    _growing("SELECT * { ?s a", "/a", " ?o }", 121),
    _growing("SELECT * { ?s ?p ?o ", ". ?s ?p ?o", " }", 121),
    _growing("SELECT * { ?s ?p ?o ", "; ?p ?o", " }", 121),
    _growing("SELECT * { ?s ?p ?o ", ", ?o", " }", 121),
    _growing("SELECT * { ", "{ ?s ?p ?o }", " }", 121),
    _growing("SELECT * { ?s ?p ?o ", "OPTIONAL { ?s ?p ?o }", " }", 121),
    _growing("SELECT * { ?s ?p ?o ", "FILTER EXISTS { ?s ?p ?o }", " }", 121),
    _growing("SELECT * { { ?s ?p ?o }", "UNION { ?s ?p ?o }", " }", 121),
    _growing("SELECT * { ", "VALUES ?x { 1 }", " }", 121),
    _growing("SELECT * { ?s ?p (", "1 ", ") }", 65),
    _growing("SELECT * { ?s ?p ", "[ ?p ", "1" + "]" * 70 + " }", 70),
    _growing("SELECT * { VALUES ?x {", "'a long enough word' ", "} }", 2000),
    _growing("SELECT * { ?s ?p ?o } #", "é", "", 16_001),
]

HONEST = [
    "SELECT * { ?s ?p ?o }",
    "select distinct ?s where { ?s ?p ?o . filter(?o < 3 && ?o>1||?o<=2) } limit 10",
    "SELECT * { ?s a spl:Communication ; rdfs:label ?label }",
    "SELECT * { ?s rdfs:label ?l FILTER(CONTAINS(?l, 'security services')) }",
    'SELECT * { ?s rdfs:label "SERVICE <http://example.org/> {}" }',
    "SELECT * { ?s ?p '''FROM <http://example.org/> \"quoted\" ''' } # SERVICE <http://example.org/> {}",
    "SELECT ?service ?from { ?service ?load ?from }",
    "PREFIX ex: <http://example.org/service#> SELECT * { ?s ex:from ?o ; ex:a\\-b ?x ; ex:%41.b ?y . }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:service ?o ; ex:load ex:from }",
    f"SELECT * FROM <{OURS}> {{ ?s ?p ?o }}",
    f"SELECT * FROM NAMED <{OURS}> FROM NAMED <{OURS}s> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM graph:AL-OTH-1-2021\\/doc { ?s ?p ?o }",
    "ASK { ?s spl:assertedAsFact true }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DESCRIBE <http://example.org/>",
    "BASE <http://example.org/> PREFIX : <#> SELECT (COUNT(*) AS ?n) { ?s :p <x> } GROUP BY ?s HAVING (?n > 1)",
    "SELECT * { VALUES (?a ?b) { (<http://a.org/#1> <http://b.org/#2>) (UNDEF 'x'@en) } }",
    "SELECT * { ?s (<http://a.org/p>/^<http://a.org/q>)*|!(a|^rdfs:label) ?o }",
    "SELECT * { ?s ?p ?o FILTER(?o IN (<http://a.org/1>, <http://a.org/2>)) }",
    "SELECT * { ?s ?p 1.5, -3, .5e-3, true, 'x'^^xsd:date, [ rdfs:label 'y' ], (1 2), _:b.c }",
    "SELECT (IF(?o < 3, 'a', 'b') AS ?x) { ?s ?p ?o BIND(?o*2-1 AS ?y) MINUS { ?s a ?o } }",
    "SELECT * { ?s ?p 'Siobh\\u00E1n', 'línea\\n', '…' }",
    "SELECT * { ?s ?p ?o FILTER(?o < <http://a.org/>) }",
    _growing("SELECT * { ?s ?p ?o FILTER(?o IN (1", ",1", ")) }", 3000),
    _growing("SELECT * { VALUES ?x { ", "1 ", "} }", 5000),
    _growing("SELECT * ", "{", "}" * 64, 64),
]


@pytest.mark.parametrize("query", [*REACHING_OUT, *CHANGING, *UNREADABLE, *TOO_MUCH])
def test_hostile_queries_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check(query)


@pytest.mark.parametrize("query", CHANGING[:12])
def test_a_change_is_named_as_such(query: str) -> None:
    with pytest.raises(QueryError, match="never changed"):
        check(query)


@pytest.mark.parametrize("query", HONEST)
def test_honest_queries_pass_and_run(query: str) -> None:
    store = ox.Store()
    assert check(query) in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
    assert len(ask(store, query)) >= 0


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (REACHING_OUT[0], "SERVICE would ask another machine"),
        ("SELECT * FROM <file:///etc/passwd> {}", "FROM <file:///etc/passwd> is no graph of this folder"),
        (f"SELECT * FROM <{OURS}> FROM <{OURS}s> {{}}", "count a triple once per graph"),
        ("SELECT * { ?s nobody:knows ?o }", "the prefix 'nobody:' is not declared"),
        ("SELECT * { ?s ?p ?o", "lacks a closing '}'"),
        ("SELECT * { ?s ?p ?o }}", "'}' at character 22"),
        (TOO_MUCH[0], f"more than {guard.MAX_DEPTH} levels of nesting"),
        (TOO_MUCH[3], f"more than {guard.MAX_OPERATORS} operators"),
        (TOO_MUCH[9], f"more than {guard.MAX_PATTERNS} joined patterns"),
        (TOO_MUCH[17], f"more than {guard.MAX_LIST} terms in a row"),
        (TOO_MUCH[-1], f"more than the {guard.MAX_BYTES} allowed"),
        ("Which letters are there", "not with 'WHICH'"),
        (REACHING_OUT[17], r"writes a plain character as \\u0053"),
        ("SELECT * { FILTER(?a<'b'>?c) }", "put a space after the '<'"),
    ],
)
def test_the_message_says_what_to_do(query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        check(query)


def test_own_prefixes_and_graphs_can_be_given() -> None:
    query = "SELECT * FROM x:g { ?s x:p ?o }"
    with pytest.raises(QueryError):
        check(query)
    assert check(query, graphs="urn:x:", prefixes={"x": "urn:x:"}) == "SELECT"


def test_tokens_hold_every_visible_character() -> None:
    query = HONEST[1] + HONEST[17] + HONEST[20]
    kept = "".join(token.text for token in tokens(query))
    assert kept == query.replace(" ", "")
    assert all(token.kind is not Kind.BLANK for token in tokens(query))


PIECES = [
    *(
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "'",
        '"',
        "'''",
        '"""',
        "#",
        "\n",
        "\r",
        "\\",
        "\\u0053",
        " ",
        ".",
    ),
    *(
        "SERVICE",
        "service",
        "FROM",
        "*",
        "?x",
        ":",
        "a:b",
        "true",
        "1",
        "<http://a.org/>",
        "||",
        "é",
        "@en",
        "/",
    ),
]
LOUD = [query for query in REACHING_OUT if "SILENT" not in query]


@settings(max_examples=800, deadline=None, derandomize=True)
@given(st.data())
def test_no_mutation_of_a_hostile_query_reaches_out(data: st.DataObject) -> None:
    """Oxigraph refuses port 9 with an OSError: a query that passed and asked another machine would show it."""
    query = data.draw(st.sampled_from(LOUD))
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(query)))
        gone = data.draw(st.integers(0, 2))
        query = query[:place] + data.draw(st.sampled_from(PIECES)) + query[place + gone :]
    with suppress(QueryError, SyntaxError):
        check(query, graphs="http")
        answer = DATA.query(query)
        list([] if isinstance(answer, ox.QueryBoolean) else answer)


@pytest.mark.parametrize(
    "piece", ["a.", "a-", "<a", "'", "?", "a:b.", "1.", "\\u00e9", "_:a.", "((", ". .", "\ud800"]
)
def test_judging_takes_no_time_on_any_text(piece: str) -> None:
    with pytest.raises(QueryError):
        check("SELECT * { ?s ?p " + piece * (31_000 // len(piece.encode("utf-8", "surrogatepass"))))
