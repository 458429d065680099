"""No allegation stands without the words that make it one: those that govern a claim with no hedge of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model.record import Claim, Said, Statement

_RESERVATIONS = ("disclaimer", "reliability", "concern")


def scoped(claims: Iterable[Claim], statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Give each claim that has neither hedge nor scope the words of the letter that govern it.

    These are the last words above it that say where the account comes from, else the sentence in which the
    experts say that they do not prejudge it. A claim for which there are none cannot be told from a fact, and
    is left out.

    Args:
        claims: In reading order.
        statements: What the letter says without alleging it.
    """
    return tuple(_scoped(claims, _reservation(statements)))


def _scoped(claims: Iterable[Claim], reservation: Said[str] | None) -> Iterator[Claim]:
    above = reservation
    for claim in claims:
        if claim.scope is not None:
            above = claim.scope
        if claim.hedges or claim.scope is not None:
            yield claim
        elif above is not None:
            yield replace(claim, scope=above)


def _reservation(statements: Sequence[Statement]) -> Said[str] | None:
    for kind in _RESERVATIONS:
        for statement in statements:
            if statement.kind == kind:
                return Said(statement.text, statement.spans)
    return None
