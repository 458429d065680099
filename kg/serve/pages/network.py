"""The network page of what answers a question: about a thing, a letter, a family, two kinds, a connection."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

from werkzeug import Request, Response
from werkzeug.exceptions import BadRequest, NotFound

from kg.errors import UsageError
from kg.model.network import EntityGraph
from kg.pipeline.outputs import NETWORK, TITLE
from kg.pipeline.views import MOST_BESIDE
from kg.serve.exchange import HTML, content
from kg.serve.naming import meant
from kg.serve.pages.frame import number_of, show
from kg.serve.projections import connecting, is_small, projection
from kg.serve.site import Site
from kg.view.focus import Focus
from kg.view.select import between, ego, letters, paths, surroundings
from kg.vocab.display import legend

DEEPEST: Final = 3
_OFFERED: Final = 300
_PAIR: Final = 2
_POLICY: Final = re.compile('http-equiv="Content-Security-Policy" content="([^"]*)"')


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn: a graph, its title, and, unless there is nothing more to ask for, what to open with."""

    graph: EntityGraph
    title: str
    beside: Collection[str] = frozenset()
    focus: Focus | None = None


def network_view(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the network of what is chosen, or ask what to show.

    Raises:
        NotFound: If the graph has nothing of that name.
        BadRequest: If only one of two things or kinds is chosen.
        UsageError: If nothing joins two kinds or things.
    """
    del given
    for name, count in (("around", 1), ("letter", 1), ("family", 1), ("kinds", _PAIR), ("path", _PAIR)):
        chosen = tuple(value.strip() for value in request.args.getlist(name) if value.strip())
        if chosen and len(chosen) != count:
            raise BadRequest("two things are needed for this; choose both")
        if chosen:
            depth = min(max(number_of(request, "depth", 1), 1), DEEPEST)
            return _network(_page(site, name, chosen, depth))
    if "whole" in request.args:
        return _network(_whole(site))
    return _choice(site, request)


def _choice(site: Site, request: Request) -> Response:
    return show(
        request,
        "network.html",
        newest=site.occurrences.letters[:_OFFERED],
        things=site.things.many(site.listed[:_OFFERED]),
        families=site.things.many(site.families.iris[:_OFFERED]),
        kinds=sorted(legend().items(), key=lambda one: one[1].order),
        whole=is_small(site) or (site.folder.path / NETWORK).is_file(),
        counted=site.occurrences.counted(site.occurrences.all),
        deepest=DEEPEST,
    )


@lru_cache(maxsize=16)
def _page(site: Site, choice: str, names: tuple[str, ...], depth: int) -> str:
    view = _around(site, meant(site, names[0]), depth) if choice == "around" else _VIEWS[choice](site, *names)
    return _drawn(view)


@lru_cache(maxsize=2)
def _whole(site: Site) -> str:
    file = site.folder.path / NETWORK
    if file.is_file():
        return file.read_text(encoding="utf-8")
    if not is_small(site):
        raise NotFound("the graph is too large to draw at once and was built without its network page")
    return _drawn(View(projection(site, site.occurrences.all).graph, TITLE))


def _around(site: Site, iri: str, depth: int) -> View:
    found = site.occurrences.of(iri)
    if not found:
        raise NotFound("no letter names this; choose another thing")
    part = projection(site, found)
    title = f"Around {site.thing(iri).label}{part.limit}"
    if any(node.id == iri for node in part.graph.nodes):
        return _open(part.graph, ego(part.graph, iri, depth), title, Focus((iri,), depth))
    references = [site.occurrences.letters[at].label for at in sorted(found)]
    return _open(part.graph, _of_letters(part.graph, references), title)


def _letter(site: Site, name: str) -> View:
    card = site.letter_named(name)
    at = None if card is None else site.occurrences.at(card.iri)
    if card is None or at is None:
        raise NotFound(f"there is no letter “{name}”; take one of the list of letters")
    graph = projection(site, {at}).graph
    return _open(graph, _of_letters(graph, [card.label]), card.label)


def _family(site: Site, name: str) -> View:
    card = site.letter_named(name)
    holding = site.families.holding(card.iri) if card else []
    families = holding or [site.families.of(iri) for iri in site.families.iris if iri == name]
    if not families:
        raise NotFound(f"there is no family “{name}”, and no family has a letter of that reference")
    cards = [card for variant in families[0].variants for card in variant.cards]
    found = {site.occurrences.at(card.iri) for card in cards}
    part = projection(site, {at for at in found if at is not None})
    title = f"{families[0].thing.label}{part.limit}"
    return _open(part.graph, _of_letters(part.graph, [card.label for card in cards]), title)


def _kinds(site: Site, *names: str) -> View:
    known = legend()
    first, second = (name if name in known else "" for name in names)
    if not first or not second:
        raise NotFound("there is no such kind of thing; choose two of the list")
    part = projection(site, site.occurrences.all)
    title = f"{known[first].label} and {known[second].label}{part.limit}"
    return View(between(part.graph, first, second), title)


def _path(site: Site, *names: str) -> View:
    first, second = (meant(site, name) for name in names)
    part = projection(site, connecting(site, first, second))
    title = f"Between {site.thing(first).label} and {site.thing(second).label}{part.limit}"
    return _open(part.graph, paths(part.graph, first, second), title, Focus((first, second)))


_VIEWS: Final[Mapping[str, Callable[..., View]]] = {
    "letter": _letter,
    "family": _family,
    "kinds": _kinds,
    "path": _path,
}


def _of_letters(graph: EntityGraph, references: Collection[str]) -> EntityGraph:
    """Return what these letters say, or all of the graph when it has no link that comes from one of them."""
    known = {edge.letter for edge in graph.edges}
    try:
        return letters(graph, [reference for reference in references if reference in known])
    except UsageError:
        return graph


def _open(whole: EntityGraph, part: EntityGraph, title: str, focus: Focus | None = None) -> View:
    """Return a part with what lies next to it, so that the reader can ask for more."""
    graph, beside = surroundings(whole, part, MOST_BESIDE)
    return View(graph, title, beside, focus)


def _drawn(view: View) -> str:
    from kg.view.page import network_page  # noqa: PLC0415 - pyvis takes a second to import

    return network_page(view.graph, legend(), title=view.title, beside=view.beside, focus=view.focus)


def _network(page: str) -> Response:
    """Answer with a network page under the policy it brings along: the hashes of its own scripts."""
    response = content(page, HTML)
    policy = _POLICY.search(page[: page.find("<body")])
    if policy is not None:
        response.headers["Content-Security-Policy"] = f"{unescape(policy[1])}; frame-ancestors 'none'"
    return response
