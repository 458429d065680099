"""A folder of letters → a graph folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg.errors import NothingUsable, SourceError
from kg.export.record import record_json
from kg.graph.register import register_quads
from kg.model.quads import canonical, is_evidence
from kg.pipeline import folder as layout
from kg.pipeline.families import write_families
from kg.pipeline.inputs import files
from kg.pipeline.kept import KeptReadings
from kg.pipeline.letter_graph import LetterGraph, read_decisions_file
from kg.pipeline.outputs import write_store, write_views
from kg.pipeline.reading import Failure, Progress, Reading, Readings, read_all
from kg.vocab.load import load_register


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

    def _repr_html_(self) -> str:
        failures = "".join(f"<li>{escape(each.name)}: {escape(each.reason)}</li>" for each in self.failures)
        counts = f"{self.letters} letters, {self.reused} kept from before, {self.quads} quads"
        return f"<p>{escape(self.out.name)}: {counts}, {self.problems} problems</p><ul>{failures}</ul>"


def build(
    letters: Iterable[Path],
    out: Path,
    *,
    views: bool = True,
    spacy_model: str | None = None,
    decisions: Path | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph folder from letters.

    Args:
        letters: Files, or folders that are searched for files of the readable kinds.
        out: The graph folder; an earlier build in it is replaced when all went well.
        views: Whether to write ``graph.ttl``, ``graph.graphml`` and ``network.html``.
        spacy_model: An installed spaCy model whose entities are added as lower-ranked mentions.
        decisions: A file of decisions on who is who, as ``kg.resolve.decisions`` describes it.
        workers: In how many processes to read, when there are many letters. A program that asks for more
            than one must be importable without running, as the standard library's ``multiprocessing`` says.
        progress: Called with (done, all, name) after each file.

    Raises:
        UsageError: If nothing to read was named, or the decisions cannot be read.
        SourceError: If nothing that was named can be used; then ``out`` is left as it was.
        GraphFolderError: If ``out`` is something else than a graph folder.
    """
    decided = read_decisions_file(decisions)
    paths = files(letters)
    kept = KeptReadings(out, _model_key(spacy_model))
    found = read_all(paths, kept, spacy_model, workers=workers, progress=progress)
    if not found.readings:
        raise _nothing_usable(found.failures)
    graph = LetterGraph((reading.record for reading in found.readings), load_register(), decided)
    with layout.replaced(out) as place:
        quads = _write(place, found, kept.key, graph, views=views)
    return BuildReport(
        out=out,
        letters=graph.letters,
        sources=len(found.readings),
        reused=found.reused,
        failures=found.failures,
        problems=len(list(graph.problems())),
        open_names=len(graph.identities.open),
        quads=quads,
    )


def _nothing_usable(failures: Sequence[Failure]) -> SourceError:
    errors = [SourceError(failure.name, failure.reason) for failure in failures]
    return errors[0] if len(errors) == 1 else NothingUsable(errors)


def _model_key(spacy_model: str | None) -> str:
    if spacy_model is None:
        return ""
    from kg.extract.model import model_key  # noqa: PLC0415 - loads spaCy

    return model_key(spacy_model)


def _write(place: Path, found: Readings, key: str, graph: LetterGraph, *, views: bool) -> int:
    readings, failures = found.readings, found.failures
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
