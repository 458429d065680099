"""How a letter cites a Guiding Principle: quoted, quoted with one mark missing, paraphrased, or only cited.

A citation in brackets speaks of the words before it; one that a verb of saying follows speaks of the words
after it; "under Guiding Principle 17, …" speaks of the clause it opens. Words in quotation marks are quoted,
words that say what somebody should or must do are paraphrased, and everything else is cited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from kg.model.mention import Mention, MentionKind
from kg.model.text import Part
from kg.relate.passages import Passage

_MARKS: Final = re.compile(r"[“”„«»\"]")
_FEWEST_WORDS: Final = 3  # shorter quotations are words a letter keeps at a distance
_SHORTEST_CLAUSE: Final = 12
_MOST_PRINCIPLES: Final = 4  # more than these are listed, not paraphrased
_BACK_BLOCKS: Final = 3  # paragraphs one quotation may run over
_BRACKET_LEAD: Final = 60
_BRACKET_TAIL: Final = 90


class How(StrEnum):
    """How a principle is cited."""

    QUOTED = "quoted"
    UNBALANCED = "quoted-unbalanced"
    PARAPHRASED = "paraphrased"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Citing:
    """One citation: how, the words that cite and the words cited, as stretches of a passage's text."""

    how: How
    start: int
    end: int
    content: tuple[int, int] | None = None


class _Quote(NamedTuple):
    start: int
    end: int
    balanced: bool


