"""A claim with no hedge of its own gets the words that govern it, or is left out."""

from __future__ import annotations

import pytest

from kg.model.record import Claim, Said, Statement
from kg.model.text import Span
from kg.relate.scopes import scoped

CUE = Said("According to the information received:", (Span(0, 38),))
HEDGE = Said("allegedly", (Span(50, 59),))
DISCLAIMER = Statement(
    "disclaimer", "Without prejudging the accuracy of these allegations", (Span(400, 452),)
)
CONCERN = Statement("concern", "we express our concern", (Span(453, 475),))
RESERVED = Said(DISCLAIMER.text, DISCLAIMER.spans)


def claim(at: int, *, hedged: bool = False, scope: Said[str] | None = None) -> Claim:
    return Claim(f"He was beaten {at}.", (Span(at, at + 9),), hedges=(HEDGE,) * hedged, scope=scope)


CASES = {
    "hedged stays": ([claim(100, hedged=True)], [DISCLAIMER], [None]),
    "scoped stays": ([claim(100, scope=CUE)], [DISCLAIMER], [CUE]),
    "the cue above": ([claim(100, scope=CUE), claim(120)], [DISCLAIMER], [CUE, CUE]),
    "no cue: the reservation": ([claim(100), claim(120)], [CONCERN, DISCLAIMER], [RESERVED, RESERVED]),
    "no cue above it": ([claim(100), claim(120, scope=CUE)], [], [CUE]),
    "nothing governs it": (
        [claim(100), claim(120)],
        [Statement("position", "It was lawful", (Span(1, 5),))],
        [],
    ),
}


@pytest.mark.parametrize(("claims", "statements", "scopes"), CASES.values(), ids=CASES.keys())
def test_scopes(claims: list[Claim], statements: list[Statement], scopes: list[Said[str] | None]) -> None:
    assert [each.scope for each in scoped(claims, statements)] == scopes
