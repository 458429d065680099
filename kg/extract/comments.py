"""General comments and general recommendations of the treaty bodies, in English, French and Spanish.

"General comment No. 34 (CCPR/C/GC/34)", "observations générales nos 3 et 14", "recomendación general núm. 35".
Which committee speaks is read from the symbol beside the number, from "of the …", from the committee named
in the same sentence, or from the one named before; where none of these says it, it stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.folding import fold
from kg.extract.numbering import Numbers, read_numbers
from kg.extract.sentences import split_sentences
from kg.extract.symbols import find_symbols
from kg.model.mention import Mention, MentionKind

_HEAD: Final = re.compile(
    r"\b(?:general\s(?P<en>comments?|recommendations?)"
    r"|(?P<fr>observations?|recommandations?|commentaires?)\sgenerale?s?(?:aux)?"
    r"|(?P<es>observacion(?:es)?|recomendacion(?:es)?|comentarios?)\sgeneral(?:es)?"
    r"|(?P<gc>gcs?|grs?))"
    r"(?:\sconjointes?|\sconjuntas?)?(?:,?\s\(?(?P<no>nos?\b|num(?:ero)?s?\b|n[o°]s?|numbers?|#)\.?\s?|\s)(?=[0-9])"
)
_AGAIN: Final = re.compile(
    r"(?:(?:its|the|son|su|la|l'|sus|ses)\s?)?(?:general\s(?:comments?|recommendations?)\s|observations? generales?\s|observacion(?:es)? general(?:es)?\s)?"
    r"(?:no|num|n[o°])s?\.?\s?"
)
_YEAR: Final = re.compile(r"\s?[,(]?\s?(?:of\s|de\s)?\(?(?:19|20)[0-9]{2}\)?")
_FURTHER: Final = re.compile(
    r"(?:\s\([^()]{2,60}\))?\s?(?:,|,?\s(?:and|et|y))\s(?:(?:no|num|n[o°])s?\.?\s?)?(?=[0-9]{1,2}\s?\()"
)
_JOINT: Final = re.compile(
    r"[^.;0-9]{0,45}?(?:\s\([^()]*\))?,?\s(?:and|et|y)\s(?:no|num|n[o°])s?\.?\s?(?=[0-9]{1,2}\b)"
)
_BESIDE: Final = 45
_OF: Final = re.compile(
    r"[\s,]*(?:\([^()]*\)[\s,]*){0,2}(?:of|by|from|issued by|du|de|del|formulee? par le)\s"
)

# The nine treaty bodies: id, root of their symbols, and the words that tell each name from the others.
_BODIES: Final = (
    ("ccpr", "CCPR", r"(?:un |united nations )?human rights committee|comite des droits de l'homme|comite de derechos humanos|\bccpr\b"),
    ("cescr", "E/C.12", r"committee on economic, social,? and cultural rights|comite des droits economiques|comite de derechos economicos|comite desc\b|\bcescr\b"),
    ("cedaw", "CEDAW", r"committee on the elimination of (?:all forms of )?discrimination against women|comite pour l'elimination de (?:toutes les formes de )?(?:la )?discrimination a l'egard des femmes|comite para la eliminacion de (?:todas las formas de )?(?:la )?discriminacion contra la mujer|\bcedaw\b"),
    ("crc", "CRC", r"committee on the rights of the child|comite des droits de l'enfant|comite de los derechos del nino|\bcrc\b"),
    ("cat", "CAT", r"committee against torture|comite contre la torture|comite contra la tortura|\bcat\b"),
    ("cerd", "CERD", r"committee on the elimination of (?:all forms of )?racial discrimination|comite pour l'elimination de (?:toutes les formes de )?(?:la )?discrimination raciale|comite para la eliminacion de (?:todas las formas de )?(?:la )?discriminacion racial|\bcerd\b"),
    ("crpd", "CRPD", r"committee on the rights of persons with disabilities|comite des droits des personnes handicapees|comite sobre los derechos de las personas con discapacidad|\bcrpd\b"),
    ("ced", "CED", r"committee on enforced disappearances|comite des disparitions forcees|comite (?:contra la desaparicion forzada|contra las desapariciones forzadas)|\bced\b"),
    ("cmw", "CMW", r"committee on (?:the protection of the rights of all )?migrant workers|committee on the protection of the rights of all migrant workers|comite (?:pour la protection des droits de tous les )?(?:des )?travailleurs migrants|comite (?:de proteccion de los derechos de todos los )?(?:de )?trabajadores migratorios|\bcmw\b"),
)  # fmt: skip
_COMMITTEE: Final = re.compile("|".join(f"(?P<{body}>{words})" for body, _, words in _BODIES))
_OF_COMMITTEE: Final = re.compile(rf"(?:the |le |el |united nations |un )*(?:{_COMMITTEE.pattern})")
_ACRONYM: Final = frozenset(body for body, _, _ in _BODIES)


class _Comment(NamedTuple):
    start: int
    numbers: Numbers
    recommendation: bool


def find_comments(text: str) -> tuple[Mention, ...]:
    """Return the general comments and recommendations in the text of a block.

    Mentions have kind GENERAL_COMMENT and the number as value. Details:

    * ``committee``: ``ccpr``, ``cescr``, ``cedaw``, ``crc``, ``cat``, ``cerd``, ``crpd``, ``ced`` or ``cmw``; absent
      when the block does not say it;
    * ``symbol``: the document symbol printed beside the number, if any;
    * ``form``: ``comment`` or ``recommendation``.
    """
    folded = fold(text)
    sentences = split_sentences(text)
    symbols = find_symbols(text)
    committees = _committees(text, folded)
    found: list[Mention] = []
    for comment in _comments(text, folded):
        for item in comment.numbers.items:
            symbol = _symbol(text, symbols, item.end)
            committee = _of_symbol(symbol) or _committee(folded, sentences, committees, comment)
            form = "recommendation" if comment.recommendation else "comment"
            detail = {"committee": committee, "symbol": symbol, "form": form}
            start = comment.start if item is comment.numbers.items[0] else item.start
            found += [
                Mention(start, item.end, MentionKind.GENERAL_COMMENT, str(int(number)), _sorted(detail))
                for number in item.numbers
                if number.isdigit()
            ]
    return tuple(dict.fromkeys(found))


def _sorted(detail: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in detail.items() if value))


def _comments(text: str, folded: str) -> Iterator[_Comment]:
    for match in _HEAD.finditer(folded):
        if match["gc"] and not (match["no"] and text[match.start("gc") : match.end("gc")].isupper()):
            continue
        numbers = read_numbers(text, folded, match.end(), _AGAIN)
        if numbers:
            word = match["en"] or match["fr"] or match["es"] or match["gc"]
            numbers = _with_further(text, folded, numbers)
            recommendation = word.startswith(("rec", "gr"))
            yield _Comment(match.start(), numbers, recommendation)
            yield from _joint(text, folded, numbers.end, recommendation)


def _joint(text: str, folded: str, end: int, recommendation: bool) -> Iterator[_Comment]:  # noqa: FBT001
    """Yield the second half of "No. 3 of the Committee on … and No. 22 of the Committee on …"."""
    year = _YEAR.match(folded, end)
    of = _OF.match(folded, year.end() if year else end)
    named = _OF_COMMITTEE.match(folded, of.end()) if of else None
    joint = _JOINT.match(folded, named.end()) if named else None
    numbers = read_numbers(text, folded, joint.end()) if joint else None
    if joint and numbers:
        yield _Comment(joint.end(), numbers, recommendation)


def _with_further(text: str, folded: str, numbers: Numbers) -> Numbers:
    """Add the numbers that stand behind a year or a symbol in brackets: "No. 6 (2005) and No. 22 (2017)"."""
    items, end = list(numbers.items), numbers.end
    further = _FURTHER.match(folded, end)
    while further:
        more = read_numbers(text, folded, further.end(), _AGAIN)
        if more is None:
            break
        items += more.items
        end = more.end
        further = _FURTHER.match(folded, end)
    return Numbers(tuple(items), end)


def _symbol(text: str, symbols: tuple[Mention, ...], end: int) -> str:
    """Return the symbol printed right behind the number, in brackets or after a comma."""
    for symbol in symbols:
        gap = text[end : symbol.start]
        if 0 <= symbol.start - end <= _BESIDE and re.fullmatch(
            r"[\s,]*(?:\([0-9]{4}\))?[^()]{0,30}[(\[,:][\s]*[^().]{0,25}", gap
        ):
            return symbol.value
    return ""


def _of_symbol(symbol: str) -> str:
    return next((body for body, root, _ in _BODIES if symbol.startswith(root + "/")), "")


def _committees(text: str, folded: str) -> list[tuple[int, int, str]]:
    """Return (start, end, id) of each committee named; acronyms count only in capitals, apart from symbols."""
    found = []
    for match in _COMMITTEE.finditer(folded):
        words = text[match.start() : match.end()]
        acronym = match[0] in _ACRONYM
        if not acronym or (words.isupper() and folded[match.end() : match.end() + 1] != "/"):
            found.append((match.start(), match.end(), str(match.lastgroup)))
    return found


def _committee(
    folded: str,
    sentences: tuple[tuple[int, int], ...],
    committees: list[tuple[int, int, str]],
    comment: _Comment,
) -> str:
    """Return the committee that speaks: "of the …", else the nearest in the sentence, else the one before."""
    end = comment.numbers.end
    year = _YEAR.match(folded, end)
    of = _OF.match(folded, year.end() if year else end)
    first, last = next(((a, b) for a, b in sentences if a <= comment.start < b), (0, len(folded)))
    after = [entry for entry in committees if end <= entry[0] < last]
    before = [entry for entry in committees if entry[1] <= comment.start]
    if of and after and after[0][0] - of.end() <= len("the united nations "):
        return after[0][2]
    inside = [entry for entry in before if entry[0] >= first]
    chosen = inside[-1:] or after[:1] or before[-1:]
    return chosen[0][2] if chosen else ""
