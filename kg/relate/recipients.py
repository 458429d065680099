"""Who else got the letter: Governments, companies, and sets nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, said, words

_LETTER: Final = re.compile(
    r"\b(?:letters?|cop(?:y|ies)|communications?|lettres?|courriers?|copies?|cartas?|escritos?|copias?|comunicaci(?:ón|ones))\b",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    r"\b(?:sent|addressed|transmitted|shared|forwarded|written|communicated|conveyed|issued|provided|delivered|copied|go(?:es)? to|(?:is|are) going to|will go to"
    r"|envoyée?s?|adressée?s?|envoyons|adressons|transmise?s?|communiquée?s?|partagée?s?"
    r"|enviad[oa]s?|remitid[oa]s?|dirigid[oa]s?|transmitid[oa]s?|compartid[oa]s?|envía|remite|envió|remitió|dirigió|transmitió|enviamos|remitimos|enviaron|remitieron|cursad[oa]s?|con copia)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(r"\b(?:was|were|had been) sent on\b")
_GOVERNMENT: Final = re.compile(
    r"\b(?:Gove(?:rn|m)ments?|Gouvernements?|Gobiernos?|Permanent Missions?|authorities|autorités|autoridades|home States?|(?:État|pays|Estado|país) (?:d[’']|de )(?:origine|origen))(?: of| de| du| d[’']| des| del)?(?: the| la| las| los| l[’']| le| les)?\b",
    re.IGNORECASE,
)
_BETWEEN_STATES: Final = re.compile(
    r"[ ,;]*(?:(?:and|et|y|e|as well as|ainsi que|así como|also|to|à|a|au|aux|al)\b ?)*(?:(?:the|that|those|celui|ceux|el|los) ?)?(?:(?:Governments?|Gouvernements?|Gobiernos?) ?)?(?:(?:of|de|du|des|del|d[’']|de la|de l[’']) ?)?(?:l[’']|(?:the|la|le|les|los|las)\b ?)?$",
    re.IGNORECASE,
)
_UNNAMED: Final = re.compile(
    r"(?:as well as|and also|and|ainsi qu[e’']|así como|y) (?:to |à |aux? |a (?:las? |los? )?)?(?:d[’'])?(?:the |les |las |los )?(?:other|other relevant|several|relevant|various|autres|diverses|plusieurs|otras|diversas|varias) "
    r"(?:relevant |concerned |involved )?(?:companies|business enterprises|corporations|businesses|investors|entreprises|sociétés|empresas|compañías)[^.;]*",
    re.IGNORECASE,
)
_PARTS: Final = (Part.CONCERNS, Part.LEGAL, Part.PROCEDURE, Part.REQUEST, Part.CLOSING)
_WRITTEN: Final = re.compile(
    r"\b(?:we|I) (?:have |are )?(?:also |likewise )?(?:written|wrote|writing) to|(?:nous avons|j[’']ai) (?:également |aussi )?écrit (?:à|au)"
    r"|(?:nous )?écrivons (?:également |aussi )?(?:à|au)|(?:hemos|he) (?:también |asimismo )?escrito a|dado traslado"
    r"|\b(?:has|have) been (?:also |likewise |duly |so )?informed(?: (?:as well|too|likewise|also|of (?:this letter|these allegations|the same concerns|our letter)))?[.;]?$"
    r"|\b(?:a|ont) (?:également |aussi |de même )?été informée?s?(?: (?:également|aussi|de la présente(?: lettre)?|de même))?[.;]?$|(?:ha|han) sido (?:también |asimismo |igualmente )?informad[oa]s?(?: (?:también|asimismo|igualmente|de la presente))?[.;]?$"
    r"|(?:has|have) (?:also |likewise )?received (?:an? |the )?(?:identical|same|similar) (?:letters?|communications?)"
    r"|(?:a|ont) (?:également |aussi )?reçu (?:des |la |une )?(?:même lettre|(?:lettres?|communications?) (?:identiques?|similaires?))"
    r"|(?:ha|han) recibido (?:también |asimismo )?(?:la |una )?(?:misma carta|(?:cartas?|comunicaci(?:ón|ones)) (?:idénticas?|similar(?:es)?))",
    re.IGNORECASE,
)
# "to the Government of Spain, where X has its seat": no recipient, but what makes the State one.
_HOME: Final = re.compile(
    r"\b(?:country|home State|host State|pays|État|país|Estado)\b[^;.]{0,20}\b(?:where|in which|of|où|dans lequel|d[’']origine|d[’']accueil|donde|en el que|en el cual|de origen|de domicilio|sede)\b[^;.,]{0,60}$"
    r"|, (?:where|où|donde) [^;.,]{0,60}$"
)


def states_copied(reading: Reading) -> tuple[Said[str], ...]:
    """Return the States whose Governments are told to have got the letter or a similar one."""
    found: dict[str, Said[str]] = {}
    for block, start, end, mentions in _sentences(reading):
        for mention in _governments(block.text, start, end, mentions):
            state = mention.value or _named_elsewhere(reading, mention)
            if state and state not in found:
                found[state] = said(block, mention.start, mention.end, state, Basis.NORMALISED)
    return tuple(found.values())


def _named_elsewhere(reading: Reading, adjective: Mention) -> str:
    """Return which of the States an adjective may stand for the letter names, or nothing where it names both."""
    named = {mention.value for _, mention in reading.of(MentionKind.STATE)}
    meant = sorted(named.intersection(adjective.get("fits").split()))
    return meant[0] if len(meant) == 1 else ""


def companies_copied(reading: Reading) -> tuple[Said[str], ...]:
    """Return the companies told to have got the letter or a similar one, by name."""
    found: dict[str, Said[str]] = {}
    for block, start, end, mentions in _sentences(reading):
        for mention in mentions:
            if mention.kind is not MentionKind.COMPANY or not start <= mention.start < end:
                continue
            if not _HOME.search(block.text[start : mention.start]):
                name = words(block, mention.start, mention.end)
                found.setdefault(name.value, name)
    return tuple(found.values())


def unnamed_recipients(reading: Reading) -> tuple[Said[str], ...]:
    """Return the words for recipients nobody names, such as "as well as to other companies …"."""
    return tuple(
        words(block, match.start(), match.end())
        for block, start, end, _ in _sentences(reading)
        for match in _UNNAMED.finditer(block.text, start, end)
    )


def _sentences(reading: Reading) -> Iterator[tuple[Block, int, int, Sequence[Mention]]]:
    for block, mentions in reading.blocks(*_PARTS):
        for sentence in mentions:
            if sentence.kind is MentionKind.SENTENCE and _tells_of_sending(
                block.text[sentence.start : sentence.end]
            ):
                yield block, sentence.start, sentence.end, mentions


def _tells_of_sending(sentence: str) -> bool:
    sent = _SENT.search(sentence) and _LETTER.search(sentence)
    return bool(sent or _WRITTEN.search(sentence)) and not _EARLIER.search(sentence)


def _governments(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the States in lists that begin with "Government(s) of", and those of "the Dutch Government"."""
    states = [m for m in mentions if m.kind is MentionKind.STATE and start <= m.start < end]
    yield from (state for state in states if state.get("form"))
    for government in _GOVERNMENT.finditer(text, start, end):
        at = government.end()
        for state in states:
            if state.start < government.start():
                continue
            if not _BETWEEN_STATES.fullmatch(text[at : state.start]):
                break
            yield state
            at = state.end
