"""The cleaned view → printed paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.model.text import View
from kg.structure.cues import ANNEX_HEADING, HONORIFIC

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_BLANK: Final = re.compile(r"\n[ ]*\n")
_WIDER_THAN_A_PAGE: Final = 160
_SHORT: Final = 70
_LINE: Final = re.compile(r"[^\n]+")
_PAGE_NUMBER_LINE: Final = re.compile(
    r"^[ ]*(?:[Pp]age[ ]+)?(?:[-–—][ ]?)?[0-9]{1,3}(?:[ ]?[-–—]|[ ]?/[ ]?[0-9]{1,3})?[ ]*$"
)
_GAP: Final = re.compile(r"(?<=[^ \n]) {4,}(?=[^ ])")
_FEWEST: Final = 2  # lines that must show the gap
_SLACK: Final = 3  # characters
_CELL: Final = re.compile(r"[^|]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed paragraph: its view on one line, and where its printed lines were in that view."""

    view: View
    lines: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The text, on one line."""
        return self.view.text

    def part(self, start: int, end: int) -> Paragraph:
        """Return the paragraph made of ``text[start:end]``, outer white space left out."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = max(start, end - (len(words) - len(words.rstrip())))
        lines = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in self.lines if a < end and b > start
        )
        return replace(self, view=self.view.part(start, end), lines=lines)


def paragraphs(view: View) -> tuple[Paragraph, ...]:
    """Split at blank lines, and around a line that is only a page number.

    A printed hyphen at a line end stays unless the joined word occurs elsewhere in the text.
    """
    words = frozenset(re.findall(r"\w+", view.text.casefold()))
    found: list[Paragraph] = []
    for start, end in _single_lines(view.text) if _has_one_per_line(view.text) else _printed(view.text):
        for group in _groups(view, start, end):
            made = (_paragraph(view, column, words) for column in _columns(view, group))
            found.extend(paragraph for paragraph in made if paragraph.text)
    return tuple(found)


def _printed(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _PARAGRAPH.finditer(text))


def _single_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield each line as a paragraph; short lines below a title of courtesy are one address."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    at = 0
    while at < len(lines):
        last = at
        if HONORIFIC.match(lines[at][0]) and len(lines[at][0]) < _SHORT:
            while last + 1 < len(lines) and _goes_on_in_address(lines[last + 1][0]):
                last += 1
        yield lines[at].start(), lines[last].end()
        at = last + 1


def _goes_on_in_address(line: str) -> bool:
    words = line.split()
    return (
        len(line) < _SHORT
        and not line.endswith((",", ":", ";"))
        and words[0][0].isupper()
        and not ANNEX_HEADING.match(line.strip())
    )


def _has_one_per_line(text: str) -> bool:
    """Whether a line feed ends each paragraph: no blank lines, and lines longer than any page is wide."""
    lines = [line for line in text.split("\n") if line.strip()]
    blank = len(_BLANK.findall(text))
    return blank * 10 < len(lines) and sum(len(line) > _WIDER_THAN_A_PAGE for line in lines) >= _FEWEST


def _groups(view: View, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for line in _LINE.finditer(view.text, start, end):
        if _PAGE_NUMBER_LINE.match(line[0]):
            if group:
                yield group
            yield [line.span()]
            group = []
        elif line[0].lstrip().startswith("|"):
            group.extend(cell.span() for cell in _CELL.finditer(view.text, *line.span()) if _is_cell(cell[0]))
        else:
            group.append(line.span())
    if group:
        yield group


def _columns(view: View, group: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Separate two columns printed side by side, as signatures often are."""
    gaps = [_GAP.search(view.text, start, end) for start, end in group]
    begins = [gap.end() - start for gap, (start, _) in zip(gaps, group, strict=True) if gap]
    if len(begins) < _FEWEST or max(begins) - min(begins) > _SLACK:
        return [group]
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for (start, end), gap in zip(group, gaps, strict=True):
        indent = len(view.text[start:end]) - len(view.text[start:end].lstrip(" "))
        if gap:
            left.append((start, gap.start()))
            right.append((gap.end(), end))
        else:
            (right if indent >= min(begins) - _SLACK else left).append((start, end))
    return [left, right]


def _is_cell(text: str) -> bool:
    return bool(text.strip(" :-"))


def _paragraph(view: View, group: list[tuple[int, int]], words: frozenset[str]) -> Paragraph:
    text: list[str] = []
    offsets: list[int] = []
    lines: list[tuple[int, int]] = []
    length = 0
    for start, end in group:
        piece, places = _single_spaced(view, start, end)
        if not piece:
            continue
        hyphen = _hyphen_at_end(text[-1], piece, words) if text else None
        if hyphen is None and text:
            text.append(" ")
            offsets.append(offsets[-1] + 1)
            length += 1
        elif hyphen == "drop":
            text[-1] = text[-1][:-1]
            offsets.pop()
            length -= 1
        lines.append((length, length + len(piece)))
        text.append(piece)
        offsets.extend(places)
        length += len(piece)
    return Paragraph(View("".join(text), tuple(offsets)), tuple(lines))


def _single_spaced(view: View, start: int, end: int) -> tuple[str, list[int]]:
    text: list[str] = []
    offsets: list[int] = []
    for match in re.finditer(r"\S+", view.text[start:end]):
        if text:
            text.append(" ")
            offsets.append(offsets[-1] + 1)
        text.append(match[0])
        offsets.extend(view.offsets[start + match.start() : start + match.end()])
    return "".join(text), offsets


def _hyphen_at_end(before: str, after: str, words: frozenset[str]) -> str | None:
    """Say what to do with a hyphen between two lines: ``keep`` it, ``drop`` it, or None if there is none."""
    head = re.search(r"(\w+)[-‐]$", before)
    tail = re.match(r"[^\W\d_]+", after)
    if not head or not tail:
        return None
    if not tail[0][0].islower():
        return "keep" if head[1][0].isupper() else None
    return "drop" if (head[1] + tail[0]).casefold() in words else "keep"
