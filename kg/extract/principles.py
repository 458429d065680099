"""Citations of the Guiding Principles on Business and Human Rights, in English, French and Spanish.

"Guiding Principle 13", "UNGPs 17-21", "principes directeurs 25 à 31", "Principios Rectores 26 a 28" name
them outright. "Principles 22 and 29" may belong to any instrument: such a mention says that it needs an
antecedent, and whoever knows the letter decides. The principles of other instruments are no mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.folding import fold
from kg.extract.numbering import NUMBER_SIGN, Numbers, read_numbers
from kg.model.mention import Mention, MentionKind

LAST_PRINCIPLE: Final = 31

_COMMENTARY: Final = r"(?:commentar(?:y|ies)|commentaires?|comentarios?)"
_UN: Final = r"(?:\s(?:des nations unies|de las naciones unidas|de l'onu|de la onu))?"
_FAMILY: Final = (
    r"(?:(?:(?:united nations|un|u\.n\.|onu)\s)?guiding principles?"
    rf"|principes? directeurs?{_UN}|principios? rector(?:es)?{_UN}|\b(?:ungps?|pdnu|prnu)\b)"
)
# The words before the number; the named group tells how surely they name the Guiding Principles.
_HEAD: Final = re.compile(
    rf"\b(?:(?P<sure>{_FAMILY}(?:,?\s\(?princip(?:les?|es?|ios?))?|(?P<gp>gps?))"
    rf"|(?P<bare>(?:(?:foundational|operational)\s)?princip(?:les?|es?|ios?)|p[dr]))\s\(?{NUMBER_SIGN}(?=[0-9])"
)
_AGAIN: Final = re.compile(
    r"(?:(?:to|with|a|au|aux|con)\s)?(?:the\s|les?\s|los?\s|el\s|au\s|aux\s|al\s)?"
    rf"(?:(?:un\s)?guiding principles?|principes? directeurs?|principios? rector(?:es)?|ungps?|pdnu|prnu|princip(?:les?|es?|ios?))\s{NUMBER_SIGN}"
)
_BEFORE: Final = re.compile(
    rf"{_COMMENTARY}\s(?:to|on|of|under|for|au|aux|du|des|de|sur|relatif aux?|al?|del|sobre|a los|de los)\s"
    r"(?:the\s|les?\s|el\s|los\s)?$"
)
_BEHIND: Final = re.compile(
    rf"(?P<also>,?\s(?:and|et|y|as well as|ainsi que|asi como)\s(?:its|the|their|son|leurs?|le|les|el|su|sus|los)\s{_COMMENTARY}(?!\s(?:to|on|of|under|du|des|de|sur|del|al|sobre)\s(?:the\s)?(?:guiding\s)?princip))"
    rf"|(?:'s|,)?\s\(?{_COMMENTARY}\b"
)
_ITS: Final = re.compile(
    rf"[.”»\"]\s(?P<words>(?:its|son|su)\s{_COMMENTARY})\s(?!(?:to|on|of|du|des|aux?|al|del|sur|sobre)\b)"
)
_NEXT_SENTENCE: Final = 450  # characters
_OF: Final = re.compile(
    r"\s(?:(?:of|des?|du|de la|de los|de las|del|de l')\s?|(?=ungp|un guiding))(?P<target>.{0,40})"
)
_OF_FAMILY: Final = re.compile(
    rf"(?:(?:the|these|those|said|dits|dichos|estos|los|les|ces)\s)*(?P<family>{_FAMILY})(?P<rest>.{{0,60}})",
    re.DOTALL,
)
_OF_WHICH: Final = re.compile(r"(?:which|those|these|this|lesquels|ceux|los cuales|estos)\b")
_BUSINESS: Final = (
    r"(?:the\s|les\s|las\s|aux\s)?(?:business|entreprises|empresas|human rights and business)\b"
)
_TITLED: Final = (
    r"\s(?:on|for|of|sur|pour|concernant|applicables?|relati[a-z]+|sobre|para|de l'ocde|de la ocde)\s"
)
_OTHER_FAMILY: Final = re.compile(rf"{_TITLED}(?!{_BUSINESS})")
_FULL_TITLE: Final = re.compile(rf"{_TITLED}{_BUSINESS}")
_OTHER_TITLE: Final = re.compile(r" (?:on|sur|sobre) (?:the )?(?!Business|Human)[A-ZÉ]")
# Other sets of numbered principles: what "Principle 4" behind them in the same text means is theirs.
_OTHER_SET: Final = re.compile(
    r"\b(?:global compact|pacte mondial|pacto (?:mundial|global)|equator principles|principes de l'equateur"
    r"|principios (?:de|del) ecuador|women's empowerment principles|weps\b|maastricht|voluntary principles"
    r"|principes volontaires|principios voluntarios|children's rights and business principles"
    r"|principles for responsible (?:investment|banking)|principes pour l'investissement responsable"
    r"|principios (?:para la|de) inversion responsable)"
)
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s(“\"«])(?P<word>[^\W\d_][\w'’-]*)\s$")
_FAMILY_WORDS: Final = frozenset(
    ["framework", "basic", "fundamental", "governing", "guiding", "directeur", "rector"]
)
_OPENERS: Final = frozenset(
    [
        "the",
        "see",
        "under",
        "per",
        "by",
        "in",
        "and",
        "also",
        "of",
        "to",
        "with",
        "as",
        "through",
        "while",
        "both",
        "namely",
        "finally",
        "further",
        "furthermore",
        "moreover",
        "likewise",
        "similarly",
        "accordingly",
        "additionally",
        "respectively",
        "per",
        "following",
        "le",
        "la",
        "les",
        "selon",
        "voir",
        "enfin",
        "ainsi",
        "le",
        "du",
        "de",
        "des",
        "au",
        "aux",
        "dans",
        "el",
        "la",
        "los",
        "las",
        "segun",
        "vease",
        "veanse",
        "conforme",
        "ademas",
        "asimismo",
        "del",
        "de",
        "al",
        "en",
    ]
)


class _Head(NamedTuple):
    start: int
    numbers: Numbers
    sure: bool


def find_principles(text: str) -> tuple[Mention, ...]:
    """Return the citations of Guiding Principles in the text of a block.

    Mentions have kind PRINCIPLE and the principle numbers as value, ranges expanded, separated by commas
    (``25,26,27``). Details:

    * ``commentary``: ``yes`` when the Commentary is cited, ``both`` for "Principle 13 and its Commentary";
    * ``title``: ``yes`` when the words name the Guiding Principles on Business and Human Rights in full;
    * ``needs``: ``antecedent`` when the words alone do not say that these are Guiding Principles;
    * ``problem``: ``out-of-range`` when a number is none of 1 to 31; such numbers are not in the value.
    """
    folded = fold(text)
    found = []
    end = 0
    for head in _heads(text, folded):
        if head.start < end or _belongs_elsewhere(text, folded, head):
            continue
        mention = _mention(folded, head)
        found.append(mention)
        end = mention.end
    return tuple(sorted([*found, *_their_commentary(folded, found)]))


def _their_commentary(folded: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the Commentary named in the next sentence: "Guiding Principle 2 provides … Its Commentary adds …"."""
    for match in _ITS.finditer(folded):
        before = [mention for mention in found if mention.end <= match.start()]
        if before and before[-1].value.isdigit() and match.start() - before[-1].end <= _NEXT_SENTENCE:
            detail = {**dict(before[-1].detail), "commentary": "yes"}
            detail.pop("title", None)
            at = match.span("words")
            yield Mention(*at, MentionKind.PRINCIPLE, before[-1].value, tuple(sorted(detail.items())))


