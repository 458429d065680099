"""A letter record as quads."""

from __future__ import annotations

from kg.graph.addressing import add_addressing, add_mentions, add_recipients
from kg.graph.citations import add_citations
from kg.graph.claims import add_claims, add_remarks
from kg.graph.facts import Facts
from kg.graph.identity import add_identity, add_provenance
from kg.graph.mandates import add_bases, add_mandates, add_signatures
from kg.graph.model_mentions import add_model_mentions
from kg.graph.nquads import Line
from kg.graph.requests import add_attachments, add_periods, add_requests
from kg.graph.who import Who
from kg.model.record import Record
from kg.vocab.register import Register

_STEPS = (
    add_identity,
    add_provenance,
    add_addressing,
    add_recipients,
    add_mentions,
    add_mandates,
    add_bases,
    add_signatures,
    add_citations,
    add_claims,
    add_remarks,
    add_requests,
    add_periods,
    add_attachments,
    add_model_mentions,
)


def letter_quads(record: Record, text: str, register: Register, who: Who | None = None) -> list[Line]:
    """Return the quads of one letter as sorted, canonical N-Quads lines, evidence included.

    Args:
        record: What the letter says; its spans count code points of ``text``.
        text: The canonical text of its source.
        register: The authority data its ids come from.
        who: Says whom names stand for; without it each name stands for itself.

    Returns:
        Lines of the graphs ``graph/{letter}/doc``, ``claims``, ``inferred``, ``evidence`` and ``prov``.

    Raises:
        OntologyError: If the record uses a kind, role or channel the vocabulary does not define.
    """
    facts = Facts(record, text, register, who or Who(register))
    for step in _STEPS:
        step(facts)
    return facts.lines()
