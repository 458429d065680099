"""Addresses printed without their line breaks: "Ms. A. Tarnvale President and Chief Executive Officer Tarnvik AB".

Re-hosted text puts an address block on one line, or into the middle of the sentence it interrupts. The name
is known by its title, the office by its words; what follows is the organisation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.structure.cues import HONORIFIC
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
    rf"(?:(?:Vice|Co)-)?(?:{_ROMANCE}(?: {_BEHIND}(?= |$)){{1,2}}|{_HEAD}|directeur|directrice))(?![\w-])(?! (?:of|du|de|del|and|et|y) )"
)
_SALUTATION: Final = re.compile(r"\bDear (?:[A-Z][a-z]+\.? )(?P<name>[^,:\n]{2,60}),")
_TOKEN: Final = re.compile(r"\S+")
_LINKS: Final = frozenset(["of", "and", "the", "for", "&", "de", "la", "del", "du", "des", "di", "y", "et"])
_LONG: Final = 1_500  # longer paragraphs on one line hold more than one thing
_LONGEST: Final = 300  # characters of an address


def printed_lines(paragraph: Paragraph) -> Paragraph:
    """Return an address with the lines it must have had: the name, the office, the organisation."""
    lines = tuple(part for line in paragraph.lines for part in _parts(paragraph.text, *line))
    return replace(paragraph, lines=lines)


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    title = HONORIFIC.match(text, start, end)
    office = _OFFICE.search(text, title.end(), end) if title else None
    if title is None or office is None or text[office.start() - 1] != " " or text[office.start() - 2] in ",;":
        return ((start, end),)
    behind = office.end() + len(text[office.end() : end]) - len(text[office.end() : end].lstrip(" ,"))
    cuts = [(start, office.start() - 1), (office.start(), office.end())]
    return (*cuts, (behind, end)) if behind < end else tuple(cuts)


def set_apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Cut an address out of the sentence it interrupts, where a long text stands on one line.

    It is known by the surname of the salutation, with an office behind it, and by the lower case in which
    the sentence goes on.
    """
    text = paragraph.text
    if len(paragraph.lines) > 1 or len(text) < _LONG:
        return (paragraph,)
    salutation = _SALUTATION.search(text)
    surname = salutation["name"].split()[-1] if salutation else ""
    for title in HONORIFIC.finditer(text, salutation.end() if salutation else len(text)):
        end = _end(text, title.start())
        named = text.find(surname, title.end() - 1, end)
        office = _OFFICE.match(text, named + len(surname) + 1, end) if named >= 0 else None
        if office and text[end : end + 2].strip()[:1].islower() and text[title.start() - 2] not in ".:;":
            return tuple(
                paragraph.part(a, b) for a, b in ((0, title.start()), (title.start(), end), (end, len(text)))
            )
    return (paragraph,)


def _end(text: str, start: int) -> int:
    """Return where the capitalised words from ``start`` end."""
    end = start
    for token in _TOKEN.finditer(text, start, start + _LONGEST):
        word = token[0].lstrip("(“")
        if word[:1].isupper() or word[:1].isdigit():
            end = token.end()
        elif word not in _LINKS:
            break
    return end
