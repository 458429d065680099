"""Commands that check: verify, validate, evaluate, register."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import VIOLATIONS
from kg.cli.options import Folder, Format, chosen_format, say


def verify(folder: Folder) -> None:
    """Recompute every span, and every file's digest; exit 4 when something does not hold.

    Example:  kg verify graph
    """
    from kg.pipeline.verify import verified  # noqa: PLC0415

    findings, spans = verified(folder)
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    say(f"{spans} spans recomputed, {len(findings)} findings")
    if findings:
        raise typer.Exit(VIOLATIONS)


def validate(folder: Folder, *, format: Format = None) -> None:  # noqa: A002
    """Check the graph against the SHACL shapes and our own rules; exit 4 when it violates one.

    Example:  kg validate graph
    """
    from kg.pipeline.verify import validated  # noqa: PLC0415

    report = validated(folder)
    sys.stdout.write(report.write(chosen_format(format)))
    say("valid" if report.conforms else f"{len(report.results)} violations")
    if not report.conforms:
        raise typer.Exit(VIOLATIONS)


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR", help="Letters with NAME.gold.json beside them.", show_default=False
        ),
    ],
    *,
    format: Format = None,  # noqa: A002
) -> None:
    """Compare what is read in letters with gold records: precision, recall and F1 per field.

    Example:  kg evaluate tests/gold
    """
    from kg.pipeline.evaluate import evaluate_folder  # noqa: PLC0415
    from kg.pipeline.letters import LetterReader, records  # noqa: PLC0415

    reader = LetterReader()
    evaluation = evaluate_folder(gold, lambda path: list(records([path], reader)))
    if chosen_format(format) == "json" or format == "json":
        sys.stdout.write(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(evaluation.table())
    if evaluation.violations:
        raise typer.Exit(VIOLATIONS)


def register() -> None:
    """Check the register in ontology/ and explain what is wrong in it; exit 4 when something is.

    Example:  kg register
    """
    from kg.vocab.check import check_register  # noqa: PLC0415

    findings = check_register()
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    say(f"{len(findings)} findings")
    if findings:
        raise typer.Exit(VIOLATIONS)


COMMANDS: dict[str, Callable[..., None]] = {
    "verify": verify,
    "validate": validate,
    "evaluate": evaluate,
    "register": register,
}
