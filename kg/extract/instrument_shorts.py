"""Instruments named by a word that needs what was said before: "the Covenant", "the Basic Principles".

Such a word stands for the fitting instrument named last, or for the one a letter has defined it to be:
"the Convention on the Rights of the Child (“the Convention”)". Which it is depends on the letter, so a
mention says only what it can stand for. A convention or charter that the register does not hold is marked
too, so that "the Convention" after it is not taken for another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.folding import fold
from kg.extract.instrument_names import (
    CONTINUED,
    FUNCTION_WORDS,
    IN_CONTEXT,
    NOUNS,
    UN_WORDS,
    InstrumentHeads,
    Named,
    Word,
    normal_head,
    words_of,
)
from kg.extract.names import NameTrie
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Instrument

_DETERMINER: Final = re.compile(
    r"the|this|that|said|same|aforementioned|abovementioned|both|our"
    r"|le|la|l|les|du|des|au|aux|ledit|ladite|dudit|cette|ce|ces"
    r"|el|los|las|del|al|dich[oa]s?|est[ae]|estos|estas|citad[oa]|mencionad[oa]"
)
_SINGULAR: Final = frozenset(("principle", "principe", "principio", "rule", "regle", "regla", "guideline"))
# What is marked as unregistered; agreements are made by anybody
_MARKED: Final = frozenset(NOUNS.values()) - {"agreement"}
_OF_NAME: Final = re.compile(r"\s(?:of (?:the )?|de |du |des |d[’']|del |de la |de los )(?=[A-ZÉÎ])")
_DEFINING: Final = re.compile(r",?\s?\([^()]{0,60}")
_DEFINED: Final = re.compile(r"\s?[\"'»”’]{0,2}\s?\)")
_NEW_ABBREVIATION: Final = re.compile(
    r",?\s?\((?:[a-zéèêà,:\s-]{0,40})[“\"«‘’']?\s?(?P<name>[A-Z][A-Za-z]{0,8}[A-Z](?:-?[A-Z0-9]+)?)\s?[”\"»’']?\s?\)"
)
_GUIDING: Final = frozenset(
    {
        "guiding principles",
        "principles directeurs",
        "principles directeur",
        "principles rectores",
        "principles rector",
    }
)
_NUMBER_NEXT: Final = re.compile(r"\s(?:n[oºú°][smº.]*\s?)?[0-9]", re.IGNORECASE)
_BOTH_COVENANTS: Final = re.compile(
    r"\b(?:both|two|deux|ambos|dos|the|les|aux|des|los|las)\s(?:international\s)?(?P<noun>covenants|pactes|pactos)(?:\s(?:internationaux|internacionales))?\b"
)
_MAX_MODIFIERS: Final = 3
_REACH: Final = 90


class ShortForms:
    """Finds instruments that are not named in full.

    Args:
        instruments: The instruments of the register.
    """

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        instruments = tuple(instruments)
        self._heads = InstrumentHeads(instruments)
        self._in_context = NameTrie(
            (name.text, one.id) for one in instruments for name in one.names if name.note == IN_CONTEXT
        )

    def find(self, text: str, folded: str, words: list[Word], named: list[Named]) -> Iterator[Mention]:
        """Yield the short forms outside the instruments already ``named``.

        Mentions have the details ``form`` (``short``, ``definition`` or ``unregistered``), ``phrase`` (folded, its
        noun in English), ``fits`` (the ids it can stand for) and ``owner`` (the one it most likely means). Only a
        definition has a value.
        """
        taken = [(one.start, one.end) for one in named]
        yield from self._named_in_context(text, taken, named)
        for index, word in enumerate(words):
            if word.key in NOUNS and not _overlaps(taken, word.start, word.end):
                yield from self._at(text, words, index, named)
        for both in _BOTH_COVENANTS.finditer(folded):
            if text[both.start("noun")].isupper():
                yield from self._both_covenants(both)
        for one in named:
            yield from _new_abbreviation(text, one, taken)

    def _named_in_context(
        self, text: str, taken: list[tuple[int, int]], named: list[Named]
    ) -> Iterator[Mention]:
        """Yield the names the register keeps for use after the full title; add their places to ``taken``."""
        for match in self._in_context.find(text):
            if text[match.start].islower() or _overlaps(taken, match.start, match.end):
                continue
            taken.append((match.start, match.end))
            phrase = tuple(word.key for word in words_of(fold(text[match.start : match.end])))
            if _cites_a_principle(text, match.end, phrase) or _continues(text, match.end):
                continue
            short = self._mention(text, match.start, match.end, phrase, match.ids, named)
            owner = (("owner", match.ids[0]),) if len(match.ids) == 1 else ()
            yield replace(short, detail=tuple(sorted(short.detail + owner)))

    def _at(self, text: str, words: list[Word], index: int, named: list[Named]) -> Iterator[Mention]:
        first = _modified_from(text, words, index)
        last = self._qualified_to(text, words, first, index)
        while first < index and not self._heads.fits(_phrase(words, first, last)):
            if words[first].key not in UN_WORDS:
                break
            first += 1
        phrase = _phrase(words, first, last)
        fits = self._heads.fits(phrase)
        start, end = words[first].start, words[last].end
        alone = len(normal_head(phrase)) == 1
        numbered = _NUMBER_NEXT.match(text, end)
        if not text[words[index].start].isupper() and (alone or not numbered or len(fits) != 1):
            return
        if _cites_a_principle(text, end, phrase):
            return
        if not fits or _continues(text, end):
            noun = NOUNS[words[index].key]
            if noun in _MARKED and (not alone or _continues(text, end)) and words[index].key not in _SINGULAR:
                yield _other(start, end, noun)
            return
        if alone and (words[index].key in _SINGULAR or not _determined(text, words, first)):
            return
        yield self._mention(text, start, end, normal_head(phrase), fits, named)

    def _qualified_to(self, text: str, words: list[Word], first: int, index: int) -> int:
        """Return the last word of "Charte africaine", "Principes directeurs": words behind the noun."""
        last = index
        while last + 1 < len(words) and text[words[last].end : words[last + 1].start] in {" ", "-", "‑"}:
            if not self._heads.fits(_phrase(words, first, last + 1)):
                break
            last += 1
        return last

    def _both_covenants(self, match: re.Match[str]) -> Iterator[Mention]:
        """Yield the two Covenants named together: "both Covenants", "les deux Pactes internationaux"."""
        for identifier in self._heads.fits(("covenant",)):
            yield Mention(
                match.start("noun"), match.end(), MentionKind.INSTRUMENT, identifier, (("form", "plural"),)
            )

    def _mention(
        self,
        text: str,
        start: int,
        end: int,
        phrase: tuple[str, ...],
        fits: tuple[str, ...],
        named: list[Named],
    ) -> Mention:
        value = _defined_as(text, start, end, named)
        detail = {
            "form": "definition" if value else "short",
            "phrase": " ".join(normal_head(phrase)),
            "fits": " ".join(sorted({*fits, *self._heads.fits(phrase)})),
        }
        return Mention(start, end, MentionKind.INSTRUMENT, value, tuple(sorted(detail.items())))


def _cites_a_principle(text: str, end: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a number follows: "Guiding Principle 13" cites a principle and does not name the whole."""
    return " ".join(normal_head(phrase)) in _GUIDING and bool(_NUMBER_NEXT.match(text, end))


