"""A graph folder → the network page of what the user chose to see."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.model.network import EntityGraph
from kg.pipeline.folder import GraphFolder
from kg.pipeline.names import full_iri, letter_iri
from kg.pipeline.outputs import TITLE, entity_graph
from kg.view.select import around, between, of_kinds, of_letter
from kg.vocab.display import legend


@dataclass(frozen=True, slots=True)
class Choice:
    """What part of the graph to see; nothing chosen means all of it."""

    letter: str | None = None
    around: str | None = None
    depth: int = 1
    kinds: tuple[str, ...] = ()
    between: tuple[str, str] | None = None


def network(folder: Path, choice: Choice) -> str:
    """Return the network page of what was chosen.

    Raises:
        UsageError: If nothing in the graph fits the choice.
    """
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    GraphFolder(folder)
    graph, title = _chosen(folder, choice)
    if not graph.nodes:
        raise UsageError(f"nothing in {folder} fits this choice; see: kg query {folder} things")
    return network_page(graph, legend(), title=title)


def _chosen(folder: Path, choice: Choice) -> tuple[EntityGraph, str]:
    graph, title = entity_graph(folder), TITLE
    if choice.letter:
        graph, title = of_letter(graph, letter_iri(folder, choice.letter)), choice.letter
    if choice.around:
        iri = full_iri(choice.around)
        graph, title = around(graph, iri, choice.depth), f"Around {_label(graph, iri)}"
    if choice.between:
        first, second = (full_iri(iri) for iri in choice.between)
        title = f"Between {_label(graph, first)} and {_label(graph, second)}"
        graph = between(graph, first, second)
    if choice.kinds:
        graph, title = of_kinds(graph, choice.kinds), " and ".join(choice.kinds)
    return graph, title


def _label(graph: EntityGraph, iri: str) -> str:
    return next((node.label for node in graph.nodes if node.id == iri), iri)
