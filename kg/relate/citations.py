"""What a letter cites: Guiding Principles, documents, instruments, general comments, reports, resolutions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import (
    Basis,
    DocumentSymbol,
    GeneralComment,
    InstrumentUse,
    PrincipleCitation,
    ReportMention,
    Resolution,
    Said,
)
from kg.model.text import Letter, Part, Problem, Span
from kg.relate.antecedents import Named, announced, by_place, named_instruments
from kg.relate.cited_comments import general_comments
from kg.relate.cited_principles import principle_citations
from kg.relate.described_reports import described_reports
from kg.relate.passages import passages
from kg.vocab.register import Register

_IGNORED: Final = frozenset({Part.PREAMBLE, Part.FURNITURE})
_UNGP: Final = "ungp"
_LEADING_NUMBER: Final = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Citations:
    """What a letter cites, each in the order of the text.

    Attributes:
        principles: Citations of Guiding Principles, one for each place.
        documents: UN document symbols, one for each symbol with all its places.
        instruments: Instruments and the articles of theirs that are invoked.
        general_comments: General comments and recommendations of treaty bodies.
        reports: Reports described without their symbol.
        other_resolutions: Resolutions cited by their symbol.
        problems: Principles that do not exist, symbols that are doubtful.
    """

    principles: tuple[PrincipleCitation, ...] = ()
    documents: tuple[DocumentSymbol, ...] = ()
    instruments: tuple[InstrumentUse, ...] = ()
    general_comments: tuple[GeneralComment, ...] = ()
    reports: tuple[ReportMention, ...] = ()
    other_resolutions: tuple[Resolution, ...] = ()
    problems: tuple[Problem, ...] = ()


def citations(letter: Letter, mentions: Sequence[Sequence[Mention]], register: Register) -> Citations:
    """Relate the mentions of a letter to what it cites.

    Args:
        letter: The letter.
        mentions: For each of its blocks, what was found in it, sentences included.
        register: Where instruments, documents and errata come from.
    """
    read = passages(letter, mentions)
    named = named_instruments(letter, mentions, register)
    symbols = list(_of(letter, mentions, MentionKind.SYMBOL))
    return Citations(
        principles=principle_citations(read, named, register),
        documents=_documents(symbols, register),
        instruments=_instruments(letter, mentions, named, announced(read, named)),
        general_comments=general_comments(letter, mentions, named),
        reports=described_reports(read, letter, mentions, register),
        other_resolutions=_resolutions(symbols),
        problems=tuple(sorted([*_out_of_range(letter, mentions), *_doubtful(symbols, register)])),
    )


def _of(
    letter: Letter, mentions: Sequence[Sequence[Mention]], kind: MentionKind
) -> Iterator[tuple[int, Mention, tuple[Span, ...]]]:
    """Yield the mentions of one kind with their block and their places in the canonical text."""
    for index, block in enumerate(letter.blocks):
        if block.part not in _IGNORED:
            for mention in mentions[index]:
                if mention.kind is kind:
                    yield index, mention, block.view.spans(mention.start, mention.end)


_Placed = tuple[int, Mention, tuple[Span, ...]]


def _documents(symbols: Sequence[_Placed], register: Register) -> tuple[DocumentSymbol, ...]:
    places: defaultdict[str, list[_Placed]] = defaultdict(list)
    for placed in symbols:
        places[placed[1].value].append(placed)
    return tuple(_document(symbol, found, register) for symbol, found in places.items())


def _document(symbol: str, found: Sequence[_Placed], register: Register) -> DocumentSymbol:
    spans = tuple(span for _, _, spans in found for span in spans)
    as_written = all(mention.end - mention.start == len(symbol) for _, mention, _ in found)
    erratum = register.errata.get(symbol)
    return DocumentSymbol(
        symbol=Said(symbol, spans, Basis.STATED if as_written else Basis.NORMALISED),
        presumed=erratum.presumed if erratum else None,
        problem="doubtful-symbol" if erratum else None,
    )


def _resolutions(symbols: Sequence[_Placed]) -> tuple[Resolution, ...]:
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for _, mention, spans in symbols:
        if mention.get("number"):
            places[mention.get("body"), mention.get("number")] += spans
    return tuple(
        Resolution(Said(number, tuple(spans), Basis.NORMALISED), body)
        for (body, number), spans in places.items()
    )


def _instruments(
    letter: Letter,
    mentions: Sequence[Sequence[Mention]],
    named: Sequence[Named],
    listed: Mapping[tuple[int, int], str],
) -> tuple[InstrumentUse, ...]:
    full: defaultdict[str, list[Span]] = defaultdict(list)
    short: defaultdict[str, list[Span]] = defaultdict(list)
    for one in named:
        if not one.id:
            continue
        spans = letter.blocks[one.block].view.spans(one.mention.start, one.mention.end)
        (full if one.full else short)[one.id] += spans
    articles = _articles(letter, mentions, {**by_place(named), **listed})
    short[_UNGP] += [
        span
        for _, one, spans in _of(letter, mentions, MentionKind.PRINCIPLE)
        if one.get("title")
        for span in spans
    ]
    uses = {
        one: tuple(full.get(one) or short[one]) for one in {**full, **short} if full.get(one) or short[one]
    }
    ordered = sorted(uses, key=lambda identifier: (min(uses[identifier]), identifier))
    return tuple(
        InstrumentUse(
            Said(identifier, uses[identifier], Basis.NORMALISED),
            tuple(articles.get(identifier, {}).values()),
        )
        for identifier in ordered
    )


def _articles(
    letter: Letter, mentions: Sequence[Sequence[Mention]], instruments: Mapping[tuple[int, int], str]
) -> dict[str, dict[str, Said[str]]]:
    """Return, for each instrument, its articles by number, in order of number."""
    places: defaultdict[tuple[str, str], list[_Placed]] = defaultdict(list)
    for placed in _of(letter, mentions, MentionKind.PROVISION):
        block, mention, _ = placed
        identifier = mention.value or instruments.get((block, _instrument_place(mention)), "")
        for number in mention.get("numbers").split() if identifier and identifier != _UNGP else ():
            places[identifier, number].append(placed)
    found: dict[str, dict[str, Said[str]]] = {}
    for identifier, number in sorted(places, key=lambda key: (key[0], _order(key[1]))):
        placed_here = places[identifier, number]
        spans = tuple(span for _, _, spans in placed_here for span in spans)
        printed = all(one.end - one.start == len(number) for _, one, _ in placed_here)
        found.setdefault(identifier, {})[number] = Said(
            number, spans, Basis.STATED if printed else Basis.NORMALISED
        )
    return found


def _instrument_place(provision: Mention) -> int:
    """Return where the mention of a provision's instrument starts, or the provision where it is announced."""
    return int(provision.get("at") or provision.start)


def _order(number: str) -> tuple[int, str]:
    leading = _LEADING_NUMBER.match(number)
    return (int(leading[0]) if leading else 0, number)


def _out_of_range(letter: Letter, mentions: Sequence[Sequence[Mention]]) -> Iterator[Problem]:
    for index, mention, spans in _of(letter, mentions, MentionKind.PRINCIPLE):
        if mention.get("problem") and not mention.get("needs"):
            words = letter.blocks[index].text[mention.start : mention.end]
            message = f"“{words}” names a principle that is none of 1 to 31; it was left out."
            yield Problem("principle-out-of-range", message, spans[0].start, spans[-1].end)


def _doubtful(symbols: Sequence[_Placed], register: Register) -> Iterator[Problem]:
    for _, mention, spans in symbols:
        erratum = register.errata.get(mention.value)
        if erratum:
            message = (
                f"{mention.value} is presumably a mistake for {erratum.presumed}; it was kept as written."
            )
            yield Problem("doubtful-symbol", message, spans[0].start, spans[-1].end)
