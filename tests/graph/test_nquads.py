"""Lines are canonical: a store gives back the bytes it was given."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import nquads
from kg.graph.iris import Iri
from kg.model.quads import canonical, is_evidence, lines_of, quad, triples

S, P, G = Iri("https://example.org/s"), "https://example.org/p", Iri("https://example.org/g/evidence")


def line(term: nquads.Term) -> nquads.Line:
    return nquads.line(S, P, term, G)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_a_store_byte_for_byte(text: str) -> None:
    data = canonical([line(nquads.string(text))])
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    assert canonical(lines_of(store.dump(format=ox.RdfFormat.N_QUADS))) == data
    (found,) = store
    assert isinstance(found.object, ox.Literal)
    assert (found.object.value, found.object.datatype.value.rsplit("#", 1)[1]) == (text, "string")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-03-12", '"2021-03-12"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("2021-03", '"2021-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("2021", '"2021"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("2021-13", '"2021-13"'),
        ("2021-03-40", '"2021-03-40"'),
        ("12 July", '"12 July"'),
        ("٢٠٢١", '"٢٠٢١"'),
    ],
)
def test_dates_stay_as_exact_as_they_are(value: str, expected: str) -> None:
    assert nquads.date(value) == expected


@pytest.mark.parametrize(
    ("value", "is_iri"),
    [("https://example.org/a?b=c#d", True), ("https://example.org/a b", False), ("a book of 2020", False)],
)
def test_only_addresses_become_iris(value: str, is_iri: bool) -> None:  # noqa: FBT001
    assert nquads.address(value).startswith("<") is is_iri


@pytest.mark.parametrize(
    "term",
    [
        nquads.string('a "b" <c> .'),
        nquads.integer(-3),
        nquads.boolean(bool("x")),
        nquads.iri("https://x.org/"),
    ],
)
def test_a_line_comes_apart_into_its_terms(term: nquads.Term) -> None:
    assert quad(line(term)) == (f"<{S}>", f"<{P}>", term, f"<{G}>")
    assert list(triples([line(term)])) == [f"<{S}> <{P}> {term} ."]
    assert is_evidence(line(term))


def test_canonical_is_sorted_and_without_repetition() -> None:
    lines = [line(nquads.integer(number)) for number in (3, 1, 3, 2)]
    assert lines_of(canonical(lines)) == sorted(set(lines))
    assert canonical([]) == b""
