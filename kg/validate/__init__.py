"""Is a graph as it should be: SHACL shapes, and the rules that no shape can hold.

``shapes``     the shapes of ``ontology/shapes.ttl``, tested on a store
``rules``      what may point at a company or person, misspelt terms, statements that accuse
``reference``  the same shapes by pySHACL
``report``     the findings
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model import quads
from kg.validate.graph import Graph
from kg.validate.report import Report
from kg.validate.rules import rules
from kg.validate.shapes import shapes


def validate(lines: Iterable[str]) -> Report:
    """Check a graph against the shapes and rules.

    Args:
        lines: Canonical N-Quads lines of letters, with their evidence, and of the register.

    Raises:
        OntologyError: If the shapes cannot be read.
    """
    store = ox.Store()
    store.bulk_load(quads.canonical(quads.triples(lines)), format=ox.RdfFormat.N_TRIPLES)
    return validate_store(store)


def validate_store(store: ox.Store) -> Report:
    """Check a store whose default graph is the union of letters, evidence and register.

    Raises:
        OntologyError: If the shapes cannot be read.
    """
    graph = Graph(store)
    findings = [finding for target in shapes() for finding in target.findings(graph)]
    return Report.of([*findings, *rules(graph)])
