"""Checks of a whole graph folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.verify import verify
from kg.model.quads import lines_of
from kg.pipeline import folder as layout
from kg.pipeline.folder import GraphFolder, content, digests

if TYPE_CHECKING:
    from kg.validate.report import Report


@dataclass(frozen=True, slots=True)
class Verification:
    """What recomputing every span and every digest brought to light.

    Attributes:
        findings: One sentence for each thing that does not hold.
        spans: How many spans were recomputed.
    """

    findings: tuple[str, ...]
    spans: int

    @property
    def holds(self) -> bool:
        """Whether there is no finding."""
        return not self.findings

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(finding)}</li>" for finding in self.findings)
        return f"<p>{self.spans} spans recomputed, {len(self.findings)} findings</p><ul>{items}</ul>"


def verified(path: Path) -> tuple[list[str], int]:
    """Recompute every span of a graph folder, and the digest of every file.

    Returns:
        The findings as sentences, and how many spans were recomputed.

    Raises:
        GraphFolderError: If the facts, their words or the texts are missing: nothing can be recomputed.
    """
    folder = GraphFolder(path)
    lines = [line for name in (layout.FACTS, layout.EVIDENCE) for line in lines_of(content(path, name))]
    findings = [f"{finding.subject}: {finding.message}" for finding in verify(lines, folder.texts())]
    spans = sum(1 for line in lines if "/ns#exact> " in line)
    return [*_changed(folder), *findings], spans


def _changed(folder: GraphFolder) -> Iterator[str]:
    kept, found = folder.manifest["files"], digests(folder.path)
    for name in sorted({*kept, *found}):
        if name not in found:
            yield f"{name}: is missing; build the graph again"
        elif name not in kept:
            yield f"{name}: does not belong to the build; remove it"
        elif kept[name] != found[name]:
            yield f"{name}: was changed after the build; build the graph again"


def validated(path: Path) -> Report:
    """Check a graph folder against the SHACL shapes and the rules that shapes cannot hold.

    Raises:
        GraphFolderError: If the facts, their words or the register are missing.
    """
    from kg.validate import validate  # noqa: PLC0415 - pySHACL takes a while to import

    GraphFolder(path)
    names = (layout.FACTS, layout.EVIDENCE, layout.REGISTER)
    return validate(line for name in names for line in lines_of(content(path, name)))
