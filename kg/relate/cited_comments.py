"""General comments and recommendations a letter cites, each with its committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, GeneralComment, Said
from kg.model.text import Letter, Part, Span
from kg.relate.antecedents import Named

_IGNORED: Final = frozenset({Part.PREAMBLE, Part.FURNITURE})
# Each treaty and the committee that explains it.
_COMMITTEES: Final = {
    "iccpr": "ccpr",
    "icescr": "cescr",
    "cedaw": "cedaw",
    "crc": "crc",
    "cat": "cat",
    "icerd": "cerd",
    "crpd": "crpd",
    "cped": "ced",
    "icrmw": "cmw",
}


def general_comments(
    letter: Letter, mentions: Sequence[Sequence[Mention]], named: Sequence[Named]
) -> tuple[GeneralComment, ...]:
    """Return the general comments in reading order, each once.

    Args:
        letter: The letter.
        mentions: For each of its blocks, what was found in it.
        named: Its instruments; a comment without a committee is one on the treaty named nearest before it.
    """
    places: dict[tuple[str, str], list[Span]] = {}
    symbols: dict[tuple[str, str], str] = {}
    printed: dict[tuple[str, str], bool] = {}
    last = ""
    for index, block in enumerate(letter.blocks):
        for mention in mentions[index] if block.part not in _IGNORED else ():
            if mention.kind is not MentionKind.GENERAL_COMMENT:
                continue
            committee = (
                mention.get("committee")
                or _known(mention, places)
                or _of_treaty(index, mention, named)
                or last
            )
            last = committee
            key = committee, mention.value
            places.setdefault(key, []).extend(block.view.spans(mention.start, mention.end))
            printed[key] = printed.get(key, True) and block.text[mention.start : mention.end] == mention.value
            if mention.get("symbol"):
                symbols.setdefault(key, mention.get("symbol"))
    return tuple(
        GeneralComment(
            committee=committee,
            number=Said(
                number, tuple(spans), Basis.STATED if printed[committee, number] else Basis.NORMALISED
            ),
            symbol=symbols.get((committee, number)),
        )
        for (committee, number), spans in places.items()
    )


def _known(mention: Mention, places: dict[tuple[str, str], list[Span]]) -> str:
    """Return the committee whose comment of this number was cited before, if it is the only one."""
    found = {committee for committee, number in places if number == mention.value and committee}
    return next(iter(found)) if len(found) == 1 else ""


def _of_treaty(block: int, mention: Mention, named: Sequence[Named]) -> str:
    """Return the committee of the treaty named nearest in the same block, before it rather than after."""
    here = [one for one in named if one.block == block and one.id in _COMMITTEES]
    before = [one for one in here if one.mention.start < mention.start]
    chosen = before[-1:] or here[:1]
    return _COMMITTEES[chosen[0].id] if chosen else ""
