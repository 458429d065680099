"""Citations of Guiding Principles, and principles of other texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.principles import LAST_PRINCIPLE, find_principles

# text, numbers, details besides
CASES = [
    ("Guiding Principle 13", "13", {}),
    ("UN Guiding Principles 11 to 13 and 22", "11,12,13,22", {}),
    ("UNGPs 17-19", "17,18,19", {}),
    ("GP 22", "22", {}),
    ("Guiding Principles 18 to 20 and the matters of leverage", "18,19,20", {}),
    ("Principe directeur 13 b)", "13", {}),
    ("les Principes directeurs nos 28 et 30", "28,30", {}),
    ("los Principios Rectores 26 a 28", "26,27,28", {}),
    ("Principio Rector 19 b) ii)", "19", {}),
    ("the Commentary to Guiding Principle 4", "4", {"commentary": "yes"}),
    ("le commentaire du Principe directeur 19", "19", {"commentary": "yes"}),
    ("el comentario al Principio Rector 18", "18", {"commentary": "yes"}),
    ("Guiding Principle 20 and its Commentary", "20", {"commentary": "both"}),
    ("Principle 17 of the Guiding Principles on Business and Human Rights", "17", {"title": "yes"}),
    ("les PDNU 17 à 20", "17,18,19,20", {}),
    ("los PRNU 29 y 31", "29,31", {}),
    ("les PD 29 et 31", "29,31", {"needs": "antecedent"}),
    ("Principles 22 and 29", "22,29", {"needs": "antecedent"}),
    ("el principio 8", "8", {"needs": "antecedent"}),
    ("Guiding Principles 30 to 33", "30,31", {"problem": "out-of-range"}),
]
NONE = [
    "Guiding Principles on Internal Displacement",
    "Principle 10 of the Rio Declaration",
    "Yogyakarta Principle 7",
    "Framework Principles 14 and 15",
    "the ten principles of the Global Compact, in particular Principle 4",
    "Votre société a adhéré au Pacte mondial. Le principe 2 vise la complicité.",
    "los diez principios del Pacto Mundial, en particular el principio 10",
    "the Equator Principles, in particular Principle 5",
    "el principio 3 del plan nacional de igualdad",
    "le principe 4 de la charte nationale",
    "in principle 30 days are enough for a first reply of the company",
    "principles of law",
]


@pytest.mark.parametrize(("text", "numbers", "details"), CASES)
def test_principles_are_read(text: str, numbers: str, details: dict[str, str]) -> None:
    (mention,) = find_principles(text)
    assert (mention.value, dict(mention.detail)) == (numbers, details)


def test_the_commentary_on_another_principle_is_not_that_of_those_before() -> None:
    found = find_principles("Guiding Principles 18 to 20 and the Commentary on Principle 22 are relevant.")
    assert [(mention.value, mention.get("commentary")) for mention in found] == [
        ("18,19,20", ""),
        ("22", "yes"),
    ]


def test_the_commentary_of_the_next_sentence() -> None:
    found = find_principles("Le Principe directeur 2 vise les États. Son commentaire recommande des mesures.")
    assert [(one.value, one.get("commentary")) for one in found] == [("2", ""), ("2", "yes")]


@pytest.mark.parametrize("text", NONE)
def test_other_principles_are_no_guiding_principles(text: str) -> None:
    assert [one for one in find_principles(text) if not one.get("needs")] == []


@given(st.text(alphabet="Guiding Principle 0123456789,-toand()", max_size=60))
def test_numbers_are_those_of_principles(text: str) -> None:
    for mention in find_principles(text):
        numbers = mention.value.split(",") if mention.value else []
        assert all(1 <= int(number) <= LAST_PRINCIPLE for number in numbers)
        assert mention.value or mention.get("problem")
