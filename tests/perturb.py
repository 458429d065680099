"""Ways in which the same letter reaches a user: other line breaks, encodings, pages, marks, noise.

Each perturbation turns the text of a letter and its gold record into the bytes of a file and the gold record
of that file. All but ``unequal_lists`` leave the gold record as it is. No randomness: the same letter always
gives the same bytes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Gold = dict[str, Any]

WIDTH = 85
PAGE = 2200  # characters

_DATE_LINE = re.compile(r"\n\n([0-9]{1,2}(?:er)? [^\n0-9]{3,20} [0-9]{4})\n\n")
_SALUTATION = re.compile(r"\n\n((?:Excellenc|Excelenc|Dear|Madame|Monsieur|Estimad)[^\n]{0,60}[,:])\n\n")
_MID_SENTENCE = re.compile(r"(?<=[a-zà-ÿ]) (?=[a-zà-ÿ])")
_NUMBERED = re.compile(r"^([0-9]{1,2})\. ", re.MULTILINE)
_LETTERS = re.compile(r"[a-zà-ÿ]{9,}")


@dataclass(frozen=True, slots=True)
class Perturbation:
    """A way to spoil a letter.

    Attributes:
        name: What the tests call it.
        apply: Text and gold in, bytes and gold out.
        suits: Whether the letter can be read at all after it, by a person.
    """

    name: str
    apply: Callable[[str, Gold], tuple[bytes, Gold]]
    suits: Callable[[str, Gold], bool] = lambda _text, _gold: True


def _same_gold(
    change: Callable[[str], str], encoding: str = "utf-8"
) -> Callable[[str, Gold], tuple[bytes, Gold]]:
    return lambda text, gold: (change(text).encode(encoding), gold)


def wrapped(text: str) -> str:
    """Break lines at 85 characters, between words only."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False))
        if len(line) > WIDTH
        else line
        for line in text.split("\n")
    )


def one_line(text: str) -> str:
    """Put the whole letter on one line."""
    return " ".join(text.split()) + "\n"


def stray_blank_lines(text: str) -> str:
    """Break lines at 85 characters and leave a blank line after every ninth one that ends in mid-sentence."""
    lines: list[str] = []
    seen = 0
    for line in wrapped(text).split("\n"):
        lines.append(line)
        if len(line) > WIDTH - 15 and line[-1].isalpha():
            seen += 1
            lines += [""] * (seen % 9 == 0)
    return "\n".join(lines)


def doubled_blank_lines(text: str) -> str:
    """Double the blank lines between paragraphs."""
    return text.replace("\n\n", "\n\n\n\n")


