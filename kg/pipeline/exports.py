"""A graph folder → one of the export formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kg.errors import ExportError
from kg.export.xml_text import replaced_characters
from kg.model.text import Problem
from kg.pipeline.folder import GraphFolder
from kg.pipeline.outputs import entity_graph, self_contained

RDF_FORMATS: Final = ("turtle", "trig", "nquads", "ntriples", "jsonld")
_XML: Final = ("graphml", "gexf")
NETWORK_FORMATS: Final = ("graphml", "gexf", "csv", "ftm")


def exported(folder: Path, name: str) -> tuple[bytes, Sequence[Problem]]:
    """Return a graph folder in the format ``name``, and what the format could not carry.

    Raises:
        ExportError: If there is no such format.
        GraphFolderError: If the folder is no graph folder.
    """
    GraphFolder(folder)
    if name in RDF_FORMATS:
        from kg.export.rdf import FORMATS  # noqa: PLC0415

        return FORMATS[name](self_contained(folder)), ()
    if name in NETWORK_FORMATS:
        return _network(folder, name)
    raise ExportError(f"there is no format {name!r}; choose {', '.join((*RDF_FORMATS, *NETWORK_FORMATS))}")


def _network(folder: Path, name: str) -> tuple[bytes, Sequence[Problem]]:
    from importlib import import_module  # noqa: PLC0415 - one module per format, loaded when asked for

    graph = entity_graph(folder)
    write = getattr(import_module(f"kg.export.{name}"), f"to_{name}")
    return write(graph), replaced_characters(graph) if name in _XML else ()
