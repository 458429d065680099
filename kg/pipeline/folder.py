"""The graph folder: everything a user needs to keep of a build.

``facts.nq``        what the letters say, canonical N-Quads
``evidence.nq``     the words behind it, canonical N-Quads
``register.nq``     what is known beforehand: mandates, resolutions, States, norms
``store/``          the same, ready to be asked; derived, the only part not byte for byte repeatable
``records.jsonl``   one letter record a line
``readings/``       the same with all offsets, so that a rebuild re-reads only what changed
``texts/``          the canonical texts that all offsets point into
``identities.jsonl`` who is who: every person, company and organisation with its names, and why
``proposals.tsv``   names that may be one: a decisions file for a reader to answer and give back
``problems.jsonl``  what went less than well, one problem a line
``manifest.json``   what was read, by which version, and the digest of every file
``graph.ttl``       the graph for people and other tools
``graph.graphml``   the entity graph for Gephi, igraph, networkx
``network.html``    the entity graph to look at
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

import msgspec

from kg.errors import GraphFolderError
from kg.model.record import Record

MANIFEST: Final = "manifest.json"
FACTS: Final = "facts.nq"
EVIDENCE: Final = "evidence.nq"
REGISTER: Final = "register.nq"
RECORDS: Final = "records.jsonl"
PROBLEMS: Final = "problems.jsonl"
IDENTITIES: Final = "identities.jsonl"
PROPOSALS: Final = "proposals.tsv"
TEXTS: Final = "texts"
READINGS: Final = "readings"
STORE: Final = "store"
FORMAT: Final = 1

_RECORD: Final = msgspec.json.Decoder(Record)


class GraphFolder:
    """A built graph folder, for reading.

    Args:
        path: The folder.

    Raises:
        GraphFolderError: If it is missing, incomplete, or was written by another version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest = _manifest(path)

    def text(self, source: str) -> str:
        """Return the canonical text of a source, newlines untouched.

        Raises:
            GraphFolderError: If it is missing; so do all other methods when what they return is.
        """
        name = f"{TEXTS}/{source}.txt"
        try:
            return content(self.path, name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise GraphFolderError(
                f"{self.path / name} is damaged ({error}); build the graph again"
            ) from error

    def file(self, name: str) -> Path:
        """Return where a file of the folder is, for those who read parts of it."""
        if not (self.path / name).is_file():
            raise GraphFolderError(f"{self.path} lacks {name}; build the graph again")
        return self.path / name

    def texts(self) -> dict[str, str]:
        """Return all canonical texts by source id."""
        return {source["id"]: self.text(source["id"]) for source in self.manifest["sources"]}

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the letter records as JSON objects."""
        return self._objects(RECORDS)

    def reading(self, source: str) -> Record:
        """Return the full record of one source."""
        return read_reading(content(self.path, f"{READINGS}/{source}.json"))

    def readings(self) -> Iterator[Record]:
        """Yield the full records in the order of the manifest."""
        for source in self.manifest["sources"]:
            yield self.reading(source["id"])

    def lines(self, *names: str) -> Iterator[str]:
        """Yield the N-Quads lines of the given files, without their newlines."""
        for name in names or (FACTS, EVIDENCE, REGISTER):
            with _opened(self.path, name) as lines:
                for line in lines:
                    yield line.rstrip("\n")

    def identities(self) -> Iterator[dict[str, Any]]:
        """Yield every person, company and organisation with its names and the verdicts on them."""
        return self._objects(IDENTITIES)

    def problems(self) -> Iterator[dict[str, Any]]:
        """Yield what went less than well while building."""
        return self._objects(PROBLEMS)

    def _objects(self, name: str) -> Iterator[dict[str, Any]]:
        with _opened(self.path, name) as lines:
            for line in lines:
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise GraphFolderError(
                        f"{self.path / name} is damaged ({error}); build the graph again"
                    ) from error


def content(path: Path, name: str) -> bytes:
    """Return the bytes of a file of a graph folder.

    Args:
        path: The folder.
        name: The file, relative to it.

    Raises:
        GraphFolderError: If the folder lacks it, or it cannot be read.
    """
    try:
        return (path / name).read_bytes()
    except OSError as error:
        raise _lacking(path, name, error) from error


def _opened(path: Path, name: str) -> TextIO:
    try:
        return (path / name).open(encoding="utf-8", newline="")
    except OSError as error:
        raise _lacking(path, name, error) from error


def _lacking(path: Path, name: str, error: OSError) -> GraphFolderError:
    if isinstance(error, FileNotFoundError):
        return GraphFolderError(f"{path} lacks {name}; build the graph again")
    return GraphFolderError(f"{path / name} cannot be read ({error.strerror}); build the graph again")


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((path / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise GraphFolderError(
            f"{path} is not a graph folder; make one with: kg build LETTERS --out {path}"
        ) from None
    except ValueError as error:
        raise GraphFolderError(f"{path / MANIFEST} is damaged ({error}); build the graph again") from error
    if manifest.get("format") != FORMAT:
        raise GraphFolderError(f"{path} was written by another version of kg; build the graph again")
    return manifest


def read_reading(data: bytes) -> Record:
    """Return the record kept in ``readings/``.

    Raises:
        GraphFolderError: If it does not have the form this version writes.
    """
    try:
        return _RECORD.decode(data)
    except msgspec.DecodeError as error:
        raise GraphFolderError(f"a kept reading is damaged ({error}); build the graph again") from error


def write_reading(record: Record) -> bytes:
    """Return a record as the bytes kept in ``readings/``."""
    return msgspec.json.encode(record) + b"\n"


def digests(path: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder but the manifest and the store, by relative name."""
    return {
        file.relative_to(path).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != MANIFEST and STORE not in file.relative_to(path).parts
    }


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """Yield a folder to build in; put it in the place of ``out`` when all went well.

    Readers of ``out`` never see half a build, and a build that fails leaves the old one as it was.

    Raises:
        GraphFolderError: If ``out`` exists and is something else than a graph folder.
    """
    if out.exists() and not (out.is_dir() and ((out / MANIFEST).exists() or not any(out.iterdir()))):
        raise GraphFolderError(f"{out} exists and is no graph folder; choose another --out, or remove it")
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.building")
    old = out.with_name(f".{out.name}.old")
    for leftover in (beside, old):
        shutil.rmtree(leftover, ignore_errors=True)
    beside.mkdir()
    try:
        yield beside
        if out.exists():
            out.replace(old)
        beside.replace(out)
    finally:
        if old.exists() and not out.exists():
            old.replace(out)
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
