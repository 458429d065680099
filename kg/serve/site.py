"""An opened graph folder, prepared so that every page is made in milliseconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.pipeline.folder import EVIDENCE, FACTS, GraphFolder
from kg.query.engine import open_store
from kg.serve.addresses import address_of
from kg.serve.entity_facts import Sayings
from kg.serve.facets import Choice, Facets
from kg.serve.families import Families
from kg.serve.letter_nodes import LetterNodes
from kg.serve.neighbours import Neighbours
from kg.serve.occurrences import LetterCard, Occurrences, Positions
from kg.serve.search import SearchIndex, Words
from kg.serve.sorted_lines import SortedLines
from kg.serve.things import SHELVES, Thing, Things
from kg.serve.triples import values
from kg.vocab.terms import GRAPH, ID, RDFS


class Site:
    """A graph folder as the server sees it. It never changes while it is open.

    Args:
        folder: The graph folder.

    Raises:
        GraphFolderError: If it is missing, incomplete, or was written by another version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = GraphFolder(folder)
        facts, evidence = self.folder.file(FACTS), self.folder.file(EVIDENCE)
        self.store = open_store(folder)
        self.occurrences = Occurrences(facts, self.store)
        self.things = Things(self.store, self.occurrences)
        self.nodes = LetterNodes(SortedLines(facts), SortedLines(evidence), self.store)
        self.families = Families(self.store, self.things, self.occurrences)
        self.facets = Facets(self.occurrences)
        self.neighbours = Neighbours(self.occurrences, self.things)
        self.listed = tuple(self._listed())
        self.search = SearchIndex(self._letter_texts(), self._thing_names())
        self.select = lru_cache(maxsize=256)(self._select)
        self.text = lru_cache(maxsize=256)(self._text)
        self.sayings = Sayings(self.store, self.things, self.text)

    def prepare(self) -> None:
        """Look up what pages look up once only: the register, the names of things and their addresses."""
        _ = self.register_graphs
        self.things.many(self.listed)
        self.named("")

    def letter_title(self, card: LetterCard) -> str:
        """Return what a list calls a letter besides its reference: whom it is addressed to."""
        named = self.things.many(card.to[:1])
        return named[0].label if named else ""

    def letter_named(self, name: str) -> LetterCard | None:
        """Return the letter that a reference or an IRI names; case and marks do not matter."""
        return self._by_name.get(_plain(name.removeprefix(f"{ID}letter/")))

    @cached_property
    def _by_name(self) -> dict[str, LetterCard]:
        letters = self.occurrences.letters
        labels = {_plain(card.label): card for card in reversed(letters)}
        return labels | {_plain(card.iri.removeprefix(f"{ID}letter/")): card for card in letters}

    def named(self, name: str) -> str | None:
        """Return the address of the letter or thing with this name, or None when none or several have it."""
        return self._addresses.get(name)

    @cached_property
    def _addresses(self) -> dict[str, str | None]:
        """The address of each name; of things of several kinds, that of the kind listed first counts."""
        found: dict[str, str | None] = {}
        for shelf in reversed(SHELVES):
            iris = sorted({*self.things.members(shelf), *self.things.registered(shelf)})
            named = [(name, iri) for iri in iris for name in {self.thing(iri).label, *self.things.names(iri)}]
            count = Counter(name for name, _ in named)
            found |= {name: address_of(iri) if count[name] == 1 else None for name, iri in named}
        families = {each.label: each.address for each in self.things.many(self.families.iris)}
        return found | families | {card.label: address_of(card.iri) for card in self.occurrences.letters}

    def source_name(self, source: str) -> str:
        """Return the name of the file that a text was read from."""
        return next(iter(values(self.store, source, RDFS.label)), source_id(source))

    @cached_property
    def letter_of_source(self) -> dict[str, LetterCard]:
        """The letter of each text."""
        return {source: card for card in self.occurrences.letters for source in card.sources}

    @cached_property
    def register_graphs(self) -> tuple[ox.NamedNode, ...]:
        """The named graphs that hold the register."""
        named = (graph for graph in self.store.named_graphs() if isinstance(graph, ox.NamedNode))
        return tuple(sorted((g for g in named if g.value.startswith(f"{GRAPH}register/")), key=str))

    def _listed(self) -> Iterator[str]:
        """Yield the IRIs of all things that lists show; those that most letters name come first."""
        found = {
            iri for shelf in SHELVES for iri in (*self.things.members(shelf), *self.things.registered(shelf))
        }
        yield from sorted(found, key=lambda iri: (-len(self.occurrences.of(iri)), iri))

    def _letter_texts(self) -> Iterator[tuple[str, str]]:
        for card in self.occurrences.letters:
            texts = (self.folder.text(source_id(source)) for source in card.sources)
            yield f"{card.label} {self.letter_title(card)}", "\n".join(texts)

    def _thing_names(self) -> Iterator[list[str]]:
        for iri in self.listed:
            yield self.things.names(iri)

    def _select(self, choice: Choice) -> Positions:
        chosen = self.facets.chosen(choice)
        if not choice.words:
            return chosen
        return chosen & frozenset(self.search.letters(Words.of(choice.words)))

    def _text(self, source: str) -> str:
        return self.folder.text(source_id(source))

    def thing(self, iri: str) -> Thing:
        """Return what a page shows of an IRI."""
        return self.things.of(iri)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def source_id(iri: str) -> str:
    """Return the id of the source whose text has this IRI."""
    return iri.removeprefix(f"{ID}text/")
