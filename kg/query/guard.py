"""What a question may not do: reach outside its graph, change anything, or be so deep that an engine breaks.

Oxigraph ends its process on deep queries and plans long joins in more than quadratic time; both engines
contact other machines for SERVICE, and rdflib does for FROM. A query is therefore judged by its tokens before
any engine parses it. This is the first of two walls: the second is the worker of ``kg.query.worker``, which
can open no file and no connection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.errors import QueryError
from kg.query.prefixes import PREFIXES
from kg.query.tokens import Kind, Token, tokens
from kg.vocab.terms import GRAPH

MAX_BYTES = 32_000
MAX_DEPTH = 64
MAX_OPERATORS = 500
MAX_PATTERNS = 100
MAX_LIST = 64

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_CHANGES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
_OPERATORS = frozenset(
    ["BIND", "EXISTS", "FILTER", "GRAPH", "HAVING", "IN", "LATERAL", "MINUS", "OPTIONAL", "UNION", "VALUES"]
)
_PUNCTUATION = frozenset({".", ";", ","})
_TERMS = frozenset({Kind.IRI, Kind.PREFIXED, Kind.VARIABLE, Kind.STRING, Kind.NUMBER, Kind.NODE})


def check(
    sparql: str,
    *,
    graphs: str = GRAPH,
    prefixes: Mapping[str, str] = PREFIXES,
    overridden: bool = False,
) -> str:
    """Refuse a query that is not a plain question to the graph at hand.

    Args:
        sparql: The query.
        graphs: What the IRIs of the graphs begin with that ``FROM`` may name.
        prefixes: Prefixes the query may use without declaring them.
        overridden: Whether other graphs are asked than those ``FROM`` names, so that it may name any.

    Returns:
        The form of the query: ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``.

    Raises:
        QueryError: If it asks another machine, reads a file, changes something, or is too long or too deep.
    """
    _check_size(sparql)
    pieces = list(tokens(sparql))
    prologue = _Prologue.read(pieces, prefixes)
    form = _form(pieces[prologue.length :])
    _check_reach(pieces)
    _check_names(pieces, prologue)
    if not overridden:
        _check_datasets(pieces, prologue, graphs)
    _check_statements(pieces)
    _check_work(pieces)
    return form


def _check_size(sparql: str) -> None:
    size = len(sparql.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise QueryError(f"the query has {size} bytes, more than the {MAX_BYTES} allowed; shorten it")


@dataclass
class _Prologue:
    """What a query declares before its first keyword: the IRIs of each prefix, and how long that is."""

    prefixes: dict[str, set[str]] = field(default_factory=dict)
    length: int = 0

    @classmethod
    def read(cls, pieces: list[Token], known: Mapping[str, str]) -> _Prologue:
        prologue = cls({f"{name}:": {iri} for name, iri in known.items()})
        while prologue.length < len(pieces):
            step = prologue.declaration(pieces[prologue.length :])
            if not step:
                break
            prologue.length += step
        return prologue

    def declaration(self, rest: list[Token]) -> int:
        """Take one declaration; return how many tokens it has, 0 when there is none."""
        word = rest[0].text.upper()
        if word == "PREFIX" and len(rest) > 2 and rest[2].kind is Kind.IRI:  # noqa: PLR2004 - name and IRI
            self.prefixes.setdefault(rest[1].text, set()).add(rest[2].text[1:-1])
            return 3
        return 2 if word == "BASE" else 0

    def expand(self, name: str) -> Iterator[str]:
        """Yield every IRI that a prefixed name can mean."""
        prefix, _, local = name.partition(":")
        for start in self.prefixes.get(f"{prefix}:", ()):
            yield start + local.replace("\\", "")


def _form(pieces: list[Token]) -> str:
    word = pieces[0].text.upper() if pieces else ""
    form = next((form for form in _FORMS if word.startswith(form)), None)
    if word in _CHANGES:
        raise QueryError(
            f"{word} would change the graph, and a built graph is never changed; ask with SELECT"
        )
    if form is None:
        raise QueryError(
            f"a question begins with {', '.join(_FORMS[:-1])} or {_FORMS[-1]}, not with {word!r}"
        )
    return form


def _check_reach(pieces: list[Token]) -> None:
    """Refuse every word and prefix that contains the keyword: oxigraph finds it inside longer words."""
    for token in pieces:
        name = token.text if token.kind is Kind.WORD else token.text.partition(":")[0]
        if token.kind in {Kind.WORD, Kind.PREFIXED} and "SERVICE" in name.upper():
            raise QueryError("SERVICE would ask another machine; questions are answered from this graph only")
        if token.kind is Kind.PREFIXED and "FROM" in name.upper():
            raise QueryError(f"the prefix of {token.text!r} can be read as the keyword FROM; rename it")


def _check_names(pieces: list[Token], prologue: _Prologue) -> None:
    for token in pieces:
        prefix = token.text.partition(":")[0]
        if token.kind is Kind.PREFIXED and f"{prefix}:" not in prologue.prefixes:
            raise QueryError(
                f"the prefix {prefix + ':'!r} is not declared; add PREFIX {prefix}: <...> at the top"
            )


def _check_datasets(pieces: list[Token], prologue: _Prologue, graphs: str) -> None:
    """One FROM at most: over several, oxigraph gives a triple once for each graph it stands in."""
    defaults = 0
    for index, token in enumerate(pieces):
        if token.kind is not Kind.WORD or "FROM" not in token.text.upper():
            continue
        named, name = _dataset(pieces[index + 1 :], token)
        defaults += not named
        _check_graph(name, prologue, graphs)
    if defaults > 1:
        raise QueryError(
            "several FROM would count a triple once per graph; leave FROM out to ask all letters"
        )


def _dataset(rest: list[Token], word: Token) -> tuple[bool, Token]:
    named = "NAMED" in word.text.upper() or bool(rest and rest[0].text.upper() == "NAMED")
    skipped = 1 if rest and rest[0].text.upper() == "NAMED" else 0
    if len(rest) <= skipped:
        raise QueryError("FROM names no graph; name one or leave it out")
    return named, rest[skipped]


def _check_graph(name: Token, prologue: _Prologue, graphs: str) -> None:
    meant = [name.text[1:-1]] if name.kind is Kind.IRI else list(prologue.expand(name.text))
    if not meant or not all(iri.startswith(graphs) for iri in meant):
        raise QueryError(f"FROM {name.text} is no graph of this folder; its graphs begin with {graphs}")


def _check_statements(pieces: list[Token]) -> None:
    for first, second in pairwise(pieces):
        touching = first.start + len(first.text) == second.start
        if touching and (first.text + second.text[:1]) in {"<<", "{|"}:
            raise QueryError(
                "the graph holds no statements about statements (<< >>, {| |}); ask its nodes instead"
            )


def _check_work(pieces: list[Token]) -> None:
    work = _Work()
    for token in pieces:
        work.count(token)
    work.check("joined patterns", work.patterns, MAX_PATTERNS)
    work.check("operators", work.operators, MAX_OPERATORS)


@dataclass
class _Work:
    """What makes a query costly before it touches any data: depth, operators, joined patterns, long lists."""

    open: list[str] = field(default_factory=list)
    operators: int = 0
    patterns: int = 0
    row: int = 0

    def count(self, token: Token) -> None:
        """Add one token of the query."""
        self._count_depth(token)
        in_parentheses = self.open[-1:] == ["("]
        self.row = self.row + 1 if in_parentheses and token.kind in _TERMS else 0
        if token.text in _PUNCTUATION:
            self.patterns += not in_parentheses
        else:
            self.operators += token.kind is Kind.SIGN or token.text.upper() in _OPERATORS
            self.patterns += token.text in {"{", "[", "/"}
        self.check("terms in a row", self.row, MAX_LIST)

    def _count_depth(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            self.open.append(token.text)
        elif token.kind is Kind.CLOSE:
            self.open.pop()
        self.check("levels of nesting", len(self.open), MAX_DEPTH)

    def check(self, what: str, count: int, most: int) -> None:
        """Refuse the query when there is more of something than an engine can bear."""
        if count > most:
            raise QueryError(f"the query has more than {most} {what}; ask it in smaller steps")
