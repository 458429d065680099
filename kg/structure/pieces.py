"""A piece: a paragraph, or what is left of one, with what is known about it so far."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Part
from kg.structure.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way to becoming a block.

    Attributes:
        paragraph: The words.
        part: The part of the letter, once known.
        cue: Whether it begins with the formula of its part, so that nothing may be joined to its front.
        number: Printed number of a list item, or footnote mark.
    """

    paragraph: Paragraph
    part: Part | None = None
    cue: bool = False
    number: str = ""

    @property
    def text(self) -> str:
        """The words, on one line."""
        return self.paragraph.text
