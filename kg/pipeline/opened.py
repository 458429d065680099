"""An opened graph folder: the verbs of the command line as methods.

The examples below are run on the seed letters by the tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.pipeline.folder import GraphFolder
from kg.pipeline.letter_record import LetterRecord

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox
    import rdflib

    from kg.model.network import EntityGraph
    from kg.pipeline.ask import Answer
    from kg.pipeline.stats import Statistics
    from kg.pipeline.verify import Verification
    from kg.query.result import Result
    from kg.validate.report import Report

_NAME: Final = re.compile("[a-z][a-z0-9-]*")


def open_graph(folder: str | PathLike[str]) -> Graph:
    """Open a graph folder; ``kg.open``.

    Args:
        folder: What ``kg.build`` or ``kg build`` wrote.

    Raises:
        GraphFolderError: If it is missing, incomplete, or was written by another version.
    """
    return Graph(folder)


class Graph:
    """A built graph.

    Args:
        folder: The graph folder. It is only read; a later build of it is seen by opening it again.

    Raises:
        GraphFolderError: If it is missing, incomplete, or was written by another version.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.path = Path(folder)
        self._folder = GraphFolder(self.path)

    def query(self, question: str | PathLike[str], /, **parameters: object) -> Result:
        """Answer a named question, a SPARQL query, or a file of one.

        Args:
            question: Name of a question (see ``kg questions``), SPARQL, or a path that ends in ``.rq``.
            parameters: Values for the parameters of the question.

        Raises:
            QueryError: If there is no such question or parameter, a value names nothing in the graph, or the
                query cannot be read.

        Example:
            >>> graph.query("companies-addressed", year=2021).records()[0]
            {'company': 'CRRC Corporation Limited', 'letters': 1}
            >>> len(graph.query("SELECT ?letter WHERE { ?letter a spl:Communication }"))
            5
        """
        from kg.query import questions  # noqa: PLC0415
        from kg.query.settings import settled  # noqa: PLC0415

        text = str(question)
        if isinstance(question, PathLike) or (text.endswith(".rq") and "{" not in text):
            asked = questions.read_question(Path(question))
        elif _NAME.fullmatch(text):
            asked = questions.question(text)
        else:
            asked = questions.parse_question("query", text)
        given = {name: str(value) for name, value in parameters.items()}
        return asked.ask(self.store, settled(asked, self.store, given))

    def ask(self, question: str) -> Answer:
        """Answer a question in plain language, or say honestly that no named question fits.

        Args:
            question: In English, French or Spanish.

        Raises:
            UsageError: If it is empty or too long.

        Example:
            >>> answer = graph.ask("Which companies were addressed by the torture mandate in 2021?")
            >>> answer.name, len(answer)
            ('companies-addressed', 5)
            >>> graph.ask("Which company is guilty?").fits
            False
        """
        from kg.pipeline.ask import answered  # noqa: PLC0415

        return answered(self.path, question)

    @cached_property
    def store(self) -> ox.Store:
        """The store: its default graph holds every triple once, each letter has named graphs too."""
        from kg.query.engine import open_store  # noqa: PLC0415

        return open_store(self.path)

    @cached_property
    def letters(self) -> tuple[LetterRecord, ...]:
        """The letter records, in the order of their references.

        Example:
            >>> [letter.name for letter in graph.letters][:2]
            ['AL OTH 105/2021', 'AL OTH 154/2021']
        """
        return tuple(LetterRecord(record) for record in self._folder.records())

    def show(self, reference: str) -> LetterRecord:
        """Return one letter.

        Args:
            reference: Such as ``AL OTH 105/2021``; file names and source ids do too.

        Raises:
            QueryError: If the graph holds no such letter.

        Example:
            >>> graph.show("al-oth-105-2021")
            <LetterRecord AL OTH 105/2021, 2021-03-12>
        """
        from kg.pipeline.show import letter_record  # noqa: PLC0415

        return LetterRecord(letter_record(self.path, reference))

    def explain(self, iri: str) -> Result:
        """Return every fact about a thing, with its basis and its words.

        Args:
            iri: Full, or short such as ``mandate:sr-torture``; the label of the thing does too.

        Raises:
            QueryError: If the graph knows nothing of it, or the label is that of several things.

        Example:
            >>> row = next(iter(graph.explain("company:hitachi-ltd")))
            >>> row["direction"], row["relation"]
            ('from it', 'rdf:type')
        """
        from kg.pipeline.explain import explanation  # noqa: PLC0415

        return explanation(self.path, iri)

    @cached_property
    def entities(self) -> EntityGraph:
        """Things and the links between them, each link with its certainty and its words."""
        from kg.pipeline.outputs import entity_graph  # noqa: PLC0415

        return entity_graph(self.path)

    def to_rdflib(self) -> rdflib.Graph:
        """Return every triple of letters, evidence and register, as an rdflib graph with our prefixes.

        Example:
            >>> import rdflib
            >>> letters = "SELECT ?l WHERE { ?l a spl:Communication }"
            >>> len(graph.to_rdflib().query(letters)) == len(graph.query(letters))
            True
        """
        from kg.pipeline.bridges import rdflib_graph  # noqa: PLC0415

        return rdflib_graph(self._folder)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return things and links as a networkx graph; an edge to a claim says ``alleged``.

        Example:
            >>> network = graph.to_networkx()
            >>> network.nodes["https://w3id.org/sp-letters/id/company/hitachi-ltd"]["label"]
            'Hitachi, Ltd'
        """
        from kg.pipeline.bridges import networkx_graph  # noqa: PLC0415

        return networkx_graph(self.entities)

    def export(self, to: str, path: str | PathLike[str]) -> Path:
        """Write the graph in another format, whole or not at all; return where.

        Args:
            to: ``turtle``, ``trig``, ``nquads``, ``ntriples``, ``jsonld``, ``graphml``, ``gexf``, ``csv``
                or ``ftm``.
            path: The file to write.

        Raises:
            ExportError: If there is no such format, or the file cannot be written.
        """
        from kg.pipeline.exports import exported  # noqa: PLC0415

        return _written(Path(path), exported(self.path, to)[0])

    def view(
        self,
        output: str | PathLike[str],
        *,
        letter: str | None = None,
        around: str | None = None,
        depth: int = 1,
        kinds: tuple[str, str] | None = None,
        path: tuple[str, str] | None = None,
    ) -> Path:
        """Write the interactive network, or a part of it, as one HTML file; return where.

        Args:
            output: The file to write.
            letter: Only one letter, by its reference.
            around: Only what surrounds one thing, by label or IRI.
            depth: How many links around it.
            kinds: Only two kinds of thing.
            path: Only what connects two things.

        Raises:
            UsageError: If nothing in the graph fits the choice.
        """
        from kg.pipeline.views import Choice, network  # noqa: PLC0415

        page = network(self.path, Choice(letter, around, depth, kinds, path))
        return _written(Path(output), page.encode("utf-8"))

    def verify(self) -> Verification:
        """Recompute every span, and the digest of every file.

        Example:
            >>> graph.verify().findings
            ()
        """
        from kg.pipeline.verify import Verification, verified  # noqa: PLC0415

        findings, spans = verified(self.path)
        return Verification(tuple(findings), spans)

    def validate(self) -> Report:
        """Check the graph against the SHACL shapes and the rules that shapes cannot hold.

        Example:
            >>> graph.validate().conforms
            True
        """
        from kg.pipeline.verify import validated  # noqa: PLC0415

        return validated(self.path)

    def stats(self) -> Statistics:
        """Measure who writes to whom; co-addressed companies are not co-guilty.

        Example:
            >>> first = graph.stats().things.records()[0]
            >>> first["kind"], first["letters"]
            ('Mandate', 5)
        """
        from kg.pipeline.stats import statistics  # noqa: PLC0415

        return statistics(self.path)

    def __len__(self) -> int:
        return len(self._folder.manifest["sources"])

    def __repr__(self) -> str:
        return f"<Graph {self.path.name}: {_counted(len(self), 'letter')}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(letter.name)}</td><td>{escape(letter['date'] or '')}</td>"
            f"<td>{escape(_recipient(letter))}</td><td>{len(letter['claims'])}</td></tr>"
            for letter in self.letters
        )
        head = "<th>letter</th><th>date</th><th>to</th><th>allegations</th>"
        caption = f"{escape(self.path.name)}: {_counted(len(self), 'letter')}"
        return (
            f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


def _written(path: Path, data: bytes) -> Path:
    from kg.export.files import write_whole  # noqa: PLC0415

    write_whole(path, data)
    return path


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _recipient(letter: Mapping[str, Any]) -> str:
    to = letter["addressee"]
    return str(to["organisation"] or to["state"] or "")