# "states that", "provides, inter alia, that", "dispose que", "establece que", "reads:"
_ADVERB: Final = r"(?:(?:[a-zéè]+ly|further|also|in turn|inter alia|in part|in particular|en outre|également|notamment|aussi|en particulier|además|asimismo|también|entre otras cosas|expresamente|claramente)\s)?"
_SAYS: Final = re.compile(
    _ADVERB
    + r"(?:states?|provid(?:es?|ing)|stat(?:es?|ing)|stipulates?|says?|explain(?:s|ing)?|clarif(?:y|ies)|notes?|establish(?:es)?|affirms?|specif(?:y|ies)"
    r"|recogni[sz]es?|underlines?|underscores?|stress(?:es)?|highlights?|indicates?|adds?|emphasi[sz]es?|recommends?|recalls?|reiterates?"
    r"|requires?|requiring|reads?|sets? out|holds?|makes? (?:it )?clear|suggests?|acknowledges?|declares?|lays? down|expects?|observes?|confirms?|proclaims?"
    r"|dispose(?:nt)?|prévoi(?:t|ent)|énonce(?:nt)?|précise(?:nt)?|indique(?:nt)?|souligne(?:nt)?|stipule(?:nt)?|exige(?:nt)?|rappelle(?:nt)?|affirme(?:nt)?"
    r"|explique(?:nt)?|établi(?:t|ssent)|reconnaî(?:t|ssent)|recommande(?:nt)?|déclare(?:nt)?|ajoute(?:nt)?|note(?:nt)?|prescri(?:t|vent)|veu(?:t|lent)|confirme(?:nt)?"
    r"|disponen?|establecen?|señalan?|indican?|prevén?|prevé|estipulan?|exigen?|afirman?|explican?|subrayan?|precisan?|recuerdan?|reconocen?|recomiendan?"
    r"|declaran?|añaden?|aclaran?|prescriben?|destacan?|mencionan?|requieren?|confirman?)"
    rf"(?:,?\s(?:{_ADVERB.strip()}))?,?(?:\s?:|\s(?:the following|as follows|ce qui suit|lo siguiente)\s?:|\s(?:that|how|que|qu[’'])(?=[\s“«\"\[:a-zéèêA-ZÉ])\s?:?|\s(?=[“«\"]))",
    re.IGNORECASE,
)
# "requires enterprises to", "describes leverage as", "exige des entreprises qu'elles", "pide a los Estados que"
_DEMANDS: Final = re.compile(
    r"(?:requir(?:es?|ing)|calls? (?:up)?on|invit(?:es?|ing)|obliges?|expects?|asks?|urges?|encourages?|recommends?|advises?)\s(?=[^.;:“”\"]{1,120}?\sto\s)"
    r"|(?:describes?|defines?)\s(?=[^.;:“”\"]{1,90}?\sas\s)"
    r"|(?:invite(?:nt)?|engage(?:nt)?|exhorte(?:nt)?|encourage(?:nt)?|appelle(?:nt)?|oblige(?:nt)?)\s(?=(?:les|l[’']|le|la)\b[^.;:«»]{1,90}?\sà\s)"
    r"|(?:exige(?:nt)?|demande(?:nt)?|impose(?:nt)?|recommande(?:nt)?|attend(?:ent)?)\s(?=(?:des?|aux?|du|à)\b[^.;:«»]{1,90}?\s(?:qu[’'e]|de\s|d[’']))"
    r"|(?:défini(?:t|ssent)|décri(?:t|vent)|define[n]?|describe[n]?)\s(?=[^.;:«»]{1,90}?\scom[me]+o?\s)"
    r"|(?:exigen?|piden?|instan?|requieren?|recomiendan?|obligan?|invitan?|exhortan?|alientan?|llaman?)\s(?:a|de)\s(?=[^.;:“”]{1,90}?\s(?:que|a)\s)",
    re.IGNORECASE,
)
# "according to", "under", "conformément au", "conforme al" before the citation
_LEAD: Final = re.compile(
    r"(?P<lead>(?P<as>as (?:(?:also|further)\s)?(?:set out|set forth|stated|provided(?: for)?|required|outlined|stipulated|explained|reflected|established|enshrined|recognized|recognised|specified|described|recommended|laid down|affirmed|clarified|noted)\s(?:in|by|under)"
    r"|comme (?:le\s)?(?:prévoi(?:t|ent)|indiquent?|précisent?|énoncent?|disposent?|rappellent?|soulignent?)|comme l[’'](?:indique|énonce|exige)(?:nt)?"
    r"|(?:tal )?como (?:se\s)?(?:establecen?|disponen?|señalan?|indican?|exigen?|recogen?)(?:\sen)?)"
    r"|(?P<says>according to|selon|d[’']après|según)|under|pursuant to|in accordance with|in line with|in conformity with|consistent with|as per|per|in keeping with|by virtue of|in terms of"
    r"|conformément aux?|aux termes d(?:u|es)|en vertu d(?:u|es)|suivant"
    r"|conforme a(?:l| los)?|de acuerdo con|de conformidad con|con arreglo a(?:l| los)?|en virtud de(?:l| los)?|a tenor de(?:l| los)?)"
    r"\s(?:the\s|le\s|la\s|les\s|el\s|los\s)?$",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"\W*(?:(?:furthermore|moreover|in addition|additionally|in this (?:connection|regard|context)|similarly|likewise|finally|further|also|accordingly|specifically|in particular|notably|therefore"
    r"|en outre|de plus|par ailleurs|à cet égard|enfin|ainsi|dans ce (?:contexte|cadre)|en particulier"
    r"|además|asimismo|en este (?:sentido|contexto)|al respecto|por último|en particular|igualmente)\b,?\s?)?"
    r"(?:(?:we|nous|quisiéramos)\s[^.;:“«\"]{0,60}?\b(?:that|que),?\s)?",
    re.IGNORECASE,
)
_NORMATIVE: Final = re.compile(
    r"\b(?:should|must|shall|ought to|(?:is|are) (?:required|expected|obliged|responsible)|requires? (?:to|that)|needs? to"
    r"|ha(?:s|ve) (?:a|the|an) (?:\w+\s)?(?:duty|responsibility|obligation)"
    r"|doi(?:t|vent)|devr(?:ait|aient|ont|a)|(?:est|sont) (?:tenue?s?|censée?s?|appelée?s?)|ont (?:l[’']obligation|la responsabilité|le devoir)"
    r"|deben?|deberían?|deberán?|ha(?:n)? de|tienen? (?:la|el) (?:obligación|deber|responsabilidad)|están? obligad[oa]s?)\b",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"\W*(?:[^\W\d_]+\s){0,4}?(?:please|kindly|veuillez|sírvase|sírvanse|le rogamos)\b"
    r"|\W*(?:(?:[^.;:,]{0,40}),\s)?(?:we|nous|quisiéramos|instamos|pedimos|agradeceríamos)\b(?!\s(?:(?:would|wish|souhait\w+|voudrions|further|also|tenons)\s(?:like\s)?(?:to\s|à\s)?)?(?:recall|note|underline|stress|emphasi|remind|reiterate|highlight|refer|draw|rappel|soulign|not|référ|rappeler|recordar|subrayar|señalar|reiterar|recordamos|recordons))",
    re.IGNORECASE,
)
# "we recall that the State duty to protect is a standard of conduct (Guiding Principle 1)"
_RECALLED: Final = re.compile(
    r"[^.;:“«]{0,110}?\b(?:(?:recall|note|underline|stress|emphasi[sz]e|reiterate|highlight|remind)\b[^.;:“«]{0,40}?\sthat"
    r"|(?:rappel\w+|soulign\w+|not(?:ons|er))\b[^.;:“«]{0,40}?\s(?:que|qu[’'])|(?:record\w+|subray\w+|señal\w+|destac\w+)\b[^.;:“«]{0,40}?\sque)\b",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"\b(?:we|our|your|nous|notre|votre|nuestr[oa]s?|nosotros|usted(?:es)?)\b", re.IGNORECASE
)
_WE_ACT: Final = re.compile(r"\W*(?:we|nous|please|veuillez|sírvase|instamos|quisiéramos)\b", re.IGNORECASE)
_TITLE_BEHIND: Final = re.compile(
    r"(?:\s\([^()]{0,60}\))?(?:,?\s(?:on business and human rights|relatifs? aux entreprises et aux droits (?:de l[’']homme|humains)"
    r"|sobre (?:las )?empresas y (?:los )?derechos humanos))?",
    re.IGNORECASE,
)
_OF_THE: Final = re.compile(r",?\s(?:of|des|du|de los)\s(?:the\s)?")
_MOST_BETWEEN: Final = 90


