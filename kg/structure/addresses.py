"""Addresses printed without their line breaks: "Ms. A. Tarnvale President and Chief Executive Officer Tarnvik AB".

Re-hosted text puts an address block on one line, or into the middle of the sentence it interrupts. The name
is known by its title, the office by its words; what follows is the organisation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.structure.cues import ANNEX_HEADING, HONORIFIC
from kg.structure.paragraphs import Paragraph

_HEAD: Final = (
    r"(?:President|Chairman|Chairwoman|Chairperson|Chair|Officers?|CEO|CFO|COO|Directors?|Manager|Partners?|Secretary(?:-General)?|Minister|Ambassador|Representative|Governor"
    r"|Administrator|Founder|Co-Founder|Counsel|Commissioner|Chancellor|Rector|Dean|Provost|Principal|Registrar|Treasurer|Owner|Trustee"
    r"|Présidente?|Directeur|Directrice|Gérante?|PDG|Ministre|Secrétaire|Administrateur|Administratrice|Recteur|Rectrice|Doyen(?:ne)?|Ambassad(?:eur|rice)"
    r"|Presidente?a?|Directora?|Gerente|Consejer[oa]|Apoderad[oa]|Ministr[oa]|Secretari[oa]|Rectora?|Decan[oa]|Embajadora?)"
)
_QUALIFIER: Final = (
    r"(?:Executive|Operating|Financial|Legal|Compliance|Sustainability|Managing|General|Senior|Group|Global|Regional|Country|Corporate|Permanent|Interim|Acting|Chief|Co-Chief|Deputy|Vice|Head|Company|Board"
    r"|[Gg]énérale?|[Ee]xécuti(?:f|ve)|[Dd]éléguée?|[Gg]eneral|[Ee]jecutiv[oa]|[Dd]elegad[oa]|[Ll]egal|[Aa]djoint[e]?|[Aa]djunt[oa])"
)
_BOARD: Final = (
    r"(?:Chair(?:man|woman|person)?|President) of the (?:Management |Supervisory |Executive )?(?:Board(?: of (?:Directors|Management|Trustees|Governors))?|Council|Committee)"
    r"|Présidente? du (?:[Cc]onseil d[’']administration|[Dd]irectoire|[Cc]onseil de surveillance)|President[ea] del (?:Consejo de Administración|Directorio|Consejo)"
)
_ROMANCE: Final = r"(?:Directora?|Directeur|Directrice|Gerente|President[ea]|Présidente?|Consejer[oa]|Representante|Secrétaire|Secretari[oa]|directeur|directrice)"
_BEHIND: Final = r"(?:[Gg]énérale?|[Ee]xécuti(?:f|ve)|[Dd]éléguée?|[Gg]eneral|[Ee]jecutiv[oa]|[Dd]elegad[oa]|[Ll]egal|[Aa]djointe?|[Aa]djunt[oa])"
# "President and Chief Executive Officer", "Chair of the Board of Directors", "Président-directeur général"
_OFFICE: Final = re.compile(
    rf"(?:{_BOARD}|(?:(?:Vice|Co|Under|Assistant)-)?(?:{_QUALIFIER} |{_HEAD}[ ,-]+(?:(?:and|et|y|of the|of|&|du|de la|del) )?){{0,7}}"
    rf"(?:(?:Vice|Co)-)?(?:{_ROMANCE}(?: {_BEHIND}(?= |$)){{1,2}}|{_HEAD}|directeur|directrice))(?![\w-])"
    r"(?: (?:(?:for|of) (?:Foreign Affairs|Foreign Relations|External Affairs|External Relations|Justice|the Interior)|de Relaciones Exteriores|de Asuntos Exteriores|des [Aa]ffaires [ée]trangères))?"
    r"(?! (?:of|du|de|del|and|et|y) )"
)
_GREETED: Final = re.compile(
    r"\b(?:Dear|Estimad[oa]s?|Distinguid[oa]s?|Madame|Monsieur|Señora?)\b[^:;,\n]{0,80}? (?P<surname>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+)[,:](?= |$)"
)
_FORMS_OF_ADDRESS: Final = frozenset(
    ["Sir", "Sirs", "Madam", "Madame", "Monsieur", "Señor", "Señora", "Colleague", "Excellency", "President", "Minister", "Ambassador", "Directeur", "Directrice", "Présidente", "Président", "Board", "Members", "Directors", "Chair", "Trustees", "Management"]
)  # fmt: skip
# A title, two names or more, and an office right behind them.
_NAMED: Final = re.compile(
    rf"{HONORIFIC.pattern[:-2]}[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){{1,4}}? {_OFFICE.pattern}"
)
_EXCELLENCY: Final = re.compile(
    r"(?:(?:His|Her) Excellency|Son Excellence|Su Excelencia|Excelentísim[oa]|Excm[oa]|S\. ?E\.|H\. ?E\.)"
)
_SENTENCE: Final = re.compile(r"[a-zà-ÿ]{3}\. [A-ZÀ-Þ]|[:;?!]")
_TOKEN: Final = re.compile(r"\S+")
_LINKS: Final = frozenset(["of", "and", "the", "for", "&", "de", "la", "del", "du", "des", "di", "y", "et"])
_LOWER_FORM: Final = re.compile(r"(?:plc|d\.o\.o\.|d\.d\.|a\.s\.|s\.r\.o\.|a\.d\.),?")
_ELIDED: Final = re.compile(r"[dl]['’][A-ZÀ-Þ]")
_GREETINGS: Final = (
    "Dear",
    "Estimado",
    "Estimada",
    "Madame",
    "Monsieur",
    "Excellency,",
    "Excellence,",
    "Excelencia,",
)
_BEFORE_GREETING: Final = [[word] for word in _GREETINGS]
_LONGEST: Final = 300  # characters of an address
_NAME: Final = 100  # characters from a title to the office
_NAME_WORDS: Final = 3  # a title and two names


def greeted(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the surnames in the salutation; they tell the addressee's address from other names."""
    found = (match["surname"] for paragraph in paragraphs for match in _GREETED.finditer(paragraph.text))
    return frozenset(name for name in found if name not in _FORMS_OF_ADDRESS)


