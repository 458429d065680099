"""Who is said to be affected, who is said to have acted, and where: as text, by shallow rules.

The rules read word order, not meaning. Where they are not sure they say nothing: an empty field is better than
a wrong name beside an allegation.
"""

from __future__ import annotations

import re
from typing import Final

from kg.model.mention import MentionKind
from kg.model.record import Said
from kg.relate.sentences import Sentence

_AFFECTED: Final = re.compile(
    r"\b(?:workers?|labou?rers?|residents|villagers|inhabitants|families|family|persons|people|women"
    r"|girls|children"
    r"|child|boys|students|teachers|prisoners|detainees|inmates|journalists?|defenders?|activists?"
    r"|lawyers?|protesters"
    r"|demonstrators|communit(?:y|ies)|members|minorit(?:y|ies)|Uyghurs?|refugees|migrants|asylum seekers"
    r"|farmers"
    r"|fishermen|fishers|peasants|households|victims|patients|employees|civilians|believers|individuals"
    r"|citizens"
    r"|relatives|brother|sister|son|daughter|wife|husband|mother|father|colleagues"
    r"|travailleu(?:rs?|ses?)|ouvri(?:ers?|ères?)|habitants?|villageois|familles?|personnes|femmes|filles"
    r"|enfants"
    r"|étudiants|enseignants|détenus?|prisonniers|journalistes?|défenseurs?|militants?|avocate?s?"
    r"|manifestants"
    r"|communautés?|membres|minorités?|réfugiés|migrants|paysans|pêcheurs|agriculteurs|victimes|employés"
    r"|civils"
    r"|frère|sœur|fils|épouse|mari|père|mère"
    r"|trabajador(?:es|as?)?|residentes|pobladores|habitantes|familias?|personas|mujeres|niñas|niños"
    r"|estudiantes"
    r"|maestros|detenid[oa]s|pres[oa]s|periodistas?|defensor(?:es|as?)?|activistas?|abogad[oa]s?"
    r"|manifestantes"
    r"|comunidad(?:es)?|miembros|minorías?|refugiados|migrantes|campesin[oa]s|pescadores|agricultores"
    r"|víctimas"
    r"|emplead[oa]s|civiles|hermano|hermana|hijo|hija|esposa|esposo|padre|madre)\b",
    re.IGNORECASE,
)
_ACTING: Final = re.compile(
    r"\b(?:Governments?|authorities|police(?:men)?|officers?|officials|army|soldiers|military|forces"
    r"|security personnel"
    r"|agents?|guards|gunmen|assailants|attackers|militia|prosecutors?|court|judge|ministry|company"
    r"|companies|managers?"
    r"|employer|operator|agency|men|strangers|minder|paramilitar\w+"
    r"|Gouvernements?|autorités?|policiers?|police|gendarmes|armée|soldats|militaires|forces|agents?"
    r"|gardes|hommes"
    r"|procureur|tribunal|juge|ministère|société|entreprise|direction|employeur|assaillants|milices?"
    r"|Gobiernos?|autoridad(?:es)?|policías?|agentes|ejército|soldados|militares|fuerzas|guardias|hombres"
    r"|fiscalía"
    r"|fiscal|tribunal|juez|ministerio|empresa|gerente|empleador|individuos|paramilitares|funcionarios)\b",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^(?:(?:Moreover|Furthermore|In addition|Additionally|Also|However|Subsequently|Similarly|Reportedly"
    r"|Allegedly"
    r"|Par ailleurs|En outre|De plus|Toutefois|Cependant|Además|Asimismo|Por otra parte|Sin embargo"
    r"|Al parecer),? )"
    r"|^(?:In|On|At|Since|Between|During|From|After|Before|By|As of|Until|Following|Around|Throughout"
    r"|When|While|Upon"
    r"|Le|En|Depuis|Entre|Pendant|Après|Avant|Lors|Dans|Au|Aux|À|Vers|Durant"
    r"|El|Desde|Durante|Tras|Antes|Después|Hacia|A)\b[^,]{1,110}, (?=\S)"
    r"|^(?:Between [0-9]{4} and [0-9]{4}|(?:In|Since|By) (?:[A-Z][a-z]+ )?[0-9]{4}"
    r"|Entre [0-9]{4} et [0-9]{4}) (?=\S)"
)
_CLAUSE: Final = re.compile(r"\b(?:whether|that|which|who|whom|dont|qui|que|si|cuyo|cuya)\b", re.IGNORECASE)
_HEAD_ENDS: Final = re.compile(
    r" (?:of|from|in|with|at|for|on|de|des|du|del|en|con|para|dans|avec|pour|sur)\b|[’']s? "
)
_LAST_OF: Final = re.compile(r"^.*\b(?:of|de|des|del) (?=\S)|^.*\bd[’'](?=\S)")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|would|will|could|allegedly|reportedly|continue[sd]?"
    r"|remain(?:s|ed)?"
    r"|a|ont|est|sont|avait|avaient|aurait|auraient|serait|seraient|était|étaient|pourrait|pourraient|ne"
    r"|habría|habrían|ha|han|había|habían|fue|fueron|es|son|está|están|sería|serían|tendría|tendrían"
    r"|podría|podrían|no|se)\b"
    r"|\bn[’']|\bs[’']"
    r"|\b\w+(?:er|ir|dr|vr)ai(?:en)?t\b|\b\w+[aei]rían?\b"
)
_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|been|be|being)(?: (?:also|allegedly|reportedly|then|not|\w+ly))*"
    r" (?:\w+(?:ed|en)|held|made|told|put|shot|sent|struck|brought|subject|beaten|kept|hit|found)\b"
    r"|\b(?:été|serai(?:en)?t|sont|est)(?: \w+ment)? \w+(?:é|i|u|is|it)e?s?\b"
    r"|\b(?:sido|fue|fueron|sería|serían) \w+(?:ad|id|t|ch|st)[oa]s?\b"
    r"|\b(?:received|suffer(?:s|ed)?|reçu|subi|recibido|sufrido|resultado)\b"
)
_AGENT: Final = re.compile(
    r"\b(?:by|par|por) (?P<who>(?:(?:the|a|an|members of|agents of|le|la|les|des|un|une|l[’']|el|los|las"
    r"|una|unos|miembros de"
    r"|agentes de) ?){0,3}[^,.;:()“”]{2,90})"
)
_AGENT_ENDS: Final = re.compile(
    r" (?:for|in|on|at|to|and|with|who|which|that|during|while|after|before|under|as|from|when|through"
    r"|since|because"
    r"|pour|dans|en|à|au|et|avec|qui|pendant|lors|après|devant|sur|afin"
    r"|para|a|al|y|con|que|durante|tras|cuando|desde|ante|sin)\b"
)
_TARGET: Final = re.compile(
    r" (?:of|against|de|des|d[’']|del|contra|contre) (?P<who>(?:(?:the|some|several|les|la|el|los"
    r"|las) )?[^,.;:()]{3,90})"
)
_PLACE: Final = re.compile(
    r"\b(?:in|within|inside|outside|across|throughout|near|around|out of|part of|en|dans|au|aux|à|près de"
    r"|hors de|dentro de"
    r"|fuera de|cerca de)(?: of)? (?:(?:the|mainland|northern|southern|eastern|western|central|el|la|le"
    r"|l[’']) ?){0,2}"
    r"(?:(?:town|city|village|villages|district|districts|province|municipality|region|State|department"
    r"|county|prefecture"
    r"|commune|ville|localité|région|département|préfecture|sous-préfecture|municipio|ciudad|aldea"
    r"|provincia|departamento"
    r"|localidad|distrito|finca|vereda|cantón) (?:of|de|d[’']|del) ?(?:(?:la|las|los|l[’']) ?)?)?"
    r"(?P<name>[A-ZÀ-Ý][\w’-]*(?: (?:(?:of|de|del|de la|du|des|los|las|and the) )?[A-ZÀ-Ý][\w’-]*){0,5})"
)
_NO_PLACE: Final = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Articles?|Sections?|Annex|Chapter|Resolution|Mr|Mrs|Ms|Dr|M|Mme|Sr"
    r"|Sra|English"
    r"|Arabic|French|Spanish|Mandarin|Janvier|Enero|Correctional|Court|Government|Covenant|Convention)\b"
)
_OTHER_NAMES: Final = (
    MentionKind.PERSON,
    MentionKind.COMPANY,
    MentionKind.DATE,
    MentionKind.MANDATE,
    MentionKind.INSTRUMENT,
    MentionKind.RESOLUTION,
    MentionKind.REFERENCE,
    MentionKind.SYMBOL,
)
_LONGEST_SUBJECT: Final = 160


