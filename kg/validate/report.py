"""The result of a validation."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

from kg.errors import UsageError


class Severity(StrEnum):
    """How bad a finding is; only violations make a graph invalid."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a graph that is not as it should be.

    Attributes:
        severity: How bad it is.
        focus: IRI of the thing it is about.
        path: IRI of the property it is about, ``^`` before it when read backwards, or empty.
        message: What is wrong, in plain words.
        value: The offending value as N-Triples, or empty when one is missing.
        rule: Name of the shape or rule that found it.
    """

    severity: Severity
    focus: str
    path: str
    message: str
    value: str = ""
    rule: str = ""


COLUMNS = tuple(field.name for field in fields(Finding))


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a validation, sorted: violations first, then by thing and property."""

    results: tuple[Finding, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """Return the report of findings in any order, each once."""
        order = list(Severity)
        return cls(tuple(sorted(set(findings), key=lambda each: (order.index(each.severity), each))))

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings do not count."""
        return all(finding.severity is not Severity.VIOLATION for finding in self.results)

    def __len__(self) -> int:
        return len(self.results)

    def write(self, form: str) -> str:
        """Return the findings as text.

        Args:
            form: ``table`` for people; ``csv``, ``tsv`` or ``json`` for programs.

        Raises:
            UsageError: If there is no such form.
        """
        if form == "table":
            return self._table()
        if form == "json":
            return json.dumps([asdict(each) for each in self.results], ensure_ascii=False, indent=1) + "\n"
        if form in {"csv", "tsv"}:
            return self._separated("," if form == "csv" else "\t")
        raise UsageError(f"a report cannot be written as {form!r}; choose table, csv, tsv or json")

    def _table(self) -> str:
        lines = (
            f"{each.severity}: {each.message}\n  {each.focus}"
            + "".join(f"\n    {part}" for part in (each.path, each.value) if part)
            for each in self.results
        )
        return "".join(f"{line}\n" for line in lines)

    def _separated(self, delimiter: str) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(each, name) for name in COLUMNS] for each in self.results)
        return out.getvalue()

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in COLUMNS)
        rows = "".join(
            f"<tr>{''.join(f'<td>{html.escape(getattr(each, name))}</td>' for name in COLUMNS)}</tr>"
            for each in self.results
        )
        verdict = "valid" if self.conforms else "not valid"
        return (
            f"<table><caption>{verdict}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )
