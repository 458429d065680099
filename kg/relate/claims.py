"""The claims of a letter: each sentence that reports an allegation, with what keeps it from being a fact.

A claim is never a fact. It has hedges of its own, or inherits the cue it stands under ("According to the
information received:"). Requests, quoted norms, annexes, positions and concerns yield none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Claim, Said
from kg.model.text import Part
from kg.relate.asides import asides
from kg.relate.attention import SITUATION, behind_attention
from kg.relate.involvement import AddresseeClause, addressee_clause, addressee_names, addresses_government
from kg.relate.listed import lists_of_names
from kg.relate.participants import actor, places, victims
from kg.relate.reading import Reading, words
from kg.relate.sentences import Sentence, sentences
from kg.relate.voices import OPENING_CUE, Voice, experts_speak, voice_of

# Says how an abuse reaches a company, not what it is: only counts where nothing more definite is alleged.
_CONTEXT_ISSUE: Final = "business-abuse"
_PROVISION: Final = re.compile(
    r"\b(?:[Aa]rticles?|[Ss]ections?|[Cc]lauses?|[Rr]egulations?|[Aa]rtículos?) [0-9]|\bthe (?:Bill|draft|proposal|amendments?)\b|\b[Pp]royecto de [Ll]ey\b|\b[Pp]rojet de loi\b|\bel Proyecto\b(?! [A-Z])"
)
# "would allow", « interdirait », «modificaría»; not « aurait interdit », which reports
_OF_A_DRAFT: Final = re.compile(
    r"would\b.*|(?!aurai|habrí)(?:s[’'])?\w+(?:rait|raient|ría|rían)", re.IGNORECASE
)
# Letters on several cases open each with the names alone.
_NAMED_FIRST: Final = re.compile(r"(?:\(?[0-9a-z]{1,2}[.)] )?(?:Mr|Mrs|Ms|Miss|Messrs|Dr)\b")
_APPOSED: Final = re.compile(r"\baged [0-9]+|\b(?:who|whose|which|where)\b[^,.;]*")
_ON_INFORMATION: Final = re.compile(r"inform|report|rapport|renseign|all[ée]g|aleg|denunci", re.IGNORECASE)
_LONGEST_LABEL: Final = 60
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|does|will|would|could|can|may|might|[a-z]{3,}ed|fled|began|saw|told|gave"
    r"|took|lost|said|came|left|got|made|kept|fell|wrote|spoke|found|brought|sent|went|shot|ran|met|stood|lives?|works?)\b"
)


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the claims of a letter in reading order.

    From the introduction come the sentences that say what was received ("information … concerning …") and
    those with a hedge of their own, without the words that only bring them to somebody's attention; from the
    allegations every sentence that is not somebody's position, the experts' own word, or a norm; and what is
    reported in passing among the concerns and comments.

    A sentence of the allegations that names no issue is about what the introduction says the letter is about.

    Args:
        reading: The letter and its mentions, sentences included.
    """
    names = None if addresses_government(reading) else addressee_names(reading)
    found: list[Claim] = []
    subject: set[str] = set()
    for sentence, scope, introduced in _passages(reading):
        clause = None if names is None else addressee_clause(sentence, names)
        piece = _introduced(sentence, clause) if introduced else _reported(sentence)
        if piece is None or (introduced and _tells_a_draft(piece)):
            continue
        claim = _claim(piece, sentence, scope, involvement=clause is not None)
        if introduced:
            subject.update(claim.types)
        found.append(claim if claim.types else replace(claim, types=tuple(sorted(subject))))
    found += (_claim(sentence, sentence, None, involvement=False) for sentence in asides(reading))
    return tuple(found)


def _passages(reading: Reading) -> Iterator[tuple[Sentence, Said[str] | None, bool]]:
    """Yield the sentences before the concerns, the cue each stands under, and whether it still introduces.

    A cue ends the introduction, wherever it stands: in a paragraph of its own, or before its first sentence.
    An account that no cue opens stands under the words of the introduction that say what was received.
    """
    scope: Said[str] | None = None
    received: Said[str] | None = None
    names = lists_of_names(reading)
    for sentence in sentences(reading, Part.INTRODUCTION, Part.INFORMATION_CUE, Part.ALLEGATIONS):
        if sentence.block.view.offsets[0] in names:
            continue
        cue = OPENING_CUE.match(sentence.text)
        rest = sentence.part(cue.end(), len(sentence.text)) if cue else sentence
        if cue:
            scope = sentence.words(0, cue.end("end"))
        if sentence.block.part is Part.INFORMATION_CUE or voice_of(rest) is Voice.CUE:
            scope = sentence.words(0, len(sentence.text))
            continue
        introduced = sentence.block.part is Part.INTRODUCTION and scope is None
        received = _received(rest) or received if introduced else received
        if sentence.block.part is Part.ALLEGATIONS and not _opening_cue(rest):
            scope = scope or received
        yield rest, scope, introduced
        if not introduced and _reported(rest):
            scope = scope or _opening_cue(rest)


