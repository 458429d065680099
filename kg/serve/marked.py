"""A text with marks in it, as HTML whose text content is the text, character by character.

Marks may lie side by side, inside one another, or overlap; a mark that overlaps another is cut where the
other ends and goes on behind it. Only the first piece of a mark bears its anchor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is shown as something.

    Attributes:
        start: First character.
        end: One past the last.
        kind: What it is: a class of the legend, or ``Hedge``, ``Quotation``, ``Furniture`` …
        anchor: Its id in the page, or empty.
        wide: Whether it is a passage that holds other marks, such as a claim; else its words are a link.
        fact: Id of the fact it is evidence of, or empty.
        title: What it is, in words.
        group: How its line is drawn, beside its colour.
    """

    start: int
    end: int
    kind: str
    anchor: str = ""
    wide: bool = False
    fact: str = ""
    title: str = ""
    group: str = ""


def marked(text: str, marks: Iterable[Mark], pages: Sequence[int] = ()) -> Markup:
    """Return a text with its marks.

    Args:
        text: The canonical text.
        marks: Empty marks and marks outside the text are passed over.
        pages: Offsets at which pages start; the first page is not announced.

    Returns:
        HTML with no line breaks of its own, for an element that keeps white space. A browser cannot hold the
        character NUL; it becomes U+FFFD.
    """
    kept = sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(text)), key=_order)
    pieces = "".join(_pieces(text, kept, dict(_announced(text, pages))))
    return Markup(pieces)  # noqa: S704 -- every value in it is escaped where it is put in


def _order(mark: Mark) -> tuple[int, int, bool, str, str]:
    return mark.start, -mark.end, not mark.wide, mark.kind, mark.anchor


def _announced(text: str, pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((start, number) for number, start in enumerate(pages, 1) if 0 < start < len(text))


def _pieces(text: str, marks: list[Mark], pages: dict[int, int]) -> Iterator[str]:
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
    ends = {mark.end for mark in marks}
    open_marks: list[Mark] = []
    for start, end in pairwise(sorted({0, len(text), *opening, *ends, *pages})):
        if start in ends:
            yield from _closed(open_marks, start)
        if start in pages:
            yield f'<span class="page" data-name="page {pages[start]}"></span>'
        for mark in opening[start]:
            yield from _opened(open_marks, mark)
        yield _words(text[start:end], open_marks)
    yield "</span>" * len(open_marks)


def _closed(open_marks: list[Mark], at: int) -> Iterator[str]:
    """Close the marks that end here; the marks inside them that go on are cut and begin again."""
    first = next((place for place, mark in enumerate(open_marks) if mark.end == at), len(open_marks))
    going_on = [mark for mark in open_marks[first:] if mark.end > at]
    yield "</span>" * (len(open_marks) - first)
    del open_marks[first:]
    for mark in going_on:
        open_marks.append(mark)
        yield _start(mark, first=False)


def _opened(open_marks: list[Mark], mark: Mark) -> Iterator[str]:
    open_marks.append(mark)
    yield _start(mark, first=True)
    if mark.wide and mark.fact:
        kind, fact, title = escape(mark.kind), escape(mark.fact), escape(mark.title)
        yield f'<a class="to k-{kind}" href="#{fact}" aria-label="{title}"></a>'


def _start(mark: Mark, *, first: bool) -> str:
    classes = " ".join(filter(None, ("m", "wide" if mark.wide else "leaf", f"k-{mark.kind}", mark.group)))
    name = escape(mark.anchor)
    anchor = f' id="{name}"' if first and name else ""
    of = f' data-words="{name}"' if name else ""
    title = f' title="{escape(mark.title)}"' if mark.title and not mark.wide else ""
    return f'<span class="{escape(classes)}"{anchor}{of}{title}>'


def _words(text: str, open_marks: Sequence[Mark]) -> str:
    words = _escaped(text)
    fact = next((mark.fact for mark in reversed(open_marks) if not mark.wide and mark.fact), "")
    if not fact or not text.strip():
        return words
    return f'<a class="t" href="#{escape(fact)}">{words}</a>'


def _escaped(text: str) -> str:
    """A bare carriage return would be read as a line feed, and NUL cannot be written at all."""
    return escape(text).replace("\r", "&#13;").replace("\0", "\ufffd")
