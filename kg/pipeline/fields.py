"""The fields of a letter record that are compared with gold, one entry of ``FIELDS`` each.

Gold and record have the same shape here (``kg.pipeline.gold.normalised`` sees to that), so that one function
per field reads the items of both. An attribute of a thing (a role, an office) is judged only where the thing
itself was found: a missing company is one mistake, not two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from kg.pipeline.matching import Item, Key, Outcome, distinct, folded, match, match_sentences

Json: TypeAlias = Mapping[str, Any]

_BODIES = ("CHR", "GA", "HRC", "SC")
_ARTICLE = re.compile(r"[0-9]+(?: ?bis| ?ter)?")
_HOW = {"quoted-unbalanced": "quoted"}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is compared.

    Attributes:
        name: What it is called in the table.
        key: The key of the gold record that must be there for the field to be judged.
        items: Reads its values from a record.
        single: Whether a letter has at most one value of it.
        of: Reads the things it is an attribute of, when it is one; the first part of the key of its items
            is the thing.
        extra: Whether it is left out of the total, because the record need not have it.
    """

    name: str
    key: str
    items: Callable[[Json], list[Item]]
    single: bool = False
    of: Callable[[Json], list[Item]] | None = None
    extra: bool = False

    def judge(self, gold: Json, record: Json) -> Outcome:
        """Compare what ``record`` has with what ``gold`` expects."""
        expected, got = self.items(gold), distinct(self.items(record))
        if self.of is not None:
            common = {item.key[0] for item in self.of(gold)} & {item.key[0] for item in self.of(record)}
            expected = [item for item in expected if item.key[0] in common]
            got = [item for item in got if item.key[0] in common]
        return match(expected, got)


def judge_questions(gold: Json, record: Json) -> Outcome:
    """Compare numbered requests: by their words where gold has them, else by their numbers."""
    if any(question.get("text") for question in gold["questions"]):
        return match_sentences(sentences(gold, "questions"), sentences(record, "questions"))
    return match(_numbers(gold), _numbers(record))


def sentences(record: Json, key: str) -> list[Item]:
    """Return the entries of ``record[key]`` as items to be matched by their words."""
    return [
        Item((number,), entry["text"] or "", required=not entry.get("optional"))
        for number, entry in enumerate(entries(record, key))
    ]


def entries(record: Json, key: str) -> list[Any]:
    """Return the list ``record[key]``, empty when there is none."""
    return list(record.get(key) or ())


def _numbers(record: Json) -> list[Item]:
    return [
        Item((int(question["number"]),), f"{question['number']}.")
        for question in entries(record, "questions")
    ]


def _item(*parts: object, accept: Sequence[Key] = (), optional: bool = False) -> Item:
    shown = " → ".join(str(part) for part in parts)
    return Item(tuple(folded(part) for part in parts), shown, frozenset(accept), not optional)


def _one(*path: str) -> Callable[[Json], list[Item]]:
    """Read one value; gold may hold further values in ``also_accept`` of the object it is a part of."""

    def items(record: Json) -> list[Item]:
        parent: Any = record
        for step in path[:-1]:
            parent = parent.get(step) or {}
        value = parent.get(path[-1])
        accept = [(folded(other),) for other in parent.get("also_accept", {}).get(path[-1], ())]
        return [] if value is None else [_item(value, accept=accept)]

    return items


def _plain(key: str) -> Callable[[Json], list[Item]]:
    """Read a list of strings, or of entries with one string and a mark that they are optional."""

    def items(record: Json) -> list[Item]:
        return [
            _item(entry["value"], optional=True) if isinstance(entry, Mapping) else _item(entry)
            for entry in entries(record, key)
        ]

    return items


def _named(key: str, *names: str) -> Callable[[Json], list[Item]]:
    """Read the parts ``names`` of the entries of a list; an entry without the last of them has none.

    ``also_accept`` holds further values of the last part.
    """

    def items(record: Json) -> list[Item]:
        return [
            _item(
                *(entry[name] for name in names),
                accept=_instead(entry, names),
                optional=bool(entry.get("optional")),
            )
            for entry in entries(record, key)
            if entry.get(names[-1]) is not None
        ]

    return items


