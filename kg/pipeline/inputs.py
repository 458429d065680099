"""What the user named → the files to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kg.errors import SourceError, UnreadableSource, UsageError
from kg.model.text import Source
from kg.read import read_path, read_source

_SUFFIXES: Final = frozenset({".txt", ".md", ".markdown", ".text", ".html", ".htm", ".docx", ".pdf"})
STANDARD_INPUT: Final = Path("-")


def files(named: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to read, each once, in the order of their paths; folders are searched.

    Raises:
        UsageError: If nothing was found.
    """
    found = {path for one in named for path in _expanded(one)}
    if not found:
        raise UsageError("no letters found; name files, or folders with txt, md, html, docx or pdf files")
    return tuple(sorted(found))


def _expanded(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in path.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.is_file() and file.suffix.lower() in _SUFFIXES and not hidden:
            yield file


def read(path: Path) -> Source:
    """Read one file, or standard input when the path is ``-``.

    Raises:
        SourceError: If it cannot be used.
    """
    if path == STANDARD_INPUT:
        return read_source(sys.stdin.buffer.read(), "-")
    try:
        return read_path(path)
    except SourceError:
        raise
    except OSError as error:
        raise UnreadableSource(path.name, f"cannot be opened ({error.strerror}); check the path") from error
