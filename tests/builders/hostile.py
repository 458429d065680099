"""A graph folder of letters whose every field holds text that tries to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kg.model.record import Record, Said
from kg.model.text import Problem, Source, Span
from kg.pipeline.build import build
from tests.builders.record import TEXT, complete_record, source_info

FREE = {
    "actor",
    "articles",
    "committee",
    "companies_copied",
    "description",
    "heading",
    "hedges",
    "holder",
    "honorific",
    "label",
    "mark",
    "message",
    "name",
    "number",
    "office",
    "organisation",
    "persons_concerned",
    "places",
    "problem",
    "role_text",
    "scope",
    "subitems",
    "symbol",
    "text",
    "title",
    "unnamed_recipients",
    "urls",
    "victims",
}
"""Fields of a record that hold words of a letter; ids, codes and numbers are ours."""


class HostileReader:
    """Stands for the reader of letters: every field of every letter holds the last line of its text."""

    def __init__(self, spacy_model: str | None = None) -> None:
        del spacy_model

    def record(self, source: Source) -> Record:
        number, payload = source.text[len(TEXT) :].split("\n", 1)
        start = len(source.text) - len(payload)
        span = Span(start, len(source.text))
        found: Record = _poisoned(complete_record(), payload, span, "")
        assert found.reference is not None
        info = source_info()
        info = replace(info, name=payload, sha256=source.sha256, length=len(source.text))
        problem = Problem("hostile", payload, *span)
        reference = replace(found.reference, number=int(number))
        return replace(found, source=info, reference=reference, problems=(*found.problems, problem))


def _poisoned(value: Any, payload: str, span: Span, name: str) -> Any:
    """Return a value with the payload in every field that holds words, and its place among their places."""
    if isinstance(value, Said):
        if name in FREE and isinstance(value.value, str):
            return replace(value, value=payload, spans=tuple(dict.fromkeys((*value.spans, span))))
        return value
    if isinstance(value, Span):
        return value
    if isinstance(value, tuple):
        return tuple(_poisoned(one, payload, span, name) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _poisoned(getattr(value, field.name), payload, span, field.name)
            for field in fields(value)
        }
        return replace(value, **changed)
    free = isinstance(value, str) and type(value) is str and value and name in FREE and value != "PER"
    return payload if free else value


def hostile_folder(place: Path, payloads: Sequence[str]) -> Path:
    """Return a graph folder with one letter for each payload."""
    letters = place / "letters"
    letters.mkdir()
    for number, text in enumerate(_texts(payloads), 1):
        (letters / f"{number:03}.txt").write_text(f"{TEXT}{number}\n{text}", encoding="utf-8", newline="")
    with patch("kg.pipeline.letters.LetterReader", HostileReader):
        report = build([letters], place / "graph", views=False)
    assert (report.letters, report.failures) == (len(payloads), ())
    return report.out


def _texts(payloads: Sequence[str]) -> Iterator[str]:
    """A file with a zero in it is no text file."""
    return (payload.replace("\0", "") for payload in payloads)
