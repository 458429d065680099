"""Entities of an installed spaCy model: mentions with the name of the model, and nothing more."""

from __future__ import annotations

from kg.graph.facts import INFERRED, Facts, Ground
from kg.model.record import Basis
from kg.vocab.terms import SPL


def add_model_mentions(facts: Facts) -> None:
    """Add what a model found. It leads to no company and no person: a model only says how a name looks."""
    for mention in facts.record.model_mentions:
        place = facts.names.fresh(facts.letter, "model-mention", mention.label, mention.text.value)
        why = Ground(Basis.EXTERNAL, mention.text.spans)
        node = facts.node(SPL.modelMention, place, SPL.ModelMention, why, INFERRED)
        node.text(SPL.text, mention.text.value)
        node.text(SPL.modelLabel, mention.label)
        node.text(SPL.modelName, mention.model)