def _phrase(words: list[Word], first: int, last: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[first : last + 1])


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in taken)


def _continues(text: str, end: int) -> bool:
    """Tell whether a longer title goes on after ``end``, one the register does not hold."""
    return text[end : end + 1] == "/" or bool(CONTINUED.match(text, end) or _OF_NAME.match(text, end))


def _modified_from(text: str, words: list[Word], index: int) -> int:
    """Return the first word of "American Convention", "UN Guiding Principles": capitals before the noun."""
    first = index
    while first > 0 and index - first < _MAX_MODIFIERS:
        before = words[first - 1]
        if text[before.end : words[first].start] != " " or not text[before.start].isupper():
            break
        if before.key in FUNCTION_WORDS or _DETERMINER.fullmatch(before.key):
            break
        first -= 1
    return first


def _determined(text: str, words: list[Word], first: int) -> bool:
    if first == 0:
        return False
    before = words[first - 1]
    gap = text[before.end : words[first].start]
    return bool(_DETERMINER.fullmatch(before.key)) and gap.strip("“\"«‘’' \n") == ""


def _defined_as(text: str, start: int, end: int, named: list[Named]) -> str:
    """Return the id of the instrument right behind whose title "(“the Covenant”)" stands, or nothing."""
    before = [one for one in named if one.end <= start and start - one.end <= _REACH]
    if before and _DEFINED.match(text, end) and _DEFINING.fullmatch(text, before[-1].end, start):
        return before[-1].id
    return ""


def _new_abbreviation(text: str, one: Named, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the abbreviation a letter gives a title: "… Human Rights Defenders (DHRD)"."""
    match = _NEW_ABBREVIATION.match(text, one.end)
    if match and one.form == "title" and not _overlaps(taken, match.start("name"), match.end("name")):
        detail = (("fits", one.id), ("form", "definition"), ("phrase", match["name"]))
        yield Mention(match.start("name"), match.end("name"), MentionKind.INSTRUMENT, one.id, detail)


def _other(start: int, end: int, noun: str) -> Mention:
    return Mention(start, end, MentionKind.INSTRUMENT, "", (("form", "unregistered"), ("phrase", noun)))
