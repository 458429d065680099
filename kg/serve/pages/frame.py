"""What several pages share: showing a template, cutting long lists into pages, words for codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from werkzeug import Request, Response

from kg.serve.addresses import address_of, with_query
from kg.serve.exchange import page
from kg.serve.pages.kinds import drawn
from kg.serve.things import class_label
from kg.vocab.terms import notations

T = TypeVar("T")

LANGUAGES: Final = {"en": "English", "fr": "French", "es": "Spanish"}
_NEAR: Final = 2


def show(request: Request, template: str, **values: object) -> Response:
    """Return the page of a template of the explorer."""
    return page(
        request, template, status=200, drawn=drawn, address_of=address_of, languages=LANGUAGES, **values
    )


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a long list.

    Attributes:
        items: What stands on it.
        number: Which page it is, from 1.
        count: How many pages there are.
        total: How many items the whole list has.
        links: Address of each page that is offered; None stands for pages left out.
    """

    items: Sequence[T]
    number: int
    count: int
    total: int
    links: Sequence[tuple[int, str] | None]


def leaf(request: Request, items: Sequence[T], size: int) -> Leaf[T]:
    """Return the page of a list that the parameter ``page`` asks for, the nearest one there is."""
    count = max(1, -(-len(items) // size))
    number = min(max(1, number_of(request, "page", 1)), count)
    others = [(key, value) for key, value in request.args.items(multi=True) if key != "page"]
    start = (number - 1) * size
    return Leaf(
        items[start : start + size],
        number,
        count,
        len(items),
        [_link(request.path, others, at) for at in _offered(number, count)] if count > 1 else [],
    )


def number_of(request: Request, name: str, default: int) -> int:
    """Return a parameter that is a whole number; anything else is the default."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len("1000000") else default


def _link(path: str, others: list[tuple[str, str]], at: int) -> tuple[int, str] | None:
    return (at, with_query(path, [*others, ("page", str(at))])) if at else None


def _offered(number: int, count: int) -> list[int]:
    """Return the first, the last and the near pages; 0 stands for those left out."""
    near = {at for at in range(number - _NEAR, number + _NEAR + 1) if 1 <= at <= count}
    kept = sorted({1, count, *near})
    offered: list[int] = []
    for at in kept:
        if offered and at > offered[-1] + 1:
            offered.append(0)
        offered.append(at)
    return offered


def type_name(code: str) -> str:
    """Return what a printed type code means."""
    known: Mapping[str, str] = notations("Communication")
    return f"{code} – {class_label(known[code]).lower()}" if code in known else code