def victims(sentence: Sentence) -> Said[str] | None:
    """Return who is said to be affected, as written, or None when the word order does not show it."""
    start, end = _affected(sentence)
    return sentence.words(start, end) if end else _target(sentence)


def actor(sentence: Sentence) -> Said[str] | None:
    """Return who is said to have acted, as written, or None when the word order does not show it."""
    text = sentence.text
    for match in _AGENT.finditer(text):
        end = match.start("who") + _up_to(_AGENT_ENDS, match["who"])
        if _ACTING.search(text, match.start("who"), end):
            return sentence.words(match.start("who"), end)
    start, end = _subject(sentence)
    if _ACTING.search(text, start, end) and not _PASSIVE.search(text[end : end + 60]):
        return sentence.words(start, end)
    return None


def places(sentence: Sentence) -> tuple[tuple[Said[str], str], ...]:
    """Return the places named, each with the ISO 3166 alpha-3 code of its State, or empty, in order."""
    found = {
        m.start - sentence.start: (m.end - sentence.start, m.value)
        for m in sentence.of(MentionKind.STATE)
        if not m.get("form")
    }
    for match in _PLACE.finditer(sentence.text):
        start, end = match.span("name")
        if not _NO_PLACE.match(match["name"]) and not _names_other(sentence, start, end):
            found.setdefault(start, (end, ""))
    named = [(sentence.words(start, end), code) for start, (end, code) in sorted(found.items())]
    values = [place.value for place, _ in named]
    return tuple(item for index, item in enumerate(named) if values.index(item[0].value) == index)


