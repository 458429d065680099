"""The persons whose situation the letter is about; not those who act for or against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Addressing, Said, Signatory
from kg.model.text import Block, Part
from kg.relate.asides import asides
from kg.relate.listed import listed_persons
from kg.relate.reading import Reading, words

_ABOUT: Final = (Part.CAPACITY, Part.INTRODUCTION, Part.ALLEGATIONS)
_OWNER: Final = r"(?:his|her|their|its|whose|the (?:\w+[’']s|defendants?[’']|famil(?:y|ies)[’']?s?|victims?[’']?s?)|leurs?|son|sa|sus?)"
_COUNSEL: Final = r"(?:(?:defen[cs]e |legal |trial )?(?:lawyers?|counsels?|attorneys?|solicitors?|barristers?|representatives?)|avocate?s?|conseils?|abogad[oa]s?|defensor(?:a)? públic[oa]|représentante?s? léga(?:l|le|ux))"
_OFFICIAL: Final = (
    r"(?:(?:deputy |vice[- ]|prime |former |acting |then |regional |provincial |district |chief |investigating |presiding |public |state |federal |general )*"
    r"(?:ministers?|prosecutors?|attorneys? general|solicitor general|governors?|mayors?|judges?|magistrates?|commissioners?|inspectors?|superintendents?|sheriffs?|wardens?"
    r"|colonels?|generals?|captains?|lieutenants?|sergeants?|major|(?:government|company|police|army|ministry) spokes(?:person|man|woman)|spokes(?:person|man|woman) (?:of|for) (?:the |your |its )?(?:company|operator|government|police|army|ministry)|commanders?|bailiffs?|notar(?:y|ies)|permanent secretar(?:y|ies)|(?:country|mine|plant|prison|site) directors?|ambassadors?|diplomats?|attachés?|consuls?(?: general)?|counsell?ors? (?:at|of) the (?:embassy|permanent mission)|senators?|police officers?|police chiefs?|auditors?|consultants?|head ?masters?|head ?mistress(?:es)?|head teachers?|school principals?|presidents? of (?:the )?(?:republic|court|senate|parliament|assembly|company|board)"
    r"|chief executives?(?: officers?)?|ceo|chief operating officers?|managing directors?|general managers?|country managers?|site managers?|security managers?|plant managers?|chair(?:man|woman|person)? of the board|company (?:director|official|representative)s?|(?:heads?|chiefs?) of (?:the )?(?:security|police|prison|ministry|department|intelligence)|(?:line |floor |production |human resources )?(?:managers?|supervisors?|foremen|foreman|forewoman|overseers?)|directors? of (?:the )?(?:prisons?|police|detention|company|mine|ministry|security)"
    r"|ministres?|(?:substituts? du |vice-)?procureure?s?|présidente?s? (?:du tribunal|de la (?:cour|chambre|République)|de l[’'](?:Assemblée|audience)|du (?:Sénat|Parlement|conseil d[’']administration))|régisseu(?:r|se)s?|sous-direct(?:eur|rice)s? de la|consule?s?|médecins? légistes?|adjudants?|(?:sous-)?préf(?:et|ète)s?|maires?|juges?|commissaires?|gendarmes?|généraux|capitaines?|porte-parole (?:du (?:gouvernement|ministère|groupe)|de (?:la |l[’']|votre )(?:société|entreprise|police|gendarmerie|armée))|chef(?:fe)?s? de (?:brigade|cabinet|poste)|greffi(?:er|ère)s?|notaires?|secrétaires? générale?s? du ministère|(?:direct(?:eur|rice)|responsable) (?:de la (?:mine|prison|société|résidence|plantation)|de l[’'](?:usine|établissement|entreprise|exploitation)|d[’']usine|du (?:chantier|site|projet)|des (?:travaux|opérations)|des ressources humaines|du (?:pénitencier|centre (?:de détention|pénitentiaire)))|inspect(?:eur|rice)s?|commandante?s?(?! de bord)|brigadiers?|gouverneure?s?|huissiers?|ambassadeu(?:r|rice)s?|sénateu(?:r|rice)s?|auditeu(?:r|rice)s?|direct(?:eur|rice) de l[’']école|agents? de (?:police|l[’']État)|officiers? de (?:police|gendarmerie)|députée?s?|directeur général|directrice générale|pdg"
    r"|ministr[oa]s?|president[ea]s? (?:de la (?:República|Asamblea|Corte|Sala|Cámara)|del (?:Congreso|Senado|Parlamento|Tribunal|Directorio))|delegad[oa]s? de la (?:Procuraduría|Fiscalía|Defensoría|Policía)|perit[oa]s?|médic[oa]s? forenses?|cónsul(?:es)?|teniente coronel|fiscal(?:es)?|consejer[oa]s?|vocal(?:es)? del consejo|gobernador(?:a|es)?(?! (?:indígena|tradicional|del (?:resguardo|cabildo)))|alcalde(?:sa)?s?(?! (?:indígena|auxiliar))|auditor(?:a|es|as)?|agentes? (?:ministerial(?:es)?|del Ministerio Público|de (?:la )?(?:policía|fiscalía|investigación))|juez(?:a|ces)?|magistrad[oa]s? del (?:Juzgado|Tribunal)|comisari[oa]s?|coronel(?:es)?|capitán|(?:portavoz|vocer[oa]) (?:del gobierno|del ministerio|de (?:la|su) empresa|de la policía)|director(?:a)? (?:de la (?:cárcel|mina|planta|prisión|residencia|empresa)|del (?:penal|reclusorio|centro penitenciario|establecimiento))|encargad[oa] de la (?:finca|mina|obra|planta)|notari[oa]s?|subsecretari[oa]s?|inspector(?:a|es|as)?|comandantes?|tenientes?|sargentos?|jef[ea]s? de (?:la )?(?:seguridad|policía|línea|personal|producción|turno|planta|recursos humanos)|capata(?:z|ces)|supervisor(?:a|es|as)?|contremaîtres?|chefs? d[’']équipe|chefs? de la (?:sécurité|police)|gerentes?(?: general)?|director(?:a)? general|secretari[oa]s? de (?:estado|seguridad|gobernación|gobierno|defensa|interior|trabajo|salud|educación)|secretar(?:y|ies) of state|home secretar(?:y|ies)|embajador(?:a)?|senador(?:a)?|diputad[oa]|procurador(?:a)?|defensor(?:a)? del pueblo"
    r"|special rapporteurs?|rapporteu(?:r|se)s? spéciale?s?|relator(?:a)? especial|independent experts?))"
)
_RELATIVE: Final = (
    rf"{_OWNER} (?:\w+ )?(?:wife|husband|spouse|partner|mother|father|parents?|brothers?|sisters?|sons?|daughters?|cousin|uncle|aunt|relatives?"
    r"|épouse|époux|mari|compagne|mère|père|frères?|s[œo]e?urs?|fils|filles?|oncle|tante|beau-frère|belle-sœur|neveux?|nièces?|cuñad[oa]s?|sobrin[oa]s?|abuel[oa]s?|suegr[oa]s?|espos[oa]|marido|mujer|pareja|madre|padre|herman[oa]s?|hij[oa]s?|tí[oa]|prim[oa])"
)
_SERVANTS: Final = r"\b(?:workers?|servants?|maids?|nann(?:y|ies)|gardeners?|cooks?) (?:in|at) the (?:household|home|house|residence|employ|service) of"
# Who only saw or helped
_BYSTANDER: Final = (
    r"(?:neighbou?rs?|passers?-by|bystanders?|voisine?s?|passante?s?|vecin[oa]s?|transeúntes?)"
)
_ACCUSED: Final = (
    r"(?:the |le |la |l[’']|el )?(?:alleged (?:perpetrator|abuser|attacker)|(?:head |team |police |prison |former )?(?:coach|guard|manager|foreman|supervisor|employer|officer|teacher|doctor|director|suspect) "
    r"(?:concerned|accused|responsible|in question|implicated)|\w+ (?:mis(?:e)? en cause|mis(?:e)? en examen|accusée?|concernée?)|auteure? présumée?|presunt[oa] (?:autor(?:a)?|responsable)|\w+ (?:señalad[oa]|implicad[oa]|acusad[oa]))"
)
_BEHIND: Final = re.compile(
    rf",? (?:(?:who|qui|quien) (?:is|was|est|es|era) )?(?:{_OWNER} (?:[\w-]+ ){{0,2}}?{_COUNSEL}|(?:an? |the |un |une |el |la |l[’'])?(?:[\w-]+ ){{0,2}}?{_COUNSEL} (?:for|of|to|representing|acting|appointed|assigned|chosen|retained|choisie?|désignée?|mandatée?|contratad[oa]|designad[oa]|de la|de l[’']|du|des|del|de las|de los|de M|de Mme|de Mr)\b"
    rf"|{_ACCUSED}|(?!whose){_RELATIVE}|who (?:is )?(?:represents?|representing|defends?|acts? for|speaks? for (?:the |your |its )?(?:company|operator|government|police|ministry)|commands?)\b|qui (?:(?:l[ae] |l[’'])(?:assiste|défend|représente)|commande)\b|quien (?:l[ao] (?:asiste|defiende|representa)|comanda)\b|(?:an? |the |then |le |la |l[’']|el |un |une |una )?{_OFFICIAL}\b)",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    rf"(?:(?:présidée?|presidid[oa]|presided over|chaired|headed|dirigée?|dirigid[oa]) (?:by|par|por)|(?:a cargo|bajo la (?:dirección|responsabilidad)|sous la (?:direction|responsabilité)|under the (?:direction|responsibility)) (?:of|de|del|du)|an? (?:sub)?contractor (?:of|for) [^,;]{{2,60}}|(?:represented|représentée?s?|assistée?s?|défendue?s?|representad[oa]s?|asistid[oa]s?|defendid[oa]s?) (?:by|par|por)(?: (?:the |l[’']|el |la )?{_COUNSEL})?|{_OWNER} (?:représentante?|representante|vocer[oa]|porte-parole)(?: (?:à|au|aux|en|ante|auprès de) [\w’' -]{{2,30}})?|(?:{_OWNER}|\w[’']s?) (?:[\w-]+ ){{0,2}}?{_COUNSEL}|(?:l[’']|el |la |the ){_COUNSEL} (?:of|for|de|du|des|del) [^,.;]{{2,60}}|(?:an? |the |un |une |una )?(?:company |government )?(?:representative|représentante?|representante|vocer[oa]|employee|employée?|emplead[oa]|official|agent) (?:of|de la|de l[’']|del|du|de) (?:the |su |sa )?(?:(?-i:[A-Z][A-Z&.-]{{1,9}}\b)|operator|company|compan[a-z]+|Government|authorit[a-z]+|police|mine|empresa|société|entreprise|exploitant|operador[a]?)|(?:the |la |le |l[’']|el )?{_OFFICIAL}(?: [\w-]+)?(?: (?:of|for|de|del|du|des|d[’']|près|auprès|ante|à|au)\b(?:[\w’' -]|(?<=\bn[úo]m)\.|(?<=\bno)\.){{0,70}})?|(?:an? |the |un |une |una |l[ae] |el ){_BYSTANDER}|{_SERVANTS}|(?<! y )(?<! et )(?<! and )(?:by|from|to|with|par|à|avec|de|por|con|a) {_RELATIVE}|(?:the )?(?:camp|prison)?(?:[’']s)? ?(?:doctor|physician|(?:clinical )?psychologist|psychiatrist|pathologist|médecin|médico|médica)(?: of the (?:camp|prison)| de la prison| du camp| de la cárcel)?),? (?:(?:named|called|nommée?|llamad[oa]),? )?(?:el |la )?$",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"\b(?:information|allegations?|informations?|allégations?|información|alegaciones|denuncias)\b[^.]*\b(?:concerning|regarding|relating to|about|on|situation of|case of|cases of|concernant|relatives? (?:à|au)|au sujet|sur|situation de|cas de|en relación con|relativ[oa]s? a|sobre|situación de|caso de)\b"
    r"|\b(?:case|situation|cas|caso|situación) (?:of|de|du|del|des)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# Who decides over others, or harms them, is not the one the letter is about.
_DECIDED: Final = re.compile(
    r"(?:, [^,;.]{2,60})?,? (?:(?:is|was|were) (?:said|reported|alleged|believed|understood) to have |(?:allegedly|reportedly|apparently|then|later|had|has) ){0,2}"
    r"(?:sat on the|presided over|chaired the (?:hearing|tribunal|court|panel)|ordered|authori[sz]ed|approved|countersigned|issued (?:the|an?) (?:order|permit|licen[cs]e|warrant|decree))\b"
    r"|(?:, [^,;.]{2,60})?,? (?:aurait|avait|a) (?:ordonné|autorisé|approuvé|présidé|siégé|validé)\b"
    r"|(?:, [^,;.]{2,60})?,? (?:habría|había|ha) (?:ordenado|autorizado|aprobado|presidido|validado)\b"
)
# Abbreviated titles end in fewer small letters.
_SENTENCE_END: Final = re.compile(r"(?:(?<=[a-zà-öø-ÿ]{4})|(?<=[0-9)]{4}))[.!?] (?=[A-ZÀ-ÖØ-Þ])")
_HARMED_BY: Final = re.compile(
    r"\b(?:beaten|struck|slapped|kicked|punched|shot|threatened|insulted|assaulted|raped|harassed|tortured|interrogated|questioned|arrested|detained|sentenced|dismissed|fired|evicted|touched|abused"
    r"|frappée?s?|battue?s?|giflée?s?|menacée?s?|insultée?s?|agressée?s?|violée?s?|harcelée?s?|torturée?s?|interrogée?s?|arrêtée?s?|condamnée?s?|licenciée?s?"
    r"|golpead[oa]s?|amenazad[oa]s?|insultad[oa]s?|agredid[oa]s?|violad[oa]s?|acosad[oa]s?|torturad[oa]s?|interrogad[oa]s?|detenid[oa]s?|condenad[oa]s?|despedid[oa]s?)"
    r" (?:[\w-]+ ){0,4}?(?:by|par|por) (?:(?:the|le|la|el|un|une|una|an?|his|her|their) )?(?:[\w-]+,? ){0,4}?$",
    re.IGNORECASE,
)
_HARM: Final = (
    r"(?:apprehended|beaten|shot|threatened|assaulted|raped|tortured|arrested|detained|imprisoned|sentenced|abducted|disappeared|missing|killed|murdered|wounded|injured|suspended|disbarred|charged|prosecuted"
    r"|frappée?|battue?|menacée?|agressée?|violée?|torturée?|arrêtée?|détenue?|emprisonnée?|condamnée?|enlevée?|disparue?|tuée?|assassinée?|blessée?|suspendue?|radiée?|inculpée?|poursuivie?|interpellée?|appréhendée?"
    r"|golpead[oa]|amenazad[oa]|agredid[oa]|violad[oa]|torturad[oa]|detenid[oa]|encarcelad[oa]|condenad[oa]|secuestrad[oa]|desaparecid[oa]|asesinad[oa]|herid[oa]|aprehendid[oa]|retenid[oa]|suspendid[oa]|inhabilitad[oa]|imputad[oa]|procesad[oa])"
)
# "information about Ms. X, a domestic worker in the household of Mr. Y": about her alone
_EMPLOYER: Final = re.compile(rf"{_SERVANTS} $")
# A lawyer or a relative who is harmed too is one of those the letter is about.
_HARMED: Final = re.compile(
    rf"(?:, [^,;.]{{2,80}},)?,? (?:(?:himself|herself|themselves|lui-même|elle-même|[ée]l mismo|ella misma|also|aussi|également|también|reportedly|allegedly|subsequently|then|later|who|qui|quien|que|was|has|had|been|avait|aurait|a|été|fue|ha|había|habría|sido) ){{0,6}}{_HARM}\b(?! (?:by|par|por) (?:his|her|their|ses|sus?)\b)"
    rf"|,? [^.;]{{2,90}}? (?:in (?:his|her) turn|himself|herself|à son tour|lui-même|elle-même|a su vez) (?:[\w-]+ ){{0,2}}{_HARM}\b"
)
_PASSIVE: Final = re.compile(  # "Judge X was arrested", not "Judge X sentenced Ms. Y"
    r"\b(?:was|were|been|himself|herself|été|lui-même|elle-même|à son tour|fue|sido|a su vez)\b"
)
# « l’arrestation de Me X », "the abduction of his lawyer, Mr. Y"
_HARM_TO: Final = re.compile(
    rf"\b(?:arrest|detention|abduction|disappearance|killing|murder|disbarment|arrestation|détention|enlèvement|disparition|assassinat|meurtre|radiation"
    rf"|detención|arresto|secuestro|desaparición|asesinato) (?:of|de|del) (?:(?:the |la |l[’']|el )?(?:{_OWNER} )?(?:{_COUNSEL}|judge|juge|juez|jueza|magistrate?|magistrad[oa]),? )?(?:el |la )?$",
    re.IGNORECASE,
)
_REPRESENTED: Final = re.compile(
    r"(?:represent|représent|assist|asist|défend|defend)\w+ (?:by|par|por)\b", re.IGNORECASE
)
_DEFENDS_OR_RELATED: Final = re.compile(rf"\b(?:{_COUNSEL}|{_RELATIVE}|{_BYSTANDER})\b", re.IGNORECASE)
_PROFESSIONAL: Final = frozenset(
    {"Me", "Maître", "Judge", "General", "Colonel", "Captain", "Col.", "Capt.", "Gen.", "Lt.", "Maj.", "Sgt."}
)
_COUNSELS: Final = frozenset({"Me", "Maître"})
_REACH: Final = 110
_HEADING: Final = 80


def persons_concerned(
    reading: Reading, addressing: Addressing, signatories: Iterable[Signatory]
) -> tuple[Said[str], ...]:
    """Return the persons concerned, each by the fullest form of the name.

    Lawyers, officials, company officers, addressees and mandate holders are named too; they are left out
    by what the letter says of them right before or right behind the name.
    """
    if reading.letter.kind != "communication":
        return ()
    others = {person.name.value for person in addressing.persons} | {s.name.value for s in signatories}
    left_out: dict[str, Said[str] | None] = dict.fromkeys(sorted(others))
    found: dict[str, Said[str]] = {}
    for block, mention in _named(reading):
        name = words(block, mention.start, mention.end)
        before = _known(name.value, left_out)
        if before:
            spoken_for = left_out[before]
            if spoken_for is None or not _HARMED.match(block.text, mention.end):
                continue
            del left_out[before]
            found[before] = spoken_for
        elif _has_other_part(block, mention) and not _is_subject(block, mention):
            left_out[name.value] = name if _defends_or_is_related(block, mention) else None
            continue
        full = _known(name.value, found)
        if full:
            found[full] = Said(full, (*found[full].spans, *name.spans), name.basis)
        else:
            found[name.value] = name
    for name in listed_persons(reading):
        if not _known(name.value, (*found, *left_out)):
            short = [found.pop(one) for one in tuple(found) if _known(one, (name.value,))]
            spans = (*name.spans, *(span for one in short for span in one.spans))
            found[name.value] = Said(name.value, spans, name.basis)
    return tuple(found.values())


def _named(reading: Reading) -> Iterator[tuple[Block, Mention]]:
    """Yield the persons of the account, and of what is reported in passing among the comments."""
    for block, mention in reading.of(MentionKind.PERSON, *_ABOUT):
        if not (block.text.isupper() and len(block.text) <= _HEADING):  # "D. YOUR COMPANY"
            yield block, mention
    for sentence in asides(reading):
        for mention in sentence.of(MentionKind.PERSON):
            yield sentence.block, mention


def _known(name: str, names: Iterable[str]) -> str:
    """Return the fuller name that ``name`` repeats, such as "Perrochet-Dumas" for her full name."""
    parts = name.casefold().split()
    for full in names:
        longer = full.casefold().split()
        if parts == longer or (len(parts) < len(longer) and all(part in longer for part in parts)):
            return full
    return ""


def _is_subject(block: Block, mention: Mention) -> bool:
    """Whether a sentence introduces the person as the one the letter's information is about."""
    before = _SENTENCE_END.split(block.text[: mention.start])[-1]
    if _EMPLOYER.search(_around(block, mention)[0]):
        return False
    return block.part in {Part.CAPACITY, Part.INTRODUCTION} and bool(_SUBJECT.search(before))


