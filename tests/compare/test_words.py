"""Words as they are compared, and own names among them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.words import forms, replaced, words

CASES = [
    ("Uyghur autonomous region", ("uyghur", "autonomous", "region")),
    ("your company’s staff", ("your", "company's", "staff")),
    ("your company's staff", ("your", "company's", "staff")),
    ("“re-educated”, l’État", ("re", "educated", "l'état")),
    ("l’E\u0301tat", ("l'état",)),
    ("extremism.¹ Such", ("extremism", "1", "such")),
    ("Straße ﬁnal", ("strasse", "final")),
    ("… — ; ( )", ()),
    ("snake_case", ("snake", "case")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_forms(text: str, expected: tuple[str, ...]) -> None:
    assert forms(text) == words(text).forms == expected


@given(st.text(max_size=80), st.data())
def test_stretches_make_up_the_text(text: str, data: st.DataObject) -> None:
    found = words(text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(found)), max_size=4)))
    edges = [0, *cuts, len(found)]
    pieces = [found.stretch(a, b) for a, b in pairwise(edges)]
    assert len(found) == 0 or "".join(pieces) == text
    assert all(text[a:b].strip() == text[a:b] for a, b in found.places)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("to hitachi ltd in", [("hitachi", "ltd"), ("hitachi",)], "to * in"),
        ("hitachi and sony", [("hitachi",), ("sony",)], "* and *"),
        ("hitachi hitachi ltd", [("hitachi", "ltd")], "hitachi *"),
        ("nothing here", [("here", "there")], "nothing here"),
        ("", [("a",)], ""),
        ("a b", [()], "a b"),
    ],
)
def test_names_become_one_word(text: str, names: list[tuple[str, ...]], expected: str) -> None:
    assert " ".join(replaced(text.split(), names, "*")) == expected
