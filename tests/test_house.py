"""The house rules: style, types, the import contract, sizes."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "seeds",
    "kg",
    "ontology",
    "queries",
    "tests",
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ],
    ids=["ruff check", "ruff format", "mypy --strict", "import contract"],
)
def test_tool_finds_nothing(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function with the number of its lines that are neither blank, comment nor docstring."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            taken = {
                number
                for statement in body
                for number in range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
                if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#")
            }
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", len(taken)


def test_functions_are_short() -> None:
    sizes = dict(pair for path in MODULES for pair in functions(path))
    assert {name: size for name, size in sizes.items() if size > 50} == {}
    assert statistics.median(sizes.values()) < 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_short_and_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < 400
    assert ast.get_docstring(ast.parse(source)), "a module begins with a docstring"


def test_no_room_for_odds_and_ends() -> None:
    names = {path.stem for path in MODULES} | {path.name for path in PACKAGE.rglob("*") if path.is_dir()}
    assert names & {"util", "utils", "helper", "helpers", "misc", "common"} == set()


def test_top_level_is_as_agreed() -> None:
    assert {name for name in TOP_LEVEL if not (ROOT / name).exists()} == set()
