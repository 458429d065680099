"""What sentences of annexes cite, from a table; sentences that cite nothing yield nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.relate.citations import Citations
from tests.relate.handmade import cited, letter

_TABLE = (Path(__file__).parents[1] / "data" / "citations.txt").read_text(encoding="utf-8")
CASES = [line.rpartition(" =>") for line in _TABLE.split("\n") if line and not line.startswith("#")]
_HOW = {"quoted": "q", "quoted-unbalanced": "q", "paraphrased": "p", "cited": "c"}


def _expected(cell: str) -> dict[str, str]:
    parts = re.split(r";\s*(?=[gidc]:)", cell.strip())
    return {part[0]: part[2:].strip() for part in parts if part}


def _instruments(cell: str) -> tuple[dict[str, set[str]], set[str]]:
    """Return the instruments with their articles, and those that may be read or not."""
    names = cell.split(";") if " " in cell else cell.split(",")
    listed = [name.split() for name in names if name.strip()]
    wanted = {name: set("".join(rest).split(",")) - {""} for name, *rest in listed if name[0] != "*"}
    return wanted, {name[1:] for name, *_ in listed if name[0] == "*"}


def _principles(found: Citations) -> set[str]:
    return {
        f"{number}{'C' if one.commentary else ''}{_HOW[one.how]}"
        for one in found.principles
        for number in one.numbers
    }


@pytest.mark.parametrize(("text", "_", "cell"), CASES, ids=[case[0][:70] for case in CASES])
def test_what_is_cited(text: str, _: str, cell: str) -> None:
    found, expected = cited(letter(text)), _expected(cell)
    instruments, optional = _instruments(expected.get("i", ""))
    optional |= {"ungp"} - set(instruments)
    read = {
        one.id.value: {re.match("[0-9]+|[IVXL]+", article.value)[0] for article in one.articles}
        for one in found.instruments
    }
    assert {name: articles for name, articles in read.items() if name not in optional} == instruments
    either = [set(cell.split("|")) for cell in expected.get("g", "").split(",") if cell]
    principles = _principles(found)
    assert len(either) == len(principles)
    assert all(readings & principles for readings in either)
    symbols = set(expected.get("d", "").split(",")) - {""}
    assert {one.symbol.value for one in found.documents} == symbols
    comments = {one.strip() for one in expected.get("c", "").split(";")} - {""}
    assert {f"{one.committee} {one.number.value}" for one in found.general_comments} == comments
