"""Whole letters: the faults of the seeds are found, and letters without fault are left in peace."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.pipeline.lint import Doubt, linted, written
from tests.builders.letter import seed_letter
from tests.builders.pdf import build_pdf

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SEED_FAULTS = {"doubtful-symbol": 5, "dead-link": 5, "list-starts-late": 5, "unbalanced-quotation": 10}
# What is wrong with the letters of the gold folder, on purpose: an unequal or reordered list of resolutions and
# the wrong symbol that circulates.
GOLD_FAULTS = {
    ("en_government_al_2013_unequal.txt", "counts-differ"),
    ("en_government_ol_2024_civil_society.txt", "order-differs"),
    ("en_government_ua_2021_ten.txt", "order-differs"),
    ("es_empresa_al_2022_palma.txt", "doubtful-symbol"),
    ("es_gobierno_al_2020_paginas.txt", "order-differs"),
    ("fr_banque_al_2020_port.txt", "order-differs"),
}


def kg(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def of_seeds(seeds_graph: Path) -> tuple[Doubt, ...]:
    found, failures = linted([seeds_graph])
    assert failures == ()
    return found


def test_the_faults_of_the_seeds(of_seeds: tuple[Doubt, ...]) -> None:
    assert Counter(one.code for one in of_seeds) == SEED_FAULTS
    assert set(Counter(one.source for one in of_seeds).values()) == {5}
    quoted = sorted(one.message.split(" has a")[0] for one in of_seeds if one.code == "unbalanced-quotation")
    assert quoted == 5 * ["The quotation of Guiding Principle 15"] + 5 * [
        "The quotation of the Commentary to Guiding Principle 19"
    ]


def test_places_lead_to_the_words(of_seeds: tuple[Doubt, ...]) -> None:
    for one in of_seeds:
        text = (ROOT / "seeds" / one.source).read_bytes().decode()
        line = text.split("\n")[one.line - 1]
        assert line[one.column - 1 :].startswith(text[one.start : one.end].split("\n")[0])
        assert one.page is None


def test_a_graph_folder_and_its_letters_have_the_same_faults(of_seeds: tuple[Doubt, ...]) -> None:
    found, failures = linted([ROOT / "seeds"])
    assert failures == ()
    assert sorted(map(repr, found)) == sorted(map(repr, of_seeds))


@pytest.mark.slow
def test_no_false_alarm_in_the_gold_letters() -> None:
    found, failures = linted([GOLD])
    assert {failure.name for failure in failures} <= {"README.md"}
    assert {(one.source, one.code) for one in found} == GOLD_FAULTS


def test_formats(of_seeds: tuple[Doubt, ...]) -> None:
    rows = list(csv.DictReader(StringIO(written(of_seeds, "csv"), newline="")))
    assert [(row["source"], int(row["line"]), row["code"]) for row in rows] == [
        (one.source, one.line, one.code) for one in of_seeds
    ]
    plain = json.loads(written(of_seeds, "json"))
    assert plain[0]["suggestion"] == of_seeds[0].suggestion
    assert f"{of_seeds[0].source}:{of_seeds[0].line}:{of_seeds[0].column}" in written(of_seeds, "table", 400)
    assert written((), "json") == "[]\n"
    with pytest.raises(UsageError, match="table, csv or json"):
        written(of_seeds, "xml")


CLEAN = GOLD / "en_company_al_2020_rubber.txt"


@pytest.mark.parametrize(
    ("names", "code", "said"),
    [
        (("seeds",), 4, "25 doubtful citations"),
        (("clean",), 0, "0 doubtful citations"),
        (("no-letter",), 3, "no mandate of the Special Procedures"),
        (("clean", "no-letter"), 3, "no mandate of the Special Procedures"),
        (("missing",), 3, "missing.txt"),
    ],
    ids=["seeds", "clean", "no letter", "clean and no letter", "missing"],
)
def test_exit_codes(names: tuple[str, ...], code: int, said: str, seeds_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "recipe.txt").write_text("Take three eggs.", encoding="utf-8")
    places = {
        "seeds": seeds_graph,
        "clean": CLEAN,
        "no-letter": tmp_path / "recipe.txt",
        "missing": tmp_path / "missing.txt",
    }
    done = kg("lint", *(places[name] for name in names), "--format", "json")
    assert done.returncode == code
    assert said in done.stderr
    assert bool(json.loads(done.stdout)) is (code == 4)


def test_page_of_a_finding(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(build_pdf(seed_letter()))
    found, _ = linted([tmp_path])
    pages = {one.page for one in found if one.code == "doubtful-symbol"}
    assert pages
    assert all(page is not None and page > 1 for page in pages)
