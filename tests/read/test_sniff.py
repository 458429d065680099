"""The kind of a file: its first bytes count more than its name."""

import io
import zipfile

import pytest

from kg.errors import UnreadableSource
from kg.read.sniff import Kind, kind_of
from tests.builders.raw import raw_docx


def _zip(*members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Dear Mr. Smith,", "letter.txt", Kind.TEXT),
        (b"Dear Mr. Smith,", "letter", Kind.TEXT),
        (b"Dear Mr. Smith,", "-", Kind.TEXT),
        (b"# Dear", "letter.md", Kind.MARKDOWN),
        (b"# Dear", "LETTER.MARKDOWN", Kind.MARKDOWN),
        (b"<p>Dear</p>", "letter.html", Kind.HTML),
        (b"Dear", "letter.HTM", Kind.HTML),
        (b"<p>Dear</p>", "letter.txt", Kind.TEXT),
        (b" \r\n<!DOCTYPE html><p>Dear", "letter.txt", Kind.HTML),
        (b"\xef\xbb\xbf<html lang=en>", "letter.txt", Kind.HTML),
        ("<html>".encode("utf-16"), "letter.txt", Kind.HTML),
        (b"<!-- saved from --><html>", "letter.txt", Kind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "letter.xml", Kind.HTML),
        (b"%PDF-1.7 ...", "letter.txt", Kind.PDF),
        (b"\n\n junk %PDF-1.4", "letter", Kind.PDF),
        (raw_docx(""), "letter.txt", Kind.DOCX),
        (b"MZ is how this letter begins", "letter.txt", Kind.TEXT),
    ],
)
def test_kind(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n....", "scan.png", "ocrmypdf"),
        (b"\xff\xd8\xff\xe0....", "scan.txt", "ocrmypdf"),
        (b"II*\x00....", "scan.tif", "ocrmypdf"),
        (b"{\\rtf1 Dear}", "letter.rtf", "save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "letter.docx", "without a password"),
        (b"\x1f\x8b\x08....", "letters.gz", "unpack"),
        (_zip("a.txt"), "letters.zip", "unpack"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "table.xlsx", "no Word document"),
        (_zip("mimetype", "content.xml"), "letter.odt", "save it as DOCX"),
        (b"PK\x03\x04 and then nothing", "letter.docx", "damaged"),
        (b"Dear Mr. Smith,", "letter.pdf", "named PDF"),
        (b"Dear Mr. Smith,", "letter.docx", "named DOCX"),
        (b"\x7fELF....", "kg", "PDF, DOCX, HTML, Markdown and plain text"),
    ],
)
def test_refused_with_advice(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason) as error:
        kind_of(data, name)
    assert str(error.value).startswith(f"{name}: ")
