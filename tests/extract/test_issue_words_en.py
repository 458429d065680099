"""The facts by which English letters tell of abuses, and look-alikes that tell of none."""

from __future__ import annotations

import pytest

from kg.extract.issues import IssueFinder
from kg.vocab.load import load_register

FINDER = IssueFinder(load_register())

FACTS = [
    ("For nine days, his wife was not told where he was held.", ["disappearance", "incommunicado"]),
    ("His relatives inquired at several prisons but were told that he was not there.", ["disappearance"]),
    ("The authorities continue to deny that he is in their hands.", ["disappearance"]),
    ("Mobile internet was cut from the evening until 10 August.", ["internet-shutdown"]),
    ("The police have yet to open a file.", ["impunity-remedy"]),
    ("The officers involved were promoted.", ["impunity-remedy"]),
    ("The prosecutor’s office archived the complaint.", ["impunity-remedy"]),
    ("The perpetrators remain at large.", ["impunity-remedy"]),
    ("Tests found arsenic at 14 times the guideline value.", ["toxics"]),
    ("The stream has run dry.", ["water-sanitation"]),
    ("Since the pumping began, eleven of the nineteen boreholes no longer give water.", ["water-sanitation"]),
    ("She was summoned to the district police eleven times in two months.", ["judicial-harassment"]),
    ("Shots were fired at the house by unknown persons.", ["right-to-life", "threats"]),
    ("A dead bird was left at her gate.", ["threats"]),
    ("He found the tyres of his motorcycle slashed.", ["threats"]),
    ("Masked persons came to her home and warned her to drop the complaint.", ["threats"]),
    ("Forty men share a cell built for eight.", ["detention-conditions"]),
    ("He was hung by his wrists from the ceiling.", ["torture"]),
    ("She was kept awake for four nights.", ["torture"]),
    ("The hearing lasted eleven minutes.", ["fair-trial"]),
    ("The defence was given only three days to study 4,000 pages.", ["fair-trial"]),
    ("They were tried by a military court behind closed doors.", ["fair-trial"]),
    ("The judge was removed from the bench the week after the acquittal.", ["judicial-independence"]),
    ("Residents were given three days to vacate.", ["forced-eviction"]),
    ("The reservoir will submerge 14 villages.", ["displacement", "environment"]),
    ("The concession covers land farmed by 600 families.", ["land-rights"]),
    ("The village was never consulted.", ["participation"]),
    ("Boys of 11 carry bricks in the kilns.", ["child-labour"]),
    ("An intermediary charged each man eleven months’ earnings for the placement.", ["labour-recruitment"]),
    ("Employees work from dawn until ten at night.", ["working-conditions"]),
    ("Shop stewards were suspended.", ["union-rights"]),
    ("Workers had neither helmets nor masks.", ["occupational-safety"]),
    ("He may be hanged at any time.", ["death-penalty"]),
    ("Children have developed rashes and coughs.", ["health"]),
    ("Families eat once a day.", ["food"]),
    ("She was banned from travelling abroad.", ["movement"]),
    ("A tracking device was found under her car.", ["surveillance"]),
    ("His cousins were questioned after he had spoken abroad.", ["threats", "transnational-repression"]),
    ("The Ministry refused to register the organization for the third time.", ["association"]),
    ("Thousands took to the streets of the capital.", ["assembly"]),
    ("The police fired rubber bullets.", ["use-of-force"]),
    ("The coast guard towed the rubber boat back into open water.", ["migrants-refugees"]),
    ("Widows cannot inherit land.", ["women-girls"]),
    ("The law punishes same-sex relations.", ["legislation", "lgbt"]),
]

LOOK_ALIKES = [
    "Mr. Wario, a quarry worker of 29, lives in Garissa.",
    "An entry was shown to the magistrate.",
    "Three armed men in a lorry crossed the bridge at noon.",
    "Between March and May 2021 nothing happened.",
    "He received the letter in a hospital.",
    "The weekly market is near the police station.",
    "The Ministry of Environment, Water and Forests replied.",
    "The family of Mr. Hang wrote to the Fourth Department.",
    "The appeal of 3 June was signed by two monks.",
]


@pytest.mark.parametrize(("text", "issues"), FACTS)
def test_a_fact_tells_of_its_issue(text: str, issues: list[str]) -> None:
    assert sorted({mention.value for mention in FINDER.find(text, "en")}) == issues


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_tells_of_none(text: str) -> None:
    assert FINDER.find(text, "en") == ()
