"""The prefixes every question may use without declaring them, and the short form of an IRI."""

from __future__ import annotations

from kg.vocab.prefixes import PREFIXES

__all__ = ["PREFIXES", "short"]


def short(iri: str) -> str:
    """Return an IRI in the form ``prefix:name``, or unchanged when no prefix of ours fits."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and len(iri) > len(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri
