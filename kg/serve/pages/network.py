"""The network page of a part of the graph: one letter, or what surrounds a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape

import pyoxigraph as ox
from werkzeug import Request, Response
from werkzeug.exceptions import NotFound

from kg.errors import UsageError
from kg.graph.project import project
from kg.model.network import EntityGraph
from kg.pipeline.outputs import NETWORK
from kg.serve.exchange import HTML, content
from kg.serve.pages.formats import PARTS
from kg.serve.pages.frame import show
from kg.serve.site import Site
from kg.vocab.display import legend
from kg.vocab.terms import GRAPH, ID

MOST_LETTERS = 25
_WHOLE = 60
_INSIDE = (f"{ID}letter/", f"{ID}text/")
_POLICY = re.compile('http-equiv="Content-Security-Policy" content="([^"]*)"')


def network_view(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the network of what is chosen; the whole of it when the graph is small."""
    del given
    around, letter = request.args.get("around", ""), request.args.get("letter", "")
    if around or letter:
        return _network(_part(site, around or letter, depth=1 if around else 0))
    file = site.folder.path / NETWORK
    if "whole" in request.args or len(site.occurrences.letters) <= _WHOLE:
        if file.is_file():
            return _network(file.read_text(encoding="utf-8"))
        if len(site.occurrences.letters) <= _WHOLE:
            return _network(_page(site, range(len(site.occurrences.letters)), "All letters"))
    return show(
        request,
        "network.html",
        newest=site.occurrences.letters[:10],
        things=site.things.many(site.listed[:24]),
        whole=file.is_file(),
        letters=len(site.occurrences.letters),
    )


@lru_cache(maxsize=16)
def _part(site: Site, iri: str, depth: int) -> str:
    from kg.view.select import ego  # noqa: PLC0415 - the view is needed by few pages

    letters = sorted(site.occurrences.of(iri))
    if not letters:
        raise NotFound("no letter names this; choose another thing")
    name = site.thing(iri).label
    title = f"Around {name}" if depth else name
    if len(letters) > MOST_LETTERS:
        title = f"{title}: the newest {MOST_LETTERS} of {len(letters)} letters"
    graph = _projected(site, letters[:MOST_LETTERS])
    try:
        return _drawn(ego(graph, iri, depth) if depth else graph, title)
    except UsageError:
        return _drawn(graph, title)


def _page(site: Site, letters: Iterable[int], title: str) -> str:
    return _drawn(_projected(site, letters), title)


def _drawn(graph: EntityGraph, title: str) -> str:
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    return network_page(graph, legend(), title=title)


def _projected(site: Site, letters: Iterable[int]) -> EntityGraph:
    """Return the entity graph of some letters, with what the register says of the things they name."""
    union = ox.DefaultGraph()
    said = [quad for at in letters for quad in _said(site, at)]
    named = {quad.object for quad in said if isinstance(quad.object, ox.NamedNode)}
    outside = sorted((thing for thing in named if not thing.value.startswith(_INSIDE)), key=str)
    known = [q for thing in outside for q in site.store.quads_for_pattern(thing, None, None, union)]
    part = ox.Store()
    part.extend(ox.Quad(quad.subject, quad.predicate, quad.object, union) for quad in [*said, *known])
    return project(part)


def _said(site: Site, at: int) -> Iterator[ox.Quad]:
    name = site.occurrences.letters[at].iri.removeprefix(f"{ID}letter/")
    for graph in PARTS:
        yield from site.store.quads_for_pattern(None, None, None, ox.NamedNode(f"{GRAPH}{name}/{graph}"))


def _network(page: str) -> Response:
    """Answer with a network page under the policy it brings along: the hashes of its own scripts."""
    response = content(page, HTML)
    policy = _POLICY.search(page[: page.find("<body")])
    if policy is not None:
        response.headers["Content-Security-Policy"] = f"{unescape(policy[1])}; frame-ancestors 'none'"
    return response
