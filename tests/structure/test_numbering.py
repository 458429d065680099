"""Requests are numbered in many ways; what only looks like a number is none."""

from __future__ import annotations

import pytest

from kg.model.text import Part, Source
from kg.structure.letter import build_letter
from kg.structure.numbering import Mark, marks

LETTER = """PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND

Mandate of the Special Rapporteur on the right to food

REFERENCE: AL NOR 899/2021

4 May 2021

Excellency,

I have the honour to address you in my capacity as Special Rapporteur on the right to food, pursuant to Human Rights Council resolution 40/7.

According to the information received:

{account}

It is my responsibility to seek to clarify all cases. I would be grateful for your observations on the following matters:

{requests}

This communication will be made public within 60 days.

Please accept, Excellency, the assurances of my highest consideration.
"""


def request_blocks(requests: str, account: str = "The nets were allegedly seized.") -> list[tuple[str, str]]:
    text = LETTER.format(requests=requests, account=account)
    letter = build_letter(Source("letter.txt", "0" * 64, "text/plain", "utf-8", text))
    return [(block.number, block.text) for block in letter.of(Part.REQUEST)]


@pytest.mark.parametrize(
    ("text", "series", "ordinal"),
    [
        ("1. Please explain", "figure", 1),
        ("2) Please explain", "figure)", 2),
        ("(3) Please explain", "figure)", 3),
        ("4.- ¿Qué medidas", "figure", 4),
        ("5°) Quelles mesures", "figure)", 5),
        ("6º. ¿Cuál es", "figure", 6),
        ("7 – Please explain", "figure", 7),
        ("8. please explain", "figure", 8),
        ("Question 2: Please explain", "word", 2),
        ("Question no 3 : Veuillez", "word", 3),
        ("Pregunta 4.- Sírvase", "word", 4),
        ("Question IV. Please", "word", 4),
        ("Thirdly, please explain", "ordinal", 3),
        ("Segundo. ¿Cuál es", "ordinal", 2),
        ("(b) Please explain", "letter small", 2),
        ("c) Veuillez", "letter small", 3),
        ("D. Please explain", "letter capital", 4),
        ("iv) Quelles mesures", "roman small", 4),
        ("IX. Please explain", "roman capital", 9),
    ],
)
def test_marks(text: str, series: str, ordinal: int) -> None:
    assert (series, ordinal) in [(mark.series, mark.ordinal) for mark in marks(text, 0)]
    assert all(text[mark.end :][:1].isalpha() or text[mark.end] == "¿" for mark in marks(text, 0))


@pytest.mark.parametrize(
    "text", ["12 May 2021", "1,200 families", "2021 was dry", "3 persons", "M.", "A man", "i.e. the law", "Questions remain"]
)  # fmt: skip
def test_no_marks(text: str) -> None:
    assert list(marks(text, 0)) == []


def test_a_numeral_is_read_as_a_letter_as_well() -> None:
    assert list(marks("i) The law", 0)) == [Mark("roman small", 1, 3), Mark("letter small", 9, 3)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("1.-", "2.-"), ("1°)", "2°)"), ("Question 1:", "Question 2:"),
     ("a)", "b)"), ("(a)", "(b)"), ("A.", "B."), ("i)", "ii)"), ("(i)", "(ii)"), ("I.", "II.")],
)  # fmt: skip
def test_each_numbered_request_is_one(first: str, second: str) -> None:
    found = request_blocks(f"{first} Please explain the seizure.\n\n{second} What is the law?")
    assert found == [(first, f"{first} Please explain the seizure."), (second, f"{second} What is the law?")]


def test_sub_items_belong_to_their_request() -> None:
    requests = "(a) Please explain:\n\n(i) the seizure;\n\n(ii) the fine.\n\n(b) Please name the law:\n1. its title;\n2. its date."
    assert [number for number, _ in request_blocks(requests)] == ["(a)", "(b)"]


def test_items_of_the_account_are_no_requests() -> None:
    account = "a) On 3 May, the nets were allegedly seized.\n\nb) On 4 May, the boats were allegedly burned."
    assert request_blocks("1. Please explain.", account) == [("1.", "1. Please explain.")]
    account = "1. On 3 May, the nets were allegedly seized.\n\n2. On 4 May, the boats were allegedly burned."
    assert request_blocks("(a) Please explain.", account) == [("(a)", "(a) Please explain.")]


def test_requests_without_numbers() -> None:
    bullets = "     • The reasons of the seizure;\n\n     • The law applied to it."
    assert [text for _, text in request_blocks(bullets)] == [
        "• The reasons of the seizure;",
        "• The law applied to it.",
    ]
    plain = "Please explain the seizure.\n\nPlease name the law."
    assert [text for _, text in request_blocks(plain)] == [
        "Please explain the seizure.",
        "Please name the law.",
    ]


def test_a_list_of_persons_asks_nothing() -> None:
    account = (
        "On 3 May, police arrested the following persons:\n\n1. Ole Berg, aged 24;\n\n2. Kari Nes, aged 19."
    )
    assert request_blocks("1. Please explain.", account) == [("1.", "1. Please explain.")]


def test_a_list_that_begins_again_goes_on() -> None:
    requests = "1. Please explain:\n\n(a) the seizure;\n\n(b) the fine.\n\n1. Please name the law.\n\n2. Please name its date."
    assert [text for _, text in request_blocks(requests)][1:] == [
        "1. Please name the law.",
        "2. Please name its date.",
    ]


def test_figures_in_figures() -> None:
    requests = "1. Please explain:\n\n1) Please say why;\n\n2) Please say when.\n\n2. Please name the law.\n\n3) Please name its date."
    assert [number for number, _ in request_blocks(requests)] == ["1.", "2.", "3)"]
