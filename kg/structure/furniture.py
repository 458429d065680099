"""Paragraphs that do not belong to the running text: page numbers, hosting matter, footnotes, addresses.

They are classified, never dropped: the line at the foot of the first page is often the only place where
the addressee stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kg.model.text import Furniture, FurnitureKind, Part
from kg.structure.addresses import greeted, is_run_on, set_apart
from kg.structure.cues import HONORIFIC, ROLE
from kg.structure.join import is_hanging
from kg.structure.paragraphs import Paragraph
from kg.structure.pieces import Piece

_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:page|página|p\.)\s?)?[-–—]?\s?[0-9]{1,3}\s?(?:[-–—]|(?:of|de|sur|/)\s?[0-9]{1,3})?|/?(?:\.\.\.|…)/?|[-–—_*=]{3,}",
    re.IGNORECASE,
)
_HOSTING: Final = re.compile(
    r"(?:you are on page|está en la página|vous êtes (?:à|sur) la page|sunteți pe pagina|você está na página"
    r"|quick viewing|total page\s?:|file type\s?:|size\s?:|download(?:ed)?\b|full screen|save this document"
    r"|share this document|uploaded by|documento? (?:cargado|subido)|télécharg(?:er|é)\b|descargar\b|"
    r"fullscreen|search inside document|original title|titre original|título original)",
    re.IGNORECASE,
)
_FOOTNOTE: Final = re.compile(
    r"(?P<mark>[¹²³⁴-⁹⁰]{1,3}|\[[0-9]{1,2}\])\s?(?=[\w“\"«(])"
    r"|(?P<number>[0-9]{1,2})\s(?=(?:See|Cf|Ibid|Available|Voir|Ver|Véase|Vid|Disponible|https?:|www\.|[A-Z]{1,5}/[A-Z0-9]))"
)
_NUMBERED_NOTE: Final = re.compile(r"(?P<number>[0-9]{1,2}) (?=[A-ZÀ-ÖØ-Þ“\"«])")
# What a note at the foot of a page gives: pages, paragraphs, an address
_SOURCE: Final = re.compile(r"\bpp?\. ?[0-9]|\bparas?\. ?[0-9]|https?:|www\.|\bIbid\b|\bop\. cit\.")
_TO: Final = re.compile(r"(?:To|À|A|Attn|Attention|For the attention of|Al|A la)\s?:\s*")
_LEGAL_FORM: Final = re.compile(
    r"\b(?:Ltd|Ltda|Limited|Inc|Incorporated|Corp|Corporation|Co|Company|LLC|LLP|PLC|plc|AG|GmbH|KGaA|SE|NV|N\.V|BV|B\.V|AB|ASA|AS|A/S"
    r"|Oyj|Oy|SpA|S\.p\.A|S\.A|SA|SAS|S\.A\.S|SARL|S\.à\.r\.l|S\.R\.L|SRL|S\.L|C\.V|S\.A\.B|Pty|Pte|Bhd|Tbk|JSC|PJSC|OJSC"
    r"|KK|K\.K|SIA|UAB|PT|Holdings?|Group|Groupe|Grupo|Bank|Banque|Banco|Fund|Foundation|Enterprises?|Industries)\b"
)
_ROLE: Final = re.compile(ROLE)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|will|owns?|est|sont|ont|été|était|sera|seront|aurait|serait|es|son|ha|han|sido|fue|será|serán|había|habría|sería)\b"
)
# The experts' own words, wherever a narrow column breaks them
_OWN_WORD: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur(?! Lady)|[Nn]ous|[Tt]enemos|[Tt]engo)\b")
_DOTTED: Final = re.compile(r"(?:[A-Z]\.){2,4}")
_SENTENCE_END: Final = re.compile(r"[.!?:;”\"»)][¹²³⁴-⁹⁰]{0,3}$")
_LIST_MARK: Final = re.compile(r"(?:\(?[0-9]{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])\s")
_CONTACT: Final = re.compile(r"\S@\S|\bwww\.|https?:|\b(?:[Tt]el|[Ff]ax|[Ee]-?mail|E-?MAIL)\b")
_RULE: Final = "_-–— "  # the line over the notes of a page
_MAX_LINE: Final = 90
_MAX_HOSTING: Final = 200  # longer paragraphs hold the letter too
_MAX_LINES: Final = 9
_MAX_WORDS: Final = 10
_TWICE: Final = 2
_FEW: Final = 4
_SHORT: Final = 0.6  # of the longest line


def classify(paragraphs: Sequence[Paragraph], known: Sequence[Furniture]) -> tuple[Piece, ...]:
    """Give the part FURNITURE, FOOTNOTE or ADDRESSEE to what is outside the running text."""
    surnames = greeted(paragraphs)
    separate = tuple(
        piece
        for paragraph in paragraphs
        for apart in _without_address_lines(paragraph)
        for piece in set_apart(apart, surnames)
    )
    repeated = _repeated(separate)
    return tuple(
        Piece(paragraph, part, number=_mark(paragraph.text) if part is Part.FOOTNOTE else "")
        for index, paragraph in enumerate(separate)
        for part in [
            Part.ADDRESSEE if is_run_on(paragraph, surnames) else _part(separate, index, known, repeated)
        ]
    )


def _without_address_lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Set apart an address block that stands inside a paragraph with no blank line around it.

    Its lines are much shorter than those of the text, the text before it is unfinished, and the text
    behind it goes on in lower case.
    """
    lines, text = paragraph.lines, paragraph.text
    short = max((end - start for start, end in lines), default=0) * _SHORT
    first = next((i for i, (a, b) in enumerate(lines) if b - a < short and _opens_address(text[a:b])), 0)
    if not first or _SENTENCE_END.search(text[: lines[first][0]].rstrip()):
        return (paragraph,)
    last = first
    while last + 1 < len(lines) and lines[last + 1][1] - lines[last + 1][0] < short:
        if text[lines[last + 1][0]].islower():
            break
        last += 1
    if last + 1 == len(lines) or not text[lines[last + 1][0]].islower():
        return (paragraph,)
    start, end = lines[first][0], lines[last][1]
    return tuple(paragraph.part(a, b) for a, b in ((0, start), (start, end), (end, len(text))))


