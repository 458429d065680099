"""The words by which a letter cites a principle: verbs of saying and demanding, what leads to it, who speaks."""

from __future__ import annotations

import re
from typing import Final

# "states that", "provides, inter alia, that", "dispose que", "establece que", "reads:"
_ADVERB: Final = r"(?:(?:[a-zéè]+ly|further|also|in turn|inter alia|in part|in particular|en outre|également|notamment|aussi|en particulier|además|asimismo|también|entre otras cosas|expresamente|claramente)\s)?"
SAYS: Final = re.compile(
    _ADVERB
    + r"(?:according to which|in the words of which|selon (?:lequel|laquelle|lesquels)|aux termes (?:duquel|de laquelle)|según (?:el|la) cual|states?|provid(?:es?|ing)|stat(?:es?|ing)|stipulates?|says?|explain(?:s|ing)?|clarif(?:y|ies)|notes?|establish(?:es)?|affirms?|specif(?:y|ies)"
    r"|recogni[sz]es?|underlines?|underscores?|stress(?:es)?|highlights?|indicates?|adds?|emphasi[sz]es?|recommends?|recalls?|reiterates?"
    r"|requires?|requiring|reads?|sets? out|holds?|makes? (?:it )?clear|suggests?|acknowledges?|declares?|lays? down|expects?|observes?|confirms?|proclaims?"
    r"|dispose(?:nt)?|prévoi(?:t|ent)|énonce(?:nt)?|précise(?:nt)?|indique(?:nt)?|souligne(?:nt)?|stipule(?:nt)?|exige(?:nt)?|rappelle(?:nt)?|affirme(?:nt)?"
    r"|explique(?:nt)?|établi(?:t|ssent)|reconnaî(?:t|ssent)|recommande(?:nt)?|déclare(?:nt)?|ajoute(?:nt)?|note(?:nt)?|prescri(?:t|vent)|veu(?:t|lent)|confirme(?:nt)?"
    r"|disponen?|establecen?|señalan?|indican?|prevén?|prevé|estipulan?|exigen?|afirman?|explican?|subrayan?|precisan?|recuerdan?|reconocen?|recomiendan?"
    r"|declaran?|añaden?|aclaran?|prescriben?|destacan?|mencionan?|requieren?|confirman?)"
    rf"(?:,?\s(?:{_ADVERB.strip()}))?,?(?:\s?:|\s(?:the following|as follows|ce qui suit|lo siguiente)\s?:|\s(?:that|how|que|qu[’'])(?=[\s,“«\"\[:a-zéèêA-ZÉ])\s?:?|\s(?=[“«\"]))",
    re.IGNORECASE,
)
# "clarify, in Principle 11, that", "señalan en su Principio 19 que", « précisent, en leur principe 22, que »
SAYS_IN: Final = re.compile(
    r"\b(?:state|provide|stipulate|explain|clarify|note|establish|affirm|specify|recogni[sz]e|underline|stress|indicate|recommend|recall|require"
    r"|disposent|prévoient|énoncent|précisent|indiquent|soulignent|stipulent|exigent|rappellent|affirment|reconnaissent|recommandent"
    r"|disponen|establecen|señalan|indican|prevén|estipulan|exigen|afirman|explican|subrayan|precisan|recuerdan|reconocen|recomiendan|aclaran)s?"
    r",?\s(?:in|under|en|dans|au|aux|à)\s(?:their\s|its\s|the\s|leurs?\s|les?\s|la\s|sus?\s|el\s|los\s)?$",
    re.IGNORECASE,
)
THAT: Final = re.compile(r",?\s(?:that|que|qu[’'])\s?", re.IGNORECASE)
# "requires enterprises to", "describes leverage as", "exige des entreprises qu'elles", "pide a los Estados que"
DEMANDS: Final = re.compile(
    r"(?:requir(?:es?|ing)|calls? (?:up)?on|invit(?:es?|ing)|obliges?|expects?|asks?|urges?|encourages?|recommends?|advises?)\s(?=[^.;:“”\"]{1,120}?\sto\s)"
    r"|(?:describes?|defines?)\s(?=[^.;:“”\"]{1,90}?\sas\s)"
    r"|(?:recommande(?:nt)?|préconise(?:nt)?|recomiendan?|recommends?)\s(?=(?:des|les|la|le|l[’']|las|los|el|una?|une|[a-z]+ (?:measures|steps|action))\b[^.;:“«]{8,90})"
    r"|(?:invite(?:nt)?|engage(?:nt)?|exhorte(?:nt)?|encourage(?:nt)?|appelle(?:nt)?|oblige(?:nt)?)\s(?=(?:les|l[’']|le|la)\b[^.;:«»]{1,90}?\sà\s)"
    r"|(?:exige(?:nt)?|demande(?:nt)?|impose(?:nt)?|recommande(?:nt)?|attend(?:ent)?)\s(?=(?:des?|aux?|du|à)\b[^.;:«»]{1,90}?\s(?:qu[’'e]|de\s|d[’']))"
    r"|(?:leur|lui)\s(?:demande|impose|recommande|enjoint|prescri(?:t|ve))(?:nt)?,?\s(?=[^.;:«»]{0,60}?\b(?:de\s|d[’']))|l[ae]s?\s(?:exigen?|piden?|recomiendan?|imponen?)\s(?=[a-z])"
    r"|(?:défini(?:t|ssent)|décri(?:t|vent)|define[n]?|describe[n]?)\s(?=[^.;:«»]{1,90}?\scom[me]+o?\s)"
    r"|(?:exigen?|piden?|instan?|requieren?|recomiendan?|obligan?|invitan?|exhortan?|alientan?|llaman?)\s(?:a|de)\s(?=[^.;:“”]{1,90}?\s(?:que|a)\s)",
    re.IGNORECASE,
)
# "according to", "under", "conformément au", "conforme al" before the citation
LEAD: Final = re.compile(
    r"(?P<lead>(?P<as>as (?:(?:also|further)\s)?(?:set out|set forth|stated|provided(?: for)?|required|outlined|stipulated|explained|reflected|established|enshrined|recognized|recognised|specified|described|recommended|laid down|affirmed|clarified|noted)\s(?:in|by|under)"
    r"|(?:comme|ainsi que) (?:le\s)?(?:prévoi(?:t|ent)|indiquent?|précisent?|énoncent?|disposent?|rappellent?|soulignent?|précise|énonce|dispose|rappelle|souligne)|comme l[’'](?:indique|énonce|exige)(?:nt)?"
    r"|(?:tal )?como (?:se\s)?(?:establecen?|disponen?|señalan?|indican?|exigen?|recogen?)(?:\sen)?)"
    r"|(?P<says>according to|selon|d[’']après|según)|under|pursuant to|in accordance with|in line with|in conformity with|consistent with|as per|per|in keeping with|by virtue of|in terms of"
    r"|it (?:follows|is clear) from|il (?:ressort|résulte|découle) d(?:u|es|e)|se desprende de(?:l| los)?"
    r"|conformément aux?|aux termes d(?:u|es)|en vertu d(?:u|es)|au titre d(?:u|es)|au regard d(?:u|es)|suivant"
    r"|conforme a(?:l| los)?|de acuerdo con|de conformidad con|con arreglo a(?:l| los)?|en virtud de(?:l| los)?|a tenor de(?:l| los)?|a la luz de(?:l| los)?)"
    r"\s(?:the\s|le\s|la\s|les\s|el\s|los\s)?$",
    re.IGNORECASE,
)
OPENING: Final = re.compile(
    r"\W*(?:(?:furthermore|moreover|in addition|additionally|in this (?:connection|regard|context)|similarly|likewise|finally|further|also|accordingly|specifically|in particular|notably|therefore"
    r"|en outre|de plus|par ailleurs|à cet égard|enfin|ainsi|dans ce (?:contexte|cadre)|en particulier"
    r"|además|asimismo|en este (?:sentido|contexto)|al respecto|por último|en particular|igualmente)\b,?\s?)?"
    r"(?:(?:we|nous|quisiéramos)\s[^.;:“«\"]{0,60}?\b(?:that|que),?\s)?",
    re.IGNORECASE,
)
NORMATIVE: Final = re.compile(
    r"\b(?:should|must|shall|ought to|(?:is|are) (?:required|expected|obliged|responsible)|requires? (?:to|that)|needs? to"
    r"|ha(?:s|ve) (?:a|the|an) (?:\w+\s)?(?:duty|responsibility|obligation)"
    r"|doi(?:t|vent)|devr(?:ait|aient|ont|a)|(?:est|sont) (?:tenue?s?|censée?s?|appelée?s?)|ont (?:l[’']obligation|la responsabilité|le devoir)"
    r"|incumb(?:e|en|ent)|il (?:incombe|appartient|revient) (?:à|au)|corresponde a|(?:it )?is for the State"
    r"|deben?|deberían?|deberán?|ha(?:n)? de|tienen? (?:la|el) (?:obligación|deber|responsabilidad)|están? obligad[oa]s?)\b",
    re.IGNORECASE,
)
ASKING: Final = re.compile(
    r"\W*(?:[^\W\d_]+\s){0,4}?(?:please|kindly|veuillez|sírvase|sírvanse|le rogamos)\b"
    r"|\W*(?:(?:[^.;:,]{0,40}),\s)?(?:we|nous|quisiéramos|instamos|pedimos|agradeceríamos)\b(?!\s(?:(?:would|wish|souhait\w+|voudrions|further|also|tenons)\s(?:like\s)?(?:to\s|à\s)?)?(?:recall|note|underline|stress|emphasi|remind|reiterate|highlight|refer|draw|rappel|soulign|not|référ|rappeler|recordar|subrayar|señalar|reiterar|recordamos|recordons))",
    re.IGNORECASE,
)
# "we recall that the State duty to protect is a standard of conduct (Guiding Principle 1)"
RECALLED: Final = re.compile(
    r"[^.;:“«]{0,110}?\b(?:(?:recall|note|underline|stress|emphasi[sz]e|reiterate|highlight|remind)\b[^.;:“«]{0,40}?\sthat"
    r"|(?:rappel\w+|soulign\w+|not(?:ons|er))\b[^.;:“«]{0,40}?\s(?:que|qu[’'])|(?:record\w+|subray\w+|señal\w+|destac\w+)\b[^.;:“«]{0,40}?\sque)\b",
    re.IGNORECASE,
)
OURS: Final = re.compile(
    r"\b(?:we|our|your|nous|notre|votre|nuestr[oa]s?|nosotros|usted(?:es)?)\b", re.IGNORECASE
)
WE_ACT: Final = re.compile(r"\W*(?:we|nous|please|veuillez|sírvase|instamos|quisiéramos)\b", re.IGNORECASE)
TITLE_BEHIND: Final = re.compile(
    r"(?:\s\([^()]{0,60}\))?(?:,?\s(?:on business and human rights|relatifs? aux entreprises et aux droits (?:de l[’']homme|humains)"
    r"|sobre (?:las )?empresas y (?:los )?derechos humanos))?",
    re.IGNORECASE,
)
OF_THE: Final = re.compile(r",?\s(?:of|des|du|de los)\s(?:the\s)?")
