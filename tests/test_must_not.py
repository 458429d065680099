"""Facts that must not be: every kind of entry is found when broken, and kept when it is not."""

from __future__ import annotations

from typing import Any

import pytest

from kg.pipeline.must_not import CHECKERS, violations

Json = dict[str, Any]

BROKEN = [  # kind, value, what the record has, what gold has
    ("resolution", "51/2019", {"resolutions": [{"number": "51/2019", "body": "HRC", "mandate": None}]}, {}),
    ("resolution", "51/2019", {"other_resolutions": [{"number": "51/2019", "body": "HRC"}]}, {}),
    ("other_resolution", "5/1", {"other_resolutions": [{"number": "5/1", "body": "HRC"}]}, {}),
    ("resolution_body", "64/292 as HRC", {"other_resolutions": [{"number": "64/292", "body": "HRC"}]}, {}),
    ("resolution_mandate", "52/9 sr-food", {"resolutions": [{"number": "52/9", "body": "HRC", "mandate": "sr-food"}]}, {}),
    ("guiding_principle", 7, {"guiding_principles": [{"number": 7, "how": "cited", "commentary": False}]}, {}),
    ("guiding_principle", "19 cited/quoted without commentary flag", {"guiding_principles": [{"number": 19, "how": "quoted", "commentary": False}]}, {"guiding_principles": [{"number": 19, "how": "cited", "commentary": False}]}),
    ("response_days", 60, {"response": {"days": 60, "hours": None}}, {}),
    ("response_hours", 48, {"response": {"days": None, "hours": 48}}, {}),
    ("publication_days", 60, {"publication": {"days": 60, "hours": None}}, {}),
    ("publication_hours", 48, {"publication": {"days": None, "hours": 48}}, {}),
    ("involvement", "caused", {"involvement": ["caused"]}, {}),
    ("addressee", "Mast SA", {"addressee": {"organisation": "Mast SA"}}, {}),
    ("addressee", "Bo Dale", {"addressee": {"persons": [{"name": "Bo Dale"}]}}, {}),
    ("addressee_organisation", "Mast SA", {"addressee": {"organisation": "Mast SA"}}, {}),
    ("addressee_person", "Excellence", {"addressee": {"persons": [{"name": "Excellence"}]}}, {}),
    ("office", None, {"addressee": {"persons": [{"name": "Bo Dale", "office": None}]}}, {}),
    ("office", "CEO", {"addressee": {"persons": [{"name": "Bo Dale", "office": "CEO"}]}}, {}),
    ("signatory", "Bo Dale", {"signatories": [{"name": "Bo Dale"}]}, {}),
    ("state_copied", "CHE", {"states_copied": ["CHE"]}, {}),
    ("state", "CHE", {"addressee": {"state": "CHE"}}, {}),
    ("state", "state null because SWITZERLAND is letterhead", {"addressee": {"state": None}}, {}),
    ("type", "UA", {"type": "UA"}, {}),
    ("date", "2021-04-27", {"date": "2021-04-27"}, {}),
    ("reference", "AL PAK 4/2018", {"reference": "AL PAK 4/2018"}, {}),
    ("language", "es", {"language": "es"}, {}),
    ("kind", "communication", {"kind": "communication"}, {}),
    ("doc_kind", "communication", {"kind": "communication"}, {}),
    ("count", "58 signing mandates", {"mandates": ["sr-food"] * 58}, {}),
    ("mandates", 1, {"mandates": ["sr-food"]}, {}),
    ("mandate", "sr-food", {"mandates": ["sr-food"]}, {}),
    ("questions", 2, {"questions": [{"number": 1, "text": ""}, {"number": 2, "text": ""}]}, {}),
    ("instrument_article", "iccpr 4, 7, 12", {"instruments": [{"id": "iccpr", "articles": ["12(3)"]}]}, {}),
    ("instrument", "achr", {"instruments": [{"id": "achr", "articles": []}]}, {}),
    ("document", "No. 612", {"documents": [{"symbol": "No. 612"}]}, {}),
    ("general_comment", "cescr 15", {"general_comments": [{"committee": "cescr", "number": "15"}]}, {}),
    ("person", "the then Special Rapporteur", {"signatories": [{"name": "The then Special Rapporteur"}]}, {}),
    ("person_concerned", "Talamaré", {"persons_concerned": ["comunidad de Talamaré"]}, {}),
    ("company", "Mast", {"companies": [{"name": "Mast SA", "role": "mentioned"}]}, {}),
    ("company_copied", "Mast SA", {"companies_copied": ["Mast SA"]}, {}),
    ("claim", "prejudge", {"claims": [{"text": "While we do not wish to prejudge"}]}, {}),
    ("text", "**", {"claims": [{"text": "an **Annex**"}]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "record", "gold"), BROKEN)
def test_broken_must_not(kind: str, value: str | int | None, record: Json, gold: Json) -> None:
    entry = {"kind": kind, "value": value, "why": "because"}
    broken, unknown = violations("a", {**gold, "must_not": [entry]}, record)
    assert [(violation.kind, violation.why) for violation in broken] == [(kind, "because")]
    assert not unknown


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, value, _, _ in BROKEN if value is not None]
)
def test_kept_must_not(kind: str, value: str | int) -> None:
    right = {"addressee": {"state": "ISL", "persons": [{"name": "Ada Quill", "office": "President"}]}}
    assert violations("a", {"must_not": [{"kind": kind, "value": value}]}, right) == ([], [])


@pytest.mark.parametrize(
    ("kind", "value", "same"),
    [
        (
            "instrument_article",
            "iccpr 22 from the by-law",
            {"instruments": [{"id": "iccpr", "articles": ["22"]}]},
        ),
        ("resolution", "24/5", {"other_resolutions": [{"number": "24/5", "body": "HRC"}]}),
        (
            "guiding_principle",
            19,
            {"guiding_principles": [{"number": 19, "how": "cited", "commentary": False}]},
        ),
    ],
)
def test_what_gold_expects_is_no_violation(kind: str, value: str | int, same: Json) -> None:
    assert violations("a", {**same, "must_not": [{"kind": kind, "value": value}]}, same) == ([], [])


def test_every_kind_of_must_not_is_tested() -> None:
    assert {kind for kind, *_ in BROKEN} == set(CHECKERS)
