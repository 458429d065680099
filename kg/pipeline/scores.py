"""Counts of right and wrong answers, with precision, recall, F1 and 95 % confidence intervals.

Precision and recall are rates, so their intervals are Wilson score intervals (Wilson 1927). F1 is not a
rate, but J = TP / (TP + FP + FN) is one, and F1 = 2J / (1 + J) grows with it: the interval of F1 is the
Wilson interval of J carried through that formula. No resampling, so the same counts give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

Interval: TypeAlias = tuple[float, float]

_Z = 1.959963984540054  # two-sided 95 % quantile of the normal distribution


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives, false negatives, and true negatives of single-valued fields."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @property
    def precision(self) -> float | None:
        """How much of what was found is right; None when nothing was found."""
        return _rate(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """How much of what is right was found; None when there was nothing to find."""
        return _rate(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None when there was nothing to find and nothing found."""
        return _rate(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def precision_interval(self) -> Interval | None:
        """Wilson interval of the precision."""
        return wilson(self.tp, self.tp + self.fp)

    @property
    def recall_interval(self) -> Interval | None:
        """Wilson interval of the recall."""
        return wilson(self.tp, self.tp + self.fn)

    @property
    def f1_interval(self) -> Interval | None:
        """Interval of F1, by way of the Wilson interval of TP / (TP + FP + FN)."""
        interval = wilson(self.tp, self.tp + self.fp + self.fn)
        return None if interval is None else (_f1_of(interval[0]), _f1_of(interval[1]))


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``."""
    parts = list(counts)
    return Counts(
        sum(part.tp for part in parts),
        sum(part.fp for part in parts),
        sum(part.fn for part in parts),
        sum(part.tn for part in parts),
    )


def wilson(hits: int, trials: int) -> Interval | None:
    """Return the 95 % Wilson score interval of ``hits`` out of ``trials``, or None without trials."""
    if not trials:
        return None
    share = hits / trials
    weight = _Z * _Z / trials
    centre = (share + weight / 2) / (1 + weight)
    half = _Z * sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    # At the ends the formula is exact on paper; rounding must not push it past the share itself.
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    high = 1.0 if hits == trials else min(1.0, centre + half)
    return low, high


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1_of(jaccard: float) -> float:
    return 2 * jaccard / (1 + jaccard)
