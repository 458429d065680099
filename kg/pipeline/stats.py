"""A graph folder → measures on who writes to whom, as tables and as a picture."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.pipeline.folder import GraphFolder
from kg.pipeline.outputs import entity_graph
from kg.query.result import Cell, Result
from kg.stats import NOTES
from kg.stats.measures import Measures, Together, measure
from kg.stats.picture import picture
from kg.vocab.terms import XSD

TABLES: Final = ("things", "mandates", "recipients")
_STYLE: Final = (
    "body{font:15px sans-serif;margin:2em;max-width:80em}"
    "td,th{padding:.2em .8em;text-align:left}svg{max-width:100%;height:auto}"
)
_TITLES: Final = (
    "Mandates and those they write to",
    "Mandates that write together",
    "Recipients written to on the same day by the same mandates",
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Measures of a graph: three tables and a picture.

    Attributes:
        things: Mandates and recipients with letters, partners, betweenness and community.
        mandates: Which mandates send letters together.
        recipients: Which recipients are co-addressed. Co-addressed is not co-guilty.
        svg: Mandates × recipients as a picture.
    """

    things: Result
    mandates: Result
    recipients: Result
    svg: str

    def table(self, name: str) -> Result:
        """Return one of the tables.

        Raises:
            UsageError: If there is no such table.
        """
        if name not in TABLES:
            raise UsageError(f"there is no table {name!r}; choose {', '.join(TABLES)}")
        found: Result = getattr(self, name)
        return found

    def to_json(self) -> str:
        """Return all tables and notes as one JSON object."""
        content = {name: self.table(name).records() for name in TABLES} | {"notes": list(NOTES)}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def to_html(self) -> str:
        """Return a page that needs nothing else."""
        title = "Who writes to whom"
        head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        body = f"<h1>{title}</h1>{self._repr_html_()}"
        return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'

    def _repr_html_(self) -> str:
        notes = "".join(f"<li>{escape(note)}</li>" for note in NOTES)
        tables = "".join(self.table(name)._repr_html_() for name in TABLES)
        return f"<ul>{notes}</ul>{self.svg}{tables}"


def statistics(folder: Path) -> Statistics:
    """Return the measures of a graph folder.

    Raises:
        GraphFolderError: If the folder is no graph folder.
    """
    GraphFolder(folder)
    found = measure(entity_graph(folder))
    return Statistics(
        _things(found),
        _pairs("mandate", "letters", found.mandates, _TITLES[1]),
        _pairs("recipient", "actions", found.recipients, _TITLES[2]),
        picture(found),
    )


def drawn(statistics: Statistics, output: Path) -> bytes:
    """Return the picture in the form the name of the file asks for: ``.svg``, or ``.html`` with the tables.

    Raises:
        UsageError: If the name asks for another form.
    """
    forms = {".svg": statistics.svg, ".html": statistics.to_html()}
    if output.suffix.lower() not in forms:
        raise UsageError(f"{output.name}: the picture is written as .svg or .html; name the file so")
    return forms[output.suffix.lower()].encode("utf-8")


def _things(found: Measures) -> Result:
    columns = ("kind", "label", "letters", "partners", "betweenness", "community", "iri")
    rows = (
        (
            ox.Literal(each.kind),
            ox.Literal(each.label),
            ox.Literal(each.letters),
            ox.Literal(each.partners),
            None if each.betweenness is None else _decimal(each.betweenness),
            ox.Literal(each.community),
            ox.NamedNode(each.iri),
        )
        for each in found.things
    )
    return _table(columns, rows, _TITLES[0])


def _pairs(noun: str, times: str, pairs: Iterable[Together], title: str) -> Result:
    columns = (noun, "other", times, f"{times}_of_either")
    rows = (
        (ox.Literal(pair.one), ox.Literal(pair.other), ox.Literal(pair.times), ox.Literal(pair.either))
        for pair in pairs
    )
    return _table(columns, rows, title)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], title: str) -> Result:
    return Result(columns, tuple(rows), title=title)


def _decimal(value: float) -> ox.Literal:
    return ox.Literal(f"{value:.6f}", datatype=ox.NamedNode(f"{XSD.base}decimal"))
