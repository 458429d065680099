"""A finding of the linter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something doubtful in a letter.

    Attributes:
        start: Where in the canonical text it starts.
        end: Where it ends.
        code: Stable kebab-case name, such as ``list-skips``.
        message: One sentence: what is wrong.
        suggestion: What was presumably meant, or what to look up.
    """

    start: int
    end: int
    code: str
    message: str
    suggestion: str


def finding(code: str, spans: Sequence[Span], message: str, suggestion: str) -> Finding:
    """Return a finding that reaches from the first to the last of ``spans``."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Finding(start, end, code, message, suggestion)
