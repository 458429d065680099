"""Verification finds every planted fault and nothing in a sound graph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.graph import nquads
from kg.graph.letter import letter_quads
from kg.graph.register import register_quads
from kg.graph.verify import verify
from kg.model.quads import quad
from kg.vocab.terms import SPL
from tests.builders.record import SHA256, TEXT, complete_record
from tests.builders.register import small_register

LINES = letter_quads(complete_record(), TEXT, small_register())
TEXTS = {SHA256[:12]: TEXT}


def without(*words: str) -> list[str]:
    """Return the lines but the first that holds all ``words``."""
    gone = next(line for line in LINES if all(word in line for word in words))
    return [line for line in LINES if line != gone]


def changed(old: str, new: str, *words: str) -> list[str]:
    """Return the lines with ``old`` made ``new`` in the first that holds all ``words``."""
    one = next(line for line in LINES if old in line and all(word in line for word in words))
    assert old in one
    return [line.replace(old, new) if line == one else line for line in LINES]


def planted(subject: str, predicate: str, term: nquads.Term, part: str = "doc") -> list[str]:
    """Return the lines with one fact more."""
    letter = "AL-OTH-7-2023"
    graph = nquads.Iri(f"https://w3id.org/sp-letters/graph/{letter}/{part}")
    iri = nquads.Iri(f"https://w3id.org/sp-letters/id/{subject}")
    return [*LINES, nquads.line(iri, predicate, term, graph)]


def test_a_sound_graph_has_no_findings() -> None:
    assert verify(LINES, TEXTS) == []


def test_register_graphs_are_passed_over() -> None:
    assert verify([*LINES, *register_quads(small_register())], TEXTS) == []


@pytest.mark.parametrize("predicate", ["inText", "start", "end", "exact"])
def test_a_span_lacks_nothing(predicate: str) -> None:
    codes = {finding.code for finding in verify(without(f"#{predicate}> "), TEXTS)}
    assert codes & {"span-incomplete", "no-span"}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: changed('"Dante Pesce"', '"Dante Pesci"', "#exact"), "span-differs"),
        (lambda: changed('"1513"', '"1512"', "#start"), "span-differs"),
        (lambda: changed('"1524"', '"99999"', "#end"), "span-outside"),
        (lambda: changed('"1524"', '"1513"', "#end"), "span-outside"),
        (lambda: changed('"1513"', '"-1"', "#start"), "span-outside"),
        (lambda: without("/signature/dante-pesce>", "#evidence>"), "span-unused"),
        (lambda: without("/signature/dante-pesce>", "#basis>"), "no-basis"),
        (lambda: without("/reference>", "#evidence>"), "no-ground"),
        (lambda: without("/id/stmt/", "2023-05-04"), "no-ground"),
        (lambda: planted("company/mina-sur", SPL.evidence, nquads.iri("https://example.org/span")), "no-span"),
        (lambda: planted("letter/AL-OTH-7-2023", SPL.pursuantTo, nquads.iri("https://example.org/r")), "no-ground"),
        (lambda: planted("letter/AL-OTH-7-2023", SPL.dateOfLetter, nquads.date("2020-01-01")), "no-ground"),
        (lambda: planted("company/invented", SPL.nameAsWritten, nquads.string("Invented")), "no-ground"),
        (lambda: planted("letter/OTHER", SPL.sentUnderMandate, nquads.iri("https://example.org/m"), "claims"), "no-ground"),
    ],
)  # fmt: skip
def test_each_planted_fault_is_found(make: Callable[[], list[str]], code: str) -> None:
    assert code in {finding.code for finding in verify(make(), TEXTS)}


def test_a_text_that_is_missing_is_named() -> None:
    findings = verify(LINES, {})
    assert {finding.code for finding in findings} == {"unknown-text"}
    assert SHA256[:12] in findings[0].message


def test_every_node_answers_for_itself() -> None:
    """Taking the ground from any one node is noticed."""
    grounded = {quad(line).subject for line in LINES if f"<{SPL.basis}>" in line}
    for node in sorted(grounded):
        rest = [line for line in LINES if not (line.startswith(f"{node} <{SPL.basis}>"))]
        assert verify(rest, TEXTS), node