def _affected(sentence: Sentence) -> tuple[int, int]:
    """Return where the affected stand in the subject; (0, 0) if it names none, or somebody who acts."""
    start, end = _subject(sentence)
    subject = sentence.text[start:end]
    if not subject or _ACTING.search(subject) or _CLAUSE.search(subject):
        return 0, 0
    head = _up_to(_HEAD_ENDS, subject)
    if _AFFECTED.search(subject[:head]):
        return start, start + (
            head if subject[head : head + 1] in "’'" and head < len(subject) else len(subject)
        )
    last = _LAST_OF.match(subject)
    if last and _AFFECTED.search(subject, last.end()):
        return start + last.end(), end
    named = any(start <= m.start - sentence.start < end for m in sentence.of(MentionKind.PERSON))
    return (start, end) if named and _PASSIVE.search(sentence.text, end) else (0, 0)


def _subject(sentence: Sentence) -> tuple[int, int]:
    """Return where the subject stands: before the first verb, behind cues and adverbials; (0, 0) if unclear."""
    text = sentence.text
    start = _behind_cue(sentence)
    for _ in range(3):
        opening = _OPENING.match(text[start:])
        start += opening.end() if opening else 0
    verb = _VERB.search(text, start, start + _LONGEST_SUBJECT)
    comma = text.find(",", start, start + _LONGEST_SUBJECT)
    stop = min((at for at in (verb.start() if verb else -1, comma) if at >= 0), default=start)
    return start, start + len(text[start:stop].rstrip())


def _behind_cue(sentence: Sentence) -> int:
    """Return where the sentence goes on behind a cue that opens it."""
    first = next(iter(sentence.hedges("source", "uncertain", "reported")), None)
    if first is None or first.start != sentence.start:
        return 0
    end = first.end - sentence.start
    return end + len(sentence.text[end:]) - len(sentence.text[end:].lstrip(", "))


def _target(sentence: Sentence) -> Said[str] | None:
    """Return whom an abuse is named of: "the forcible transfer of tens of thousands of Uyghurs"."""
    for issue in sentence.of(MentionKind.ISSUE):
        match = _TARGET.match(sentence.text, issue.end - sentence.start)
        if match:
            end = match.start("who") + _up_to(_TARGET_ENDS, match["who"])
            if _AFFECTED.search(sentence.text, match.start("who"), end):
                return sentence.words(match.start("who"), end)
    return None


_TARGET_ENDS: Final = re.compile(
    r" (?:to|in|by|from|for|within|outside|inside|who|which|at|on|during|under|is|are|was|were|has|have|may"
    r"|dans|par|pour|qui|à|en|lors|sur|por|para|que|durante|sobre)\b"
)


def _up_to(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else len(text.rstrip())


def _names_other(sentence: Sentence, start: int, end: int) -> bool:
    return any(
        m.start - sentence.start < end and start < m.end - sentence.start
        for m in sentence.of(*_OTHER_NAMES, MentionKind.STATE)
    )
