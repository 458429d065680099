"""A PDF page → pieces: words with their place on the page, as pdfium sees them.

Words come in the order of the page's content, which is not the order of reading. Only the first and the
last character of a word are measured; where these differ in height (a raised footnote mark) or the
width is implausible, every character is.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# What pdfium writes for a hyphen at a line end, and for one it takes for the end of a divided word.
LINE_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_WORD = re.compile(r"\S+")
_INNER_MARK = re.compile(r"[^0-9][0-9*†‡]{1,3}[^0-9]")  # perhaps a raised one, as in "extremism¹."
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076", "•")
_DROPPED = {chr(code): "" for code in (*range(2), *range(3, 32), *range(0x7F, 0xA0), 0x200B, 0xFEFF)}
_SHOWN = str.maketrans({**_LIGATURES, **_BULLETS, **_DROPPED})
_SURROGATES = range(0xD800, 0xE000)
_SLANT = 10  # degrees; more is not the direction of reading
_HEIGHT_TOLERANCE = 0.05
_LEAST_HEIGHT = 0.1
_ASCENT, _DESCENT = 0.9, 0.22  # of the size, as in the usual text fonts
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


class Pieces(NamedTuple):
    """The words of a page, turned so that most of them stand upright.

    Attributes:
        upright: The words that stand upright.
        turned: The words that do not, such as a stamp along the margin.
        bottom: Lower edge of the page.
        top: Upper edge of the page.
    """

    upright: list[Piece]
    turned: list[str]
    bottom: float
    top: float


class _Box(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float

    def turned(self, angle: int) -> _Box:
        """Return the box as it stands when the page is turned back by ``angle`` degrees."""
        if angle == 90:  # noqa: PLR2004 - degrees clockwise
            return _Box(-self.top, -self.bottom, self.left, self.right)
        if angle == 180:  # noqa: PLR2004
            return _Box(-self.right, -self.left, -self.top, -self.bottom)
        return _Box(self.bottom, self.top, -self.right, -self.left)


def pieces_of(page: pypdfium2.PdfPage, limit: int) -> Pieces | None:
    """Return the words of a page; None if it has more characters than ``limit``."""
    text_page = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(text_page) > limit:
            return None
        return _TextPage(text_page.raw).read(_Box(*_sides(page)))
    finally:
        text_page.close()


def _sides(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    left, bottom, right, top = page.get_cropbox()
    return left, right, bottom, top


class _TextPage:
    """The characters of one page, behind pdfium's C interface."""

    def __init__(self, handle: Any) -> None:  # noqa: ANN401 - ctypes pointer
        self._handle = handle
        self._rectangle = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._angle = 0
        self._text = self._characters()

    def read(self, page: _Box) -> Pieces:
        """Read all words. pdfium knows the /Rotate of the page, but scans are turned without it."""
        words = [match.span() for match in _WORD.finditer(self._text)]
        slants = [self._slant(start) for start, _ in words]
        counted = Counter(round(slant / 90) * 90 % 360 for slant in slants)
        self._angle = max(counted, key=lambda angle: (counted[angle], -angle), default=0)
        upright: list[Piece] = []
        turned: list[str] = []
        for (start, end), slant in zip(words, slants, strict=True):
            if abs((slant - self._angle + 180) % 360 - 180) <= _SLANT:
                upright += self._word(start, end)
            else:
                turned.append(self._text[start:end].translate(_SHOWN))
        box = page.turned(self._angle) if self._angle else page
        return Pieces(upright, [word for word in turned if word], box.bottom, box.top)

    def _characters(self) -> str:
        """One character per index of pdfium's, so that both count alike."""
        count = pdfium.FPDFText_CountChars(self._handle)
        buffer = (ctypes.c_ushort * (2 * count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(_character(pdfium.FPDFText_GetUnicode(self._handle, index)) for index in range(count))

    def _slant(self, index: int) -> float:
        """Return the clockwise angle of a character, in degrees."""
        angle = pdfium.FPDFText_GetCharAngle(self._handle, index)
        return math.degrees(angle) if math.isfinite(angle) and angle > 0 else 0

    def _word(self, start: int, end: int) -> Iterator[Piece]:
        first = self._box(start)
        last = self._box(end - 1) if end - start > 1 else first
        height = max(first.top - first.bottom, 1)
        plain = (
            not _INNER_MARK.search(self._text, start, end)
            and abs(first.bottom - last.bottom) < _HEIGHT_TOLERANCE
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
        text = self._text[start:end].translate(_SHOWN)
        base = self._base(start)
        if text and all(map(math.isfinite, (*box, base))):
            yield Piece(text, box.left, box.right, box.bottom, box.top, base, spaced)

    def _base(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        return {0: y, 90: x, 180: -y}.get(self._angle, -x)

    def _box(self, index: int) -> _Box:
        side = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, side)
        box = _Box(side.left, side.right, side.bottom, side.top)
        if self._angle:
            box = box.turned(self._angle)
        return box if box.top - box.bottom >= _LEAST_HEIGHT else self._box_of_size(index, box)

    def _box_of_size(self, index: int, box: _Box) -> _Box:
        """Return a box for a font that does not tell its ascent and descent, from the size of print."""
        pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix)
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * math.hypot(self._matrix.c, self._matrix.d)
        size, base = max(size, _LEAST_HEIGHT), self._base(index)
        return _Box(box.left, box.right, base - _DESCENT * size, base + _ASCENT * size)


def _character(code: int) -> str:
    return chr(code) if code <= sys.maxunicode and code not in _SURROGATES else "\ufffd"


def _together(box: _Box, following: _Box) -> bool:
    return (
        abs(box.bottom - following.bottom) < _HEIGHT_TOLERANCE
        and abs(box.top - following.top) < _HEIGHT_TOLERANCE
        and -(box.top - box.bottom) < following.left - box.right <= _GAP * (box.top - box.bottom)
    )
