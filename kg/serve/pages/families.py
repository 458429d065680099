"""The families of nearly identical letters, the largest first."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from werkzeug import Request, Response

from kg.serve.occurrences import LetterCard
from kg.serve.pages.frame import leaf, show
from kg.serve.site import Site
from kg.vocab.terms import ID

SIZE = 10


def families_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show the families, their variants, and by which requests these differ."""
    del given
    listed = leaf(request, site.families.iris, SIZE)
    return show(
        request,
        "families.html",
        leaf=listed,
        families=[site.families.of(iri) for iri in listed.items],
        compared=compared,
        title_of=site.letter_title,
    )


def compared(left: LetterCard, right: LetterCard) -> str:
    """Return the address of the page that compares two letters."""
    names = (quote(card.iri.removeprefix(f"{ID}letter/"), safe="") for card in (left, right))
    return "/compare?left={}&right={}".format(*names)
