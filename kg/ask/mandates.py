"""Mandates in a question: a role and its subject, in either order ("mandate on torture", "torture mandate").

The subject may be the whole of a title behind its role, its first words, or some of its words; what fits
several mandates names all of them, and the question is handed back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.ask.lexicon import ROLE, Lexicon, is_link
from kg.ask.things import Named, Thing
from kg.ask.words import Words, folded


class MandateNames:
    """Finds mandates by role and subject.

    Args:
        mandates: Things whose names are the titles and variants of mandates, and their ids.
        lexicon: Knows the words for roles.
    """

    def __init__(self, mandates: Iterable[Thing], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._ids: dict[Words, Thing] = {}
        self._subjects: dict[Words, set[Thing]] = defaultdict(set)
        for mandate in mandates:
            self._ids[folded(mandate.value.rsplit("/", 1)[1])] = mandate
            for name in mandate.names:
                if name.isupper() and " " not in name:
                    self._ids[folded(name)] = mandate
                subject = self._subject(folded(name))
                if subject:
                    self._subjects[subject].add(mandate)
        self._words = sorted(self._subjects)

    def _subject(self, name: Words) -> Words:
        """Return the telling words of a title: no role, no linking words."""
        kept: list[str] = []
        at = 0
        while at < len(name):
            meaning, length = self._lexicon.at(name, at)
            if meaning == ROLE or (is_link(meaning) and length > 1):
                at += length
                continue
            if self._tells(name, at) and name[at] != "un":
                kept.append(name[at])
            at += 1
        return tuple(kept)

    def _tells(self, words: Words, at: int) -> bool:
        """Return whether a word says something of a subject: "torture", but neither "on" nor "by"."""
        return not is_link(self._lexicon.meanings.get(words[at : at + 1], ""))

    def at(self, words: Words, start: int) -> Named:
        """Return the mandates named at ``start``, and how many words that takes."""
        for length in range(min(12, len(words) - start), 0, -1):
            known = self._ids.get(words[start : start + length])
            if known:
                return Named((known,), length)
        meaning, length = self._lexicon.at(words, start)
        if meaning == ROLE:
            return self._behind(words, start, length)
        return self._before(words, start)

    def _behind(self, words: Words, start: int, role: int) -> Named:
        """Read "special rapporteur on torture": the longest subject behind the role."""
        best = Named((), 0)
        subject: list[str] = []
        for at in range(start + role, len(words)):
            if not self._tells(words, at):
                continue
            subject.append(words[at])
            things = self._fitting(tuple(subject))
            if not things:
                break
            best = Named(things, at + 1 - start)
        return best

    def _before(self, words: Words, start: int) -> Named:
        """Read "torture mandate": a subject that a role follows at once."""
        if not self._tells(words, start):
            return Named((), 0)
        subject: list[str] = []
        for at in range(start, len(words)):
            meaning, length = self._lexicon.at(words, at)
            if meaning == ROLE and subject:
                return Named(self._fitting(tuple(subject)), at + length - start)
            if self._tells(words, at):
                subject.append(words[at])
            if not self._fitting(tuple(subject)):
                break
        return Named((), 0)

    def _fitting(self, subject: Words) -> tuple[Thing, ...]:
        """Return the mandates with this subject, else whose subject begins so, else holds these words."""
        if subject in self._subjects:
            return tuple(sorted(self._subjects[subject]))
        begins = [words for words in self._words if words[: len(subject)] == subject]
        holds = begins or [words for words in self._words if set(subject) <= set(words)]
        return tuple(sorted({thing for words in holds for thing in self._subjects[words]}))
