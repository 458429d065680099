"""Facts that must not be in a record: the ``must_not`` entries of gold, one checker for each kind.

An entry names a wrong fact that a naive reader would produce, and says why. What gold itself expects is never
a violation: "iccpr 22 from the by-law" is none where article 22 rightly comes from the annex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.pipeline.fields import Json, base_article, entries
from kg.pipeline.matching import folded

Value: TypeAlias = str | int | None
Checker: TypeAlias = Callable[[Value, Json, Json], str | None]

_INTEGER = re.compile(r"[0-9]+")
_HOWS = ("quoted", "paraphrased", "cited")
# Parts of a record that are no reading of the letter's words, or repeat them on purpose.
_NOT_READ = frozenset({"evidence", "problems", "source"})


@dataclass(frozen=True, slots=True)
class Violation:
    """A fact that must not be there, where it was found, and why it is wrong."""

    letter: str
    kind: str
    value: str
    found: str
    why: str


def violations(letter: str, gold: Json, record: Json) -> tuple[list[Violation], list[str]]:
    """Check the ``must_not`` entries of ``gold`` (in the shape of a record) against ``record``.

    Returns:
        The violations, and the kinds for which there is no checker.
    """
    broken: list[Violation] = []
    unknown: list[str] = []
    for entry in gold.get("must_not", ()):
        kind, value = entry["kind"], entry["value"]
        if kind not in CHECKERS:
            unknown.append(kind)
            continue
        found = CHECKERS[kind](value, record, gold)
        if found is not None:
            broken.append(Violation(letter, kind, str(value), found, entry.get("why", "")))
    return broken, unknown


def _resolution(value: Value, record: Json, gold: Json) -> str | None:
    """Not among those acted by; and not among those cited either, unless gold cites it."""
    if value in _numbers(record, "resolutions"):
        return f"resolutions: {value}"
    cited = value in _numbers(record, "other_resolutions") and value not in _numbers(
        gold, "other_resolutions"
    )
    return f"other_resolutions: {value}" if cited else None


def _cited_resolution(value: Value, record: Json, _gold: Json) -> str | None:
    return f"other_resolutions: {value}" if value in _numbers(record, "other_resolutions") else None


def _resolution_body(value: Value, record: Json, _gold: Json) -> str | None:
    """``64/292 as HRC``."""
    number, _, body = str(value).partition(" as ")
    wrong = any(
        (entry["number"], entry["body"]) == (number, body)
        for key in ("resolutions", "other_resolutions")
        for entry in entries(record, key)
    )
    return f"{number} of {body}" if wrong else None


def _resolution_mandate(value: Value, record: Json, _gold: Json) -> str | None:
    """``52/9 sr-freedom-of-assembly-and-association``."""
    number, _, mandate = str(value).partition(" ")
    wrong = any(
        (entry["number"], entry["mandate"]) == (number, mandate) for entry in entries(record, "resolutions")
    )
    return f"{number} → {mandate}" if wrong else None


def _numbers(record: Json, key: str) -> set[str]:
    return {entry["number"] for entry in entries(record, key)}


def _guiding_principle(value: Value, record: Json, gold: Json) -> str | None:
    """Read a number, or a number with words that narrow it: ``19 quoted without commentary flag``."""
    text = str(value)
    hows = [how for how in _HOWS if how in text] or [*_HOWS, "quoted-unbalanced"]
    bare = "without commentary" in text
    expected = {_principle(entry) for entry in entries(gold, "guiding_principles")}
    for entry in entries(record, "guiding_principles"):
        number, how, commentary = _principle(entry)
        meant = number == _first_integer(text) and how in hows and not (bare and commentary)
        if meant and (number, how, commentary) not in expected:
            return f"Guiding Principle {number}, {how}{', Commentary' if commentary else ''}"
    return None


def _principle(entry: Json) -> tuple[int, str, bool]:
    return int(entry["number"]), entry["how"].removesuffix("-unbalanced"), bool(entry.get("commentary"))


def _instrument_article(value: Value, record: Json, gold: Json) -> str | None:
    """Read an instrument id and article numbers: ``iccpr 4, 7, 12``."""
    name, _, rest = str(value).partition(" ")
    wrong = set(_INTEGER.findall(rest)) - _articles(gold, name)
    found = sorted(wrong & _articles(record, name), key=int)
    return f"{name}: {', '.join(found)}" if found else None


def _articles(record: Json, name: str) -> set[str]:
    return {
        base_article(article)
        for entry in entries(record, "instruments")
        if entry["id"] == name
        for article in [*entry.get("articles", ()), *entry.get("optional_articles", ())]
    }


def _period(key: str, unit: str) -> Checker:
    def check(value: Value, record: Json, _gold: Json) -> str | None:
        given = (record.get(key) or {}).get(unit)
        return f"{key}: {given} {unit}" if given is not None and given == value else None

    return check


def _value_of(key: str) -> Checker:
    def check(value: Value, record: Json, _gold: Json) -> str | None:
        return f"{key}: {value}" if value is not None and record.get(key) == value else None

    return check


def _size_of(key: str) -> Checker:
    """Read a wrong count, or the name of something that must not be listed."""

    def check(value: Value, record: Json, _gold: Json) -> str | None:
        listed = entries(record, key)
        wrong = len(listed) == value if isinstance(value, int) else value in listed
        return f"{key}: {value}" if wrong else None

    return check


def _count(value: Value, record: Json, _gold: Json) -> str | None:
    """``58 signing mandates``: a number that counts something else than mandates or signatories."""
    number = _first_integer(value)
    sizes = {key: len(entries(record, key)) for key in ("mandates", "signatories")}
    return next((f"{size} {key}" for key, size in sizes.items() if size == number), None)


def _named_in(*keys: str) -> Checker:
    """Read a name that no entry of the lists ``keys`` may carry, alone or within a longer one."""

    def check(value: Value, record: Json, _gold: Json) -> str | None:
        return next(
            (f"{key}: {name}" for key in keys for name in _names(record, key) if _holds(name, value)), None
        )

    return check


def _names(record: Json, key: str) -> list[str]:
    if key == "addressee":
        return [entry["name"] for entry in entries(_addressee(record), "persons")]
    return [entry["name"] if isinstance(entry, Mapping) else str(entry) for entry in entries(record, key)]


def _holds(name: str, value: Value) -> bool:
    return folded(value) in folded(name)


def _organisation(value: Value, record: Json, _gold: Json) -> str | None:
    given = _addressee(record).get("organisation")
    return f"addressee: {given}" if given and _holds(given, value) else None


def _addressed(value: Value, record: Json, gold: Json) -> str | None:
    return _organisation(value, record, gold) or _named_in("addressee")(value, record, gold)


def _office(value: Value, record: Json, _gold: Json) -> str | None:
    """Null: the letter states the office, so it must not be empty; text: an office nobody may have."""
    offices = [person.get("office") for person in entries(_addressee(record), "persons")]
    if value is None:
        return None if any(offices) else "no office"
    return next((f"office: {office}" for office in offices if office and _holds(office, value)), None)


def _state(value: Value, record: Json, _gold: Json) -> str | None:
    """Read an ISO code that is wrong, or words that begin with ``state null``: it must not be empty."""
    given = _addressee(record).get("state")
    if str(value).startswith("state null"):
        return "no state" if given is None else None
    return f"addressee.state: {given}" if given == value else None


def _addressee(record: Json) -> Json:
    return record.get("addressee") or {}


def _listed(key: str, name: str) -> Checker:
    def check(value: Value, record: Json, _gold: Json) -> str | None:
        given = [entry.get(name) if isinstance(entry, Mapping) else entry for entry in entries(record, key)]
        return f"{key}: {value}" if value in given else None

    return check


def _general_comment(value: Value, record: Json, _gold: Json) -> str | None:
    """``cescr 15``."""
    given = {f"{entry['committee']} {entry['number']}" for entry in entries(record, "general_comments")}
    return f"general_comments: {value}" if value in given else None


def _claim(value: Value, record: Json, _gold: Json) -> str | None:
    """Read words that no claim may hold."""
    return next((entry["text"] for entry in entries(record, "claims") if _holds(entry["text"], value)), None)


def _text(value: Value, record: Json, _gold: Json) -> str | None:
    """Read characters that are no content and must not be in any value."""
    values = {key: part for key, part in record.items() if key not in _NOT_READ}
    return next((text for text in _strings(values) if str(value) in text), None)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _first_integer(text: object) -> int | None:
    found = _INTEGER.search(str(text))
    return int(found.group()) if found else None


CHECKERS: Mapping[str, Checker] = {
    "addressee": _addressed,
    "addressee_organisation": _organisation,
    "addressee_person": _named_in("addressee"),
    "claim": _claim,
    "company": _named_in("companies", "companies_copied"),
    "company_copied": _named_in("companies_copied"),
    "count": _count,
    "date": _value_of("date"),
    "doc_kind": _value_of("kind"),
    "document": _listed("documents", "symbol"),
    "general_comment": _general_comment,
    "guiding_principle": _guiding_principle,
    "instrument": _listed("instruments", "id"),
    "instrument_article": _instrument_article,
    "involvement": _listed("involvement", ""),
    "kind": _value_of("kind"),
    "language": _value_of("language"),
    "mandate": _size_of("mandates"),
    "mandates": _size_of("mandates"),
    "office": _office,
    "other_resolution": _cited_resolution,
    "person": _named_in("addressee", "signatories", "persons_concerned"),
    "person_concerned": _named_in("persons_concerned"),
    "publication_days": _period("publication", "days"),
    "publication_hours": _period("publication", "hours"),
    "questions": _size_of("questions"),
    "reference": _value_of("reference"),
    "resolution": _resolution,
    "resolution_body": _resolution_body,
    "resolution_mandate": _resolution_mandate,
    "response_days": _period("response", "days"),
    "response_hours": _period("response", "hours"),
    "signatory": _named_in("signatories"),
    "state": _state,
    "state_copied": _listed("states_copied", ""),
    "text": _text,
    "type": _value_of("type"),
}
