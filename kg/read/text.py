"""Plain text and Markdown: decoded, and otherwise left exactly as it is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import chardet

from kg.errors import EmptySource, UnreadableSource
from kg.model.text import Problem, Source
from kg.read.sniff import READABLE, Kind

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings in which English, French and Spanish were typed before UTF-8.
_OLDER = ("windows-1252", "iso-8859-15", "macroman", "cp850")
_PROBE = 4096
_CONTROLS = "".join(chr(code) for code in (*range(9), 11, *range(14, 32), *range(127, 133), *range(134, 160)))
_CHARACTERS_PER_CONTROL = 200  # a stray one, left by some converter, is no sign of binary data
_MOJIBAKE = ("â€", "Ã©", "Ã¨", "Ã³", "Ã±", "Ã¡")
_MOJIBAKE_TIMES = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes that became text.

    Attributes:
        text: Without byte order mark, newlines untouched.
        encoding: Python's name of the encoding; ``text.encode(encoding)`` gives the bytes after the mark.
        problems: What had to be guessed or removed.
    """

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def read_text(data: bytes, name: str, sha256: str, kind: Kind = Kind.TEXT) -> Source:
    """Read a plain text or Markdown file.

    A form feed starts a new page, as ``pdftotext`` writes it; it stays in the text.

    Raises:
        UnreadableSource: If the bytes are no text in any plausible encoding.
        EmptySource: If there is nothing but white space.
    """
    decoded = decode(data, name)
    text = decoded.text
    if not text.strip():
        raise EmptySource(name, "has no text in it; check that the file is complete")
    return Source(
        name=name,
        sha256=sha256,
        media_type=kind.value,
        encoding=decoded.encoding,
        text=text,
        pages=_page_starts(text),
        problems=(*decoded.problems, *_doubts(text)),
    )


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode bytes: byte order mark, then UTF-8, then what the file declares, then the likeliest guess.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        declared: Encoding the file itself names (HTML), tried before guessing.

    Raises:
        UnreadableSource: If the bytes are no text in any of them.
    """
    decoded = _decode_marked(data, name) or _decode_plain(data, declared)
    if decoded is None:
        raise UnreadableSource(name, f"is binary or in no encoding kg knows; save it as UTF-8 ({READABLE})")
    _refuse_binary(decoded.text, name)
    return decoded


def _decode_marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise UnreadableSource(name, f"begins as {encoding} but is not; save it as UTF-8")
            problem = Problem("bom-removed", f"a byte order mark ({encoding}) was removed")
            return Decoded(text, encoding, (problem,))
    return None


def _decode_plain(data: bytes, declared: str) -> Decoded | None:
    wide = _wide_encoding(data)
    if wide:
        return _guessed(data, wide)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    text = _strictly(data, declared) if declared else None
    if text is not None:
        return Decoded(text, codecs.lookup(declared).name)
    return _guessed(data, _older_encoding(data))


def _guessed(data: bytes, encoding: str) -> Decoded | None:
    text = _strictly(data, encoding)
    if text is None:
        return None
    message = f"the file is not UTF-8; it was read as {encoding}: check its accents and quotation marks"
    return Decoded(text, encoding, (Problem("encoding-detected", message),))


def _wide_encoding(data: bytes) -> str:
    """Return UTF-16's name when every other byte of the beginning is (nearly) always zero, else nothing."""
    probe = data[: min(len(data), _PROBE) // 2 * 2]
    half = len(probe) // 2
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    if len(data) % 2 or not half:
        return ""
    if odd * 10 >= half * 7 and even * 20 <= half:
        return "utf-16-le"
    if even * 10 >= half * 7 and odd * 20 <= half:
        return "utf-16-be"
    return ""


def _older_encoding(data: bytes) -> str:
    found = chardet.detect(data, include_encodings=_OLDER)["encoding"] or _OLDER[0]
    return codecs.lookup(found).name


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode without loss: no replacement, and encoding the text again gives the bytes."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _refuse_binary(text: str, name: str) -> None:
    zero = text.find("\x00")
    if zero >= 0:
        raise UnreadableSource(name, f"is binary (a zero at character {zero}); {READABLE}")
    controls = sum(text.count(control) for control in _CONTROLS)
    if controls * _CHARACTERS_PER_CONTROL > len(text) + _CHARACTERS_PER_CONTROL:
        raise UnreadableSource(name, f"is binary ({controls} control characters); {READABLE}")


def _page_starts(text: str) -> tuple[int, ...]:
    """Return the offset after each form feed that has text behind it; none without form feeds."""
    feeds = [feed.end() for feed in re.finditer("\f", text)]
    last = len(text.rstrip())
    return (0, *(start for start in feeds if start < last)) if feeds else ()


def _doubts(text: str) -> tuple[Problem, ...]:
    """Report traces of an earlier, wrong conversion; nothing is changed."""
    doubts = []
    lost = text.count("\ufffd")
    if lost:
        doubts.append(Problem("characters-lost", f"{lost} characters were lost before kg read the file"))
    if sum(text.count(trace) for trace in _MOJIBAKE) >= _MOJIBAKE_TIMES:
        message = "accents look garbled by a wrong conversion; get the file again or repair it with ftfy"
        doubts.append(Problem("garbled-accents", message))
    return tuple(doubts)
