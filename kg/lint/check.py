"""All checks of one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from kg.lint.citations import citations
from kg.lint.counts import counts
from kg.lint.finding import Finding
from kg.lint.links import links
from kg.lint.lists import lists
from kg.lint.quotations import quotations
from kg.lint.wording import wording
from kg.model.record import Record
from kg.model.text import Letter
from kg.vocab.register import Register

Check: TypeAlias = Callable[[Letter, Record, Register], Iterator[Finding]]
CHECKS: Final[tuple[Check, ...]] = (citations, quotations, wording, lists, links, counts)


def lint(letter: Letter, record: Record, register: Register) -> tuple[Finding, ...]:
    """Return what is doubtful in a letter, in the order of the text.

    Args:
        letter: Its blocks.
        record: What was read in it.
        register: What is known of mandates, resolutions and norms.
    """
    return tuple(sorted({found for check in CHECKS for found in check(letter, record, register)}))
