"""Addresses whose lines run together, and names that are no address."""

from __future__ import annotations

import hashlib

import pytest

from kg.model.text import Part, Source
from kg.structure.letter import build_letter

HEAD = "Mandate of the Special Rapporteur on the right to food\n\nREFERENCE: AL OTH 801/2021\n\n3 May 2021\n\n{greeting}\n\nWe have the honour to address you in our capacity as Special Rapporteur on the right to food, pursuant to Human Rights Council resolution 40/7.\n\n"
TAIL = "\n\nAccording to the information received:\n\nThe mill reportedly closed.\n\nPlease accept the assurances of our highest consideration.\n\nAda Marlow-Benn\nSpecial Rapporteur on the right to food\n"
SENTENCE = "We write concerning the mill, which is operated by {} your company, and its workers."
RUN_ON = [
    ("Dear Ms. Tarnvale,", "Ms. Ingeborg Tarnvale President and Chief Executive Officer Tarnvik Alloys AB", ["Ms. Ingeborg Tarnvale", "President and Chief Executive Officer", "Tarnvik Alloys AB"]),
    ("Dear Mr. Young,", "Mr. Xavier Young Chair of the Board of Directors Foo Bar plc", ["Mr. Xavier Young", "Chair of the Board of Directors", "Foo Bar plc"]),
    ("Dear Ms. Ito, Dear Mr. Berg,", "Ms. Margo Lee Ito Mr. Casimir Olaf Berg Co-Chief Executive Officers Palm Partners LLP", ["Ms. Margo Lee Ito", "Mr. Casimir Olaf Berg", "Co-Chief Executive Officers", "Palm Partners LLP"]),
    ("Madame Roy,", "Mme Jeanne Roy Présidente-directrice générale Mines du Nord SA", ["Mme Jeanne Roy", "Présidente-directrice générale", "Mines du Nord SA"]),
    ("Estimado Sr. Paz:", "Sr. Luis Paz Director General Minera Alta S.A.", ["Sr. Luis Paz", "Director General", "Minera Alta S.A."]),
]  # fmt: skip
NO_ADDRESS = ["Mr. John Marsh President of the union", "Ms. Tarnvale, a farmer,", "Mr. Paul Hunt Special Rapporteur on health"]  # fmt: skip

# Without any person: a company and its lines, behind the salutation
NOBODY = [
    "Directorio\nAndesval Recursos, Inc.\nVancouver, Canadá",
    "Conseil d’administration\nMines du Nord SA",
]
LISTS = [
    "Tarnvik Alloys AB\nMines du Nord SA",
    "The mill of Tarnvik Alloys AB\nis closed",
    "Ada Marlow\nSpecial Rapporteur on Mines SA",
]


def address(text: str) -> list[list[str]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    letter = build_letter(Source("letter.txt", digest, "text/plain", "utf-8", text))
    return [
        [block.text[start:end] for start, end in block.lines]
        for block in letter.blocks
        if block.part is Part.ADDRESSEE
    ]


@pytest.mark.parametrize(("greeting", "printed", "lines"), RUN_ON)
def test_an_address_stands_apart_from_its_sentence(greeting: str, printed: str, lines: list[str]) -> None:
    assert address(HEAD.format(greeting=greeting) + SENTENCE.format(printed) + TAIL) == [lines]


@pytest.mark.parametrize(("greeting", "printed", "lines"), RUN_ON)
def test_an_address_may_be_a_paragraph_on_one_line(greeting: str, printed: str, lines: list[str]) -> None:
    assert address(HEAD.format(greeting=greeting) + "We write." + TAIL + f"\n{printed}\n") == [lines]


@pytest.mark.parametrize(("greeting", "printed", "lines"), RUN_ON)
def test_an_address_follows_the_signatures_in_a_letter_on_one_line(
    greeting: str, printed: str, lines: list[str]
) -> None:
    text = f"{HEAD.format(greeting=greeting)}We write to you.{TAIL} {printed} Annex Reference to law We recall it."
    assert address(" ".join(text.split())) == [lines]


@pytest.mark.parametrize("name", NO_ADDRESS)
def test_a_name_in_a_sentence_is_no_address(name: str) -> None:
    assert address(HEAD.format(greeting="Dear Ms. Tarnvale,") + SENTENCE.format(name) + TAIL) == []


@pytest.mark.parametrize("printed", NOBODY)
def test_an_address_may_name_no_person(printed: str) -> None:
    text = HEAD.format(greeting="Dear Sir or Madam,") + "We write." + f"\n\n{printed}" + TAIL
    assert address(text) == [printed.split("\n")]


@pytest.mark.parametrize("printed", LISTS)
def test_lines_with_companies_are_no_address(printed: str) -> None:
    assert address(HEAD.format(greeting="Dear Sir or Madam,") + "We write." + f"\n\n{printed}" + TAIL) == []
