"""The network as one HTML file that makes no request and runs no script but its own.

pyvis holds nodes, edges and options and brings vis-network; the template, the style and the program of the
page are ours (``kg/view/browser/``), because pyvis' own template loads from the network and runs what stands
in labels. Data goes into the page as JSON that no browser executes, and reaches the reader as text only. The
Content-Security-Policy of the page names the hash of each script and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection
from pathlib import Path

import pyvis
from markupsafe import Markup
from pyvis.edge import Edge as VisEdge
from pyvis.network import Network
from pyvis.node import Node as VisNode

from kg.errors import ExportError
from kg.model.network import EntityGraph
from kg.view.focus import Focus
from kg.view.folding import opening
from kg.view.index import Index
from kg.view.layout import layout
from kg.view.page_data import PageData, page_data
from kg.vocab.display import Legend

PAGE = Path(__file__).parent / "browser"
PROGRAM = (
    "graph",
    "state",
    "sketch",
    "arrange",
    "draw",
    "picture",
    "facts",
    "table",
    "find",
    "save",
    "controls",
    "main",
)
LIBRARY = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
LIBRARY_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"

OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": False,
        "tooltipDelay": 100000,
    },
}


def network_page(
    graph: EntityGraph,
    legend: Legend,
    *,
    title: str,
    beside: Collection[str] = frozenset(),
    focus: Focus | None = None,
) -> str:
    """Return the page that shows ``graph``.

    Args:
        graph: What to show.
        legend: How each kind is shown; a kind it lacks is shown under its own name, in grey.
        title: Heading of the page.
        beside: IRIs of nodes that the page shows only when the reader asks for what is next to another.
        focus: What the page opens with, in columns from left to right, when that is not too much.

    Raises:
        ExportError: If an edge leads nowhere, or if the installed pyvis is not the one the page was made for.
    """
    index = Index.of(graph)
    order = {kind: display.order for kind, display in legend.items()}
    hidden = [place for place, node in enumerate(index.nodes) if node.id in beside]
    first = opening(index, order, hidden)
    spots = layout(index, first, order)
    return _render(page_data(index, first, spots, legend, title=title, focus=focus), title)


def _render(data: PageData, title: str) -> str:
    style = (PAGE / "page.css").read_text(encoding="utf-8")
    library, program = _library(), _program()
    network = Network(directed=False)
    network.nodes = [VisNode(**node).options for node in data.nodes]
    network.edges = [VisEdge(**edge).options for edge in data.edges]
    network.set_options(json.dumps(OPTIONS))
    network.set_template_dir(str(PAGE), "template.html")
    network.templateEnv.autoescape = True
    network.templateEnv.filters["embed"] = _embedded
    network.templateEnv.globals |= {
        "title": title,
        "style": style,
        "library": library,
        "program": program,
        "data": data.shared,
        "policy": _policy(style, (library, program)),
    }
    html: str = network.generate_html()
    return html


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _library() -> str:
    content = LIBRARY.read_bytes() if LIBRARY.is_file() else b""
    if hashlib.sha256(content).hexdigest() != LIBRARY_SHA256:
        raise ExportError(f"{LIBRARY} is not the vis-network of pyvis 0.3.2; install kg again")
    # A browser reads every line end as \n before it computes the hash.
    return content.decode().replace("\r\n", "\n")


def _program() -> str:
    parts = [(PAGE / f"{name}.js").read_text(encoding="utf-8") for name in PROGRAM]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _embedded(text: str) -> Markup:
    """Return JSON text so that nothing in it can end the script element that holds it."""
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 -- our own options, with < escaped
