"""Commands that read letters: build, extract."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import SOME_UNUSABLE
from kg.cli.options import Letters, say

if TYPE_CHECKING:
    from kg.errors import SourceError
    from kg.pipeline.build import BuildReport
    from kg.pipeline.reading import Failure

Model = Annotated[
    str | None,
    typer.Option(
        help="An installed spaCy model whose entities are added as lower-ranked mentions.", show_default=False
    ),
]


def build(
    letters: Letters,
    *,
    out: Annotated[
        Path, typer.Option("--out", help="The graph folder to make or renew.", show_default=False)
    ],
    views: Annotated[
        bool, typer.Option("--views/--no-views", help="Write graph.ttl, graph.graphml and network.html too.")
    ] = True,
    spacy_model: Model = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            help="Your decisions on who is who, such as the corrected proposals.tsv of a build before.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="In how many processes to read many letters; else one for each processor."),
    ] = None,
) -> None:
    """Build a graph folder from letters.

    Names that may be those of one person or company are written to proposals.tsv. Correct the answers there,
    keep the file with your own, and give it back with --decisions.

    Example:  kg build seeds --out graph
    """
    from kg.errors import NothingUsable  # noqa: PLC0415 - the help must not load the rooms
    from kg.pipeline.build import build as build_graph  # noqa: PLC0415

    progress = _show_progress if sys.stderr.isatty() else None
    try:
        report = build_graph(
            letters,
            out,
            views=views,
            spacy_model=spacy_model,
            decisions=decisions,
            workers=workers or os.cpu_count() or 1,
            progress=progress,
        )
    except NothingUsable as error:
        _say_each(error.failures)
        raise
    _say_each(report.failures)
    say(_summary(report))
    if report.failures:
        raise typer.Exit(SOME_UNUSABLE)


def _say_each(failures: Iterable[Failure | SourceError]) -> None:
    for failure in failures:
        say(f"kg: {failure.name}: {failure.reason}")


def _show_progress(done: int, total: int, name: str) -> None:
    end = "\n" if done == total else ""
    sys.stderr.write(f"\r\x1b[K{done}/{total} {name[:60]}{end}")


def _summary(report: BuildReport) -> str:
    letters = "1 letter" if report.letters == 1 else f"{report.letters} letters"
    if report.sources > report.letters:
        letters += f" from {report.sources} files"
    kept = f", {report.reused} kept from before" if report.reused else ""
    problems = f", {report.problems} problems (see problems.jsonl)" if report.problems else ""
    names = f", {report.open_names} pairs of names to decide (see proposals.tsv)" if report.open_names else ""
    return f"{report.out}: {letters}{kept}, {report.quads} quads{problems}{names}"


def extract(letters: Letters, *, spacy_model: Model = None) -> None:
    """Print what each letter says, one JSON object a line.

    Example:  kg extract seeds/*.txt | jq .reference
    """
    from kg.errors import SourceError  # noqa: PLC0415
    from kg.export.record import record_json  # noqa: PLC0415
    from kg.pipeline.inputs import files, read  # noqa: PLC0415
    from kg.pipeline.letters import LetterReader  # noqa: PLC0415

    reader = LetterReader(spacy_model)
    failed = False
    for path in files(letters):
        try:
            record = record_json(reader.record(read(path)))
        except SourceError as error:
            say(f"kg: {error}")
            failed = True
        else:
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    if failed:
        raise typer.Exit(SOME_UNUSABLE)


COMMANDS: dict[str, Callable[..., None]] = {"build": build, "extract": extract}
