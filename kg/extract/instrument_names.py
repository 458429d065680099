"""The names of instruments, as letters print them: titles, their usual shortenings, and abbreviations.

Titles are matched by their content words: case, diacritics, punctuation, articles and prepositions make
no difference, "United Nations" and "International" may be missing, and a title may be cut short as soon as
no other instrument begins alike. One trie serves all names; the text is walked once.

Words that can mean several instruments ("the Covenant", "the Basic Principles") are no names:
``InstrumentHeads`` knows which instruments they can stand for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kg.extract.folding import fold
from kg.vocab.register import Instrument

WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
UN_WORDS: Final = frozenset(["united", "nations", "un", "unies", "naciones", "unidas", "onu"])
FUNCTION_WORDS: Final = frozenset(
    [
        "the",
        "of",
        "on",
        "to",
        "for",
        "and",
        "in",
        "a",
        "an",
        "by",
        "with",
        "its",
        "their",
        "from",
        "under",
        "between",
        "le",
        "la",
        "les",
        "l",
        "du",
        "de",
        "des",
        "d",
        "a",
        "au",
        "aux",
        "et",
        "sur",
        "en",
        "dans",
        "par",
        "pour",
        "qui",
        "leurs",
        "leur",
        "el",
        "los",
        "las",
        "lo",
        "del",
        "y",
        "e",
        "o",
        "u",
        "al",
        "para",
        "por",
        "su",
        "sus",
        "que",
        "relating",
        "relative",
        "concerning",
        "regarding",
        "relatif",
        "relatifs",
        "relatives",
        "concernant",
        "relativo",
        "relativa",
        "relativos",
        "relativas",
    ]
)
# The noun that says what an instrument is, in three languages, and the idea they share.
NOUNS: Final[Mapping[str, str]] = {
    "covenant": "covenant", "pacte": "covenant", "pacto": "covenant",
    "convention": "convention", "convencion": "convention", "convenio": "convention",
    "declaration": "declaration", "declaracion": "declaration",
    "protocol": "protocol", "protocole": "protocol", "protocolo": "protocol",
    "charter": "charter", "charte": "charter", "carta": "charter",
    "principles": "principles", "principes": "principles", "principios": "principles",
    "principle": "principles", "principe": "principles", "principio": "principles",
    "rules": "rules", "regles": "rules", "reglas": "rules", "rule": "rules", "regle": "rules", "regla": "rules",
    "guidelines": "guidelines", "directives": "guidelines", "directrices": "guidelines", "guideline": "guidelines",
    "statute": "statute", "statut": "statute", "estatuto": "statute",
    "agreement": "agreement", "accord": "agreement", "acuerdo": "agreement",
}  # fmt: skip
IN_CONTEXT: Final = "in context"  # the note of names that are clear only after the full title
_SAME: Final = {
    "humains": "homme",
    "labor": "labour",
    "peoples": "people",
    "organised": "organized",
    "minimum": "minima",
    "cadre": "cadres",
}
_SCANNED: Final = re.compile(r"^l(?=[nm][a-z])")  # a scan prints "lnternational", "lndependencia"
_INTERNATIONAL: Final = frozenset(("international", "internationale", "internacional"))
_KEPT_WITHOUT_UN: Final = 3  # content words that still identify a title without "United Nations"
_KEPT_WITHOUT_INTERNATIONAL: Final = 4
_HEAD: Final = 2  # content words of a name like « Charte africaine », which begins other titles too
_CUT_SHORT: Final = 4  # content words after which a title may be cut short
_MAX_SKIPPED: Final = 7  # small words in a row inside a title
_LOWER_CASE: Final = 4  # content words a title needs when it does not begin with a capital
_ABBREVIATION: Final = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:-[A-Z0-9]+)*s?")
_INSERTED: Final = re.compile(r"\((?:the |les |las |los )?(?P<name>[^()]+)\)")
_NUMBERED: Final = re.compile(r",? ?(?:19|20)[0-9]{2}$")
_GAP: Final = re.compile(r"[\s,:'’\"“”«»()/&‘–—-]{1,6}")
_ABBREVIATED: Final = frozenset(("no", "nos", "num", "nums", "n"))
_LEADING: Final = UN_WORDS | _INTERNATIONAL
# What follows a short name when it is the beginning of another title: "African Charter on …".
CONTINUED: Final = re.compile(
    r"\s(?:on|against|relating to|concerning|regarding|for the|sur|contre|concernant|applicables? (?:à|aux?)|relati(?:f|ve|fs|ves) (?:à|aux?)"
    r"|des droits et du bien-être|de la démocratie|de la jeunesse|pour l|sobre|contra|relativ[oa]s? a|para la)\b"
    r"|\s(?:N[oº°]|n[oº°]|núm)\.?\s?(?=[0-9])"
)
# … and what follows the beginning that two titles share: "All Persons from Being Subjected to Torture"
_UNLIKE: Final = re.compile(r"\s(?:from|against|contre|contra)\s")
_MAX_HEAD: Final = 4
_OPPOSING: Final = frozenset(("against", "contre", "contra", "visant"))  # end a head like small words do


class Word(NamedTuple):
    """A word of the text: its place and its folded form."""

    start: int
    end: int
    key: str


class Named(NamedTuple):
    """An instrument named at a place of the text."""

    start: int
    end: int
    id: str
    form: str  # "title" or "abbreviation"


@dataclass(slots=True)
class _Node:
    then: dict[str, _Node] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    below: set[str] = field(default_factory=set)


def words_of(folded: str) -> list[Word]:
    """Return the words of a folded text, spelling variants made equal."""
    found = []
    for match in WORD.finditer(folded):
        key = "".join(letter for letter in match[0] if not "\u0300" <= letter <= "\u036f")
        key = _SCANNED.sub("i", key)
        found.append(Word(match.start(), match.end(), _SAME.get(key, key)))
    return found


def content_key(name: str) -> tuple[str, ...]:
    """Return the content words that identify a name."""
    keys = [word.key for word in words_of(fold(name)) if word.key not in FUNCTION_WORDS]
    without_un = [key for key in keys if key not in UN_WORDS]
    keys = without_un if len(without_un) >= _KEPT_WITHOUT_UN else keys
    without = [key for key in keys if key not in _INTERNATIONAL]
    return tuple(without if len(without) >= _KEPT_WITHOUT_INTERNATIONAL else keys)


def printed_forms(instrument: Instrument) -> Iterator[str]:
    """Yield the forms of an instrument's own names: in full, without bracketed parts, up to the colon."""
    for known in instrument.names:
        name = known.text
        if known.note == IN_CONTEXT or "/" in name or ("(" in name and known.note != "official title"):
            continue
        yield name.partition(":")[0].strip()
        inserted = _INSERTED.search(name)
        if inserted:
            yield _NUMBERED.sub("", _INSERTED.sub("", name).strip())
            # "(Beijing Rules)" names it; "(No. 29)" and "(Employment and Occupation)" do not
            if any(word.key in NOUNS for word in words_of(fold(inserted["name"]))):
                yield inserted["name"]


