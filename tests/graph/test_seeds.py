"""The five seed letters as they are really read: small enough, verified, and readable as a picture."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.graph.letter import letter_quads
from kg.graph.project import project
from kg.graph.register import register_quads
from kg.graph.union import rows, union_store
from kg.graph.verify import verify
from kg.model.network import EntityGraph
from kg.model.record import Record
from kg.pipeline.letters import LetterReader
from kg.read import read_path
from kg.vocab.load import load_register
from kg.vocab.terms import SPL

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
MOST_QUADS = 1500


@pytest.fixture(scope="module")
def seeds() -> list[tuple[Record, str]]:
    reader = LetterReader()
    sources = [read_path(path) for path in SEEDS]
    return [(reader.record(source), source.text) for source in sources]


@pytest.fixture(scope="module")
def lines(seeds: list[tuple[Record, str]]) -> list[str]:
    return [line for record, text in seeds for line in letter_quads(record, text, load_register())]


@pytest.fixture(scope="module")
def graph(lines: list[str]) -> EntityGraph:
    return project(union_store([*lines, *register_quads(load_register())]))


def test_a_letter_with_all_its_claims_is_small(seeds: list[tuple[Record, str]]) -> None:
    sizes = [len(letter_quads(record, text, load_register())) for record, text in seeds]
    assert max(sizes) < MOST_QUADS
    assert min(len(record.claims) for record, _ in seeds) > 0


def test_every_fact_shows_its_words(lines: list[str], seeds: list[tuple[Record, str]]) -> None:
    assert verify(lines, {record.source.sha256[:12]: text for record, text in seeds}) == []


def test_the_picture_has_the_things_the_letters_speak_of(graph: EntityGraph) -> None:
    kinds = Counter(node.kind for node in graph.nodes)
    expected = {
        "Communication": 5,
        "Company": 5,
        "Addressee": 5,
        "Mandate": 7,
        "MandateHolder": 7,
        "Government": 14,
    }
    assert expected.items() <= kinds.items()
    assert kinds["GuidingPrinciple"] == 12
    assert kinds["Organisation"] == kinds["Person"] == 0
    links = Counter(edge.kind for edge in graph.edges)
    assert (links["signedBy"], links["sentUnderMandate"], links["similarLetterSentTo"]) == (35, 35, 70)


def test_no_letter_says_an_office_and_none_is_shown_as_said(lines: list[str], graph: EntityGraph) -> None:
    assert not [line for line in lines if f"<{SPL.officeAsWritten}>" in line]
    for edge in graph.edges:
        if edge.kind == "addressedAs":
            assert edge.label == "addressed as head of company (office not named in the letter)"
        if edge.kind == "inferredOfficeCompany":
            assert edge.certainty == "external"


def test_signatures_attest_tenure_on_the_day_of_the_letter_and_no_other(lines: list[str]) -> None:
    query = f"SELECT DISTINCT ?date WHERE {{ ?tenure <{SPL.attestedOn}> ?date }}"
    assert [row["date"].value for row in rows(union_store(lines), query)] == ["2021-03-12"]
