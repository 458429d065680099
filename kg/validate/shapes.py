"""The shapes of ``ontology/shapes.ttl``, ready to be tested on a graph.

They are plain SHACL core, so any SHACL engine can use the file; this one tests them on a store that may be
far larger than memory, and hundreds of times faster than a general engine. ``kg.validate.reference`` does the
same with pySHACL, and the tests hold the two to the same findings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.resources import folder
from kg.validate.constraints import SIMPLE, Test, each, one_of, text
from kg.validate.graph import Graph, Value
from kg.validate.report import Finding, Severity
from kg.vocab.terms import RDF

SH = "http://www.w3.org/ns/shacl#"
FILE = "shapes.ttl"

_TARGET = f"{SH}target"
_REST, _FIRST = RDF.base + "rest", RDF.base + "first"
_NOT_TESTS = frozenset(
    {
        "closed", "ignoredProperties", "message", "name", "path", "property", "severity",
        "targetClass", "targetObjectsOf", "targetSubjectsOf",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or a property shape.

    Attributes:
        name: IRI of the shape; that of the node shape for a property shape.
        message: What a violation means.
        severity: How bad it is.
        path: The property, for a property shape; empty for a node shape.
        inverse: Whether the property is read backwards.
        tests: What the values, or the focus node itself, must pass.
        properties: The property shapes of a node shape.
        closed: The only properties a focus node may have, or None.
    """

    name: str
    message: str
    severity: Severity
    path: str
    inverse: bool
    tests: tuple[Test, ...]
    properties: tuple[Shape, ...] = ()
    closed: frozenset[str] | None = None

    def findings(self, graph: Graph, focus: Value) -> Iterator[Finding]:
        """Yield what is wrong with a focus node."""
        values = graph.values(focus, self.path, inverse=self.inverse) if self.path else [focus]
        for test in self.tests:
            for value in test(graph, focus, values):
                yield self._finding(focus, self._path, value)
        for shape in self.properties:
            yield from shape.findings(graph, focus)
        if self.closed is not None:
            yield from self._outside(graph, focus, self.closed)

    def conforms(self, graph: Graph, focus: Value) -> bool:
        """Return whether nothing is wrong with a node."""
        return next(self.findings(graph, focus), None) is None

    @property
    def _path(self) -> str:
        return f"^{self.path}" if self.inverse else self.path

    def _outside(self, graph: Graph, focus: Value, allowed: frozenset[str]) -> Iterator[Finding]:
        for quad in graph.outgoing(focus):
            if quad.predicate.value not in allowed:
                yield self._finding(focus, quad.predicate.value, quad.object)

    def _finding(self, focus: Value, path: str, value: Value | None) -> Finding:
        shown = "" if value is None else str(value)
        return Finding(self.severity, text(focus), path, self.message, shown, self.name)


@dataclass(frozen=True, slots=True)
class Target:
    """A node shape and the ways to its focus nodes."""

    shape: Shape
    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]
    objects_of: tuple[str, ...]

    def focus_nodes(self, graph: Graph) -> set[Value]:
        """Return the nodes the shape is about."""
        found = [graph.of_class(name) for name in self.classes]
        found += [graph.subjects_of(name) for name in self.subjects_of]
        found += [graph.objects_of(name) for name in self.objects_of]
        return set().union(*found)

    def findings(self, graph: Graph) -> Iterator[Finding]:
        """Yield what is wrong with the nodes the shape is about."""
        for focus in self.focus_nodes(graph):
            yield from self.shape.findings(graph, focus)


@cache
def shapes(path: Path | None = None) -> tuple[Target, ...]:
    """Return the shapes of the ontology, or of another file.

    Raises:
        OntologyError: If the file is no Turtle, or uses something of SHACL that is not supported here.
    """
    source = path or folder("ontology") / FILE
    try:
        return _Reader(source).targets()
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{source} cannot be read as shapes ({error}); correct it") from error


class _Reader:
    """Reads shapes from a Turtle file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._of: dict[Value, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            self._of[quad.subject][quad.predicate.value].append(quad.object)
        self._made: dict[Value, Shape] = {}

    def targets(self) -> tuple[Target, ...]:
        """Return the node shapes that have targets, in the order of their IRIs."""
        named = {node for node, said in self._of.items() if any(name.startswith(_TARGET) for name in said)}
        return tuple(self._target(node) for node in sorted(named, key=text))

    def _target(self, node: Value) -> Target:
        ways = (
            tuple(map(text, self._values(node, name)))
            for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf")
        )
        return Target(self._shape(node, text(node)), *ways)

    def _values(self, node: Value, name: str) -> list[Value]:
        return self._of[node].get(SH + name, [])

    def _text(self, node: Value, name: str, default: str = "") -> str:
        return next(map(text, self._values(node, name)), default)

    def _shape(self, node: Value, name: str, message: str = "") -> Shape:
        if node not in self._made:
            own = self._text(node, "message", message)
            path, inverse = self._property(node)
            severity = Severity(self._text(node, "severity", "#Violation").rpartition("#")[2].lower())
            properties = tuple(self._shape(part, name, own) for part in self._values(node, "property"))
            tests = tuple(self._tests(node))
            closed = self._closed(node)
            self._made[node] = Shape(name, own, severity, path, inverse, tests, properties, closed)
        return self._made[node]

    def _property(self, node: Value) -> tuple[str, bool]:
        for path in self._values(node, "path"):
            inverse = self._values(path, "inversePath")
            return (text(inverse[0]), True) if inverse else (text(path), False)
        return "", False

    def _closed(self, node: Value) -> frozenset[str] | None:
        if self._text(node, "closed") != "true":
            return None
        own = (self._text(part, "path") for part in self._values(node, "property"))
        lists = self._values(node, "ignoredProperties")
        return frozenset({*own, *(text(item) for start in lists for item in self._list(start))})

    def _tests(self, node: Value) -> Iterator[Test]:
        for iri, parameters in self._of[node].items():
            component = iri.removeprefix(SH)
            if component == iri or component in _NOT_TESTS:
                continue
            for parameter in parameters:
                yield self._test(component, parameter)

    def _test(self, component: str, parameter: Value) -> Test:
        if component in SIMPLE:
            return SIMPLE[component](parameter)
        if component == "in":
            return one_of(list(self._list(parameter)))
        if component == "node":
            shape = self._shape(parameter, text(parameter))
            return each(shape.conforms)
        if component in {"or", "xone"}:
            choices = [self._shape(part, text(part)) for part in self._list(parameter)]
            return each(partial(_chosen, choices, component == "xone"))
        raise OntologyError(f"{self._path} uses sh:{component}, which is not supported here; leave it out")

    def _list(self, start: Value) -> Iterator[Value]:
        while self._of[start].get(_FIRST):
            yield self._of[start][_FIRST][0]
            start = self._of[start][_REST][0]


def _chosen(choices: Sequence[Shape], only_one: bool, graph: Graph, value: Value) -> bool:  # noqa: FBT001
    fitting = sum(shape.conforms(graph, value) for shape in choices)
    return fitting == 1 if only_one else fitting > 0
