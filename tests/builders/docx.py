"""A letter as DOCX, with automatic numbers, footnotes, headers and footers as Word stores them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.builders.letter import LIST_MARK, SUPERSCRIPT, PrintedLetter, as_printed

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LISTS = {"1": (90, "decimal", "%1."), "a": (91, "lowerLetter", "(%1)"), "i": (92, "lowerRoman", "(%1)")}


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """How a letter is typed.

    Attributes:
        spaced: Whether paragraphs have white space after them; else empty paragraphs separate them.
        automatic: Whether Word counts the list items; else their marks are typed.
        columns: Of the signatures; 2 puts them into a table.
    """

    spaced: bool = True
    automatic: bool = True
    columns: int = 1


def build_docx(letter: PrintedLetter | str, style: DocxStyle | None = None) -> bytes:
    """Type a letter: letterhead and addressee in the header and footer of the first page."""
    typist = _Typist(as_printed(letter), style or DocxStyle())
    out = io.BytesIO()
    typist.typed().save(out)
    return out.getvalue()


_ROMAN = re.compile(r"\([ivx]+\)")  # typed, not counted by the program


class _Typist:
    def __init__(self, letter: PrintedLetter, style: DocxStyle) -> None:
        self.letter, self.style = letter, style
        self.document: DocxDocument = Document()
        self.list = ""
        self.numbers = 200
        self.open: dict[str, int] = {}

    def typed(self) -> DocxDocument:
        spacing = self.document.styles["Normal"].paragraph_format
        spacing.space_after = Pt(8 if self.style.spaced else 0)
        self._add_lists()
        self._add_margins()
        self._add_notes()
        paragraphs = list(self.letter.paragraphs)
        while paragraphs:
            signatures = self._signatures(paragraphs)
            if signatures:
                self._add_table(signatures)
                del paragraphs[: len(signatures)]
            else:
                self._add(paragraphs.pop(0))
        return self.document

    def _signatures(self, paragraphs: list[str]) -> list[str]:
        block: list[str] = []
        for paragraph in paragraphs:
            if "\n" not in paragraph or ":" in paragraph:
                break
            block.append(paragraph)
        return block if self.style.columns > 1 and len(block) > 1 else []

    def _add_table(self, signatures: list[str]) -> None:
        table = self.document.add_table(rows=0, cols=2)
        for pair in zip_longest(signatures[::2], signatures[1::2], fillvalue=""):
            for cell, text in zip(table.add_row().cells, pair, strict=True):
                self._fill(cell, text)

    def _fill(self, cell: _Cell, text: str) -> None:
        lines = text.split("\n")
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)

    def _add(self, text: str) -> None:
        mark = LIST_MARK.match(text)
        if mark and self.style.automatic and not _ROMAN.fullmatch(mark.group()):
            self._add_item(text[mark.end() :].strip(), mark.group())
            return
        for line in text.split("\n"):
            paragraph = self.document.add_paragraph()
            self._write(paragraph, line)
            if "\n" in text:
                paragraph.paragraph_format.space_after = Pt(0)
        if not self.style.spaced or "\n" in text:
            self.document.add_paragraph()

    def _add_item(self, text: str, mark: str) -> None:
        kind = "1" if mark[0].isdigit() else "a"
        if mark.strip("().") in {"1", "a"}:
            self._restart(kind)
        paragraph = self.document.add_paragraph()
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self.open.get(kind, self.numbers)
        self._write(paragraph, text)

    def _restart(self, kind: str) -> None:
        """A new list is a new ``w:num`` that starts again."""
        self.numbers += 1
        self.open[kind] = self.numbers
        xml = (
            f'<w:num {nsdecls("w")} w:numId="{self.numbers}"><w:abstractNumId w:val="{_LISTS[kind][0]}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        self.document.part.numbering_part.element.append(parse_xml(xml))

    def _add_lists(self) -> None:
        numbering = self.document.part.numbering_part.element
        for number, count, text in _LISTS.values():
            xml = (
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{count}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
            )
            numbering.insert(0, parse_xml(xml))

    def _write(self, paragraph: Paragraph, text: str) -> None:
        marks = [mark for mark, _ in self.letter.notes]
        for number, mark in enumerate(marks, 1):
            before, found, after = text.partition(mark)
            if found:
                paragraph.add_run(before)
                run = paragraph.add_run()
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(number))
                run._r.append(reference)
                text = after
        paragraph.add_run(text)

    def _add_margins(self) -> None:
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = self.letter.letterhead
        lines = self.letter.addressee or ("",)
        section.first_page_footer.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            section.first_page_footer.add_paragraph(line)
        self._add_page_number(section.footer.paragraphs[0])

    def _add_page_number(self, paragraph: Paragraph) -> None:
        xml = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(xml))

    def _add_notes(self) -> None:
        separator = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        )
        notes = "".join(
            f'<w:footnote w:id="{SUPERSCRIPT.index(mark)}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
            for mark, words in self.letter.notes
        )
        xml = f"<w:footnotes {nsdecls('w')}>{separator}{notes}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml, self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
