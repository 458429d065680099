"""What a reader does with the page, and what the page says it shows."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from kg.model.network import Edge, EntityGraph, Node

BASE = "https://w3id.org/sp-letters/id/"
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


def saved(page: Page, ending: str, folder: Path) -> bytes:
    page.click("#save summary")
    with page.expect_download() as download:
        page.click(f"[data-save={ending}]")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == f".{ending}"
    return file.read_bytes()
