"""Items of a field, and how those found in a letter are matched with those of its gold record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Key: TypeAlias = tuple[object, ...]

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00ad": ""})
_WORD = re.compile(r"\w+")
_SAME_SENTENCE = 0.8
_SAME_CLAUSE = 0.35


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field.

    Attributes:
        key: What makes it the same as another.
        shown: How people read it in the list of mistakes.
        accept: Further keys that count as right in its place.
        required: False for a value that is right but whose absence is no mistake.
    """

    key: Key
    shown: str
    accept: frozenset[Key] = frozenset()
    required: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which items were found (gold beside record), which are missing, which should not be there."""

    found: tuple[tuple[Item, Item], ...]
    missing: tuple[Item, ...]
    extra: tuple[Item, ...]


def folded(text: object) -> str:
    """Return ``text`` without differences of case, apostrophes, white space, or a last full stop."""
    plain = unicodedata.normalize("NFKC", str(text)).translate(_APOSTROPHES)
    return " ".join(plain.casefold().split()).rstrip(".")


def match(expected: Sequence[Item], got: Sequence[Item]) -> Outcome:
    """Match ``got`` with ``expected`` by their keys; repeated values of ``got`` count once.

    A required item goes before an optional one, and its own key before those accepted in its place.
    """
    left = {item.key: item for item in reversed(got)}
    found: list[tuple[Item, Item]] = []
    missing: list[Item] = []
    for required in (True, False):
        wanted = [item for item in expected if item.required is required]
        for keys_of in (_own_key, _accepted_keys):
            taken = [
                (item, left.pop(key))
                for item in wanted
                if (key := _first_in(left, keys_of(item))) is not None
            ]
            wanted = [item for item in wanted if item not in [one for one, _ in taken]]
            if required:
                found += taken
        missing += wanted if required else []
    return Outcome(tuple(found), tuple(missing), tuple(item for item in got if left.get(item.key) is item))


def _first_in(left: Mapping[Key, Item], keys: Sequence[Key]) -> Key | None:
    return next((key for key in keys if key in left), None)


def match_sentences(expected: Sequence[Item], got: Sequence[Item]) -> Outcome:
    """Match by the words of ``shown``: the likeliest pairs first, each item once (see ``likeness``)."""
    words = [[set(tokens(item.shown)) for item in items] for items in (expected, got)]
    pairs = sorted(
        (-score, not item.required, i, j)
        for i, item in enumerate(expected)
        for j in range(len(got))
        if (score := likeness(words[0][i], words[1][j])) > 0
    )
    taken: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return Outcome(
        tuple((expected[i], got[j]) for i, j in sorted(taken.items()) if expected[i].required),
        tuple(item for i, item in enumerate(expected) if i not in taken and item.required),
        tuple(item for j, item in enumerate(got) if j not in taken.values()),
    )


def likeness(one: set[str], other: set[str]) -> float:
    """Return how alike two sentences are, 0.0 when they are not the same.

    They are the same when their words overlap by 0.8 (Jaccard), or when one is a clause of the other: it
    has no other words and not less than about a third of them. Gold quotes the clause that alleges
    something where the sentence around it only introduces it.
    """
    if not one or not other:
        return 0.0
    common = len(one & other)
    jaccard = common / len(one | other)
    inside = common / min(len(one), len(other))
    same = jaccard >= _SAME_SENTENCE or (inside == 1.0 and jaccard >= _SAME_CLAUSE)
    return jaccard if same else 0.0


def tokens(text: str) -> list[str]:
    """Return the words of ``text``, folded."""
    return _WORD.findall(folded(text))


def distinct(items: Iterable[Item]) -> list[Item]:
    """Return ``items`` without repeated keys, in their order."""
    return list({item.key: item for item in items}.values())


def _own_key(item: Item) -> tuple[Key, ...]:
    return (item.key,)


def _accepted_keys(item: Item) -> tuple[Key, ...]:
    return tuple(sorted(item.accept, key=repr))
