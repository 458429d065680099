"""Communications, replies and other documents; the parts of heads printed in many ways."""

from __future__ import annotations

import hashlib

import pytest

from kg.model.text import Letter, Part, Source
from kg.structure.letter import build_letter

REPLIES = [
    "The Permanent Mission of Namibia presents its compliments to the Office of the High Commissioner and has the honour to refer to UA NAM 831/2014, sent by the Special Rapporteur on the right to food.",
    "Dear Special Rapporteur,\n\nThank you for your letter of 27 August 2018 (AL OTH 835/2018).",
    "La Mission permanente présente ses compliments au Haut-Commissariat et a l’honneur de se référer à la communication AL BEN 812/2018 du Rapporteur spécial sur le droit à l’alimentation.",
    "La Misión Permanente saluda atentamente a la Oficina del Alto Comisionado y tiene el honor de referirse al llamamiento UA DOM 803/2022 del Relator Especial sobre la tortura.",
    "Madame la Présidente,\n\nNous accusons réception de votre communication, que nous adresse le Groupe de travail sur la détention arbitraire.",
]  # fmt: skip
OTHERS = [
    "GENEVA (9 June 2016) – UN experts today urged the Government to release him, said Jane Roe, UN Special Rapporteur on torture. ENDS",
    "Report of the Special Rapporteur on the right to food on her visit. Summary. The visit took place in May 2019.",
]  # fmt: skip
CAPACITIES = [
    "We have the honour to address you in our capacities as Special Rapporteur on the right to food, pursuant to Human Rights Council resolution 40/7.",
    "I write in my capacity as UN Special Rapporteur on the right to food, pursuant to Human Rights Council resolution 40/7.",
    "Pursuant to Human Rights Council resolution 40/7, I address you as Special Rapporteur on the right to food.",
    "Nous avons l’honneur de vous écrire en qualité de Rapporteur spécial sur le droit à l’alimentation, en application de la résolution 40/7 du Conseil des droits de l’homme.",
    "J’ai l’honneur de m’adresser à vous en ma qualité de Rapporteur spécial sur le droit à l’alimentation, conformément à la résolution 40/7 du Conseil.",
    "Tenemos el honor de dirigirnos a usted en nuestras calidades de Relator Especial sobre el derecho a la alimentación, de conformidad con la resolución 40/7 del Consejo.",
]  # fmt: skip
DATES = ["3 May 2019", "May 3, 2019", "03/05/2019", "2019-05-03", "Date: 3 May 2019", "Genève, le 3 mai 2019", "Ginebra, 3 de mayo de 2019", "3rd May, 2019"]  # fmt: skip
ONE_PER_LINE = [
    "Mandate of the Special Rapporteur on the right to food", "REFERENCE: AL OTH 801/2021", "3 May 2021", "Dear Sir or Madam,", CAPACITIES[0],
    "We write concerning the mill. " * 8, "According to the information received:", "The mill reportedly closed in 2019. " * 8,
    "Please accept the assurances of our highest consideration.", "Ada Marlow-Benn", "Special Rapporteur on the right to food",
]  # fmt: skip


def read(text: str) -> Letter:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return build_letter(Source("letter.txt", digest, "text/plain", "utf-8", text))


@pytest.mark.parametrize("text", REPLIES)
def test_a_reply_is_known_by_how_it_opens(text: str) -> None:
    assert read(f"{text}\n\n1. We have noted it.\n").kind == "reply"


@pytest.mark.parametrize("text", OTHERS)
def test_news_and_reports_are_neither(text: str) -> None:
    assert read(text).kind == "other"


@pytest.mark.parametrize("capacity", CAPACITIES)
def test_the_capacity_sentence_may_be_worded_freely(capacity: str) -> None:
    letter = read(
        f"REFERENCE: AL OTH 801/2021\n\n3 May 2021\n\nExcellency,\n\n{capacity}\n\nWe write about a mill.\n"
    )
    assert letter.kind == "communication"
    assert [block.text for block in letter.of(Part.CAPACITY)] == [capacity]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("head", ["{date}\n\nREFERENCE: AL OTH 801/2019\n\nExcellency,", "REFERENCE: AL OTH 801/2019\n\n{date}\n\nExcellency,", "REFERENCE: AL OTH 801/2019\n\nExcellency, {date}"])  # fmt: skip
def test_the_date_may_stand_anywhere_in_the_head(date: str, head: str) -> None:
    letter = read(
        f"Mandate of the Special Rapporteur on the right to food\n\n{head.format(date=date)}\n\n{CAPACITIES[0]}\n"
    )
    assert [block.text for block in letter.of(Part.DATE)] == [date]


def test_a_line_feed_may_end_each_paragraph() -> None:
    letter = read("\n".join(ONE_PER_LINE))
    assert [block.text for block in letter.blocks] == [line.strip() for line in ONE_PER_LINE]
    assert [block.part for block in letter.blocks[-3:]] == [Part.CLOSING, Part.SIGNATURE, Part.SIGNATURE]


def test_figures_in_a_sentence_are_no_date() -> None:
    assert read(REPLIES[0] + " See case CR 22/02/2014.").of(Part.DATE) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We write to you under the mandates, which we hold in keeping with the wishes of the Human", "Rights Council, as set out in many of its texts."),
        ("A letter on the same matters is being sent on this day to the Governments of the Federal", "Republic of Germany, the Netherlands and Singapore."),
    ],
)  # fmt: skip
def test_a_sentence_cut_before_a_name_goes_on(before: str, after: str) -> None:
    letter = read(
        f"{ONE_PER_LINE[0]}\n\n{ONE_PER_LINE[1]}\n\nExcellency,\n\n{CAPACITIES[0]}\n\n{before}\n\n{after}\n"
    )
    assert letter.blocks[-1].text == f"{before} {after}"


def test_notes_at_the_foot_of_a_page_are_known_by_the_number_fused_above() -> None:
    page = f"{ONE_PER_LINE[0]}\n\n{ONE_PER_LINE[1]}\n\nExcellency,\n\n{CAPACITIES[0]}\n\nShells fell on the town.1 The clinic burned.2"
    letter = read(
        f"{page}\n\n1 The town had 300 people.\n2 As told by the mayor.\n\nPage 2\n\nThe school burned too.\n"
    )
    assert [block.text for block in letter.of(Part.FOOTNOTE)] == [
        "1 The town had 300 people. 2 As told by the mayor."
    ]
