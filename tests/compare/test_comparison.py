"""Two letters side by side."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.compare.as_json import comparison_json
from kg.compare.as_text import comparison_text
from kg.compare.comparison import Comparison, Piece, Word, comparison, pieces
from kg.compare.pairing import How
from kg.compare.words import words
from tests.compare.made import ASKED, TOLD, made

SENTENCES = st.sampled_from((*TOLD, *ASKED, "A word.", "Une phrase à part.", ""))
LETTERS = st.builds(
    made,
    st.integers(1, 3),
    company=st.sampled_from(("Orvane Hydro Ltd", "Belcour S.A.", "Norn")),
    date=st.sampled_from(("2022-05-04", "2022-05", "")),
    told=st.lists(SENTENCES, max_size=5),
    asked=st.lists(st.sampled_from((*ASKED, TOLD[0])), max_size=4),
    notes=st.lists(SENTENCES, max_size=2),
)


def exchanged(one: Comparison) -> dict[str, Any]:
    """Return what the comparison the other way round must say."""
    other = {"left": "right", "right": "left"}

    def turn(value: object) -> object:
        if isinstance(value, dict):
            return {other.get(key, key): turn(kept) for key, kept in value.items()}
        if isinstance(value, list | tuple):
            return [turn(kept) for kept in value]
        return value

    plain = json.loads(json.dumps(comparison_json(one)))
    turned = turn(plain)
    assert isinstance(turned, dict)
    for listed in ("requests", "allegations", "passages"):
        for passage in turned[listed]:
            passage["how"] = other.get(passage["how"], passage["how"])
            turn_pieces(passage["pieces"])
    turn_pieces(turned["involvement"])
    return turned


def plain_text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def sorted_lists(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the comparison without the order in which passages and words are shown: left ones first."""
    for listed in ("requests", "allegations", "passages"):
        for passage in plain[listed]:
            passage["pieces"].sort(key=plain_text)
        plain[listed].sort(key=plain_text)
    plain["involvement"].sort(key=plain_text)
    return plain


def turn_pieces(found: list[dict[str, str]]) -> None:
    other = {"left": "right", "right": "left"}
    for piece in found:
        piece["in"] = other.get(piece["in"], piece["in"])


@given(LETTERS)
@settings(max_examples=40, deadline=None)
def test_a_letter_does_not_differ_from_itself(letter: object) -> None:
    found = comparison(letter, letter)  # type: ignore[arg-type]
    assert not found.differs
    assert found.shared in {0, 100}
    assert comparison_text(found).endswith("No difference.\n")


@given(LETTERS, LETTERS)
@settings(max_examples=40, deadline=None)
def test_left_and_right_are_exchanged(left: object, right: object) -> None:
    forth, back = comparison(left, right), comparison(right, left)  # type: ignore[arg-type]
    assert sorted_lists(exchanged(forth)) == sorted_lists(json.loads(json.dumps(comparison_json(back))))


@given(LETTERS, LETTERS)
@settings(max_examples=40, deadline=None)
def test_no_passage_is_lost(left: object, right: object) -> None:
    found = comparison(left, right)  # type: ignore[arg-type]
    for side, letter in (("left", left), ("right", right)):
        shown = sorted(getattr(one, side).text for one in found.passages if getattr(one, side) is not None)
        assert shown == sorted(passage.text for passage in letter.body)  # type: ignore[attr-defined]
        spans = [span for one in found.passages if getattr(one, side) for span in getattr(one, side).spans]
        assert all(letter.text[a:b].strip() for a, b in spans)  # type: ignore[attr-defined]


@given(st.text("ab ,.", max_size=60), st.text("ab ,.", max_size=60))
def test_pieces_make_up_both_texts(left: str, right: str) -> None:
    found = pieces(words(left), words(right))
    if words(left).forms and words(right).forms:
        assert "".join(one.text for one in found if one.where is not Word.RIGHT) == left
    assert [w for one in found if one.where is not Word.LEFT for w in words(one.text).forms] == list(
        words(right).forms
    )


CASES = [
    ("spelling", "the Uyghur region", "the Uygur region", ["the ", "-Uyghur ", "+Uygur ", "region"]),
    ("punctuation", "processes, if it", "processes if it", ["processes, if it"]),
    ("marks", "company's staff", "company’s staff", ["company's staff"]),
    ("only left", "one", "", ["-one"]),
    ("nothing", "", "", []),
]


@pytest.mark.parametrize(
    ("left", "right", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_pieces(left: str, right: str, expected: list[str]) -> None:
    sign = {Word.BOTH: "", Word.LEFT: "-", Word.RIGHT: "+"}
    assert [f"{sign[one.where]}{one.text}" for one in pieces(words(left), words(right))] == expected


def test_what_differs_is_named() -> None:
    left = made(1, notes=["See the report of the Uyghur office."])
    right = made(
        2,
        company="Belcour S.A.",
        told=[*TOLD[:3], TOLD[4], TOLD[3].replace("families", "persons")],
        asked=[ASKED[0], ASKED[2]],
        notes=["See the report of the Uygur office."],
    )
    found = comparison(left, right)
    assert {field.name for field in found.fields if field.differs} == {
        "reference",
        "addressee",
        "number of requests",
    }
    assert [
        (one.how, one.left and one.left.number, one.right and one.right.number) for one in found.requests
    ] == [
        (How.SAME, "1", "1"),
        (How.LEFT, "2", None),
        (How.MOVED, "3", "2"),
    ]
    note = found.passages[-1]
    assert (note.how, note.pieces[1:3]) == (
        How.CHANGED,
        (Piece(Word.LEFT, "Uyghur "), Piece(Word.RIGHT, "Uygur ")),
    )
    text = comparison_text(found)
    assert "Request 2 of AL OTH 1/2022 has no counterpart in AL OTH 2/2022." in text
    assert "Request 3 of AL OTH 1/2022 is request 2 of AL OTH 2/2022." in text
    assert "[-Uyghur-] {+Uygur+}" in text
