"""Symbols of United Nations documents, such as ``A/HRC/37/59`` or ``CCPR/C/21/Rev.1/Add.13``.

A symbol is a root (``A``, ``E``, ``CCPR/C`` …) and segments joined by oblique strokes. What may follow a
root is listed, since "A/B" and "S/N" are no documents. Scanned letters print spaces around the strokes.
Job numbers (``GE.17-15168``), file codes (``G/SO 214``) and paths of addresses are no symbols.
"""

from __future__ import annotations

import re
from typing import Final

from kg.model.mention import Mention, MentionKind

_STROKE: Final = r"\s?/\s?"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
# What follows a root: the first segments that make it a document of that organ.
_STARTS: Final = (
    rf"A{_STROKE}(?:HRC|RES|CONF\.|AC\.|C\.[1-6]|CN\.|S-[0-9]|ES-[0-9]|INF|PV\.|DEC|BUR|WGAP|[0-9]{{1,3}}{_STROKE}[0-9LCIPS])",
    rf"S{_STROKE}(?:RES|PRST|PV\.|AC\.|INF|{_YEAR}{_STROKE}[0-9])",
    rf"E{_STROKE}(?:C\.\s?[0-9]|CN\.\s?[0-9]|RES|DEC|CONF\.|INF|ESCWA|ECE|ESCAP|ICEF|{_YEAR}{_STROKE}[0-9])",
    rf"(?:CCPR|CEDAW|CRC|CAT|CERD|CRPD|CED|CMW|CESCR){_STROKE}(?:C{_STROKE}|OP{_STROKE}|SP{_STROKE}|CSP{_STROKE})[0-9A-Z]",
    rf"HRI{_STROKE}(?:GEN|MC|CORE|ICM)",
    rf"HR{_STROKE}(?:PUB|P|GEN|NY|GVA){_STROKE}[0-9A-Z]",
    rf"(?:ST|TD|DP|FCCC|UNEP|CBD|ISBA|ICC){_STROKE}[A-Z]{{2,8}}",
    rf"DP{_STROKE}{_YEAR}{_STROKE}[0-9]",
)
_START: Final = re.compile(rf"(?<![\w/\\:@&=?#-])(?:{'|'.join(_STARTS)})")
# "CEDAW/C/GC/31-CRC/C/GC/18": a text of two treaty bodies has a symbol of each
_SECOND: Final = re.compile(rf" ?[-–/] ?(?={_STARTS[3]})")
_WORD: Final = r"[A-Z][A-Za-z]{0,9}"
_SEGMENT: Final = re.compile(
    rf"(?:{_WORD}\.\s?[0-9]{{1,4}}|(?:rev|add|corr)\.\s?[0-9]{{1,3}}|{_WORD}-[0-9]{{1,4}}|[0-9]{{1,5}}(?:[-–][0-9]{{1,3}})?|[A-Z]{{1,9}})(?![a-z])"
)
_JOINED: Final = re.compile(r"(?P<before>\s?)/(?P<after>\s{0,2})")
# "217 A (III)", "2200A(XXI)", "1325 (2000)": the letter and session or year of older resolutions
_SUFFIX: Final = re.compile(r"\s?(?:[A-F]\s?)?\((?:[IVXL]{1,6}|(?:19|20)[0-9]{2})\)(?:\s?[A-F]\b)?")
_LETTERED: Final = re.compile(r"[A-F](?=\s?\()")
_TWIN: Final = re.compile(rf"[-–]S/{_YEAR}/[0-9]{{1,4}}(?![\w/])")  # "A/75/982-S/2021/570": of two organs
_NEEDS_NUMBER: Final = re.compile(r"[0-9]")
_SPACED: Final = re.compile(r"\s*(/)\s*|(?<=\.)\s+(?=[0-9])")
_ADDRESS: Final = re.compile(r"(?:://|www\.|@)")
_RESOLUTION: Final = (
    ("HRC", re.compile(r"A/HRC/RES/(?P<number>(?:S-)?[0-9]{1,2}/[0-9]{1,3})$")),
    ("GA", re.compile(r"A/RES/(?P<number>[0-9]{1,3}/[0-9]{1,3}(?:\s?[A-F])?|(?:ES|S)-[0-9]{1,2}/[0-9]{1,3}|[0-9]{1,4}\s?[A-F]?\s?\([IVXL]+\)(?:\s?[A-F])?)$")),
    ("CHR", re.compile(r"E/CN\.4/RES/(?P<number>[0-9]{4}/[0-9]{1,3})$")),
    ("SC", re.compile(r"S/RES/(?P<number>[0-9]{1,4})(?:\s?\([0-9]{4}\))?$")),
)  # fmt: skip


def find_symbols(text: str) -> tuple[Mention, ...]:
    """Return the document symbols in the text of a block.

    Mentions have kind SYMBOL and the symbol as value: as printed, without the spaces of a bad scan. The
    symbol of a resolution has the details ``body`` (``HRC``, ``GA``, ``CHR`` or ``SC``) and ``number``.
    """
    found = []
    end = 0
    for match in _START.finditer(text):
        if match.start() < end or _in_address(text, match.start()):
            continue
        start: int | None = match.start()
        while start is not None:
            end = _end(text, start)
            twin = _TWIN.match(text, end)
            end = twin.end() if twin else end
            value = _normal(text[start:end])
            if _NEEDS_NUMBER.search(value):
                found.append(Mention(start, end, MentionKind.SYMBOL, value, _resolution(value)))
            second = _SECOND.match(text, end)
            start = second.end() if second else None
    return tuple(found)


def _end(text: str, start: int) -> int:
    """Return where the symbol that starts at ``start`` ends, full stops and brackets behind it left out."""
    end = at = start
    while True:
        segment = _SEGMENT.match(text, at)
        if segment is None:
            return end
        end = segment.end()
        lettered = _LETTERED.match(text, end)
        suffix = _SUFFIX.match(text, end if lettered is None else lettered.start())
        if suffix and _takes_suffix(text[start:end]):
            return suffix.end()
        joint = _JOINED.match(text, end)
        if joint is None or (joint["before"] and joint["after"] and not _scanned(text[start:end])):
            return end
        at = joint.end()


def _takes_suffix(symbol: str) -> bool:
    return re.search(r"RES\s?/\s?[0-9]{1,4}$", symbol) is not None


def _scanned(symbol: str) -> bool:
    """Tell whether the strokes of the symbol so far are spaced on both sides, or none is there yet."""
    return "/" not in symbol or " / " in symbol


def _normal(symbol: str) -> str:
    joined = _SPACED.sub(lambda match: match[1] or "", symbol)
    return " ".join(joined.replace("–", "-").split())


def _in_address(text: str, start: int) -> bool:
    """Tell whether the run of characters before ``start`` is the beginning of a web address."""
    run = text[max(0, start - 200) : start].rsplit(None, 1)
    return bool(run) and not text[start - 1].isspace() and bool(_ADDRESS.search(run[-1]))


def _resolution(value: str) -> tuple[tuple[str, str], ...]:
    for body, pattern in _RESOLUTION:
        match = pattern.match(value)
        if match:
            return (("body", body), ("number", match["number"]))
    return ()
