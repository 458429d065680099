"""Comparisons and families as one HTML file: no script, no request, every word of a letter as text only.

The Content-Security-Policy of the page allows its own style by hash and forbids everything else. Differences
are told by words too, not by colour alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from kg.compare.comparison import Comparison, FieldDifference, PassageDifference, Piece, Word
from kg.compare.pairing import How
from kg.compare.phrases import heading, request_summary
from kg.model.family import Family, UnmatchedRequest, Variant

_STYLE: Final = Path(__file__).with_name("page.css")


def comparison_page(comparison: Comparison) -> str:
    """Return the page that shows two letters side by side."""
    title = f"{comparison.left} compared with {comparison.right}"
    return _page(title, _comparison(comparison, level=2))


def families_page(families: Sequence[Family], comparisons: Sequence[Sequence[Comparison]]) -> str:
    """Return the page that shows families of letters.

    Args:
        families: The families.
        comparisons: For each of them, the first letter of its first variant compared with that of others.
    """
    return _page("Families of letters", _families(families, comparisons))


def _page(title: str, body: Iterable[str]) -> str:
    style = _STYLE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{escape(title)}</h1>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _families(families: Sequence[Family], comparisons: Sequence[Sequence[Comparison]]) -> Iterator[str]:
    letters = sum(len(family.members) for family in families)
    yield f"<p>Families: {len(families)}. Letters in them: {letters}.</p>"
    for family, compared in zip(families, comparisons, strict=True):
        yield "<section>"
        yield f"<h2>Family of {escape(family.name)}</h2>"
        yield f"<p>{_size(family)}</p>"
        yield from _variants(family.variants)
        yield from _unmatched(family.unmatched)
        for one in compared:
            yield "<section>"
            yield f"<h3>{escape(one.left)} compared with {escape(one.right)}</h3>"
            yield from _comparison(one, level=4)
            yield "</section>"
        yield "</section>"


def _size(family: Family) -> str:
    return (
        f"Letters: {len(family.members)}. Variants: {len(family.variants)}. "
        f"Words that all variants share: {family.shared} of 100 or more."
    )


def _variants(variants: Iterable[Variant]) -> Iterator[str]:
    yield '<div class="wide" tabindex="0" role="region" aria-label="Letters by variant"><table>'
    yield "<thead><tr><th scope=col>Variant</th><th scope=col>Letter</th><th scope=col>Date</th>"
    yield "<th scope=col>Addressee</th></tr></thead><tbody>"
    for variant in variants:
        for member in variant.members:
            cells = (variant.name, member.letter, member.date, member.addressee)
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    yield "</tbody></table></div>"


def _unmatched(requests: Sequence[UnmatchedRequest]) -> Iterator[str]:
    if requests:
        yield "<p>Requests of one variant only:</p><ul>"
        for one in requests:
            where = f"Request {one.number} of variant {one.found_in}, not in variant {one.missing_in}: "
            yield f"<li>{escape(where)}<q>{escape(one.text)}</q></li>"
        yield "</ul>"


def _comparison(comparison: Comparison, level: int) -> Iterator[str]:
    if not comparison.differs:
        yield "<p>No difference.</p>"
        return
    yield f"<p>{comparison.shared} of 100 words of the bodies are the same.</p>"
    yield f'<p class="legend"><del>only in {escape(comparison.left)}</del> '
    yield f"<ins>only in {escape(comparison.right)}</ins></p>"
    yield from _fields(comparison, level)
    if any(piece.where is not Word.BOTH for piece in comparison.involvement):
        yield f"<h{level}>Involvement, as worded (reported, not asserted)</h{level}>"
        yield f"<blockquote>{_words(comparison.involvement, comparison)}</blockquote>"
    alone = request_summary(comparison)
    if alone:
        yield f"<h{level}>Requests without counterpart, or under another number</h{level}><ul>"
        yield from (f"<li>{escape(sentence)}</li>" for sentence in alone)
        yield "</ul>"
    yield f"<h{level}>Passages</h{level}>"
    yield from _passages(comparison, level + 1)


def _fields(comparison: Comparison, level: int) -> Iterator[str]:
    yield f"<h{level}>What the letters say</h{level}>"
    yield '<div class="wide" tabindex="0" role="region" aria-label="Fields"><table class="fields"><thead><tr>'
    heads = ("Field", "Both", f"Only {comparison.left}", f"Only {comparison.right}")
    yield f"{''.join(f'<th scope=col>{escape(head)}</th>' for head in heads)}</tr></thead><tbody>"
    for one in sorted(comparison.fields, key=lambda one: not one.differs):
        if one.shared or one.differs:
            yield _field(one)
    yield "</tbody></table></div>"


def _field(one: FieldDifference) -> str:
    cells = "".join(f"<td>{escape('; '.join(values))}</td>" for values in (one.shared, one.left, one.right))
    kind = ' class="differs"' if one.differs else ""
    return f"<tr{kind}><th scope=row>{escape(one.name)}</th>{cells}</tr>"


def _passages(comparison: Comparison, level: int) -> Iterator[str]:
    waiting: list[PassageDifference] = []
    for one in comparison.passages:
        if one.how is How.SAME:
            waiting.append(one)
            continue
        yield from _same(comparison, waiting)
        waiting = []
        yield f"<h{level}>{escape(heading(comparison, one))}</h{level}>"
        yield f"<blockquote{_lang(comparison)}>{_words(one.pieces, comparison)}</blockquote>"
    yield from _same(comparison, waiting)


def _same(comparison: Comparison, passages: Sequence[PassageDifference]) -> Iterator[str]:
    if passages:
        count = "1 passage that is" if len(passages) == 1 else f"{len(passages)} passages that are"
        yield f"<details><summary>{count} the same</summary>"
        for one in passages:
            yield f"<p{_lang(comparison)}>{escape(one.left.text if one.left else '')}</p>"
        yield "</details>"


def _lang(comparison: Comparison) -> str:
    left, right = comparison.languages
    return f' lang="{escape(left)}"' if left == right else ""


def _words(pieces: Iterable[Piece], comparison: Comparison) -> str:
    return "".join(_word(piece, comparison) for piece in pieces)


def _word(piece: Piece, comparison: Comparison) -> str:
    """Return a piece, those of one letter marked; who hears the page is told whose words they are."""
    text = escape(piece.text)
    if piece.where is Word.BOTH:
        return text
    tag, name = ("del", comparison.left) if piece.where is Word.LEFT else ("ins", comparison.right)
    return (
        f'<{tag}><span class="heard">[only {escape(name)}: </span>{text}<span class="heard">] </span></{tag}>'
    )
