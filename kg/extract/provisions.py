"""Numbered provisions and the instrument they belong to.

A list of articles, principles or rules gets its instrument from its own syntax ("articles 7 and 9 of the
ICCPR", "principle 7 of which", "article 19 UDHR"), or from the clause before it ("the Declaration …, in
particular its articles 1 and 2"). Articles of national laws look the same: a list whose own syntax names
something that is no instrument has none, and near a law or a bill only an adjacent instrument counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.extract.numbering import Item
from kg.extract.provision_lists import ProvisionList, provision_lists
from kg.extract.provision_syntax import BlockSyntax
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Instrument

_UNGP: Final = "ungp"
_TITLE_OF_COMMENT: Final = re.compile(
    r"(?:comment|recommendation|observation generale|observacion general)[^;]{0,60}"
    r"\b(?:on|sur|sobre|concernant|relativ[ea] (?:al|a l'))\s?(?:the\s|l'|los\s|el\s|les\s)?$"
)
_GUIDING: Final = re.compile(r"\bguiding\s$")
_OPENING: Final = re.compile(
    r"\W{0,6}(?:[a-z0-9]{1,3}[.)]\s)?(?:the\s|in\s)?(?:its\s|their\s|l'|les\s|ses\s|son\s|el\s|los\s|sus\s|su\s)?"
)
_NEXT_ITEM: Final = re.compile(r"[;.]\s\W{0,4}(?:the\s|l'|les\s|el\s|los\s)?")
_ARTICLES: Final = frozenset({"article"})
_RULES: Final = frozenset({"rule"})
_PRINCIPLES: Final = frozenset({"principle", "guideline", "safeguard"})


class ProvisionFinder:
    """Finds provisions and links them to the instruments named in the same block.

    Args:
        instruments: The instruments of the register, by id.
    """

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._instruments = instruments

    def find(self, text: str, folded: str, instruments: list[Mention]) -> Iterator[Mention]:
        """Yield the given mentions of instruments and those of their provisions.

        Args:
            text: The text of the block.
            folded: The same text, folded.
            instruments: The instruments named in it, in order of place.
        """
        block = BlockSyntax(text, folded, instruments)
        for found, named in block.numbered():
            yield from self._mentions(found, named)
        done = 0
        for found in provision_lists(text, folded, block.sentences):
            if found.start < done or block.inside(found.start):
                continue
            for listed, targets in self._linked(block, found):
                done = listed.end
                for target in targets:
                    yield from self._mentions(listed, target)
        yield from block.instruments

    def _linked(
        self, block: BlockSyntax, found: ProvisionList
    ) -> Iterator[tuple[ProvisionList, list[Mention | None]]]:
        """Yield a list with its instruments; None stands for one that a block before must name."""
        own = block.own(found)
        if own is None:
            governing = self._governing(block, found)
            block.remember(found, governing)
            if not governing and self._is_left_open(block, found):
                yield found, [None]
            else:
                block.on_a_law |= not governing
                yield found, list(governing)
            return
        while own:  # "article 19 of the UDHR and 19 of the ICCPR"
            block.remember(found, own)
            yield found, list(own)
            more = block.continued(found, own)
            own = block.own(more) if more else None
            found = more or found

    def _governing(self, block: BlockSyntax, found: ProvisionList) -> list[Mention]:
        """Return the instrument of the clause before the list, if there is one and no law stands between."""
        if self._is_a_title(block, found):
            return []
        before = [one for one in block.before(found) if self._has(one, found)]
        if not before:
            return []
        nearest = before[-1]
        return [nearest] if block.adjacent(nearest, found) or block.governs(nearest, found) else []

    @staticmethod
    def _is_a_title(block: BlockSyntax, found: ProvisionList) -> bool:
        """Tell whether the numbers belong to a title: of a general comment, of the organisation ARTICLE 19."""
        return bool(
            _GUIDING.search(block.folded, 0, found.start)
            or _TITLE_OF_COMMENT.search(block.folded, max(0, found.start - 140), found.start)
            or block.text.startswith("ARTICLE", found.start)
        )

    @staticmethod
    def _is_left_open(block: BlockSyntax, found: ProvisionList) -> bool:
        """Tell whether a list opens its block, as an item under "the following provisions of …:" does."""
        if block.names_a_law:
            return False
        block.left_open |= bool(_OPENING.fullmatch(block.folded, 0, found.start))
        ahead = max(block.folded.rfind(mark, 0, found.start) for mark in ";.")
        return block.left_open and (ahead < 0 or bool(_NEXT_ITEM.fullmatch(block.folded, ahead, found.start)))

    def _has(self, mention: Mention, found: ProvisionList) -> bool:
        """Tell whether an instrument has such provisions."""
        ids = [mention.value] if mention.value else mention.get("fits").split()
        if not ids:
            kind = {"principles": "principle", "rules": "rule"}.get(mention.get("phrase"), "article")
            return found.unit == kind and mention.get("form") in {"unregistered", "undefined"}
        return any(
            found.unit in _units_of(one)
            and not any(_beyond(item, one.provisions) for item in found.numbers.items)
            for one in (self._instruments[identifier] for identifier in ids)
        )

    def _mentions(self, listed: ProvisionList, target: Mention | None) -> Iterator[Mention]:
        if target and (target.value == _UNGP or target.get("form") == "unregistered"):
            return
        last = self._instruments[target.value].provisions if target and target.value else 0
        for item in listed.numbers.items:
            detail = {
                "at": str(target.start) if target else "",
                "needs": "" if target else "antecedent",
                "numbers": " ".join(item.numbers),
                "provision": " ".join(item.provisions),
                "unit": listed.unit,
                "problem": "out-of-range" if _beyond(item, last) else "",
            }
            kept = tuple(sorted((name, value) for name, value in detail.items() if value))
            yield Mention(item.start, item.end, MentionKind.PROVISION, target.value if target else "", kept)


def _units_of(instrument: Instrument) -> frozenset[str]:
    if instrument.type == "standard-minimum-rules":
        return _RULES
    return _PRINCIPLES if instrument.type == "principles" and "Code of" not in instrument.label else _ARTICLES


def _beyond(item: Item, last: int) -> bool:
    return bool(last) and any(number.isdigit() and int(number) > last for number in item.numbers)
