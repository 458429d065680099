"""A folder of letters → a graph folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg.errors import NotALetter, SourceError
from kg.export.record import record_json
from kg.graph.register import register_quads
from kg.model.quads import canonical, is_evidence
from kg.model.record import Record
from kg.pipeline import folder as layout
from kg.pipeline.families import write_families
from kg.pipeline.inputs import STANDARD_INPUT, files, read
from kg.pipeline.kept import KeptReadings
from kg.pipeline.letter_graph import LetterGraph, order, read_decisions_file
from kg.pipeline.outputs import write_store, write_views
from kg.vocab.load import load_register

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """One source as read: its record and its canonical text."""

    record: Record
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be used, with the reason."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        out: The graph folder.
        letters: How many letters it holds.
        sources: How many files they were read from; several files may be one letter.
        reused: How many of these were kept from the build before.
        failures: Inputs that could not be used; the rest was built.
        problems: How many problems the letters and the decisions gave rise to.
        open_names: How many pairs of names a reader is asked about.
        quads: How many facts and evidence quads were written.
    """

    out: Path
    letters: int
    sources: int
    reused: int
    failures: tuple[Failure, ...]
    problems: int
    open_names: int
    quads: int


def build(
    letters: Iterable[Path],
    out: Path,
    *,
    views: bool = True,
    spacy_model: str | None = None,
    decisions: Path | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph folder from letters.

    Args:
        letters: Files, or folders that are searched for files of the readable kinds.
        out: The graph folder; an earlier build in it is replaced when all went well.
        views: Whether to write ``graph.ttl``, ``graph.graphml`` and ``network.html``.
        spacy_model: An installed spaCy model whose entities are added as lower-ranked mentions.
        decisions: A file of decisions on who is who, as ``kg.resolve.decisions`` describes it.
        progress: Called with (done, all, name) after each file.

    Raises:
        UsageError: If nothing to read was named, or the decisions cannot be read.
        GraphFolderError: If ``out`` is something else than a graph folder.
    """
    decided = read_decisions_file(decisions)
    paths = files(letters)
    kept = KeptReadings(out, _model_key(spacy_model))
    reader = _Reader(kept, spacy_model)
    readings, failures = _read_all(paths, reader, progress)
    graph = LetterGraph((reading.record for reading in readings), load_register(), decided)
    with layout.replaced(out) as place:
        quads = _write(place, readings, failures, kept.key, graph, views=views)
    return BuildReport(
        out=out,
        letters=graph.letters,
        sources=len(readings),
        reused=reader.reused,
        failures=failures,
        problems=len(list(graph.problems())),
        open_names=len(graph.identities.open),
        quads=quads,
    )


class _Reader:
    """Reads files; imports the reading rooms, and spaCy with them, only when something must be read."""

    def __init__(self, kept: KeptReadings, spacy_model: str | None) -> None:
        self._kept = kept
        self._spacy_model = spacy_model
        self._letters: Any = None
        self.reused = 0

    def read(self, path: Path) -> Reading:
        kept = None if path == STANDARD_INPUT else self._kept.get(_digest(path))
        if kept is not None:
            self.reused += 1
            record, text = kept
            return Reading(replace(record, source=replace(record.source, name=path.name)), text)
        source = read(path)
        record = self._reader().record(source)
        if record.kind == "other":
            raise NotALetter(
                source.name, "it speaks of the Special Procedures but is no letter of theirs; leave it out"
            )
        return Reading(record, source.text)

    def _reader(self) -> Any:  # noqa: ANN401
        if self._letters is None:
            from kg.pipeline.letters import LetterReader  # noqa: PLC0415

            self._letters = LetterReader(self._spacy_model)
        return self._letters


def _model_key(spacy_model: str | None) -> str:
    if spacy_model is None:
        return ""
    from kg.extract.model import model_key  # noqa: PLC0415 - loads spaCy

    return model_key(spacy_model)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _read_all(
    paths: Sequence[Path], reader: _Reader, progress: Progress | None
) -> tuple[tuple[Reading, ...], tuple[Failure, ...]]:
    readings: dict[str, Reading] = {}
    failures: list[Failure] = []
    for number, path in enumerate(paths, start=1):
        try:
            reading = reader.read(path)
        except SourceError as error:
            failures.append(Failure(error.name, error.reason))
        else:
            _keep(readings, reading)
        if progress is not None:
            progress(number, len(paths), path.name)
    return tuple(sorted(readings.values(), key=lambda reading: order(reading.record))), tuple(
        sorted(failures, key=lambda f: (f.name, f.reason))
    )


def _keep(readings: dict[str, Reading], reading: Reading) -> None:
    """Keep one reading for each content; of two files with the same bytes the first name stays."""
    sha256 = reading.record.source.sha256
    known = readings.get(sha256)
    if known is None or reading.record.source.name < known.record.source.name:
        readings[sha256] = reading


def _write(
    place: Path,
    readings: Sequence[Reading],
    failures: Sequence[Failure],
    key: str,
    graph: LetterGraph,
    *,
    views: bool,
) -> int:
    lines = graph.lines({reading.record.source.sha256: reading.text for reading in readings})
    lines.update(write_families(place, readings))
    facts = [line for line in lines if not is_evidence(line)]
    evidence = [line for line in lines if is_evidence(line)]
    (place / layout.FACTS).write_bytes(canonical(facts))
    (place / layout.EVIDENCE).write_bytes(canonical(evidence))
    (place / layout.REGISTER).write_bytes(canonical(register_quads(load_register())))
    _write_sources(place, readings)
    _write_lines(place / layout.RECORDS, map(record_json, graph.records))
    _write_lines(place / layout.IDENTITIES, graph.entities())
    (place / layout.PROPOSALS).write_bytes(graph.proposals().encode("utf-8"))
    _write_lines(place / layout.PROBLEMS, _problems(graph, failures))
    write_store(place)
    if views:
        write_views(place)
    _write_manifest(place, readings, failures, key)
    return len(lines)


def _write_sources(place: Path, readings: Sequence[Reading]) -> None:
    (place / layout.TEXTS).mkdir()
    (place / layout.READINGS).mkdir()
    for reading in readings:
        source = reading.record.source.sha256[:12]
        (place / layout.TEXTS / f"{source}.txt").write_bytes(reading.text.encode("utf-8"))
        (place / layout.READINGS / f"{source}.json").write_bytes(layout.write_reading(reading.record))


def _write_lines(path: Path, objects: Iterable[dict[str, Any]]) -> None:
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    path.write_bytes(text.encode("utf-8"))


def _problems(graph: LetterGraph, failures: Sequence[Failure]) -> Iterator[dict[str, Any]]:
    for failure in failures:
        yield {
            "source": failure.name,
            "code": "unusable",
            "message": failure.reason,
            "start": None,
            "end": None,
        }
    for source, problem in graph.problems():
        yield {
            "source": source,
            "code": problem.code,
            "message": problem.message,
            "start": problem.start,
            "end": problem.end,
        }


def _write_manifest(place: Path, readings: Sequence[Reading], failures: Sequence[Failure], key: str) -> None:
    manifest = {
        "format": layout.FORMAT,
        "kg": _version(),
        "fingerprint": key,
        "sources": [
            {
                "id": reading.record.source.sha256[:12],
                "name": reading.record.source.name,
                "sha256": reading.record.source.sha256,
                "media_type": reading.record.source.media_type,
                "reference": reading.record.reference.text.value if reading.record.reference else None,
            }
            for reading in readings
        ],
        "unusable": [{"name": failure.name, "reason": failure.reason} for failure in failures],
        "files": layout.digests(place),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (place / layout.MANIFEST).write_bytes(text.encode("utf-8"))


def _version() -> str:
    try:
        return version("sp-letters-kg")
    except PackageNotFoundError:
        return "0"