class InstrumentNames:
    """Finds titles and abbreviations in a text.

    Args:
        instruments: The instruments of the register.
    """

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._root = _Node()
        self._abbreviations: dict[str, str] = {}
        for instrument in instruments:
            for form in printed_forms(instrument):
                if _ABBREVIATION.fullmatch(form):
                    self._abbreviations.setdefault(form, instrument.id)
                else:
                    self._add(content_key(form), instrument.id)

    def _add(self, key: tuple[str, ...], identifier: str) -> None:
        node = self._root
        for word in key:
            node = node.then.setdefault(word, _Node())
            node.below.add(identifier)
        node.ids.add(identifier)

    def find(self, text: str, words: list[Word]) -> Iterator[Named]:
        """Yield the instruments named, left to right, none inside another."""
        index = 0
        while index < len(words):
            found = self._at(text, words, index)
            if found is None:
                index += 1
                continue
            yield found
            while index < len(words) and words[index].start < found.end:
                index += 1

    def _at(self, text: str, words: list[Word], index: int) -> Named | None:
        first = words[index]
        if text[first.start].isupper():
            match = _ABBREVIATION.match(text, first.start)
            if (
                match
                and match[0] in self._abbreviations
                and not text[match.end() : match.end() + 1].isalnum()
            ):
                return Named(first.start, match.end(), self._abbreviations[match[0]], "abbreviation")
        best = self._title(text, words, index)
        behind = index
        while behind < len(words) and words[behind].key in _LEADING:
            behind += 1
        later = self._title(text, words, behind) if behind > index else None
        if later and (best is None or later.end > best.end):
            return later._replace(start=first.start)
        return best

    def _title(self, text: str, words: list[Word], index: int) -> Named | None:
        """Return the longest title whose first content word is the word at ``index``."""
        states, best = [_State(self._root, 0, 0, noun=False)], None
        for at in range(index, len(words)):
            if at > index and not _joined(text, words[at - 1], words[at]):
                break
            states = list(_next_states(states, words[at].key))
            if not states:
                break
            for state in states:
                best = _named(text, words[index], words[at], state) or best
        return best


