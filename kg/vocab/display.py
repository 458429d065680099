"""How the classes of the entity graph are shown: name, colour, outline and place in the legend.

The data stands beside each class in ``ontology/vocabulary.ttl`` (``spl:displayLabel``, ``spl:displayOrder``,
``spl:colour``, ``spl:shape``), so that no picture and no export needs to know the name of a class.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from kg.model.network import Attribute, Node
from kg.resources import folder
from kg.vocab.turtle import Entry, read_entries

SHAPES = ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon", "box", "ellipse")

OFFICES = {
    "office_as_stated": "office (stated in the letter)",
    "office_by_outside_source": "office (from an outside source, not in the letter)",
}
ADDRESSEE = "Addressee"

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Display:
    """How one class is shown.

    Attributes:
        kind: Local name of the class, as in ``Node.kind``.
        label: What a legend calls it.
        colour: Its colour, ``#rrggbb`` in lower case.
        order: Its place in legends, from 1.
        shape: One of ``SHAPES``.
    """

    kind: str
    label: str
    colour: str
    order: int
    shape: str = "dot"


Legend: TypeAlias = Mapping[str, Display]


@cache
def legend() -> Legend:
    """Return the display of every class that has a ``spl:displayOrder``, in that order.

    Raises:
        OntologyError: If a class lacks a label, a colour or a shape, or has one that cannot be drawn.
    """
    entries = read_entries(folder("ontology") / "vocabulary.ttl")
    shown = [_display(entry) for entry in entries if "spl:displayOrder" in entry.values]
    return {display.kind: display for display in sorted(shown, key=lambda display: display.order)}


def _display(entry: Entry) -> Display:
    colour, shape = entry.text("spl:colour").lower(), entry.text("spl:shape")
    if not _COLOUR.fullmatch(colour):
        raise entry.fault(f"has spl:colour {colour!r}; write it as #rrggbb")
    if shape not in SHAPES:
        raise entry.fault(f"has spl:shape {shape!r}; use one of {', '.join(SHAPES)}")
    kind = entry.subject.removeprefix("spl:")
    return Display(kind, entry.text("spl:displayLabel"), colour, entry.integer("spl:displayOrder"), shape)


def attributes(node: Node) -> tuple[tuple[str, Attribute], ...]:
    """Return the attributes of a node as people read them, with the basis of an office beside its name.

    An addressee without an office is said to have none in the letter, so that nobody supplies one.
    """
    shown = tuple((OFFICES.get(name, name.replace("_", " ")), value) for name, value in node.attributes)
    unnamed = node.kind == ADDRESSEE and not any(name.startswith("office") for name, _ in node.attributes)
    return (*shown, ("office", "not named in the letter")) if unnamed else shown
