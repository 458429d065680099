"""The pages of the explorer on the seed letters: what they show, where they lead, that words stay words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pyoxigraph as ox
import pytest
from werkzeug.test import Client

from kg.pipeline.folder import GraphFolder
from kg.query.engine import open_store
from kg.serve.addresses import address_of, iri_at, letter_name
from kg.serve.facets import Choice
from kg.serve.pages import ROUTES
from kg.serve.site import Site
from kg.vocab.terms import ID, RDF, SPL
from tests.serve.reading import Reading

LETTER = "/id/letter/AL-OTH-105-2021"
LISTS = ("/letters", "/claims", "/requests", "/things", "/timeline", "/matrix", "/questions", "/search")
PAGES = (
    "/",
    *LISTS,
    *(rule for rule, _ in ROUTES if rule.startswith("/things/")),
    "/letters?mandate=sr-torture&year=2021&q=forced",
    "/letters?sort=oldest",
    "/letters?sort=reference",
    "/letters?company=nobody",
    "/claims?issue=forced-labour",
    "/requests?with=https%3A%2F%2Fw3id.org%2Fsp-letters%2Fid%2Ftopic%2Fdue-diligence",
    "/things/mandates?all=1&sort=name",
    "/things/states?q=united",
    "/matrix?against=state",
    "/matrix?against=issue&year=2021",
    "/timeline?mandate=sr-torture",
    "/search?q=hitachi",
    "/search?q=labour&in=things",
    "/search?q=%22%3E%3Cscript%3E",
    "/families",
    "/compare",
    "/compare?left=AL-OTH-105-2021&right=AL-OTH-34-2021",
    "/id/family/AL-OTH-105-2021",
    LETTER,
    f"{LETTER}?q=workers",
    "/id/text/bfe82ab87aeb",
    "/id/text/bfe82ab87aeb/span/18-122",
    "/id/mandate/sr-torture",
    "/id/company/hitachi-ltd",
    "/id/person/nils-melzer",
    "/id/government/CHN",
    "/id/ungp/13",
    "/id/issue/forced-labour",
    "/id/resolution/A-HRC-RES-43-20",
    "/id/letter/AL-OTH-105-2021/signature/nils-melzer",
    "/entity?iri=http%3A%2F%2Fmetadata.un.org%2Fsdg%2Fcodes%2FgeoArea%2F156",
    "/ns/Mandate",
)


def get(client: Client, address: str, accept: str = "text/html") -> tuple[int, str, str]:
    answer = client.get(address, headers={"Accept": accept})
    return answer.status_code, answer.content_type, answer.get_data(as_text=True)


def read(client: Client, address: str) -> Reading:
    status, media_type, body = get(client, address)
    assert (status, media_type) == (200, "text/html; charset=utf-8"), address
    return Reading(body)


@pytest.mark.parametrize("address", PAGES)
def test_page_is_whole(client: Client, address: str) -> None:
    page = read(client, address)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("h1") == tags.count("main") == 1
    assert dict(page.elements)["html"]["lang"] == "en"
    assert len(page.ids()) == len(set(page.ids()))
    for tag, attributes in page.elements:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        assert tag != "style"
        assert tag != "script" or attributes["src"].startswith("/static/")


@pytest.mark.parametrize("address", PAGES)
def test_links_within_a_page_lead_somewhere(client: Client, address: str) -> None:
    page = read(client, address)
    ids = set(page.ids())
    assert [link for link in page.links() if link.startswith("#") and link[1:] not in ids] == []


def test_every_link_leads_to_a_page(client: Client) -> None:
    todo, seen = ["/"], {"/"}
    while todo and len(seen) < 700:
        address = todo.pop(0)
        status, media_type, body = get(client, address)
        assert status in {200, 303}, address
        found = Reading(body).links() if media_type.startswith("text/html") and status == 200 else []
        for link in found:
            plain = link.partition("#")[0]
            if plain.startswith("/") and plain not in seen and not plain.startswith(("/network", "/sparql")):
                seen.add(plain)
                todo.append(plain)
    assert len(seen) >= 300


def test_letter_page_holds_the_canonical_text(client: Client, seeds_graph: Path) -> None:
    folder = GraphFolder(seeds_graph)
    for source in folder.manifest["sources"]:
        page = read(client, f"/id/letter/{source['reference'].replace(' ', '-').replace('/', '-')}")
        assert page.text == folder.text(source["id"])
        assert read(client, f"/id/text/{source['id']}").text == page.text


def test_facts_and_words_lead_to_each_other(client: Client) -> None:
    page = read(client, LETTER)
    ids = set(page.ids())
    jumps = [found["href"][1:] for found in page.with_class("jump") if found["href"].startswith("#")]
    words = [found["href"][1:] for found in page.with_class("t")]
    assert len(jumps) > 100
    assert len(words) > 60
    assert set(jumps) | set(words) <= ids
    facts = [found["id"] for found in page.with_class("fact")]
    assert set(words) <= set(facts)


def test_words_are_marked_where_they_stand(client: Client, seeds_graph: Path) -> None:
    text = GraphFolder(seeds_graph).text("bfe82ab87aeb")
    html = get(client, LETTER)[2]
    for words, kind in (
        ("Hitachi, Ltd", "Company"),
        ("Nils Melzer", "MandateHolder"),
        ("44/15", "Resolution"),
    ):
        start = text.index(words)
        anchor = f"w{start}-{start + len(words)}"
        assert re.search(rf'<span class="m leaf k-{kind}[^"]*" id="{anchor}"', html), words


def test_claims_are_marked_as_alleged_with_their_hedges(client: Client) -> None:
    page = read(client, LETTER)
    store_claims = 23
    marks = [found for found in page.with_class("to") if "k-Allegation" in found["class"]]
    assert len({found["href"] for found in marks}) == store_claims
    assert all(found["aria-label"].startswith("alleged") for found in marks)
    assert len(page.with_class("k-Hedge")) > 20
    facts = {found["id"] for found in page.with_class("fact") if found["id"].startswith("f-claim-")}
    assert {found["href"][1:] for found in marks} == facts


def test_problems_of_a_letter_lead_to_their_words(client: Client) -> None:
    page = read(client, LETTER)
    assert "A/HRC/RES/17/31 is presumably a mistake" in page.all_text
    assert "#p15016" in page.links()


def test_every_kind_of_iri_has_a_page(client: Client, seeds_graph: Path) -> None:
    """One thing of each class in each folder: a page per sort of thing, ours and others'."""
    sorts: dict[tuple[str, str], str] = {}
    for quad in open_store(seeds_graph).quads_for_pattern(
        None, ox.NamedNode(RDF.type), None, ox.DefaultGraph()
    ):
        iri = str(quad.subject)[1:-1]
        sorts.setdefault(("/".join(iri.split("/")[:6]), str(quad.object)), iri)
    assert len(sorts) > 60
    for iri in sorts.values():
        status, _, body = get(client, address_of(iri))
        assert status == 200, iri
        assert iri.replace("&", "&amp;") in body


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("/id/company/hitachi-ltd.ttl", "*/*", "text/turtle; charset=utf-8"),
        ("/id/company/hitachi-ltd.nt", "text/html", "application/n-triples; charset=utf-8"),
        ("/id/company/hitachi-ltd.jsonld", "*/*", "application/ld+json"),
        ("/id/company/hitachi-ltd", "text/turtle", "text/turtle; charset=utf-8"),
        ("/id/company/hitachi-ltd", "application/ld+json", "application/ld+json"),
        ("/id/letter/AL-OTH-105-2021", "application/n-triples", "application/n-triples; charset=utf-8"),
        ("/ns/Mandate", "text/turtle", "text/turtle; charset=utf-8"),
        ("/graph/AL-OTH-105-2021/doc", "text/turtle", "text/turtle; charset=utf-8"),
        (
            "/entity?iri=http%3A%2F%2Fmetadata.un.org%2Fsdg%2Fcodes%2FgeoArea%2F156&format=nt",
            "text/html",
            "application/n-triples; charset=utf-8",
        ),
    ],
)
def test_things_are_data_too(client: Client, address: str, accept: str, media_type: str) -> None:
    status, given, body = get(client, address, accept)
    assert (status, given) == (200, media_type)
    formats = {"text/turtle": ox.RdfFormat.TURTLE, "application/ld+json": ox.RdfFormat.JSON_LD}
    parsed = list(
        ox.parse(body, format=formats.get(media_type.split(";", maxsplit=1)[0], ox.RdfFormat.N_TRIPLES))
    )
    assert len(parsed) > 4


