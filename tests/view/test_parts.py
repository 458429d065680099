"""The page in a browser: parts of the graph, groups, and large graphs."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from kg.model.network import Edge, EntityGraph, Node
from kg.view.focus import Focus
from tests.builders.network import archive, campaign
from tests.view.conftest import Open
from tests.view.use import BASE, box, counts, expected, join, rows, seek

pytestmark = pytest.mark.browser


# Parts of the graph


def test_what_is_hidden_next_to_a_thing_is_one_click_away(open_page: Open) -> None:
    page = open_page(campaign()).page
    seek(page, "201/2023")
    page.click("text=Show 31 more next to it")
    assert counts(page)[0] == 65 + 23 + 8


def test_only_what_is_next_to_a_thing(open_page: Open) -> None:
    page = open_page(campaign()).page
    seek(page, "norvik")
    page.click("text=Only what is next to it")
    assert counts(page)[0] == 4
    page.click("text=Within 2 links")
    assert counts(page)[0] > 60
    page.click("text=Back to all")
    assert counts(page)[0] == 65


def test_how_two_companies_are_connected(open_page: Open) -> None:
    page = open_page(campaign()).page
    join(page, "norvik", "o-lumen")
    assert (
        page.inner_text("#notice span")
        == "Norvik Electronics AB and O-Lumen Technology Co. Ltd: 4 links apart"
    )
    assert counts(page)[0] == 2 + 2 + 7 + 7 + 14 + 12 + 1 + 1
    page.click("#as-table")
    assert "alleged" not in {row[3] for row in rows(page, "links")}


def test_what_only_an_allegation_connects_is_said(open_page: Open) -> None:
    nodes = (Node("x/a", "Company", "First"), Node("x/c", "Issue", "Wages"), Node("x/b", "Company", "Second"))
    edges = (
        Edge("1", "x/a", "x/c", "k", "alleged", "alleged"),
        Edge("2", "x/b", "x/c", "k", "alleged", "alleged"),
    )
    page = open_page(EntityGraph(tuple(sorted(nodes, key=lambda n: n.id)), edges)).page
    join(page, "First", "Second")
    assert page.inner_text("#notice span") == "First and Second: 2 links apart, and only by what is alleged"


def test_what_is_not_connected_is_said(open_page: Open) -> None:
    page = open_page(
        EntityGraph((Node("x/a", "Company", "First"), Node("x/b", "Company", "Second")), ())
    ).page
    join(page, "First", "Second")
    assert "not connected" in page.inner_text("#notice")


def test_a_failed_connection_changes_no_filter(open_page: Open) -> None:
    graph = campaign()
    alone = EntityGraph(
        tuple(sorted((*graph.nodes, Node("x/z", "Company", "Zeta")), key=lambda node: node.id)), graph.edges
    )
    page = open_page(alone).page
    join(page, "norvik", "zeta")
    assert "not connected" in page.inner_text("#notice")
    box(page, "Government")
    seek(page, "norvik")
    page.click("text=Only what is next to it")
    page.click("text=Back to all")
    assert not page.locator("#kind-5").is_checked()


# What a page made for a question opens with


def chain() -> EntityGraph:
    """Return A1 – B1 – C1 – D1, of which the last three letters name the kinds."""
    nodes = tuple(
        Node(f"x/{name}", kind, name)
        for name, kind in zip("ABCD", ("Company", "Communication", "Mandate", "Resolution"), strict=True)
    )
    edges = tuple(
        Edge(f"e{a}", f"x/{a}", f"x/{b}", "k", "l", "stated", "L", "2021-03-12")
        for a, b in ("AB", "BC", "CD")
    )
    return EntityGraph(nodes, edges)


def test_what_lies_around_the_view_is_one_step_away(open_page: Open) -> None:
    page = open_page(chain(), beside={"x/C", "x/D"}).page
    assert counts(page) == (2, 1)
    seek(page, "B")
    page.click("text=Show 1 more next to it")
    assert counts(page) == (3, 2)
    assert page.inner_text("#notice span") == "1 thing added"
    page.click("text=Take away")
    assert counts(page) == (2, 1)


def test_the_page_of_a_thing_opens_with_it(open_page: Open) -> None:
    page = open_page(chain(), beside={"x/D"}, focus=Focus(("x/A",), 2)).page
    assert page.inner_text("#notice span") == "A: everything within 2 links"
    assert counts(page) == (3, 2)
    page.click("text=Back to all")
    expect(page.locator("#notice")).to_be_hidden()
    page.click("#reset")
    assert page.inner_text("#notice span") == "A: everything within 2 links"


def test_a_view_says_when_the_file_holds_only_part_of_it(open_page: Open) -> None:
    page = open_page(chain(), beside={"x/C", "x/D"}).page
    seek(page, "A")
    page.click("text=Within 3 links")
    assert page.inner_text("#notice span").endswith("The file holds only part of it")


def test_the_page_of_a_connection_opens_with_it(open_page: Open) -> None:
    page = open_page(
        campaign(), focus=Focus((BASE + "company/norvik-electronics", BASE + "company/o-lumen"))
    ).page
    assert page.inner_text("#notice span").endswith("4 links apart")
    assert counts(page)[0] == 46


def test_neighbours_can_be_added_by_key_and_double_click(open_page: Open) -> None:
    page = open_page(chain(), focus=Focus(("x/A",))).page
    assert counts(page)[0] == 2
    page.locator("#picture").focus()
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#said").startswith("Letter: B")
    page.keyboard.press("Space")
    assert counts(page)[0] == 3


# Groups


def test_a_large_graph_opens_in_groups_that_stand_for_all(open_page: Open) -> None:
    graph = archive(400)
    page = open_page(graph).page
    nodes, edges = expected(graph, {"Allegation"})
    assert counts(page) == (len(nodes), len(edges))
    assert "Stacked cards stand for many things" in page.inner_text("#notice")
    box(page, "Allegation")
    assert counts(page) == (len(graph.nodes), len(graph.edges))


def test_a_group_opens_and_closes(open_page: Open) -> None:
    page = open_page(archive(400), address="#group:Communication/2015").page
    assert page.inner_text("#facts h2") == "2015 · 31"
    assert len(page.locator("#facts .fact").all()) == 31
    page.click("text=Show 31 as cards")
    assert page.inner_text("#notice span") == "31 things added"
    expect(page.locator("#facts")).to_be_hidden()
    page.click("text=Take away")
    page.evaluate("location.hash = '#group:Company/more'")
    expect(page.locator("#facts h2")).to_have_text(re.compile("^… [0-9]+ more$"))
    page.locator("#facts .end").first.click()
    expect(page.locator("#facts .kindline")).to_have_text("Company")


def test_the_address_of_a_group_undoes_what_hides_it(open_page: Open) -> None:
    page = open_page(archive(400)).page
    page.locator("#from").fill("100")
    page.evaluate("location.hash = '#group:Allegation/all'")
    expect(page.locator("#facts h2")).to_have_text(re.compile("^all · [0-9]+$"))
    expect(page.locator("#from-text")).to_have_text("Jan 2011")
    assert page.inner_text("#facts .warning").startswith("Alleged.")


def test_a_group_shrinks_with_the_dates(open_page: Open) -> None:
    page = open_page(archive(400), address="#group:Communication/2015").page
    page.locator("#from").fill("54")
    assert page.inner_text("#from-text") == "Jul 2015"
    size = re.fullmatch("2015 · ([0-9]+)", page.inner_text("#facts h2"))
    assert size is not None
    assert 0 < int(size[1]) < 31
    page.locator("#from").fill("70")
    expect(page.locator("#facts")).to_be_hidden()


def test_every_thing_can_be_shown_as_a_dot(open_page: Open) -> None:
    page = open_page(archive(400)).page
    before = counts(page)
    page.click("#as-dots")
    assert counts(page) == before
    expect(page.locator("#as-dots")).to_have_attribute("aria-pressed", "true")
    seek(page, "AL XXX 399")
    assert page.inner_text("#facts h2").startswith("AL XXX 399/")
    page.click("#as-network")
    assert counts(page) == before


def test_a_graph_that_can_be_read_has_no_groups_and_no_dots(open_page: Open) -> None:
    expect(open_page(campaign()).page.locator("#as-dots")).to_be_hidden()


# Large graphs

FRAMES = """() => new Promise(done => { const times = []; let last = performance.now();
const next = () => { const now = performance.now(); times.push(now - last); last = now;
  if (times.length < 40) requestAnimationFrame(next); else done(times.sort((a, b) => a - b)); };
requestAnimationFrame(next);
const picture = document.querySelector('#picture canvas');
const at = (x) => ({clientX: 700 + x, clientY: 200, pointerId: 1, button: 0, buttons: 1, bubbles: true});
for (let i = 0; i < 30; i += 1) setTimeout(() => picture.dispatchEvent(
  new WheelEvent('wheel', {deltaY: i < 15 ? -40 : 40, clientX: 700, clientY: 400, bubbles: true, cancelable: true})), 16 * i); })"""


@pytest.mark.slow
def test_five_thousand_things_open_in_three_seconds_and_stay_fluid(open_page: Open) -> None:
    graph = archive(3950)
    page = open_page(graph).page
    drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
    assert page.evaluate(drawn) < 3000
    assert counts(page)[0] > 5000
    assert page.evaluate(FRAMES)[20] < 100, "half of the frames take less than a tenth of a second"
    page.click("#as-dots")
    assert page.evaluate(FRAMES)[20] < 200
    start = time.perf_counter()
    seek(page, "special rapporteur on matter 7")
    assert time.perf_counter() - start < 2


@pytest.mark.slow
def test_twenty_thousand_things_open_in_groups(open_page: Open) -> None:
    graph = archive(9600)
    assert len(graph.nodes) > 20_000
    page = open_page(graph).page
    assert counts(page)[0] > 10_000
    expect(page.locator("#as-dots")).to_be_hidden()
    assert page.evaluate(FRAMES)[20] < 150


def test_an_empty_graph_opens(open_page: Open) -> None:
    assert counts(open_page(EntityGraph((), ())).page) == (0, 0)
