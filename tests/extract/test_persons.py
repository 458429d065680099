"""Persons by their titles, and titles without a person."""

from __future__ import annotations

import pytest

from kg.extract.persons import find_persons

NAMES = [
    ("Mr. Bradley E. Manning was", ["Bradley E. Manning"]), ("and Mr. H.R., who was 16", ["H.R."]), ("dont M. I. D., auraient", ["I. D."]), ("Mr. J. P. Morgan said", ["J. P. Morgan"]),
    ("Messrs. Byarugasha and Tumuhimbe", ["Byarugasha", "Tumuhimbe"]), ("Las Sras. Keyla M. y Suyapa T. denunciaron", ["Keyla M.", "Suyapa T."]), ("Sr. José Ortega y Gasset", ["José Ortega y Gasset"]),
    ("Sra. Dña. Purificación Alcázar Montblanch", ["Purificación Alcázar Montblanch"]), ("MM. Kossi A. et Yao B. sont", ["Kossi A.", "Yao B."]), ("the minor M.K., aged 9, was", ["M.K."]),
    ("et son fils Trésor Mwamba-Kiala, âgé de 15 ans", ["Trésor Mwamba-Kiala"]), ("his brother Ahmad, aged 12, and", ["Ahmad"]), ("El Sr. Abelardo Tiul Xo La policía llegó", ["Abelardo Tiul Xo"]),
    ("le journaliste indépendant Seydou Barry-Kane et", ["Seydou Barry-Kane"]), ("los líderes Ana Tul Caal y Juan de Dios Pop", ["Ana Tul Caal", "Juan de Dios Pop"]), ("désignée par les initiales A. M., y", ["A. M."]),
    ("la casa del Sr. Urdaneta en Ciudad Bolívar", ["Urdaneta"]), ("sa maison mère, Groupe Delmas", []),
    ("entre ellas el menor J. E. U., y", ["J. E. U."]), ("Trois enfants, dont Tiana R., âgée de 4 ans, sont", ["Tiana R."]), ("and Moses Obi-Lang, aged 7, fell", ["Moses Obi-Lang"]),
    ("La Sra. Allison Daniela M. G., de 17 años, y Su hija de tres años, E. J. B., habría", ["Allison Daniela M. G.", "E. J. B."]), ("a una integrante del Sindicato de Inquilinas, Nerea Paz Zabala, quien", ["Nerea Paz Zabala"]),
    ("Fueron asesinados Juan Paz Xol y Ana Paz Caal el lunes", ["Juan Paz Xol", "Ana Paz Caal"]),
    ("un corte; resultaron heridas Verónica Paz Guzmán, autoridad, y dos más", ["Verónica Paz Guzmán"]), ("où ont été arrêtés Jean Mbala et Luc Oba-Nze hier", ["Jean Mbala", "Luc Oba-Nze"]),
    ("Fionnuala and Dr. Viktor Sapronis", ["Viktor Sapronis"]), ("Mr. Jemal Sh. Abdi and", ["Jemal Sh. Abdi"]), ("Col. (ret.) Dieter Strahlhammer, who", ["Dieter Strahlhammer"]),
]  # fmt: skip
NONE = ["fueron detenidas en San Juan", "murió Ayer", "D. Civil liability (article 22)", "staff of Stentor Beveiliging B.V. and missed", "Dear Sir, Dear Madam,", "S. A. de C. V., a través", "Krediet N.V. a financé", "la periodista de Radio Norte", "un reporter du Journal du Fleuve", "Mr. President", "Excellency,", "his father in May", "Section M. 5", "the Special Rapporteur on torture"]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_persons_are_found_by_their_whole_names(text: str, names: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in find_persons(text)] == names


@pytest.mark.parametrize("text", NONE)
def test_forms_of_address_are_no_persons(text: str) -> None:
    assert find_persons(text) == ()
