"""Instruments and their provisions in one block, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.extract.instruments import InstrumentFinder
from kg.model.mention import Mention, MentionKind
from kg.vocab.load import load_register

FINDER = InstrumentFinder(load_register())

# text, provisions as (instrument, parts or numbers)
PROVISIONS = [
    ("article 19 of the ICCPR", [("iccpr", "19")]),
    ("articles 12 (1) and (2) (c) and 2 (2) of ICESCR", [("icescr", "12(1) 12(2)(c)"), ("icescr", "2(2)")]),
    ("l’article 4 c) et d) de la CEDEF", [("cedaw", "4(c) 4(d)")]),
    ("el artículo 2, apartados c) y f), de la CEDAW", [("cedaw", "2(c) 2(f)")]),
    (
        "article 12, par. 2 et 3, de la Déclaration universelle des droits de l’homme",
        [("udhr", "12(2) 12(3)")],
    ),
    ("articles 9, para. 3, and 14 of the ICCPR", [("iccpr", "9(3)"), ("iccpr", "14")]),
    ("articles 9 of the UDHR, 14 of the ICCPR", [("udhr", "9"), ("iccpr", "14")]),
    (
        "article 34 of the Convention on the Rights of the Child and article 1 of its Optional Protocol on the sale of children",
        [("crc", "34"), ("crc-opsc", "1")],
    ),
    (
        "article 3 of the Protocol to Prevent, Suppress and Punish Trafficking in Persons, supplementing the United Nations Convention against Transnational Organized Crime; under its article 6",
        [("palermo-protocol", "3")],
    ),
]
INSTRUMENTS = [
    ("ILO Conventions Nos. 29 and 105", ["ilo-c29", "ilo-c105"]),
    ("les conventions fondamentales nos 87 et 98 de l’OIT", ["ilo-c87", "ilo-c98"]),
    ("el Convenio núm. 29 de la OIT y su Protocolo de 2014", ["ilo-c29", "ilo-p29"]),
    ("the lnternational Covenant on Civil and Political Rights", ["iccpr"]),
    ("the Nelson Mandela Rules and the Tokyo Rules", ["mandela-rules", "tokyo-rules"]),
]
NONE = [
    "permit No. 29, decree No. 111 on employment and occupation, case No. 87",
    "la Charte africaine des droits et du bien-être de l’enfant",
    "the 2014 protocol signed with the company",
    "the Council of Europe’s Committee (CEDAW’s counterpart) met",
    "the charter of the university",
    "the Declaration on the Protection of All Persons from Being Subjected to Torture",
]


def _found(text: str, kind: MentionKind) -> list[Mention]:
    return [one for one in FINDER.find(text) if one.kind is kind]


@pytest.mark.parametrize(("text", "provisions"), PROVISIONS)
def test_provisions_belong_to_their_instrument(text: str, provisions: list[tuple[str, str]]) -> None:
    found = _found(text, MentionKind.PROVISION)
    assert [(one.value, one.get("provision") or one.get("numbers")) for one in found] == provisions


@pytest.mark.parametrize(("text", "ids"), INSTRUMENTS)
def test_instruments_are_named(text: str, ids: list[str]) -> None:
    assert [one.value for one in _found(text, MentionKind.INSTRUMENT)] == ids


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_instrument_of_the_register_has_no_id(text: str) -> None:
    assert [one for one in FINDER.find(text) if one.value and not one.get("weak")] == []
