"""Families of nearly identical letters, and two letters compared word by word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from werkzeug.test import Client

from kg.compare.pairing import How
from kg.pipeline.families import comparison, families
from kg.serve.site import Site
from tests.serve.test_pages import get, read

FAMILY = "/id/family/AL-OTH-105-2021"
PAIR = "/compare?left=AL-OTH-105-2021&right=AL-OTH-34-2021"
LEVERAGE = "Please explain what concrete steps have been taken by your company to exercise leverage"


def test_families_page_has_what_the_folder_has(client: Client, seeds_graph: Path) -> None:
    page = read(client, "/families")
    text = " ".join(page.all_text.split())
    for family in families(seeds_graph):
        assert FAMILY in page.links()
        assert f"shares {family.shared} of 100 words" in text
        for variant in family.variants:
            assert f"Variant {variant.name}" in text
            for member in variant.members:
                name = member.letter.replace(" ", "-").replace("/", "-")
                assert f"/id/letter/{name}" in page.links()
        for request in family.unmatched:
            assert f"Request {request.number} of variant {request.found_in}" in text
            assert " ".join(request.text.split()) in text
    assert PAIR in page.links()
    assert "computed" in text


@pytest.mark.parametrize(
    ("name", "variant"),
    [("AL-OTH-105-2021", "A"), ("AL-OTH-154-2021", "A"), ("AL-OTH-34-2021", "B")],
)
def test_letter_page_leads_to_its_siblings(client: Client, name: str, variant: str) -> None:
    page = read(client, f"/id/letter/{name}")
    assert f"5 nearly identical letters, 2 variants; this is variant {variant}" in page.all_text
    assert FAMILY in page.links()
    others = {"AL-OTH-105-2021", "AL-OTH-154-2021", "AL-OTH-167-2021", "AL-OTH-34-2021", "AL-OTH-78-2021"}
    for other in others - {name}:
        assert f"/id/letter/{other}" in page.links()
        assert f"/compare?left={name}&right={other}" in page.links()
    assert f"/compare?left={name}&right={name}" not in page.links()


def test_comparison_tells_words_apart_without_colour(client: Client) -> None:
    body = get(client, PAIR)[2]
    page = read(client, PAIR)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("del") > 3
    assert tags.count("ins") > 3
    text = " ".join(page.all_text.split())
    assert "[only AL OTH 105/2021: through its supply chain ]" in text
    assert "93 of 100 words of the bodies are the same" in text
    assert "Request 5 of AL OTH 105/2021 has no counterpart in AL OTH 34/2021." in text
    assert LEVERAGE in text
    assert 'Involvement, as worded <span class="badge alleged">alleged</span>' in body


def test_comparison_holds_every_word_of_both_letters(client: Client, seeds_graph: Path) -> None:
    shown = "".join(read(client, PAIR).all_text.split())
    found = comparison(seeds_graph, "AL OTH 105/2021", "AL OTH 34/2021")
    for one in found.passages:
        texts = [one.left.text] if one.how is How.SAME and one.left else [piece.text for piece in one.pieces]
        for text in texts:
            assert "".join(text.split()) in shown


def test_comparison_is_data_too(client: Client) -> None:
    status, media_type, body = get(client, f"{PAIR}&format=json")
    assert (status, media_type) == (200, "application/json")
    found = json.loads(body)
    assert (found["left"], found["right"], found["shared_percent"]) == (
        "AL OTH 105/2021",
        "AL OTH 34/2021",
        93,
    )


@pytest.mark.parametrize(
    "name",
    [
        "AL OTH 34/2021",
        "al-oth-34-2021",
        "AL-OTH-34-2021",
        "https://w3id.org/sp-letters/id/letter/AL-OTH-34-2021",
    ],
)
def test_letters_are_found_as_people_write_them(seeds_graph: Path, name: str) -> None:
    card = Site(seeds_graph).letter_named(name)
    assert card is not None
    assert card.label == "AL OTH 34/2021"


def test_a_letter_does_not_differ_from_itself(client: Client) -> None:
    assert "No difference." in read(client, "/compare?left=AL-OTH-34-2021&right=AL-OTH-34-2021").all_text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/compare", 200),
        ("/compare?left=AL-OTH-34-2021", 200),
        ("/compare?left=AL-OTH-34-2021&right=", 200),
        ("/compare?left=AL-OTH-34-2021&right=nothing", 404),
        ("/compare?left=..%2F..%2Fmanifest.json&right=%00", 404),
        ("/families?page=99", 200),
    ],
)
def test_what_can_be_asked(client: Client, address: str, status: int) -> None:
    assert get(client, address)[0] == status


def test_chosen_letter_stays_in_the_form(client: Client) -> None:
    page = read(client, "/compare?left=AL+OTH+34%2F2021")
    assert [found["value"] for tag, found in page.elements if found.get("id") == "left"] == ["AL OTH 34/2021"]