def citing(passage: Passage, mention: Mention) -> Citing:
    """Return how a passage cites the principle of ``mention``.

    Args:
        passage: The blocks around it.
        mention: A PRINCIPLE mention of the passage.
    """
    bracket = _bracket(passage, mention)
    if bracket:
        return _bracketed(passage, mention, bracket)
    return _said(passage, mention) or _led(passage, mention) or Citing(How.CITED, mention.start, mention.end)


def quoted_after(passage: Passage, at: int) -> tuple[int, int] | None:
    """Return the quotation that follows ``at`` in the same sentence, if it is one of some length."""
    if passage.place(at) != passage.place(max(0, at - 1)):
        return None
    _, last = passage.sentence(max(0, at - 1))
    quote = _quote_after(passage, at, max(last, passage.unit_end(at - 1)))
    return (quote.start, quote.end) if quote else None


def _bracket(passage: Passage, mention: Mention) -> tuple[int, int] | None:
    """Return the brackets around a citation, unless they hold a sentence of their own."""
    text = passage.text
    opened = text.rfind("(", max(0, mention.start - _BRACKET_LEAD), mention.start)
    closed = text.find(")", mention.end, mention.end + _BRACKET_TAIL)
    if opened < 0 or closed < 0 or ")" in text[opened : mention.start] or "(" in text[mention.end : closed]:
        return None
    if "\n" in text[opened:closed] or _SAYS.search(text, mention.end, closed):
        return None
    return opened, closed + 1


def _bracketed(passage: Passage, mention: Mention, bracket: tuple[int, int]) -> Citing:
    text = passage.text
    end = len(text[: bracket[0]].rstrip())
    floor = max((one.end for one in passage.of(MentionKind.PRINCIPLE) if one.end <= bracket[0]), default=0)
    mark = end - 1 if text[end - 1 : end] in ".,;:" and text[end - 2 : end - 1] in '”»"' else end
    quote = _closing_at(passage, mark - 1, floor) or _left_open(passage, end, floor)
    if quote:
        return Citing(_kind(quote), *bracket, (quote.start, quote.end))
    start = _clause_start(passage, end, floor)
    words = text[start:end]
    sentence, _ = passage.sentence(end - 1)
    says = _NORMATIVE.search(text, min(start, sentence), end) or _RECALLED.match(words)
    few = mention.value.count(",") < _MOST_PRINCIPLES
    if says and few and not _ASKING.match(words) and passage.part() is not Part.REQUEST:
        return Citing(How.PARAPHRASED, *bracket, (start, end))
    return Citing(How.CITED, *bracket)


