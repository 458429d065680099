"""Citations of Guiding Principles in a letter, each with its kind and the words it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import PrincipleCitation
from kg.relate.antecedents import Named
from kg.relate.passages import Passage
from kg.relate.quotation import citing
from kg.vocab.register import Register

_UNGP: Final = "ungp"
_DIVIDED_INTO_PRINCIPLES: Final = frozenset({"principles", "standard-minimum-rules"})
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


def _anchors(
    read: Sequence[Passage], named: Sequence[Named], register: Register
) -> list[tuple[tuple[int, int], str, bool]]:
    """Return what says whose principles are meant: (block, place), instrument, whether called Guiding Principles.

    Sorted by place. Sure citations of Guiding Principles count as well.
    """
    found = []
    for one in named:
        if not one.id:
            if one.mention.get("phrase") in {"principles", "rules", "guidelines"}:
                found.append(((one.block, one.mention.start), "", False))
            continue
        instrument = register.instruments[one.id]
        if instrument.type in _DIVIDED_INTO_PRINCIPLES or one.id == "rio-declaration":
            family = instrument.label.startswith("Guiding Principles")
            found.append(((one.block, one.mention.start), one.id, family))
    for passage in read:
        sure = (one for one in passage.of(MentionKind.PRINCIPLE) if not one.get("needs"))
        found.extend((_place(passage, one), _UNGP, False) for one in sure)
    return sorted(found)


def _place(passage: Passage, mention: Mention) -> tuple[int, int]:
    place = passage.place(mention.start)
    return passage.indices[place], mention.start - passage.starts[place]


def _is_ungp(passage: Passage, mention: Mention, anchors: list[tuple[tuple[int, int], str, bool]]) -> bool:
    """Tell whether the principles cited are those on business and human rights."""
    here = _place(passage, mention)
    before = [anchor for anchor in anchors if anchor[0] < here]
    if mention.get("title"):
        return True
    if mention.get("needs"):
        linked = any(
            one.value != _UNGP and one.start < mention.end and mention.start < one.end
            for one in passage.of(MentionKind.PROVISION)
        )
        blocks = {passage.indices[place] for place in range(len(passage.indices))}
        near = [anchor for anchor in before if anchor[0][0] in blocks]
        return not linked and bool(near) and near[-1][1] == _UNGP
    words = passage.text[mention.start : mention.end].lower()
    families = [identifier for _, identifier, family in before if family]
    return not any(name in words for name in _GUIDING) or not families or families[-1] == _UNGP
