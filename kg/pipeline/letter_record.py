"""A letter record with a face: JSON for programs, text and HTML for people."""

from __future__ import annotations

from html import escape
from typing import Any

from kg.pipeline.show import record_text


class LetterRecord(dict[str, Any]):
    """What one letter says: the JSON object ``kg extract`` prints, key by key.

    ``str()`` is the text ``kg show`` prints; a notebook shows the same as a block of text.
    """

    @property
    def name(self) -> str:
        """Its reference, or the name of its file where it has none."""
        return str(self["reference"] or self["source"]["name"])

    def __str__(self) -> str:
        return record_text(self)

    def __repr__(self) -> str:
        return f"<LetterRecord {self.name}, {self['date'] or 'no date'}>"

    def _repr_html_(self) -> str:
        title, _, rest = str(self).partition("\n")
        return f"<section><h4>{escape(title)}</h4><pre>{escape(rest.strip())}</pre></section>"
