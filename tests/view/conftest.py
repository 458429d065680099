"""A headless Chromium in which pages are opened, and which hears every request and every complaint."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.model.network import EntityGraph
from kg.view.focus import Focus
from kg.view.page import network_page
from kg.vocab.display import legend


@dataclass
class Opened:
    """A page and what happened on it."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def outside(self) -> list[str]:
        """Return the requests for anything but the page itself; what a page makes up itself is no request."""
        own = ("data:", "blob:")
        return [url for url in self.requests if url.split("#")[0] != self.address and not url.startswith(own)]


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the page of a graph; whatever happens on it, at the end nothing was asked for and nothing went wrong."""
    opened: list[Opened] = []

    def opens(
        graph: EntityGraph,
        *,
        title: str = "Letters",
        address: str = "",
        scheme: str = "light",
        size: tuple[int, int] = (1440, 900),
        beside: Collection[str] = (),
        focus: Focus | None = None,
    ) -> Opened:
        file = tmp_path / f"page-{len(opened)}.html"
        page = network_page(graph, legend(), title=title, beside=beside, focus=focus)
        file.write_text(page, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=True,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        found = Opened(context.new_page(), file.as_uri())
        found.page.set_default_timeout(10_000)
        opened.append(found)
        listen(found)
        found.page.goto(found.address + address)
        return found

    yield opens
    for found in opened:
        assert found.outside() == []
        assert found.complaints == []
        found.page.context.close()


def listen(found: Opened) -> None:
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("dialog", lambda dialog: (found.complaints.append(dialog.message), dialog.dismiss()))
    found.page.on(
        "console",
        lambda message: (
            found.complaints.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