def _introduced(sentence: Sentence, clause: AddresseeClause | None) -> Sentence | None:
    """Return the piece of a sentence of the introduction that reports an allegation, or None."""
    voice = voice_of(sentence)
    source = next(iter(sentence.hedges("source")), None)
    if voice is Voice.REPORT and source is not None:
        return _from_source(sentence, source, clause)
    if experts_speak(sentence.text) and clause is None:
        return _behind_attention(sentence) if voice in (Voice.REPORT, Voice.EXPERTS) else None
    return sentence if voice is Voice.REPORT and sentence.hedges("reported", "conditional") else None


def _tells_a_draft(sentence: Sentence) -> bool:
    """Tell whether *would* says what a provision of a draft brings about: that is its content, no allegation."""
    hedges = sentence.hedge_words()
    return (
        bool(hedges)
        and all(_OF_A_DRAFT.fullmatch(hedge) for hedge in hedges)
        and bool(_PROVISION.search(sentence.text))
    )


def _from_source(sentence: Sentence, source: Mention, clause: AddresseeClause | None) -> Sentence | None:
    """Return what a sentence says was received, from the words that say so."""
    if clause and clause.subject and _follows(sentence, source, clause):
        return sentence.part(clause.start, clause.end)
    if not sentence.of(MentionKind.ISSUE) and len(sentence.hedges()) == 1:
        return None  # "information concerning the situation of Mr. X": a subject, no allegation yet
    if source.start == sentence.start and not experts_speak(sentence.text):
        return sentence
    rest = sentence.part(source.end - sentence.start, len(sentence.text)).trimmed()
    if SITUATION.match(rest.text) and not rest.hedges():
        return None
    hedged = rest.hedges("reported", "conditional", "modal")
    return rest if hedged else sentence.part(source.start - sentence.start, len(sentence.text))


def _behind_attention(sentence: Sentence) -> Sentence | None:
    """Return what the experts only bring to somebody's attention, where it has a hedge of its own."""
    start = behind_attention(sentence.text)
    piece = None if start is None else sentence.part(start, len(sentence.text)).trimmed()
    return piece if piece and piece.hedges("reported", "conditional", "modal") else None


def _follows(sentence: Sentence, source: Mention, clause: AddresseeClause) -> bool:
    """Tell whether the clause on the addressee is what the source is said to report."""
    return not sentence.text[source.end - sentence.start : clause.start].strip()


def _received(sentence: Sentence) -> Said[str] | None:
    source = next(iter(sentence.hedges("source")), None)
    return words(sentence.block, source.start, source.end) if source else None


def _reported(sentence: Sentence) -> Sentence | None:
    if voice_of(sentence) is not Voice.REPORT:
        return None
    tells = sentence.hedges() or not (_only_names(sentence.text) or _is_label(sentence.text))
    return sentence if tells else None


def _only_names(text: str) -> bool:
    """Tell whether a sentence says who a case is about, and no more: "Mr. X, aged 44, secretary of Y."."""
    return bool(_NAMED_FIRST.match(text)) and not _FINITE.search(_APPOSED.sub("", text))


def _is_label(text: str) -> bool:
    """Tell whether a sentence is a title before what it is the title of: "Background:"."""
    return text.endswith(":") and len(text) <= _LONGEST_LABEL and not _FINITE.search(text)


def _opening_cue(sentence: Sentence) -> Said[str] | None:
    """Return the cue that opens a sentence and governs what follows: "According to the information received, ".

    A source or a witness is only given for the sentence it opens.
    """
    for hedge in sentence.hedges("source"):
        cue = words(sentence.block, hedge.start, hedge.end)
        if hedge.start == sentence.start and _ON_INFORMATION.search(cue.value):
            return cue
    return None


def _claim(piece: Sentence, whole: Sentence, scope: Said[str] | None, *, involvement: bool) -> Claim:
    said = piece.words(0, len(piece.text))
    if scope is None and not piece.hedges() and piece.start > whole.start:
        scope = whole.words(0, len(whole.text[: piece.start - whole.start].rstrip()))
    return Claim(
        text=said.value,
        spans=said.spans,
        types=_types(whole),
        hedges=tuple(words(piece.block, hedge.start, hedge.end) for hedge in piece.hedges()),
        scope=scope,
        victims=victims(piece),
        actor=actor(piece),
        places=places(whole),
        involvement=involvement,
    )


def _types(sentence: Sentence) -> tuple[str, ...]:
    """Return the issues the words speak of; the name of a company or mandate says nothing of what happened."""
    named = (*sentence.of(MentionKind.COMPANY), *sentence.of(MentionKind.MANDATE))
    names = [(mention.start, mention.end) for mention in named]
    found = {
        mention.value
        for mention in sentence.of(MentionKind.ISSUE)
        if not any(start <= mention.start and mention.end <= end for start, end in names)
    }
    return tuple(sorted(found - {_CONTEXT_ISSUE} or found))
