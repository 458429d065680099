"""Companies: names with a legal form, and names that the text introduces as those of a company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.folding import fold
from kg.extract.states import StateFinder
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

_FORM: Final = (
    r"(?:(?:\((?:Pty|Private|Pvt|Proprietary|Pte|P)\) )?(?:Public )?(?:Co\.?,? ?(?:Ltd|Limited|Inc|LLC)\b\.?|Ltd\b\.?|Limited)(?: Liability Company| Partnership)?|Company,? (?:Limited|Ltd\b\.?)|Corporation Limited|Corp\b\.?|Corporation|Incorporated|Inc\b\.?|C[íi]a\.?,? Ltda\b\.?|Ltda\b\.?|Lda\b\.?"
    r"|S\. ?A\. ?P\. ?I\.(?: de C\. ?V\.)?|S\. ?A\. ?B\.(?: de C\. ?V\.)?|S\. ?A\. de C\. ?V\.|S\.? ?A\.? de C\.? ?V\b\.?|S\. ?de R\. ?L\.(?: de C\. ?V\.)?|S\. ?A\. ?S\.|S\. ?A\. ?C\.|S\. ?A\. ?A\.|S\. ?A\. ?U\.|S\. ?A\. ?R\. ?L\.?|S\.à\.? ?r\.l\.?|S\. ?r\. ?l\.?|Sàrl|Sarl|S\. ?p\. ?A\.?|S\. ?R\. ?L\.|S\. ?L\. ?U?\.?|S\. ?C\.|S\. ?C\. ?A\.|S\. ?N\. ?C\.|S\. ?en C\.(?: ?(?:S|por A)\.)?|(?:&|y|et) C(?:[íi]a|ie)\b\.?|S\. ?A\. ?E\.|S\. ?A\.|E\. ?I\. ?R\. ?L\.|E\. ?S\. ?P\.|EIRL|E\.U\."
    r"|SARL|SASU|SAS|SpA|SRL|SCA\b|SNC\b|SEM\b|SCEA\b|EURL|SPRL|SA(?:/NV)?\b|N\.V\.|NV\b|B\.V\.|BV\b|KGaA|GmbH(?: & Co\.? KG(?:aA)?)?|A\.G\.|AG\b|SE\b|ASA\b|AB\b|A/S|ApS\b|AS\b|Oyj|Oy\b|OÜ|PLC|plc|Plc|P\.L\.C\.|LLC|L\.L\.C\.|LLP|L\.L\.P\.|L\.P\.|LP\b|CC\b|PBC\b"
    r"|Pty\.?,? (?:Ltd|Limited)\b\.?|Pte\.?,? (?:Ltd|Limited)\b\.?|Pvt\.?,? (?:Ltd|Limited)\b\.?|Sdn\.? ?Bhd\.?|Bhd\.?|Berhad|(?:\(Persero\) )?Tbk\.?|\(Persero\)|PJSC|OJSC|CJSC|SAOG|QPSC|SAOC|S\.A\.O\.G\.|S\.A\.L\.|SAL\b|B\.S\.C\.|BSC\b|W\.L\.L\.|WLL|JV\b|MMC\b|ULC\b|DAC\b|KG\b|FZ-LLC|FZE|FZCO|DMCC|PCL\b|JSC|K\.K\.|KK\b"
    r"|[Ss]h\.p\.k\.?|SH\.P\.K\.?|[Ss]h\.a\.|d\.o\.o\.|d\.d\.|a\.d\.|EOOD|OOD|Zrt\.?|Nyrt\.?|Kft\.?|s\.r\.o\.|a\.s\.|Sp\. z o\.o\.|S\.A\.K\.|A\.Ş\.|Holdings?|Group|Company|Co\.)"
)
# A part of the name may stand in parentheses before the form: "Nordia (China) Investment Co., Ltd."
_SUFFIXED: Final = re.compile(
    rf"(?<=[\w’”\"»])(?: \([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){{0,2}}\)(?: [A-Z][\w&-]*){{0,3}}?)?,? (?P<forms>{_FORM}(?:,? {_FORM}){{0,3}})(?![\w-])"
)
_ANY_FORM: Final = re.compile(_FORM)
_PREFIX: Final = re.compile(r"\b(?:SIA|UAB|OOO|PAO|OAO|ZAO|TOO|PT|P\.T\.) (?=[A-ZÀ-Þ])")
_WORD: Final = re.compile(r"[^\s,;:()“”\"«»]+")
_NAME_WORD: Final = re.compile(r"(?:(?:[dlDL]['’])?[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w.&'’/-]*|&|[+])$")
_LINK: Final = frozenset({"de", "del", "da", "do", "dos", "das", "di", "of", "and", "&", "for", "la", "le", "les", "los", "las", "y", "e", "et", "von", "van", "der", "du", "des", "al", "el", "pour", "para"})  # fmt: skip
# "Confecciones El Jocote": an article opens no name, but may stand inside one.
_ARTICLES: Final = frozenset({"El", "La", "Los", "Las", "Le", "Les"})
_NO_NAME: Final = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "By",
        "Of",
        "For",
        "With",
        "And",
        "To",
        "From",
        "On",
        "At",
        "As",
        "Its",
        "Their",
        "Our",
        "Your",
        "This",
        "That",
        "These",
        "Those",
        "While",
        "When",
        "Where",
        "According",
        "Both",
        "Between",
        "Against",
        "La",
        "Le",
        "Les",
        "El",
        "Los",
        "Las",
        "Un",
        "Une",
        "Una",
        "Son",
        "Sa",
        "Ses",
        "Su",
        "Sus",
        "Par",
        "Por",
        "Et",
        "Y",
        "En",
        "De",
        "Del",
        "Du",
        "Des",
        "Dans",
        "Selon",
        "Según",
        "Working",
        "Mr",
        "Mr.",
        "Ms",
        "Ms.",
        "Mrs",
        "Mrs.",
        "Messrs",
        "Messrs.",
        "Company",
        "Companies",
        "Since",
        "Moreover",
        "Furthermore",
        "However",
        "Also",
        "After",
        "Before",
        "Through",
        "Under",
        "Like",
        "Including",
        "Although",
        "Reportedly",
        "Allegedly",
    ]
)
_NO_GROUP: Final = frozenset(
    [
        "Working",
        "Expert",
        "Experts",
        "Armed",
        "Parliamentary",
        "Contact",
        "Support",
        "Minority",
        "Ethnic",
        "Religious",
        "Advisory",
        "Focal",
        "Core",
        "Study",
        "Steering",
        "Task",
        "Interest",
        "African",
    ]
)
# "Guards of Meridian SPRL": those who belong to a company are no part of its name.
_BELONGING: Final = frozenset(
    ["Guards", "Employees", "Workers", "Representatives", "Managers", "Shareholders", "Officials", "Agents", "Directors", "Staff", "Trucks", "Vehicles", "Lawyers", "Subsidiaries", "Suppliers", "Contractors", "Engineers", "Geologists", "Surveyors", "Auditors", "Drivers", "Miners", "Consultants", "Personnel", "Executives", "Members",
     "Vigiles", "Gardes", "Employés", "Salariés", "Représentants", "Ouvriers", "Camions", "Dirigeants", "Responsables",
     "Guardias", "Empleados", "Empleadas", "Trabajadores", "Trabajadoras", "Representantes", "Vigilantes", "Directivos", "Camiones", "Personal", "Agentes"]
)  # fmt: skip
_DOTTED: Final = re.compile(r"(?:[A-Z]\.){2,4}")
# "the concession between Zambia and Kafwala Rail Ltd.": two parties, no name of two parts
_PARTIES: Final = re.compile(
    r"\b(?:between|entre|companies|investors|banks|subsidiaries|entreprises|sociétés|investisseurs|banques|filiales|empresas|sociedades|compañías|inversores|inversionistas|bancos|filiales)(?: the| le| la| el| l[’'])? ?$"
)
_PARTY_BEFORE: Final = re.compile(r"^[^,]{1,60}? (?:and|et|y|e) (?=[A-ZÀ-ÖØ-Þ])")
# On one line the office of the addressee stands right before the company.
_OFFICES: Final = frozenset(
    ["Directors", "Officer", "Officers", "CEO", "Chairman", "Chairperson", "Directorio", "Director", "Directora", "Directeur", "Directrice", "Gerente", "Presidente", "Président", "Présidente", "Socia", "Socio"]
)  # fmt: skip
# The partners before the last two: "Aldunate, Roxbury & Prym LLP".
_PARTNERS: Final = re.compile(
    r"(?:^|(?<=\n)|(?<=[,;:(a-zà-ÿ] ))(?<!\bin )(?<!\ben )(?<!\bà )(?<!\ba )(?<!\bat )(?<!\bof )(?<!\bde )(?<!\bfrom )(?:[A-ZÀ-ÖØ-Þ][\w’'-]+, ){1,4}$"
)
# "Norway and Fjordmin Corporation" are two; "Jordan and Sons Ltd" is one
_JOINED: Final = re.compile(
    r" (?:and|et|y|e) (?!(?:Sons?|Partners|Associates|Brothers|Company|Co|Cie|C[íi]a|Fils|Frères|Associés|Hijos|Hermanos|Asociados)\b)(?=[A-ZÀ-ÖØ-Þ])"
)
_GOVERNMENTS: Final = re.compile(
    r"^(?:Governments?|Gouvernements?|Gobiernos?) (?:of|de|du|d[’']|des|del)(?: ?(?:the|la|le|l[’']|el|los))? ?"
)
# "Société des palmeraies de la" + "Haute-Lokundjé S.A.": small words between the head of a name and its last
_HEAD_OF_NAME: Final = re.compile(
    r"\b(?:Société|Compagnie|Entreprise|Groupement|Coopérative|Consortium|Fonds|Caisse|Banque|Empresa|Compañía|Corporación|Sociedad|Cooperativa|Fondo|Banco|Caja)"
    r"(?: (?!(?:a|est|et|qui|ont|y|que|es|ha)\b)[a-zà-ÿ-]+)?(?: (?:de la|de l[’']|des|du|de|d[’']|del|de los|de las)(?: ?[a-zà-ÿ-]+){0,2}){1,3} ?$"
)
_PUBLIC: Final = re.compile(
    r"(?: (?:Municipal|Nacional|Estatal|Pública|Central|Provincial|Regional|Metropolitana|Departamental))(?: (?:de la|de los|de las|del|de) [A-ZÀ-Þ][\w-]+)"
)
_WEAK: Final = frozenset({"Group", "Company", "Holding", "Holdings", "Co."})
_INTRODUCED: Final = re.compile(
    r"\b(?:(?:parent |holding |mining |oil |energy |state-owned |private |transnational |multinational |security |construction |technology |agribusiness |insurance |shipping |logistics |textile |garment |forestry |pharmaceutical )?"
    r"(?:compan(?:y|ies)|firms?|conglomerate|manufacturers?|subsidiar(?:y|ies)|suppliers?|contractors?|consortium|joint venture)(?: called| named)?"
    r"|(?:la |les |l'|une |sa |leur )?(?P<fr>societes?|entreprises?|compagnies?|filiales?|groupe|banque|consortium)(?: mini[eè]re| petroliere| mere| publique)?(?: denommee?)?"
    r"|(?:la |las |el |una |su )?(?P<es>empresas?|compania|sociedad|filial(?:es)?|consorcio|banco|grupo|constructora|minera|petrolera|inmobiliaria|corporacion(?= (?:financiera|minera|energetica|petrolera|industrial|hotelera|azucarera|agricola)))(?: minera| matriz| petrolera| estatal| constructora| hidroelectrica)?(?: denominada)?) "
    r"(?=[\"“«]?)"
)
_BODY_WORDS: Final = re.compile(
    r"Nations|Naciones|Council|Conseil|Consejo|Government|Gouvernement|Gobierno|Rapporteur|Relator|Convention|Covenant|State|Ministry|Minister|Court|Working|Human|Rights|General|Assembly|Expert|Interdisciplinari|\bActs?\b|\bLaws?\b|\bCode\b|Ordinance|Regist(?:er|rar|ry)|Tribunal|\bLey\b|\bLoi\b|Código"
)


def find_companies(text: str) -> tuple[Mention, ...]:
    """Return the companies named in ``text``.

    Mentions have kind COMPANY, no value (no register holds companies) and the detail ``by``: ``form`` when
    a legal form ends or opens the name, ``introduced`` when a word such as "company" stands before it.
    """
    found: list[Mention] = []
    formed = sorted([*_with_form(text), *_with_prefix(text)], key=lambda found: (found[0], -found[1]))
    for start, end, by in [*formed, *_introduced(text)]:
        if all(end <= other.start or start >= other.end for other in found):
            found.append(Mention(start, end, MentionKind.COMPANY, "", (("by", by),)))
    return tuple(sorted(found))


class CompanyFinder:
    """Finds companies, and knows the States that stand before them in one list.

    Args:
        register: Where the names of the States are.
    """

    def __init__(self, register: Register) -> None:
        self._states = StateFinder(register)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the companies named in ``text``, as `find_companies` does, without a State joined to the name."""
        return tuple(self._without_state(text, company) for company in find_companies(text))

    def _without_state(self, text: str, company: Mention) -> Mention:
        """Leave "the Governments of Norway and" out of "the Governments of Norway and Fjordmin Corporation"."""
        start = company.start
        for joined in _JOINED.finditer(text, company.start, company.end):
            before = _GOVERNMENTS.sub("", text[company.start : joined.start()])
            if any(state.start == 0 and state.end == len(before) for state in self._states.find(before)):
                start = joined.end()
        return replace(company, start=start)


