"""PDF: lines by their place, not by content order; columns, margins, hyphens; damaged and hostile files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import EmptySource, SourceError, UnreadableSource
from kg.model.text import FurnitureKind
from kg.read import read_source
from tests.builders.letter import seed_letter
from tests.builders.pdf import PdfStyle, build_pdf
from tests.builders.raw import placed, raw_pdf
from tests.read.soundness import assert_sound, furniture_of, running_paragraphs

Word = tuple[float, float, float, str]


def text_of(*words: Word, page: bytes = b"") -> str:
    return read_source(raw_pdf(placed(*words), page=page), "letter.pdf").text


def column(x: float, y: float, *lines: str, step: float = 14, size: float = 12) -> list[Word]:
    return [(x, y - row * step, size, line) for row, line in enumerate(lines)]


LONG = "This is a line of running text that reaches the right margin of it"
ALSO = "and this is another one that is long enough to be called full too"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([(72, 700, 12, "second"), (72, 714, 12, "first")], "first\nsecond"),
        ([(90, 700, 12, "Please explain"), (72, 700, 12, "1.")], "1. Please explain"),
        ([(72, 700, 12, "left"), (300, 700, 12, "right")], "left right"),
        ([(72, 700, 12, "extremism."), (128, 704.5, 7.5, "1"), (136, 700, 12, "Such")], "extremism.¹ Such"),
        ([(72, 700, 12, "torture"), (107.6, 704.5, 7.5, "12"), (115.9, 700, 12, "; and")], "torture¹²; and"),
        ([(72, 700, 12, "the 25"), (107, 704.5, 7.5, "th"), (118, 700, 12, "of May")], "the 25th of May"),
        ([(72, 700, 12, "one"), (72, 660, 12, "two")], "one\n\ntwo"),
        ([(72, 700, 16, "Annex"), (72, 682, 12, "Text")], "Annex\n\nText"),
        (column(72, 700, "1. First", "2. Second", "3. Third"), "1. First\n\n2. Second\n\n3. Third"),
        (column(72, 700, "Dante Pesce", "Chair-Rapporteur of the Group"), "Dante Pesce\nChair-Rapporteur of the Group"),
        ([(108, 700, 12, LONG), *column(72, 686, ALSO, "end."), (108, 658, 12, LONG), (72, 644, 12, ALSO)],
         f"{LONG}\n{ALSO}\nend.\n\n{LONG}\n{ALSO}"),
        ([(72, 700, 12, "See http://www.ohchr.org/Documents/Issues/"), (72, 686, 12, "Business/A_73_163.pdf for more")],
         "See http://www.ohchr.org/Documents/Issues/Business/A_73_163.pdf\nfor more"),
    ],
)  # fmt: skip
def test_lines_and_paragraphs(words: list[Word], text: str) -> None:
    assert text_of(*words) == text


LEFT, RIGHT = ("Dante Pesce", "Chair-Rapporteur"), ("Karima Bennoune", "Special Rapporteur")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (column(72, 300, *LEFT) + column(320, 300, *RIGHT), "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT)),
        (column(72, 300, *LEFT) + column(320, 300, *RIGHT) + column(72, 240, "A", "a") + column(320, 240, "B", "b"),
         "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT) + "\n\nA\na\n\nB\nb"),
        (column(72, 300, "one", "two", "three") + column(230, 300, "four", "five") + column(400, 300, "six", "seven"),
         "one\ntwo\nthree\n\nfour\nfive\n\nsix\nseven"),
        (column(72, 300, "1.", "2.") + column(120, 300, "First", "Second"), "1. First\n\n2. Second"),
        (column(72, 300, "From:", "To:") + column(200, 300, "OHCHR", "Mission"), "From: OHCHR\nTo: Mission"),
        (column(72, 300, "Annex", "Notes") + column(400, 300, "7", "12"), "Annex 7\nNotes 12"),
        ([(72, 300, 12, "REFERENCE:"), (400, 300, 12, "AL OTH 1/2021"), (72, 260, 12, LONG)],
         f"REFERENCE: AL OTH 1/2021\n\n{LONG}"),
    ],
)  # fmt: skip
def test_columns(words: list[Word], text: str) -> None:
    assert text_of(*words) == text


WHOLE = "international "


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["under international law and inter-", "national standards"],
         "under international law and international\nstandards"),
        (["with a long-", "term aim"], "with a long-term\naim"),
        (["the above-mentioned and the above-", "mentioned; abovementioned"],
         "the above-mentioned and the above-mentioned;\nabovementioned"),
        (["international, inter-", "national, govern-", "ment of the non-", "State actors and UN-", "Habitat"],
         "international, international,\ngovernment\nof the non-State\nactors and UN-Habitat"),
        (["international, inter-", "national, sub-", "standard and standard"],
         "international, international,\nsub-standard\nand standard"),
        (["pages 12-", "14 of it"], "pages 12-14\nof it"),
        (["a dash -", "stays"], "a dash -\nstays"),
        (["ends in a hyphen-"], "ends in a hyphen-"),
    ],
)  # fmt: skip
def test_words_divided_at_line_ends(lines: list[str], text: str) -> None:
    assert text_of(*column(72, 700, *lines)) == text


@pytest.mark.parametrize(
    ("page", "matrix"),
    [
        (b"", b"1 0 0 1 72 700"),
        (b"/Rotate 90", b"0 1 -1 0 100 72"),
        (b"/Rotate 180", b"-1 0 0 -1 500 700"),
        (b"/Rotate 270", b"0 -1 1 0 100 700"),
        (b"", b"0 1 -1 0 100 72"),
    ],
)
def test_turned_pages(page: bytes, matrix: bytes) -> None:
    content = b"BT /F 12 Tf %s Tm (The first line) Tj 0 -14 Td (and the second) Tj ET" % matrix
    assert read_source(raw_pdf(content, page=page), "scan.pdf").text == "The first line\nand the second"


def test_a_stamp_across_the_page_stands_apart() -> None:
    stamp = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 130 200 Tm (DRAFT COPY) Tj ET "
    source = read_source(raw_pdf(stamp + placed(*column(72, 400, LONG, ALSO))), "letter.pdf")
    assert running_paragraphs(source) == [f"{LONG} {ALSO}"]
    assert furniture_of(source, FurnitureKind.FOOTER) == ["DRAFT COPY"]


def test_a_number_that_does_not_count_the_page_is_text() -> None:
    words = [*column(72, 700, LONG, ALSO), (280, 40, 12, "2021")]
    assert furniture_of(read_source(raw_pdf(placed(*words)), "letter.pdf"), FurnitureKind.PAGE_NUMBER) == []


def test_lines_that_come_back_at_one_place_are_margins() -> None:
    words = [
        (72, 800, 9, "AL OTH 1/2021"),
        *column(72, 700, LONG, ALSO),
        (72, 40, 9, "Please use this reference"),
    ]
    source = read_source(raw_pdf(placed(*words), pages=3), "letter.pdf")
    assert furniture_of(source, FurnitureKind.HEADER) == ["AL OTH 1/2021"] * 3
    assert furniture_of(source, FurnitureKind.FOOTER) == ["Please use this reference"] * 3
    assert running_paragraphs(source) == [f"{LONG} {ALSO}"] * 3


def test_a_signature_at_the_foot_of_the_only_page_is_text() -> None:
    words = [*column(72, 300, LONG, ALSO), *column(72, 110, *LEFT)]
    source = read_source(raw_pdf(placed(*words)), "letter.pdf")
    assert running_paragraphs(source)[-1] == " ".join(LEFT)


def test_notes_one_by_one() -> None:
    words = [
        *column(72, 700, LONG, ALSO),
        (430, 690.5, 7.5, "1"),
        (72, 100, 6, "1"), (78, 96, 10, "See A/73/163, which is about"), (72, 84, 10, "due diligence."),
        (72, 76, 6, "2"), (78, 72, 10, "Ibid."),
    ]  # fmt: skip
    source = read_source(raw_pdf(placed(*words)), "letter.pdf")
    assert furniture_of(source, FurnitureKind.FOOTNOTE) == [
        "¹ See A/73/163, which is about due diligence.",
        "² Ibid.",
    ]


def test_pages_without_text_are_reported() -> None:
    source = read_source(raw_pdf(placed((72, 700, 12, "Dear")), pages=2, blank=2), "letter.pdf")
    assert source.pages == (0, 6, 10, 10)
    (problem,) = source.problems
    assert problem.code == "page-without-text"
    assert "page 3, 4" in problem.message


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (raw_pdf(b""), EmptySource, "ocrmypdf"),
        (raw_pdf(b"q 100 0 0 100 0 0 cm Q", pages=3), EmptySource, "ocrmypdf"),
        (b"%PDF-1.7\n nothing of it", UnreadableSource, "damaged"),
        (build_pdf(seed_letter(), PdfStyle(locked=True)), UnreadableSource, "password"),
        (raw_pdf(placed((72, 700, 12, "x")), pages=2001), UnreadableSource, "more than 2000 pages"),
        (raw_pdf(placed(*((72, 800 - row, 1, "x " * 50) for row in range(600)))), UnreadableSource, "more text on page 1"),
    ],
    ids=["blank", "pictures", "cut", "locked", "pages", "characters"],
)  # fmt: skip
def test_refused(data: bytes, error: type[SourceError], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read_source(data, "letter.pdf")


LETTER = build_pdf(seed_letter())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(LETTER) - 1), st.integers(0, 400), st.binary(max_size=40))
def test_damaged_files_never_crash(start: int, length: int, instead: bytes) -> None:
    data = LETTER[:start] + instead + LETTER[start + length :]
    try:
        source = read_source(data, "letter.pdf")
    except SourceError:
        return
    assert_sound(source, data)


NUMBERS = st.sampled_from(["0", "-1", "0.001", "12", "1e9", "1e38", "-1e38", "72", "700"])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["a", "1", "-", "word-", "1. x", "(", "\xe9"])),
        max_size=30,
    )
)
def test_odd_places_never_crash(words: list[tuple[str, str, str, str]]) -> None:
    content = "".join(
        f"BT /F {size} Tf {x} {y} Td <{text.encode().hex()}> Tj ET " for x, y, size, text in words
    )
    data = raw_pdf(content.encode())
    try:
        source = read_source(data, "letter.pdf")
    except SourceError:
        return
    assert_sound(source, data)
