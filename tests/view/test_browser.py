"""The page in a browser: what a reader sees at first, and how it is narrowed, searched and addressed."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from kg.model.network import Edge, EntityGraph, Node, Quote
from tests.builders.network import campaign
from tests.view.conftest import Open
from tests.view.use import BASE, FOLDED, box, counts, dated, expected, seek

pytestmark = pytest.mark.browser


# At first sight


def test_the_page_opens_with_parts_folded(open_page: Open) -> None:
    graph = campaign()
    page = open_page(graph, title="Five letters").page
    nodes, edges = expected(graph, FOLDED)
    assert counts(page) == (len(nodes), len(edges))
    assert page.title() == "Five letters"
    assert page.inner_text("h1") == "Five letters"
    expect(page.locator("#facts")).to_be_hidden()


def test_the_legend_names_every_kind_with_its_count(open_page: Open) -> None:
    page = open_page(campaign()).page
    items = [" ".join(text.split()) for text in page.locator("#kinds li").all_inner_texts()]
    assert items == [
        "Letter 5", "Mandate 7", "Rapporteur / mandate holder 7", "Company 5", "CEO / head of company (addressee) 5",
        "Government 14", "Resolution 8", "Guiding Principle 12", "Report 1", "Symbol as written 1",
        "Allegation (not a fact) 115", "Kind of alleged abuse 6", "Request 39",
    ]  # fmt: skip
    checked = page.locator("#kinds input").evaluate_all("boxes => boxes.map(box => box.checked)")
    assert checked == [True] * 10 + [False] * 3


def test_something_is_drawn(open_page: Open) -> None:
    page = open_page(campaign()).page
    colours = page.evaluate(
        """() => { const c = document.querySelector('canvas'); const d = c.getContext('2d')
        .getImageData(0, 0, c.width, c.height).data; const seen = new Set();
        for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i+1] << 8 | d[i+2]); return seen.size; }"""
    )
    assert colours > 50


# Filters


def test_a_kind_can_be_hidden_and_shown(open_page: Open) -> None:
    graph = campaign()
    page = open_page(graph).page
    box(page, "Government")
    assert counts(page) == tuple(map(len, expected(graph, FOLDED | {"Government"})))
    box(page, "Government")
    box(page, "Allegation")
    assert counts(page) == tuple(map(len, expected(graph, FOLDED - {"Allegation"})))


def test_what_is_known_by_one_way_can_be_hidden(open_page: Open) -> None:
    graph = campaign()
    page = open_page(graph).page
    box(page, "aligned")
    kept = [edge for edge in expected(graph, FOLDED)[1] if edge.certainty != "aligned"]
    # Resolutions are known by alignment alone, but one, which the register names.
    assert counts(page) == (65 - 7, len(kept))


def test_hiding_what_is_alleged_hides_allegations(open_page: Open) -> None:
    page = open_page(campaign()).page
    box(page, "Allegation")
    assert counts(page)[0] == 65 + 115
    box(page, "alleged")
    assert counts(page)[0] == 65


def test_dates_narrow_the_view(open_page: Open) -> None:
    page = open_page(dated()).page
    assert counts(page) == (5, 4)
    page.locator("#from").fill("1")
    assert page.inner_text("#from-text") == "Feb 2021"
    assert counts(page) == (3, 2)
    page.locator("#until").fill("1")
    assert counts(page) == (2, 1)
    page.click("#reset")
    assert counts(page) == (5, 4)


def test_letters_of_one_day_have_no_date_filter(open_page: Open) -> None:
    expect(open_page(campaign()).page.locator("#dates")).to_be_hidden()


# Search and facts


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("inigo eche", "Íñigo Echeverría"),
        ("ZOLKIEWSKI", "Przemysław Żółkiewski"),
        ("204/2023", "AL OTH 204/2023"),
        (
            "torture",
            "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment",
        ),
        ("principle 19", "Guiding Principle 19"),
        ("not named in the letter norvik", ""),
    ],
)
def test_search_ignores_case_and_diacritics(open_page: Open, words: str, name: str) -> None:
    page = open_page(campaign()).page
    seek(page, words)
    if name:
        assert page.inner_text("#facts h2") == name
    else:
        expect(page.locator("#facts")).to_be_hidden()


def test_facts_show_the_words_and_where_they_stand(open_page: Open) -> None:
    nodes = (Node("x/letter", "Communication", "AL OTH 1/2021"), Node("x/mandate", "Mandate", "Mandate on X"))
    words = Quote("bfe82ab87aeb", 2859, 2871, "in line with", 3)
    edge = Edge(
        "f", "x/letter", "x/mandate", "k", "sent under", "aligned", "AL OTH 1/2021", "2021-03-12", (words,)
    )
    page = open_page(EntityGraph(nodes, (edge,))).page
    seek(page, "mandate on x")
    quoted = page.locator("#facts blockquote")
    assert quoted.evaluate("quote => quote.firstChild.textContent") == "in line with"
    assert quoted.locator("cite").inner_text() == (
        "AL OTH 1/2021 · 12 March 2021 · page 3 · characters 2859–2871 · text bfe82ab87aeb"
    )
    assert page.inner_text("#facts .how") == "aligned"


def test_an_allegation_says_that_it_is_not_established(open_page: Open) -> None:
    page = open_page(campaign()).page
    seek(page, "allegation salaries paragraph 3")
    assert page.inner_text("#facts .warning").startswith("Alleged. The letter reports this as alleged.")
    assert set(page.locator("#facts .how").all_inner_texts()) == {"alleged"}
    seek(page, "norvik")
    expect(page.locator("#facts .warning")).to_have_count(0)


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ((), "office\nnot named in the letter"),
        ((("office_as_stated", "CEO"),), "office (stated in the letter)\nCEO"),
        ((("office_by_outside_source", "CEO"),), "office (from an outside source, not in the letter)\nCEO"),
    ],
)
def test_an_addressee_is_shown_with_the_basis_of_the_office(
    open_page: Open, attributes: tuple[tuple[str, str], ...], shown: str
) -> None:
    page = open_page(EntityGraph((Node("x/a", "Addressee", "Somebody", attributes),), ())).page
    seek(page, "somebody")
    assert page.inner_text("#facts .kindline") == "CEO / head of company (addressee)"
    assert page.inner_text("#facts .properties") == shown


def test_a_fact_leads_to_the_other_thing_and_back(open_page: Open) -> None:
    page = open_page(campaign()).page
    seek(page, "norvik")
    page.click("#facts .end >> text=Astrid Lindqvist-Ödmark")
    assert page.inner_text("#facts h2") == "Astrid Lindqvist-Ödmark"
    assert page.inner_text("#facts .kindline") == "CEO / head of company (addressee)"
    page.keyboard.press("Escape")
    expect(page.locator("#facts")).to_be_hidden()


def test_a_click_on_the_picture_opens_facts(open_page: Open) -> None:
    page = open_page(EntityGraph((Node("x/1", "Company", "Alone"),), ())).page
    page.locator("#picture").click()
    assert page.inner_text("#facts h2") == "Alone"


def test_pointing_at_a_thing_names_it(open_page: Open) -> None:
    page = open_page(EntityGraph((Node("x/1", "Company", "Alone"),), ())).page
    page.locator("#picture").hover()
    expect(page.locator("#tip")).to_have_text("Company: Alone")


# Addresses


@pytest.mark.parametrize(
    "address",
    [
        "company/norvik-electronics",
        BASE + "company/norvik-electronics",
        quote(BASE + "company/norvik-electronics", safe=""),
    ],
)
def test_the_address_opens_a_thing(open_page: Open, address: str) -> None:
    page = open_page(campaign(), address=f"#{address}").page
    assert page.inner_text("#facts h2") == "Norvik Electronics AB"


def test_the_address_opens_what_is_folded(open_page: Open) -> None:
    page = open_page(campaign(), address="#letter/AL-OTH-201-2023/claim/a4").page
    assert page.inner_text("#facts h2").startswith("Allegation: ")
    assert counts(page)[0] == 66


def test_a_choice_becomes_the_address(open_page: Open) -> None:
    page = open_page(campaign()).page
    seek(page, "norvik")
    assert page.url.endswith("#company/norvik-electronics")
    page.goto(page.url.replace("norvik-electronics", "o-lumen"))
    assert page.inner_text("#facts h2") == "O-Lumen Technology Co. Ltd"
    page.keyboard.press("Escape")
    assert page.url.endswith("#")


def test_an_address_of_nothing_is_ignored(open_page: Open) -> None:
    expect(open_page(campaign(), address="#%zz/nothing").page.locator("#facts")).to_be_hidden()
