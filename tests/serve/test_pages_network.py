"""The network of the explorer: what is asked for is what is drawn, and what cannot be drawn is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.test import Client

from kg.serve import projections
from kg.serve.naming import meant
from kg.serve.pages import network
from kg.serve.site import Site
from kg.vocab.terms import ID
from tests.serve.test_pages import get, read

SONY = f"{ID}company/sony-corporation"
HITACHI = f"{ID}company/hitachi-ltd"


@pytest.fixture(scope="module")
def site(seeds_graph: Path) -> Site:
    return Site(seeds_graph)


@pytest.fixture
def large(seeds_graph: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The seeds, treated as a graph that is too large to be drawn as a whole."""
    monkeypatch.setattr(projections, "SMALL", 0)
    monkeypatch.setattr(projections, "MOST_LETTERS", 3)
    return Site(seeds_graph)


@pytest.mark.parametrize(
    ("query", "title", "shown", "not_shown"),
    [
        (f"around={SONY}", "Around Sony Corporation", "Kenichiro Yoshida", "Toshiaki Higashihara"),
        ("around=sony+corporation", "Around Sony Corporation", "Kenichiro Yoshida", "Toshiaki Higashihara"),
        ("around=company/sony-corporation", "Around Sony Corporation", "Kenichiro Yoshida", "Lei Jun"),
        ("letter=AL+OTH+34%2F2021", "AL OTH 34/2021", "Rongjun Cai", "Toshiaki Higashihara"),
        ("family=al-oth-34-2021", "Family of AL OTH 105/2021 (5 letters)", "Toshiaki Higashihara", ""),
        (f"family={ID}family/AL-OTH-105-2021", "Family of AL OTH 105/2021 (5 letters)", "Lei Jun", ""),
        ("kinds=Company&kinds=Mandate", "Company and Mandate", "Sony Corporation", "Guiding Principle 13"),
        (f"path={HITACHI}&path=sony", "Between Hitachi, Ltd and Sony Corporation", "Canada", "Lei Jun"),
        ("whole=1", "UN Special Procedures letters", "Lei Jun", ""),
    ],
)
def test_what_is_asked_for_is_drawn(
    client: Client, query: str, title: str, shown: str, not_shown: str
) -> None:
    status, media_type, body = get(client, f"/network?{query}")
    assert (status, media_type) == (200, "text/html; charset=utf-8")
    assert f"<title>{title}</title>" in body
    assert shown in body
    assert not not_shown or not_shown not in body
    policy = client.get(f"/network?{query}").headers["Content-Security-Policy"]
    assert "script-src 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("query", "focus"),
    [
        (f"around={SONY}&depth=2", ((SONY,), 2)),
        (f"around={SONY}&depth=99", ((SONY,), network.DEEPEST)),
        (f"around={SONY}&depth=x", ((SONY,), 1)),
        (f"path={SONY}&path={HITACHI}", ((SONY, HITACHI), 1)),
    ],
)
def test_page_opens_with_its_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch, query: str, focus: tuple[tuple[str, ...], int]
) -> None:
    drawn: list[network.View] = []

    def noted(view: network.View) -> str:
        drawn.append(view)
        return "<body>"

    monkeypatch.setattr(network, "_drawn", noted)
    network._page.cache_clear()
    get(client, f"/network?{query}")
    network._page.cache_clear()
    (view,) = drawn
    assert view.focus is not None
    assert (view.focus.iris, view.focus.depth) == focus
    assert view.beside
    assert not set(view.beside) & set(view.focus.iris)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200),
        ("around=", 200),
        ("around=nobody", 404),
        ("around=special+rapporteur", 404),
        ("letter=AL+OTH+1%2F1900", 404),
        ("family=nothing", 404),
        ("kinds=Company", 400),
        ("kinds=Company&kinds=Nonsense", 404),
        ("kinds=Company&kinds=Company", 400),
        ("path=sony", 400),
        ("path=sony&path=", 400),
        ("path=sony&path=nobody", 404),
    ],
)
def test_what_cannot_be_drawn_is_said(client: Client, query: str, status: int) -> None:
    answer, _, body = get(client, f"/network?{query}")
    assert answer == status
    assert "<h1>" in body


def test_every_choice_has_a_form(client: Client) -> None:
    page = read(client, "/network")
    names = {found["name"] for tag, found in page.elements if tag in {"input", "select"}}
    assert {"around", "depth", "path", "kinds", "letter", "family"} <= names
    assert "/network?whole=1" in page.links()
    labelled = {found["for"] for tag, found in page.elements if tag == "label"}
    fields = {found["id"] for tag, found in page.elements if tag in {"input", "select"}}
    assert fields == labelled


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        (SONY, SONY),
        ("Sony Corporation", SONY),
        ("SONY", SONY),
        ("nils melzer", f"{ID}person/nils-melzer"),
        ("Siobhan Mullally", f"{ID}person/siobhan-mullally"),
        ("mandate/sr-torture", f"{ID}mandate/sr-torture"),
        ("AL OTH 34/2021", f"{ID}letter/AL-OTH-34-2021"),
    ],
)
def test_names_mean_things(site: Site, name: str, iri: str) -> None:
    assert meant(site, name) == iri


@pytest.mark.parametrize("name", ["", "nobody at all", "Special Rapporteur", '" OR "', "*"])
def test_names_that_mean_nothing_or_too_much(site: Site, name: str) -> None:
    with pytest.raises(NotFound):
        meant(site, name)


def test_of_a_large_graph_the_newest_letters_are_drawn(large: Site) -> None:
    found = projections.projection(large, large.occurrences.all)
    assert (found.drawn, found.wanted) == (3, 5)
    assert found.limit == ": the newest 3 of 5 letters"
    letters = {edge.letter for edge in found.graph.edges} - {""}
    assert letters == {card.label for card in large.occurrences.letters[:3]}
    assert projections.projection(large, {0, 1}).limit == ""


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [(SONY, HITACHI, 2), (SONY, f"{ID}mandate/sr-torture", 1), (SONY, f"{ID}company/nobody", 0)],
)
def test_letters_that_connect(large: Site, first: str, second: str, count: int) -> None:
    assert len(projections.connecting(large, first, second)) == count
