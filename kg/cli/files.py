"""Commands that write files from a built graph: export, view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli.options import STANDARD, Folder, Output, say, write_bytes


def export(
    folder: Folder,
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="turtle, trig, nquads, ntriples, jsonld, graphml, gexf, csv or ftm.",
            show_default=False,
        ),
    ],
    output: Output = STANDARD,
) -> None:
    """Write the graph in another format.

    Examples:  kg export graph --to turtle -o letters.ttl
               kg export graph --to graphml -o letters.graphml
    """
    from kg.pipeline.exports import exported  # noqa: PLC0415

    data, problems = exported(folder, to)
    write_bytes(data, output)
    for problem in problems:
        say(f"kg: {problem.message}")


def view(
    folder: Folder,
    *,
    output: Output,
    letter: Annotated[
        str | None, typer.Option(help="One letter, by its reference.", show_default=False)
    ] = None,
    family: Annotated[
        str | None,
        typer.Option(help="One family of letters, by label, IRI or one of its letters.", show_default=False),
    ] = None,
    around: Annotated[
        str | None, typer.Option(help="What surrounds one thing, by label or IRI.", show_default=False)
    ] = None,
    depth: Annotated[int, typer.Option(min=1, max=6, help="How many links around it.")] = 1,
    kinds: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="KIND KIND", help="How two kinds of thing go together.", show_default=False),
    ] = None,
    path: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="THING THING", help="How two things are connected.", show_default=False),
    ] = None,
) -> None:
    """Write the interactive network as one HTML file that works offline.

    Without a choice it shows the whole graph.

    Examples:  kg view graph -o network.html
               kg view graph -o torture.html --around sr-torture --depth 2
               kg view graph -o matrix.html --kinds companies mandates
               kg view graph -o letter.html --letter "AL OTH 154/2021"
               kg view graph -o family.html --family "AL OTH 154/2021"
               kg view graph -o path.html --path "Hitachi, Ltd" "Sony Corporation"
    """
    from kg.pipeline.views import Choice, network  # noqa: PLC0415

    choice = Choice(letter, around, depth, kinds, path, family)
    write_bytes(network(folder, choice).encode("utf-8"), output)


COMMANDS: dict[str, Callable[..., None]] = {"export": export, "view": view}
