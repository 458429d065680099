"""What holds for every source, whatever it was read from."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from kg.model.text import FurnitureKind, Source


def assert_sound(source: Source, data: bytes) -> None:
    """Digest, pages and furniture fit the bytes and the text."""
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text.strip()
    assert list(source.pages) == sorted(source.pages)
    assert not source.pages or (source.pages[0] == 0 and source.pages[-1] <= len(source.text))
    for stretch in source.furniture:
        words = source.text[stretch.start : stretch.end]
        assert words
        assert words == words.strip()
    assert all(before.end < after.start for before, after in pairwise(source.furniture))
    source.text.encode("utf-8")  # no lone surrogates


def furniture_of(source: Source, kind: FurnitureKind) -> list[str]:
    """Return the words of one kind of furniture, on one line each."""
    return [
        folded(source.text[stretch.start : stretch.end])
        for stretch in source.furniture
        if stretch.kind is kind
    ]


def running_paragraphs(source: Source) -> list[str]:
    """Return the paragraphs that are no furniture, on one line each."""
    pieces, last = [], 0
    for stretch in source.furniture:
        pieces.append(source.text[last : stretch.start])
        last = stretch.end
    pieces.append(source.text[last:])
    return [folded(paragraph) for paragraph in "\n\n".join(pieces).split("\n\n") if paragraph.strip()]


def folded(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(text.split())
