"""Citations that lead nowhere or elsewhere: wrong symbols, principles and articles that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from kg.lint.finding import Finding, finding
from kg.model.record import Record
from kg.model.text import Letter, Problem
from kg.vocab.register import Register

_NUMBER: Final = re.compile(r"[0-9]+")
_NEAR: Final = 80  # characters between a general comment and its symbol
_AROUND: Final = 250
# "as extended by Human Rights Council resolution 5/1" names no mandate's own resolution
_EXTENDED: Final = re.compile(
    r"\b(?:extend|renew|amend|prorog|prolong|renouvel|renov|modifi)[^\W0-9_]*\s(?:by|in|par|dans|por|en)\b",
    re.IGNORECASE,
)
_SUGGESTIONS: Final = {
    "doubtful-symbol": "look up the symbol; the errata of the register say what was presumably meant",
    "principle-out-of-range": "there are 31 Guiding Principles; correct the number",
    "counts-differ": "name one resolution for each mandate, in the order of the mandates",
    "order-differs": "list the resolutions in the order of the mandates",
}
_SYMBOLS: Final = {"HRC": "A/HRC/RES/{}", "GA": "A/RES/{}", "CHR": "E/CN.4/RES/{}", "SC": "S/RES/{}"}


def citations(letter: Letter, record: Record, register: Register) -> Iterator[Finding]:
    """Yield what is wrong with single citations."""
    for one in record.problems:
        if one.code in _SUGGESTIONS and not _explained(one, letter.source.text):
            yield _problem(one, register, record)
    yield from _resolutions(record, register)
    yield from _articles(record, register)
    yield from _comments(record, register)


def _explained(problem: Problem, text: str) -> bool:
    return (
        problem.code == "counts-differ"
        and _EXTENDED.search(text, problem.start or 0, problem.end or 0) is not None
    )


def _problem(problem: Problem, register: Register, record: Record) -> Finding:
    start, end = problem.start or 0, problem.end or 0
    suggestion = _SUGGESTIONS[problem.code]
    for document in record.documents:
        erratum = register.errata.get(document.symbol.value)
        if erratum and any(span.start == start for span in document.symbol.spans):
            suggestion = f"write {erratum.presumed}: {erratum.note}"
    return Finding(start, end, problem.code, problem.message, suggestion)


def _resolutions(record: Record, register: Register) -> Iterator[Finding]:
    """Yield resolutions whose number is a known mistake, written without the symbol."""
    symbols = {span for document in record.documents for span in document.symbol.spans}
    cited = chain(
        ((one.body, one.number) for one in record.resolutions),
        ((one.body, one.number) for one in record.other_resolutions),
    )
    for body, number in cited:
        symbol = _SYMBOLS.get(body, "{}").format(number.value)
        erratum = register.errata.get(symbol)
        inside = any(a.start <= span.start < a.end for a in symbols for span in number.spans)
        if erratum and number.spans and not inside:
            message = f"Resolution {number.value} is presumably a mistake for {erratum.presumed}."
            yield finding(
                "doubtful-symbol", number.spans, message, f"write {erratum.presumed}: {erratum.note}"
            )


def _articles(record: Record, register: Register) -> Iterator[Finding]:
    for use in record.instruments:
        instrument = register.instruments.get(use.id.value)
        if instrument is None or not instrument.provisions:
            continue
        for article in use.articles:
            number = _NUMBER.match(article.value)
            if number and article.spans and int(number[0]) > instrument.provisions:
                message = (
                    f"{article.value} is cited of {instrument.label}, which has {instrument.provisions}."
                )
                suggestion = "correct the number or the instrument"
                yield finding("provision-out-of-range", article.spans[:1], message, suggestion)


def _comments(record: Record, register: Register) -> Iterator[Finding]:
    """Yield symbols that are those of another general comment than the one named right before."""
    for document in record.documents:
        entry = register.documents.get(document.symbol.value)
        if entry is None or not entry.number:
            continue
        for span in document.symbol.spans:
            near, around = (
                _numbers(record, entry.committee, span.start, reach) for reach in (_NEAR, _AROUND)
            )
            if len(near) == 1 and entry.number not in around:
                named = f"{min(near)}, which is named before it"
                message = f"{entry.symbol} is general comment {entry.number}, not {named}."
                yield finding("symbol-differs", [span], message, "correct the number or the symbol")


def _numbers(record: Record, committee: str, at: int, reach: int) -> set[str]:
    """Return the numbers of the committee's general comments that end at most ``reach`` characters before."""
    return {
        one.number.value
        for one in record.general_comments
        if one.committee.casefold() == committee.casefold()
        and any(at - reach <= span.end <= at for span in one.number.spans)
    }
