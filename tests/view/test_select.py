from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError, UsageError
from kg.model.network import Edge, EntityGraph, Node
from kg.view.index import Index
from kg.view.names import kind_named, node_named
from kg.view.select import between, ego, letters, paths
from kg.vocab.display import legend
from tests.builders.network import campaign

BASE = "https://w3id.org/sp-letters/id/"
COMPANY = BASE + "company/norvik-electronics"
OTHER = BASE + "company/castellan-motors"


def chain(*links: tuple[str, str, str]) -> EntityGraph:
    """Return a graph of links (from, to, certainty) between nodes named by their kind and a digit."""
    names = sorted({end for link in links for end in link[:2]})
    nodes = tuple(Node(name, name.rstrip("0123456789"), name) for name in names)
    edges = [
        Edge(f"{a}{b}{n}", a, b, "link", "link", how, "L", "2020") for n, (a, b, how) in enumerate(links)
    ]
    return EntityGraph(nodes, tuple(sorted(edges, key=lambda e: (e.source, e.target, e.kind, e.id))))


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        (COMPANY, COMPANY),
        ("company/norvik-electronics", COMPANY),
        ("norvik-electronics", COMPANY),
        ("Norvik Electronics AB", COMPANY),
        ("norvik electronics ab", COMPANY),
        ("inigo echeverria", BASE + "person/sr-cultural-rights-holder"),
        ("AL OTH 203/2023", BASE + "letter/AL-OTH-203-2023"),
    ],
)
def test_things_are_found_by_iri_and_by_label(name: str, iri: str) -> None:
    assert node_named(campaign(), name) == iri


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("norvik", "'norvik'; perhaps Norvik Electronics AB"),
        ("nobody at all", "use a label or an IRI of the graph"),
        ("Request 1", "may be any of .*AL-OTH-201-2023/request/1.*; give one of these instead"),
    ],
)
def test_a_name_that_means_nothing_or_several_things_is_refused(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        node_named(campaign(), name)


@pytest.mark.parametrize("name", ["Addressee", "addressee", "CEO / head of company (addressee)"])
def test_kinds_are_found_by_both_names(name: str) -> None:
    assert kind_named(legend(), name) == "Addressee"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="no kind of thing called 'Firm'; use one of Communication, "):
        kind_named(legend(), "Firm")


def test_ego_holds_what_is_next_to_a_thing() -> None:
    found = ego(campaign(), COMPANY)
    kinds = sorted(node.kind for node in found.nodes)
    assert kinds == ["Addressee", "Allegation", "Communication", "Company"]
    assert {edge.kind for edge in found.edges} == {
        "addresseeCompany", "addresseePerson", "addressedAsHeadOf", "aboutCompany", "claim",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("depth", "names"), [(1, "A1 B1"), (2, "A1 B1 C1"), (3, "A1 B1 C1 D1"), (9, "A1 B1 C1 D1")]
)
def test_ego_reaches_as_far_as_its_depth(depth: int, names: str) -> None:
    graph = chain(("A1", "B1", "stated"), ("C1", "B1", "stated"), ("C1", "D1", "alleged"))
    assert [node.id for node in ego(graph, "A1", depth).nodes] == names.split()


@pytest.mark.parametrize(("iri", "depth"), [("nowhere", 1), (COMPANY, 0)])
def test_ego_of_nothing_is_refused(iri: str, depth: int) -> None:
    with pytest.raises(UsageError):
        ego(campaign(), iri, depth)


def test_one_letter_holds_only_what_it_says() -> None:
    found = letters(campaign(), {"AL OTH 204/2023"})
    assert {edge.letter for edge in found.edges} == {"AL OTH 204/2023"}
    counts = {
        kind: sum(node.kind == kind for node in found.nodes)
        for kind in ("Communication", "Mandate", "Company")
    }
    assert counts == {"Communication": 1, "Mandate": 7, "Company": 1}


def test_letters_bring_the_register_links_among_what_they_name() -> None:
    graph = chain(("A1", "B1", "stated"), ("A1", "C1", "stated"))
    register = (
        Edge("r", "B1", "C1", "renews", "renews", "register"),
        Edge("s", "B1", "D1", "x", "x", "register"),
    )
    graph = EntityGraph((*graph.nodes, Node("D1", "D", "D1")), (*graph.edges, *register))
    found = letters(graph, {"L"})
    assert [edge.id for edge in found.edges] == ["A1B10", "A1C11", "r"]


