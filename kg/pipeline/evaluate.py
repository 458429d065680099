"""Compare what kg reads in letters with gold records: counts per field, mistakes with their words.

``evaluate`` takes records and gold as they are; ``evaluate_folder`` finds gold beside its letters and reads
these with the function it is given, so that nothing here depends on how letters are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any

from kg.pipeline.claims import judge_claims
from kg.pipeline.fields import FIELDS, Field, Json, entries, judge_questions
from kg.pipeline.gold import cases, normalised, not_judged
from kg.pipeline.matching import Item, Outcome
from kg.pipeline.must_not import Violation, violations
from kg.pipeline.scores import Counts, total

_JUDGED = frozenset({field.key for field in FIELDS} | {"claims", "questions"})
_EXTRA = frozenset(field.name for field in FIELDS if field.extra)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A value that is missing (``got`` None), should not be there (``expected`` None), or is another."""

    letter: str
    field: str
    expected: str | None
    got: str | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of comparing records with gold.

    Attributes:
        letters: How many letters were compared.
        fields: Counts by field, in the order of the letter record.
        micro: The sum over all fields but those marked as extra.
        micro_without_claims: The same without claims, whose issues are a matter of judgement.
        mistakes: In the order of letters and fields.
        violations: Facts that must not be there.
        unknown_must_not: Kinds of ``must_not`` entries nobody can check, with how often they occur.
        not_judged: Keys of gold records that nothing compares, with how often they occur.
    """

    letters: int
    fields: Mapping[str, Counts]
    micro: Counts
    micro_without_claims: Counts
    mistakes: tuple[Mistake, ...]
    violations: tuple[Violation, ...]
    unknown_must_not: Mapping[str, int]
    not_judged: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """Return the evaluation as a JSON object; rates are null where nothing was judged."""
        return {
            "letters": self.letters,
            "micro": _scores(self.micro),
            "micro_without_claims": _scores(self.micro_without_claims),
            "fields": {name: _scores(counts) for name, counts in self.fields.items()},
            "mistakes": [asdict(mistake) for mistake in self.mistakes],
            "must_not": [asdict(violation) for violation in self.violations],
            "unknown_must_not": dict(self.unknown_must_not),
            "not_judged": dict(self.not_judged),
        }

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.table())}</pre>"

    def table(self) -> str:
        """Return the evaluation as text for people: counts and rates, then mistakes."""
        lines = [
            _ROW.format("field", "tp", "fp", "fn", "precision", "recall", "F1", "F1, 95 %"),
            *(_row(name, counts) for name, counts in self.fields.items()),
            _row("all fields", self.micro),
            _row("all but claims", self.micro_without_claims),
            f"{self.letters} letters, {len(self.violations)} facts that must not be there",
        ]
        lines += [_mistake_line(mistake) for mistake in self.mistakes]
        lines += [
            f"{v.letter}: must not: {v.kind} {v.value} ({v.why}); found {v.found}" for v in self.violations
        ]
        lines += [f"no checker for must_not kind: {kind} ({n})" for kind, n in self.unknown_must_not.items()]
        lines += [f"not judged: {key} ({n})" for key, n in self.not_judged.items()]
        return "\n".join(lines)


def evaluate(pairs: Iterable[tuple[Json, Json]]) -> Evaluation:
    """Compare records with gold.

    Args:
        pairs: (record as ``kg extract`` prints it, gold record). Only the keys a gold record has are judged;
            ``id`` names the letter in the list of mistakes.
    """
    tally = _Tally()
    for record, gold in pairs:
        tally.add(str(gold.get("id") or gold.get("reference") or f"letter {tally.letters + 1}"), record, gold)
    return tally.result()


def evaluate_folder(folder: Path, read: Callable[[Path], list[dict[str, Any]]]) -> Evaluation:
    """Compare the letters below ``folder`` with the gold records beside them.

    Args:
        folder: Holds ``NAME.gold.json`` files beside their letters, or a ``seeds_gold.json``.
        read: Returns the records of a letter, one as a rule; a letter that gives none is all missing.

    Raises:
        UsageError: If there is no gold record, or one is damaged or lacks its letter.
    """
    tally = _Tally()
    for case in cases(folder):
        tally.add(case.name, _chosen(read(case.letter), case.gold), case.gold)
    return tally.result()


class _Tally:
    """Counts and mistakes while letters are being compared."""

    def __init__(self) -> None:
        self.letters = 0
        self.counts: dict[str, list[Counts]] = defaultdict(list)
        self.mistakes: list[Mistake] = []
        self.violations: list[Violation] = []
        self.unknown: Counter[str] = Counter()
        self.not_judged: Counter[str] = Counter()

    def add(self, letter: str, record: Json, gold: Json) -> None:
        self.letters += 1
        self.not_judged.update(not_judged(gold, _JUDGED))
        gold = normalised(gold)
        record = _settled(record, gold)
        for field in FIELDS:
            if field.key in gold and not (field.extra and field.key not in record):
                self._count(letter, field.name, field.judge(gold, record), field)
        if "questions" in gold:
            self._count(letter, "questions", judge_questions(gold, record))
        if "claims" in gold:
            for name, outcome in judge_claims(gold, record).items():
                self._count(letter, name, outcome)
        broken, unknown = violations(letter, gold, record)
        self.violations += broken
        self.unknown.update(unknown)

    def _count(self, letter: str, name: str, outcome: Outcome, field: Field | None = None) -> None:
        single = field is not None and field.single
        nothing = not (outcome.found or outcome.missing or outcome.extra)
        self.counts[name].append(
            Counts(len(outcome.found), len(outcome.extra), len(outcome.missing), int(single and nothing))
        )
        self.mistakes += _mistakes(letter, name, outcome, single=single)

    def result(self) -> Evaluation:
        fields = {name: total(parts) for name, parts in self.counts.items()}
        summed = {name: counts for name, counts in fields.items() if name not in _EXTRA}
        return Evaluation(
            letters=self.letters,
            fields=fields,
            micro=total(summed.values()),
            micro_without_claims=total(
                counts for name, counts in summed.items() if name.partition(".")[0] != "claims"
            ),
            mistakes=tuple(self.mistakes),
            violations=tuple(self.violations),
            unknown_must_not=dict(sorted(self.unknown.items())),
            not_judged=dict(sorted(self.not_judged.items())),
        )


def _chosen(records: list[dict[str, Any]], gold: Json) -> Json:
    """Return the record with gold's reference, else the first, else an empty one."""
    same = [record for record in records if record.get("reference") == gold.get("reference")]
    return (same or records or [{}])[0]