def _has_other_part(block: Block, mention: Mention) -> bool:
    before, behind = _around(block, mention)
    if _HARM_TO.search(before):
        return False
    if mention.get("honorific") in _PROFESSIONAL:
        harmed = _HARMED.match(behind)
        return not (harmed and _PASSIVE.search(harmed[0]))
    acts = _DECIDED.match(behind) or _HARMED_BY.search(before)
    return bool(acts or _counts_as_other(before, behind))


def _counts_as_other(before: str, behind: str) -> bool:
    match = _BEHIND.match(behind) or _AHEAD.search(before)
    if match is None or _REPRESENTED.match(match[0]):
        return match is not None  # «representado por el abogado Lic. X, fue condenado» harms another
    return not (_DEFENDS_OR_RELATED.search(match[0]) and _HARMED.match(behind))


def _defends_or_is_related(block: Block, mention: Mention) -> bool:
    """Whether the person is named as a lawyer or relative of somebody, not as one who decides or accuses."""
    if mention.get("honorific") in _COUNSELS:
        return True
    before, behind = _around(block, mention)
    match = _BEHIND.match(behind) or _AHEAD.search(before)
    return match is not None and bool(_DEFENDS_OR_RELATED.search(match[0]))


def _around(block: Block, mention: Mention) -> tuple[str, str]:
    """Return the words before the title of a name, and those behind the name."""
    title = mention.start - len(mention.get("honorific")) - 1
    before = block.text[max(0, title - _REACH) : title].rstrip() + " "
    return before, block.text[mention.end : mention.end + _REACH]
