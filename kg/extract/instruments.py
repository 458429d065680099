"""Instruments and the articles, principles and rules of theirs that a letter invokes.

``InstrumentFinder`` joins four readings of a block: titles and abbreviations, numbered conventions of the
International Labour Organization, short forms ("the Covenant"), and numbered provisions with the
instrument their own syntax, or the clause before them, gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.folding import fold
from kg.extract.ilo_conventions import find_forced_labour_protocol, find_ilo_conventions
from kg.extract.instrument_names import InstrumentNames, Named, content_key, words_of
from kg.extract.instrument_shorts import ShortForms
from kg.extract.provisions import ProvisionFinder
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Instrument, Register

_PROTOCOL_TO: Final = re.compile(
    r"(?:(?:optional|additional|first|second|third|facultatif|premier|deuxieme|troisieme|primer|segundo|tercer)\s)*"
    r"protoc[a-z]{1,3}(?:\s(?:facultatif|facultativo|additionnel|adicional|se rapportant|relatif))*"
    r"\s(?:to|of|a|au|aux|de|del|du)\s(?:the\s|la\s|l'|el\s|international\s)*$"
)
_SUPPLEMENTED: Final = re.compile(
    r"\b(?:supplementing|additionnel a|complement(?:ing|ant|ario de|a)|que complementa|qui complete)\s(?:to\s)?(?:the|la|l'|el)?\s?$"
)
_REACH: Final = 90
_COMMITTEE_BEFORE: Final = re.compile(r"\b(?:committee|comite)\b[^.;()]{0,130}\(\s?(?:the\s|le\s|el\s)?$")
_COMMITTEE_BEHIND: Final = re.compile(
    r"(?:'s)?\)?,?\s(?:committee|general (?:comments?|recommendations?)|concluding observations|in (?:its|their) (?:\w+\s)?"
    r"(?:general|concluding|views|decision)|views|jurisprudence|secretariat)\b|/(?:c|op|sp)/"
)
_COMMITTEE_NAMED: Final = re.compile(
    r"\b(?:comite|observations? (?:finales|generales?) du|observacion(?:es)? (?:finales|general(?:es)?) del)\s$"
)
_FORCED_LABOUR: Final = "ilo-c29"
_ITS_PROTOCOL: Final = "ilo-p29"
_WEAK: Final = 3  # letters of an abbreviation that may well mean something else
_BODIES: Final = frozenset(("CEDAW", "CRPD", "ECHR", "CEDH"))  # also what a committee or a court is called


class InstrumentFinder:
    """Finds instruments and provisions.

    INSTRUMENT mentions have the register id as value, or nothing where only the letter as a whole can say
    which instrument is meant. Details:

    * ``form``: ``title``, ``abbreviation``, ``number`` (a convention of the ILO), ``short`` ("the Covenant"),
      ``plural`` (both Covenants at once), ``definition`` (a short form or abbreviation the letter gives a title), ``undefined`` (an abbreviation no
      register knows, with articles) or ``unregistered`` (an instrument the register does not hold);
    * ``phrase``: of short forms, definitions and the last two: the words, folded, the noun in English;
    * ``fits``: the ids a short form can stand for, separated by spaces;
    * ``weak``: ``yes`` when an abbreviation also names a committee, or is too short to prove anything alone.

    PROVISION mentions have the instrument's id as value, or nothing as above. Details:

    * ``at``: where in the text the mention of the instrument starts;
    * ``needs``: ``antecedent`` instead of ``at`` when the list opens the block and the block names no instrument
      for it: the words before the list that the block belongs to may name it;
    * ``unit``: ``article``, ``principle``, ``rule``, ``guideline`` or ``safeguard``;
    * ``numbers``: the top-level numbers, separated by spaces, ranges expanded;
    * ``provision``: the parts cited, such as ``12(2)(b)``, separated by spaces;
    * ``problem``: ``out-of-range`` when the instrument has no such provision.

    Args:
        register: Where the instruments come from.
    """

    def __init__(self, register: Register) -> None:
        self._instruments = register.instruments
        self._names = InstrumentNames(register.instruments.values())
        self._shorts = ShortForms(register.instruments.values())
        self._provisions = ProvisionFinder(register.instruments)
        self._protocols = {one.id: _protocols_of(one, register) for one in register.instruments.values()}

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the instruments and provisions in the text of a block, in order of place."""
        folded = fold(text)
        words = words_of(folded)
        ilo = [
            Named(one.start, one.end, one.id if one.known else "", "number")
            for one in find_ilo_conventions(text, folded, self._instruments)
        ]
        titles = [self._whole(folded, one) for one in self._names.find(text, words)]
        titles = [
            one for one in titles if not _is_committee(folded, one) and not _is_supplemented(folded, one)
        ]
        named = list(_merged(titles, ilo))
        named = sorted([*named, *_protocols_behind(folded, named)])
        mentions = [*(_mention(text, one) for one in named), *self._shorts.find(text, folded, words, named)]
        instruments = sorted(set(mentions))
        return tuple(sorted(set(self._provisions.find(text, folded, instruments))))

    def _whole(self, folded: str, one: Named) -> Named:
        """Turn "Optional Protocol to the" with a treaty behind it into the protocol."""
        treaty = self._instruments[one.id]
        before = _PROTOCOL_TO.search(folded, max(0, one.start - _REACH), one.start)
        if before is None or treaty.type == "protocol":
            return one
        protocols = self._protocols[one.id]
        return Named(before.start(), one.end, protocols[0] if len(protocols) == 1 else "", "title")


