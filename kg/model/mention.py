"""A mention: a stretch of one block that names something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """The kinds of thing a letter can name; each is found by one component of the spaCy pipeline."""

    MANDATE = "mandate"
    RESOLUTION = "resolution"
    REFERENCE = "reference"
    DATE = "date"
    PERIOD = "period"
    STATE = "state"
    COMPANY = "company"
    PERSON = "person"
    PRINCIPLE = "principle"
    SYMBOL = "symbol"
    INSTRUMENT = "instrument"
    PROVISION = "provision"
    GENERAL_COMMENT = "general-comment"
    REPORT = "report"
    HEDGE = "hedge"
    ISSUE = "issue"
    SENTENCE = "sentence"
    MODEL = "model"  # an entity of a statistical model the user has installed


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of a block's text that names something.

    Attributes:
        start: First character, an index of the block's ``view.text``.
        end: One past the last character.
        kind: What kind of thing it names.
        value: The register id or normal form (``sr-torture``, ``44/15``, ``2021-03-12``, ``CHN``), or
            empty when it names something no register knows.
        detail: Further fields of this kind, as sorted (name, value) pairs; the finder of the kind
            documents them.
    """

    start: int
    end: int
    kind: MentionKind
    value: str = ""
    detail: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """Return the detail called ``name``."""
        return next((value for key, value in self.detail if key == name), default)
