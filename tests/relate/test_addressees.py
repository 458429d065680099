"""Whom a letter is addressed to, where its address block is printed more than once or names several persons."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from kg.model.record import Record
from kg.model.text import Source
from kg.pipeline.letters import LetterReader

BLOCK = "Excelentísimo Señor\nSr. Fermín Tello Roca\nMinistro de Relaciones Exteriores\nPerú"
PAGES = "PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND\n\nMandato de la Relatora Especial sobre la independencia de los magistrados y abogados\n\nREFERENCIA:\nAL PER 803/2020\n\n26 de noviembre de 2020\n\n{greeting}\n\nTengo el honor de dirigirme a Usted en mi calidad de Relatora Especial sobre la independencia de los magistrados y abogados, de conformidad con la resolución 44/8 del Consejo de Derechos Humanos.\n\nEn este contexto, quisiera señalar a la atención del Gobierno de Su Excelencia la información que he recibido en relación con el traslado de\n\n{first}\n\nuna jueza de Santa Ñusta.\n\nSegún la información recibida:\n\nLa jueza habría sido trasladada.\n\nLe ruego que facilite sus observaciones sobre las cuestiones siguientes:\n\n1. Sírvase proporcionar cualquier comentario.\n\nAcepte, Excelencia, la expresión de mi más distinguida consideración.\n\nAda Marlow\nRelatora Especial sobre la independencia de los magistrados y abogados\n\n{last}\n"


@cache
def reader() -> LetterReader:
    return LetterReader()


def read(text: str) -> Record:
    return reader().record(
        Source("letter.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    )


@pytest.mark.parametrize("greeting", ["Excelencia,", "Estimado Sr. Tello Roca:"])
def test_an_address_block_that_is_printed_twice_names_one_person(greeting: str) -> None:
    text = PAGES.format(greeting=greeting, first=BLOCK, last=BLOCK)
    (person,) = read(text).addressing.persons
    assert person.name.value == "Fermín Tello Roca"
    assert person.office is not None
    assert person.office.value == "Ministro de Relaciones Exteriores"
    for said in (person.name, person.office):
        places = [span.start for span in said.spans if text[span.start : span.end] == said.value]
        assert places == [text.find(said.value), text.rfind(said.value)]


def test_two_persons_of_one_address_block_stay_two() -> None:
    both = f"Sr. Juan Tello Roca\nMinistro del Interior\n\n{BLOCK}"
    persons = read(PAGES.format(greeting="Excelencia,", first="", last=both)).addressing.persons
    assert [person.name.value for person in persons] == ["Juan Tello Roca", "Fermín Tello Roca"]
