"""The phrases by which a letter marks what it says as reported, uncertain or possible.

One table for each language: (what the phrase does, a pattern). ``source`` names the information the experts
received; ``reported`` marks words of others without naming them; ``uncertain`` says that something is not
known; ``modal`` leaves it open. No pattern repeats a repetition, so time grows with length only.
Verbs in the conditional are found by ``conditional.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Cues: TypeAlias = tuple[tuple[str, str], ...]

_EN_INFORMATION = (
    r"(?:(?:the|our|new|additional|further|recent|latest|credible|available|reliable|multiple|several"
    r"|various) ){0,3}"
    r"(?:information|reports?|sources|allegations|testimon(?:y|ies)|witnesses|witness statements|accounts?)"
)
_EN_RECEIVED = (
    r"(?: (?:that )?(?:we|I) (?:have )?(?:also )?received| (?:received|obtained|available|provided"
    r"|submitted|gathered"
    r"|at our disposal|before us|made available)(?: (?:by|to) (?:us|me|the Special Rapporteurs?))?)"
)
_EN_ABOUT = (
    r"(?:that|regarding|concerning|about|on|indicating(?: that)?|suggesting(?: that)?|alleging(?: that)?|of"
    r"|according to which|relating to|related to|in relation to|with regard to|with respect to|pertaining to)"
)
_EN_ADVERBS = (
    r"(?:(?:also|further|additionally|recently|been|since|reportedly|moreover|repeatedly|subsequently) ){0,2}"
)
_EN_REPORTED = (
    r"(?:reported|alleged|claimed|said|believed|feared|understood|suspected|thought|presumed|rumou?red)"
)
_EN_NO_VERB = (
    r"(?!(?:the|a|an|his|her|its|their|our|your|these|those|this|that|any|all|both|several|some|local"
    r"|relevant"
    r"|national|police|authorities|(?-i:[A-Z]\w*)|[a-z]+ (?:police|authorities|officials|bodies))\b)"
)

ENGLISH: Cues = (
    ("source", rf"according to {_EN_INFORMATION}{_EN_RECEIVED}?(?= *[,:;]| |$)"),
    ("source", rf"(?:we|I) (?:have|had) {_EN_ADVERBS}received {_EN_INFORMATION} {_EN_ABOUT}\b"),
    (
        "source",
        (
            rf"(?:we|I) (?:have|were|was|had) {_EN_ADVERBS}(?:been )?(?:informed|made aware|told"
            rf"|alerted) (?:that|of|about)\b"
        ),
    ),
    ("source", rf"(?:we|I) (?:have )?{_EN_ADVERBS}(?:learned|heard) (?:that|of|about)\b"),
    ("source", r"(?:we|I) (?:also )?understand that|it is (?:also )?(?:our|my) understanding that"),
    ("source", rf"{_EN_INFORMATION}{_EN_RECEIVED} {_EN_ABOUT}\b"),
    (
        "source",
        (
            rf"{_EN_INFORMATION}{_EN_RECEIVED}? {_EN_ADVERBS}(?:indicates?|suggests?|alleges?|claims?|states?"
            rf"|points? to"
            r"|raises? (?:serious |grave |further )?concerns?|shows?|reveals?)(?: that)?\b"
        ),
    ),
    (
        "source",
        (
            r"(?:we|I) (?:have|am|are) (?:also )?(?:received|in receipt of) (?:allegations|reports) (?:that"
            r"|of)\b"
        ),
    ),
    ("reported", rf"it (?:is|was|has(?: also)? been) {_EN_ADVERBS}{_EN_REPORTED} that\b"),
    ("reported", rf"(?:is|are|was|were|has been|have been) {_EN_ADVERBS}{_EN_REPORTED} to {_EN_NO_VERB}"),
    ("reported", rf"it (?:is|was) (?:also )?{_EN_REPORTED}(?=,)"),
    ("reported", r"(?:allegedly|reportedly|purportedly|supposedly|apparently|presumably|ostensibly)\b"),
    ("reported", r"(?:alleged|purported|presumed)\b"),
    ("reported", r"allegations?(?= (?:of|that)\b)"),
    (
        "reported",
        r"(?:sources|witnesses|relatives|residents|local organi[sz]ations) (?:fear|report|claim|allege) that\b",
    ),
    ("reported", r"(?:claim(?:s|ed|ing)?|alleg(?:es?|ing)|purport(?:s|ed|ing)?) (?:to have|to be|to|that)\b"),
    ("reported", r"(?:appears?|appeared|seems?|seemed) (?:to\b|that\b|as if\b)"),
    (
        "uncertain",
        (
            r"it (?:is|remains|was) (?:also |still |currently )?(?:unclear|uncertain|unknown"
            r"|not (?:yet )?(?:clear|known))"
            r" (?:if|whether|how|when|where|why|what|who|to what extent)\b"
        ),
    ),
    (
        "uncertain",
        r"there (?:is|are) (?:serious |reasonable |strong )?(?:concerns?|indications?|fears?|risks?) that\b",
    ),
    ("modal", r"(?:is|are|was|were) (?:(?:highly|very|most) )?likely to\b"),
)

_FR_INFORMATION = (
    r"(?:(?:les|des|d[’']|nos|certaines|plusieurs|diverses|de|ces) ?){0,2}(?:nouvelles |dernières "
    r"|récentes )?"
    r"(?:informations?|sources|témoignages|rapports|allégations|renseignements)"
)
_FR_RECEIVED = (
    r"(?: (?:qui nous (?:ont été|sont) (?:transmise|communiquée|fournie|parvenue)s"
    r"|(?:que )?nous avons (?:également )?reçues?"
    r"|dont nous disposons|(?:ainsi )?(?:reçu|obtenu|disponible|transmis|recueilli|communiqué|fourni)e?s?"
    r"|à notre disposition|portées à (?:notre|mon) (?:connaissance|attention)))"
)
_FR_ABOUT = (
    r"(?:concernant|selon lesquelles|indiquant qu(?:e\b|[’'])|faisant état d(?:e\b|es\b|u\b|[’'])"
    r"|relatives?(?: à)?|au sujet d(?:e\b|es\b|u\b|[’'])"
    r"|à propos d(?:e\b|es\b|u\b|[’'])|sur|quant à|portant sur|suggérant qu(?:e\b|[’'])|alléguant)"
)

FRENCH: Cues = (
    ("source", rf"(?:selon|d[’']après) {_FR_INFORMATION}{_FR_RECEIVED}?"),
    (
        "source",
        (
            rf"nous avons (?:également |aussi |en outre |par ailleurs )?(?:reçu"
            rf"|été saisis) {_FR_INFORMATION} {_FR_ABOUT}"
        ),
    ),
    (
        "source",
        (
            r"nous avons (?:également |aussi )?été (?:informé(?:e?s)?|saisie?s|alertée?s)(?: (?:d(?:e|es|u)\b"
            r"|d[’']|qu(?:e\b|[’'])))?"
        ),
    ),
    (
        "source",
        r"nous avons (?:également |aussi |récemment )?appris (?:également )?(?:l[’']|la |le |les )?(?:qu(?:e\b|[’']))?",
    ),
    ("source", rf"{_FR_INFORMATION}{_FR_RECEIVED} {_FR_ABOUT}"),
    (
        "source",
        (
            rf"{_FR_INFORMATION}{_FR_RECEIVED}? (?:indiquent|suggèrent|laissent (?:entendre|penser)|font état"
            rf"|révèlent|montrent"
            r"|indique|suggère)(?: également| aussi)?(?: qu(?:e\b|[’'])| d(?:e\b|es\b|u\b|[’']))?"
        ),
    ),
    (
        "source",
        (
            r"nous croyons comprendre qu(?:e\b|[’'])|il nous (?:a été|est) (?:rapporté|signalé"
            r"|indiqué) qu(?:e\b|[’'])"
        ),
    ),
    (
        "reported",
        (
            r"il (?:est|a(?: également| aussi)? été|serait|aurait été) (?:également |aussi |en outre )?"
            r"(?:allégué|rapporté|signalé|affirmé|prétendu|avancé|à craindre)(?: également)? qu(?:e\b|[’'])"
        ),
    ),
    ("reported", r"(?:prétendument|apparemment|vraisemblablement|soi-disant)\b"),
    ("reported", r"allégations(?= (?:de|selon)\b| d[’'])"),
    ("reported", r"(?:alléguée?s?|présumée?s?|prétendue?s?)\b"),
    (
        "reported",
        (
            r"(?:semblent|semble|paraissent|paraît|semblait|semblaient)(?= (?:avoir|être|que|\w+(?:er|ir"
            r"|re)\b)| qu[’'])"
        ),
    ),
    ("reported", r"il (?:semble|semblerait|paraît|paraîtrait) qu(?:e\b|[’'])"),
    (
        "uncertain",
        (
            r"(?:il n[’']est pas (?:clair|certain|établi|possible de savoir)|il (?:demeure|reste) incertain"
            r"|on (?:ignore|ne sait pas)"
            r"|il est difficile de savoir) (?:si\b|s[’']|quand\b|comment\b|où\b|qu(?:e\b|[’'])"
            r"|dans quelle mesure)"
        ),
    ),
)

_ES_INFORMATION = (
    r"(?:(?:la|las|los|el|nueva|nuevas|diversas|varias|varios|distintas|otra|otras|más|reciente) ){0,2}"
    r"(?:informaci(?:ón|ones)|fuentes|testimonios|informes|denuncias|alegaciones"
    r"|reportes)(?: adicional(?:es)?)?"
)
_ES_RECEIVED = (
    r"(?: (?:recibid|obtenid|disponible|proporcionad|recabad|facilitad|remitid|transmitid|suministrad)[oa]?s?"
    r"| que (?:hemos|he) recibido| que se (?:nos )?ha(?:n)? (?:proporcionado|facilitado|transmitido)"
    r"| a nuestra disposición| (?:llegada|puesta)s? a nuestr[ao] (?:conocimiento|atención))"
)
_ES_ABOUT = (
    r"(?:según l[ao]s? cual(?:es)?|de que|en el sentido de que|sobre|en relación con|con relación a"
    r"|relativ[ao]s? a(?:l)?"
    r"|acerca de(?:l)?|que (?:indica|señala|sugiere)n? que|indicando que|respecto (?:de(?:l)?|a(?:l)?)"
    r"|con respecto a(?:l)?"
    r"|concerniente a|referente a|relacionad[ao]s? con)"
)

SPANISH: Cues = (
    (
        "source",
        rf"(?:según|de acuerdo con|de acuerdo a|conforme a|con base en) {_ES_INFORMATION}{_ES_RECEIVED}?",
    ),
    (
        "source",
        rf"(?:hemos|he) (?:también |asimismo |además )?recibido (?:también )?{_ES_INFORMATION} {_ES_ABOUT}\b",
    ),
    (
        "source",
        (
            r"(?:(?:hemos|he) (?:también |asimismo )?(?:sido informad[oa]s?|tenido conocimiento)|se (?:nos"
            r"|me) ha (?:también )?"
            r"(?:informado|señalado|indicado))(?: (?:de que|que|de|sobre|acerca de))?\b"
        ),
    ),
    ("source", rf"{_ES_INFORMATION}{_ES_RECEIVED} {_ES_ABOUT}\b"),
    (
        "source",
        (
            rf"{_ES_INFORMATION}{_ES_RECEIVED}? (?:también )?(?:indica|señala|sugiere|apunta|revela|alega"
            rf"|muestra)n?(?: a)?(?: que)?\b"
        ),
    ),
    ("source", r"(?:entendemos|tenemos entendido) que\b"),
    (
        "reported",
        (
            r"se (?:ha |han |habría |habrían )?(?:también )?(?:alegado|alega|informa|informado|reporta"
            r"|reportado|denuncia|denunciado"
            r"|afirma|afirmado|presume|teme|dice|dicho)(?: también| asimismo| además)?(?: de)? que\b"
        ),
    ),
    ("reported", r"(?:presuntamente|supuestamente|aparentemente|al parecer|presumiblemente)\b"),
    ("reported", r"según se (?:informa|ha informado|afirma|alega|indica|denuncia)\b"),
    ("reported", r"alegaciones(?= (?:de|según)\b)"),
    ("reported", r"(?:presunt[oa]s?|supuest[oa]s?|alegad[oa]s?)\b"),
    ("reported", r"(?:parece|parecen|parecía|parecían)(?= (?:que|haber|ser|estar|\w+[aei]r)\b)"),
    (
        "uncertain",
        (
            r"(?:no (?:está|queda|resulta) clar[oa]|se desconoce|se ignora|no se sabe|es incierto) "
            r"(?:si|cuándo|cuando|cómo|dónde|en qué medida|qué|quién)\b"
        ),
    ),
)

CUES: Mapping[str, Cues] = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
