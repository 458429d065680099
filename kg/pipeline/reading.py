"""Files → readings, in this process or in several; what an earlier build read is not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.errors import NotALetter, SourceError
from kg.model.record import Record
from kg.pipeline.inputs import STANDARD_INPUT, read
from kg.pipeline.kept import KeptReadings
from kg.pipeline.letter_graph import order

if TYPE_CHECKING:
    from kg.pipeline.letters import LetterReader

Progress = Callable[[int, int, str], None]

_WORTHWHILE: Final = 24  # fewer letters than this are read before another process has started


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


Outcome: TypeAlias = Reading | Failure


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read.

    Attributes:
        readings: One for each content, in the order of the letters.
        failures: Inputs that could not be used, sorted.
        reused: How many readings were kept from the build before.
    """

    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]
    reused: int


def read_all(
    paths: Sequence[Path],
    kept: KeptReadings,
    spacy_model: str | None = None,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Readings:
    """Read files; the order in which they are named or finished leaves no trace.

    Args:
        paths: The files.
        kept: Readings of the build before.
        spacy_model: An installed spaCy model whose entities are added.
        workers: In how many processes to read, when there is enough to do.
        progress: Called with (done, all, name) after each file.
    """
    old = {path: _kept(path, kept) for path in paths}
    outcomes: list[Outcome] = [reading for reading in old.values() if reading is not None]
    reused = len(outcomes)
    unread = [path for path, reading in old.items() if reading is None]
    for path, outcome in _outcomes(unread, spacy_model, workers):
        outcomes.append(outcome)
        if progress is not None:
            progress(len(outcomes), len(paths), path.name)
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    readings = _one_for_each_content(outcome for outcome in outcomes if isinstance(outcome, Reading))
    return Readings(
        tuple(sorted(readings, key=lambda reading: order(reading.record))),
        tuple(sorted(failures, key=lambda failure: (failure.name, failure.reason))),
        reused,
    )


def _one_for_each_content(readings: Iterable[Reading]) -> Iterable[Reading]:
    """Return one reading of files with the same bytes: the one whose name is first."""
    found: dict[str, Reading] = {}
    for reading in readings:
        source = reading.record.source
        known = found.get(source.sha256)
        if known is None or source.name < known.record.source.name:
            found[source.sha256] = reading
    return found.values()


def _kept(path: Path, kept: KeptReadings) -> Reading | None:
    if path == STANDARD_INPUT:
        return None
    try:
        found = kept.get(hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None
    if found is None:
        return None
    record, text = found
    return Reading(replace(record, source=replace(record.source, name=path.name)), text)


def _outcomes(paths: Sequence[Path], spacy_model: str | None, workers: int) -> Iterator[tuple[Path, Outcome]]:
    if workers > 1 and len(paths) >= _WORTHWHILE and STANDARD_INPUT not in paths:
        yield from _in_processes(paths, spacy_model, workers)
        return
    reader = _LateReader(spacy_model)
    for path in paths:
        yield path, reader.outcome(path)


def _in_processes(
    paths: Sequence[Path], spacy_model: str | None, workers: int
) -> Iterator[tuple[Path, Outcome]]:
    """Read in several processes; a file that ends the process it is read in costs only itself."""
    rest = list(paths)
    while rest:
        done = 0
        try:
            for path, outcome in zip(rest, _mapped(rest, spacy_model, workers), strict=True):
                yield path, outcome
                done += 1
        except BrokenProcessPool:
            yield rest[done], _alone(rest[done], spacy_model)
            done += 1
        rest = rest[done:]


def _mapped(paths: Iterable[Path], spacy_model: str | None, workers: int) -> Iterator[Outcome]:
    context = get_context("spawn")  # a forked process would inherit locks of threads it does not have
    with ProcessPoolExecutor(workers, context, initializer=_start, initargs=(spacy_model,)) as pool:
        yield from pool.map(_outcome, paths)


def _alone(path: Path, spacy_model: str | None) -> Outcome:
    try:
        return next(_mapped([path], spacy_model, 1))
    except BrokenProcessPool:
        return Failure(path.name, "reading it ended the process; leave it out, and tell us of it")


class _LateReader:
    """Imports the reading rooms, and spaCy with them, only when something must be read."""

    def __init__(self, spacy_model: str | None) -> None:
        self._spacy_model = spacy_model
        self._reader: LetterReader | None = None

    def outcome(self, path: Path) -> Outcome:
        try:
            return self._reading(path)
        except SourceError as error:
            return Failure(error.name, error.reason)

    def _reading(self, path: Path) -> Reading:
        source = read(path)
        if self._reader is None:
            from kg.pipeline.letters import LetterReader  # noqa: PLC0415

            self._reader = LetterReader(self._spacy_model)
        record = self._reader.record(source)
        if record.kind == "other":
            reason = "it speaks of the Special Procedures but is no letter of theirs; leave it out"
            raise NotALetter(source.name, reason)
        return Reading(record, source.text)


_readers: list[_LateReader] = []


def _start(spacy_model: str | None) -> None:
    """Prepare a process of the pool: one reader for all it will read."""
    _readers.append(_LateReader(spacy_model))


def _outcome(path: Path) -> Outcome:
    return _readers[0].outcome(path)
