"""The formulas by which the parts of a letter are known, in English, French and Spanish.

Every pattern reads text on one line with single spaces. ``ends`` says where the part ends when the whole
letter stands in one paragraph: after the match, at the end of its sentence, or only at the next cue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.model.text import Part


class Ends(StrEnum):
    """Where the piece that starts with a cue ends."""

    MATCH = "match"
    SENTENCE = "sentence"
    NEXT_CUE = "next-cue"


@dataclass(frozen=True, slots=True)
class Cue:
    """A formula that opens a part of the letter.

    ``inline`` says whether it may be recognised in the middle of a paragraph, as in letters on one line.
    """

    part: Part
    pattern: re.Pattern[str]
    ends: Ends = Ends.NEXT_CUE
    inline: bool = True


ROLE: Final = (
    r"(?:(?:United Nations |UN )?(?:Special Rapporteurs?|Special Rap[^\s;,.]{4,9}(?= (?:on|in|of|for) )|Special Representative|Independent Experts?|Working Groups?"
    r"|Chair(?:person)?(?:-Rapporteur)?)"
    r"|[Rr]apporteu(?:se|r)s? spécia(?:le|l|ux|les)|[Ee]xperte?s? indépendante?s?|[Gg]roupes? de travail"
    r"|[Rr]elator(?:a|es|as)? [Ee]special(?:es)?|[Ee]xpert[oa]s? [Ii]ndependientes?|[Gg]rupos? de [Tt]rabajo"
    r"|Représentante? spéciale?|Representante Especial)"
)
HONORIFIC: Final = re.compile(
    r"(?:To: ?|À: ?|A: ?)?(?:(?:His|Her) Excellency|H\. ?E\.|S\. ?E\.|Son Excellence|Su Excelencia|Excelentísim[oa] Señora?|Excmo|Excma"
    r"|The Hono?u?rable|Hon|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Ambassador|Rev|Reverend|Sheikh|Lord|Lady|Sir|Dame|Judge|Gen|Colonel|Col|Maj|Captain|Capt|Admiral"
    r"|M\.|Mme|Mlle|Monsieur|Madame|Sr|Sra|Srta|Señora?|Don|Doña)(?=[.\s])\.?(?: \((?:ret|retd|retired)\.?\))?\s+\w"
)
# a scanner prints O for a nought and l for a one
_CODE: Final = r"(?:J?AL|J?UA|J?OL|J?AM)\b[^\n]{0,160}?\b[A-Z0][A-Z0]{2}[ -]?[0-9][0-9OIl]{0,3} ?/ ?[12][0-9O][0-9OIl]{2}"


_INFORMATION: Final = (
    r"(?:According to|On the basis of|Based on) (?:the |this )?(?:new |additional |further |latest )?"
    r"(?:info(?:rm|nn|m)ation|allegations?|reports?)(?: that)?(?: (?:we|I)(?: have)?)?(?: recently)?"
    r"(?: received| provided| obtained| submitted| made available| brought to (?:our|my) attention| at (?:our|my) disposal)?"
    r"(?: by us| to us| so far| thus far)?(?: from (?:the|various|several|credible)? ?sources?)?"
    r"|(?:Selon|D[’']après) (?:les|des|ces|l[’'])? ?(?:informations?|renseignements|allégations)(?: que nous avons)?"
    r"(?: reçue?s?| obtenue?s?| fournie?s?| communiquée?s?| transmise?s?| portée?s? à (?:notre|mon) (?:connaissance|attention))?(?: à ce jour)?"
    r"|(?:Según|De acuerdo (?:con|a)|Conforme a|De conformidad con) (?:la|las|los) (?:información|informaciones|datos|alegaciones)(?: que hemos)?"
    r"(?: recibid[ao]s?| proporcionad[ao]s?| obtenid[ao]s?| facilitad[ao]s?| suministrad[ao]s?)?(?: hasta la fecha)?"
)
# less formulaic openings of the account count only with a colon, and with a word for what they rest on
_ANY_INFORMATION: Final = (
    r"(?:According to|Based on|On the basis of|Selon|D[’']après|Sur la base|Suivant|Según|De acuerdo|Conforme|Con arreglo|De conformidad|Sobre la base)\b"
    r"(?=[^.;:]{0,110}(?:info(?:rm|nn|m)|report|alleg|source|account|élément|renseign|allég|témoign|donnée|datos|fuente|denuncia|alegacion|testimoni|relato))[^.;:]{3,110}"
)
_TOLD: Final = (
    r"(?:(?:We|I) (?:have been|were|was|are|am) (?:informed|told|advised)|(?:The )?(?:[Ii]nformation|[Aa]llegations?|[Ff]acts|[Ss]ources?|[Rr]eports?|[Aa]ccounts?|[Tt]estimonies|[Cc]omplaints?)\b[^.;:]{0,80} (?:as follows|the following|below)"
    r"|(?:It is|It has(?: also)? been|It was) (?:alleged|reported|claimed|submitted|(?:brought|drawn) to (?:our|my) (?:attention|knowledge|notice))"
    r"|(?:We|I) (?:have )?(?:recently )?received (?:the following|(?:credible |new |further )?(?:information|reports?|allegations?|complaints?) (?:that|alleging|according to which|to the effect that))"
    r"|The following (?:information |allegations? |facts |events |account )?[^.;:]{0,40}(?:received|reported|alleged|brought|communicated|submitted)"
    r"|(?:The )?[Ss]ources? (?:allege|report|indicate|state|claim)s?(?: that| the following)"
    r"|(?:Il nous a été|On nous a|Nous avons été|Il m[’']a été) (?:rapporté|signalé|informés?|indiqué|communiqué)|Les (?:faits|informations|allégations)\b[^.;:]{0,80}(?:suivante?s?|ci-après)"
    r"|(?:Se (?:nos|me) ha|Nos han|Hemos sido|Se ha) (?:informad[oa]s?|comunicado|señalado|indicado)|(?:Los hechos|La información|Las alegaciones)\b[^.;:]{0,80}(?:siguientes?|a continuación))[^.;:]{0,60}"
)
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
)
DATE: Final = re.compile(
    rf"(?:(?:Date|Fecha) ?: ?|(?<![A-Za-zÀ-ÿ])(?:Le|El) )?(?:(?:Geneva|GENEVA|Genève|GENÈVE|Ginebra|GINEBRA),? (?:le |el |on )?)?"
    rf"(?:(?:[0-9]{{1,2}}(?: ?(?:st|nd|rd|th|er|[º°o]))?(?: of| de)? ?{_MONTH}|{_MONTH} [0-9]{{1,2}}(?: ?(?:st|nd|rd|th))?),?(?: del?)? [12][0-9O][0-9OIl]{{2}}(?![0-9])"
    # figures alone are a date only where one is expected: at the start, behind a label, a place or a reference
    r"|(?:^|(?<=[:,] )|(?<=/[0-9]{4} ))[0-9]{1,2}(?P<mark>[/.])[0-9]{1,2}(?P=mark)(?:19|20)[0-9]{2}(?![0-9/])|(?:^|(?<=[:,] )|(?<=/[0-9]{4} ))(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9-]))",
    re.IGNORECASE,
)


def _cue(part: Part, pattern: str, ends: Ends = Ends.NEXT_CUE, *, inline: bool = True) -> Cue:
    return Cue(part, re.compile(pattern), ends, inline)


HEAD_CUES: Final = (
    Cue(Part.DATE, DATE, Ends.MATCH),
    _cue(
        Part.LETTERHEAD,
        r"PALAIS DES NATIONS|NATIONS UNIES|HAUT[- ]COMMISSARIAT|NACIONES UNIDAS|UNITED NATIONS\b",
    ),
    _cue(
        Part.HEADING,
        rf"(?:M[Aa][Nn][Dd][Aa][Tt][Ee]?[Ss]?|Mandatos?) (?:of|du|de la|des|de l[’']|de las|de los|del|de) ?(?:the )?(?={ROLE})",
    ),
    _cue(
        Part.REFERENCE,
        rf"(?:(?:Our |Notre |Nuestra )?(?:R[EÉ]F?[EPÉ]?R[EÉ]NC(?:E|IA)|R[eé]f[eé]renc(?:e|ia)|Ref|Réf|REF|RÉF)\b\.?,? ?:? ?)(?:[Nn][o°º]\.? ?)?(?={_CODE})",
    ),
    _cue(
        Part.SALUTATION,
        r"(?:Your )?Excellenc(?:y|ies)\b ?[,:.]|Votre Excellence ?[,:]|(?:Madame|Monsieur|Mesdames|Messieurs),? ?(?:(?:et |, )?(?:Madame|Monsieur)|[Ll][ea] (?:Ministre|Président|Directeur|Directrice)[^,:]{0,80})? ?[,:]"
        r"|Excellence ?[,:]|(?:Su )?Excelencias? ?[,:]|Dear [A-Z][^:;\n]{0,90}?[,:](?= |$)(?! Dear| Mad| Sir| M(?:r|s|rs)\b| Dr\b)"
        r"|(?:Estimad|Distinguid)[oa]s? [^:;\n]{2,90}?[,:](?= |$)(?! [Ee]stimad)(?! [Dd]istinguid)(?! Sra?\.)|(?:Monsieur|Madame) [A-ZÉ][^:;\n]{2,90}?,(?= |$)(?! (?:et )?(?:Madame|Monsieur|Mme|M\.) [A-ZÉ])|(?:Señor|Señora|Muy señor(?:es)?)\b[^:;\n]{0,60}?[,:](?= |$)",
        Ends.MATCH,
    ),
    _cue(
        Part.CAPACITY,
        r"\b(?:(?:We|I) (?:have|has) the honou?r (?:to|of) (?:address|write|writing|addressing|draw|refer)"
        r"|(?:We|I) (?:write|am writing|are writing|address|am addressing|are addressing)\b[^.;]{0,80}? in (?:our|my) (?:respective )?capacit(?:y|ies)"
        r"|In (?:our|my) capacit(?:y|ies) as"
        r"|En (?:nos|notre|ma) (?:qualité|capacité)s? (?:respectives? )?(?:de|d[’'])|En (?:nuestras?|mi|mis) (?:respectivas? )?(?:calidad|capacidad|condición)(?:es)? de"
        r"|(?:We|I)\b[^.;:]{0,90}? in (?:our|my) (?:respective )?capacit(?:y|ies)"
        r"|(?:Nous|Je|J[’'])[^.;:]{0,120}? en (?:(?:nos|notre|ma) )?(?:qualité|capacité)s?(?: respectives?)? (?:de|d[’']|du|des)"
        r"|(?:Tenemos|Tengo|Nos|Me|Les?|Por la presente)\b[^.;:]{0,120}? en (?:(?:nuestras?|mi|mis) )?(?:respectivas )?(?:calidad|capacidad|calidades|capacidades|condición)(?: respectivas?)? de"
        r"|(?:Nous avons|J[’']ai) l[’']honneur de (?:nous|m[’'])"
        r"|(?:Nous nous|Je m[’'])\s?(?:adressons|adresse|permettons|permets)[^.;]{0,80}? en (?:nos|notre|ma) qualité"
        r"|(?:Tenemos|Tengo) el honor de dirigir(?:nos|me)"
        r"|(?:Nos dirigimos|Me dirijo)[^.;]{0,80}? en (?:nuestra|mi) (?:calidad|capacidad))",
        Ends.SENTENCE,
    ),
)

BODY_CUES: Final = (
    _cue(
        Part.INFORMATION_CUE,
        rf"(?:{_INFORMATION})(?: ?:|,?$)|{_ANY_INFORMATION} ?:|{_TOLD} ?:",
        Ends.MATCH,
    ),
    _cue(Part.ALLEGATIONS, rf"(?:{_INFORMATION}),(?= )"),
    _cue(
        Part.CONCERNS,
        r"(?:While|Without|Although|Whilst)\b[^.;:]{0,40}?\b(?:prejudg|pre-judg|making any (?:judg|determination)|anticipating|expressing)"
        r"|(?:We|I) (?:take|express|hold|have) no (?:position|view|opinion)\b"
        r"|It is\b[^.;:]{0,40}? with [^.;:]{0,40}(?:concern|alarm|dismay) that (?:we|I)\b"
        r"|(?:While|Whilst) (?:we|I) do not (?:wish|want|intend) to"
        r"|(?:We|I) (?:wish to |would like to |hereby |are obliged to |must )?(?:express|reiterate|raise) (?:our|my|once again|again|the|serious|grave|deep|utmost)[^.;:]{0,40}concern"
        r"|(?:We|I) (?:are|am|remain|also remain) (?:gravely|deeply|seriously|particularly|extremely|very|highly|also|further|especially)? ?(?:concerned|alarmed|disturbed|troubled)"
        r"|(?:Grave|Serious|Deep|Further|Particular|Additional)? ?[Cc]oncerns? (?:is|are|was|were) (?:also |further )?(?:expressed|raised)"
        r"|Sans (?:vouloir |souhaiter |aucunement |pour autant )?(?:à ce stade |d[’']aucune manière |en rien )?(?:nous prononcer|préjuger|présumer|me prononcer)"
        r"|(?:Nous|Je) (?:souhaiterions |souhaitons |tenons à |voudrions )?(?:exprim|fais part|faisons part|faire part)\w*[^.;:]{0,50}(?:préoccupation|inquiétude)"
        r"|(?:Nous sommes|Je suis) (?:gravement |profondément |vivement |particulièrement |très |extrêmement |également |aussi )?(?:préoccupé|inquiet|alarmé)"
        r"|Sin (?:pretender |querer |intención de |ánimo de |que ello )?(?:implicar,? |suponga )?(?:prejuzgar|de antemano|una conclusión|llegar a|un juicio|anticipar|una toma de posición)"
        r"|(?:Quisiéramos |Deseamos |Queremos |Quisiera )?(?:[Ee]xpresa(?:mos|r)|manifesta(?:mos|r)|[Mm]anifestamos)[^.;:]{0,50}(?:preocupación|inquietud)"
        r"|(?:Nos preocupa|Me preocupa|Estamos (?:\w+mente )?(?:preocupad|alarmad))",
    ),
    _cue(
        Part.CONCERNS,
        r"[^.;:]{0,60}\b(?:pre-?judg|préjug|prejuzg|prendre position|making any determination|without prejudice to the accuracy)"
        r"|[^.;:]{0,60}\b(?:our|we|I|my)\b[^.;:]{0,50}\b(?:concern(?!ing\b)|alarm)"
        r"|[^.;:]{0,60}\b(?:nous|notre|nos|je)\b[^.;:]{0,70}(?:préoccup|inqui[èe]t|alarm)"
        r"|[^.;:]{0,60}\b(?:[Nn]os|[Nn]uestra|[Mm]e)\b[^.;:]{0,50}(?:preocup|inquiet|alarm)"
        r"|[^.;:]{0,120}\b(?:expresamos|manifestamos|expreso|manifiesto) (?:nuestra|mi|una)\b[^.;:]{0,40}(?:preocup|inquiet|alarm)"
        r"|[^.;:]{0,120}\b(?:nous exprimons|j[’']exprime) (?:notre|nos|ma|une)\b[^.;:]{0,40}(?:préoccup|inqui[èe]t|alarm)",
        inline=False,
    ),
    _cue(
        Part.LEGAL,
        r"In connection with (?:the )?(?:above|these)[^.;]{0,80}please (?:refer|find)"
        r"|En (?:relation|lien|rapport) avec les (?:faits|allégations)[^.;]{0,120}annexe"
        r"|En relación con (?:las|los) (?:alegaciones|hechos|denuncias)[^.;]{0,120}[Aa]nexo",
    ),
    _cue(
        Part.LEGAL,
        r"In connection with (?:the )?(?:above|these|this)[^.;]{0,80}(?:please refer|please find|we would like|we wish)"
        r"|(?:If|Should|Were|Si|S[’']ils?|De) [^.;]{0,60}\b(?:confirm|prove|accurate|true|established|avéré|fondé|exacte?s|confirmarse|comprobarse|ser ciert|verificarse)[^.;]{0,100}\b(?:articles?|artículos?) [0-9]"
        r"|(?:The|These) (?:above[- ]mentioned|abovementioned|above|aforementioned)? ?(?:allegations|facts)[^.;]{0,60}(?:contraven|violat|contrary|breach)"
        r"|(?:We|I) (?:would |wish |should )?(?:also )?(?:like |wish )?(?:to )?(?:respectfully )?(?:refer|remind|recall|draw (?:your|the) attention|bring to (?:your|the) attention of your Excellency[’']?s Government the)"
        r"|En (?:relation|lien|rapport) avec les (?:faits|allégations)"
        r"|(?:Nous (?:souhaiterions|souhaitons|voudrions|aimerions|tenons à)(?: également| aussi)? (?:rappeler|attirer (?:votre|l[’'])|nous référer|renvoyer))"
        r"|En relación con (?:las|los) (?:alegaciones|hechos|denuncias)"
        r"|(?:Quisiéramos|Deseamos|Nos permitimos|Quisiera)(?: también| asimismo)? (?:recordar|referirnos|llamar la atención|hacer referencia|señalar a (?:la|su))",
        inline=False,
    ),
    _cue(
        Part.REQUESTS_CUE,
        r"(?:As it is|It is|Since it is)[^.]{0,15}(?:our|my) responsibility"
        r"|(?:Comme il est|Il est) de (?:notre|ma) responsabilité|Étant donné que[^.]{0,40}responsabilité|En vertu des mandats qui"
        r"|Es (?:nuestra|mi) responsabilidad|Como (?:es|parte de) (?:nuestra|mi)"
        r"|(?:We|I) (?:would|should) (?:therefore )?(?:be (?:most |very |much )?(?:grateful|obliged|thankful|pleased)|appreciate|welcome)[^.;]{0,120}(?:following (?:matters|questions|points|issues)|answers? to|(?:on|about|regarding|concerning|with) the following ?:|the (?:points|matters|questions|issues) (?:set out |listed |raised )?below ?:)"
        r"|[A-Z][^.;:,]{0,60}, (?:we|I) (?:would|should) be (?:most |very |much )?(?:grateful|obliged|thankful)[^.;]{0,160}(?:the following(?: (?:matters|questions|points|issues))? ?:|answers? to)"
        r"|(?:Nous (?:vous )?serions|Je (?:vous )?serais)[^.;]{0,120}(?:points|questions) suivant"
        r"|(?:Estaríamos|(?:Les? )?[Aa]gradecería(?:mos)?)\b[^.;]{0,120}(?:(?:asuntos|cuestiones|puntos|preguntas) siguientes|siguientes (?:asuntos|cuestiones|puntos|preguntas))",
    ),
    _cue(
        Part.PROCEDURE,
        r"This (?:communication|letter)(?:,(?! which)| and| will| as)|(?:May (?:we|I)|(?:We|I) (?:take this opportunity to|would also like to|also)) (?:finally |also |further |again )?(?:recall|reiterate|renew) (?:our|my|the) (?:earlier |previous |pending |standing )?request[^.;]{0,60}visit"
        r"|(?:We|I) would (?:appreciate|be grateful for|welcome)(?: receiving| to receive)? (?:a|an|your|any) (?:early |prompt |urgent )?(?:response|reply)"
        r"|(?:In view|In light|Given)[^.;]{0,60}(?:urgency|irreparable)[^.;]{0,120}(?:response|reply)"
        r"|While awaiting (?:a|your) (?:reply|response)|(?:We|I) (?:may|intend to|will|are considering to|plan to) (?:publicly|issue|go public|make public)"
        r"|Please (?:note|be informed|be advised) that|(?:We|I) (?:would|wish|should) (?:also )?(?:like )?to inform|A copy of this (?:letter|communication)|Copies of this"
        r"|Passé ce délai|Nous serions reconnaissants? de (?:recevoir|bien vouloir)|(?:Cette|La présente) communication|Dans l[’']attente d|Nous pourrions (?:nous )?exprimer|Nous (?:avons l[’']intention|envisageons) de|Veuillez noter|Nous (?:tenons|souhaitons|souhaiterions|voudrions) (?:à )?(?:vous |également vous )?informer|Une copie|Une lettre (?:similaire|au contenu)"
        r"|Agradecer(?:íamos|ía) (?:recibir|una respuesta|que)|(?:Esta|La presente) comunicación|Transcurrido (?:este|dicho) plazo|(?:A|En|Mientras) (?:la )?(?:espera|esperamos) de|Podr(?:íamos|emos) expresar|(?:Quisiéramos|Deseamos|Nos permitimos) informar|Se(?: ha| han)? (?:enviado|envía|remit)|Una copia|Les? informamos|Tenga en cuenta",
    ),
    _cue(
        Part.CLOSING,
        r"(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|Respectfully(?: yours)?|(?:Kind|Best) regards|(?:L[aeo]s? |Nos )?saludan? (?:muy )?atentamente|Atentamente|Saludos cordiales|Cordialement|Respectueusement),",
        Ends.MATCH,
    ),
    _cue(
        Part.CLOSING,
        r"(?:Please accept|I avail myself|We avail ourselves)\b|Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?,|(?:Kind|Best) regards"
        r"|(?:Veuillez|Je vous prie|Nous vous prions)[^.;]{0,40}(?:agréer|croire|recevoir|d[’']agréer)"
        r"|(?:Acepte|Sírvase aceptar|Le rogamos (?:que )?acepte|Reciba|Aprovech)[^.;]{0,10}\b|(?:L[aeo]s? |Nos )?saluda[mn]?(?:os)?(?: a)?\b|Atentamente|Saludos cordiales|Respetuosamente"
        r"|(?:Respectueusement|Cordialement|Salutations|Avec (?:l[’']assurance|l[’']expression)|Con (?:la expresión|el testimonio))\b|Respectfully(?: yours)?",
        Ends.SENTENCE,
    ),
)

ANNEX_HEADING: Final = re.compile(
    r"(?:ANNEX|Annex|ANNEXE|Annexe|ANEXO|Anexo|APPENDIX|Appendix|Appendice|Apéndice)s?(?: [0-9IVX]{1,3}| [A-C])?(?= ?[:.–—-]? |$)"
)
ANNEX_TITLE: Final = re.compile(
    r"(?:REFERENCES?|References?|Références?|RÉFÉRENCES?|Referencias?|REFERENCIAS?|Applicable|Legal|Cadre|Marco|Normes?|Normas|International|Derecho|Droit)\b"
)
REQUEST_WORDS: Final = re.compile(
    r"(?:Please|Kindly|What|How|Which|Whether|When|Why|Has|Have|Could|Provide|Indicate|Explain|Veuillez|Merci|Quelles?|Quels?|Comment|Pourquoi"
    r"|Sírvan?se|Por favor|Proporcion|Indi|Expliqu|¿)"
)
# What a sentence that ends in a colon says when requests follow it.
ASKING: Final = re.compile(
    r"\b(?:we|I) (?:would |should |also |therefore |respectfully )*(?:ask|request|invite|welcome|appreciate|like to know|be grateful)"
    r"|\b(?:nous|je) (?:vous |lui )?(?:prions|prie|demandons|demande|saurions|saurais|serions|serais|invitons|invite|souhaiterions|souhaiterais|aimerions)\b"
    r"|\b(?:[Ss]olicit(?:amos|o)|[Pp]edimos|[Rr]ogamos|[Aa]gradecer(?:íamos|emos|ía)|[Ii]nvitamos|[Rr]equerimos|[Qq]uisiéramos (?:saber|conocer|pedir|solicitar)|[Dd]esearíamos)\b",
    re.IGNORECASE,
)
# A letter that comments on a law or a policy, by its reference or by what it says it offers.
ON_A_LAW: Final = re.compile(
    r"\bJ?OL(?= [A-Z0-9]{3} [0-9])|\b(?:comments?|observations?|analysis|commentaires?|comentarios?|observaciones|análisis)\b[^.;:]{0,40} (?:on|about|au sujet|sur|sobre|acerca)\b"
)
# A paragraph that begins with a provision: in such a letter, what the law says, and no account.
PROVISION_FIRST: Final = re.compile(
    r"(?:(?:Under|Pursuant to|In|By|En vertu d[eu]s?|Aux termes d[eu]s?|Selon|En virtud del?|De conformidad con|Conforme al?|Según) )?(?:[Tt]he |[Ll][’']|[Ll]es |[Ee]l |[Ll]os |[Ll]as? )?"
    r"(?:(?:draft|proposed|new) )?(?:[Aa]rticles?|[Ss]ections?|[Cc]lauses?|[Rr]egulations?|[Pp]aragraphs?|[Aa]rtículos?|[Cc]láusulas?) [0-9]"
)
ANNEX_INLINE: Final = re.compile(
    r"(?:^|(?<= ))(?:(?:ANNEX|Annex|ANNEXE|Annexe|ANEXO|Anexo)(?: [0-9IVX]{1,3})?$"
    r"|(?:ANNEX|Annex|ANNEXE|Annexe|ANEXO|Anexo) ?[:.–-]? ?(?=[A-ZÀ-Þ]))"
)
