"""The pages of a graph with letters to companies and to others, and with replies: who is who, and who answers whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.pipeline.build import build
from kg.pipeline.opened import Graph
from kg.pipeline.outputs import entity_graph
from kg.pipeline.show import letter_text
from kg.pipeline.stats import statistics
from kg.serve.addresses import address_of
from kg.serve.app import Application
from kg.serve.facets import Choice
from kg.serve.site import Site
from kg.vocab.terms import ID
from tests.serve.reading import Reading

PLANTED, ANSWERED = "AL OTH 912/2023", "AL OTH 846/2022"
PERSONS = {"Person", "PersonConcerned", "Addressee", "MandateHolder"}
GOLD = Path(__file__).parent.parent / "gold"
LETTERS = (
    "en_company_al_2023_lithium",
    "en_government_al_2025_minister",
    "en_university_al_2020_ocr",
    "en_insurer_al_2023_oneline",
    "en_reply_company_2018_email",
    "en_reply_company_2022",
    "en_reply_government_2014",
)


@pytest.fixture(scope="session")
def mixed_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of letters and replies, with the letter that one of the replies answers."""
    folder = tmp_path_factory.mktemp("mixed")
    letters = folder / "letters"
    letters.mkdir()
    for name in LETTERS:
        text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
        (letters / f"{name}.txt").write_text(text.replace(PLANTED, ANSWERED), encoding="utf-8")
    report = build([letters], folder / "graph")
    assert (report.letters, report.failures) == (len(LETTERS), ())
    return folder / "graph"


@pytest.fixture(scope="session")
def mixed_application(mixed_graph: Path) -> Iterator[Application]:
    made = Application(mixed_graph)
    yield made
    made.close()


@pytest.fixture
def mixed(mixed_application: Application) -> Client:
    return Client(mixed_application)


def words(client: Client, address: str) -> str:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 200, address
    return " ".join(Reading(answer.get_data(as_text=True)).all_text.split())


@pytest.fixture(scope="session")
def site(mixed_graph: Path) -> Site:
    return Site(mixed_graph)


@pytest.mark.parametrize(
    ("person", "kind", "position"),
    [
        ("person/halvard-quennel", "CEO / head of company (addressee)", "Chief Executive Officer"),
        (
            "letter/AL-OTH-874-2023/person/achterberg-lund",
            "CEO / head of company (addressee)",
            "head of company (office not named in the letter)",
        ),
        ("person/leandros-charidemos-katt", "Person", "Minister for Foreign Affairs"),
        ("person/edwina-castellmore", "Person", "Vice-Chancellor"),
        ("person/abelard-finch", "Person", "Special Rapporteur on adequate housing"),
        ("person/evaristo-montjoie-kante", "Person", "Chair-Rapporteur"),
    ],
)
def test_only_who_is_addressed_for_a_company_is_shown_as_its_head(
    mixed: Client, person: str, kind: str, position: str
) -> None:
    page = words(mixed, f"/id/{person}")
    assert ("CEO / head of company" in page) == kind.startswith("CEO")
    assert ("letters rarely name an office, and none is assumed" in page) == kind.startswith("CEO")
    assert kind in page
    assert position in page


def test_pages_and_network_call_every_person_the_same(site: Site, mixed_graph: Path) -> None:
    nodes = {node.id: node.kind for node in entity_graph(mixed_graph).nodes}
    persons = {iri: kind for iri, kind in nodes.items() if kind in PERSONS}
    assert {*persons.values()} == PERSONS
    assert {iri: site.thing(iri).kind for iri in persons} == persons


def test_search_shows_a_minister_as_a_person(mixed: Client) -> None:
    found = words(mixed, "/search?q=Charidemos")
    assert "Leandros Charidemos-Katt" in found
    assert "head of company" not in found


