"""Verbs that put a report at a distance: the French and Spanish conditional, English *may* and *would*.

French and Spanish letters report with the conditional (« auraient reçu », «habría otorgado»). Its endings are
shared by nouns («minería», « extrait ») and by the imperfect of verbs in *-r-* (« montrait », «requería»):
the stems below keep them apart. Verbs of politeness and of duty (« devrait », «agradecería») report nothing.

All functions return (start, end) pairs: the verb, and its participle or infinitive where it has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[^\W\d_]+"

_FRENCH = re.compile(
    r"\b(?:aurai(?:en)?t|serai(?:en)?t|sauraient|saurait|vaincrai(?:en)?t"
    rf"|(?:{_WORD})?(?:er|ir|dr|ttr|aîtr|aitr|rr|clur|(?:de|ce|sui|vi|pleu)vr)ai(?:en)?t)\b",
    re.IGNORECASE,
)
_FRENCH_IMPERFECT = re.compile(
    r"(?:tir|spir|xpir|désir|admir|chavir|déchir|engendr|cadr|ffondr|barr|serr|fourr|narr|\berr)ai(?:en)?t$",
    re.IGNORECASE,
)
_FRENCH_POLITE = re.compile(
    r"(?:devr|faudr|voudr|saur|souhaiter|aimer|conviendr|remercier|apprécier)ai(?:en)?t$", re.IGNORECASE
)
_FRENCH_ADVERB = rf"(?:{_WORD}ment|pas|jamais|déjà|aussi|ainsi|toujours|ensuite|plus|encore|tous|toutes)"
_FRENCH_PARTICIPLE = rf"{_WORD}(?:é|i|u|is|it|ert|int|ait|eint)e?s?"
_FRENCH_TAIL = re.compile(
    rf"(?: {_FRENCH_ADVERB}){{0,2}}(?: été(?: {_FRENCH_ADVERB})?)? {_FRENCH_PARTICIPLE}\b", re.IGNORECASE
)
_FRENCH_INFINITIVE = re.compile(
    rf"(?: {_FRENCH_ADVERB})? (?:(?:avoir(?: été)?|être) {_FRENCH_PARTICIPLE}|(?:s’|s'|se )?{_WORD}(?:er|ir|re|oir))\b",
    re.IGNORECASE,
)

_SPANISH = re.compile(rf"\b(?:habr|sabr|podr|(?:{_WORD})?(?:[aei]r|ndr|ldr))ían?\b", re.IGNORECASE)
_SPANISH_IMPERFECT = re.compile(
    r"^(?:quer|requer|refer|suger|prefer|transfer|infer|difer|interfer|confer|her|adher|diger|inger|profer"
    r"|adquir|inquir|var)ían?$",
    re.IGNORECASE,
)
_SPANISH_POLITE = re.compile(
    r"^(?:deber|agradecer|desear|querr|gustar|convendr|rogar|solicitar|encarecer|apreciar)ían?$",
    re.IGNORECASE,
)
_SPANISH_NOUN = re.compile(
    r"^(?:secretar|subsecretar|comisar|notar|penitenciar|miner|ganader|ingenier|tuber|bater|librer|galer"
    r"|pesquer"
    r"|tesorer|enfermer|mensajer|cafeter|refiner|porter|infanter|artiller|caballer|hoteler|hosteler|cañer"
    r"|loter"
    r"|panader|carnicer|carpinter|guarder|lavander|peluquer|gaser)ía$",
    re.IGNORECASE,
)
_OPENERS = '.!?:;¿¡“«"”»()–—-•'
_ABBREVIATED = re.compile(
    r"\b(?:Sra?s?|Srtas?|Dra?s?|Mmes?|Mlles?|MM?|Lic|Licd[oa]|Ing|Gral|Cnel|Prof|D|Dña|[A-Z])\.$"
)
_SPANISH_DETERMINER = re.compile(
    r"\b(?:la|una|esta|esa|aquella|dicha|cada|otra|su|de|del|en|con|por|para|sin|y/o|gran|nueva|misma)\s$",
    re.IGNORECASE,
)
_SPANISH_PARTICIPLE = rf"{_WORD}(?:[ai]d|ít|ert|uest|ech|ich|rit|uelt|ist|íd|rt|uert)[oa]s?"
_SPANISH_TAIL = re.compile(
    rf"(?: sido| estado)?(?: {_WORD}mente| también| ya)? {_SPANISH_PARTICIPLE}\b", re.IGNORECASE
)
_SPANISH_INFINITIVE = re.compile(
    rf" (?:(?:haber(?: sido)?|ser|estar) {_SPANISH_PARTICIPLE}|{_WORD}[aeií]r(?:se|l[oae]s?|les)?)\b",
    re.IGNORECASE,
)

_PLAIN = r"[a-z]+(?:-[a-z]+)?"
_PARTICIPLE_PAIR = rf"(?:(?: and| or) (?:may )?(?:have )?{_PLAIN}(?:ed|en))?"
_ADVERB = r"(?: not| also| therefore| thus| further| only| even| still| again| no longer| [a-z]+ly)?"
_ENGLISH_MODAL = re.compile(
    rf"\b(?:may|might){_ADVERB} (?:have(?: also)? been {_PLAIN}|have {_PLAIN}|be(?: at| in| under| a| an"
    rf"| the)? {_PLAIN}"
    rf"|(?:amount|contribute|lead|pertain|relate) to|result in|fall (?:under|within) the (?:definition"
    rf"|scope) of"
    rf"|give rise to|{_PLAIN}){_PARTICIPLE_PAIR}"
)
_ENGLISH_COULD = re.compile(
    rf"\bcould{_ADVERB} (?:have been {_PLAIN}|have {_PLAIN}|be(?: at| in| under)? {_PLAIN}|(?:amount"
    rf"|contribute|lead) to"
    r"|result in|constitute|face|affect|violate|endanger|give rise to)"
)
_ENGLISH_WOULD = re.compile(
    rf"\bwould{_ADVERB} (?:have been {_PLAIN}|have {_PLAIN}|be {_PLAIN}|(?:amount|contribute|lead) to"
    rf"|{_PLAIN})"
)
_LOOK_BACK = 200  # characters; no clause of interest is longer
_POLITE = re.compile(r"\b(?:we|i) $", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:when|whether|if|until|how|where|unless|why)\b[^.;:]*$", re.IGNORECASE)
_REPORTED_SPEECH = re.compile(r"\bthat(?: \S+){1,3} $", re.IGNORECASE)


def english_modals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where *may*, *might* or *could* leave open whether something is so, with their verb."""
    for pattern in (_ENGLISH_MODAL, _ENGLISH_COULD):
        yield from (match.span() for match in pattern.finditer(text))


