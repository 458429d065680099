from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.network import Edge, EntityGraph, Node
from kg.view.cards import MOST_LINES, WIDEST, card, column_width
from kg.view.folding import Opening, opening
from kg.view.groups import MOST_CARDS, Group, summary
from kg.view.index import Index
from kg.view.kinds import group_kinds
from kg.view.layout import Layout, layout
from kg.view.zones import Spot
from kg.vocab.display import legend
from tests.builders.network import archive, campaign

ORDER = {kind: display.order for kind, display in legend().items()}


def laid_out(graph: EntityGraph) -> tuple[Index, Opening, Layout]:
    index = Index.of(graph)
    first = opening(index, ORDER)
    return index, first, layout(index, first, ORDER)


def overlap(a: Spot, b: Spot) -> bool:
    return (
        abs(a.x - b.x) * 2 < a.card.width + b.card.width - 2
        and abs(a.y - b.y) * 2 < a.card.height + b.card.height - 2
    )


def small_graph(links: list[tuple[int, int]], kinds: list[str]) -> EntityGraph:
    nodes = tuple(Node(f"n{i:02}", kind, f"{kind} {i}") for i, kind in enumerate(kinds))
    ends = sorted({(a % len(nodes), b % len(nodes)) for a, b in links})
    edges = tuple(Edge(f"e{a}-{b}", f"n{a:02}", f"n{b:02}", "k", "l", "stated") for a, b in ends)
    return EntityGraph(nodes, edges)


# What is seen first


def test_parts_are_folded_behind_their_whole() -> None:
    index, first, _ = laid_out(campaign())
    assert first.folded == {"Allegation", "Request", "Issue"}
    assert first.groups == ()
    whole = {index.nodes[part].kind: index.nodes[first.wholes[part]].kind for part in first.wholes}
    assert whole == {"Allegation": "Communication", "Request": "Communication"}


def test_a_graph_of_parts_alone_shows_them() -> None:
    graph = EntityGraph((Node("x/l/1", "Request", "a"), Node("x/l/1/2", "Request", "b")), ())
    index, first, _ = laid_out(graph)
    assert [first.keeps(index)(place) for place in range(2)] == [True, True]
    graph = EntityGraph(
        (Node("x/l", "Claim", "a"), Node("x/l/2", "Claim", "b"), Node("x/l/3", "Claim", "c")), ()
    )
    assert opening(Index.of(graph), ORDER).folded == frozenset()


def test_a_large_graph_is_shown_in_groups_that_can_be_read() -> None:
    index, first, _ = laid_out(archive(2600))
    keeps = first.keeps(index)
    alone = [place for place in range(len(index.nodes)) if keeps(place)]
    assert len(alone) + len(first.groups) - 1 <= MOST_CARDS, "without the folded allegations"
    years = [group.label for group in first.groups if group.kind == "Communication"]
    assert years == [f"{year} · 200" for year in range(2011, 2024)]
    assert [group.label for group in first.groups if group.kind == "Allegation"] == ["all · 2,599"]


def test_every_node_stands_alone_or_in_one_group() -> None:
    index, first, _ = laid_out(archive(700))
    keeps = first.keeps(index)
    grouped = [member for group in first.groups for member in group.members]
    alone = [place for place in range(len(index.nodes)) if keeps(place)]
    assert sorted([*grouped, *alone]) == list(range(len(index.nodes)))


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        (["2021-03-12", "2019"], ["2019", "2021"]),
        (["2021-03-12", "2021-04"], ["2021-03", "2021-04"]),
        (["2021-03-12", ""], ["2021", "undated"]),
        (["2021-03-12", "next year"], ["2021", "undated"]),
        (["2021-03-12"], [""]),
        (["", "", "2021"], [""]),
    ],
)
def test_letters_are_grouped_by_year_or_month(dates: list[str], names: list[str]) -> None:
    nodes = tuple(
        Node(f"x/{n:03}", "Communication", str(n), (("date", dates[n % len(dates)]),)) for n in range(200)
    )
    groups = opening(Index.of(EntityGraph(nodes, ())), ORDER).groups
    assert [group.name for group in groups] == names


def test_a_group_has_the_links_of_its_members() -> None:
    graph = small_graph([(0, 1), (0, 2), (1, 2), (3, 3)], ["A", "B", "B", "B"])
    whole = summary(Index.of(graph), [Group("B", "", (1, 2))])
    assert whole.nodes[4].label == "… 2 more"
    assert whole.neighbours == ((4,), (), (), (), (0,))


def test_a_graph_that_can_be_read_has_no_groups() -> None:
    assert laid_out(archive(12))[1].groups == ()


def test_what_lies_beside_is_not_shown_first() -> None:
    index = Index.of(campaign())
    first = opening(index, ORDER, [0, 1])
    assert [first.keeps(index)(place) for place in (0, 1, 2)] == [False, False, True]
    assert {0, 1}.isdisjoint(layout(index, first, ORDER).spots)


# Groups of kinds


