"""The register graphs: one plain label per thing, no spellings, no harm to persons."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.graph.register import register_quads
from kg.model.quads import Quad, canonical, lines_of, quad
from kg.vocab.load import load_register
from kg.vocab.terms import ID, RDF, RDFS, SKOS, SPL, protected_classes


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return [quad(line) for line in register_quads(load_register())]


def test_every_thing_has_at_most_one_label_and_it_is_plain(quads: list[Quad]) -> None:
    labels = [one for one in quads if one.predicate == f"<{RDFS.label}>"]
    assert max(Counter(one.subject for one in labels).values()) == 1
    assert all(one.object.endswith('"') for one in labels)


@pytest.mark.parametrize(
    "folder", ["mandate", "resolution", "ungp", "instrument", "issue", "person", "role", "government"]
)
def test_everything_letters_point_at_has_a_label(quads: list[Quad], folder: str) -> None:
    things = {one.subject for one in quads if one.subject.startswith(f"<{ID}{folder}/")}
    labelled = {one.subject for one in quads if one.predicate == f"<{RDFS.label}>"}
    assert things
    assert things <= labelled


def test_spellings_and_triggers_stay_outside(quads: list[Quad]) -> None:
    predicates = {one.predicate for one in quads}
    assert not predicates & {
        f"<{SPL.trigger}>",
        f"<{SKOS.altLabel}>",
        f"<{SPL.nameOf}>",
        f"<{SPL.formalName}>",
    }


def test_persons_carry_nothing_but_their_names(quads: list[Quad]) -> None:
    allowed = {f"<{iri}>" for iri in protected_classes()[SPL.Person]}
    persons = {
        one.subject for one in quads if one.predicate == f"<{RDF.type}>" and one.object == f"<{SPL.Person}>"
    }
    assert persons
    assert {one.predicate for one in quads if one.subject in persons} <= allowed


def test_each_file_has_a_graph_of_its_own(quads: list[Quad]) -> None:
    graphs = {one.graph.rsplit("/", 1)[1][:-1] for one in quads}
    assert {"mandates", "resolutions", "states", "governments", "principles", "vocabulary"} <= graphs
    assert "shapes" not in graphs
    assert all(one.graph.startswith("<https://w3id.org/sp-letters/graph/register/") for one in quads)


def test_a_government_belongs_to_its_state(quads: list[Quad]) -> None:
    china = f"<{ID}government/CHN>"
    found = {one.predicate.rsplit("#", 1)[1]: one.object for one in quads if one.subject == china}
    assert found["governmentOf>"] == "<http://metadata.un.org/sdg/codes/geoArea/156>"
    assert found["label>"] == '"Government of China"'


def test_all_principles_and_their_pillars_are_there(quads: list[Quad]) -> None:
    pillars = Counter(one.object for one in quads if one.predicate == f"<{SPL.pillar}>")
    assert pillars == {'"I"': 10, '"II"': 14, '"III"': 7}


def test_lines_are_canonical() -> None:
    lines = register_quads(load_register())
    assert lines_of(canonical(lines)) == lines
