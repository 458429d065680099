"""Readings kept from an earlier build, so that a rebuild reads only what changed.

A reading may be kept as long as the bytes of its source, the code that reads and the register are the same.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from kg import resources
from kg.errors import GraphFolderError
from kg.model.record import Record
from kg.pipeline.folder import GraphFolder

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_READING_ROOMS: Final = ("model", "vocab", "read", "structure", "extract", "relate")


@cache
def fingerprint() -> str:
    """Return a digest of the code that reads letters and of the register it reads them with."""
    digest = hashlib.sha256()
    code = [path for room in _READING_ROOMS for path in (_PACKAGE / room).rglob("*.py")]
    for path in (*sorted(code), *sorted(resources.folder("ontology").glob("*.ttl"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class KeptReadings:
    """The readings of the graph folder that a build is going to replace.

    Args:
        out: That folder; it may be missing or written by another version, and then nothing is kept.
        settings: What else the readings depend on, such as the name of a spaCy model.
    """

    def __init__(self, out: Path, settings: str = "") -> None:
        self.key = f"{fingerprint()}:{settings}"
        self._folder: GraphFolder | None = None
        self._ids: frozenset[str] = frozenset()
        try:
            folder = GraphFolder(out)
        except GraphFolderError:
            return
        if folder.manifest.get("fingerprint") == self.key:
            self._folder = folder
            self._ids = frozenset(source["sha256"] for source in folder.manifest["sources"])

    def get(self, sha256: str) -> tuple[Record, str] | None:
        """Return the record and the text of the source with this digest, if both were kept."""
        if self._folder is None or sha256 not in self._ids:
            return None
        source = sha256[:12]
        try:
            return self._folder.reading(source), self._folder.text(source)
        except (GraphFolderError, OSError):
            return None
