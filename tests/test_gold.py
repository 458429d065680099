"""The gold letters are what their golds say; and kg reads them, and the shared ones when they are here."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline.evaluate import Evaluation, evaluate_folder
from kg.pipeline.gold import cases, normalised
from kg.pipeline.letters import LetterReader, records
from kg.pipeline.matching import folded
from kg.pipeline.must_not import CHECKERS
from kg.vocab.load import load_register
from tests.perturb import PERTURBATIONS, Perturbation

GOLD = Path(__file__).parent / "gold"
CASES = {case.name: case for case in cases(GOLD)}
HOWS = {"quoted", "paraphrased", "cited"}
ROLES = {"addressee", "sender", "parent", "subsidiary", "supplier", "mentioned"}
HOLDERS = {"Special Rapporteur", "Independent Expert", "Chair-Rapporteur", "Vice-Chair", "Vice-Chair on communications", "Chair", "Special Representative of the Secretary-General"}  # fmt: skip
CHANNELS = {"caused", "contributed", "directly-linked", "supply-chain", "unspecified"}

each_letter = pytest.mark.parametrize("name", sorted(CASES))


@cache
def letter(name: str) -> str:
    return " ".join(CASES[name].letter.read_text(encoding="utf-8").replace("\\", "").split())


@cache
def gold(name: str) -> dict[str, Any]:
    return normalised(CASES[name].gold)


def required(name: str, key: str) -> list[Any]:
    return [e for e in gold(name).get(key, ()) if not (isinstance(e, dict) and e.get("optional"))]


def stands_in(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text``, interrupted at most twice (footnote, page foot)."""
    for _ in range(3):
        longest = next((n for n in range(len(words), 0, -1) if words[:n] in text), 0)
        text, words = text[text.find(words[:longest]) + longest :], words[longest:].lstrip()
        if not words:
            return True
    return False


def test_there_are_letters_of_every_kind() -> None:
    golds = [case.gold for case in CASES.values()]
    languages = [entry["language"] for entry in golds]
    assert len(golds) >= 24
    assert languages.count("en") >= 10
    assert languages.count("fr") >= 7
    assert languages.count("es") >= 7
    assert {entry["doc_kind"] for entry in golds} == {"communication", "reply", "other"}
    assert {entry["type"] for entry in golds} >= {"AL", "UA", "OL"}
    assert {entry["addressee"]["kind"] for entry in golds if "addressee" in entry} >= {"company", "government", "other", "rapporteur"}  # fmt: skip
    assert sum("claims" in entry for entry in golds) >= 10


@each_letter
def test_every_string_of_gold_stands_in_its_letter(name: str) -> None:
    record, text = gold(name), letter(name)
    addressee = record.get("addressee") or {}
    parts = [
        person[key] for person in addressee.get("persons", ()) for key in ("name", "honorific", "office")
    ]
    strings = [
        *parts,
        addressee.get("organisation"),
        *(entry["name"] for entry in required(name, "signatories")),
        *(entry.get("role_text") for entry in required(name, "signatories")),
        *(entry["name"] for entry in record.get("companies", ())),
        *required(name, "companies_copied"),
        *(entry["symbol"] for entry in record.get("documents", ())),
        *(entry["text"] for entry in record["questions"]),
        *(entry["text"] for entry in record.get("claims", ())),
        *(entry["number"] for entry in record.get("resolutions", ())),
        *(entry["number"] for entry in record.get("other_resolutions", ())),
    ]
    assert [string for string in strings if string and not stands_in(string, text)] == []


@each_letter
def test_hedges_and_scopes_stand_where_they_belong(name: str) -> None:
    for claim in required(name, "claims"):
        assert all(hedge in claim["text"] for hedge in claim["hedges"]), claim
        assert claim["scope"] is None or claim["scope"] in letter(name), claim


@each_letter
def test_persons_concerned_are_named_in_the_letter(name: str) -> None:
    for person in required(name, "persons_concerned"):
        assert all(part in letter(name) for part in person.split()), person


@each_letter
def test_reference_type_date_and_state_agree(name: str) -> None:
    record = gold(name)
    if record["kind"] != "communication":
        assert record["reference"] is record["type"] is None
        return
    kind, target, number = record["reference"].split()
    assert kind == record["type"]
    printed = re.sub("(?<=[0-9])O", "0", letter(name).replace("0TH", "OTH"))
    assert f"{target} {number}" in printed, "a scanner's zero is an O, and the other way round"
    assert int(number.split("/")[0]) >= 800, "invented letters are numbered from 800"
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", record["date"])
    assert number.endswith(record["date"][:4])
    assert (target == "OTH") == (record["addressee"]["state"] is None)
    assert record["addressee"]["state"] in {target, None}


