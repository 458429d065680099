"""Words divided at line ends, made whole again.

Most letters are printed without division, and a hyphen at a line end is then part of its word
(``long-``/``term``). A document shows that it divides words when many lines end in a hyphen and one of the
words so divided also stands whole in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.read.pdf.pieces import LINE_HYPHENS

_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W_][\w-]*\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_DIVIDED_LINES = 0.02  # share of lines; by chance about one line in a hundred ends in a printed hyphen
_LONGEST = 64  # characters of a word
_HYPHENS = frozenset(LINE_HYPHENS)
_UNPRINTED = frozenset("\x02\ufffe\u00ad")
_URL_OPENINGS = ("http://", "https://", "www.")
_URL_MARKS = "/_=%&?#."
# Prefixes that keep their hyphen in English, French or Spanish even where the whole word is not met.
_PREFIXES = frozenset((
    "anti", "auto", "co", "contre", "counter", "cross", "demi", "ex", "extra", "half", "ill", "inter",
    "macro", "mid", "multi", "non", "post", "pre", "pro", "quasi", "re", "self",
    "semi", "sous", "sub", "trans",
    "ultra", "vice", "well",
))  # fmt: skip


class Vocabulary:
    """The words of a document that stand inside its lines, and whether it divides words at line ends."""

    def __init__(self, paragraphs: Iterable[Sequence[str]]) -> None:
        words: set[str] = set()
        ends: list[tuple[str, str]] = []
        lines = 0
        for paragraph in paragraphs:
            lines += len(paragraph)
            for upper, lower in pairwise(["", *paragraph, ""]):
                end = _end_of(upper, lower)
                ends += [end] if end else []
                words.update(_inner_words(lower, skip=len(end[1]) if end else 0))
        self._compounds = {word.replace("‐", "-") for word in words if "-" in word or "‐" in word}
        self._words = words.union(part for word in self._compounds for part in word.split("-"))
        self._heads = {word.split("-")[0] for word in self._compounds} | _PREFIXES
        found = any(self._is_whole(head + tail) and not self._is_compound(head, tail) for head, tail in ends)
        self._divides = found and len(ends) >= _DIVIDED_LINES * lines

    def drops(self, head: str, tail: str) -> bool:
        """Whether the hyphen between two line parts of a word was only printed for the line end."""
        if self._is_compound(head, tail):
            return False
        if self._is_whole(head + tail):
            return self._divides or not self._is_whole(head)
        if not self._divides or not tail[:1].islower() or not head.isalpha():
            return False
        begins_compounds = self._is_whole(head) or head.casefold() in self._heads
        return not (begins_compounds and self._is_whole(tail))

    def _is_whole(self, word: str) -> bool:
        return word.casefold() in self._words

    def _is_compound(self, head: str, tail: str) -> bool:
        return f"{head}-{tail}".casefold() in self._compounds


def _inner_words(line: str, skip: int) -> Iterator[str]:
    """Yield the words of a line but the rest of a divided word at its start and the first part at its end."""
    for match in _WORD.finditer(line, skip):
        if match.end() < len(line) - 1 or line[-1] not in _HYPHENS:
            yield match[0].casefold()


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Join the lines of a paragraph by line feeds; a divided word or address moves up whole."""
    done = [lines[0]]
    for following in lines[1:]:
        end = _end_of(done[-1], following)
        if end and (done[-1][-1] == _SOFT or vocabulary.drops(*end)):
            _move_up(done, done[-1][:-1], following)
        elif end or _is_divided_url(done[-1], following):
            _move_up(done, _plain(done[-1]), following)
        else:
            done[-1] = _plain(done[-1])
            done.append(following)
    return "\n".join([*done[:-1], _plain(done[-1])])


def _move_up(done: list[str], line: str, following: str) -> None:
    """Replace the last line by ``line`` and the first word of the following one, and add the rest."""
    word, _, rest = following.partition(" ")
    done[-1] = line + word
    if rest:
        done.append(rest)


def _end_of(line: str, following: str) -> tuple[str, str] | None:
    """Return the two parts of a word that a hyphen divides between two lines."""
    if line[-1:] not in _HYPHENS:
        return None
    head, tail = _LAST_WORD.search(line[-_LONGEST:-1]), _FIRST_WORD.match(following)
    return (head[0], tail[0]) if head and tail else None


def _is_divided_url(line: str, following: str) -> bool:
    last = line.rpartition(" ")[2].lstrip('(<[“"')
    rest = following.partition(" ")[0].rstrip('.,;)>]”"')
    return last.startswith(_URL_OPENINGS) and not rest.isalpha() and any(mark in rest for mark in _URL_MARKS)


def _plain(line: str) -> str:
    return line[:-1] + "-" if line[-1:] in _UNPRINTED else line
