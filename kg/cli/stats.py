"""The command that measures who writes to whom: stats."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Folder, Format, chosen_format, say, terminal_width, write_bytes


def stats(
    folder: Folder,
    *,
    table: Annotated[
        str, typer.Option(help="things, mandates (that write together) or recipients (co-addressed).")
    ] = "things",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A picture: .svg, or .html with all tables.",
            show_default=False,
        ),
    ] = None,
    format: Format = None,  # noqa: A002 - the option is called so everywhere
) -> None:
    """Measure who writes to whom: letters, partners, betweenness, communities, who appears together.

    To be written to together is not to have acted together: co-addressed companies are not co-guilty.

    Examples:  kg stats graph
               kg stats graph --table mandates --format csv
               kg stats graph -o stats.svg
    """
    from kg.pipeline.stats import drawn, statistics  # noqa: PLC0415
    from kg.stats import NOTES  # noqa: PLC0415

    found = statistics(folder)
    form = chosen_format(format)
    rows = found.table(table)
    if output is not None:
        write_bytes(drawn(found, output), output)
    else:
        sys.stdout.write(found.to_json() if form == "json" else rows.write(form, width=terminal_width()))
    say("\n".join(NOTES))


COMMANDS: dict[str, Callable[..., None]] = {"stats": stats}
