"""Several files of one letter: which goes first, and where they contradict each other.

What a letter has only once it has from its first source: the nearest to print (PDF, then DOCX, then HTML,
then text), and of several alike the first by name. What a source leaves out contradicts nothing: it may be
cut. Two lists contradict each other when each has something that the other lacks.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from kg.model.identity import (
    ADDRESSEE,
    COMPANY,
    HOLDER,
    ORGANISATION,
    Appearance,
    Identities,
    letter_key,
)
from kg.model.record import Period, Record, Said
from kg.model.text import Problem, Span

_NEAREST_TO_PRINT: Final = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html",
)
_RANK: Final = MappingProxyType({media_type: rank for rank, media_type in enumerate(_NEAREST_TO_PRINT)})
_SHOWN: Final = 3

_Namer: TypeAlias = Callable[[str, str], str]
"""Gives, for a part of a letter and a name in it, the name that all its spellings go by."""


class _Value(NamedTuple):
    """Something a source says: as it is compared, as it is shown, and its words."""

    key: str
    shown: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Field:
    """A part of the letter record that sources may contradict each other on."""

    name: str
    values: Callable[[Record, _Namer], Iterator[_Value]]
    agree: Callable[[str, str], bool] = operator.eq


def precedence(record: Record) -> tuple[int, str, str]:
    """Return what sources of one letter are sorted by, the first having precedence."""
    source = record.source
    return _RANK.get(source.media_type, len(_RANK)), source.name, source.sha256


def contradictions(records: Iterable[Record], identities: Identities) -> Mapping[str, Sequence[Problem]]:
    """Return where sources of one letter contradict each other, by the digest of the later source.

    Args:
        records: One for each source; those with the same ``letter_key`` are sources of one letter.
        identities: Who is who in them: two spellings of one name are no contradiction.
    """
    letters: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=precedence):
        letters[letter_key(record)].append(record)
    found: dict[str, list[Problem]] = defaultdict(list)
    for key, sources in letters.items():
        namer = _namer(key, identities)
        for place, later in enumerate(sources):
            for field in _FIELDS:
                found[later.source.sha256] += _against(field, sources[:place], later, namer)
    return found


def _namer(letter: str, identities: Identities) -> _Namer:
    def name(part: str, written: str) -> str:
        entity = identities.entity(Appearance(part, written, letter))
        return written if entity is None else entity.name

    return name


def _against(field: _Field, before: Iterable[Record], later: Record, namer: _Namer) -> Iterator[Problem]:
    """Yield the problem that a source says otherwise than the first that says anything."""
    said = list(field.values(later, namer))
    spoken = ((record, list(field.values(record, namer))) for record in before)
    first, known = next(((record, values) for record, values in spoken if values), (later, said))
    only_known, only_said = _lacking(field, known, said), _lacking(field, said, known)
    if only_known and only_said:
        message = (
            f"sources contradict each other on the {field.name}: {_listed(only_known)} "
            f"({first.source.name}), {_listed(only_said)} ({later.source.name}); both are kept, and what a "
            f"letter has only once is that of {first.source.name}."
        )
        spans = only_said[0].spans
        start, end = spans[0] if spans else (None, None)
        yield Problem("contradicting-sources", message, start, end)


def _lacking(field: _Field, these: Iterable[_Value], others: Sequence[_Value]) -> list[_Value]:
    """Return those of ``these`` with which none of the others agrees."""
    return [one for one in these if not any(field.agree(one.key, other.key) for other in others)]


def _listed(values: Sequence[_Value]) -> str:
    shown = list(dict.fromkeys(value.shown for value in values))
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _plain(*values: Said[str] | None) -> Iterator[_Value]:
    for said in values:
        if said is not None:
            yield _Value(said.value, said.value, said.spans)


def _persons(record: Record, namer: _Namer) -> Iterator[_Value]:
    part = HOLDER if record.addressing.kind == "rapporteur" else ADDRESSEE
    for person in record.addressing.persons:
        yield _Value(namer(part, person.name.value), person.name.value, person.name.spans)


def _addressed(record: Record, namer: _Namer) -> Iterator[_Value]:
    """Yield the organisation or the State a letter is addressed to."""
    addressing = record.addressing
    if addressing.organisation is not None:
        part = COMPANY if addressing.kind == "company" else ORGANISATION
        written = addressing.organisation
        yield _Value(namer(part, written.value), written.value, written.spans)
    elif addressing.kind == "government":
        yield from _plain(addressing.state)


def _signatories(record: Record, namer: _Namer) -> Iterator[_Value]:
    for one in record.signatories:
        mandate = "" if one.mandate is None else one.mandate.value
        shown = f"{one.name.value} for {mandate}" if mandate else one.name.value
        yield _Value(f"{namer(HOLDER, one.name.value)} {mandate}", shown, one.name.spans)


def _resolutions(record: Record, _: _Namer) -> Iterator[_Value]:
    for use in record.resolutions:
        name = f"{use.body} {use.number.value}"
        yield _Value(name, name, use.number.spans)


def _length(period: Period) -> Iterator[_Value]:
    for said, unit in ((period.days, "days"), (period.hours, "hours")):
        if said is not None:
            text = f"{said.value} {unit}"
            yield _Value(text, text, said.spans)


def _same_date(one: str, other: str) -> bool:
    """Whether two dates, full or partial, can be the same day."""
    return one.startswith(other) or other.startswith(one)


_FIELDS: Final = (
    _Field("date", lambda record, _: _plain(record.date), _same_date),
    _Field("person addressed", _persons),
    _Field("addressee", _addressed),
    _Field("mandates", lambda record, _: _plain(*(use.id for use in record.mandates))),
    _Field("resolutions", _resolutions),
    _Field("signatures", _signatories),
    _Field("States with similar letters", lambda record, _: _plain(*record.states_copied)),
    _Field("time for a reply", lambda record, _: _length(record.response)),
    _Field("time until publication", lambda record, _: _length(record.publication)),
)
