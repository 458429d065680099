"""The prefixes every question may use without declaring them, and the short form of an IRI."""

from __future__ import annotations

from types import MappingProxyType

from kg.vocab.terms import GEO_AREA, GRAPH, ID, ORG, PROV, RDF, RDFS, SKOS, SPL, XSD

_FOLDERS = (
    "company", "document", "government", "instrument", "issue", "letter", "mandate", "organisation", "person",
    "resolution", "role", "symbol", "topic", "ungp",
)  # fmt: skip

PREFIXES = MappingProxyType(
    {
        "spl": SPL.base,
        "rdf": RDF.base,
        "rdfs": RDFS.base,
        "xsd": XSD.base,
        "skos": SKOS.base,
        "org": ORG.base,
        "prov": PROV.base,
        "m49": GEO_AREA,
        "graph": GRAPH,
        **{name: f"{ID}{name}/" for name in _FOLDERS},
        "id": ID,
    }
)


def short(iri: str) -> str:
    """Return an IRI in the form ``prefix:name``, or unchanged when no prefix of ours fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and len(iri) > len(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri
