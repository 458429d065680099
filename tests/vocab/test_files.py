"""The register files as texts: complete, in order, pleasant to edit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.vocab.parts import FILES
from kg.vocab.turtle import Entry, read_entries

ONTOLOGY = resources.folder("ontology")
NAMED = {"rdfs:label", "skos:prefLabel"}


def entries(file: str) -> list[Entry]:
    return read_entries(ONTOLOGY / file)


def blocks(file: str, kind: str) -> list[Entry]:
    return [entry for entry in entries(file) if kind in entry.types()]


@pytest.mark.parametrize("file", FILES)
def test_every_entry_has_a_label(file: str) -> None:
    labelled = [entry for entry in entries(file) if {"spl:Tenure"} != set(entry.types())]
    assert [entry.subject for entry in labelled if not NAMED & set(entry.values)] == []


@pytest.mark.parametrize("file", FILES)
def test_no_blank_nodes(file: str) -> None:
    for quad in ox.parse(path=ONTOLOGY / file, format=ox.RdfFormat.TURTLE):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


@pytest.mark.parametrize("file", FILES)
def test_plain_text_with_a_word_to_the_reader(file: str) -> None:
    text = (ONTOLOGY / file).read_bytes().decode("utf-8")
    assert text.startswith("# ")
    assert text.endswith(" .\n")
    assert "\r" not in text
    assert "\t" not in text
    assert not re.search(r"[ \t]\n", text)


@pytest.mark.parametrize("file", FILES)
def test_iris_are_ascii(file: str) -> None:
    assert [entry.iri for entry in entries(file) if not entry.iri.isascii()] == []


@pytest.mark.parametrize(
    ("file", "kind", "key"),
    [
        ("documents.ttl", "spl:Report", lambda entry: entry.text("spl:symbol")),
        ("instruments.ttl", "spl:LegalInstrument", lambda entry: entry.iri),
        ("issues.ttl", "spl:Issue", lambda entry: entry.iri),
        ("mandates.ttl", "spl:Mandate", lambda entry: entry.iri),
        ("holders.ttl", "spl:Person", lambda entry: entry.iri),
        ("principles.ttl", "spl:GuidingPrinciple", lambda entry: entry.integer("spl:number")),
        ("states.ttl", "spl:Country", lambda entry: entry.text("spl:iso3")),
    ],
)
def test_entries_are_in_order(file: str, kind: str, key: Callable[[Entry], str | int]) -> None:
    keys = [key(entry) for entry in blocks(file, kind)]
    assert keys == sorted(keys, key=str if isinstance(keys[0], str) else None)


def test_names_stand_below_their_mandate() -> None:
    mandate = ""
    for entry in entries("mandates.ttl"):
        if "spl:Mandate" in entry.types():
            mandate = entry.id("mandate")
        else:
            assert entry.link("spl:nameOf", "mandate") == mandate


def test_tenures_stand_below_their_person() -> None:
    person = ""
    for entry in entries("holders.ttl"):
        if "spl:Person" in entry.types():
            person = entry.id("person")
        elif "spl:Tenure" in entry.types():
            assert entry.link("org:member", "person") == person


def test_both_vocabularies_define_different_words() -> None:
    ours = {entry.iri for entry in entries("vocabulary.ttl")}
    assert sorted(entry.subject for entry in entries("vocabulary-register.ttl") if entry.iri in ours) == []


def test_every_word_is_explained() -> None:
    for entry in entries("vocabulary-register.ttl"):
        assert entry.by_language("rdfs:label")["en"]
        assert entry.by_language("rdfs:comment")["en"].endswith(".")


def test_every_defined_word_is_used() -> None:
    used = {word for file in FILES for entry in entries(file) for word in (*entry.values, *entry.types())}
    assert sorted({entry.subject for entry in entries("vocabulary-register.ttl")} - used) == []


def test_the_guide_names_every_file() -> None:
    guide = Path(ONTOLOGY / "README.md").read_text(encoding="utf-8")
    assert [file for file in FILES if f"`{file}`" not in guide] == []
