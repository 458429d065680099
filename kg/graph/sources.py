"""Several texts of one letter as one letter: facts stated alike once, each text with its own words.

What a letter has only once, such as its date, it has from its first text. Where a later text says
otherwise, that stands as a statement with the words of that text, and not as a fact of the letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from kg.graph import iris, nquads
from kg.graph.facts import EVIDENCE
from kg.graph.iris import Iri
from kg.graph.nquads import Line, Quad, Term
from kg.vocab.terms import PROV, RDF, SPL

_Once: TypeAlias = dict[tuple[Term, Term], set[Term]]

ONCE: Final = frozenset(
    map(
        nquads.iri,
        (
            SPL.addressedAs,
            SPL.addresseeCompany,
            SPL.addresseeGovernment,
            SPL.addresseeMandate,
            SPL.addresseeOrganisation,
            SPL.addresseePerson,
            SPL.articleNumber,
            SPL.basis,
            SPL.basisMandate,
            SPL.basisResolution,
            SPL.citationKind,
            SPL.companyRole,
            SPL.computedDate,
            SPL.confirmedByRegister,
            SPL.copiedTo,
            SPL.copiedToCompany,
            SPL.dateOfLetter,
            SPL.days,
            SPL.describedAs,
            SPL.holderText,
            SPL.hours,
            SPL.inferredOfficeCompany,
            SPL.inferredOfficeHolder,
            SPL.language,
            SPL.mark,
            SPL.mentionedCompany,
            SPL.mentionedPerson,
            SPL.number,
            SPL.onCommentary,
            SPL.position,
            SPL.presumedTarget,
            SPL.referenceText,
            SPL.reportOf,
            SPL.reportYear,
            SPL.requestCount,
            SPL.role,
            SPL.signedAs,
            SPL.signedBy,
            SPL.targetCode,
            SPL.text,
            SPL.typeCode,
            SPL.year,
        ),
    )
)
"""What a node of a letter has once, by the shapes."""

_BASIS, _DATE, _LANGUAGE = (nquads.iri(name) for name in (SPL.basis, SPL.dateOfLetter, SPL.language))
_EVIDENCE: Final = nquads.iri(SPL.evidence)
_ATTESTED: Final = nquads.iri(SPL.attestedOn)
_DERIVED: Final = nquads.iri(PROV.wasDerivedFrom)
_SIGNING: Final = frozenset(map(nquads.iri, (SPL.role, SPL.signedAs, SPL.signedBy)))
_SOURCE_TEXT: Final = nquads.iri(SPL.sourceText)
_GROUNDS: Final = frozenset(map(nquads.iri, (SPL.basis, SPL.evidence, PROV.hadPrimarySource)))


def together(texts: Sequence[Iterable[Line]]) -> list[Line]:
    """Return the quads of one letter that was read from several texts, sorted.

    Args:
        texts: The quads of each text, as ``letter_quads`` makes them; the first has precedence.
    """
    lines: set[Line] = set()
    once: _Once = {}
    for text in texts:
        quads = [nquads.quad(line) for line in text]
        against = {one for one in quads if one.object not in once.get(one[:2], {one.object})}
        unsaid = _unsaid(quads, against)
        lines.update(_agreeing(quads, against, {one.subject for one in unsaid}, once))
        lines.update(_said_otherwise(quads, against, unsaid))
        _keep(quads, once)
    return sorted(lines)


def _unsaid(quads: Iterable[Quad], against: Iterable[Quad]) -> list[Quad]:
    """Return what no statement says yet of that which a text says against those before it.

    A direct triple has its statement; how sure a fact is needs none; the language stands with its text.
    """
    stated = {one.subject for one in quads}
    return [
        one
        for one in against
        if one.predicate not in {_BASIS, _LANGUAGE} and nquads.iri(_statement(one)) not in stated
    ]


def _keep(quads: Iterable[Quad], once: _Once) -> None:
    """Remember what this text is the first to say."""
    new: _Once = defaultdict(set)
    for one in quads:
        if one.predicate in ONCE:
            new[one[:2]].add(one.object)
    for key, values in new.items():
        once.setdefault(key, values)


def _agreeing(
    quads: Iterable[Quad], against: Collection[Quad], disputed: Collection[Term], once: _Once
) -> Iterator[Line]:
    """Yield what a text says in accord with those before it.

    Words that say otherwise are no evidence. A tenure is attested on the date the letter has, and by no
    signature the texts do not agree on.
    """
    signing = {one.subject for one in against if one.predicate in _SIGNING}
    unattested = {one.subject for one in quads if one.predicate == _DERIVED and one.object in signing}
    dates = {one.object: min(once[one[:2]]) for one in against if one.predicate == _DATE}
    for one in quads:
        no_evidence = one.predicate == _EVIDENCE and one.subject in disputed
        if one in against or one.subject in unattested or no_evidence:
            continue
        value = dates.get(one.object, one.object) if one.predicate == _ATTESTED else one.object
        yield _line(one.subject, one.predicate, value, one.graph)


def _said_otherwise(
    quads: Collection[Quad], against: Iterable[Quad], unsaid: Iterable[Quad]
) -> Iterator[Line]:
    """Yield a statement for what is not said yet, with the words of its node; and the text's language.

    A letter may be translated: then its language is that of its first text.
    """
    grounds = _grounds(quads)
    for one in unsaid:
        yield from _stated(one, grounds.get(one.subject, ()))
    sources = {one.subject: one.object for one in quads if one.predicate == _SOURCE_TEXT}
    for one in against:
        if one.predicate == _LANGUAGE:
            yield _line(sources[one.subject], _LANGUAGE, one.object, one.graph)


def _grounds(quads: Collection[Quad]) -> dict[Term, list[Quad]]:
    """Return the grounds of each node; one without its own, such as a sub-item, has those of its owner."""
    own: dict[Term, list[Quad]] = defaultdict(list)
    for one in quads:
        if one.predicate in _GROUNDS:
            own[one.subject].append(one)
    owned = {one.object: own[one.subject] for one in quads if one.object not in own and one.subject in own}
    return {**owned, **own}


def _statement(one: Quad) -> Iri:
    return iris.statement(one.subject, one.predicate, one.object, one.graph[1:-1])


def _stated(one: Quad, grounds: Iterable[Quad]) -> Iterator[Line]:
    """Yield the statement that a triple was said; its node's grounds are its own."""
    graph = Iri(f"{one.graph[1:-1].rpartition('/')[0]}/{EVIDENCE}")
    node = _statement(one)
    yield nquads.line(node, RDF.type, nquads.iri(SPL.Statement), graph)
    for role, term in ((RDF.subject, one.subject), (RDF.predicate, one.predicate), (RDF.object, one.object)):
        yield nquads.line(node, role, term, graph)
    for ground in grounds:
        yield nquads.line(node, ground.predicate[1:-1], ground.object, graph)


def _line(subject: Term, predicate: Term, value: Term, graph: Term) -> Line:
    return Line(f"{subject} {predicate} {value} {graph} .")
