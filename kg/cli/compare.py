"""Commands that compare letters: families, compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli.options import STANDARD, Folder, Output, terminal_width, write_bytes

Reference = Annotated[str, typer.Argument(metavar="REF", help="Such as 'AL OTH 105/2021'.")]


def families(
    folder: Folder,
    *,
    format: Annotated[  # noqa: A002 - the option is called so everywhere
        str, typer.Option("--format", "-f", help="table, json, or html: a page with the differences.")
    ] = "table",
    output: Output = STANDARD,
) -> None:
    """Show the families of near-identical letters, and who got which variant.

    Examples:  kg families graph
               kg families graph --format html -o families.html
    """
    from kg.pipeline.families import families_as  # noqa: PLC0415 - the help must not load the rooms

    write_bytes(families_as(folder, format, terminal_width()).encode("utf-8"), output)


def compare(
    folder: Folder,
    left: Reference,
    right: Reference,
    *,
    format: Annotated[  # noqa: A002
        str, typer.Option("--format", "-f", help="text, json, or html: a page with the differences.")
    ] = "text",
    output: Output = STANDARD,
) -> None:
    """Show what two letters share and where they differ, word by word.

    Examples:  kg compare graph "AL OTH 105/2021" "AL OTH 34/2021"
               kg compare graph "AL OTH 105/2021" "AL OTH 34/2021" --format html -o difference.html
    """
    from kg.pipeline.families import comparison_as  # noqa: PLC0415

    write_bytes(comparison_as(folder, left, right, format).encode("utf-8"), output)


COMMANDS: dict[str, Callable[..., None]] = {"families": families, "compare": compare}