@pytest.mark.parametrize(
    ("letter", "shown", "not_shown"),
    [
        ("AL-OTH-846-2022", "addressed as: head of company", "office not named"),
        ("AL-CYP-803-2025", "addressed as: representative of a Government", "office not named"),
        ("AL-OTH-874-2023", "addressed as: head of company (office not named in the letter)", "office as written"),
    ],
)  # fmt: skip
def test_an_office_is_said_to_be_missing_only_where_it_is(
    mixed: Client, letter: str, shown: str, not_shown: str
) -> None:
    page = words(mixed, f"/id/letter/{letter}")
    assert shown in page
    assert not_shown not in page


def reply(site: Site, name: str) -> str:
    (card,) = [card for card in site.occurrences.letters if card.label == f"{name}.txt"]
    return address_of(card.iri)


def test_a_reply_and_the_letter_it_answers_lead_to_each_other(mixed: Client, site: Site) -> None:
    address = reply(site, "en_reply_company_2022")
    assert "Answered by en_reply_company_2022.txt" in words(mixed, "/id/letter/AL-OTH-846-2022")
    page = words(mixed, address)
    assert "Answers 1 AL OTH 846/2022 stated “AL OTH 846/2022”, 2" in page
    assert "Sent under" not in page
    assert "Addressed to" in page


def test_a_reply_to_a_letter_that_is_not_there_names_it(mixed: Client, site: Site) -> None:
    page = words(mixed, reply(site, "en_reply_government_2014"))
    assert "Answers 1 UA NAM 831/2014 (not in this graph)" in page
    assert "en_reply_government_2014.txt" in words(mixed, "/id/letter/UA-NAM-831-2014")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/", "4 letters of United Nations Special Procedures and 3 replies, 2014–2025"),
        ("/", "4Letters 3Replies"),
        ("/things", "4Letters 3Replies"),
        ("/letters", "4 letters, 3 replies"),
        ("/letters?kind=Communication", "4 letters with everything that is chosen"),
        ("/timeline", "4 letters, by the date printed on them. 3 replies not counted here."),
        ("/timeline?kind=Reply", "Replies by month 3 replies, by the date"),
        ("/matrix", "How many letters each pair shares, of 4 letters."),
        ("/id/mandate/wg-business", "In 2 letters, 1 reply"),
        ("/things/mandates", "Letters and replies"),
        ("/search?q=business", "3 letters, 2 replies"),
    ],
)
def test_replies_are_not_counted_as_letters(mixed: Client, address: str, shown: str) -> None:
    assert shown in words(mixed, address)


def test_matrix_and_statistics_count_what_the_question_counts(site: Site, mixed_graph: Path) -> None:
    asked = {
        row["mandate"]: int(row["letters"])
        for row in Graph(mixed_graph).query("letters-by-mandate").records()
    }
    measured = {
        row["label"]: row["letters"]
        for row in statistics(mixed_graph).things.records()
        if row["kind"] == "Mandate"
    }
    letters = site.select(site.facets.of_letters(Choice()))
    counted = dict(site.facets.counts(letters)["mandate"])
    matrix = {site.thing(f"{ID}mandate/{name}").label: number for name, number in counted.items()}
    assert asked == measured == matrix


def test_links_of_the_matrix_lead_to_as_many_letters(mixed: Client) -> None:
    page = Reading(mixed.get("/matrix", headers={"Accept": "text/html"}).get_data(as_text=True))
    cells = [
        (one["aria-label"].split()[0], one["href"])
        for tag, one in page.elements
        if tag == "a" and " letters: " in one.get("aria-label", "")
    ]
    assert cells
    for number, address in cells:
        assert f"{number} letter" in words(mixed, address)


def test_a_reply_is_printed_as_one(mixed_graph: Path, site: Site) -> None:
    card = next(card for card in site.occurrences.letters if card.label == "en_reply_company_2022.txt")
    text = letter_text(mixed_graph, card.iri.rsplit("/", 1)[-1])
    assert "Answers\n  • AL OTH 846/2022\n" in text
    assert "Sent under" not in text
    assert (
        "  • Working Group on the issue of human rights and transnational corporations"
        in text.split("Answers")[0]
    )