class _State(NamedTuple):
    """How far a title is read: the node, its depth, the small words skipped since, whether it says what it is."""

    node: _Node
    depth: int
    skipped: int
    noun: bool


def _next_states(states: list[_State], key: str) -> Iterator[_State]:
    for state in states:
        following = state.node.then.get(key)
        if following:
            yield _State(following, state.depth + 1, 0, state.noun or key in NOUNS)
        if state.depth and state.skipped < _MAX_SKIPPED and (key in FUNCTION_WORDS or key in _LEADING):
            yield state._replace(skipped=state.skipped + 1)


def _joined(text: str, word: Word, following: Word) -> bool:
    """Tell whether nothing but small punctuation stands between two words of a title."""
    gap = text[word.end : following.start]
    return bool(_GAP.fullmatch(gap)) or (gap.startswith(".") and word.key in _ABBREVIATED)


def _named(text: str, first: Word, last: Word, state: _State) -> Named | None:
    node, depth, skipped, noun = state
    whole = len(node.ids) == 1
    cut = noun and depth >= _CUT_SHORT and len(node.below) == 1
    capital = text[first.start].isupper() or text[first.start].isdigit()
    if skipped or not (whole or cut) or not (capital or (noun and depth >= _LOWER_CASE)):
        return None
    if cut and not whole and _UNLIKE.match(text, last.end):
        return None
    short = (depth < _CUT_SHORT and last.key in NOUNS) or (depth <= _HEAD and first.key in NOUNS)
    if short and CONTINUED.match(text, last.end):
        return None
    end = last.end
    if text[end : end + 1] == ")" and text.count("(", first.start, end) > text.count(")", first.start, end):
        end += 1
    return Named(first.start, end, next(iter(node.ids if whole else node.below)), "title")


class InstrumentHeads:
    """Knows which instruments words such as "Covenant", "Basic Principles" or "Charte africaine" can mean.

    Args:
        instruments: The instruments of the register.
    """

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        heads: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for instrument in instruments:
            noun = _noun(instrument)
            for form in printed_forms(instrument):
                for head in _heads(form):
                    if len(head) > 1 or head[0] == noun:
                        heads[head].add(instrument.id)
        self._heads: dict[tuple[str, ...], tuple[str, ...]] = {
            head: tuple(sorted(ids)) for head, ids in heads.items()
        }

    def fits(self, phrase: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids that ``phrase`` can stand for."""
        return self._heads.get(normal_head(phrase), ())


def normal_head(phrase: Iterable[str]) -> tuple[str, ...]:
    """Return the phrase with its noun replaced by the idea it stands for in all three languages."""
    return tuple(NOUNS.get(word, word) for word in phrase if word not in UN_WORDS)


def _noun(instrument: Instrument) -> str:
    """Return what an instrument is, from its title: ``covenant``, ``convention`` … or nothing."""
    nouns = (NOUNS[word.key] for word in words_of(fold(instrument.label)) if word.key in NOUNS)
    return next(nouns, "") if instrument.type != "other" else ""


def _heads(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the head of a title and its shorter forms: the noun, with the words that qualify it."""
    words = [word.key for word in words_of(fold(form))]
    at = next((index for index, word in enumerate(words) if word in NOUNS), None)
    if at is None or at > _MAX_HEAD:
        return
    before = [word for word in words[:at] if word not in UN_WORDS]
    after: list[str] = []
    for word in words[at + 1 :]:
        if word in FUNCTION_WORDS or word in UN_WORDS or word in _OPPOSING:
            break
        after.append(word)
    if not FUNCTION_WORDS.intersection(before):
        for size in range(len(before) + 1):
            yield normal_head((*before[len(before) - size :], words[at]))
    for size in range(1, min(len(after), _MAX_HEAD) + 1):
        yield normal_head((words[at], *after[:size]))
