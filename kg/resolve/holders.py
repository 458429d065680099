"""Mandate holders of letters and those of the register: the name, the mandate and the day must agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.model.identity import HOLDER, REGISTER, Answer, Appearance
from kg.model.record import Basis
from kg.resolve.links import Link, Strength
from kg.resolve.person_names import Likeness, PersonName, compare_persons, person_name
from kg.resolve.sightings import Sighting
from kg.vocab.register import Holder, Register

_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_MARGIN: Final = {"verified": 0}
_UNVERIFIED: Final = 1
"""Years by which dates of the register that nobody verified may be wrong."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A person of the register whose name is like one in a letter."""

    name: str
    likeness: Likeness
    score: int


class RegisterHolders:
    """The mandate holders of the register, found by name.

    Args:
        register: Gives their names, variants and tenures.
    """

    def __init__(self, register: Register) -> None:
        self._tenures: dict[str, list[Holder]] = defaultdict(list)
        self._by_word: dict[str, set[tuple[str, PersonName]]] = defaultdict(set)
        for held in register.holders:
            self._tenures[held.name].append(held)
            for spelling in (held.name, *held.variants):
                name = person_name(spelling)
                for word in (*name.full, name.turned):
                    self._by_word[word].add((held.name, name))

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which the register knows them, sorted."""
        return tuple(sorted(self._tenures))

    def links(self, seen: Iterable[Sighting]) -> Iterator[Link]:
        """Yield what the register says of those who sign letters or are replied to."""
        for sighting in seen:
            if sighting.appearance.part == HOLDER:
                yield from self._links(sighting)

    def _links(self, sighting: Sighting) -> Iterator[Link]:
        matches = self._matches(sighting.appearance.name)
        fitting = [match for match in matches if not self._misfit(match, sighting)]
        if len(fitting) == 1:
            yield _link(sighting, fitting[0], Answer.SAME, "register", self._reason(fitting[0], sighting))
            return
        for match in matches:
            reason = self._misfit(match, sighting) or "the register knows several with such a name"
            yield _link(sighting, match, Answer.UNSURE, "register", reason)

    def _matches(self, text: str) -> list[_Match]:
        """Return the persons of the register with a name like this, by the likest of their spellings."""
        name = person_name(text)
        best: dict[str, _Match] = {}
        near = {pair for word in (*name.full, name.turned) for pair in self._by_word.get(word, ())}
        for known, spelling in sorted(near, key=lambda pair: (pair[0], pair[1].words)):
            likeness, score = compare_persons(name, spelling)
            before = best.get(known)
            if likeness > Likeness.CONTRARY and (
                before is None or (likeness, score) > (before.likeness, before.score)
            ):
                best[known] = _Match(known, likeness, score)
        return list(best.values())

    def _misfit(self, match: _Match, sighting: Sighting) -> str:
        """Return why the person of the register need not be the one of the letter; empty when it must."""
        held = self._tenures[match.name]
        own = [one for one in held if one.mandate == sighting.mandate] if sighting.mandate else held
        if match.likeness is Likeness.SIMILAR:
            return "a word of the name differs by a letter or two"
        if not own:
            return f"the register knows this name for {_listed(held)}, not for {sighting.mandate}"
        if not sighting.mandate and match.likeness < Likeness.REORDERED:
            return "the mandate was not read and the names are not the same"
        if not any(contains(one, sighting.date) for one in own):
            return f"the register has {_listed(own)}; the letter is of {sighting.date or 'no known date'}"
        return ""

    def _reason(self, match: _Match, sighting: Sighting) -> str:
        held = [one for one in self._tenures[match.name] if sighting.mandate in {one.mandate, ""}]
        return f"the register has {_listed(one for one in held if contains(one, sighting.date))}"


def contains(tenure: Holder, date: str) -> bool:
    """Return whether a date, full or partial, lies within a tenure; an end that is not known is open.

    Dates are compared as exactly as both are known. Dates nobody verified may be a year off.
    """
    if not _DATE.fullmatch(date):
        return False
    margin = _MARGIN.get(tenure.status, _UNVERIFIED)
    since, until = _moved(tenure.since, -margin), _moved(tenure.until, margin)
    return _least(since, date) <= 0 and (not until or _least(date, until) <= 0)


def _moved(date: str, years: int) -> str:
    return f"{int(date[:4]) + years:04}{date[4:]}" if date else ""


def _least(one: str, other: str) -> int:
    """Compare two partial dates on the places both have: -1, 0 or 1."""
    places = min(len(one), len(other))
    return (one[:places] > other[:places]) - (one[:places] < other[:places])


def _listed(tenures: Iterable[Holder]) -> str:
    spans = sorted({(held.mandate, held.since, held.until) for held in tenures})
    return ", ".join(f"{mandate} {since or '…'} to {until or '…'}" for mandate, since, until in spans)


def _link(sighting: Sighting, match: _Match, answer: Answer, rule: str, reason: str) -> Link:
    known = Appearance(HOLDER, match.name, REGISTER)
    return Link(
        sighting.appearance, known, answer, rule, reason, match.score, Strength.REGISTER, Basis.REGISTER
    )
