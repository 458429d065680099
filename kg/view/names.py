"""What a user calls a thing, a letter or a kind → the one that is meant, or what may have been meant."""

from __future__ import annotations

from kg.errors import UsageError
from kg.model.nearness import MOST_NAMED, folded, folded_reference, near
from kg.model.network import EntityGraph
from kg.vocab.display import Legend


def node_named(graph: EntityGraph, name: str) -> str:
    """Return the IRI of the node that ``name`` means: an IRI, the end of one, or a label.

    Case and diacritics of labels do not matter.

    Raises:
        UsageError: If no node has that name, or several have.
    """
    exact = [node for node in graph.nodes if node.id == name or node.id.endswith("/" + name)]
    wanted = folded(name)
    found = exact or [node for node in graph.nodes if folded(node.label) == wanted]
    if len(found) == 1:
        return found[0].id
    if found:
        named = ", ".join(node.id for node in found[:MOST_NAMED])
        raise UsageError(f"{name!r} may be any of {named}; give one of these instead")
    alike = near(name, (node.label for node in graph.nodes))
    alike = alike or near(name, (node.id.rsplit("/", 1)[-1] for node in graph.nodes))
    hint = f"perhaps {'; '.join(alike)}" if alike else "use a label or an IRI of the graph"
    raise UsageError(f"nothing in the graph is called {name!r}; {hint}")


def letter_named(graph: EntityGraph, name: str) -> str:
    """Return the reference of the letter that ``name`` means; case and spaces do not matter.

    Raises:
        UsageError: If the graph has no such letter.
    """
    known = sorted({edge.letter for edge in graph.edges if edge.letter})
    found = [reference for reference in known if folded_reference(reference) == folded_reference(name)]
    if found:
        return found[0]
    alike = near(name, known, folded_reference)
    hint = f"perhaps {'; '.join(alike)}" if alike else "use a reference such as " + "".join(known[:1])
    raise UsageError(f"no letter in the graph has the reference {name!r}; {hint}")


def kind_named(legend: Legend, name: str) -> str:
    """Return the kind that ``name`` means: its name in the ontology or in the legend, in any case or number.

    Raises:
        UsageError: If the legend has no such kind.
    """
    wanted = _singular(folded(name))
    for kind, display in legend.items():
        if wanted in {_singular(folded(kind)), _singular(folded(display.label))}:
            return kind
    alike = near(name, legend)
    hint = f"perhaps {'; '.join(alike)}" if alike else f"use one of {', '.join(legend)}"
    raise UsageError(f"there is no kind of thing called {name!r}; {hint}")


def _singular(text: str) -> str:
    return text.removesuffix("ies") + "y" if text.endswith("ies") else text.removesuffix("s")
