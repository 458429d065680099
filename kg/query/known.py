"""What a graph knows: whether it has a thing, what the things are called, and which come near to a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from kg.model.nearness import folded, near
from kg.query.prefixes import short
from kg.vocab.terms import GEO_AREA, ID, RDFS

KINDS: Final = ("Communication", "Reply", "OtherText")
"""The classes of the texts a graph may hold, the letters of the mandates first."""

_EVERYWHERE: Final = ox.DefaultGraph()
_NEVER_NAMED: Final = ("/claim/", f"{ID}text/", f"{ID}identity/", f"{ID}source/")


def knows(store: ox.Store, iri: str) -> bool:
    """Return whether anything is said of what has this IRI, or says something of it."""
    node = ox.NamedNode(iri)
    patterns = ((node, None), (None, node))
    return any(next(store.quads_for_pattern(s, None, o, _EVERYWHERE), None) for s, o in patterns)


def labels(store: ox.Store) -> Iterator[tuple[str, str]]:
    """Yield the IRI and the name of what a user may call by its name; a thing can have several.

    Terms of the vocabulary are no things; and allegations, named by whole sentences, are not called so.
    """
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDFS.label), None, _EVERYWHERE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            iri = quad.subject.value
            if iri.startswith((ID, GEO_AREA)) and not any(part in iri for part in _NEVER_NAMED):
                yield iri, quad.object.value


def near_iris(store: ox.Store, iri: str) -> list[str]:
    """Return the short IRIs that come near to one, of those that begin with the same prefix."""
    name = short(iri)
    prefix, colon, _ = name.partition(":")
    names = {short(known) for known, _ in labels(store)}
    return near(name, sorted(each for each in names if each.startswith(prefix + colon)), _folded)


def _folded(name: str) -> str:
    return folded(name.partition(":")[2].replace("-", " "))
