"""What `kg view` shows of the graph of the seeds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model.network import EntityGraph, Node
from kg.pipeline.views import Choice, network
from kg.view.names import kind_named, letter_named, node_named
from kg.view.select import surroundings
from kg.vocab.display import legend
from tests.builders.network import archive, campaign


def shown(html: str) -> tuple[str, set[str], list[str]]:
    """Return the title of a page, the labels it opens with, and the kinds of links it holds."""
    blocks = {
        name: json.loads(text)
        for name, text in re.findall(
            '<script type="application/json" id="([a-z]+)">(.*?)</script>', html, re.DOTALL
        )
    }
    names = {node["label"] for node in blocks["nodes"] if not node.get("beside")}
    kinds = [blocks["data"]["texts"][link["label"]] for link in blocks["links"]]
    return blocks["data"]["title"], names, kinds


COMPANIES = {
    "Hitachi, Ltd",
    "Sony Corporation",
    "Xiaomi Corporation",
    "CRRC Corporation Limited",
    "O-Film Technology Co. Ltd",
}


@pytest.mark.parametrize(
    ("choice", "title", "inside", "outside"),
    [
        (Choice(), "UN Special Procedures letters", COMPANIES, set()),
        (Choice(letter="al oth 154-2021"), "AL OTH 154/2021", {"Sony Corporation"}, {"Hitachi, Ltd"}),
        (Choice(family="AL OTH 154/2021"), "Family of AL OTH 105/2021 (5 letters)", COMPANIES, set()),
        (Choice(around="sony corporation"), "Around Sony Corporation", {"Kenichiro Yoshida"}, {"Hitachi, Ltd", "Nils Melzer"}),
        (Choice(around="sony-corporation", depth=2), "Around Sony Corporation", {"Nils Melzer"}, {"Hitachi, Ltd"}),
        (Choice(kinds=("companies", "Mandates")), "Company and Mandate", COMPANIES, {"AL OTH 154/2021", "Nils Melzer"}),
        (Choice(kinds=("mandate", "guiding principles")), "Mandate and Guiding Principle", {"Guiding Principle 13"}, COMPANIES),
        (Choice(path=("Hitachi, Ltd", "Sony Corporation")), "Between Hitachi, Ltd and Sony Corporation", {"AL OTH 105/2021", "AL OTH 154/2021"}, {"Xiaomi Corporation"}),
    ],
)  # fmt: skip
def test_a_choice_answers_a_question(
    seeds_graph: Path, choice: Choice, title: str, inside: set[str], outside: set[str]
) -> None:
    found, names, _ = shown(network(seeds_graph, choice))
    assert found == title
    assert inside <= names
    assert not outside & names


def test_companies_and_mandates_are_joined_by_each_letter(seeds_graph: Path) -> None:
    kinds = shown(network(seeds_graph, Choice(kinds=("Company", "Mandate"))))[2]
    assert len(kinds) == 35
    assert {kind[:12] for kind in kinds} == {"together in "}


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(around="sonny"), "nothing in the graph is called 'sonny'; perhaps Sony Corporation"),
        (Choice(around="special raporteur on tortur"), "perhaps Special Rapporteur on torture"),
        (Choice(path=("Hitachi", "Sony Corporation")), "'Hitachi'; perhaps Hitachi, Ltd"),
        (Choice(letter="AL OTH 155/2021"), "has the reference 'AL OTH 155/2021'; perhaps AL OTH"),
        (Choice(kinds=("Mandat", "Company")), "called 'Mandat'; perhaps Mandate; MandateHolder"),
        (Choice(family="famly of AL OTH"), "perhaps Family of AL OTH 105/2021"),
    ],
)
def test_an_unknown_name_is_answered_with_known_ones(seeds_graph: Path, choice: Choice, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        network(seeds_graph, choice)


def test_two_choices_at_once_are_refused() -> None:
    with pytest.raises(UsageError, match="--letter and --around cannot be combined"):
        Choice(letter="AL OTH 1/2021", around="sony")


@pytest.mark.parametrize(
    ("name", "kind"), [("Companies", "Company"), ("guiding principle", "GuidingPrinciple"), ("MANDATES", "Mandate"), ("letters", "Communication")]
)  # fmt: skip
def test_kinds_are_named_in_any_number_and_case(name: str, kind: str) -> None:
    assert kind_named(legend(), name) == kind


@pytest.mark.parametrize(
    "name", ["AL OTH 203/2023", "al oth 203/2023", "AL-OTH-203-2023", " AL  OTH 203/2023"]
)
def test_letters_are_named_in_any_way(name: str) -> None:
    assert letter_named(campaign(), name) == "AL OTH 203/2023"


def test_names_of_nothing_known_are_answered_with_how_to_name() -> None:
    graph = EntityGraph((Node("x/a", "Company", "Aa"),), ())
    with pytest.raises(UsageError, match="use a label or an IRI"):
        node_named(graph, "")
    with pytest.raises(UsageError, match="use a reference such as"):
        letter_named(campaign(), "zzz")


def test_what_surrounds_a_part_is_what_is_next_to_it() -> None:
    graph = archive(100)
    letter = next(node for node in graph.nodes if node.kind == "Communication")
    part, beside = surroundings(graph, EntityGraph((letter,), ()), 50)
    assert beside == {edge.target for edge in graph.edges if edge.source == letter.id}
    assert {node.id for node in part.nodes} == beside | {letter.id}
    assert len(surroundings(graph, EntityGraph((letter,), ()), 2)[1]) == 2
