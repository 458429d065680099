"""The named questions as a reader asks them: from their page, with what can be set, without scripts."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import urlencode

import pytest
from werkzeug.test import Client

from kg.query.questions import Question, questions
from tests.serve.reading import Reading
from tests.serve.test_pages import get, read

QUESTIONS = questions()
SET = {"number": "1", "date": "2021-03-12", "iri": "mandate:sr-torture"}
TEXTS = {"letter": "AL OTH 105/2021", "principle": "22", "year": "2021", "during": "2021"}


def address(question: Question, settings: dict[str, str]) -> str:
    fields = {f"set-{name}": value for name, value in settings.items()}
    return f"/sparql?{urlencode({'question': question.name, 'format': 'html', **fields})}"


def forms(page: Reading) -> list[dict[str, str]]:
    return [found for tag, found in page.elements if tag == "form"]


def table(body: str) -> str:
    found = re.search(r'<table class="answer">(.*?)</table>', body, re.DOTALL)
    return found[1] if found else ""


def test_page_of_questions_leads_to_each(client: Client) -> None:
    links = read(client, "/questions").links()
    assert {f"/sparql?question={each.name}" for each in QUESTIONS} <= set(links)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_question_is_answered_and_can_be_downloaded(client: Client, question: Question) -> None:
    status, _, body = get(client, f"/sparql?question={question.name}")
    page = Reading(body)
    assert status == 200
    assert question.title in page.all_text
    rows = re.search(r">([0-9,]+) rows?", body)
    assert rows is not None
    assert (rows[1] == "0") == (table(body) == "")
    downloads = [
        link for link in page.links() if re.search("[?&]format=(json|xml|csv|tsv|spreadsheet)$", link)
    ]
    assert len(downloads) == 5
    for link in downloads:
        answer = client.get(link)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
    answer = client.get(next(link for link in downloads if link.endswith("=csv")))
    assert len(list(csv.reader(io.StringIO(answer.get_data(as_text=True))))) == int(rows[1]) + 1


@pytest.mark.parametrize(
    "question", [each for each in QUESTIONS if each.parameters], ids=lambda each: each.name
)
def test_what_can_be_set_is_set_by_a_plain_form(client: Client, question: Question) -> None:
    page = read(client, f"/sparql?question={question.name}")
    fields = {found["name"] for tag, found in page.elements if tag == "input"}
    assert {f"set-{each.name}" for each in question.parameters} <= fields
    assert all((form.get("method"), form["action"][:1]) == ("get", "/") for form in forms(page))
    for each in question.parameters:
        value = TEXTS.get(each.name) or SET.get(each.kind, "Hitachi, Ltd")
        status, _, body = get(client, address(question, {each.name: value}))
        assert status == 200, (each, re.findall('id="mistake"[^>]*>([^<]*)', body))
        kept = [found for tag, found in Reading(body).elements if found.get("id") == f"set-{each.name}"]
        assert [found["value"] for found in kept] == [value]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_links_of_an_answer_lead_to_pages(client: Client, question: Question) -> None:
    body = table(get(client, f"/sparql?question={question.name}")[2])
    links = sorted(set(re.findall('href="([^"]+)"', body)))
    for link in links[:4]:
        assert get(client, link.replace("&amp;", "&"))[0] in {200, 303}, link


@pytest.mark.parametrize(
    ("name", "link", "text"),
    [
        ("addressees", "/id/letter/AL-OTH-105-2021", "AL OTH 105/2021"),
        ("addressees", "/id/company/hitachi-ltd", "Hitachi, Ltd"),
        ("addressees", "/id/person/toshiaki-higashihara", "Toshiaki Higashihara"),
        ("rapporteurs", "/id/person/nils-melzer", "Nils Melzer"),
        ("governments-informed", "/id/government/CAN", "Government of Canada"),
        ("resolutions-acted-by", "/id/resolution/A-HRC-RES-43-20", "A/HRC/RES/43/20"),
        ("allegation-types", "/id/issue/forced-labour", "Forced labour"),
        ("family-letters", "/id/family/AL-OTH-105-2021", "Family of AL OTH 105/2021 (5 letters)"),
    ],
)
def test_names_in_an_answer_lead_to_what_has_them(client: Client, name: str, link: str, text: str) -> None:
    assert f'<a href="{link}">{text}</a>' in get(client, f"/sparql?question={name}")[2]


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("holders-on-date", {"date": "nonsense"}),
        ("holders-on-date", {"date": "2021-13-45"}),
        ("letters", {"year": "twenty"}),
        ("letters", {"sender": "mandate:sr-tortur"}),
        ("principle-words", {"principle": "99"}),
        ("signatures", {"letter": "AL OTH 999/2021"}),
    ],
)
def test_mistaken_setting_stays_to_be_corrected(client: Client, name: str, settings: dict[str, str]) -> None:
    (question,) = (each for each in QUESTIONS if each.name == name)
    status, _, body = get(client, address(question, settings))
    assert status == 400
    assert question.title in body
    assert 'id="mistake" role="alert"' in body
    for key, value in settings.items():
        kept = [found for _, found in Reading(body).elements if found.get("id") == f"set-{key}"]
        assert [found["value"] for found in kept] == [value]


def test_reference_may_be_typed_in_any_case(client: Client) -> None:
    (question,) = (each for each in QUESTIONS if each.name == "signatures")
    typed, printed = (
        get(client, address(question, {"letter": name})) for name in ("al oth 105-2021 ", "AL OTH 105/2021")
    )
    assert typed[0] == printed[0] == 200
    assert table(typed[2]) == table(printed[2]) != ""


def test_program_is_told_of_a_mistaken_setting(client: Client) -> None:
    answer = client.get("/sparql?question=letters&set-sender=mandate:sr-tortur&format=json")
    assert answer.status_code == 400
    assert answer.get_data(as_text=True) == (
        "the graph knows no mandate:sr-tortur; perhaps mandate:sr-torture\n"
    )
