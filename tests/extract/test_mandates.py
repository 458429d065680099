"""Mandates, however named and joined, and experts of other bodies."""

from __future__ import annotations

import pytest

from kg.extract.mandates import MandateFinder
from kg.vocab.load import load_register

FINDER = MandateFinder(load_register())
NAMES = [
    ("des Rapporteurs spéciaux sur le droit à l’alimentation; sur l’indépendance des juges et des avocats; et sur les droits des peuples autochtones", ["sr-food", "sr-independence-of-judges-and-lawyers", "sr-indigenous-peoples"]),
    ("the Special Rapporteur on minority issues and the Working Group on Arbitrary Detention", ["sr-minority-issues", "wg-arbitrary-detention"]),
    ("Special Rapporteur on violence against women, its causes and consequences, Special Rapporteur on the right to food", ["sr-violence-against-women", "sr-food"]),
    ("Special Rapporteur on adequate housing as a component of the right to an adequate standard of living, and on the right to non-discrimination in this context", ["sr-housing"]),
    ("Special Rappo11eur on contemporary forms of racism, racial discrimination, xenophobia and related intolerance", ["sr-racism"]),
    ("SPECIAL RAPPORTEUR ON FREEDOM OF RELIGION OR BELIEF", ["sr-religion-or-belief"]),
    ("UN Special Rapporteur on Torture and other Cruel, Inhuman or Degrading Treatment or Punishment", ["sr-torture"]),
    ("Special Rapporteur on safe drinking water and sanitation", ["sr-water-and-sanitation"]),
    ("Working Group on the issue of discrimination against women in law and in practice", ["wg-women-and-girls"]),
    ("Special Representative of the Secretary-General on the situation of human rights defenders", ["sr-human-rights-defenders"]),
    ("Représentante spéciale du Secrétaire général pour les défenseurs des droits de l’homme", ["sr-human-rights-defenders"]),
    ("du Groupe de travail sur la détention arbitraire; de la Rapporteuse spéciale sur le droit à l’éducation", ["wg-arbitrary-detention", "sr-education"]),
    ("Relatora Especial sobre el racismo, discriminación racial, xenofobia y otras formas conexas de intolerancia", ["sr-racism"]),
    ("Relator Especial sobre defensores de derechos humanos", ["sr-human-rights-defenders"]),
]  # fmt: skip
NONE = [
    "Special Rapporteur on Human Rights Defenders and Focal Point on Reprisals in Africa", "Special Rapporteur on freedom of expression of the Inter-American Commission",
    "Special Rapporteur on Prisons and Conditions of Detention in Africa", "Working Group on Communications", "Special Representative of the Secretary-General for children and armed conflict",
    "Special Representative of the Secretary-General on Violence against Children", "Special Rapporteur on the situation of human rights in Ruritania", "the working group of the company",
]  # fmt: skip
SIGNED = "Special Rapporteur on the right of everyone to the enjoyment of the highest attainable standard of physical and mental health Hinewai Castellane Special Rapporteur on minority issues"


@pytest.mark.parametrize(("text", "mandates"), NAMES)
def test_mandates_are_told_apart(text: str, mandates: list[str]) -> None:
    assert [mention.value for mention in FINDER.find(text)] == mandates


@pytest.mark.parametrize("text", NONE)
def test_experts_of_other_bodies_are_no_mandates(text: str) -> None:
    assert FINDER.find(text) == ()


@pytest.mark.parametrize("role", ["Special Rapporteur", "Special Rappo11eur"])
def test_a_name_ends_before_the_next_signature(role: str) -> None:
    text = SIGNED.replace("Special Rapporteur", role, 1)
    assert text[FINDER.find(text)[0].end :].startswith(" Hinewai Castellane")
