"""General comments and general recommendations of the treaty bodies, in English, French and Spanish.

"General comment No. 34 (CCPR/C/GC/34)", "observations générales nos 3 et 14", "recomendación general núm. 35".
Which committee speaks is read from the symbol beside the number, from "of the …", from the committee named
in the same sentence, or from the one named before; where none of these says it, it stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
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
_SYMBOL: Final = re.compile(r"[A-Z/.0-9]+?/GC/(?P<number>[0-9]{1,2})(?:/[A-Z].*)?")
_RECOMMENDING: Final = frozenset({"cedaw", "cerd"})
_GAP: Final = re.compile(r"[\s,]*(?:\([0-9]{4}\))?[^()]{0,30}[(\[,:]\s*[^().]{0,25}")
_OTHER_TEXT: Final = re.compile(r"/(?:CO|D|Q|SR|OP|FU|COC|RQ)\b")  # observations, views, records
_OTHER_NAMED: Final = re.compile(
    r";|\b(?:statement|views|concluding|declaration|declaracion|constatations|dictamen)\b"
)
_OF: Final = re.compile(
    r"[\s,]*(?:\([^()]*\)[\s,]*){0,2}(?:of|by|from|issued by|du|de|del|formulee? par le)\s"
)

_DIRECTLY: Final = re.compile(
    r"[\s,]*(?:\([^()]*\)[\s,]*){0,2}(?:(?:the|le|el)\s)?(?:united nations\s|un\s)?"
)
_OF_ANOTHER: Final = re.compile(r"(?:the |le |el )*(?:working group|groupe de travail|grupo de trabajo)\b")

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


class _Surroundings(NamedTuple):
    """What a block says around its general comments.

    Attributes:
        folded: The text of the block, folded.
        sentences: Where its sentences stand.
        symbols: (start, end, symbol) of each document symbol.
        committees: (start, end, id) of each committee named.
    """

    folded: str
    sentences: tuple[tuple[int, int], ...]
    symbols: list[tuple[int, int, str]]
    committees: list[tuple[int, int, str]]

    def symbol_beside(self, end: int) -> str:
        """Return the symbol printed right behind a number, in brackets or after a comma."""
        for start, _, symbol in self.symbols:
            if 0 <= start - end <= _BESIDE and _GAP.fullmatch(self.folded, end, start):
                return symbol
        return ""

    def symbol_further_on(self, end: int, limit: int, committee: str) -> str:
        """Return the first symbol of the committee's own texts in the rest of the sentence."""
        _, last = self._sentence(end - 1)
        for start, _, symbol in self.symbols:
            if end <= start < min(last, limit) and committee and _of_symbol(symbol) == committee:
                other = _OTHER_TEXT.search(symbol) or _OTHER_NAMED.search(self.folded, end, start)
                return "" if other else symbol
        return ""

    def committee(self, comment: _Comment) -> str:
        """Return who speaks: "of the Committee …", else the nearest in the sentence, else the one before."""
        end = comment.numbers.end
        year = _YEAR.match(self.folded, end)
        of = _OF.match(self.folded, year.end() if year else end)
        first, last = self._sentence(comment.start)
        after = [entry for entry in self.committees if end <= entry[0] < last]
        before = [entry for entry in self.committees if entry[1] <= comment.start]
        if of and after and after[0][0] - of.end() <= len("the united nations "):
            return after[0][2]
        if after and self._is_subject(end, after[0]):
            return after[0][2]
        inside = [entry for entry in before if entry[0] >= first]
        chosen = inside[-1:] or after[:1] or before[-1:]
        return chosen[0][2] if chosen else ""

    def _is_subject(self, end: int, committee: tuple[int, int, str]) -> bool:
        """Tell whether a committee named in full follows right behind a number: "No. 36 (2020), the Committee …"."""
        start, stop, _ = committee
        full = self.folded[start:stop] not in _ACRONYM
        return full and bool(_DIRECTLY.fullmatch(self.folded, end, start))

    def of_another(self, comment: _Comment) -> bool:
        """Tell whether a comment is one of a Working Group, not of a treaty body."""
        year = _YEAR.match(self.folded, comment.numbers.end)
        of = _OF.match(self.folded, year.end() if year else comment.numbers.end)
        return bool(of and _OF_ANOTHER.match(self.folded, of.end()))

    def _sentence(self, at: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self.sentences if a <= at < b), (0, len(self.folded)))


def find_comments(text: str) -> tuple[Mention, ...]:
    """Return the general comments and recommendations in the text of a block.

    Mentions have kind GENERAL_COMMENT and the number as value. Details:

    * ``committee``: ``ccpr``, ``cescr``, ``cedaw``, ``crc``, ``cat``, ``cerd``, ``crpd``, ``ced`` or ``cmw``; absent
      when the block does not say it;
    * ``symbol``: the document symbol printed beside the number, if any;
    * ``form``: ``comment`` or ``recommendation``.
    """
    found = _named(text)
    symbols = {one.get("symbol") for one in found}
    found += [one for one in _by_symbol(text) if one.get("symbol") not in symbols]
    return tuple(sorted(dict.fromkeys(found)))


def _by_symbol(text: str) -> Iterator[Mention]:
    """Yield the comments cited by their symbol alone: "(CCPR/C/GC/34, para. 25)"."""
    for one in find_symbols(text):
        number = _SYMBOL.fullmatch(one.value)
        committee = _of_symbol(one.value)
        if number and committee:
            form = "recommendation" if committee in _RECOMMENDING else "comment"
            detail = (("committee", committee), ("form", form), ("symbol", one.value))
            yield Mention(one.start, one.end, MentionKind.GENERAL_COMMENT, number["number"], detail)


def _named(text: str) -> list[Mention]:
    """Return the comments named as such."""
    folded = fold(text)
    comments = tuple(_comments(text, folded))
    if not comments:
        return []
    around = _Surroundings(
        folded,
        split_sentences(text),
        [(one.start, one.end, one.value) for one in find_symbols(text)],
        _committees(text, folded),
    )
    found: list[Mention] = []
    for comment, following in zip_longest(comments, comments[1:]):
        if around.of_another(comment):
            continue
        limit = following.start if following else len(text)
        found += _mentions(comment, around, limit)
    return found


def _mentions(comment: _Comment, around: _Surroundings, limit: int) -> Iterator[Mention]:
    """Yield a mention for each number; what says more about it stands before ``limit``."""
    spoken = around.committee(comment)
    for item in comment.numbers.items:
        symbol = around.symbol_beside(item.end) or around.symbol_further_on(item.end, limit, spoken)
        detail = {
            "committee": _of_symbol(symbol) or spoken,
            "symbol": symbol,
            "form": "recommendation" if comment.recommendation else "comment",
        }
        kept = tuple(sorted((name, value) for name, value in detail.items() if value))
        start = comment.start if item is comment.numbers.items[0] else item.start
        for number in item.numbers:
            if number.isdigit():
                yield Mention(start, item.end, MentionKind.GENERAL_COMMENT, str(int(number)), kept)


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
