"""The printed marks of list items, counted as Word counts (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.read.docx.styles import ListPlace, is_on
from kg.read.numbering import numeral

_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    count: str = "decimal"
    text: str = ""
    restarts: bool = True
    legal: bool = False  # shows the numbers of all levels in digits


class Lists:
    """Counts list items in the order of the document.

    Args:
        root: The root of the numbering part, or None if there is none.
    """

    def __init__(self, root: Element | None) -> None:
        self._kinds: dict[str, dict[int, _Level]] = {}
        self._kind_of: dict[str, str] = {}
        self._own_starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()
        if root is not None:
            self._read(root)

    def mark(self, place: ListPlace) -> str:
        """Count one item and return its mark, such as ``3.`` or ``(b)``."""
        kind = self._kind_of.get(place.number, "")
        levels = self._kinds.get(kind, {})
        if place.level not in levels:
            return ""
        counts = self._counts[kind]
        if place.number not in self._seen:
            self._seen.add(place.number)
            for level, start in self._own_starts.get(place.number, {}).items():
                counts[level] = start - 1
        _advance(counts, levels, place.level)
        return _shown(counts, levels, place.level)

    def _read(self, root: Element) -> None:
        linked: dict[str, str] = {}
        for element in root.findall("abstractNum"):
            key = element.get("abstractNumId", "")
            self._kinds[key] = {_index(level): _level(level) for level in element.findall("lvl")}
            link = element.find("styleLink")
            if link is not None:
                linked[link.get("val", "")] = key
        for element in root.findall("abstractNum"):
            link = element.find("numStyleLink")
            target = linked.get(link.get("val", ""), "") if link is not None else ""
            if target:
                self._kinds[element.get("abstractNumId", "")] = self._kinds[target]
        for element in root.findall("num"):
            self._read_number(element)

    def _read_number(self, element: Element) -> None:
        number, kind = element.get("numId", ""), element.find("abstractNumId")
        self._kind_of[number] = "" if kind is None else kind.get("val", "")
        self._own_starts[number] = {
            _index(override): _whole(start.get("val"), 1)
            for override in element.findall("lvlOverride")
            if (start := override.find("startOverride")) is not None
        }


def _advance(counts: dict[int, int], levels: dict[int, _Level], level: int) -> None:
    counts[level] = counts.get(level, levels[level].start - 1) + 1
    for other, settings in levels.items():
        if other < level:
            counts.setdefault(other, settings.start)
        elif other > level and settings.restarts:
            counts.pop(other, None)


def _shown(counts: dict[int, int], levels: dict[int, _Level], level: int) -> str:
    settings = levels[level]
    if settings.count == "bullet":
        return _BULLET
    if settings.count == "none":
        return _PLACEHOLDER.sub("", settings.text).strip()

    def number(placeholder: re.Match[str]) -> str:
        index = int(placeholder[1]) - 1
        count = "decimal" if settings.legal or index not in levels else levels[index].count
        return numeral(counts.get(index, 1), count)

    return _PLACEHOLDER.sub(number, settings.text).strip()


def _level(element: Element) -> _Level:
    def value(name: str, default: str) -> str:
        child = element.find(name)
        return default if child is None else child.get("val", default)

    return _Level(
        start=_whole(value("start", "1"), 1),
        count=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        restarts=value("lvlRestart", "") != "0",
        legal=is_on(element.find("isLgl")),
    )


def _index(element: Element) -> int:
    return _whole(element.get("ilvl"), 0)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else default
