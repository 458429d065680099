"""States, by their short and formal names in three languages, and by the adjective of their Government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.folding import fold
from kg.extract.names import NameTrie
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register

# « le Gouvernement néerlandais », «las autoridades hondureñas», "the Dutch authorities"
_GOVERNED: Final = re.compile(
    r"\b(?:Gouvernements?|[Aa]utorités|Gobiernos?|[Aa]utoridades) (?P<behind>\w+(?:-\w+)?)"
    r"|\b(?P<before>[A-Z]\w+) (?:Government|authorities)\b"
)
_FURTHER: Final = re.compile(r"(?:, | et | y | e )(?P<adjective>\w+(?:-\w+)?)")


class StateFinder:
    """Finds mentions of States: kind STATE, ISO 3166 alpha-3 as value.

    An adjective beside a word for a Government names the State too; such a mention has the detail ``form``
    ``adjective``, for it names no place. One that serves two States has no value; ``fits`` holds their codes.
    """

    def __init__(self, register: Register) -> None:
        self._trie = NameTrie(
            (name.text, state.iso3) for state in register.states.values() for name in state.names
        )
        self._adjectives: dict[str, list[str]] = {}
        for state in register.states.values():
            for name in state.adjectives:
                self._adjectives.setdefault(fold(name.text), []).append(state.iso3)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the States named in ``text``; a name that stands for two States is left out."""
        named = [
            Mention(match.start, match.end, MentionKind.STATE, match.ids[0])
            for match in self._trie.find(text)
            if len(match.ids) == 1 and text[match.start].isupper()
        ]
        return tuple(sorted([*named, *self._governed(text)]))

    def _governed(self, text: str) -> Iterator[Mention]:
        for match in _GOVERNED.finditer(text):
            place = match.span("behind" if match["behind"] else "before")
            while states := self._adjectives.get(fold(text[slice(*place)])):
                fits = (("fits", " ".join(sorted(states))),) if len(states) > 1 else ()
                value = "" if fits else states[0]
                yield Mention(*place, MentionKind.STATE, value, (*fits, ("form", "adjective")))
                further = _FURTHER.match(text, place[1])
                place = further.span("adjective") if further else (0, 0)