def test_data_of_a_letter_is_all_it_says(client: Client, seeds_graph: Path) -> None:
    body = get(client, "/id/letter/AL-OTH-105-2021.nt")[2]
    found = {str(quad.triple) for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}
    store = open_store(seeds_graph)
    for part in ("doc", "claims", "inferred", "evidence", "prov"):
        graph = ox.NamedNode(f"https://w3id.org/sp-letters/graph/AL-OTH-105-2021/{part}")
        said = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, graph)}
        assert said
        assert said <= found


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/id/company/nobody", 404),
        ("/id/company/nobody.ttl", 404),
        ("/id/letter/AL-OTH-1-1900", 404),
        ("/id/%3Cscript%3E", 404),
        ("/ns/Nothing", 404),
        ("/entity", 400),
        ("/entity?iri=not%20an%20iri", 400),
        ("/entity?iri=http%3A%2F%2Fexample.org%2Fnobody", 404),
        ("/entity?iri=https%3A%2F%2Fw3id.org%2Fsp-letters%2Fid%2Fcompany%2Fhitachi-ltd", 303),
        ("/network?around=nobody", 404),
        ("/letters?page=99999999999999", 200),
        ("/letters?page=-1", 200),
        ("/letters?year=²", 200),
        ("/things/nothing", 404),
    ],
)
def test_what_is_not_there_is_said(client: Client, address: str, status: int) -> None:
    assert get(client, address)[0] == status


