"""What a letter reports or holds without alleging: concerns, positions, disclaimers, reliability."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.model.record import Statement
from kg.model.text import Part
from kg.relate.reading import Reading
from kg.relate.sentences import Sentence, sentences
from kg.relate.voices import CONCERN, RELIABILITY, Voice, disclaimer_in, holder_of, voice_of

_BODY: Final = (Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL)


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of a letter in reading order.

    A ``concern`` is the sentence that expresses it, without a disclaimer before it; a ``disclaimer`` is the
    clause that leaves things open; a ``position`` is a sentence of the allegations that gives the words of a
    Government, an authority or a company, which ``holder`` names; ``reliability`` is what the letter says of
    the information a press release will rest on.
    """
    found = [statement for sentence in sentences(reading, *_BODY) for statement in _of_body(sentence)]
    for sentence in sentences(reading, Part.PROCEDURE):
        match = RELIABILITY.search(sentence.text)
        if match:
            found.append(_statement("reliability", sentence, match.start(), match.end()))
    return tuple(sorted(found, key=lambda statement: statement.spans))


def _of_body(sentence: Sentence) -> Iterator[Statement]:
    disclaimer = disclaimer_in(sentence.text)
    if disclaimer:
        yield _statement("disclaimer", sentence, *disclaimer)
    voice = voice_of(sentence)
    if voice is Voice.CONCERN:
        yield _statement("concern", sentence, _concern_start(sentence.text, disclaimer), len(sentence.text))
    elif voice is Voice.POSITION and sentence.block.part is Part.ALLEGATIONS:
        yield _statement("position", sentence, 0, len(sentence.text), holder_of(sentence))


def _concern_start(text: str, disclaimer: tuple[int, int] | None) -> int:
    """Return where a concern starts: behind a disclaimer that opens the sentence, else at its start."""
    if disclaimer is None or disclaimer[0] > 0:
        return 0
    match = CONCERN.search(text)
    start = match.start() if match else 0
    return min(start, disclaimer[1] + len(", ")) if start else disclaimer[1]


def _statement(kind: str, sentence: Sentence, start: int, end: int, holder: str = "") -> Statement:
    said = sentence.words(start, end)
    return Statement(kind, said.value, said.spans, holder)
