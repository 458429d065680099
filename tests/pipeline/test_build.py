"""Building a graph folder: whole or not at all, the same bytes every time, bad files set apart."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import GraphFolderError, NothingUsable, SourceError, UsageError
from kg.model.quads import lines_of
from kg.pipeline.build import BuildReport, build
from kg.pipeline.folder import GraphFolder
from kg.pipeline.verify import validated, verified
from tests.builders.pdf import PdfStyle, build_pdf

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
DERIVED = {"store"}


def content(folder: Path) -> dict[str, str]:
    """The digest of every file but those of the store."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in DERIVED
    }


def reasons(report: BuildReport) -> dict[str, str]:
    return {failure.name: failure.reason for failure in report.failures}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "letters"))


def test_folder_holds_what_is_promised(seeds_graph: Path) -> None:
    names = {path.name for path in seeds_graph.iterdir()}
    assert names == {
        "facts.nq", "evidence.nq", "register.nq", "store", "records.jsonl", "readings", "texts",
        "problems.jsonl", "manifest.json", "graph.ttl", "graph.graphml", "network.html", "proposals.tsv",
        "families.json", "identities.jsonl",
    }  # fmt: skip
    manifest = json.loads((seeds_graph / "manifest.json").read_text(encoding="utf-8"))
    assert [source["reference"] for source in manifest["sources"]] == sorted(
        source["reference"] for source in manifest["sources"]
    )
    assert all(GraphFolder(seeds_graph).text(source["id"]) for source in manifest["sources"])


def test_a_letter_stays_small(seeds_graph: Path) -> None:
    quads = sum(len(lines_of((seeds_graph / name).read_bytes())) for name in ("facts.nq", "evidence.nq"))
    assert quads / 5 < 1500


def test_graph_is_verified_and_valid(seeds_graph: Path) -> None:
    findings, spans = verified(seeds_graph)
    assert list(findings) == []
    assert spans > 700
    assert validated(seeds_graph).results == ()


ENVIRONMENTS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed, far away": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "a narrow terminal": {"PYTHONHASHSEED": "0", "COLUMNS": "20", "TZ": "America/Adak"},
}


@pytest.mark.slow
@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS.keys())
def test_same_letters_same_bytes(seeds_graph: Path, tmp_path: Path, variables: dict[str, str]) -> None:
    paths = sorted(SEEDS.glob("*.txt"), reverse=True)
    command = [sys.executable, "-m", "kg", "build", *map(str, paths), "--out", str(tmp_path / "graph")]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=True, capture_output=True)
    assert content(tmp_path / "graph") == content(seeds_graph)


def test_no_machine_and_no_moment_in_any_file(seeds_graph: Path) -> None:
    for path in seeds_graph.rglob("*"):
        if path.is_file() and path.relative_to(seeds_graph).parts[0] not in DERIVED:
            data = path.read_bytes()
            assert str(ROOT).encode() not in data, path
            assert str(Path.home()).encode() + b"/" not in data, path
            assert b"/tmp/" not in data, path


