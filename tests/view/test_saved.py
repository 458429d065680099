"""What leaves the page: the table, files, paper."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from playwright.sync_api import expect

from kg.model.network import Edge, EntityGraph, Node
from tests.builders.network import archive, campaign
from tests.view.conftest import Open
from tests.view.use import FOLDED, box, expected, rows, saved

pytestmark = pytest.mark.browser


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


# Files


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


def test_the_legend_and_the_title_are_printed_on_one_page(open_page: Open) -> None:
    page = open_page(campaign(), title="Five letters").page
    data = page.pdf(prefer_css_page_size=True)
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    texts = page.locator("#print text").all_text_contents()
    assert {"Rapporteur / mandate holder", "Guiding Principle", "stated", "aligned"} <= set(texts)
    expect(page.locator("h1")).to_be_visible()
    for hidden in (".tools", ".controls", ".stage", "#facts", ".search"):
        expect(page.locator(hidden)).to_be_hidden()


def test_groups_are_saved_as_what_they_stand_for(open_page: Open, tmp_path: Path) -> None:
    graph = archive(120)
    page = open_page(graph).page
    nodes, edges = expected(graph, {"Allegation"})
    found = nx.read_graphml(io.BytesIO(saved(page, "graphml", tmp_path)), force_multigraph=True)
    assert set(found) == {node.id for node in nodes}
    table = saved(page, "csv", tmp_path).decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(edges)
    drawing = ET.fromstring(saved(page, "svg", tmp_path))  # noqa: S314 -- our own file
    assert "2013 · 10" in {element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")}


def test_what_is_alleged_stays_alleged_in_every_file(open_page: Open, tmp_path: Path) -> None:
    page = open_page(campaign()).page
    box(page, "Allegation")
    found = nx.read_graphml(io.BytesIO(saved(page, "graphml", tmp_path)), force_multigraph=True)
    claims = [values for *_, values in found.edges(data=True) if values["kind"] == "claim"]
    assert len(claims) == 115
    assert {(values["certainty"], values["label"]) for values in claims} == {("alleged", "alleged")}
    drawing = saved(page, "svg", tmp_path).decode()
    assert drawing.count('stroke-dasharray="6 4"') >= 115
    assert "23 alleged" in drawing
