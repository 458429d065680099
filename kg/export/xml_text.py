"""Text in XML: what must be escaped, and the characters that XML 1.0 cannot hold at all.

The allowed characters: production 2 of "Extensible Markup Language (XML) 1.0", fifth edition, W3C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.network import EntityGraph
from kg.model.text import Problem

REPLACEMENT = "\ufffd"

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def xml(text: str) -> str:
    """Return ``text`` for an element or an attribute; characters XML cannot hold become U+FFFD.

    White space is escaped too, because a reader would change line ends, and tabs in attributes.
    """
    return _FORBIDDEN.sub(REPLACEMENT, text).translate(_ESCAPES)


def replaced_characters(graph: EntityGraph) -> tuple[Problem, ...]:
    """Return a problem if XML cannot hold some characters of ``graph``: how many, and in how many texts."""
    counts = [len(_FORBIDDEN.findall(text)) for text in _texts(graph)]
    total, texts = sum(counts), sum(count > 0 for count in counts)
    if not total:
        return ()
    message = (
        f"XML cannot hold {total} characters in {texts} texts; GraphML and GEXF have U+FFFD in their place"
    )
    return (Problem("characters-replaced", message),)


def _texts(graph: EntityGraph) -> Iterator[str]:
    for node in graph.nodes:
        yield from (node.id, node.kind, node.label)
        yield from (str(part) for attribute in node.attributes for part in attribute)
    for edge in graph.edges:
        yield from (edge.id, edge.kind, edge.label, edge.certainty, edge.letter, edge.date)
        yield from (text for quote in edge.quotes for text in (quote.source, quote.exact))
