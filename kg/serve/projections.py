"""Entity graphs for the network page: all of a small graph, some letters of a large one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kg.graph.project import project
from kg.model.network import EntityGraph
from kg.serve.occurrences import Positions
from kg.serve.site import Site
from kg.serve.triples import PARTS
from kg.vocab.terms import GRAPH, ID

MOST_LETTERS: Final = 25
"""So many of the newest letters of a large graph are drawn at once."""

SMALL: Final = 60
"""A graph of so many letters is drawn, and searched for connections, as a whole."""

_INSIDE: Final = (f"{ID}letter/", f"{ID}text/")


@dataclass(frozen=True, slots=True)
class Projection:
    """An entity graph, how many of the letters that were wanted it holds, and these in words."""

    graph: EntityGraph
    drawn: int
    wanted: int
    named: str = ""

    @property
    def limit(self) -> str:
        """What a title says of letters that are left out; empty when there are none."""
        return "" if self.drawn == self.wanted else f": the newest {self.drawn} of {self.named}"


def is_small(site: Site) -> bool:
    """Return whether the graph is drawn as a whole."""
    return len(site.occurrences.letters) <= SMALL


def projection(site: Site, letters: Collection[int]) -> Projection:
    """Return the entity graph of some letters; of a small graph, all of it."""
    if is_small(site):
        return Projection(_all(site), len(letters), len(letters))
    newest = tuple(sorted(letters)[:MOST_LETTERS])
    named = site.occurrences.counted(frozenset(letters))
    return Projection(_some(site, newest), len(newest), len(letters), named)


def connecting(site: Site, first: str, second: str) -> Positions:
    """Return letters that name both things, else those of either that name something in common."""
    here, there = site.occurrences.of(first), site.occurrences.of(second)
    if here & there:
        return here & there
    common = _named_in(site, here) & _named_in(site, there)
    joining = frozenset(at for iri in common for at in site.occurrences.of(iri))
    most = MOST_LETTERS // 2
    return frozenset((*sorted(here & joining)[:most], *sorted(there & joining)[:most]))


def _named_in(site: Site, letters: Positions) -> frozenset[str]:
    return frozenset(iri for iri, found in site.occurrences.positions.items() if found & letters)


@lru_cache(maxsize=2)
def _all(site: Site) -> EntityGraph:
    return project(site.store)


@lru_cache(maxsize=4)
def _some(site: Site, letters: tuple[int, ...]) -> EntityGraph:
    """Return the entity graph of some letters, with what the register says of the things they name."""
    union = ox.DefaultGraph()
    said = [quad for at in letters for quad in _said(site, at)]
    named = {quad.object for quad in said if isinstance(quad.object, ox.NamedNode)}
    outside = sorted((thing for thing in named if not thing.value.startswith(_INSIDE)), key=str)
    known = _known(site, outside)
    part = ox.Store()
    part.extend(ox.Quad(quad.subject, quad.predicate, quad.object, union) for quad in [*said, *known])
    return project(part)


def _known(site: Site, things: Iterable[ox.NamedNode]) -> Iterator[ox.Quad]:
    for thing in things:
        yield from site.store.quads_for_pattern(thing, None, None, ox.DefaultGraph())


def _said(site: Site, at: int) -> Iterator[ox.Quad]:
    name = site.occurrences.letters[at].iri.removeprefix(f"{ID}letter/")
    for graph in PARTS:
        yield from site.store.quads_for_pattern(None, None, None, ox.NamedNode(f"{GRAPH}{name}/{graph}"))
