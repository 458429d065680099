"""Rows of RDF terms as a table, CSV, TSV, JSON, XML or HTML.

CSV and TSV: https://www.w3.org/TR/sparql11-results-csv-tsv/ · JSON:
https://www.w3.org/TR/sparql11-results-json/ · XML: https://www.w3.org/TR/rdf-sparql-XMLres/
"""

from __future__ import annotations

import csv
import html as markup
import io
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.errors import UsageError
from kg.query.prefixes import short
from kg.vocab.terms import XSD

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Rows: TypeAlias = Sequence[Sequence[Term | None]]

_NARROWEST = 8
_STRING = f"{XSD.base}string"
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_json = json.JSONEncoder(ensure_ascii=False).encode
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(columns: Sequence[str], rows: Rows, form: str, *, width: int, boolean: bool) -> str:
    """Return rows in one of the formats.

    Raises:
        UsageError: If there is no such format.
    """
    if form == "table":
        return table(columns, rows, width)
    writers: dict[str, Callable[[Sequence[str], Rows], str]] = {
        "csv": comma_separated,
        "json": json_boolean if boolean else json_rows,
        "spreadsheet": spreadsheet,
        "tsv": tab_separated,
        "xml": xml_boolean if boolean else xml_rows,
    }
    if form not in writers:
        raise UsageError(f"there is no format {form!r}; choose table, {', '.join(writers)}")
    return writers[form](columns, rows)


def plain(term: Term | None) -> str:
    """Return the text of a term: an IRI or a literal without its syntax, nothing for no term."""
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def table(columns: Sequence[str], rows: Rows, width: int) -> str:
    """Return a table for a terminal, at most ``width`` characters wide where the columns allow it."""
    cells = [[_UNSEEN.sub(" ", _shown(term)) for term in row] for row in rows]
    widths = _fitted([max(1, *map(len, column)) for column in zip(columns, *cells, strict=True)], width)
    ruler = ["─" * size for size in widths]
    lines = [line for row in (list(columns), ruler, *cells) for line in _lines(row, widths)]
    return "".join(f"{line}\n" for line in lines)


def _shown(term: Term | None) -> str:
    return short(term.value) if isinstance(term, ox.NamedNode) else plain(term)


def _fitted(widths: list[int], total: int) -> list[int]:
    """Make the widest columns narrower, one character at a time each, until all fit."""
    room = max(total - 2 * (len(widths) - 1), _NARROWEST * len(widths))
    if sum(widths) <= room:
        return widths
    low, high = _NARROWEST, max(widths)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(min(size, middle) for size in widths) <= room else (low, middle - 1)
    return [min(size, low) for size in widths]


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    parts = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
    for number in range(max(map(len, parts), default=0)):
        line = (part[number] if number < len(part) else "" for part in parts)
        yield "  ".join(text.ljust(size) for text, size in zip(line, widths, strict=True)).rstrip()


def comma_separated(columns: Sequence[str], rows: Rows) -> str:
    """Return SPARQL 1.1 CSV: plain texts, lines that end with CR LF."""
    return _csv(columns, ([plain(term) for term in row] for row in rows))


def spreadsheet(columns: Sequence[str], rows: Rows) -> str:
    """Return CSV for a spreadsheet: a text that would be taken for a formula gets an apostrophe before it."""
    return _csv(columns, ([_no_formula(term) for term in row] for row in rows))


def _no_formula(term: Term | None) -> str:
    text = plain(term)
    number = isinstance(term, ox.Literal) and term.datatype.value != _STRING
    return f"'{text}" if text.startswith(_FORMULA) and not number else text


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def tab_separated(columns: Sequence[str], rows: Rows) -> str:
    """Return SPARQL 1.1 TSV: terms in their RDF syntax."""
    header = "\t".join(f"?{name}" for name in columns)
    lines = ("\t".join("" if term is None else _escaped(term) for term in row) for row in rows)
    return "".join(f"{line}\n" for line in (header, *lines))


def _escaped(term: Term) -> str:
    return str(term).replace("\t", "\\t")


def json_rows(columns: Sequence[str], rows: Rows, *, truncated: bool = False) -> str:
    """Return SPARQL 1.1 JSON, each row on a line of its own; the head says when rows were left off."""
    names = [f"{_json(name)}: " for name in columns]
    written = _Written(lambda term: _json(_json_term(term)))
    bindings = ",\n".join(f"{{{', '.join(_cells(names, row, written))}}}" for row in rows)
    head = _json({"vars": list(columns), **({"truncated": True} if truncated else {})})
    return f'{{"head": {head},\n"results": {{"bindings": [\n{bindings}\n]}}}}\n'


class _Written(dict[Term, str]):
    """Terms as a format writes them, each written once: long answers repeat names."""

    def __init__(self, writer: Callable[[Term], str]) -> None:
        super().__init__()
        self._writer = writer

    def __missing__(self, term: Term) -> str:
        written = self[term] = self._writer(term)
        return written


def _cells(before: Sequence[str], row: Sequence[Term | None], written: _Written) -> Iterable[str]:
    """Return the terms of a row, each after what its column begins with."""
    return [begin + written[term] for begin, term in zip(before, row, strict=True) if term is not None]


def json_boolean(_: Sequence[str], rows: Rows) -> str:
    """Return SPARQL 1.1 JSON of a yes or no."""
    return _json({"head": {}, "boolean": plain(rows[0][0]) == "true"}) + "\n"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        return {"type": "literal", "value": term.value, **_tag(term)}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}


def _tag(term: ox.Literal) -> dict[str, str]:
    if term.language:
        return {"xml:lang": term.language}
    return {} if term.datatype.value == _STRING else {"datatype": term.datatype.value}


def xml_rows(columns: Sequence[str], rows: Rows) -> str:
    """Return SPARQL XML results."""
    head = "".join(f'<variable name="{markup.escape(name)}"/>' for name in columns)
    names = [f'<binding name="{markup.escape(name)}">' for name in columns]
    written = _Written(lambda term: f"{_xml_term(term)}</binding>")
    results = "".join(f"<result>{''.join(_cells(names, row, written))}</result>\n" for row in rows)
    return _xml(head, f"<results>\n{results}</results>")


def xml_boolean(_: Sequence[str], rows: Rows) -> str:
    """Return SPARQL XML of a yes or no."""
    return _xml("", f"<boolean>{plain(rows[0][0])}</boolean>")


def _xml(head: str, body: str) -> str:
    root = "http://www.w3.org/2005/sparql-results#"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{root}">\n<head>{head}</head>\n{body}\n</sparql>\n'


def _xml_term(term: Term) -> str:
    text = markup.escape(_NOT_XML.sub("\ufffd", plain(term)))
    if isinstance(term, ox.NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{markup.escape(term.value)}</bnode>"
    if not isinstance(term, ox.Literal):
        return f"<literal>{text}</literal>"
    tag = "".join(f' {name}="{markup.escape(value)}"' for name, value in _tag(term).items())
    return f"<literal{tag}>{text}</literal>"


def html(columns: Sequence[str], rows: Rows, title: str) -> str:
    """Return a table for a notebook; text of the letters is always escaped and never becomes a link."""
    caption = f"<caption>{markup.escape(title)}</caption>" if title else ""
    head = "".join(f"<th>{markup.escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{markup.escape(_shown(term))}</td>' for term in row)}</tr>" for row in rows
    )
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
