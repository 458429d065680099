"""Measures on the part of the entity graph that says which mandate wrote to whom.

Allegations take no part: no number here is about what is alleged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeAlias

import networkx as nx

from kg.model.network import EntityGraph

_LETTER: Final = "Communication"
_SENT: Final = "sentUnderMandate"
_ADDRESSED: Final = ("addresseeCompany", "addresseeGovernment", "addresseeOrganisation")
_MOST_FOR_BETWEENNESS: Final = 1_500
_DIGITS: Final = 6

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """A mandate or a recipient with its measures.

    Attributes:
        iri: Its IRI.
        kind: Its kind in the entity graph.
        label: What people call it.
        letters: How many letters link it.
        partners: With how many of the other side.
        betweenness: 0 to 1, or None in graphs too large for it.
        community: Number of its group, from 1, the largest first.
    """

    iri: str
    kind: str
    label: str
    letters: int
    partners: int
    betweenness: float | None
    community: int


@dataclass(frozen=True, slots=True)
class Together:
    """Two that appear together: how often, and how often either does."""

    one: str
    other: str
    times: int
    either: int


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of a graph.

    Attributes:
        things: Mandates and recipients, those with most letters first.
        mandates: Pairs of mandates by the number of letters they sent together.
        recipients: Pairs of recipients by the number of actions (same day, same mandates) that wrote to both.
        links: How many letters each (mandate, recipient) shares, by their IRIs.
    """

    things: tuple[Measured, ...]
    mandates: tuple[Together, ...]
    recipients: tuple[Together, ...]
    links: Mapping[Pair, int]


@dataclass(frozen=True, slots=True)
class _Letter:
    date: str
    mandates: frozenset[str]
    recipients: frozenset[str]


def measure(graph: EntityGraph) -> Measures:
    """Return the measures of an entity graph."""
    letters = _letters(graph)
    labels = {node.id: node.label for node in graph.nodes}
    links = Counter(
        (mandate, recipient)
        for letter in letters
        for mandate in sorted(letter.mandates)
        for recipient in sorted(letter.recipients)
    )
    actions: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for letter in letters:
        if letter.date and letter.mandates:
            actions[letter.date, letter.mandates] |= letter.recipients
    return Measures(
        _things(graph, letters, links),
        _together((letter.mandates for letter in letters), labels),
        _together(actions.values(), labels),
        links,
    )


def _letters(graph: EntityGraph) -> list[_Letter]:
    """Return the letters of the mandates; a reply is nobody's letter to a recipient."""
    sent = {node.id for node in graph.nodes if node.kind == _LETTER}
    mandates: dict[str, set[str]] = defaultdict(set)
    recipients: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, str] = {}
    for edge in graph.edges:
        if edge.source not in sent:
            continue
        if edge.kind == _SENT:
            mandates[edge.source].add(edge.target)
        elif edge.kind in _ADDRESSED:
            recipients[edge.source].add(edge.target)
        else:
            continue
        dates[edge.source] = edge.date
    return [
        _Letter(dates[iri], frozenset(mandates[iri]), frozenset(recipients[iri])) for iri in sorted(dates)
    ]


def _things(
    graph: EntityGraph, letters: Iterable[_Letter], links: Mapping[Pair, int]
) -> tuple[Measured, ...]:
    count = Counter(iri for letter in letters for iri in (*letter.mandates, *letter.recipients))
    nodes = [node for node in graph.nodes if node.id in count]
    numbers = {node.id: number for number, node in enumerate(nodes)}
    network = _network(numbers, links)
    between = _betweenness(network)
    groups = _communities(network)
    found = [
        Measured(
            node.id,
            node.kind,
            node.label,
            count[node.id],
            network.degree(numbers[node.id]),
            between.get(numbers[node.id]),
            groups[numbers[node.id]],
        )
        for node in nodes
    ]
    return tuple(sorted(found, key=lambda each: (-each.letters, -each.partners, each.label, each.iri)))


def _network(numbers: Mapping[str, int], links: Mapping[Pair, int]) -> nx.Graph:
    """Return mandates and recipients as a network of numbers, whose sets have an order."""
    network = nx.Graph()
    network.add_nodes_from(range(len(numbers)))
    for (mandate, recipient), letters in sorted(links.items()):
        network.add_edge(numbers[mandate], numbers[recipient], weight=letters)
    return network


def _betweenness(network: nx.Graph) -> dict[int, float]:
    if len(network) > _MOST_FOR_BETWEENNESS:
        return {}
    return {node: round(value, _DIGITS) for node, value in nx.betweenness_centrality(network).items()}


def _communities(network: nx.Graph) -> dict[int, int]:
    if not network.number_of_edges():
        groups = [{node} for node in network]
    else:
        groups = nx.community.greedy_modularity_communities(network, weight="weight")
    ranked = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {node: number for number, group in enumerate(ranked, start=1) for node in group}


def _together(groups: Iterable[Iterable[str]], labels: Mapping[str, str]) -> tuple[Together, ...]:
    alone: Counter[str] = Counter()
    both: Counter[Pair] = Counter()
    for group in groups:
        members = sorted(group)
        alone.update(members)
        both.update(combinations(members, 2))
    found = [
        Together(labels[a], labels[b], times, alone[a] + alone[b] - times) for (a, b), times in both.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.times, each.either, each.one, each.other)))
