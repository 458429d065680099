"""Full text over letters and names of things; accents and case are folded; the last word may be a beginning.

The index is made in memory by SQLite FTS5 when the server starts: a graph folder never changes. What a user
types is taken apart into words first, each word is quoted, and so nothing of it is ever FTS5 syntax.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_PHRASE: Final = re.compile('["“”«»]([^"“”«»]*)["“”«»]')
_MOST_WORDS: Final = 24
_AROUND: Final = 110
_SCHEMA: Final = """
CREATE VIRTUAL TABLE letters USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE things USING fts5(names, content='', tokenize="unicode61 remove_diacritics 2");
"""
_LETTERS: Final = (
    "SELECT rowid FROM letters WHERE letters MATCH ? ORDER BY bm25(letters, 6.0, 1.0), rowid LIMIT ?"
)
_THINGS: Final = "SELECT rowid FROM things WHERE things MATCH ? ORDER BY rank, rowid LIMIT ?"


class _Folding(dict[int, str]):
    """Each character without its accents, in lower case; always one character, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        base = "".join(char for char in plain if not unicodedata.combining(char))
        found = self[code] = base if len(base) == 1 else chr(code)
        return found


_FOLDING: Final = _Folding()


def folded(text: str) -> str:
    """Return ``text`` without accents and case, character by character: the length stays the same."""
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Words:
    """What a user looks for: phrases of one or more words, all of which must occur.

    Attributes:
        phrases: Each a tuple of words, as typed.
        open: Whether the last word may be the beginning of a longer one.
    """

    phrases: tuple[tuple[str, ...], ...]
    open: bool = False

    @classmethod
    def of(cls, typed: str) -> Words:
        """Read what a user typed; words between quotation marks belong together."""
        phrases: list[tuple[str, ...]] = []
        at = 0
        for match in _PHRASE.finditer(typed):
            phrases += [(word,) for word in _WORD.findall(typed[at : match.start()])]
            phrases.append(tuple(_WORD.findall(match[1])))
            at = match.end()
        last = [(word,) for word in _WORD.findall(typed[at:])]
        kept = [phrase for phrase in [*phrases, *last] if phrase][:_MOST_WORDS]
        return cls(tuple(kept), bool(last))

    @property
    def match(self) -> str:
        """The FTS5 expression: every word quoted, so that none is syntax."""
        quoted = [" + ".join(f'"{word}"' for word in phrase) for phrase in self.phrases]
        return " ".join(quoted) + ("*" if self.open else "")

    def pattern(self) -> re.Pattern[str] | None:
        """Return what finds the phrases in folded text, or None when there is nothing to find."""
        if not self.phrases:
            return None
        found = [r"[\W_]+".join(re.escape(folded(word)) for word in phrase) for phrase in self.phrases]
        closed = [rf"{part}(?![^\W_])" for part in found]
        if self.open:
            closed[-1] = rf"{found[-1]}[^\W_]*"
        return re.compile(r"(?<![^\W_])(?:" + "|".join(closed) + ")")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of a text around what was found: pieces that are found ones, or not."""

    pieces: tuple[tuple[str, bool], ...]
    cut_before: bool
    cut_after: bool


class SearchIndex:
    """An index of letters and things, each known by its number.

    Args:
        letters: Title and text of each letter; its number is its place.
        things: The names of each thing, in the order in which equals are wanted.
    """

    def __init__(self, letters: Iterable[tuple[str, str]], things: Iterable[Sequence[str]]) -> None:
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.executescript(_SCHEMA)
        rows = ((at, title, text) for at, (title, text) in enumerate(letters))
        self._base.executemany("INSERT INTO letters(rowid, title, text) VALUES (?, ?, ?)", rows)
        names = ((at, "\n".join(several)) for at, several in enumerate(things))
        self._base.executemany("INSERT INTO things(rowid, names) VALUES (?, ?)", names)
        self._base.commit()

    def letters(self, words: Words, limit: int = 1 << 30) -> list[int]:
        """Return the numbers of the letters with all the words, best first."""
        return self._numbers(_LETTERS, words, limit)

    def things(self, words: Words, limit: int = 1 << 30) -> list[int]:
        """Return the numbers of the things with all the words in their names, best first."""
        return self._numbers(_THINGS, words, limit)

    def _numbers(self, query: str, words: Words, limit: int) -> list[int]:
        if not words.phrases:
            return []
        with self._lock:
            return [row[0] for row in self._base.execute(query, (words.match, limit))]


def places(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in a text, as (start, end) in code points."""
    pattern = words.pattern()
    if pattern is not None:
        for match in pattern.finditer(folded(text)):
            yield match.span()


def snippet(text: str, words: Words) -> Snippet:
    """Return the words of a text around the first place found, or its beginning when none is found."""
    ahead = places(text, words)
    first = next(ahead, None)
    at_first = first[0] if first else 0
    start = _word_start(text, max(0, at_first - _AROUND))
    end = _word_start(text, min(len(text), at_first + 2 * _AROUND))
    near = takewhile(lambda place: place[0] < end, ahead)  # a common word stands in hundreds of places
    found = [first, *near] if first else []
    pieces: list[tuple[str, bool]] = []
    at = start
    for begin, stop in found:
        if at <= begin and stop <= end:
            pieces += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    pieces.append((text[at:end], False))
    kept = tuple((piece, hit) for piece, hit in pieces if piece)
    return Snippet(kept, start > 0, end < len(text))


def _word_start(text: str, at: int) -> int:
    """Return the nearest place at or after ``at`` with a space; a long word is cut anywhere."""
    if at in {0, len(text)}:
        return at
    return next((place for place in range(at, min(at + 30, len(text))) if text[place].isspace()), at)
