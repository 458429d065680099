"""What a question can name, and under which names: the graph's companies and persons, the register's rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.ask.lexicon import THING, Lexicon
from kg.ask.words import Words, folded
from kg.errors import QueryError

COMPANY: Final = "company"
GOVERNMENT: Final = "government"
INSTRUMENT: Final = "instrument"
ISSUE: Final = "kind of abuse"
MANDATE: Final = "mandate"
ORGANISATION: Final = "organisation"
PERSON: Final = "person"
STATE: Final = "State"

TYPE: Final = "type of letter"
COMPANY_ROLE: Final = "role of a company"
CHANNEL: Final = "channel of involvement"
FORM: Final = "form of instrument"

LETTER: Final = "letter"
YEAR: Final = "year"
DATE: Final = "date"
PRINCIPLE: Final = "principle"

MEANINGS: Final[Mapping[str, str]] = {
    COMPANY: "company",
    GOVERNMENT: "government",
    STATE: "government",
    INSTRUMENT: "instrument",
    ISSUE: "abuse",
    LETTER: "letter",
    MANDATE: "mandate",
    ORGANISATION: "company",
    PERSON: "who",
    PRINCIPLE: "principle",
    TYPE: "letter",
    COMPANY_ROLE: "company",
    CHANNEL: "involved",
    FORM: "instrument",
    DATE: "when",
    YEAR: "when",
}
"""What naming a thing of a kind says, in the words of the lexicon."""

CONDITIONS: Final[Mapping[str, str]] = {
    "type": TYPE,
    "role": COMPANY_ROLE,
    "channel": CHANNEL,
    "form": FORM,
}
"""Kinds of things that words of the lexicon name, by what they are called there."""

_WHOLE, _PART = 0, 1
_SHORTEST_PART: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something a question can name.

    Attributes:
        kind: What it is: ``company``, ``mandate`` … ``letter``, ``year``, ``date``, ``principle``.
        value: What is put into a query: an IRI, or the text of a year, date, number or reference.
        label: What people call it.
        names: Its names, in any language.
    """

    kind: str
    value: str
    label: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.label} ({self.kind})"


class Named(NamedTuple):
    """The things a stretch of words names, and how many words it takes."""

    things: tuple[Thing, ...]
    length: int


def condition(meaning: str) -> Thing:
    """Return the thing that a meaning such as ``type=UA`` names.

    Raises:
        QueryError: If there is no such kind of thing.
    """
    called, _, value = meaning.partition(THING)
    if called not in CONDITIONS:
        known = ", ".join(CONDITIONS)
        raise QueryError(f"words.txt: no kind of thing is called {called!r}; write one of: {known}")
    return Thing(CONDITIONS[called], value, value)


class Names:
    """Finds things by their names.

    A whole name counts before the beginning of one ("Sony" for "Sony Corporation"). Where words begin the
    names of several things of a kind, all are returned: who asks must say which is meant.

    Args:
        things: All things but mandates, which ``kg.ask.mandates`` finds beside their roles.
        lexicon: Words with a meaning of their own are no beginning of a name.
    """

    def __init__(self, things: Iterable[Thing], lexicon: Lexicon) -> None:
        found: dict[Words, dict[int, set[Thing]]] = defaultdict(lambda: defaultdict(set))
        for thing in things:
            for words, rank in _names(thing, lexicon):
                found[words][rank].add(thing)
        self._things: Mapping[Words, tuple[Thing, ...]] = {
            words: tuple(sorted(ranks[min(ranks)])) for words, ranks in found.items()
        }
        self._longest = max(map(len, self._things), default=0)

    def at(self, words: Words, start: int) -> Named:
        """Return what the longest name at ``start`` names; nothing of length 0 when there is none."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            things = self._things.get(words[start : start + length])
            if things:
                return Named(things, length)
        return Named((), 0)


def _names(thing: Thing, lexicon: Lexicon) -> Iterator[tuple[Words, int]]:
    for name in thing.names:
        words = folded(name)
        if words and not (len(words) == 1 and words in lexicon.meanings):
            yield words, _WHOLE
        for part in _parts(thing.kind, words):
            if part not in lexicon.meanings and len("".join(part)) >= _SHORTEST_PART:
                yield part, _PART


def _parts(kind: str, words: Words) -> Iterator[Words]:
    """Yield what people say instead of a whole name: its beginning, or the surname of a person."""
    if kind == PERSON and len(words) > 1:
        yield words[-1:]
    if kind in {COMPANY, ISSUE, ORGANISATION}:
        yield from (words[:length] for length in range(1, len(words)))
