"""Whose provisions a list names: by its own syntax, or by the clause before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.numbering import NUMBER_SIGN, read_numbers
from kg.extract.provision_lists import AGAIN, UNITS, ProvisionList
from kg.extract.sentences import split_sentences
from kg.model.mention import Mention, MentionKind

_DESCRIBED: Final = r"(?:\s\((?![0-9])[^()]{3,90}\))?"
_OF: Final = re.compile(  # "of the", "common to both", "du", "de la"
    _DESCRIBED
    + r"\)?,?\s(?:(?:respectively|respectivement|respectivamente|as enshrined|enshrined|as set out),?\s)?(?:both\s)?"
    r"(?:(?P<of>of|in|to|under|from|dudit|de ladite|du|des|del|de|common to|commune?s? aux?|comun(?:es)? al?)\b\s?|d')"
)
_DETERMINERS: Final = re.compile(
    r"(?:(?:both|the|two|four|deux|quatre|dos|cuatro|ambos|international(?= covenants)|said|same|aforementioned|above-?mentioned|revised"
    r"|la|le|les|l'|el|los|las|its|their|ses?|son|sa|leur|sus?|this|that|these|dicho|dicha|dichos|meme|precite|precitee|mencionad[oa]|citad[oa]|tant|tanto)\b\s?"
    r"|l'|[\"'(]){0,4}"
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\s")
_BOTH: Final = re.compile(r"\b(?:both|tant|tanto)\s")
_COMMON: Final = ("common", "comun")
_LOCATIVE: Final = frozenset(("in", "to", "under", "from"))
_POSSESSED: Final = re.compile(
    r"\b(?:its|their|sus?|ses|son|leurs?)\s$"
)  # «y su artículo 9 de los defensores»
_WHICH: Final = re.compile(
    r"(?:the\s|la\s|le\s|el\s|los\s|las\s)?(?:which|it\b"
    r"|(?:that|this|the same|said|these) (?:instrument|treaty|covenant|convention|declaration|charter|protocol|principles|rules)"
    r"|(?:meme|mismo|misma) (?:instrument|instrumento|pacte|pacto|convention|convencion|declaration|declaracion|traite|tratado)"
    r"|lesquels|laquelle|lequel|celui-ci|celle-ci|ce pacte|cette (?:convention|declaration)"
    r"|cual(?:es)?|esta (?:convencion|declaracion)|este (?:pacto|convenio))"
)
_APPOSED: Final = re.compile(r"(?P<comma>,)?\s\(?")
_AND: Final = r"(?:and|et|y|as well as|ainsi que|asi como)"
_AND_OF: Final = re.compile(
    rf"(?:\s\([^()]{{1,60}}\)){{0,2}},?\s{_AND}\s(?P<of>(?:of|du|de|del)\s)?(?P<to>(?:to|al|aux?|a)\s)?(?P<the>the\s|la\s|le\s|l'|el\s)?"
)
_AND_NUMBERS: Final = re.compile(rf"(?:\s\([^()]{{1,60}}\))?(?:[;,]\s|,?\s{_AND}\s)(?=[0-9])")
_ABBREVIATED: Final = re.compile(r"[A-Z][A-Za-z]{0,8}[A-Z](?:-?[A-Z0-9]+)?\b(?!/)")
_UNIT_NEXT: Final = re.compile(rf"[\s,(:]{{1,3}}(?:{'|'.join(UNITS.values())})\b")
_NUMBER_NEXT: Final = re.compile(rf"\s{NUMBER_SIGN}(?=[0-9])")
_ADJACENT: Final = re.compile(
    r"(?:'s)?[\s,:;()\"'-]*(?:\([^()]{1,80}\)[\s,:;]*)?"
    r"(?:(?:in particular|particularly|notably|especially|including|inter alia|namely|specifically|see|under|in|and"
    r"|en particulier|notamment|y compris|dans|en particular|especialmente|incluidos|en|a saber|principalmente"
    r"|its|their|the|ses|leurs|les|l'|sus|su|los|el)[\s,]*){0,4}\(?"
)
_LAW: Final = re.compile(
    r"\b(?:draft|proposed|penal|criminal|civil|labou?r|electoral|national|domestic)\s"
    r"(?:act|bill|law|code|constitution|regulations?|legislation|by-?law)s?\b"
    r"|\b(?:decree|ordinance|by-?law|constitution|legislation|bill|regulations)\b"
    r"|\bprojets? de (?:loi|reglement|decret|constitution|code)|\b(?:reglement|decret|ordonnance|arrete|constitution)\b"
    r"|\bcode (?:penal|civil|de procedure|du travail|minier|electoral)|\bloi (?:n[o°]|sur|relative|portant|federale|organique)"
    r"|\bproyectos? de (?:ley|reglamento|decreto)|\b(?:reglamento|decreto|ordenanza|constitucion|codigo)\b"
    r"|\bley (?:n|sobre|organica|de|general|federal)"
)
_LAW_NAMED: Final = re.compile(
    r"\b(?:Act|Bill|Law|Code|Regulations?|Order|Loi|Ley|Código|Proyecto)\b(?! of Conduct)"
)
_FULL_FORMS: Final = frozenset(("title", "abbreviation", "number"))


class BlockSyntax:
    """A block being read: its text, its instruments, its laws, and what each list was linked to.

    Args:
        text: The text of the block.
        folded: The same text, folded.
        instruments: The instruments named in it, in order of place; abbreviations that only the letter can
            explain are added to ``instruments`` when a list belongs to them.
    """

    def __init__(self, text: str, folded: str, instruments: list[Mention]) -> None:
        self.text = text
        self.folded = folded
        self.instruments = instruments
        self.sentences = split_sentences(text) or ((0, len(text)),)
        self._starts = {one.start for one in instruments}
        laws = [*_LAW.finditer(folded), *_LAW_NAMED.finditer(text)]
        self._laws = sorted(law.start() for law in laws if not self.inside(law.start() + 1))
        self.left_open = False  # an item of a list: what announces it names the instrument
        self.on_a_law = False  # a provision of nothing that is named: of the law the letter is on
        self._linked: dict[int, Mention] = {}  # sentence -> instrument of its last provision

    @property
    def names_a_law(self) -> bool:
        """Whether the block speaks of a national law."""
        return bool(self._laws)

    def own(self, found: ProvisionList) -> list[Mention] | None:
        """Return the instruments a list's own syntax names; none for another text; None if it is silent."""
        of = _OF.match(self.folded, found.end)
        if of is None:
            return self._apposed(found)
        determined = _DETERMINERS.match(self.folded, of.end())
        at = determined.end() if determined else of.end()
        year = _YEAR.match(self.folded, at)
        target = (
            self._starting(at) or self._starting(of.end()) or (self._starting(year.end()) if year else None)
        )
        if target:
            common = of["of"].startswith(_COMMON)
            both = common or bool(_BOTH.search(self.folded, found.end, target.start))
            return self._with_others(target, both=both)
        if of["of"] in _LOCATIVE:
            return self._apposed(found)
        if _WHICH.match(self.folded, of.end()):
            return None
        target = self._abbreviation(at)
        if target is None and _POSSESSED.search(
            self.folded, max(0, found.start - len("their ")), found.start
        ):
            return None
        return [target] if target else []

    def _apposed(self, found: ProvisionList) -> list[Mention] | None:
        """Read "article 19 ICCPR" and "Article 3, UDHR", but not "ICCPR article 19, UDHR article 3"."""
        apposed = _APPOSED.match(self.folded, found.end)
        target = self._starting(apposed.end()) if apposed else None
        if apposed is None or target is None or target.get("form") not in _FULL_FORMS:
            return None
        if apposed["comma"] and (
            _UNIT_NEXT.match(self.folded, target.end) or self._follows_an_instrument(found)
        ):
            return None
        return [target]

    def _follows_an_instrument(self, found: ProvisionList) -> bool:
        before = self.before(found)
        return bool(before) and self.adjacent(before[-1], found)

    def before(self, found: ProvisionList) -> list[Mention]:
        """Return the instruments named before a list."""
        return [one for one in self.instruments if one.end <= found.start]

    def adjacent(self, instrument: Mention, found: ProvisionList) -> bool:
        """Tell whether a list follows an instrument directly: "the ICCPR, in particular its articles 7 and 9"."""
        return bool(_ADJACENT.fullmatch(self.folded, instrument.end, found.start))

    def governs(self, instrument: Mention, found: ProvisionList) -> bool:
        """Tell whether an instrument named some words before a list still governs it."""
        first, last = self.sentences[found.sentence]
        if instrument.start >= first:
            return not any(first <= law < last for law in self._laws)
        if self._laws or self.on_a_law:
            return False
        earlier = found.sentence - 1
        start, end = self.sentences[earlier]
        return start <= instrument.start < end or self._linked.get(earlier) == instrument

    def remember(self, found: ProvisionList, targets: list[Mention]) -> None:
        """Keep what a list was linked to, for the sentence after it."""
        if targets:
            self._linked[found.sentence] = targets[-1]

    def continued(self, found: ProvisionList, targets: list[Mention]) -> ProvisionList | None:
        """Return the numbers of "and 19 of the ICCPR" behind "article 19 of the UDHR"."""
        more = _AND_NUMBERS.match(self.folded, targets[-1].end)
        numbers = read_numbers(self.text, self.folded, more.end(), AGAIN[found.unit]) if more else None
        return ProvisionList(found.unit, more.start(), numbers, found.sentence) if more and numbers else None

    def numbered(self) -> Iterator[tuple[ProvisionList, Mention]]:
        """Yield the numbers that stand right behind a name: "Framework Principles 14 and 15"."""
        for one in self.instruments:
            name = self.folded[one.start : one.end]
            unit = next(
                (unit for unit in ("principle", "rule") if re.search(rf"\b{UNITS[unit]}\b", name)), ""
            )
            following = _NUMBER_NEXT.match(self.folded, one.end) if unit else None
            numbers = (
                read_numbers(self.text, self.folded, following.end(), AGAIN[unit]) if following else None
            )
            if numbers:
                yield ProvisionList(unit, one.start, numbers, 0), one

    def inside(self, at: int) -> bool:
        """Tell whether ``at`` lies inside the name of an instrument."""
        return any(one.start < at < one.end for one in self.instruments)

    def _starting(self, at: int) -> Mention | None:
        return (
            next((one for one in self.instruments if one.start == at), None) if at in self._starts else None
        )

    def _with_others(self, target: Mention, *, both: bool) -> list[Mention]:
        """Add the other instruments of "the UDHR and of the ICCPR", "both …", "the UDHR and ICCPR"."""
        targets = [one for one in self.instruments if one.start == target.start]
        further = _AND_OF.match(self.folded, target.end)
        while further:
            other = self._starting(further.end())
            short = other and other.get("form") == target.get("form") == "abbreviation" and not further["the"]
            if (
                other is None
                or not (both or (further["of"] and not further["to"]) or short)
                or _UNIT_NEXT.match(self.folded, other.end)
            ):
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
        self._starts.add(at)
        return mention
