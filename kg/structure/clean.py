"""Remove what conversion left in the text, and remember where every character came from.

Letters circulate as PDF text, as re-hosted text and as Markdown made from either. Markup residue is not
content, so it is left out of the view; the canonical text itself is never changed.
"""

from __future__ import annotations

import html
import re
from typing import Final

from kg.model.text import Source, View

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe"

_RESIDUE: Final = re.compile(
    r"(?P<sup><sup>(?P<mark>[0-9]{1,3})</sup>)"
    r"|(?P<tag></?(?:b|i|u|em|strong|sub|sup|span|br|p|div|center|font)\b[^<>\n]{0,200}>)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});)"
    r"|(?P<link>!?\[(?P<label>[^\[\]\n]{0,300})\]\((?P<target>[^()\s]{0,500})\))"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:!?)])_{1,3}(?!\w))"
    r"|(?P<escape>\\+(?=[^\w\s]))"
    r"|(?P<newline>\r\n?|\f|\v|\u2028|\u2029)"
    rf"|(?P<space>[{_SPACES}])"
    rf"|(?P<invisible>[{_INVISIBLE}])"
    r"|(?P<ligature>[ﬀ-ﬆ])"
)
_LINE_MARK: Final = re.compile(r"^(?:[ ]{0,3}(?:#{1,6}[ ]+|>[ ]?|[-*•‣▪●◦][ ]+))+", re.MULTILINE)


class _Pieces:
    """Text under construction, with the offset of each character."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.offsets: list[int] = []

    def copy(self, text: str, start: int) -> None:
        self.text.append(text)
        self.offsets.extend(range(start, start + len(text)))

    def put(self, text: str, offset: int) -> None:
        self.text.append(text)
        self.offsets.extend([offset] * len(text))

    def view(self) -> View:
        return View("".join(self.text), tuple(self.offsets))


def clean(source: Source) -> View:
    """Return the whole text without residue. Lines end in a line feed; a form feed is a blank line."""
    return _without_line_marks(_without_residue(source.text))


def _without_residue(text: str) -> View:
    pieces = _Pieces()
    last = 0
    for match in _RESIDUE.finditer(text):
        pieces.copy(text[last : match.start()], last)
        last = match.end()
        if match.lastgroup in {"target", "link"} or match["link"]:
            _keep_label(pieces, match)
        else:
            pieces.put(_replacement(match), match.start("mark") if match["mark"] else match.start())
    pieces.copy(text[last:], last)
    return pieces.view()


def _keep_label(pieces: _Pieces, match: re.Match[str]) -> None:
    inner = _without_residue(match["label"])
    pieces.text.append(inner.text)
    pieces.offsets.extend(offset + match.start("label") for offset in inner.offsets)


def _replacement(match: re.Match[str]) -> str:
    if match["mark"]:
        return match["mark"].translate(_SUPERSCRIPT)
    if match["entity"]:
        return html.unescape(match["entity"]).replace("\u00a0", " ")
    if match["newline"]:
        return "\n\n" if match["newline"] == "\f" else "\n"
    if match["ligature"]:
        return _LIGATURES[match["ligature"]]
    if match["tag"]:
        return "\n" if match["tag"].startswith(("<br", "<p", "</p", "<div", "</div")) else ""
    return " " if match["space"] else ""


def _without_line_marks(view: View) -> View:
    text: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _LINE_MARK.finditer(view.text):
        text.append(view.text[last : match.start()])
        offsets.extend(view.offsets[last : match.start()])
        last = match.end()
    text.append(view.text[last:])
    offsets.extend(view.offsets[last:])
    return View("".join(text), tuple(offsets))