def is_run_on(paragraph: Paragraph, surnames: Collection[str]) -> bool:
    """Whether a paragraph is an address whose lines run together: who is greeted, an office, no sentence."""
    text = paragraph.text
    if len(text) > _LONGEST or not HONORIFIC.match(text) or _SENTENCE.search(text):
        return False
    return (
        bool(_EXCELLENCY.match(text) and _OFFICE.search(text))
        or _office(text, 0, len(text), surnames) is not None
    )


def printed_lines(paragraph: Paragraph) -> Paragraph:
    """Return an address with the lines it must have had: the name, the office, the organisation."""
    text, lines = paragraph.text, paragraph.lines
    whole = _parts(text, 0, len(text))
    if len(lines) < len(whole):
        return replace(paragraph, lines=whole)
    return replace(paragraph, lines=tuple(part for line in lines for part in _parts(text, *line)))


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    title = HONORIFIC.match(text, start, end)
    office = _OFFICE.search(text, title.end(), min(end, title.end() + 2 * _NAME)) if title else None
    if title is None or office is None or text[office.start() - 1] != " " or text[office.start() - 2] in ",;":
        return ((start, end),)
    names = [start]
    for another in HONORIFIC.finditer(text, title.end(), office.start()):
        if len(text[names[-1] : another.start()].split()) >= _NAME_WORDS:
            names.append(another.start())
    cuts = [(a, b - 1) for a, b in pairwise([*names, office.start()])] + [(office.start(), office.end())]
    behind = office.end() + len(text[office.end() : end]) - len(text[office.end() : end].lstrip(" ,"))
    return (*cuts, (behind, end)) if behind < end else tuple(cuts)


def set_apart(paragraph: Paragraph, surnames: Collection[str]) -> tuple[Paragraph, ...]:
    """Cut an address out of the sentence it interrupts, where no line shows it.

    It is known by the surname of the salutation, with an office behind it, and by the lower case in which
    the sentence goes on.
    """
    text = paragraph.text
    for title in HONORIFIC.finditer(text):
        start = title.start()
        office = _office(text, start, start + _LONGEST, surnames)
        if office is None or not _is_all_capitalised(text, start, office.start()):
            continue
        end = _end(text, office.end())
        goes_on = text[end : end + 2].strip()[:1].islower() and start > 1 and text[start - 2] not in ".:;"
        if goes_on or text[end:].split()[:1] in _BEFORE_GREETING:
            return tuple(paragraph.part(a, b) for a, b in ((0, start), (start, end), (end, len(text))))
    return (paragraph,)


def _is_all_capitalised(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return all(word[0].isupper() or word in _LINKS for word in words) and not text[
        start:end
    ].rstrip().endswith(",")


def _office(text: str, start: int, end: int, surnames: Collection[str]) -> re.Match[str] | None:
    """Return the office that stands behind the name of somebody greeted, or of an Excellency."""
    excellency = _EXCELLENCY.match(text, start)
    if excellency:
        return _OFFICE.search(text, excellency.end(), min(end, excellency.end() + _NAME))
    for name in sorted(surnames):
        at = text.find(f"{name} ", start, min(end, start + _NAME))
        office = _OFFICE.search(text, at + len(name), min(end, at + _NAME)) if at >= 0 else None
        if office:
            return office
    return None


def _end(text: str, start: int) -> int:
    """Return where the capitalised words from ``start`` end."""
    end = start
    for token in _TOKEN.finditer(text, start, start + _LONGEST):
        word = token[0].lstrip("(“")
        if ANNEX_HEADING.match(word) or word in _GREETINGS:
            break
        if word[:1].isupper() or word[:1].isdigit() or _ELIDED.match(word):
            end = token.end()
        elif _LOWER_FORM.fullmatch(word):
            return start + len(text[start : token.end()].rstrip(","))
        elif word not in _LINKS:
            break
    return end
