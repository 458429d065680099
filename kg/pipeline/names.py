"""What the user calls a thing → its IRI."""

from __future__ import annotations

from pathlib import Path

from kg.errors import QueryError
from kg.pipeline.folder import GraphFolder
from kg.query.prefixes import PREFIXES
from kg.vocab.terms import ID


def full_iri(name: str) -> str:
    """Return the IRI that ``name`` is, or is the short form of, such as ``mandate:sr-torture``."""
    prefix, colon, rest = name.partition(":")
    if colon and not rest.startswith("//") and prefix in PREFIXES:
        return f"{PREFIXES[prefix]}{rest}"
    return name.strip("<>")


def letter_iri(folder: Path, reference: str) -> str:
    """Return the IRI of the letter with this reference.

    Raises:
        QueryError: If the graph holds no such letter.
    """
    return f"{ID}letter/{_source(folder, reference)[1]}"


def letter_source(folder: Path, reference: str) -> str:
    """Return the source id of the letter with this reference.

    Raises:
        QueryError: If the graph holds no such letter.
    """
    return _source(folder, reference)[0]


def _source(folder: Path, reference: str) -> tuple[str, str]:
    wanted = _folded(reference)
    known = []
    for source in GraphFolder(folder).manifest["sources"]:
        name = source["reference"] or source["id"]
        known.append(name)
        if wanted in {_folded(name), _folded(source["name"]), source["id"]}:
            return source["id"], _local(source["reference"]) or source["id"]
    raise QueryError(f"{folder} holds no letter {reference!r}; it holds {', '.join(known[:8]) or 'none'}")


def _folded(reference: str) -> str:
    return " ".join(reference.replace("-", " ").replace("/", " ").casefold().split())


def _local(reference: str | None) -> str:
    return (reference or "").replace(" ", "-").replace("/", "-")
