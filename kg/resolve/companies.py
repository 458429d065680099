"""Rules on names of companies and organisations.

Two names are one company when the words are the same and the legal forms do not contradict each other.
More words make another company: Hitachi is not Hitachi Construction Machinery. What differs only by words
that nearly every company has, by its legal form or by a letter is put to a reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from rapidfuzz import fuzz

from kg.model.identity import COMPANY, ORGANISATION, Answer, Appearance
from kg.resolve.company_names import CompanyName, company_name
from kg.resolve.links import Link, Strength, chained
from kg.resolve.sightings import Sighting

_WINDOW: Final = 3
_ALIKE, _REMOTE = 90, 75

_Forms: TypeAlias = frozenset[str]
_Names: TypeAlias = Mapping[str, AbstractSet[Appearance]]


class _Head(NamedTuple):
    """A name taken apart, with its first appearance; it stands for all that are joined to it."""

    name: CompanyName
    first: Appearance


def company_links(seen: Iterable[Sighting]) -> Iterator[Link]:
    """Yield what the names of companies and organisations say of each other.

    An organisation of a Government, such as a ministry, is compared within its State only.
    """
    names: dict[tuple[str, str], dict[str, set[Appearance]]] = defaultdict(lambda: defaultdict(set))
    for sighting in seen:
        appearance = sighting.appearance
        if appearance.part in {COMPANY, ORGANISATION}:
            names[appearance.part, sighting.state][appearance.name].add(appearance)
    for _, found in sorted(names.items()):
        groups = _by_key(found)
        for group in groups:
            yield from _of_one_key(group)
        heads = [_head(group) for group in groups]
        yield from _of_one_core(heads)
        yield from _neighbours(heads)


def _by_key(found: _Names) -> list[_Names]:
    """Return the names grouped by their words without legal forms."""
    groups: dict[str, dict[str, AbstractSet[Appearance]]] = defaultdict(dict)
    for name in sorted(found):
        groups[company_name(name).key][name] = found[name]
    return [group for _, group in sorted(groups.items())]


def _head(names: _Names) -> _Head:
    name = min(names)
    return _Head(company_name(name), min(names[name]))


def form_classes(forms: Iterable[_Forms]) -> dict[_Forms, tuple[_Forms, bool]]:
    """Sort the legal forms of names with the same words into classes that mean one company.

    Forms agree when one says no more than the other: "Corp." and "Corporation Limited", or none and "Ltd".
    A class holds forms that all agree. A form that agrees with forms that contradict each other, such as
    none beside "AG" and "Ltd", is a class of its own, and open.

    Returns:
        For each form the least form of its class, and whether the class is open.
    """
    every = sorted(set(forms), key=sorted)
    fellows = {form: [other for other in every if _agree(form, other)] for form in every}
    classes = {}
    for form in every:
        if all(_agree(one, other) for one, other in combinations(fellows[form], 2)):
            closed = [other for other in fellows[form] if fellows[other] == fellows[form]]
            classes[form] = closed[0], False
        else:
            classes[form] = form, True
    return classes


def _agree(one: _Forms, other: _Forms) -> bool:
    return one <= other or other <= one


def _of_one_key(group: _Names) -> Iterator[Link]:
    """Yield names with the same words: one company, unless their legal forms leave open which."""
    classes = form_classes(company_name(name).forms for name in group)
    members: dict[tuple[_Forms, bool], dict[str, AbstractSet[Appearance]]] = defaultdict(dict)
    for name in sorted(group):
        members[classes[company_name(name).forms]][name] = group[name]
    taken: set[Appearance] = set()
    for link in _of_one_letter(group, classes):
        taken.update((link.left, link.right))
        yield link
    ordered = [members[kind] for kind in sorted(members, key=lambda kind: (sorted(kind[0]), kind[1]))]
    for (_, is_open), names in members.items():
        yield from _of_one_class(names, taken if is_open else set())
    for one, other in combinations(map(_head, ordered), 2):
        yield _link(one, other, Answer.UNSURE, "other-legal-form", "the same words with another legal form")


def _of_one_letter(group: _Names, classes: Mapping[_Forms, tuple[_Forms, bool]]) -> Iterator[Link]:
    """Yield names within one letter: there, a name without legal form stands for the one that has it."""
    letters: dict[str, list[Appearance]] = defaultdict(list)
    for appearances in group.values():
        for appearance in appearances:
            letters[appearance.letter].append(appearance)
    for letter, present in sorted(letters.items()):
        forms = {company_name(appearance.name).forms for appearance in present}
        definite = {classes[form][0] for form in forms if not classes[form][1]}
        if len(present) > 1 and len(definite) == 1 and all(_agree(a, b) for a, b in combinations(forms, 2)):
            reason = f"the names differ in spelling or legal form only, in {letter}"
            yield from chained(present, "same-letter", reason, Strength.LETTER)


def _of_one_class(names: _Names, taken: AbstractSet[Appearance]) -> Iterator[Link]:
    """Yield names whose legal forms agree; where they are open, those a letter settles are left out."""
    heads = []
    for name, appearances in sorted(names.items()):
        left = sorted(set(appearances) - taken)
        yield from chained(left, "same-name", "the names are the same", Strength.NAME)
        heads += [_Head(company_name(name), left[0])] if left else []
    for other in heads[1:]:
        reason = "the names differ in spelling or legal form only"
        yield _link(heads[0], other, Answer.SAME, "legal-form", reason)


def _of_one_core(heads: Sequence[_Head]) -> Iterator[Link]:
    """Yield names that differ only by words that rarely tell companies apart."""
    cores: dict[str, list[_Head]] = defaultdict(list)
    for head in heads:
        if head.name.core:
            cores[head.name.core].append(head)
    for _, group in sorted(cores.items()):
        for other in group[1:]:
            reason = "the names differ only by words that many companies have"
            yield _link(group[0], other, Answer.UNSURE, "general-words", reason)


def _neighbours(heads: Sequence[_Head]) -> Iterator[Link]:
    """Yield names next to each other in the order of their letters, read forwards and backwards."""
    seen: set[tuple[_Head, _Head]] = set()
    for step in (1, -1):
        row = sorted(heads, key=lambda head: (head.name.key[::step], head.first))
        for place, head in enumerate(row):
            for other in row[place + 1 : place + 1 + _WINDOW]:
                left, right = (head, other) if head.first < other.first else (other, head)
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield from _on_neighbours(left, right)


def _on_neighbours(left: _Head, right: _Head) -> Iterator[Link]:
    one, other = left.name, right.name
    if one.core and one.core == other.core:
        return
    score = fuzz.ratio(one.key, other.key)
    if one.begins(other) or other.begins(one):
        yield _link(left, right, Answer.DIFFERENT, "more-words", "one name has words the other lacks")
    elif score >= _ALIKE and one.numbers == other.numbers:
        yield _link(left, right, Answer.UNSURE, "similar-name", "the names differ by a letter or two")
    elif score >= _REMOTE:
        yield _link(left, right, Answer.DIFFERENT, "other-words", "the names have different words")


def _link(left: _Head, right: _Head, answer: Answer, rule: str, reason: str) -> Link:
    score = round(fuzz.ratio(left.name.key, right.name.key))
    return Link(left.first, right.first, answer, rule, reason, score, Strength.SPELLING)