def test_a_letter_the_graph_lacks_is_refused() -> None:
    with pytest.raises(UsageError, match="'AL OTH 999/2023'"):
        letters(campaign(), {"AL OTH 201/2023", "AL OTH 999/2023"})


def test_companies_and_mandates_meet_in_letters() -> None:
    found = between(campaign(), "Company", "Mandate")
    assert len(found.edges) == 35
    assert {edge.certainty for edge in found.edges} == {"computed"}
    assert {node.kind for node in found.nodes} == {"Company", "Mandate"}
    one = next(edge for edge in found.edges if edge.source == COMPANY)
    assert (one.label, one.letter) == ("together in AL OTH 201/2023", "AL OTH 201/2023")
    assert "Norvik Electronics AB" in {quote.exact for quote in one.quotes}


def test_kinds_that_are_linked_keep_their_own_links() -> None:
    found = between(campaign(), "Mandate", "Resolution")
    assert {edge.kind for edge in found.edges} == {"mandateBasis"}


def test_alleged_links_join_no_kinds() -> None:
    graph = chain(("C1", "L1", "stated"), ("L1", "M1", "alleged"))
    with pytest.raises(UsageError, match="nothing in the graph joins C and M"):
        between(graph, "C", "M")


def test_a_kind_with_itself_is_refused() -> None:
    with pytest.raises(UsageError, match="two different kinds"):
        between(campaign(), "Company", "Company")


def test_paths_hold_every_shortest_way() -> None:
    found = paths(campaign(), COMPANY, OTHER)
    kinds = {
        kind: sum(node.kind == kind for node in found.nodes) for kind in {node.kind for node in found.nodes}
    }
    assert kinds == {
        "Company": 2, "Communication": 2, "Mandate": 7, "MandateHolder": 7, "Government": 14,
        "GuidingPrinciple": 12, "Report": 1, "Symbol": 1,
    }  # fmt: skip
    assert all(edge.certainty != "alleged" for edge in found.edges)


@pytest.mark.parametrize(
    ("links", "names"),
    [
        # The alleged way is shorter, but what is stated connects.
        ([("A1", "B1", "alleged"), ("A1", "C1", "stated"), ("C1", "B1", "stated")], "A1 B1 C1"),
        # Nothing but what is alleged connects.
        ([("A1", "C1", "alleged"), ("C1", "B1", "stated")], "A1 B1 C1"),
        # Links between things at the same distance are no part of a way.
        ([("A1", "C1", "stated"), ("A1", "D1", "stated"), ("C1", "D1", "stated"), ("C1", "B1", "stated"), ("D1", "B1", "stated")], "A1 B1 C1 D1"),
    ],
)  # fmt: skip
def test_what_is_alleged_connects_only_when_nothing_else_does(
    links: list[tuple[str, str, str]], names: str
) -> None:
    found = paths(chain(*links), "A1", "B1")
    assert [node.id for node in found.nodes] == names.split()
    assert ("C1", "D1") not in {(edge.source, edge.target) for edge in found.edges}


@pytest.mark.parametrize("end", ["C1", "nowhere"])
def test_what_is_not_connected_is_said(end: str) -> None:
    graph = chain(("A1", "B1", "stated"), ("C1", "D1", "stated"))
    with pytest.raises(UsageError):
        paths(graph, "A1", end)


def test_an_edge_to_a_missing_node_is_refused() -> None:
    graph = EntityGraph((Node("a", "A", "A"),), (Edge("f", "a", "b", "k", "l", "stated"),))
    with pytest.raises(ExportError, match="edge f leads to b, which the graph lacks"):
        Index.of(graph)


numbers = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=14)


@given(numbers, st.integers(1, 4))
def test_a_part_is_a_part(pairs: list[tuple[int, int]], depth: int) -> None:
    graph = chain(*((f"A{a}", f"A{b}", "stated") for a, b in pairs))
    found = ego(graph, f"A{pairs[0][0]}", depth)
    assert set(found.nodes) <= set(graph.nodes)
    assert set(found.edges) <= set(graph.edges)
    assert list(found.nodes) == sorted(found.nodes, key=lambda node: node.id)
    Index.of(found)