def _mention(text: str, one: Named) -> Mention:
    detail = {"form": one.form}
    if not one.id:
        detail = {"form": "unregistered", "phrase": "convention" if one.form == "number" else "protocol"}
    elif one.form == "abbreviation" and (
        one.end - one.start <= _WEAK or text[one.start : one.end] in _BODIES
    ):
        detail["weak"] = "yes"
    return Mention(one.start, one.end, MentionKind.INSTRUMENT, one.id, tuple(sorted(detail.items())))


def _protocols_of(treaty: Instrument, register: Register) -> list[str]:
    key = content_key(treaty.label)
    return [
        one.id
        for one in register.instruments.values()
        if one.type == "protocol" and treaty.type != "protocol" and _holds(content_key(one.label), key)
    ]


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _is_committee(folded: str, one: Named) -> bool:
    """Tell whether an abbreviation is the committee's: "Committee on … (CEDAW)", "CERD, in its general …"."""
    if one.form != "abbreviation":
        return False
    before = folded[max(0, one.start - 160) : one.start]
    return bool(
        _COMMITTEE_BEHIND.match(folded, one.end)
        or _COMMITTEE_NAMED.search(before)
        or _COMMITTEE_BEFORE.search(before)
    )


def _is_supplemented(folded: str, one: Named) -> bool:
    """Tell whether a convention stands in the title of its own protocol: "Protocol …, supplementing the …"."""
    return _SUPPLEMENTED.search(folded, max(0, one.start - _REACH), one.start) is not None


def _merged(titles: list[Named], ilo: list[Named]) -> Iterator[Named]:
    """Join a title and a number that name the same convention; of others that overlap the longer one stays."""
    for one in titles:
        same = [other for other in ilo if one.start < other.end and other.start < one.end]
        if not same:
            yield one
        for other in same:
            ilo.remove(other)
            if other.id == one.id or one.end - one.start > other.end - other.start:
                yield _both(one, other)
            else:
                yield other
    yield from ilo


def _protocols_behind(folded: str, named: list[Named]) -> list[Named]:
    """Return the protocols that "its Protocol of 2014" means, behind the Forced Labour Convention."""
    first = min((one.end for one in named if one.id == _FORCED_LABOUR), default=len(folded))
    places = find_forced_labour_protocol(folded, first)
    free = [span for span in places if not any(one.start < span[1] and span[0] < one.end for one in named)]
    return [Named(start, end, _ITS_PROTOCOL, "title") for start, end in free]


def _both(one: Named, other: Named) -> Named:
    return one._replace(start=min(one.start, other.start), end=max(one.end, other.end))
