"""The text of one Word paragraph, as it is shown: fields by their result, insertions without deletions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kg.read.docx.styles import is_on
from kg.read.numbering import superscript

PAGE_BREAK = "\f"
_CONTAINERS = frozenset(
    {"bdo", "customXml", "dir", "fldSimple", "hyperlink", "ins", "moveTo", "sdt", "sdtContent", "smartTag"}
)
_SHOWN = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
_BOXES = frozenset({"drawing", "pict", "object"})
_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})
_PRIVATE = 0xF000  # where symbol fonts keep their signs
_BULLET_SIGNS = frozenset({0xB7, 0xA7, 0xD8, 0x2D, 0xFC, 0x76, 0x6F})
_WHITE = re.compile(r"[ \t\r\xa0]+")


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a ``footnote`` or ``endnote``, by id, and whether the text brings its own mark."""

    kind: str
    id: str
    own_mark: bool


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph shows.

    Attributes:
        pieces: Its text, and the references to notes between.
        boxes: The contents of its text boxes, as elements that hold paragraphs.
    """

    pieces: list[str | NoteReference] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def read_paragraph(paragraph: Element) -> ParagraphText:
    """Read the runs of a ``w:p``."""
    text = ParagraphText()
    _read(paragraph, text)
    return text


def one_spaced(text: str) -> str:
    """Return text with single spaces and no blanks around its lines; empty lines are left out."""
    lines = (_WHITE.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def shown_alternative(element: Element) -> Element | None:
    """Return the branch of an ``mc:AlternateContent`` that a current word processor shows."""
    choice = element.find("Choice")
    return element.find("Fallback") if choice is None else choice


def boxes_in(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes inside an element, those of one alternative only."""
    if element.tag == "txbxContent":
        yield element
    elif element.tag == "AlternateContent":
        shown = shown_alternative(element)
        yield from () if shown is None else boxes_in(shown)
    else:
        for child in element:
            yield from boxes_in(child)


def _read(element: Element, text: ParagraphText) -> None:
    for child in element:
        if child.tag == "r":
            _read_run(child, text)
        elif child.tag in _CONTAINERS:
            _read(child, text)
        elif child.tag == "AlternateContent":
            text.boxes += boxes_in(child)


def _read_run(run: Element, text: ParagraphText) -> None:
    if is_on(run.find("rPr/vanish")):
        return
    align = run.find("rPr/vertAlign")
    raised = align is not None and align.get("val") == "superscript"
    for child in run:
        if child.tag == "t":
            words = child.text or ""
            text.pieces.append(superscript(words) if raised else words)
        elif child.tag in _REFERENCES:
            own = child.get("customMarkFollows", "0") not in {"0", "false", "off"}
            text.pieces.append(NoteReference(child.tag.removesuffix("Reference"), child.get("id", ""), own))
        elif child.tag in _BOXES or child.tag == "AlternateContent":
            text.boxes += boxes_in(child)
        else:
            text.pieces.append(_sign(child))


def _sign(element: Element) -> str:
    if element.tag == "br":
        return PAGE_BREAK if element.get("type") == "page" else "\n"
    if element.tag == "sym":
        return _symbol(element.get("char", ""))
    return _SHOWN.get(element.tag, "")


def _symbol(code: str) -> str:
    """Return the character of a symbol font; private signs other than bullets have no equivalent."""
    if not re.fullmatch("[0-9A-Fa-f]{4}", code):
        return ""
    number = int(code, 16)
    if number >= _PRIVATE:
        return "•" if number - _PRIVATE in _BULLET_SIGNS else ""
    return chr(number) if chr(number).isprintable() else ""
