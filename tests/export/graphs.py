"""Entity graphs of any shape and text, for properties every export must keep."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model.network import Edge, EntityGraph, Node, Quote

texts = st.text(max_size=12)
awkward = st.sampled_from(
    [
        "",
        "=1+1",
        "@x",
        "-2",
        "\t",
        "a\r\nb",
        "<b>&\"'",
        "]]>",
        "\x00\x0b\x1b",
        "\ufffe",
        "\ud800",
        "İstanbul",
        "中文",
        "😀",
    ]
)
any_text = texts | awkward
numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=True, allow_infinity=True)
names = st.sampled_from(["date", "type", "x", "kind", "label", "year", "a b", "Größe", "1st", "weight"])
attributes = st.dictionaries(names, any_text | st.booleans() | numbers, max_size=4).map(
    lambda values: tuple(sorted(values.items()))
)
certainties = st.sampled_from(["stated", "aligned", "register", "alleged"])
quotes = st.builds(
    Quote, any_text, st.integers(0, 99), st.integers(99, 999), any_text, st.none() | st.integers(1, 9)
)


@st.composite
def graphs(draw: st.DrawFn) -> EntityGraph:
    """Return a consistent graph: unique node ids, edges between them, parallel edges likely."""
    count = draw(st.integers(0, 5))
    ids = [f"https://example.org/{number}" for number in range(count)]
    nodes = tuple(Node(iri, draw(any_text), draw(any_text), draw(attributes)) for iri in ids)
    wanted = draw(st.integers(0, 8)) if ids else 0
    edges = [
        Edge(
            id=f"e-{number}",
            source=draw(st.sampled_from(ids)),
            target=draw(st.sampled_from(ids)),
            kind=draw(any_text),
            label=draw(any_text),
            certainty=draw(certainties),
            letter=draw(any_text),
            date=draw(any_text),
            quotes=tuple(draw(st.lists(quotes, max_size=2))),
        )
        for number in range(wanted)
    ]
    return EntityGraph(
        nodes, tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind, edge.id)))
    )
