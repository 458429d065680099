"""What a page opens with when it was made to answer a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Focus:
    """What lies within ``depth`` links of one thing, or how two things are connected.

    Attributes:
        iris: One thing, or two.
        depth: The number of links around the one thing.
    """

    iris: tuple[str, ...]
    depth: int = 1
