"""Whole builds: one node for one company, decisions replayed and taken back, several files of one letter."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli.app import app
from kg.errors import UsageError
from kg.pipeline.build import BuildReport, build
from kg.pipeline.explain import explanation
from kg.pipeline.folder import GraphFolder
from kg.pipeline.verify import validated, verified
from kg.vocab.terms import ID, RDFS, SPL
from tests.builders.letter import SEEDS, seed_letter
from tests.builders.pdf import build_pdf

HEAD = "Toshiaki Higashihara"
COMPANY = f"{ID}company/hitachi-limited"


@cache
def hitachi() -> str:
    """Return the seed letter AL OTH 105/2021 to Hitachi, Ltd."""
    (path,) = SEEDS.glob("000_*.txt")
    return path.read_text(encoding="utf-8")


def another(number: int, company: str, person: str) -> str:
    """Return the letter as another one, to somebody else."""
    text = hitachi().replace("AL OTH 105/2021", f"AL OTH {number}/2021")
    return text.replace("Hitachi, Ltd", company).replace(HEAD, person)


THREE = {
    "a.txt": hitachi,
    "b.txt": lambda: another(905, "Hitachi Limited", "Higashihara Toshiaki"),
    "c.txt": lambda: another(906, "Aurora Mining plc", HEAD),
}
SEVERAL = {
    "letter.txt": hitachi,
    "later.txt": lambda: hitachi().replace("12 March 2021", "21 March 2021").replace("60 days", "90 days"),
}


def written(place: Path, files: dict[str, Callable[[], str]]) -> Path:
    place.mkdir()
    for name, text in files.items():
        (place / name).write_text(text(), encoding="utf-8", newline="")
    return place


def sound(report: BuildReport) -> bool:
    assert report.failures == ()
    return verified(report.out)[0] == [] and validated(report.out).conforms


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "store" not in path.parts
    }


def values(folder: Path, subject: str, predicate: str) -> set[str]:
    start = f"<{subject}> <{predicate}> "
    return {
        line.removeprefix(start).rsplit(" <", 1)[0]
        for line in GraphFolder(folder).lines()
        if line.startswith(start)
    }


def addressed(folder: Path, number: int, link: str = "addresseePerson") -> str:
    """Return who is addressed in the letter with this number."""
    start = f"<{ID}letter/AL-OTH-{number}-2021/addressing/"
    (found,) = {
        line.split(" ")[2].strip("<>")
        for line in GraphFolder(folder).lines("facts.nq")
        if line.startswith(start) and f"<{SPL[link]}>" in line
    }
    return found


def rows(folder: Path, iri: str) -> list[str]:
    return [" | ".join(str(cell) for cell in row.values()) for row in explanation(folder, iri).records()]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    place = tmp_path_factory.mktemp("three")
    return place, build([written(place / "letters", THREE)], place / "graph", views=False)


def test_two_spellings_are_one_node_with_both_names(three: tuple[Path, BuildReport]) -> None:
    folder = three[1].out
    assert sound(three[1])
    assert addressed(folder, 105, "addresseeCompany") == addressed(folder, 905, "addresseeCompany") == COMPANY
    assert values(folder, COMPANY, RDFS.label) == {'"Hitachi Limited"'}
    assert values(folder, COMPANY, SPL.nameAsWritten) == {'"Hitachi, Ltd"'}
    assert addressed(folder, 105) == addressed(folder, 905)


def test_the_same_name_at_another_company_is_another_node_and_is_asked_about(
    three: tuple[Path, BuildReport],
) -> None:
    folder = three[1].out
    assert addressed(folder, 906) != addressed(folder, 105)
    assert addressed(folder, 906).endswith("/person/toshiaki-higashihara-al-oth-906-2021")
    (_, line) = (folder / "proposals.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert line.split("\t")[:6] == [
        "unsure",
        "person",
        "Higashihara Toshiaki",
        HEAD,
        "AL OTH 905/2021",
        "AL OTH 906/2021",
    ]
    assert three[1].open_names == 1


def test_explain_tells_why(three: tuple[Path, BuildReport]) -> None:
    folder = three[1].out
    (company,) = [row for row in rows(folder, COMPANY) if "identityLink" in row]
    for words in (
        "Hitachi Limited",
        "AL OTH 105/2021",
        "AL OTH 905/2021",
        "rule legal-form",
        "normalised",
        "/span/",
    ):
        assert words in company
    (apart,) = [row for row in rows(folder, addressed(folder, 906)) if row.startswith("not merged")]
    assert "unsure" in apart
    assert "the context differs (rule name-order, 100)" in apart
    (known,) = [row for row in rows(folder, f"{ID}person/dante-pesce") if "identityLink" in row]
    assert "the register has wg-business" in known


def test_explain_of_a_mandate_names_its_letters(three: tuple[Path, BuildReport]) -> None:
    found = rows(three[1].out, f"{ID}mandate/sr-slavery")
    assert sum("sentUnderMandate" in row for row in found) == 3


def test_decisions_are_replayed_and_taken_back(three: tuple[Path, BuildReport]) -> None:
    place, before = three
    mine, out = place / "mine.tsv", place / "decided"
    proposals = (before.out / "proposals.tsv").read_text(encoding="utf-8")
    mine.write_text(proposals.replace("unsure\t", "same\t", 1), encoding="utf-8")
    merged = kg.build(str(place / "letters"), out, views=False, decisions=str(mine))
    assert sound(merged)
    assert merged.open_names == 0
    assert addressed(out, 105) == addressed(out, 906)
    assert any("rule decision" in row and "external" in row for row in rows(out, addressed(out, 105)))
    mine.write_text("different\tcompany\tHitachi, Ltd\tHitachi Limited\n", encoding="utf-8")
    parted = build([place / "letters"], out, views=False, decisions=mine)
    assert sound(parted)
    assert parted.reused == 3
    assert addressed(out, 105, "addresseeCompany") != addressed(out, 905, "addresseeCompany")
    build([place / "letters"], out, views=False)
    assert content(out) == content(before.out)


def test_a_decision_that_cannot_be_applied_is_reported_with_its_line(three: tuple[Path, BuildReport]) -> None:
    place = three[0]
    mine = place / "odd.tsv"
    mine.write_text("# mine\nsame\tcompany\tHitachi, Ltd\tNobody Ltd\n", encoding="utf-8")
    report = build([place / "letters"], place / "odd", views=False, decisions=mine)
    (problem,) = [one for one in GraphFolder(report.out).problems() if one["source"] == "odd.tsv"]
    assert problem["code"] == "decision-unused"
    assert "line 2" in problem["message"]
    assert report.problems == three[1].problems + 1


BAD_FILES = [
    ("no file", None, "cannot be opened"),
    ("no text", b"\xff\xfe\x00", "not UTF-8"),
    ("no decision", b"maybe\tcompany\tA\tB\n", "mine.tsv, line 1: the answer is 'maybe'"),
]


@pytest.mark.parametrize(
    ("data", "message"), [case[1:] for case in BAD_FILES], ids=[case[0] for case in BAD_FILES]
)
def test_decisions_that_cannot_be_read_stop_the_build(
    data: bytes | None, message: str, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.tsv"
    if data is not None:
        mine.write_bytes(data)
    with pytest.raises(UsageError, match=message):
        build([SEEDS], tmp_path / "graph", decisions=mine)
    assert not (tmp_path / "graph").exists()


def test_the_command_line_takes_decisions(three: tuple[Path, BuildReport]) -> None:
    place = three[0]
    mine = place / "cli.tsv"
    mine.write_text(
        f"different\tperson\t{HEAD}\t{HEAD}\tAL OTH 105/2021\tAL OTH 906/2021\n", encoding="utf-8"
    )
    command = [
        "build",
        str(place / "letters"),
        "--out",
        str(place / "cli"),
        "--no-views",
        "--decisions",
        str(mine),
    ]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "to decide" not in result.stderr
    assert (
        "not merged"
        in CliRunner().invoke(app, ["explain", str(place / "cli"), addressed(place / "cli", 906)]).stdout
    )


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    place = tmp_path_factory.mktemp("several")
    letters = written(place / "letters", SEVERAL)
    (letters / "letter.pdf").write_bytes(build_pdf(seed_letter()))
    return build([letters], place / "graph", views=False)


def test_several_files_of_one_letter_are_one_letter(several: BuildReport) -> None:
    assert sound(several)
    assert (several.letters, several.sources) == (1, 3)
    letter = f"{ID}letter/AL-OTH-105-2021"
    assert len(values(several.out, letter, SPL.sourceText)) == 3
    signature = values(several.out, f"{letter}/signature/dante-pesce", SPL.evidence)
    assert len({span.split("/span/")[0] for span in signature}) == 3
    assert len(values(several.out, letter, SPL.signature)) == 7


def test_their_contradictions_are_kept_and_reported(several: BuildReport) -> None:
    letter = f"{ID}letter/AL-OTH-105-2021"
    assert {date[1:11] for date in values(several.out, letter, SPL.dateOfLetter)} == {"2021-03-12"}
    assert any(
        row.startswith("said otherwise") and "2021-03-21" in row and "21 March 2021" in row
        for row in rows(several.out, letter)
    )
    assert any(
        "90" in row and "said otherwise" in row for row in rows(several.out, f"{letter}/period/publication")
    )
    found = [one for one in GraphFolder(several.out).problems() if one["code"] == "contradicting-sources"]
    assert [one["source"] for one in found] == ["later.txt", "later.txt"]
    for words in (
        "2021-03-12 (letter.pdf), 2021-03-21 (later.txt)",
        "60 days (letter.pdf), 90 days (later.txt)",
    ):
        assert any(words in one["message"] for one in found)


def test_neither_order_nor_an_earlier_build_changes_a_byte(tmp_path: Path) -> None:
    letters = written(tmp_path / "letters", {**THREE, **SEVERAL})
    paths = sorted(letters.iterdir())
    build(paths[:2], tmp_path / "one", views=False)
    build(reversed(paths), tmp_path / "one", views=False)
    build(paths, tmp_path / "two", views=False)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_every_entity_is_listed_with_its_verdicts(three: tuple[Path, BuildReport]) -> None:
    entities = list(GraphFolder(three[1].out).identities())
    iris = [entity["iri"] for entity in entities]
    assert len(set(iris)) == len(iris)
    answers = {verdict["answer"] for entity in entities for verdict in entity["verdicts"]}
    assert answers == {"same", "unsure", "new"}
    assert all(entity["verdicts"] for entity in entities)
    assert all(reasons(entity) for entity in entities)


def reasons(entity: dict[str, Iterable[dict[str, str]]]) -> list[str]:
    return [json.dumps(verdict["reason"]) for verdict in entity["verdicts"]]
