"""The phrases by which a letter marks what it says as reported, uncertain or possible.

One table for each language. A cue says what the phrase does: ``source`` names the information the experts
received; ``reported`` marks words of others without naming them; ``uncertain`` says that something is not
known; ``modal`` leaves it open. Its pattern is tried only where one of its ``words`` stands (in lower case, as
they may stand inside longer words). No pattern repeats a repetition, so time grows with length only.
Verbs in the conditional are found by ``conditional.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


class Cue(NamedTuple):
    """What a phrase does, the words one of which it must hold, and its pattern."""

    kind: str
    words: tuple[str, ...]
    pattern: str


Cues: TypeAlias = tuple[Cue, ...]

_EN_KNOWN = ("information", "report", "sources", "allegation", "testimon", "witness", "account")
_EN_INFORMATION = (
    r"(?:(?:the|our|new|additional|further|recent|latest|credible|available|reliable|multiple|several|various) ){0,3}"
    r"(?:information|reports?|sources?|allegations|testimon(?:y|ies)|witnesses|witness statements|accounts?)"
)
_EN_RECEIVED = (
    r"(?: (?:that )?(?:we|I) (?:have )?(?:also )?received"
    r"| (?:that|which) (?:we|I) (?:hold|have been given|have at (?:our|my) disposal)"
    r"| (?:that|which) (?:has|have) (?:recently )?(?:reached (?:us|me)|(?:come|been brought) to (?:our|my) (?:attention|notice|knowledge)|been (?:received|shared with us|conveyed to us|made available to us))"
    r"| (?:received|obtained|available|provided|submitted|gathered|at our disposal|before us|made available)"
    r"(?: (?:by|to) (?:us|me|the Special Rapporteurs?))?)"
)
_EN_ABOUT = (
    r"(?:that|regarding|concerning|about|on|of|according to which|relating to|related to|in relation to|pertaining to"
    r"|with (?:regard|respect) to|(?:indicating|suggesting|alleging)(?: that)?)"
)
_EN_ADVERBS = (
    r"(?:(?:also|further|additionally|recently|been|since|reportedly|moreover|repeatedly|subsequently) ){0,2}"
)
_EN_REPORTED = (
    r"(?:reported|alleged|claimed|said|believed|feared|understood|suspected|thought|presumed|rumou?red)"
)
_EN_REPORTING = (
    "reported",
    "alleged",
    "claimed",
    "said",
    "believed",
    "feared",
    "understood",
    "suspected",
    "thought",
)
# What follows "was reported to" when it names a recipient, not a verb.
_EN_RECIPIENT = (
    r"(?:the|a|an|his|her|its|their|our|your|these|those|this|that|any|all|both|several|some|local|relevant|national"
    r"|police|authorities|(?-i:[A-Z]\w*)|[a-z]+ (?:police|authorities|officials|bodies))\b"
)

ENGLISH: Cues = (
    Cue("source", ("according to",), rf"according to {_EN_INFORMATION}{_EN_RECEIVED}?(?= *[,:;]| |$)"),
    Cue(
        "source",
        ("received",),
        rf"(?:we|I) (?:have|had) {_EN_ADVERBS}received {_EN_INFORMATION} {_EN_ABOUT}\b",
    ),
    Cue(
        "source",
        ("informed", "aware", "told", "alerted", "learned", "heard"),
        rf"(?:we|I) (?:(?:have|were|was|had|are|am) )?{_EN_ADVERBS}(?:informed|made aware|told|alerted|learned|heard)"
        r" (?:that|of|about)\b",
    ),
    Cue(
        "source",
        ("understand",),
        r"(?:we|I) (?:also )?understand that|it is (?:also )?(?:our|my) understanding that",
    ),
    Cue("source", _EN_KNOWN, rf"{_EN_INFORMATION}{_EN_RECEIVED} {_EN_ABOUT}\b"),
    Cue(
        "source",
        _EN_KNOWN,
        rf"{_EN_INFORMATION}{_EN_RECEIVED}? {_EN_ADVERBS}(?:indicates?|suggests?|alleges?|claims?|states?|points? to"
        r"|raises? (?:serious |grave |further )?concerns?|shows?|reveals?)(?: that)?\b",
    ),
    Cue(
        "reported",
        _EN_REPORTING,
        rf"it (?:is|was|has(?: also)? been) {_EN_ADVERBS}{_EN_REPORTED}(?: that\b|(?=,))",
    ),
    Cue(
        "reported",
        _EN_REPORTING,
        rf"(?:is|are|was|were|has been|have been) {_EN_ADVERBS}{_EN_REPORTED} to (?!{_EN_RECIPIENT})",
    ),
    Cue(
        "reported",
        ("edly", "apparently", "presumably", "ostensibly"),
        r"(?:allegedly|reportedly|purportedly|supposedly|apparently|presumably|ostensibly)\b",
    ),
    Cue("reported", ("alleged", "purported", "presumed"), r"(?:alleged|purported|presumed)\b"),
    Cue(
        "reported",
        ("reported",),
        r"(?:(?<=the )|(?<=a )|(?<=of )|(?<=its )|(?<=his )|(?<=her )|(?<=their )|(?<=this )|(?<=these )|(?<=any ))reported(?= [a-z])",
    ),
    Cue(
        "source",
        ("according to",),
        r"according to (?:(?:a|an|one|two|three|some|several|many|various|other|the|his|her|their|local|former) ){0,3}"
        r"(?:persons?|people|individuals|(?:eye)?witness(?:es)?|relatives|famil(?:y|ies)(?: members?)?|neighbours|residents|villagers|inhabitants|survivors"
        r"|employees|workers|colleagues|lawyers?|sources?|counsel|organi[sz]ations?|associations?|unions?|(?:university |academic |independent )?stud(?:y|ies))(?: (?:present|concerned|interviewed))?(?=,| (?:and|was|were|had|has|have|who|the)\b)",
    ),
    Cue(
        "source",
        ("sources",),
        r"as far as (?:the |our )?sources? (?:knows?|(?:is|are) aware)\b|what (?:the |several |some |other )?(?:sources|witnesses|residents|relatives) (?:describe|call)(?:d)?(?: as)?\b",
    ),
    Cue("reported", ("allege",), r"alleges?(?=,)"),
    Cue("uncertain", ("possibly", "probably", "perhaps"), r"(?:possibly|probably|perhaps)\b"),
    Cue("reported", ("allegation",), r"allegations?(?= (?:of|that)\b)"),
    Cue(
        "reported",
        ("sources", "witnesses", "relatives", "residents", "organi"),
        r"(?:sources|witnesses|relatives|residents|local organi[sz]ations) (?:fear|report|claim|allege) that\b",
    ),
    Cue(
        "reported",
        ("claim", "alleg", "purport"),
        r"(?:claim(?:s|ed|ing)?|alleg(?:es?|ing)|purport(?:s|ed|ing)?) (?:to have|to be|to|that)\b",
    ),
    Cue("reported", ("appear", "seem"), r"(?:appears?|appeared|seems?|seemed) (?:to|that|as if)\b"),
    Cue(
        "uncertain",
        ("unclear", "uncertain", "unknown", "not "),
        r"it (?:is|remains|was) (?:also |still |currently )?(?:unclear|uncertain|unknown|not (?:yet )?(?:clear|known))"
        r" (?:if|whether|how|when|where|why|what|who|to what extent)\b",
    ),
    Cue(
        "uncertain",
        ("there is", "there are"),
        r"there (?:is|are) (?:serious |reasonable |strong )?(?:concerns?|indications?|fears?|risks?) that\b",
    ),
    Cue("modal", ("likely",), r"(?:is|are|was|were) (?:(?:highly|very|most) )?likely to\b"),
)

_FR_QUE = r"qu(?:e\b|[’'])"
_FR_DE = r"d(?:e\b|es\b|u\b|[’'])"
_FR_KNOWN = ("information", "sources", "témoignages", "rapports", "allégations", "renseignements")
_FR_INFORMATION = (
    r"(?:(?:(?:les|des|d[’']|nos|certaines|plusieurs|diverses|de|ces) ?){0,2}(?:nouvelles |dernières |récentes )?"
    r"(?:informations?|sources|témoignages|rapports|allégations|renseignements)"
    r"|la source)"
)
_FR_RECEIVED = (
    r"(?: (?:qui nous (?:ont été|sont) (?:transmise|communiquée|fournie|parvenue)s"
    r"|(?:que )?nous avons (?:également )?reçues?|dont nous disposons|à notre disposition"
    r"|portées à (?:notre|mon) (?:connaissance|attention)"
    r"|(?:ainsi )?(?:reçu|obtenu|disponible|transmis|recueilli|communiqué|fourni)e?s?))"
)
_FR_ABOUT = (
    rf"(?:concernant|selon lesquelles|(?:indiquant|suggérant) {_FR_QUE}|(?:faisant état|au sujet|à propos) {_FR_DE}"
    r"|relatives?(?: à)?|sur|quant à|portant sur|alléguant)"
)

FRENCH: Cues = (
    Cue("source", ("selon", "après"), rf"(?:selon|d[’']après) {_FR_INFORMATION}{_FR_RECEIVED}?"),
    Cue(
        "source",
        ("nous avons",),
        rf"nous avons (?:également |aussi |en outre |par ailleurs |en effet |récemment )?(?:reçu|été saisis) {_FR_INFORMATION} {_FR_ABOUT}",
    ),
    Cue(
        "source",
        ("nous avons",),
        r"nous avons (?:également |aussi )?été (?:informé(?:e?s)?|saisie?s|alertée?s)"
        r"(?: (?:d(?:e|es|u)\b|d[’']|qu(?:e\b|[’'])))?",
    ),
    Cue(
        "source",
        ("appris",),
        rf"nous avons (?:également |aussi |récemment )?appris (?:également )?(?:l[’']|la |le |les )?(?:{_FR_QUE})?",
    ),
    Cue("source", _FR_KNOWN, rf"{_FR_INFORMATION}{_FR_RECEIVED} {_FR_ABOUT}"),
    Cue("source", ("selon lesquelles",), rf"{_FR_INFORMATION}{_FR_RECEIVED}? selon lesquelles\b"),
    Cue(
        "source",
        _FR_KNOWN,
        rf"{_FR_INFORMATION}{_FR_RECEIVED}? (?:indiquent|suggèrent|laissent (?:entendre|penser)|font état|révèlent"
        rf"|montrent|indique|suggère)(?: également| aussi)?(?: {_FR_QUE}| {_FR_DE})?",
    ),
    Cue(
        "source",
        ("comprendre", "il nous"),
        rf"nous croyons comprendre {_FR_QUE}|il nous (?:a été|est) (?:rapporté|signalé|indiqué) {_FR_QUE}",
    ),
    Cue(
        "reported",
        ("allégué", "rapporté", "signalé", "affirmé", "prétendu", "avancé", "craindre"),
        r"il (?:est|a(?: également| aussi)? été|serait|aurait été) (?:également |aussi |en outre )?"
        rf"(?:allégué|rapporté|signalé|affirmé|prétendu|avancé|à craindre)(?: également)? {_FR_QUE}",
    ),
    Cue(
        "reported",
        ("ument", "amment", "ablement", "soi-disant", "semble-t-il"),
        r"(?:prétendument|apparemment|vraisemblablement|soi-disant|semble-t-il)\b",
    ),
    Cue(
        "uncertain",
        ("probablement", "possiblement", "peut-être"),
        r"(?:probablement|possiblement|peut-être)\b",
    ),
    Cue(
        "source",
        ("selon", "après", "en croire"),
        r"(?:selon|d[’']après|à en croire) (?:l[’']|(?:un|une|des|les|le|la|plusieurs|certains|certaines|ses|son|sa|leurs) ?)?"
        r"(?:étude (?:universitaire|indépendante)|organisation(?: locale)?|association|chef du (?:poste|centre) de santé|personnel (?:de santé|soignant|médical)|intéressée?s?|témoins?(?: oculaires?)?|sources? (?:locales?|concordantes?|fiables?)|proches|avocate?s?|riverains|habitants|organisations locales)\b",
    ),
    Cue("reported", ("on craint", "à craindre"), rf"on craint (?:{_FR_QUE}|pour\b)"),
    Cue("reported", ("allégations",), r"allégations(?= (?:de|selon)\b| d[’'])"),
    Cue("reported", ("allégué", "présumé", "prétendu"), r"(?:alléguée?s?|présumée?s?|prétendue?s?)\b"),
    Cue(
        "reported",
        ("sembl", "paraî", "parai"),
        rf"il (?:semble|semblerait|paraît|paraîtrait) {_FR_QUE}"
        r"|(?:semblent|semble|paraissent|paraît|semblait|semblaient)(?= (?:avoir|être|que|\w+(?:er|ir|re)\b)| qu[’'])",
    ),
    Cue("modal", (" pu ",), r"(?:ait|aient|eût) pu\b(?: (?:être|avoir|\w+(?:er|ir|re))\b)?"),
    Cue("modal", ("puisse",), r"puiss(?:e|ent) (?:avoir|être)\b(?: (?:été )?\w+(?:é|i|u|is|it)e?s?\b)?"),
    Cue("modal", ("susceptible",), r"susceptibles? (?=d(?:e\b|[’']))"),
    Cue(
        "uncertain",
        ("pas", "incertain", "ignore", "difficile"),
        r"(?:il n[’']est pas (?:clair|certain|établi|possible de savoir)|il (?:demeure|reste) incertain"
        r"|on (?:ignore|ne sait pas)|il est difficile de savoir)"
        rf" (?:si\b|s[’']|quand\b|comment\b|où\b|{_FR_QUE}|dans quelle mesure)",
    ),
)

_ES_KNOWN = ("informaci", "fuente", "testimonios", "informes", "denuncias", "alegaciones", "reportes")
_ES_INFORMATION = (
    r"(?:(?:la|las|los|el|nuevas?|diversas|varias|varios|distintas|otras?|más|reciente) ){0,2}"
    r"(?:informaci(?:ón|ones)|fuentes?|testimonios|informes|denuncias|alegaciones|reportes)(?: adicional(?:es)?)?"
)
_ES_RECEIVED = (
    r"(?: (?:recibid|obtenid|disponible|proporcionad|recabad|facilitad|remitid|transmitid|suministrad)[oa]?s?"
    r"| de (?:la |las )?que (?:disponemos|dispongo)| con (?:la|las) que contamos| que (?:(?:nos|me) han? llegado|han? llegado a (?:nuestro|mi) (?:conocimiento|poder))| que obran? en (?:nuestro|mi) poder"
    r"| que (?:hemos|he) recibido| que se (?:nos )?han? (?:proporcionado|facilitado|transmitido)"
    r"| a nuestra disposición| (?:llegada|puesta)s? a nuestr[ao] (?:conocimiento|atención))"
)
_ES_ABOUT = (
    r"(?:según l[ao]s? cual(?:es)?|de que|en el sentido de que|sobre|en relación con|con relación a|relativ[ao]s? al?"
    r"|acerca del?|que (?:indica|señala|sugiere)n? que|indicando que|respecto (?:del?|al?)|con respecto al?"
    r"|concerniente a|referente a|relacionad[ao]s? con)"
)

SPANISH: Cues = (
    Cue(
        "source",
        ("según", "de acuerdo", "conforme", "con base"),
        rf"(?:según|de acuerdo con|de acuerdo a|conforme a|con base en) {_ES_INFORMATION}{_ES_RECEIVED}?",
    ),
    Cue(
        "source",
        ("recibido",),
        rf"(?:hemos|he) (?:también |asimismo |además )?recibido (?:también )?{_ES_INFORMATION} {_ES_ABOUT}\b",
    ),
    Cue(
        "source",
        ("informad", "conocimiento", "señalado", "indicado"),
        r"(?:(?:hemos|he) (?:también |asimismo )?(?:sido informad[oa]s?|tenido conocimiento)"
        r"|se (?:nos|me) ha (?:también )?(?:informado|señalado|indicado))(?: (?:de que|que|de|sobre|acerca de))?\b",
    ),
    Cue("source", _ES_KNOWN, rf"{_ES_INFORMATION}{_ES_RECEIVED} {_ES_ABOUT}\b"),
    Cue("source", (" cual",), rf"{_ES_INFORMATION}{_ES_RECEIVED}? según l[ao]s? cual(?:es)?\b"),
    Cue(
        "source",
        _ES_KNOWN,
        rf"{_ES_INFORMATION}{_ES_RECEIVED}? (?:también )?"
        r"(?:indica|señala|sugiere|apunta|revela|alega|muestra)n?(?: a)?(?: que)?\b",
    ),
    Cue("source", ("entend",), r"(?:entendemos|tenemos entendido) que\b"),
    Cue(
        "reported",
        (" que",),
        r"se (?:ha |han |habría |habrían )?(?:también )?(?:alegado|alega|informa|informado|reporta|reportado|denuncia"
        r"|denunciado|afirma|afirmado|presume|teme|dice|dicho|señala|señalado|alegó|informó|reportó|denunció|afirmó"
        r"|señaló)(?: también| asimismo| además| igualmente)?(?: de)? que\b",
    ),
    Cue(
        "reported",
        ("amente", "al parecer"),
        r"(?:presuntamente|supuestamente|aparentemente|al parecer|presumiblemente)\b",
    ),
    Cue("uncertain", ("posiblemente", "probablemente"), r"(?:posiblemente|probablemente)\b"),
    Cue(
        "source",
        ("según", "de acuerdo con", "a decir de"),
        r"(?:según|de acuerdo con|a decir de) (?:(?:un|una|unos|unas|el|la|los|las|sus|varios|varias|algunos|diversos) )?"
        r"(?:personal (?:del centro de salud|sanitario|médico)|(?:estudio|asociación|organización)\b|testigos?(?: presenciales?)?|fuentes? (?:locales?|fidedignas?)|familiares|vecin[oa]s|organizaciones locales)\b",
    ),
    Cue("reported", ("se teme",), r"se teme por\b"),
    Cue("reported", ("denuncia",), r"(?<=\w )(?:denuncia|denuncian|denunció|denunciaron) que\b"),
    Cue(
        "reported",
        ("según se",),
        r"según se (?:(?:nos|me) )?(?:ha )?(?:(?:inform|afirm|aleg|indic|denunci|señal)(?:a|ado)|dicho|dice)\b",
    ),
    Cue("reported", (", se ",), r"(?<=, )se (?:alega|afirma|informa|dice|denuncia|teme)(?=,)"),
    Cue("reported", ("alegaciones",), r"alegaciones(?= (?:de|según)\b)"),
    Cue("reported", ("presunt", "supuest", "alegad"), r"(?:presunt[oa]s?|supuest[oa]s?|alegad[oa]s?)\b"),
    Cue(
        "reported", ("parec",), r"(?:parece|parecen|parecía|parecían)(?= (?:que|haber|ser|estar|\w+[aei]r)\b)"
    ),
    Cue(
        "modal",
        ("podido",),
        r"(?<!sin que )(?:haya|hayan|hubiera|hubieran|hubiese|hubiesen) podido\b(?: \w+[aei]r\b)?",
    ),
    Cue(
        "modal",
        ("pueda", "pudiera", "pudiese"),
        r"(?:pueda|puedan|pudiera|pudieran|pudiese|pudiesen) (?:haber(?:se)?|estar|ser)\b(?: (?:sido )?\w+[aeiou]d?[oa]s?\b)?",
    ),
    Cue(
        "uncertain",
        ("clar", "se desconoce", "se ignora", "no se sabe", "incierto"),
        r"(?:no (?:está|queda|resulta) clar[oa]|se desconoce|se ignora|no se sabe|es incierto)"
        r" (?:si|cuándo|cuando|cómo|dónde|en qué medida|qué|quién)\b",
    ),
)

CUES: Mapping[str, Cues] = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
