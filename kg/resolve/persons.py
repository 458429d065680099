"""Rules on names of persons.

A name alone makes nobody the same. Two names are one person when they agree, and the letters say the same
around them: a mandate they sign for, a company, organisation or Government they are addressed for. Persons
letters are about are compared beyond their letter only to ask a reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from kg.model.identity import Answer, Appearance
from kg.resolve.links import Link, Strength, chained
from kg.resolve.person_names import Likeness, PersonName, compare_persons, person_name
from kg.resolve.sightings import Sighting

REASONS: Final = {
    Likeness.EQUAL: "the names have the same words",
    Likeness.REORDERED: "the names have the same words in another order",
    Likeness.ABBREVIATED: "one name stands for the other with initials or without some words",
    Likeness.SIMILAR: "a word of the name differs by a letter or two",
    Likeness.CONTRARY: "the initials contradict each other",
}
RULES: Final = {
    Likeness.EQUAL: "same-name",
    Likeness.REORDERED: "name-order",
    Likeness.ABBREVIATED: "initials",
    Likeness.SIMILAR: "similar-name",
    Likeness.CONTRARY: "other-initials",
}

_MANY: Final = 40
"""How many names of one context that share a word are compared with each other."""

_Alike: TypeAlias = Mapping[tuple[str, str], tuple[Likeness, int]]
Bearer: TypeAlias = Callable[[Appearance], Appearance]
"""Gives the appearance that stands for the company or organisation an appearance belongs to."""


def context_links(seen: Iterable[Sighting], bearer: Bearer) -> Iterator[Link]:
    """Yield what the names of persons in one context say of each other.

    Args:
        seen: Sightings of persons; mandate holders the register settles are left out by the caller.
        bearer: Says which company or organisation a name stands for.
    """
    names: dict[tuple[str, str], dict[str, set[Appearance]]] = defaultdict(lambda: defaultdict(set))
    for sighting in seen:
        for context in _contexts(sighting, bearer):
            names[sighting.appearance.part, context][sighting.appearance.name].add(sighting.appearance)
    for (_, context), found in sorted(names.items()):
        yield from _within(context, found)


def _contexts(sighting: Sighting, bearer: Bearer) -> Iterator[str]:
    """Yield what makes the name comparable, in words; its own letter always does."""
    yield f"letter {sighting.appearance.letter}"
    if not person_name(sighting.appearance.name).identifies:
        return
    if sighting.mandate:
        yield f"mandate {sighting.mandate}"
    if sighting.organisation is not None:
        stands = bearer(sighting.organisation)
        yield f"{stands.part} {stands.name} [{stands.letter}]"
    if sighting.state:
        yield f"Government of {sighting.state}"


def _within(context: str, found: Mapping[str, set[Appearance]]) -> Iterator[Link]:
    """Yield what the names in one context say of each other."""
    near = context.split(" [", 1)[0]
    own_letter = context.startswith("letter ")
    for appearances in found.values():
        yield from chained(appearances, "same-name", f"the same name in the context: {near}", Strength.NAME)
    alike = _compared({name: person_name(name) for name in found})
    agreeing = _agreeing(alike)
    for (one, other), (likeness, score) in sorted(alike.items()):
        doubtful = own_letter or agreeing[one] - {other} != agreeing[other] - {one}
        answer = _answer(likeness, doubtful=doubtful)
        reason = f"{REASONS[likeness]}, in the context: {near}"
        strength = Strength.LETTER if own_letter else Strength.SPELLING
        yield Link(min(found[one]), min(found[other]), answer, RULES[likeness], reason, score, strength)


def _answer(likeness: Likeness, *, doubtful: bool) -> Answer:
    """Return the answer on two names of one context.

    Doubtful are abbreviations within one letter, where brothers stand side by side, and those that a third
    name agrees with on one side only: "J. Méndez" beside "Juan Méndez" and "José Méndez".
    """
    if likeness is Likeness.CONTRARY:
        return Answer.DIFFERENT
    if likeness >= Likeness.REORDERED or (likeness is Likeness.ABBREVIATED and not doubtful):
        return Answer.SAME
    return Answer.UNSURE


def _agreeing(alike: _Alike) -> Mapping[str, set[str]]:
    """Return for each name the others it may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for (one, other), (likeness, _) in alike.items():
        if likeness >= Likeness.ABBREVIATED:
            found[one].add(other)
            found[other].add(one)
    return found


def _compared(names: Mapping[str, PersonName]) -> _Alike:
    """Return how alike names are, for all pairs that share a word."""
    found = {}
    for pair in _candidates(names):
        likeness, score = compare_persons(names[pair[0]], names[pair[1]])
        if likeness is not Likeness.NONE:
            found[pair] = likeness, score
    return found


def _candidates(names: Mapping[str, PersonName]) -> set[tuple[str, str]]:
    """Return the pairs of names to compare: those that share a word, and are near when very many do."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for text, name in sorted(names.items()):
        for word in {*name.full, name.turned}:
            buckets[word].append(text)
    return {
        (one, other)
        for bucket in buckets.values()
        for place, one in enumerate(bucket)
        for other in bucket[place + 1 : place + 1 + _MANY]
    }
