"""Mandates: where a letter names one, however the names are joined.

A mandate's name begins with a role ("Special Rapporteur", "Groupe de travail", "Experta Independiente").
From there the longest name of the register decides where it ends, since names hold commas and "and" of
their own. A name the register does not hold word for word is compared with all names; it counts only when
one mandate is clearly nearest.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from kg.extract.folding import fold
from kg.extract.names import NameTrie
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

_ROLE: Final = re.compile(
    r"\b(?:(?:united nations |un )?(?:special rapporteurs?|special rap[^\s;,.]{4,9}(?= (?:on|in|of|for) )|special representative|independent experts?|working groups?)"
    r"|rapporteu(?:se|r)s? specia(?:le|l|ux)e?s?|expert(?:e)?s? independant(?:e)?s?|groupes? de travail"
    r"|relator(?:a|es|as)? especial(?:es)?|expert[oa]s? independientes?|grupos? de trabajo"
    r"|representant(?:e)? special(?:e)?|representante especial)\b"
)
_PREFIX: Final = re.compile(r"(?:united nations |un )")
_STOP: Final = re.compile(
    r"[;:(\n]|, pursuant|pursuant to|, conform|conformement|, de conformid|de conformidad|\. |,? (?:and|et|y) (?:the |le |la |del? |l'|el )?$"
)
_LINKS: Final = re.compile(
    r"(?:,|;|\band\b|\bet\b|\by\b|\be\b|\bthe\b|\bde l['a]|\bdu\b|\bdel\b|\bde la\b|\s)+$"
)
# Experts of regional bodies bear the same titles: "… of the Inter-American Commission on Human Rights".
_REGIONAL: Final = re.compile(
    r",? (?:and focal point[^;.]{0,40} )?(?:of|from|for|in|de|du|del|en|para) (?:the |la |l')?(?:inter-?american|african commission|africa\b|commission (?:inter|africaine)|afrique\b|comision (?:inter|africana)|iachr|achpr|cidh|cadhp|osce)"
)
_ON: Final = re.compile(r" (?:on|sur|sobre) ")
_FURTHER: Final = re.compile(r"\s?[;,]?\s(?:(?:and|et|y)\s)?(?=(?:on|sur|sobre) )")
_REACH: Final = 90
_EXACT: Final = 100.0
_ENOUGH: Final = 91.0
_MARGIN: Final = 3.0
_MAX_NAME: Final = 330
_SLACK: Final = 40
_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 6
_REPRESENTATIVE: Final = "representative"[:_STEM]
_ALIKE: Final = 0.5
_CLEARLY: Final = 0.15
_COMMON: Final = frozenset(
    [
        "special",
        "rapporteur",
        "rapporteurs",
        "working",
        "group",
        "independent",
        "expert",
        "on",
        "the",
        "of",
        "in",
        "and",
        "to",
        "for",
        "all",
        "their",
        "its",
        "human",
        "rights",
        "right",
        "promotion",
        "protection",
        "situation",
        "question",
        "issue",
        "field",
        "as",
        "well",
        "rapporteuse",
        "specia",
        "speciale",
        "special",
        "groupe",
        "travail",
        "experte",
        "expert",
        "independant",
        "independante",
        "sur",
        "les",
        "des",
        "droits",
        "droit",
        "homme",
        "humains",
        "promotion",
        "protection",
        "situation",
        "question",
        "relative",
        "relator",
        "relatora",
        "especial",
        "grupo",
        "trabajo",
        "experto",
        "experta",
        "independiente",
        "sobre",
        "los",
        "las",
        "del",
        "derechos",
        "derecho",
        "humanos",
        "promocion",
        "proteccion",
        "situacion",
        "cuestion",
        "una",
        "como",
        "representative",
        "representant",
        "representante",
        "secretary",
        "secretaire",
        "secretario",
        "general",
        "united",
        "nations",
        "pour",
        "para",
        "por",
    ]
)


class _Nearest(NamedTuple):
    id: str
    score: float
    name: str


class MandateFinder:
    """Finds mentions of mandates.

    Mentions have kind MANDATE, the mandate id as value, and the detail ``match``: ``exact`` or ``near``.
    A role whose mandate cannot be told is no mention.
    """

    def __init__(self, register: Register) -> None:
        self._names = tuple(
            sorted(
                {
                    (fold(name.text), mandate.id)
                    for mandate in register.mandates.values()
                    for name in mandate.names
                }
            )
        )
        self._trie = NameTrie(self._names)
        self._tails = NameTrie(
            (name[role.end() :].strip(), identifier)
            for name, identifier in self._names
            if (role := _ROLE.match(name)) and _ON.match(name, role.end())
        )
        self._choices = [name for name, _ in self._names]
        self._telling = [(identifier, *_telling(name)) for name, identifier in self._names]
        mandates_with = Counter(
            stem
            for _, stem in {(identifier, stem) for identifier, _, words in self._telling for stem in words}
        )
        self._weights = {stem: 1 / math.log2(count + 1) for stem, count in mandates_with.items()}
        self._nearest = lru_cache(maxsize=4096)(self._find_nearest)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mandates named in ``text``, in order."""
        folded = fold(text)
        found: list[Mention] = []
        roles = list(_ROLE.finditer(folded))
        for index, role in enumerate(roles):
            if found and role.start() < found[-1].end:
                continue
            limit = roles[index + 1].start() if index + 1 < len(roles) else len(text)
            mention = self._named_at(folded, role, limit)
            if mention and not _REGIONAL.search(folded, mention.start, min(limit, mention.end + _REACH)):
                found.append(mention)
                found += self._continued(folded, mention.end, limit)
        return tuple(found)

    def _continued(self, folded: str, at: int, limit: int) -> list[Mention]:
        """Return the mandates that share the role before: « Rapporteurs spéciaux sur A; sur B; et sur C »."""
        found: list[Mention] = []
        further = _FURTHER.match(folded, at, limit)
        while further:
            tail = self._tails.at(folded, further.end())
            if tail is None or len(tail.ids) != 1 or tail.end > limit:
                break
            found.append(_mention(tail.start, tail.end, tail.ids[0], "exact"))
            further = _FURTHER.match(folded, tail.end, limit)
        return found

    def _named_at(self, folded: str, role: re.Match[str], limit: int) -> Mention | None:
        prefix = _PREFIX.match(role[0])
        begin = role.start() + (prefix.end() if prefix else 0)
        exact = self._trie.at(folded, begin)
        if exact and len(exact.ids) != 1:
            exact = None
        near = self._near(folded, begin, limit, exact.end - exact.start if exact else 0)
        if exact and near is None:
            return _mention(exact.start, exact.end, exact.ids[0], "exact")
        return near or self._grown(folded, begin, limit)

    def _near(self, folded: str, begin: int, limit: int, known: int) -> Mention | None:
        """Return a name printed with slips, when it is longer than the ``known`` characters read exactly.

        Words behind the name, such as the next signature of a letter on one line, are left out.
        """
        name = _printed_name(folded, begin, limit)
        nearest = self._nearest(name)
        if nearest is None or len(nearest.name) <= known + _MARGIN:
            return None
        return _mention(begin, begin + _extent(name, nearest.name), nearest.id, "near")

    def _grown(self, folded: str, begin: int, limit: int) -> Mention | None:
        name = _printed_name(folded, begin, limit)
        identifier = self._containing(name) or self._alike(name)
        return _mention(begin, begin + len(name), identifier, "near") if identifier else None

    def _find_nearest(self, name: str) -> _Nearest | None:
        """Return the mandate whose name is clearly nearest to ``name``."""
        ranked = process.extract(
            name, self._choices, scorer=fuzz.ratio, limit=8, score_cutoff=_ENOUGH - _MARGIN
        )
        if not ranked:
            return None
        best = _Nearest(self._names[ranked[0][2]][1], ranked[0][1], ranked[0][0])
        others = [score for _, score, index in ranked if self._names[index][1] != best.id]
        if best.score < _ENOUGH or (others and best.score - max(others) < _MARGIN and best.score < _EXACT):
            return None
        return best

    def _containing(self, name: str) -> str | None:
        """Return the mandate whose telling words all stand in ``name``, with little else.

        Titles grow and shrink ("human rights defenders", "défenseurs et défenseuses des droits de
        l'homme"); the words that tell one mandate from the others stay.
        """
        role, words = _telling(name)
        fitting: dict[str, int] = {}
        for identifier, known_role, known in self._telling:
            if known and _same_role(known_role, role) and known <= words and len(words) <= 2 * len(known):
                fitting[identifier] = max(fitting.get(identifier, 0), len(known))
        best = max(fitting.values(), default=0)
        names = [identifier for identifier, size in fitting.items() if size == best]
        return names[0] if len(names) == 1 else None

    def _alike(self, name: str) -> str | None:
        """Return the mandate whose telling words are mostly those of ``name``, no other coming near.

        A telling word weighs the more, the fewer mandates have it.
        """
        role, words = _telling(name)
        best: dict[str, float] = {}
        for identifier, known_role, known in self._telling:
            if _same_role(known_role, role) and known & words:
                share = self._weight(known & words) / self._weight(known | words)
                best[identifier] = max(best.get(identifier, 0.0), share)
        ranked = sorted(((share, identifier) for identifier, share in best.items()), reverse=True)
        clear = ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEARLY)
        return ranked[0][1] if clear and ranked[0][0] >= _ALIKE else None

    def _weight(self, stems: frozenset[str]) -> float:
        return sum(self._weights.get(stem, 1.0) for stem in sorted(stems))


