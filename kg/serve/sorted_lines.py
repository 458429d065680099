"""Finding lines in a sorted file, without reading the rest of it."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from pathlib import Path

_BEHIND_ALL = b"\xff"  # greater than any byte of UTF-8


class SortedLines:
    """A file of lines in the order of their bytes, each ended by a line feed, such as canonical N-Quads.

    Args:
        path: The file. It stays open.

    Raises:
        OSError: If it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap(file.fileno(), 0, access=ACCESS_READ) if path.stat().st_size else b""

    def starting(self, words: str) -> bytes:
        """Return all lines that begin with ``words``, in their order."""
        prefix = words.encode()
        return self._bytes[self._first(prefix) : self._first(prefix + _BEHIND_ALL)]

    def _first(self, prefix: bytes) -> int:
        """Return where the first line begins that does not come before ``prefix``."""
        low, high = 0, len(self._bytes)
        while low < high:
            middle = (low + high) // 2
            start = max(low, self._bytes.rfind(b"\n", low, middle) + 1)
            end = self._bytes.find(b"\n", middle) + 1
            if self._bytes[start:end] < prefix:
                low = end
            else:
                high = start
        return low
