"""Which instrument is meant: "the Covenant", "the Declaration", an abbreviation the letter has defined.

A short form stands for the fitting instrument named last; one the letter has defined stands for that. An
instrument the register does not hold stands in the way: "the Convention" after it is not an older one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.text import Letter, Part
from kg.relate.passages import Passage
from kg.vocab.register import Register

_IGNORED: Final = frozenset({Part.PREAMBLE, Part.FURNITURE})
# What may stand between an instrument and the list of its provisions
_ANNOUNCES: Final = re.compile(
    r"(?![^:]*\b(?:Act|Bill|Law|Loi|Ley|Code|Código)\b)[^:.]{0,80}(?:\([^()]{0,60}\)[^:.]{0,60})?:\s*"
)
_DATED: Final = frozenset({Part.DATE, Part.REFERENCE, Part.SALUTATION})
_NAMES: Final = frozenset({"title", "abbreviation", "number", "plural"})


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument named in a letter: the block, the mention, and which instrument is meant.

    ``full`` tells names from short forms, which prove nothing new.
    """

    block: int
    mention: Mention
    id: str
    full: bool


def named_instruments(
    letter: Letter, mentions: Sequence[Sequence[Mention]], register: Register
) -> tuple[Named, ...]:
    """Return the instruments of a letter in reading order, short forms with what they stand for.

    Args:
        letter: The letter.
        mentions: For each of its blocks, what was found in it.
        register: Where the instruments come from.

    Returns:
        One entry for each mention whose instrument can be told, and, with an empty id, for each instrument
        that the register does not hold.
    """
    read = _of_its_time(letter, mentions, register)
    memory = _Memory(register, _values(letter, read, MentionKind.INSTRUMENT))
    supported = memory.whole | _values(letter, read, MentionKind.PROVISION)
    for index, block in enumerate(letter.blocks):
        if block.part in _IGNORED:
            continue
        cited = {one.get("at") for one in read[index] if one.kind is MentionKind.PROVISION}
        for mention in sorted(one for one in read[index] if one.kind is MentionKind.INSTRUMENT):
            invoked = str(mention.start) in cited
            if invoked or not mention.get("weak") or mention.value in supported:
                memory.add(index, mention, invoked=invoked)
    return tuple(one for one in memory.named if one.id or one.mention.get("form") == "unregistered")


@dataclass(slots=True)
class _Memory:
    """What a letter has named so far, and what it has defined words to mean.

    Attributes:
        register: Where the instruments come from.
        whole: The ids named beyond doubt anywhere in the letter.
        named: What was named so far, in reading order.
        defined: For each word the letter has defined, the block of the definition and the id.
    """

    register: Register
    whole: frozenset[str]
    named: list[Named] = field(default_factory=list)
    defined: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(self, block: int, mention: Mention, *, invoked: bool) -> None:
        """Take in the next mention; ``invoked`` tells whether provisions of it are cited."""
        form = mention.get("form")
        known = form == "unregistered" or mention.value
        identifier = mention.value if known else self._meant(block, mention, invoked=invoked)
        if form == "definition":
            self.defined[mention.get("phrase")] = (block, identifier)
        self.named.append(Named(block, mention, identifier, form in _NAMES))

    def _meant(self, block: int, mention: Mention, *, invoked: bool) -> str:
        """Return the instrument a short form stands for, or nothing."""
        phrase, fits = mention.get("phrase"), frozenset(mention.get("fits").split())
        defined = self.defined.get(phrase)
        if defined and (defined[0] == block or not fits):
            return defined[1]
        here = _nearest([one for one in self.named if one.block == block], phrase, fits)
        if here is not None:
            return here
        if defined:
            return defined[1]
        before = _nearest(self.named, phrase, fits)
        return self._unexplained(mention, fits, invoked=invoked) if before is None else before

    def _unexplained(self, mention: Mention, fits: frozenset[str], *, invoked: bool) -> str:
        """Return what a short form means that nothing before it explains."""
        later = fits & self.whole
        if len(later) == 1:
            return next(iter(later))
        owner = mention.get("owner") or (next(iter(fits)) if len(fits) == 1 else "")
        kind = self.register.instruments[owner].type if owner else "other"
        if kind == "other":
            return ""
        clear = " " in mention.get("phrase") and (len(fits) == 1 or kind == "principles")
        return owner if invoked or clear else ""


def _values(letter: Letter, mentions: Sequence[Sequence[Mention]], kind: MentionKind) -> frozenset[str]:
    """Return the ids that mentions of one kind have anywhere in the letter, doubtful ones left out."""
    return frozenset(
        one.value
        for block, found in zip(letter.blocks, mentions, strict=True)
        for one in found
        if block.part not in _IGNORED and one.kind is kind and one.value and not one.get("weak")
    )


def _of_its_time(
    letter: Letter, mentions: Sequence[Sequence[Mention]], register: Register
) -> Sequence[Sequence[Mention]]:
    """Leave out instruments younger than the letter: it speaks of an older text of that name."""
    year = _year(letter, mentions)
    young = {one.id for one in register.instruments.values() if year and one.year[:4] > year}
    return [
        [one for one in found if one.kind is not MentionKind.INSTRUMENT or one.value not in young]
        for found in mentions
    ]


def _year(letter: Letter, mentions: Sequence[Sequence[Mention]]) -> str:
    """Return the year of the letter from its date line, or nothing."""
    for block, found in zip(letter.blocks, mentions, strict=True):
        for one in found:
            if one.kind is MentionKind.DATE and block.part in _DATED:
                return one.value[:4]
    return ""


def _nearest(named: Sequence[Named], phrase: str, fits: frozenset[str]) -> str | None:
    """Return the fitting instrument named last, nothing if another stands in the way, None without one."""
    for one in reversed(named):
        if one.id in fits:
            return one.id
        if not one.id and one.mention.get("form") == "unregistered" and one.mention.get("phrase") == phrase:
            return ""
    return None


def by_place(named: Sequence[Named]) -> Mapping[tuple[int, int], str]:
    """Return the instruments by (block, start of the mention), as provisions point to them."""
    return {(one.block, one.mention.start): one.id for one in named}


def announced(read: Sequence[Passage], named: Sequence[Named]) -> Mapping[tuple[int, int], str]:
    """Return the instruments of provisions that open an item of a list, by (block, start of the provision).

    "We refer to the following provisions of the Declaration: – article 5 (a), which … – article 6 (b) …"

    Args:
        read: The passages of the letter.
        named: Its instruments.
    """
    found = {}
    for passage in read:
        for mention in passage.of(MentionKind.PROVISION):
            if mention.get("needs"):
                place = passage.place(mention.start)
                head = passage.place(passage.unit_start(mention.start))
                block, words = passage.indices[head], passage.words(head)
                before = [one for one in named if one.block == block and one.id]
                if head < place and before and _ANNOUNCES.fullmatch(words, before[-1].mention.end):
                    found[passage.indices[place], mention.start - passage.starts[place]] = before[-1].id
    return found
