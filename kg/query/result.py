"""The answer to a question: named columns, rows of RDF terms, and the forms people and programs want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.errors import UsageError
from kg.query import formats
from kg.vocab.terms import XSD

if TYPE_CHECKING:
    import pandas as pd

Cell: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
Value: TypeAlias = str | int | float | bool | None

_WHOLE = frozenset({XSD["integer"]})
_REAL = frozenset(f"{XSD.base}{name}" for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The answer to a question.

    Attributes:
        columns: Names of the columns, in the order of the question.
        rows: One tuple of terms per answer, None where the answer has nothing.
        form: ``SELECT``, ``ASK`` (one cell: true or false), or ``CONSTRUCT`` (rows are triples).
        truncated: Whether a limit cut the rows off.
        title: What the question is called, or empty.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    form: str = "SELECT"
    truncated: bool = False
    title: str = ""

    def __repr__(self) -> str:
        rows = "1 row" if len(self) == 1 else f"{len(self)} rows"
        return f"<Result {self.title or self.form}: {rows} of {', '.join(self.columns)}>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.records())

    def records(self) -> list[dict[str, Value]]:
        """Return one dictionary per row, with Python values; IRIs, dates and texts are strings."""
        return [dict(zip(self.columns, map(value, row), strict=True)) for row in self.rows]

    def write(self, form: str, *, width: int = 120) -> str:
        """Return the rows as text.

        Args:
            form: ``table`` for people, ``csv``, ``tsv``, ``json`` or ``xml`` for programs (SPARQL 1.1),
                or ``spreadsheet``: CSV in which no cell can be taken for a formula.
            width: How wide a table may be, in characters.

        Raises:
            UsageError: If there is no such form.
        """
        return formats.write(self.columns, self.rows, form, width=width, boolean=self.form == "ASK")

    def to_table(self, width: int = 120) -> str:
        """Return a table for people; long cells go over several lines, nothing is cut off."""
        return self.write("table", width=width)

    def to_csv(self) -> str:
        """Return the rows as SPARQL 1.1 CSV."""
        return self.write("csv")

    def to_tsv(self) -> str:
        """Return the rows as SPARQL 1.1 TSV, terms in their RDF syntax."""
        return self.write("tsv")

    def to_json(self) -> str:
        """Return the rows as SPARQL 1.1 JSON."""
        return self.write("json")

    def to_ntriples(self) -> str:
        """Return the triples of a CONSTRUCT or DESCRIBE as sorted N-Triples."""
        lines = {" ".join(str(cell) for cell in row if cell is not None) + " .\n" for row in self.rows}
        return "".join(sorted(lines))

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame.

        Raises:
            UsageError: If pandas, an extra of this program, is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise UsageError(
                "pandas is not installed; install it with: pip install 'sp-letters-kg[pandas]'"
            ) from error
        return pd.DataFrame(self.records(), columns=list(self.columns))

    def _repr_html_(self) -> str:
        return formats.html(self.columns, self.rows, self.title)


def value(cell: Cell) -> Value:
    """Return a term as a Python value: numbers and truth values as such, all else as text."""
    if not isinstance(cell, ox.Literal):
        return formats.plain(cell) if cell is not None else None
    kind = cell.datatype.value
    if kind in _WHOLE:
        return int(cell.value)
    if kind in _REAL:
        return float(cell.value)
    return cell.value == "true" if kind == XSD.boolean else cell.value
