"""The data files are found in a clone and in a wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ASK = (
    "from kg import resources;"
    "from kg.vocab.load import load_register;"
    "from kg.query.questions import questions;"
    "print(resources.folder('ontology').parent.name, len(load_register().mandates), len(questions()) >= 32)"
)

BROUGHT = {".html", ".css", ".js", ".svg"}
SERVE = (
    "import sys; from pathlib import Path;"
    "from werkzeug.test import Client;"
    "from kg.serve.app import Application;"
    "served = Application(Path(sys.argv[1]));"
    "client = Client(served);"
    "print(*(client.get(address).status_code for address in sys.argv[2:]));"
    "served.close()"
)
PAGES = (
    "/",
    "/static/site.css",
    "/id/letter/AL-OTH-105-2021",
    "/compare?left=AL-OTH-105-2021&right=AL-OTH-34-2021",
    "/network?kinds=Company&kinds=Mandate",
    "/sparql?question=addressees",
)


def answer(place: Path, cwd: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_clone_finds_its_data(tmp_path: Path) -> None:
    assert answer(ROOT, tmp_path) == [ROOT.name, "68", "True"]


@pytest.mark.slow
def test_wheel_brings_its_data(tmp_path: Path, seeds_graph: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    assert answer(tmp_path / "installed", tmp_path) == ["_data", "68", "True"]
    kept = {file.relative_to(ROOT) for file in (ROOT / "kg").rglob("*") if file.suffix in BROUGHT}
    assert len(kept) > 20
    assert [file for file in sorted(kept) if not (tmp_path / "installed" / file).is_file()] == []
    served = [sys.executable, "-c", SERVE, str(seeds_graph), *PAGES]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(served, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["200"] * len(PAGES)
