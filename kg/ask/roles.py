"""Who sends, who receives, who is only mentioned: told by the words before and behind whoever takes part.

"Which letters did Peru send?", "… were sent to Peru", "… mention Peru" and "… torture in Peru" name the same
State in four roles. The word before a name tells its role ("to", "by", "in", "about"), else the verb beside
it; who stands before a verb is its subject unless a form of "to be" makes it passive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kg.ask.pieces import Piece
from kg.ask.things import CHANNEL, COMPANY_ROLE, LETTER, YEAR

NONE: Final = ""
SENDER: Final = "sender"
RECIPIENT: Final = "recipient"
MENTIONED: Final = "mentioned"
PLACE: Final = "place"
AT: Final = "at"
"""To or in: French "au Pérou"."""
OF: Final = "of"
PART: Final = "part"
"""Behind the role of another: "subsidiaries of …"."""
BOUND: Final = "bound"
"""A year that only bounds a time: "by 2021", "up to 2021"."""

_TAKING_PART: Final = frozenset({"company", "government", "mandate", "who"})
_PREPOSITIONS: Final[Mapping[str, str]] = {
    "-to": RECIPIENT, "-at": AT, "-by": SENDER, "-from": SENDER, "-in": PLACE, "-about": MENTIONED,
}  # fmt: skip
_ACTIVE: Final[Mapping[str, str]] = {
    "send": SENDER, "contact": SENDER, "ask": SENDER, "cite": SENDER, "name": SENDER, "quote": SENDER,
    "signed": SENDER, "receive": RECIPIENT, "reply": RECIPIENT, "involved": RECIPIENT, "deadline": RECIPIENT,
}  # fmt: skip
_PASSIVE: Final[Mapping[str, str]] = {
    "send": RECIPIENT, "contact": RECIPIENT, "ask": RECIPIENT, "cite": MENTIONED, "name": MENTIONED,
    "quote": MENTIONED, "receive": RECIPIENT, "reply": RECIPIENT, "involved": RECIPIENT,
}  # fmt: skip
_OBJECT: Final[Mapping[str, str]] = {
    "contact": RECIPIENT, "ask": RECIPIENT, "receive": RECIPIENT, "reply": RECIPIENT, "involved": RECIPIENT,
    "cite": MENTIONED, "name": MENTIONED, "quote": MENTIONED, "send": SENDER, "signed": SENDER,
}  # fmt: skip
"""What stands behind a verb; behind "sent", as in "envió Perú", the subject unless the verb is English."""

_BEFORE_A: Final = frozenset({*_PREPOSITIONS, "-have", "-be", "common", "signed"})
"""What stands before an English "a"."""

_MENTIONING: Final = frozenset({"cite", "name", "quote"})
_GIVING: Final = frozenset({"send", "sent", "write", "wrote"})
_OWNED: Final = frozenset({"involved", "reply", "deadline"})
_SKIPPED: Final = frozenset({"-", "-the", "-be", "-have"})
_FOREIGN_ARTICLES: Final = frozenset({"le", "la", "les", "l", "el", "los", "las"})
_YEARS: Final = frozenset(
    {"in", "during", "of", "from", "for", "en", "de", "del", "dans", "pour", "para", "durante", "pendant"}
    | {"year", "annee", "ano", "the"}
)


def roles(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the role of each piece; empty for those that take no part or whose role nothing tells."""
    found: list[str] = []
    for at, piece in enumerate(pieces):
        found.append(_role(pieces, at, found) if piece.says & _TAKING_PART else _other(pieces, at))
    return tuple(found)


def _other(pieces: Sequence[Piece], at: int) -> str:
    """Return the role of a letter or a year: mentioned, or bounding a time."""
    kind = pieces[at].things[0].kind if pieces[at].things else ""
    before = _before(pieces, at)
    if kind == LETTER and before >= 0 and pieces[before].meaning in _MENTIONING:
        return MENTIONED
    bounds = kind == YEAR and at > 0 and pieces[at - 1].links
    return BOUND if bounds and pieces[at - 1].words[-1] not in _YEARS else NONE


def _role(pieces: Sequence[Piece], at: int, earlier: Sequence[str]) -> str:
    before = _before(pieces, at)
    if before < 0:
        return _subject(pieces, at)
    meaning = pieces[before].meaning
    if meaning == "-have" and _is_role_of_company(pieces[at]):
        return PART
    if meaning in _PREPOSITIONS or meaning == "-of":
        return _behind_preposition(pieces, before)
    if meaning == "-and":
        return next((earlier[there] for there in range(before - 1, -1, -1) if _names(pieces[there])), NONE)
    return _behind_verb(pieces, before, at) or _subject(pieces, at)


