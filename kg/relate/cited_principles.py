"""Citations of Guiding Principles in a letter, each with its kind and the words it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.model.mention import Mention, MentionKind
from kg.model.record import PrincipleCitation
from kg.relate.antecedents import Named
from kg.relate.passages import Passage
from kg.relate.quotation import citing
from kg.vocab.register import Register

_UNGP: Final = "ungp"
_DIVIDED_INTO_PRINCIPLES: Final = frozenset({"principles", "standard-minimum-rules"})
_PRINCIPLES_NAMED: Final = re.compile(
    r"\bprincip(?:les|es|ios)\b|\b(?:which|lesquels|cuales)\s$", re.IGNORECASE
)
# A sentence that speaks of companies tells of the principles meant for them, whichever were named last.
_OF_BUSINESS: Final = re.compile(
    r"\b(?:business(?:es)?|compan(?:y|ies)|banks?|enterprises?|entreprises?|sociétés?|banques?|empresas?|compañías?|bancos?)\b",
    re.IGNORECASE,
)
_GUIDING: Final = (
    "guiding principle",
    "principe directeur",
    "principes directeur",
    "principio rector",
    "principios rector",
)


def principle_citations(
    read: Sequence[Passage], named: Sequence[Named], register: Register
) -> tuple[PrincipleCitation, ...]:
    """Return the citations of Guiding Principles in reading order.

    Args:
        read: The passages of the letter.
        named: Its instruments.
        register: Where the instruments come from.
    """
    anchors = _anchors(read, named, register)
    found = []
    for passage in read:
        for mention in passage.of(MentionKind.PRINCIPLE):
            if mention.value and _is_ungp(passage, mention, anchors):
                found += list(_citations(passage, mention))
    return tuple(found)


def _citations(passage: Passage, mention: Mention) -> Iterator[PrincipleCitation]:
    how = citing(passage, mention)
    numbers = tuple(int(number) for number in mention.value.split(","))
    commentary = mention.get("commentary")
    for on_commentary in (False, True) if commentary == "both" else (commentary == "yes",):
        yield PrincipleCitation(
            numbers=numbers,
            how=how.how.value,
            commentary=on_commentary,
            citation=passage.spans(how.start, how.end),
            content=passage.spans(*how.content) if how.content else (),
        )


class _Anchor(NamedTuple):
    """What says whose principles are meant: (block, start), the instrument, whether they are called guiding."""

    place: tuple[int, int]
    id: str
    guiding: bool


def _anchors(read: Sequence[Passage], named: Sequence[Named], register: Register) -> list[_Anchor]:
    """Return the texts divided into principles, and the sure citations of Guiding Principles, by place."""
    found = []
    for one in named:
        if not one.id:
            if one.mention.get("phrase") in {"principles", "rules", "guidelines"}:
                found.append(_Anchor((one.block, one.mention.start), "", guiding=False))
            continue
        instrument = register.instruments[one.id]
        if instrument.type in _DIVIDED_INTO_PRINCIPLES or one.id == "rio-declaration":
            family = instrument.label.startswith("Guiding Principles")
            found.append(_Anchor((one.block, one.mention.start), one.id, family))
    for passage in read:
        sure = (one for one in passage.of(MentionKind.PRINCIPLE) if not one.get("needs"))
        found.extend(_Anchor(_place(passage, one), _UNGP, guiding=False) for one in sure)
    return sorted(found)


def _place(passage: Passage, mention: Mention) -> tuple[int, int]:
    place = passage.place(mention.start)
    return passage.indices[place], mention.start - passage.starts[place]


def _is_ungp(passage: Passage, mention: Mention, anchors: list[_Anchor]) -> bool:
    """Tell whether the principles cited are those on business and human rights."""
    if mention.get("title"):
        return True
    here = _place(passage, mention)
    before = [anchor for anchor in anchors if anchor.place < here]
    if mention.get("needs"):
        return _follows_ungp(passage, mention, before)
    words = passage.text[mention.start : mention.end].lower()
    families = [anchor.id for anchor in before if anchor.guiding]
    ambiguous = any(name in words for name in _GUIDING) and families and families[-1] != _UNGP
    return not ambiguous or bool(_OF_BUSINESS.search(passage.text[slice(*passage.sentence(mention.start))]))


def _follows_ungp(passage: Passage, mention: Mention, before: list[_Anchor]) -> bool:
    """Tell whether "principles 22 and 29" continues what was said of the Guiding Principles.

    Another text's principles stand in the way; from the paragraph before, only when this one names none.
    """
    linked = any(
        one.value != _UNGP and one.start < mention.end and mention.start < one.end
        for one in passage.of(MentionKind.PROVISION)
    )
    place = passage.place(mention.start)
    near = [one for one in before if one.place[0] in passage.indices[: place + 1]]
    if linked or not near or near[-1].id != _UNGP:
        return False
    words = passage.text[passage.starts[place] : mention.start]
    return near[-1].place[0] == passage.indices[place] or not _PRINCIPLES_NAMED.search(words)
