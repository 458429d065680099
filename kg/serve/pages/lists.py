"""Lists: letters with facets, allegations, requests, and things of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from werkzeug import Request, Response

from kg.serve.addresses import with_query
from kg.serve.counting import several
from kg.serve.entity_facts import fact_address, first_place
from kg.serve.exchange import Handler
from kg.serve.facets import WITH, Choice, value_of
from kg.serve.occurrences import LetterCard
from kg.serve.pages.chosen import chips, offers
from kg.serve.pages.frame import leaf, show
from kg.serve.pages.start import shelves, tiles
from kg.serve.search import folded
from kg.serve.site import Site
from kg.serve.things import Shelf, Thing, class_label, natural
from kg.serve.triples import subjects, values
from kg.vocab.terms import ID, RDFS, SPL, vocabulary

_SIZE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A letter in a list: its card, whom it is addressed to, and how much it holds."""

    card: LetterCard
    to: list[Thing]
    mandates: int
    claims: int
    requests: int
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """An allegation in a list: its words, its hedges, what it is about, and where it stands."""

    iri: str
    words: str
    hedges: list[str]
    issues: list[Thing]
    card: LetterCard
    address: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request in a list: its number, its words, its topics, and where it stands."""

    iri: str
    number: str
    words: str
    topics: list[Thing]
    card: LetterCard
    address: str


def letters_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the letters that are chosen."""
    del given
    choice = Choice.of(request.args.items(multi=True))
    letters = site.select(choice)
    order = request.args.get("sort", "newest")
    shown = leaf(request, _sorted(site.occurrences.cards(letters), order), _SIZE)
    return show(
        request,
        "letters.html",
        rows=list(_rows(site, shown.items)),
        leaf=shown,
        counted=site.occurrences.counted(letters),
        sort=order,
        sort_address=lambda name: with_query("/letters", [*choice.pairs, ("sort", name)]),
        choice=choice,
        chips=chips(site, choice, "/letters"),
        offers=offers(site, choice, letters, "/letters"),
    )


def _sorted(cards: list[LetterCard], order: str) -> list[LetterCard]:
    if order == "oldest":
        dated = [card for card in cards if card.date]
        return [*dated[::-1], *(card for card in cards if not card.date)]
    return sorted(cards, key=lambda card: natural(card.label)) if order == "reference" else cards


def _rows(site: Site, cards: Sequence[LetterCard]) -> Iterator[Row]:
    for card in cards:
        at = site.occurrences.at(card.iri)
        if at is not None:
            yield Row(
                card,
                site.things.many(card.to),
                _mandates(site, card),
                len(site.occurrences.claims[at]),
                len(site.occurrences.requests[at]),
                class_label(card.kind),
            )


def _mandates(site: Site, card: LetterCard) -> int:
    """Return how many mandates a letter is sent under, or a reply is addressed to."""
    addressed = [iri for iri in card.to if iri.startswith(f"{ID}mandate/")]
    return len(values(site.store, card.iri, SPL.sentUnderMandate)) or len(addressed)


