"""Answers in the formats of the SPARQL standards, and which of them a client gets.

JSON: https://www.w3.org/TR/sparql11-results-json/ · XML: https://www.w3.org/TR/rdf-sparql-XMLres/ · CSV and
TSV: https://www.w3.org/TR/sparql11-results-csv-tsv/ · graphs: Turtle, N-Triples, JSON-LD, RDF/XML.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from types import MappingProxyType

import pyoxigraph as ox
from werkzeug import Request, Response

from kg.query.formats import json_rows
from kg.query.prefixes import PREFIXES
from kg.query.result import Result
from kg.serve.exchange import HTML, content, negotiated

ROWS = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/json": "json",
        "application/xml": "xml",
    }
)
"""Media types for SELECT and ASK, the preferred first, with the form of ``Result.write``."""

GRAPHS = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
)
"""Media types for CONSTRUCT and DESCRIBE, and for the description of the service."""

SPREADSHEET = "text/csv; header=present"
FORMATS = MappingProxyType(
    {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
        "spreadsheet": SPREADSHEET,
        "turtle": "text/turtle",
        "ntriples": "application/n-triples",
        "jsonld": "application/ld+json",
        "rdfxml": "application/rdf+xml",
        "html": HTML,
    }
)
"""What the parameter ``format`` may say, for links: they cannot set ``Accept``."""

_NAMES = {
    "json": "answer.json",
    "xml": "answer.xml",
    "csv": "answer.csv",
    "tsv": "answer.tsv",
    "spreadsheet": "answer-for-a-spreadsheet.csv",
    "turtle": "answer.ttl",
    "ntriples": "answer.nt",
    "jsonld": "answer.jsonld",
    "rdfxml": "answer.rdf",
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TABLES = frozenset({"SELECT", "ASK"})


def chosen(request: Request, wish: str | None, form: str) -> tuple[str, str | None]:
    """Return the media type of an answer, and the name of the format when a link asks to download it.

    Args:
        request: Its ``Accept`` header counts.
        wish: What the parameter ``format`` says, or None. It counts more than ``Accept`` when it fits the
            form of query; clients send it with many meanings, so that anything else is ignored.
        form: The form of the query.

    Raises:
        NotAcceptable: If the client takes none of the formats there are.
    """
    if wish in names_for(form):
        return FORMATS[wish], wish
    return negotiated(request, (*(ROWS if form in _TABLES else GRAPHS), HTML)), None


def names_for(form: str) -> tuple[str, ...]:
    """Return the names of the formats in which the answer to a form of query can be downloaded."""
    types = {*ROWS, SPREADSHEET} if form in _TABLES else set(GRAPHS)
    return tuple(name for name, media_type in FORMATS.items() if media_type in types)


def answer(result: Result, media_type: str, *, download: str | None = None) -> Response:
    """Return an answer in a format.

    Args:
        result: The answer.
        media_type: One that ``chosen`` returned, but not HTML.
        download: The name of the format, when a browser shall save the answer as a file.
    """
    if media_type in GRAPHS:
        response = graph(triples(result), media_type)
    elif media_type == SPREADSHEET:
        response = content(result.write("spreadsheet"), "text/csv")
    elif result.truncated and ROWS[media_type] == "json":
        response = content(json_rows(result.columns, result.rows, truncated=True), media_type)
    else:
        response = content(result.write(ROWS[media_type]), media_type)
    if result.truncated:
        response.headers["X-Truncated"] = "true"
    if download is not None:
        response.headers["Content-Disposition"] = f'attachment; filename="{_NAMES[download]}"'
    return response


def triples(result: Result) -> list[ox.Triple]:
    """Return the triples of an answer, each once, in an order that does not depend on the engine."""
    return [quad.triple for quad in ox.parse(result.to_ntriples(), format=ox.RdfFormat.N_TRIPLES)]


def graph(content_of: Iterable[ox.Triple], media_type: str) -> Response:
    """Return triples in a format; a character that XML cannot hold is replaced by U+FFFD there."""
    kind = GRAPHS[media_type]
    short = kind == ox.RdfFormat.TURTLE
    out = io.BytesIO()
    ox.serialize(content_of, out, format=kind, prefixes=dict(PREFIXES) if short else None)
    text = out.getvalue().decode("utf-8")
    if kind == ox.RdfFormat.RDF_XML:
        text = _NOT_XML.sub("\ufffd", text)
    return content(_with_used_prefixes(text) if short else text, media_type)


def _with_used_prefixes(turtle: str) -> str:
    """Return Turtle without the prefixes it does not use; the engine writes all, in no order."""
    lines = turtle.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("@prefix ")), 0)
    body = "\n".join(lines[count:])
    used = sorted(line for line in lines[:count] if line.split(" ")[1] in body)
    return "".join(f"{line}\n" for line in used) + body
