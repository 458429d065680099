"""Arguments and options that several commands share."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A graph folder made by kg build.", show_default=False)
]
Letters = Annotated[
    list[Path],
    typer.Argument(
        metavar="LETTERS…",
        help="Letters, or folders of letters (txt, md, html, docx, pdf).",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="table, csv, tsv, json or xml. On a terminal table, else csv.",
        show_default=False,
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write; - is standard output.", show_default=False
    ),
]
STANDARD = Path("-")


def chosen_format(given: str | None) -> str:
    """Return the format asked for, or the one that suits whoever reads standard output."""
    return given or ("table" if sys.stdout.isatty() else "csv")


def terminal_width() -> int:
    """Return the width tables may take."""
    return shutil.get_terminal_size((120, 24)).columns


def write_bytes(data: bytes, output: Path) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from kg.export.files import write_whole  # noqa: PLC0415

    write_whole(output, data)


def say(text: str) -> None:
    """Tell the user something that is not data."""
    sys.stderr.write(f"{text}\n")
