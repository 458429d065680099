"""The page in a browser: what a reader does, and what the reader sees."""

from __future__ import annotations

import csv
import io
import re
import time
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from kg.model.network import Edge, EntityGraph, Node, Quote
from tests.builders.network import archive, campaign
from tests.view.conftest import Open

pytestmark = pytest.mark.browser

BASE = "https://w3id.org/sp-letters/id/"
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
FOLDED = {"Allegation", "Request", "Issue"}


def counts(page: Page) -> tuple[int, int]:
    """Return how many things and links the page says it shows."""
    found = re.match("([0-9,]+) things? and ([0-9,]+) links? shown", page.inner_text("#counts"))
    assert found is not None
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def expected(graph: EntityGraph, hidden: set[str]) -> tuple[list[Node], list[Edge]]:
    nodes = [node for node in graph.nodes if node.kind not in hidden]
    ids = {node.id for node in nodes}
    return nodes, [edge for edge in graph.edges if {edge.source, edge.target} <= ids]


def seek(page: Page, words: str) -> None:
    page.fill("#search", words)
    page.keyboard.press("Enter")


def join(page: Page, one: str, other: str) -> None:
    for field, words in (("#path-a", one), ("#path-b", other)):
        page.fill(field, words)
        page.keyboard.press("Enter")


def box(page: Page, label: str) -> None:
    page.locator("aside.controls li", has_text=re.compile(f"^{re.escape(label)}")).locator("input").click()


def rows(page: Page, name: str) -> list[list[str]]:
    cells = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    return page.locator(f"#{name}-table tbody tr").evaluate_all(cells)


def dated() -> EntityGraph:
    nodes = [Node(f"x/{m}", "Communication", f"Letter {m}", (("date", f"2021-0{m}-05"),)) for m in (1, 2, 3)]
    mandate = Node("x/mandate", "Mandate", "Mandate")
    old = Node("x/zold", "Resolution", "Only in January")
    edges = [
        Edge(f"e{m}", f"x/{m}", "x/mandate", "k", "sent under", "stated", f"L{m}", f"2021-0{m}-05")
        for m in (1, 2, 3)
    ]
    edges.append(Edge("r", "x/1", "x/zold", "k", "cites", "register", "L1", "2021-01-05"))
    return EntityGraph(
        (*nodes, mandate, old), tuple(sorted(edges, key=lambda e: (e.source, e.target, e.kind, e.id)))
    )


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


# Table


def test_the_table_equals_the_graph(open_page: Open) -> None:
    graph = campaign()
    page = open_page(graph).page
    page.click("#as-table")
    nodes, edges = expected(graph, FOLDED)
    labels = {node.id: node.label for node in nodes}
    shown = [tuple(row[:6]) for row in rows(page, "links")]
    assert sorted(shown) == sorted(
        (labels[e.source], e.label, labels[e.target], e.certainty, e.letter, e.date) for e in edges
    )
    assert sorted(row[1] for row in rows(page, "things")) == sorted(labels.values())


def test_a_long_table_is_complete_after_one_click(open_page: Open) -> None:
    graph = campaign()
    page = open_page(graph).page
    for kind in ("Allegation", "Kind of alleged abuse", "Request"):
        box(page, kind)
    page.click("#as-table")
    page.click("text=/Show [0-9,]+ more rows/")
    assert len(rows(page, "links")) == len(graph.edges)
    assert len(rows(page, "things")) == len(graph.nodes)


def test_a_table_can_be_sorted(open_page: Open) -> None:
    page = open_page(campaign()).page
    page.click("#as-table")
    button = page.locator("#things-table th button", has_text="Name")
    button.click()
    names = [row[1] for row in rows(page, "things")]
    page.locator("#things-table th button", has_text="Name").click()
    assert [row[1] for row in rows(page, "things")] == names[::-1]
    expect(page.locator("#things-table th").nth(1)).to_have_attribute("aria-sort", "descending")


# Keys


