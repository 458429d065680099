"""Near-identical letters of one action, grouped into families and variants."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from kg.compare.matching import matched
from kg.compare.pairing import common_words
from kg.compare.passages import LetterText, Passage
from kg.compare.sketch import Sketch, candidates
from kg.model.family import Family, Member, UnmatchedRequest, Variant
from kg.model.text import Part

_ALIKE: Final = (
    0.6  # share of the words of what is alleged, or else of the body, that two letters have in common
)
_FEWEST_WORDS: Final = 120  # fewer words of substance say nothing of a letter
_MOST_DAYS_APART: Final = 31
_TOLD: Final = frozenset({Part.ALLEGATIONS})
_SUBSTANCE: Final = frozenset({Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL, Part.REQUEST})
_FULL_DATE: Final = 10
_MOST_REFUSALS: Final = 4  # pairs of two groups that were found not to belong together, before it is believed

Opener = Callable[[str], LetterText]


def families(sketches: Sequence[Sketch], opened: Opener) -> tuple[Family, ...]:
    """Group letters into families.

    Args:
        sketches: One for each letter.
        opened: Returns the letter called so; asked only for letters that resemble another one.

    Returns:
        The families of two letters and more, in the order of their first letters. Two letters belong
        together when what they allege (or, where nothing is alleged, their substance) is the same for the
        greater part and they were sent within a month, or when each belongs together with a third.
    """
    groups = _Groups()
    days = {sketch.name: sketch.day for sketch in sketches}
    refused: Counter[tuple[str, str]] = Counter()
    for left, right in candidates(sketches):
        between = (groups.of(left), groups.of(right))
        if between[0] == between[1] or not _near(days[left], days[right]):
            continue
        if refused[between] < _MOST_REFUSALS:
            if same_action(opened(left), opened(right)):
                groups.join(left, right)
            else:
                refused[between] += 1
    found = [_family([opened(name) for name in names]) for names in groups.several()]
    return tuple(sorted(found, key=lambda family: _order(family.members[0])))


def same_action(left: LetterText, right: LetterText) -> bool:
    """Return whether two letters are near-identical letters of one action."""
    if not _near(_day(left), _day(right)):
        return False
    for parts in (_TOLD, _SUBSTANCE):
        here, there = (_of(letter, parts) for letter in (left, right))
        sizes = [sum(len(passage.words) for passage in passages) for passages in (here, there)]
        if max(sizes) >= _FEWEST_WORDS:
            same = left.digest == right.digest
            return same or (min(sizes) > 0 and common_words(here, there) >= _ALIKE)
    return False


def _of(letter: LetterText, parts: frozenset[Part]) -> tuple[Passage, ...]:
    return tuple(passage for passage in letter.passages if passage.part in parts)


def _near(day: str, other: str) -> bool:
    """Tell whether two dates, full or partial, may be those of one action."""
    shortest = min(len(day), len(other))
    if shortest < _FULL_DATE:
        return day[:shortest] == other[:shortest]
    try:
        apart = date.fromisoformat(day) - date.fromisoformat(other)
    except ValueError:  # a letter may be dated 31 June
        return day == other
    return abs(apart.days) <= _MOST_DAYS_APART


def _day(letter: LetterText) -> str:
    return letter.record.date.value if letter.record.date else ""


class _Groups:
    """Which names were joined, directly or through others."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the name that stands for the group of ``name``: the first one of it."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = self._above.get(above, above)
            name = above
        return name

    def join(self, left: str, right: str) -> None:
        first, second = sorted((self.of(left), self.of(right)))
        self._above.setdefault(first, first)
        self._above[second] = first

    def several(self) -> list[list[str]]:
        """Return the groups of more than one name, each sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._above:
            found[self.of(name)].append(name)
        return sorted(sorted(names) for names in found.values())


def _family(letters: Iterable[LetterText]) -> Family:
    by_digest: defaultdict[str, list[LetterText]] = defaultdict(list)
    for letter in sorted(letters, key=lambda letter: _order(_member(letter))):
        by_digest[letter.digest].append(letter)
    ordered = sorted(by_digest.values(), key=lambda same: (-len(same), _order(_member(same[0]))))
    variants = tuple(
        Variant(_name(index), same[0].digest, tuple(map(_member, same))) for index, same in enumerate(ordered)
    )
    first = ordered[0][0]
    shared = [int(100 * common_words(first.body, same[0].body)) for same in ordered[1:]]
    unmatched = tuple(
        one
        for variant, same in zip(variants[1:], ordered[1:], strict=True)
        for one in (
            *_unmatched(first, same[0], "A", variant.name),
            *_unmatched(same[0], first, variant.name, "A"),
        )
    )
    name = min((_member(letter) for same in ordered for letter in same), key=_order).letter
    return Family(name, variants, min(shared, default=100), unmatched)


def _name(index: int) -> str:
    """Return A, B … Z, AA, AB …, as columns of a table are called."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _member(letter: LetterText) -> Member:
    record = letter.record
    to = record.addressing
    body = to.organisation or to.state
    persons = ", ".join(person.name.value for person in to.persons)
    return Member(
        record.source.sha256[:12],
        letter.name,
        _day(letter),
        body.value if body is not None else persons,
    )


def _order(member: Member) -> tuple[str, str, str]:
    return (member.date, member.letter, member.source)


def _unmatched(
    left: LetterText, right: LetterText, found_in: str, missing_in: str
) -> Iterator[UnmatchedRequest]:
    """Yield the requests of ``left`` that have no counterpart in ``right``."""
    requests = left.record.requests
    pairs = matched([one.text for one in requests], [one.text for one in right.record.requests])
    for pair in pairs:
        if pair.left is not None and pair.right is None:
            request = requests[pair.left]
            yield UnmatchedRequest(found_in, missing_in, pair.left, request.number, request.text)
