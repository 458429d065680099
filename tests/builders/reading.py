"""Letters as the rooms after reading see them: structured, with their mentions."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kg.extract.pipeline import Extractor
from kg.model.text import Source
from kg.relate.reading import Reading
from kg.structure.letter import build_letter

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))

_HEAD = {
    "en": (
        "Mandate of the Special Rapporteur on minority issues",
        "REFERENCE:\n{reference}",
        "12 March 2021",
        (
            "We have the honour to address you in our capacity as Special Rapporteur on minority issues, pursuant to "
            "Human Rights Council resolution 43/8."
        ),
        "According to the information received:",
        (
            "In connection with the above alleged facts and concerns, please refer to the Annex on Reference to "
            "international human rights law attached to this letter which cites international human rights instruments "
            "and standards relevant to these allegations."
        ),
        (
            "As it is our responsibility, under the mandates provided to us by the Human Rights Council, to seek to "
            "clarify all cases brought to our attention, we would be grateful for your observations on the following "
            "matters:"
        ),
        "Please accept, {person}, the assurances of our highest consideration.",
    ),
    "fr": (
        "Mandat du Rapporteur spécial sur les questions relatives aux minorités",
        "RÉFÉRENCE :\n{reference}",
        "12 mars 2021",
        (
            "Nous avons l’honneur de nous adresser à vous en notre qualité de Rapporteur spécial sur les questions "
            "relatives aux minorités, conformément à la résolution 43/8 du Conseil des droits de l’homme."
        ),
        "Selon les informations reçues :",
        (
            "En relation avec les faits allégués ci-dessus, nous vous prions de bien vouloir vous référer à l’annexe "
            "ci-jointe qui énonce les instruments juridiques et autres standards établis en matière de droits de l’homme."
        ),
        (
            "Comme il est de notre responsabilité, en vertu des mandats qui nous ont été confiés par le Conseil des "
            "droits de l’homme, de solliciter votre coopération pour tirer au clair les cas qui ont été portés à notre "
            "attention, nous serions reconnaissants de vos observations sur les points suivants :"
        ),
        "Veuillez agréer, {person}, l’assurance de notre haute considération.",
    ),
    "es": (
        "Mandato del Relator Especial sobre cuestiones de las minorías",
        "REFERENCIA:\n{reference}",
        "12 de marzo de 2021",
        (
            "Tenemos el honor de dirigirnos a Usted en nuestra calidad de Relator Especial sobre cuestiones de las "
            "minorías, de conformidad con la resolución 43/8 del Consejo de Derechos Humanos."
        ),
        "Según la información recibida:",
        (
            "En relación con las alegaciones arriba mencionadas, sírvase encontrar adjunto el Anexo de referencias al "
            "derecho internacional de los derechos humanos, el cual resume los instrumentos y principios pertinentes."
        ),
        (
            "Es nuestra responsabilidad, de acuerdo con los mandatos que nos han sido otorgados por el Consejo de "
            "Derechos Humanos, intentar clarificar las alegaciones llevadas a nuestra atención. En este sentido, "
            "agradeceríamos sus observaciones sobre los asuntos siguientes:"
        ),
        "Acepte, {person}, la expresión de nuestra más distinguida consideración.",
    ),
}
_SALUTATION = {
    ("en", True): "Dear Mr. Jaspers,",
    ("fr", True): "Monsieur Jaspers,",
    ("es", True): "Estimado Sr. Jaspers:",
    ("en", False): "Excellency,",
    ("fr", False): "Excellence,",
    ("es", False): "Excelencia,",
}


@cache
def _extractor() -> Extractor:
    return Extractor()


@cache
def reading_of(text: str) -> Reading:
    """Return the reading of a letter's text."""
    data = text.encode()
    source = Source("letter.txt", hashlib.sha256(data).hexdigest(), "text/plain", "utf-8", text)
    letter = build_letter(source)
    return Reading(letter, _extractor().mentions([block.text for block in letter.blocks], letter.language))


def read_seed(file: str) -> Reading:
    """Return the reading of the seed whose name starts with ``file``."""
    path = next(path for path in SEEDS if path.name.startswith(file[:3]))
    return reading_of(path.read_bytes().decode("utf-8"))


def letter_text(
    language: str,
    *,
    company: bool,
    introduction: str = "",
    allegations: str = "",
    concerns: str = "",
    requests: str = "",
) -> str:
    """Return a whole letter around the given paragraphs; those that are empty are left out."""
    heading, reference, date, capacity, cue, legal, matters, closing = _HEAD[language]
    salutation = _SALUTATION[language, company]
    person = salutation.strip(",:").removeprefix("Dear ").removeprefix("Estimado ")
    paragraphs = (
        heading,
        reference.format(reference="AL OTH 903/2021" if company else "AL CHL 903/2021"),
        date,
        salutation,
        capacity,
        introduction,
        *((cue, allegations) if allegations else ()),
        concerns,
        legal,
        *((matters, requests) if requests else ()),
        closing.format(person=person),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"