def test_the_picture_is_used_by_keyboard(open_page: Open) -> None:
    page = open_page(campaign()).page
    page.locator("#picture").focus()
    page.keyboard.press("ArrowDown")
    first = page.inner_text("#said")
    assert first.startswith("Letter: AL OTH 201/2023.")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#said").startswith("Company: Norvik Electronics AB.")
    expect(page.locator("#tip")).to_have_text("Company: Norvik Electronics AB")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#said") == first
    page.keyboard.press("Space")
    assert counts(page)[0] == 65 + 31
    page.keyboard.press("Enter")
    assert page.inner_text("#facts h2") == "AL OTH 201/2023"
    page.keyboard.press("Escape")
    expect(page.locator("#facts")).to_be_hidden()
    expect(page.locator("#picture")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()


def test_every_control_is_reached_by_tab_with_visible_focus(open_page: Open) -> None:
    page = open_page(campaign()).page
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2, seen[-1]
        if seen[-1] == "zoom-all":
            break
    assert {
        "search",
        "as-table",
        "theme",
        "kind-0",
        "path-a",
        "path-b",
        "connect",
        "reset",
        "picture",
        "zoom-in",
    } <= set(seen)


def test_the_list_of_search_is_a_combobox(open_page: Open) -> None:
    page = open_page(campaign()).page
    field = page.locator("#search")
    field.fill("special rapporteur")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-activedescendant", "search-options-0")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "search-options-1")
    expect(page.locator("#search-options-1")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")


# Light, dark, accessible


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 250, 248)"), ("dark", "rgb(18, 22, 28)")])
def test_the_page_follows_the_system_and_the_button(open_page: Open, scheme: str, paper: str) -> None:
    page = open_page(campaign(), scheme=scheme).page
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == paper
    expect(page.locator("#theme")).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    page.click("#theme")
    assert page.evaluate(colour) != paper
    page.click("#theme")
    assert page.evaluate(colour) == paper


def seen_facts(page: Page) -> None:
    seek(page, "201/2023")


def seen_table(page: Page) -> None:
    page.click("#as-table")


def seen_path(page: Page) -> None:
    join(page, "norvik", "o-lumen")


def seen_search(page: Page) -> None:
    page.fill("#search", "special")


def seen_menu(page: Page) -> None:
    page.click("#save summary")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", [None, seen_facts, seen_table, seen_path, seen_search, seen_menu])
def test_axe_finds_no_fault(open_page: Open, look: object, scheme: str) -> None:
    page = open_page(campaign(), scheme=scheme).page
    if callable(look):
        look(page)
    page.evaluate(AXE)
    found = page.evaluate(
        "axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
    )
    assert found == []


# Files


def saved(page: Page, ending: str, folder: Path) -> bytes:
    page.click("#save summary")
    with page.expect_download() as download:
        page.click(f"[data-save={ending}]")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == f".{ending}"
    return file.read_bytes()


def test_the_view_is_saved_as_a_table(open_page: Open, tmp_path: Path) -> None:
    graph = campaign()
    found = saved(open_page(graph).page, "csv", tmp_path).decode("utf-8-sig")
    facts = [row["fact"] for row in csv.DictReader(io.StringIO(found, newline=""))]
    assert sorted(facts) == sorted(edge.id for edge in expected(graph, FOLDED)[1])


def test_saved_tables_hold_no_formulas(open_page: Open, tmp_path: Path) -> None:
    nodes = (Node("x/a", "Company", "=1+1"), Node("x/b", "Company", '@say "x"'))
    page = open_page(EntityGraph(nodes, (Edge("f", "x/a", "x/b", "k", "-l", "stated"),))).page
    found = saved(page, "csv", tmp_path).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(found, newline="")))
    assert (row["source"], row["link"], row["target"]) == ("'=1+1", "'-l", '\'@say "x"')


def test_the_view_is_saved_as_graphml(open_page: Open, tmp_path: Path) -> None:
    graph = campaign()
    data = saved(open_page(graph).page, "graphml", tmp_path)
    found = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    nodes, edges = expected(graph, FOLDED)
    assert set(found) == {node.id for node in nodes}
    assert sorted(values["fact"] for *_, values in found.edges(data=True)) == sorted(
        edge.id for edge in edges
    )


def test_the_view_is_saved_as_drawing(open_page: Open, tmp_path: Path) -> None:
    page = open_page(campaign(), title="Five letters").page
    root = ET.fromstring(saved(page, "svg", tmp_path))  # noqa: S314 -- our own file
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Five letters", "Norvik Electronics AB", "AL OTH 205/2023", "Guiding Principle 13"} <= set(texts)
    assert "What is marked “alleged” is reported by a letter and is not established." in texts


def test_a_drawing_holds_no_characters_xml_forbids(open_page: Open, tmp_path: Path) -> None:
    page = open_page(EntityGraph((Node("x/a", "Company", "A\x0e\x1b\ufffe<b>"),), ()), title="T\x00").page
    root = ET.fromstring(saved(page, "svg", tmp_path))  # noqa: S314 -- our own file
    assert "A\ufffd\ufffd\ufffd<b>" in {
        element.text for element in root.iter("{http://www.w3.org/2000/svg}text")
    }


def test_the_view_is_saved_as_picture(open_page: Open, tmp_path: Path) -> None:
    data = saved(open_page(campaign()).page, "png", tmp_path)
    assert data.startswith(b"\x89PNG")
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert width > 2000
    assert height > 1500


@pytest.mark.parametrize(("table", "content"), [(False, "svg"), (True, "table")])
def test_what_is_seen_is_printed(open_page: Open, table: bool, content: str) -> None:  # noqa: FBT001 -- a case
    page = open_page(campaign()).page
    if table:
        page.click("#as-table")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(f"#print {content}").first).to_be_visible()
    expect(page.locator(".controls")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#print > *")).to_have_count(0)


# Large graphs


@pytest.mark.slow
def test_seven_thousand_things_open_in_three_seconds(open_page: Open) -> None:
    graph = archive(3200)
    assert len(graph.nodes) > 5000
    page = open_page(graph).page
    taken = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    assert taken < 3000
    assert counts(page)[0] <= 1500
    assert "the most linked things of each kind are shown" in page.inner_text("#notice")
    start = time.perf_counter()
    seek(page, "special rapporteur on matter 7")
    assert time.perf_counter() - start < 2


@pytest.mark.slow
def test_all_things_of_a_kind_can_be_shown(open_page: Open) -> None:
    page = open_page(archive(3200)).page
    page.locator("#kinds li", has_text="Letter").get_by_text("show all").click()
    assert counts(page)[0] > 3200
    seek(page, "AL XXX 3199")
    assert page.inner_text("#facts h2").startswith("AL XXX 3199/")


def test_a_hidden_thing_is_found_by_search(open_page: Open) -> None:
    page = open_page(archive(2600)).page
    before = counts(page)[0]
    seek(page, "company 899")
    assert page.inner_text("#facts h2") == "Company 899"
    assert counts(page)[0] in {before, before + 1}


def test_an_empty_graph_opens(open_page: Open) -> None:
    assert counts(open_page(EntityGraph((), ())).page) == (0, 0)
