"""Two names compared: diacritics, initials, order, titles; legal forms, punctuation, conjunctions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.companies import form_classes
from kg.resolve.company_names import company_name
from kg.resolve.folding import folded
from kg.resolve.person_names import Likeness, compare_persons, person_name

EQUAL, REORDERED, ABBREVIATED = Likeness.EQUAL, Likeness.REORDERED, Likeness.ABBREVIATED
SIMILAR, CONTRARY, NONE = Likeness.SIMILAR, Likeness.CONTRARY, Likeness.NONE

PERSONS = [
    ("Siobhán Mullally", "Siobhan Mullally", EQUAL),
    ("Fionnuala Ní Aoláin", "FIONNUALA NI AOLAIN", EQUAL),
    ("Ana Lucía Peña", "Ana Lucia Pena", EQUAL),
    ("Mr. Nils Melzer", "Nils Melzer", EQUAL),
    ("Dr. Tlaleng Mofokeng", "Tlaleng Mofokeng", EQUAL),
    ("Sra. Irene Khan", "Irene Khan", EQUAL),
    ("Mme Mary Lawlor", "Mary Lawlor", EQUAL),
    ("O’Flaherty, Michael", "Michael O'Flaherty", EQUAL),
    ("Méndez, Juan E.", "Juan E. Mendez", EQUAL),
    ("Cha Hee-Seok", "Cha Heeseok", EQUAL),
    ("Abd al-Rahman Saleh", "Abdal Rahman Saleh", EQUAL),
    ("Abdul Rahman Saleh", "Abdulrahman Saleh", EQUAL),
    ("Lei Jun", "Jun Lei", REORDERED),
    ("Pesce Dante", "Dante Pesce", REORDERED),
    ("雷军", "雷军", EQUAL),
    ("N. Melzer", "Nils Melzer", ABBREVIATED),
    ("Juan Méndez", "Juan E. Méndez", ABBREVIATED),
    ("Juan E. Méndez", "Juan Ernesto Méndez", ABBREVIATED),
    ("Maria Giammarinaro", "Maria Grazia Giammarinaro", ABBREVIATED),
    ("M. G. Giammarinaro", "Maria Grazia Giammarinaro", ABBREVIATED),
    ("Fernand Varennes", "Fernand de Varennes", ABBREVIATED),
    ("Tomoya Obokato", "Tomoya Obokata", SIMILAR),
    ("Radmila Ostrowe", "Radmilo Ostrowe", SIMILAR),
    ("John A. Smith", "John B. Smith", CONTRARY),
    ("Nils Melzer", "Nils Muiznieks", NONE),
    ("Li Wei", "Li Wen", NONE),
    ("Li Na", "Lin A", NONE),
    ("Maria Garcia", "Mario Garcés", NONE),
    ("Juan Méndez", "José Méndez", NONE),
    ("Mary Kate Lawlor", "Mary Ann Lawlor", NONE),
    ("", "Dante Pesce", NONE),
]


@pytest.mark.parametrize(("one", "other", "likeness"), PERSONS)
def test_persons(one: str, other: str, likeness: Likeness) -> None:
    assert compare_persons(person_name(one), person_name(other))[0] is likeness
    assert compare_persons(person_name(other), person_name(one))[0] is likeness


@pytest.mark.parametrize(
    ("name", "identifies"),
    [
        ("Lei", False),
        ("Mr. Lei", False),
        ("J. M.", False),
        ("雷军", True),
        ("J. Lei", True),
        ("Lei Jun", True),
    ],
)
def test_a_surname_or_initials_alone_name_nobody(name: str, identifies: bool) -> None:  # noqa: FBT001
    assert person_name(name).identifies is identifies


ONE_COMPANY = [
    ("Hitachi, Ltd", "Hitachi Ltd."),
    ("Hitachi, Ltd", "HITACHI LIMITED"),
    ("Hitachi, Ltd", "Hitachi"),
    ("Sony Corp.", "Sony Corporation"),
    ("O-Film Technology Co. Ltd", "OFilm Technology Co., Ltd."),
    ("Nestlé S.A.", "Nestle SA"),
    ("Smith & Wesson Inc.", "Smith and Wesson, Inc"),
    ("Marks + Spencer plc", "Marks & Spencer PLC"),
    ("Rio Tinto p.l.c.", "Rio Tinto plc"),
    ("Compañía Minera Aurora S.A. de C.V.", "Compania Minera Aurora SA de CV"),
    ("Würth GmbH & Co. KG", "Wurth GmbH and Co KG"),
    ("Société Textile du Sahel S.A.R.L.", "Societe Textile du Sahel SARL"),
    ("小米有限公司", "小米"),
]
SEVERAL_COMPANIES = [
    ("Hitachi, Ltd", "Hitachi Construction Machinery Co., Ltd"),
    ("Sony Corporation", "Sony Group Corporation"),
    ("Nestlé Nigeria Plc", "Nestlé S.A."),
    ("Siemens AG", "Siemens Ltd"),
    ("Bank of China", "Bank of Communications China"),
    ("Plant 1 Ltd", "Plant 2 Ltd"),
    ("Limited Brands Inc.", "Brands Inc."),
    ("Total SA", "Totalia SA"),
]


@pytest.mark.parametrize(("one", "other"), ONE_COMPANY)
def test_spellings_of_one_company(one: str, other: str) -> None:
    left, right = company_name(one), company_name(other)
    assert left.key == right.key
    assert left.forms <= right.forms or right.forms <= left.forms


@pytest.mark.parametrize(("one", "other"), SEVERAL_COMPANIES)
def test_names_of_several_companies(one: str, other: str) -> None:
    left, right = company_name(one), company_name(other)
    assert left.key != right.key or not (left.forms <= right.forms or right.forms <= left.forms)


def test_a_name_without_form_is_open_beside_forms_that_contradict_each_other() -> None:
    none, ag, ltd = frozenset[str](), frozenset({"ag"}), frozenset({"ltd"})
    assert form_classes([none, ltd]) == {none: (none, False), ltd: (none, False)}
    assert form_classes([none, ag, ltd]) == {none: (none, True), ag: (ag, False), ltd: (ltd, False)}


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_is_symmetric_and_never_fails(one: str, other: str) -> None:
    left, right = person_name(one), person_name(other)
    assert compare_persons(left, right) == compare_persons(right, left)
    assert company_name(one).words


@given(st.text(max_size=40))
def test_a_name_is_like_itself(name: str) -> None:
    taken = person_name(name)
    if taken.closed:
        assert compare_persons(taken, taken) == (EQUAL, 100)
    assert folded(folded(name)) == folded(name)
