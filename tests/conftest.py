"""What many tests share: the graph of the seed letters and a headless Chromium, each made once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from kg.pipeline.build import build

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph folder of the letters in ``seeds/``, with its views."""
    out = tmp_path_factory.mktemp("seeds") / "graph"
    report = build([SEEDS], out)
    assert (report.letters, report.failures) == (5, ())
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        wanted = f"the page is tested in a browser; install one of {', '.join(NAMES)}"
        pytest.fail(wanted) if os.environ.get("KG_REQUIRE_BROWSER") else pytest.skip(wanted)
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()
