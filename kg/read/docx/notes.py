"""Footnotes and endnotes of a Word document, numbered as they are referred to."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from kg.read.docx.runs import NoteReference
from kg.read.numbering import numeral, superscript

_DEFAULT_COUNTS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a document.

    Args:
        roots: The roots of the parts ``footnotes`` and ``endnotes``, where there are any.
        settings: The root of the settings part, which may say how notes are numbered.
        words: What reads the text of a note from its element.
    """

    def __init__(
        self, roots: dict[str, Element | None], settings: Element | None, words: Callable[[Element], str]
    ) -> None:
        self._elements = {
            (kind, element.get("id", "")): element
            for kind, root in roots.items()
            for element in ([] if root is None else root.findall(kind))
        }
        self._counts = {kind: _count(kind, settings) for kind in _DEFAULT_COUNTS}
        self._numbers = dict.fromkeys(_DEFAULT_COUNTS, 0)
        self._words = words

    def take(self, reference: NoteReference) -> tuple[str, str]:
        """Return the mark that the text shows, and the note as it is printed; both empty if it is missing."""
        element = self._elements.pop((reference.kind, reference.id), None)
        if element is None:
            return "", ""
        if reference.own_mark:
            return "", self._words(element)
        self._numbers[reference.kind] += 1
        mark = _mark(self._numbers[reference.kind], self._counts[reference.kind])
        return mark, f"{mark} {self._words(element)}".strip()


def _mark(number: int, count: str) -> str:
    text = numeral(number, count)
    return superscript(text) if text.isdecimal() else f"[{text}]"


def _count(kind: str, settings: Element | None) -> str:
    element = None if settings is None else settings.find(f"{kind}Pr/numFmt")
    return _DEFAULT_COUNTS[kind] if element is None else element.get("val", "decimal")
