"""The words by which a letter announces a list: "the following persons were arrested:"."""

from __future__ import annotations

import re
from typing import Final

_PERSONS: Final = (
    r"persons?|people|individuals|victims|defendants|detainees|activists|members"
    r"|personnes|victimes|individus|détenue?s|prévenue?s|militante?s|membres"
    r"|personas|víctimas|individuos|detenid[oa]s|acusad[oa]s|activistas|integrantes|miembros"
)
_OTHERS: Final = (
    "families|cases|incidents|events|familles|cas|faits|familias|casos|incidentes|hechos"  # numbered as well
)


def _announcing(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:following|suivante?s|siguientes) (?:\w+ ){{0,3}}?(?:{nouns})"
        rf"|(?:{nouns}) (?:suivante?s|ci-après|siguientes))\b[^.;:]{{0,60}}:$",
        re.IGNORECASE,
    )


PERSONS: Final = _announcing(_PERSONS)
"""Finds the announcement of a list of persons at the end of a sentence."""

PERSONS_OR_EVENTS: Final = _announcing(f"{_PERSONS}|{_OTHERS}")
"""Finds the announcement of a list of persons, families, cases or events at the end of a sentence."""
