"""Entities of a statistical model the user has installed: mentions of a lower rank, named after the model.

A model is called by its own name and version, never by the path it was loaded from, so that two machines
with the same model build the same graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.util import get_package_path, is_package

from kg.errors import UsageError
from kg.model.mention import Mention, MentionKind

_DIGITS: Final = 12


class ModelFinder:
    """Finds the entities of a spaCy model.

    Mentions have kind MODEL, no value, and the details ``label`` (the model's own label, such as ``ORG``)
    and ``model`` (its name and version).

    Args:
        name: Name of an installed package, or path of a folder that ``Language.to_disk`` wrote.

    Raises:
        UsageError: If there is no such model, or it cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        self._nlp = _loaded(name)
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the entities of ``text``, in order."""
        for entity in self._nlp(text).ents:
            detail = (("label", entity.label_), ("model", self.name))
            yield Mention(entity.start_char, entity.end_char, MentionKind.MODEL, "", detail)


def model_key(name: str) -> str:
    """Return what tells a model from every other and from other states of itself: a digest of its files.

    Raises:
        UsageError: If there is no such model, or it cannot be loaded.
    """
    place = get_package_path(name) if is_package(name) else Path(name)
    digest = hashlib.sha256(ModelFinder(name).name.encode())
    for file in sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(file.relative_to(place).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:_DIGITS]


@cache
def _loaded(name: str) -> Language:
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(
            f"spaCy model {name!r} is not installed or cannot be loaded; install it first, nothing is downloaded here"
        ) from error
