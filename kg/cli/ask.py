"""The command that answers questions in plain language: ask."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli import FAILED
from kg.cli.options import Folder, Format, chosen_format, say, terminal_width


def ask(
    folder: Folder,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="In English, French or Spanish.", show_default=False)
    ],
    *,
    format: Format = None,  # noqa: A002 - the option is called so everywhere
) -> None:
    """Answer a question in plain language, by one of the named questions; exit 1 when none fits.

    Which question was run, with which SPARQL, and the words behind the rows are told beside the data.

    Examples:  kg ask graph "Which companies were addressed by the torture mandate in 2021?"
               kg ask graph "Who signed AL OTH 105/2021?"
    """
    from kg.pipeline.ask import answered  # noqa: PLC0415

    answer = answered(folder, question)
    say(answer.explanation())
    if answer.result is None:
        raise typer.Exit(FAILED)
    sys.stdout.write(answer.result.write(chosen_format(format), width=terminal_width()))
    sys.stdout.flush()
    say(answer.words() or ("" if len(answer) else "the graph holds nothing that answers this"))


COMMANDS: dict[str, Callable[..., None]] = {"ask": ask}
