"""The prefixes that shorten IRIs wherever people read them: queries, Turtle, TriG, JSON-LD."""

from __future__ import annotations

from types import MappingProxyType

from kg.vocab.terms import CITO, DCTERMS, GEO_AREA, GRAPH, ID, OA, ORG, OWL, PROV, RDF, RDFS, SKOS, SPL, XSD

FOLDERS = (
    "letter",
    "mandate",
    "person",
    "company",
    "organisation",
    "government",
    "resolution",
    "ungp",
    "instrument",
    "general-comment",
    "document",
    "symbol",
    "issue",
    "topic",
    "role",
    "tenure",
    "office",
    "text",
    "stmt",
)
"""The folders of data IRIs, one prefix each, in the order in which people want to read them."""

PREFIXES = MappingProxyType(
    {
        "spl": SPL.base,
        "rdf": RDF.base,
        "rdfs": RDFS.base,
        "owl": OWL.base,
        "xsd": XSD.base,
        "skos": SKOS.base,
        "org": ORG.base,
        "prov": PROV.base,
        "oa": OA.base,
        "cito": CITO.base,
        "dcterms": DCTERMS.base,
        "m49": GEO_AREA,
        "graph": GRAPH,
        **{name: f"{ID}{name}/" for name in FOLDERS},
        "id": ID,
    }
)
