"""The page as text: what stands in it before any browser opens it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.model.network import Edge, EntityGraph, Node
from kg.view import page
from kg.view.page import PAGE, PROGRAM, network_page
from kg.vocab.display import legend
from tests.builders.network import campaign, hostile


def written(graph: EntityGraph, title: str = "Letters") -> str:
    return network_page(graph, legend(), title=title)


def block(html: str, name: str) -> object:
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_exactly_the_scripts_and_the_style_of_the_page() -> None:
    html = written(campaign())
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    text = policy[1].replace("&#39;", "'")
    scripts = [digest(script) for script in re.findall("<script>(.*?)</script>", html, re.DOTALL)]
    styles = [digest(style) for style in re.findall("<style>(.*?)</style>", html, re.DOTALL)]
    assert len(scripts) == 2
    assert text == (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src {' '.join(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_no_other_resource() -> None:
    html = re.sub("<script>.*?</script>", "", written(campaign()), flags=re.DOTALL)
    assert re.findall('(?:src|href)="([^"]*)"', html) == ["data:,"]
    assert "url(" not in html
    assert "@import" not in html


def test_no_program_writes_markup() -> None:
    for name in PROGRAM:
        text = (PAGE / f"{name}.js").read_text(encoding="utf-8")
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "fetch(",
        ):
            assert word not in text, (name, word)


def test_the_page_holds_the_whole_graph() -> None:
    graph = campaign()
    html = written(graph)
    nodes, links, data = block(html, "nodes"), block(html, "links"), block(html, "data")
    assert [node["iri"] for node in nodes] == [node.id for node in graph.nodes]  # type: ignore[attr-defined]
    texts, quotes = data["texts"], data["quotes"]  # type: ignore[index]
    for link, edge in zip(links, graph.edges, strict=True):  # type: ignore[call-overload]
        assert (link["iri"], texts[link["label"]], texts[link["letter"]]) == (
            edge.id,
            edge.label,
            edge.letter,
        )
        assert [quotes[place][4] for place in link["quotes"]] == [quote.exact for quote in edge.quotes]


@pytest.mark.parametrize(
    "payload", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", "{{ 7*7 }}"]
)
def test_nothing_in_the_data_ends_the_script_that_holds_it(payload: str) -> None:
    html = written(hostile(payload), payload)
    plain = written(campaign())
    for tag in ("<script", "</script", "<!--"):
        assert html.count(tag) == plain.count(tag), tag
    nodes = block(html, "nodes")
    assert payload in {node["label"] for node in nodes}  # type: ignore[attr-defined]
    assert "49" not in html[: html.index("<style>")]


def test_the_bytes_are_the_same_every_time() -> None:
    assert written(campaign()) == written(campaign())


def test_an_empty_graph_has_a_page() -> None:
    assert block(written(EntityGraph((), ())), "nodes") == []


def test_an_edge_that_leads_nowhere_is_refused() -> None:
    graph = EntityGraph((Node("a", "Company", "A"),), (Edge("f", "a", "b", "k", "l", "stated"),))
    with pytest.raises(ExportError, match="leads to b"):
        written(graph)


def test_another_pyvis_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(page, "LIBRARY", tmp_path / "vis-network.min.js")
    with pytest.raises(ExportError, match=r"is not the vis-network of pyvis 0\.3\.2; install kg again"):
        written(campaign())


def test_a_kind_without_display_is_shown_under_its_own_name() -> None:
    data = block(written(EntityGraph((Node("a", "Court", "A"),), ())), "data")
    assert [(kind["label"], kind["colour"]) for kind in data["kinds"]] == [("Court", "#6b7280")]  # type: ignore[index]
