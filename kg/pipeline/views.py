"""A graph folder → the network page of what the user chose to see."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.model.network import EntityGraph
from kg.pipeline.folder import GraphFolder
from kg.pipeline.outputs import TITLE, entity_graph
from kg.view.select import between, ego, kind_named, letters, node_named, paths
from kg.vocab.display import legend


@dataclass(frozen=True, slots=True)
class Choice:
    """What part of the graph to see; nothing chosen means all of it."""

    letter: str | None = None
    around: str | None = None
    depth: int = 1
    kinds: tuple[str, str] | None = None
    path: tuple[str, str] | None = None


def network(folder: Path, choice: Choice) -> str:
    """Return the network page of what was chosen.

    Raises:
        UsageError: If nothing in the graph fits the choice.
    """
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    GraphFolder(folder)
    graph, title = _chosen(folder, choice)
    if not graph.nodes:
        raise UsageError(f"nothing in {folder} fits this choice; choose another")
    return network_page(graph, legend(), title=title)


def _chosen(folder: Path, choice: Choice) -> tuple[EntityGraph, str]:
    graph, title = entity_graph(folder), TITLE
    if choice.letter:
        graph, title = letters(graph, [choice.letter]), choice.letter
    if choice.around:
        iri = node_named(graph, choice.around)
        title = f"Around {_label(graph, iri)}"
        graph = ego(graph, iri, choice.depth)
    if choice.path:
        first, second = (node_named(graph, name) for name in choice.path)
        title = f"Between {_label(graph, first)} and {_label(graph, second)}"
        graph = paths(graph, first, second)
    if choice.kinds:
        first, second = (kind_named(legend(), name) for name in choice.kinds)
        title = f"{legend()[first].label} and {legend()[second].label}"
        graph = between(graph, first, second)
    return graph, title


def _label(graph: EntityGraph, iri: str) -> str:
    return next((node.label for node in graph.nodes if node.id == iri), iri)
