"""RDF exports: the same facts in every format and engine, the same bytes every time, whole or not at all."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.export.files import write_whole
from kg.export.jsonld import make_context
from kg.export.rdf import FORMATS, read_lines, write_rdf
from kg.graph.letter import letter_quads
from kg.graph.register import register_quads
from kg.model.quads import canonical, triples
from kg.resources import folder
from kg.vocab.load import load_register
from tests.builders.record import TEXT, complete_record
from tests.builders.register import small_register

OX = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld"}
WITH_GRAPHS = {"trig", "nquads"}
LETTER = letter_quads(complete_record(), TEXT, small_register())


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [*LETTER, *register_quads(load_register())]


def expected(lines: list[str], name: str) -> bytes:
    return canonical(lines) if name in WITH_GRAPHS else canonical(triples(lines))


def read_back(data: bytes, name: str) -> bytes:
    quads = ox.parse(data, format=OX[name])
    plain = ox.RdfFormat.N_QUADS if name in WITH_GRAPHS else ox.RdfFormat.N_TRIPLES
    found = quads if name in WITH_GRAPHS else (quad.triple for quad in quads)
    return canonical(ox.serialize(found, format=plain).decode().split("\n")[:-1])


@pytest.mark.parametrize("name", FORMATS)
def test_pyoxigraph_reads_back_every_fact(lines: list[str], name: str) -> None:
    assert read_back(FORMATS[name](lines), name) == expected(lines, name)


@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_reads_back_every_fact(name: str) -> None:
    graph = rdflib.Dataset() if name in WITH_GRAPHS else rdflib.Graph()
    graph.parse(data=FORMATS[name](LETTER), format=RDFLIB[name])
    plain = graph.serialize(format="nquads" if name in WITH_GRAPHS else "nt")
    found = ox.parse(plain, format=OX["nquads" if name in WITH_GRAPHS else "ntriples"])
    wanted = ox.parse(expected(LETTER, name), format=OX["nquads" if name in WITH_GRAPHS else "ntriples"])
    assert set(found) == set(wanted)


@pytest.mark.parametrize("name", FORMATS)
def test_what_rdflib_writes_pyoxigraph_reads(name: str) -> None:
    graph = rdflib.Dataset() if name in WITH_GRAPHS else rdflib.Graph()
    graph.parse(data=FORMATS[name](LETTER), format=RDFLIB[name])
    written = graph.serialize(format=RDFLIB[name])
    assert read_back(written.encode(), name) == expected(LETTER, name)


@pytest.mark.parametrize("name", FORMATS)
def test_order_and_repetition_change_no_byte(lines: list[str], name: str) -> None:
    turned = [*reversed(lines), *lines[:50]]
    assert FORMATS[name](turned) == FORMATS[name](lines)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_still_a_file(name: str) -> None:
    assert read_back(FORMATS[name]([]), name) == b""


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=100)
def test_any_words_survive_every_format(words: str) -> None:
    subject, graph = (
        ox.NamedNode("https://w3id.org/sp-letters/id/letter/X/claim/1"),
        ox.NamedNode("https://e.org/g"),
    )
    predicate = ox.NamedNode("https://w3id.org/sp-letters/ns#text")
    quad = ox.Quad(subject, predicate, ox.Literal(words), graph)
    line = ox.serialize([quad], format=ox.RdfFormat.N_QUADS).decode()[:-1]
    for name in FORMATS:
        assert read_back(FORMATS[name]([line]), name) == expected([line], name)


@pytest.mark.parametrize(
    "term",
    ['"5"^^<http://www.w3.org/2001/XMLSchema#integer>', '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>',
     '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', '"2021-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
     '"Chine"@fr', '"a ^^<b> \\"c\\""', "<https://w3id.org/sp-letters/id/resolution/E-CN.4-RES-20(XXXVI)>",
     "<https://w3id.org/sp-letters/id/letter/A/b:c>", "<https://w3id.org/sp-letters/id/letter/>",
     "<https://example.org/a.>", "<http://metadata.un.org/sdg/codes/geoArea/156>"],
)  # fmt: skip
def test_every_sort_of_term_survives_every_format(term: str) -> None:
    line = f"<https://w3id.org/sp-letters/id/letter/X> <https://w3id.org/sp-letters/ns#number> {term} <https://e.org/g> ."
    for name in FORMATS:
        assert read_back(FORMATS[name]([line]), name) == expected([line], name)


def test_turtle_is_pleasant_to_read(lines: list[str]) -> None:
    text = FORMATS["turtle"](lines).decode()
    head, body = text.split("\n\n", 1)
    assert head.startswith("@base <https://w3id.org/sp-letters/id/> .\n@prefix spl: ")
    assert body.startswith(
        "letter:AL-OTH-7-2023\n    a spl:AllegationLetter, spl:Communication ;\n    rdfs:label"
    )
    assert "<letter/AL-OTH-7-2023/signature/dante-pesce>" in body
    assert "spl:assertedAsFact false ;" in body
    assert body.index("mandate:wg-business\n") < body.index("\n<text/")
    assert "https://w3id.org/sp-letters/id/letter/" not in body


def test_turtle_declares_only_the_prefixes_it_uses() -> None:
    head = FORMATS["turtle"](LETTER[:1]).decode().split("\n\n", 1)[0]
    assert "skos" not in head
    assert "m49" not in head


def test_turtle_keeps_claims_marked_without_named_graphs() -> None:
    text = FORMATS["turtle"](LETTER).decode()
    blocks = [block for block in text.split("\n\n") if "spl:assertedAsFact" in block]
    assert len(blocks) == 4
    for block in blocks:
        assert "spl:assertedAsFact false" in block
        assert 'rdfs:label "Allegation: ' in block


def test_jsonld_carries_the_context_of_the_ontology() -> None:
    document = json.loads(FORMATS["jsonld"](LETTER))
    kept = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == kept["@context"] == make_context()
    (letter,) = [thing for thing in document["@graph"] if thing["@id"] == "letter/AL-OTH-7-2023"]
    assert letter["label"] == "AL OTH 7/2023"
    assert letter["dateOfLetter"] == {"@value": "2023-05-04", "@type": "xsd:date"}
    assert letter["sentUnderMandate"] == ["mandate/sr-religion-or-belief", "mandate/wg-business"]


def test_files_are_written_whole_and_read_back(tmp_path: Path) -> None:
    write_rdf(LETTER, "nquads", tmp_path / "facts.nq")
    assert read_lines(tmp_path / "facts.nq") == LETTER
    assert [path.name for path in tmp_path.iterdir()] == ["facts.nq"]


def test_a_format_nobody_knows_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"rdfxml.*turtle"):
        write_rdf(LETTER, "rdfxml", tmp_path / "graph.rdf")
    assert not list(tmp_path.iterdir())


def test_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"graph\.ttl cannot be written"):
        write_rdf(LETTER, "turtle", tmp_path / "missing" / "graph.ttl")


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "graph.ttl"
    target.write_bytes(b"old")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(ExportError, match="No space left on device"):
        write_whole(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "graph.ttl", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "graph.ttl").stat().st_mode) == 0o644
