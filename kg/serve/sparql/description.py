"""What the endpoint is able to do, in RDF: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

import pyoxigraph as ox
from werkzeug import Request, Response

from kg.serve.exchange import negotiated
from kg.serve.sparql.answers import GRAPHS, graph
from kg.vocab.terms import RDF

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


def description(request: Request) -> Response:
    """Describe the endpoint that is asked.

    Raises:
        NotAcceptable: If the client takes no RDF.
    """
    return graph(_triples(request.base_url), negotiated(request, tuple(GRAPHS)))


def _triples(endpoint: str) -> list[ox.Triple]:
    service, dataset, default = (f"{endpoint}#{name}" for name in ("service", "dataset", "default-graph"))
    pairs = [
        (service, RDF.type, f"{_SD}Service"),
        (service, f"{_SD}endpoint", endpoint),
        (service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"),
        (service, f"{_SD}feature", f"{_SD}UnionDefaultGraph"),
        (service, f"{_SD}defaultDataset", dataset),
        (dataset, RDF.type, f"{_SD}Dataset"),
        (dataset, f"{_SD}defaultGraph", default),
        (default, RDF.type, f"{_SD}Graph"),
        *((service, f"{_SD}resultFormat", _FORMATS + name) for name in _RESULTS),
    ]
    return [ox.Triple(*map(ox.NamedNode, terms)) for terms in pairs]
