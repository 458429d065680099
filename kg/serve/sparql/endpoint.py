"""The endpoint ``/sparql``: programs get answers, browsers get the page on which questions are written."""

from __future__ import annotations

from threading import BoundedSemaphore

import pyoxigraph as ox
from werkzeug import Request, Response
from werkzeug.exceptions import BadRequest, NotAcceptable, ServiceUnavailable

from kg.errors import QueryError, QueryLimitError
from kg.query.engine import Limits
from kg.query.guard import check
from kg.query.result import Result
from kg.query.worker import Answer, Pool
from kg.serve.exchange import HTML, negotiated, reads_pages
from kg.serve.sparql.answers import GRAPHS, answer, chosen
from kg.serve.sparql.description import description
from kg.serve.sparql.draft import Draft, attempted, drafted
from kg.serve.sparql.editor import Naming, editor
from kg.serve.sparql.kept import KeptAnswers
from kg.serve.sparql.protocol import Asked, asked

WAITING = 8
"""How many requests may ask or wait for a worker; the other threads of the server stay free for pages."""

BUSY = 503
MISTAKEN = 400


class Endpoint:
    """Answers requests to ``/sparql``.

    Args:
        pool: The workers that answer questions.
        limits: What one question may take; the page tells it.
        kept: Answers to named questions that are made already.
        naming: Gives the address of the page of the only thing that has a name.
        store: The graph, which knows what a setting may name.
    """

    def __init__(
        self, pool: Pool, limits: Limits, kept: KeptAnswers, naming: Naming, store: ox.Store
    ) -> None:
        self._pool = pool
        self._limits = limits
        self._kept = kept
        self._naming = naming
        self._store = store
        self._places = BoundedSemaphore(WAITING)

    def respond(self, request: Request) -> Response:
        """Answer a request.

        Raises:
            HTTPException: If it breaks the protocol.
            QueryError: If the query cannot be asked, and the client is no browser.
        """
        wanted = asked(request)
        wish = wanted.fields.get("format", (None,))[-1]  # some clients send it twice
        if wanted.query is None and wanted.one("question") is None:
            return self._without_query(request, wish)
        pages = wish == "html" or (wish is None and reads_pages(request))
        try:
            draft = drafted(wanted, self._store)
        except QueryError as error:
            if not pages:
                raise
            return editor(request, attempted(wanted), self._limits, error=error, status=MISTAKEN)
        return (
            self._answered(request, wanted, draft, wish) if not pages else self._page(request, wanted, draft)
        )

    def _without_query(self, request: Request, wish: str | None) -> Response:
        if request.method == "POST":
            raise BadRequest("the request holds no query; send query=…")
        try:
            media_type = HTML if wish == "html" else negotiated(request, (*GRAPHS, HTML))
        except NotAcceptable:
            raise BadRequest("the request holds no query; send query=…") from None
        return editor(request, Draft(""), self._limits) if media_type == HTML else description(request)

    def _answered(self, request: Request, wanted: Asked, draft: Draft, wish: str | None) -> Response:
        form = check(draft.query, overridden=wanted.dataset is not None)
        media_type, download = chosen(request, wish, form)
        return answer(self._ask(request, wanted, draft), media_type, download=download)

    def _page(self, request: Request, wanted: Asked, draft: Draft) -> Response:
        try:
            result = self._ask(request, wanted, draft)
        except QueryLimitError as error:
            return editor(request, draft, self._limits, error=error, status=BUSY)
        except QueryError as error:
            return editor(request, draft, self._limits, error=error, status=MISTAKEN)
        return editor(request, draft, self._limits, result=result, naming=self._naming)

    def _ask(self, request: Request, wanted: Asked, draft: Draft) -> Result:
        """Answer a named question once; any other query anew, for its answer may change, as RAND() does."""
        if draft.question is None or wanted.dataset is not None:
            return self._answer(request, wanted, draft).result()
        known = self._kept.get(draft.query)
        if known is None:
            known = self._answer(request, wanted, draft)
            self._kept.keep(draft.query, known)
        return known.result()

    def _answer(self, request: Request, wanted: Asked, draft: Draft) -> Answer:
        if not self._places.acquire(blocking=False):
            raise ServiceUnavailable("too many questions are being answered; ask again later", retry_after=2)
        try:
            return self._pool.ask(draft.query, dataset=wanted.dataset, base=request.base_url)
        finally:
            self._places.release()