def _is_role_of_company(piece: Piece) -> bool:
    return any(thing.kind == COMPANY_ROLE for thing in piece.things)


def _names(piece: Piece) -> bool:
    return bool(piece.things and piece.says & _TAKING_PART)


def _before(pieces: Sequence[Piece], at: int) -> int:
    """Return where the word before stands: not an article, nor "Government of" before the name of a State."""
    there = _no_article(pieces, at - 1)
    noun = there - 1 if there > 0 and pieces[there].meaning == "-of" else there
    if noun >= 0 and pieces[at].things and pieces[noun].meaning and pieces[noun].says & pieces[at].says:
        return _no_article(pieces, noun - 1)
    return there


def _no_article(pieces: Sequence[Piece], there: int) -> int:
    while there >= 0 and _is_article(pieces, there):
        there -= 1
    return there


def _is_article(pieces: Sequence[Piece], there: int) -> bool:
    """Return whether a word is an article; "a" is none where it means "to" in French and Spanish."""
    piece = pieces[there]
    if piece.words == ("a",):
        return there > 0 and pieces[there - 1].meaning in _BEFORE_A
    return piece.meaning == "-the"


def _behind_preposition(pieces: Sequence[Piece], there: int) -> str:
    meaning, head = pieces[there].meaning, pieces[there - 1] if there else None
    mentions = head is not None and head.meaning in _MENTIONING
    if meaning == "-of":
        return _owner(head)
    if meaning in {"-to", "-at"} and mentions:
        return MENTIONED
    if meaning == "-by" and head is not None and head.meaning == "receive":
        return RECIPIENT
    return _PREPOSITIONS[meaning]


def _owner(head: Piece | None) -> str:
    """Return the role of who stands behind "of"."""
    if head is None:
        return OF
    if any(thing.kind in {COMPANY_ROLE, CHANNEL} for thing in head.things):
        return PART
    if head.meaning in _MENTIONING:
        return MENTIONED
    return RECIPIENT if head.meaning in _OWNED else OF


def _behind_verb(pieces: Sequence[Piece], there: int, at: int) -> str:
    verb = pieces[there]
    if verb.words[-1] in {"by", "par", "por"}:
        return RECIPIENT if verb.meaning == "receive" else SENDER
    if verb.words[-1] == "to" and verb.meaning in {"send", "contact"}:
        return RECIPIENT
    if verb.meaning == "send" and verb.words[-1] in _GIVING:
        return RECIPIENT
    if "mandate" in pieces[at].says and _follows_its_verb(pieces, there, at):
        return SENDER if verb.meaning in _OBJECT else NONE
    return _OBJECT.get(verb.meaning, NONE)


def _follows_its_verb(pieces: Sequence[Piece], there: int, at: int) -> bool:
    """Return whether this may be the subject: in "¿Qué tratados cita la Relatora?", not in "qué cartas"."""
    foreign = any(piece.words[0] in _FOREIGN_ARTICLES for piece in pieces[there + 1 : at])
    return foreign and not any(piece.meaning == "letter" for piece in pieces[:there])


def _subject(pieces: Sequence[Piece], at: int) -> str:
    """Return the role of who stands before a verb."""
    there = at + 1
    while there < len(pieces) and (pieces[there].meaning in _SKIPPED or pieces[there].words == ("a",)):
        there += 1
    if there == len(pieces):
        return PART if pieces[-1].words[-1] in {"have", "has"} else NONE
    between = [piece.meaning for piece in pieces[at + 1 : there]]
    passive = "-be" in between or (at > 0 and _asks_for_passive(pieces, at))
    verb = pieces[there]
    if not passive and "-have" not in between and not _asked_with_do(pieces, at):
        passive = _is_participle(verb, pieces[at])
    return (_PASSIVE if passive else _ACTIVE).get(verb.meaning, NONE)


def _asks_for_passive(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether a form of "to be" stands before: "was Hitachi asked"."""
    before = _before(pieces, at)
    return before >= 0 and pieces[before].meaning == "-be"


def _asked_with_do(pieces: Sequence[Piece], at: int) -> bool:
    before = _before(pieces, at)
    return before >= 0 and pieces[before].meaning == "-have"


def _is_participle(verb: Piece, subject: Piece) -> bool:
    """Return whether "addressed" or "contacted by" stands behind a company, which addresses nobody."""
    if verb.words[-1] in {"by", "par", "por"} or verb.words == ("written", "to"):
        return True
    return verb.words[-1].endswith("ed") and verb.meaning != "signed" and "mandate" not in subject.says
