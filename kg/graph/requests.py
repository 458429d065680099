"""What a letter asks for, by when, and the footnotes and annexes it carries."""

from __future__ import annotations

from kg.graph import iris, nquads
from kg.graph.facts import Facts, Ground, Node, ground
from kg.model.record import Basis, Period, Request
from kg.vocab.terms import RDF, SPL


def add_requests(facts: Facts) -> None:
    """Add the numbered requests. What a question presupposes is no claim and yields nothing."""
    for request in facts.record.requests:
        place = facts.names.fresh(facts.letter, "request", str(request.number))
        node = facts.node(SPL.request, place, SPL.Request, Ground(Basis.STATED, request.spans))
        node.say(SPL.number, nquads.integer(request.number))
        node.say(SPL.requestCount, nquads.integer(request.count))
        node.text(SPL.text, request.text)
        for principle in request.principles:
            node.link(SPL.asksAbout, iris.principle(principle))
        for topic in request.topics:
            node.link(SPL.topic, iris.topic(topic))
        _add_subitems(node, request)


def _add_subitems(node: Node, request: Request) -> None:
    for mark, text in request.subitems:
        item = node.facts.names.fresh(node.iri, mark)
        node.link(SPL.subItem, item)
        node.facts.link(item, RDF.type, SPL.SubItem)
        node.facts.add(item, SPL.mark, nquads.string(mark))
        node.facts.add(item, SPL.text, nquads.string(text))


def add_periods(facts: Facts) -> None:
    """Add when the letter becomes public and by when a reply is asked for."""
    record = facts.record
    _add_period(facts, record.publication, SPL.publicationWindow, SPL.PublicationWindow, "publication")
    _add_period(facts, record.response, SPL.responseSlot, SPL.ResponseSlot, "response")


def _add_period(facts: Facts, period: Period, link: str, kind: str, name: str) -> None:
    if period.days is None and period.hours is None:
        return
    place = iris.below(facts.letter, "period", name)
    node = facts.node(link, place, kind, ground(period.days, period.hours))
    for predicate, said in ((SPL.days, period.days), (SPL.hours, period.hours)):
        if said is not None:
            node.say(predicate, nquads.integer(said.value))
    if period.ends is not None:
        why = Ground(Basis.COMPUTED, period.ends.spans)
        facts.state(place, SPL.computedDate, nquads.date(period.ends.value), why)


def add_attachments(facts: Facts) -> None:
    """Add footnotes and annexes."""
    for footnote in facts.record.footnotes:
        place = facts.names.fresh(facts.letter, "footnote", footnote.mark.value)
        node = facts.node(SPL.footnote, place, SPL.Footnote, ground(footnote.text))
        node.text(SPL.mark, footnote.mark.value)
        node.text(SPL.text, footnote.text.value)
        for url in footnote.urls:
            node.text(SPL.url, url.value)
    for annex in facts.record.annexes:
        place = facts.names.fresh(facts.letter, "annex", annex.heading.value)
        node = facts.node(SPL.annex, place, SPL.Annex, ground(annex.heading, annex.title))
        node.text(SPL.heading, annex.heading.value)
        if annex.title is not None:
            node.text(SPL.title, annex.title.value)
