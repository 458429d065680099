"""The vocabulary is complete, closed, and says nothing that would let a reasoner invent a fact."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.resources import folder
from kg.vocab.display import legend
from kg.vocab.terms import (
    PROV,
    SPL,
    notations,
    properties_pointing_at,
    protected_classes,
    superclasses,
    vocabulary,
)

TRIPLES = list(ox.parse(path=folder("ontology") / "vocabulary.ttl", format=ox.RdfFormat.TURTLE))
OURS = sorted(name for name, entry in vocabulary().items() if entry.file == "vocabulary.ttl")
CLASSES = [name for name in OURS if "owl:Class" in vocabulary()[name].types()]


@pytest.mark.parametrize("name", OURS)
def test_every_term_has_one_english_label_and_a_comment(name: str) -> None:
    entry = vocabulary()[name]
    assert entry.by_language("rdfs:label")["en"]
    assert entry.by_language("rdfs:comment")["en"]


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_named_in_three_languages(name: str) -> None:
    assert set(vocabulary()[name].by_language("rdfs:label")) == {"en", "fr", "es"}


def test_no_domain_and_no_range_and_no_blank_node() -> None:
    predicates = {triple.predicate.value.rsplit("#", 1)[-1] for triple in TRIPLES}
    assert not predicates & {"domain", "range", "sameAs", "equivalentClass", "inverseOf"}
    assert not [triple for triple in TRIPLES if isinstance(triple.subject, ox.BlankNode)]


def test_every_term_of_ours_that_a_file_uses_is_defined() -> None:
    for path in sorted(folder("ontology").glob("*.ttl")):
        used = {
            term.value
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
            for term in (quad.subject, quad.predicate, quad.object)
            if isinstance(term, ox.NamedNode) and term.value.startswith(SPL.base)
        }
        unknown = sorted(iri for iri in used if iri.removeprefix(SPL.base) not in SPL)
        assert not unknown, path.name


def test_a_misspelt_term_is_an_error_and_no_new_iri() -> None:
    with pytest.raises(OntologyError, match="adressing"):
        SPL.adressing  # noqa: B018 - the look-up is what is tested
    with pytest.raises(OntologyError, match="hadPrimarySauce"):
        PROV["hadPrimarySauce"]
    assert SPL["basis-stated"] == "https://w3id.org/sp-letters/ns#basis-stated"
    assert SPL.local("https://w3id.org/sp-letters/ns#Company") == "Company"
    assert SPL.local("https://w3id.org/sp-letters/ns#Compagnie") is None


def test_what_is_shown_has_an_order_of_its_own() -> None:
    orders = [shown.order for shown in legend().values()]
    assert len(set(orders)) == len(orders)
    assert legend()["Addressee"].label == "CEO / head of company (addressee)"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Communication", {"AL": "AllegationLetter", "JUA": "JointUrgentAppeal", "OL": "OtherLetter"}),
        ("Basis", {"aligned": "basis-aligned", "external": "basis-external"}),
        ("Remark", {"concern": "Concern", "reliability": "ReliabilityStatement"}),
        ("InvolvementChannel", {"supply-chain": "channel-supply-chain"}),
    ],
)
def test_notations_name_classes_and_individuals(kind: str, expected: dict[str, str]) -> None:
    assert expected.items() <= notations(kind).items()


def test_superclasses_are_found_from_near_to_far() -> None:
    assert superclasses("InvolvementAllegation") == ("Allegation", "Claim")
    assert superclasses("Report") == ("Document",)
    assert superclasses("NoSuchClass") == ()


def test_companies_and_persons_are_protected() -> None:
    names = {iri.rsplit("#", 1)[1] for iri in protected_classes()}
    assert names == {"Company", "Person", "Organisation"}
    assert {iri.rsplit("#", 1)[1] for iri in protected_classes()[SPL.Company]} == {
        "type",
        "label",
        "nameAsWritten",
    }
    assert SPL.aboutCompany in properties_pointing_at("Company")
    assert SPL.claim not in properties_pointing_at("Company")
