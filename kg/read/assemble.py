"""Paragraphs found by a reader → the canonical text, with the places of its furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UnreadableSource
from kg.model.text import Furniture, FurnitureKind
from kg.read.limits import MAX_CHARACTERS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed paragraph.

    Attributes:
        text: Its lines, joined by line feeds, without white space around them.
        kind: What it is, when it does not belong to the running text.
        tight: Whether it stands on the very next line, with no space between it and the one before.
    """

    text: str
    kind: FurnitureKind | None = None
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """The canonical text, its furniture, and the offset at which each paragraph starts."""

    text: str
    furniture: tuple[Furniture, ...]
    starts: tuple[int, ...]


def assemble(paragraphs: Iterable[Paragraph], name: str) -> Assembled:
    """Join paragraphs by blank lines, or by a line feed where they are tight.

    Raises:
        UnreadableSource: If the text grows beyond what any letter could be.
    """
    pieces: list[str] = []
    furniture: list[Furniture] = []
    starts: list[int] = []
    length = 0
    for paragraph in paragraphs:
        joint = "" if not pieces else "\n" if paragraph.tight else "\n\n"
        start = length + len(joint)
        length = start + len(paragraph.text)
        if length > MAX_CHARACTERS:
            raise UnreadableSource(name, "holds more text than any letter; split it")
        pieces += (joint, paragraph.text)
        starts.append(start)
        if paragraph.kind is not None:
            furniture.append(Furniture(start, length, paragraph.kind))
    return Assembled("".join(pieces), tuple(furniture), tuple(starts))
