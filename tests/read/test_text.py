"""Plain text and Markdown: decoded without loss, and not touched otherwise."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import EmptySource, SourceError, UnreadableSource
from kg.read import read_path, read_source
from tests.builders.letter import SEEDS
from tests.read.soundness import assert_sound

SPANISH = (
    "Señora Muñoz: acepte, Excelencia, la expresión de nuestra más distinguida consideración. ¿Qué medidas?"
)
FRENCH = (
    "Veuillez agréer, Excellence, l’assurance de notre haute considération. Où en est l’enquête ? Ça, déjà."
)


def codes(data: bytes, name: str = "letter.txt") -> set[str]:
    return {problem.code for problem in read_source(data, name).problems}


@pytest.mark.parametrize(
    ("data", "text", "encoding", "problems"),
    [
        (b"Dear Mr. X,\r\n\r\nBody\r", "Dear Mr. X,\r\n\r\nBody\r", "utf-8", set()),
        ("Siobhán “Mullally”".encode(), "Siobhán “Mullally”", "utf-8", set()),
        (codecs.BOM_UTF8 + b"Dear", "Dear", "utf-8", {"bom-removed"}),
        (codecs.BOM_UTF16_LE + "Más".encode("utf-16-le"), "Más", "utf-16-le", {"bom-removed"}),
        (codecs.BOM_UTF16_BE + "Más".encode("utf-16-be"), "Más", "utf-16-be", {"bom-removed"}),
        (codecs.BOM_UTF32_LE + "Más".encode("utf-32-le"), "Más", "utf-32-le", {"bom-removed"}),
        (codecs.BOM_UTF32_BE + "Más".encode("utf-32-be"), "Más", "utf-32-be", {"bom-removed"}),
        (FRENCH.encode("utf-16-le"), FRENCH, "utf-16-le", {"encoding-detected"}),
        (FRENCH.encode("utf-16-be"), FRENCH, "utf-16-be", {"encoding-detected"}),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252", {"encoding-detected"}),
        (SPANISH.encode("cp1252"), SPANISH, "cp1252", {"encoding-detected"}),
        (SPANISH.encode("iso-8859-1"), SPANISH, "cp1252", {"encoding-detected"}),
        (SPANISH.encode("mac-roman"), SPANISH, "mac-roman", {"encoding-detected"}),
        (SPANISH.encode("cp850"), SPANISH, "cp850", {"encoding-detected"}),
        ("Le coût est de 20 €, à l’\xe9t\xe9".encode("cp1252"), "Le coût est de 20 €, à l’été", "cp1252",
         {"encoding-detected"}),
        ("a \ufffd b".encode(), "a \ufffd b", "utf-8", {"characters-lost"}),
        ("l’État".encode().decode("cp1252").encode(), "lâ€™Ã‰tat", "utf-8", set()),
        (("l’État " * 2).encode().decode("cp1252").encode(), "lâ€™Ã‰tat lâ€™Ã‰tat ", "utf-8", {"garbled-accents"}),
        (b"an old converter left \x1a one" + b" word" * 40, "an old converter left \x1a one" + " word" * 40, "utf-8",
         set()),
    ],
)  # fmt: skip
def test_decoded(data: bytes, text: str, encoding: str, problems: set[str]) -> None:
    source = read_source(data, "letter.txt")
    assert (source.text, source.encoding) == (text, encoding)
    assert {problem.code for problem in source.problems} == problems


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850"])
@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.txt")))
def test_whole_letters_in_older_encodings(seed: str, encoding: str) -> None:
    text = (
        (SEEDS / seed)
        .read_text(encoding="utf-8")
        .translate({0xB9: "1", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    )
    data = text.replace("–", "-").encode(encoding)
    assert "Siobhán" in text
    read = read_source(data, seed)
    assert read.text.encode(read.encoding) == data


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", EmptySource, "is empty"),
        (b" \r\n\t\f ", EmptySource, "no text"),
        (codecs.BOM_UTF8, EmptySource, "no text"),
        (b"Dear\x00Mr. X", UnreadableSource, "binary"),
        (bytes(range(256)) * 4, UnreadableSource, "binary"),
        (b"\x01\x02\x03\x04", UnreadableSource, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", UnreadableSource, "save it as UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", UnreadableSource, "save it as UTF-8"),
    ],
)
def test_refused(data: bytes, error: type[SourceError], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read_source(data, "letter.txt")


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("one page", ()),
        ("one\ftwo\fthree", (0, 4, 8)),
        ("one\ftwo\f", (0, 4)),
        ("one\f \n\f\n", (0,)),
        ("\fone", (0, 1)),
    ],
)
def test_form_feeds_begin_pages_and_stay(text: str, pages: tuple[int, ...]) -> None:
    source = read_source(text.encode(), "letter.txt")
    assert (source.text, source.pages) == (text, pages)


def test_page_of() -> None:
    source = read_source(b"one\ftwo\fthree", "letter.txt")
    assert [source.page_of(source.text.index(word)) for word in ("one", "two", "three")] == [1, 2, 3]


def test_media_types() -> None:
    assert read_source(b"# Annex", "a.md").media_type == "text/markdown"
    assert read_source(b"# Annex", "a.txt").media_type == "text/plain"


def test_paths(tmp_path: Path) -> None:
    path = tmp_path / "AL OTH 1 2021.txt"
    path.write_bytes(b"Dear\r\n")
    assert read_path(path) == read_source(b"Dear\r\n", "AL OTH 1 2021.txt")


@pytest.mark.parametrize("missing", ["nothing.txt", "."])
def test_paths_that_cannot_be_opened(tmp_path: Path, missing: str) -> None:
    with pytest.raises(UnreadableSource, match="check the path"):
        read_path(tmp_path / missing)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.MAX_BYTES", 1024 * 1024)
    with pytest.raises(UnreadableSource, match="larger than 1 MB"):
        read_source(b"x" * (1024 * 1024 + 1), "letter.txt")


@given(st.text(min_size=1))
def test_utf_8_is_never_touched(text: str) -> None:
    data = text.encode()
    try:
        source = read_source(data, "letter.txt")
    except SourceError:
        return
    assert source.text.encode(source.encoding) == data or codes(data) & {"bom-removed"}
    assert_sound(source, data)


@settings(deadline=None)  # the first guess of an encoding loads chardet's tables
@given(
    st.binary(min_size=1),
    st.sampled_from(["", *(mark.hex() for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE))]),
)
def test_bytes_come_back(data: bytes, mark: str) -> None:
    data = bytes.fromhex(mark) + data
    try:
        source = read_source(data, "letter.txt")
    except SourceError:
        return
    removed = any(problem.code == "bom-removed" for problem in source.problems)
    restored = source.text.encode(source.encoding)
    assert data.endswith(restored)
    assert len(data) - len(restored) in ({2, 3, 4} if removed else {0})
    assert_sound(source, data)
