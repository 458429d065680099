"""What a letter asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.record import Request
from kg.model.text import Span
from kg.relate.requests import requests
from kg.vocab.topics import load_topics, topics_in
from tests.builders.reading import letter_text, read_seed, reading_of

GOLD = json.loads((Path(__file__).parents[1] / "data" / "seeds_gold.json").read_text(encoding="utf-8"))
LETTERS = [pytest.param(letter, id=letter["file"][:3]) for letter in GOLD["letters"]]


@pytest.mark.parametrize("gold", LETTERS)
def test_seeds(gold: dict) -> None:
    found = requests(read_seed(gold["file"]))
    assert [(r.number, r.count) for r in found] == [(q["number"], q["requests"]) for q in gold["questions"]]
    for request, question in zip(found, gold["questions"], strict=True):
        assert (request.spans[0].start, request.spans[-1].end) == Span(question["start"], question["end"])


def test_seeds_hold_53_requests_in_39_numbers() -> None:
    found = [request for gold in GOLD["letters"] for request in requests(read_seed(gold["file"]))]
    assert (len(found), sum(request.count for request in found)) == (39, 53)


def _one(language: str, text: str) -> Request:
    (found,) = requests(
        reading_of(letter_text(language, company=True, allegations="A b.", requests=f"1. {text}"))
    )
    return found


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Please provide any comment you may have.", 1),
        ("en", "Please explain what steps were taken. This may include training.", 1),
        ("en", "Please explain what steps were taken, and please provide the results.", 2),
        ("en", "Please describe the mechanism and explain who may use it.", 2),
        ("en", "Please clarify what influence your company has, and how it uses that influence.", 1),
        ("en", "Please provide details. Moreover, what steps has your company taken to avoid complicity?", 2),
        ("en", "Are the facts accurate?", 1),
        ("en", "Kindly explain the policy. Please also provide a copy of it. Please state its date.", 3),
        ("fr", "Veuillez fournir des informations sur les amendes, et préciser leur base légale.", 2),
        ("fr", "Veuillez indiquer les mesures prises. Une copie a-t-elle été remise?", 2),
        ("es", "Sírvase indicar las medidas adoptadas. Si no las hubo, le rogamos que explique el porqué.", 2),
        ("es", "Por favor, sírvase explicar el plan y proporcionar una copia.", 2),
        ("es", "¿Son exactos los hechos?", 1),
    ],
)  # fmt: skip
def test_separate_requests_under_one_number(language: str, text: str, count: int) -> None:
    assert _one(language, text).count == count


def test_sub_items_are_separate_requests() -> None:
    request = _one(
        "en", "Please indicate what was done to prevent: (a) the loss of water; (b) acts of intimidation."
    )
    assert request.subitems == (("a", "the loss of water"), ("b", "acts of intimidation."))
    assert request.count == 2


def test_a_single_letter_in_brackets_is_no_list() -> None:
    assert _one("en", "Please explain how article 2 (a) of the code was applied.").subitems == ()


def test_the_number_is_no_part_of_the_words_but_of_the_place() -> None:
    request = _one("en", "Please explain the delay.")
    assert request.text == "Please explain the delay."
    (span,) = request.spans
    assert span.end - span.start == len("1. Please explain the delay.")


def test_principles_named() -> None:
    assert _one("en", "Please explain how it meets Guiding Principles 29 and 31.").principles == (29, 31)
    assert _one("en", "Please explain how it meets article 29 of the code.").principles == ()


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("en", "Please provide any additional information and any comment you may have on the allegations.", ("information-on-allegations",)),
        ("en", "Please explain how your company exercises leverage in its supply chain.", ("leverage", "supply-chain")),
        ("en", "Please describe the human rights due diligence carried out.", ("due-diligence",)),
        ("en", "Please describe any grievance mechanism and any remedy offered.", ("grievance-mechanism", "remedy")),
        ("en", "Please indicate whether the abuses were reported to the authorities.", ("reporting-to-authorities",)),
        ("en", "Please provide details of any investigation into the killing.", ("investigation",)),
        ("en", "Please provide the legal grounds for the arrest.", ("detention", "legal-basis")),
        ("fr", "Veuillez indiquer si un mécanisme de réclamation est accessible.", ("grievance-mechanism",)),
        ("fr", "Veuillez préciser les mesures prises pour réparer les préjudices.", ("remedy",)),
        ("fr", "Veuillez exposer la diligence raisonnable exercée.", ("due-diligence",)),
        ("es", "Sírvase explicar la debida diligencia ejercida.", ("due-diligence",)),
        ("es", "Sírvase informar sobre las consultas con la comunidad.", ("consultation",)),
        ("es", "Sírvase indicar el paradero del Sr. Pino.", ("whereabouts",)),
        ("en", "Please state the date.", ()),
    ],
)  # fmt: skip
def test_topics(language: str, text: str, topics: tuple[str, ...]) -> None:
    assert _one(language, text).topics == topics


@pytest.mark.parametrize("topic", load_topics(), ids=lambda topic: topic.id)
def test_every_topic_has_words_in_three_languages(topic: object) -> None:
    assert set(topic.triggers) == {"en", "fr", "es"}  # type: ignore[attr-defined]
    assert set(topic.labels) == {"en", "fr", "es"}  # type: ignore[attr-defined]


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "de"]))
def test_topics_are_sorted_ids(text: str, language: str) -> None:
    found = topics_in(text, language)
    assert list(found) == sorted(found)
    assert set(found) <= {topic.id for topic in load_topics()}
