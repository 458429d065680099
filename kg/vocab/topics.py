"""The topics of requests: what a letter can ask about, read from ``ontology/topics.ttl``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.resources import folder
from kg.vocab.entries import labels
from kg.vocab.turtle import Entry, read_entries

_GAP = "…"
_UP_TO_SIX_WORDS = r"(?:\W+\w+){0,6}?\W+"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a request can be about.

    Attributes:
        id: Such as ``due-diligence``.
        labels: What it is called, by language.
        triggers: For each language the pattern of the words that show it.
    """

    id: str
    labels: Mapping[str, str]
    triggers: Mapping[str, re.Pattern[str]]


@cache
def load_topics() -> tuple[Topic, ...]:
    """Return the topics in the order of their ids; they are read once.

    Raises:
        OntologyError: If ``ontology/topics.ttl`` is missing, is not Turtle, or lacks a label.
    """
    entries = read_entries(folder("ontology") / "topics.ttl")
    return tuple(sorted((_topic(entry) for entry in entries), key=lambda topic: topic.id))


def topics_in(text: str, language: str) -> tuple[str, ...]:
    """Return the ids of the topics whose words stand in ``text``, sorted."""
    return tuple(
        topic.id
        for topic in load_topics()
        if (pattern := topic.triggers.get(language)) is not None and pattern.search(text)
    )


def _topic(entry: Entry) -> Topic:
    words: dict[str, list[str]] = {}
    for text, language in entry.texts("spl:trigger"):
        words.setdefault(language, []).append(_pattern(text))
    compiled = {
        language: re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)
        for language, patterns in words.items()
    }
    return Topic(entry.id("topic"), labels(entry), compiled)


def _pattern(trigger: str) -> str:
    """Return the pattern of a trigger: each word begins a word of the text."""
    pieces = [piece.split() for piece in trigger.split(_GAP)]
    return _UP_TO_SIX_WORDS.join(r"\w*\W+".join(_word(word) for word in piece) + r"\w*" for piece in pieces)


def _word(word: str) -> str:
    return re.escape(word.rstrip(",")).replace("’", "[’']")
