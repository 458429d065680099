"""UN Special Procedures letters as a knowledge graph in which every fact shows its words.

From Python the verbs are those of the command line::

    import kg

    report = kg.build("seeds", "graph")
    graph = kg.open("graph")
    graph.query("companies-addressed").to_pandas()
    graph.ask("which letters cite Guiding Principle 13?")

``build``     letters → a graph folder
``extract``   letters → letter records
``open``      a graph folder → ``Graph``, which is asked, shown, exported and checked
``evaluate``  letters with gold records → precision and recall
``nlp``       a language → the spaCy pipeline

Nothing is loaded before it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.pipeline.letter_record import LetterRecord
    from kg.pipeline.opened import Graph
    from kg.pipeline.opened import open_graph as open  # noqa: A004 - the verb for a graph folder
    from kg.pipeline.verbs import build, evaluate, nlp

_PLACES = {
    "Graph": "kg.pipeline.opened",
    "KgError": "kg.errors",
    "LetterRecord": "kg.pipeline.letter_record",
    "build": "kg.pipeline.verbs",
    "evaluate": "kg.pipeline.verbs",
    "nlp": "kg.pipeline.verbs",
    "open": "kg.pipeline.opened",
}
_NAMES = {"open": "open_graph"}

__all__ = ["Graph", "KgError", "LetterRecord", "build", "evaluate", "extract", "nlp", "open"]


class _Extract(ModuleType):
    """The room ``kg.extract``, which is also called by the verb it is named after."""

    def __call__(
        self,
        letters: str | PathLike[str] | Iterable[str | PathLike[str]],
        *,
        spacy_model: str | None = None,
    ) -> Iterator[LetterRecord]:
        """Yield what each letter says, as ``kg extract`` prints it.

        Args:
            letters: A file or folder, or several; folders are searched for files of the readable kinds.
            spacy_model: Name or path of a spaCy model the user has installed.

        Raises:
            SourceError: If a file cannot be used, when its turn comes.
            UsageError: If nothing to read was named.
        """
        found: Iterator[LetterRecord] = import_module("kg.pipeline.verbs").extract(
            letters, spacy_model=spacy_model
        )
        return found


class _Package(ModuleType):
    """This package: sees to it that ``kg.extract`` can be called, whoever imports the room first."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "extract" and isinstance(value, ModuleType):
            value.__class__ = _Extract
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the types stand above
    if name == "extract":
        return import_module("kg.extract")
    if name not in _PLACES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), _NAMES.get(name, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
