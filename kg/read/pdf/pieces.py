"""A PDF page → pieces: words with their place on the page, as pdfium sees them.

Words come in the order of the page's content, which is not the order of reading. Only the first and the
last character of a word are measured; where these differ in height (a raised footnote mark) or the
width is implausible, every character is.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# What pdfium writes for a hyphen at a line end, and for one it takes for the end of a divided word.
LINE_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_WORD = re.compile(r"\S+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076", "•")
_DROPPED = {chr(code): "" for code in (*range(2), *range(3, 32), *range(0x7F, 0xA0), 0x200B, 0xFEFF)}
_SHOWN = str.maketrans({**_LIGATURES, **_BULLETS, **_DROPPED})
_SURROGATES = range(0xD800, 0xE000)
_HEIGHT_TOLERANCE = 0.05
_GAP = 0.25  # of the height; wider is a space pdfium overlooked
_WIDEST = 0.95  # average character width, of the height; a wider word hides a gap


class Piece(NamedTuple):
    """A word, or the part of one that has one size and one baseline; in points, y upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    spaced: bool  # white space came before it in the page's content

    @property
    def height(self) -> float:
        """Ascent and descent of its font."""
        return self.top - self.bottom


class _Box(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float


def pieces_of(page: pypdfium2.PdfPage, limit: int) -> list[Piece] | None:
    """Return the words of a page; None if it has more characters than ``limit``."""
    text_page = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(text_page) > limit:
            return None
        reader = _TextPage(text_page.raw)
        turn = _turn(page)
        return [turn(piece) for piece in reader.pieces()]
    finally:
        text_page.close()


def _turn(page: pypdfium2.PdfPage) -> Callable[[Piece], Piece]:
    """Return what brings a piece upright on a page that is shown rotated."""
    rotation = page.get_rotation()
    if not rotation:
        return lambda piece: piece
    left, bottom, right, top = page.get_mediabox()

    def turned(piece: Piece) -> Piece:
        x0, x1, y0, y1 = piece.left, piece.right, piece.bottom, piece.top
        if rotation == 90:  # noqa: PLR2004 - degrees clockwise
            return piece._replace(left=y0, right=y1, bottom=right - x1, top=right - x0, base=right - x1)
        if rotation == 270:  # noqa: PLR2004
            return piece._replace(
                left=top - y1, right=top - y0, bottom=x0 - left, top=x1 - left, base=x0 - left
            )
        return piece._replace(
            left=left + right - x1, right=left + right - x0, bottom=bottom + top - y1, top=bottom + top - y0,
            base=bottom + top - piece.base,
        )  # fmt: skip

    return turned


class _TextPage:
    """The characters of one page, behind pdfium's C interface."""

    def __init__(self, handle: Any) -> None:  # noqa: ANN401 - ctypes pointer
        self._handle = handle
        self._rectangle = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.text = self._characters()

    def pieces(self) -> Iterator[Piece]:
        for match in _WORD.finditer(self.text):
            yield from self._word(match.start(), match.end())

    def _characters(self) -> str:
        """One character per index of pdfium's, so that both count alike."""
        count = pdfium.FPDFText_CountChars(self._handle)
        buffer = (ctypes.c_ushort * (2 * count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(_character(pdfium.FPDFText_GetUnicode(self._handle, index)) for index in range(count))

    def _word(self, start: int, end: int) -> Iterator[Piece]:
        first = self._box(start)
        last = self._box(end - 1) if end - start > 1 else first
        height = max(first.top - first.bottom, 1)
        plain = (
            abs(first.bottom - last.bottom) < _HEIGHT_TOLERANCE
            and abs(first.top - last.top) < _HEIGHT_TOLERANCE
            and 0 <= last.right - first.left <= _WIDEST * height * (end - start)
        )
        if plain:
            box = _Box(first.left, last.right, first.bottom, first.top)
            yield from self._piece(start, end, box, spaced=True)
        else:
            yield from self._fragments(start, end)

    def _fragments(self, start: int, end: int) -> Iterator[Piece]:
        """Cut a word where the height changes or a gap opens."""
        box, since, spaced = self._box(start), start, True
        for index in range(start + 1, end):
            following = self._box(index)
            if _together(box, following):
                box = _Box(box.left, max(box.right, following.right), box.bottom, box.top)
                continue
            yield from self._piece(since, index, box, spaced=spaced)
            spaced = following.left - box.right > _GAP * (box.top - box.bottom)
            box, since = following, index
        yield from self._piece(since, end, box, spaced=spaced)

    def _piece(self, start: int, end: int, box: _Box, *, spaced: bool) -> Iterator[Piece]:
        text = self.text[start:end].translate(_SHOWN)
        if text:
            pdfium.FPDFText_GetCharOrigin(self._handle, start, self._x, self._y)
            yield Piece(text, box.left, box.right, box.bottom, box.top, self._y.value, spaced)

    def _box(self, index: int) -> _Box:
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, box)
        return _Box(box.left, box.right, box.bottom, box.top)


def _character(code: int) -> str:
    return chr(code) if code <= sys.maxunicode and code not in _SURROGATES else "\ufffd"


def _together(box: _Box, following: _Box) -> bool:
    return (
        abs(box.bottom - following.bottom) < _HEIGHT_TOLERANCE
        and abs(box.top - following.top) < _HEIGHT_TOLERANCE
        and -(box.top - box.bottom) < following.left - box.right <= _GAP * (box.top - box.bottom)
    )
