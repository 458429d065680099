"""Answers of a reader, as a file made to be reviewed: one line for two names.

A decisions file is tab-separated text with a heading line::

    answer  kind  left  right  left_letters  right_letters  reason  by  date

``answer`` is ``same``, ``different`` or ``unsure``; ``kind`` is ``person``, ``company`` or ``organisation``.
``left`` and ``right`` are names as the letters print them. ``left_letters`` and ``right_letters`` say whom
the line is about: who bears the name in those letters, separated by commas; ``register`` for the person the
register knows by that name; empty for the name in whatever letter it stands. The last columns are the
reader's own. Lines that begin with ``#`` and empty lines are passed over. Removing a line undoes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.errors import UsageError
from kg.model.identity import KINDS, REGISTER, Answer, Appearance, Verdict
from kg.model.text import Problem
from kg.resolve.clusters import Cluster, contradicted
from kg.resolve.folding import spaced
from kg.resolve.links import Join, Separation, Strength

COLUMNS: Final = (
    "answer", "kind", "left", "right", "left_letters", "right_letters", "reason", "by", "date",
)  # fmt: skip
_ANSWERS: Final = frozenset({Answer.SAME, Answer.DIFFERENT, Answer.UNSURE})
_NEEDED: Final = 4
_FORMULA: Final = ("=", "+", "-", "@")
_LETTERS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a reader says of two names; ``line`` is where it stands in the file, from 1."""

    kind: str
    left: str
    right: str
    left_letters: tuple[str, ...]
    right_letters: tuple[str, ...]
    answer: Answer
    reason: str
    line: int

    def __str__(self) -> str:
        return f"line {self.line} ({self.answer}: {self.left!r} and {self.right!r})"


