"""RDF in five formats, each from canonical N-Quads lines to the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import ExportError
from kg.export.files import write_whole
from kg.export.jsonld import jsonld
from kg.export.turtle import trig, turtle
from kg.model.quads import Line, canonical, lines_of, triples


def nquads(lines: Iterable[str]) -> bytes:
    """Return the quads as canonical N-Quads: sorted, each once."""
    return canonical(lines)


def ntriples(lines: Iterable[str]) -> bytes:
    """Return the union of the quads as canonical N-Triples; named graphs are dropped."""
    return canonical(triples(lines))


FORMATS: Mapping[str, Callable[[Iterable[str]], bytes]] = MappingProxyType(
    {"turtle": turtle, "trig": trig, "nquads": nquads, "ntriples": ntriples, "jsonld": jsonld}
)


def write_rdf(lines: Iterable[str], name: str, path: Path) -> None:
    """Write quads to a file, whole or not at all.

    Args:
        lines: Canonical N-Quads lines.
        name: One of ``FORMATS``.
        path: The file.

    Raises:
        ExportError: If there is no such format, or the file cannot be written.
    """
    if name not in FORMATS:
        raise ExportError(f"there is no RDF format {name!r}; use one of {', '.join(FORMATS)}")
    write_whole(path, FORMATS[name](lines))


def read_lines(*paths: Path) -> list[Line]:
    """Return the lines of N-Quads files that a build wrote."""
    return [line for path in paths for line in lines_of(path.read_bytes())]
