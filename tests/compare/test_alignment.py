"""Aligning sequences: nothing lost, nothing twice, and soon done."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.alignment import Run, aligned
from kg.compare.matching import matched

SEQUENCES = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(SEQUENCES, SEQUENCES)
def test_runs_cover_both_sequences_once(left: list[str], right: list[str]) -> None:
    a = c = 0
    for run in aligned(left, right):
        assert (run.a, run.c) == (a, c)
        assert run.b > run.a or run.d > run.c
        if run.equal:
            assert left[run.a : run.b] == right[run.c : run.d]
        a, c = run.b, run.d
    assert (a, c) == (len(left), len(right))


@given(SEQUENCES)
def test_a_sequence_is_itself(sequence: list[str]) -> None:
    size = len(sequence)
    assert aligned(sequence, sequence) == ((Run(0, size, 0, size, equal=True),) if size else ())


@given(SEQUENCES, SEQUENCES, SEQUENCES)
def test_what_is_put_in_is_found(before: list[str], put_in: list[str], after: list[str]) -> None:
    equal = sum(run.b - run.a for run in aligned([*before, *after], [*before, *put_in, *after]) if run.equal)
    assert equal == len(before) + len(after)


LONG = 60_000
HOSTILE = {
    "one word": (["a"] * LONG, ["a"] * (LONG + 1)),
    "two words in turn": (["a", "b"] * (LONG // 2), ["b", "a"] * (LONG // 2)),
    "nothing in common": ([f"a{i}" for i in range(LONG)], [f"b{i}" for i in range(LONG)]),
    "turned round": ([f"a{i}" for i in range(LONG)], [f"a{i}" for i in reversed(range(LONG))]),
    "each third changed": ([f"a{i}" for i in range(LONG)], [f"a{i}" if i % 3 else "x" for i in range(LONG)]),
    "each word twice": ([f"a{i % (LONG // 2)}" for i in range(LONG)], [f"a{i % (LONG // 2 - 1)}" for i in range(LONG)]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_long_sequences_are_soon_aligned(name: str) -> None:
    left, right = HOSTILE[name]
    start = time.process_time()
    runs = aligned(left, right)
    assert time.process_time() - start < 5
    assert runs[-1].b == len(left)


REQUESTS = [
    ("the same in another order", ["Is the dam full?", "Who was paid?"], ["Who was paid?", "Is the dam full?"], [(0, 1), (1, 0)]),
    (
        "a formula makes nothing alike",
        ["Please provide information on the water of the wells."],
        ["Please provide information on the arrest of Ms. Ost."],
        [(0, None), (None, 0)],
    ),
    (
        "reworded behind the same opening",
        ["Please state whether your company has reported the abuses to authorities, including where it is domiciled."],
        ["Please state whether your company has reported the abuses to the authorities. Furthermore, explain how reports are shared with prosecutors, courts and other bodies in charge."],
        [(0, 0)],
    ),
    ("nothing on one side", [], ["Who was paid?"], [(None, 0)]),
    ("nothing at all", [], [], []),
    ("texts without words", ["…"], ["…"], [(0, None), (None, 0)]),
    ("one of two that are equal", ["Who was paid?", "Who was paid?"], ["Who was paid?"], [(0, 0), (1, None)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"), [row[1:] for row in REQUESTS], ids=[r[0] for r in REQUESTS]
)
def test_matched(left: list[str], right: list[str], expected: list[tuple[int | None, int | None]]) -> None:
    assert [(pair.left, pair.right) for pair in matched(left, right)] == expected


@given(st.lists(st.text("abc ", max_size=12), max_size=8), st.lists(st.text("abc ", max_size=12), max_size=8))
def test_each_text_is_matched_once(left: list[str], right: list[str]) -> None:
    pairs = matched(left, right)
    assert sorted(pair.left for pair in pairs if pair.left is not None) == list(range(len(left)))
    assert sorted(pair.right for pair in pairs if pair.right is not None) == list(range(len(right)))
