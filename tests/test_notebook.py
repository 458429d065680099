"""The example notebook runs on the seeds, and what is stored of it is small and names no machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTEBOOK = DOCS / "notebook.ipynb"
RUN = """
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
where = {"metadata": {"path": sys.argv[2]}}
nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=where).execute()
nbformat.write(notebook, sys.argv[3])
"""
MACHINE = re.compile(r"(?:/(?:tmp|home|root|work|Users|var|private)/|[A-Z]:\\\\)[^\s\"<]+")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The notebook, run from the folder it lies in, in a kernel of its own."""
    out = tmp_path_factory.mktemp("notebook") / "run.ipynb"
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(NOTEBOOK), str(DOCS), str(out)],
        env={**os.environ, "IPYTHONDIR": str(out.parent), "JUPYTER_RUNTIME_DIR": str(out.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return read(out)


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def outputs(notebook: dict[str, Any]) -> dict[str, list[str]]:
    """The kinds of output of each cell of code, by the id of the cell."""
    return {
        cell["id"]: [kind for output in cell["outputs"] for kind in output.get("data", {"stream": ""})]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    }


def test_it_runs_and_gives_the_outputs_that_are_stored(run: dict[str, Any]) -> None:
    assert outputs(run) == outputs(read(NOTEBOOK))
    assert not [
        cell["id"]
        for cell in run["cells"]
        if any(o["output_type"] == "error" for o in cell.get("outputs", []))
    ]


def test_it_shows_every_verb(run: dict[str, Any]) -> None:
    code = "\n".join("".join(cell["source"]) for cell in run["cells"])
    verbs = (
        "kg.build",
        "kg.open",
        "kg.nlp",
        ".show",
        ".query",
        ".ask",
        ".explain",
        ".stats",
        ".verify",
        ".validate",
    )
    assert [
        verb for verb in (*verbs, ".to_pandas", ".to_networkx", ".to_rdflib") if f"{verb}(" not in code
    ] == []


def test_what_is_alleged_is_never_said_as_fact(run: dict[str, Any]) -> None:
    text = json.dumps(run, ensure_ascii=False)
    assert "not answered: no question of the catalogue speaks of “guilty”" in text
    assert "co-addressed companies are not co-guilty" in text


def test_what_is_stored_is_small_and_names_no_machine() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert len(text) < 100_000
    assert MACHINE.findall(text) == []
    assert MACHINE.findall('"/tmp/tmpabc/graph" /home/me/kg')


def test_no_output_names_the_machine(run: dict[str, Any]) -> None:
    assert (
        MACHINE.findall(json.dumps([cell.get("outputs") for cell in run["cells"]], ensure_ascii=False)) == []
    )
