"""A graph folder → the network page of what the user chose to see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.graph.union import rows
from kg.model.network import EntityGraph, Node
from kg.pipeline.folder import GraphFolder
from kg.pipeline.outputs import TITLE, entity_graph
from kg.query.engine import open_store
from kg.view.focus import Focus
from kg.view.names import kind_named, letter_named, node_named
from kg.view.select import between, ego, letters, paths, surroundings
from kg.vocab.display import legend
from kg.vocab.terms import RDFS, SPL

_FAMILIES = f"""PREFIX spl: <{SPL.base}> PREFIX rdfs: <{RDFS.base}>
SELECT ?family ?label ?name WHERE {{
  ?family a spl:LetterFamily ; rdfs:label ?label ; spl:familyMember ?letter . ?letter rdfs:label ?name
}} ORDER BY ?family ?name"""

MOST_BESIDE = 1500  # things around what was chosen that a page keeps for those who ask for more


@dataclass(frozen=True, slots=True)
class Choice:
    """What part of the graph to see; nothing chosen means all of it, and at most one thing can be chosen.

    Attributes:
        letter: The reference of a letter.
        around: The label or IRI of a thing, for what lies within ``depth`` links of it.
        depth: The number of links for ``around``.
        kinds: Two kinds of things, for how they go together.
        path: The labels or IRIs of two things, for how they are connected.
        family: The label or IRI of a family of letters.
    """

    letter: str | None = None
    around: str | None = None
    depth: int = 1
    kinds: tuple[str, str] | None = None
    path: tuple[str, str] | None = None
    family: str | None = None

    def __post_init__(self) -> None:
        made = [name for name in ("letter", "family", "around", "kinds", "path") if getattr(self, name)]
        if len(made) > 1:
            raise UsageError(f"--{made[0]} and --{made[1]} cannot be combined; choose one of them")


@dataclass(frozen=True, slots=True)
class View:
    """A part of the graph, its title, what to open it with, and whether to keep what surrounds it."""

    graph: EntityGraph
    title: str
    focus: Focus | None = None
    open_ended: bool = True


def network(folder: Path, choice: Choice) -> str:
    """Return the network page of what was chosen.

    Raises:
        UsageError: If nothing in the graph fits the choice.
    """
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    GraphFolder(folder)
    whole = entity_graph(folder)
    view = _chosen(folder, whole, choice)
    if not view.graph.nodes:
        raise UsageError(f"nothing in {folder} fits this choice; choose another")
    if not view.open_ended:
        return network_page(view.graph, legend(), title=view.title)
    graph, beside = surroundings(whole, view.graph, MOST_BESIDE)
    return network_page(graph, legend(), title=view.title, beside=beside, focus=view.focus)


def _chosen(folder: Path, graph: EntityGraph, choice: Choice) -> View:
    if choice.letter:
        reference = letter_named(graph, choice.letter)
        return View(letters(graph, [reference]), reference)
    if choice.family:
        title, members = _family(folder, choice.family)
        return View(letters(graph, members), title)
    if choice.around:
        iri = node_named(graph, choice.around)
        return View(
            ego(graph, iri, choice.depth), f"Around {_label(graph, iri)}", Focus((iri,), choice.depth)
        )
    if choice.path:
        first, second = (node_named(graph, name) for name in choice.path)
        title = f"Between {_label(graph, first)} and {_label(graph, second)}"
        return View(paths(graph, first, second), title, Focus((first, second)))
    if choice.kinds:
        first, second = (kind_named(legend(), name) for name in choice.kinds)
        title = f"{legend()[first].label} and {legend()[second].label}"
        return View(between(graph, first, second), title, open_ended=False)
    return View(graph, TITLE, open_ended=False)


def _family(folder: Path, name: str) -> tuple[str, list[str]]:
    """Return the label of the family that ``name`` means, and the references of its letters.

    Args:
        folder: A graph folder.
        name: The label or IRI of a family, or the reference of one of its letters.

    Raises:
        UsageError: If no family has that name and no family has such a letter.
    """
    labels: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for row in rows(open_store(folder), _FAMILIES):
        labels[row["family"].value] = row["label"].value
        members[row["family"].value].append(row["name"].value)
    if not labels:
        raise UsageError(f"{folder} has no families of letters; use --letter for one letter")
    holding = [iri for iri in labels if name in members[iri]]
    nodes = tuple(Node(iri, "LetterFamily", label) for iri, label in labels.items())
    iri = holding[0] if holding else node_named(EntityGraph(nodes, ()), name)
    return labels[iri], members[iri]


def _label(graph: EntityGraph, iri: str) -> str:
    return next((node.label for node in graph.nodes if node.id == iri), iri)
