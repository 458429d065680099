"""A seed letter printed as PDF, DOCX and HTML comes back paragraph by paragraph, its furniture apart."""

import time
from itertools import pairwise

import pytest

from kg.model.text import FurnitureKind, Source
from kg.read import read_source
from tests.builders.docx import DocxStyle, build_docx
from tests.builders.html import SITE_TITLE, build_html
from tests.builders.letter import LETTERHEAD, PrintedLetter, printed_letter, seed_letter
from tests.builders.pdf import PdfStyle, build_pdf
from tests.read.soundness import assert_sound, folded, furniture_of, running_paragraphs

SEED = seed_letter()
NOTE = f"¹ {SEED.notes[0][1]}"
COMPANY = (
    "Ms. Ingeborg Tarnvale",
    "President and Chief Executive Officer",
    "Tarnvik Alloys AB",
    "Quayside Row 12/4",
)


def share_returned(source: Source, letter: PrintedLetter) -> float:
    """Return the share of paragraphs that come back exactly, whole or cut in two by a page break."""
    found = running_paragraphs(source)
    whole = {*found, *(f"{before} {after}" for before, after in pairwise(found))}
    wanted = [folded(paragraph) for paragraph in letter.paragraphs]
    return sum(paragraph in whole for paragraph in wanted) / len(wanted)