def test_rebuild_reads_only_what_changed(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    build([letters], out)
    assert build([letters], out).reused == 5
    first = min(letters.glob("*.txt"))
    first.write_text(first.read_text(encoding="utf-8").replace("60 days", "90 days"), encoding="utf-8")
    report = build([letters], out)
    assert (report.letters, report.reused) == (5, 4)
    build([letters], tmp_path / "fresh")
    assert content(out) == content(tmp_path / "fresh")


def test_letter_taken_away_is_gone(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    build([letters], out, views=False)
    min(letters.glob("*.txt")).unlink()
    assert build([letters], out, views=False).letters == 4
    build([letters], tmp_path / "fresh", views=False)
    assert content(out) == content(tmp_path / "fresh")


def test_renamed_file_gives_the_same_letter(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    build([letters], out, views=False)
    first = min(letters.glob("*.txt"))
    first.rename(first.with_name("zzz.txt"))
    report = build([letters], out, views=False)
    build([letters], tmp_path / "fresh", views=False)
    assert (report.letters, report.reused) == (5, 5)
    assert content(out) == content(tmp_path / "fresh")


def test_same_bytes_twice_are_one_letter(letters: Path, tmp_path: Path) -> None:
    first = min(letters.glob("*.txt"))
    shutil.copy(first, first.with_name("copy.txt"))
    assert build([letters], tmp_path / "graph", views=False).letters == 5


def locked_pdf() -> bytes:
    return build_pdf("Dear Sir,", PdfStyle(locked=True))


UNUSABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("empty.txt", lambda: b"", "empty"),
    "white space": ("blank.txt", lambda: b" \n\t\n", "no text"),
    "binary": ("noise.txt", lambda: bytes(range(256)) * 40, ""),
    "an image with the name of a text": ("scan.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(400), ""),
    "no letter": ("recipe.txt", lambda: b"Take two eggs, a cup of flour and a pinch of salt.\n" * 30, "Special Procedures"),
    "damaged pdf": ("cut.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<", ""),
    "locked pdf": ("locked.pdf", locked_pdf, "password"),
    "damaged docx": ("cut.docx", lambda: b"PK\x03\x04" + bytes(60), ""),
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_bad_file_is_reported_and_the_rest_is_built(
    case: tuple[str, Callable[[], bytes], str], letters: Path, tmp_path: Path
) -> None:
    name, data, word = case
    (letters / name).write_bytes(data())
    report = build([letters], tmp_path / "graph", views=False)
    assert report.letters == 5
    assert list(reasons(report)) == [name]
    reason = reasons(report)[name]
    assert word in reason
    assert "\n" not in reason
    assert 20 < len(reason) < 300
    noted = (tmp_path / "graph" / "problems.jsonl").read_text(encoding="utf-8").split("\n")[0]
    assert json.loads(noted)["source"] == name


def test_missing_file_is_reported(tmp_path: Path) -> None:
    report = build([SEEDS, tmp_path / "nowhere.txt"], tmp_path / "graph", views=False)
    assert report.letters == 5
    assert "check the path" in reasons(report)["nowhere.txt"]


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no letters found"):
        build([tmp_path / "empty"], tmp_path / "graph")


NOTHING_USABLE: dict[str, dict[str, bytes | None]] = {
    "a mistyped path": {"sedes": None},
    "an empty file": {"empty.txt": b""},
    "several": {"sedes": None, "empty.txt": b"", "recipe.txt": b"Take two eggs.\n" * 30},
}


@pytest.mark.parametrize("given", NOTHING_USABLE.values(), ids=NOTHING_USABLE.keys())
def test_nothing_usable_leaves_everything_as_it_was(given: dict[str, bytes | None], tmp_path: Path) -> None:
    (tmp_path / "graphs").mkdir()
    old, new = tmp_path / "graphs" / "old", tmp_path / "graphs" / "new"
    build(sorted(SEEDS.glob("*.txt"))[:2], old, views=False)
    before = content(old)
    for name, data in given.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    for out in (old, new):
        with pytest.raises(SourceError) as caught:
            build([tmp_path / name for name in given], out, views=False)
        assert "\n" not in str(caught.value)
        failures = caught.value.failures if isinstance(caught.value, NothingUsable) else (caught.value,)
        assert sorted(failure.name for failure in failures) == sorted(given)
    assert content(old) == before
    assert [path.name for path in (tmp_path / "graphs").iterdir()] == ["old"]
    assert build(sorted(SEEDS.glob("*.txt"))[:2], old, views=False).reused == 2


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="thesis"):
        build([SEEDS], tmp_path / "thesis", views=False)
    assert (tmp_path / "thesis" / "chapter.txt").read_text(encoding="utf-8") == "years of work"


def test_failed_build_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "graph"
    build([SEEDS], out, views=False)
    before = content(out)

    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.pipeline.build.write_store", fail)
    with pytest.raises(OSError, match="No space"):
        build(sorted(SEEDS.glob("*.txt"))[:2], out, views=False)
    assert content(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph"]
