"""HTML: a web page → paragraphs, one for each block; what belongs to the site is marked, not dropped.

Blocks follow the default style sheet of the HTML standard, section 15.3 (whatwg.org/html, "Rendering").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from kg.errors import EmptySource, UnreadableSource
from kg.model.text import FurnitureKind, Source
from kg.read.assemble import Paragraph, assemble
from kg.read.limits import MAX_DEPTH, MAX_ELEMENTS
from kg.read.numbering import LIST_MARK, numeral, superscript
from kg.read.sniff import Kind
from kg.read.text import decode

_Attributes = Sequence[tuple[str, str | None]]

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
))  # fmt: skip
_UNSEEN = frozenset((
    "audio", "canvas", "datalist", "iframe", "object", "script", "select", "style", "svg", "template",
    "video",
))  # fmt: skip
_SITE_TAGS = frozenset({"aside", "nav", "title", "button"})
_SITE_UNLESS_IN_TEXT = frozenset({"header", "footer"})
_TEXT_TAGS = frozenset({"article", "main"})
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "note"})
_NOTE_CLASSES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "msofootnotetext"})
_NOTE_ID = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote)[-_:.]?[0-9]{1,4}", re.IGNORECASE)
_BACK_LINKS = frozenset("↩↑^⏎")
_HIDING = re.compile(r"display\s?:\s?none", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s?:\s?none", re.IGNORECASE)
_COUNTS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WHITE = re.compile(r"[ \t\n\r\f\xa0]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00"))
_DECLARATION = re.compile("<[!?]")
_HEAD = 2048
_CHARSET = re.compile(rb"(?:charset|encoding)\s?=\s?[\"']?\s?([a-zA-Z0-9_:.-]{1,40})")
_PLAUSIBLE_CHARSET = re.compile(
    r"(?:utf-?(?:8|16|16le|16be)|us-ascii|ascii|iso-?8859-?[0-9]{1,2}|latin-?[0-9]{1,2}|windows-?12[0-9]{2}"
    r"|x-mac-roman|macintosh|cp[0-9]{3,4}|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc-(?:jp|kr))",
    re.IGNORECASE,
)


def read_html(data: bytes, name: str, sha256: str) -> Source:
    """Read a web page.

    Blocks become paragraphs, ``<br>`` a line feed, table cells paragraphs in the order of the rows; list
    items carry their number. Navigation, page header and footer are furniture (``hosting``).

    Raises:
        UnreadableSource: If it cannot be decoded, or is nested too deeply to be a page.
        EmptySource: If it shows no text.
    """
    decoded = decode(data, name, _declared_charset(data))
    page = _Page(name)
    try:
        page.feed(_without_declarations(decoded.text))
        page.close()
    except AssertionError as error:  # how html.parser reports markup it cannot follow
        raise UnreadableSource(name, "is damaged HTML; get the page again") from error
    if not page.paragraphs:
        raise EmptySource(name, "shows no text; if it needs a browser, save the page from there as PDF")
    text = assemble(_with_running_text(page.paragraphs), name)
    return Source(
        name=name,
        sha256=sha256,
        media_type=Kind.HTML.value,
        encoding=decoded.encoding,
        text=text.text,
        furniture=text.furniture,
        problems=decoded.problems,
    )


@dataclass(slots=True)
class _Open:
    """An open element that changes how its contents are read."""

    tag: str
    kind: FurnitureKind | None = None
    unseen: bool = False
    count: str = ""  # how a list counts; "bullet" and "none" do not
    number: int = 0


class _Page(HTMLParser):
    """Collects the paragraphs of a page; keeps only those open elements that matter to their contents."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._name = name
        self._open: list[_Open] = []
        self._pieces: list[str] = []
        self._mark = ""
        self._elements = 0

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        """Begin a block, a line, or something that changes the reading of what is inside."""
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise UnreadableSource(self._name, "is larger than any letter; save the page as PDF")
        if tag == "br":
            self._pieces.append("\n")
        if tag in _BLOCKS:
            self._flush()
            self._close_implied(tag)
        opened = self._opened(tag, {key: value or "" for key, value in attrs})
        if opened is not None and tag not in _VOID:
            if len(self._open) >= MAX_DEPTH:
                raise UnreadableSource(self._name, "is HTML nested too deeply; save the page as PDF")
            self._open.append(opened)
        if tag == "li":
            self._mark = self._next_mark()

    def handle_endtag(self, tag: str) -> None:
        """End a block, and forget the elements it closes."""
        if tag in _BLOCKS:
            self._flush()
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take text, with the white space a browser would show."""
        if any(element.unseen for element in self._open) or data.strip() in _BACK_LINKS:
            return
        tags = {element.tag for element in self._open}
        text = data.translate(_INVISIBLE)
        if "sup" in tags:
            text = superscript(text)
        self._pieces.append(text if "pre" in tags else _WHITE.sub(" ", text))

    def close(self) -> None:
        """End the page."""
        super().close()
        self._flush()

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Open | None:
        """Return what an element changes, or None if it changes nothing."""
        style = attributes.get("style", "")
        if tag in _UNSEEN or "hidden" in attributes or _HIDING.search(style):
            return _Open(tag, unseen=True)
        kind = self._kind(tag, attributes)
        if tag in {"ol", "ul"}:
            return _Open(tag, kind, count=_count(tag, attributes), number=_first_number(attributes))
        if kind is not None or tag in {"pre", "sup"} or tag in _TEXT_TAGS:
            return _Open(tag, kind)
        return None

    def _kind(self, tag: str, attributes: dict[str, str]) -> FurnitureKind | None:
        role = attributes.get("role", "").lower()
        if tag in _BLOCKS and _is_note(role, attributes):
            return FurnitureKind.FOOTNOTE
        if tag in _SITE_TAGS or role in _SITE_ROLES:
            return FurnitureKind.HOSTING
        if tag in _SITE_UNLESS_IN_TEXT and not any(element.tag in _TEXT_TAGS for element in self._open):
            return FurnitureKind.HOSTING
        return None

    def _close_implied(self, tag: str) -> None:
        """End what a block ends without saying so: the paragraph before it, the list item before an item."""
        if self._open and (self._open[-1].tag == "p" or self._open[-1].tag == tag == "li"):
            self._open.pop()

    def _next_mark(self) -> str:
        element = next((element for element in reversed(self._open) if element.count), None)
        if element is None or element.count == "none":
            return ""
        if element.count == "bullet":
            return "•"
        number = element.number
        element.number += 1
        if any(outer.kind is FurnitureKind.FOOTNOTE for outer in self._open):
            return superscript(str(number))
        return f"{numeral(number, element.count)}."

    def _flush(self) -> None:
        """Turn the text collected so far into paragraphs; two line breaks in a row begin a new one."""
        text, self._pieces = "".join(self._pieces), []
        kind = next((element.kind for element in reversed(self._open) if element.kind), None)
        for lines in _split(text):
            if self._mark and not LIST_MARK.match(lines[0]) and not lines[0].startswith(self._mark):
                lines[0] = f"{self._mark} {lines[0]}"
            self._mark = ""
            self.paragraphs.append(Paragraph("\n".join(lines), kind))


def _split(text: str) -> Iterator[list[str]]:
    """Yield groups of lines that have text in them."""
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        words = _WHITE.sub(" ", line).strip(" ")
        if words:
            lines.append(words)
        elif lines:
            yield lines
            lines = []


def _is_note(role: str, attributes: dict[str, str]) -> bool:
    classes = attributes.get("class", "").lower().split()
    has_id = _NOTE_ID.fullmatch(attributes.get("id", "")) is not None
    return has_id or role in _NOTE_ROLES or not _NOTE_CLASSES.isdisjoint(classes)


def _count(tag: str, attributes: dict[str, str]) -> str:
    if _UNMARKED.search(attributes.get("style", "")):
        return "none"
    return "bullet" if tag == "ul" else _COUNTS.get(attributes.get("type", "1"), "decimal")


def _first_number(attributes: dict[str, str]) -> int:
    start = attributes.get("start", "")
    return int(start) if re.fullmatch("[0-9]{1,6}", start) else 1


def _with_running_text(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where the whole page seems to belong to the site, its markup is not to be believed."""
    if all(paragraph.kind is FurnitureKind.HOSTING for paragraph in paragraphs):
        return [Paragraph(paragraph.text) for paragraph in paragraphs]
    return paragraphs


def _declared_charset(data: bytes) -> str:
    match = _CHARSET.search(data[:_HEAD])
    charset = match[1].decode("ascii") if match else ""
    return charset.lower() if _PLAUSIBLE_CHARSET.fullmatch(charset) else ""


def _without_declarations(text: str) -> str:
    """Leave out comments and declarations, in linear time on any input, unlike html.parser's own way.

    A ``<`` that no ``>`` follows is text.
    """
    kept, position = [], 0
    last, last_comment = text.rfind(">"), text.rfind("-->")
    while (opening := _DECLARATION.search(text, position)) and opening.start() < last:
        start = opening.start()
        is_comment = text.startswith("<!--", start) and start + 2 <= last_comment
        end = text.find("-->", start + 2) + 2 if is_comment else text.find(">", start)
        kept.append(text[position:start])
        position = end + 1
    kept.append(text[position : last + 1])
    return "".join(kept) + text[max(last + 1, position) :].replace("<", "&lt;")
