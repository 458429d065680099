"""Reading entries, and what an editor is told when one cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.vocab.turtle import SPL, Entry, EntryError, read_entries, short

HEAD = """@prefix spl: <https://w3id.org/sp-letters/ns#> .
@prefix mandate: <https://w3id.org/sp-letters/id/mandate/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def one(tmp_path: Path, body: str) -> Entry:
    path = tmp_path / "some.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    return read_entries(path)[0]


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/sp-letters/ns#number", "spl:number"),
        ("https://w3id.org/sp-letters/id/mandate/sr-torture", "mandate:sr-torture"),
        ("https://w3id.org/sp-letters/id/letter/AL-1/request/2", "letter:AL-1/request/2"),
        ("http://metadata.un.org/sdg/codes/geoArea/156", "m49:156"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "rdf:type"),
        ("http://www.w3.org/ns/org#member", "org:member"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_short_forms(iri: str, name: str) -> None:
    assert short(iri) == name


def test_an_entry_gives_its_values(tmp_path: Path) -> None:
    entry = one(
        tmp_path,
        'mandate:a a spl:Mandate ; rdfs:label "A"@en , "Â"@fr ; spl:number 3 ; spl:independent true ;'
        " spl:renews mandate:b , mandate:c .",
    )
    assert entry.subject == "mandate:a"
    assert entry.id("mandate") == "a"
    assert entry.types() == ["spl:Mandate"]
    assert entry.by_language("rdfs:label") == {"en": "A", "fr": "Â"}
    assert entry.integer("spl:number") == 3
    assert entry.flag("spl:independent") is True
    assert entry.links("spl:renews", "mandate") == ["b", "c"]
    assert entry.text("spl:note", "none") == "none"
    assert entry.integer("spl:year", 7) == 7


@pytest.mark.parametrize(
    ("body", "read", "told"),
    [
        (
            "mandate:a a spl:Mandate .",
            lambda e: e.text("spl:note"),
            'mandate:a has no spl:note; add spl:note "…"',
        ),
        ('mandate:a spl:note "x" , "y" .', lambda e: e.text("spl:note"), "has 2 values for spl:note"),
        ('mandate:a rdfs:label "x"@en , "y"@en .', lambda e: e.by_language("rdfs:label"), "has two values"),
        ('mandate:a spl:year "x" .', lambda e: e.integer("spl:year"), "is not a whole number"),
        ('mandate:a spl:year "-1" .', lambda e: e.integer("spl:year"), "is not a whole number"),
        ('mandate:a spl:year "٣" .', lambda e: e.integer("spl:year"), "is not a whole number"),
        ('mandate:a spl:independent "yes" .', lambda e: e.flag("spl:independent"), "write true or false"),
        ('mandate:a spl:renews "b" .', lambda e: e.iris("spl:renews"), "is a text"),
        ("mandate:a spl:note mandate:b .", lambda e: e.texts("spl:note"), "is not a text"),
        (
            "mandate:a spl:renews spl:b .",
            lambda e: e.links("spl:renews", "mandate"),
            "where a mandate:… belongs",
        ),
        (
            "mandate:a a spl:Mandate .",
            lambda e: e.link("spl:renews", "mandate"),
            "has 0 values for spl:renews",
        ),
        ("spl:a a spl:Mandate .", lambda e: e.id("mandate"), "where a mandate:… belongs"),
    ],
)
def test_what_an_editor_is_told(
    tmp_path: Path, body: str, read: Callable[[Entry], object], told: str
) -> None:
    entry = one(tmp_path, body)
    with pytest.raises(EntryError) as caught:
        read(entry)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"ontology/some.ttl: {entry.subject} ")
    assert isinstance(caught.value, OntologyError)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("mandate:a a spl:Mandate", "ontology/some.ttl: line "),
        ('mandate:a rdfs:label "x .', "ontology/some.ttl: line "),
        ("unknown:a a spl:Mandate .", "ontology/some.ttl: line "),
        ('[] rdfs:label "x" .', "[ … ] is not allowed"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(EntryError) as caught:
        one(tmp_path, body)
    assert told in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EntryError, match=r"ontology/none.ttl: cannot be read"):
        read_entries(tmp_path / "none.ttl")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["", "en", "fr", "es"]))
def test_texts_survive(tmp_path_factory: pytest.TempPathFactory, text: str, language: str) -> None:
    path = tmp_path_factory.mktemp("turtle") / "some.ttl"
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    tag = f"@{language}" if language else ""
    path.write_bytes(f'<{SPL}a> <{SPL}text> "{quoted}"{tag} .'.encode())
    assert read_entries(path)[0].texts("spl:text") == [(text, language)]
