"""What README says is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ANSWERS = re.findall(r"```console\n\$ (kg query .+)\n((?:.*\n)+?)```", README)


@pytest.mark.parametrize(("command", "answer"), ANSWERS, ids=[command for command, _ in ANSWERS])
def test_answers_are_those_of_the_seeds(command: str, answer: str, seeds_graph: Path) -> None:
    arguments = [str(seeds_graph) if part == "graph" else part for part in shlex.split(command)[1:]]
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments, "--format", "table"],
        cwd=ROOT, env={**os.environ, "COLUMNS": "100"}, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout == answer


def test_there_are_three_answers() -> None:
    assert len(ANSWERS) == 3


def test_linked_files_exist() -> None:
    links = re.findall(r"\]\((?!http|#)([^)#]+)", README)
    assert len(links) >= 3
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_commands_exist() -> None:
    commands = set(re.findall(r"\bkg ([a-z]+) ", README)) - {"for"}
    listed = subprocess.run(
        [sys.executable, "-m", "kg", "--help"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    assert [command for command in sorted(commands) if f"\n  {command} " not in listed.stdout] == []