def _instead(entry: Json, names: Sequence[str]) -> list[Key]:
    first = [folded(entry[name]) for name in names[:-1]]
    return [(*first, folded(other)) for other in entry.get("also_accept", ())] if len(names) > 1 else []


def _persons(name: str) -> Callable[[Json], list[Item]]:
    def items(record: Json) -> list[Item]:
        people = {"persons": entries(record.get("addressee") or {}, "persons")}
        return _named("persons", *dict.fromkeys(("name", name)))(people)

    return items


def _resolutions(key: str) -> Callable[[Json], list[Item]]:
    """Read (number, body); gold that names no body accepts any."""

    def items(record: Json) -> list[Item]:
        return [
            _item(
                entry["number"],
                entry.get("body") or "any body",
                accept=[] if entry.get("body") else [(folded(entry["number"]), folded(b)) for b in _BODIES],
                optional=bool(entry.get("optional")),
            )
            for entry in entries(record, key)
        ]

    return items


def _principles(record: Json) -> list[Item]:
    return [
        _item(
            entry["number"],
            _HOW.get(entry["how"], entry["how"]),
            _commentary(entry),
            accept=[
                (folded(entry["number"]), how, folded(_commentary(entry)))
                for how in entry.get("also_accept", ())
            ],
            optional=bool(entry.get("optional")),
        )
        for entry in entries(record, "guiding_principles")
    ]


def _commentary(entry: Json) -> str:
    return "Commentary" if entry.get("commentary") else "principle"


def _articles(record: Json) -> list[Item]:
    """Read (instrument, article) with the base number only: ``12 (2) (b)`` counts as 12."""
    return [
        _item(
            instrument["id"],
            base_article(article),
            optional=bool(instrument.get("optional")) or article in instrument.get("optional_articles", ()),
        )
        for instrument in entries(record, "instruments")
        for article in [*instrument.get("articles", ()), *instrument.get("optional_articles", ())]
    ]


def base_article(article: object) -> str:
    """Return the number of the article itself, without paragraph or letter."""
    found = _ARTICLE.match(str(article).strip())
    return found.group().replace(" ", "") if found else str(article)


FIELDS: tuple[Field, ...] = (
    *(
        Field(name, name, _one(name), single=True)
        for name in ("kind", "reference", "type", "date", "language")
    ),
    Field("addressee.kind", "addressee", _one("addressee", "kind"), single=True),
    Field("addressee.organisation", "addressee", _one("addressee", "organisation"), single=True),
    Field("addressee.state", "addressee", _one("addressee", "state"), single=True),
    Field("addressee.persons", "addressee", _persons("name")),
    Field("addressee.persons.honorific", "addressee", _persons("honorific"), of=_persons("name")),
    Field("addressee.persons.office", "addressee", _persons("office"), of=_persons("name")),
    Field("mandates", "mandates", _plain("mandates")),
    Field("resolutions", "resolutions", _resolutions("resolutions")),
    Field("resolutions.mandate", "resolutions", _named("resolutions", "number", "mandate")),
    Field("other_resolutions", "other_resolutions", _resolutions("other_resolutions")),
    Field("signatories", "signatories", _named("signatories", "name")),
    Field("signatories.mandate", "signatories", _named("signatories", "name", "mandate")),
    Field(
        "signatories.role",
        "signatories",
        _named("signatories", "name", "role"),
        of=_named("signatories", "name"),
    ),
    Field("states_copied", "states_copied", _plain("states_copied")),
    Field("companies_copied", "companies_copied", _plain("companies_copied")),
    Field("companies", "companies", _named("companies", "name")),
    Field("companies.role", "companies", _named("companies", "name", "role"), of=_named("companies", "name")),
    Field("guiding_principles", "guiding_principles", _principles),
    Field("documents", "documents", _named("documents", "symbol")),
    Field("instruments", "instruments", _named("instruments", "id")),
    Field("instruments.articles", "instruments", _articles),
    *(
        Field(f"{period}.{unit}", period, _one(period, unit), single=True)
        for period in ("response", "publication")
        for unit in ("days", "hours")
    ),
    Field("involvement", "involvement", _plain("involvement")),
    Field("persons_concerned", "persons_concerned", _plain("persons_concerned")),
    Field(
        "general_comments", "general_comments", _named("general_comments", "committee", "number"), extra=True
    ),
)
