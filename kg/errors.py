"""Every error kg raises on purpose.

KgError                     anything below
├── UsageError              the request itself makes no sense (exit code 2)
├── SourceError             one input cannot be used; the others can (exit code 3)
│   ├── UnreadableSource    not decodable, encrypted, damaged, or of no known kind
│   ├── EmptySource         no text in it: an empty file, a scan without a text layer
│   ├── NotALetter          text, but not a letter of the Special Procedures
│   └── NothingUsable       none of several inputs can be used
├── OntologyError           a file in ontology/ contradicts itself or lacks a term
├── GraphFolderError        a graph folder is missing, incomplete or of another version
├── QueryError              a question that cannot be asked: unknown name, bad SPARQL, forbidden access
│   ├── SettingError        a value for a question that names nothing, or is none (exit code 2)
│   └── QueryLimitError     a question that took too long or answered too much
└── ExportError             a format that does not exist or a file that cannot be written

Every message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable


class KgError(Exception):
    """Base of all errors meant for the user; the command line prints it as one line."""

    exit_code = 1


class UsageError(KgError):
    """The request itself makes no sense."""

    exit_code = 2


class SourceError(KgError):
    """One input cannot be used.

    Args:
        name: The input, as the user named it.
        reason: What is wrong with it and what to do, as one sentence.
    """

    exit_code = 3

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class UnreadableSource(SourceError):
    """The bytes cannot be decoded, are damaged, protected, or of no known kind."""


class EmptySource(SourceError):
    """There is no text in the file."""


class NotALetter(SourceError):
    """There is text, but no letter of the Special Procedures in it."""


class NothingUsable(SourceError):
    """None of several inputs can be used.

    Args:
        failures: What is wrong with each.
    """

    def __init__(self, failures: Iterable[SourceError]) -> None:
        self.failures = tuple(failures)
        super().__init__(f"{len(self.failures)} files", "none can be used; nothing was built")


class OntologyError(KgError):
    """A file in ``ontology/`` contradicts itself, or lacks a term the program uses."""


class GraphFolderError(KgError):
    """A graph folder is missing, incomplete, or written by another version."""


class QueryError(KgError):
    """A question that cannot be asked."""


class SettingError(QueryError):
    """A value set for a question names nothing in the graph, or is no value of its kind."""

    exit_code = 2


class QueryLimitError(QueryError):
    """A question that took too long, needed too much memory, or answered too much."""


class ExportError(KgError):
    """A format that does not exist, or a file that cannot be written."""
