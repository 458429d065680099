"""The graph of the seed letters, built once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline.build import build

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph folder of the letters in ``seeds/``, with its views."""
    out = tmp_path_factory.mktemp("seeds") / "graph"
    report = build([SEEDS], out)
    assert (report.letters, report.failures) == (5, ())
    return out
