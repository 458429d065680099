"""The pages of the explorer, each at its address."""

from __future__ import annotations

from kg.serve.exchange import Handler
from kg.serve.pages.compare import compare_page
from kg.serve.pages.entity import entity_page, graph_page, id_page, term_page
from kg.serve.pages.families import families_page
from kg.serve.pages.kinds import kinds_style
from kg.serve.pages.lists import claims_page, letters_page, requests_page, shelf_page, things_page
from kg.serve.pages.matrix import matrix_page
from kg.serve.pages.network import network_view
from kg.serve.pages.questions import questions_page
from kg.serve.pages.search import search_page
from kg.serve.pages.start import start_page
from kg.serve.pages.timeline import timeline_page
from kg.serve.things import SHELVES

ROUTES: tuple[tuple[str, Handler], ...] = (
    ("/", start_page),
    ("/search", search_page),
    ("/letters", letters_page),
    ("/families", families_page),
    ("/compare", compare_page),
    ("/claims", claims_page),
    ("/requests", requests_page),
    ("/things", things_page),
    *((f"/things/{shelf.name}", shelf_page(shelf)) for shelf in SHELVES),
    ("/timeline", timeline_page),
    ("/matrix", matrix_page),
    ("/network", network_view),
    ("/questions", questions_page),
    ("/kinds.css", kinds_style),
    ("/entity", entity_page),
    ("/id/<path:name>", id_page),
    ("/ns/<path:name>", term_page),
    ("/graph/<path:name>", graph_page),
)
"""Rules of werkzeug's routing, each with what answers it."""
