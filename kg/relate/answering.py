"""Which letters a reply answers: the references it gives as those of the letters it was asked by.

A reply names the letter in its head ("Your ref: AL OTH 846/2022", "Objet : votre communication …") or in its
first words ("has the honour to refer to the joint urgent appeal UA NAM 831/2014"). A reference that is only
spoken of, such as that of an earlier letter or of one to somebody else, is not answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Reference, Said
from kg.model.text import Block, Part
from kg.relate.heading import as_reference
from kg.relate.reading import Reading

_OPENING: Final = 3_000
_REACH: Final = 700
_NOT_READ: Final = {Part.FURNITURE, Part.FOOTNOTE, Part.ANNEX, Part.ANNEX_HEADING}
_NUMBERED: Final = re.compile(r"\(?(?:[0-9]{1,2}|[a-hA-H]|I)[.)] ?\S|Q(?:uestion)? ?[0-9]")

_LABEL: Final = (
    r"(?:ref(?:s|erences?|erencias?)?|réf(?:s|érences?)?)\b[\s.]{0,2}(?:(?:nos?\b|n[°º]|núm\b)\.?)?\s{0,2}"
)
_YOUR_REFERENCE: Final = re.compile(
    rf"\b(?:your?s?|votre|vos|sus?|vuestra|[yvs] ?/)[ -]?{_LABEL}:?\s{{0,2}}$", re.IGNORECASE
)
_SUBJECT: Final = re.compile(
    rf"(?:(?:re|subject|subj|objet|asunto|concerne|concierne|tema)[\s.]{{0,2}}:[^;]{{0,250}}|{_LABEL}(?::[^;]{{0,250}})?)$",
    re.IGNORECASE,
)
_LETTER: Final = (
    r"(?:letters?|communications?|correspondence|appeals?|request|inquiry|enquiry|note|e-?mail|message|questionnaire|"
    r"lettres?|courriers?|correspondance|appels?|demande|cartas?|comunicaci(?:ón|ones)|correspondencia|notas?|llamamientos?|oficio|solicitud)"
)
_ANSWERING: Final = re.compile(
    r"\b(?:in (?:reply|response|answer|reference) to|with (?:reference|regard|respect) to|in connection with|further to|pursuant to"
    r"|refer(?:s|ring)? (?:(?:back|also|again) )?to|acknowledg\w{1,5} (?:the )?receipt|receipt of|received"
    r"|th?anks? (?:you )?(?:\w{1,12} ){0,3}for|grateful for"
    r"|(?P<reply>repl(?:y|ies)|responses?|answers?|comments?|observations|réponses?|respuestas?|observaciones|comentarios)\b(?:[^.;:]{0,90}?) ?\b(?:to|on|à|aux?|sur|al?|sobre)"
    r"|suite (?:à|aux?)|réf[éè]r\w{1,6} (?:à|aux?)|(?:en |fait |faire |faisant )référence (?:à|aux?)|accus\w{1,5} (?:bonne )?réception|reçu|remerci\w{1,6} (?:de|pour)"
    r"|s?e? ?refer\w{1,5} al?|(?:hace[rs]?|haciendo|hago|hacemos|con|en) referencia al?|con relación al?|en relación con|acus\w{1,5} recibo|recibido|en atención al?|agradec\w{1,6}"
    rf"|(?:your|votre|vos|sus?|vuestra) (?:\w{{3,16}} ){{0,3}}{_LETTER})\b",
    re.IGNORECASE,
)
# "as we said in our response to …": a reply of which the letter speaks, not the one it is
_SPOKEN_OF: Final = re.compile(
    r"\b(?:in|see|from|with|since|after|as per|repeat\w{0,3}|reiterat\w{1,3}|recall\w{0,3}|refer\w{0,4} to|already|dans|voir|rappel\w{0,5}|réitèr\w{1,4}|depuis|en|véase|rec(?:ue|o)rd\w{1,5}|reiter\w{1,4}|desde|ya) (?:(?:our|its|the|my|notre|nos|sa|la|les|nuestras?|sus?|las?) )(?:\w{2,14} ){0,2}$",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:earlier|previous(?:ly)?|prior|preceding|former|recall\w{0,3}|similar|identical|see|cf|also (?:sent|wrote|written)"
    r"|précédente?s?|antérieure?s?|rappel\w{0,5}|similaires?|identiques?|voir|anterior(?:es|mente)?|previ[ao]s?|rec(?:ue|o)rd\w{1,5}|idéntic[ao]s?|similares|véase)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"\b(?:which|that|where|whose|because|lequel|laquelle|lesquel\w{1,3}|qui|dont|où|que|cual(?:es)?|donde|cuy[ao]s?)\b",
    re.IGNORECASE,
)
_NAMED_BY: Final = re.compile(
    r"\b(?:ref\w{0,9}|réf\w{0,9}|number\w{0,3}|numéro|número|n[°º]|núm)[ .:(]{0,3}$", re.IGNORECASE
)
_JOINED: Final = re.compile(
    r"[ )\],]{0,3}(?:(?:of|dated|sent on|from|du|en date du|datée du|de|del|de fecha|con fecha|fechada el) [\w ,]{3,28}(?:19|20)[0-9]{2})?"
    r"[ )\]]{0,2}(?:[,;/&]|\b(?:and|et|y|e|as well as|ainsi que|así como)\b)[ ,]{0,2}(?:\b(?:and|et|y|e)\b )?"
    rf"(?:(?:to|of|on|with|by|your|the|joint|urgent|allegation|other|à|la|les|l[’']|aux?|de|du|des|votre|vos|conjointe?s?|urgents?|al?|las|los|su|sus|conjunt[ao]s?|urgentes?|refs?|réfs?|references?|{_LETTER})\b[ .(]{{0,2}}){{0,8}}\(?",
    re.IGNORECASE,
)


def answered(reading: Reading) -> tuple[Reference, ...]:
    """Return the references of the letters that a reply answers, each with all the places that say so.

    Args:
        reading: A letter that is no communication; a communication answers nothing here.
    """
    if reading.letter.kind == "communication":
        return ()
    found: dict[str, Reference] = {}
    for block, mention in _answered(reading):
        one = as_reference(block, mention)
        known = found.get(mention.value)
        found[mention.value] = one if known is None else _with_place(known, one)
    return tuple(found.values())


def _with_place(known: Reference, again: Reference) -> Reference:
    both: Said[str] = known.text if known.text.basis is Basis.STATED else again.text
    return replace(known, text=replace(both, spans=(*known.text.spans, *again.text.spans)))


def _answered(reading: Reading) -> Iterator[tuple[Block, Mention]]:
    for block, mentions in _opening(reading):
        references = [m for m in mentions if m.kind is MentionKind.REFERENCE]
        last: tuple[Mention, bool] | None = None
        for mention in references:
            follows = (
                last is not None and last[1] and _JOINED.fullmatch(block.text, last[0].end, mention.start)
            )
            start = last[0].end if last else 0
            answers = bool(follows) or _is_answered(block, mention, mentions, start)
            last = mention, answers
            if answers and mention.get("type"):
                yield block, mention


def _opening(reading: Reading) -> Iterator[tuple[Block, Sequence[Mention]]]:
    """Yield the head and the first words: up to the first numbered paragraph, that one included."""
    read = 0
    for block, mentions in reading.blocks():
        if block.part in _NOT_READ:
            continue
        yield block, mentions
        read += len(block.text)
        head = block.part in {Part.REFERENCE, Part.LETTERHEAD, Part.ADDRESSEE, Part.DATE}
        numbered = bool(block.number) or (not head and _NUMBERED.match(block.text) is not None)
        if numbered or read > _OPENING:
            return


def _is_answered(block: Block, mention: Mention, mentions: Sequence[Mention], start: int) -> bool:
    """Return whether what stands before a reference, back to ``start``, says that its letter is answered."""
    if block.part is Part.REFERENCE or _is_alone(block, mention):
        return True
    before = block.text[max(start, mention.start - _REACH) : mention.start]
    if _YOUR_REFERENCE.search(before) or _is_subject(block, mention, start):
        return True
    begun = max(
        (m.start for m in mentions if m.kind is MentionKind.SENTENCE and m.start <= mention.start), default=0
    )
    sentence = block.text[max(start, begun, mention.start - _REACH) : mention.start]
    cues = list(_ANSWERING.finditer(sentence))
    return bool(cues) and not _only_spoken_of(sentence, cues[-1], after_another=start > begun)


def _is_alone(block: Block, mention: Mention) -> bool:
    """Return whether a reference stands on a line without other words."""
    lines = [line for line in block.lines if line[0] <= mention.start and mention.end <= line[1]]
    return any(
        not re.search(r"\w", block.text[start : mention.start] + block.text[mention.end : end])
        for start, end in lines
    )


def _is_subject(block: Block, mention: Mention, start: int) -> bool:
    """Return whether a reference stands in a line such as "Subject: …" or "Réf. : …"."""
    begins = {0, *(line for line, _ in block.lines)}
    lines = (block.text[at : mention.start] for at in begins if start <= at <= mention.start)
    return any(_SUBJECT.match(line) and not _EARLIER.search(line) for line in lines)


def _only_spoken_of(sentence: str, cue: re.Match[str], *, after_another: bool) -> bool:
    """Return whether a sentence up to a reference only speaks of its letter, in spite of a word of answering."""
    between = sentence if after_another else sentence[cue.end() :]
    if _EARLIER.search(sentence, cue.start()) or (
        cue["reply"] and _SPOKEN_OF.search(sentence[: cue.start()])
    ):
        return True
    return bool(_CLAUSE.search(between)) and not _NAMED_BY.search(between)
