"""Commands that ask a built graph: questions, query, show, explain."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import STANDARD, Folder, Format, chosen_format, terminal_width
from kg.errors import QueryError, UsageError


def questions(*, format: Format = None) -> None:  # noqa: A002 - the option is called so everywhere
    """List the named questions, with their parameters.

    Example:  kg questions
    """
    from kg.query.questions import catalogue  # noqa: PLC0415

    sys.stdout.write(catalogue().write(chosen_format(format), width=terminal_width()))


def query(
    folder: Folder,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME|FILE.rq", help="A named question or a SPARQL file.", show_default=False),
    ] = None,
    *,
    sparql: Annotated[
        str | None, typer.Option(help="A SPARQL query; - reads it from standard input.", show_default=False)
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question.", show_default=False),
    ] = None,
    format: Format = None,  # noqa: A002
) -> None:
    """Ask the graph a named question, or any SPARQL query.

    Examples:  kg query graph ceos
               kg query graph signatures --set letter="AL OTH 105/2021" --format json
               kg query graph --sparql 'SELECT ?l WHERE { ?l a spl:Communication }'
    """
    from kg.query.engine import open_store  # noqa: PLC0415
    from kg.query.questions import parse_question, question  # noqa: PLC0415
    from kg.query.settings import settled  # noqa: PLC0415

    store = open_store(folder)
    text = _sparql(name, sparql)
    asked = question(name or "") if text is None else parse_question("query", text)
    result = asked.ask(store, settled(asked, store, _settings(set_ or ())))
    sys.stdout.write(result.write(chosen_format(format), width=terminal_width()))


def _sparql(name: str | None, sparql: str | None) -> str | None:
    """Return the query text the user gave, or None when a question is named."""
    if (name is None) == (sparql is None):
        raise UsageError("give either the name of a question (see: kg questions) or --sparql")
    if sparql is not None:
        return sys.stdin.read() if sparql == str(STANDARD) else sparql
    if name is not None and name.endswith(".rq"):
        try:
            return Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{name} cannot be read ({error}); check the path") from error
    return None


def _settings(given: tuple[str, ...] | list[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"--set {one!r} has no value; write --set name=value")
        settings[name.strip()] = value
    return settings


def show(
    folder: Folder,
    reference: Annotated[str, typer.Argument(metavar="REF", help="Such as 'AL OTH 105/2021'.")],
) -> None:
    """Show one letter: who wrote to whom, under which mandates, asking what.

    Example:  kg show graph "AL OTH 105/2021"
    """
    from kg.pipeline.show import letter_text  # noqa: PLC0415

    sys.stdout.write(letter_text(folder, reference))


def explain(
    folder: Folder,
    thing: Annotated[
        str,
        typer.Argument(metavar="THING", help="Its label, or its IRI, full or short as mandate:sr-torture."),
    ],
    *,
    format: Format = None,  # noqa: A002
) -> None:
    """Show what the graph says of one thing, each fact with its basis and its words.

    Examples:  kg explain graph company:hitachi-ltd
               kg explain graph "Hitachi, Ltd"
    """
    from kg.pipeline.explain import explanation  # noqa: PLC0415

    sys.stdout.write(explanation(folder, thing).write(chosen_format(format), width=terminal_width()))


COMMANDS: dict[str, Callable[..., None]] = {
    "questions": questions,
    "query": query,
    "show": show,
    "explain": explain,
}
