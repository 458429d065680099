"""A question in plain language → the rows of a named question, with the words behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.ask import things as kinds
from kg.ask.lexicon import load_lexicon
from kg.ask.match import Fit, Matcher
from kg.ask.reading import Reader
from kg.ask.things import Thing
from kg.graph import iris
from kg.query.engine import ask, open_store
from kg.query.parameters import bind
from kg.query.questions import Question, question, questions
from kg.query.result import Result
from kg.resolve.company_names import company_name
from kg.vocab.load import load_register
from kg.vocab.register import Register
from kg.vocab.terms import GEO_AREA, SPL

_PER_ANSWER: Final = 20
_CONDITION: Final = re.compile(r"\[([a-z]+)\] (.*)")
_VARIABLE: Final = re.compile(r"\?[A-Za-z0-9]+")
_IN_GRAPH: Final = (
    (kinds.COMPANY, SPL.Company),
    (kinds.ORGANISATION, SPL.Organisation),
    (kinds.PERSON, SPL.Person),
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a letter behind an answer; ``alleged`` when they report an allegation."""

    letter: str
    start: int
    words: str
    alleged: bool


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """The answer to a question in plain language.

    Attributes:
        asked: The question as the user put it.
        name: The named question that was run, or empty when none fits.
        settings: Its parameters.
        taken: What was taken for what: words, parameter, thing.
        sparql: The query that was run, parameters put in.
        result: Its rows, or None when no question fits.
        quotes: Words of the letters behind the rows.
        more_quotes: How many further quotes were left out.
        reason: Why no question fits.
        nearest: The questions that come nearest: name and wording.
    """

    asked: str
    name: str = ""
    settings: Mapping[str, str] | None = None
    taken: tuple[tuple[str, str, str], ...] = ()
    sparql: str = ""
    result: Result | None = None
    quotes: tuple[Quoted, ...] = ()
    more_quotes: int = 0
    reason: str = ""
    nearest: tuple[tuple[str, str], ...] = ()

    @property
    def fits(self) -> bool:
        """Whether a named question was found and run."""
        return self.result is not None

    def __repr__(self) -> str:
        return f"<Answer {self.name}: {len(self)} rows>" if self.fits else f"<Answer: {self.reason}>"

    def __len__(self) -> int:
        return 0 if self.result is None else len(self.result)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(()) if self.result is None else iter(self.result)

    def explanation(self) -> str:
        """Return what was asked of the graph: named question, parameters, SPARQL; or why nothing."""
        if self.result is None:
            offered = "".join(f"  {name}: {wording}\n" for name, wording in self.nearest)
            return f"not answered: {self.reason}\nthe nearest questions are\n{offered}"
        taken = "".join(f"  “{words}” → {name} = {thing}\n" for words, name, thing in self.taken)
        wording = question(self.name).question
        return f"question: {self.name}: {wording}\n{taken}\n{self.sparql.strip()}\n"

    def words(self) -> str:
        """Return the quotes behind the rows, one a line; allegations say that they are."""
        lines = []
        for (letter, alleged), quotes in groupby(self.quotes, key=lambda one: (one.letter, one.alleged)):
            said = [f"“{' '.join(one.words.split())}”" for one in quotes]
            mark = " (alleged)" if alleged else ""
            lines += [f"{letter}{mark}: {words}" for words in (said if alleged else [" … ".join(said)])]
        more = [f"and {self.more_quotes} more"] if self.more_quotes else []
        return "".join(f"{line}\n" for line in [*lines, *more])

    def __str__(self) -> str:
        if self.result is None:
            return self.explanation()
        rows = (
            self.result.to_table()
            if len(self.result)
            else "no rows: the graph holds nothing that answers this\n"
        )
        return f"{self.explanation()}\n{rows}\n{self.words()}"

    def _repr_html_(self) -> str:
        if self.result is None:
            return f"<pre>{escape(self.explanation())}</pre>"
        quotes = "".join(f"<li>{escape(line)}</li>" for line in self.words().split("\n") if line)
        how = f"<summary>{escape(self.name)}</summary><pre>{escape(self.explanation())}</pre>"
        return f"<details>{how}</details>{self.result._repr_html_()}<ul>{quotes}</ul>"


def answered(folder: Path, text: str) -> Answer:
    """Answer a question in plain language, or say why not.

    Args:
        folder: The graph folder.
        text: The question, in English, French or Spanish.

    Raises:
        UsageError: If the text is empty or too long.
        GraphFolderError: If the folder holds no graph.
    """
    store = open_store(folder)
    lexicon = load_lexicon()
    said = Reader(known_things(store, load_register()), lexicon).read(text)
    outcome = Matcher(questions(), lexicon).match(said)
    if outcome.fit is None:
        nearest = tuple((name, question(name).question) for name in outcome.nearest)
        return Answer(text, reason=outcome.reason, nearest=nearest)
    return _run(store, text, outcome.fit)


