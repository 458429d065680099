"""Word documents: numbers, notes, margins and tables as Word prints them; hostile packages refused."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import EmptySource, SourceError, UnreadableSource
from kg.model.text import FurnitureKind
from kg.read import read_source
from tests.builders.docx import build_docx
from tests.builders.letter import seed_letter
from tests.builders.raw import raw_docx
from tests.read.soundness import assert_sound, furniture_of


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def item(words: str, number: int = 1, level: int = 0) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def text_of(body: str | bytes, **parts: str) -> str:
    return read_source(raw_docx(body, **parts), "letter.docx").text


def levels(*formats: tuple[str, str], more: str = "") -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{count}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for level, (count, text) in enumerate(formats)
    )


def numbering(
    *formats: tuple[str, str], nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels(*formats)}</w:abstractNum>{nums}'


SPACE = '<w:spacing w:after="160"/>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Dear", SPACE) + p("We", SPACE), "Dear\n\nWe"),
        (p("REFERENCE:") + p("AL OTH 1/2021") + p("") + p("12 March"), "REFERENCE:\nAL OTH 1/2021\n\n12 March"),
        (p("x" * 100) + p("y"), "x" * 100 + "\n\ny"),
        (p("Dear", '<w:spacing w:afterAutospacing="1"/>') + p("We"), "Dear\n\nWe"),
        (p("a") + p("b", '<w:spacing w:before="120"/>'), "a\n\nb"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb c"),
        ('<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>', "a\nb"),
        ("<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>State wo</w:t><w:softHyphen/><w:t>rd</w:t></w:r></w:p>",
         "non-State word"),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> x</w:t></w:r></w:p>', "• x"),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "new"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>", "yes"),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>yes</w:t></w:r></w:p>', "yes"),
        ('<w:p><w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>', "x²"),
        ("<w:p><w:hyperlink><w:r><w:t>website</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
         "website"),
        ("<w:sdt><w:sdtContent>" + p("inside") + "</w:sdtContent></w:sdt>", "inside"),
        ("<w:p><w:r><w:t>anchor</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing><w:txbxContent>"
         + p("box") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("box")
         + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + p("after"), "anchor\n\nbox\n\nafter"),
    ],
)  # fmt: skip
def test_paragraphs(body: str, text: str) -> None:
    assert text_of(body) == text


def cell(*lines: str) -> str:
    return "<w:tc>" + "".join(map(p, lines)) + "</w:tc>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("A", "Chair"), ("B", "Rapporteur")], "A\nChair\n\nB\nRapporteur"),
        ([("A", "Chair", "", "B", "Rapporteur")], "A\nChair\n\nB\nRapporteur"),
    ],
)
def test_table_cells_are_blocks(rows: list[tuple[str, ...]], text: str) -> None:
    row = "<w:tr>" + "".join(cell(*lines) for lines in rows) + "</w:tr>"
    assert text_of(f"<w:tbl>{row}</w:tbl>") == text


def test_cells_with_spaced_paragraphs_are_still_blocks_beside_others() -> None:
    spaced = f"<w:tc>{p('A', SPACE)}{p('Chair', SPACE)}</w:tc>"
    assert (
        text_of(f"<w:tbl><w:tr>{spaced}{cell('B', 'Rapporteur')}</w:tr></w:tbl>")
        == "A\nChair\n\nB\nRapporteur"
    )


DECIMAL, LETTER, ROMAN = ("decimal", "%1."), ("lowerLetter", "(%2)"), ("upperRoman", "%1")
RESTARTED = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("body", "lists", "marks"),
    [
        (item("x") + item("y") + item("z"), numbering(DECIMAL), ["1.", "2.", "3."]),
        (item("x") + item("y", level=1) + item("z", level=1) + item("w") + item("v", level=1),
         numbering(DECIMAL, LETTER), ["1.", "(a)", "(b)", "2.", "(a)"]),
        (item("x", level=1), numbering(DECIMAL, ("decimal", "%1.%2")), ["1.1"]),
        (item("x") + item("y") + item("y") + item("y"), numbering(ROMAN), ["I", "II", "III", "IV"]),
        (item("x") + item("y", 2) + item("z", 2), numbering(DECIMAL, nums=RESTARTED), ["1.", "7.", "8."]),
        (item("x"), numbering(("bullet", "\uf0b7")), ["•"]),
        (item("x"), numbering(("none", "")), [""]),
        (item("x", 0), numbering(DECIMAL), [""]),
        (item("x", 9), numbering(DECIMAL), [""]),
        (item("x") + item("") + item("y"), numbering(DECIMAL), ["1.", "2."]),
        ("".join(item("x") for _ in range(28)), numbering(("lowerLetter", "(%1)")),
         [f"({c})" for c in "abcdefghijklmnopqrstuvwxyz"] + ["(aa)", "(bb)"]),
    ],
)  # fmt: skip
def test_list_marks(body: str, lists: str, marks: list[str]) -> None:
    paragraphs = text_of(body, numbering=lists).split("\n\n")
    assert [paragraph.rpartition(" ")[0] for paragraph in paragraphs] == marks


def test_numbers_and_spacing_come_from_styles() -> None:
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ask"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = (
        p("x", '<w:pStyle w:val="Ask"/>')
        + p("y", '<w:pStyle w:val="Loop"/>')
        + p("z", '<w:pStyle w:val="Ask"/>')
    )
    assert text_of(body, styles=styles, numbering=numbering(DECIMAL)) == "1. x\ny\n\n2. z"


NOTES = (
    '<w:footnote w:type="separator" w:id="-1">' + p("") + "</w:footnote>"
    f'<w:footnote w:id="1">{p(" See A/73/163.")}</w:footnote><w:footnote w:id="2">{p("Ibid.")}</w:footnote>'
    f'<w:footnote w:id="3">{p("* Own mark.")}</w:footnote>'
)


def reference(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


@pytest.mark.parametrize(
    ("references", "text", "notes"),
    [
        (reference(1), "x¹", ["¹ See A/73/163."]),
        (reference(2) + reference(1), "x¹²", ["¹ Ibid.", "² See A/73/163."]),
        (reference(9), "x", []),
        (reference(1) + reference(1), "x¹", ["¹ See A/73/163."]),
        (reference(3, more='w:customMarkFollows="1"') + "<w:r><w:t>*</w:t></w:r>", "x*", ["* Own mark."]),
        (reference(1, "endnote"), "x[i]", ["[i] At the end."]),
    ],
)
def test_notes_follow_their_paragraph(references: str, text: str, notes: list[str]) -> None:
    body = f"<w:p><w:r><w:t>x</w:t></w:r>{references}</w:p>" + p("after")
    endnotes = f'<w:endnote w:id="1">{p("At the end.")}</w:endnote>'
    source = read_source(raw_docx(body, footnotes=NOTES, endnotes=endnotes), "letter.docx")
    assert furniture_of(source, FurnitureKind.FOOTNOTE) == notes
    assert source.text.split("\n\n") == [text, *notes, "after"] if notes else [text + "\nafter"]


def section(*references: tuple[str, str, str], title: bool = True) -> str:
    links = "".join(f'<w:{kind}Reference w:type="{page}" r:id="{part}"/>' for kind, page, part in references)
    return f"<w:sectPr>{links}{'<w:titlePg/>' if title else ''}</w:sectPr>"


def test_margins_of_the_first_page_and_the_others() -> None:
    body = p("Body") + section(
        ("header", "first", "header1"), ("footer", "first", "footer1"), ("footer", "default", "footer2"),
        ("footer", "even", "footer3"),
    )  # fmt: skip
    parts = {
        "header1": p("PALAIS DES NATIONS"),
        "footer1": p("His Excellency") + p("Mr. X"),
        "footer2": p("Page 2"),
        "footer3": p("even"),
    }
    source = read_source(raw_docx(body, **parts), "letter.docx")
    assert source.text == "PALAIS DES NATIONS\n\nBody\n\nHis Excellency\nMr. X\n\nPage 2"
    assert furniture_of(source, FurnitureKind.HEADER) == ["PALAIS DES NATIONS"]
    assert furniture_of(source, FurnitureKind.FOOTER) == ["His Excellency Mr. X"]
    assert furniture_of(source, FurnitureKind.PAGE_NUMBER) == ["Page 2"]


def test_a_first_page_footer_that_is_switched_off_is_not_shown() -> None:
    body = p("Body") + section(("footer", "first", "footer1"), title=False)
    assert text_of(body, footer1=p("Draft")) == "Body"


def test_tracked_changes_are_reported() -> None:
    body = "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    problems = read_source(raw_docx(body), "letter.docx").problems
    assert [problem.code for problem in problems] == ["tracked-changes"]


def test_no_text() -> None:
    with pytest.raises(EmptySource, match="ocrmypdf"):
        text_of("<w:p/>")


DOCUMENT = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'


@pytest.mark.parametrize(
    ("main", "reason"),
    [
        (b"<w:document", "damaged"),
        (b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>", "document type"),
        (b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "document type"),
        (b'<?xml version="1.0" encoding="nonsense"?><x/>', "damaged"),
        (DOCUMENT.format("<w:sdt>" * 500 + "</w:sdt>" * 500).encode(), "unpacks to more"),
        (DOCUMENT.format("<w:p/>" * 1_000_001).encode(), "unpacks to more"),
        (DOCUMENT.format(" " * 60_000_000).encode(), "unpacks to more"),
        (DOCUMENT.format(" " * 5_000_000).encode(), "unpacks to more"),
    ],
    ids=["cut", "entities", "external", "encoding", "deep", "elements", "size", "ratio"],
)
def test_hostile_packages(main: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        text_of(main)


def test_a_package_without_its_main_part() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/styles.xml", "<x/>")
    with pytest.raises(UnreadableSource, match="damaged"):
        read_source(out.getvalue(), "letter.docx")


LETTER = build_docx(seed_letter())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(LETTER) - 1), st.integers(0, 400), st.binary(max_size=40))
def test_damaged_packages_never_crash(start: int, length: int, instead: bytes) -> None:
    data = LETTER[:start] + instead + LETTER[start + length :]
    try:
        source = read_source(data, "letter.docx")
    except SourceError:
        return
    assert_sound(source, data)


VALUES = st.sampled_from(
    ["-1", "0", "1", "99999999999999999999", "x", "", "%1%2%9", "decimal", "bullet", "none"]
)


@settings(deadline=None)
@given(VALUES, VALUES, VALUES, VALUES, VALUES)
def test_odd_values_never_crash(number: str, level: str, start: str, count: str, mark: str) -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="{level}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{count}"/><w:lvlText w:val="{mark}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )
    body = p("words", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    assert text_of(body, numbering=lists).endswith("words")
