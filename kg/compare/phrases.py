"""How differences are called for people: one place for the words of the text and of the page."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from kg.compare.comparison import Comparison, PassageDifference, Place
from kg.compare.pairing import How
from kg.model.text import Part

PARTS: Final = MappingProxyType(
    {
        Part.CAPACITY: "Capacity",
        Part.INTRODUCTION: "Introduction",
        Part.INFORMATION_CUE: "Opening of the allegations",
        Part.ALLEGATIONS: "Allegations (reported, not asserted)",
        Part.CONCERNS: "Concerns",
        Part.LEGAL: "Norms invoked",
        Part.REQUESTS_CUE: "Opening of the requests",
        Part.REQUEST: "Request",
        Part.PROCEDURE: "Procedure",
        Part.ANNEX_HEADING: "Heading of the annex",
        Part.ANNEX: "Annex",
        Part.FOOTNOTE: "Footnote",
    }
)


def heading(comparison: Comparison, one: PassageDifference) -> str:
    """Return what stands above a passage: which it is, and how it differs."""
    name = PARTS.get(one.part, one.part.value)
    here, there = (place.number.rstrip(".") if place else "" for place in (one.left, one.right))
    if one.how is How.LEFT:
        return f"{_numbered(name, here)}: only in {comparison.left}"
    if one.how is How.RIGHT:
        return f"{_numbered(name, there)}: only in {comparison.right}"
    if one.how is How.MOVED and here != there:
        return f"{_numbered(name, here)} of {comparison.left} is {there or 'elsewhere'} in {comparison.right}"
    if here != there:
        return f"{_numbered(name, here)} of {comparison.left}, {there or 'unnumbered'} in {comparison.right}"
    moved = ", in another place" if one.how is How.MOVED else ""
    return f"{_numbered(name, here)}{moved}"


def _numbered(name: str, number: str) -> str:
    return f"{name} {number}".rstrip()


def request_summary(comparison: Comparison) -> tuple[str, ...]:
    """Return one sentence for each request that has no counterpart, or has it under another number."""
    return tuple(sentence for one in comparison.requests if (sentence := _request(comparison, one)))


def _request(comparison: Comparison, one: PassageDifference) -> str:
    left, right = comparison.left, comparison.right
    if one.how is How.LEFT:
        return f"Request {_number(one.left)} of {left} has no counterpart in {right}."
    if one.how is How.RIGHT:
        return f"Request {_number(one.right)} of {right} has no counterpart in {left}."
    if _number(one.left) != _number(one.right):
        reworded = ", in other words" if one.how is How.CHANGED else ""
        return f"Request {_number(one.left)} of {left} is request {_number(one.right)} of {right}{reworded}."
    return ""


def _number(place: Place | None) -> str:
    return place.number if place else ""
