"""Whatever a record holds, an allegation cannot become a fact and nothing loses its words."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import HealthCheck, Phase, given, settings

from kg.graph.letter import letter_quads
from kg.graph.nquads import canonical
from kg.graph.verify import verify
from kg.model.quads import lines_of
from kg.model.record import Record
from kg.vocab.terms import RDF, SPL, XSD, properties_pointing_at, protected_classes
from tests.builders.register import small_register
from tests.graph.strategies import TEXT, records

REGISTER = small_register()
TEXTS = {"a" * 12: TEXT, "b" * 12: TEXT}
NUMBERS = {XSD.string, XSD.integer, XSD.boolean, XSD.date, XSD.gYear, XSD.gYearMonth}
thorough = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # records are too large to shrink in useful time
    suppress_health_check=[HealthCheck.too_slow],
)


def parsed(record: Record) -> list[ox.Quad]:
    return list(ox.parse(canonical(letter_quads(record, TEXT, REGISTER)), format=ox.RdfFormat.N_QUADS))


@given(records)
@thorough
def test_companies_and_persons_carry_nothing_but_their_names(record: Record) -> None:
    quads = parsed(record)
    for iri, allowed in protected_classes().items():
        protected = {
            quad.subject for quad in quads if quad.predicate.value == RDF.type and quad.object.value == iri
        }
        incoming = properties_pointing_at(iri.removeprefix(SPL.base))
        for quad in quads:
            if quad.subject in protected:
                assert quad.predicate.value in allowed
            if quad.object in protected:
                assert quad.predicate.value in incoming


@given(records)
@thorough
def test_every_claim_is_an_allegation_and_none_is_asserted(record: Record) -> None:
    quads = parsed(record)
    claims = {quad.object for quad in quads if quad.predicate.value == SPL.claim}
    said = {(quad.subject, quad.object.value) for quad in quads if quad.predicate.value == SPL.assertedAsFact}
    assert said == {(claim, "false") for claim in claims}
    labels = [
        quad.object.value
        for quad in quads
        if quad.subject in claims and quad.predicate.value.endswith("#label")
    ]
    assert all(label.startswith("Allegation: ") for label in labels)
    assert len(labels) >= len(claims)
    assert all(
        str(quad.graph_name)[1:-1].endswith(("/claims", "/evidence"))
        for quad in quads
        if quad.subject in claims
    )


@given(records)
@thorough
def test_no_blank_nodes_and_only_plain_literals(record: Record) -> None:
    for quad in parsed(record):
        assert isinstance(quad.subject, ox.NamedNode)
        assert quad.subject.value.isascii()
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        if isinstance(quad.object, ox.Literal):
            assert quad.object.datatype.value in NUMBERS


@given(records)
@thorough
def test_every_fact_shows_its_words(record: Record) -> None:
    assert verify(letter_quads(record, TEXT, REGISTER), TEXTS) == []


@given(records)
@thorough
def test_a_store_gives_back_the_same_bytes(record: Record) -> None:
    data = canonical(letter_quads(record, TEXT, REGISTER))
    store = ox.Store()
    store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    assert canonical(lines_of(store.dump(format=ox.RdfFormat.N_QUADS))) == data
