"""The cues that keep an allegation from reading as a fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.conditional import french_conditionals, spanish_conditionals
from kg.extract.hedges import find_hedges
from kg.model.mention import MentionKind

GOLD = json.loads((Path(__file__).parents[1] / "data" / "seeds_gold.json").read_text(encoding="utf-8"))

ENGLISH = [
    ("According to one person present, the judge left.", ["According to one person present"]),
    ("It has, as far as the sources know, heard no witness.", ["as far as the sources know"]),
    ("It is, former employees allege, built on spoil.", ["allege"]),
    ("after what sources describe as a visit of three hours", ["what sources describe as"]),
    ("We are informed that the Bill was tabled.", ["We are informed that"]),
    ("He was allegedly beaten.", ["allegedly"]),
    ("information that has reached me about Mr. Vale", ["information that has reached me about"]),
    (
        "reports which have come to our attention concerning the mill",
        ["reports which have come to our attention concerning"],
    ),
    ("Reportedly, the road was closed.", ["Reportedly"]),
    ("the alleged forced labour of workers", ["alleged"]),
    ("The workers may be forced to stay.", ["may be forced"]),
    ("These acts may amount to torture.", ["may amount to"]),
    ("This may fall under the definition of forced labour.", ["may fall under the definition of"]),
    ("There may be cases of abuse.", ["may be cases"]),
    ("Your company may have caused or contributed to harm.", ["may have caused or contributed"]),
    ("The form may discourage residents.", ["may discourage"]),
    ("He may be at risk of torture.", ["may be at risk"]),
    ("On 3 May 2019 he left.", []),
    ("It is unclear whether they are paid.", ["It is unclear whether"]),
    ("It remains unknown where he is held.", ["It remains unknown where"]),
    ("Information received indicates that contact is forbidden.", ["Information received indicates that"]),
    ("Information suggests that this is known.", ["Information suggests that"]),
    ("We have also received information that he fled.", ["We have also received information that"]),
    ("We have received new information regarding the case.", ["We have received new information regarding"]),
    ("According to information obtained, both are paid.", ["According to information obtained"]),
    ("According to the information received:", ["According to the information received"]),
    ("According to sources, he is ill.", ["According to sources"]),
    ("According to article 5, he must be freed.", []),
    ("We have been informed of recent arrests.", ["We have been informed of"]),
    ("The site is run by a man claiming to have an office.", ["claiming to have"]),
    ("It is further reported that he has been confined.", ["It is further reported that"]),
    ("Your company is reported to hold 82 per cent.", ["is reported to"]),
    ("The attack was reported to the police.", []),
    ("The case was reported to local authorities.", []),
    ("The period is believed to have been imposed.", ["is believed to"]),
    ("The house appears to have been searched.", ["appears to"]),
    ("The draft Act would require all associations to register.", ["would require"]),
    ("It would not contain an exception.", ["would not contain"]),
    ("We would be grateful for a reply.", []),
    ("He was told that he would be killed.", []),
    ("The cycle when the transfer would end is open.", []),
    (
        "Information received raises concerns that there may be cases.",
        ["Information received raises concerns that", "may be cases"],
    ),
    (
        "to bring to your attention information we have received concerning the case",
        ["information we have received concerning"],
    ),
    (
        "information I have received regarding the situation of Mr. X",
        ["information I have received regarding"],
    ),
    ("The permit was issued on 4 May 2019 and the plant opened.", []),
]

FRENCH = [
    ("Toujours selon la source, ils vivent dehors.", ["selon la source"]),
    ("Selon les informations reçues :", ["Selon les informations reçues"]),
    ("D’après plusieurs témoignages, il est détenu.", ["D’après plusieurs témoignages"]),
    ("Ils auraient reçu chacun une amende.", ["auraient reçu"]),
    ("Le rassemblement se serait déroulé sans incident.", ["serait déroulé"]),
    ("Il n’aurait pas été autorisé à voir sa famille.", ["aurait pas été autorisé"]),
    ("Elle aurait été violemment frappée par des policiers.", ["aurait été violemment frappée"]),
    ("Leur recours serait toujours pendant.", ["serait"]),
    (
        "Son article 14 prévoirait des frais; son article 22 interdirait la distribution.",
        ["prévoirait", "interdirait"],
    ),
    ("Ces amendes pourraient restreindre indûment ces droits.", ["pourraient restreindre"]),
    ("Le règlement permettrait la saisie et produirait des effets.", ["permettrait", "produirait"]),
    ("La vidéo montrait un extrait où il entrait et tirait.", []),
    ("Le retrait du portrait durait encore; il livrait des repas.", []),
    ("L’État devrait enquêter et nous voudrions savoir.", []),
    ("Nous souhaiterions attirer l’attention.", []),
    ("les faits allégués et l’auteur présumé", ["allégués", "présumé"]),
    ("Il est allégué que les villageois ont été chassés.", ["Il est allégué que"]),
    (
        "Nous avons également reçu des informations selon lesquelles il a fui.",
        ["Nous avons également reçu des informations selon lesquelles"],
    ),
    (
        "des informations que nous avons reçues concernant une mine",
        ["des informations que nous avons reçues concernant"],
    ),
    ("Les informations reçues indiquent que l’eau est polluée.", ["Les informations reçues indiquent que"]),
    ("On ignore si elles ont été payées.", ["On ignore si"]),
    ("Il semblerait que le permis ait expiré.", ["Il semblerait que"]),
    ("Nous avons été informés que le procès est clos.", ["Nous avons été informés que"]),
]

SPANISH = [
    ("Según la fuente, había atendido a heridos.", ["Según la fuente"]),
    ("Según se ha señalado, no obtuvo permiso.", ["Según se ha señalado"]),
    ("Hasta la fecha, según se nos informa, nadie cobró.", ["según se nos informa"]),
    ("Días antes, se alega, recibió mensajes.", ["se alega"]),
    ("Fueron llevados sin que hubieran podido hablar con un letrado.", []),
    (
        "la información de que disponemos acerca de los presuntos abusos",
        ["la información de que disponemos acerca de", "presuntos"],
    ),
    ("Se informó asimismo que nada pasó.", ["Se informó asimismo que"]),
    ("Según la información recibida:", ["Según la información recibida"]),
    ("De acuerdo con diversas fuentes, fue detenido.", ["De acuerdo con diversas fuentes"]),
    ("La autoridad habría otorgado la viabilidad.", ["habría otorgado"]),
    ("La comunidad no habría sido consultada en su idioma.", ["habría sido consultada"]),
    (
        "El servicio se habría interrumpido; las muestras se habrían perdido.",
        ["habría interrumpido", "habrían perdido"],
    ),
    ("La laguna se situaría a 300 metros y afectaría la naciente.", ["situaría", "afectaría"]),
    ("Los residuos podrían contaminar el río.", ["podrían contaminar"]),
    (
        "La Sra. María Rentería y el Sr. Echeverría salieron. María habló. Trabajarían de noche.",
        ["Trabajarían"],
    ),
    ("El plan tendría efectos y sería irreversible.", ["tendría", "sería"]),
    ("La minería y la ganadería crecen; la mayoría trabaja en la tubería.", []),
    ("El permiso requería un estudio y quería ampliarse; el agua varía.", []),
    ("La Secretaría y la comisaría negaron la solicitud.", []),
    ("El Estado debería investigar; agradecería una respuesta.", []),
    ("Fue presuntamente golpeado por supuestos policías.", ["presuntamente", "supuestos"]),
    ("Al parecer, el presunto autor huyó.", ["Al parecer", "presunto"]),
    ("Se alega que los trabajadores no cobran.", ["Se alega que"]),
    (
        "Hemos recibido información según la cual fue trasladado.",
        ["Hemos recibido información según la cual"],
    ),
    (
        "la información que hemos recibido en relación con la planta",
        ["la información que hemos recibido en relación con"],
    ),
    ("La información recibida indica que el río baja sucio.", ["La información recibida indica que"]),
    ("Se desconoce si recibió atención.", ["Se desconoce si"]),
    ("Hemos sido informados de que la causa sigue abierta.", ["Hemos sido informados de que"]),
]


def _words(text: str, language: str) -> list[str]:
    return [text[m.start : m.end] for m in find_hedges(text, language)]


@pytest.mark.parametrize(("text", "hedges"), ENGLISH)
def test_english_hedges(text: str, hedges: list[str]) -> None:
    assert _words(text, "en") == hedges


@pytest.mark.parametrize(("text", "hedges"), FRENCH)
def test_french_hedges(text: str, hedges: list[str]) -> None:
    assert _words(text, "fr") == hedges


@pytest.mark.parametrize(("text", "hedges"), SPANISH)
def test_spanish_hedges(text: str, hedges: list[str]) -> None:
    assert _words(text, "es") == hedges


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("allegedly", "reported"),
        ("We have been informed that", "source"),
        ("it is unclear if", "uncertain"),
        ("may be involved", "modal"),
        ("The Bill would ban", "conditional"),
    ],
)
def test_what_a_hedge_does(text: str, cue: str) -> None:
    (hedge,) = find_hedges(text, "en")
    assert (hedge.kind, hedge.get("cue")) == (MentionKind.HEDGE, cue)


def test_other_languages_have_no_cues() -> None:
    assert find_hedges("angeblich", "de") == ()


ALLEGATIONS = [
    pytest.param(claim, id=f"{letter['file'][:3]}-{claim['id']}")
    for letter in GOLD["letters"]
    for claim in letter["allegations"]
]


@pytest.mark.parametrize("claim", ALLEGATIONS)
def test_hedges_of_the_seed_claims(claim: dict[str, list[dict[str, str]]]) -> None:
    segments = claim["segments"] or [claim["span"]]
    text = " ".join(segment["text"] for segment in segments)
    assert _words(text, "en") == [hedge["text"] for hedge in claim["hedges"]]


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "es"]))
def test_hedges_lie_in_the_text_in_order(text: str, language: str) -> None:
    end = 0
    for hedge in find_hedges(text, language):
        assert end <= hedge.start < hedge.end <= len(text)
        end = hedge.end


@pytest.mark.parametrize(
    "word", ["montrait", "entrait", "tirait", "considérait", "livrait", "ouvrait", "extrait", "déclarait"]
)
def test_french_imperfects_are_no_conditionals(word: str) -> None:
    assert list(french_conditionals(word)) == []


@pytest.mark.parametrize(
    "word", ["quería", "requería", "adquiría", "minería", "ganadería", "secretaría", "categoría", "tenía"]
)
def test_spanish_imperfects_and_nouns_are_no_conditionals(word: str) -> None:
    assert list(spanish_conditionals(word)) == []


@pytest.mark.parametrize(
    "piece", ["information ", "may be ", "that would ", "aurait été ", "habría sido ", "raitrait", "(", "ía"]
)
def test_time_grows_with_length_only(piece: str) -> None:
    for language in ("en", "fr", "es"):
        assert len(find_hedges(piece * 4000, language)) >= 0
