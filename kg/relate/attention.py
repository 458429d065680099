"""What experts bring to somebody's attention: the words that only say so, and where their subject starts.

"We would like to bring to the attention of your Excellency's Government information we have received
concerning the alleged torture of Mr. X": the subject is "the alleged torture of Mr. X".
"""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = (
    r"(?:bring|draw|call)(?:ing)?\b[^.;]{0,60}\battention(?: of [^,.;]{1,90}?)?(?: to|(?<=Government)|(?<=company)|(?= (?:the|that|an?|information|reports?|allegations?)\b))"
    r"|(?:writ(?:e|ing)|address(?:ing)?|approach(?:ing)?|contact(?:ing)?)\b(?: (?:to )?(?:you|your [^,.;]{1,60}?))?(?: today| again| urgently)?"
    r" (?:with (?:regard|respect) to|in (?:relation|connection) (?:to|with)|concerning|regarding|about)"
)
_FRENCH: Final = (
    r"(?:attir|appel|port)(?:er|ons)\b[^.;]{0,40}\battention(?: (?:de|du|des) [^,.;]{1,90}?)? sur"
    r"|port(?:er|ons) à (?:(?:votre |l[’']|la )(?:attention|connaissance))(?: (?:de|du|des) (?:votre |son )?[^,.;]{1,60}?)?(?=,? (?:des|les?|la|l[’'])\b)"
    r"|(?:saisi(?:ssons|r)|entretenir|informer) (?:votre [^,.;]{1,40}? )?(?:d(?:e|es|u)\b|d[’'])"
    r"|(?:écri(?:vons|re)|adress(?:ons|er)|pren(?:ons|dre) contact avec)(?: (?:à vous|vous|la présente|cette lettre|(?:à|au) [^,.;]{1,60}?))?(?: en urgence)? (?:au sujet d(?:e|es|u)\b|au sujet d[’']|à propos d(?:e|es|u)\b"
    r"|à propos d[’']|concernant|en relation avec|en lien avec|relativement aux?)"
    r"|fai(?:sons|re) part d(?:es?\b|[’'])"
)
_SPANISH: Final = (
    r"(?:señal|llam|llev|pon)(?:ar|er|amos)\b[^.;]{0,40}\batención(?: urgente)?"
    r"(?: del? (?:Gobierno de (?:Su|Vuestra) Excelencia|Gobierno|Su Excelencia|su empresa))?(?: sobre| a| hacia)?"
    r"|pon(?:er|emos) en (?:su|vuestro) conocimiento"
    r"|(?:dirig(?:irnos|imos|irme)|escrib(?:imos|irle|irles)|pon(?:emos|ernos) en contacto con)(?: (?:al? )?(?:usted|ustedes|su [^,.;]{1,40}?|Gobierno [^,.;]{1,60}?))? (?:en relación con|con relación a|con respecto al?|respecto del?|sobre|acerca del?|a propósito del?)"
    r"|(?:trasladar|transmitir|comunicar|remitir)(?:le|les)?"
)
_ATTENTION: Final = re.compile(rf"\b(?:{_ENGLISH}|{_FRENCH}|{_SPANISH})\s?", re.IGNORECASE)
# "information we have received concerning", « des informations relatives aux », «la información recibida sobre»
_INFORMATION: Final = re.compile(
    r"(?:(?:the|some|new|further|additional|des|les|de|nouvelles|certaines|la|las|cierta|nueva|sur des|sur les) ){0,3}"
    r"(?:information|reports?|allegations?|informations?|renseignements|allégations|información|informaciones|denuncias)\b"
    r"[^.;:]{0,70}?\s?(?:concerning|regarding|about|relating to|related to|with regard to|in relation to|according to which|that|indicating that|alleging that"
    r"|concernant|relatives? (?=aux\b)|relatives? (?:à|au) |au sujet d(?:e|es|u)|au sujet d[’']|selon lesquelles|portant sur|faisant état d(?:e|es|u|[’'])"
    r"|sobre|acerca del?|en relación con|relativ[oa]s? al?|relacionad[oa]s? con|según l[ao]s? cual(?:es)?|de que|respecto del?)\s?",
    re.IGNORECASE,
)

# "the situation of Mr. X": a subject, no allegation
SITUATION: Final = re.compile(
    r"(?:the|la|l[’']|el)\s?(?:current |actuelle |actual )?(?:situation|case|affaire|cas|situación|caso) (?:of|de|du|des|del|d[’'])",
    re.IGNORECASE,
)


def behind_attention(text: str) -> int | None:
    """Return where the subject starts that a sentence only brings to attention, or None.

    Args:
        text: A sentence whose subject are the experts.
    """
    match = _ATTENTION.search(text)
    return behind_information(text, match.end()) if match else None


def behind_information(text: str, at: int) -> int:
    """Return the index behind "information we have received concerning" where it stands at ``at``, else ``at``."""
    match = _INFORMATION.match(text, at)
    return match.end() if match else at
