"""The periods a letter sets: until an answer is due, and until the letter becomes public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Period, Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, said

_PUBLICATION: Final = re.compile(
    r"made public|mak(?:e|ing)\b[^.;]{0,60}\bpublic\b|publicly available|made available|published|publish|posted|go public|appear(?:s|ing)? on|affichée?s?|rendre\b[^.;]{0,60}\bpublique?s?|rendu(?:e)?s? publique?s?|publi[ée]e?s?|mise?s? en ligne"
    r"|(?:se har[áa]n?|ser[áa]n?|har[áa]n?) p[úu]blic[oa]s?|hacer(?:emos)?\b[^.;]{0,60}\bp[úu]blic[oa]s?|se publicar[áa]n?|publicad[oa]s?|publicar(?:emos)?|disponibles? en|figurer(?:a|ont)"
)
_RESPONSE: Final = re.compile(
    r"(?:respon(?:se|d|ses)|repl(?:y|ies)|answers?|répond\w*|respond\w*|contest\w*|observations|comments|information|renseignements|r[ée]ponses?|r[ée]pondre|observations|respuestas?|responder|observaciones|contest(?:ar|aci[óo]n)|provide|submit|transmit|fournir|transmettre|communiquer|proporcionar|facilitar|remitir)\b"
)
_WITHIN: Final = re.compile(
    r"(?:within|in|after|following|upon expiry of|at the end of|not later than|no later than|by|dans(?: un d[ée]lai(?: maximal| maximum)? de| les)?|sous|d[’']ici|au terme d[’'](?:un d[ée]lai de)?|à l[’'](?:issue|expiration) d[’'](?:un d[ée]lai de)?|passé|après(?: un d[ée]lai de)?|endéans|(?:en|dentro de) (?:un|el) (?:plazo|t[ée]rmino|periodo|per[íi]odo) (?:máximo )?(?:no superior a|de)|dentro de(?: un plazo de)?|en|a|tras|después de|antes de (?:que se cumplan|transcurridos?|cumplirse)|a más tardar en|transcurrid[oa]s?|al (?:cabo|t[ée]rmino) de|pasad[oa]s?|vencid[oa]s?|au bout de|upon the expiry of)(?: (?:a|the) (?:maximum |further )?(?:period|delay|deadline|time) of| the next| next| the| les| los próximos| los| las| le d[ée]lai de| un d[ée]lai de| un plazo de| el plazo de)? ?$",
    re.IGNORECASE,
)
_COUNTED_FROM: Final = re.compile(
    r" (?:after|following|from|as of|après|à compter|à partir|suivant|después|a partir|contados|a contar)\b"
)
_NOT_ASKED: Final = re.compile(
    r"\b(?:any|toute?|cualquier|toda|eventual|(?:and|with|et|avec|ainsi que|y|con) (?:your|votre|su|its|sa|the|la)(?: eventual)?) (?:response|reply|r[ée]ponse|respuesta)\b"
)
_LETTER: Final = re.compile(
    r"\b(?:letter|communication|response|reply|correspondence|appeal|concerns|press|lettre|r[ée]ponse|appel|presse|carta|comunicaci[óo]n|respuesta|llamamiento|prensa)\b",
    re.IGNORECASE,
)
# "the response will be reflected in our report": the Council is told of it, nobody is asked
_REPORTED: Final = re.compile(
    r"\b(?:reflected|reflétée?s?|reflejad[oa]s?|reproduite?s?|reproducid[oa]s?) (?:in|dans|en)\b"
)
_FRONTED: Final = 60  # characters before a period that opens its sentence
_PARTS: Final = (
    Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL, Part.REQUESTS_CUE, Part.REQUEST, Part.PROCEDURE, Part.CLOSING,
)  # fmt: skip
_ASKED: Final = re.compile(
    r"\b(?:we|I|nous|je)\b|please|veuillez|agradec|s[íi]rvan?se|rogamos|pedimos|solicit|prions|saurions|invitons|request|requested|pedir|quisi[ée]ramos|esperamos|attendons|attendue?s?|souhait|aimerions|await|expect|grateful|reconnaissant|urge",
    re.IGNORECASE,
)


def response(reading: Reading, dated: Said[str] | None) -> Period:
    """Return the period within which an answer is asked for; never that of publication."""
    return _period(reading, dated, publication=False)


def publication(reading: Reading, dated: Said[str] | None) -> Period:
    """Return the period after which the letter and any answer become public."""
    return _period(reading, dated, publication=True)


def _period(reading: Reading, dated: Said[str] | None, *, publication: bool) -> Period:
    for block, mention in reading.of(MentionKind.PERIOD, *_PARTS):
        purpose = _purpose(block, mention)
        if purpose == ("publication" if publication else "response"):
            return _made(block, mention, dated)
    return Period()


def _purpose(block: Block, mention: Mention) -> str:
    """Tell what the words nearest before the period are about."""
    before = block.text[: mention.start]
    if not _WITHIN.search(before) and not _COUNTED_FROM.match(block.text, mention.end):
        return ""
    sentence = before[max(before.rfind(". "), before.rfind("? ")) + 1 :]
    public = [match.end() for match in _PUBLICATION.finditer(sentence)]
    blanked = _NOT_ASKED.sub(lambda match: " " * len(match[0]), sentence)
    asked = [match.end() for match in _RESPONSE.finditer(blanked)]
    if public and (not asked or max(public) > max(asked)):
        return "publication" if _LETTER.search(sentence) else ""
    if asked:
        return "response" if _ASKED.search(sentence) and not _REPORTED.search(sentence) else ""
    return _purpose_behind(block.text[mention.end :]) if len(sentence) <= _FRONTED else ""


def _purpose_behind(after: str) -> str:
    """Tell what happens when the period opens its sentence: "Within 60 days, this letter will be made public"."""
    stop = after.find(". ")
    sentence = after[: stop if stop >= 0 else len(after)]
    if _PUBLICATION.search(sentence) and _LETTER.search(sentence):
        return "publication"
    return "response" if _RESPONSE.search(sentence) and _ASKED.search(sentence) else ""


def _made(block: Block, mention: Mention, dated: Said[str] | None) -> Period:
    number = said(block, mention.start, mention.end, int(mention.value), Basis.NORMALISED)
    if mention.get("unit") == "hours":
        return Period(hours=number)
    return Period(days=number, ends=_ends(dated, number))


def _ends(dated: Said[str] | None, days: Said[int]) -> Said[str] | None:
    if dated is None or len(dated.value) != len("2021-03-12"):
        return None
    end = date.fromisoformat(dated.value) + timedelta(days=days.value)
    return Said(end.isoformat(), (*dated.spans, *days.spans), Basis.COMPUTED)


def periods(reading: Reading) -> Iterator[tuple[Block, Mention]]:
    """Yield every period mentioned, asked for or not."""
    yield from reading.of(MentionKind.PERIOD)
