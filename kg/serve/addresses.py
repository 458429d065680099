"""IRI → the address of its page, and back. An address is stable because it is the IRI, seen from here.

``https://w3id.org/sp-letters/id/letter/AL-OTH-105-2021`` is shown at ``/id/letter/AL-OTH-105-2021``, a term
of the vocabulary at ``/ns/Mandate``, a named graph at ``/graph/…``, and what others have named at
``/entity?iri=…``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlencode

from kg.vocab.terms import GRAPH, ID, SPL

FOREIGN = "/entity"
_OURS = (("/id/", ID), ("/ns/", SPL.base), ("/graph/", GRAPH))
_KEPT = "/-._~()"


@lru_cache(maxsize=1 << 16)
def address_of(iri: str) -> str:
    """Return the address of the page that shows a thing of the graph."""
    for start, base in _OURS:
        name = iri.removeprefix(base)
        if name != iri and name and quote(name, safe=_KEPT) == name and not _moves(name):
            return start + name
    return f"{FOREIGN}?iri={quote(iri, safe='')}"


def iri_at(path: str) -> str | None:
    """Return the IRI that is shown at a path of our own, or None for any other path."""
    for start, base in _OURS:
        if path.startswith(start) and len(path) > len(start):
            return base + path.removeprefix(start)
    return None


def letter_name(iri: str) -> str | None:
    """Return the name of the letter that ``iri`` is, or belongs to, or None."""
    name = iri.removeprefix(f"{ID}letter/")
    return None if name == iri else name.partition("/")[0]


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return an address with its query; an empty query leaves the path alone."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def _moves(name: str) -> bool:
    """A browser takes such names apart before it asks for them."""
    return "//" in name or name.startswith("/") or any(part in {".", ".."} for part in name.split("/"))