STYLES = {
    "plain": PdfStyle(),
    "hyphenated": PdfStyle(hyphenate=True),
    "two columns": PdfStyle(columns=2),
    "hyphenated columns": PdfStyle(columns=2, hyphenate=True),
    "marks last": PdfStyle(marks_last=True, columns=2),
    "first lines only": PdfStyle(gap=0),
    "half a line between": PdfStyle(gap=0.5),
    "no indent": PdfStyle(indent=0),
    "ragged": PdfStyle(justify=False),
    "ragged, first lines only": PdfStyle(justify=False, gap=0),
    "wide": PdfStyle(leading=1.7),
    "small": PdfStyle(size=11, note_size=9, margin=60),
    "sans": PdfStyle(font="Helvetica", size=10.5, note_size=9),
    "header": PdfStyle(header="AL OTH 105/2021", page_number="Page {n} of {m}"),
    "dashes": PdfStyle(page_number="- {n} -"),
    "note as large as the text": PdfStyle(note_size=12),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_pdf(style: PdfStyle) -> None:
    data = build_pdf(SEED, style)
    source = read_source(data, "letter.pdf")
    assert_sound(source, data)
    assert share_returned(source, SEED) >= 0.98
    assert furniture_of(source, FurnitureKind.FOOTER) == ["Hitachi, Ltd"]
    assert furniture_of(source, FurnitureKind.FOOTNOTE) == [NOTE]
    pages = [
        style.page_number.format(n=page, m=len(source.pages)) for page in range(2, len(source.pages) + 1)
    ]
    assert furniture_of(source, FurnitureKind.PAGE_NUMBER) == pages
    assert furniture_of(source, FurnitureKind.HEADER) == [style.header] * len(pages) * bool(style.header)


def test_pages_of_a_pdf() -> None:
    source = read_source(build_pdf(SEED), "letter.pdf")
    where = {
        words: source.page_of(source.text.index(words))
        for words in ("REFERENCE", "Hitachi, Ltd", "According to the")
    }
    assert where == {"REFERENCE": 1, "Hitachi, Ltd": 1, "According to the": 2}
    assert source.page_of(len(source.text) - 1) == len(source.pages) == 6
    for number, stretch in enumerate(
        (stretch for stretch in source.furniture if stretch.kind is FurnitureKind.PAGE_NUMBER), 2
    ):
        assert source.page_of(stretch.start) == number


@pytest.mark.parametrize("lines", range(1, 5))
def test_addressees_of_any_height(lines: int) -> None:
    letter = PrintedLetter(SEED.paragraphs, SEED.notes, COMPANY[:lines])
    for style in (PdfStyle(), PdfStyle(gap=0.5), PdfStyle(margin=60, size=11)):
        source = read_source(build_pdf(letter, style), "letter.pdf")
        assert furniture_of(source, FurnitureKind.FOOTER) == [" ".join(COMPANY[:lines])]


def test_recognised_text_of_a_scan() -> None:
    source = read_source(build_pdf(SEED, PdfStyle(recognised=True)), "scan.pdf")
    assert share_returned(source, SEED) >= 0.95
    assert furniture_of(source, FurnitureKind.FOOTER) == ["Hitachi, Ltd"]
    assert furniture_of(source, FurnitureKind.FOOTNOTE) == [NOTE.replace("¹", "1")]


@pytest.mark.parametrize("seed", [("001", "CRRC Corporation Limited"), ("003", "Xiaomi Corporation")])
def test_other_seeds(seed: tuple[str, str]) -> None:
    letter = seed_letter(*seed)
    for data, name in (
        (build_pdf(letter), "a.pdf"),
        (build_docx(letter), "a.docx"),
        (build_html(letter), "a.html"),
    ):
        assert share_returned(read_source(data, name), letter) >= 0.98


FRENCH = """Mandats de la Rapporteuse spéciale sur le droit à l’alimentation

RÉFÉRENCE :
AL XXX 1/2022

Excellence,

Nous avons l’honneur de nous adresser à vous en nos qualités de Rapporteuse spéciale sur le droit à l’alimentation,
conformément à la résolution 49/13 du Conseil des droits de l’homme. « Où en est-on ? » demandent-ils, peut-être
au-delà du sous-sol.

1. Veuillez préciser les mesures prises.

2. Veuillez indiquer, s’il vous plaît, l’état d’avancement de l’enquête.

Veuillez agréer, Excellence, l’assurance de notre haute considération."""


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html"])
def test_one_page_in_french(name: str) -> None:
    letter = printed_letter(FRENCH.replace("\nconf", " conf").replace("\nau-delà", " au-delà"))
    build = {"a.pdf": build_pdf, "a.docx": build_docx, "a.html": build_html}[name]
    assert share_returned(read_source(build(letter), name), letter) == 1


DOCX_STYLES = [DocxStyle(), DocxStyle(spaced=False), DocxStyle(automatic=False), DocxStyle(columns=2)]


@pytest.mark.parametrize(
    "style", DOCX_STYLES, ids=["spaced", "empty lines", "typed marks", "signature table"]
)
def test_docx(style: DocxStyle) -> None:
    data = build_docx(SEED, style)
    source = read_source(data, "letter.docx")
    assert_sound(source, data)
    assert share_returned(source, SEED) == 1
    assert [folded(source.text[s.start : s.end]) for s in source.furniture] == [
        LETTERHEAD,
        NOTE,
        "Hitachi, Ltd",
        "2",
    ]
    assert source.pages == ()
    note = source.text.index(NOTE[:20])
    assert source.text.rindex("extremism.¹", 0, note) < note < source.text.index("The workers are reportedly")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_html(charset: str) -> None:
    data = build_html(SEED, charset=charset)
    source = read_source(data, "letter.html")
    assert_sound(source, data)
    assert share_returned(source, SEED) == 1
    assert furniture_of(source, FurnitureKind.FOOTNOTE) == [NOTE]
    assert SITE_TITLE in furniture_of(source, FurnitureKind.HOSTING)
    assert "Hitachi, Ltd" in running_paragraphs(source)
    assert "no" not in source.text.split()


def test_six_pages_take_a_fraction_of_a_second() -> None:
    data = build_pdf(SEED)
    assert min(_work(data) for _ in range(5)) < 0.25  # 0.06 measured; the margin is for busy machines


def _work(data: bytes) -> float:
    start = time.process_time()
    read_source(data, "letter.pdf")
    return time.process_time() - start
