"""Who may ask, and what a browser may do with the answer.

The server listens on this machine only, yet every web page a user opens can send requests to it: by a plain
link or form, or after pointing a name of its own at 127.0.0.1 (DNS rebinding). So a request must name this
machine as its host, and one that a browser sends for another site is refused, except a link that is followed.
"""

from __future__ import annotations

from collections.abc import Collection

from werkzeug import Request, Response
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class Misdirected(HTTPException):
    """The request names another machine as its host."""

    code = 421
    description = "this server answers only to 127.0.0.1 and localhost; use the address it printed"


def check_host(request: Request) -> None:
    """Refuse a request for another machine.

    Raises:
        BadRequest: If it names no host.
        Misdirected: If it names another one, or another port.
    """
    host = request.environ.get("HTTP_HOST", "")
    if not host:
        raise BadRequest("the request names no host; send a Host header")
    name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "80")
    if name.lower() not in HOSTS or port != request.environ["SERVER_PORT"]:
        raise Misdirected


def check_origin(request: Request, allowed: Collection[str]) -> None:
    """Refuse a request that a browser sends on behalf of another site.

    Args:
        request: The request.
        allowed: Origins, such as ``https://example.org``, whose pages may ask; ``*`` for all.

    Raises:
        Forbidden: If the request comes from another origin that is not among them.
    """
    origin = request.headers.get("Origin")
    if origin is not None:
        if origin == f"http://{request.environ['HTTP_HOST']}" or is_allowed(origin, allowed):
            return
        raise Forbidden(
            f"pages of {origin} may not ask this server; allow them with: kg serve --allow-origin {origin}"
        )
    site = request.headers.get("Sec-Fetch-Site", "none")
    follows_link = request.method in READING and request.headers.get("Sec-Fetch-Mode") == "navigate"
    if site not in {"none", "same-origin"} and not follows_link:
        raise Forbidden("pages of other sites may not ask this server")


def is_allowed(origin: str, allowed: Collection[str]) -> bool:
    """Return whether the pages of an origin may read answers."""
    return "*" in allowed or origin in allowed


def protect(response: Response) -> Response:
    """Add the headers that confine a browser, but keep those that a page sets itself."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def share(request: Request, response: Response, allowed: Collection[str]) -> Response:
    """Add the headers that let pages of the allowed origins read an answer (https://fetch.spec.whatwg.org/)."""
    if not allowed:
        return response
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin and is_allowed(origin, allowed):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "X-Truncated"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def preflight(request: Request, allowed: Collection[str]) -> Response:
    """Answer what a browser asks before a page of another origin may ask (https://fetch.spec.whatwg.org/)."""
    response = Response(status=204)
    response.headers["Allow"] = "GET, HEAD, OPTIONS, POST"
    if "Access-Control-Request-Method" in request.headers and allowed:
        response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        response.headers["Access-Control-Max-Age"] = "600"
    return response
