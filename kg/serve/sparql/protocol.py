"""What a request asks: the query operation of SPARQL 1.1 Protocol.

https://www.w3.org/TR/sparql11-protocol/#query-operation, and of 1.2 the parameter ``version``. Only what the
standard allows is taken: one query, by GET, as a form, or as the body itself, in UTF-8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox
from werkzeug import Request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from kg.query.engine import Dataset

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_FIELDS = 500

_READ_ONLY = "this graph is only read, and never updated; ask it with query="


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for.

    Attributes:
        fields: All parameters, each with its values in the order they were given.
        query: The query, or None when there is none.
        dataset: The graphs to ask, or None when the request names none.
    """

    fields: Mapping[str, tuple[str, ...]]
    query: str | None
    dataset: Dataset | None

    def one(self, name: str) -> str | None:
        """Return the only value of a parameter, or None.

        Raises:
            BadRequest: If it is given several times.
        """
        return _one(self.fields, name)


def asked(request: Request) -> Asked:
    """Read a request.

    Raises:
        BadRequest: If it breaks the protocol, or wants to change the graph.
        UnsupportedMediaType: If its body is neither a form nor a query in UTF-8.
    """
    fields = _fields(request.environ.get("QUERY_STRING", ""))
    direct = None
    if request.method == "POST":
        media_type = _body_type(request)
        body = request.get_data(cache=False)
        if media_type == QUERY:
            direct = _text(body)
        else:
            fields = _joined(fields, _fields(body.decode("latin-1")))
    if "update" in fields:
        raise BadRequest(_READ_ONLY)
    if direct is not None and "query" in fields:
        raise BadRequest("the request holds a query in its body and one in its address; send one")
    _one(fields, "version")
    return Asked(fields, direct if direct is not None else _one(fields, "query"), _dataset(fields))


def _body_type(request: Request) -> str:
    if request.mimetype == UPDATE:
        raise UnsupportedMediaType(_READ_ONLY)
    if request.mimetype not in {FORM, QUERY}:
        raise UnsupportedMediaType(f"send the query as {FORM} or as {QUERY}, and say which in Content-Type")
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in {"utf-8", "utf8", "us-ascii"}:
        raise UnsupportedMediaType(f"send the query in UTF-8, not in {charset[:40]}")
    return request.mimetype


def _fields(encoded: str) -> dict[str, tuple[str, ...]]:
    """Return the parameters of a query string or form, whose bytes stand as Latin-1 characters."""
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, encoding="latin-1", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise BadRequest(f"the request has more than {MOST_FIELDS} parameters; send fewer") from None
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        key = _text(name.encode("latin-1"))
        fields[key] = (*fields.get(key, ()), _text(value.encode("latin-1")))
    return fields


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"the request is not UTF-8 (byte {error.start + 1}); send it in UTF-8") from None


def _joined(
    first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {name: first.get(name, ()) + second.get(name, ()) for name in (*first, *second)}


def _one(fields: Mapping[str, tuple[str, ...]], name: str) -> str | None:
    values = fields.get(name, ())
    if len(values) > 1:
        raise BadRequest(f"the request has {len(values)} parameters {name!r}; send one")
    return values[0] if values else None


def _dataset(fields: Mapping[str, tuple[str, ...]]) -> Dataset | None:
    default, named = (_graphs(fields, name) for name in ("default-graph-uri", "named-graph-uri"))
    return Dataset(default, named) if default or named else None


def _graphs(fields: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """Return the IRIs of graphs, each once; an empty parameter, as forms send it, names none."""
    iris = tuple(dict.fromkeys(filter(None, fields.get(name, ()))))
    for iri in iris:
        try:
            ox.NamedNode(iri)
        except ValueError:
            raise BadRequest(f"{name} must be the whole IRI of a graph, and {iri[:100]!r} is none") from None
    return iris
