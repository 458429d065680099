"""Gold records: where they are, and how their shorthand becomes the shape of a letter record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.pipeline.fields import Json
from kg.pipeline.seed_gold import SEED_GOLD, seed_cases

# Keys of gold that say something about the letter but are no field of its record.
_REMARKS = frozenset(
    {
        "files",
        "guiding_principles_distinct",
        "id",
        "invented",
        "must_not",
        "notes",
        "optional",
        "source",
        "truncated",
    }
)
_RENAMED = {
    "doc_kind": "kind",
    "persons_named": "persons_concerned",
    "un_document_symbols": "documents",
}
_STRINGS = ("mandates", "states_copied", "companies_copied", "involvement", "persons_concerned")


@dataclass(frozen=True, slots=True)
class Case:
    """A letter and its gold record. ``name`` is what the list of mistakes calls it."""

    name: str
    letter: Path
    gold: Json


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases below ``folder``, sorted by their paths.

    A case is a ``NAME.gold.json`` whose letter stands beside it: the first of its ``files``, or the file
    with the same stem. A ``seeds_gold.json`` is read too; its letters stand beside it or in ``../seeds``.

    Raises:
        UsageError: If the folder has no gold record, or a letter is missing, or gold is no JSON object.
    """
    found = False
    for path in sorted([*folder.rglob("*.gold.json"), *folder.rglob(SEED_GOLD)]):
        found = True
        if path.name == SEED_GOLD:
            yield from (Case(*case) for case in seed_cases(path))
        else:
            gold = _read(path)
            name = path.name.removesuffix(".gold.json")
            yield Case(name, _letter(path, name, gold), gold)
    if not found:
        raise UsageError(f"{folder}: no *.gold.json in it; name a folder of letters with gold records")


def normalised(gold: Json) -> dict[str, Any]:
    """Return ``gold`` in the shape of a letter record.

    Symbols become entries of documents, a count of questions becomes numbered questions, null lists become
    empty, the kinds of addressee of replies become ours, and optional entries join their lists, marked.
    """
    record = {_RENAMED.get(key, key): value for key, value in gold.items()}
    _normalise_reply(record)
    if "documents" in record:
        record["documents"] = [_document(entry) for entry in record["documents"] or ()]
    if "questions" in record:
        record["questions"] = _questions(record["questions"])
    if "involvement" in record:
        record["involvement"] = record["involvement"] or []
    for key, entries in (gold.get("optional") or {}).items():
        if key in record:
            record[key] = [*record[key], *(_optional(key, entry) for entry in entries)]
    return record


def not_judged(gold: Json, judged: frozenset[str]) -> list[str]:
    """Return the keys of ``gold`` which nothing compares, sorted."""
    return sorted(key for key in gold if _RENAMED.get(key, key) not in judged | _REMARKS)


def _read(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not readable as a gold record ({error}); correct the JSON") from error
    if not isinstance(gold, dict):
        raise UsageError(f"{path}: a gold record is a JSON object; correct the file")
    return gold


def _letter(path: Path, name: str, gold: Json) -> Path:
    for file in gold.get("files") or ():
        if (path.parent / Path(file).name).is_file():
            return path.parent / Path(file).name
    beside = sorted(
        other
        for other in path.parent.glob("*")
        if other.stem == name and other.name != path.name and other.is_file()
    )
    if not beside:
        raise UsageError(f"{path}: its letter is not beside it; add the file, or its name under “files”")
    return beside[0]


def _normalise_reply(record: dict[str, Any]) -> None:
    addressee = record.get("addressee") or {}
    if addressee.get("kind") in {"company_reply", "government_reply", "reply"}:
        record["addressee"] = {**addressee, "kind": "rapporteur"}
        record.setdefault("kind", "reply")


def _document(entry: object) -> dict[str, Any]:
    return dict(entry) if isinstance(entry, Mapping) else {"symbol": entry}


def _questions(questions: object) -> list[dict[str, Any]]:
    if isinstance(questions, int):
        return [{"number": number, "text": None} for number in range(1, questions + 1)]
    listed = questions if isinstance(questions, list) else []
    return [
        dict(question) if isinstance(question, Mapping) else {"number": number, "text": question}
        for number, question in enumerate(listed, start=1)
    ]


def _optional(key: str, entry: object) -> dict[str, Any]:
    if key in _STRINGS:
        return {"value": entry, "optional": True}
    if key == "documents":
        return {"symbol": entry, "optional": True}
    if key == "claims":
        return {"text": entry, "types": [], "hedges": [], "scope": None, "optional": True}
    if isinstance(entry, Mapping):
        return {**entry, "optional": True}
    raise UsageError(f"optional {key} of a gold record must be objects, not {entry!r}; correct the gold")
