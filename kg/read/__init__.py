"""Reading: a file of any supported kind becomes a `Source`, its canonical text with pages and furniture.

=============  ======================================================================================
``sniff``      which kind of file it is
``text``       plain text and Markdown, decoded and otherwise untouched
``html``       a web page, block by block
``docx``       a Word document, with list numbers, notes, headers and footers
``pdf``        a PDF, through its printed lines
=============  ======================================================================================
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.errors import EmptySource, UnreadableSource
from kg.model.text import Source
from kg.read.docx import read_docx
from kg.read.html import read_html
from kg.read.limits import MAX_BYTES
from kg.read.pdf import read_pdf
from kg.read.sniff import Kind, kind_of
from kg.read.text import read_text

__all__ = ["read_path", "read_source"]


def read_source(data: bytes, name: str) -> Source:
    """Read one file.

    Args:
        data: Its bytes.
        name: Its name without the folder, or ``-`` for standard input.

    Returns:
        The source. All offsets in it are code points of ``text``, 0-based, end exclusive.

    Raises:
        UnreadableSource: If the bytes are damaged, protected, too large, or of no kind kg reads.
        EmptySource: If there is no text in it.
    """
    if not data:
        raise EmptySource(name, "is empty; get the file again")
    _refuse_large(len(data), name)
    sha256 = hashlib.sha256(data).hexdigest()
    kind = kind_of(data, name)
    if kind is Kind.PDF:
        return read_pdf(data, name, sha256)
    if kind is Kind.DOCX:
        return read_docx(data, name, sha256)
    if kind is Kind.HTML:
        return read_html(data, name, sha256)
    return read_text(data, name, sha256, kind)


def read_path(path: Path) -> Source:
    """Read the file at ``path``; see `read_source`.

    Raises:
        UnreadableSource: Also if the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableSource(path.name, f"cannot be opened ({reason}); check the path") from error
    return read_source(data, path.name)


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise UnreadableSource(name, f"is larger than {limit} MB, too large for a letter; split it")
