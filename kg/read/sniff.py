"""What kind of file the bytes are: by their first bytes, and by the file name only when those are silent."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import PurePath

from kg.errors import UnreadableSource

READABLE = "kg reads PDF, DOCX, HTML, Markdown and plain text"
_OCR = "make a PDF with a text layer of it, for instance with ocrmypdf"
_AS_DOCX = "save it as DOCX or PDF"


class Kind(StrEnum):
    """The kinds of file kg reads; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"


# First bytes of well-known kinds that hold no text for kg: what to call them, and what to do.
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "is an image (PNG)", _OCR),
    (b"\xff\xd8\xff", "is an image (JPEG)", _OCR),
    (b"GIF8", "is an image (GIF)", _OCR),
    (b"II*\x00", "is an image (TIFF)", _OCR),
    (b"MM\x00*", "is an image (TIFF)", _OCR),
    (b"{\\rtf", "is an RTF file", _AS_DOCX),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file (.doc) or locked with a password",
     "save it as DOCX without a password"),
    (b"%!PS", "is a PostScript file", "convert it to PDF"),
    (b"\x1f\x8b", "is a gzip archive", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "is a RAR archive", "unpack it"),
    (b"\x7fELF", "is a program", READABLE),
    (b"SQLite format 3\x00", "is a database", READABLE),
)  # fmt: skip
_EXTENSIONS = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".xhtml": Kind.HTML,
}
_PDF_HEADER_WITHIN = 1024  # ISO 32000-1, annex H, note 13: readers accept the header anywhere in there
_HTML_HEADER_WITHIN = 1024
_HTML_OPENINGS = ("<!doctype html", "<html", "<head", "<body", "<meta", "<title")


def kind_of(data: bytes, name: str) -> Kind:
    """Tell which reader the bytes are for.

    Args:
        data: The whole file.
        name: Its name; the extension decides only between kinds the bytes leave open.

    Raises:
        UnreadableSource: If it is of a kind kg does not read.
    """
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableSource(name, f"{what}; {remedy}")
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(data, name)
    if _opens_as_html(data):
        return Kind.HTML
    return _kind_by_extension(name)


def _kind_of_archive(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableSource(name, "is a damaged DOCX or ZIP file; get it again") from error
    if any(member.startswith("word/") for member in members):
        return Kind.DOCX
    if "mimetype" in members:
        raise UnreadableSource(name, f"is an OpenDocument or EPUB file; {_AS_DOCX}")
    if "[Content_Types].xml" in members:
        raise UnreadableSource(name, f"is an Office file but no Word document; {READABLE}")
    raise UnreadableSource(name, f"is a ZIP archive; unpack it: {READABLE}")


def _opens_as_html(data: bytes) -> bool:
    """Whether the file begins as an HTML page, in any encoding that contains ASCII or is UTF-16."""
    start = data[:_HTML_HEADER_WITHIN].replace(b"\x00", b"").decode("latin-1")
    start = start.lstrip("ÿþ\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(("<?xml", "<!--")):
        return "<html" in start
    return start.startswith(_HTML_OPENINGS)


def _kind_by_extension(name: str) -> Kind:
    kind = _EXTENSIONS.get(PurePath(name).suffix.lower(), Kind.TEXT)
    if kind in {Kind.PDF, Kind.DOCX}:
        wanted = "PDF" if kind is Kind.PDF else "DOCX"
        raise UnreadableSource(name, f"is named {wanted} but is none inside; get it again or rename it")
    return kind
