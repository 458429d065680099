"""What is reported becomes a claim, with its hedges or its scope; nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model.record import Claim
from kg.model.text import Part, Span
from kg.relate.claims import claims
from kg.relate.reading import Reading
from kg.relate.statements import statements
from tests.builders.reading import letter_text, read_seed, reading_of
from tests.relate.passages import INTRODUCTIONS, PASSAGES, Introduction, Passage

GOLD = json.loads((Path(__file__).parents[1] / "data" / "seeds_gold.json").read_text(encoding="utf-8"))
LETTERS = [pytest.param(letter, id=letter["file"][:3]) for letter in GOLD["letters"]]
ISSUES = {
    "arbitrary-detention": ["arbitrary-detention"],
    "compulsory-training": ["coercive-re-education"],
    "confinement-and-surveillance": ["movement", "surveillance"],
    "control-of-daily-life": ["privacy"],
    "denial-of-access-for-due-diligence": ["due-diligence-obstruction"],
    "deprivation-of-liberty": ["liberty"],
    "excessive-overtime": ["working-conditions"],
    "exploitative-working-conditions": ["working-conditions"],
    "forced-enrolment": ["coercive-re-education"],
    "forced-labour": ["forced-labour"],
    "forcible-transfer": ["forcible-transfer"],
    "labour-advertising": ["labour-recruitment"],
    "lack-of-accountability-and-remedy": ["impunity-remedy"],
    "per-head-payments": ["labour-recruitment"],
    "police-presence": ["surveillance"],
    "restriction-of-family-contact": ["family-life"],
    "restriction-of-movement": ["movement"],
    "restriction-of-religion": ["religion"],
    "supply-chain-link": ["business-abuse"],
    "surveillance": ["surveillance"],
    "threat-and-intimidation": ["threats"],
    "torture-or-ill-treatment": ["torture"],
    "trafficking-in-persons": ["trafficking"],
    "wage-uncertainty": ["working-conditions"],
}


def _spans(gold: dict) -> tuple[Span, ...]:
    segments = gold.get("segments") or [gold.get("span", gold)]
    return tuple(Span(segment["start"], segment["end"]) for segment in segments)


def _in_order(gold: list[dict]) -> list[dict]:
    return sorted(gold, key=_spans)


@pytest.mark.parametrize("gold", LETTERS)
def test_seed_claims_stand_where_the_gold_says(gold: dict) -> None:
    found = claims(read_seed(gold["file"]))
    assert [claim.spans for claim in found] == [_spans(claim) for claim in _in_order(gold["allegations"])]


@pytest.mark.parametrize("gold", LETTERS)
def test_seed_claims_have_their_hedges_and_scope(gold: dict) -> None:
    found = claims(read_seed(gold["file"]))
    for claim, expected in zip(found, _in_order(gold["allegations"]), strict=True):
        assert [hedge.spans for hedge in claim.hedges] == [_spans(hedge) for hedge in expected["hedges"]]
        scope = expected["scope_hedge"]
        assert (claim.scope.spans if claim.scope else None) == (_spans(scope) if scope else None)


@pytest.mark.parametrize("gold", LETTERS)
def test_seed_claims_speak_of_the_right_issues(gold: dict) -> None:
    right = found = wanted = 0
    for claim, expected in zip(claims(read_seed(gold["file"])), _in_order(gold["allegations"]), strict=True):
        issues = {issue for kind in expected["types"] for issue in ISSUES[kind]}
        right += len(issues & set(claim.types))
        found += len(claim.types)
        wanted += len(issues)
    assert 2 * right / (found + wanted) >= 0.95


@pytest.mark.parametrize("gold", LETTERS)
def test_seed_statements(gold: dict) -> None:
    found = statements(read_seed(gold["file"]))
    by_kind = {
        kind: [s.spans for s in found if s.kind == kind] for kind in ("concern", "position", "disclaimer")
    }
    assert by_kind == {
        "concern": [_spans(concern) for concern in gold["concerns"]],
        "position": [_spans(gold["government_position"])],
        "disclaimer": [_spans(gold["disclaimer"])],
    }
    assert [s.holder for s in found if s.kind == "position"] == ["the Government of China"]
    assert [s.spans for s in found if s.kind == "reliability"] == [_spans(gold["reliability_statement"])]


def _passage(passage: Passage) -> Reading:
    text = " ".join(sentence for _, sentence in passage.sentences)
    return reading_of(letter_text(passage.language, company=passage.addressee == "company", allegations=text))


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_what_is_reported_and_nothing_else_is_a_claim(passage: Passage) -> None:
    expected = [sentence for kind, sentence in passage.sentences if kind == "claim"]
    assert [claim.text for claim in claims(_passage(passage))] == expected


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_positions_and_concerns_are_statements(passage: Passage) -> None:
    found = statements(_passage(passage))
    expected = [(kind, sentence) for kind, sentence in passage.sentences if kind in ("position", "concern")]
    assert [(statement.kind, statement.text) for statement in found] == expected
    assert all(statement.holder for statement in found if statement.kind == "position")


@pytest.mark.parametrize("case", INTRODUCTIONS, ids=lambda case: case.text[-30:])
def test_claims_of_introductions(case: Introduction) -> None:
    reading = reading_of(
        letter_text(case.language, company=case.addressee == "company", introduction=case.text)
    )
    assert tuple(claim.text for claim in claims(reading)) == case.claims


def _all_claims() -> list[Claim]:
    readings = [read_seed(letter["file"]) for letter in GOLD["letters"]] + [_passage(p) for p in PASSAGES]
    return [claim for reading in readings for claim in claims(reading)]


def test_no_claim_without_hedge_or_scope() -> None:
    assert all(claim.hedges or claim.scope for claim in _all_claims())


@pytest.mark.parametrize("gold", LETTERS)
def test_requests_norms_and_annex_yield_no_claim(gold: dict) -> None:
    reading = read_seed(gold["file"])
    silent = (Part.REQUEST, Part.ANNEX, Part.PROCEDURE, Part.CONCERNS, Part.LEGAL, Part.FOOTNOTE)
    first = [span for block, _ in reading.blocks(*silent) for span in block.view.spans(0, len(block.text))]
    for claim in claims(reading):
        assert not any(a.start < b.end and b.start < a.end for a in claim.spans for b in first)


def test_a_cue_in_the_first_sentence_governs_those_that_follow() -> None:
    text = "According to the information received, Mr. Vale was arrested. He was beaten."
    introduction = "We are writing to you about Mr. Vale."
    letter = letter_text("en", company=False, introduction=introduction).replace(
        introduction, f"{introduction}\n\n{text}"
    )
    first, second = claims(reading_of(letter))
    assert first.scope is None
    assert [hedge.value for hedge in first.hedges] == ["According to the information received"]
    assert second.scope is not None
    assert second.scope.value == "According to the information received"


def test_a_misprinted_cue_before_the_first_sentence_is_still_a_cue() -> None:
    letter = letter_text(
        "en", company=False, allegations="Since 2016, the police has reportedly closed the hall."
    )
    letter = letter.replace("information received:\n\n", "infonnation received: ")
    (claim,) = claims(reading_of(letter))
    assert claim.text == "Since 2016, the police has reportedly closed the hall."
    assert claim.scope is not None
    assert claim.scope.value == "According to the infonnation received:"


@pytest.mark.parametrize(
    "cue",
    [
        "It has been brought to our attention that:",
        "Reports that have reached us indicate the following:",
        "We have received reports that, in the course of 2020:",
        "The following facts have been reported to us:",
        "The sources report that:",
    ],
)
def test_whatever_announces_the_account_is_its_scope(cue: str) -> None:
    letter = letter_text("en", company=False, allegations="The police closed the hall.")
    (claim,) = claims(reading_of(letter.replace("According to the information received:", cue)))
    assert claim.scope is not None
    assert claim.scope.value == cue


def test_the_name_of_a_company_says_nothing_of_what_happened() -> None:
    text = "The longliner is owned by Golden Current Fishery Co. Ltd."
    (claim,) = claims(reading_of(letter_text("en", company=False, allegations=text)))
    assert claim.types == ()


def test_what_is_reported_among_comments_on_a_law_is_a_claim() -> None:
    comment = "It has been reported to us that Ms. Ada Lorn was detained under section 3."
    letter = letter_text(
        "en",
        company=False,
        introduction="We would like to offer our observations on the Bill.",
        concerns=f"We are concerned that section 3 is vague. {comment} The Bill should be reviewed.",
    )
    assert [claim.text for claim in claims(reading_of(letter))] == [comment]


@pytest.mark.parametrize(
    ("language", "sentence", "victims", "actor", "places"),
    [
        ("en", "The workers are allegedly monitored by security guards in Latvia.", "The workers", "security guards", [("Latvia", "LVA")]),
        ("en", "In May 2020, the police allegedly arrested ten villagers in the district of Sarm.", None, "the police", [("Sarm", "")]),
        ("en", "Workers’ contact with relatives is reportedly forbidden.", "Workers", None, []),
        ("en", "All aspects of the lives of the residents are allegedly controlled by the authorities.", "the residents", "the authorities", []),
        ("en", "The permit was reportedly renewed.", None, None, []),
        ("fr", "Les familles auraient été expulsées par des gendarmes.", "Les familles", "des gendarmes", []),
        ("es", "Los campesinos habrían sido golpeados por agentes de la policía en Chile.", "Los campesinos", "agentes de la policía", [("Chile", "CHL")]),
    ],
)  # fmt: skip
def test_participants_as_text(
    language: str, sentence: str, victims: str | None, actor: str | None, places: list[tuple[str, str]]
) -> None:
    (claim,) = claims(reading_of(letter_text(language, company=False, allegations=sentence)))
    assert (claim.victims.value if claim.victims else None) == victims
    assert (claim.actor.value if claim.actor else None) == actor
    assert [(place.value, code) for place, code in claim.places] == places
