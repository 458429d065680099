"""The named questions, each with what it asks and a link to its answer."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug import Request, Response

from kg.query.questions import questions
from kg.serve.addresses import with_query
from kg.serve.pages.frame import show
from kg.serve.site import Site


def questions_page(site: Site, request: Request, given: Mapping[str, str]) -> Response:
    """Show what can be asked without knowing SPARQL."""
    del site, given
    asked = sorted(questions(), key=lambda each: each.title.casefold())
    return show(
        request,
        "questions.html",
        questions=[(each, with_query("/sparql", [("question", each.name)])) for each in asked],
    )
