"""The fields of letter records that are compared, each with how its values read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from kg.compare.passages import LetterText
from kg.model.record import Period, PrincipleCitation

Reader: TypeAlias = Callable[[LetterText], tuple[str, ...]]


def _reference(letter: LetterText) -> tuple[str, ...]:
    reference = letter.record.reference
    return (reference.text.value,) if reference else ()


def _date(letter: LetterText) -> tuple[str, ...]:
    return (letter.record.date.value,) if letter.record.date else ()


def _persons(letter: LetterText) -> tuple[str, ...]:
    return _distinct(
        f"{person.honorific.value} {person.name.value}" if person.honorific else person.name.value
        for person in letter.record.addressing.persons
    )


def _organisation(letter: LetterText) -> tuple[str, ...]:
    to = letter.record.addressing
    return _distinct(one.value for one in (to.organisation, to.state) if one is not None)


def _mandates(letter: LetterText) -> tuple[str, ...]:
    return _distinct(mandate.id.value for mandate in letter.record.mandates)


def _resolutions(letter: LetterText) -> tuple[str, ...]:
    return _distinct(f"{one.body} {one.number.value}" for one in letter.record.resolutions)


def _signatories(letter: LetterText) -> tuple[str, ...]:
    return _distinct(f"{one.name.value}, {one.role.value}" for one in letter.record.signatories)


def _copied(letter: LetterText) -> tuple[str, ...]:
    copied = (*letter.record.states_copied, *letter.record.companies_copied)
    return _distinct(sorted(one.value for one in copied))


def _involvement(letter: LetterText) -> tuple[str, ...]:
    involvement = letter.record.involvement
    return _distinct(one.value for one in involvement.channels) if involvement else ()


def _requests(letter: LetterText) -> tuple[str, ...]:
    return (str(len(letter.record.requests)),)


def _claims(letter: LetterText) -> tuple[str, ...]:
    return (str(len(letter.record.claims)),)


def _issues(letter: LetterText) -> tuple[str, ...]:
    return _distinct(sorted(issue for claim in letter.record.claims for issue in claim.types))


def _principles(letter: LetterText) -> tuple[str, ...]:
    cited = {(number, _cited(one)) for one in letter.record.principles for number in one.numbers}
    return tuple(f"{number}, {how}" for number, how in sorted(cited))


def _cited(one: PrincipleCitation) -> str:
    return f"Commentary, {one.how}" if one.commentary else one.how


def _instruments(letter: LetterText) -> tuple[str, ...]:
    return _distinct(
        f"{use.id.value}, {article.value}" if article else use.id.value
        for use in letter.record.instruments
        for article in (use.articles or (None,))
    )


def _documents(letter: LetterText) -> tuple[str, ...]:
    return _distinct(sorted(one.symbol.value for one in letter.record.documents))


def _response(letter: LetterText) -> tuple[str, ...]:
    return _period(letter.record.response)


def _publication(letter: LetterText) -> tuple[str, ...]:
    return _period(letter.record.publication)


def _period(period: Period) -> tuple[str, ...]:
    values = ((period.days, "days"), (period.hours, "hours"))
    return tuple(f"{said.value} {unit}" for said, unit in values if said is not None)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


FIELDS: Final[tuple[tuple[str, Reader], ...]] = (
    ("reference", _reference),
    ("date", _date),
    ("addressed person", _persons),
    ("addressee", _organisation),
    ("mandates", _mandates),
    ("resolutions acted by", _resolutions),
    ("signatories", _signatories),
    ("similar letters to", _copied),
    ("involvement, as stated", _involvement),
    ("number of requests", _requests),
    ("number of allegations", _claims),
    ("kinds of allegation", _issues),
    ("Guiding Principles", _principles),
    ("instruments", _instruments),
    ("documents", _documents),
    ("response asked within", _response),
    ("public after", _publication),
)


def involvement_words(letter: LetterText) -> str:
    """Return the clause that states the addressee's involvement, white space made single, or nothing."""
    involvement = letter.record.involvement
    spans = involvement.statement if involvement else ()
    return " ".join(" ".join(letter.text[span.start : span.end] for span in spans).split())
