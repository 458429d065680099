"""A letter as PDF, printed line by line as word processors do it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.builders.letter import LIST_MARK, SUPERSCRIPT, PrintedLetter, as_printed

_BREAKS = re.compile(r"(?<=[aeiouáéíóú])(?=[bcdfgklmnprstv][aeiouáéíóúy])|(?<=[lnr])(?=[bcdfgmpstv][aeiou])")
_SUPERSCRIPT_SIZE = 0.62
_SUPERSCRIPT_RISE = 0.36
_FULL_LINE = 90


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """How a letter is printed; sizes in points.

    Attributes:
        size: Of the running text.
        leading: Distance of lines, in sizes.
        gap: White space between paragraphs, in sizes; 0 for paragraphs shown by their first line only,
            with space around the lines that are no running text.
        indent: Of the first line of a paragraph.
        hang: Of list items.
        justify: Whether lines are stretched to the right margin.
        hyphenate: Whether words are divided at line ends.
        hyphen: The character printed where a word is divided.
        page_number: Pattern with ``{n}`` and ``{m}``, at the foot of every page but the first.
        header: Printed on top of every page but the first.
        columns: Of the signatures, 1 or 2.
        marks_last: Whether list marks come at the end of the page's content, as some producers write them.
        locked: Whether the file asks for a password.
        recognised: Whether every word is set apart with a size and a baseline of its own, a little off,
            as text recognition leaves them under the picture of a page.
    """

    size: float = 12
    leading: float = 1.15
    gap: float = 1.0
    indent: float = 36
    hang: float = 36
    margin: float = 72
    font: str = "Times-Roman"
    note_size: float = 10
    justify: bool = True
    hyphenate: bool = False
    hyphen: str = "-"
    page_number: str = "{n}"
    header: str = ""
    columns: int = 1
    marks_last: bool = False
    locked: bool = False
    recognised: bool = False


@dataclass(slots=True)
class _Line:
    text: str
    x: float
    width: float
    stretch: bool
    mark: str = ""
    mark_x: float = 0


def build_pdf(letter: PrintedLetter | str, style: PdfStyle | None = None) -> bytes:
    """Print a letter.

    Paragraphs that begin with a list mark hang beside it; short ones and those with line breaks are
    set flush left; the others begin indented. Notes stand at the foot of the page their mark is on.
    """
    letter, style = as_printed(letter), style or PdfStyle()
    pages = _Printer(letter, style, total=0).print()
    return _Printer(letter, style, total=pages.number).print().finished()


@dataclass
class _Printer:
    letter: PrintedLetter
    style: PdfStyle
    total: int
    number: int = 0
    y: float = 0
    after_running: bool = False
    noise: int = 1
    notes: list[tuple[str, str]] = field(default_factory=list)
    late: list[tuple[float, float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.out = io.BytesIO()
        locked = StandardEncryption("sesame") if self.style.locked else None
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1, encrypt=locked)
        self.width, self.height = A4
        self.left = self.style.margin
        self.right = self.width - self.style.margin
        self.step = self.style.size * self.style.leading

    def print(self) -> _Printer:
        self._open_page()
        paragraphs = list(self.letter.paragraphs)
        while paragraphs:
            block = self._signatures(paragraphs)
            if block:
                self._print_columns(block)
                del paragraphs[: len(block)]
            else:
                self._print_paragraph(paragraphs.pop(0))
        self._close_page()
        return self

    def finished(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()

    def _signatures(self, paragraphs: list[str]) -> list[str]:
        block: list[str] = []
        for paragraph in paragraphs:
            if "\n" not in paragraph or ":" in paragraph:
                break
            block.append(paragraph)
        return block if self.style.columns > 1 and len(block) > 1 else []

    def _print_columns(self, block: list[str]) -> None:
        half = (self.right - self.left) / 2
        for pair in zip(block[::2], [*block[1::2], ""], strict=False):
            columns = [
                self._column(text, self.left + half * side, half - 24) for side, text in enumerate(pair)
            ]
            height = max(map(len, columns)) * self.step
            if self.y - height < self._floor():
                self._turn_page()
            for column in columns:
                for row, line in enumerate(column):
                    self._draw(line, self.y - row * self.step, self.style.size)
            self.y -= height + self.style.size

    def _column(self, text: str, x: float, width: float) -> list[_Line]:
        return [
            _Line(line, x, width, stretch=False)
            for printed in text.split("\n")
            for line in self._broken(printed, width, 0, self.style.size)
        ]

    def _print_paragraph(self, text: str) -> None:
        apart = self._is_flush(text) and not self.style.gap
        if apart and self.after_running:
            self.y -= self.style.size
        self.after_running = not apart
        for line in self._lines(text):
            notes = [note for note in self.letter.notes if note[0] in line.text and note not in self.notes]
            if self.y < self._floor(notes):
                self._turn_page()
            self.notes += notes
            self._draw(line, self.y, self.style.size)
            self.y -= self.step
        self.y -= self.style.size * (1 if apart else self.style.gap)

    def _is_flush(self, text: str) -> bool:
        return not LIST_MARK.match(text) and ("\n" in text or len(text) < _FULL_LINE)

    def _lines(self, text: str) -> list[_Line]:
        mark = LIST_MARK.match(text)
        if mark:
            return self._hanging(text, mark.group())
        if self._is_flush(text):
            return self._column(text, self.left, self.right - self.left)
        return self._block(text, self.left, self.style.indent)

    def _hanging(self, text: str, mark: str) -> list[_Line]:
        lines = self._block(text[len(mark) :].strip(), self.left + self.style.hang, 0)
        lines[0].mark, lines[0].mark_x = mark, self.left + self.style.hang / 2
        return lines

    def _block(self, text: str, left: float, indent: float) -> list[_Line]:
        width = self.right - left
        broken = self._broken(text, width, indent, self.style.size)
        return [
            _Line(
                line,
                left + (0 if row else indent),
                width - (0 if row else indent),
                stretch=self.style.justify and row < len(broken) - 1,
            )
            for row, line in enumerate(broken)
        ]

    def _broken(self, text: str, width: float, indent: float, size: float) -> list[str]:
        lines, line, room = [], "", width - indent
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self._measure(longer, size) <= room:
                line = longer
                continue
            kept, rest = self._divided(line, word, room, size)
            lines.append(kept)
            line, room = rest, width
            while self._measure(line, size) > room:
                cut = max(i for i in range(1, len(line)) if self._measure(line[:i], size) <= room)
                lines.append(line[:cut])
                line = line[cut:]
        return [*lines, line] if line else lines

    def _divided(self, line: str, word: str, room: float, size: float) -> tuple[str, str]:
        """Return the line with as much of the word as fits, and the rest of the word."""
        cuts = [(i + 1, "") for i in range(2, len(word) - 2) if word[i] == "-"]
        if self.style.hyphenate and word.strip("“”(),.;:").isalpha():
            cuts += [
                (m.start(), self.style.hyphen)
                for m in _BREAKS.finditer(word)
                if 2 < m.start() < len(word) - 2
            ]
        for cut, hyphen in sorted(cuts, reverse=True):
            longer = f"{line} {word[:cut]}{hyphen}" if line else word[:cut] + hyphen
            if self._measure(longer, size) <= room:
                return longer, word[cut:]
        return (line, word) if line else (word, "")

    def _measure(self, text: str, size: float) -> float:
        raised = "".join(str(SUPERSCRIPT.index(c)) for c in text if c in SUPERSCRIPT)
        plain = "".join(c for c in text if c not in SUPERSCRIPT)
        font = self.style.font
        width = stringWidth(plain, font, size) + stringWidth(raised, font, size * _SUPERSCRIPT_SIZE)
        return float(width)

    def _draw(self, line: _Line, y: float, size: float) -> None:
        if line.mark and self.style.marks_last:
            self.late.append((line.mark_x, y, line.mark))
        elif line.mark:
            self._write(line.mark, line.mark_x, y, size, 0)
        spaces = line.text.count(" ")
        slack = line.width - self._measure(line.text, size)
        self._write(line.text, line.x, y, size, slack / spaces if line.stretch and spaces else 0)

    def _write(self, text: str, x: float, y: float, size: float, space: float) -> None:
        if self.style.recognised:
            self._write_recognised(text, x, y, size, space)
            return
        out = self.canvas.beginText(x, y)
        out.setWordSpace(space)
        for piece in re.split(f"([{SUPERSCRIPT}]+)", text):
            raised = piece != "" and piece[0] in SUPERSCRIPT
            out.setFont(self.style.font, size * (_SUPERSCRIPT_SIZE if raised else 1))
            out.setRise(size * _SUPERSCRIPT_RISE if raised else 0)
            printed = "".join(str(SUPERSCRIPT.index(c)) for c in piece) if raised else piece
            out.textOut(printed.replace("\u202f", "\u00a0"))
        self.canvas.drawText(out)

    def _write_recognised(self, text: str, x: float, y: float, size: float, space: float) -> None:
        out = self.canvas.beginText(x, y)
        out.setTextRenderMode(3)
        for word in text.split(" "):
            self.noise = (self.noise * 1103515245 + 12345) % 2**31
            off = self.noise / 2**31 - 0.5
            out.setFont(self.style.font, size * (1 + 0.14 * off))
            out.setTextOrigin(x, y + 0.06 * size * off)
            out.setHorizScale(100 / (1 + 0.14 * off))
            out.textOut("".join(str(SUPERSCRIPT.index(c)) if c in SUPERSCRIPT else c for c in word) + " ")
            x += self._measure(word, size) + self._measure(" ", size) + space
        self.canvas.drawText(out)

    def _floor(self, more: list[tuple[str, str]] | None = None) -> float:
        rows = sum(len(self._note_lines(note)) for note in [*self.notes, *(more or [])])
        footer = self._footer_height() if self.number == 1 else 0
        return self.style.margin + footer + (rows * self.style.note_size * 1.15 + 18 if rows else 0)

    def _footer_height(self) -> float:
        return max(0, len(self.letter.addressee) - 1) * self.step

    def _note_lines(self, note: tuple[str, str]) -> list[str]:
        mark, words = note
        return self._broken(f"{mark} {words}", self.right - self.left, 0, self.style.note_size)

    def _open_page(self) -> None:
        self.number += 1
        self.y = self.height - self.style.margin
        if self.number == 1:
            for row, line in enumerate(self.letter.letterhead.split("\n")):
                self._centred(line, self.height - 45 - 10 * row, 8)
            self.y -= self.step
        elif self.style.header:
            self._write(self.style.header, self.left, self.height - 40, 9, 0)

    def _turn_page(self) -> None:
        self._close_page()
        self._open_page()

    def _close_page(self) -> None:
        self._print_notes()
        for x, y, mark in self.late:
            self._write(mark, x, y, self.style.size, 0)
        if self.number == 1:
            rows = len(self.letter.addressee)
            for row, line in enumerate(self.letter.addressee):
                self._write(line, self.left, 42 + (rows - 1 - row) * self.step, self.style.size, 0)
        elif self.style.page_number:
            number = self.style.page_number.format(n=self.number, m=self.total)
            self._centred(number, 36, self.style.size)
        self.notes, self.late = [], []
        self.canvas.showPage()

    def _print_notes(self) -> None:
        size = self.style.note_size
        lines = [line for note in self.notes for line in self._note_lines(note)]
        y = (
            self.style.margin
            + (self._footer_height() if self.number == 1 else 0)
            + (len(lines) - 1) * size * 1.15
        )
        if lines:
            self.canvas.line(self.left, y + size * 1.3, self.left + 144, y + size * 1.3)
        for line in lines:
            self._write(line, self.left, y, size, 0)
            y -= size * 1.15

    def _centred(self, text: str, y: float, size: float) -> None:
        self._write(text, (self.width - self._measure(text, size)) / 2, y, size, 0)