def _kind(quote: _Quote) -> How:
    return How.QUOTED if quote.balanced else How.UNBALANCED


def _clause_start(passage: Passage, end: int, floor: int) -> int:
    """Return where the words start that a citation in brackets covers: the sentence, or the list it ends."""
    start, _ = passage.sentence(max(0, end - 1))
    unit = passage.unit_start(max(0, end - 1))
    if start == passage.starts[passage.place(start)] and unit < start:
        start = unit
    if start < floor < end:
        start = floor
    rest = re.compile(r"[\s).,;]*(?:(?:and|et|y)\s)?").match(passage.text, start)
    return rest.end() if rest and start == floor else start


def _signed(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Return (place, whether it opens) of each quotation mark between ``start`` and ``end``."""
    found = []
    for match in _MARKS.finditer(text, start, end):
        mark, at = match[0], match.start()
        opens = mark in "“„«" or (
            mark == '"' and (at == 0 or text[at - 1] in " \n([—–") and not text[at + 1 : at + 2].isspace()
        )
        found.append((at, opens))
    return found


def _closing_at(passage: Passage, at: int, floor: int) -> _Quote | None:
    """Return the quotation that closes at ``at``, if a closing mark stands there."""
    text = passage.text
    if at < 0 or text[at] not in '”»"' or not [1 for place, opens in _signed(text, at, at + 1) if not opens]:
        return None
    place = passage.place(at)
    unit = max(floor, passage.unit_start(at))
    earliest = max(floor, passage.starts[max(0, place - _BACK_BLOCKS)])
    for first in (unit, min(unit, earliest)):
        opening = _opening_of(text, first, at)
        if opening is not None:
            return _Quote(opening, at + 1, balanced=True)
    rest = re.compile(r"[\s).,;]*").match(text, unit)
    return _Quote(rest.end() if rest and unit == floor else unit, at + 1, balanced=False)


def _opening_of(text: str, first: int, at: int) -> int | None:
    depth = 0
    for place, opens in reversed(_signed(text, first, at)):
        if not opens:
            depth += 1
        elif depth == 0:
            return place
        else:
            depth -= 1
    return None


def _left_open(passage: Passage, end: int, floor: int) -> _Quote | None:
    """Return the quotation that is still open where a citation in brackets stands."""
    first = max(floor, passage.unit_start(max(0, end - 1)))
    unmatched: list[int] = []
    for place, opens in _signed(passage.text, first, end):
        if opens:
            unmatched.append(place)
        elif unmatched:
            unmatched.pop()
    return _Quote(unmatched[-1], end, balanced=False) if unmatched else None


def _limit(passage: Passage, mention: Mention) -> int:
    """Return where the words after a citation stop belonging to it: at the next one, or the paragraph's end."""
    following = [one.start for one in passage.of(MentionKind.PRINCIPLE) if one.start >= mention.end]
    return min([passage.unit_end(mention.end - 1), *following[:1]])


def _said(passage: Passage, mention: Mention) -> Citing | None:
    """Read "Guiding Principle 22 states that …" and "… requires enterprises to …"."""
    text = passage.text
    start = _behind_title(passage, mention)
    reach = min(len(text), start + _MOST_BETWEEN)
    stop = re.compile(r"[.;:“”«»\"\n]").search(text, start, reach)
    says = _SAYS.search(text, start, min(len(text), (stop.start() if stop else reach) + 2))
    verb = says or _demanding(text, start, stop.start() if stop else reach)
    if verb is None or _OURS.search(text, start, verb.start()):
        return None
    end = verb.end() if says else verb.start()
    cited_to = len(text[:end].rstrip()) if says else mention.end
    limit = _limit(passage, mention)
    quote = _quote_after(passage, end, limit)
    if quote:
        return Citing(_kind(quote), mention.start, cited_to, (quote.start, quote.end))
    content = (_content_start(text, end), _paraphrase_end(passage, mention, limit))
    if passage.part() is Part.REQUEST or content[0] >= content[1]:
        return Citing(How.CITED, mention.start, mention.end)
    return Citing(How.PARAPHRASED, mention.start, cited_to, content)


def _behind_title(passage: Passage, mention: Mention) -> int:
    """Return where the words after the citation start, "of the Guiding Principles on …" passed over."""
    of = _OF_THE.match(passage.text, mention.end)
    for one in passage.of(MentionKind.INSTRUMENT):
        if of and one.start == of.end():
            return one.end
    behind = _TITLE_BEHIND.match(passage.text, mention.end)
    return behind.end() if behind else mention.end


def _demanding(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the verb of a demand that starts before ``stop``; what it demands may stand behind it."""
    match = _DEMANDS.search(text, start)
    return match if match and match.start() < stop else None


def _content_start(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \n,:":
        at += 1
    return at


def _quote_after(passage: Passage, start: int, limit: int) -> _Quote | None:
    """Return the first quotation of some length in the sentence that starts at ``start``."""
    text = passage.text
    _, end = passage.sentence(_content_start(text, start))
    end = min(end, limit)
    marks = _signed(text, start, limit)
    for index, (at, opens) in enumerate(marks):
        if at >= end:
            return None
        if not opens:
            return (
                _Quote(_content_start(text, start), at + 1, balanced=False)
                if _long(text, start, at)
                else None
            )
        closed = _closed(marks[index:])
        if closed is None:
            return _Quote(at, end, balanced=False)
        if _long(text, at, closed):
            return _Quote(at, closed + 1, balanced=True)
        marks[index:] = [(place, opens) for place, opens in marks[index:] if place > closed]
    return None


def _closed(marks: list[tuple[int, bool]]) -> int | None:
    """Return where the quotation that the first mark opens is closed."""
    depth = 0
    for at, opens in marks:
        depth += 1 if opens else -1
        if depth == 0:
            return at
    return None


def _long(text: str, start: int, end: int) -> bool:
    return len(text[start:end].split()) >= _FEWEST_WORDS


def _paraphrase_end(passage: Passage, mention: Mention, limit: int) -> int:
    """Return where a paraphrase ends: with its sentence, or with those after it that go on saying what ought to be."""
    _, end = passage.sentence(mention.start)
    others = sorted(
        one.start
        for one in passage.mentions
        if one.kind in {MentionKind.INSTRUMENT, MentionKind.SYMBOL, MentionKind.REPORT}
        and one.start >= mention.end
    )
    while end < limit:
        start, following = passage.sentence(_content_start(passage.text, end))
        words = passage.text[start:following]
        if start < end or following > limit or not _NORMATIVE.search(words) or _OURS.search(words):
            break
        if any(start <= at < following for at in others):
            break
        end = following
    return min(end, limit)


def _led(passage: Passage, mention: Mention) -> Citing | None:
    """Read "Under Guiding Principle 17, …" and "…, as set out in Guiding Principle 22"."""
    text = passage.text
    first, last = passage.sentence(mention.start)
    last = min(last, _limit(passage, mention))
    lead = _LEAD.search(text, max(first, mention.start - _BRACKET_LEAD * 2), mention.start)
    if lead is None or passage.part() is Part.REQUEST:
        return None
    opening = _OPENING.match(text, first)
    if opening and opening.end() >= lead.start():
        return _opened(passage, mention, lead, last)
    before = len(text[first : lead.start()].rstrip(" ,")) + first
    quote = _closing_at(passage, before - 1, first) if text[before - 1 : before] in '”»"' else None
    if quote and _long(text, quote.start, quote.end):
        return Citing(_kind(quote), lead.start(), mention.end, (quote.start, quote.end))
    words = text[first:before]
    alone = "," not in mention.value
    if lead["as"] and alone and _NORMATIVE.search(words) and not _ASKING.match(words):
        return Citing(How.PARAPHRASED, lead.start(), mention.end, (first, before))
    return None


def _opened(passage: Passage, mention: Mention, lead: re.Match[str], last: int) -> Citing | None:
    """Read the clause that "Under Guiding Principle 17," opens."""
    start = lead.start()
    clause = _content_start(passage.text, _behind_title(passage, mention))
    quote = _quote_after(passage, clause, last)
    if quote:
        return Citing(_kind(quote), start, mention.end, (quote.start, quote.end))
    words = passage.text[clause:last]
    if (
        (lead["says"] or _NORMATIVE.search(words))
        and len(words) > _SHORTEST_CLAUSE
        and not _WE_ACT.match(words)
    ):
        return Citing(How.PARAPHRASED, start, mention.end, (clause, last))
    return None
