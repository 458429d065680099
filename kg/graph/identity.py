"""What a letter is: its type, reference, date and language, and the text it was read from."""

from __future__ import annotations

from kg.graph import iris, nquads
from kg.graph.facts import PROVENANCE, Facts, ground
from kg.model.text import Span
from kg.vocab.terms import RDF, SPL, notations

_CLASSES = {"communication": "Communication", "reply": "Reply"}
_ABOUT = {"reply": "repliesTo"}


def add_identity(facts: Facts) -> None:
    """Add type, label, reference and date of the letter."""
    record = facts.record
    reference = record.reference
    label = reference.text.value if reference and record.kind == "communication" else record.source.name
    facts.describe(facts.letter, SPL[_CLASSES.get(record.kind, "OtherText")], label)
    if record.date is not None:
        facts.state(facts.letter, SPL.dateOfLetter, nquads.date(record.date.value), ground(record.date))
    if record.kind == "communication":
        _add_reference(facts)
    else:
        _add_answered(facts)


def _add_reference(facts: Facts) -> None:
    reference = facts.record.reference
    if reference is None:
        return
    specific = notations("Communication").get(reference.type)
    if specific is not None:
        facts.link(facts.letter, RDF.type, SPL[specific])
    iri = iris.below(facts.letter, "reference")
    node = facts.node(SPL.reference, iri, SPL.CommunicationReference, ground(reference.text))
    node.text(SPL.referenceText, reference.text.value)
    node.text(SPL.typeCode, reference.type)
    node.text(SPL.targetCode, reference.target)
    node.say(SPL.number, nquads.integer(reference.number))
    node.say(SPL.year, nquads.integer(reference.year))


def _add_answered(facts: Facts) -> None:
    """Link a reply to each letter it answers, whether the graph holds that letter or not."""
    link = SPL[_ABOUT.get(facts.record.kind, "concernsLetter")]
    for parts in facts.record.answers:
        answered = iris.letter(iris.reference_name(parts.type, parts.target, parts.number, parts.year))
        facts.state(facts.letter, link, nquads.iri(answered), ground(parts.text))


def add_provenance(facts: Facts) -> None:
    """Add the language of the letter, its source text and the problems found in it."""
    source = facts.record.source
    facts.link(facts.letter, SPL.sourceText, facts.source, PROVENANCE)
    if facts.record.language:
        facts.add(facts.letter, SPL.language, nquads.string(facts.record.language), PROVENANCE)
    facts.describe(facts.source, SPL.SourceText, source.name, PROVENANCE)
    for predicate, value in (
        (SPL.sha256, source.sha256),
        (SPL.mediaType, source.media_type),
        (SPL.encoding, source.encoding),
    ):
        if value:
            facts.add(facts.source, predicate, nquads.string(value), PROVENANCE)
    facts.add(facts.source, SPL.length, nquads.integer(source.length), PROVENANCE)
    _add_problems(facts)


def _add_problems(facts: Facts) -> None:
    for problem in facts.record.problems:
        place = "" if problem.start is None else str(problem.start)
        node = facts.names.fresh(facts.source, "problem", f"{problem.code} {place}")
        facts.link(facts.source, SPL.problem, node, PROVENANCE)
        facts.link(node, RDF.type, SPL.Problem, PROVENANCE)
        facts.add(node, SPL.code, nquads.string(problem.code), PROVENANCE)
        facts.add(node, SPL.message, nquads.string(problem.message), PROVENANCE)
        if problem.start is not None and problem.end is not None and problem.start < problem.end:
            facts.quote(node, SPL.evidence, [Span(problem.start, problem.end)])
