from __future__ import annotations

import json
import re

import pytest
from hypothesis import given

from kg.export.ftm import SCHEMATA, to_ftm
from kg.model.network import Edge, EntityGraph, Node
from kg.vocab.display import legend
from tests.builders.network import campaign
from tests.export.graphs import graphs

# What followthemoney 4 knows of the schemata we write; its own validation accepts the export of the campaign.
PROPERTIES = {
    "Document": {"fileName", "title", "date", "language", "notes"},
    "Company": {"name", "notes"},
    "Organization": {"name", "notes"},
    "PublicBody": {"name", "notes"},
    "Person": {"name", "notes"},
    "Documentation": {"document", "entity", "role", "date", "recordId", "summary", "status"},
    "UnknownLink": {"subject", "object", "role", "date", "recordId", "summary", "status"},
    "Mention": {"document", "name", "resolved", "detectedSchema"},
}
REFERENCES = ("document", "entity", "subject", "object", "resolved")


def entities(graph: EntityGraph) -> list[dict[str, object]]:
    return [json.loads(line) for line in to_ftm(graph).decode().split("\n")[:-1]]


def test_only_known_schemata_and_properties() -> None:
    for entity in entities(campaign()):
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]], entity  # type: ignore[index,call-overload]
        assert re.fullmatch("[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", str(entity["id"]))


def test_every_reference_leads_to_an_entity_of_the_export() -> None:
    found = entities(campaign())
    ids = {entity["id"] for entity in found}
    for entity in found:
        for name in REFERENCES:
            assert set(entity["properties"].get(name, [])) <= ids  # type: ignore[attr-defined]


def test_counts_of_the_campaign() -> None:
    schemata = [entity["schema"] for entity in entities(campaign())]
    counts = {schema: schemata.count(schema) for schema in sorted(set(schemata))}
    assert counts == {
        "Company": 5,
        "Document": 6,
        "Documentation": 5 * (1 + 1 + 7 + 14),
        "Mention": 5 * (1 + 1 + 7 + 14),
        "Person": 12,
        "PublicBody": 14,
        "UnknownLink": 5,
    }


def test_nothing_that_is_alleged_is_exported() -> None:
    graph = campaign()
    text = to_ftm(graph).decode()
    alleged = [edge for edge in graph.edges if edge.certainty == "alleged"]
    assert len(alleged) == 235
    for edge in alleged:
        assert edge.id not in text
        for quote in edge.quotes:
            assert quote.exact not in text
    assert '"topics"' not in text


@pytest.mark.parametrize("kind", ["PersonConcerned", "Person", "Allegation", "Request", "Issue"])
def test_people_a_letter_is_about_and_what_it_alleges_stay_out(kind: str) -> None:
    nodes = (Node("https://x/letter", "Communication", "AL"), Node("https://x/other", kind, "Somebody"))
    edge = Edge("f", nodes[0].id, nodes[1].id, "link", "names", "stated")
    assert "Somebody" not in to_ftm(EntityGraph(nodes, (edge,))).decode()


def test_an_alleged_link_between_exported_kinds_stays_out() -> None:
    nodes = (Node("https://x/letter", "Communication", "AL"), Node("https://x/company", "Company", "C"))
    edge = Edge("f", nodes[0].id, nodes[1].id, "link", "alleged", "alleged")
    assert {entity["schema"] for entity in entities(EntityGraph(nodes, (edge,)))} == {"Document", "Company"}


def test_every_exported_kind_is_a_kind_of_the_ontology() -> None:
    assert set(SCHEMATA) <= set(legend())


@given(graphs())
def test_any_graph_gives_one_json_object_a_line(graph: EntityGraph) -> None:
    found = entities(graph)
    assert [entity["id"] for entity in found] == sorted({str(entity["id"]) for entity in found})


def test_the_bytes_are_the_same_every_time() -> None:
    assert to_ftm(campaign()) == to_ftm(campaign())
