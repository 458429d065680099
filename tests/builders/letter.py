"""A letter as it was before somebody converted it: whole paragraphs, notes and addressee apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LETTERHEAD = "PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND"
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LIST_MARK = re.compile(r"(?:[0-9]{1,2}\.|\([a-z]{1,3}\))(?= )")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ENDS = (".", ":", ";", "!", "?", "”", ")", ",")


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """What a printer needs to know of a letter.

    Attributes:
        paragraphs: In reading order, each whole; list items one by one; ``\\n`` is a printed line break.
        notes: Footnotes, each as (mark, words); the mark, such as ``¹``, stands in a paragraph.
        addressee: The lines at the foot of the first page.
        letterhead: The line at the top of the first page.
    """

    paragraphs: tuple[str, ...]
    notes: tuple[tuple[str, str], ...] = ()
    addressee: tuple[str, ...] = ()
    letterhead: str = LETTERHEAD


def printed_letter(text: str, addressee: tuple[str, ...] = ()) -> PrintedLetter:
    """Undo a conversion to text: Markdown marks, footnotes and addressee inside paragraphs, page breaks.

    Args:
        text: A letter, paragraphs separated by blank lines.
        addressee: The lines of the page-foot addressee, where the text has them.
    """
    pieces = [piece for piece in _unmarked(text).split("\n\n") if piece.strip(" \n-")]
    pieces = [item for piece in pieces for item in _items(piece.strip())]
    head = LETTERHEAD in pieces[0]
    notes = tuple((piece[0], piece[1:].strip()) for piece in pieces if piece[0] in SUPERSCRIPT)
    running = [
        piece for piece in pieces[head:] if piece[0] not in SUPERSCRIPT and piece != "\n".join(addressee)
    ]
    letterhead = pieces[0] if head else LETTERHEAD
    return PrintedLetter(tuple(_rejoined(running)), notes, addressee, letterhead)


def as_printed(letter: PrintedLetter | str) -> PrintedLetter:
    """Return the letter itself, or a text as a letter without addressee."""
    return printed_letter(letter) if isinstance(letter, str) else letter


def seed_letter(start: str = "000", addressee: str = "Hitachi, Ltd") -> PrintedLetter:
    """Return a seed, by the beginning of its file name, as it was printed."""
    (path,) = SEEDS.glob(f"{start}_*.txt")
    return printed_letter(path.read_text(encoding="utf-8"), (addressee,))


def _unmarked(text: str) -> str:
    text = _LINK.sub(r"\1", text.replace("**", "").replace("\\_", "_"))
    text = re.sub(r"<sup>([0-9])</sup>", lambda mark: SUPERSCRIPT[int(mark[1])], text)
    lines = [re.sub(r"^(?:#+ |- )", "", line).rstrip(" ") for line in text.split("\n")]
    return "\n".join(lines)


def _items(piece: str) -> list[str]:
    """Split a paragraph whose every line is a list item into its items."""
    lines = piece.split("\n")
    return lines if all(LIST_MARK.match(line) for line in lines) else [piece]


def _rejoined(pieces: list[str]) -> list[str]:
    whole: list[str] = []
    for piece in pieces:
        if whole and piece[0].islower() and not whole[-1].endswith(_ENDS[:-1]):
            whole[-1] += " " + piece
        else:
            whole.append(piece)
    return whole
