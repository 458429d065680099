"""Each check on passages made by hand: what is a fault, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from kg.lint.check import lint
from kg.lint.finding import Finding
from kg.model.record import (
    Basis,
    DocumentSymbol,
    GeneralComment,
    InstrumentUse,
    MandateUse,
    Record,
    Request,
    Resolution,
    Said,
    Signatory,
    SourceInfo,
)
from kg.model.text import Block, Letter, Part, Problem, Source, Span, View
from kg.vocab.load import load_register
from tests.relate.handmade import cited

LISTS = [
    ("begins with (b)", ["In addition, this involves (b) Integrating the findings into processes; (c) Tracking the measures taken."], ["list-starts-late"]),
    ("begins with (a)", ["This involves (a) assessing the impacts found; (b) Integrating the findings; (c) Tracking the measures."], []),
    ("without brackets", ["Tracking should: b) be based on proper indicators; c) draw on feedback from all sides."], ["list-starts-late"]),
    ("item by item", ["Business enterprises should:", "(a) Avoid causing adverse impacts;", "(c) Seek to prevent or mitigate impacts;", "(d) Track what they do about it."], ["list-skips"]),
    ("French", ["Merci d’indiquer :", "a) à quelle date ces faits sont survenus ;", "b) les vérifications qui ont été faites ;", "c) les suites données au courrier."], []),
    ("cited letters", ["This violates article 9 (b) and (c) of the Covenant, as well as paragraph 3 (d) of the resolution."], []),
    ("cited with words between", ["See article 2 (b) of the Convention on this matter, and article 4 (c) of the Convention on that one."], []),
    ("Spanish citation", ["Véase el artículo 7 (b) del Pacto en esta materia, así como el apartado (c) de la observación general."], []),
    ("something left out is marked", ["The principle requires […] (b) to integrate the findings made; (c) to track the measures taken."], []),
    ("one letter alone", ["The State must (b) protect everybody against abuse by third parties within its territory."], []),
    ("Roman numerals", ["They must show: (i) that it is lawful in all respects; (v) that it is needed; (x) that it is proportionate."], []),
    ("two lists", ["First (a) the water was cut off; (b) the wells were closed.", "Second (a) the school was shut; (b) the road was blocked."], []),
    ("far apart", ["(a) The company is asked to answer now.", *["A paragraph of its own."] * 6, "(c) The State is asked to answer too."], []),
    ("two letters left out", ["(a) The first item of a list stands here; (d) the fourth item of some list stands here."], []),
]  # fmt: skip

QUOTATIONS = [
    ("closed only", ["They cause or to which they contribute.” (Guiding Principle 15)"], ["unbalanced-quotation"]),
    ("opened only", ["The Council said that “all human rights are universal and indivisible."], ["unbalanced-quotation"]),
    ("both", ["The Council said that “all human rights are universal”."], []),
    ("over paragraphs", ["It reads: “Business enterprises should:", "(a) Avoid harm;", "(b) Prevent harm.”"], []),
    ("over paragraphs, each opened", ["“First paragraph of the text.", "“Second paragraph of the text.", "“Third and last.”"], []),
    ("guillemets", ["Il est dit que « tous les êtres humains naissent libres »."], []),
    ("guillemets closed only", ["Il est dit que tous les êtres humains naissent libres »."], ["unbalanced-quotation"]),
    ("one inside another", ["She said: “They told us ‘leave now’ and « partez » in turn.”"], []),
    ("straight marks", ['The policy called "Aid and the Centre” was renewed.'], []),
    ("German marks", ["Der Bericht „Arbeit“ wurde zitiert."], []),
    ("apostrophes", ["The company’s workers’ union"], []),
]  # fmt: skip

LINKS = [
    ("placeholder", ["made public via the [website](#) in 60 days"], ["dead-link"]),
    ("empty", ["made public via the [website]() in 60 days"], ["dead-link"]),
    ("script", ["made public via the [website](javascript:void(0)) in 60 days"], ["dead-link"]),
    ("real", ["made public via the [website](https://spcommreports.ohchr.org/) in 60 days"], []),
    ("anchor", ["see [note 3](#fn3) below"], []),
    ("quoted word", ["“[w]here (#) business enterprises”"], []),
]  # fmt: skip

CITATIONS = [
    ("wrong symbol", ["They were endorsed in its resolution (A/HRC/RES/17/31)."], ["doubtful-symbol"]),
    ("right symbol", ["They were endorsed in its resolution (A/HRC/RES/17/4); see A/HRC/17/31."], []),
    ("principle 32", ["We recall Guiding Principle 32."], ["principle-out-of-range"]),
    ("principle 31", ["We recall Guiding Principle 31."], []),
    ("article 61 of 53", ["This contravenes article 61 of the International Covenant on Civil and Political Rights."], ["provision-out-of-range"]),
    ("article 19", ["This contravenes article 19 (3) of the International Covenant on Civil and Political Rights."], []),
    ("another comment’s symbol", ["See general comment No. 35 of the Human Rights Committee (CCPR/C/GC/36)."], ["symbol-differs"]),
    ("the comment’s symbol", ["See general comment No. 36 of the Human Rights Committee (CCPR/C/GC/36)."], []),
    ("two comments and two symbols", ["See general comments Nos. 35 and 36 of the Human Rights Committee (CCPR/C/GC/35 and CCPR/C/GC/36)."], []),
]  # fmt: skip


EXACT = "“Business enterprises should respect human rights.” (Guiding Principle 11)"
WORDINGS = [
    ("the words of the principle", [EXACT], []),
    ("a part with a small letter", ["Guiding Principle 22 states that “[w]here business enterprises identify that they have caused or contributed to adverse impacts, they should provide for or cooperate in their remediation”."], []),
    ("words left out, and said so", ["“Business enterprises should respect human rights. This means that they should … address adverse human rights impacts with which they are involved.” (Guiding Principle 11)"], []),
    ("words put in, and said so", ["“[All] business enterprises should respect human rights.” (Guiding Principle 11)"], []),
    ("one word changed", ["“Business enterprises must respect human rights.” (Guiding Principle 11)"], ["quotation-differs"]),
    ("words left out silently", ["“This means that they should avoid infringing on human rights of others.” (Guiding Principle 11)"], ["quotation-differs"]),
    ("another text", ["“The State duty to protect is a standard of conduct that all must meet.” (Guiding Principle 11)"], []),
    ("a principle without wording", ["“States must protect everybody against every abuse.” (Guiding Principle 1)"], []),
    ("not quoted", ["Business enterprises must respect human rights (Guiding Principle 11)."], []),
]  # fmt: skip


def handmade(*paragraphs: str, part: Part = Part.ANNEX) -> Letter:
    """Return a letter whose text is the paragraphs, each one block, marks of lists included."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(part, View(paragraph, tuple(range(at, at + len(paragraph))))))
        at += len(paragraph) + 2
    digest = sha256(text.encode()).hexdigest()
    source = Source("letter.txt", digest, "text/plain", "utf-8", text)
    return Letter(source, "en", "communication", tuple(blocks))


