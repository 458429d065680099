"""A server as users start it: ``kg serve`` in a process of its own, on a free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield the address and the process of a server; end it afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-c", START, "serve", str(folder), "--port", "0", *options],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        assert "is served at http://127.0.0.1:" in line, line + process.stderr.read()
        yield line.partition("served at ")[2].partition("/ ")[0], process
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stderr.close()
