"""Persons of different contexts whose names are alike: never merged, put to a reader.

Each person is put beside at most a few others of a like name, so that the work grows with the number of
names and not with its square: whoever is the same as the first of ten is the same as the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeAlias

from kg.model.identity import REGISTER, Answer, Appearance
from kg.resolve.clusters import Cluster
from kg.resolve.links import Link
from kg.resolve.person_names import Likeness, PersonName, compare_persons, person_name
from kg.resolve.persons import REASONS, RULES

Settled: TypeAlias = Callable[[Appearance, Appearance], bool]
"""Says whether a reader has already answered on the things two appearances belong to."""

_WINDOW: Final = 3
_TRIES: Final = 40
_ALONE: Final = "the context differs"


class _Entry(NamedTuple):
    """A name of a person, where it first stands."""

    name: PersonName
    appearance: Appearance
    cluster: int


def near_links(persons: Sequence[Cluster], settled: Settled) -> Iterator[Link]:
    """Yield the pairs of persons a reader is asked about, each once.

    Args:
        persons: The appearances of each person.
        settled: Says whether a reader has already answered on two of them.
    """
    entries = [entry for place, cluster in enumerate(persons) for entry in _entries(place, cluster)]
    asked: set[tuple[int, int]] = set()
    for one, other in (*_of_like_words(entries, settled), *_of_like_letters(entries)):
        pair = (min(one.cluster, other.cluster), max(one.cluster, other.cluster))
        if pair not in asked and not settled(one.appearance, other.appearance):
            asked.add(pair)
            yield _link(one, other)


def _entries(place: int, cluster: Cluster) -> Iterator[_Entry]:
    names: set[str] = set()
    for appearance in cluster:
        name = person_name(appearance.name)
        if appearance.name not in names and name.identifies:
            names.add(appearance.name)
            yield _Entry(name, appearance, place)


def _of_like_words(entries: Sequence[_Entry], settled: Settled) -> Iterator[tuple[_Entry, _Entry]]:
    """Yield each entry with the first before it that has the same words or abbreviates them."""
    buckets: dict[Hashable, list[_Entry]] = defaultdict(list)
    for entry in entries:
        full = entry.name.full
        for key in (entry.name.turned, tuple(sorted((full[0], full[-1])))):
            before = islice(buckets[key], _TRIES)
            found = next((one for one in before if _to_ask(one, entry, settled)), None)
            if found is not None:
                yield found, entry
            buckets[key].append(entry)


def _to_ask(one: _Entry, other: _Entry, settled: Settled) -> bool:
    return (
        _comparable(one, other)
        and compare_persons(one.name, other.name)[0] >= Likeness.ABBREVIATED
        and not settled(one.appearance, other.appearance)
    )


def _of_like_letters(entries: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Yield neighbours in the order of their letters, read forwards and backwards, a letter apart."""
    for step in (1, -1):
        row = sorted(entries, key=lambda entry: (entry.name.closed[::step], entry.appearance))
        for place, entry in enumerate(row):
            for other in row[place + 1 : place + 1 + _WINDOW]:
                if (
                    _comparable(entry, other)
                    and compare_persons(entry.name, other.name)[0] is Likeness.SIMILAR
                ):
                    yield entry, other


def _comparable(one: _Entry, other: _Entry) -> bool:
    """Whether two entries are of different persons, at least one of them of a letter."""
    letters = {one.appearance.letter, other.appearance.letter}
    return one.cluster != other.cluster and letters != {REGISTER}


def _link(one: _Entry, other: _Entry) -> Link:
    likeness, score = compare_persons(one.name, other.name)
    left, right = sorted((one.appearance, other.appearance))
    reason = f"{REASONS[likeness]}; {_ALONE}"
    return Link(left, right, Answer.UNSURE, RULES[likeness], reason, score)
