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
from kg.relate.citing_words import (
    ASKING,
    DEMANDS,
    LEAD,
    NORMATIVE,
    OF_THE,
    OPENING,
    OURS,
    RECALLED,
    SAYS,
    SAYS_IN,
    THAT,
    TITLE_BEHIND,
    WE_ACT,
)
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
    return (
        _said(passage, mention)
        or _said_in(passage, mention)
        or _led(passage, mention)
        or Citing(How.CITED, mention.start, mention.end)
    )


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
    if "\n" in text[opened:closed] or SAYS.search(text, mention.end, closed):
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
    says = NORMATIVE.search(text, min(start, sentence), end) or RECALLED.match(words)
    few = mention.value.count(",") < _MOST_PRINCIPLES
    if says and few and not ASKING.match(words) and passage.part() is not Part.REQUEST:
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
    says = SAYS.search(text, start, min(len(text), (stop.start() if stop else reach) + 2))
    verb = says or _demanding(text, start, stop.start() if stop else reach)
    if verb is None or OURS.search(text, start, verb.start()):
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


def _said_in(passage: Passage, mention: Mention) -> Citing | None:
    """Read "the Guiding Principles clarify in Principle 11 that …"."""
    text = passage.text
    first, last = passage.sentence(mention.start)
    that = THAT.match(text, mention.end)
    verb = SAYS_IN.search(text, max(first, mention.start - _BRACKET_LEAD), mention.start)
    if verb is None or that is None or passage.part() is Part.REQUEST:
        return None
    quote = _quote_after(passage, that.end(), last)
    if quote:
        return Citing(_kind(quote), mention.start, mention.end, (quote.start, quote.end))
    return Citing(How.PARAPHRASED, mention.start, mention.end, (that.end(), last))


def _behind_title(passage: Passage, mention: Mention) -> int:
    """Return where the words after the citation start, "of the Guiding Principles on …" passed over."""
    of = OF_THE.match(passage.text, mention.end)
    for one in passage.of(MentionKind.INSTRUMENT):
        if of and one.start == of.end():
            return one.end
    behind = TITLE_BEHIND.match(passage.text, mention.end)
    return behind.end() if behind else mention.end


def _demanding(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the verb of a demand that starts before ``stop``; what it demands may stand behind it."""
    match = DEMANDS.search(text, start)
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
        if start < end or following > limit or not NORMATIVE.search(words) or OURS.search(words):
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
    lead = LEAD.search(text, max(first, mention.start - _BRACKET_LEAD * 2), mention.start)
    if lead is None or passage.part() is Part.REQUEST:
        return None
    opening = OPENING.match(text, first)
    if opening and opening.end() >= lead.start():
        return _opened(passage, mention, lead, last)
    before = len(text[first : lead.start()].rstrip(" ,")) + first
    quote = _closing_at(passage, before - 1, first) if text[before - 1 : before] in '”»"' else None
    if quote and _long(text, quote.start, quote.end):
        return Citing(_kind(quote), lead.start(), mention.end, (quote.start, quote.end))
    words = text[first:before]
    alone = "," not in mention.value
    if lead["as"] and alone and NORMATIVE.search(words) and not ASKING.match(words):
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
        (lead["says"] or NORMATIVE.search(words))
        and len(words) > _SHORTEST_CLAUSE
        and not WE_ACT.match(words)
    ):
        return Citing(How.PARAPHRASED, start, mention.end, (clause, last))
    return None