def company_key(name: str) -> str:
    """Return what two spellings of one company's name share: folded words without legal forms at the end."""
    words = re.findall(r"[^\W_]+", fold(re.sub(rf"(?:,? {_FORM})+$", "", name)))
    return " ".join(words)


def _with_form(text: str) -> Iterator[tuple[int, int, str]]:
    floor = 0
    for match in _SUFFIXED.finditer(text):
        start = _second_party(text, _name_start(text, floor, match.start()), match.start())
        name = text[start : match.start()]
        floor = match.end("forms")
        if not name.strip() or not _is_name(name, match[0]):
            continue
        yield start, match.end("forms"), "form"


def _is_name(name: str, forms: str) -> bool:
    words = name.split()
    if forms.lstrip(", ") in _WEAK and forms.startswith(","):
        return forms.endswith("Co.")  # "Mr. Abel Sande, Group Chief Executive"
    if forms.lstrip() in _WEAK:
        return words[-1] not in _NO_GROUP and not _BODY_WORDS.search(name) and len(words[-1]) > 1
    return not all(word in _NO_NAME for word in words)


def _name_start(text: str, floor: int, end: int) -> int:
    """Walk back over the capitalised words before ``end``, not beyond ``floor``, to where the name starts."""
    start, links = end, 0
    words = list(_WORD.finditer(text, max(floor, end - 120), end))
    expected = end
    for word in reversed(words):
        gap = text[word.end() : expected]
        if gap not in {"", " "} or _ANY_FORM.fullmatch(word[0]):
            break
        if (word[0] in _BELONGING and links) or (word[0] in _OFFICES and start != end):
            break
        if _NAME_WORD.match(word[0]) and word[0] not in _NO_NAME and not _ends_sentence(word[0]):
            start, links = word.start(), 0
        elif word[0] in _LINK | _ARTICLES and start != end and links < 2:  # noqa: PLR2004
            links += 1
        else:
            break
        expected = word.start()
    partners = _PARTNERS.search(text[max(floor, start - 80) : start]) if "&" in text[start:end] else None
    before = partners or _HEAD_OF_NAME.search(text[max(floor, start - 90) : start])
    return start - len(before[0]) if before else start