def test_the_letter_stands_in_the_middle_and_pairs_stand_together() -> None:
    index, first, _ = laid_out(campaign())
    shown = [place for place in range(len(index.nodes)) if first.keeps(index)(place)]
    groups = group_kinds(index, shown, ORDER)
    assert groups.middle == "Communication"
    assert groups.around == (
        ("Mandate", "MandateHolder", "Resolution"),
        ("Company", "Addressee"),
        ("Government",),
        ("GuidingPrinciple",),
        ("Report",),
        ("Symbol",),
    )


# Places


def test_cards_of_the_campaign_do_not_overlap() -> None:
    index, first, found = laid_out(campaign())
    spots = [found.spots[place] for place in range(len(index.nodes)) if first.keeps(index)(place)]
    assert found.dots == {}
    assert not [pair for pair in combinations(spots, 2) if overlap(*pair)]


def test_a_company_stands_beside_its_letter_and_its_head() -> None:
    index, _, found = laid_out(campaign())
    for edge, (source, target) in zip(index.edges, index.ends, strict=True):
        if edge.kind in {"addresseeCompany", "addressedAsHeadOf"}:
            assert abs(found.spots[source].y - found.spots[target].y) <= 1


def test_the_campaign_fits_a_screen() -> None:
    index, first, found = laid_out(campaign())
    spots = [found.spots[place] for place in range(len(index.nodes)) if first.keeps(index)(place)]
    wide = max(s.x + s.card.width / 2 for s in spots) - min(s.x - s.card.width / 2 for s in spots)
    high = max(s.y + s.card.height / 2 for s in spots) - min(s.y - s.card.height / 2 for s in spots)
    assert min(1140 / wide, 780 / high) > 0.8, "text of 13 pixels is shown in less than 10"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60),
    st.lists(st.sampled_from(["Communication", "Mandate", "Company", "Government", "Odd", "Other"]), min_size=1, max_size=40),
)  # fmt: skip
def test_no_small_graph_has_overlapping_cards(links: list[tuple[int, int]], kinds: list[str]) -> None:
    index, _, found = laid_out(small_graph(links, kinds))
    assert set(found.spots) == set(range(len(index.nodes)))
    assert not [pair for pair in combinations(found.spots.values(), 2) if overlap(*pair)]


def test_an_empty_graph_has_a_layout() -> None:
    assert layout(Index.of(EntityGraph((), ())), opening(Index.of(EntityGraph((), ())), {}), {}).spots == {}


def test_parts_stand_around_their_whole_without_overlap() -> None:
    index, first, found = laid_out(campaign())
    parts = [place for place in first.wholes if index.nodes[place].kind == "Allegation"]
    by_whole = {whole: [p for p in parts if first.wholes[p] == whole] for whole in set(first.wholes.values())}
    for whole, members in by_whole.items():
        size = found.spots[whole].card
        spots = [found.spots[part] for part in members]
        assert all(abs(s.x) > size.width / 2 or abs(s.y) > size.height / 2 for s in spots)
        assert all(hypot(a.x - b.x, a.y - b.y) >= a.card.width for a, b in combinations(spots, 2))


def test_dots_of_a_large_graph_have_a_place_of_their_own() -> None:
    index, first, found = laid_out(archive(2600))
    free = [place for place in range(len(index.nodes)) if index.nodes[place].kind not in first.folded]
    assert len({found.dots[place] for place in free}) == len(free)
    assert set(found.dots) == set(range(len(index.nodes)))


def test_too_many_dots_are_not_laid_out() -> None:
    assert laid_out(archive(6000))[2].dots == {}


def test_cards_of_a_large_graph_do_not_overlap() -> None:
    found = laid_out(archive(2600))[2]
    assert not [pair for pair in combinations(found.spots.values(), 2) if overlap(*pair)]


@pytest.mark.slow
def test_five_thousand_things_are_laid_out_in_ten_seconds() -> None:
    graph = archive(3900)
    start = time.perf_counter()
    index, first, _ = laid_out(graph)
    assert time.perf_counter() - start < 10
    assert sum(node.kind not in first.folded for node in index.nodes) >= 4900


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_layout_does_not_depend_on_the_hash_seed(seed: str) -> None:
    program = (
        "import hashlib; from tests.view.test_layout import laid_out; from tests.builders.network import *\n"
        "print(hashlib.sha256(repr([laid_out(g)[2] for g in (campaign(), archive(600))]).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout == _expected()


_RUNS: list[str] = []


def _expected() -> str:
    """Return the digest of this process, computed once."""
    import hashlib  # noqa: PLC0415 -- as in the other process

    if not _RUNS:
        layouts = [laid_out(graph)[2] for graph in (campaign(), archive(600))]
        _RUNS.append(hashlib.sha256(repr(layouts).encode()).hexdigest() + "\n")
    return _RUNS[0]


# Cards


@given(st.text(max_size=300))
def test_a_card_is_never_too_large(label: str) -> None:
    width = column_width([label])
    assert width <= WIDEST
    assert card(label, width).height <= 12 + 16 * MOST_LINES


@pytest.mark.parametrize(
    ("label", "lines"),
    [("AL OTH 201/2023", 1), ("Special Rapporteur on minority issues", 2), ("word " * 60, 3), ("", 1)],
)
def test_lines_of_a_card(label: str, lines: int) -> None:
    assert card(label, column_width([label])).height == 12 + 16 * lines
