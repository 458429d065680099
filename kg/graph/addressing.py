"""Whom a letter speaks to and of: addressees, copies, companies and persons it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph import iris, nquads
from kg.graph.facts import INFERRED, Facts, Ground, Node, ground
from kg.graph.iris import Iri
from kg.graph.who import Named
from kg.model.identity import ADDRESSEE, COMPANY, CONCERNED, HOLDER, ORGANISATION
from kg.model.record import Addressee, Addressing, Basis, Said
from kg.vocab.register import Office
from kg.vocab.terms import PROV, RDF, SPL, notations


@dataclass(frozen=True, slots=True)
class _Target:
    """The organisation or Government a letter is addressed to, and the link that leads to it."""

    link: str
    iri: Iri
    said: Said[str]


def add_addressing(facts: Facts) -> None:
    """Add whom the letter is addressed to: one node per person, or one when it names nobody."""
    addressing = facts.record.addressing
    targets = list(_targets(facts, addressing))
    for person in addressing.persons:
        _add_person(facts, addressing, person, targets)
    if targets and not addressing.persons:
        why = ground(*(target.said for target in targets))
        _add_node(
            facts, iris.below(facts.letter, "addressing", targets[0].iri.rsplit("/", 1)[1]), why, targets
        )


def company_addressed(facts: Facts) -> Named | None:
    """Return the company the letter is addressed to, or None."""
    addressing = facts.record.addressing
    if addressing.kind != "company" or addressing.organisation is None:
        return None
    return facts.who(COMPANY, addressing.organisation)


def _targets(facts: Facts, addressing: Addressing) -> Iterator[_Target]:
    organisation = addressing.organisation
    if organisation is not None and addressing.kind == "company":
        yield _Target(SPL.addresseeCompany, facts.name_protected(COMPANY, organisation).iri, organisation)
    elif organisation is not None:
        iri = facts.name_protected(ORGANISATION, organisation).iri
        yield _Target(SPL.addresseeOrganisation, iri, organisation)
    if addressing.state is not None and addressing.kind == "government":
        state = addressing.state
        yield _Target(SPL.addresseeGovernment, iris.government(state.value), state)


def _add_node(facts: Facts, iri: Iri, why: Ground, targets: list[_Target]) -> Node:
    node = facts.node(SPL.addressing, iri, SPL.Addressing, why)
    for target in targets:
        node.link(target.link, target.iri)
    return node


def _add_person(facts: Facts, addressing: Addressing, person: Addressee, targets: list[_Target]) -> None:
    part = HOLDER if addressing.kind == "rapporteur" else ADDRESSEE
    named = facts.name_protected(part, person.name)
    why = ground(person.name, person.honorific, person.office, *(target.said for target in targets))
    node = _add_node(facts, facts.names.fresh(facts.letter, "addressing", named.label), why, targets)
    node.link(SPL.addresseePerson, named.iri)
    position = notations("AddressedPosition").get(addressing.kind)
    if position is not None:
        node.link(SPL.addressedAs, SPL[position])
    if person.honorific is not None:
        node.text(SPL.honorific, person.honorific.value)
    if person.office is not None:
        node.text(SPL.officeAsWritten, person.office.value)
    company = company_addressed(facts)
    if company is not None:
        for office in _offices(facts, named, company):
            _add_office(facts, node, (named.iri, company.iri), office)


def _offices(facts: Facts, person: Named, company: Named) -> Iterator[Office]:
    """Yield the curated offices of this person at this company; a name alone identifies nobody."""
    for office in facts.register.offices:
        if _bears(person, office.person) and _bears(company, office.company):
            yield office


def _bears(named: Named, name: str) -> bool:
    return iris.slug(name) in map(iris.slug, named.names)


def _add_office(facts: Facts, addressed: Node, of: tuple[Iri, Iri], office: Office) -> None:
    person, company = of
    node = Node(facts, facts.names.fresh(addressed.iri, "office", office.date), INFERRED)
    node.link(RDF.type, SPL.OfficeInference)
    node.link(SPL.aboutAddressing, addressed.iri)
    node.link(SPL.inferredOfficeHolder, person)
    node.link(SPL.inferredOfficeCompany, company)
    node.text(SPL.officeTitle, office.office)
    node.text(SPL.asOf, office.date)
    node.text(SPL.editorialNote, office.note)
    node.link(SPL.basis, SPL[f"basis-{Basis.EXTERNAL}"])
    for source in office.source.split():
        node.say(PROV.hadPrimarySource, nquads.address(source))


def add_recipients(facts: Facts) -> None:
    """Add the Governments and companies a similar letter went to, and the words that name no recipient."""
    for state in facts.record.states_copied:
        government = iris.government(state.value)
        node = facts.node(SPL.copy, iris.below(facts.letter, "copy", state.value), SPL.Copy, ground(state))
        node.link(SPL.copiedTo, government)
        facts.link(facts.letter, SPL.similarLetterSentTo, government, node.part)
    for company in facts.record.companies_copied:
        iri = facts.name_protected(COMPANY, company).iri
        place = iris.below(facts.letter, "copy", company.value)
        facts.node(SPL.copy, place, SPL.Copy, ground(company)).link(SPL.copiedToCompany, iri)
    for unnamed in facts.record.unnamed_recipients:
        place = iris.below(facts.letter, "unnamed-recipients", iris.words_hash(unnamed.value))
        node = facts.node(SPL.unnamedRecipients, place, SPL.UnnamedRecipients, ground(unnamed))
        node.text(SPL.text, unnamed.value)


def add_mentions(facts: Facts) -> None:
    """Add the companies and the persons concerned that the letter names."""
    for company in facts.record.companies:
        iri = facts.name_protected(COMPANY, company.name).iri
        place = facts.names.fresh(facts.letter, "company", company.name.value, company.role.value)
        node = facts.node(SPL.companyMention, place, SPL.CompanyMention, ground(company.name, company.role))
        node.link(SPL.mentionedCompany, iri)
        node.link(SPL.companyRole, SPL[f"company-role-{company.role.value}"])
    for person in facts.record.persons_concerned:
        iri = facts.name_protected(CONCERNED, person).iri
        place = facts.names.fresh(facts.letter, "person-mention", person.value)
        facts.node(SPL.personMention, place, SPL.PersonMention, ground(person)).link(SPL.mentionedPerson, iri)
