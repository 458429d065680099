"""Numbered provisions and the instrument they belong to.

A list of articles, principles or rules gets its instrument from its own syntax ("articles 7 and 9 of the
ICCPR", "principle 7 of which", "article 19 UDHR"), or from the clause before it ("the Declaration …, in
particular its articles 1 and 2"). Articles of national laws look the same: a list whose own syntax names
something that is no instrument has none, and near a law or a bill only an adjacent instrument counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kg.extract.numbering import Item, Numbers, read_numbers
from kg.extract.sentences import split_sentences
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Instrument

_NO: Final = r"(?:(?:nos?|nums?|n[o°]s?)\.?\s?)?"
_UNITS: Final = {
    "article": r"(?:articles?|articulos?|arts?)",
    "principle": r"princip(?:les?|es?|ios?)",
    "rule": r"(?:rules?|regles?|reglas?)",
    "guideline": r"(?:guidelines?|directri(?:z|ces)|lignes? directrices?)",
    "objective": r"(?:objectives?|objectifs?|objetivos?)",
    "safeguard": r"safeguards?",
}
_UNIT: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())})\.?\s{_NO}(?=[0-9ivx])"
)
_AGAIN: Final = {
    unit: re.compile(
        rf"(?:(?:to|with|in|under|a|au|aux|con|en|also)\s)?(?:the\s|its\s|l'|d'|les?\s|los?\s|el\s|del?\s|al\s|sus?\s|ses\s|son\s)?{words}\.?\s{_NO}"
    )
    for unit, words in _UNITS.items()
}
_DESCRIBED: Final = r"(?:\s\((?![0-9])[^()]{3,90}\))?"
_OF: Final = re.compile(  # also "common to both Covenants"
    _DESCRIBED
    + r"\)?,?\s(?:(?:respectively|respectivement|respectivamente|as enshrined|as set out|enshrined),?\s)?(?:both\s)?"
    r"(?:(?P<of>of|in|under|from|dudit|de ladite|du|des|del|de|common to|commune?s? aux?|comun(?:es)? a)\b\s?|d')"
)
_DETERMINERS: Final = re.compile(
    r"(?:(?:both|the|two|deux|dos|ambos|international(?= covenants)|said|same|aforementioned|above-?mentioned|revised|la|le|les|l'|el|los|las|this|that|these"
    r"|dicho|dicha|dichos|meme|precite|precitee|mencionad[oa]|citad[oa]|tant|tanto)\b\s?|l'|[\"'(]){0,4}"
)
_BOTH: Final = re.compile(r"\b(?:both|tant|tanto)\s")
_LOCATIVE: Final = frozenset(("in", "under", "from"))
_WHICH: Final = re.compile(
    r"(?:the\s|la\s|le\s|el\s|los\s|las\s)?(?:which|it\b|(?:that|this|the same|said|these) (?:instrument|treaty|covenant|convention|declaration|charter|protocol|principles|rules)"
    r"|lesquels|laquelle|lequel|celui-ci|celle-ci|ce pacte|cette (?:convention|declaration)|cual(?:es)?|esta (?:convencion|declaracion)|este (?:pacto|convenio))"
)
_APPOSED: Final = re.compile(r"(?P<comma>,)?\s\(?")
_AND_OF: Final = re.compile(
    r"(?:\s\([^()]{1,60}\)){0,2},?\s(?:and|et|y|as well as|ainsi que|asi como)\s(?P<of>(?:of|du|de|del)\s)?(?:the\s|la\s|le\s|l'|el\s)?"
)
_AND_NUMBERS: Final = re.compile(
    r"(?:\s\([^()]{1,60}\))?,?\s(?:and|et|y|as well as|ainsi que|asi como)\s(?=[0-9])"
)
_ABBREVIATED: Final = re.compile(r"[A-Z][A-Za-z]{0,8}[A-Z](?:-?[A-Z0-9]+)?\b(?!/)")
_UNIT_NEXT: Final = re.compile(rf"[\s,(:]{{1,3}}(?:{'|'.join(_UNITS.values())})\b")
_ADJACENT: Final = re.compile(
    r"(?:'s)?[\s,:;()\"'-]*(?:\([^()]{1,80}\)[\s,:;]*)?(?:(?:in particular|particularly|notably|especially|including|inter alia|namely|specifically"
    r"|see|under|in|and|en particulier|notamment|y compris|dans|en particular|especialmente|incluidos|en|a saber|principalmente"
    r"|its|their|the|ses|leurs|les|l'|sus|su|los|el)[\s,]*){0,4}\(?"
)
_LAW: Final = re.compile(
    r"\b(?:draft|proposed|penal|criminal|civil|labou?r|electoral|national|domestic)\s(?:act|bill|law|code|constitution|regulations?|legislation|by-?law)s?\b"
    r"|\b(?:decree|ordinance|by-?law|constitution|legislation|bill|regulations)\b"
    r"|\bprojets? de (?:loi|reglement|decret|constitution|code)|\b(?:reglement|decret|ordonnance|arrete|constitution)\b"
    r"|\bcode (?:penal|civil|de procedure|du travail|minier|electoral)|\bloi (?:n[o°]|sur|relative|portant|federale|organique)"
    r"|\bproyectos? de (?:ley|reglamento|decreto)|\b(?:reglamento|decreto|ordenanza|constitucion|codigo)\b|\bley (?:n|sobre|organica|de|general|federal)"
)
_LAW_NAMED: Final = re.compile(
    r"\b(?:Act|Bill|Law|Code|Regulations?|Order|Loi|Ley|Código|Proyecto)\b(?! of Conduct)"
)
_TITLE_OF_COMMENT: Final = re.compile(
    r"(?:comment|recommendation|observation generale|observacion general)[^.;]{0,60}\b(?:on|sur|sobre|concernant|relativ[ea] (?:al|a l'))\s?(?:the\s|l'|los\s|el\s|les\s)?$"
)
_TREATIES: Final = (
    "treaty",
    "declaration",
    "protocol",
    "regional-treaty",
    "ilo-convention",
    "court-statute",
    "other",
)
_GUIDING: Final = re.compile(r"\bguiding\s$")
_FAMILY: Final = ("guiding principles", "principles directeurs", "principles rectores", "principles rector")
_NUMBER_NEXT: Final = re.compile(rf"\s{_NO}(?=[0-9])")


class _List(NamedTuple):
    """A list of provisions: its unit, where the unit word and the numbers start, and the numbers."""

    unit: str
    start: int
    first: int
    numbers: Numbers
    sentence: int


class ProvisionFinder:
    """Finds provisions and links them to the instruments named in the same block.

    Args:
        instruments: The instruments of the register, by id.
    """

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._instruments = instruments

    def find(self, text: str, folded: str, instruments: list[Mention]) -> Iterator[Mention]:
        """Yield the given mentions of instruments and those of their provisions.

        Args:
            text: The text of the block.
            folded: The same text, folded.
            instruments: The instruments named in it, in order of place.
        """
        block = _Block(text, folded, instruments)
        done = 0
        for found, named in block.numbered():
            yield from self._provisions(found, named)
        for found in _lists(text, folded, block.sentences):
            if found.start >= done and not block.inside(found.start):
                for listed, targets in self._linked(block, found):
                    done = listed.numbers.end
                    for target in targets:
                        yield from self._provisions(listed, target)
        yield from block.instruments

    def _linked(self, block: _Block, found: _List) -> Iterator[tuple[_List, list[Mention]]]:
        own = block.own(found)
        targets = own if own is not None else self._governing(block, found)
        block.remember(found, targets)
        yield found, targets
        while own:  # "article 19 of the UDHR and 19 of the ICCPR"
            more = _AND_NUMBERS.match(block.folded, own[-1].end)
            numbers = read_numbers(block.text, block.folded, more.end(), _AGAIN[found.unit]) if more else None
            if more is None or numbers is None:
                return
            found = _List(found.unit, more.start(), more.end(), numbers, found.sentence)
            own = block.own(found)
            if own:
                yield found, own

    def _governing(self, block: _Block, found: _List) -> list[Mention]:
        """Return the instrument of the clause before the list, if there is one and no law stands between."""
        if _GUIDING.search(block.folded, 0, found.start) or _TITLE_OF_COMMENT.search(
            block.folded, max(0, found.start - 140), found.start
        ):
            return []
        if found.unit == "article" and block.text[found.start : found.start + 7] == "ARTICLE":
            return []  # the organisation of that name
        before = [one for one in block.instruments if one.end <= found.start and self._has(one, found.unit)]
        if not before:
            return []
        nearest = before[-1]
        if _ADJACENT.fullmatch(block.folded, nearest.end, found.start):
            return [nearest]
        return [nearest] if block.governs(nearest, found) else []

    def _has(self, mention: Mention, unit: str) -> bool:
        """Tell whether an instrument is divided into such units."""
        ids = [mention.value] if mention.value else mention.get("fits").split()
        if not ids:
            return unit == "article" and mention.get("form") in {"unregistered", "undefined"}
        return any(unit in _units_of(self._instruments[identifier]) for identifier in ids)

    def _provisions(self, listed: _List, target: Mention) -> Iterator[Mention]:
        if target.value == "ungp" or target.get("form") == "unregistered":
            return
        last = self._instruments[target.value].provisions if target.value else 0
        for item in listed.numbers.items:
            detail = {
                "at": str(target.start),
                "numbers": " ".join(item.numbers),
                "provision": " ".join(item.provisions),
                "unit": listed.unit,
                "problem": "out-of-range" if last and _beyond(item, last) else "",
            }
            kept = tuple(sorted((name, value) for name, value in detail.items() if value))
            yield Mention(item.start, item.end, MentionKind.PROVISION, target.value, kept)


class _Block:
    """A block being read: its text, its instruments, its laws, and what each list was linked to."""

    def __init__(self, text: str, folded: str, instruments: list[Mention]) -> None:
        self.text = text
        self.folded = folded
        self.instruments = instruments
        self.sentences = split_sentences(text) or ((0, len(text)),)
        spans = [(one.start, one.end) for one in instruments]
        matches = [*_LAW.finditer(folded), *_LAW_NAMED.finditer(text)]
        self._laws = [m.start() for m in matches if not any(a <= m.start() < b for a, b in spans)]
        self._linked: dict[int, Mention] = {}  # sentence -> instrument of its last provision

    def own(self, found: _List) -> list[Mention] | None:
        """Return the instruments the list's own syntax names; none for something else; None if it is silent."""
        end = found.numbers.end
        of = _OF.match(self.folded, end)
        if of:
            at = _DETERMINERS.match(self.folded, of.end())
            target = self._starting(at.end() if at else of.end()) or self._starting(of.end())
            if target is None and of["of"] not in _LOCATIVE:
                if _WHICH.match(self.folded, of.end()):
                    return None
                target = self._abbreviation(at.end() if at else of.end())
                return [target] if target else []
            if target:
                return self._with_others(target, bool(_BOTH.search(self.folded, end, target.start)))
        return self._apposed(found, end)

    def _apposed(self, found: _List, end: int) -> list[Mention] | None:
        """Read "article 19 ICCPR" and "Article 3, UDHR", but not "ICCPR article 19, UDHR article 3"."""
        apposed = _APPOSED.match(self.folded, end)
        target = self._starting(apposed.end()) if apposed else None
        if apposed is None or target is None or target.get("form") not in {"title", "abbreviation", "number"}:
            return None
        if apposed["comma"] and _UNIT_NEXT.match(self.folded, target.end):
            return None
        if apposed["comma"] and any(
            _ADJACENT.fullmatch(self.folded, one.end, found.start)
            for one in self.instruments
            if one.end <= found.start
        ):
            return None
        return [target]

    def governs(self, instrument: Mention, found: _List) -> bool:
        """Tell whether an instrument named some words before the list still governs it."""
        first, last = self.sentences[found.sentence]
        if instrument.start >= first:
            return not any(first <= law < last for law in self._laws)
        if self._laws:
            return False
        earlier = found.sentence - 1
        start, end = self.sentences[earlier]
        linked = self._linked.get(earlier)
        return (start <= instrument.start < end) or linked == instrument

    def remember(self, found: _List, targets: list[Mention]) -> None:
        """Keep what the list was linked to, for the sentence after it."""
        if targets:
            self._linked[found.sentence] = targets[-1]

    def numbered(self) -> Iterator[tuple[_List, Mention]]:
        """Yield the numbers that stand right behind a name: "Framework Principles 14 and 15"."""
        for one in self.instruments:
            noun = self.folded[one.start : one.end].split()
            unit = next(
                (unit for unit in ("principle", "rule") if re.search(rf"\b{_UNITS[unit]}\b", " ".join(noun))),
                "",
            )
            following = _NUMBER_NEXT.match(self.folded, one.end) if unit else None
            if following is None or one.get("phrase") in _FAMILY or one.value == "ungp":
                continue
            numbers = read_numbers(self.text, self.folded, following.end(), _AGAIN[unit])
            if numbers:
                yield _List(unit, one.start, following.end(), numbers, 0), one

    def inside(self, at: int) -> bool:
        """Tell whether ``at`` lies inside the name of an instrument."""
        return any(one.start < at < one.end for one in self.instruments)

    def _starting(self, at: int) -> Mention | None:
        return next((one for one in self.instruments if one.start == at), None)

    def _with_others(self, target: Mention, both: bool) -> list[Mention]:  # noqa: FBT001 - read from the text
        """Add the instruments of "of the UDHR and of the ICCPR" and "of both the UDHR and the ICCPR"."""
        targets = [one for one in self.instruments if one.start == target.start]
        further = _AND_OF.match(self.folded, target.end)
        while further and (further["of"] or both):
            other = self._starting(further.end())
            if other is None:
                break
            targets.append(other)
            further = _AND_OF.match(self.folded, other.end)
        return targets

    def _abbreviation(self, at: int) -> Mention | None:
        """Return the unknown abbreviation at ``at``; only the letter can say what it stands for."""
        match = _ABBREVIATED.match(self.text, at)
        if match is None:
            return None
        detail = (("form", "undefined"), ("phrase", match[0]))
        mention = Mention(at, match.end(), MentionKind.INSTRUMENT, "", detail)
        self.instruments = sorted([*self.instruments, mention])
        return mention


def _lists(text: str, folded: str, sentences: tuple[tuple[int, int], ...]) -> Iterator[_List]:
    for match in _UNIT.finditer(folded):
        unit = str(match.lastgroup)
        numbers = read_numbers(text, folded, match.end(), _AGAIN[unit])
        if numbers:
            place = next(
                (i for i, (_, end) in enumerate(sentences) if match.start() < end), len(sentences) - 1
            )
            yield _List(unit, match.start(), match.end(), numbers, place)


def _units_of(instrument: Instrument) -> frozenset[str]:
    if instrument.type in _TREATIES or "Code of" in instrument.label:
        return frozenset({"article", "objective"})
    if instrument.type == "standard-minimum-rules":
        return frozenset({"rule"})
    return frozenset({"principle", "guideline", "safeguard"})


def _beyond(item: Item, last: int) -> bool:
    return any(number.isdigit() and int(number) > last for number in item.numbers)
