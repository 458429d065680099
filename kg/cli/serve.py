"""The command that shows a built graph in a browser and answers SPARQL: serve."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli.options import Folder, say


def serve(
    folder: Folder,
    *,
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.")] = 8000,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORIGIN",
            help="A site whose pages may ask the SPARQL endpoint, such as https://example.org; * for all.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show the graph in a browser and answer SPARQL, on this machine only.

    Examples:  kg serve graph
               kg serve graph --port 0
               curl "http://127.0.0.1:8000/sparql?question=letters&format=csv"
    """
    from kg.serve.server import Server  # noqa: PLC0415 - the help must not load a web server

    server = Server(folder, port, allow_origin=tuple(allow_origin or ()))
    told = f"{folder} is served at {server.address} (SPARQL: {server.address}sparql); Ctrl-C ends it"
    server.run(lambda: say(told))


COMMANDS: dict[str, Callable[..., None]] = {"serve": serve}
