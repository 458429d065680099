"""Letters made for comparing: passages and a record, without a file to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from kg.compare.passages import LetterText, letter_text
from kg.compare.sketch import Sketch, Sketcher
from kg.model.record import Addressee, Addressing, Record, Reference, Request, Said, SourceInfo
from kg.model.text import Block, Letter, Part, Source, Span, View

TOLD = (
    "Residents of the valley were reportedly told by armed men to leave their houses before the dam was filled.",
    "Three members of the committee who had asked for a hearing were allegedly detained overnight and beaten.",
    (
        "The water of the two wells that remained is said to have been unfit for drinking since the works began, and "
        "children fell ill in the weeks that followed, according to nurses of the district hospital at Orvane."
    ),
    (
        "It is alleged that the contractor kept no register of the families who had lived on the eastern bank, so that "
        "nobody could be compensated, and that letters to its office in the capital remained without an answer."
    ),
    "The cemetery was reportedly flooded without notice; relatives could neither move the graves nor hold a rite.",
)
ASKED = (
    "Please provide any additional information and comment you may have on the above allegations.",
    "Please describe the human rights due diligence carried out before the contract for the dam was signed.",
    "Please explain how the families of the eastern bank can obtain compensation for houses and orchards.",
)
FORMULA = (
    "We are independent human rights experts appointed and mandated by the United Nations Human Rights Council.",
    "This communication and any response received will be made public via the reporting website within 60 days.",
)


def made(
    number: int = 1,
    *,
    company: str = "Orvane Hydro Ltd",
    person: str = "Ida Merle",
    date: str = "2022-05-04",
    told: Sequence[str] = TOLD,
    asked: Sequence[str] = ASKED,
    notes: Sequence[str] = (),
    formula: Sequence[str] = FORMULA,
    language: str = "en",
) -> LetterText:
    """Return a letter to a company."""
    reference = f"AL OTH {number}/2022"
    parts = [
        (Part.REFERENCE, reference, ""),
        (Part.SALUTATION, f"Dear Ms. {person},", ""),
        (Part.INTRODUCTION, formula[0], ""),
        *((Part.ALLEGATIONS, text, "") for text in told),
        (
            Part.REQUESTS_CUE,
            f"We would be grateful to {company} for observations on the following matters:",
            "",
        ),
        *((Part.REQUEST, f"{index}. {text}", str(index)) for index, text in enumerate(asked, start=1)),
        (Part.PROCEDURE, formula[1], ""),
        (Part.CLOSING, f"Please accept, Ms. {person}, the assurances of our highest consideration.", ""),
        *((Part.FOOTNOTE, f"{index} {text}", str(index)) for index, text in enumerate(notes, start=1)),
    ]
    blocks, text = _blocks(parts)
    source = Source(f"{number}.txt", sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    requests = tuple(_request(block) for block in blocks if block.part is Part.REQUEST)
    record = Record(
        source=SourceInfo(source.name, source.sha256, source.media_type, source.encoding, len(text)),
        kind="communication",
        language=language,
        reference=Reference(Said(reference, (Span(0, len(reference)),)), "AL", "OTH", number, 2022),
        date=Said(date) if date else None,
        addressing=Addressing("company", (Addressee(Said(person), Said("Ms.")),), Said(company)),
        requests=requests,
    )
    return letter_text(Letter(source, language, "communication", tuple(blocks)), record)


def _blocks(parts: Iterable[tuple[Part, str, str]]) -> tuple[list[Block], str]:
    blocks, pieces, at = [], [], 0
    for part, text, number in parts:
        blocks.append(Block(part, View(text, tuple(range(at, at + len(text)))), number))
        pieces.append(text)
        at += len(text) + 2
    return blocks, "\n\n".join(pieces)


def _request(block: Block) -> Request:
    body = block.text.removeprefix(f"{block.number}. ")
    return Request(int(block.number), body, block.view.spans(0, len(block.text)))


def sketches(letters: Iterable[LetterText]) -> list[Sketch]:
    """Return a sketch of each letter, under its reference."""
    sketcher = Sketcher()
    dated = ((one, one.record.date.value if one.record.date else "") for one in letters)
    return [sketcher.sketch(one.name, day, one.text) for one, day in dated]
