"""Parameters of a question: the values of ``VALUES ?name { ... }`` lines, put in as typed terms.

A parameter of a query is a variable that the query itself binds in a block of its own::

    VALUES ?principle { 22 }      # 22 unless somebody sets another number
    VALUES ?reference { UNDEF }   # every reference unless somebody sets one

So each question runs as it stands in any SPARQL engine, and a value goes in as one RDF term in its RDF
syntax: it can hold anything and still is nothing but a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import QueryError, SettingError
from kg.query.prefixes import PREFIXES
from kg.query.tokens import tokens
from kg.vocab.terms import XSD

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INTEGER = re.compile("[+-]?[0-9]{1,18}")
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.\-]*:[^<>"{}|^`\\\x00-\x20]*')


def bind(sparql: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """Return the query with each parameter set to a term.

    Args:
        sparql: The query.
        values: The term of each parameter that is set; the others keep what the query gives them.

    Raises:
        QueryError: If the query has no such parameter.
    """
    for name, term in values.items():
        places = list(_blocks(sparql, name))
        if not places:
            raise QueryError(f"the query has no parameter {name!r}; add the line VALUES ?{name} {{ UNDEF }}")
        for start, end in reversed(places):
            sparql = f"{sparql[:start]} {term} {sparql[end:]}"
    return sparql


def _blocks(sparql: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where the values of ``VALUES ?name { ... }`` stand."""
    pieces = list(tokens(sparql))
    for index, token in enumerate(pieces[:-3]):
        _, variable, opening = pieces[index : index + 3]
        if token.text.upper() == "VALUES" and variable.text == f"?{name}" and opening.text == "{":
            closing = next(later for later in pieces[index + 3 :] if later.text == "}")
            yield opening.start + 1, closing.start


def term(kind: str, text: str) -> ox.NamedNode | ox.Literal:
    """Return what a user wrote as a term; white space around anything but a text does not matter.

    Args:
        kind: ``text``, ``number``, ``date`` or ``iri``.
        text: What the user wrote.

    Raises:
        SettingError: If the text is no value of this kind.
    """
    if _CONTROL.search(text) or not _encodable(text):
        raise SettingError(f"the value {text!r} holds control characters; leave them out")
    return KINDS[kind](text if kind == "text" else text.strip())


def _encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _number(text: str) -> ox.Literal:
    if not _INTEGER.fullmatch(text):
        raise SettingError(f"{text!r} is no whole number; write it with the digits 0 to 9")
    return ox.Literal(int(text))


def _date(text: str) -> ox.Literal:
    if not _DATE.fullmatch(text):
        raise SettingError(f"{text!r} is no date; write it as 2021-03-12")
    try:
        date.fromisoformat(text)
    except ValueError:
        raise SettingError(f"there is no day {text}; write a date such as 2021-03-12") from None
    return ox.Literal(text, datatype=ox.NamedNode(XSD.date))


def _iri(text: str) -> ox.NamedNode:
    if not _IRI.fullmatch(text):
        raise SettingError(f"{text!r} is no IRI; copy the whole address, without < and >")
    prefix, _, rest = text.partition(":")
    short = prefix in PREFIXES and not rest.startswith("//")
    try:
        return ox.NamedNode(f"{PREFIXES[prefix]}{rest}" if short else text)
    except ValueError as error:
        raise SettingError(f"{text!r} is no IRI ({error}); copy the whole address") from None


KINDS: Mapping[str, Callable[[str], ox.NamedNode | ox.Literal]] = MappingProxyType(
    {"text": ox.Literal, "number": _number, "date": _date, "iri": _iri}
)
