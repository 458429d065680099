"""Adapter for ``seeds_gold.json``, the gold facts of the five seed letters, to gold records.

Its README says how it was made; offsets are left aside here, ``kg verify`` checks those of the graph.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import UsageError

SEED_GOLD = "seeds_gold.json"
_MANDATES = {"sr-trafficking": "sr-trafficking-in-persons"}
_NUMBER = re.compile(r"[0-9]+\. *")


def seed_cases(path: Path) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield (name, letter, gold record) of each seed; the letters stand beside ``path`` or in ``../seeds``.

    Raises:
        UsageError: If a letter is missing.
    """
    issues = _issues(path.with_name("issue_types.csv"))
    for facts in json.loads(path.read_text(encoding="utf-8"))["letters"]:
        places = [path.parent / facts["file"], path.parent.parent / "seeds" / facts["file"]]
        letter = next((place for place in places if place.is_file()), None)
        if letter is None:
            raise UsageError(f"{path}: {facts['file']} is neither beside it nor in ../seeds; add it")
        yield letter.stem, letter, seed_record(facts, issues)


def seed_record(facts: Mapping[str, Any], issues: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the gold record of one seed; ``issues`` maps its types of allegation to issue ids."""
    symbols = [entry["symbol_as_written"] for entry in facts["document_symbols"]]
    return {
        "kind": "communication",
        "language": "en",
        "reference": facts["reference"]["text"],
        "type": facts["reference"]["type_code"],
        "date": facts["date"]["iso"],
        "addressee": _addressee(facts),
        "mandates": [_mandate(entry["id"]) for entry in facts["mandates"]],
        "resolutions": [
            {"number": entry["resolution"], "body": "HRC", "mandate": _mandate(entry["mandate"])}
            for entry in facts["mandate_resolution"]
        ],
        "other_resolutions": [
            {"number": symbol.removeprefix("A/HRC/RES/"), "body": "HRC"}
            for symbol in symbols
            if symbol.startswith("A/HRC/RES/")
        ],
        "signatories": [
            {"name": entry["name"], "mandate": _mandate(entry["mandate"]), "role": entry["role"]}
            for entry in facts["signatories"]
        ],
        "states_copied": [entry["iso3"] for entry in facts["governments_copied"]],
        "companies_copied": facts["other_companies"]["named"],
        "companies": [{"name": facts["company"]["name"], "role": "addressee"}],
        "guiding_principles": _principles(facts),
        "documents": symbols,
        "instruments": [
            {"id": name, "articles": []}
            for name in sorted({entry["instrument"] for entry in facts["instrument_mentions"]})
        ],
        "questions": [
            {"number": entry["number"], "text": _NUMBER.sub("", entry["text"], count=1)}
            for entry in facts["questions"]
        ],
        "response": {"days": None, "hours": None},
        "publication": {"days": facts["publication_window"]["days"], "hours": None},
        "involvement": [facts["involvement"]["channel"] or "unspecified"],
        "persons_concerned": [],
        "claims": [_claim(entry, issues) for entry in facts["allegations"]],
    }


def _addressee(facts: Mapping[str, Any]) -> dict[str, Any]:
    person = facts["addressee"]
    return {
        "kind": "company",
        "persons": [
            {"name": person["name"], "honorific": person["honorific"], "office": person["office_in_text"]}
        ],
        "organisation": facts["company"]["name"],
        "state": None,
    }


def _principles(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    cited = [
        (number, entry["kind"].removesuffix("-unbalanced"), entry["commentary"])
        for entry in facts["guiding_principles"]
        for number in entry["principles"]
    ]
    return [
        {"number": number, "how": how, "commentary": commentary}
        for number, how, commentary in dict.fromkeys(cited)
    ]


def _claim(entry: Mapping[str, Any], issues: Mapping[str, list[str]]) -> dict[str, Any]:
    parts = [part["text"] for part in entry["segments"] or [entry["span"]]]
    scope = entry["scope_hedge"]
    return {
        "text": " ".join(parts),
        "types": list(dict.fromkeys(issue for name in entry["types"] for issue in issues.get(name, [name]))),
        "hedges": [hedge["text"] for hedge in entry["hedges"]],
        "scope": scope["text"] if scope else None,
    }


def _mandate(name: str) -> str:
    return _MANDATES.get(name, name)


def _issues(path: Path) -> dict[str, list[str]]:
    """Read which issues each type of allegation stands for; without the file, types stand for themselves."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["gold_type"]: row["issue_ids"].split("|") for row in csv.DictReader(file)}
