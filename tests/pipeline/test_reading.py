"""Reading in several processes gives what reading in one gives, and outlives a reader that dies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.pipeline import reading
from kg.pipeline.build import build
from tests.pipeline.test_build import SEEDS, content

GOLD = Path(__file__).parents[1] / "gold"


def dying(path: Path) -> reading.Outcome:
    """Read as a worker does, but end the process on one file, as a fault in a library can."""
    if path.name.startswith("003"):
        os._exit(9)
    return reading._LateReader(None).outcome(path)


@pytest.mark.slow
def test_several_processes_same_bytes(tmp_path: Path) -> None:
    letters = [SEEDS, *sorted(GOLD.glob("*.txt"))[:30]]
    one = build(letters, tmp_path / "one", views=False)
    three = build(letters, tmp_path / "three", views=False, workers=3)
    assert (one.letters, one.failures) == (three.letters, three.failures)
    assert content(tmp_path / "one") == content(tmp_path / "three")


@pytest.mark.slow
def test_process_that_dies_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_WORTHWHILE", 2)
    monkeypatch.setattr(reading, "_outcome", dying)
    report = build([SEEDS], tmp_path / "graph", views=False, workers=2)
    assert report.letters == 4
    assert [failure.name[:3] for failure in report.failures] == ["003"]
    assert "ended the process" in report.failures[0].reason
