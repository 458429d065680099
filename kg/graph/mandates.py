"""Under which mandates a letter is sent, by which resolutions, and who signed for them."""

from __future__ import annotations

from collections import Counter

from kg.graph import iris, nquads
from kg.graph.facts import INFERRED, Facts, ground
from kg.graph.iris import Iri
from kg.model.identity import HOLDER
from kg.model.record import Basis, MandateUse, ResolutionUse, Signatory
from kg.model.text import Span
from kg.vocab.register import Register
from kg.vocab.terms import ORG, PROV, RDF, SPL


def add_mandates(facts: Facts) -> None:
    """Add each mandate of the letter: those a communication is sent under, those a reply is addressed to.

    Where a resolution can be paired with a mandate, the basis explains it; else a statement does.
    """
    if facts.record.kind == "communication":
        _add_senders(facts)
    elif facts.record.kind == "reply":
        _add_addressed(facts)


def _add_addressed(facts: Facts) -> None:
    for use in facts.record.mandates:
        place = facts.names.fresh(facts.letter, "addressing", use.id.value)
        node = facts.node(SPL.addressing, place, SPL.Addressing, ground(use.id, spans=_places(use)))
        node.link(SPL.addresseeMandate, iris.mandate(use.id.value))


def _add_senders(facts: Facts) -> None:
    paired = {use.mandate.value for use in facts.record.resolutions if use.mandate is not None}
    for use in facts.record.mandates:
        mandate = nquads.iri(iris.mandate(use.id.value))
        if use.id.value in paired:
            facts.add(facts.letter, SPL.sentUnderMandate, mandate)
        else:
            facts.state(facts.letter, SPL.sentUnderMandate, mandate, ground(use.id, spans=_places(use)))


def _places(use: MandateUse) -> tuple[Span, ...]:
    return (*use.heading, *use.capacity)


def resolution(facts: Facts, body: str, number: str) -> Iri:
    """Return the IRI of a resolution, described in the letter when the register does not know it."""
    entry = facts.register.resolution(body, number)
    if entry is not None:
        return iris.resolution(entry.symbol)
    symbol = iris.resolution_symbol(body, number)
    iri = iris.resolution(symbol)
    facts.describe(iri, SPL.Resolution, symbol)
    for predicate, value in ((SPL.symbol, symbol), (SPL.number, number), (SPL.body, body)):
        facts.add(iri, predicate, nquads.string(value))
    return iri


def add_bases(facts: Facts) -> None:
    """Add the resolutions the letter is sent by, each with its mandate where one can be paired with it."""
    for use in facts.record.resolutions:
        target = resolution(facts, use.body, use.number.value)
        if use.mandate is None:
            facts.state(facts.letter, SPL.pursuantTo, nquads.iri(target), ground(use.number))
        else:
            facts.link(facts.letter, SPL.pursuantTo, target)
            _add_basis(facts, use, target)


def _add_basis(facts: Facts, use: ResolutionUse, target: Iri) -> None:
    if use.mandate is None:
        return
    place = facts.names.fresh(facts.letter, "basis", use.mandate.value, target.rsplit("/", 1)[1])
    why = ground(use.number, use.mandate, spans=_named(facts, use.mandate.value))
    node = facts.node(SPL.mandateBasis, place, SPL.MandateBasis, why)
    node.link(SPL.basisMandate, iris.mandate(use.mandate.value))
    node.link(SPL.basisResolution, target)
    if use.position:
        node.say(SPL.position, nquads.integer(use.position))
    if use.confirmed is not None:
        node.say(SPL.confirmedByRegister, nquads.boolean(use.confirmed))


def _named(facts: Facts, mandate_id: str) -> tuple[Span, ...]:
    """Return the places that name a mandate in the heading and in the capacity sentence."""
    return next((_places(use) for use in facts.record.mandates if use.id.value == mandate_id), ())


def add_signatures(facts: Facts) -> None:
    """Add who signed, in which role, for which mandate, and the tenure each signature attests."""
    names = Counter(signatory.name.value for signatory in facts.record.signatories)
    for signatory in facts.record.signatories:
        _add_signature(facts, signatory, alone=names[signatory.name.value] == 1)


def _add_signature(facts: Facts, signatory: Signatory, *, alone: bool) -> None:
    person = facts.name_protected(HOLDER, signatory.name)
    mandate = "" if signatory.mandate is None else signatory.mandate.value
    key = person.label if alone else f"{person.label} {mandate}"
    place = facts.names.fresh(facts.letter, "signature", key)
    why = ground(signatory.name, signatory.role, signatory.mandate)
    node = facts.node(SPL.signature, place, SPL.Signature, why)
    node.link(SPL.signedBy, person.iri)
    node.text(SPL.roleAsWritten, signatory.role_text or signatory.role.value)
    if signatory.role.value:
        node.link(SPL.role, _role(facts, signatory.role.value))
    if mandate:
        node.link(SPL.signedAs, iris.mandate(mandate))
        _add_tenure(facts, place, person.iri, signatory)


def _role(facts: Facts, name: str) -> Iri:
    iri = iris.role(name)
    if all(held.role != name for held in facts.register.holders):
        facts.describe(iri, SPL.Role, name)
    return iri


def _add_tenure(facts: Facts, signature: Iri, person: Iri, signatory: Signatory) -> None:
    """Add that the tenure is attested on the date of the letter: a signature proves no more than that."""
    date = facts.record.date
    if date is None or signatory.mandate is None or not signatory.role.value:
        return
    mandate, role = signatory.mandate.value, signatory.role.value
    tenure = iris.tenure(mandate, person, role)
    if not _known(facts.register, mandate, person, role):
        facts.link(tenure, RDF.type, SPL.Tenure, INFERRED)
        facts.link(tenure, ORG.member, person, INFERRED)
        facts.link(tenure, ORG.organization, iris.mandate(mandate), INFERRED)
        facts.link(tenure, ORG.role, iris.role(role), INFERRED)
    facts.add(tenure, SPL.attestedOn, nquads.date(date.value), INFERRED)
    facts.link(tenure, SPL.basis, SPL[f"basis-{Basis.COMPUTED}"], INFERRED)
    facts.link(tenure, PROV.wasDerivedFrom, signature, INFERRED)


def _known(register: Register, mandate: str, person: Iri, role: str) -> bool:
    """Return whether the register describes this tenure."""
    return any(
        (held.mandate, held.role) == (mandate, role) and iris.person(held.name) == person
        for held in register.holders
    )
