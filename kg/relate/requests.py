"""What a letter asks for: its numbered requests, how many separate ones each holds, and what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Request
from kg.model.text import Block, Part
from kg.relate.reading import Reading
from kg.vocab.topics import topics_in

_NUMBER: Final = re.compile(r"^\(?(?P<number>[0-9]{1,2})\s?[.):\-–]\s*")
# "please", "kindly", « veuillez », «sírvase»: each opens a request of its own.
_DIRECTIVE: Final = re.compile(
    r"\b(?:please|kindly|veuillez|merci de|prière de|nous vous prions de|nous vous saurions gré|(?:por favor,? )?sírvan?se|por favor"
    r"|(?:le|les|lo|la)?s? ?rogamos que|rogamos|agradeceríamos)\b",
    re.IGNORECASE,
)
# A further verb of asking under the same directive: "please describe … and explain whether …".
_FURTHER: Final = re.compile(
    r"\b(?:and|and also|et|ainsi que|y|así como)(?: also| to| de| d[’']| también)? ?"
    r"(?:explain|provide|describe|indicate|clarify|specify|advise|inform|confirm|elaborate|outline|detail|submit"
    r"|expliquer|fournir|décrire|indiquer|préciser|clarifier|informer|confirmer|détailler|exposer|communiquer|transmettre"
    r"|explicar|proporcionar|describir|indicar|aclarar|precisar|informar|confirmar|detallar|facilitar|remitir|especificar)\b",
    re.IGNORECASE,
)
_SUBITEM: Final = re.compile(r"(?:^|\s)\(?(?P<mark>[a-hA-H]|[ivx]{1,4})\)\s+(?=\S)")
_LAST_NUMBER: Final = 99


def requests(reading: Reading) -> tuple[Request, ...]:
    """Return the numbered requests in the order of the letter.

    ``count`` counts the separate requests one number holds: each sentence that asks ("Please …", a question),
    each further verb of asking in it, and each sub-item where only the sub-items say what is asked.
    A reply asks nothing: the requests in it are those it quotes and answers.
    """
    if reading.letter.kind == "reply":
        return ()
    found: list[Request] = []
    for block, mentions in reading.blocks(Part.REQUEST):
        number = _number(block, len(found) + 1)
        counts_on = not found or number > found[-1].number
        number = number if counts_on else found[-1].number + 1
        found.append(_request(block, mentions, reading.letter.language, number))
    return tuple(found)


def _number(block: Block, position: int) -> int:
    digits = re.sub(r"[^0-9]", "", block.number)
    printed = _NUMBER.match(block.text)
    number = int(digits) if digits else int(printed["number"]) if printed else position
    return number if number <= _LAST_NUMBER else position


def _request(block: Block, mentions: Sequence[Mention], language: str, number: int) -> Request:
    start = _after_number(block)
    text = block.text[start:].strip()
    subitems = _subitems(text)
    return Request(
        number=number,
        text=text,
        spans=block.view.spans(0, len(block.text)),
        count=_count(block, mentions, start, subitems),
        subitems=subitems,
        topics=topics_in(text, language),
        principles=_principles(mentions),
    )


def _after_number(block: Block) -> int:
    if block.number and block.text.startswith(block.number):
        return len(block.number)
    printed = _NUMBER.match(block.text)
    return printed.end() if printed else 0


def _subitems(text: str) -> tuple[tuple[str, str], ...]:
    """Return the marks and words of the sub-items, where they run on from the first: (a), (b) … or i), ii) …."""
    marks = _consecutive(list(_SUBITEM.finditer(text)))
    ends = [*(match.start() for match in marks[1:]), len(text)][: len(marks)]
    return tuple(
        (match["mark"], text[match.end() : end].strip().rstrip(";,").removesuffix("; and").strip())
        for match, end in zip(marks, ends, strict=True)
    )


def _consecutive(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the marks that count on from a or i; a single mark makes no list."""
    for series in ("abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")):
        found: list[re.Match[str]] = []
        for match in marks:
            if len(found) < len(series) and match["mark"].lower() == series[len(found)]:
                found.append(match)
        if len(found) > 1:
            return found
    return []


def _count(block: Block, mentions: Sequence[Mention], start: int, subitems: Sequence[tuple[str, str]]) -> int:
    asked = sum(
        _asked(block.text[max(mention.start, start) : mention.end])
        for mention in mentions
        if mention.kind is MentionKind.SENTENCE and mention.end > start
    )
    in_items = sum(max(_asked(words), 1) for _, words in subitems)
    before = asked - sum(_asked(words) for _, words in subitems)
    return max(before - 1 + in_items if subitems else asked, 1)


def _asked(sentence: str) -> int:
    """Return how many things a sentence asks for."""
    directives = len(_DIRECTIVE.findall(sentence))
    if directives:
        return directives + len(_FURTHER.findall(sentence))
    return 1 if sentence.rstrip('”»" ').endswith("?") else 0


def _principles(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Return the Guiding Principles named, sorted."""
    listed = (m.value.split(",") for m in mentions if m.kind is MentionKind.PRINCIPLE and not m.get("needs"))
    return tuple(sorted({int(number) for numbers in listed for number in numbers if number.isdigit()}))
