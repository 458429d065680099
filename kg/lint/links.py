"""Links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.lint.finding import Finding
from kg.model.record import Record
from kg.model.text import Letter
from kg.vocab.register import Register

_DEAD: Final = re.compile(
    r"\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>#|\s{0,3}|about:blank|javascript:[^()\n]{0,60}(?:\([^()\n]{0,20}\))?;?)\)"
)


def links(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield links whose target is a placeholder."""
    del record, register
    for match in _DEAD.finditer(letter.source.text):
        message = f"The link “{match['label']}” leads nowhere: its target is “{match['target']}”."
        yield Finding(
            match.start(), match.end(), "dead-link", message, "put the address in, or take the link out"
        )
