"""States, by their short and formal names in three languages."""

from __future__ import annotations

from kg.extract.names import NameTrie
from kg.model.mention import Mention, MentionKind
from kg.vocab.register import Register


class StateFinder:
    """Finds mentions of States: kind STATE, ISO 3166 alpha-3 as value."""

    def __init__(self, register: Register) -> None:
        self._trie = NameTrie(
            (name.text, state.iso3) for state in register.states.values() for name in state.names
        )

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the States named in ``text``; a name that stands for two States is left out."""
        return tuple(
            Mention(match.start, match.end, MentionKind.STATE, match.ids[0])
            for match in self._trie.find(text)
            if len(match.ids) == 1 and text[match.start].isupper()
        )