def _settled(record: Json, gold: Json) -> Json:
    """Move cited resolutions that gold lists without a mandate to those acted by.

    A resolution that is the basis of no single mandate ("pursuant to General Assembly resolution 60/251 and
    to ...") may stand in either list.
    """
    free = {entry["number"] for entry in entries(gold, "resolutions") if entry.get("mandate") is None}
    acted_by = entries(record, "resolutions")
    cited = entries(record, "other_resolutions")
    free -= {entry["number"] for entry in [*acted_by, *entries(gold, "other_resolutions")]}
    moved = [{**entry, "mandate": None} for entry in cited if entry["number"] in free]
    if not moved:
        return record
    return {
        **record,
        "resolutions": [*acted_by, *moved],
        "other_resolutions": [entry for entry in cited if entry["number"] not in free],
    }


def _mistakes(letter: str, field: str, outcome: Outcome, *, single: bool) -> list[Mistake]:
    if single and outcome.missing and outcome.extra:
        return [Mistake(letter, field, outcome.missing[0].shown, outcome.extra[0].shown)]
    return [
        *(Mistake(letter, field, _shown(item), None) for item in outcome.missing),
        *(Mistake(letter, field, None, _shown(item)) for item in outcome.extra),
    ]


def _shown(item: Item) -> str:
    return item.shown


def _scores(counts: Counts) -> dict[str, Any]:
    return {
        **asdict(counts),
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "precision_interval": counts.precision_interval,
        "recall_interval": counts.recall_interval,
        "f1_interval": counts.f1_interval,
    }


_ROW = "{:<28}{:>6}{:>6}{:>6}{:>11}{:>8}{:>8}  {}"


def _row(name: str, counts: Counts) -> str:
    interval = counts.f1_interval
    between = f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "–"
    rates = (_percent(rate) for rate in (counts.precision, counts.recall, counts.f1))
    return _ROW.format(name, counts.tp, counts.fp, counts.fn, *rates, between)


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.3f}"


def _mistake_line(mistake: Mistake) -> str:
    if mistake.got is None:
        return f"{mistake.letter}: {mistake.field}: missing {mistake.expected}"
    if mistake.expected is None:
        return f"{mistake.letter}: {mistake.field}: not in gold: {mistake.got}"
    return f"{mistake.letter}: {mistake.field}: expected {mistake.expected}, got {mistake.got}"
