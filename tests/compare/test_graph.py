"""Families in the graph: valid, grounded, named by what they are, and carried by every export."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.families import family_quads
from kg.graph.verify import verify
from kg.model.family import UnmatchedRequest
from kg.model.quads import quad
from kg.pipeline.exports import exported
from kg.validate import validate
from kg.vocab.terms import ID, SPL
from tests.builders.record import TEXT, complete_record
from tests.query import sample_graph

RECORDS = {record.source.sha256[:12]: record for record in (complete_record(), sample_graph.sibling())}


def test_families_are_valid_and_grounded() -> None:
    assert validate(sample_graph.quads()).results == ()
    letters = [line for line in sample_graph.quads() if "/graph/register" not in line]
    assert (
        verify(
            letters,
            dict.fromkeys((line.split("/text/")[1][:12] for line in letters if "/text/" in line), TEXT),
        )
        == []
    )


def test_names() -> None:
    lines = family_quads([sample_graph.family()], RECORDS)
    subjects = {quad(line).subject.strip("<>").removeprefix(ID) for line in lines}
    family = "family/AL-OTH-7-2023"
    assert subjects == {
        family,
        f"{family}/variant/a1",
        f"{family}/variant/b2",
        f"{family}/variant/a1/request/2/missing-in/b",
    }
    assert lines == sorted(set(lines))
    assert {quad(line).graph for line in lines} == {"<https://w3id.org/sp-letters/graph/families/inferred>"}


def test_a_request_read_otherwise_in_one_letter_is_left_out() -> None:
    family = replace(sample_graph.family(), unmatched=(UnmatchedRequest("B", "A", 7, 8, "Nothing."),))
    links = [
        line
        for line in family_quads([family], RECORDS)
        if quad(line).predicate == f"<{SPL.differingRequest}>"
    ]
    assert links == []


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "ntriples", "jsonld"])
def test_every_graph_export_carries_them(form: str, seeds_graph: Path) -> None:
    data, _ = exported(seeds_graph, form)
    formats = {
        "turtle": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG,
        "nquads": ox.RdfFormat.N_QUADS,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD,
    }
    found = [one for one in ox.parse(data, format=formats[form]) if one.predicate.value == SPL.familyMember]
    assert len({one.object for one in found}) == 5


@pytest.mark.parametrize("form", ["graphml", "gexf", "csv"])
def test_pictures_and_tables_say_which_family(form: str, seeds_graph: Path) -> None:
    data, _ = exported(seeds_graph, form)
    if form == "csv":
        with zipfile.ZipFile(io.BytesIO(data)) as tables:
            data = tables.read("nodes.csv")
    assert data.count(b"Family of AL OTH 105/2021 (5 letters)") == 5
