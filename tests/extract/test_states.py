"""States by their short and formal names in three languages."""

from __future__ import annotations

import pytest

from kg.extract.states import StateFinder
from kg.vocab.load import load_register

FINDER = StateFinder(load_register())
NAMES = [
    ("the Governments of Chile and of the United Kingdom of Great Britain and Northern Ireland", ["CHL", "GBR"]), ("Kingdom of the Netherlands", ["NLD"]), ("United Republic of Tanzania", ["TZA"]),
    ("République démocratique du Congo", ["COD"]), ("la República Dominicana y los Estados Unidos Mexicanos", ["DOM", "MEX"]), ("la République togolaise et la Guinée", ["TGO", "GIN"]), ("Kyrgyzstan", ["KGZ"]),
    ("au Gouvernement néerlandais et aux autorités sud-africaines", ["NLD", "ZAF"]), ("las autoridades hondureñas y el Gobierno español", ["HND", "ESP"]), ("the Dutch Government", ["NLD"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), NAMES)
def test_states_are_found_by_any_name(text: str, codes: list[str]) -> None:
    assert [mention.value for mention in FINDER.find(text)] == codes


def test_an_adjective_may_serve_two_states() -> None:
    (mention,) = FINDER.find("les autorités congolaises")
    assert (mention.value, mention.get("fits")) == ("", "COD COG")


@pytest.mark.parametrize(
    "text",
    [
        "a plate of chile",
        "the turkey farm",
        "Ruritania",
        "mali principii",
        "un abogado mexicano",
    ],
)
def test_other_words_are_no_states(text: str) -> None:
    assert FINDER.find(text) == ()
