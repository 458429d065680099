"""Which named question a question is, and what its parameters are.

A named question fits when

* every word is understood, and every meaning occurs in the ways the catalogue words that question,
* all of at least one of these ways is said, things named counting for their kinds; a way with a parameter in
  brackets ("letters that cite a principle [principle]") is open only when that one is set,
* everything named goes into a parameter of its own, in the role it is named in, and
* no parameter that has no neutral default is left open.

Of those that fit, the one of which most was said wins, then the one that asks for the same thing first
("which letters …", "who …"), then the one that says least besides, or where things are counted the one that
counts them for what is named; of several that say the same, none does. Where letters, companies, Governments
or mandates are asked for, no question about others fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from kg.ask import things as kinds
from kg.ask.lexicon import Lexicon
from kg.ask.reading import Naming, Understood, meanings
from kg.ask.roles import AT, MENTIONED, NONE, OF, PLACE, RECIPIENT, SENDER
from kg.ask.things import MEANINGS, Thing

NEAREST: Final = 3
_NEUTRAL: Final = frozenset({"UNDEF", '""'})
_NEEDED: Final = re.compile(r"\[([a-z]+)\]")
_INSTEAD: Final[Mapping[str, str]] = {"date": "year"}
_EXCHANGED: Final = (
    "{}: letters go from mandates to Governments, companies and others; ask for replies to see what came back"
)
_FREE: Final = frozenset({"letter", "how-many"})
"""Meanings that may be said in any question: all answers come from letters, and rows can be counted."""

_OTHER: Final = frozenset({NONE})
_ANY: Final = frozenset({NONE, SENDER, RECIPIENT, AT, MENTIONED, PLACE, OF})
_ASKED: Final = frozenset({"letter", "company", "government", "mandate"})
_TOWARDS: Final = frozenset({RECIPIENT, AT})


@dataclass(frozen=True, slots=True)
class Slot:
    """What a parameter of this name takes.

    Attributes:
        kinds: The kinds of thing that may go into it.
        roles: The roles in which it may be named.
        label: Whether the thing goes in by its label; else by its value.
        notes: What it means here to name a thing of a kind, where that might be taken for more.
    """

    kinds: tuple[str, ...]
    roles: frozenset[str] = _OTHER
    label: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)


SLOTS: Final[Mapping[str, Slot]] = {
    "letter": Slot((kinds.LETTER,)),
    "year": Slot((kinds.YEAR,)),
    "during": Slot((kinds.YEAR,)),
    "date": Slot((kinds.DATE,)),
    "principle": Slot((kinds.PRINCIPLE,)),
    "type": Slot((kinds.TYPE,), _ANY),
    "role": Slot((kinds.COMPANY_ROLE,), _ANY),
    "channel": Slot((kinds.CHANNEL,)),
    "form": Slot((kinds.FORM,)),
    "sender": Slot((kinds.MANDATE,), frozenset({NONE, SENDER, OF})),
    "recipient": Slot((kinds.COMPANY, kinds.GOVERNMENT, kinds.ORGANISATION), _TOWARDS),
    "headed": Slot((kinds.COMPANY,), frozenset({NONE, OF})),
    "named": Slot((kinds.COMPANY,), frozenset({NONE, OF, MENTIONED})),
    "replying": Slot((kinds.COMPANY,), frozenset({SENDER, RECIPIENT, OF})),
    "mentioned": Slot(
        (kinds.COMPANY, kinds.ORGANISATION, kinds.PERSON, kinds.STATE),
        frozenset({MENTIONED}),
        notes={
            kinds.PERSON: ", other than as signer",
            kinds.ORGANISATION: ", as recipient",
            kinds.STATE: ", as place of an allegation, or its Government, as recipient or informed",
        },
    ),
    "signer": Slot((kinds.PERSON,), frozenset({SENDER, OF})),
    "addressed": Slot((kinds.PERSON,), frozenset({NONE, OF}) | _TOWARDS),
    "holder": Slot((kinds.PERSON,), frozenset({NONE, SENDER})),
    "place": Slot((kinds.STATE,), frozenset({PLACE, AT})),
    "abuse": Slot((kinds.ISSUE,)),
    "norm": Slot((kinds.INSTRUMENT,)),
    "first": Slot((kinds.COMPANY,), _OTHER | _TOWARDS, label=True),
    "second": Slot((kinds.COMPANY,), _OTHER | _TOWARDS, label=True),
}
"""Parameters by their names; a question may use any of them, and ``kg ask`` leaves all others alone."""


class _Parameter(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def default(self) -> str: ...


class Askable(Protocol):
    """A named question, as far as matching needs to know it."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def title(self) -> str:
        """A few words."""

    @property
    def question(self) -> str:
        """What it asks."""

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other ways to ask for it."""

    @property
    def parameters(self) -> Sequence[_Parameter]:
        """What can be set."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A named question that fits: the settings of its parameters, and what was taken for what."""

    name: str
    settings: Mapping[str, str]
    taken: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question.

    Attributes:
        fit: The question to run, or None.
        reason: Why there is none: one sentence.
        nearest: Names of the questions that come nearest, best first.
    """

    fit: Fit | None
    reason: str = ""
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """One way in which a named question can be put.

    Attributes:
        meanings: What its words mean, in their order.
        needs: The parameters that must be set, or its words would be a condition nobody made.
    """

    meanings: tuple[str, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Ways:
    """A named question and the ways in which it can be put."""

    asked: Askable
    ways: tuple[_Way, ...]

    def open_with(self, settings: Iterable[str]) -> list[tuple[str, ...]]:
        """Return the meanings of the ways that these parameters allow."""
        given = frozenset(settings)
        return [way.meanings for way in self.ways if way.needs <= given]

    @property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(meaning for way in self.ways for meaning in way.meanings)


def _way(text: str, lexicon: Lexicon) -> _Way:
    return _Way(meanings(_NEEDED.sub(" ", text), lexicon), frozenset(_NEEDED.findall(text)))


class Matcher:
    """Finds the named question that a question is.

    Args:
        catalogue: The named questions.
        lexicon: What words mean.
    """

    def __init__(self, catalogue: Iterable[Askable], lexicon: Lexicon) -> None:
        self._ways = [
            _Ways(
                asked,
                tuple(_way(text, lexicon) for text in (asked.title, asked.question, *asked.synonyms)),
            )
            for asked in sorted(catalogue, key=lambda each: each.name)
        ]

    def match(self, said: Understood) -> Outcome:
        """Return the named question that fits, or why none does."""
        nearest = self._nearest(said)
        if said.unknown:
            unknown = ", ".join(f"“{word}”" for word in dict.fromkeys(said.unknown))
            return Outcome(None, f"no question of the catalogue speaks of {unknown}", nearest)
        unclear = next((naming for naming in said.namings if _unclear(naming)), None)
        if unclear is not None:
            several = "; ".join(thing.label for thing in unclear.things[:6])
            return Outcome(
                None, f"“{unclear.words}” may mean several things ({several}); name one in full", nearest
            )
        if said.exchanged:
            return Outcome(None, _EXCHANGED.format(said.exchanged), nearest)
        fits = [(score, fit) for way in self._ways for score, fit in _fits(way, said)]
        best = max((score for score, _ in fits), default=None)
        found = [fit for score, fit in fits if score == best]
        if len(found) == 1:
            return Outcome(found[0], "", nearest)
        if found:
            names = tuple(fit.name for fit in found)
            return Outcome(None, f"it may be any of {', '.join(names)}; ask one of them by its name", names)
        return Outcome(None, "no question of the catalogue asks this", nearest)

    def _nearest(self, said: Understood) -> tuple[str, ...]:
        available = _available(said)
        ranked = sorted(self._ways, key=lambda way: (*_nearness(way, available, said), way.asked.name))
        return tuple(way.asked.name for way in ranked[:NEAREST])


def _unclear(naming: Naming) -> bool:
    """Return whether words name several things of one kind."""
    of_kind = [thing.kind for thing in naming.things]
    return len(of_kind) != len(set(of_kind))


def _available(said: Understood) -> frozenset[str]:
    named = {MEANINGS[thing.kind] for naming in said.namings for thing in naming.things}
    return frozenset({*said.meanings, *named})


def _nearness(ways: _Ways, available: frozenset[str], said: Understood) -> tuple[int, int, int]:
    best = max(len(available & set(way.meanings)) - len(set(way.meanings) - available) for way in ways.ways)
    return -len(ways.vocabulary & frozenset(said.meanings)), -best, len(ways.vocabulary)


def _fits(ways: _Ways, said: Understood) -> list[tuple[tuple[int, bool, int], Fit]]:
    fit = _bound(ways.asked, said.namings)
    if fit is None:
        return []
    own, available, first = frozenset(said.meanings), _available(said), _asked_for(said.meanings)
    each_way = ways.open_with(fit.settings)
    if not own <= frozenset(meaning for way in each_way for meaning in way) | _FREE:
        return []
    finer = 1 if "how-many" in own else -1
    scores = [
        (len(own & set(way)), _asked_for(way) == first, finer * len(set(way) - own))
        for way in each_way
        if set(way) <= available and own & set(way) and _answers(way, said)
    ]
    return [(max(scores), fit)] if scores else []


def _answers(way: Sequence[str], said: Understood) -> bool:
    """Return whether a way asks for what is asked for: companies are no answer to "which letters"."""
    first = _asked_for(said.meanings)
    return first not in _ASKED or _asked_for(way) == first


def _asked_for(meant: Sequence[str]) -> str:
    """Return what is asked for: what is named first, in "which letters" as in "how many letters"."""
    return next((meaning for meaning in meant if meaning != "how-many"), "")


def _bound(asked: Askable, namings: Sequence[Naming]) -> Fit | None:
    """Put each thing into the one parameter it can go into, or return None."""
    settings: dict[str, str] = {}
    taken = []
    for naming in namings:
        places = _places(asked, naming, settings)
        if not places:
            return None
        name, thing = places[0]
        if len({place for place, _ in places}) > 1 and {place for place, _ in places} != {"first", "second"}:
            return None
        settings[name] = thing.label if SLOTS[name].label else thing.value
        taken.append((naming.words, name, f"{thing}{SLOTS[name].notes.get(thing.kind, '')}"))
    return Fit(asked.name, settings, tuple(taken)) if _complete(asked, settings) else None


def _places(asked: Askable, naming: Naming, settings: Mapping[str, str]) -> list[tuple[str, Thing]]:
    return [
        (parameter.name, thing)
        for parameter in asked.parameters
        if parameter.name in SLOTS and parameter.name not in settings
        for thing in naming.things
        if thing.kind in SLOTS[parameter.name].kinds and naming.role in SLOTS[parameter.name].roles
    ]


def _complete(asked: Askable, settings: Mapping[str, str]) -> bool:
    """Return whether no value would be made up: a default that says something must have been said."""
    open_ones = [p.name for p in asked.parameters if p.default not in _NEUTRAL and p.name not in settings]
    together = {"first", "second"} & set(settings)
    return all(_INSTEAD.get(name) in settings for name in open_ones) and len(together) != 1
