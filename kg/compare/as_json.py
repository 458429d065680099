"""Families and comparisons as objects that ``json.dumps`` can write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from kg.compare.comparison import Comparison, PassageDifference, Piece, Place
from kg.compare.pairing import How
from kg.model.family import Family

Json = dict[str, Any]


def families_json(families: Sequence[Family]) -> list[Json]:
    """Return families with their variants and letters."""
    return [asdict(family) for family in families]


def comparison_json(comparison: Comparison) -> Json:
    """Return a comparison; passages that are the same are counted, not repeated."""
    return {
        "left": comparison.left,
        "right": comparison.right,
        "shared_percent": comparison.shared,
        "fields": [
            {"name": one.name, "shared": one.shared, "left": one.left, "right": one.right}
            for one in comparison.fields
        ],
        "involvement": _pieces(comparison.involvement),
        "requests": [_passage(one) for one in comparison.requests],
        "allegations": [_passage(one) for one in comparison.claims if one.how is not How.SAME],
        "passages": [_passage(one) for one in comparison.passages if one.how is not How.SAME],
        "same_passages": sum(one.how is How.SAME for one in comparison.passages),
        "same_allegations": sum(one.how is How.SAME for one in comparison.claims),
    }


def _passage(one: PassageDifference) -> Json:
    return {
        "part": one.part.value,
        "how": one.how.value,
        "left": _place(one.left),
        "right": _place(one.right),
        "pieces": _pieces(one.pieces) if one.how is How.CHANGED or one.how is How.MOVED else [],
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    spans = [{"start": span.start, "end": span.end} for span in place.spans]
    return {"number": place.number, "text": place.text, "spans": spans}


def _pieces(pieces: Sequence[Piece]) -> list[Json]:
    return [{"in": piece.where.value, "text": piece.text} for piece in pieces]
