"""What the graph says of a thing as RDF: Turtle, JSON-LD, N-Triples, by suffix or by Accept header."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Final

import pyoxigraph as ox
from werkzeug import Request, Response
from werkzeug.exceptions import NotFound

from kg.query.prefixes import PREFIXES
from kg.serve.exchange import HTML, content, negotiated
from kg.serve.site import Site
from kg.serve.triples import PARTS
from kg.vocab.terms import GRAPH, ID

SUFFIXES: Final = {
    ".ttl": ("text/turtle", "Turtle"),
    ".jsonld": ("application/ld+json", "JSON-LD"),
    ".nt": ("application/n-triples", "N-Triples"),
}
_WRITERS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
}
OFFERS: Final = (HTML, *_WRITERS)


def wanted(request: Request, name: str) -> tuple[str, str]:
    """Return the name without a suffix of a format, and the media type that is asked for.

    Raises:
        NotAcceptable: If the client takes no format there is.
    """
    for suffix, (media_type, _) in SUFFIXES.items():
        if name.endswith(suffix):
            return name.removesuffix(suffix), media_type
    return name, negotiated(request, OFFERS)


def rdf(quads: Iterable[ox.Quad], media_type: str) -> Response:
    """Answer with triples, sorted.

    Raises:
        NotFound: If there are none.
    """
    triples = sorted({ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads}, key=str)
    if not triples:
        raise NotFound("the graph knows nothing of this; search for it by its name")
    body = ox.serialize(triples, format=_WRITERS[media_type], prefixes=dict(PREFIXES))
    return content(body or b"", media_type)


def graphs(site: Site, letter: str, media_type: str) -> Response:
    """Answer with everything a letter says, evidence included.

    Raises:
        NotFound: If the graph holds no such letter.
    """
    name = letter.removeprefix(f"{ID}letter/")
    named = (ox.NamedNode(f"{GRAPH}{name}/{part}") for part in PARTS)
    found = (site.store.quads_for_pattern(None, None, None, graph) for graph in named)
    return rdf(chain.from_iterable(found), media_type)