def english_conditionals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where *would* says what a draft or a plan is reported to bring about, with its verb.

    In a subordinate clause of time, condition or reported speech *would* is a tense, not a hedge, and
    after *we* it is politeness.
    """
    for match in _ENGLISH_WOULD.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not any(pattern.search(before) for pattern in (_POLITE, _SUBORDINATE, _REPORTED_SPEECH)):
            yield match.span()


def french_conditionals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where French verbs stand in the conditional of reporting."""
    for match in _FRENCH.finditer(text):
        word = match.group()
        if (
            _FRENCH_IMPERFECT.search(word)
            or _FRENCH_POLITE.search(word)
            or _is_name(text, match.start(), word)
        ):
            continue
        if word.lower().startswith(("aurai", "serai")):
            yield match.start(), _extended(_FRENCH_TAIL, text, match.end())
        elif word.lower().startswith("pourrai"):
            yield match.start(), _extended(_FRENCH_INFINITIVE, text, match.end())
        else:
            yield match.span()


def spanish_conditionals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where Spanish verbs stand in the conditional of reporting."""
    for match in _SPANISH.finditer(text):
        word = match.group()
        if (
            _SPANISH_IMPERFECT.match(word)
            or _SPANISH_POLITE.match(word)
            or _is_noun(text, match.start(), word)
            or _is_name(text, match.start(), word)
        ):
            continue
        if word.lower().startswith("habr"):
            yield match.start(), _extended(_SPANISH_TAIL, text, match.end())
        elif word.lower().startswith("podr"):
            yield match.start(), _extended(_SPANISH_INFINITIVE, text, match.end())
        else:
            yield match.span()


def _is_name(text: str, start: int, word: str) -> bool:
    """Tell whether a word with a capital is a name, «María», «Sr. Echeverría», and no verb that opens a sentence."""
    if not word[0].isupper() or word.isupper():
        return False
    before = text[max(0, start - 12) : start].rstrip()
    opens = not before or (before[-1] in _OPENERS and not _ABBREVIATED.search(before))
    return not opens or word in {"María", "Marías"}


def _is_noun(text: str, start: int, word: str) -> bool:
    if _SPANISH_NOUN.match(word):
        return True
    after_determiner = _SPANISH_DETERMINER.search(text[max(0, start - 12) : start]) is not None
    return after_determiner and word.lower().endswith("ería")


def _extended(tail: re.Pattern[str], text: str, end: int) -> int:
    match = tail.match(text, end)
    return match.end() if match else end
