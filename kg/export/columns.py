"""The columns of the entity graph: one table for nodes, one for edges, the same in every format.

Names are safe in the programs people use: ``kind`` and never ``type`` (GEXF readers take an attribute of that
name for the direction of an edge), no names that Gephi gives a meaning of its own, and one type per name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.model.network import Attribute, Edge, EntityGraph, Node

Type: TypeAlias = Literal["string", "int", "long", "double", "boolean"]

ALLEGED = "alleged"
BETWEEN_QUOTES = " … "

# Names that stand for something else in Gephi, networkx or igraph.
_TAKEN = frozenset(
    {"id", "label", "kind", "type", "name", "weight", "size", "r", "g", "b", "x", "y", "z", "key"}
)
_INT, _LONG = 2**31, 2**63


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the attribute it holds, and the type all its values have."""

    name: str
    attribute: str
    type: Type


EDGE_COLUMNS = tuple(
    Column(name, name, "string")
    for name in ("label", "kind", "certainty", "letter", "date", "words", "places", "fact")
)


def node_columns(graph: EntityGraph) -> tuple[Column, ...]:
    """Return the columns of the nodes: label and kind, then the attributes sorted by name."""
    values: dict[str, list[Attribute]] = defaultdict(list)
    for node in graph.nodes:
        for name, value in node.attributes:
            values[name].append(value)
    taken = {"label", "kind"}
    columns = [Column("label", "", "string"), Column("kind", "", "string")]
    for attribute in sorted(values):
        name = _free(attribute, taken)
        taken.add(name)
        columns.append(Column(name, attribute, _type(values[attribute])))
    return tuple(columns)


def node_values(node: Node, columns: tuple[Column, ...]) -> list[Attribute | None]:
    """Return the values of ``node`` for ``columns``, None where it has none."""
    attributes = dict(node.attributes)
    rest = (_as(attributes.get(column.attribute), column.type) for column in columns[2:])
    return [node.label, node.kind, *rest]


def edge_values(edge: Edge) -> list[str]:
    """Return the values of ``edge`` for ``EDGE_COLUMNS``; an alleged edge always says so in its label.

    ``places`` names where each of the quoted words stand: source, start and end in code points, and the page
    when there is one, as in ``bfe82ab87aeb:2859-3023 p. 2``.
    """
    label = edge.label
    if edge.certainty == ALLEGED and ALLEGED not in label.casefold():
        label = f"{ALLEGED}: {label}"
    words = BETWEEN_QUOTES.join(quote.exact for quote in edge.quotes)
    places = "; ".join(
        f"{quote.source}:{quote.start}-{quote.end}" + (f" p. {quote.page}" if quote.page else "")
        for quote in edge.quotes
    )
    return [label, edge.kind, edge.certainty, edge.letter, edge.date, words, places, edge.id]


def written(value: Attribute) -> str:
    """Return ``value`` as XML Schema and CSV readers expect it: ``true``, not ``True``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _free(attribute: str, taken: set[str]) -> str:
    """Return a column name that is plain ASCII and not taken."""
    plain = re.sub("[^A-Za-z0-9_]+", "_", attribute).strip("_") or "attribute"
    name = f"attribute_{plain}" if plain.lower() in _TAKEN or plain[0].isdigit() else plain
    number = 1
    while name in taken:
        number += 1
        name = f"{plain}_{number}"
    return name


def _type(values: list[Attribute]) -> Type:
    if all(isinstance(value, bool) for value in values):
        return "boolean"
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) < len(values):
        return "string"
    whole = [value for value in numbers if isinstance(value, int)]
    if len(whole) == len(values):
        largest = max(abs(value) for value in whole)
        return "int" if largest < _INT else "long" if largest < _LONG else "string"
    finite = all(abs(value) < float("inf") for value in numbers)
    return "double" if finite else "string"


def _as(value: Attribute | None, kind: Type) -> Attribute | None:
    if value is None or kind != "string":
        return value
    return written(value)
