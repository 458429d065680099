"""A comparison as plain text: ``[-words of the left letter-]`` and ``{+words of the right one+}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Final

from kg.compare.comparison import Comparison, FieldDifference, PassageDifference, Piece, Word
from kg.compare.pairing import How
from kg.compare.phrases import heading, request_summary

_WIDTH: Final = 100
_CONTEXT: Final = 8  # words kept on each side of a difference


def comparison_text(comparison: Comparison) -> str:
    """Return what two letters share and where they differ, for people."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{comparison.left} compared with {comparison.right}"
    if not comparison.differs:
        yield "No difference."
        return
    yield f"{comparison.shared} of 100 words of the bodies are the same."
    yield f"[-only in {comparison.left}-]  {{+only in {comparison.right}+}}"
    yield from _listed("Fields that differ", (_field(one) for one in comparison.fields if one.differs))
    if any(piece.where is not Word.BOTH for piece in comparison.involvement):
        yield from _listed(
            "Involvement, as worded (reported, not asserted)", [_marked(comparison.involvement)]
        )
    yield from _listed("Requests without counterpart, or under another number", request_summary(comparison))
    yield from _listed("Fields that are the same", _same(comparison.fields))
    for one in comparison.passages:
        if one.how is not How.SAME:
            yield from _passage(comparison, one)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"\n{title}"
        for item in found:
            yield fill(item, _WIDTH, initial_indent="  • ", subsequent_indent="    ", break_on_hyphens=False)


def _field(one: FieldDifference) -> str:
    return f"{one.name}: [-{'; '.join(one.left) or 'none'}-] {{+{'; '.join(one.right) or 'none'}+}}"


def _same(fields: Iterable[FieldDifference]) -> Iterator[str]:
    for one in fields:
        if one.shared and not one.differs:
            yield f"{one.name}: {'; '.join(one.shared)}"


def _passage(comparison: Comparison, one: PassageDifference) -> Iterator[str]:
    yield f"\n{heading(comparison, one)}"
    if any(piece.where is not Word.BOTH for piece in one.pieces):
        yield fill(
            _marked(one.pieces), _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )


def _marked(pieces: Iterable[Piece]) -> str:
    found = tuple(pieces)
    shown = (
        _shown(piece, first=not index, last=index == len(found) - 1) for index, piece in enumerate(found)
    )
    return " ".join(" ".join(shown).split())


def _shown(piece: Piece, *, first: bool, last: bool) -> str:
    text = " ".join(piece.text.split())
    if piece.where is Word.LEFT:
        return f"[-{text}-]"
    if piece.where is Word.RIGHT:
        return f"{{+{text}+}}"
    words = text.split()
    if len(words) <= 2 * _CONTEXT + 1:
        return text
    before = [] if first else words[:_CONTEXT]
    after = [] if last else words[-_CONTEXT:]
    return " ".join([*before, "…", *after])
