"""A made corpus: as many letters as wanted, varied from the seeds and the invented gold letters.

Each letter has a reference, a date and an addressee of its own; companies come back in some twenty letters
each, as in the archive. The same count always gives the same letters.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import SourceError
from kg.model.record import Record
from kg.model.text import Span
from kg.pipeline.build import build
from kg.pipeline.kept import fingerprint
from kg.pipeline.letters import LetterReader
from kg.read import read_path

ROOT = Path(__file__).resolve().parents[2]
DEFAULT = 300

_REFERENCE = re.compile(r"\b([A-Z]{2,3} [A-Z]{3}) [0-9]{1,3}/(?:[0-9]{4})\b")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_FIRST = ("Alder", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbour", "Iris", "Juniper")
_SECOND = (
    "Textiles",
    "Mining",
    "Foods",
    "Energy",
    "Logistics",
    "Timber",
    "Systems",
    "Capital",
    "Garments",
    "Oil",
)
_FORM = ("Ltd", "Inc.", "S.A.")


@dataclass(frozen=True, slots=True)
class Base:
    """A letter to vary: its text, its language, its day, its companies."""

    text: str
    language: str
    date: str
    companies: tuple[str, ...]


def wanted() -> int:
    """Return how many letters the environment asks for (``KG_BENCH_LETTERS``), a few hundred by default."""
    return int(os.environ.get("KG_BENCH_LETTERS", DEFAULT))


def letters(count: int) -> Iterator[str]:
    """Yield the texts of ``count`` letters; two of five are as long as the seeds."""
    long, short = bases()
    for number in range(count):
        fifth, place = divmod(number, 5)
        base = long[(2 * fifth + place) % len(long)] if place < 2 else short[(3 * fifth + place) % len(short)]
        yield varied(base, number)


def varied(base: Base, number: int) -> str:
    """Return a letter with the reference, the date and the companies of its number."""
    year = 2011 + number % 14
    text = _REFERENCE.sub(lambda match: f"{match[1]} {number + 1}/{year}", base.text)
    months = _MONTHS[base.language].split()
    text = text.replace(base.date, _day(base.language, 1 + number % 28, months[number % 12], year), 1)
    for place, name in enumerate(base.companies):
        text = text.replace(name, company(number // 2 + 7 * place))
    return text


def company(number: int) -> str:
    """Return one of 300 invented names."""
    first, second, form = number % 10, number // 10 % 10, number // 100 % 3
    return f"{_FIRST[first]} {_SECOND[second]} {_FORM[form]}"


def _day(language: str, day: int, month: str, year: int) -> str:
    return f"{day} de {month} de {year}" if language == "es" else f"{day} {month} {year}"


@cache
def bases() -> tuple[tuple[Base, ...], tuple[Base, ...]]:
    """Return the letters to vary: the seeds, and the gold letters that are communications with a date."""
    reader = LetterReader()
    return tuple(
        tuple(_bases(reader, sorted(place.glob("*.txt")))) for place in (ROOT / "seeds", ROOT / "tests/gold")
    )  # type: ignore[return-value]


def _bases(reader: LetterReader, paths: list[Path]) -> Iterator[Base]:
    for path in paths:
        try:
            source = read_path(path)
            record = reader.record(source)
        except SourceError:
            continue
        fits = record.language in _MONTHS and _REFERENCE.search(source.text)
        if record.kind == "communication" and record.date and fits:
            date = source.text[slice(*_ends(record.date.spans))]
            yield Base(source.text, record.language, date, tuple(_company_names(record)))


def _ends(spans: Sequence[Span]) -> tuple[int, int]:
    return spans[0].start, spans[0].end


def _company_names(record: Record) -> Iterator[str]:
    to = record.addressing
    if to is not None and to.kind == "company" and to.organisation is not None:
        yield to.organisation.value


def graph_folder(count: int, place: Path) -> Path:
    """Return a graph folder of ``count`` letters below ``place``; it is built when it is not there yet."""
    out = place / f"graph-{count}-{fingerprint()[:12]}"
    if not out.exists():
        source = place / f"letters-{count}"
        source.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(letters(count)):
            (source / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="")
        build([source], out, views=False)
    return out