def light_noise(text: str) -> str:
    """Straight quotes, ligatures, no-break spaces, soft hyphens in every eleventh long word."""
    text = text.translate(str.maketrans("’‘“”", "''\"\""))
    text = re.sub(r"(Mr\.|Ms\.|No\.|Sra?\.|Mme|núm\.|n°|\b[0-9]{1,2}) ", "\\1\u00a0", text)
    seen = 0

    def noisy(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        word = found.group()
        if seen % 11 == 0:
            return f"{word[:4]}\u00ad{word[4:]}"
        return word.replace("fi", "ﬁ").replace("fl", "ﬂ") if seen % 3 == 0 else word

    return _LETTERS.sub(noisy, text)


def _pages(text: str, mark: Callable[[int], str]) -> str:
    """Insert ``mark(page)`` in mid-sentence, at least ``PAGE`` characters apart, only in long paragraphs."""
    parts: list[str] = []
    page, since = 1, 0
    for paragraph in text.split("\n\n"):
        since += len(paragraph)
        breaks = [
            found.start()
            for found in _MID_SENTENCE.finditer(paragraph)
            if found.start() > len(paragraph) // 2
        ]
        if since > PAGE and len(paragraph) > 250 and breaks:
            page, since = page + 1, 0
            parts.append(f"{paragraph[: breaks[0]]}\n\n{mark(page)}\n\n{paragraph[breaks[0] + 1 :]}")
        else:
            parts.append(paragraph)
    return "\n\n".join(parts)


def page_numbers(text: str) -> str:
    """Interrupt sentences with page numbers."""
    return _pages(text, str)


def form_feeds(text: str) -> str:
    """Interrupt sentences with a page number and a form feed."""
    return _pages(text, lambda page: f"Page {page - 1}\n\f")


def _page_feet(text: str, gold: Gold) -> tuple[bytes, Gold]:
    """Interrupt sentences with the addressee's organisation and a page number, as page feet do."""
    foot = gold["addressee"]["organisation"]
    return _pages(text, lambda page: f"{foot}\n\n{page}").encode(), gold


def markdown(text: str) -> str:
    """Add the marks that converters to Markdown leave: bold, escapes, a dead link."""
    paragraphs = text.split("\n\n")
    heading = next((p for p in paragraphs if p.startswith("Mandat") and "\n" not in p), None)
    if heading is not None:
        paragraphs[paragraphs.index(heading)] = f"**{heading}**"
    text = _NUMBERED.sub(r"\1\\. ", "\n\n".join(paragraphs))
    text = re.sub(r"^(Annexe?|Anexo)$", r"## **\1**", text, flags=re.MULTILINE)
    return re.sub(r"reporting website|site internet|sitio web", r"[\g<0>](#)", text)


_HOSTING = {
    "en": "Está en la página 1de 4\n\nQuick viewing(Text Mode)\n\n",
    "fr": "You are on page 1of 8\n\nTotal Page:16\n\nFile Type:pdf, Size:1020Kb\n\n",
    "es": "Quick viewing(Text Mode)\n\nSunteți pe pagina 1din 24\n\n",
}


def _hosted(text: str, gold: Gold) -> tuple[bytes, Gold]:
    """Put before the letter what a document host shows: in another language, the title twice."""
    title = f"{gold['reference'].partition(' ')[2]} {gold['date'][:4]}\n\n"
    return f"{_HOSTING[gold['language']]}{title}{title}{text}".encode(), gold


def date_after_salutation(text: str) -> str:
    """Move the date behind the salutation, on its line."""
    date = _DATE_LINE.search(text)
    salutation = _SALUTATION.search(text)
    assert date
    assert salutation
    after = f"\n\n{salutation.group(1)} {date.group(1)}\n\n"
    return text.replace(date.group(), "\n\n", 1).replace(f"\n\n{salutation.group(1)}\n\n", after, 1)


def date_on_the_reference_line(text: str) -> str:
    """Pull the date up to the end of the line before it."""
    date = _DATE_LINE.search(text)
    assert date
    return f"{text[: date.start()]} {date.group(1)}\n\n{text[date.end() :]}"


def _has_date_line(text: str, _gold: Gold) -> bool:
    return _DATE_LINE.search(text) is not None and _SALUTATION.search(text) is not None


def _date_follows_reference(text: str, gold: Gold) -> bool:
    found = _DATE_LINE.search(text)
    number = str(gold["reference"]).rpartition(" ")[2]
    return found is not None and text[: found.start()].endswith(number)


def _unequal_lists(text: str, gold: Gold) -> tuple[bytes, Gold]:
    """Drop the first of the resolutions that has a follower; the register can still tell whose the others are."""
    number = _droppable(text, gold)
    kept = [entry for entry in gold["resolutions"] if entry["number"] != number]
    return text.replace(f" {number}, ", " ", 1).encode(), {**gold, "resolutions": kept}


def _droppable(text: str, gold: Gold) -> str:
    listed = [entry["number"] for entry in gold.get("resolutions", ())]
    return next((number for number in listed if len(listed) > 2 and text.count(f" {number}, ") == 1), "")


def _has_columns(text: str) -> bool:
    return any(re.search(r"[a-z]   +[A-Z]", line) for line in text.split("\n"))


def _is_linear(text: str, gold: Gold) -> bool:
    """Tell whether a person could still read it as one line: no columns, notes, page feet or address blocks."""
    interrupted = re.search(r"\n\n[0-9²]{1,2}\n\n|<sup>|\n1 Voir", text)
    addressee = gold.get("addressee") or {}
    return not (
        interrupted or _has_columns(text) or addressee.get("persons") or addressee.get("organisation")
    )


def _is_communication(_text: str, gold: Gold) -> bool:
    return gold["doc_kind"] == "communication"


PERTURBATIONS: tuple[Perturbation, ...] = (
    Perturbation("wrapped", _same_gold(wrapped), lambda text, _: not _has_columns(text)),
    Perturbation("one line", _same_gold(one_line), _is_linear),
    Perturbation("stray blank lines", _same_gold(stray_blank_lines), lambda text, _: not _has_columns(text)),
    Perturbation("doubled blank lines", _same_gold(doubled_blank_lines)),
    Perturbation("carriage returns", _same_gold(lambda text: text.replace("\n", "\r\n"))),
    Perturbation("byte order mark", _same_gold(str, "utf-8-sig")),
    Perturbation("UTF-16", _same_gold(str, "utf-16")),
    Perturbation("light noise", _same_gold(light_noise)),
    Perturbation("page numbers", _same_gold(page_numbers)),
    Perturbation("form feeds", _same_gold(form_feeds)),
    Perturbation(
        "page feet",
        _page_feet,
        lambda text, gold: _is_communication(text, gold) and bool(gold["addressee"]["organisation"]),
    ),
    Perturbation("Markdown", _same_gold(markdown), _is_communication),
    Perturbation("hosting matter", _hosted, _is_communication),
    Perturbation("date after the salutation", _same_gold(date_after_salutation), _has_date_line),
    Perturbation(
        "date on the reference line", _same_gold(date_on_the_reference_line), _date_follows_reference
    ),
    Perturbation("unequal lists", _unequal_lists, lambda text, gold: bool(_droppable(text, gold))),
)
