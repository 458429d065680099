"""One file → its record: read, structure, extract, relate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.export.record import record_json
from kg.extract.pipeline import Extractor
from kg.model.record import Record
from kg.model.text import Letter, Source
from kg.read import read_path
from kg.relate.record import build_record
from kg.structure.letter import build_letter
from kg.vocab.load import load_register


class LetterReader:
    """Reads sources into records.

    Args:
        spacy_model: Name or path of an installed spaCy model whose entities are added as lower-ranked
            mentions, or None.
    """

    def __init__(self, spacy_model: str | None = None) -> None:
        self._extractor = Extractor(spacy_model)
        self._register = load_register()

    def letter(self, source: Source) -> Letter:
        """Return the source understood as a letter.

        Raises:
            NotALetter: If it names no mandate of the Special Procedures.
        """
        return build_letter(source)

    def record(self, source: Source) -> Record:
        """Return what the letter says.

        Raises:
            NotALetter: If the source names no mandate of the Special Procedures.
        """
        letter = self.letter(source)
        mentions = self._extractor.mentions([block.text for block in letter.blocks], letter.language)
        return build_record(letter, mentions, self._register)


def records(paths: Iterable[Path], reader: LetterReader | None = None) -> Iterator[dict[str, Any]]:
    """Yield the JSON record of each letter, in the order given.

    Raises:
        SourceError: If a file cannot be used.
    """
    reader = reader or LetterReader()
    for path in paths:
        yield record_json(reader.record(read_path(path)))