def _run(store: ox.Store, text: str, fit: Fit) -> Answer:
    named = question(fit.name)
    terms = named.terms(fit.settings)
    quotes = _quotes(store, named, fit.settings)
    return Answer(
        text,
        fit.name,
        dict(fit.settings),
        fit.taken,
        _query_of(bind(named.sparql, terms)),
        named.ask(store, fit.settings),
        quotes[:_PER_ANSWER],
        max(0, len(quotes) - _PER_ANSWER),
    )


def _query_of(sparql: str) -> str:
    """Return a query without the header of its file."""
    lines = sparql.split("\n")
    return "\n".join(line for line in lines if not line.startswith("# "))


def _quotes(store: ox.Store, named: Question, settings: Mapping[str, str]) -> tuple[Quoted, ...]:
    found = {
        _quoted(row)
        for pattern in _patterns(named, settings)
        for row in ask(store, _quoting(named.sparql, pattern), named.terms(settings))
    }
    return tuple(sorted(found, key=lambda one: (one.letter, one.start, one.words)))


def _quoted(row: Mapping[str, Any]) -> Quoted:
    return Quoted(str(row["inLetter"]), int(row["spanStart"]), str(row["quoted"]), bool(row["isAlleged"]))


def _patterns(named: Question, settings: Mapping[str, str]) -> list[str]:
    """Return the patterns for what was asked; the plain ones when no condition of the others holds."""
    plain, special = [], []
    for line in named.words:
        condition = _CONDITION.fullmatch(line)
        if condition is None:
            plain.append(line)
        elif condition[1] in settings:
            special.append(condition[2])
    return special or plain


def _quoting(sparql: str, pattern: str) -> str:
    """Return the query for the words behind the rows: the same conditions, and on to the spans.

    The conditions stand in a query of their own, so that the engine joins them as it does for the rows.
    """
    head, _, rest = sparql.partition("SELECT ")
    start = rest.index("WHERE {") + len("WHERE {")
    body = rest[start : rest.rindex("\n}\n")]
    shared = sorted({*_VARIABLE.findall(body)} & {"?node", *_VARIABLE.findall(pattern)})
    return (
        f"{head}SELECT DISTINCT ?inLetter ?spanStart ?quoted ?isAlleged WHERE {{\n"
        f"  {{ SELECT DISTINCT {' '.join(shared)} WHERE {{{body}\n  }} }}\n"
        f"  {pattern} .\n"
        "  ?node rdfs:label ?inLetter .\n"
        "  ?span spl:exact ?quoted ; spl:start ?spanStart .\n"
        "  BIND(EXISTS { ?anyClaim spl:evidence ?span ; spl:assertedAsFact ?asserted } AS ?isAlleged)\n"
        "}\nORDER BY ?inLetter ?spanStart ?quoted ?isAlleged\n"
    )


def known_things(store: ox.Store, register: Register) -> list[Thing]:
    """Return what a question to this graph can name."""
    found = [thing for kind, iri in _IN_GRAPH for thing in _graph_things(store, kind, iri)]
    found += [_mandate(register, mandate) for mandate in register.mandates]
    found += [thing for state in register.states for thing in _state(register, state)]
    for issue in register.issues.values():
        names = (*issue.labels.values(), issue.id.replace("-", " "))
        found.append(Thing(kinds.ISSUE, iris.issue(issue.id), issue.labels["en"], tuple(sorted(set(names)))))
    for instrument in register.instruments.values():
        names = (instrument.label, instrument.short, *(name.text for name in instrument.names))
        found.append(
            Thing(
                kinds.INSTRUMENT, iris.instrument(instrument.id), instrument.label, tuple(sorted(set(names)))
            )
        )
    return found


def _graph_things(store: ox.Store, kind: str, class_iri: str) -> list[Thing]:
    pattern = f"?thing a <{class_iri}> ; rdfs:label ?label"
    query = f"SELECT ?thing ?label WHERE {{ {pattern} }} ORDER BY STR(?thing) ?label"
    labels: dict[str, list[str]] = {}
    for row in ask(store, query):
        labels.setdefault(str(row["thing"]), []).append(str(row["label"]))
    return [Thing(kind, iri, names[0], _spoken(kind, names)) for iri, names in labels.items()]


def _spoken(kind: str, names: list[str]) -> tuple[str, ...]:
    """Return the names, and those of companies without their legal forms too."""
    if kind != kinds.COMPANY:
        return tuple(names)
    return tuple(sorted({*names, *(" ".join(company_name(name).words) for name in names)}))


def _mandate(register: Register, mandate_id: str) -> Thing:
    mandate = register.mandates[mandate_id]
    names = {name.text for name in mandate.names} | {mandate.short}
    return Thing(kinds.MANDATE, iris.mandate(mandate_id), mandate.labels["en"], tuple(sorted(names)))


def _state(register: Register, iso3: str) -> Iterator[Thing]:
    state = register.states[iso3]
    names = tuple(sorted({name.text for name in state.names}))
    yield Thing(kinds.GOVERNMENT, iris.government(iso3), f"Government of {state.label}", names)
    yield Thing(kinds.STATE, f"{GEO_AREA}{state.m49}", state.label, names)
