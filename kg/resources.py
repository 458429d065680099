"""Where the data files are: beside the code in a wheel, beside the package in a clone."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OntologyError

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent)


def folder(name: str) -> Path:
    """Return the data folder ``ontology`` or ``queries``.

    Raises:
        OntologyError: If the installation lacks it.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise OntologyError(f"data folder {name!r} is missing from this installation; install kg again")
