"""The command that lists doubtful citations: lint."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from kg.cli import SOME_UNUSABLE, VIOLATIONS
from kg.cli.options import Format, Letters, chosen_format, say, terminal_width


def lint(letters: Letters, *, format: Format = None) -> None:  # noqa: A002
    """List doubtful citations, with place and suggestion; exit 4 when there are any.

    Takes letters, folders of letters, and graph folders. Formats: table, csv, json.

    Examples:  kg lint seeds
               kg lint graph --format json
    """
    from kg.pipeline.lint import linted, written  # noqa: PLC0415 - the help must not load the rooms

    doubts, failures = linted(letters)
    sys.stdout.write(written(doubts, chosen_format(format), terminal_width()))
    for failure in failures:
        say(f"kg: {failure}")
    say(f"{len(doubts)} doubtful citations")
    if doubts:
        raise typer.Exit(VIOLATIONS)
    if failures:
        raise typer.Exit(SOME_UNUSABLE)


COMMANDS: dict[str, Callable[..., None]] = {"lint": lint}
