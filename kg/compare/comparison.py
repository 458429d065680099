"""What two letters share and where they differ: fields, requests, allegations, passages, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.compare.alignment import aligned
from kg.compare.fields import FIELDS, involvement_words
from kg.compare.layout import laid_out
from kg.compare.matching import matched
from kg.compare.pairing import How, Pairing, common_words, letters_paired
from kg.compare.passages import LetterText, Passage
from kg.compare.words import Words, words
from kg.model.text import Part, Span


class Word(StrEnum):
    """Where the words of a piece stand."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that both letters have, or only one of them."""

    where: Word
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in one of the letters: its number, its words, where it stands in the canonical text."""

    number: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PassageDifference:
    """Two corresponding passages, or one without counterpart.

    Attributes:
        part: The part of the letter.
        how: Same, changed, moved (to another place, changed or not), or only in the left or right letter.
        left: The passage of the left letter, or None.
        right: The passage of the right letter, or None.
        pieces: Their words: those they share, as one of them prints them, and those of only one, in order.
    """

    part: Part
    how: How
    left: Place | None
    right: Place | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field of the letter record: the values both letters have, and those of only one."""

    name: str
    shared: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether one letter has a value that the other has not."""
        return bool(self.left or self.right)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two letters share and where they differ.

    Attributes:
        left: Reference (or file name) of the left letter.
        right: That of the right letter.
        languages: Their languages, ``en``, ``fr`` or ``es``.
        shared: How many of a hundred words of the bodies both have in the same order.
        fields: The fields of the record, all of them, also those that do not differ.
        involvement: The words that state the addressee's involvement, side by side.
        requests: Each request with its counterpart.
        claims: Each reported allegation with its counterpart. Allegations, never facts.
        passages: Each passage of the bodies with its counterpart, footnotes last.
    """

    left: str
    right: str
    languages: tuple[str, str]
    shared: int
    fields: tuple[FieldDifference, ...]
    involvement: tuple[Piece, ...]
    requests: tuple[PassageDifference, ...]
    claims: tuple[PassageDifference, ...]
    passages: tuple[PassageDifference, ...]

    @property
    def differs(self) -> bool:
        """Whether the letters differ in anything that is compared."""
        listed = (*self.requests, *self.claims, *self.passages)
        return any(field.differs for field in self.fields) or any(one.how is not How.SAME for one in listed)


def comparison(left: LetterText, right: LetterText) -> Comparison:
    """Compare two letters.

    Comparing them the other way round gives the same, left and right exchanged. Case, punctuation and
    typographic marks make no difference.

    Args:
        left: A letter.
        right: Another letter.
    """
    found = _exchanged(_compared(right, left)) if _key(right) < _key(left) else _compared(left, right)
    listed = (found.requests, found.claims, found.passages)
    requests, claims, passages = (tuple(laid_out(one)) for one in listed)
    return replace(found, requests=requests, claims=claims, passages=passages)


def _key(letter: LetterText) -> tuple[str, str, str]:
    return (letter.digest, letter.name, letter.record.source.sha256)


def _compared(left: LetterText, right: LetterText) -> Comparison:
    passages = tuple(_passage(pair) for pair in letters_paired(left, right))
    return Comparison(
        left.name,
        right.name,
        (left.record.language, right.record.language),
        int(100 * common_words(left.body, right.body)),
        tuple(_field(name, read(left), read(right)) for name, read in FIELDS),
        pieces(words(involvement_words(left)), words(involvement_words(right))),
        _requests(left, right),
        _claims(left, right),
        passages,
    )


def _field(name: str, left: Sequence[str], right: Sequence[str]) -> FieldDifference:
    return FieldDifference(
        name,
        tuple(value for value in left if value in right),
        tuple(value for value in left if value not in right),
        tuple(value for value in right if value not in left),
    )


def _passage(pair: Pairing) -> PassageDifference:
    one = pair.left or pair.right
    part = one.part if one is not None else Part.FURNITURE
    return _difference(part, pair.how, _place(pair.left), _place(pair.right))


def _place(passage: Passage | None) -> Place | None:
    return None if passage is None else Place(passage.number, passage.text, passage.spans)


def _difference(part: Part, how: How, left: Place | None, right: Place | None) -> PassageDifference:
    here, there = (words("" if one is None else one.text) for one in (left, right))
    return PassageDifference(part, how, left, right, pieces(here, there))


def pieces(left: Words, right: Words) -> tuple[Piece, ...]:
    """Return the words of two texts: those they share, as the left one prints them, and those of only one."""
    return tuple(_pieces(left, right))


def _pieces(left: Words, right: Words) -> Iterator[Piece]:
    if not left.forms and not right.forms:
        return
    for run in aligned(left.forms, right.forms):
        if run.equal:
            yield Piece(Word.BOTH, left.stretch(run.a, run.b))
            continue
        if run.a < run.b:
            yield Piece(Word.LEFT, left.stretch(run.a, run.b))
        if run.c < run.d:
            yield Piece(Word.RIGHT, right.stretch(run.c, run.d))


def _requests(left: LetterText, right: LetterText) -> tuple[PassageDifference, ...]:
    here, there = (
        [Place(str(one.number), one.text, one.spans) for one in letter.record.requests]
        for letter in (left, right)
    )
    return _matched(Part.REQUEST, here, there)


def _claims(left: LetterText, right: LetterText) -> tuple[PassageDifference, ...]:
    here, there = (
        [Place("", one.text, one.spans) for one in letter.record.claims] for letter in (left, right)
    )
    return _matched(Part.ALLEGATIONS, here, there)


def _matched(part: Part, left: Sequence[Place], right: Sequence[Place]) -> tuple[PassageDifference, ...]:
    pairs = matched([one.text for one in left], [one.text for one in right])
    return tuple(
        _difference(part, how, one, other)
        for pair in pairs
        for one, other in [
            (
                None if pair.left is None else left[pair.left],
                None if pair.right is None else right[pair.right],
            )
        ]
        for how in [_how(one, other)]
    )


def _how(left: Place | None, right: Place | None) -> How:
    if left is None:
        return How.RIGHT
    if right is None:
        return How.LEFT
    if words(left.text).forms != words(right.text).forms:
        return How.CHANGED
    return How.SAME if left.number == right.number else How.MOVED


_OTHER_WORD = {Word.BOTH: Word.BOTH, Word.LEFT: Word.RIGHT, Word.RIGHT: Word.LEFT}
_OTHER_HOW = {How.LEFT: How.RIGHT, How.RIGHT: How.LEFT}


def _exchanged(one: Comparison) -> Comparison:
    return Comparison(
        one.right,
        one.left,
        (one.languages[1], one.languages[0]),
        one.shared,
        tuple(FieldDifference(field.name, field.shared, field.right, field.left) for field in one.fields),
        _pieces_exchanged(one.involvement),
        *(tuple(map(_passage_exchanged, listed)) for listed in (one.requests, one.claims, one.passages)),
    )


def _passage_exchanged(one: PassageDifference) -> PassageDifference:
    how = _OTHER_HOW.get(one.how, one.how)
    return PassageDifference(one.part, how, one.right, one.left, _pieces_exchanged(one.pieces))


def _pieces_exchanged(given: Sequence[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in given:
        turned = replace(piece, where=_OTHER_WORD[piece.where])
        behind_right = found and found[-1].where is Word.RIGHT and turned.where is Word.LEFT
        found.insert(len(found) - 1 if behind_right else len(found), turned)
    return tuple(found)
