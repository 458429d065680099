"""Two letters side by side, word by word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from werkzeug import Request, Response
from werkzeug.exceptions import NotFound

from kg.compare.as_json import comparison_json
from kg.compare.comparison import Comparison, PassageDifference, Word
from kg.compare.pairing import How
from kg.compare.phrases import heading, request_summary
from kg.pipeline.families import comparison
from kg.serve.exchange import content
from kg.serve.families import Family, Variant
from kg.serve.occurrences import LetterCard
from kg.serve.pages.families import compared
from kg.serve.pages.frame import show
from kg.serve.site import Site, source_id

MOST_OFFERED = 300


def compare_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show what two letters share and where they differ, or ask which two are meant.

    Raises:
        NotFound: If the graph holds no letter of that reference.
    """
    del given
    typed = {side: request.args.get(side, "").strip() for side in ("left", "right")}
    if not all(typed.values()):
        offered = site.occurrences.letters[:MOST_OFFERED]
        return show(request, "compare_choice.html", typed=typed, offered=offered, families=site.families.iris)
    left, right = (_letter(site, name) for name in typed.values())
    found = _compared(site, left, right)
    if request.args.get("format") == "json":
        body = json.dumps(comparison_json(found), ensure_ascii=False, indent=1)
        return content(f"{body}\n", "application/json")
    return show(
        request,
        "compare.html",
        found=found,
        cards=(left, right),
        title_of=site.letter_title,
        relation=_relation(site, left, right),
        requests=request_summary(found),
        differing_involvement=any(piece.where is not Word.BOTH for piece in found.involvement),
        passages=list(_runs(found.passages)),
        heading=heading,
        turned=compared(right, left),
        as_data=f"{compared(left, right)}&format=json",
    )


def _letter(site: Site, name: str) -> LetterCard:
    card = site.letter_named(name)
    if card is None:
        raise NotFound(f"there is no letter “{name}”; take one of the list of letters")
    return card


@lru_cache(maxsize=32)
def _compared(site: Site, left: LetterCard, right: LetterCard) -> Comparison:
    return comparison(site.folder.path, source_id(left.sources[0]), source_id(right.sources[0]))


def _relation(site: Site, left: LetterCard, right: LetterCard) -> tuple[Family, Variant, Variant] | None:
    """Return the family both letters are of, and the variant of each."""
    for family in site.families.holding(left.iri):
        here, there = family.variant_of(left), family.variant_of(right)
        if here is not None and there is not None:
            return family, here, there
    return None


def _runs(passages: Iterable[PassageDifference]) -> Iterator[list[PassageDifference]]:
    """Yield passages that are the same in lists as long as they can be, and each that differs alone."""
    same: list[PassageDifference] = []
    for one in passages:
        if one.how is How.SAME:
            same.append(one)
            continue
        if same:
            yield same
        same = []
        yield [one]
    if same:
        yield same
