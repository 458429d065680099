"""A tokenizer that cuts where the kinds of characters change.

spaCy's own rules cut UN symbols and article numbers in unexpected places. Here a token is a run of
letters, a run of digits, or one other character, so that every mention begins and ends with a token.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

_TOKEN: Final = re.compile(r"[^\W\d_]+|[0-9]+|[^ ]")


class LetterTokenizer(DummyTokenizer):
    """Text → Doc. Single spaces belong to the token before them; the text is kept exactly."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text cut into words; nothing of it is lost."""
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for match in _TOKEN.finditer(text):
            gap = match.start() - at
            if gap and words:
                spaces[-1] = True
                gap -= 1
            if gap:
                words.append(" " * gap)
                spaces.append(False)
            words.append(match[0])
            spaces.append(False)
            at = match.end()
        if at < len(text):
            words.append(text[at:])
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def use_letter_tokenizer(nlp: Language) -> None:
    """Give ``nlp`` the tokenizer of this module."""
    nlp.tokenizer = LetterTokenizer(nlp.vocab)
