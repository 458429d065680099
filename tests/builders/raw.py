"""PDF and DOCX files written by hand, for what no producer of documents would write."""

from __future__ import annotations

import io
import zipfile
import zlib

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def raw_pdf(
    content: bytes, *, pages: int = 1, blank: int = 0, page: bytes = b"", box: bytes = b"0 0 595 842"
) -> bytes:
    """Write a PDF whose pages all show one content stream, in Helvetica as font ``F``.

    Args:
        content: The stream, before compression.
        pages: How often it is shown.
        blank: How many empty pages follow.
        page: Further entries of the page dictionary.
        box: The media box.
    """
    stream = zlib.compress(content, 9)
    kids = b" ".join([b"3 0 R"] * pages + [b"6 0 R"] * blank)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % (pages + blank),
        b"<</Type/Page/Parent 2 0 R/MediaBox["
        + box
        + b"]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        + page
        + b">>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def placed(*words: tuple[float, float, float, str]) -> bytes:
    """Return a content stream that shows each (x, y, size, text) at its place, in this order."""
    shows = (
        b"BT /F %.2f Tf %.2f %.2f Td (%s) Tj ET\n" % (size, x, y, _escaped(text))
        for x, y, size, text in words
    )
    return b"".join(shows)


def raw_docx(body: str | bytes, **parts: str) -> bytes:
    """Write a DOCX package.

    Args:
        body: What stands inside ``w:body``; as bytes, the whole main part.
        parts: Further parts by name, such as ``numbering``, ``footnotes``, ``header1``: what stands
            inside their root element.
    """
    main = body if isinstance(body, bytes) else _part("document", f"<w:body>{body}</w:body>").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations({"main": ("officeDocument", "word/document.xml")}))
        related = {name: (name.rstrip("0123456789"), f"{name}.xml") for name in parts}
        archive.writestr("word/_rels/document.xml.rels", _relations(related))
        archive.writestr("word/document.xml", main)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", _part(_ROOTS.get(name.rstrip("0123456789"), name), content))
    return out.getvalue()


_ROOTS = {"header": "hdr", "footer": "ftr"}


def _part(root: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{root}>'
    )


def _relations(related: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{path}"/>'
        for name, (kind, path) in related.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
