"""The verbs of ``import kg`` that read letters: build, extract, evaluate; and the pipeline they read with.

Paths may be strings or ``Path``, one or several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.pipeline.letter_record import LetterRecord

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.pipeline.build import BuildReport
    from kg.pipeline.evaluate import Evaluation
    from kg.pipeline.reading import Progress

AnyPath: TypeAlias = str | PathLike[str]


def build(
    letters: AnyPath | Iterable[AnyPath],
    out: AnyPath,
    *,
    views: bool = True,
    spacy_model: str | None = None,
    decisions: AnyPath | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph folder from letters.

    Args:
        letters: A file or folder, or several; folders are searched for files of the readable kinds.
        out: The graph folder; an earlier build in it is replaced when all went well.
        views: Whether to write ``graph.ttl``, ``graph.graphml`` and ``network.html``.
        spacy_model: Name or path of a spaCy model whose entities are added as lower-ranked mentions.
        decisions: A file of decisions on who is who, such as the corrected ``proposals.tsv`` of a build.
        workers: In how many processes to read many letters. A script that asks for more than one must begin
            its work under ``if __name__ == "__main__":``.
        progress: Called with (done, all, name) after each file.

    Raises:
        UsageError: If nothing to read was named, the decisions cannot be read, or the spaCy model is not
            installed.
        SourceError: If nothing that was named can be used; then ``out`` is left as it was.
        GraphFolderError: If ``out`` is something else than a graph folder.
    """
    from kg.pipeline.build import build as build_graph  # noqa: PLC0415 - slow to import

    return build_graph(
        _paths(letters),
        Path(out),
        views=views,
        spacy_model=spacy_model,
        decisions=None if decisions is None else Path(decisions),
        workers=workers,
        progress=progress,
    )


def extract(
    letters: AnyPath | Iterable[AnyPath], *, spacy_model: str | None = None
) -> Iterator[LetterRecord]:
    """Yield what each letter says, in the order of the paths.

    Args:
        letters: A file or folder, or several.
        spacy_model: Name or path of a spaCy model the user has installed.

    Raises:
        SourceError: If a file cannot be used, when its turn comes.
        UsageError: If nothing to read was named, or the spaCy model is not installed.
    """
    from kg.export.record import record_json  # noqa: PLC0415
    from kg.pipeline.inputs import files, read  # noqa: PLC0415
    from kg.pipeline.letters import LetterReader  # noqa: PLC0415 - loads spaCy

    found, reader = files(_paths(letters)), LetterReader(spacy_model)
    return (LetterRecord(record_json(reader.record(read(path)))) for path in found)


def evaluate(gold: AnyPath) -> Evaluation:
    """Compare what is read in letters with the gold records beside them.

    Args:
        gold: A folder of letters with ``NAME.gold.json`` beside them.

    Raises:
        UsageError: If there is no gold record, or one is damaged or lacks its letter.
    """
    from kg.pipeline.evaluate import evaluate_folder  # noqa: PLC0415
    from kg.pipeline.letters import LetterReader, records  # noqa: PLC0415 - loads spaCy

    reader = LetterReader()
    return evaluate_folder(Path(gold), lambda path: list(records([path], reader)))


def nlp(language: str, *, spacy_model: str | None = None) -> Language:
    """Return the spaCy pipeline that reads letters in ``en``, ``fr`` or ``es``.

    Each component writes a span group: ``doc.spans["mandate"]``, ``doc.spans["company"]`` … with the id of
    the register as ``span.kb_id_``.

    Args:
        language: ISO 639-1 code.
        spacy_model: Name or path of a model whose entities are added as the span group ``model``.

    Raises:
        UsageError: For another language, or a model that is not installed.
    """
    from kg.extract.pipeline import language_pipeline  # noqa: PLC0415 - loads spaCy

    return language_pipeline(language, spacy_model)


def _paths(named: AnyPath | Iterable[AnyPath]) -> list[Path]:
    return [Path(named)] if isinstance(named, str | PathLike) else [Path(path) for path in named]
