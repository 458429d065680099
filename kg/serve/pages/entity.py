"""The page of any IRI of the graph, and the same as RDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from werkzeug import Request, Response
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.utils import redirect

from kg.serve.addresses import FOREIGN, address_of, with_query
from kg.serve.entity_facts import Property, Saying, any_links, links, properties
from kg.serve.exchange import HTML, negotiated
from kg.serve.facets import Choice, value_of
from kg.serve.neighbours import fan
from kg.serve.occurrences import LetterCard
from kg.serve.pages.formats import OFFERS, SUFFIXES, graphs, rdf, wanted
from kg.serve.pages.frame import Leaf, leaf, show
from kg.serve.pages.letter import letter_page, text_page
from kg.serve.site import Site
from kg.serve.things import Thing, shelf_of
from kg.vocab.terms import GRAPH, ID, RDF, RDFS, SPL, vocabulary

_SIZE = 20
_SHOWN_ABOVE = {RDF.type, RDFS.label, SPL.evidence, SPL.contentEvidence}


@dataclass(frozen=True, slots=True)
class InLetter:
    """What one letter says of the thing."""

    card: LetterCard
    to: str
    sayings: list[Saying]


def entity_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the thing that the parameter ``iri`` names; what is ours has an address of its own."""
    del given
    iri = request.args.get("iri", "").strip()
    if not iri:
        raise BadRequest("this address shows a thing by its IRI; add ?iri=…")
    try:
        ox.NamedNode(iri)
    except ValueError:
        raise BadRequest("this is no IRI; give one such as http://example.org/thing") from None
    address = address_of(iri)
    if not address.startswith(FOREIGN):
        return redirect(address, 303)
    suffix = f".{request.args.get('format', '')}"
    media_type = SUFFIXES[suffix][0] if suffix in SUFFIXES else negotiated(request, OFFERS)
    return _shown(site, request, iri, media_type)


def id_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show a thing of ours: a letter or its text as text, anything else by its facts."""
    name, media_type = wanted(request, given["name"])
    iri = _iri(ID + name)
    at = site.occurrences.at(iri)
    if at is not None and iri == site.occurrences.letters[at].iri:
        card = site.occurrences.letters[at]
        return letter_page(site, request, card) if media_type == HTML else graphs(site, card.iri, media_type)
    if media_type == HTML and iri in site.letter_of_source:
        return text_page(site, request, iri)
    return _shown(site, request, iri, media_type)


def term_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show a term of the vocabulary."""
    name, media_type = wanted(request, given["name"])
    return _shown(site, request, _iri(SPL.base + name), media_type)


def graph_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show one named graph as RDF; a browser is sent to the letter it belongs to."""
    name, media_type = wanted(request, given["name"])
    graph = ox.NamedNode(_iri(GRAPH + name))
    letter = f"{ID}letter/{name.partition('/')[0]}"
    if media_type == HTML and site.occurrences.at(letter) is not None:
        return redirect(address_of(letter), 303)
    return rdf(
        site.store.quads_for_pattern(None, None, None, graph),
        "text/turtle" if media_type == HTML else media_type,
    )


def _iri(text: str) -> str:
    try:
        return ox.NamedNode(text).value
    except ValueError:
        raise NotFound("there is no thing at this address; search for it by its name") from None


def _shown(site: Site, request: Request, iri: str, media_type: str) -> Response:
    thing = ox.NamedNode(iri)
    if media_type != HTML:
        union = ox.DefaultGraph()
        found = (
            quad
            for pattern in ((thing, None), (None, thing))
            for quad in site.store.quads_for_pattern(pattern[0], None, pattern[1], union)
        )
        return rdf(found, media_type)
    known = properties(site.store, site.things, iri)
    letters = site.occurrences.of(iri)
    if not known and not letters and not any_links(site.store, site.things, iri):
        raise NotFound("the graph knows nothing of this; search for it by its name")
    return _page(site, request, site.thing(iri), known)


def _page(site: Site, request: Request, thing: Thing, known: Sequence[Property]) -> Response:
    letters = site.occurrences.of(thing.iri)
    cards = leaf(request, site.occurrences.cards(letters), _SIZE)
    home = site.occurrences.at(thing.iri)
    register = links(site.store, site.things, thing.iri, site.register_graphs)
    dates = sorted(site.occurrences.letters[at].date for at in letters if site.occurrences.letters[at].date)
    return show(
        request,
        "entity.html",
        thing=thing,
        meaning=_meaning(thing.iri),
        names=[name for name in site.things.names(thing.iri) if name != thing.label],
        shelf=shelf_of(thing.iri, thing.kind),
        home=site.occurrences.letters[home] if home is not None else None,
        own_quotes=list(site.sayings.quotes(thing.iri)),
        properties=[each for each in known if each.iri not in _SHOWN_ABOVE],
        links=register or ([] if letters else any_links(site.store, site.things, thing.iri)),
        letters=_in_letters(site, thing, cards),
        leaf=cards,
        counted=site.occurrences.counted(letters),
        dates=(dates[0], dates[-1]) if dates else None,
        list_address=Choice((value_of(thing.iri),)).address("/letters"),
        fan=fan(site.neighbours.of(thing.iri, letters)) if letters and home is None else None,
        network_address=with_query("/network", [("around", thing.iri)]),
        formats=_formats(thing),
    )


def _meaning(iri: str) -> str:
    """Return what the vocabulary says a term of it means; empty for everything else."""
    entry = vocabulary().get(iri.removeprefix(SPL.base)) if iri.startswith(SPL.base) else None
    return entry.by_language("rdfs:comment").get("en", "") if entry else ""


def _in_letters(site: Site, thing: Thing, cards: Leaf[LetterCard]) -> list[InLetter]:
    return [InLetter(card, site.letter_title(card), site.sayings.of(thing.iri, card)) for card in cards.items]


def _formats(thing: Thing) -> list[tuple[str, str]]:
    if thing.address.startswith(FOREIGN):
        return [(f"{thing.address}&format={suffix[1:]}", name) for suffix, (_, name) in SUFFIXES.items()]
    return [(f"{thing.address}{suffix}", name) for suffix, (_, name) in SUFFIXES.items()]