def _opens_address(line: str) -> bool:
    return bool(HONORIFIC.match(line)) or bool(_LEGAL_FORM.search(line) and len(line.split()) <= _MAX_WORDS)


def _part(
    paragraphs: Sequence[Paragraph], index: int, known: Sequence[Furniture], repeated: frozenset[str]
) -> Part | None:
    paragraph = paragraphs[index]
    kind = _known_kind(paragraph, known)
    if kind in {FurnitureKind.PAGE_NUMBER, FurnitureKind.HOSTING} or is_page_matter(paragraph.text):
        return Part.FURNITURE
    if kind is FurnitureKind.FOOTNOTE or _FOOTNOTE.match(paragraph.text.lstrip(_RULE)):
        return Part.FOOTNOTE
    if _NUMBERED_NOTE.match(paragraph.text) and (
        _interrupts(paragraphs, index)
        or _cites_a_source(paragraph.text)
        or _is_called_above(paragraphs, index)
    ):
        return Part.FOOTNOTE
    if is_address(paragraph) and (
        kind is not None or _interrupts(paragraphs, index) or _names_organisation(paragraph)
    ):
        return Part.ADDRESSEE
    return Part.FURNITURE if kind is not None or paragraph.text in repeated else None


def is_page_matter(text: str) -> bool:
    """Whether a paragraph is a page number, a rule, or a line of a hosting site."""
    return bool(_PAGE_NUMBER.fullmatch(text) or (len(text) <= _MAX_HOSTING and _HOSTING.match(text)))


def is_address(paragraph: Paragraph) -> bool:
    """Whether the printed lines look like an address block: few, short, and not a sentence."""
    text = paragraph.text
    if len(paragraph.lines) > _MAX_LINES or text.endswith((":", ";", ",")):
        return False
    if (_LIST_MARK.match(text) and not HONORIFIC.match(text)) or _OWN_WORD.search(text):
        return False
    lines = [text[start:end] for start, end in paragraph.lines]
    if any(len(line) > _MAX_LINE or not (_CONTACT.search(line) or _is_titled(line)) for line in lines):
        return False
    ends_as_sentence = text.endswith(".") and not _ends_in_legal_form(text)
    return not ends_as_sentence and text[0].isupper() and not text.isupper()


def _is_titled(line: str) -> bool:
    """Whether at least half of the longer words begin as names do."""
    words = [word for word in re.findall(r"[^\W_]+", line) if len(word) > len("for")]
    return len(words) <= _FEW or 2 * sum(not word[0].islower() for word in words) >= len(words)


def _ends_in_legal_form(text: str) -> bool:
    match = re.search(r"[\w./]+\.$", text)
    word = match[0] if match else ""
    return bool(_LEGAL_FORM.fullmatch(word.rstrip(".")) or _DOTTED.fullmatch(word))


def _names_organisation(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if _TO.match(text) or HONORIFIC.match(text):
        return len(paragraph.lines) > 1
    if _ROLE.search(text) or _VERB.search(text):
        return False
    if len(paragraph.lines) > 1:
        return sum(bool(_LEGAL_FORM.match(text[a:b].split()[-1])) for a, b in paragraph.lines) == 1
    return len(text.split()) <= _MAX_WORDS and bool(_LEGAL_FORM.search(text))


def _interrupts(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the text before is unfinished and the text after continues it."""
    before = next((p.text for p in reversed(paragraphs[:index]) if not is_page_matter(p.text)), "")
    after = next((p.text for p in paragraphs[index + 1 :] if not is_page_matter(p.text)), "")
    if not before or not after or _SENTENCE_END.search(before):
        return False
    return after[0].islower() or (after[0].isdigit() and is_hanging(before))


def _is_called_above(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a note at the foot of a page has its number fused to a word above: "in the district.2"."""
    if index + 1 == len(paragraphs) or not is_page_matter(paragraphs[index + 1].text):
        return False
    number = _NUMBERED_NOTE.match(paragraphs[index].text)
    called = re.compile(rf"(?<=[a-zà-ÿ][.,;:”\"»)]){number['number']}(?= |$)") if number else None
    return called is not None and any(called.search(above.text) for above in paragraphs[:index])


def _cites_a_source(text: str) -> bool:
    return len(text) <= _MAX_HOSTING and bool(_SOURCE.search(text))


def _known_kind(paragraph: Paragraph, known: Sequence[Furniture]) -> FurnitureKind | None:
    start, end = paragraph.view.offsets[0], paragraph.view.offsets[-1] + 1
    return next((f.kind for f in known if f.start <= start and end <= f.end), None)


def _repeated(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Short lines that come back on page after page, other than the address."""
    count = Counter(p.text for p in paragraphs if len(p.text) <= _MAX_LINE)
    return frozenset(text for text, times in count.items() if times > _TWICE)


def _mark(text: str) -> str:
    match = _FOOTNOTE.match(text.lstrip(_RULE)) or _NUMBERED_NOTE.match(text)
    return next((mark for mark in match.groups() if mark), "") if match else ""
