"""Allegations told in passing: a sentence of the comments on a law, or of the concerns, that reports a fact.

Letters on legislation have no account of their own; what was reported stands among the comments: "It has been
reported to us that 35 persons were detained under regulation 3".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.model.mention import MentionKind
from kg.model.text import Part
from kg.relate.reading import Reading
from kg.relate.sentences import Sentence, sentences
from kg.relate.voices import Voice, experts_speak, voice_of

# "reportedly detained", "is said to have": a hedge of the verb, not "the alleged violations"
_OF_THE_VERB: Final = re.compile(r"(?:ly|ment|mente|that|to|que|qu[’'])$", re.IGNORECASE)
# "The measures appear to be in breach of …", "X Ltd. appears to be linked": what the experts make of it
_SEEMS: Final = re.compile(r"(?:appear|seem)", re.IGNORECASE)
# "auraient été avisées", «habría adquirido»: what was done; "entraverait" says what a law would bring about
_DONE: Final = re.compile(
    r"(?:s[’']|se )?(?:aurai(?:en)?t|serai(?:en)?t|habrían?)\b.*(?:é|i|u|is|it|ad[oa]|id[oa]|sto|cho|rto)e?s?$",
    re.IGNORECASE,
)
_NORMS: Final = (MentionKind.INSTRUMENT, MentionKind.GENERAL_COMMENT, MentionKind.PRINCIPLE)


def asides(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences of concerns and comments that report a fact with a hedge of their own."""
    for sentence in sentences(reading, Part.CONCERNS, Part.LEGAL):
        if voice_of(sentence) is Voice.REPORT and _tells(sentence):
            yield sentence


def _tells(sentence: Sentence) -> bool:
    reported = sentence.hedge_words("reported")
    hedged = any(_OF_THE_VERB.search(hedge) and not _SEEMS.match(hedge) for hedge in reported)
    hedged |= any(map(_DONE.match, sentence.hedge_words("conditional")))
    return hedged and not sentence.of(*_NORMS) and not experts_speak(sentence.text)
