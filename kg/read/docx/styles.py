"""Paragraph properties of a Word document, direct or through its styles (ECMA-376, part 1, section 17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

_MAX_CHAIN = 20  # styles based on styles; also ends circles
_OFF = frozenset({"0", "false", "off", "none"})


class ListPlace(NamedTuple):
    """The list a paragraph belongs to, and its level there, from 0."""

    number: str
    level: int


class Styles:
    """The styles of a document.

    Args:
        root: The root of its style part, or None if it has none.
    """

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall("style")
        self._styles = {style.get("styleId", ""): style for style in styles}
        self._default = next((s.get("styleId", "") for s in styles if _is_default(s)), "")
        self._defaults = None if root is None else root.find("docDefaults/pPrDefault/pPr")

    def list_place(self, properties: Element | None) -> ListPlace | None:
        """Return where a paragraph stands in a list, or None if it is no list item."""
        number = level = None
        for source in self._chain(properties):
            number = number or _value(source.find("numPr/numId"))
            level = level or _value(source.find("numPr/ilvl"))
        if not number or number == "0":
            return None
        return ListPlace(number, int(level) if level and level.isdecimal() and len(level) == 1 else 0)

    def space(self, properties: Element | None, side: str) -> bool:
        """Whether there is white space at the ``before`` or ``after`` side of a paragraph."""
        for source in self._chain(properties):
            spacing = source.find("spacing")
            if spacing is None:
                continue
            if spacing.get(f"{side}Autospacing", "0") not in _OFF:
                return True
            if spacing.get(side) is not None:
                return spacing.get(side) != "0"
        return False

    def _chain(self, properties: Element | None) -> Iterator[Element]:
        """Yield the properties that count for a paragraph, the strongest first."""
        if properties is not None:
            yield properties
        style = _value(properties.find("pStyle")) if properties is not None else None
        style = style or self._default
        for _ in range(_MAX_CHAIN):
            element = self._styles.get(style)
            if element is None:
                break
            own = element.find("pPr")
            if own is not None:
                yield own
            style = _value(element.find("basedOn")) or ""
        if self._defaults is not None:
            yield self._defaults


def is_on(element: Element | None) -> bool:
    """Whether an on-off property is there and not switched off."""
    return element is not None and element.get("val", "1") not in _OFF


def _is_default(style: Element) -> bool:
    return style.get("type") == "paragraph" and style.get("default", "0") not in _OFF


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get("val")
