"""Companies by their legal forms, and groups that are none."""

from __future__ import annotations

import pytest

from kg.extract.companies import CompanyFinder, find_companies
from kg.vocab.load import load_register

NAMES = [
    ("its subsidiary Hollenbeck Agro Lanka (Private) Limited, which", ["Hollenbeck Agro Lanka (Private) Limited"]),
    ("Nordia (China) Investment Co., Ltd. has", ["Nordia (China) Investment Co., Ltd."]), ("Thai Rubber Public Company Limited is", ["Thai Rubber Public Company Limited"]),
    ("Engineers of Rookwood Risk Partners LLP warned", ["Rookwood Risk Partners LLP"]), ("Guards of Sentinelle du Katanga SPRL beat", ["Sentinelle du Katanga SPRL"]), ("Guardias de Vigías del Valle Ltda. habrían", ["Vigías del Valle Ltda."]), ("The Bank of Moraine Ltd lent", ["Bank of Moraine Ltd"]),
    ("by Securicam Sarl and Assistenza Lieta S.r.l. under", ["Securicam Sarl", "Assistenza Lieta S.r.l."]),
    ("tests by Desertline Laboratories CC had", ["Desertline Laboratories CC"]), ("and Lar Castrum, Lda. We", ["Lar Castrum, Lda."]),
    ("Confecciones El Jocote, S. A. de C. V. y Norlanda Centroamérica S. de R. L.", ["Confecciones El Jocote, S. A. de C. V.", "Norlanda Centroamérica S. de R. L."]),
    ("Eólica Istmo Alto, S.A.P.I. de C.V. promueve", ["Eólica Istmo Alto, S.A.P.I. de C.V."]), ("por Banque Fiduciaire d'Outremer S.A. a", ["Banque Fiduciaire d'Outremer S.A."]),
    ("PT Semen Biru (Persero) Tbk said", ["PT Semen Biru (Persero) Tbk"]), ("H&M Hennes & Mauritz AB and Eni S.p.A.", ["H&M Hennes & Mauritz AB", "Eni S.p.A."]),
    ("Elbrand Medical Supplies GmbH & Co. KG.", ["Elbrand Medical Supplies GmbH & Co. KG"]), ("Al-Noor Security Services W.L.L. and Emaar FZE", ["Al-Noor Security Services W.L.L.", "Emaar FZE"]),
    ("trucks of Drinas Pastrim sh.p.k. and", ["Drinas Pastrim sh.p.k."]), ("by T.B. Star Manpower Co., Ltd. since", ["T.B. Star Manpower Co., Ltd."]), ("guards of Zumra Petroleum JV and Xəzər Sistem MMC had", ["Zumra Petroleum JV", "Xəzər Sistem MMC"]),
    ("an agreement between the Philippines and Tamilog Nickel Mining Corporation", ["Tamilog Nickel Mining Corporation"]),
    ("la société Oise Aménagement SEM a", ["Oise Aménagement SEM"]), ("Socia directora\nAldana, Roxbury & Prym LLP", ["Aldana, Roxbury & Prym LLP"]), ("del bufete Aldana, Roxbury & Prym LLP, contra", ["Aldana, Roxbury & Prym LLP"]), ("la empresa Maderas del Baudó & Cía. S. en C. en", ["Maderas del Baudó & Cía. S. en C."]),
    ("controlada por el Grupo Tierra-Ferrán. No", ["Grupo Tierra-Ferrán"]), ("la empresa Norlux y el grupo Caldera", ["Norlux", "Caldera"]),
    ("Directorio Andesval Recursos, Inc.", ["Andesval Recursos, Inc."]), ("Banque Ouest pour l’Infrastructure S.A. a", ["Banque Ouest pour l’Infrastructure S.A."]),
    ("los inversores Fondo Boreal y Kitsune Battery K.K., que", ["Kitsune Battery K.K."]),
    ("Ms. Ana Roth Chief Executive Officer Ironvale Global Protection FZE", ["Ironvale Global Protection FZE"]),
]  # fmt: skip
NONE = [
    "commises par des entreprises (Principe directeur 1)",
    "Dr. Tobenna Amakiri, Group Chief Executive", "The Working Group has", "the Contact Group met", "Your Company has a policy", "el Grupo de Trabajo", "el Grupo Interdisciplinario de Expertos", "Article 5 of the Limited Liability Companies Act", "as a Group they", "the A.G. of the State", "Mr. SA Khan",
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_companies_are_found_whole(text: str, names: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in find_companies(text)] == names


@pytest.mark.parametrize("text", NONE)
def test_other_groups_are_no_companies(text: str) -> None:
    assert find_companies(text) == ()


LISTED = [
    ("sent to the Governments of Norway and Fjordmin Corporation.", ["Fjordmin Corporation"]),
    ("sent to the Governments of Peru, Chile and Andes Copper Limited.", ["Andes Copper Limited"]),
    ("sent to the Government of Japan and Hoshino Trading Co., Ltd.", ["Hoshino Trading Co., Ltd."]),
    ("sent to Trinidad and Tobago and Volta Steel Corporation", ["Volta Steel Corporation"]),
    ("envoyée au Gouvernement du Tchad et Pétroles du Lac S.A.", ["Pétroles du Lac S.A."]),
    ("Johnson and Weaver Corporation closed", ["Johnson and Weaver Corporation"]),
    ("Jordan and Sons Ltd closed", ["Jordan and Sons Ltd"]),
]


@pytest.mark.parametrize(("text", "names"), LISTED)
def test_a_state_in_the_same_list_is_no_part_of_the_name(text: str, names: list[str]) -> None:
    found = CompanyFinder(load_register()).find(text)
    assert [text[mention.start : mention.end] for mention in found] == names
