"""Resolutions with their bodies, and numbers that are none."""

from __future__ import annotations

import pytest

from kg.extract.resolutions import find_resolutions

RESOLUTIONS = [
    ("pursuant to Human Rights Council resolutions 44/15, 37/12 and 43/8.", ["44/15 HRC", "37/12 HRC", "43/8 HRC"]),
    ("pursuant to Human Rights Council resolution 6/4 and Commission on Human Rights resolutions 2000/61 and 2001/62", ["6/4 HRC", "2000/61 CHR", "2001/62 CHR"]),
    ("pursuant to General Assembly resolution 60/251 and to Human Rights Council resolutions 15/18 and 16/4", ["60/251 GA", "15/18 HRC", "16/4 HRC"]),
    ("pursuant to Human Rights Council decision 25/116 and resolutions 25/2 and 17/5.", ["25/116 HRC", "25/2 HRC", "17/5 HRC"]),
    ("resolutions 16/23, and 24/18 of the Human Rights Council", ["16/23 HRC", "24/18 HRC"]),
    ("conformément aux résolutions 45/3, 44/5 et 45/10 du Conseil des droits de l’homme", ["45/3 HRC", "44/5 HRC", "45/10 HRC"]),
    ("conformément à la résolution 1997/50 de la Commission des droits de l’homme", ["1997/50 CHR"]),
    ("las resoluciones de la Asamblea General 66/164 y 68/181 y las resoluciones del Consejo de Derechos Humanos 16/5 y 25/18", ["66/164 GA", "68/181 GA", "16/5 HRC", "25/18 HRC"]),
    ("en las resoluciones 66/164 y 68/181 de la Asamblea y las resoluciones 16/5 y 25/18 del Consejo de Derechos Humanos", ["66/164 GA", "68/181 GA", "16/5 HRC", "25/18 HRC"]),
    ("las resoluciones 15/15 (2010), 22/8 (2013), y 31/3 (2016) del Consejo de Derechos Humanos", ["15/15 HRC", "22/8 HRC", "31/3 HRC"]),
    ("Human Rights Council resolution S-32/1", ["S-32/1 HRC"]),
    ("We refer to Security Council resolutions 2286 (2016) and 2601 (2021).", ["2286 SC", "2601 SC"]),
    ("la résolution 1325 (2000) du Conseil de sécurité", ["1325 SC"]),
    ("la resolución 1373 (2001) del Consejo de Seguridad y la resolución 73/174 de la Asamblea General", ["1373 SC", "73/174 GA"]),
    ("the Declaration adopted by resolution 61/295 protects", ["61/295 GA"]), ("its decision 25/116 on the matter", ["25/116 "]),
]  # fmt: skip
NONE = [
    "permit No. 51/2019", "resolución administrativa núm. 51/2020", "resolución ministerial 44/15", "TEL: +41 22 917 9543 / +41 22", "Quayside Row 12/4",
    "Security Council resolution 1325/2000", "the municipal council’s resolution 1234 (2001)", "case 44/15 before the Human Rights Council", "the resolution of the dispute on 5/6", "la resolución 1989/65 del Consejo Económico y Social", "la résolution 1503/48 du Conseil économique et social",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESOLUTIONS)
def test_resolutions_are_found_with_their_bodies(text: str, expected: list[str]) -> None:
    assert [f"{mention.value} {mention.get('body')}" for mention in find_resolutions(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_resolutions(text: str) -> None:
    assert find_resolutions(f"see {text}, as they say") == ()