def _heads(text: str, folded: str) -> Iterator[_Head]:
    for match in _HEAD.finditer(folded):
        numbers = read_numbers(text, folded, match.end(), _AGAIN)
        if numbers:
            sure = bool(match["sure"]) or _of_the_family(folded, numbers.end)
            yield _Head(match.start(), numbers, sure)


def _of_the_family(folded: str, at: int) -> bool:
    """Tell whether "of the Guiding Principles" follows."""
    of = _OF.match(folded, at)
    family = _OF_FAMILY.match(folded, of.start("target")) if of else None
    return family is not None and not _OTHER_FAMILY.match(family["rest"])


def _in_full(folded: str, at: int) -> bool:
    """Tell whether "on Business and Human Rights" or "of the Guiding Principles on Business …" follows."""
    of = _OF.match(folded, at)
    family = _OF_FAMILY.match(folded, of.start("target")) if of else None
    return bool(_FULL_TITLE.match(family["rest"] if family else folded[at : at + 60]))


def _belongs_elsewhere(text: str, folded: str, head: _Head) -> bool:
    """Tell whether the words around say that another text's principles are meant."""
    if _OTHER_TITLE.match(text, head.numbers.end):
        return True
    of = _OF.match(folded, head.numbers.end)
    family = _OF_FAMILY.match(folded, of.start("target")) if of else None
    if family:
        return bool(_OTHER_FAMILY.match(family["rest"]))
    if of and not _OF_WHICH.match(of["target"]):
        return not head.sure
    return not head.sure and (_named_before(text, head.start) or _after_other_set(folded, head.start))


def _after_other_set(folded: str, start: int) -> bool:
    """Tell whether another set of principles was named last: "the UN Global Compact, in particular Principle 4"."""
    others = [match.end() for match in _OTHER_SET.finditer(folded, 0, start)]
    return bool(others) and not re.search(_FAMILY, folded[others[-1] : start])


def _named_before(text: str, start: int) -> bool:
    """Tell whether a name such as "Yogyakarta" or "Framework" stands right before "Principle 7"."""
    before = _NAME_BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return False
    word = fold(before["word"])
    return word in _FAMILY_WORDS or (before["word"][0].isupper() and word not in _OPENERS)


def _mention(folded: str, head: _Head) -> Mention:
    before = _BEFORE.search(folded, max(0, head.start - 60), head.start)
    behind = _BEHIND.match(folded, head.numbers.end)
    detail = {}
    if before or (behind and not behind["also"]):
        detail["commentary"] = "yes"
    elif behind:
        detail["commentary"] = "both"
    if not head.sure:
        detail["needs"] = "antecedent"
    elif _in_full(folded, head.numbers.end):
        detail["title"] = "yes"
    values = tuple(dict.fromkeys(head.numbers.values))
    known = [value for value in values if value.isdigit() and 1 <= int(value) <= LAST_PRINCIPLE]
    if len(known) < len(values):
        detail["problem"] = "out-of-range"
    return Mention(
        before.start() if before else head.start,
        behind.end() if behind else head.numbers.end,
        MentionKind.PRINCIPLE,
        ",".join(str(int(value)) for value in known),
        tuple(sorted(detail.items())),
    )
