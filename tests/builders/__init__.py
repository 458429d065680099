"""Letters in other formats, made at test time from any letter text."""

from tests.builders.docx import DocxStyle, build_docx
from tests.builders.html import build_html
from tests.builders.letter import PrintedLetter, printed_letter, seed_letter
from tests.builders.pdf import PdfStyle, build_pdf

__all__ = [
    "DocxStyle",
    "PdfStyle",
    "PrintedLetter",
    "build_docx",
    "build_html",
    "build_pdf",
    "printed_letter",
    "seed_letter",
]
