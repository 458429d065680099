"""How the addressee is said to be involved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model.record import Involvement
from kg.model.text import Span
from kg.relate.claims import claims
from kg.relate.involvement import involvement
from tests.builders.reading import letter_text, read_seed, reading_of

GOLD = json.loads((Path(__file__).parents[1] / "data" / "seeds_gold.json").read_text(encoding="utf-8"))
LETTERS = [pytest.param(letter, id=letter["file"][:3]) for letter in GOLD["letters"]]

# language, where the sentence stands, the sentence, the channels
SAID = [
    ("en", "concerns", "We are concerned that your company may have caused or contributed to adverse impacts on the right to health.", ["caused", "contributed"]),
    ("en", "introduction", "We have received information that your company may be involved through its supply chain in alleged forced labour.", ["supply-chain"]),
    ("en", "introduction", "We have received information that your company may be involved in the alleged forced labour of minority workers.", ["unspecified"]),
    ("en", "introduction", "We have received information concerning an eviction to which your bank may be directly linked through a loan.", ["directly-linked"]),
    ("en", "allegations", "Your company’s operations have reportedly contributed to the pollution of the river.", ["contributed"]),
    ("en", "allegations", "The spill was allegedly caused by your company.", ["caused"]),
    ("en", "concerns", "We express our concern at the alleged complicity of your company in these acts.", ["unspecified"]),
    ("en", "concerns", "We are concerned that products of the supply chain of your company may have been made by children.", ["supply-chain"]),
    ("en", "concerns", "We are concerned that your bank, as lead lender, may have contributed to, or may be linked to, the evictions.", ["contributed", "directly-linked"]),
    ("en", "introduction", "We have received information regarding debt bondage at a factory from which your company reportedly sources gloves.", ["supply-chain"]),
    ("fr", "concerns", "Nous nous déclarons préoccupés par le risque que votre entreprise soit directement liée à ces pratiques.", ["directly-linked"]),
    ("es", "concerns", "Nos preocupa que la política de su grupo haya podido contribuir a estos hechos.", ["contributed"]),
    ("fr", "introduction", "Nous avons reçu des informations selon lesquelles votre entreprise pourrait être impliquée, par le biais de sa chaîne d’approvisionnement, dans du travail forcé.", ["supply-chain"]),
    ("fr", "concerns", "Nous sommes préoccupés par le fait que votre société aurait causé ou contribué à ces atteintes.", ["caused", "contributed"]),
    ("fr", "concerns", "Nous sommes préoccupés par des expulsions qui seraient directement liées à votre banque.", ["directly-linked"]),
    ("fr", "allegations", "Votre entreprise serait impliquée dans ces faits.", ["unspecified"]),
    ("es", "introduction", "Hemos recibido información según la cual su empresa habría causado o contribuido a efectos adversos.", ["caused", "contributed"]),
    ("es", "concerns", "Nos preocupa que su banco podría estar directamente vinculado con el desalojo.", ["directly-linked"]),
    ("es", "allegations", "Los vertidos habrían sido causados por su empresa.", ["caused"]),
    ("en", "introduction", "We have received allegations that your company, through its subsidiary Agro (Private) Limited, caused or contributed to the poisoning of workers.", ["caused", "contributed"]),
    ("en", "concerns", "We are concerned that your company could be causing, contributing to, or be directly linked to adverse impacts.", ["caused", "contributed", "directly-linked"]),
    ("en", "allegations", "Your company is reported to be directly linked, through its distributor Agrovet Ltd., to the poisoning of 20 workers.", ["directly-linked"]),
    ("en", "concerns", "If confirmed, these facts would indicate that your company contributed to land grabbing.", ["contributed"]),
    ("fr", "introduction", "Nous sommes en possession d’informations selon lesquelles votre banque aurait contribué, par l’octroi d’un prêt, à l’expulsion de 300 familles.", ["contributed"]),
    ("fr", "concerns", "Nous tenons à exprimer notre préoccupation face à l’implication alléguée de votre société dans ces faits.", ["unspecified"]),
    ("es", "allegations", "Los daños habrían sido provocados por las operaciones de su empresa.", ["caused"]),
    ("fr", "concerns", "Nous craignons que votre entreprise ne soit directement liée à ces atteintes par l’intermédiaire de son distributeur.", ["directly-linked"]),
    ("fr", "introduction", "Il a été porté à notre attention que votre société, au travers de sa filiale Palmivoire SA, aurait contribué à ces dommages.", ["contributed"]),
    ("es", "introduction", "Hemos recibido información sobre despidos a cuyas consecuencias su empresa, Norlanda Corp., haya podido contribuir.", ["contributed"]),
    ("es", "concerns", "Tememos que las actividades de su empresa hayan podido causar o contribuir a causar estos daños.", ["caused", "contributed"]),
    ("es", "introduction", "Según se indica, dichos efectos estarían directamente vinculados a los servicios prestados por su banco.", ["directly-linked"]),
    ("es", "concerns", "Nos preocupa que su empresa pueda haber contribuido a vulnerar los derechos del Sr. Paz, y que esté directamente vinculada, por sus contratos, a estos hechos.", ["contributed", "directly-linked"]),
    ("fr", "concerns", "Nous sommes préoccupés par les effets que les activités de votre société auraient causés sur la santé.", ["caused"]),
    ("es", "concerns", "Nos preocupa que su empresa estaría involucrada a través de su cadena de suministro en estas prácticas.", ["supply-chain"]),
]  # fmt: skip

NOT_SAID = [
    ("en", "allegations", "Sarm Ports Ltd reportedly concluded an agreement under which your company buys its output."),
    ("en", "allegations", "It is operated by Sarm Ports Ltd, in which your company is reported to hold 82 per cent of the shares."),
    ("en", "allegations", "Letters were sent to your company about the pollution caused by the mine."),
    ("en", "allegations", "Your company has not caused or contributed to these impacts, according to its report."),
    ("en", "concerns", "We would like to remind your company that business enterprises should avoid causing or contributing to adverse impacts."),
    ("en", "concerns", "We are concerned that the smelter may have caused harm, and note that your company was informed."),
    ("en", "requests", "1. Please explain whether your company has caused or contributed to these impacts through its supply chain."),
    ("en", "requests", "1. Please describe how your company prevents impacts directly linked to its operations, products or services."),
    ("fr", "requests", "1. Veuillez indiquer si votre entreprise a causé ces atteintes ou y a contribué."),
    ("fr", "allegations", "L’audit commandé par votre entreprise se serait limité à un entretien."),
    ("fr", "allegations", "Votre société n’aurait pas contribué à ces dommages."),
    ("en", "allegations", "No evidence suggests that your company caused the spill."),
    ("fr", "allegations", "Rien n’indique que votre société ait contribué à ces dommages."),
    ("es", "allegations", "No se desprende de la información que su empresa haya causado el derrame."),
    ("es", "requests", "1. Sírvase indicar si su empresa ha causado o contribuido a estos efectos."),
    ("es", "allegations", "Su empresa habría ofrecido 200 dólares por familia."),
]  # fmt: skip


def _involvement(language: str, part: str, sentence: str, *, company: bool = True) -> Involvement | None:
    parts = {"allegations": "A meeting took place.", part: sentence}
    reading = reading_of(letter_text(language, company=company, **parts))
    return involvement(reading, claims(reading))


@pytest.mark.parametrize(("language", "part", "sentence", "channels"), SAID)
def test_channels(language: str, part: str, sentence: str, channels: list[str]) -> None:
    found = _involvement(language, part, sentence)
    assert found is not None
    assert [channel.value for channel in found.channels] == channels


@pytest.mark.parametrize(("language", "part", "sentence"), NOT_SAID)
def test_nothing_is_read_from_duties_questions_denials_and_others(
    language: str, part: str, sentence: str
) -> None:
    assert _involvement(language, part, sentence) is None


@pytest.mark.parametrize(("language", "part", "sentence"), [case[:3] for case in SAID])
def test_letters_to_governments_state_no_involvement(language: str, part: str, sentence: str) -> None:
    assert _involvement(language, part, sentence, company=False) is None


@pytest.mark.parametrize("gold", LETTERS)
def test_seeds(gold: dict) -> None:
    reading = read_seed(gold["file"])
    found = involvement(reading, claims(reading))
    expected = gold["involvement"]
    assert found is not None
    assert [channel.value for channel in found.channels] == [expected["channel"] or "unspecified"]
    assert found.statement == (Span(expected["span"]["start"], expected["span"]["end"]),)
    assert found.modality is not None
    assert found.modality.value == expected["modality"]
    if expected["channel_span"]:
        span = expected["channel_span"]
        assert found.channels[0].spans == (Span(span["start"], span["end"]),)


def test_the_claim_on_the_addressee_is_marked() -> None:
    found = claims(read_seed("000"))
    assert [claim.involvement for claim in found] == [True] + [False] * 22
