"""The pages in a browser: nothing is complained of, nothing is asked of others, everybody can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kg.pipeline.folder import GraphFolder
from kg.serve.addresses import address_of
from kg.serve.site import Site
from tests.builders.hostile import hostile_folder
from tests.serve.live import served
from tests.serve.test_pages import LETTER, PAGES
from tests.view.conftest import Opened, listen
from tests.view.test_hostile import PAYLOADS

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "view" / "axe" / "axe.min.js"
NO_SIDEWAYS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def site_address(seeds_graph: Path) -> Iterator[str]:
    with served(seeds_graph) as (found, _):
        yield found


def opened(browser: Browser, address: str, **options: Any) -> Opened:
    context = browser.new_context(
        viewport={"width": 1300, "height": 900}, reduced_motion="reduce", bypass_csp=False, **options
    )
    found = Opened(context.new_page(), address)
    found.page.set_default_timeout(10_000)
    listen(found)
    return found


@pytest.fixture(params=["light", "dark"])
def visitor(browser: Browser, site_address: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """A page in light and in dark; at the end nothing was asked of others and nothing was complained of."""
    found = opened(browser, site_address, color_scheme=request.param)
    yield found
    settle(found)


def settle(found: Opened) -> None:
    assert [url for url in found.requests if not url.startswith((f"{found.address}/", "data:"))] == []
    assert found.complaints == []
    found.page.context.close()


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


def test_everybody_can_read_every_page(visitor: Opened) -> None:
    for address in PAGES:
        visitor.page.goto(visitor.address + address)
        assert violations(visitor.page) == [], address


ALL_KINDS = (
    *PAGES,
    "/network",
    "/network?whole=1",
    "/network?around=Sony+Corporation&depth=2",
    "/network?kinds=Company&kinds=Mandate",
    "/questions",
    "/sparql",
    "/sparql?question=letters",
    "/sparql?question=principle-words",
    "/sparql?question=things",
)
PHONES = (320, 360, 390)


@pytest.mark.parametrize("width", PHONES)
def test_pages_fit_a_phone(browser: Browser, site_address: str, width: int) -> None:
    found = opened(browser, site_address)
    found.page.set_viewport_size({"width": width, "height": 740})
    for address in ALL_KINDS:
        found.page.goto(site_address + address)
        assert found.page.evaluate(NO_SIDEWAYS), address
    settle(found)


@pytest.mark.parametrize("width", PHONES)
@pytest.mark.parametrize("address", ["/requests", "/claims"])
def test_words_have_room_on_a_phone(browser: Browser, site_address: str, address: str, width: int) -> None:
    found = opened(browser, site_address)
    found.page.set_viewport_size({"width": width, "height": 740})
    found.page.goto(site_address + address)
    words = found.page.locator("td.words")
    assert words.count() > 10
    assert min(words.evaluate_all("all => all.map(e => e.clientWidth)")) >= 200
    assert violations(found.page) == []
    settle(found)


def test_letter_text_in_a_browser_is_the_canonical_text(
    browser: Browser, site_address: str, seeds_graph: Path
) -> None:
    found = opened(browser, site_address)
    folder = GraphFolder(seeds_graph)
    for source in folder.manifest["sources"]:
        found.page.goto(f"{site_address}/id/text/{source['id']}")
        assert found.page.locator("#text").evaluate("e => e.textContent") == folder.text(source["id"])
    settle(found)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_a_fact_to_its_words_and_back(browser: Browser, site_address: str, *, scripts: bool) -> None:
    found = opened(browser, site_address, java_script_enabled=scripts)
    page = found.page
    page.goto(site_address + LETTER)
    fact = page.locator(".fact", has_text="Nils Melzer").first
    fact.locator("a.jump", has_text="Nils Melzer").first.click()
    anchor = page.url.partition("#")[2]
    words = page.locator(f"[id='{anchor}']")
    assert words.text_content() == "Nils Melzer"
    assert words.bounding_box()["y"] < 900  # type: ignore[index]
    words.locator("a.t").click()
    assert page.url.endswith(f"#{fact.get_attribute('id')}")
    box = fact.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    page.go_back()
    assert page.url.endswith(f"#{anchor}")
    settle(found)


def test_a_fact_lights_all_its_words(browser: Browser, site_address: str) -> None:
    found = opened(browser, site_address)
    found.page.goto(f"{site_address}{LETTER}#f-basis-sr-torture-a-hrc-res-43-20")
    lit = found.page.locator("#text .is-lit").all_text_contents()
    assert "43/20" in lit
    assert len(lit) == 3
    settle(found)


def test_keys_reach_search_and_content(browser: Browser, site_address: str) -> None:
    found = opened(browser, site_address)
    found.page.goto(f"{site_address}/letters")
    found.page.keyboard.press("Tab")
    assert found.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    found.page.keyboard.press("Enter")
    assert found.page.evaluate("document.activeElement.id") == "main"
    found.page.focus("#find")
    found.page.keyboard.type("forced lab")
    found.page.keyboard.press("Enter")
    found.page.wait_for_url("**/search?q=forced+lab")
    assert found.page.locator("mark").count() > 5
    settle(found)


def test_theme_is_kept(browser: Browser, site_address: str) -> None:
    found = opened(browser, site_address, color_scheme="light")
    colour = "getComputedStyle(document.body).backgroundColor"
    found.page.goto(site_address)
    light = found.page.evaluate(colour)
    found.page.click("#theme")
    dark = found.page.evaluate(colour)
    found.page.goto(f"{site_address}/letters")
    assert found.page.evaluate(colour) == dark != light
    settle(found)


@pytest.mark.parametrize(
    "query",
    [
        "around=https%3A%2F%2Fw3id.org%2Fsp-letters%2Fid%2Fcompany%2Fhitachi-ltd",
        "around=Sony+Corporation&depth=2",
        "letter=AL+OTH+34%2F2021",
        "family=AL+OTH+34%2F2021",
        "kinds=Company&kinds=Mandate",
        "path=Hitachi%2C+Ltd&path=Sony+Corporation",
        "whole=1",
    ],
)
def test_network_is_drawn(browser: Browser, site_address: str, query: str) -> None:
    found = opened(browser, site_address)
    found.page.goto(f"{site_address}/network?{query}")
    found.page.wait_for_selector("#picture canvas")
    assert "link" in (found.page.text_content("#counts") or "")
    settle(found)


@pytest.fixture(scope="session")
def hostile_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_folder(tmp_path_factory.mktemp("hostile"), PAYLOADS)


def hostile_addresses(folder: Path) -> list[str]:
    site = Site(folder)
    letters = [address_of(card.iri) for card in site.occurrences.letters]
    things = [
        address_of(iri) for iri in site.occurrences.positions if "/person/" in iri or "/company/" in iri
    ]
    lists = [
        "/",
        "/letters",
        "/claims",
        "/claims?page=3",
        "/requests",
        "/timeline",
        "/matrix",
        "/things/persons",
    ]
    return [*letters, *things[:60], *lists, "/things/companies", "/search?q=fired", "/search?q=script"]


def test_hostile_text_stays_text(browser: Browser, hostile_graph: Path) -> None:
    folder = GraphFolder(hostile_graph)
    texts = {source["id"]: folder.text(source["id"]) for source in folder.manifest["sources"]}
    with served(hostile_graph) as (address, _):
        found = opened(browser, address)
        for path in hostile_addresses(hostile_graph):
            found.page.goto(address + path)
            assert inert(found.page), path
        for source, text in texts.items():
            found.page.goto(f"{address}/id/text/{source}?q={'fired'}")
            assert found.page.locator("#text").evaluate("e => e.textContent") == text
            assert inert(found.page), source
        settle(found)


def inert(page: Page) -> bool:
    """Say whether nothing ran and nothing of a payload became an element."""
    foreign = (
        "img, iframe, object, base, style, script:not([src^='/static/']), form[action^='//'], [onerror],"
        " [onload], [onmouseover], [autofocus], a[href^='javascript'], link[href^='//'], math, noscript"
    )
    count = "selector => [document.querySelectorAll(selector).length, window.fired ?? null]"
    return bool(page.evaluate(count, foreign) == [0, None])
