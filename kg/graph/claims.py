"""What a letter reports: allegations, each with its hedges, and the remarks around them. Never a fact."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import iris, nquads
from kg.graph.addressing import company_addressed
from kg.graph.facts import CLAIMS, Facts, Ground, Node
from kg.model.record import Basis, Claim, Involvement, Said, Statement
from kg.model.text import Span
from kg.vocab.terms import RDF, RDFS, SPL, notations, vocabulary


def add_claims(facts: Facts) -> None:
    """Add every reported allegation, and what the letter says of the addressee's involvement."""
    involvement = facts.record.involvement
    spoken = False
    for claim in facts.record.claims:
        node = _add_claim(facts, claim)
        if claim.involvement:
            speaks = involvement is not None and _overlap(claim.spans, involvement.statement)
            _add_involvement(facts, node, involvement if speaks else None)
            spoken = spoken or speaks
    if involvement is not None and not spoken:
        _add_involved_claim(facts, involvement)


def _add_claim(facts: Facts, claim: Claim) -> Node:
    node = _claim_node(facts, claim.text, claim.spans)
    for kind in claim.types:
        node.link(SPL.claimType, iris.issue(kind))
    for hedge in claim.hedges:
        _add_hedge(node, SPL.hedge, hedge)
    if claim.scope is not None:
        _add_hedge(node, SPL.scopeHedge, claim.scope)
    for predicate, said in ((SPL.allegedVictimText, claim.victims), (SPL.allegedActorText, claim.actor)):
        if said is not None:
            _add_words(node, predicate, said, claim.spans)
    for place, iso3 in claim.places:
        _add_words(node, SPL.placeText, place, claim.spans)
        country = iris.country(iso3, facts.register)
        if country is not None:
            node.link(SPL.placeState, country)
    return node


def _claim_node(facts: Facts, text: str, spans: tuple[Span, ...]) -> Node:
    place = iris.below(facts.letter, "claim", iris.words_hash(text))
    node = facts.node(SPL.claim, place, SPL.Allegation, Ground(Basis.STATED, spans), CLAIMS)
    node.say(RDFS.label, nquads.string(vocabulary()["Allegation"].text("spl:labelPrefix") + text))
    node.say(SPL.assertedAsFact, nquads.boolean(False))  # noqa: FBT003 - the value that is written
    return node


def _add_hedge(node: Node, link: str, hedge: Said[str]) -> None:
    """Link a claim to its hedge: the hedge is the stretch of text itself, with its words in normal form."""
    facts = node.facts
    first, rest = hedge.spans[:1], hedge.spans[1:]
    place = facts.span(*first[0]) if first else iris.below(node.iri, "hedge", hedge.value)
    node.link(link, place)
    facts.add(place, SPL.hedgeText, nquads.string(hedge.value), CLAIMS)
    facts.quote(node.iri, SPL.contextEvidence, rest)


def _add_words(node: Node, predicate: str, said: Said[str], spans: Iterable[Span]) -> None:
    """Add words of a claim; their own places only when they stand outside its sentence."""
    node.text(predicate, said.value)
    node.facts.quote(node.iri, SPL.contextEvidence, _outside(said.spans, spans))


def _add_involvement(facts: Facts, node: Node, involvement: Involvement | None) -> None:
    node.link(RDF.type, SPL.InvolvementAllegation)
    company = company_addressed(facts)
    if company is not None:
        node.link(SPL.aboutCompany, company.iri)
    if involvement is not None:
        for channel in involvement.channels:
            node.link(SPL.involvementChannel, SPL[f"channel-{channel.value}"])
            facts.quote(node.iri, SPL.contextEvidence, _outside(channel.spans, involvement.statement))


def _add_involved_claim(facts: Facts, involvement: Involvement) -> None:
    """Add a claim for a statement of involvement that no claim of the record holds.

    The sentence it stands in hedges it: the experts are concerned that it may be so. Without such words it
    could not be told from a fact, and stays in the record alone.
    """
    remark = next((r for r in facts.record.statements if _overlap(r.spans, involvement.statement)), None)
    if involvement.modality is None and remark is None:
        return
    node = _claim_node(facts, facts.quoted(involvement.statement), involvement.statement)
    if involvement.modality is not None:
        _add_hedge(node, SPL.hedge, involvement.modality)
    elif remark is not None:
        _add_hedge(node, SPL.scopeHedge, Said(remark.text, remark.spans))
    _add_involvement(facts, node, involvement)


def add_remarks(facts: Facts) -> None:
    """Add concerns, attributed positions, disclaimers and words on reliability."""
    for remark in facts.record.statements:
        _add_remark(facts, remark)


def _add_remark(facts: Facts, remark: Statement) -> None:
    place = iris.below(facts.letter, "remark", iris.words_hash(remark.text))
    kind = SPL[notations("Remark")[remark.kind]]
    node = facts.node(SPL.remark, place, kind, Ground(Basis.STATED, remark.spans), CLAIMS)
    node.text(SPL.text, remark.text)
    node.text(SPL.holderText, remark.holder)


def _outside(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    around = list(others)
    return [span for span in spans if not any(a.start <= span.start and span.end <= a.end for a in around)]


def _overlap(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in spans for b in others)
