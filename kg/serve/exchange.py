"""What every page and the endpoint need of HTTP: handlers, pages from templates, formats, addresses.

A handler gets the opened graph folder, the request and the parts of the address, and returns a response. It
may raise an error of ``kg.errors`` or an ``HTTPException`` of werkzeug with one sentence as its description;
``kg.serve.app`` makes the page of it, and adds the headers that keep a browser from doing anything else than
showing what it was sent. A handler that needs another content security policy sets that header itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined
from werkzeug import Request, Response
from werkzeug.exceptions import NotAcceptable
from werkzeug.http import parse_options_header

from kg.query.prefixes import short
from kg.serve.addresses import address_of

if TYPE_CHECKING:
    from kg.serve.site import Site

Handler: TypeAlias = Callable[["Site", Request, Mapping[str, str]], Response]

HTML = "text/html"


@cache
def templates() -> Environment:
    """Return the templates; everything put into one is escaped, and a value that is missing is an error."""
    made = Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["address_of"] = address_of
    made.filters["short"] = short
    return made


def read_templates() -> None:
    """Read all templates, so that no page has to wait for its own."""
    for name in templates().list_templates():
        templates().get_template(name)


def page(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """Return an HTML page made from a template.

    Args:
        request: What was asked; templates know it as ``request``.
        template: Name of a file in ``kg/serve/templates``.
        status: HTTP status.
        values: What the template shows.
    """
    text = templates().get_template(template).render(request=request, **values)
    return content(text, HTML, status=status)


def content(body: str | bytes, media_type: str, *, status: int = 200) -> Response:
    """Return a body with its media type; texts are UTF-8. Caches are told that the format was negotiated."""
    response = Response(body, status=status)
    text = media_type.startswith("text/") or media_type in {"application/n-triples", "application/n-quads"}
    response.headers["Content-Type"] = f"{media_type}; charset=utf-8" if text else media_type
    response.vary.add("Accept")
    return response


def negotiated(request: Request, offers: Sequence[str]) -> str:
    """Return the media type the client likes best (RFC 9110, section 12.5.1).

    Args:
        request: Its ``Accept`` header counts; without one the first offer is returned.
        offers: The media types there are, the preferred one first: it wins among equals.

    Raises:
        NotAcceptable: If the client takes none of them.
    """
    if not request.accept_mimetypes:
        return offers[0]
    ranges = [(parse_options_header(value)[0], quality) for value, quality in request.accept_mimetypes]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    if _quality(best, ranges) <= 0:
        raise NotAcceptable(f"there is none of the formats asked for; there are: {', '.join(offers)}")
    return best


def reads_pages(request: Request) -> bool:
    """Return whether the client is better served with a page than with a plain sentence: a browser is."""
    if not request.accept_mimetypes:
        return False
    return request.accept_mimetypes[HTML] > request.accept_mimetypes["text/plain"]


def _quality(offer: str, ranges: list[tuple[str, float]]) -> float:
    """The most specific range that fits an offer says how much it is liked."""
    for wanted in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        fitting = [quality for value, quality in ranges if value.lower() == wanted]
        if fitting:
            return max(fitting)
    return 0
