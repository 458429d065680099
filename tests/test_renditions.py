"""A letter says the same as text, PDF, DOCX and HTML; in a PDF every word of the evidence has its page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.export.record import record_json
from kg.pipeline.build import build
from kg.pipeline.evaluate import evaluate_folder
from kg.pipeline.gold import cases
from kg.pipeline.letters import LetterReader, records
from kg.pipeline.verify import validated, verified
from kg.query.engine import ask, open_store
from kg.read import read_path, read_source
from tests.builders.docx import build_docx
from tests.builders.html import build_html
from tests.builders.letter import PrintedLetter, printed_letter
from tests.builders.pdf import PdfStyle, build_pdf

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
COMPANIES = ("Hitachi, Ltd", "CRRC Corporation Limited", "Sony Corporation", "Xiaomi Corporation", "O-Film Technology Co. Ltd")  # fmt: skip
OF_THE_FILE = {"evidence", "source", "problems"}
CONVERSIONS: dict[str, tuple[str, Callable[[PrintedLetter], bytes | str]]] = {
    "pdf": ("pdf", build_pdf),
    "running header": ("pdf", lambda letter: build_pdf(letter, PdfStyle(header="AL OTH", page_number="Page {n} of {m}"))),
    "two columns": ("pdf", lambda letter: build_pdf(letter, PdfStyle(hyphenate=True, columns=2))),
    "docx": ("docx", build_docx),
    "html": ("html", build_html),
}  # fmt: skip
each_conversion = pytest.mark.parametrize("name", CONVERSIONS)


@cache
def reader() -> LetterReader:
    return LetterReader()


def converted(letter: PrintedLetter, name: str) -> tuple[str, bytes]:
    suffix, convert = CONVERSIONS[name]
    data = convert(letter)
    return f"letter.{suffix}", data if isinstance(data, bytes) else data.encode()


def facts(data: bytes, name: str) -> dict[str, Any]:
    record = record_json(reader().record(read_source(data, name)))
    return {key: value for key, value in record.items() if key not in OF_THE_FILE}


def without_hyphens(value: object) -> object:
    """A hyphen at the end of a printed line may be of the word or of the line: no reader can tell."""
    return json.loads(re.sub(r"(?<=[a-z])-(?=[a-z])", "", json.dumps(value)))


@pytest.mark.slow
@each_conversion
@pytest.mark.parametrize(("path", "company"), list(zip(SEEDS, COMPANIES, strict=True)), ids=COMPANIES)
def test_seed_says_the_same(path: Path, company: str, name: str) -> None:
    letter = printed_letter(path.read_text(encoding="utf-8"), (company,))
    file, data = converted(letter, name)
    expected = facts(path.read_bytes(), path.name)
    assert without_hyphens(facts(data, file)) == without_hyphens(expected)


def test_evidence_of_a_pdf_has_pages(tmp_path: Path) -> None:
    letter = printed_letter(SEEDS[0].read_text(encoding="utf-8"), (COMPANIES[0],))
    (tmp_path / "letter.pdf").write_bytes(build_pdf(letter))
    build([tmp_path / "letter.pdf"], tmp_path / "graph", views=False)
    query = "SELECT ?span ?page WHERE { ?span spl:inText ?text OPTIONAL { ?span spl:page ?page } }"
    rows = json.loads(ask(open_store(tmp_path / "graph"), query).write("json", width=80))["results"][
        "bindings"
    ]
    assert {row["page"]["value"] for row in rows} == {"1", "2", "3", "4", "5", "6"}
    findings, spans = verified(tmp_path / "graph")
    assert (list(findings), spans) == ([], len(rows))
    assert validated(tmp_path / "graph").conforms


def can_be_printed(text: str) -> bool:
    """Return whether a text shows its paragraphs, and its lines do not depend on a fixed width."""
    return "\n\n" in text.strip() and not re.search(r"\S {3,}\S", text)


GOLD = [case for case in cases(ROOT / "tests" / "gold") if can_be_printed(case.letter.read_text("utf-8"))]


def address_block(text: str, gold: dict[str, Any]) -> tuple[str, ...]:
    """Return the lines that name the addressee, which a printer puts at the foot of the first page."""
    addressee = gold.get("addressee") or {}
    names = [person["name"] for person in addressee.get("persons", ())] + [addressee.get("organisation")]
    for piece in text.split("\n\n"):
        lines = tuple(piece.strip().split("\n"))
        if 1 < len(lines) < 8 and max(map(len, lines)) < 70 and any(name and name in piece for name in names):
            return lines if lines[0][0].isupper() and not lines[0].endswith((",", ":")) else ()
    return ()


def share_read(folder: Path) -> float:
    micro = evaluate_folder(folder, lambda path: list(records([path], reader()))).micro.f1
    assert micro is not None
    return micro


@pytest.mark.slow
def test_gold_letters_say_the_same(tmp_path: Path) -> None:
    """What is printed and read again is read as well as the text, but for what printing takes away."""
    assert len(GOLD) >= 30
    for case in GOLD:
        text, gold = case.letter.read_text(encoding="utf-8"), dict(case.gold)
        letter = printed_letter(text, address_block(text, gold))
        for name in ("txt", "pdf", "docx", "html"):
            file, data = converted(letter, name) if name != "txt" else ("letter.txt", text.encode())
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            (folder / f"{case.name}{Path(file).suffix}").write_bytes(data)
            (folder / f"{case.name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    shares = {name: share_read(tmp_path / name) for name in ("txt", "pdf", "docx", "html")}
    assert min(shares.values()) >= shares["txt"] - 0.01, shares


def test_pages_are_those_of_the_file() -> None:
    assert read_path(SEEDS[0]).page_of(0) is None
