"""Measures on who writes to whom: small networks whose numbers can be recounted, and the seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import GraphFolderError, UsageError
from kg.model.network import Edge, EntityGraph, Node
from kg.pipeline.stats import TABLES, Statistics, drawn, statistics
from kg.stats import NOTES
from kg.stats.measures import Measures, Together, measure
from kg.stats.picture import picture

Sent = tuple[str, str, str]  # date, mandates, recipients: one letter each


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def network(letters: Sequence[Sent], name: str = "{}") -> EntityGraph:
    """A graph of letters; mandates and recipients are single characters."""
    nodes: dict[str, Node] = {}
    edges = []
    for number, (date, mandates, recipients) in enumerate(letters):
        letter = f"l:{number}"
        nodes[letter] = Node(letter, "Communication", letter)
        for kind, link, ends in (
            ("Mandate", "sentUnderMandate", mandates),
            ("Company", "addresseeCompany", recipients),
        ):
            for end in ends:
                iri = f"{kind[0].lower()}:{end}"
                nodes[iri] = Node(iri, kind, name.format(end))
                edges.append(Edge(f"{letter}-{iri}", letter, iri, link, link, "stated", letter, date))
        claim = f"claim:{number}"
        nodes[claim] = Node(claim, "Allegation", "Allegation: something")
        edges.append(Edge(f"{letter}-{claim}", letter, claim, "claim", "alleged", "alleged", letter, date))
    return EntityGraph(
        tuple(nodes[iri] for iri in sorted(nodes)), tuple(sorted(edges, key=lambda e: (e.source, e.target)))
    )


def with_reply(graph: EntityGraph) -> EntityGraph:
    """The graph and a reply, addressed to mandate A and to the office that all mandates share."""
    nodes = (Node("o:o", "Organisation", "o"), Node("r:1", "Reply", "r:1"))
    edges = tuple(
        Edge(f"r:1-{end}", "r:1", end, kind, "addressed to", "stated", "r:1", "2021-04-01")
        for kind, end in (("addresseeMandate", "m:A"), ("addresseeOrganisation", "o:o"))
    )
    return EntityGraph((*graph.nodes, *nodes), (*graph.edges, *edges))


TWO_CAMPAIGNS = [
    ("2021-03-12", "AB", "x"),
    ("2021-03-12", "AB", "y"),
    ("2021-03-12", "AB", "z"),
    ("2022-05-01", "CD", "u"),
    ("2022-05-01", "CD", "v"),
    ("2022-06-01", "BC", "x"),
]


def by_label(found: Measures) -> dict[str, tuple[int, int]]:
    return {each.label: (each.letters, each.partners) for each in found.things}


def test_letters_and_partners_can_be_recounted() -> None:
    counted = by_label(measure(network(TWO_CAMPAIGNS)))
    assert counted == {
        "A": (3, 3), "B": (4, 3), "C": (3, 3), "D": (2, 2),
        "x": (2, 3), "y": (1, 2), "z": (1, 2), "u": (1, 2), "v": (1, 2),
    }  # fmt: skip


def test_a_reply_is_no_letter_of_a_mandate() -> None:
    without = network(TWO_CAMPAIGNS)
    assert measure(with_reply(without)) == measure(without)


def test_who_joins_two_campaigns_lies_between_them() -> None:
    between = {each.label: each.betweenness or 0.0 for each in measure(network(TWO_CAMPAIGNS)).things}
    assert max(between, key=lambda label: between[label]) in {"x", "C"}
    assert between["x"] > between["y"] == between["z"]


def test_campaigns_are_communities() -> None:
    groups = {each.label: each.community for each in measure(network(TWO_CAMPAIGNS)).things}
    assert groups["u"] == groups["v"] == groups["D"]
    assert groups["y"] == groups["z"] == groups["A"]
    assert groups["y"] != groups["u"]


def test_mandates_together_are_counted_by_letters_and_recipients_by_actions() -> None:
    found = measure(network(TWO_CAMPAIGNS))
    assert found.mandates == (
        Together("A", "B", 3, 4),
        Together("C", "D", 2, 3),
        Together("B", "C", 1, 6),
    )
    assert found.recipients == (
        Together("u", "v", 1, 1),
        Together("y", "z", 1, 1),
        Together("x", "y", 1, 2),
        Together("x", "z", 1, 2),
    )


def test_the_same_day_alone_is_no_common_action() -> None:
    assert measure(network([("2021-03-12", "A", "x"), ("2021-03-12", "B", "y")])).recipients == ()
    assert measure(network([("", "A", "x"), ("", "A", "y")])).recipients == ()


def test_an_empty_graph_has_empty_measures() -> None:
    found = measure(EntityGraph((), ()))
    assert (found.things, found.mandates, found.recipients) == ((), (), ())
    parsed(picture(found))


def test_allegations_take_no_part() -> None:
    kinds = {each.kind for each in measure(network(TWO_CAMPAIGNS)).things}
    assert kinds == {"Mandate", "Company"}


LETTERS = st.lists(
    st.tuples(
        st.sampled_from(["2021-01-01", "2021-01-02", "2021"]),
        st.text("ABCDE", min_size=1, max_size=3).map(lambda text: "".join(sorted(set(text)))),
        st.text("uvwxyz", min_size=1, max_size=2).map(lambda text: "".join(sorted(set(text)))),
    ),
    max_size=12,
)


@given(LETTERS, st.randoms())
def test_measures_do_not_depend_on_the_order_of_letters_and_agree_with_each_other(
    letters: list[Sent], random: object
) -> None:
    found = measure(network(letters))
    shuffled = list(letters)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = measure(network(shuffled))
    assert (again.things, again.mandates, again.recipients) == (
        found.things,
        found.mandates,
        found.recipients,
    )
    assert sum(each.partners for each in found.things) == 2 * len(found.links)
    assert all(0 <= (each.betweenness or 0) <= 1 for each in found.things)
    assert all(1 <= pair.times <= pair.either for pair in (*found.mandates, *found.recipients))
    numbers = sorted({each.community for each in found.things})
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_picture_is_xml_whatever_the_names_are() -> None:
    hostile = "</svg><script>alert('{}')</script>&\"\x00\ud800" + "w" * 300
    svg = picture(measure(network(TWO_CAMPAIGNS, hostile)))
    root = parsed(svg)
    assert not [
        element for element in root.iter() if element.tag.endswith(("script", "image", "a", "foreignObject"))
    ]


def test_the_picture_shows_every_letter_of_a_pair() -> None:
    svg = picture(measure(network(TWO_CAMPAIGNS)))
    titles = [element.text for element in parsed(svg).iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == 11
    assert "A → x: 1" in titles


def test_a_picture_of_very_many_says_what_it_leaves_out() -> None:
    many = [("2021-01-01", "A", chr(0x4E00 + number)) for number in range(100)]
    assert "40 mandates and recipients with fewer letters are left out" in picture(measure(network(many)))


@pytest.fixture(scope="module")
def found(seeds_graph: Path) -> Statistics:
    return statistics(seeds_graph)


def test_seeds(found: Statistics) -> None:
    things = found.things.records()
    assert [row["letters"] for row in things] == [5] * 7 + [1] * 5
    assert [row["kind"] for row in things] == ["Mandate"] * 7 + ["Company"] * 5
    assert (len(found.mandates), len(found.recipients)) == (21, 10)
    assert {row["actions"] for row in found.recipients} == {1}


def test_every_output_says_what_it_does_not_mean(found: Statistics, seeds_graph: Path) -> None:
    assert any("not co-guilty" in note for note in NOTES)
    assert "not co-guilty" in found.to_json()
    assert "not co-guilty" in found.to_html()
    assert "To be written to is not to have done anything" in found.svg
    told = CliRunner().invoke(app, ["stats", str(seeds_graph)])
    assert "not co-guilty" in told.stderr


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", ["table", "csv"])
def test_command_line_prints_each_table(table: str, form: str, seeds_graph: Path, found: Statistics) -> None:
    told = CliRunner().invoke(app, ["stats", str(seeds_graph), "--table", table, "--format", form])
    assert told.exit_code == 0
    assert (
        told.stdout.replace("\r", "") == found.table(table).write(form).replace("\r", "") or form == "table"
    )
    assert found.table(table).columns[0] in told.stdout


def test_command_line_prints_json(seeds_graph: Path) -> None:
    told = CliRunner().invoke(app, ["stats", str(seeds_graph), "--format", "json"])
    content = json.loads(told.stdout)
    assert set(content) == {*TABLES, "notes"}
    assert content["things"][0]["letters"] == 5


def test_command_line_writes_pictures(seeds_graph: Path, tmp_path: Path) -> None:
    for name, start in (("s.svg", "<svg"), ("s.html", "<!doctype html>")):
        told = CliRunner().invoke(app, ["stats", str(seeds_graph), "-o", str(tmp_path / name)])
        assert told.exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_wrong_use_is_explained(found: Statistics, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"written as \.svg or \.html"):
        drawn(found, tmp_path / "s.png")
    with pytest.raises(UsageError, match="choose things, mandates, recipients"):
        found.table("guilt")
    with pytest.raises(GraphFolderError, match="is not a graph folder"):
        statistics(tmp_path)


def test_nothing_depends_on_the_hash_seed(seeds_graph: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.pipeline.stats import statistics\n"
        "sys.stdout.write(statistics(Path(sys.argv[1])).to_html())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(seeds_graph)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "99")
    }  # fmt: skip
    assert len(outputs) == 1
