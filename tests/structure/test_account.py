"""Where the account begins, whatever words open it; and that nothing else is taken for one."""

from __future__ import annotations

import pytest

from kg.model.text import Part
from kg.relate.claims import claims
from tests.builders.reading import letter_text, reading_of

TOLD = [
    "On 3 May 2020, Mr. Veld was arrested at his bakery by four policemen.",
    "No warrant was shown.",
    "On 5 May 2020, he was beaten in a cell.",
    "His family has not been told where he is.",
]
EVENTS = (" ".join(TOLD[:2]), " ".join(TOLD[2:]))
CONCERN = "Without wishing to prejudge the accuracy of these allegations, we are concerned at the arrest of Mr. Veld."
INTRODUCTIONS = [
    "In this connection, we would like to bring to the attention of your Excellency’s Government information we have received concerning the arrest of Mr. Tomas Veld, a baker, in Arica.",
    "I should like to seek clarification of circumstances which have come to my notice regarding Mr. Tomas Veld, a baker, in Arica.",
    "We write to you about information we received concerning Mr. Tomas Veld, a baker.",
]  # fmt: skip
OPENINGS = [
    "",
    "The sequence of events, as it was put before us, is set out in the paragraphs that follow:",
    "What reached us can be summed up in this way:",
    "Background",
    "Background:",
    "1. Background and summary of events",
    "The case of Mr. Tomas Veld",
    "Witnesses have told us this:",
    "These are the circumstances in which the arrest took place.",
    "The matters complained of are these.",
    "By way of background, our sources give this picture:",
    "In substance, the communication placed before us says:",
    "Our understanding of the situation is this:",
    "From what has been conveyed to us, it emerges:",
    "The special procedures can intervene directly with Governments on allegations of abuses of human rights that come within their mandates.",
    "We thank your Excellency’s Government for its reply of 4 May 2019 to an earlier letter.",
    "Mr. Veld was the subject of a previous communication sent on 1 May 2018 (UA CHL 804/2018).",
]  # fmt: skip


def told(introduction: str, opening: str, *, joined: str = "\n\n") -> list[str]:
    paragraphs = joined.join(part for part in (introduction, opening, *EVENTS) if part)
    text = letter_text("en", company=False, introduction=paragraphs, concerns=CONCERN)
    return [claim.text for claim in claims(reading_of(text))]


@pytest.mark.parametrize("introduction", INTRODUCTIONS, ids=lambda words: words[:20])
@pytest.mark.parametrize("opening", OPENINGS, ids=lambda words: words[:30])
def test_an_account_is_found_whatever_opens_it(introduction: str, opening: str) -> None:
    found = told(introduction, opening)
    assert found[-4:] == TOLD
    assert len(found) <= 5
    assert opening not in found


@pytest.mark.parametrize("opening", [o for o in OPENINGS if o[-1:] in {"", ":", "."} and o != "Background:"], ids=lambda words: words[:30])  # fmt: skip
def test_an_account_is_found_in_the_paragraph_of_the_introduction(opening: str) -> None:
    assert told(INTRODUCTIONS[0], opening, joined=" ")[-4:] == TOLD


TRANSLATED = [
    ("fr", "Nous souhaiterions porter à l’attention du Gouvernement de votre Excellence des renseignements concernant M. Tomas Veld.", "", "Le 3 mai 2020, M. Veld a été arrêté par quatre policiers."),
    ("fr", "Nous vous écrivons au sujet de la situation de M. Tomas Veld.", "Voici ce qui nous a été confié :", "Le 3 mai 2020, M. Veld a été arrêté par quatre policiers."),
    ("es", "Quisiéramos señalar a la atención del Gobierno de su Excelencia la situación del Sr. Tomas Veld.", "", "El 3 de mayo de 2020, el Sr. Veld fue detenido por cuatro policías."),
    ("es", "Le escribimos en relación con el caso del Sr. Tomas Veld.", "Lo que nos ha sido confiado es lo siguiente:", "El 3 de mayo de 2020, el Sr. Veld fue detenido por cuatro policías."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "introduction", "opening", "event"), TRANSLATED)
def test_an_account_is_found_in_french_and_spanish(
    language: str, introduction: str, opening: str, event: str
) -> None:
    paragraphs = "\n\n".join(part for part in (introduction, opening, event, event) if part)
    reserve = {"fr": "Sans préjuger de l’exactitude de ces allégations, nous sommes préoccupés.", "es": "Sin prejuzgar la veracidad de estas alegaciones, expresamos nuestra preocupación."}  # fmt: skip
    text = letter_text(language, company=False, introduction=paragraphs, concerns=reserve[language])
    assert [claim.text for claim in claims(reading_of(text))][-2:] == [event, event]


NO_ACCOUNTS = [
    "We would like to make the following comments on the Bill:\n\nArticle 4 would allow officials to close any bakery.",
    "We wish to share our concerns and recommendations as follows:\n\nThe Bill was tabled on 3 May 2020 by Mr. Orb.",
    "We welcome the visit of the Working Group in May 2019.",
]


@pytest.mark.parametrize("text", NO_ACCOUNTS, ids=lambda words: words[:20])
@pytest.mark.parametrize("kind", ["AL", "OL"])
def test_comments_on_a_law_are_no_account(text: str, kind: str) -> None:
    letter = letter_text("en", company=False, introduction=text, concerns=CONCERN)
    letter = letter.replace("AL CHL", f"{kind} CHL")
    reading = reading_of(letter)
    assert not any(block.part is Part.ALLEGATIONS for block in reading.letter.blocks)
    assert claims(reading) == ()