def _second_party(text: str, start: int, end: int) -> int:
    """Return where the second name starts when the words say that two parties are joined."""
    first = _PARTY_BEFORE.match(text[start:end]) if _PARTIES.search(text[:start]) else None
    return start + first.end() if first else start


def _ends_sentence(word: str) -> bool:
    if _DOTTED.fullmatch(word):
        return False  # "T.B. Star Manpower Co., Ltd."
    return word.endswith(".") and (len(word) > 3 or word[:-1].isdigit())  # noqa: PLR2004


def _with_prefix(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PREFIX.finditer(text):
        end = _name_end(text, match.end())
        if end > match.end():
            yield match.start(), end, "form"


def _introduced(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _INTRODUCED.finditer(fold(text)):
        start = match.end() + (text[match.end() : match.end() + 1] in {"“", '"', "«"})
        end = _name_end(text, start)
        name = text[start:end]
        if (
            end > start
            and name.split()[0] not in _NO_NAME
            and not _BODY_WORDS.search(name)
            and not name.isupper()
        ):
            noun = _capital_noun(text, match)
            public = _PUBLIC.match(text, start - 1) if noun else None
            yield noun or start, max(end, public.end() if public else 0), "introduced"


def _capital_noun(text: str, match: re.Match[str]) -> int:
    """Return where a noun that belongs to the name starts, «el Grupo Atlántida»; 0 where it stands small, or first."""
    noun = match.start("fr") if match["fr"] else match.start("es")
    return noun if noun > 0 and text[noun].isupper() else 0


def _name_end(text: str, start: int) -> int:
    """Walk over the capitalised words from ``start`` and return where the name ends."""
    end = start
    for word in _WORD.finditer(text, start, start + 120):
        gap = text[end : word.start()]
        if gap.strip():
            break
        if _NAME_WORD.match(word[0]):
            end = word.end()
        elif word[0] not in _LINK or end == start:
            break
        if word[0].endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|Co\.|Ltd\.|Inc\.|Corp\.", word[0]):
            break
    name = text[start:end]
    stripped = (
        re.sub(r"(?:[’']s|\.)$", "", name)
        if not re.search(r"(?:[A-Z]\.|Co\.|Ltd\.|Inc\.|Corp\.)$", name)
        else name
    )
    return start + len(stripped)
