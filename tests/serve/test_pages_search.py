"""Search: what a user types is words, never syntax; accents and case are folded; snippets show what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.search import SearchIndex, Words, folded, places, snippet

LETTERS = [
    ("AL FRA 1/2020", "La société Éolienne du Nord aurait expulsé des habitants."),
    ("AL OTH 2/2020", "Forced labour was allegedly used. The NEAR shore, and OR."),
    ("UA PER 3/2021", "El Niño: labour forced by nobody. Łódź and Straße."),
]
THINGS = [["Société Générale", "SG"], ["Working Group on business"], ["Łódź Works"]]
INDEX = SearchIndex(LETTERS, THINGS)


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("societe", {0}),
        ("SOCIÉTÉ", {0}),
        ("eol", {0}),
        ("forced labour", {1, 2}),
        ('"forced labour"', {1}),
        ("“forced labour”", {1}),
        ('"labour forced" nin', {2}),
        ("nino", {2}),
        ("2/2020", {1}),
        ("NEAR", {1}),
        ("NEAR(", {1}),
        ("OR", {1}),
        ('a" OR text:b*', set()),
        ("title: forced", set()),
        ("-forced", {1, 2}),
        ("^forced", {1, 2}),
        ("forced*", {1, 2}),
        ("{forced labour}", {1, 2}),
        ("forced AND NOT labour", set()),
        ("'; DROP TABLE letters; --", set()),
        ("", set()),
        ('""', set()),
        ("\0", set()),
    ],
)
def test_words_find_letters(typed: str, letters: set[int]) -> None:
    assert set(INDEX.letters(Words.of(typed))) == letters


@pytest.mark.parametrize(
    ("typed", "things"), [("societe gen", {0}), ("sg", {0}), ("group", {1}), ("zz", set())]
)
def test_names_find_things(typed: str, things: set[int]) -> None:
    assert set(INDEX.things(Words.of(typed))) == things


@given(st.text(max_size=60))
def test_nothing_typed_is_syntax(typed: str) -> None:
    INDEX.letters(Words.of(typed))
    INDEX.things(Words.of(typed))


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(max_size=200), st.text(max_size=20))
def test_snippet_is_of_the_text(text: str, typed: str) -> None:
    words = Words.of(typed)
    found = snippet(text, words)
    assert "".join(piece for piece, _ in found.pieces) in text
    hits = {text[start:end] for start, end in places(text, words)}
    assert {piece for piece, hit in found.pieces if hit} <= hits


def test_snippet_shows_what_was_found() -> None:
    text = "x " * 400 + "the Société Éolienne " + "y " * 400
    found = snippet(text, Words.of("societe eol"))
    assert [piece for piece, hit in found.pieces if hit] == ["Société", "Éolienne"]
    assert found.cut_before
    assert found.cut_after
