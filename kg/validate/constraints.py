"""The constraint components of SHACL core that our shapes use, each as a test of a focus node and its values.

A test gets the graph, the focus node and its value nodes, and yields the offending values; None stands for a
value that is missing. The names and definitions are those of https://www.w3.org/TR/shacl/#core-components.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import pyoxigraph as ox

from kg.validate.graph import Graph, Value

Offending: TypeAlias = Iterable[Value | None]
Test: TypeAlias = Callable[[Graph, Value, Sequence[Value]], Offending]

_NODE_KINDS: dict[str, tuple[type, ...]] = {
    "IRI": (ox.NamedNode,),
    "BlankNode": (ox.BlankNode,),
    "Literal": (ox.Literal,),
    "IRIOrLiteral": (ox.NamedNode, ox.Literal),
    "BlankNodeOrIRI": (ox.BlankNode, ox.NamedNode),
    "BlankNodeOrLiteral": (ox.BlankNode, ox.Literal),
}


def each(holds: Callable[[Graph, Value], bool]) -> Test:
    """Return the test that every value passes ``holds``."""
    return lambda graph, _, values: [value for value in values if not holds(graph, value)]


def min_count(parameter: Value) -> Test:
    """At least so many values (sh:minCount)."""
    least = number(parameter)
    return lambda _graph, _focus, values: [None] if len(values) < least else []


def max_count(parameter: Value) -> Test:
    """At most so many values (sh:maxCount)."""
    most = number(parameter)
    return lambda _graph, _focus, values: [None] if len(values) > most else []


def datatype(parameter: Value) -> Test:
    """Literals of this datatype (sh:datatype)."""
    return each(lambda _, value: isinstance(value, ox.Literal) and value.datatype == parameter)


def of_class(parameter: Value) -> Test:
    """Things of this class (sh:class)."""
    return each(lambda graph, value: graph.is_a(value, text(parameter)))


def node_kind(parameter: Value) -> Test:
    """IRIs, literals or blank nodes (sh:nodeKind)."""
    kinds = _NODE_KINDS[text(parameter).rpartition("#")[2]]
    return each(lambda _, value: isinstance(value, kinds))


def has_value(parameter: Value) -> Test:
    """This value among others (sh:hasValue)."""
    return lambda _graph, _focus, values: [] if parameter in values else [None]


def one_of(allowed: Sequence[Value]) -> Test:
    """Only these values (sh:in)."""
    return each(lambda _, value: value in allowed)


def pattern(parameter: Value) -> Test:
    """Texts that match an expression (sh:pattern)."""
    expression = re.compile(text(parameter))
    return each(lambda _, value: expression.search(text(value)) is not None)


def min_length(parameter: Value) -> Test:
    """Texts of at least this length (sh:minLength)."""
    least = number(parameter)
    return each(lambda _, value: len(text(value)) >= least)


def min_inclusive(parameter: Value) -> Test:
    """Numbers from this one on (sh:minInclusive)."""
    least = number(parameter)
    return each(lambda _, value: is_number(value) and number(value) >= least)


def max_inclusive(parameter: Value) -> Test:
    """Numbers up to this one (sh:maxInclusive)."""
    most = number(parameter)
    return each(lambda _, value: is_number(value) and number(value) <= most)


def less_than(parameter: Value) -> Test:
    """Numbers smaller than every value of another property of the focus node (sh:lessThan)."""

    def offending(graph: Graph, focus: Value, values: Sequence[Value]) -> Offending:
        for other in graph.values(focus, text(parameter)):
            for value in values:
                if not (is_number(value) and is_number(other) and number(value) < number(other)):
                    yield value

    return offending


def unique_language(parameter: Value) -> Test:
    """At most one text of each language (sh:uniqueLang)."""

    def offending(_graph: Graph, _focus: Value, values: Sequence[Value]) -> Offending:
        languages = [value.language for value in values if isinstance(value, ox.Literal) and value.language]
        return [None] * len({language for language in languages if languages.count(language) > 1})

    return offending if text(parameter) == "true" else lambda *_: []


def text(value: Value) -> str:
    """Return the text of a literal or an IRI."""
    return value.value if isinstance(value, ox.NamedNode | ox.Literal | ox.BlankNode) else str(value)


def number(value: Value) -> int:
    """Return the number a literal writes."""
    return int(text(value))


def is_number(value: Value) -> bool:
    """Return whether a term is a whole number."""
    return isinstance(value, ox.Literal) and re.fullmatch(r"-?[0-9]+", value.value) is not None


SIMPLE: dict[str, Callable[[Value], Test]] = {
    "class": of_class,
    "datatype": datatype,
    "hasValue": has_value,
    "lessThan": less_than,
    "maxCount": max_count,
    "maxInclusive": max_inclusive,
    "minCount": min_count,
    "minInclusive": min_inclusive,
    "minLength": min_length,
    "nodeKind": node_kind,
    "pattern": pattern,
    "uniqueLang": unique_language,
}
"""The components with one plain parameter, by their name in the SHACL namespace."""
