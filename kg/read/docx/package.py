"""The parts of a DOCX file: a ZIP archive of XML, opened as if its author meant harm.

No part may unpack to more than a letter could need, and no XML may declare a document type, which rules
out entities of every kind. Names are read without their namespaces, since the transitional and the
strict form of the standard (ECMA-376, ISO/IEC 29500) differ in those only.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kg.errors import UnreadableSource
from kg.read.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_MEMBERS, MAX_PART_BYTES, MAX_RATIO

_DAMAGED = "is a damaged DOCX file; get it again"
_TOO_LARGE = "unpacks to more than any letter holds; save it again with a word processor"
_SMALL = 1024 * 1024  # packed blanks reach any ratio; below this size they do no harm
_PACKAGE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type, and the path of the other part."""

    kind: str
    path: str


class Package:
    """A DOCX file.

    Args:
        data: Its bytes.
        name: Its name, for messages.

    Raises:
        UnreadableSource: If it is damaged or hostile; also from the methods.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _PACKAGE_ERRORS as error:
            raise UnreadableSource(name, _DAMAGED) from error
        self._members = {member.filename: member for member in self._archive.infolist()}
        if len(self._members) > MAX_MEMBERS:
            raise UnreadableSource(name, _TOO_LARGE)

    def part(self, path: str) -> Element | None:
        """Return the root of an XML part, or None if there is no such part."""
        member = self._members.get(path)
        return None if member is None else _Tree(self._name).read(self._bytes(member))

    def relations(self, path: str) -> dict[str, Relation]:
        """Return what a part refers to inside the package, by id; ``""`` stands for the package itself."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            element.get("Id", ""): Relation(
                element.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
            )
            for element in ([] if root is None else root)
            if element.get("TargetMode") != "External"
        }

    def main(self) -> str:
        """Return the path of the main document."""
        relations = self.relations("")
        path = next(
            (to.path for to in relations.values() if to.kind == "officeDocument"), "word/document.xml"
        )
        if path not in self._members:
            raise UnreadableSource(self._name, _DAMAGED)
        return path

    def _bytes(self, member: zipfile.ZipInfo) -> bytes:
        try:
            with self._archive.open(member) as file:
                data = file.read(MAX_PART_BYTES + 1)
        except _PACKAGE_ERRORS as error:
            raise UnreadableSource(self._name, _DAMAGED) from error
        bomb = len(data) > _SMALL and len(data) > MAX_RATIO * member.compress_size
        if bomb or len(data) > MAX_PART_BYTES:
            raise UnreadableSource(self._name, _TOO_LARGE)
        return data


class _Tree:
    """Builds the tree of one part."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._builder = TreeBuilder()
        self._depth = self._elements = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        try:
            parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword here
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise UnreadableSource(self._name, _DAMAGED) from error
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise UnreadableSource(self._name, _TOO_LARGE)
        self._builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_local(tag))

    def _refuse(self, *_: object) -> None:
        raise UnreadableSource(
            self._name, "declares a document type, as no word processor does; save it again"
        )


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
