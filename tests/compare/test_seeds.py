"""The five letters in ``seeds/``: one family, two variants, and what sets one letter apart."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.compare.comparison import Word
from kg.compare.pairing import How
from kg.errors import GraphFolderError, QueryError
from kg.model.text import Part
from kg.pipeline.families import comparison, families

HITACHI, O_FILM = "AL OTH 105/2021", "AL OTH 34/2021"


def kg(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command: Sequence[str] = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_one_family_of_two_variants(seeds_graph: Path) -> None:
    (family,) = families(seeds_graph)
    assert [[member.letter for member in variant.members] for variant in family.variants] == [
        [HITACHI, "AL OTH 154/2021", "AL OTH 167/2021", "AL OTH 78/2021"],
        [O_FILM],
    ]
    (missing,) = family.unmatched
    assert (missing.found_in, missing.missing_in, missing.number) == ("A", "B", 5)
    assert "leverage" in missing.text
    assert {member.addressee for member in family.variants[1].members} == {"O-Film Technology Co. Ltd"}


def test_what_sets_one_letter_apart(seeds_graph: Path) -> None:
    found = comparison(seeds_graph, HITACHI, O_FILM)
    fields = {field.name: (field.left, field.right) for field in found.fields if field.differs}
    assert fields.keys() == {
        "reference",
        "addressed person",
        "addressee",
        "involvement, as stated",
        "number of requests",
    }
    assert fields["involvement, as stated"] == (("supply-chain",), ("unspecified",))
    assert fields["number of requests"] == (("8",), ("7",))
    assert [(one.where, one.text.strip()) for one in found.involvement if one.where is not Word.BOTH] == [
        (Word.LEFT, "through its supply chain"),
        (Word.RIGHT, "the"),
    ]
    pairs = [(one.left and one.left.number, one.right and one.right.number) for one in found.requests]
    assert pairs == [
        ("1", "1"),
        ("2", "2"),
        ("3", "3"),
        ("4", "4"),
        ("5", None),
        ("6", "5"),
        ("7", "7"),
        ("8", "6"),
    ]
    (note,) = [one for one in found.passages if one.part is Part.FOOTNOTE]
    changed = [(one.where, one.text.strip()) for one in note.pieces if one.where is not Word.BOTH]
    assert changed == [(Word.LEFT, "Uyghur"), (Word.RIGHT, "Uygur")]
    annex = [one.how for one in found.passages if one.part is Part.ANNEX]
    assert set(annex) == {How.SAME}


def test_letters_of_one_variant_differ_in_names_only(seeds_graph: Path) -> None:
    found = comparison(seeds_graph, HITACHI, "AL OTH 78/2021")
    assert {one.how for one in found.passages} == {How.SAME}
    assert found.shared == 100


def test_spans_show_the_words(seeds_graph: Path) -> None:
    found = comparison(seeds_graph, HITACHI, O_FILM)
    texts = {
        name: (seeds_graph / "texts" / f"{source}.txt").read_bytes().decode()
        for variant in families(seeds_graph)[0].variants
        for name, source in ((member.letter, member.source) for member in variant.members)
    }
    for one in found.requests:
        for place, name in ((one.left, HITACHI), (one.right, O_FILM)):
            if place is not None:
                words = " ".join(texts[name][span.start : span.end] for span in place.spans)
                assert place.text.split()[:4] == words.split()[1:5]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("families",), ["O-Film Technology Co. Ltd", "Hitachi, Ltd"]),
        (("families", "--format", "json"), ['"found_in": "A"', "leverage"]),
        (("families", "--format", "html"), ["<ins>", "Content-Security-Policy", "not in variant B"]),
        (
            ("compare", HITACHI, O_FILM),
            ["[-through its supply chain-]", "[-Uyghur-]", "{+Uygur+}", "Request 5 of"],
        ),
        (("compare", HITACHI, O_FILM, "--format", "json"), ['"how": "left"', '"same_passages"']),
        (("compare", HITACHI, O_FILM, "--format", "html"), ["<del>", "<ins>", "Uygur"]),
    ],
)
def test_commands(arguments: tuple[str, ...], words: list[str], seeds_graph: Path, tmp_path: Path) -> None:
    command, *rest = arguments
    done = kg(command, seeds_graph, *rest)
    assert (done.returncode, done.stderr) == (0, "")
    assert [word for word in words if word not in done.stdout] == []
    if "json" in rest:
        json.loads(done.stdout)
    again = kg(command, seeds_graph, *rest, "-o", tmp_path / "out")
    assert (again.returncode, again.stdout) == (0, "")
    assert (tmp_path / "out").read_bytes().decode() == done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("compare", HITACHI, "AL OTH 1/1999"), 1, "holds no letter 'AL OTH 1/1999'"),
        (("compare", HITACHI, O_FILM, "--format", "pdf"), 2, "choose text, json, html"),
        (("families", "--format", "xml"), 2, "choose table, json or html"),
    ],
)
def test_what_cannot_be_done(arguments: tuple[str, ...], code: int, words: str, seeds_graph: Path) -> None:
    command, *rest = arguments
    done = kg(command, seeds_graph, *rest)
    assert done.returncode == code
    assert words in done.stderr
    assert done.stdout == ""


def test_no_graph_folder(tmp_path: Path, seeds_graph: Path) -> None:
    with pytest.raises(GraphFolderError):
        families(tmp_path)
    with pytest.raises(QueryError):
        comparison(seeds_graph, HITACHI, "nothing")
