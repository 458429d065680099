"""Doubtful citations in letters, or in the letters of a graph folder, with their places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kg.errors import SourceError, UsageError
from kg.lint.check import lint
from kg.lint.finding import Finding
from kg.model.record import Record
from kg.model.text import Letter, Source
from kg.pipeline.folder import MANIFEST, GraphFolder
from kg.pipeline.inputs import files, read
from kg.structure.letter import build_letter
from kg.vocab.load import load_register

_MARK: Final = 3  # characters of a mark such as (b)
_AROUND: Final = 30


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding with its place.

    Attributes:
        source: The file.
        line: Its line in the canonical text, from 1.
        column: Its first character in that line, from 1.
        start: Where it starts in the canonical text.
        end: Where it ends.
        page: The page, from 1, where the source has pages.
        code: What kind of doubt.
        words: The words; of a single mark also those around it.
        message: What is wrong.
        suggestion: What was presumably meant, or what to look up.
    """

    source: str
    line: int
    column: int
    start: int
    end: int
    page: int | None
    code: str
    words: str
    message: str
    suggestion: str


def linted(named: Iterable[Path]) -> tuple[tuple[Doubt, ...], tuple[SourceError, ...]]:
    """Return what is doubtful in letters, and the inputs that could not be used.

    Args:
        named: Files, folders of letters, or graph folders; the letters of a graph folder are not read again.

    Raises:
        UsageError: If nothing to read was named.
    """
    paths = list(named)
    folders = [path for path in paths if (path / MANIFEST).is_file()]
    others = [path for path in paths if path not in folders]
    doubts = [doubt for path in folders for doubt in _of_folder(GraphFolder(path))]
    failures: list[SourceError] = []
    if others or not folders:
        read_now, failures = _of_files(files(others))
        doubts += read_now
    return tuple(doubts), tuple(failures)


def _of_folder(folder: GraphFolder) -> Iterator[Doubt]:
    for record in folder.readings():
        of = record.source
        text = folder.text(of.sha256[:12])
        source = Source(of.name, of.sha256, of.media_type, of.encoding, text, of.pages, of.furniture)
        yield from _doubts(build_letter(source), record)


def _of_files(paths: Iterable[Path]) -> tuple[list[Doubt], list[SourceError]]:
    from kg.pipeline.letters import LetterReader  # noqa: PLC0415 - loads spaCy

    reader = LetterReader()
    doubts: list[Doubt] = []
    failures: list[SourceError] = []
    for path in paths:
        try:
            source = read(path)
            doubts += _doubts(reader.letter(source), reader.record(source))
        except SourceError as error:
            failures.append(error)
    return doubts, failures


def _doubts(letter: Letter, record: Record) -> Iterator[Doubt]:
    for found in lint(letter, record, load_register()):
        yield _placed(found, letter.source)


def _placed(found: Finding, source: Source) -> Doubt:
    text, start = source.text, found.start
    return Doubt(
        source.name,
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
        start,
        found.end,
        source.page_of(start),
        found.code,
        _words(text, start, found.end),
        found.message,
        found.suggestion,
    )


def _words(text: str, start: int, end: int) -> str:
    around = _AROUND if end - start <= _MARK else 0
    return " ".join(text[max(0, start - around) : end + around].split())


def written(doubts: Sequence[Doubt], form: str, width: int = 120) -> str:
    """Return doubts as ``table``, ``csv`` or ``json``.

    Raises:
        UsageError: If there is no such format.
    """
    if form == "json":
        return json.dumps([asdict(doubt) for doubt in doubts], ensure_ascii=False, indent=1) + "\n"
    if form not in {"table", "csv"}:
        raise UsageError(f"there is no format {form!r}; choose table, csv or json")
    return _rows(doubts, form, width)


def _rows(doubts: Sequence[Doubt], form: str, width: int) -> str:
    from pyoxigraph import Literal  # noqa: PLC0415

    from kg.query.formats import write  # noqa: PLC0415

    every = ("source", "line", "column", "start", "end", "page", "code", "words", "message", "suggestion")
    columns = every if form == "csv" else ("place", "code", "words", "message", "suggestion")
    rows = [[Literal(_cell(doubt, column)) for column in columns] for doubt in doubts]
    return write(columns, rows, form, width=width, boolean=False)


def _cell(doubt: Doubt, column: str) -> str:
    if column == "place":
        page = f", page {doubt.page}" if doubt.page else ""
        return f"{doubt.source}:{doubt.line}:{doubt.column}{page}"
    value = getattr(doubt, column)
    return "" if value is None else str(value)
