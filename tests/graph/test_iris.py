"""IRIs are readable, stable and ASCII, and two names meet only when they are one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import iris
from kg.graph.who import Who
from kg.model.identity import Appearance, letter_key
from kg.vocab.terms import ID
from tests.builders.record import complete_record
from tests.builders.register import small_register

ASCII = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hitachi, Ltd", "hitachi-ltd"),
        ("Fionnuala Ní Aoláin", "fionnuala-ni-aolain"),
        ("Siobhán Mullally", "siobhan-mullally"),
        ("Ada Łukasz-Pérez", "ada-lukasz-perez"),
        ("Bjørn Ægir Straße", "bjorn-aegir-strasse"),
        ("O’Flaherty", "oflaherty"),
        ("A/HRC/RES/44/15", "a-hrc-res-44-15"),
        ("¹", "1"),
        ("  (b) ", "b"),
    ],
)
def test_slugs_are_what_people_expect(text: str, expected: str) -> None:
    assert iris.slug(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("雷军", "雷"), ("", " "), ("a" * 90, "a" * 91), ("Ромашка", "Березка"), ("…", "—")],
)
def test_names_ascii_cannot_hold_stay_apart(one: str, other: str) -> None:
    assert iris.slug(one) != iris.slug(other)


@given(st.text(max_size=200))
def test_slugs_are_ascii_and_never_empty(text: str) -> None:
    assert ASCII.fullmatch(iris.slug(text))


@given(st.text(min_size=1, max_size=60))
def test_symbols_make_valid_last_parts(text: str) -> None:
    last = iris.document(text).removeprefix(f"{ID}document/")
    assert re.fullmatch(r"[A-Za-z0-9.()-]+", last)


def test_a_communication_bears_its_reference_and_others_their_hash() -> None:
    record = complete_record()
    assert iris.letter_name(record) == "AL-OTH-7-2023"
    by_hash = record.source.sha256[:12]
    for kind in ("reply", "other"):
        assert iris.letter_name(replace(record, kind=kind)) == by_hash
    assert iris.letter_name(replace(record, reference=None)) == by_hash


def test_symbols_keep_their_shape() -> None:
    assert iris.resolution("E/CN.4/RES/2003/43").endswith("/resolution/E-CN.4-RES-2003-43")
    assert iris.symbol_as_written("A/HRC/RES/17/31").endswith("/symbol/A-HRC-RES-17-31")
    assert iris.resolution_symbol("GA", "76/161") == "A/RES/76/161"


def test_a_surname_names_nobody_beyond_its_letter() -> None:
    letter = iris.letter("AL-OTH-7-2023")
    who, key = Who(small_register()), letter_key(complete_record())
    assert who.of(Appearance("addressee", "Lei Jun", key)).iri == f"{ID}person/lei-jun"
    assert who.of(Appearance("addressee", "Schwarzman", key)).iri == f"{letter}/person/schwarzman"


def test_the_register_knows_spellings_of_a_holder() -> None:
    register = small_register()
    assert iris.canonical_name("D. Pesce", register) == "Dante Pesce"
    assert iris.canonical_name("Nobody Known", register) == "Nobody Known"


def test_a_second_node_of_a_name_gets_a_number() -> None:
    names, owner = iris.Names(), iris.letter("X")
    given_names = [names.fresh(owner, "hedge", "May be") for _ in range(3)]
    assert given_names == [f"{owner}/hedge/may-be", f"{owner}/hedge/may-be-2", f"{owner}/hedge/may-be-3"]
