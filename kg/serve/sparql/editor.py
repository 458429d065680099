"""The page on which questions are written and answered; it works without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox
from werkzeug import Request, Response

from kg.errors import QueryError
from kg.query.engine import Limits
from kg.query.formats import plain
from kg.query.prefixes import PREFIXES, short
from kg.query.questions import Question, questions
from kg.query.result import Cell, Result
from kg.serve.addresses import address_of, with_query
from kg.serve.exchange import page
from kg.serve.sparql.answers import names_for
from kg.serve.sparql.draft import SETTING, Draft
from kg.vocab.terms import XSD

Naming: TypeAlias = Callable[[str], str | None]
"""Gives the address of the page of the only thing that has a name."""

SHOWN = 500
"""Rows the page shows; a download holds all."""

EXAMPLE = """# How many letters were addressed to each company?
SELECT ?company ?name (COUNT(DISTINCT ?letter) AS ?letters) WHERE {
  ?letter a spl:Communication ; spl:addressing/spl:addresseeCompany ?company .
  ?company rdfs:label ?name .
}
GROUP BY ?company ?name
ORDER BY DESC(?letters) ?name
"""

_PLAIN = frozenset({XSD.integer, XSD.boolean, XSD.date})
"""What people know by its look; a named question does not say the datatype."""

_PLACE = re.compile("line ([0-9]+), character ([0-9]+)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as the page shows it: its text, the page of the thing it names, its language or datatype."""

    text: str
    address: str | None = None
    tag: str = ""


def editor(
    request: Request,
    draft: Draft,
    limits: Limits,
    *,
    result: Result | None = None,
    error: QueryError | None = None,
    status: int = 200,
    naming: Naming = lambda _: None,
) -> Response:
    """Return the page.

    Args:
        request: What was asked; the downloads ask the same again in other formats.
        draft: The query, and the named question it was made from.
        limits: What one question may take.
        result: The answer, if there is one.
        error: Why there is none.
        status: HTTP status.
        naming: Named questions answer with names; it gives the pages of the things that have them.
    """
    place = _PLACE.search(str(error)) if error else None
    return page(
        request,
        "sparql.html",
        status=status,
        draft=draft,
        example=EXAMPLE,
        questions=_catalogue(),
        setting=SETTING,
        limits=limits,
        prefixes=PREFIXES,
        result=result,
        rows=list(_rows(result, naming if draft.question else None)) if result is not None else [],
        downloads=_downloads(request, draft, result) if result is not None else [],
        error=str(error) if error else "",
        place=(int(place[1]), int(place[2])) if place else None,
    )


@cache
def _catalogue() -> tuple[Question, ...]:
    return tuple(sorted(questions(), key=lambda each: each.title.casefold()))


def _rows(result: Result, naming: Naming | None) -> Iterator[list[Shown]]:
    for row in result.rows[:SHOWN]:
        yield [_shown(cell, naming) for cell in row]


def _shown(cell: Cell, naming: Naming | None) -> Shown:
    if isinstance(cell, ox.NamedNode):
        return Shown(short(cell.value), address_of(cell.value))
    if isinstance(cell, ox.Literal):
        datatype = cell.datatype.value
        tag = cell.language or ("" if datatype == XSD.string else short(datatype))
        if naming is None:
            return Shown(cell.value, tag=tag)
        is_name = cell.language is not None or datatype == XSD.string
        return Shown(cell.value, naming(cell.value) if is_name else None, "" if datatype in _PLAIN else tag)
    return Shown(plain(cell))


def _downloads(request: Request, draft: Draft, result: Result) -> Sequence[tuple[str, str]]:
    """Return the formats and where to get the same answer in each."""
    asked = [(name, value) for name, values in draft.fields.items() if name != "format" for value in values]
    names = names_for(result.form)
    return [(name, with_query(request.path, [*asked, ("format", name)])) for name in names]
