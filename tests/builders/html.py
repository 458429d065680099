"""A letter as a web page of a site that hosts documents."""

from __future__ import annotations

import html
import re

from tests.builders.letter import LIST_MARK, SUPERSCRIPT, PrintedLetter, as_printed

SITE_TITLE = "Letters to companies | Document Harbour"
_RAISED = re.compile(f"[{SUPERSCRIPT}]")


def build_html(letter: PrintedLetter | str, *, charset: str = "utf-8") -> bytes:
    """Mark up a letter: paragraphs, ordered lists, line breaks, notes at the end, a site around it."""
    letter = as_printed(letter)
    body = "".join(_elements(letter.paragraphs))
    notes = "".join(_note(mark, words) for mark, words in letter.notes)
    page = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{SITE_TITLE}</title>'
        "<style>p{margin:1em}</style><script>if (1 < 2) { document.write('<p>no</p>') }</script></head><body>"
        "<header><a href='/'>Document Harbour</a></header><nav><ul><li>Home<li>Upload</ul></nav>"
        f"<main><p>{_inline(letter.letterhead)}</p>{body}{notes}"
        f"<footer><p>{'<br>'.join(map(html.escape, letter.addressee))}</p></footer></main>"
        "<footer>© Document Harbour</footer><!-- <p>not shown</p> --></body></html>"
    )
    return page.encode(charset, "xmlcharrefreplace")


def _elements(paragraphs: tuple[str, ...]) -> list[str]:
    elements: list[str] = []
    open_list = ""
    for paragraph in paragraphs:
        mark = LIST_MARK.match(paragraph)
        kind = "" if not mark else "1" if mark.group()[0].isdigit() else "typed"
        if kind != open_list or (mark and mark.group().strip("().") in {"1", "a"} and open_list):
            elements.append(_close(open_list) + _open(kind, mark.group() if mark else ""))
            open_list = kind
        if mark:
            words = paragraph if kind == "typed" else paragraph[mark.end() :].strip()
            elements.append(f"<li>{_inline(words)}\n")
        else:
            elements.append(f"<p>{_inline(paragraph)}</p>\n")
    return [*elements, _close(open_list)]


def _open(kind: str, mark: str) -> str:
    """Open a list; one that goes on behind the sub-items of another says where it starts."""
    start = mark.rstrip(".")
    return {"": "", "1": "<ol>" if start == "1" else f'<ol start="{start}">', "typed": "<ul>"}[kind]


def _close(kind: str) -> str:
    return {"": "", "1": "</ol>", "typed": "</ul>"}[kind]


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False).replace("\n", "<br>\n").replace(". ", ".\n  ")
    return _RAISED.sub(lambda mark: f"<sup>{SUPERSCRIPT.index(mark[0])}</sup>", escaped)


def _note(mark: str, words: str) -> str:
    number = SUPERSCRIPT.index(mark)
    return f'<div id="fn{number}"><sup>{number}</sup> {html.escape(words)} <a href="#ref{number}">↩</a></div>'