def read_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a file, sorted.

    Args:
        text: The content of the file.
        name: What the file is called in messages.

    Raises:
        UsageError: If a line is none.
    """
    found = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        cells = [_read_cell(cell) for cell in line.rstrip("\r").split("\t")]
        if line.strip() and not line.startswith("#") and tuple(cells[:2]) != COLUMNS[:2]:
            found.append(_decision(cells, f"{name}, line {number}", number))
    return tuple(sorted(found))


def _decision(cells: Sequence[str], place: str, number: int) -> Decision:
    if len(cells) < _NEEDED:
        raise UsageError(f"{place}: needs at least {', '.join(COLUMNS[:_NEEDED])}, separated by tabs")
    answer, kind, left, right, left_letters, right_letters, reason = (*cells, "", "", "")[:7]
    if answer not in _ANSWERS:
        raise UsageError(f"{place}: the answer is {answer!r}; write same, different or unsure")
    if kind not in KINDS:
        raise UsageError(f"{place}: the kind is {kind!r}; write {', '.join(KINDS)}")
    if not left or not right:
        raise UsageError(f"{place}: a name is missing; write both names")
    letters = _letters(left_letters), _letters(right_letters)
    return Decision(kind, left, right, *letters, Answer(answer), reason, number)


def _read_cell(cell: str) -> str:
    text = spaced(cell)
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA else text


def _letters(cell: str) -> tuple[str, ...]:
    return tuple(sorted({spaced(letter) for letter in cell.split(",")} - {""}))


def write_proposals(verdicts: Iterable[Verdict]) -> str:
    """Return open verdicts as a decisions file, sorted; a reader corrects the answers and gives it back."""
    rows = sorted(_row(verdict) for verdict in verdicts)
    return "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows])


def _row(verdict: Verdict) -> tuple[str, ...]:
    right = verdict.right or verdict.left
    names = (verdict.left.name, right.name)
    letters = (", ".join(naming.letters[:_LETTERS_SHOWN]) for naming in (verdict.left, right))
    reason = f"{verdict.rule}: {verdict.reason} ({verdict.score})"
    return tuple(map(_written_cell, (verdict.answer, verdict.kind, *names, *letters, reason, "", "")))


def _written_cell(text: str) -> str:
    """Return a cell on one line; a spreadsheet must not take a name for a formula."""
    cell = spaced(text)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


@dataclass(frozen=True, slots=True)
class Matched:
    """A decision with the appearances its two names have."""

    decision: Decision
    left: tuple[Appearance, ...]
    right: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """Decisions, applied to appearances.

    Attributes:
        joins: What they join, free of contradictions.
        separations: What they keep apart.
        used: Those that hold.
        problems: Those that speak of nothing here, and those that contradict each other.
    """

    joins: tuple[Join, ...]
    separations: tuple[Separation, ...]
    used: tuple[Matched, ...]
    problems: tuple[Problem, ...]


def applied(decisions: Iterable[Decision], appearances: Iterable[Appearance]) -> Applied:
    """Apply decisions to the names of letters.

    Where "same" answers would join what a "different" answer or the register keeps apart, none of them
    holds. An "unsure" beside a firm answer on the same names yields to it. Both are problems.
    """
    named: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for appearance in sorted(set(appearances)):
        named[appearance.kind, spaced(appearance.name)].append(appearance)
    matched = [_matched(decision, named) for decision in sorted(set(decisions))]
    problems = [_unused(one.decision) for one in matched if not _speaks(one)]
    speaking = [one for one in matched if _speaks(one)]
    problems += _yielding(speaking)
    apart = [one for one in speaking if one.decision.answer is not Answer.SAME]
    separations = tuple(map(_separation, apart))
    same = [one for one in speaking if one.decision.answer is Answer.SAME]
    torn = contradicted([join for one in same for join in _joins(one)], separations)
    where = {appearance: cluster for cluster in torn for appearance in cluster}
    problems += [_contradiction(one, where[one.left[0]], apart) for one in same if one.left[0] in where]
    holding = [one for one in same if one.left[0] not in where]
    joins = tuple(join for one in holding for join in _joins(one))
    return Applied(joins, separations, (*holding, *apart), tuple(sorted(problems)))


def _matched(decision: Decision, named: dict[tuple[str, str], list[Appearance]]) -> Matched:
    left = _in_letters(named.get((decision.kind, decision.left), ()), decision.left_letters)
    right = _in_letters(named.get((decision.kind, decision.right), ()), decision.right_letters)
    return Matched(decision, left, right)


def _in_letters(found: Iterable[Appearance], letters: Sequence[str]) -> tuple[Appearance, ...]:
    """Return a name in these letters, or in every letter; the register only where it is named."""
    return tuple(
        appearance
        for appearance in found
        if appearance.letter in letters or (not letters and appearance.letter != REGISTER)
    )


def _speaks(one: Matched) -> bool:
    """Return whether a decision can be applied: both names are there, and nothing differs from itself."""
    both = bool(one.left and one.right)
    return both and (one.decision.answer is Answer.SAME or set(one.left).isdisjoint(one.right))


def _joins(one: Matched) -> Iterator[Join]:
    for left, right in pairwise(sorted({*one.left, *one.right})):
        yield Join(left, right, Strength.DECISION)


def _separation(one: Matched) -> Separation:
    return Separation(one.left, one.right, firm=one.decision.answer is Answer.DIFFERENT)


def _unused(decision: Decision) -> Problem:
    return Problem(
        "decision-unused", f"{decision} speaks of no two names of these letters; check the names and letters."
    )


def _contradiction(one: Matched, torn: Cluster, apart: Iterable[Matched]) -> Problem:
    firm = [other for other in apart if other.decision.answer is Answer.DIFFERENT]
    against = [
        other.decision
        for other in firm
        if not set(torn).isdisjoint(other.left) and not set(torn).isdisjoint(other.right)
    ]
    said = _listed(against) or "the register, which has two entries for them"
    return Problem(
        "decisions-contradict", f"{one.decision} contradicts {said}; the answer “same” was not applied."
    )


def _yielding(speaking: Iterable[Matched]) -> Iterator[Problem]:
    """Yield a problem for each "unsure" that stands beside a firm answer on the same names."""
    answers: dict[frozenset[tuple[Appearance, ...]], list[Decision]] = defaultdict(list)
    for one in speaking:
        answers[frozenset((one.left, one.right))].append(one.decision)
    for said in answers.values():
        firm = [decision for decision in said if decision.answer is not Answer.UNSURE]
        for decision in said:
            if firm and decision.answer is Answer.UNSURE:
                message = f"{decision} contradicts {_listed(firm)}; “unsure” was not applied."
                yield Problem("decisions-contradict", message)


def _listed(decisions: Iterable[Decision]) -> str:
    return " and ".join(map(str, sorted(decisions, key=lambda decision: decision.line)))
