"""The page of a letter: its text with everything it says marked in it, and the facts beside it."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug import Request, Response

from kg.errors import GraphFolderError
from kg.model.record import Record
from kg.serve.addresses import address_of, with_query
from kg.serve.facets import WORDS
from kg.serve.letter_facts import LetterFacts
from kg.serve.letter_marks import group_of, hits, is_wide, kind_name, letter_marks
from kg.serve.marked import Mark, marked
from kg.serve.occurrences import LetterCard
from kg.serve.pages.families import compared
from kg.serve.pages.formats import SUFFIXES
from kg.serve.pages.frame import show
from kg.serve.search import Words
from kg.serve.site import Site, source_id
from kg.serve.things import class_label
from kg.serve.triples import subjects
from kg.vocab.terms import SPL

_NOT_IN_LEGEND = {"Hit", "Footnote", "Annex"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A kind of mark that occurs in the text, for the legend."""

    kind: str
    name: str
    group: str
    wide: bool
    count: int


def letter_page(site: Site, request: Request, card: LetterCard) -> Response:
    """Show a letter by the first of its texts."""
    return _page(site, request, card, card.sources[0], card.iri)


def text_page(site: Site, request: Request, source: str) -> Response:
    """Show one text of a letter."""
    return _page(site, request, site.letter_of_source[source], source, source)


def _page(site: Site, request: Request, card: LetterCard, source: str, iri: str) -> Response:
    facts = LetterFacts(site.nodes.of(card.iri), site.things, card.iri, site.text)
    record = _reading(site, source)
    typed = request.args.get(WORDS, "").strip()
    text = site.text(source)
    marks = letter_marks(facts.facts, facts.problems, source, record)
    found = list(hits(text, Words.of(typed))) if typed else []
    return show(
        request,
        "letter.html",
        iri=iri,
        card=card,
        kind=class_label(card.kind),
        to=site.things.many(card.to),
        source=source,
        texts=[(other, address_of(other), site.source_name(other)) for other in card.sources],
        sections=facts.sections(),
        problems=facts.problems,
        text=marked(text, [*marks, *found], record.source.pages if record else ()),
        legend=_legend(marks),
        hits=len(found),
        q=typed,
        families=site.families.holding(card.iri),
        compared=compared,
        title_of=site.letter_title,
        answers=site.things.many(subjects(site.store, SPL.repliesTo, card.iri)),
        near=_near(site, card),
        network_address=with_query("/network", [("letter", card.iri)]),
        formats=[(f"{address_of(card.iri)}{suffix}", name) for suffix, (_, name) in SUFFIXES.items()],
        address_in=lambda place: _address_in(source, place.source, place.anchor),
    )


def _reading(site: Site, source: str) -> Record | None:
    """Return the kept reading; a page can do without."""
    try:
        return site.folder.reading(source_id(source))
    except (GraphFolderError, OSError):
        return None


def _address_in(shown: str, source: str, anchor: str) -> str:
    return f"#{anchor}" if source == shown else f"{address_of(source)}#{anchor}"


def _legend(marks: list[Mark]) -> list[Shown]:
    count: dict[str, int] = {}
    for mark in marks:
        count[mark.kind] = count.get(mark.kind, 0) + 1
    shown = [
        Shown(kind, kind_name(kind), group_of(kind), is_wide(kind), number)
        for kind, number in count.items()
        if kind not in _NOT_IN_LEGEND
    ]
    return sorted(shown, key=lambda one: (one.wide, one.group, one.name))


def _near(site: Site, card: LetterCard) -> tuple[LetterCard | None, LetterCard | None]:
    """Return the next newer and the next older letter."""
    letters = site.occurrences.letters
    at = site.occurrences.at(card.iri) or 0
    return letters[at - 1] if at else None, letters[at + 1] if at + 1 < len(letters) else None
