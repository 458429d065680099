"""General comments and recommendations, and who speaks in them."""

from __future__ import annotations

import pytest

from kg.extract.comments import find_comments

# text, (committee, number) of each
CASES = [
    ("general comment No. 36 of the Human Rights Committee", [("ccpr", "36")]),
    ("restrictions must be precise (CCPR/C/GC/34, para. 25)", [("ccpr", "34")]),
    ("CESCR General Comments Nos. 4 and 7", [("cescr", "4"), ("cescr", "7")]),
    ("General Comment No. 14 (E/C.12/2000/4)", [("cescr", "14")]),
    ("l’observation générale n° 4 (2017) du Comité contre la torture", [("cat", "4")]),
    (
        "les observations générales nos 3 et 14 du Comité des droits de l’enfant",
        [("crc", "3"), ("crc", "14")],
    ),
    ("la recommandation générale no 30 du CEDAW", [("cedaw", "30")]),
    ("su recomendación general núm. 35 (CEDAW/C/GC/35)", [("cedaw", "35")]),
    ("la observación general núm. 26 del Comité de los Derechos del Niño", [("crc", "26")]),
    (
        (
            "the Committee on the Elimination of Racial Discrimination addressed it, and in its general comment No. 25 (2020) "
            "the Committee on Economic, Social and Cultural Rights dealt with science"
        ),
        [("cescr", "25")],
    ),
    (
        (
            "joint general comment No. 3 of the Committee on the Protection of the Rights of All Migrant Workers and Members of "
            "Their Families and No. 22 of the Committee on the Rights of the Child"
        ),
        [("cmw", "3"), ("crc", "22")],
    ),
]
NONE = [
    "general comment No. 9 of the Working Group on Enforced or Involuntary Disappearances",
    "We would welcome any general comments on 3 matters.",
    "the comments of 12 May 2020",
    "observations sur le projet de loi n° 34",
    "recomendación 21 del informe",
    "concluding observations, paragraph 36",
]


@pytest.mark.parametrize(("text", "comments"), CASES)
def test_comments_have_their_committee(text: str, comments: list[tuple[str, str]]) -> None:
    assert [(one.get("committee"), one.value) for one in find_comments(text)] == comments


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_comment_of_a_treaty_body_yields_nothing(text: str) -> None:
    assert find_comments(text) == ()
