"""Parts of a graph that answer a question: what surrounds a thing, one letter, two kinds, a connection."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping

from kg.errors import UsageError
from kg.model.network import Edge, EntityGraph, Node
from kg.view.index import Index

ALLEGED = "alleged"


def ego(graph: EntityGraph, iri: str, depth: int = 1) -> EntityGraph:
    """Return what lies within ``depth`` links of a node, and all links among it.

    Raises:
        UsageError: If the graph lacks the node, or ``depth`` is less than 1.
    """
    if depth < 1:
        raise UsageError(f"a depth of {depth} shows nothing; use 1 or more")
    index = Index.of(graph)
    start = _place(index, iri)
    near = {place for place, far in _distances(index, start, _any).items() if far <= depth}
    return _induced(index, near)


def letters(graph: EntityGraph, references: Collection[str]) -> EntityGraph:
    """Return what the letters with these ``references`` say, and register links among it.

    Raises:
        UsageError: If the graph has no letter with one of the references.
    """
    known = {edge.letter for edge in graph.edges}
    for reference in references:
        if reference not in known:
            raise UsageError(f"no letter in the graph has the reference {reference!r}; use one of the graph")
    said = [edge for edge in graph.edges if edge.letter in references]
    ends = {end for edge in said for end in (edge.source, edge.target)}
    register = [edge for edge in graph.edges if not edge.letter and {edge.source, edge.target} <= ends]
    return _graph((node for node in graph.nodes if node.id in ends), [*said, *register])


def surroundings(graph: EntityGraph, part: EntityGraph, most: int) -> tuple[EntityGraph, frozenset[str]]:
    """Return a part of a graph with what is next to it.

    Args:
        graph: The whole.
        part: The part.
        most: How many nodes to add at the most; those with the most links to the part come first.

    Returns:
        The part, the nodes next to it and all their links; and the IRIs of those nodes.
    """
    inside = {node.id for node in part.nodes}
    touched = Counter(
        end
        for edge in graph.edges
        if (edge.source in inside) != (edge.target in inside)
        for end in (edge.source, edge.target)
        if end not in inside
    )
    beside = frozenset(sorted(touched, key=lambda iri: (-touched[iri], iri))[:most])
    own = {edge.id for edge in part.edges}
    edges = [edge for edge in graph.edges if edge.id in own or _leads_out(edge, inside, beside)]
    return _graph((node for node in graph.nodes if node.id in inside | beside), edges), beside


def _leads_out(edge: Edge, inside: Collection[str], beside: Collection[str]) -> bool:
    ends = (edge.source, edge.target)
    return any(end in beside for end in ends) and all(end in inside or end in beside for end in ends)


def between(graph: EntityGraph, first: str, second: str) -> EntityGraph:
    """Return how the nodes of two kinds go together, such as companies and mandates.

    Links between the two kinds are kept. When there are none, two nodes are joined by a computed link for
    each node of a third kind that both are linked to: for companies and mandates, each letter. The third kind
    is the one that joins the most. Alleged links join nothing.

    Raises:
        UsageError: If the kinds are the same, or nothing joins them.
    """
    if first == second:
        raise UsageError(f"{first} and {first} are the same kind; name two different kinds")
    index = Index.of(graph)
    kinds = {node.id: node.kind for node in index.nodes}
    direct = [edge for edge in graph.edges if {kinds[edge.source], kinds[edge.target]} == {first, second}]
    edges = direct or _joined(index, first, second)
    if not edges:
        raise UsageError(f"nothing in the graph joins {first} and {second}; choose other kinds")
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return _graph((node for node in graph.nodes if node.id in ends), edges)


def paths(graph: EntityGraph, start: str, end: str) -> EntityGraph:
    """Return all shortest ways from one node to another.

    What is alleged joins two nodes only when nothing else does.

    Raises:
        UsageError: If the graph lacks a node, or nothing connects them.
    """
    index = Index.of(graph)
    first, last = _place(index, start), _place(index, end)
    for passes in (_firm, _any):
        ahead = _distances(index, first, passes)
        if last in ahead:
            back = _distances(index, last, passes)
            on = {place for place in ahead if place in back and ahead[place] + back[place] == ahead[last]}
            return _ways(index, {index.nodes[place].id: ahead[place] for place in on}, passes)
    raise UsageError(f"nothing connects {start} and {end}")


def _ways(index: Index, far: Mapping[str, int], passes: Callable[[Edge], bool]) -> EntityGraph:
    """Return the nodes at the distances ``far``, and the links that lead from one distance to another."""
    edges = [
        edge
        for edge in index.edges
        if edge.source in far and edge.target in far and far[edge.source] != far[edge.target] and passes(edge)
    ]
    return _graph((node for node in index.nodes if node.id in far), edges)


def _any(_: Edge) -> bool:
    return True


def _firm(edge: Edge) -> bool:
    return edge.certainty != ALLEGED


def _place(index: Index, iri: str) -> int:
    for place, node in enumerate(index.nodes):
        if node.id == iri:
            return place
    raise UsageError(f"the graph has no {iri}; use a label or an IRI of the graph")


def _distances(index: Index, start: int, passes: Callable[[Edge], bool]) -> dict[int, int]:
    """Return the number of links from ``start`` to each node that can be reached."""
    around: dict[int, list[int]] = defaultdict(list)
    for edge, (source, target) in zip(index.edges, index.ends, strict=True):
        if passes(edge):
            around[source].append(target)
            around[target].append(source)
    far = {start: 0}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        for other in around[place]:
            if other not in far:
                far[other] = far[place] + 1
                waiting.append(other)
    return far


def _joined(index: Index, first: str, second: str) -> list[Edge]:
    found = list(_joins(index, first, second))
    count = Counter(kind for kind, _ in found)
    best = min(count, key=lambda kind: (-count[kind], kind), default="")
    return [edge for kind, edge in found if kind == best]


def _joins(index: Index, first: str, second: str) -> Iterator[tuple[str, Edge]]:
    """Yield a link for each node that has firm links to nodes of both kinds, with the kind of that node."""
    around: dict[int, dict[str, list[tuple[int, Edge]]]] = defaultdict(lambda: defaultdict(list))
    for edge, (source, target) in zip(index.edges, index.ends, strict=True):
        if _firm(edge):
            around[source][index.nodes[target].kind].append((target, edge))
            around[target][index.nodes[source].kind].append((source, edge))
    for place, by_kind in sorted(around.items()):
        node = index.nodes[place]
        pairs = ((a, b) for a in by_kind.get(first, ()) for b in by_kind.get(second, ()))
        for (one, edge), (other, further) in pairs if node.kind not in {first, second} else ():
            yield node.kind, _join(node, (index.nodes[one], edge), (index.nodes[other], further))


def _join(node: Node, one: tuple[Node, Edge], other: tuple[Node, Edge]) -> Edge:
    (first, edge), (second, further) = one, other
    return Edge(
        id=f"{edge.id}~{further.id}",
        source=first.id,
        target=second.id,
        kind="together",
        label=f"together in {node.label}",
        certainty="computed",
        letter=edge.letter if edge.letter == further.letter else "",
        date=edge.date if edge.date == further.date else "",
        quotes=tuple(dict.fromkeys((*edge.quotes, *further.quotes))),
    )


def _induced(index: Index, places: Collection[int]) -> EntityGraph:
    inside = {index.nodes[place].id for place in places}
    edges = [edge for edge in index.edges if edge.source in inside and edge.target in inside]
    return _graph((node for node in index.nodes if node.id in inside), edges)


def _graph(nodes: Iterator[Node], edges: list[Edge]) -> EntityGraph:
    by_ends = sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind, edge.id))
    return EntityGraph(tuple(sorted(nodes, key=lambda node: node.id)), tuple(by_ends))