def test_facets_count_what_they_lead_to(client: Client) -> None:
    page = read(client, "/letters")
    offered = re.findall(
        r'<li><a href="(/letters\?[^"]+)"><span class="name">[^<]*</span> <span class="count">([0-9]+)</span>',
        get(client, "/letters")[2],
    )
    assert len(offered) > 40
    assert page.with_class("facets")
    for address, count in offered:
        shown = get(client, address.replace("&amp;", "&"))[2]
        assert f"{count} letter" in shown, address


def test_matrix_counts_what_it_leads_to(client: Client) -> None:
    cells = re.findall(r'<a href="(/letters\?[^"]+)" aria-label="([0-9]+) letters', get(client, "/matrix")[2])
    assert len(cells) == 7 * 5
    for address, count in cells[:6]:
        assert f"{count} letter" in get(client, address.replace("&amp;", "&"))[2]


def test_timeline_has_every_letter(client: Client) -> None:
    months = re.findall(r'aria-label="([0-9]+) letters in', get(client, "/timeline")[2])
    assert sum(map(int, months)) == 5


def test_claims_list_says_of_each_that_it_is_alleged(client: Client) -> None:
    page = read(client, "/claims?issue=forced-labour")
    rows = len(re.findall(r'<td class="words"', get(client, "/claims?issue=forced-labour")[2]))
    assert rows > 5
    assert len([found for found in page.with_class("alleged") if "badge" in found["class"]]) >= rows


def test_only_what_the_letter_states_is_an_office(client: Client) -> None:
    assert "office not named in the letter" in read(client, LETTER).all_text
    person = read(client, "/id/person/toshiaki-higashihara").all_text
    assert "letters rarely name an office" in person


def test_office_from_outside_says_so(client: Client) -> None:
    fact = "f-addressing-toshiaki-higashihara-office-2021-05-12"
    page = read(client, LETTER)
    assert fact in page.ids()
    text = " ".join(page.all_text.split())
    assert "as of: 2021-05-12" in text
    assert "office title: President and Chief Executive Officer" in text
    assert "outside source: https://" in text
    person = read(client, "/id/person/toshiaki-higashihara")
    assert f"{LETTER}#{fact}" in person.links()
    assert "President and Chief Executive Officer external" in " ".join(person.all_text.split())


def test_links_into_letters_lead_to_a_place(client: Client, seeds_graph: Path) -> None:
    """What letters say of a thing leads to the fact or to the words themselves."""
    ids: dict[str, set[str]] = {}
    for iri in Site(seeds_graph).occurrences.positions:
        for link in read(client, address_of(iri)).links():
            page, _, place = link.partition("#")
            if place and page.startswith(("/id/letter/", "/id/text/")):
                if page not in ids:
                    ids[page] = set(read(client, page).ids())
                assert place in ids[page], (iri, link)
    assert len(ids) == 10


def test_term_says_what_it_means(client: Client) -> None:
    text = read(client, "/ns/Mandate").all_text
    assert "Term of the vocabulary" in text
    assert "A mandate of the Special Procedures." in text
    assert "Term of the vocabulary" not in read(client, "/id/mandate/sr-torture").all_text


def test_search_finds_letters_and_things(client: Client) -> None:
    page = read(client, "/search?q=hitach")
    assert "/id/company/hitachi-ltd" in page.links()
    assert f"{LETTER}?q=hitach#hit-1" in page.links()
    assert "hit-1" in read(client, f"{LETTER}?q=hitach").ids()


@cache
def sample_iris() -> tuple[str, ...]:
    return (
        f"{ID}letter/AL-OTH-105-2021",
        f"{ID}document/E-CN.4-2005-79",
        f"{SPL.base}Mandate",
        "https://w3id.org/sp-letters/graph/AL-OTH-105-2021/doc",
        f"{ID}x/../y",
        f"{ID}a//b",
        f"{ID}a?b",
        f"{ID}a#b",
        f"{ID}é",
        "http://example.org/a?b=c&d#e",
    )


@pytest.mark.parametrize("iri", sample_iris())
def test_addresses_lead_back(iri: str) -> None:
    parts = urlsplit(address_of(iri))
    shown = dict(parse_qsl(parts.query)).get("iri") if parts.path == "/entity" else iri_at(parts.path)
    assert shown == iri


@pytest.mark.parametrize(
    ("iri", "name"),
    [(f"{ID}letter/X/claim/1", "X"), (f"{ID}letter/X", "X"), (f"{ID}mandate/x", None), ("", None)],
)
def test_letter_of_an_iri(iri: str, name: str | None) -> None:
    assert letter_name(iri) == name


def test_a_letter_has_one_year_but_many_mandates() -> None:
    choice = Choice.of([("year", "2020"), ("mandate", "a"), ("nonsense", "x"), ("mandate", " ")])
    assert choice.pairs == (("year", "2020"), ("mandate", "a"))
    assert choice.added("year", "2021").pairs == (("mandate", "a"), ("year", "2021"))
    assert choice.added("mandate", "b").address("/letters") == "/letters?year=2020&mandate=a&mandate=b"
    assert choice.without(("year", "2020")).pairs == (("mandate", "a"),)
