"""The way in: letter records, the register and a reader's decisions → who is who.

First companies and organisations, because a person is known by the company a letter addresses; then
persons. What a reader says goes before every rule, and the order of the records never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from rapidfuzz import fuzz

from kg.model.identity import (
    HOLDER,
    PERSON,
    REGISTER,
    Answer,
    Appearance,
    Entity,
    Identities,
    Naming,
    Verdict,
)
from kg.model.record import Basis, Record
from kg.resolve.clusters import Cluster, clusters
from kg.resolve.companies import company_links
from kg.resolve.decisions import Applied, Decision, Matched, applied
from kg.resolve.folding import folded
from kg.resolve.holders import RegisterHolders
from kg.resolve.links import Link, joins
from kg.resolve.near_persons import near_links
from kg.resolve.persons import context_links
from kg.resolve.sightings import Sighting, sightings
from kg.vocab.register import Register

_ALONE: Final = "no other name was found to compare with"
_SAID: Final = "a reader says so"


def resolve(records: Iterable[Record], register: Register, decisions: Iterable[Decision] = ()) -> Identities:
    """Return who is who in these letters.

    Args:
        records: The letters, in any order.
        register: Gives the mandate holders it knows, with their tenures.
        decisions: What a reader says of pairs of names.
    """
    seen = sightings(records)
    holders = RegisterHolders(register)
    known = {Appearance(HOLDER, name, REGISTER) for name in holders.names}
    nodes = known | {sighting.appearance for sighting in seen}
    given = applied(decisions, nodes)
    of_companies = list(company_links(seen))
    companies = _clusters((node for node in nodes if node.kind != PERSON), of_companies, given)
    of_persons = list(_person_links(seen, holders, companies))
    persons = _clusters((node for node in nodes if node.kind == PERSON), of_persons, given)
    found = _Found((*companies, *persons), given)
    links = [*of_companies, *of_persons]
    asked = found.asked(links)
    near = near_links(persons, lambda one, other: found.pair(one, other) in asked)
    return found.identities([*links, *near])


def _clusters(nodes: Iterable[Appearance], links: Iterable[Link], given: Applied) -> list[Cluster]:
    members = set(nodes)
    decided = [join for join in given.joins if join.left in members]
    return clusters(members, [*joins(links), *decided], given.separations)


def _person_links(
    seen: Sequence[Sighting], holders: RegisterHolders, companies: Iterable[Cluster]
) -> Iterator[Link]:
    """Yield what the register says of mandate holders, and the contexts of all it does not settle."""
    stands = {appearance: cluster[0] for cluster in companies for appearance in cluster}
    links = list(holders.links(seen))
    yield from links
    settled = {link.left for link in links if link.answer is Answer.SAME}
    others = [one for one in seen if one.appearance.kind == PERSON and one.appearance not in settled]
    yield from context_links(others, stands.__getitem__)


class _Side(NamedTuple):
    """One side of a verdict before its letters are put together."""

    part: str
    name: str
    thing: int

    def naming(self, letters: Iterable[str]) -> Naming:
        """Return it with its letters."""
        return Naming(self.part, self.name, tuple(sorted(letters)))


_Pairing: TypeAlias = tuple[_Side, _Side, Link]


class _Found:
    """The things that names were joined to, and what was said of them.

    Args:
        things: The appearances of each thing; together they are all appearances.
        given: What a reader said.
    """

    def __init__(self, things: Sequence[Cluster], given: Applied) -> None:
        self._things = things
        self._given = given
        self._place = {appearance: place for place, thing in enumerate(things) for appearance in thing}
        self._answered = {pair for one in given.used for pair in self._pairs(one)}

    def _pairs(self, one: Matched) -> Iterator[frozenset[int]]:
        left, right = ({self._place[appearance] for appearance in side} for side in (one.left, one.right))
        yield from map(frozenset, product(left, right))

    def pair(self, one: Appearance, other: Appearance) -> frozenset[int]:
        """Return the things two appearances belong to, by their places."""
        return frozenset((self._place[one], self._place[other]))

    def asked(self, links: Iterable[Link]) -> frozenset[frozenset[int]]:
        """Return the pairs of things a reader has answered on, or is asked about by the links."""
        unsure = (self.pair(link.left, link.right) for link in links if link.answer is Answer.UNSURE)
        return frozenset({*self._answered, *unsure})

    def identities(self, links: Collection[Link]) -> Identities:
        """Return things and verdicts; of the links those that a reader has not overruled."""
        holding = [link for link in links if self._holds(link)]
        verdicts = {*self._verdicts(holding), *map(_decided, self._given.used), *self._new(holding)}
        return Identities(
            tuple(sorted(self._entities(), key=lambda entity: (entity.kind, entity.appearances))),
            tuple(sorted(verdicts, key=_order)),
            tuple(sorted(self._open(holding), key=_order)),
            self._given.problems,
        )

    def _holds(self, link: Link) -> bool:
        pair = self.pair(link.left, link.right)
        if link.answer is Answer.SAME:
            return len(pair) == 1
        return len(pair) > 1 and pair not in self._answered

    def _entities(self) -> Iterator[Entity]:
        for thing in self._things:
            entity = _entity(thing)
            if entity.appearances:
                yield entity

    def _new(self, holding: Iterable[Link]) -> Iterator[Verdict]:
        """Yield a verdict for each thing nothing was said of."""
        met = {place for link in holding for place in self.pair(link.left, link.right)}
        met |= {place for pair in self._answered for place in pair}
        for place, thing in enumerate(self._things):
            if place not in met and thing[0].letter != REGISTER:
                naming = _naming(thing[0], thing)
                yield Verdict(thing[0].kind, naming, None, Answer.NEW, "new", _ALONE, 0, Basis.NORMALISED)

    def _verdicts(self, links: Iterable[Link]) -> Iterator[Verdict]:
        """Yield a verdict for each pair of names of each pair of things, with the letters they stand in."""
        found: dict[_Pairing, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for link in links:
            sides = sorted((self._side(end), end.letter) for end in (link.left, link.right))
            (left, of_left), (right, of_right) = sides
            letters = found[left, right, _nowhere(link)]
            letters[0].add(of_left)
            letters[1].add(of_right)
        for (left, right, link), (in_left, in_right) in found.items():
            yield _verdict(link, left.naming(in_left), right.naming(in_right))

    def _side(self, one: Appearance) -> _Side:
        return _Side(one.part, one.name, self._place[one])

    def _open(self, holding: Iterable[Link]) -> Iterator[Verdict]:
        """Yield for each pair of things the likest names a reader is to decide on."""
        asked: dict[frozenset[int], Link] = {}
        for link in sorted(holding, key=lambda link: (-link.score, link.left, link.right, link.rule)):
            if link.answer is Answer.UNSURE:
                asked.setdefault(self.pair(link.left, link.right), link)
        for link in asked.values():
            left, right = (
                _naming(one, self._things[self._place[one]]) for one in sorted((link.left, link.right))
            )
            yield _verdict(link, left, right)


def _entity(thing: Cluster) -> Entity:
    known = sorted(one.name for one in thing if one.letter == REGISTER)
    in_letters = tuple(sorted(one for one in thing if one.letter != REGISTER))
    name = known[0] if known else fullest(in_letters)
    return Entity(thing[0].kind, name, in_letters, bool(known))


def fullest(appearances: Collection[Appearance]) -> str:
    """Return the name with the most words; of several, the one most letters print, then the longest."""
    count: dict[str, int] = defaultdict(int)
    for appearance in appearances:
        count[appearance.name] += 1

    def weight(name: str) -> tuple[bool, int, int, int, str]:
        plain = folded(name)
        letters = sum(map(str.isalnum, plain))
        return name.isupper(), -len(plain.split()), -count[name], -letters, name

    return min(count, key=weight)


def _naming(one: Appearance, thing: Cluster) -> Naming:
    """Return a name as one thing bears it, with all letters that say it; the register stands alone."""
    if one.letter == REGISTER:
        return Naming(one.part, one.name, (REGISTER,))
    alike = (other for other in thing if (other.part, other.name) == (one.part, one.name))
    return Naming(one.part, one.name, tuple(sorted({other.letter for other in alike} - {REGISTER})))


def _nowhere(link: Link) -> Link:
    """Return a link without its ends: what is the same of many pairs of letters."""
    place = Appearance(link.left.part, "", "")
    return Link(place, place, link.answer, link.rule, link.reason, link.score, basis=link.basis)


def _verdict(link: Link, left: Naming, right: Naming) -> Verdict:
    return Verdict(left.first.kind, left, right, link.answer, link.rule, link.reason, link.score, link.basis)


def _decided(one: Matched) -> Verdict:
    left, right = sorted(Naming(side[0].part, side[0].name, _letters(side)) for side in (one.left, one.right))
    score = round(fuzz.ratio(folded(left.name), folded(right.name)))
    said = one.decision
    reason = said.reason or _SAID
    return Verdict(said.kind, left, right, said.answer, "decision", reason, score, Basis.EXTERNAL)


def _letters(side: Iterable[Appearance]) -> tuple[str, ...]:
    return tuple(sorted({appearance.letter for appearance in side}))


def _order(verdict: Verdict) -> tuple[str, Naming, Naming, str, str, str, int]:
    right = verdict.right or verdict.left
    return verdict.kind, verdict.left, right, verdict.answer, verdict.rule, verdict.reason, verdict.score
