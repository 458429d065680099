"""Finds the names of public bodies: what such a name contains says nothing of what happened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HEADS: Final = (
    "Academy|Agency|Authority|Board|Bureau|Chamber|Commission|Commissioner|Committee|Council|Department|Directorate"
    "|Division|Faculty|Inspectorate|Institute|Minister|Ministry|Office|School|Secretariat|Secretary|Service|Services"
    "|Subcommittee|Union|University"
)
_CAPITAL: Final = r"[A-Z][\w’'-]*"
_LINK: Final = r"(?:,| and| of| for| on| against| in| the)"
_BODIES: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        rf"\b(?:{_HEADS}) (?:of|for|on|against)(?P<after>(?: the)? {_CAPITAL}(?:{_LINK}{{0,3}} {_CAPITAL})*)"
        rf"|\b(?P<before>{_CAPITAL}(?:(?:,? and|,| of)? {_CAPITAL}){{0,6}}) (?:{_HEADS})\b(?! (?:of|for|on|against)\b)"
    ),
}


def names_of_bodies(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Find what the names of ministries, commissions, committees and the like say of their field.

    Args:
        text: The cleaned text of one block.
        language: The language of the text; names are known in ``en``.

    Returns:
        Start and end (exclusive) of the words of each name beside its head: of “Ministry of Water and Forests”,
        “Water and Forests”. The head itself may be part of what happened, as in “Military Tribunal”.
    """
    pattern = _BODIES.get(language)
    if pattern is None:
        return ()
    return tuple(match.span("after" if match["after"] else "before") for match in pattern.finditer(text))
