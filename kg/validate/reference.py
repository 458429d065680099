"""The same shapes by pySHACL, a general SHACL engine: slower by far, and the measure for our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from rdflib.term import Node

from kg.model import quads
from kg.resources import folder
from kg.validate.report import Finding, Report, Severity
from kg.validate.shapes import FILE, SH
from kg.vocab.terms import RDFS, SPL, superclasses, vocabulary


def validate_with_pyshacl(lines: Iterable[str]) -> Report:
    """Test the shapes on N-Quads lines with pySHACL; the rules that are no shapes are left out.

    Args:
        lines: Canonical N-Quads lines of letters and register.
    """
    import pyshacl  # noqa: PLC0415 - slow to import, and only wanted here

    data = rdflib.Graph().parse(data=quads.canonical(quads.triples(lines)), format="nt")
    data += _classes()
    rules = rdflib.Graph().parse(folder("ontology") / FILE)
    _, report, _ = pyshacl.validate(data, shacl_graph=rules)
    return Report.of(_findings(report))


def _classes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in vocabulary():
        for above in superclasses(name):
            ends = (rdflib.URIRef(SPL.base + end) for end in (name, above))
            graph.add((next(ends), rdflib.URIRef(RDFS.subClassOf), next(ends)))
    return graph


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    sh = rdflib.Namespace(SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        path = report.value(result, sh.resultPath)
        inverse = report.value(path, sh.inversePath) if path is not None else None
        severity = str(report.value(result, sh.resultSeverity)).rpartition("#")[2].lower()
        value = report.value(result, sh.value)
        yield Finding(
            Severity(severity),
            str(report.value(result, sh.focusNode)),
            f"^{inverse}" if inverse is not None else str(path or ""),
            str(report.value(result, sh.resultMessage)),
            _shown(value),
        )


def _shown(value: Node | None) -> str:
    return "" if value is None else value.n3()