def record_of(letter: Letter) -> Record:
    """Return a record with what the letter cites."""
    found, source = cited(letter), letter.source
    return Record(
        SourceInfo(source.name, source.sha256, source.media_type, source.encoding, len(source.text)),
        "communication",
        "en",
        principles=found.principles,
        documents=found.documents,
        instruments=found.instruments,
        general_comments=found.general_comments,
        other_resolutions=found.other_resolutions,
        problems=found.problems,
    )


def findings(letter: Letter, record: Record | None = None) -> tuple[Finding, ...]:
    return lint(letter, record or record_of(letter), load_register())


CASES = [*LISTS, *QUOTATIONS, *LINKS, *CITATIONS, *WORDINGS]


@pytest.mark.parametrize(
    ("paragraphs", "codes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_cases(paragraphs: list[str], codes: list[str]) -> None:
    letter = handmade(*paragraphs)
    found = findings(letter)
    assert [one.code for one in found] == codes
    for one in found:
        assert 0 <= one.start < one.end <= len(letter.source.text)
        assert one.message.endswith((".", "”."))
        assert one.suggestion


def test_places_are_those_of_the_marks() -> None:
    letter = handmade(
        "Text before it.", "This involves (b) Integrating the findings made; (c) Tracking the measures.” End"
    )
    marks = [letter.source.text[one.start : one.end] for one in findings(letter)]
    assert marks == ["(b)", "”"]


def test_the_principle_of_a_quotation_is_named() -> None:
    letter = handmade("Enterprises should have processes to which they contribute.” (Guiding Principle 15)")
    (found,) = findings(letter)
    assert found.message.startswith("The quotation of Guiding Principle 15 has a mark ”")


def test_a_resolution_by_number_is_judged_like_its_symbol() -> None:
    letter = handmade("They were endorsed in Human Rights Council resolution 17/31.")
    at = letter.source.text.index("17/31")
    record = replace(
        record_of(letter), other_resolutions=(Resolution(Said("17/31", (Span(at, at + 5),)), "HRC"),)
    )
    (found,) = findings(letter, record)
    assert (found.code, found.start) == ("doubtful-symbol", at)
    assert "17/4" in found.suggestion


def test_the_words_that_differ_are_shown() -> None:
    (found,) = findings(handmade("“Business enterprises must respect human rights.” (Guiding Principle 11)"))
    assert (
        found.message
        == "“business enterprises must respect human” is not in the words of Guiding Principle 11."
    )
    assert found.suggestion.startswith("the principle reads: Business enterprises should respect")


TORTURE, BUSINESS = "sr-torture", "wg-business"


def signed(
    mandates: list[str], signatures: list[str | None], *, closing: bool = True
) -> tuple[Letter, Record]:
    """Return a letter under some mandates, signed for some."""
    letter = handmade("Heading", "Please accept our regards.", "Ana Ost", part=Part.SIGNATURE)
    first, second, third = letter.blocks
    blocks: tuple[Block, ...] = (replace(first, part=Part.HEADING), third)
    if closing:
        blocks = (blocks[0], replace(second, part=Part.CLOSING), third)
    place = (Span(0, 7),)
    record = replace(
        record_of(letter),
        mandates=tuple(MandateUse(Said(one, place, Basis.NORMALISED), one) for one in mandates),
        signatories=tuple(
            Signatory(
                Said("Ana Ost", (Span(35, 42),)),
                Said("Special Rapporteur"),
                None if one is None else Said(one),
            )
            for one in signatures
        ),
    )
    return replace(letter, blocks=blocks), record


@pytest.mark.parametrize(
    ("mandates", "signatures", "closing", "codes"),
    [
        ([TORTURE], [TORTURE], True, []),
        ([TORTURE, BUSINESS], [TORTURE], True, ["mandate-unsigned"]),
        ([TORTURE], [TORTURE, BUSINESS], True, ["signature-without-mandate"]),
        ([TORTURE, BUSINESS], [TORTURE, None], True, []),
        ([TORTURE, BUSINESS], [], True, []),
        ([TORTURE, BUSINESS], [TORTURE], False, []),
    ],
    ids=["each", "one mandate", "one signature", "a signature nobody understands", "unsigned", "cut off"],
)
def test_signatures(
    mandates: list[str], signatures: list[str | None], *, closing: bool, codes: list[str]
) -> None:
    assert [one.code for one in findings(*signed(mandates, signatures, closing=closing))] == codes


@pytest.mark.parametrize(
    ("text", "numbers", "codes"),
    [
        ("1. One. 3. Three.", (1, 3), ["list-skips"]),
        ("1. One. 2 Two. 3. Three.", (1, 3), []),
        ("1. One. 2. Two.", (1, 2), []),
        ("1. One. 1. Again.", (1, 1), []),
    ],
)
def test_numbers_of_requests(text: str, numbers: tuple[int, int], codes: list[str]) -> None:
    letter = handmade(text, part=Part.REQUEST)
    second = text.rindex(f"{numbers[1]}.")
    places = ((Span(0, 6),), (Span(second, second + 5),))
    requests = tuple(Request(number, "x", place) for number, place in zip(numbers, places, strict=True))
    assert [one.code for one in findings(letter, replace(record_of(letter), requests=requests))] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("resolutions 16/4, 15/21 and 16/5", ["counts-differ"]),
        ("resolution 6/4 and 2001/62, as extended by Human Rights Council resolution 5/1", []),
        ("résolutions 6/4 et 2001/62, prorogées par la résolution 5/1", []),
    ],
)
def test_a_resolution_that_extends_others_is_no_mismatch(text: str, codes: list[str]) -> None:
    letter = handmade(text)
    record = replace(record_of(letter), problems=(Problem("counts-differ", "They differ.", 0, len(text)),))
    assert [one.code for one in findings(letter, record)] == codes


def test_values_without_a_place_are_passed_over() -> None:
    letter = handmade("Nothing of interest.")
    record = replace(
        record_of(letter),
        instruments=(
            InstrumentUse(Said("iccpr"), (Said("99"),)),
            InstrumentUse(Said("unknown"), (Said("1"),)),
        ),
        documents=(DocumentSymbol(Said("CCPR/C/GC/36")),),
        general_comments=(GeneralComment("CCPR", Said("35")),),
        other_resolutions=(Resolution(Said("17/31"), "HRC"),),
    )
    assert findings(letter, record) == ()
