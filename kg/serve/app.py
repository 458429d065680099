"""The server as a WSGI application: a graph folder in, pages and answers out; nothing is ever written.

The order of a request: host and origin are checked, the address is looked up, the page is made, the headers
that confine a browser are added. Whatever goes wrong becomes a page or a line with one sentence; the reason
of a fault of our own goes to the log only.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from werkzeug import Request, Response
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    NotFound,
    ServiceUnavailable,
)
from werkzeug.routing import Map, Rule

from kg.errors import GraphFolderError, QueryError, QueryLimitError, UsageError
from kg.query.engine import Limits
from kg.query.worker import Pool
from kg.serve import safety
from kg.serve.assets import asset
from kg.serve.exchange import content, page, reads_pages
from kg.serve.pages import ROUTES
from kg.serve.preparation import Preparation
from kg.serve.site import Site
from kg.serve.sparql.endpoint import Endpoint
from kg.serve.sparql.kept import KeptAnswers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Responder: TypeAlias = Callable[[Request, Mapping[str, str]], Response]

MOST_BODY = 1 << 20
WORKERS = 2

_LOG = logging.getLogger("kg.serve")
_SPARQL = "/sparql"
_METHODS = ("GET", "HEAD", "OPTIONS", "POST")


class Application:
    """The explorer and the SPARQL endpoint of one graph folder.

    Args:
        folder: The graph folder.
        limits: What one SPARQL query may take.
        allow_origin: Origins whose pages may ask the SPARQL endpoint; ``*`` for all.

    Raises:
        GraphFolderError: If the folder holds no graph that can be read.
    """

    def __init__(
        self, folder: Path, *, limits: Limits | None = None, allow_origin: Collection[str] = ()
    ) -> None:
        self._allowed = frozenset(allow_origin)
        self._site = Site(folder)
        self._pool = Pool(folder, limits, WORKERS)
        self._kept = KeptAnswers()
        self._prepare = partial(Preparation, self._site, limits, self._kept)
        self._preparation: Preparation | None = None
        self._endpoint = Endpoint(
            self._pool, limits or Limits(), self._kept, self._site.named, self._site.store
        )
        self._map = Map(
            [
                *(
                    Rule(rule, endpoint=partial(handler, self._site), methods=["GET"])
                    for rule, handler in ROUTES
                ),
                Rule(_SPARQL, endpoint=self._sparql, methods=_METHODS),
                Rule(f"{_SPARQL}/", endpoint=self._sparql, methods=_METHODS),
                Rule("/static/<name>", endpoint=self._asset, methods=["GET"]),
            ],
            strict_slashes=False,
            merge_slashes=False,
        )

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        request = Request(environ)
        request.max_content_length = MOST_BODY
        return self.respond(request)(environ, start_response)

    def prepare(self) -> None:
        """Begin to prepare pages and answers, for a server that is about to answer requests."""
        gc.freeze()  # what was read of the graph stays: to look through it for refuse takes 50 ms each time
        self._preparation = self._prepare()

    def close(self) -> None:
        """End the workers; questions that are still running fail."""
        self._pool.close()
        if self._preparation is not None:
            self._preparation.close()

    def respond(self, request: Request) -> Response:
        """Return the answer to a request; never raises."""
        try:
            response = self._dispatched(request)
        except Exception as error:  # noqa: BLE001 - the last place where a fault can be caught
            response = _refused(request, error)
        if request.path.rstrip("/") == _SPARQL:
            safety.share(request, response, self._allowed)
        return safety.protect(response)

    def _dispatched(self, request: Request) -> Response:
        safety.check_host(request)
        shared = request.path.rstrip("/") == _SPARQL
        safety.check_origin(request, self._allowed if shared else ())
        responder: Responder
        responder, values = self._map.bind_to_environ(request.environ).match()
        return responder(request, values)

    def _sparql(self, request: Request, _: Mapping[str, str]) -> Response:
        if request.method == "OPTIONS":
            return safety.preflight(request, self._allowed)
        return self._endpoint.respond(request)

    def _asset(self, request: Request, values: Mapping[str, str]) -> Response:
        return asset(request, values["name"])


def _refused(request: Request, error: Exception) -> Response:
    """Return what a client is told about an error, as a page or as a line."""
    known = _as_http(error)
    if known.code is None or known.code < 400:  # noqa: PLR2004 - a redirection
        return Response.force_type(known.get_response(request.environ))
    sentence = known.description or "the request cannot be answered"
    if reads_pages(request):
        shown = f"{sentence[:1].upper()}{sentence[1:]}"
        response = page(request, "error.html", status=known.code, title=known.name, sentence=shown)
    else:
        response = content(f"{sentence}\n", "text/plain", status=known.code)
    for name, value in known.get_headers(request.environ):
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _as_http(error: Exception) -> HTTPException:
    if isinstance(error, NotFound) and error.description == NotFound.description:
        return NotFound("there is no page at this address; start from /")
    if isinstance(error, MethodNotAllowed):
        methods = sorted(error.valid_methods or ())
        return MethodNotAllowed(methods, f"this address is for reading; use {' or '.join(methods)}")
    if isinstance(error, HTTPException):
        return error
    if isinstance(error, QueryLimitError):
        return ServiceUnavailable(str(error))
    if isinstance(error, QueryError | UsageError):
        return BadRequest(str(error))
    return InternalServerError(_failure(error))


def _failure(error: Exception) -> str:
    if isinstance(error, GraphFolderError):
        return str(error)
    _LOG.error("a request failed", exc_info=error)
    return "the server failed at this request; the terminal that runs kg serve says why"
