"""The files of ``kg/serve/static``: a fixed list, read once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from werkzeug import Request, Response
from werkzeug.exceptions import NotFound

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages need: its bytes, its media type, and a tag that changes with it."""

    body: bytes
    media_type: str
    tag: str


@cache
def assets() -> dict[str, Asset]:
    """Return the files that may be asked for, by name."""
    found = {}
    for file in files("kg.serve").joinpath("static").iterdir():
        ending = file.name[file.name.rfind(".") :]
        if file.is_file() and ending in _TYPES:
            body = file.read_bytes()
            found[file.name] = Asset(body, _TYPES[ending], hashlib.sha256(body).hexdigest()[:16])
    return found


def asset(request: Request, name: str) -> Response:
    """Answer with a file, or say that the client has it already.

    Raises:
        NotFound: If there is no such file.
    """
    found = assets().get(name)
    if found is None:
        raise NotFound("there is no such file")
    response = Response(found.body, content_type=found.media_type)
    response.set_etag(found.tag)
    return response.make_conditional(request.environ)
