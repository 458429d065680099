"""Why two names are one thing in the graph: identity links, each with its rule, reason and words.

They belong to no single letter; their graphs are ``graph/identities/inferred`` and ``…/evidence``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from kg.graph import iris, nquads
from kg.graph.iris import Iri
from kg.graph.nquads import Line
from kg.graph.who import Who
from kg.model.identity import REGISTER, Answer, Appearance, Identities, Naming, Verdict, names_of
from kg.model.record import Basis, Record
from kg.vocab.terms import PROV, RDF, RDFS, SPL

_FACTS: Final = iris.graph("identities", "inferred")
_EVIDENCE: Final = iris.graph("identities", "evidence")
_DECISIONS: Final = Iri(f"{iris.register_graph('decisions')}")
_SHOWN: Final = 5


class _Place(NamedTuple):
    """Where a name stands: the text, and the stretch of it when there is one."""

    text: Iri
    span: Iri | None


def identity_quads(identities: Identities, who: Who, records: Iterable[Record]) -> list[Line]:
    """Return the identity links of all names that are one thing, as sorted N-Quads lines.

    Args:
        identities: Who is who in the records.
        who: Gives the IRIs of what the names stand for.
        records: The letters, all sources of each.
    """
    places = _places(records)
    same = (verdict for verdict in identities.verdicts if verdict.answer is Answer.SAME)
    return sorted({line for verdict in same for line in _link(verdict, identities, who, places)})


def _places(records: Iterable[Record]) -> Mapping[Appearance, Sequence[_Place]]:
    """Return where each name first stands in each source of its letter."""
    found: dict[Appearance, dict[Iri, _Place]] = defaultdict(dict)
    for record in records:
        text = iris.text(record.source.sha256)
        for appearance, said in names_of(record):
            span = iris.span(text, *said.spans[0]) if said.spans else None
            if text not in found[appearance] or found[appearance][text].span is None:
                found[appearance][text] = _Place(text, span)
    return {appearance: sorted(places.values()) for appearance, places in found.items()}


def _link(
    verdict: Verdict, identities: Identities, who: Who, places: Mapping[Appearance, Sequence[_Place]]
) -> Iterator[Line]:
    namings = [verdict.left, *([verdict.right] if verdict.right is not None else [])]
    present = [one for naming in namings for one in _appearances(naming)]
    entity = next(filter(None, map(identities.entity, present)), None)
    if entity is None:
        return
    thing = who.bearing(entity)
    key = "|".join((thing, *chain(*((one.part, one.name) for one in namings)), verdict.rule, verdict.reason))
    node = iris.identity(key)
    yield nquads.line(node, RDF.type, nquads.iri(SPL.IdentityLink), _FACTS)
    yield nquads.line(node, RDFS.label, nquads.string(_label(verdict, namings)), _FACTS)
    yield nquads.line(node, SPL.identityLink, nquads.iri(thing), _FACTS)
    yield nquads.line(node, SPL.basis, nquads.iri(SPL[f"basis-{verdict.basis}"]), _FACTS)
    yield nquads.line(node, SPL.score, nquads.integer(verdict.score), _FACTS)
    for predicate, text in ((SPL.rule, verdict.rule), (SPL.reason, verdict.reason)):
        yield nquads.line(node, predicate, nquads.string(text), _FACTS)
    for naming in namings:
        yield nquads.line(node, SPL.linkedName, nquads.string(naming.name), _FACTS)
    yield from _ground(node, verdict.basis, [place for one in present for place in places.get(one, ())])


def _appearances(naming: Naming) -> Iterator[Appearance]:
    """Yield the appearances of a name in letters; the register is no letter."""
    for letter in naming.letters:
        if letter != REGISTER:
            yield Appearance(naming.part, naming.name, letter)


def _ground(node: Iri, basis: Basis, places: Iterable[_Place]) -> Iterator[Line]:
    """Yield the names as they are printed, and on whose word they are one: texts, register or reader."""
    outside = {Basis.REGISTER: iris.REGISTER, Basis.EXTERNAL: _DECISIONS}.get(basis)
    for place in places:
        source = nquads.iri(outside or place.text)
        yield nquads.line(node, PROV.hadPrimarySource, source, _FACTS)
        if place.span is not None:
            yield nquads.line(node, SPL.evidence, nquads.iri(place.span), _EVIDENCE)


def _label(verdict: Verdict, namings: Sequence[Naming]) -> str:
    letters: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        letters[naming.name].update(naming.letters)
    names = " and ".join(
        f"“{name}” ({_listed(sorted(found, key=_register_first))})" for name, found in letters.items()
    )
    said = f"{verdict.reason} (rule {verdict.rule}, {verdict.score})"
    return f"{names}: held to be one {verdict.kind}, for {said}"


def _register_first(letter: str) -> tuple[bool, str]:
    return letter != REGISTER, letter


def _listed(found: Iterable[str]) -> str:
    letters = sorted(found, key=_register_first)
    more = len(letters) - _SHOWN
    return ", ".join(letters[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
