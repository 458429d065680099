"""The page for everyone: keys, touch, light and dark, and what axe finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.model.network import Edge, EntityGraph, Node
from tests.builders.network import archive, campaign
from tests.view.conftest import Open
from tests.view.use import counts, join, seek

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")

# Keys


def test_the_picture_is_used_by_keyboard(open_page: Open) -> None:
    page = open_page(campaign()).page
    page.locator("#picture").focus()
    page.keyboard.press("ArrowDown")
    first = page.inner_text("#said")
    assert first.startswith("Letter: AL OTH 201/2023.")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#said").startswith("Company: Norvik Electronics AB.")
    expect(page.locator("#tip")).to_have_text("Company: Norvik Electronics AB (double-click: 1 more)")
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
    seek(page, "company 131")


def seen_table(page: Page) -> None:
    page.click("#as-table")


def seen_path(page: Page) -> None:
    join(page, "company 131", "matter 3")


def seen_search(page: Page) -> None:
    page.fill("#search", "special")


def seen_dots(page: Page) -> None:
    page.click("#as-dots")


def seen_menu(page: Page) -> None:
    page.click("#save summary")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(open_page: Open, scheme: str) -> None:
    page = open_page(archive(40), scheme=scheme).page
    page.evaluate(AXE)
    for look in (None, seen_facts, seen_table, seen_path, seen_search, seen_menu, seen_dots):
        page.click("#reset")
        if look:
            look(page)
        found = page.evaluate(
            "axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))"
        )
        assert found == [], look


# Touch, and the handles of the dates


def pair() -> EntityGraph:
    nodes = (Node("x/a", "Company", "First"), Node("x/b", "Company", "Second"))
    return EntityGraph(nodes, (Edge("e", "x/a", "x/b", "k", "l", "stated"),))


def test_a_tap_opens_facts(open_page: Open) -> None:
    page = open_page(pair(), beside={"x/b"}, size=(390, 844)).page
    page.locator("#picture").tap()
    assert page.inner_text("#facts h2") == "First"
    page.locator("text=Show 1 more next to it").tap()
    assert counts(page) == (2, 1)


def test_two_taps_show_what_is_next_to_a_thing(open_page: Open) -> None:
    page = open_page(pair(), beside={"x/b"}).page
    box = page.locator("#picture").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(5):  # on a busy machine two taps may come too late after one another
        for _ in range(2):
            page.touchscreen.tap(*middle)
        if counts(page)[0] == 2:
            break
        page.wait_for_timeout(1000)
    expect(page.locator("#counts")).to_have_text(re.compile("^2 things"))


NARROW = (320, 360, 390, 480)
PLACE = "e => { const box = e.getBoundingClientRect(); return [box.left, box.right]; }"


@pytest.mark.parametrize("width", NARROW)
@pytest.mark.parametrize("graph", [campaign(), archive(80)], ids=["few letters", "many letters"])
def test_a_small_screen_holds_the_page_and_its_buttons(
    graph: EntityGraph, width: int, open_page: Open
) -> None:
    page = open_page(graph, title="Letters of many mandates to many addressees", size=(width, 740)).page
    page.click("#save summary")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for button in page.locator(".bar button:visible, .bar summary, .bar input").all():
        left, right = button.evaluate(PLACE)
        assert 0 <= left < right <= width, button.evaluate("e => e.outerHTML")
    assert page.locator("#as-dots").is_visible() == (len(graph.nodes) > 300)


def test_everything_is_reached_on_a_small_screen(open_page: Open) -> None:
    page = open_page(campaign(), size=(390, 844)).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.locator("button:visible, summary:visible, select:visible").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 24).map(e => e.textContent)"
    )
    assert small == []


@pytest.mark.parametrize(
    ("handle", "key", "text"),
    [("from", "ArrowRight", "Feb 2011"), ("until", "ArrowLeft", "Mar 2023"), ("until", "Home", "Jan 2011")],
)
def test_the_dates_have_two_handles_for_keys(open_page: Open, handle: str, key: str, text: str) -> None:
    page = open_page(archive(60)).page
    slider = page.get_by_role("slider", name=handle, exact=False)
    slider.focus()
    before = counts(page)
    page.keyboard.press(key)
    expect(slider).to_have_attribute("aria-valuetext", text)
    assert counts(page) < before


def test_both_handles_can_be_dragged(open_page: Open) -> None:
    page = open_page(archive(60)).page
    track = page.locator("#from").bounding_box()
    assert track is not None
    middle = track["y"] + track["height"] / 2
    for start, end in ((12, 90), (track["width"] - 12, 140)):
        page.mouse.move(track["x"] + start, middle)
        page.mouse.down()
        page.mouse.move(track["x"] + end, middle, steps=4)
        page.mouse.up()
    from_, until = (int(page.locator(f"#{name}").input_value()) for name in ("from", "until"))
    assert 0 < from_ < until < int(page.locator("#until").get_attribute("max") or "0")
