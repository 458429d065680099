"""Families of letters, and two letters side by side: of a graph folder, or while one is built."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import msgspec
from pyoxigraph import Literal

from kg.compare.as_json import comparison_json, families_json
from kg.compare.as_text import comparison_text
from kg.compare.comparison import Comparison
from kg.compare.comparison import comparison as compared
from kg.compare.families import families as grouped
from kg.compare.page import comparison_page, families_page
from kg.compare.passages import LetterText, letter_text
from kg.compare.sketch import Sketcher
from kg.errors import GraphFolderError, UsageError
from kg.model.family import Family
from kg.model.record import Record
from kg.model.text import Source
from kg.pipeline.folder import GraphFolder, content
from kg.pipeline.names import letter_source
from kg.structure.letter import build_letter

if TYPE_CHECKING:
    from kg.model.quads import Line

FAMILIES: Final = "families.json"

_DECODER: Final = msgspec.json.Decoder(tuple[Family, ...])


class Read(Protocol):
    """A letter as read: its record and its canonical text."""

    @property
    def record(self) -> Record:
        """What it says."""

    @property
    def text(self) -> str:
        """Its canonical text."""


def families(path: Path) -> tuple[Family, ...]:
    """Return the families of letters of a graph folder.

    Raises:
        GraphFolderError: If it is no graph folder, or was built without families.
    """
    folder = GraphFolder(path)
    try:
        return _DECODER.decode(content(folder.path, FAMILIES))
    except msgspec.DecodeError as error:
        raise GraphFolderError(f"{path / FAMILIES} is damaged ({error}); build the graph again") from error


def comparison(path: Path, left: str, right: str) -> Comparison:
    """Compare two letters of a graph folder.

    Args:
        path: The graph folder.
        left: Reference of a letter.
        right: Reference of another.

    Raises:
        QueryError: If the folder holds no such letter.
    """
    folder = GraphFolder(path)
    return compared(*(_opened(folder, letter_source(path, reference)) for reference in (left, right)))


def families_as(path: Path, form: str, width: int = 120) -> str:
    """Return the families of a graph folder as ``table``, ``json`` or ``html``.

    Args:
        path: The graph folder.
        form: The format. The page also compares the variants of each family, word by word.
        width: How wide a table may be, in characters.

    Raises:
        UsageError: If there is no such format.
    """
    found = families(path)
    if form == "table":
        return _table(found, width)
    if form == "json":
        return _json(families_json(found))
    if form == "html":
        folder = GraphFolder(path)
        return families_page(found, [_between_variants(folder, family) for family in found])
    raise UsageError(f"there is no format {form!r}; choose table, json or html")


def comparison_as(path: Path, left: str, right: str, form: str) -> str:
    """Return two letters of a graph folder compared, as ``text``, ``json`` or ``html``.

    Raises:
        UsageError: If there is no such format.
        QueryError: If the folder holds no such letter.
    """
    writers: dict[str, Callable[[Comparison], str]] = {
        "text": comparison_text,
        "json": lambda found: _json(comparison_json(found)),
        "html": comparison_page,
    }
    if form not in writers:
        raise UsageError(f"there is no format {form!r}; choose {', '.join(writers)}")
    return writers[form](comparison(path, left, right))


def _table(found: Iterable[Family], width: int) -> str:
    from kg.query.formats import table  # noqa: PLC0415

    columns = ("family", "variant", "letter", "date", "addressee")
    rows = [
        [Literal(cell) for cell in (family.name, variant.name, one.letter, one.date, one.addressee)]
        for family in found
        for variant in family.variants
        for one in variant.members
    ]
    return table(columns, rows, width)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _between_variants(folder: GraphFolder, family: Family) -> tuple[Comparison, ...]:
    """Return the first letter of the first variant compared with the first of each other variant."""
    first, *others = (variant.members[0].source for variant in family.variants)
    return tuple(compared(_opened(folder, first), _opened(folder, other)) for other in others)


def _opened(folder: GraphFolder, source: str) -> LetterText:
    return as_compared(folder.reading(source), folder.text(source))


def as_compared(record: Record, text: str) -> LetterText:
    """Return a letter as it is compared, from its record and its canonical text."""
    of = record.source
    source = Source(of.name, of.sha256, of.media_type, of.encoding, text, of.pages, of.furniture)
    return letter_text(build_letter(source), record)


def families_of(readings: Iterable[Read]) -> tuple[Family, ...]:
    """Group letters into families; replies take no part, and of two texts of one letter one counts."""
    letters = _distinct(readings)
    sketcher = Sketcher()
    sketches = [
        sketcher.sketch(name, one.record.date.value if one.record.date else "", one.text)
        for name, one in sorted(letters.items())
    ]

    @lru_cache(maxsize=512)
    def opened(name: str) -> LetterText:
        return as_compared(letters[name].record, letters[name].text)

    return grouped(sketches, opened)


def _distinct(readings: Iterable[Read]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    taken: set[str] = set()
    for one in sorted(readings, key=lambda one: one.record.source.sha256):
        reference = one.record.reference
        name = reference.text.value if reference else one.record.source.sha256
        if one.record.kind == "communication" and name not in taken:
            taken.add(name)
            found[one.record.source.sha256[:12]] = one
    return found


def write_families(place: Path, readings: Iterable[Read]) -> list[Line]:
    """Write the families of letters into a graph folder that is being built; return their quads.

    Args:
        place: The folder.
        readings: All its letters.
    """
    from kg.graph.families import family_quads  # noqa: PLC0415 - asking and comparing need no graph

    known = list(readings)
    found = families_of(known)
    (place / FAMILIES).write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    records = {one.record.source.sha256[:12]: one.record for one in known}
    return family_quads(found, records)
