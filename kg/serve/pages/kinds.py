"""The colours of the kinds as a style sheet, so that pages need no inline style."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from markupsafe import Markup
from werkzeug import Request, Response

from kg.serve.exchange import content
from kg.serve.site import Site
from kg.vocab.display import Display, legend

_OTHERS = {"Quotation": "#6c8ebf", "Role": "#7a8794", "Reference": "#7a8794", "Date": "#7a8794"}
_OTHERS |= {"Period": "#7a8794", "Remark": "#7a8794"}

_DRAWN = {
    "dot": '<circle cx="8" cy="8" r="6"/>',
    "square": '<rect x="2.5" y="2.5" width="11" height="11"/>',
    "diamond": '<path d="M8 1l7 7-7 7-7-7z"/>',
    "triangle": '<path d="M8 1.5L15 14H1z"/>',
    "triangleDown": '<path d="M8 14.5L1 2h14z"/>',
    "star": '<path d="M8 .8l2.1 4.8 5.2.5-3.9 3.5 1.1 5.1L8 12l-4.5 2.7 1.1-5.1L.7 6.1l5.2-.5z"/>',
    "hexagon": '<path d="M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8z"/>',
    "box": '<rect x="0.5" y="3" width="15" height="10" rx="2"/>',
    "ellipse": '<ellipse cx="8" cy="8" rx="7.5" ry="5"/>',
}


def kinds_style(site: Site, request: Request, values: Mapping[str, str]) -> Response:
    """Answer with the style sheet of the kinds."""
    del site, request, values
    return content(_style(), "text/css")


@cache
def _style() -> str:
    colours = {**{kind: display.colour for kind, display in legend().items()}, **_OTHERS}
    return "\n".join(f".k-{kind} {{ --c: {colour}; }}" for kind, colour in colours.items()) + "\n"


@cache
def drawn(display: Display | None) -> Markup:
    """Return the shape of a kind as a small picture in its colour; empty when it has none."""
    if display is None:
        return Markup()
    shape = Markup(_DRAWN[display.shape])  # noqa: S704 -- one of the shapes above
    return Markup('<svg viewBox="0 0 16 16" aria-hidden="true" fill="{}">{}</svg>').format(
        display.colour, shape
    )
