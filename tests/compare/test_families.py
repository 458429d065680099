"""Letters grouped into families and variants."""

from __future__ import annotations

import random
import time

import pytest

from kg.compare.families import families, same_action
from kg.compare.passages import LetterText
from kg.compare.sketch import Sketch, Sketcher, candidates
from kg.model.family import Family
from tests.compare.made import ASKED, FORMULA, TOLD, made, sketches

OTHER = (
    "A journalist of the daily Lumen was reportedly sentenced to four years in prison after a trial behind closed doors.",
    "Her lawyer was allegedly refused access to the file, and two witnesses for the defence were not heard by the court.",
    (
        "It is further alleged that her sources were identified with software that had been sold to the security service, "
        "and that the licence was renewed after the vendor had been told of it by several organisations and a newspaper."
    ),
    "Colleagues who stood outside the court with photographs were reportedly fined, and one of them lost her position.",
    "The newspaper was closed in the month that followed, and its archive can no longer be read by anybody, it is said.",
)


def grouped(letters: list[LetterText]) -> tuple[Family, ...]:
    known = {letter.name: letter for letter in letters}
    return families(sketches(letters), known.__getitem__)


def variants(letters: list[LetterText]) -> list[list[list[str]]]:
    return [
        [[member.letter for member in variant.members] for variant in family.variants]
        for family in grouped(letters)
    ]


TWO = ["AL OTH 1/2022", "AL OTH 2/2022"]
LONGER = [*TOLD[:4], TOLD[4].replace("without notice", "at night")]
CASES = [
    ("another company", made(2, company="Belcour S.A.", person="Jo Bel"), [[TWO]]),
    ("another wording", made(2, told=LONGER), [[TWO[:1], TWO[1:]]]),
    ("one request less", made(2, asked=ASKED[:2]), [[TWO[:1], TWO[1:]]]),
    ("a week later", made(2, date="2022-05-11"), [[TWO]]),
    ("a year later", made(2, date="2023-05-04"), []),
    ("month only", made(2, date="2022-05"), [[TWO[::-1]]]),
    ("another month only", made(2, date="2022-06"), []),
    ("no such day", made(2, date="2022-06-31"), []),
    ("other allegations under the same formulas", made(2, told=OTHER), []),
    ("half the allegations and others", made(2, told=[*TOLD[:2], *OTHER[1:]]), []),
    ("no allegations", made(2, told=[]), []),
]  # fmt: skip


@pytest.mark.parametrize(("other", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_letters(other: LetterText, expected: list[list[list[str]]]) -> None:
    assert variants([made(1), other]) == expected


def test_names_make_no_variant() -> None:
    told = [text.replace("contractor", "contractor, {company} (Ms. {surname}),") for text in TOLD]
    letters = [
        made(number, company=company, person=person, told=[t.format(company=short, surname=person.split()[1]) for t in told])
        for number, (company, short, person) in enumerate(
            [("Orvane Hydro Ltd", "Orvane Hydro", "Ida Merle"), ("Belcour S.A.", "Belcour S.A.", "Jo Bel"), ("Norn", "Norn", "Ann Ray")], start=1
        )
    ]  # fmt: skip
    assert len({letter.text for letter in letters}) == 3
    assert len({letter.digest for letter in letters}) == 1


def test_a_word_more_makes_a_variant() -> None:
    assert made(1).digest != made(1, formula=(FORMULA[0], FORMULA[1].replace("60", "30"))).digest


def test_a_request_of_one_variant_only_is_named() -> None:
    (family,) = grouped([made(1), made(2), made(3, asked=ASKED[::2])])
    (missing,) = family.unmatched
    assert (missing.found_in, missing.missing_in, missing.index, missing.text) == ("A", "B", 1, ASKED[1])
    assert 90 <= family.shared < 100


def many(count: int) -> list[LetterText]:
    """Return letters of three actions, each to many companies, in several wordings."""
    letters = []
    for number in range(1, count + 1):
        action, wording = number % 3, number % 4
        told = [(*TOLD, *OTHER)[(index + 3 * action) % 10] for index in range(5)]
        asked = [*ASKED, f"Please state what was done in matter {action}."][: 4 - wording // 2]
        company = f"Company {chr(65 + number % 26)}{number} Ltd"
        letters.append(made(number, company=company, date=f"20{20 + action}-03-12", told=told, asked=asked))
    return letters


def test_two_hundred_letters() -> None:
    letters = many(200)
    opened: list[str] = []
    known = {letter.name: letter for letter in letters}

    def opener(name: str) -> LetterText:
        opened.append(name)
        return known[name]

    start = time.process_time()
    found = families(sketches(letters), opener)
    assert time.process_time() - start < 20
    assert sorted(len(family.members) for family in found) == [66, 67, 67]
    assert {len(family.variants) for family in found} == {2}
    assert sorted(member.letter for family in found for member in family.members) == sorted(known)
    assert len(opened) < 5 * len(letters)  # no letter is compared with all others


def test_order_makes_no_difference() -> None:
    letters = many(40)
    first = grouped(letters)
    random.Random(7).shuffle(letters)  # noqa: S311 - any other order will do
    assert grouped(letters) == first == grouped(letters[::-1])


def test_a_shingle_of_many_days_brings_nobody_together() -> None:
    alike = [Sketch(f"letter {day:02}", f"2022-03-{day:02}", frozenset(range(50))) for day in range(1, 29)]
    assert candidates(alike) == ()
    assert len(candidates(alike[:3])) == 3


@pytest.mark.slow
def test_candidates_of_twenty_thousand_letters() -> None:
    """20,000 letters, 150 to an action, which share half of their shingles with every other letter."""
    formula = frozenset(range(96))
    letters = [
        Sketch(f"{number:05}", f"day {number // 150}", formula | frozenset(range(base, base + 96)))
        for number in range(20_000)
        for base in [1_000 + 1_000 * (number // 150)]
    ]
    start = time.process_time()
    pairs = candidates(letters)
    assert time.process_time() - start < 30
    assert len(pairs) <= 2 * len(letters)
    assert all(int(left) // 150 == int(right) // 150 for left, right in pairs)
    assert {name for pair in pairs for name in pair} == {
        letter.name for letter in letters if letter.name != "none"
    }


def test_sketches_depend_on_words_only() -> None:
    sketcher = Sketcher()
    one = sketcher.sketch("a", "", " ".join(TOLD))
    assert one.hashes == Sketcher().sketch("a", "", "\n".join(TOLD).upper()).hashes
    assert not one.hashes & sketcher.sketch("a", "", " ".join(OTHER)).hashes
    assert sketcher.sketch("a", "", "four words are few").hashes == frozenset()


def test_same_action_is_symmetric() -> None:
    for _, other, _ in CASES:
        assert same_action(made(1), other) == same_action(other, made(1))
