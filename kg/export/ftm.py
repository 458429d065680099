"""FollowTheMoney: companies, people, public bodies and letters for Aleph, OpenAleph and OpenSanctions tools.

Only what cannot be read as an accusation is written. Allegations, their subjects and everything they lead to
stay out, and so do the people a letter is about: tools of this kind match names against lists of suspects.
Schemata: followthemoney.tech, version 4.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from kg.export.columns import ALLEGED, BETWEEN_QUOTES
from kg.model.network import Edge, EntityGraph, Node

Entity: TypeAlias = dict[str, object]

LETTER = "Document"
SCHEMATA: Mapping[str, str] = MappingProxyType(
    {
        "Communication": LETTER,
        "Reply": LETTER,
        "OtherText": LETTER,
        "Report": LETTER,
        "Document": LETTER,
        "Company": "Company",
        "Organisation": "Organization",
        "Government": "PublicBody",
        "Addressee": "Person",
        "MandateHolder": "Person",
    }
)
"""The schema of each kind that is exported."""

_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa"}
_NOTE = (
    "Being named in a letter says nothing about responsibility. "
    "What letters report is alleged, not established, and is left out here."
)


def to_ftm(graph: EntityGraph) -> bytes:
    """Return ``graph`` as JSON lines, one entity a line, sorted by id."""
    entities = {str(entity["id"]): entity for entity in _entities(graph)}
    lines = [json.dumps(entities[key], ensure_ascii=False, sort_keys=True) for key in sorted(entities)]
    return "".join(line + "\n" for line in lines).encode("utf-8", errors="replace")


def _entities(graph: EntityGraph) -> Iterator[Entity]:
    nodes = {node.id: node for node in graph.nodes if node.kind in SCHEMATA}
    yield from (_thing(node) for node in nodes.values())
    for edge in graph.edges:
        if edge.certainty != ALLEGED and edge.source in nodes and edge.target in nodes:
            yield from _links(edge, nodes[edge.source], nodes[edge.target])


def _thing(node: Node) -> Entity:
    attributes = dict(node.attributes)
    schema = SCHEMATA[node.kind]
    if schema != LETTER:
        return _entity(node.id, schema, name=node.label, notes=_NOTE)
    date, language = str(attributes.get("date", "")), str(attributes.get("language", ""))
    return _entity(
        node.id,
        schema,
        fileName=node.label,
        title=node.label,
        date=date,
        language=_LANGUAGES.get(language, ""),
        notes=_NOTE,
    )


def _links(edge: Edge, source: Node, target: Node) -> Iterator[Entity]:
    """Yield a link between a letter and a party with a mention of its name, or one between two parties."""
    ends = {SCHEMATA[source.kind], SCHEMATA[target.kind]}
    words = BETWEEN_QUOTES.join(quote.exact for quote in edge.quotes)
    common = {
        "role": edge.label,
        "date": edge.date,
        "recordId": edge.id,
        "summary": words,
        "status": edge.certainty,
    }
    if LETTER not in ends:
        yield _entity(edge.id, "UnknownLink", subject=_id(source.id), object=_id(target.id), **common)
    elif len(ends) > 1:
        letter, party = (source, target) if SCHEMATA[source.kind] == LETTER else (target, source)
        yield _entity(edge.id, "Documentation", document=_id(letter.id), entity=_id(party.id), **common)
        yield _entity(
            f"{letter.id} names {party.id}",
            "Mention",
            document=_id(letter.id),
            name=party.label,
            resolved=_id(party.id),
            detectedSchema=SCHEMATA[party.kind],
        )


def _entity(key: str, schema: str, **values: str) -> Entity:
    properties = {name: [value] for name, value in values.items() if value}
    return {"id": _id(key), "schema": schema, "properties": properties}


def _id(key: str) -> str:
    """Return an id of the letters and digits FollowTheMoney allows, the same wherever it is made."""
    return f"spl-{hashlib.sha1(key.encode('utf-8', errors='replace'), usedforsecurity=False).hexdigest()}"
