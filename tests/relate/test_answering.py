"""Which letters a reply answers: the usual forms in three languages, and references that are only spoken of."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from kg.model.record import Record
from kg.model.text import Source
from kg.pipeline.letters import LetterReader

A, B, C = "AL OTH 801/2021", "UA PER 7/2021", "AL CHL 12/2019"
DEAR = "Special Rapporteur on the right to food\nPalais des Nations\n1211 Geneva 10\n\nDear Special Rapporteur,\n\n"
ANSWERS = [
    # the head of a letter
    (f"Millet Foods Ltd.\n\nYour ref.: {A}\nOur ref.: MF/12/2021\n\n{DEAR}Thank you for your letter.", [A]),
    (f"Millet Foods Ltd.\n\nOur reference: MF/12  Your reference: {A}\n\n{DEAR}Thank you for your letter.", [A]),
    (f"Millet Foods Ltd.\n\n{DEAR}RE: Joint communication of three mandates ({A})\n\nWe have received your letter.", [A]),
    (f"From: Legal\nTo: Special Rapporteur on the right to food\nSubject: Response to {A} and {B}\n\nDear all,\n\nThank you for your letter.", [A, B]),
    (f"REPLY OF THE GOVERNMENT OF PERU TO JOINT URGENT APPEAL {B}\n\n{DEAR}The reply of the Government follows.", [B]),
    (f"Minoterie du Sud S.A.\n\nV/Réf. : {A}\nN/Réf. : MS/8\n\nRapporteuse spéciale sur le droit à l’alimentation\n\nMadame la Rapporteuse spéciale,\n\nNous accusons réception de votre lettre.", [A]),
    (f"Minoterie du Sud S.A.\n\nRapporteuse spéciale sur le droit à l’alimentation\n\nObjet : réponse à votre lettre {A} du 3 mai 2021\n\nMadame la Rapporteuse spéciale,\n\nNous accusons réception de votre lettre.", [A]),
    (f"Molinos del Sur S.A.\n\nSu ref.: {A}\n\nRelatora Especial sobre el derecho a la alimentación\n\nEstimada Relatora Especial:\n\nAcusamos recibo de su carta.", [A]),
    (f"Molinos del Sur S.A.\n\nRelatora Especial sobre el derecho a la alimentación\n\nAsunto: Comunicación {A}\n\nEstimada Relatora Especial:\n\nAcusamos recibo de su carta.", [A]),
    # the first words, in English
    (f"{DEAR}In reply to your letter of 3 May 2021 ({A}), we wish to state the following.", [A]),
    (f"{DEAR}With reference to the joint communication {A} dated 3 May 2021, our company replies as follows.", [A]),
    (f"{DEAR}We acknowledge receipt of the communication with reference number {A}.", [A]),
    (f"{DEAR}We refer to your letters {A} of 3 May 2021 and {B} of 4 June 2021 and thank you for them.", [A, B]),
    (f"{DEAR}Thank you for your letter dated 3 May 2021, which bears the reference {A}.", [A]),
    (f"The Permanent Mission of Peru presents its compliments to the Special Rapporteur on the right to food and, further to the joint urgent appeal from the Special Rapporteur on the right to food, the Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment, the Special Rapporteur on the independence of judges and lawyers and the Special Rapporteur on the situation of human rights defenders, dated 3 May 2021 ({B}), has the honour to transmit the observations of the Government.", [B]),
    (f"The Permanent Mission of Peru presents its compliments to the Special Rapporteur on the right to food and has the honour to transmit the reply of the Government to {B}.", [B]),
    # in French and in Spanish
    (f"Rapporteuse spéciale sur le droit à l’alimentation\n\nMadame,\n\nEn réponse à votre lettre du 3 mai 2021 (réf. {A}), nous vous informons de ce qui suit.", [A]),
    (f"La Mission permanente du Pérou présente ses compliments à la Rapporteuse spéciale sur le droit à l’alimentation et, faisant suite à la communication conjointe {B}, a l’honneur de lui transmettre la réponse du Gouvernement.", [B]),
    (f"Relatora Especial sobre el derecho a la alimentación\n\nEstimada señora:\n\nEn respuesta a la comunicación {A}, de 3 de mayo de 2021, informamos de lo siguiente.", [A]),
    (f"La Misión Permanente del Perú saluda atentamente a la Relatora Especial sobre el derecho a la alimentación y tiene el honor de hacer referencia a las comunicaciones {B}, de fecha 3 de mayo de 2021, y {C}.", [B, C]),
    # as scanners and older letters print it
    (f"{DEAR}In reply to your letter AL 0TH 8O1/2O21 of 3 May 2021, we wish to state the following.", [A]),
    (f"{DEAR}In reply to your letter UA G/SO 214 (53-24) PER 7/2021, we wish to state the following.", [B]),
]  # fmt: skip
SPOKEN_OF = [
    f"{DEAR}In reply to your letter of 3 May 2021 ({A}), we note that you also wrote to the Government of Chile ({C}).",
    f"{DEAR}Thank you for your letter ({A}). We understand that a similar letter was sent to Chile ({C}).",
    f"{DEAR}Thank you for your letter ({A}). As stated in our response to {C}, we own no mill.",
    f"{DEAR}We refer to your letter {A}, in which you recall your letter {C} of 2019.",
    f"{DEAR}We refer to your letter {A}.\n\n1. We own no mill.\n\n2. In response to {C}, the Government has denied this.",
    f"{DEAR}We refer to your letter {A}. Reports such as {C} and press articles speak of a mill.",
    f"Rapporteuse spéciale sur le droit à l’alimentation\n\nMadame,\n\nNous accusons réception de votre lettre {A}. Comme indiqué dans notre réponse à {C}, le moulin est fermé.",
    f"Relatora Especial sobre el derecho a la alimentación\n\nEstimada señora:\n\nAcusamos recibo de su carta {A}. Recordamos nuestra anterior respuesta a la comunicación {C}.",
]  # fmt: skip
REST = "\n\n1. We own no mill.\n\n2. We buy no millet.\n\nYours sincerely,\n\nIda Roth\nGeneral Counsel\n"


@cache
def reader() -> LetterReader:
    return LetterReader()


def read(opening: str) -> Record:
    text = opening + ("" if "\n\n1. " in opening else REST)
    record = reader().record(
        Source("reply.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    )
    for reference in record.answers:
        for start, end in reference.text.spans:
            assert str(reference.number) in text[start:end].replace("O", "0")
    return record


@pytest.mark.parametrize(("opening", "answered"), ANSWERS)
def test_a_reply_answers_the_letters_it_refers_to(opening: str, answered: list[str]) -> None:
    record = read(opening)
    assert (record.kind, record.reference) == ("reply", None)
    assert [reference.text.value for reference in record.answers] == answered


@pytest.mark.parametrize("opening", SPOKEN_OF)
def test_a_letter_that_is_only_spoken_of_is_not_answered(opening: str) -> None:
    assert [reference.text.value for reference in read(opening).answers] == [A]


def test_a_letter_named_twice_is_answered_once_with_both_places() -> None:
    record = read(f"Millet Foods Ltd.\n\nYour ref.: {A}\n\n{DEAR}In reply to your letter {A}, we state this.")
    (answered,) = record.answers
    assert len(answered.text.spans) == 2


def test_a_letter_of_the_mandates_answers_nothing() -> None:
    text = f"Mandates of the Special Rapporteur on the right to food\n\nREFERENCE: {A}\n\n3 May 2021\n\nDear Sir,\n\nI have the honour to address you in my capacity as Special Rapporteur on the right to food, pursuant to Human Rights Council resolution 32/8.\n\nI thank you for your reply to {C}.\n"
    record = reader().record(Source("letter.txt", "0" * 64, "text/plain", "utf-8", text))
    assert record.reference is not None
    assert record.answers == ()
