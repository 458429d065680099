"""What a user set, held against the graph: a value that names nothing in it is a mistake, no empty answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import pyoxigraph as ox

from kg.errors import SettingError
from kg.model.nearness import folded_reference, near
from kg.query.known import KINDS, knows, near_iris
from kg.query.parameters import term
from kg.query.prefixes import short
from kg.query.questions import Question
from kg.vocab.terms import RDF, RDFS, SPL

_SHOWN: Final = 100  # characters of a mistaken value that a message repeats
_YEAR: Final = re.compile("[0-9]{4}")
_EVERYWHERE: Final = ox.DefaultGraph()

Check: TypeAlias = Callable[[ox.Store, str], str]


def settled(asked: Question, store: ox.Store, settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings as the graph writes them: a reference may be typed in any case and with any marks.

    Args:
        asked: The question they are for.
        store: The graph.
        settings: What the user set, by the names of the parameters.

    Raises:
        QueryError: If the question has no such parameter.
        SettingError: If a value is none of its kind, or names nothing that the graph knows.
    """
    asked.terms(settings)
    kinds = {parameter.name: parameter.kind for parameter in asked.parameters}
    return {name: _check(kinds[name], name)(store, text) for name, text in settings.items()}


def _check(kind: str, name: str) -> Check:
    if kind == "iri":
        return _thing
    return _CHECKS.get((kind, name), _unchecked)


def _unchecked(_: ox.Store, text: str) -> str:
    """Return what may well be in no letter: a part of a name, a day, the number of a request."""
    return text


def _reference(store: ox.Store, text: str) -> str:
    if _is_reference(store, text):
        return text
    known = sorted(_references(store))
    wanted = folded_reference(text)
    alike = [reference for reference in known if folded_reference(reference) == wanted]
    if alike:
        return alike[0]
    raise _unknown("letter", text, near(text, known, folded_reference))


def _is_reference(store: ox.Store, text: str) -> bool:
    kinds = {_node(SPL[name]) for name in KINDS}
    return any(
        kind.object in kinds
        for quad in store.quads_for_pattern(None, _node(RDFS.label), ox.Literal(text), _EVERYWHERE)
        for kind in store.quads_for_pattern(quad.subject, _node(RDF.type), None, _EVERYWHERE)
    )


def _references(store: ox.Store) -> Iterator[str]:
    for name in KINDS:
        for letter in store.quads_for_pattern(None, _node(RDF.type), _node(SPL[name]), _EVERYWHERE):
            for quad in store.quads_for_pattern(letter.subject, _node(RDFS.label), None, _EVERYWHERE):
                yield _value(quad.object)


def _thing(store: ox.Store, text: str) -> str:
    iri = _value(term("iri", text))
    if knows(store, iri):
        return text.strip()
    raise _unknown("", short(iri), near_iris(store, iri))


def _principle(store: ox.Store, text: str) -> str:
    number = int(text)
    principles = store.quads_for_pattern(None, _node(RDF.type), _node(SPL.GuidingPrinciple), _EVERYWHERE)
    known = [
        int(_value(quad.object))
        for principle in principles
        for quad in store.quads_for_pattern(principle.subject, _node(SPL.number), None, _EVERYWHERE)
    ]
    if number in known:
        return text
    hint = f"they have the numbers {min(known)} to {max(known)}" if known else "build it again"
    raise SettingError(f"the graph knows no Guiding Principle {number}; {hint}")


def _year(_: ox.Store, text: str) -> str:
    if not _YEAR.fullmatch(text.strip()):
        raise SettingError(f"{text[:_SHOWN]!r} is no year; write it as 2021")
    return text


_CHECKS: Mapping[tuple[str, str], Check] = MappingProxyType(
    {
        ("text", "letter"): _reference,
        ("number", "principle"): _principle,
        ("number", "year"): _year,
        ("number", "during"): _year,
    }
)


def _unknown(kind: str, text: str, alike: Iterable[str]) -> SettingError:
    what = f"{kind} {text[:_SHOWN]!r}" if kind else text[:_SHOWN]
    known = "; ".join(sorted(alike))
    hint = (
        f"perhaps {known}" if known else f"the question {'letters' if kind else 'things'} lists what it knows"
    )
    return SettingError(f"the graph knows no {what}; {hint}")


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
