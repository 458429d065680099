"""Which texts of one list correspond to which of another, in whatever order they stand.

Two texts are alike by the words they share, as a whole or in their openings, each word weighing the less the
more texts of a list have it, so that "please provide information on" makes no two requests alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.compare.words import forms

ALIKE: Final = 0.45
"""From here on two texts are taken for the same request, allegation or passage, differently worded."""

_OPENING: Final = 24  # words of a request or a paragraph that say what it is about
_RAREST: Final = 6  # texts that share none of so many of their rarest words are not compared


_SHORT: Final = 3  # words of so few letters say little
_LIGHT: Final = 0.25
_FORMULAS: Final = frozenset(
    (
        "please", "kindly", "provide", "information", "explain", "describe", "indicate", "clarify", "details",
        "whether", "what", "which", "your", "company", "excellency's", "government", "veuillez", "merci",
        "fournir", "informations", "indiquer", "préciser", "expliquer", "décrire", "votre", "entreprise",
        "gouvernement", "sírvase", "sírvanse", "proporcionar", "información", "indicar", "explicar",
        "detallar", "facilitar", "empresa", "gobierno",
    )
)  # fmt: skip


class Pair(NamedTuple):
    """Two texts that correspond, by their places in the lists, and how alike they are, 0 to 1.

    A text without counterpart has ``None`` on the other side.
    """

    left: int | None
    right: int | None
    alike: float


def matched(left: Sequence[str], right: Sequence[str], least: float = ALIKE) -> tuple[Pair, ...]:
    """Return the pairs, most alike first served, in the order of ``left``; then what only ``right`` has.

    Args:
        left: Texts.
        right: Texts.
        least: How alike two texts must be.
    """
    here, there = [_Text.of(text) for text in left], [_Text.of(text) for text in right]
    weight = _weights(here, there)
    scores = sorted(_scores(here, there, weight), key=lambda score: (-score.rank, score.left, score.right))
    taken: dict[int, Pair] = {}
    used: set[int] = set()
    for score in scores:
        if score.alike >= least and score.left not in taken and score.right not in used:
            taken[score.left] = Pair(score.left, score.right, score.alike)
            used.add(score.right)
    alone = (Pair(None, index, 0.0) for index in range(len(right)) if index not in used)
    return (*(taken.get(index, Pair(index, None, 0.0)) for index in range(len(left))), *alone)


class _Score(NamedTuple):
    left: int
    right: int
    alike: float
    rank: float


class _Text(NamedTuple):
    """The words of a text and of its opening, each with how often it stands there."""

    whole: Counter[str]
    opening: Counter[str]

    @classmethod
    def of(cls, text: str) -> _Text:
        found = forms(text)
        return cls(Counter(found), Counter(found[:_OPENING]))


def _weights(left: Sequence[_Text], right: Sequence[_Text]) -> dict[str, float]:
    """Return the weight of each word: one part of the number of texts of a list that have it.

    Short words and those of the standing formulas weigh less, so that lists of one or two are judged well.
    """
    here, there = (Counter(word for text in texts for word in text.whole) for texts in (left, right))
    return {word: _own_weight(word) / max(here[word], there[word]) for word in here | there}


def _own_weight(word: str) -> float:
    return _LIGHT if len(word) <= _SHORT or word in _FORMULAS else 1.0


def _scores(left: Sequence[_Text], right: Sequence[_Text], weight: Mapping[str, float]) -> Iterator[_Score]:
    for a, b in sorted(set(_candidates(left, right, weight))):
        one, other = left[a], right[b]
        whole, opening = (
            _alike(one.whole, other.whole, weight),
            _alike(one.opening, other.opening, weight),
        )
        yield _Score(a, b, max(whole, opening), whole + opening)


def _alike(left: Counter[str], right: Counter[str], weight: Mapping[str, float]) -> float:
    if left == right:
        return 1.0
    return round(2 * _size(left & right, weight) / (_size(left, weight) + _size(right, weight)), 6)


def _size(text: Mapping[str, int], weight: Mapping[str, float]) -> float:
    return sum(weight[word] * number for word, number in sorted(text.items()))


def _candidates(
    left: Sequence[_Text], right: Sequence[_Text], weight: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are equal or share one of the rarest words of the left text both have."""
    known = {word for text in right for word in text.whole}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(right):
        for word in text.whole:
            having[word].append(index)
    for index, text in enumerate(left):
        shared = sorted(
            (word for word in text.whole if word in known), key=lambda word: (-weight[word], word)
        )
        for word in shared[:_RAREST]:
            yield from ((index, other) for other in having[word])
