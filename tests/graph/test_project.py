"""The entity graph: what it shows, what it calls it, and that claims never look like facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from kg.graph.letter import letter_quads
from kg.graph.links import LINKS
from kg.graph.project import project
from kg.graph.register import register_quads
from kg.graph.union import union_store
from kg.model.network import Edge, EntityGraph, Node
from kg.vocab.display import legend
from kg.vocab.load import load_register
from kg.vocab.terms import ID, SPL
from tests.builders.record import TEXT, complete_record
from tests.builders.register import small_register

CERTAINTIES = {"stated", "aligned", "computed", "register", "external", "alleged"}


@pytest.fixture(scope="module")
def graph() -> EntityGraph:
    lines = letter_quads(complete_record(), TEXT, small_register())
    return project(union_store([*lines, *register_quads(load_register())]))


def node(graph: EntityGraph, end: str) -> Node:
    (found,) = [one for one in graph.nodes if one.id.endswith(end)]
    return found


def edges(graph: EntityGraph, kind: str) -> list[Edge]:
    return [one for one in graph.edges if one.kind == kind]


def test_every_kind_of_link_is_used_by_the_complete_record(graph: EntityGraph) -> None:
    unused = {link.kind for link in LINKS} - {edge.kind for edge in graph.edges}
    assert unused == {
        "addresseeOrganisation",
        "addresseeGovernment",
        "addresseeMandate",
        "repliesTo",
        "concernsLetter",
    }


def test_a_reply_is_addressed_to_mandates_and_sent_under_none() -> None:
    record = replace(complete_record(), kind="reply")
    shown = project(
        union_store([*letter_quads(record, TEXT, small_register()), *register_quads(load_register())])
    )
    addressed = {edge.target for edge in edges(shown, "addresseeMandate")}
    assert addressed == {f"{ID}mandate/{use.id.value}" for use in record.mandates}
    assert all(edge.label == "addressed to" and edge.quotes for edge in edges(shown, "addresseeMandate"))
    assert not edges(shown, "sentUnderMandate")


def test_nodes_and_edges_are_sorted_and_named_once(graph: EntityGraph) -> None:
    assert list(graph.nodes) == sorted(graph.nodes, key=lambda one: one.id)
    assert list(graph.edges) == sorted(
        graph.edges, key=lambda one: (one.source, one.target, one.kind, one.id)
    )
    for ids in (Counter(one.id for one in graph.nodes), Counter(one.id for one in graph.edges)):
        assert max(ids.values()) == 1


def test_every_edge_joins_nodes_that_are_shown(graph: EntityGraph) -> None:
    shown = {one.id for one in graph.nodes}
    assert all({edge.source, edge.target} <= shown for edge in graph.edges)
    assert {one.kind for one in graph.nodes} <= set(legend())


def test_claims_are_labelled_and_their_edges_say_alleged(graph: EntityGraph) -> None:
    claims = {one.id: one for one in graph.nodes if one.kind == "Allegation"}
    assert len(claims) == 4
    assert all(one.label.startswith("Allegation: ") for one in claims.values())
    assert all(("asserted_as_fact", False) in one.attributes for one in claims.values())
    touching = [edge for edge in graph.edges if {edge.source, edge.target} & claims.keys()]
    assert {(edge.label, edge.certainty) for edge in touching} == {("alleged", "alleged")}
    assert {edge.kind for edge in touching} == {"claim", "claimType", "aboutCompany"}


def test_no_edge_leads_from_a_company_or_person_to_a_claim_or_kind_of_abuse(graph: EntityGraph) -> None:
    kinds = {one.id: one.kind for one in graph.nodes}
    people = {"Company", "Organisation", "Person", "PersonConcerned", "Addressee", "MandateHolder"}
    ends = {kinds[edge.target] for edge in graph.edges if kinds[edge.source] in people}
    assert ends <= {"Company", "Organisation", "Government", "Mandate"}


@pytest.mark.parametrize(
    ("end", "kind", "label"),
    [
        ("/person/ada-lukasz-perez", "Addressee", "Ada Łukasz-Pérez"),
        ("/person/dante-pesce", "MandateHolder", "Dante Pesce"),
        ("/person/juan-quispe", "PersonConcerned", "Juan Quispe"),
        ("/company/mina-sur", "Company", "Mina Sur"),
        ("/government/PER", "Government", "Government of Peru"),
        ("/letter/AL-OTH-7-2023", "Communication", "AL OTH 7/2023"),
        ("/ungp/17", "GuidingPrinciple", "Guiding Principle 17"),
        ("/document/A-73-163", "Report", None),
        ("/symbol/A-HRC-RES-17-31", "Symbol", None),
        ("/topic/due-diligence", "Topic", "Human rights due diligence"),
    ],
)
def test_nodes_have_their_kind_and_label(graph: EntityGraph, end: str, kind: str, label: str | None) -> None:
    found = node(graph, end)
    assert found.kind == kind
    assert label is None or found.label == label


def test_letters_carry_what_filters_need(graph: EntityGraph) -> None:
    assert dict(node(graph, "/letter/AL-OTH-7-2023").attributes) == {
        "date": "2023-05-04",
        "language": "en",
        "reference": "AL OTH 7/2023",
        "reference_year": 2023,
        "type": "AL",
    }


@pytest.mark.parametrize(
    ("end", "name", "value"),
    [
        ("/person/ada-lukasz-perez", "office_as_stated", "Managing Director"),
        ("/person/ada-lukasz-perez", "office_by_outside_source", "Chief Executive Officer"),
        ("/person/dante-pesce", "roles", "Chair-Rapporteur"),
        ("/company/nordfels-holding", "roles", "parent"),
        ("/government/PER", "state", "PER"),
        ("/ungp/11", "pillar", "II"),
        ("/resolution/A-HRC-RES-44-15", "body", "HRC"),
    ],
)
def test_nodes_carry_what_people_ask_of_them(graph: EntityGraph, end: str, name: str, value: str) -> None:
    assert dict(node(graph, end).attributes)[name] == value


@pytest.mark.parametrize(
    ("kind", "label", "certainty"),
    [
        ("sentUnderMandate", "sent under", "stated"),
        ("basisResolution", "acts by", "aligned"),
        ("signedBy", "signed by", "stated"),
        ("similarLetterSentTo", "similar letter sent to", "stated"),
        ("addressedAs", "addressed as Managing Director", "stated"),
        (
            "inferredOfficeCompany",
            "Chief Executive Officer, 2023-01 (outside source, not in the letter)",
            "external",
        ),
        ("presumedTarget", "presumably means", "register"),
    ],
)
def test_links_say_what_they_are_and_how_sure(
    graph: EntityGraph, kind: str, label: str, certainty: str
) -> None:
    found = edges(graph, kind)[0]
    assert (found.label, found.certainty) == (label, certainty)
    assert {edge.certainty for edge in graph.edges} <= CERTAINTIES
    assert all(edge.kind in SPL for edge in graph.edges)


def test_edges_show_their_words_and_their_letter(graph: EntityGraph) -> None:
    for edge in graph.edges:
        if edge.certainty != "external" and edge.kind not in {"renews", "establishes"}:
            assert edge.quotes, edge.id
            assert (edge.letter, edge.date) == ("AL OTH 7/2023", "2023-05-04")
        for quote in edge.quotes:
            assert TEXT[quote.start : quote.end] == quote.exact
            assert quote.page in {1, 2}
    assert edges(graph, "citedResource")[0].quotes


def test_a_citation_of_a_range_is_one_edge_per_principle(graph: EntityGraph) -> None:
    found = [edge for edge in edges(graph, "citedResource") if "/ungp/" in edge.target]
    assert sorted(edge.target.rsplit("/", 1)[1] for edge in found) == ["11", "25", "26", "27"]
    assert {edge.label for edge in found} == {"cites", "quotes"}


def test_the_register_brings_no_strangers_into_the_picture(graph: EntityGraph) -> None:
    assert not [one for one in graph.nodes if one.kind == "Resolution" and one.label.endswith("52/9")]
    assert len(graph.nodes) < 60
