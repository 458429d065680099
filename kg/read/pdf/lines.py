"""Pieces of a page → its printed lines, from top to bottom, by baseline and not by content order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from kg.read.pdf.pieces import Piece

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SAME_LINE = 0.5  # share of the lower height that must overlap
_MAX_SHIFT = 0.75  # of the lower height, between two baselines of one line
_RAISED = 0.2  # of the line's height, above its baseline
_SMALL = 0.85  # of the line's height
_SPACE = 0.2  # of the height
_INNER_HYPHENS = dict.fromkeys(map(ord, "\x02\ufffe"), "-") | {0xAD: None}
_SIZES_SHARE = 0.25  # different heights per line; more show text recognition
_LEAST_LINES = 12  # fewer lines show nothing
_OFF = 0.12  # of the usual height; a measuring error
_OPEN_LINES = 4  # lines a piece is compared with; further up nothing overlaps it


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its pieces from left to right; in points, y upwards.

    Attributes:
        pieces: At least one.
        text: Its words; raised digits as superscripts; the last character may be a line-end hyphen.
        left: Where it begins.
        right: Where it ends.
        base: The baseline of most of its characters.
        height: Ascent and descent of the font of most of its characters.
    """

    pieces: tuple[Piece, ...]
    text: str
    left: float
    right: float
    base: float
    height: float

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2

    @property
    def opens_raised(self) -> bool:
        """Whether it begins with a superscript."""
        return len(self.pieces) > 1 and _is_raised(self.pieces[0], self.base, self.height)

    def marks(self) -> set[str]:
        """Return its superscripts, as digits."""
        return {piece.text for piece in self.pieces if _is_raised(piece, self.base, self.height)}

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """Return the white stretches inside it that are at least ``least`` wide."""
        found = []
        end = self.left
        for piece in self.pieces:
            if piece.left - end >= least:
                found.append((end, piece.left))
            end = max(end, piece.right)
        return found

    def between(self, left: float, right: float) -> Line | None:
        """Return the part of the line whose pieces are centred between ``left`` and ``right``."""
        inside = [piece for piece in self.pieces if left <= (piece.left + piece.right) / 2 < right]
        return line_of(inside) if inside else None


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Group the pieces of a page, or of one of its columns, into lines."""
    groups: list[list[Piece]] = []  # the highest piece of each comes first
    for run in sorted(_runs(pieces), key=lambda run: (-run[0].top - run[0].bottom, run[0].left)):
        group = next((group for group in reversed(groups[-_OPEN_LINES:]) if _belongs(run[0], group[0])), None)
        if group is None:
            groups.append(run)
        elif run[0].height > group[0].height:
            group[:] = run + group
        else:
            group += run
    return sorted(map(line_of, groups), key=lambda line: (-line.base, line.left))


def line_of(pieces: Sequence[Piece]) -> Line:
    """Make one line of pieces that stand beside each other."""
    ordered = sorted(pieces, key=lambda piece: (piece.left, piece.right))
    base = _middle([(round(piece.base, 1), len(piece.text)) for piece in ordered])
    height = _middle([(round(piece.height, 1), len(piece.text)) for piece in ordered])
    right = max(piece.right for piece in ordered)
    return Line(tuple(ordered), _text_of(ordered, base, height), ordered[0].left, right, base, height)


def _middle(weighted: list[tuple[float, int]]) -> float:
    """Return the weighted median: the measure of the character in the middle."""
    half = sum(weight for _, weight in weighted) / 2
    for value, weight in sorted(weighted):
        half -= weight
        if half <= 0:
            return value
    return weighted[-1][0]


def levelled(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Give lines of nearly the same height one height, where all heights differ.

    Text recognition measures every line anew; a word processor uses a few sizes only.
    """
    heights = [line.height for lines in pages for line in lines]
    if len(set(heights)) <= _SIZES_SHARE * len(heights) or len(heights) < _LEAST_LINES:
        return [list(lines) for lines in pages]
    usual = median_low(heights)
    return [
        [replace(line, height=usual) if abs(line.height - usual) <= _OFF * usual else line for line in lines]
        for lines in pages
    ]


def _runs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Gather neighbours of the page's content that have one size and one baseline."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and (piece.base, piece.bottom, piece.top) == (
            runs[-1][0].base,
            runs[-1][0].bottom,
            runs[-1][0].top,
        ):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _belongs(piece: Piece, other: Piece) -> bool:
    lower = min(piece.height, other.height)
    overlap = min(piece.top, other.top) - max(piece.bottom, other.bottom)
    return overlap >= _SAME_LINE * lower and abs(piece.base - other.base) <= _MAX_SHIFT * lower


def _is_raised(piece: Piece, base: float, height: float) -> bool:
    return piece.height <= _SMALL * height and piece.base - base >= _RAISED * height


def _text_of(pieces: Sequence[Piece], base: float, height: float) -> str:
    words = [_shown(pieces[0], base, height)]
    for before, piece in pairwise(pieces):
        if _spaced(before, piece):
            words.append(" ")
        words.append(_shown(piece, base, height))
    text = unicodedata.normalize("NFC", "".join(words))
    return text[:-1].translate(_INNER_HYPHENS) + text[-1:]


def _shown(piece: Piece, base: float, height: float) -> str:
    return piece.text.translate(_SUPERSCRIPT) if _is_raised(piece, base, height) else piece.text


def _spaced(before: Piece, piece: Piece) -> bool:
    gap = piece.left - before.right
    height = min(before.height, piece.height)
    return gap > _SPACE * height or (piece.spaced and gap > -_SPACE * height)