def claims_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the allegations of the letters that are chosen, and of the kinds that are chosen."""
    del given
    choice = Choice.of(request.args.items(multi=True))
    letters = site.select(choice)
    kept = _carriers(site, choice, "issue", SPL.claimType)
    found = [
        (at, place) for at in sorted(letters) for place in range(_count(site.occurrences.claims[at], kept))
    ]
    shown = leaf(request, found, _SIZE)
    ordered = {at: _in_order(site, at, kept) for at in {at for at, _ in shown.items}}
    return show(
        request,
        "claims.html",
        rows=[_claim(site, at, ordered[at][place]) for at, place in shown.items],
        leaf=shown,
        choice=choice,
        chips=chips(site, choice, "/claims"),
        offers=offers(site, choice, letters, "/claims"),
    )


def _count(claims: Sequence[str], kept: set[str] | None) -> int:
    return len(claims) if kept is None else sum(iri in kept for iri in claims)


def _in_order(site: Site, at: int, kept: set[str] | None) -> list[str]:
    """Return the claims of a letter in the order in which it makes them."""
    claims = [iri for iri in site.occurrences.claims[at] if kept is None or iri in kept]
    return sorted(claims, key=lambda iri: (first_place(site.store, iri), iri))


def _claim(site: Site, at: int, iri: str) -> ClaimRow:
    card = site.occurrences.letters[at]
    spans = [*values(site.store, iri, SPL.hedge), *values(site.store, iri, SPL.scopeHedge)]
    label = next(iter(values(site.store, iri, RDFS.label)), "")
    return ClaimRow(
        iri=iri,
        words=label.removeprefix(vocabulary()["Allegation"].text("spl:labelPrefix")),
        hedges=[text for span in spans for text in values(site.store, span, SPL.hedgeText)],
        issues=site.things.many(values(site.store, iri, SPL.claimType)),
        card=card,
        address=fact_address(card, iri),
    )


def requests_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the requests of the letters that are chosen, and on the topics that are chosen."""
    del given
    choice = Choice.of(request.args.items(multi=True))
    letters = site.select(choice)
    kept = _carriers(site, choice, WITH, SPL.topic)
    found = [
        (at, iri)
        for at in sorted(letters)
        for iri in site.occurrences.requests[at]
        if kept is None or iri in kept
    ]
    shown = leaf(request, found, _SIZE)
    return show(
        request,
        "requests.html",
        rows=[_request(site, at, iri) for at, iri in shown.items],
        leaf=shown,
        choice=choice,
        chips=chips(site, choice, "/requests"),
        offers=offers(site, choice, letters, "/requests"),
    )


def _request(site: Site, at: int, iri: str) -> RequestRow:
    card = site.occurrences.letters[at]
    return RequestRow(
        iri=iri,
        number=next(iter(values(site.store, iri, SPL.number)), ""),
        words=next(iter(values(site.store, iri, SPL.text)), ""),
        topics=site.things.many(values(site.store, iri, SPL.topic)),
        card=card,
        address=fact_address(card, iri),
    )


def _carriers(site: Site, choice: Choice, facet: str, predicate: str) -> set[str] | None:
    """Return the nodes that lead to every chosen value of a facet, or None when none is chosen."""
    start = {"issue": f"{ID}issue/", WITH: ""}[facet]
    chosen = [start + value for name, value in choice.pairs if name == facet]
    topics = [iri for iri in chosen if facet != WITH or iri.startswith(f"{ID}topic/")]
    found = [set(subjects(site.store, predicate, iri)) for iri in topics]
    return set.intersection(*found) if found else None


def things_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the kinds of things there are lists of."""
    del given
    occurrences = site.occurrences
    return show(
        request,
        "things.html",
        shelves=shelves(site),
        tiles=tiles(site),
        claims=sum(map(len, occurrences.claims)),
        requests=sum(map(len, occurrences.requests)),
    )


def shelf_page(shelf: Shelf) -> Handler:
    """Return what shows the things of one kind."""

    def handler(site: Site, request: Request, given: Mapping[str, str]) -> Response:
        del given
        return _shelf(site, request, shelf)

    return handler


def _shelf(site: Site, request: Request, shelf: Shelf) -> Response:
    looked_for = request.args.get("q", "").strip()
    order = request.args.get("sort", "letters")
    everything = request.args.get("all") == "1"
    iris = set(site.things.members(shelf)) | set(site.things.registered(shelf) if everything else ())
    counted = [(site.thing(iri), len(site.occurrences.of(iri))) for iri in iris]
    found = [pair for pair in counted if folded(looked_for) in folded(pair[0].label)]
    found.sort(key=lambda pair: (pair[0].order, pair[0].iri))
    if order != "name":
        found.sort(key=lambda pair: -pair[1])
    shown = leaf(request, found, 2 * _SIZE)
    kept = [(k, v) for k, v in (("q", looked_for), ("all", "1" if everything else "")) if v]
    return show(
        request,
        "shelf.html",
        shelf=shelf,
        noun=" and ".join(several(kind) for kind in site.occurrences.kinds),
        rows=[(thing, count, _letters_of(thing)) for thing, count in shown.items],
        leaf=shown,
        q=looked_for,
        sort=order,
        everything=everything,
        can_show_all=bool(shelf.classes),
        sort_address=lambda name: with_query(request.path, [*kept, ("sort", name)]),
        all_address=with_query(request.path, [] if everything else [("all", "1")]),
    )


def _letters_of(thing: Thing) -> str:
    return Choice((value_of(thing.iri),)).address("/letters")
