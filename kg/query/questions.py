"""The named questions of ``queries/``: SPARQL files whose first comments say what they ask.

A file ``queries/NAME.rq`` begins with::

    # title: Addressees
    # question: To whom is each letter addressed?
    # param: letter text UNDEF Reference of a letter, such as AL OTH 105/2021; all letters when left out.
    # synonyms: recipients; who was written to

    # words: ?addressing spl:evidence ?span

``title`` and ``question`` are required; there is one ``param`` line for each ``VALUES ?name { default }`` of
the query, with its kind (text, number, date, iri), its default as it stands in the query, and what it means.
A text called ``letter`` is the reference of a letter, a number called ``principle``, ``year`` or ``during``
that of a Guiding Principle or of a year.
A ``words`` line is a graph pattern that leads from the variables of the query to ``?span``, the words behind
its rows, in the letter ``?node``; one that begins with ``[parameter]`` holds only when that one is set.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import parameters
from kg.query.engine import NO_LIMITS, Limits, ask
from kg.query.result import Result
from kg.resources import folder

_HEADER = re.compile(r"# ([a-z]+): (.*)")
_PARAMETER = re.compile(r'([a-z]+) ([a-z]+) (UNDEF|[0-9]+|"[^"]*"(?:\^\^xsd:date)?|<[^>]*>) (.+)')
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value a question can be given: its name, its kind, its default as SPARQL, and what it means."""

    name: str
    kind: str
    default: str
    description: str

    def __str__(self) -> str:
        default = "" if self.default in {"UNDEF", '""'} else self.default.partition("^^")[0].strip('"')
        return f"{self.name}={default}"


@dataclass(frozen=True, slots=True)
class Question:
    """A named question.

    Attributes:
        name: Name of its file without the ending, such as ``mandate-basis``.
        title: A few words.
        question: What it asks, in plain language.
        sparql: The query, with the defaults of its parameters.
        parameters: What can be set, in the order of the file.
        synonyms: Other ways to ask for it.
        words: Graph patterns that lead to the words behind the rows, as they stand in the file.
    """

    name: str
    title: str
    question: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()
    synonyms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def terms(self, settings: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
        """Return the terms for what a user set.

        Raises:
            QueryError: If a name is no parameter of this question, or a text no value of its kind.
        """
        kinds = {parameter.name: parameter.kind for parameter in self.parameters}
        for name in settings:
            if name not in kinds:
                known = ", ".join(sorted(kinds)) or "none"
                raise QueryError(f"the question {self.name} has no parameter {name!r}; it has: {known}")
        return {name: parameters.term(kinds[name], text) for name, text in settings.items()}

    def ask(self, store: ox.Store, settings: Mapping[str, str], limits: Limits = NO_LIMITS) -> Result:
        """Answer the question.

        Args:
            store: The graph.
            settings: What the user set, by the names of the parameters.
            limits: Where the answer is cut off.

        Raises:
            QueryError: If a setting does not fit; ``kg.query.settings`` also holds them against the graph.
        """
        found = ask(store, self.sparql, self.terms(settings), limits=limits)
        return Result(found.columns, found.rows, found.form, found.truncated, self.title)


def questions(place: Path | None = None) -> tuple[Question, ...]:
    """Return all named questions, sorted by name.

    Args:
        place: The folder to read; ``queries/`` of this installation when left out.

    Raises:
        QueryError: If a file has no proper header.
    """
    files = sorted((place or folder("queries")).glob("*.rq"), key=lambda file: file.stem)
    return tuple(read_question(file) for file in files)


def question(name: str, place: Path | None = None) -> Question:
    """Return the question called ``name``.

    Raises:
        QueryError: If there is none; the message names those that come nearest.
    """
    file = (place or folder("queries")) / f"{name}.rq"
    if _NAME.fullmatch(name) and file.is_file():
        return read_question(file)
    raise QueryError(
        f"there is no question {name!r}{_nearest(name, file.parent)}; list them with: kg questions"
    )


def catalogue(place: Path | None = None) -> Result:
    """Return the named questions as rows: name, what it asks, and what can be set.

    Raises:
        QueryError: If a file has no proper header.
    """
    rows = tuple(
        (ox.Literal(each.name), ox.Literal(each.question), ox.Literal(" ".join(map(str, each.parameters))))
        for each in questions(place)
    )
    return Result(("name", "question", "settings"), rows, title="Named questions")


def _nearest(name: str, place: Path) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only after a mistyped name

    found = get_close_matches(name, sorted(file.stem for file in place.glob("*.rq")), n=3, cutoff=0.5)
    return f" (did you mean {' or '.join(found)}?)" if found else ""


def read_question(file: Path) -> Question:
    """Read a question from a file.

    Raises:
        QueryError: If the file is missing, is not UTF-8, or has a header that cannot be read.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read as a question ({error})") from error
    return parse_question(file.stem, text)


def parse_question(name: str, text: str) -> Question:
    """Read a question from the text of its file; a query without a header is a question without a title.

    Raises:
        QueryError: If a ``param`` line cannot be read.
    """
    header = [match.groups() for line in text.split("\n") if (match := _HEADER.fullmatch(line.rstrip()))]
    said = {key: value for key, value in reversed(header) if key not in {"param", "words"}}
    return Question(
        name=name,
        title=said.get("title", ""),
        question=said.get("question", ""),
        sparql=text,
        parameters=tuple(_parameter(name, value) for key, value in header if key == "param"),
        synonyms=tuple(filter(None, (synonym.strip() for synonym in said.get("synonyms", "").split(";")))),
        words=tuple(value for key, value in header if key == "words"),
    )


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in parameters.KINDS:
        kinds = ", ".join(parameters.KINDS)
        raise QueryError(
            f"{name}: cannot read '# param: {line}'; write: name kind default meaning (kinds: {kinds})"
        )
    return Parameter(*match.groups())
