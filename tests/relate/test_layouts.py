"""What the body of a letter says in words other than the formulas: who speaks, who got copies, until when."""

from __future__ import annotations

import pytest

from kg.model.record import Addressing, Period
from kg.model.text import Part
from kg.relate import periods
from kg.relate.claims import claims
from kg.relate.persons import persons_concerned
from kg.relate.reading import Reading
from kg.relate.recipients import companies_copied, states_copied
from kg.relate.requests import requests
from kg.relate.statements import statements
from tests.builders.reading import letter_text, reading_of

ACCOUNT = "On 3 May 2020, Mr. Tomas Veld, a baker, was reportedly arrested at his bakery."
LAWS = {
    "en": (
        "We offer our comments on the Media Bill.",
        "According to information received, two papers were closed on 3 May 2020.",
        "Clause 9 makes it an offence to print without a licence. None of these terms is defined.",
    ),
    "fr": (
        "La présente lettre soumet nos observations sur le projet de loi relatif à la presse.",
        "Selon les informations reçues, deux journaux auraient été fermés le 3 mai 2020.",
        "L’article 9 interdit d’imprimer sans licence. Aucun de ces termes n’est défini.",
    ),
    "es": (
        "Sometemos observaciones sobre el Proyecto de Ley de Prensa, que modificaría la Ley núm. 5.",
        "Según la información recibida, dos diarios habrían sido cerrados el 3 de mayo de 2020.",
        "El artículo 9 castiga imprimir sin licencia. Ninguno de estos términos se define.",
    ),
}


def read(account: str, *, language: str = "en", company: bool = False, requests: str = "") -> Reading:
    return reading_of(letter_text(language, company=company, allegations=account, requests=requests))


@pytest.mark.parametrize(
    "answer",
    [
        "Your bank announced on 14 February 2023 that “no loss of housing has occurred”.",
        "In an address of 13 August 2021, the Prosecutor General maintained that the group was paid from abroad.",
        "The Inspector-General of Police, Mr. Erast Mund, stated in an interview of 12 January that both had left.",
    ],
)
def test_whoever_answers_for_the_other_side_alleges_nothing(answer: str) -> None:
    reading = read(f"{ACCOUNT} {answer}", company=answer.startswith("Your"))
    assert [claim.text for claim in claims(reading)] == [ACCOUNT]
    assert [one.text for one in statements(reading) if one.kind == "position"] == [answer]


@pytest.mark.parametrize(
    "behind",
    [
        "We take no position at this stage on what has been submitted to us.",
        "It is, however, with deep concern that we have taken note of it.",
        "This letter, together with any answer received, will appear on the website within 60 days.",
        "May we finally recall our request of 11 March 2022 to visit your country.",
        "Without in any way anticipating the outcome of your inquiries, we are troubled by these reports.",
        "If confirmed, these facts would be at variance with articles 6 and 9 of the Covenant.",
    ],
)
def test_the_account_ends_where_the_experts_speak(behind: str) -> None:
    text = f"{ACCOUNT}\n\n{behind}\n\nA second sentence stands here by itself."
    assert [claim.text for claim in claims(read(text))] == [ACCOUNT]


@pytest.mark.parametrize("language", LAWS)
def test_what_a_draft_provides_is_no_allegation(language: str) -> None:
    introduction, told, provision = LAWS[language]
    text = letter_text(language, company=False, introduction=f"{introduction}\n\n{told}\n\n{provision}")
    reading = reading_of(text.replace("AL CHL", "OL CHL"))
    assert [told.endswith(claim.text) for claim in claims(reading)] == [True]


@pytest.mark.parametrize(
    ("aside", "language"),
    [
        ("On nous a signalé que des agents se seraient déjà fait remettre la liste des adhérents.", "fr"),
        ("A título de ejemplo, se nos ha expuesto el caso de una periodista cuyo teléfono habría sido infectado.", "es"),
    ],
)  # fmt: skip
def test_what_is_said_to_have_been_done_is_reported_among_the_comments(aside: str, language: str) -> None:
    text = letter_text(language, company=False, introduction="\n\n".join((*LAWS[language], aside)))
    assert aside in [claim.text for claim in claims(reading_of(text.replace("AL CHL", "OL CHL")))]


