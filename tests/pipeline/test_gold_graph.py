"""The graph of all invented letters, three languages and every layout, is verified, valid and small."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.model.quads import lines_of
from kg.pipeline.build import build
from kg.pipeline.verify import validated, verified

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gold") / "graph"
    report = build([GOLD], out, views=False, workers=2)
    press_releases = [failure.name for failure in report.failures]
    assert report.letters >= 60
    assert len(press_releases) <= 4
    return out


@pytest.mark.slow
def test_every_span_and_every_shape_holds(graph: Path) -> None:
    findings, spans = verified(graph)
    assert list(findings) == []
    assert spans > 3000
    report = validated(graph)
    assert report.conforms, report.write("table")


@pytest.mark.slow
def test_every_letter_is_small(graph: Path) -> None:
    sizes: Counter[str] = Counter()
    for name in ("facts.nq", "evidence.nq"):
        for line in lines_of((graph / name).read_bytes()):
            sizes[line.rpartition("/graph/")[2].split("/")[0]] += 1
    del sizes["identities"], sizes["families"]  # these grow with the letters together
    assert len(sizes) >= 60
    assert max(sizes.values()) < 1500, sizes.most_common(3)