@each_letter
def test_mandates_and_resolutions_are_those_of_the_register(name: str) -> None:
    record, register = gold(name), load_register()
    mandates = required(name, "mandates")
    assert set(mandates) <= set(register.mandates)
    assert record["kind"] != "communication" or {entry["mandate"] for entry in record["signatories"]} == set(
        mandates
    )
    for entry in required(name, "resolutions"):
        if entry["mandate"] is None:
            continue
        known = register.resolution(entry["body"], entry["number"])
        assert known is not None, entry
        assert entry["mandate"] in {mandate for mandate, _ in known.mandates}, entry
        assert entry["mandate"] in mandates
        assert known.adopted[:10] <= record["date"], entry


@each_letter
def test_ids_and_names_of_kinds_are_known(name: str) -> None:
    record, register = gold(name), load_register()
    issues = {
        issue for claim in record.get("claims", ()) for types in claim["types"] for issue in types.split("|")
    }
    issues |= set(record.get("optional", {}).get("claim_types", ()))
    assert issues <= set(register.issues)
    assert {entry["id"] for entry in record["instruments"]} <= set(register.instruments)
    assert set(required(name, "states_copied")) <= set(register.states)
    assert {entry["how"] for entry in record["guiding_principles"]} <= HOWS
    assert {entry["number"] for entry in record["guiding_principles"]} <= set(range(1, 32))
    assert {entry["role"] for entry in record["companies"]} <= ROLES
    assert {entry["role"] for entry in record["signatories"]} <= HOLDERS
    assert set(required(name, "involvement")) <= CHANNELS
    assert {entry["kind"] for entry in record["must_not"]} <= set(CHECKERS)


@each_letter
def test_every_letter_has_traps_and_keeps_them(name: str) -> None:
    record = {key: [e for e in value if not (isinstance(e, dict) and e.get("optional"))] if isinstance(value, list) else value for key, value in gold(name).items()}  # fmt: skip
    traps = record["must_not"]
    assert traps
    assert all(trap["why"] for trap in traps)
    broken = [
        trap for trap in traps if CHECKERS[trap["kind"]](trap["value"], {**record, "must_not": []}, record)
    ]
    assert broken == []


@each_letter
def test_no_value_is_listed_twice(name: str) -> None:
    for key, value in CASES[name].gold.items():
        if isinstance(value, list) and key != "must_not":
            seen = [folded(json.dumps(entry, sort_keys=True)) for entry in value]
            assert len(seen) == len(set(seen)), key


# -- how well kg reads them -------------------------------------------------------------------------------

SHARED = Path(__file__).parents[2] / "shared"
# Gold that lies beside a working copy is read too; the letters of the repository always are.
FOLDERS = {
    folder: least
    for folder, least in {GOLD: 0.95, SHARED / "letters": 0.98, SHARED / "gold": 0.98}.items()
    if folder.is_dir()
}
HEAD = ("reference", "type", "date", "mandates", "resolutions.mandate")


@pytest.fixture(scope="module")
def reader() -> LetterReader:
    return LetterReader()


def read_with(reader: LetterReader) -> Callable[[Path], list[dict[str, Any]]]:
    return lambda path: list(records([path], reader))


def check(result: Evaluation, least: float) -> None:
    """Hold the result against thresholds; a failure shows the table with every mistake."""
    micro = result.micro.f1
    assert micro is not None
    assert micro >= least, result.table()
    for name in HEAD:
        f1 = result.fields[name].f1
        assert f1 is not None
        assert f1 >= 0.99, result.table()
    assert result.violations == (), result.table()
    assert result.unknown_must_not == {}


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_kg_reads_letters_with_gold(folder: Path, reader: LetterReader) -> None:
    check(evaluate_folder(folder, read_with(reader)), FOLDERS[folder])


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(PERTURBATIONS)), ids=[each.name for each in PERTURBATIONS])
def test_kg_reads_spoiled_letters(number: int, reader: LetterReader, tmp_path: Path) -> None:
    perturbation = PERTURBATIONS[number]
    suitable = [name for name in sorted(CASES) if perturbation.suits(text_of(name), dict(CASES[name].gold))]
    for name in suitable[number % 3 :: 3]:
        content, expected = perturbation.apply(text_of(name), dict(CASES[name].gold))
        (tmp_path / f"{name}.txt").write_bytes(content)
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(expected), encoding="utf-8")
    check(evaluate_folder(tmp_path, read_with(reader)), 0.95)


@pytest.mark.parametrize("perturbation", PERTURBATIONS, ids=[each.name for each in PERTURBATIONS])
def test_spoiling_is_deterministic_and_changes_letters(perturbation: Perturbation) -> None:
    suitable = [name for name in CASES if perturbation.suits(text_of(name), dict(CASES[name].gold))]
    spoiled = {name: perturbation.apply(text_of(name), dict(CASES[name].gold)) for name in suitable}
    assert len(suitable) >= 8
    assert spoiled == {name: perturbation.apply(text_of(name), dict(CASES[name].gold)) for name in suitable}
    changed = [name for name in suitable if spoiled[name][0] != CASES[name].letter.read_bytes()]
    assert len(changed) >= len(suitable) // 2


def text_of(name: str) -> str:
    return CASES[name].letter.read_text(encoding="utf-8")