def test_a_source_is_given_for_its_own_sentence_only() -> None:
    text = "Selon la source, la police est venue. Plus de 640 maisons auraient été rasées."
    introduction = "Nous souhaitons porter à votre attention les faits ci-après :"
    found = claims(reading_of(letter_text("fr", company=False, introduction=f"{introduction}\n\n{text}")))
    assert [claim.scope for claim in found] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "states", "companies"),
    [
        ("The Governments of Denmark, Singapore and the Republic of Korea have been informed as well.", ["DNK", "SGP", "KOR"], []),
        ("Letters on the same subject have been sent to Alder Hydro Pte. Ltd. and Berg Trust plc.", [], ["Alder Hydro Pte. Ltd.", "Berg Trust plc"]),
    ],
)  # fmt: skip
def test_copies_in_other_words(sentence: str, states: list[str], companies: list[str]) -> None:
    reading = read(
        ACCOUNT, company=True, requests=f"1. Please comment.\n\nThis letter will be published.\n\n{sentence}"
    )
    assert [state.value for state in states_copied(reading)] == states
    assert [company.value.rstrip(".") for company in companies_copied(reading)] == [
        one.rstrip(".") for one in companies
    ]


@pytest.mark.parametrize(
    ("sentence", "language", "response", "publication"),
    [
        ("Votre réponse est attendue dans un délai de soixante jours.", "fr", 60, None),
        ("Nous souhaiterions recevoir ces renseignements dans les 60 jours.", "fr", 60, None),
        ("La présente communication sera rendue publique, avec la réponse éventuelle du Gouvernement, dans les 48 heures suivant son envoi.", "fr", None, 48),
        ("Esta comunicación será publicada en el sitio web a las 48 horas de su envío.", "es", None, 48),
        ("Agradeceríamos recibir su respuesta antes de que se cumplan 60 días.", "es", 60, None),
    ],
)  # fmt: skip
def test_periods_in_other_words(
    sentence: str, language: str, response: int | None, publication: int | None
) -> None:
    reading = reading_of(
        letter_text(
            language, company=False, allegations=ACCOUNT, requests=f"1. Veuillez répondre.\n\n{sentence}"
        )
    )

    def length(period: Period) -> int | None:
        said = period.days or period.hours
        return said.value if said else None

    assert (length(periods.response(reading, None)), length(periods.publication(reading, None))) == (
        response,
        publication,
    )


def test_requests_within_one_paragraph() -> None:
    asked = "For these reasons, we would be obliged if you could provide us with information on the following: (1) the fate of Mr. Veld; (2) the steps taken to find him; and (3) the inquiries made."
    text = letter_text("en", company=False, allegations=ACCOUNT, concerns=asked)
    reading = reading_of(text)
    assert [request.number for request in requests(reading)][:3] == [1, 2, 3]


@pytest.mark.parametrize(
    ("account", "language", "names"),
    [
        ("A contractor of Alder Mines Ltd., Mr. Bhagir Pattnayak, had told villagers to leave.", "en", []),
        ("El consultorio, a cargo del Dr. Hermes Llatance Saavedra, habría negado atención.", "es", []),
        ("El 22 de junio habrían dispersado una protesta de la cooperativa campesina Nueva Aurora.", "es", []),
        ("Su abogado, el Sr. Leoncio Micó Esara, acudió a asistirla y quedó a su vez detenido.", "es", ["Leoncio Micó Esara"]),
        ("Me Fatimé Guelmor, qui défend les prévenus, aurait été interpellée à son tour.", "fr", ["Fatimé Guelmor"]),
    ],
)  # fmt: skip
def test_who_is_concerned(account: str, language: str, names: list[str]) -> None:
    reading = read(account, language=language)
    found = persons_concerned(reading, Addressing("government"), ())
    assert [name.value for name in found] == names


def test_a_code_that_ends_in_i_opens_no_sentence() -> None:
    text = letter_text("en", company=False, allegations=ACCOUNT).replace("AL CHL 903/2021", "AL MWI 903/2021")
    blocks = reading_of(" ".join(text.split())).letter.blocks
    assert [block.text for block in blocks if block.part is Part.REFERENCE] == ["REFERENCE: AL MWI 903/2021"]
