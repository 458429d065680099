"""What a user calls a thing, a letter or a kind → the one that is meant, or what may have been meant."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from kg.errors import UsageError
from kg.model.network import EntityGraph
from kg.vocab.display import Legend

MOST_NAMED = 6  # candidates named in an error message
ALIKE = 0.75  # how alike two words must be, from 0 to 1


def node_named(graph: EntityGraph, name: str) -> str:
    """Return the IRI of the node that ``name`` means: an IRI, the end of one, or a label.

    Case and diacritics of labels do not matter.

    Raises:
        UsageError: If no node has that name, or several have.
    """
    exact = [node for node in graph.nodes if node.id == name or node.id.endswith("/" + name)]
    wanted = _folded(name)
    found = exact or [node for node in graph.nodes if _folded(node.label) == wanted]
    if len(found) == 1:
        return found[0].id
    if found:
        named = ", ".join(node.id for node in found[:MOST_NAMED])
        raise UsageError(f"{name!r} may be any of {named}; give one of these instead")
    near = _near(name, (node.label for node in graph.nodes))
    near = near or _near(name, (node.id.rsplit("/", 1)[-1] for node in graph.nodes))
    hint = f"perhaps {'; '.join(near)}" if near else "use a label or an IRI of the graph"
    raise UsageError(f"nothing in the graph is called {name!r}; {hint}")


def letter_named(graph: EntityGraph, name: str) -> str:
    """Return the reference of the letter that ``name`` means; case and spaces do not matter.

    Raises:
        UsageError: If the graph has no such letter.
    """
    known = sorted({edge.letter for edge in graph.edges if edge.letter})
    found = [reference for reference in known if _joined(reference) == _joined(name)]
    if found:
        return found[0]
    near = _near(name, known)
    hint = f"perhaps {'; '.join(near)}" if near else "use a reference such as " + "".join(known[:1])
    raise UsageError(f"no letter in the graph has the reference {name!r}; {hint}")


def kind_named(legend: Legend, name: str) -> str:
    """Return the kind that ``name`` means: its name in the ontology or in the legend, in any case or number.

    Raises:
        UsageError: If the legend has no such kind.
    """
    wanted = _singular(_folded(name))
    for kind, display in legend.items():
        if wanted in {_singular(_folded(kind)), _singular(_folded(display.label))}:
            return kind
    near = _near(name, legend)
    hint = f"perhaps {'; '.join(near)}" if near else f"use one of {', '.join(legend)}"
    raise UsageError(f"there is no kind of thing called {name!r}; {hint}")


def _near(name: str, known: Iterable[str]) -> list[str]:
    """Return what contains ``name``, or else what shares most words with it, written alike or the same."""
    wanted = _folded(name)
    texts = {_folded(text): text for text in known}
    within = [text for folded, text in texts.items() if wanted and wanted in folded]
    return (within or _alike(wanted.split(), texts))[:MOST_NAMED]


def _alike(words: list[str], texts: Mapping[str, str]) -> list[str]:
    by_word: dict[str, set[str]] = defaultdict(set)
    for folded in texts:
        for word in folded.split():
            by_word[word].add(folded)
    shared: Counter[str] = Counter()
    for word in words:
        shared.update(
            set().union(*(by_word[near] for near in get_close_matches(word, by_word, cutoff=ALIKE)))
        )
    ranked = sorted(shared, key=lambda folded: (-shared[folded], len(folded), folded))
    return [texts[folded] for folded in ranked if 2 * shared[folded] >= len(words)]


def _singular(text: str) -> str:
    return text.removesuffix("ies") + "y" if text.endswith("ies") else text.removesuffix("s")


def _joined(reference: str) -> str:
    return "".join(_folded(reference).replace("-", " ").replace("/", " ").split())


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character)).strip()
