"""The list of commands."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli import answers, ask, checks, compare, files, letters, lint, serve, stats

app = typer.Typer(
    name="kg",
    help="UN Special Procedures letters as a knowledge graph in which every fact shows its words.",
    epilog="Start with:  kg build seeds --out graph   then:  kg query graph letters",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"kg {version('sp-letters-kg')}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    del version


def _help(command: Callable[..., None]) -> str:
    """Return the docstring with its examples line by line; the library joins the lines of a paragraph."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(f"\b\n{each}" if each.startswith("Example") else each for each in paragraphs)


for commands in (
    letters.COMMANDS,
    answers.COMMANDS,
    ask.COMMANDS,
    compare.COMMANDS,
    files.COMMANDS,
    serve.COMMANDS,
    stats.COMMANDS,
    checks.COMMANDS,
    lint.COMMANDS,
):
    for name, command in commands.items():
        app.command(name, help=_help(command))(command)
