"""Persons: names behind a title of courtesy or profession, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.described_persons import described_persons
from kg.model.mention import Mention, MentionKind

_TITLE: Final = re.compile(
    r"(?<![\w.])(?P<plural>Messrs\.?|Mss\.?|MM\.|Mmes|Mesdames|Messieurs|Sres\.|Sras\.)(?= [A-ZÀ-ÖØ-Þ])"
    r"|(?<![\w.])(?P<title>Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Mme\.?|Mlle|Monsieur|Madame|Mademoiselle|Señor|Señora|Señorita|M\.|Me|Maître|Sr\.|Sra\.|Srta\.|Sr|Sra|Dra?\.|Dña\.|Doña|Don|doña|don|(?<![A-Z]\. )D\.(?= [A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þa-z][\w’-]*)(?! [A-Z]\.)(?! [A-Z]\w+ [a-z]{4})|Lic\.|Licd[oa]\.|Licd[oa]|Ing\.|Sir|Sheikh|Father|Sister|Bishop|Reverend|Rev\.|Imam|Ayatollah|Judge|Colonel|Col\.|Captain|Capt\.|Gen\.|Lt\.|Maj\.|Sgt\.|Datu|Datuk|Pastor|Archbishop|Monsignor)(?: \((?:ret|retd|retired)\.?\))?(?= [A-ZÀ-ÖØ-Þ“\"])"
)
_PARTICLE: Final = r"(?:de la|de las|de los|de|del|della|di|da|dos|das|do|du|van der|van den|van|von|der|den|ter|bin|bint|ibn|ben|ould|mint|al|el|ul|ur|la|le|y|e|Ní|ní)"
_NAME_PART: Final = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Uu]l|[Ee]n(?=-)|[Dd]’|[Dd]'|[Oo]’|[Oo]')[-’' ]?)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‘ʼ-]*\.?"
)
_NAME: Final = re.compile(
    rf"(?:[A-Z]\. ?){{1,3}}[A-Z]\.(?![\w’'])(?! [A-ZÀ-Þ][\w’'-])|{_NAME_PART}(?: (?:[ye] |(?!y |e )(?:{_PARTICLE} ){{0,2}}){_NAME_PART}){{0,6}}"
)
_INITIALS: Final = re.compile(
    r"(?:^|(?<=[ (]))(?<!\bM\. )(?!S\. ?A\.|C\. ?V\.|R\. ?L\.|[NB]\. ?V\.|M\. [A-Z]\. ?[A-Z]\.)(?P<initials>(?:[A-Z]\. ?){1,3}[A-Z]\.?),? (?:\(?(?:(?:who|whose|qui|quien|an?|une?|aged?)\b|âgée?s? de|de [0-9]{1,2} años|(?:an? )?[0-9]{1,2}[- ]year))"
)
# «Su hija de tres años, E. J. B., habría …»
_CHILD: Final = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ss]on|[Ss]a|[Ll]eurs?|[Ss]us?) (?:\w+-year-old )?(?:son|daughter|fils|fille|hij[oa])(?: (?:âgée? de|de|aged) \w+(?: ans| años)?)?, (?P<initials>(?:[A-Z]\. ?){1,3}[A-Z]\.)(?![\w’'])"
)
# Relatives and the very young are named without a title: "son fils Trésor Mwamba-Kiala, âgé de 15 ans".
_RELATIVE: Final = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ss]on|[Ss]a|[Ll]eurs?|[Ss]us?) (?!maison |société )(?:\w+ )?(?:wife|husband|partner|mother|father|brother|sister|son|daughter|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|colleagues?|friends?|classmates?|neighbours?|cellmates?"
    r"|épouse|époux|mari|mère|père|frère|sœur|fils|fille|cousine?|oncle|tante|neveu|nièce|petit-fils|petite-fille|collègues?|camarades?|amie?s?|voisine?s?|codétenue?s?|compañer[oa]s?|colegas?|amig[oa]s?|vecin[oa]s?|espos[oa]|marido|mujer|madre|padre|herman[oa]|hij[oa]|tí[oa]|prim[oa]|sobrin[oa]|niet[oa]),? (?=[A-ZÀ-ÖØ-Þ])"
)
_AGED: Final = re.compile(
    r",? (?:\(?aged? [0-9]|\(?[0-9]{1,2}\)|(?:an? )?[0-9]{1,2}[- ]years?[- ]old|âgée? de [0-9]|de [0-9]{1,2} años)"
)
# Minors are named by initials behind a word for a child; children without any title, before their age.
_MINOR: Final = re.compile(
    r"\b(?:initials|initiales|iniciales|minor|child|boy|girl|teenager|student|pupil|mineure?|enfant|fillette|garçon|adolescente?|élève|menor|niñ[oa]|joven|alumn[oa]),? (?P<initials>(?:[A-Z]\. ?){1,3}[A-Z]\.)(?![\w’'])"
)
_AGED_NAME: Final = re.compile(
    rf"(?<![\w.’'-])(?P<name>{_NAME_PART}(?: {_NAME_PART}){{1,4}}),? (?:aged? [0-9]{{1,2}}\b|âgée? de [0-9]{{1,2}} (?:ans|mois)|de [0-9]{{1,2}} (?:años|meses) de edad|de [0-9]{{1,2}} años(?=[,.;)]))"
)
# Names written short between two others: "Jemal Sh. Abdi", "Md. Karim"
_SHORTENED: Final = frozenset({"Sh.", "Ch.", "Md.", "Mohd.", "Kh.", "Muhd."})
_PARTICLES: Final = frozenset(["de", "la", "las", "los", "del", "y", "e", "el", "al"])
_TITLE_WORD: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Mme|Sr|Sra|Srta|M|Chief|Managing|Chair|Gerente|Director|Présidente?|Présidente?-directeur|Présidente-directrice|Presidente|Presidenta|Secretary|Minister|UN|Special|Head)\.?"
)
_JOIN: Final = re.compile(r"(?:, | and | et | y |, and |, et | e )(?=[A-ZÀ-ÖØ-Þ])")
_NO_NAME: Final = frozenset(
    [
        "President",
        "Minister",
        "Ambassador",
        "Chief",
        "Chairman",
        "Chairperson",
        "Chair",
        "Secretary",
        "Director",
        "Rapporteur",
        "Special",
        "Justice",
        "Chancellor",
        "Mayor",
        "Governor",
        "Excellency",
        "Excellence",
        "Excelencia",
        "Président",
        "Ministre",
        "Presidente",
        "Ministro",
        "Sir",
        "Madam",
    ]
)
_MONTHS: Final = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "On",
        "In",
        "At",
        "The",
        "And",
    ]
)


# In text on one line the next sentence begins right behind a name that ended a heading.
_NO_LAST_NAMES: Final = frozenset(
    [*_MONTHS, *_NO_NAME, *_PARTICLES, "He", "She", "They", "A", "An", "It", "His", "Her", "La", "El", "Los", "Las", "Le", "Les", "Il", "Elle", "Un", "Une", "Una", "En", "Au", "À"]
)  # fmt: skip


def find_persons(text: str) -> tuple[Mention, ...]:
    """Return the persons named with a title in ``text``.

    Mentions have kind PERSON and cover the name without the title; ``honorific`` is the title as printed.
    Initials count as a name when an age stands behind them, as letters print the names of minors.
    """
    found: dict[int, Mention] = {}
    for mention in sorted(_persons(text), key=lambda one: (not one.get("honorific"), one)):
        if not any(other.start < mention.end and mention.start < other.end for other in found.values()):
            found[mention.start] = mention
    return tuple(sorted(found.values()))


def _persons(text: str) -> Iterator[Mention]:
    for match in _INITIALS.finditer(text):
        yield _mention(*match.span("initials"), "")
    for match in (*_MINOR.finditer(text), *_CHILD.finditer(text)):
        yield _mention(*match.span("initials"), "")
    yield from _relatives(text)
    yield from _aged(text)
    for start, end in described_persons(text):
        yield _mention(start, end, "")
    for match in _TITLE.finditer(text):
        name = _name(text, match.end() + 1)
        if name is None or _is_titled_again(text, match):
            continue
        title = match["title"] or match["plural"]
        if match["plural"]:
            name = _first_of_several(text, name)
        yield _mention(*name, title)
        while match["plural"]:
            join = _JOIN.match(text, name[1])
            following = _name(text, join.end()) if join else None
            if following is None:
                break
            name = _first_of_several(text, following)
            yield _mention(*name, title)


def _relatives(text: str) -> Iterator[Mention]:
    """Yield the names that a word for a relative introduces; a single word only where an age follows."""
    for match in _RELATIVE.finditer(text):
        name = None if _TITLE.match(text, match.end()) else _name(text, match.end())
        if name and (" " in text[slice(*name)] or _AGED.match(text, name[1])):
            yield _mention(*name, "")


def _aged(text: str) -> Iterator[Mention]:
    """Yield the names without title that an age follows: "Tiana R., aged 4"."""
    for match in _AGED_NAME.finditer(text):
        first = match["name"].split(" ", 1)[0]
        if not _TITLE.match(text, match.start()) and first not in _NO_LAST_NAMES:
            yield _mention(*match.span("name"), "")


def _is_titled_again(text: str, title: re.Match[str]) -> bool:
    """Whether a second title follows, as in "Sra. Dña. Purificación …"; one letter is an initial elsewhere."""
    second = _TITLE.match(text, title.end() + 1)
    spanish = title[0] in {"Sr.", "Sr"}
    return second is not None and (spanish or len(second[0].rstrip(".")) > 1)


def _name(text: str, start: int) -> tuple[int, int] | None:
    match = _NAME.match(text, start)
    if not match or match[0].split()[0] in _NO_NAME:
        return None
    words = match[0].split(" ")
    titled = next((i for i, word in enumerate(words) if _is_title(words, i)), len(words))
    words = words[:titled]
    while words and words[-1] in _NO_LAST_NAMES:
        words.pop()
    # a full stop that ends the sentence ends the name too; after an initial it does not
    for index, word in enumerate(words):
        shortened = word in _SHORTENED and index < len(words) - 1
        if word.endswith(".") and len(word) > 2 and "." not in word[:-1] and not shortened:  # noqa: PLR2004
            words = [*words[:index], word[:-1]]
            break
    name = re.sub(r"[’'‘]s?$", "", " ".join(words))
    return (start, start + len(name)) if name else None


def _first_of_several(text: str, name: tuple[int, int]) -> tuple[int, int]:
    """Cut at the "y" that joins two persons; behind a plural title it joins no two surnames."""
    join = re.search(r",? [ye] ", text[slice(*name)])
    return (name[0], name[0] + join.start()) if join else name


def _is_title(words: Sequence[str], index: int) -> bool:
    behind = words[index + 1 :]
    initial = words[index] == "M." and (not behind or behind[0].islower() or _is_last_initial(behind))
    return not initial and bool(_TITLE_WORD.fullmatch(words[index]))


def _is_last_initial(words: Sequence[str]) -> bool:
    """Tell whether one more initial ends the name: "Daniela M. G."."""
    return len(words) == 1 and len(words[0]) == len("G.") and words[0].endswith(".")


def _mention(start: int, end: int, title: str) -> Mention:
    return Mention(start, end, MentionKind.PERSON, "", (("honorific", title),))
