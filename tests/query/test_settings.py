"""What a user set is held against the graph: folded where it can be, refused with near names where not."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SettingError
from kg.model.nearness import LONGEST, folded_reference, near
from kg.query.engine import open_store
from kg.query.questions import questions
from kg.query.settings import settled

QUESTIONS = {question.name: question for question in questions()}
REFERENCE = "AL OTH 105/2021"


@pytest.fixture(scope="session")
def store(seeds_graph: Path) -> ox.Store:
    return open_store(seeds_graph)


SETTLED = [
    ("signatures", "letter", REFERENCE, REFERENCE),
    ("signatures", "letter", "al oth 105/2021", REFERENCE),
    ("signatures", "letter", " AL OTH 105/2021 ", REFERENCE),
    ("signatures", "letter", "al-oth-105-2021", REFERENCE),
    ("family-letters", "letter", "ALOTH105/2021", REFERENCE),
    ("letters", "sender", "mandate:sr-torture ", "mandate:sr-torture"),
    ("letters", "recipient", "government:TCD", "government:TCD"),
    ("letters", "principle", "13", "13"),
    ("letters", "year", "1999", "1999"),
    ("why-addressed", "name", "nobody has this name", "nobody has this name"),
    ("why-addressed", "name", " AG", " AG"),
    ("request-words", "number", "99", "99"),
    ("holders-by-register", "date", "2020-02-29", "2020-02-29"),
]


@pytest.mark.parametrize(("name", "key", "text", "expected"), SETTLED)
def test_setting_is_taken(name: str, key: str, text: str, expected: str, store: ox.Store) -> None:
    assert settled(QUESTIONS[name], store, {key: text}) == {key: expected}


REFUSED = [
    ("signatures", "letter", "OTH 106/2021", "perhaps AL OTH 105/2021"),
    ("signatures", "letter", "105", "perhaps AL OTH 105/2021"),
    ("signatures", "letter", "", "the question letters lists"),
    ("signatures", "letter", "Hitachi", "the question letters lists"),
    ("letters", "sender", "mandate:sr-tortur", "no mandate:sr-tortur; perhaps mandate:sr-torture"),
    ("letters", "recipient", "company:hitachi", "perhaps company:hitachi-ltd"),
    ("letters", "recipient", "company:ltd-hitachy", "perhaps company:hitachi-ltd"),
    ("letters", "recipient", "government:XXX", "the question things lists"),
    ("letters", "sender", "https://w3id.org/sp-letters/id/mandate/sr-tortur", "perhaps mandate:sr-torture"),
    ("letters", "sender", "sr-torture", "no IRI"),
    ("letters", "sender", "http://[", "no IRI"),
    ("letters", "sender", "https://example.org/%zz", "no IRI"),
    ("letters", "principle", "99", "numbers 1 to 31"),
    ("principle-words", "principle", "0", "numbers 1 to 31"),
    ("letters", "year", "21", "no year"),
    ("letters", "year", "twenty", "no whole number"),
    ("holders-by-register", "date", "2021-13-45", "no day 2021-13-45"),
    ("holders-on-date", "date", "2021-02-29", "no day 2021-02-29"),
    ("holders-on-date", "date", "12 March 2021", "write it as 2021-03-12"),
]


@pytest.mark.parametrize(("name", "key", "text", "said"), REFUSED)
def test_setting_is_refused(name: str, key: str, text: str, said: str, store: ox.Store) -> None:
    with pytest.raises(SettingError, match=said) as caught:
        settled(QUESTIONS[name], store, {key: text})
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_long_nonsense_is_refused_at_once_and_shortly(store: ox.Store) -> None:
    with pytest.raises(SettingError) as caught:
        settled(QUESTIONS["signatures"], store, {"letter": "al oth " * 5000})
    assert len(str(caught.value)) < 300


@given(st.text(max_size=LONGEST + 50), st.lists(st.text(max_size=30), max_size=20))
def test_near_names_are_names_there_are(name: str, known: list[str]) -> None:
    assert set(near(name, known)) <= set(known)
    assert set(near(name, known, folded_reference)) <= set(known)


@given(st.lists(st.sampled_from(["AL OTH 105/2021", "UA CHN 3/2019", "OL FRA 12/2020"]), unique=True))
def test_a_piece_of_a_reference_is_near_to_it(known: list[str]) -> None:
    for reference in known:
        assert reference in near(reference.split(" ", 1)[1].lower(), known, folded_reference)
