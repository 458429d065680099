"""What is asked: a query as the user wrote it, or a named question with what the user set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.query.parameters import bind
from kg.query.questions import Question, question, questions
from kg.query.settings import settled
from kg.serve.sparql.protocol import Asked

SETTING = "set-"
"""What the names of request parameters begin with that set parameters of a named question."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A query, and where it comes from.

    Attributes:
        query: The query.
        question: The named question it was made from, or None.
        settings: What the user set, by the names of the parameters of the question.
        fields: All parameters of the request, so that the same can be asked again in another format.
    """

    query: str
    question: Question | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def drafted(asked: Asked, store: ox.Store) -> Draft:
    """Return what a request asks: its query, or else its named question; settings left empty are not set.

    Args:
        asked: The request.
        store: The graph, which knows what a setting may name.

    Raises:
        BadRequest: If the question or a setting is given several times.
        QueryError: If there is no such question, or a setting does not fit.
    """
    if asked.query is not None:
        return Draft(asked.query, fields=asked.fields)
    found = question(asked.one("question") or "")
    settings = settled(found, store, _settings(asked))
    return Draft(bind(found.sparql, found.terms(settings)), found, settings, asked.fields)


def attempted(asked: Asked) -> Draft:
    """Return what a request tried to ask, although a setting does not fit: the user can then correct it."""
    known = {each.name: each for each in questions()}
    found = known.get(asked.one("question") or "")
    if asked.query is not None or found is None:
        return Draft(asked.query or "")
    return Draft(found.sparql, found, _settings(asked), asked.fields)


def _settings(asked: Asked) -> dict[str, str]:
    given = {name: asked.one(name) for name in asked.fields if name.startswith(SETTING)}
    return {name.removeprefix(SETTING): value for name, value in given.items() if value}
