"""The lines of a letter are found in the files as the store finds them in the named graphs of the letter."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.site import Site
from kg.serve.sorted_lines import SortedLines
from kg.serve.triples import PARTS
from kg.vocab.terms import GRAPH, ID, RDF, SPL

WORDS = st.text("ab/é", min_size=1, max_size=4)


@given(lines=st.lists(WORDS), words=st.one_of(WORDS, st.just("")))
def test_lines_are_found_as_by_reading_them_all(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], words: str
) -> None:
    lines.sort()
    path = tmp_path_factory.mktemp("lines") / "lines"
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    expected = [line for line in lines if line.startswith(words)]
    assert SortedLines(path).starting(words).decode().splitlines() == expected


def test_a_letter_whose_name_begins_like_another_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"<l/1/a>\n<l/1/b>\n<l/10/a>\n<l/10>\n<l/1>\n")
    lines = SortedLines(path)
    assert lines.starting("<l/1/") == b"<l/1/a>\n<l/1/b>\n"
    assert lines.starting("<l/1>") == b"<l/1>\n"
    assert lines.starting("<l/2>") == b""


def said(store: ox.Store, letter: str) -> set[tuple[str, str, str]]:
    """Return what the graphs of a letter say of everything but its spans and texts."""
    name = letter.removeprefix(f"{ID}letter/")
    graphs = (ox.NamedNode(f"{GRAPH}{name}/{part}") for part in PARTS)
    quads = [quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)]
    statements = {quad.subject for quad in quads if quad.predicate.value == RDF.subject}
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in quads
        if quad.subject in statements
        or quad.subject.value == letter
        or quad.subject.value.startswith(f"{letter}/")
    }


def test_the_nodes_of_a_letter_are_those_of_its_graphs(seeds_graph: Path) -> None:
    site = Site(seeds_graph)
    for card in site.occurrences.letters:
        nodes = site.nodes.of(card.iri)
        found = {
            (iri, predicate, value.value)
            for iri, node in nodes.items()
            for predicate, values in node.items()
            for value in values
        }
        assert said(site.store, card.iri) <= found
        problems = {iri for iri, node in nodes.items() if ox.NamedNode(SPL.Problem) in node.get(RDF.type, ())}
        assert {iri for iri, _, _ in found - said(site.store, card.iri)} == problems
