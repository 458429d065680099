"""Whose words a sentence of the body is: reported, held by others, or the experts' own.

Between salutation and requests a letter mixes what it was told (allegations), what a Government or company says
of itself (positions), what worries the experts (concerns), what they wish to leave open (disclaimers), what law
says (norms), and what they do and did before. Only the first may become a claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from kg.model.mention import MentionKind
from kg.relate.sentences import Sentence


class Voice(StrEnum):
    """Whose words a sentence is."""

    CUE = "cue"  # only announces what follows: "According to the information received:"
    REPORT = "report"
    POSITION = "position"
    CONCERN = "concern"
    EXPERTS = "experts"  # what the experts note, did, ask, or think
    NORM = "norm"
    ASSESSMENT = "assessment"  # what the facts would amount to, if confirmed
    EARLIER = "earlier"  # refers to an earlier communication or its reply


_LEAD: Final = r"^(?:[^,;:]{1,140}, ){0,3}(?:[Mm]oreover,? |[Ff]urthermore,? |[Aa]lso,? )?"

CONCERN: Final = re.compile(
    r"\b(?:(?:we|I) (?:(?:would like|wish|want|must|also|further|therefore|hereby|again|remain"
    r"|once more) (?:to )?){0,4}"
    r"(?:express(?:es)?|reiterate|voice|convey|register|raise|are|am|remain|fear|share)"
    r"(?: (?:our|my|the|a|also|once again|further|therefore|very|most|thus|still|extremely|particularly"
    r"|gravely|deeply|nonetheless|nevertheless|however|especially|likewise|truly"
    r"|seriously|profoundly|greatly|highly|utmost|grave|serious|deep|strong|profound|great|sincere|continued"
    r"|particular|equally|increasingly|additionally|extreme|,|and)){0,7}"
    r" (?:concerns?|concerned|alarm(?:ed)?|apprehensi(?:on|ve)|dismay(?:ed)?|worr(?:y|ied)|fears?|disturbed"
    r"|troubled|appalled|perturbed|distressed)"
    r"|(?:we|I) (?:also |further )?fear\b"
    r"|(?:(?:[Gg]rave|[Ss]erious|[Dd]eep|[Ff]urther|[Pp]articular|[Aa]dditional) )?(?:[Cc]oncerns?|[Ff]ears?)"
    r" (?:is|are|was|were|has been|have been)(?: also| further| therefore)? (?:expressed|heightened"
    r"|aggravated)"
    r"|(?:de(?:s| vives| sérieuses| graves)? )?(?:craintes|préoccupations|inquiétudes) (?:ont été|sont"
    r"|ont également été) exprimées"
    r"|se ha(?:n)? expresado (?:también |serias |graves )?(?:preocupaci(?:ón|ones)|temor(?:es)?)"
    r"|nous (?:(?:tenons|souhaitons|souhaiterions|voudrions|désirons|aimerions|devons)(?: également"
    r"| aussi)? (?:à )?)?"
    r"(?:exprim(?:ons|er)|réitér(?:ons|er)|manifest(?:ons|er)|fai(?:sons|re) part de|part(?:ageons|ager))"
    r"(?: (?:notre|nos|une|de|la|également|aussi|en outre|ainsi|toute|très|plus|grave|graves|sérieuse"
    r"|sérieuses|profonde"
    r"|profondes|vive|vives|forte|fortes|grande|grandes|extrême|particulière|,|et)){0,7}"
    r" (?:préoccupations?|inquiétudes?|craintes?|alarme|consternation)"
    r"|nous (?:sommes|restons|demeurons|nous déclarons|nous disons)(?: également| aussi| particulièrement"
    r"| gravement| profondément"
    r"| sérieusement"
    r"| vivement| extrêmement| très| en outre| toutefois| fortement){0,3} (?:préoccupée?s|inquiète?s"
    r"|inquiets|alarmée?s"
    r"|troublée?s|consternée?s)"
    r"|nous (?:craignons|nous inquiétons)"
    r"|(?:(?:quisiéramos|deseamos|deseáramos|queremos|debemos|nos permitimos)(?: también| además)? )?"
    r"(?:expresa(?:mos|r)|manifesta(?:mos|r)|manifestar|reitera(?:mos|r)|transmiti(?:mos|r)|compartimos)"
    r"(?: (?:también|además|asimismo|nuestra|nuestras|nuestro|la|una|más|muy|grave|graves|seria|serias"
    r"|profunda|profundas"
    r"|viva|honda|gran|particular|especial|extrema|,|y)){0,7}"
    r" (?:preocupaci(?:ón|ones)|inquietud(?:es)?|alarma|consternación|temor)"
    r"|nos (?:preocupa|inquieta|alarma)n?\b"
    r"|(?:estamos|seguimos|nos declaramos|nos encontramos|nos sentimos)(?: también| además| muy"
    r"| seriamente| gravemente"
    r"| profundamente"
    r"| particularmente| especialmente| sumamente){0,3} (?:preocupad|alarmad|inquiet|consternad)[oa]s"
    r"|tememos que)\b",
    re.IGNORECASE,
)

DISCLAIMER: Final = re.compile(
    r"\b(?:(?:while|although|whilst|though) (?:(?:we|I) )?(?:do not|not|without|don’t)? ?(?:wish(?:ing)?"
    r"|want(?:ing)?|intend(?:ing)?|seek(?:ing)?)?"
    r" ?(?:to )?(?:prejudg|pre-judg)(?:e|ing)"
    r"|(?:we|I) do not (?:wish|want|intend) to (?:prejudge|pre-judge)"
    r"|without (?:wishing |wanting |intending |seeking )?(?:to )?(?:in any way )?(?:prejudg|pre-judg"
    r"|imply|expressing a view)(?:e|ing)?"
    r"|(?:sans|tout en ne|bien que nous ne) (?:vouloir|souhaiter|souhaitant|voulant|voulions|souhaitions"
    r"|prétendre|pour autant|aucunement)?"
    r"[^,.;]{0,40}?(?:préjuge(?:r|ant|ons)?|nous prononcer|prendre position|tirer de conclusions?"
    r"|porter de jugement)"
    r"|(?:sin|aunque no|si bien no) (?:pretender|querer|que ello|desear|ánimo de|intención de|pretendemos"
    r"|queremos|deseamos|quisiéramos)?"
    r"[^,.;]{0,40}?(?:prejuzga(?:r|mos|ndo)?|implicar|pronunciarnos|adelantar|emitir))",
    re.IGNORECASE,
)
_MAIN_CLAUSE: Final = re.compile(
    r", (?=(?:we|I|nous|notre|je|the Special Rapporteurs?)\b|(?:\w+(?:amos|emos|imos)|nos|estoy|expreso"
    r"|quisiera)\b)"
    r"|, (?=(?:serious|grave|deep) concern)",
    re.IGNORECASE,
)

RELIABILITY: Final = re.compile(
    r"\b(?:(?:appears? (?:to be )?)?sufficiently (?:reliable|credible)|suffisamment (?:fiables?|crédibles?)"
    r"|(?:lo )?suficientemente (?:fiables?|creíbles?|fidedignas?))\b[^.;]{0,160}",
    re.IGNORECASE,
)

_EXPERTS: Final = re.compile(
    _LEAD
    + r"(?:(?:we|I|nous)\b|(?:(?:nos )?(?:recordamos|observamos|notamos|tomamos|acogemos|celebramos|expresamos|agradecemos"
    r"|lamentamos|instamos|reiteramos|subrayamos|señalamos|consideramos|solicitamos|hacemos|hemos|estamos"
    r"|tenemos|urgimos"
    r"|alentamos|exhortamos|referimos|permitimos|entendemos|reconocemos|destacamos|invitamos|pedimos"
    r"|rogamos|esperamos"
    r"|podemos|debemos|queremos|deseamos|quisiéramos|remitimos|apreciamos|examinamos|dirigimos)"
    r"|(?:también )?(?:me permito|quisiera|deseo|deseamos|quisiéramos))\b"
    r"|(?:in|from) (?:our|the) (?:view|opinion)|(?:in the view|in the opinion) of the|it is our (?:view"
    r"|opinion)"
    r"|(?:à|de) notre (?:avis|point de vue)|a nuestro (?:juicio|parecer|entender)|en nuestra opinión"
    r"|please\b|veuillez\b|sírvase\b)",
    re.IGNORECASE,
)

# "If confirmed, these facts would amount to …", « s'ils étaient avérés », «de confirmarse»
_IF_CONFIRMED: Final = re.compile(
    r"\b(?:(?:if|should|were) (?:(?:these|the|such|they|it|this) (?:[a-z-]+ ){0,4}?(?:be |to be |are |were |is )?)?(?:confirmed|proven|proved|true|accurate|substantiated|verified|established)\b"
    r"|(?:si |s[’']ils? |si elles? )(?:(?:ces|les|de tels|de telles) (?:\w+ ){1,3})?(?:étai(?:en)?t|devai(?:en)?t être|s[’']avérai(?:en)?t|sont|se confirmai(?:en)?t)\s?(?:avérée?s?|confirmée?s?|exacte?s?|fondée?s?|vraie?s?|établie?s?)?"
    r"|de (?:confirmarse|comprobarse|verificarse|ser (?:ciert|correct|verídic|confirmad|verdader)[oa]s?|resultar (?:ciert|verídic)[oa]s?)"
    r"|(?:si|en caso de que) (?:se (?:confirm|comprob|verific)\w+|(?:fueran|fuesen|resultaran) (?:ciert|correct|verídic)[oa]s))",
    re.IGNORECASE,
)

# The standing paragraph on what the Special Procedures are and do.
_STANDING: Final = re.compile(
    r"^(?:the )?(?:special procedures? (?:mechanisms? )?can|(?:the|this) intervention may"
    r"|the process involves|communications may"
    r"|this letter (?:is|does)|l[’']intervention peut|les (?:mécanismes des |titulaires de mandats? au titre des )?procédures spéciales (?:peuvent|interviennent)"
    r"|les communications peuvent"
    r"|(?:los|estos) (?:mecanismos de los )?procedimientos especiales (?:pueden|intervienen)|la intervención puede"
    r"|las comunicaciones pueden)\b",
    re.IGNORECASE,
)

OPENING_CUE: Final = re.compile(
    r"^(?:According to|On the basis of|Selon|D[’']après|Sur la base|Según|De acuerdo con"
    r"|Conforme a)\b[^:.]{0,120}?(?P<end> ?:) (?=\S)"
)

_EARLIER: Final = re.compile(
    r"\b(?:(?:was|were|is|are|has been|have been|had been)(?: also| already)? (?:the )?(?:subject of"
    r"|addressed in|raised in)"
    r"|(?:a|ont|avait|avaient)(?: déjà| également)? fait l[’']objet d|(?:fue|fueron|ha sido"
    r"|han sido)(?: ya| también)? objeto de)"
    r"[^.;]{0,60}(?:communications?|letters?|appeals?|lettres?|appels?|comunicaci(?:ón|ones)|cartas?"
    r"|llamamientos?)",
    re.IGNORECASE,
)

_HOLDER: Final = (
    r"(?:(?:the|le|la|les|el|los|las|l[’'])? ?(?:[\w’-]+ ){0,3}?"
    r"(?:[Gg]overnments?|authorities|[Mm]inistry|Ministries|Ministers?|Prime Minister|President|Embassy"
    r"|(?:[Dd]irector|[Cc]ommissioner|[Ss]ecretary|[Mm]inister) of [A-Z][a-z]+|(?:[Pp]rosecutor|[Ii]nspector|[Dd]irector|[Ss]ecretary|[Ss]olicitor|[Cc]ommissioner)[- ][Gg]eneral|[Cc]hief (?:of [Pp]olice|[Jj]ustice|[Pp]rosecutor)"
    r"|officials|[Pp]rosecution|spokesperson"
    r"|spokesman|spokeswoman|prosecutor(?:’s office)?|police(?: chief| commander)?|army|company"
    r"|State party|Attorney General"
    r"|commander|Mayor|Governor"
    r"|[Gg]ouvernement|autorités|[Mm]inistère|[Mm]inistre|préfet|porte-parole|procureur|commandant|police|[Ss]ociété"
    r"|[Ee]ntreprise|maire|direction|banque|exploitant"
    r"|[Ss]ecretari[oa] de (?:[Ee]stado|[A-Z][a-zà-ÿ]+)|[Gg]obierno|autoridades|[Mm]inisterio|[Mm]inistr[oa]|portavoz|Fiscalía|[Ff]iscal(?: general)?|policía|comandante|empresa|compañía|banco|alcalde"
    r"|gobernador)"
    r"(?: (?:de la |de l[’']|du |des |del |de )[a-zà-ÿ]+(?: (?:et|y) (?:de la |de l[’']|du |des |del )?[a-zà-ÿ]+)?)?"
    r"(?: (?:of|for|de|du|del|des|d[’']) ?(?:(?:the|la|le|el|l[’']) ?)?[A-ZÀ-Ý][\w’-]*(?: (?:of |and "
    r"|the |de |du |et |y |(?:et )?de (?:la |l[’'])|(?:et )?des |y (?:de )?(?:la |el )?)?[A-ZÀ-Ý][\w’-]*){0,5})?)"
)
# Those who answer for a company, known by what they say: "the manager of X, Mr. Y, denied that …"
_OFFICER: Final = (
    r"(?:[Tt]he )?(?:[\w’-]+ ){0,2}?(?:managers?|directors?|owners?|lawyers?|representatives?|contractor|supplier|distributor|agency|employers?)"
    r"(?: of [^,;:]{1,80})?"
)
_ANSWERED: Final = (
    r"(?:(?:(?:has|have|had|also|then|later|however) ){0,2}(?:state[sd]?|declare[sd]?|wr(?:ote|itten)|repl(?:y|ies|ied)|respond(?:s|ed)?|indicate[sd]?|explain(?:s|ed)?|affirm(?:s|ed)?|claim(?:s|ed)?|maintain(?:s|ed)?|argue[sd]?|asserted|said)"
    r"(?:,? (?:on|in|to|at|by) [^,;:.]{1,60})? that"
    r"|announce[sd]?\b[^,;:.“]{0,60} that “)"
)
# what somebody holds, without a word of answering
_HELD: Final = (
    r"(?:(?:has|have|had|also|then|later|however|repeatedly|publicly|consistently) ){0,2}(?:(?:considers?|considered|believes?|believed|holds?|held|contends?|submits?) that|attribut(?:es?|ed) [^.;:]{1,80} to\b"
    r"|(?:takes?|took|taken) the (?:view|position)|(?:is|are|was|were) of the (?:view|opinion)|disclaim(?:s|ed)?\b|declined to (?:comment|respond|answer)|disput(?:es?|ed)\b|contest(?:s|ed)?\b|refut(?:es?|ed)\b)"
)
_ANSWERS: Final = re.compile(rf"(?:,[^,;:]{{1,80}},)? (?:{_ANSWERED}\b|{_HELD})")
_OFFICIAL: Final = (
    r"(?:[Pp]rocureure?|[Pp]rocurador(?:a)?|[Ff]iscal|[Mm]inistr[eoa]|[Pp]réf(?:et|ète)|[Cc]omm?andante?|[Dd]irect(?:eur|rice|or|ora)|[Gg]obernador(?:a)?"
    r"|[Gg]ouverneure?|[Aa]lcalde(?:sa)?|[Mm]aire|[Pp]orte-parole|[Vv]ocer[oa]|[Pp]ortavoz|[Gg]erente|[Ss]ecretari[oa]|[Ss]ecrétaire)"
)
_QUOTED_AS: Final = (
    r"(?:stated|said|indicó|indicado|señaló|señalado|respondió|respondido|negó|negado|afirmó|afirmado|manifestó|manifestado|declaró|declarado|aseguró|sostuvo|sostenido|precisó"
    r"|déclaré|indiqué|répondu|expliqué|affirmé|soutenu|assuré|nié|fait savoir|précisé)"
)
_POSITION: Final = (
    re.compile(
        rf"^(?:[^,;:]{{1,80}}, )?(?P<holder>{_OFFICER})(?:, [^,]{{1,60}},)? (?:(?:has|have|also|later) ){{0,2}}(?:den(?:ies|ied)|disputed|contested|refuted|rejected)\b"
    ),
    re.compile(
        rf"^(?:[^,;:]{{1,80}}, )?(?P<holder>(?:[Mm]anagement|(?:[Aa]|[Tt]he) spokes(?:man|woman|person) (?:of|for) [^,;:]{{1,60}}|(?:[Tt]he |[Yy]our )(?:company|bank|fund|group|operator|firm|employer|agency|[Gg]overnment)(?:[’']s (?:lawyers?|counsel|management|representatives?|spokes(?:man|woman|person)))?))(?:, [^,]{{1,60}},)? {_ANSWERED}\b"
    ),
    re.compile(
        rf"^(?:[^,;:]{{1,80}}, )?(?P<holder>(?:[Mm]anagement|[Tt]he authorities|(?:[Tt]he |[Yy]our )(?:[\w-]+ ){{0,2}}?(?:company|bank|fund|group|operator|firm|employer|agency|[Gg]overnment|[Mm]inistry)))(?:, [^,]{{1,60}},)? {_HELD}"
    ),
    # "The Morality Committee has justified the closure by “…”": a body of any name, in its own words
    re.compile(
        r"^(?:[^,;:]{1,80}, )?(?P<holder>The (?:[A-Z][\w’-]*|of|for|on|and|the)(?: (?:[A-Z][\w’-]*|of|for|on|and|the)){0,7}) (?:(?:has|have|had|later|publicly) ){0,2}(?:justified|defended|described|explained|presented)\b[^“]{0,100}“"
    ),
    # « Dans son rapport pour 2022, elle affirme que … »: who is not named again
    re.compile(
        r"^(?:Dans|En|Par) (?:son|sa|su|leur) (?:[\w’'-]+ ){0,2}?(?:rapport|réponse|déclaration|communiqué|lettre|informe|respuesta|declaración|comunicado|carta|comparecencia)\b[^,;:]{0,80}, "
        r"(?P<holder>elles?|ils?|ellas?|él|ellos|[^,;:]{2,60}?) (?:[^,;:«“]{0,30} )?(?:affirme(?:nt)?|soutien(?:t|nent)|déclare(?:nt)?|assure(?:nt)?|indique(?:nt)?|a (?:affirmé|soutenu|déclaré|assuré|indiqué)|afirm[aó]n?|sostien[en]+|sostuvo|asegur[aó]n?|indic[aó]n?|declar[aó]n?)\b"
    ),
    # "In an e-mail of 11 July, Larkmoor Ltd. replied to the association that …"
    re.compile(
        r"^(?:In|By) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:e-?mail|letter|reply|response|statement|release|message|note)\b[^,;:]{0,60}, (?P<holder>[A-Z][^,;:]{2,80}?) (?:replied|answered|responded|stated|wrote|maintained|claimed)(?: to [^,;:]{2,60})? that\b"
    ),
    # "In its reply of 30 September to the group, Ravensbourne stated that …": "its" is no witness
    re.compile(
        r"^In its (?:[\w-]+ ){0,3}?(?:reply|response|statement|letter|release|report|submission|answer|comments?)\b[^,;:]{0,80}, "
        rf"(?P<holder>(?:the )?[A-Z][\w&’-]*(?: [\w&’-]+){{0,6}}?) {_ANSWERED}\b"
    ),
    re.compile(
        r"\b(?:has|have|had|was|were|is|are)(?: been)?(?: (?:repeatedly|publicly|officially|consistently"
        r"|often))?"
        r" (?:described|presented|portrayed|characteri[sz]ed|justified|dismissed|denied|rejected|defended"
        r"|labelled"
        rf"|referred to)(?: as [^,.;]{{1,80}})? by (?P<holder>{_HOLDER})(?! (?:reportedly|allegedly))"
    ),
    re.compile(
        rf"^(?:[^,;:]{{1,80}}, )?(?P<holder>{_HOLDER})(?:,[^,]{{1,60}},)? (?:(?:has|have|had|also|then"
        rf"|repeatedly|publicly|officially"
        r"|consistently|later|however|a|ont|ha|han|pour sa part|por su parte) ){0,3}"
        r"(?:describe[sd]?|den(?:y|ies|ied)|maintain(?:s|ed)?|assert(?:s|ed)?|contend(?:s|ed)?|argue[sd]?"
        r"|reject(?:s|ed)?"
        r"|dismiss(?:es|ed)?|justif(?:y|ies|ied)|insist(?:s|ed)?|(?:claim|state|affirm|explain|reply"
        r"|respond|said|say|indicate|declare)"
        r"(?:s|d|ed|ied)?(?: (?:on|in|to|at|during) [^,;:.]{1,60})? that|affirme(?:nt)?|soutien(?:t|nent)|nie(?:nt)?|conteste(?:nt)?|rejette(?:nt)?"
        r"|(?:déclare(?:nt)?|déclaré|répond(?:ent)?|répondu|assure(?:nt)?|assuré|indiqué|expliqué) qu(?:e|[’'])|dément(?:ent|i)?"
        r"|affirmé|soutenu|nié|contesté|rejeté|justifi(?:e|ent|é)|décri(?:t|vent)|sostienen?|niegan?"
        r"|afirman?|rechazan?|alegan?"
        r"|(?:negado|desmentido|afirmado|sostenido|rechazado|declarado)|negó|afirmó|sostuvo|rechazó|desmient(?:e|en)|desmintió"
        r"|(?:declaró|respondió|respondido|aseguró|asegurado|asegura|informó|indicó|explicó) que"
        r"|justificó|describen?)\b"
    ),
    # «LPA indicó que “el proyecto cuenta con …”»: whoever is quoted holds it
    re.compile(
        r"^(?:[^,;:]{1,80}, )?(?P<holder>[A-Z][A-Z&-]{1,9}|(?:[Vv]otre|[Ss]u) (?:entreprise|société|banque|empresa|compañía|banco)|(?:[Ll]a |[Ll]e |[Ee]l )(?:(?:direction|gerencia|directorio|groupe|banque|grupo|banco)\b[^,;:]{0,40}?"
        rf"|{_OFFICIAL}\b[^;:“«]{{0,120}}?)) (?:(?:a|ha|avait|había) )?{_QUOTED_AS}[^,;:“«]{{0,60}} (?:that|que|qu[’'](?:ils?|elles?)?) ?[“«]"
    ),
    re.compile(
        rf"^(?:according to|selon|d[’']après|según"
        rf"|de acuerdo con) (?P<holder>{_HOLDER}(?: [A-ZÀ-Ý][\w’-]*){{0,4}})(?=,| \()",
        re.IGNORECASE,
    ),
)

_NORM_MENTIONS: Final = (
    MentionKind.INSTRUMENT,
    MentionKind.GENERAL_COMMENT,
    MentionKind.SYMBOL,
    MentionKind.RESOLUTION,
    MentionKind.PRINCIPLE,
    MentionKind.REPORT,
)
_NORM_BODY: Final = re.compile(
    r"\b(?:Human Rights (?:Committee|Council)|Committee (?:on|against)|General Assembly"
    r"|international (?:human rights )?"
    r"(?:law|standards|norms)|(?:the|le|el|du|del) (?:Covenant|Convention|Pacte|Pacto|Convenio)"
    r"|(?:the )?Special Rapporteurs?"
    r"|Comité (?:des droits|de Derechos|contre|contra|pour|para)|Conseil des droits|Consejo de Derechos"
    r"|Assemblée générale"
    r"|Asamblea General|droit international|derecho internacional|Rapporteur spécial|Rapporteuse spéciale"
    r"|Relatora? Especial"
    r"|Working Group on|general comment|observation générale|observación general)\b"
)
_NORM_VERB: Final = re.compile(
    r"\b(?:must|shall|should|protects?|guarantees?|provides? (?:for|that|in)|requires? (?:that|States)"
    r"|prohibits?|reminded"
    r"|recalled|explained|underlined|emphasi[sz]ed|stressed|recogni[sz]e[sd]?|enshrine[sd]?|sets? (?:out"
    r"|forth)|stipulates?"
    r"|stated? that|states that|considered|noted|affirm(?:s|ed)|calls? upon|called upon|recommended|urged"
    r"|proclaims?|clarified|condemn(?:s|ed)|expressed (?:\w+ ){0,3}concern|welcomed|deplored|reaffirmed|reiterated|noted with concern"
    r"|falls? short|(?:in)?compatible with|inconsistent with|in line with|contrary to|contravenes?"
    r"|in violation of|violates?"
    r"|doit|doivent|devrai(?:en)?t|protège(?:nt)?|garanti(?:t|ssent)|prévoi(?:t|ent)|dispose(?:nt)?"
    r"|interdi(?:t|sent)|rappelé"
    r"|rappelle(?:nt)?|souligné|souligne(?:nt)?|précisé|précise(?:nt)?|indiqué|explique(?:nt)?"
    r"|énonce(?:nt)?|reconn(?:u|aît)|consacre(?:nt)?"
    r"|s[’']est (?:dit|déclaré)e? (?:\w+ )?préoccupée?|exprimé (?:\w+ ){0,3}(?:préoccupation|inquiétude)s?|condamn(?:é|e)|exhorté|engagé les États|réaffirmé|recommandé"
    r"|contraires? (?:à|au|aux)|compatibles? avec"
    r"|debe(?:n|rían?)?|protegen?|garantizan?|disponen?|prohíben?|establecen?|recuerdan?|precisan?"
    r"|explican?|señalan?|subrayan?|recordó|subrayó|señaló|precisó|explicó"
    r"|(?:expresó|manifestó|expresado|manifestado) (?:\w+ ){0,3}(?:preocupación|inquietud)|condenó|instó|reafirmó|recomendó|exhortó"
    r"|reconocen?|reconoció|consagran?|exhort(?:a|ó)|contrari[oa]s? a|compatibles? con)\b",
    re.IGNORECASE,
)


def voice_of(sentence: Sentence) -> Voice:
    """Tell whose words a sentence is.

    A hedge decides before a position, the experts' own word and a norm: what is *reportedly* denied is
    reported, and "We have received information that …" is a report although the experts are its subject.
    """
    return next((voice for voice, is_so in _TESTS if is_so(sentence)), Voice.REPORT)


def holder_of(sentence: Sentence) -> str:
    """Return whose position a sentence gives, as written, or an empty string."""
    for pattern in _POSITION:
        match = pattern.search(sentence.text)
        if match:
            return match["holder"].strip()
    for company in sentence.of(MentionKind.COMPANY):
        if company.start == sentence.start and _ANSWERS.match(sentence.text, company.end - sentence.start):
            return sentence.text[: company.end - sentence.start]
    return ""


def experts_speak(text: str) -> bool:
    """Tell whether the experts are the subject of a sentence: "We would like to bring to your attention …"."""
    return _EXPERTS.search(text) is not None


def disclaimer_in(text: str) -> tuple[int, int] | None:
    """Return where a sentence says that nothing is prejudged: the clause, without the comma after it."""
    match = DISCLAIMER.search(text)
    if match is None:
        return None
    main = _MAIN_CLAUSE.search(text, match.end())
    return match.start(), main.start() if main else len(text.rstrip(".;"))


def _announces(sentence: Sentence) -> bool:
    return sentence.text.endswith(":") and bool(sentence.hedges("source"))


def _is_hedged(sentence: Sentence) -> bool:
    return bool(sentence.hedges("source", "reported", "uncertain"))


def _is_position(sentence: Sentence) -> bool:
    return bool(holder_of(sentence)) and not sentence.hedges("conditional")


def _is_norm(sentence: Sentence) -> bool:
    names_norm = bool(sentence.of(*_NORM_MENTIONS)) or _NORM_BODY.search(sentence.text) is not None
    return names_norm and _NORM_VERB.search(sentence.text) is not None


# In this order: the first that holds decides.
_TESTS: Final[tuple[tuple[Voice, Callable[[Sentence], bool]], ...]] = (
    (Voice.CUE, _announces),
    (Voice.CONCERN, lambda sentence: CONCERN.search(sentence.text) is not None),
    (Voice.EARLIER, lambda sentence: _EARLIER.search(sentence.text) is not None),
    (Voice.EXPERTS, lambda sentence: _STANDING.search(sentence.text) is not None),
    (Voice.ASSESSMENT, lambda sentence: _IF_CONFIRMED.search(sentence.text) is not None),
    (Voice.REPORT, _is_hedged),
    (Voice.POSITION, _is_position),
    (Voice.EXPERTS, lambda sentence: experts_speak(sentence.text)),
    (Voice.NORM, _is_norm),
)
