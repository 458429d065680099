"""Readings of letters → who is who in them, and their quads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import UsageError
from kg.graph.identity_links import identity_quads
from kg.graph.letter import letter_quads
from kg.graph.sources import together
from kg.graph.who import Who
from kg.model.identity import Entity, Identities, Naming, Verdict, letter_key
from kg.model.quads import Line
from kg.model.record import Record
from kg.model.text import Problem
from kg.resolve.decisions import Decision, read_decisions, write_proposals
from kg.resolve.identity import resolve
from kg.resolve.sources import contradictions, precedence
from kg.vocab.register import Register

Texts: TypeAlias = Mapping[str, str]
"""Canonical texts by the digest of their source."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """A reader's decisions, and what their file is called in reports."""

    name: str = ""
    lines: tuple[Decision, ...] = ()


def read_decisions_file(path: Path | None) -> Decisions:
    """Return the decisions of a file; none when no file is named.

    Raises:
        UsageError: If the file cannot be read, or a line is no decision.
    """
    if path is None:
        return Decisions()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be opened ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    return Decisions(path.name, read_decisions(text, path.name))


class LetterGraph:
    """Letters as one graph.

    Args:
        records: What each source says, in any order.
        register: Gives the mandate holders, and the ids of everything else.
        decisions: What a reader says of names.
    """

    def __init__(self, records: Iterable[Record], register: Register, decisions: Decisions) -> None:
        readings = sorted(records, key=order)
        self._register = register
        self._decisions = decisions
        self.identities: Identities = resolve(readings, register, decisions.lines)
        against = contradictions(readings, self.identities)
        self.records: tuple[Record, ...] = tuple(
            replace(record, problems=(*record.problems, *against.get(record.source.sha256, ())))
            for record in readings
        )
        self._who = Who(register, self.identities)

    @property
    def letters(self) -> int:
        """How many letters there are; several sources may be one."""
        return len({letter_key(record) for record in self.records})

    def problems(self) -> Iterator[tuple[str, Problem]]:
        """Yield what the decisions and the sources gave rise to, each with the name of its file."""
        for problem in self.identities.problems:
            yield self._decisions.name, problem
        for record in self.records:
            for problem in record.problems:
                yield record.source.name, problem

    def lines(self, texts: Texts) -> set[Line]:
        """Return the quads of all letters, and why names in them are one thing."""
        lines = set(identity_quads(self.identities, self._who, self.records))
        letters: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            letters[letter_key(record)].append(record)
        for sources in letters.values():
            lines.update(together([self._quads(record, texts) for record in sources]))
        return lines

    def _quads(self, record: Record, texts: Texts) -> Sequence[Line]:
        return letter_quads(record, texts[record.source.sha256], self._register, self._who)

    def proposals(self) -> str:
        """Return the names a reader is asked about, as a decisions file."""
        return write_proposals(self.identities.open)

    def entities(self) -> Iterator[dict[str, Any]]:
        """Yield every person, company and organisation as a JSON object, with all verdicts on its names."""
        verdicts: dict[Entity, list[dict[str, Any]]] = defaultdict(list)
        for verdict in self.identities.verdicts:
            for entity in self._of(verdict):
                verdicts[entity].append(_verdict_json(verdict))
        for entity in self.identities.entities:
            yield {
                "iri": self._who.bearing(entity),
                "kind": entity.kind,
                "name": entity.name,
                "names": entity.names,
                "letters": sorted({appearance.letter for appearance in entity.appearances}),
                "verdicts": verdicts[entity],
            }

    def _of(self, verdict: Verdict) -> list[Entity]:
        """Return the things a verdict speaks of, each once."""
        sides = filter(None, (verdict.left, verdict.right))
        found = (self.identities.entity(naming.first) for naming in sides)
        return list(dict.fromkeys(entity for entity in found if entity is not None))


def _verdict_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "answer": verdict.answer,
        "rule": verdict.rule,
        "reason": verdict.reason,
        "score": verdict.score,
        "basis": verdict.basis,
        "left": _naming_json(verdict.left),
        "right": None if verdict.right is None else _naming_json(verdict.right),
    }


def _naming_json(naming: Naming) -> dict[str, Any]:
    return {"name": naming.name, "as": naming.part, "letters": naming.letters}


def order(record: Record) -> tuple[str, bool, tuple[int, str, str]]:
    """Return what records are sorted by: letters before their replies, sources by precedence."""
    reference = record.reference
    return reference.text.value if reference else "", record.kind != "communication", precedence(record)
