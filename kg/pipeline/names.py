"""What the user calls a thing or a letter → its IRI, or its source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model.nearness import MOST_NAMED, folded, folded_reference, near
from kg.pipeline.folder import GraphFolder
from kg.query.known import knows, labels, near_iris
from kg.query.prefixes import PREFIXES, short


def full_iri(name: str) -> str:
    """Return the IRI that ``name`` is, or is the short form of, such as ``mandate:sr-torture``."""
    prefix, colon, rest = name.partition(":")
    if colon and not rest.startswith("//") and prefix in PREFIXES:
        return f"{PREFIXES[prefix]}{rest}"
    return name.strip("<>")


def thing_iri(folder: Path, store: ox.Store, name: str) -> str:
    """Return the IRI of the thing that ``name`` means: an IRI, full or short, the end of one, or a label.

    Case and diacritics of labels do not matter.

    Raises:
        QueryError: If the graph knows nothing of that name, or several things; it names what comes near.
    """
    iri = full_iri(name.strip())
    is_iri = _is_iri(iri)
    if is_iri and knows(store, iri):
        return iri
    known = sorted(labels(store))
    found = {each for each, _ in known if each.endswith(f"/{name.strip()}")}
    found = found or {each for each, label in known if folded(label) == folded(name)}
    if len(found) == 1:
        return found.pop()
    if found:
        several = ", ".join(map(short, sorted(found)[:MOST_NAMED]))
        raise QueryError(f"{name!r} may be any of {several}; give one of these instead")
    alike = near_iris(store, iri) if is_iri else near(name, (label for _, label in known))
    hint = f"perhaps {'; '.join(alike)}" if alike else f"find things with: kg query {folder} things"
    raise QueryError(f"{folder} knows nothing of {name!r}; {hint}")


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def letter_source(folder: Path, reference: str) -> str:
    """Return the id of the source of the letter with this reference; case, spaces and marks do not matter.

    Args:
        folder: The graph folder.
        reference: Its reference, or the name of its file, or the id itself.

    Raises:
        QueryError: If the graph holds no such letter; it names those whose references come near.
    """
    sources = GraphFolder(folder).manifest["sources"]
    wanted = folded_reference(reference)
    for source in sources:
        names = filter(None, (source["reference"], source["name"]))
        if reference == source["id"] or wanted in map(folded_reference, names):
            return str(source["id"])
    raise QueryError(f"{folder} holds no letter {reference!r}; {_instead(reference, sources)}")


def _instead(reference: str, sources: list[dict[str, Any]]) -> str:
    known = sorted({source["reference"] for source in sources if source["reference"]})
    known = known or sorted(source["name"] for source in sources)
    alike = near(reference, known, folded_reference)
    if alike:
        return f"perhaps {'; '.join(alike)}"
    more = ", …" if len(known) > MOST_NAMED else ""
    return f"it holds {', '.join(known[:MOST_NAMED])}{more}"
