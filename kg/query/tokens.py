"""Cutting a SPARQL query into tokens, so that it can be judged before any engine parses it.

The engines differ from the grammar of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar) in one
respect that matters here: oxigraph reads keywords without word boundaries (``trueSERVICE<...>{}`` is a
literal and a SERVICE). What this module accepts is cut the same way by both; what two readers could cut
differently is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from kg.errors import QueryError


class Kind(StrEnum):
    """What a token is."""

    BLANK = "blank"  # white space and comments
    IRI = "iri"
    PREFIXED = "prefixed"
    VARIABLE = "variable"
    STRING = "string"
    LANGUAGE = "language"
    NUMBER = "number"
    NODE = "node"  # a blank node label
    WORD = "word"
    OPEN = "open"
    CLOSE = "close"
    SIGN = "sign"


class Token(NamedTuple):
    """A piece of a query: its kind, its text, and where it starts."""

    kind: Kind
    text: str
    start: int


_IRI = r'<[^<>"{}|^`\\\x00-\x20]*>'
_LOCAL = r"(?:[\w:\-·‿⁀]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]|\.(?=[\w:.%\\\-]))*"
# bounded, because a long run of names and dots without a colon would be tried again at each name
_PREFIX = r"(?:[^\W0-9_](?:[\w\-·‿⁀]|\.(?=[\w.\-])){0,99})?"
_TOKEN = re.compile(
    rf"""
    (?P<blank>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri>{_IRI})
  | (?P<prefixed>{_PREFIX}:{_LOCAL})
  | (?P<variable>[?$]\w+)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
              |"(?!\"\")(?:[^"\\\r\n]|\\[^\r\n])*"|'(?!'')(?:[^'\\\r\n]|\\[^\r\n])*')
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<node>_:\w(?:[\w\-·]|\.(?=[\w.\-]))*)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<open>[(\[{{])
  | (?P<close>[)\]}}])
  | (?P<sign>\^\^|&&|\|\||!=|<=|>=|[.;,=<>!+\-*/|^?])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_HIDING = frozenset("'#()[]")
_NO_OPERANDS = frozenset({Kind.OPEN, Kind.SIGN})
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def tokens(sparql: str) -> Iterator[Token]:
    """Cut a query into its tokens, white space and comments left out.

    Raises:
        QueryError: If it holds something that is no token, brackets that do not match, or something that two
            readers of SPARQL could cut differently.
    """
    _refuse_ascii_escapes(sparql)
    brackets: list[str] = []
    last: Token | None = None
    position = 0
    while position < len(sparql):
        token = _next(sparql, position, last, brackets)
        position += len(token.text)
        if token.kind is Kind.BLANK:
            continue
        _balance(token, brackets)
        yield token
        last = token
    if brackets:
        raise QueryError(f"the query lacks a closing {_CLOSING[brackets[-1]]!r}; add it")


def _refuse_ascii_escapes(sparql: str) -> None:
    """An escaped letter or sign can hide a keyword from one reader and not from the other."""
    for match in _ESCAPE.finditer(sparql):
        if int(match[1] or match[2], 16) < 128:  # noqa: PLR2004 - the end of ASCII
            raise QueryError(f"the query writes a plain character as {match[0]}; write the character itself")


def _next(sparql: str, position: int, last: Token | None, brackets: list[str]) -> Token:
    match = _TOKEN.match(sparql, position)
    if match is None or match.lastgroup is None:
        raise QueryError(f"the query cannot be read from {sparql[position : position + 20]!r} on; correct it")
    token = Token(Kind(match.lastgroup), match[0], position)
    if token.kind is Kind.IRI:
        _refuse_comparison(token.text, last, brackets)
    return token


def _refuse_comparison(text: str, last: Token | None, brackets: list[str]) -> None:
    """Refuse an address that can also be read as ``<`` and what follows, with a string or a comment in it.

    Only between parentheses and after an operand is ``<`` a comparison, and never in ``<name://``.
    """
    after_operand = last is not None and last.kind not in _NO_OPERANDS and brackets[-1:] == ["("]
    if after_operand and _HIDING & set(text) and not _ABSOLUTE.match(text):
        raise QueryError(f"{text!r} may be an address or a comparison; put a space after the '<'")


def _balance(token: Token, brackets: list[str]) -> None:
    if token.kind is Kind.OPEN:
        brackets.append(token.text)
    elif token.kind is Kind.CLOSE and (not brackets or _CLOSING[brackets.pop()] != token.text):
        raise QueryError(
            f"{token.text!r} at character {token.start + 1} of the query closes nothing; correct it"
        )
