"""The pages of a graph with letters to companies and to others, and with replies: who is who, and who answers whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.pipeline.build import build
from kg.pipeline.outputs import entity_graph
from kg.serve.app import Application
from kg.serve.site import Site
from tests.serve.reading import Reading

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
    folder = tmp_path_factory.mktemp("mixed") / "graph"
    report = build([GOLD / f"{name}.txt" for name in LETTERS], folder)
    assert (report.letters, report.failures) == (len(LETTERS), ())
    return folder


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
        ("AL-OTH-912-2023", "addressed as: head of company", "office not named"),
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
