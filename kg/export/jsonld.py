"""JSON-LD for web developers: one object per thing, with the project's own context inside.

Source: JSON-LD 1.1. The context is ``ontology/context.jsonld``; it is written into the file, so that nobody
has to fetch it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from kg.model.quads import quad
from kg.resources import folder
from kg.vocab.prefixes import PREFIXES
from kg.vocab.terms import ID, RDF, SPL, XSD, vocabulary

Value: TypeAlias = "str | int | bool | dict[str, str]"

_LITERAL = re.compile(r'(".*")(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_SHORT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./()-]*")
_NAMED = {"label": "rdfs:label", "comment": "rdfs:comment", "prefLabel": "skos:prefLabel"}


def jsonld(lines: Iterable[str]) -> bytes:
    """Return the union of the quads as JSON-LD; named graphs are dropped.

    Args:
        lines: Canonical N-Quads lines.
    """
    things: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in lines:
        subject, predicate, value, _ = quad(line)
        things[subject][predicate].add(value)
    objects = [_thing(subject, things[subject]) for subject in sorted(things)]
    document = {"@context": read_context(), "@graph": objects}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


@cache
def read_context() -> dict[str, object]:
    """Return the context of ``ontology/context.jsonld``."""
    text = (folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    context: dict[str, object] = json.loads(text)["@context"]
    return context


def make_context() -> dict[str, object]:
    """Return the context that the vocabulary asks for; ``ontology/context.jsonld`` holds it."""
    terms: dict[str, object] = {"@version": 1.1, "@base": ID, "@vocab": SPL.base, **_prefixes(), **_NAMED}
    for name, entry in sorted(vocabulary().items()):
        if "owl:ObjectProperty" in entry.types():
            terms[name] = {"@id": f"spl:{name}", "@type": "@id"}
    return terms


@cache
def _prefixes() -> dict[str, str]:
    """Return the prefixes of other namespaces, without those that are names of ours."""
    return {name: start for name, start in PREFIXES.items() if not start.startswith(ID) and name not in SPL}


def _thing(subject: str, properties: Mapping[str, set[str]]) -> dict[str, object]:
    found: dict[str, object] = {"@id": _short(subject[1:-1])}
    for predicate in sorted(properties):
        iri = predicate[1:-1]
        name = "@type" if iri == RDF.type else _property(iri)
        values = [_value(term, name) for term in sorted(properties[predicate])]
        found[name] = values[0] if len(values) == 1 else values
    return found


@cache
def _property(iri: str) -> str:
    local = SPL.local(iri)
    if local is not None:
        return local
    short = _short(iri)
    return next((name for name, meant in _NAMED.items() if meant == short), short)


def _value(term: str, name: str) -> Value:
    if term.startswith("<"):
        iri = term[1:-1]
        if name == "@type":
            return SPL.local(iri) or _short(iri)
        return _short(iri) if _coerced(name) else {"@id": _short(iri)}
    return _literal(term)


@cache
def _coerced(name: str) -> bool:
    return isinstance(read_context().get(name), dict)


def _literal(term: str) -> Value:
    parts = _LITERAL.fullmatch(term)
    if parts is None:
        raise ValueError(f"not a literal of canonical N-Quads: {term}")
    text = _unescaped(parts[1])
    if parts[2]:
        return {"@value": text, "@language": parts[2]}
    if parts[3] == XSD.integer:
        return int(text)
    if parts[3] == XSD.boolean:
        return text == "true"
    return {"@value": text, "@type": _short(parts[3])} if parts[3] else text


def _unescaped(quoted: str) -> str:
    """Return the characters of a quoted N-Quads string; its escapes are those of JSON."""
    text: str = json.loads(quoted)
    return text


def _short(iri: str) -> str:
    """Return an IRI relative to the base of all data, or behind a prefix, or whole."""
    if iri.startswith(ID) and _SHORT.fullmatch(iri, len(ID)):
        return iri[len(ID) :]
    for name, start in _prefixes().items():
        if iri.startswith(start) and _SHORT.fullmatch(iri, len(start)):
            return f"{name}:{iri[len(start) :]}"
    return iri
