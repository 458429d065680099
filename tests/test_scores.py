"""Scores against hand-computed and published numbers, and how values are matched."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.fields import base_article
from kg.pipeline.matching import Item, folded, likeness, match, match_sentences, tokens
from kg.pipeline.scores import Counts, total, wilson

# -- scores ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(8, 2, 2), 0.8, 0.8, 0.8),
        (Counts(3, 1, 3), 0.75, 0.5, 0.6),
        (Counts(1, 0, 3), 1.0, 0.25, 0.4),
        (Counts(0, 2, 0), 0.0, None, 0.0),
        (Counts(0, 0, 2), None, 0.0, 0.0),
        (Counts(0, 0, 0, 5), None, None, None),
    ],
)
def test_rates(counts: Counts, precision: float | None, recall: float | None, f1: float | None) -> None:
    for got, expected in ((counts.precision, precision), (counts.recall, recall), (counts.f1, f1)):
        assert got == expected or (got is not None and expected is not None and isclose(got, expected))


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score without continuity correction)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_of_the_literature(hits: int, trials: int, low: float, high: float) -> None:
    interval = wilson(hits, trials)
    assert interval is not None
    assert interval == pytest.approx((low, high), abs=0.00006)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_intervals_hold_their_rates(tp: int, fp: int, fn: int) -> None:
    counts = Counts(tp, fp, fn)
    for rate, interval in (
        (counts.precision, counts.precision_interval),
        (counts.recall, counts.recall_interval),
        (counts.f1, counts.f1_interval),
    ):
        assert (rate is None) == (interval is None)
        if rate is not None and interval is not None:
            assert 0 <= interval[0] <= rate <= interval[1] <= 1


def test_total_adds_everything() -> None:
    assert total([Counts(1, 2, 3, 4), Counts(10, 20, 30, 40), Counts()]) == Counts(11, 22, 33, 44)


# -- matching -------------------------------------------------------------------------------------------


def items(*names: str, required: bool = True) -> list[Item]:
    return [Item((name,), name, required=required) for name in names]


@pytest.mark.parametrize(
    ("expected", "got", "found", "missing", "extra"),
    [
        (items("a", "b"), items("b", "c"), ["b"], ["a"], ["c"]),
        (items("a"), items("a", "a"), ["a"], [], []),  # said twice, counted once
        (items("a", required=False), items("a"), [], [], []),
        (items("a", required=False), [], [], [], []),
        ([], items("a"), [], [], ["a"]),
        (
            [Item(("x", "supplier"), "x", frozenset({("x", "mentioned")}))],
            [Item(("x", "mentioned"), "y")],
            ["x"],
            [],
            [],
        ),
    ],
)
def test_match(
    expected: list[Item], got: list[Item], found: list[str], missing: list[str], extra: list[str]
) -> None:
    outcome = match(expected, got)
    assert [gold.shown for gold, _ in outcome.found] == found
    assert [item.shown for item in outcome.missing] == missing
    assert [item.shown for item in outcome.extra] == extra


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_match_accounts_for_every_value_once(expected: list[str], got: list[str]) -> None:
    outcome = match(items(*dict.fromkeys(expected)), items(*got))
    assert len(outcome.found) + len(outcome.missing) == len(set(expected))
    assert len(outcome.found) + len(outcome.extra) == len(set(got))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("He was allegedly beaten at the station.", "He was allegedly beaten at the  station", True),
        ("He was allegedly beaten at the station.", "She was fined in court.", False),
        ("He was allegedly beaten at the police station.", "He was allegedly beaten at the station.", True),
        # a clause of the sentence, no other words
        (
            "your company may be involved in alleged forced labour",
            "We have learned that your company may be involved in alleged forced labour",
            True,
        ),
        (
            "forced labour",
            "We have learned that your company may be involved in alleged forced labour",
            False,
        ),
        ("", "He was beaten.", False),
    ],
)
def test_likeness_of_sentences(one: str, other: str, *, same: bool) -> None:
    assert (likeness(set(tokens(one)), set(tokens(other))) > 0) is same


def test_the_likeliest_sentences_are_matched_first() -> None:
    gold = items("he was beaten at the station", "he was beaten at the old station")
    got = items("he was beaten at the old station")
    outcome = match_sentences(gold, got)
    assert [pair[0].shown for pair in outcome.found] == ["he was beaten at the old station"]
    assert [item.shown for item in outcome.missing] == ["he was beaten at the station"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hitachi, Ltd", "Hitachi,  Ltd."),
        ("l’Homme", "L'HOMME"),
        ("Mr.", "mr"),
        ("ﬁrm", "firm"),
        ("co\u00adop", "coop"),
    ],
)
def test_folded_names(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("article", "base"),
    [
        ("12", "12"),
        ("12(2)(b)", "12"),
        ("2.2", "2"),
        ("5 a)", "5"),
        ("6 bis", "6bis"),
        (9, "9"),
        ("common 3", "common 3"),
    ],
)
def test_base_number_of_an_article(article: object, base: str) -> None:
    assert base_article(article) == base