def _printed_name(folded: str, begin: int, limit: int) -> str:
    """Return the words from ``begin`` to where the name must have ended."""
    end = min(limit, begin + _MAX_NAME)
    stop = _STOP.search(folded, begin, end)
    return _LINKS.sub("", folded[begin : stop.start() if stop else end]).rstrip(" ,.")


def _extent(printed: str, name: str) -> int:
    """Return how much of ``printed`` is most like ``name``, whole words counted."""
    ends = [match.end() for match in _WORD.finditer(printed)]
    likely = [end for end in ends if abs(end - len(name)) <= _SLACK] or ends[-1:]
    return max(likely, key=lambda end: (fuzz.ratio(printed[:end], name), end), default=len(printed))


def _same_role(known: str, printed: str) -> bool:
    """Whether the roles agree; a Representative of the Secretary-General became a Special Rapporteur."""
    return known == printed or _REPRESENTATIVE in {known, printed}


def _telling(name: str) -> tuple[str, frozenset[str]]:
    """Return the role's first word and the stems of the words that tell a mandate from the others."""
    words = _WORD.findall(name)
    stems = frozenset(word[:_STEM] for word in words if word not in _COMMON and len(word) > 2)  # noqa: PLR2004
    return (words[0][:_STEM] if words else ""), stems


def _mention(start: int, end: int, identifier: str, match: str) -> Mention:
    return Mention(start, end, MentionKind.MANDATE, identifier, (("match", match),))
