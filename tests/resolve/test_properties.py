"""Whatever the letters say: order does not matter, everybody is somebody, and a reader has the last word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.iris import person
from kg.graph.who import Who
from kg.model.identity import Answer, Appearance, Identities, names_of
from kg.model.record import Record
from kg.resolve import companies as companies_room
from kg.resolve import near_persons as near_room
from kg.resolve import persons as persons_room
from kg.resolve.decisions import Decision
from kg.resolve.identity import resolve
from kg.resolve.sightings import sightings
from tests.builders.register import small_register
from tests.resolve.made import letter

PERSONS = [
    "Li Wei",
    "Wei Li",
    "L. Wei",
    "Dante Pesce",
    "D. Pesce",
    "Dario Pesce",
    "Ahmed Shaheed",
    "Lei",
    "Juan Méndez",
    "Juan E. Mendez",
    "José Méndez",
    "J. Méndez",
    "雷军",
]
COMPANIES = [
    "Siemens",
    "Siemens AG",
    "Siemens Ltd",
    "SIEMENS LIMITED",
    "Siemens Energy AG",
    "Sony Corp.",
    "Sony Group",
    "雷军有限公司",
]
REGISTER = small_register()

persons, companies = st.sampled_from(PERSONS), st.sampled_from(COMPANIES)
mandates = st.sampled_from(["wg-business", "sr-religion-or-belief", "sr-torture", ""])
dates = st.sampled_from(["2021-03-12", "2019", "2030-01", ""])


@st.composite
def letters(draw: st.DrawFn) -> list[Record]:
    """Return up to five letters that name few names in many ways; two may be files of one letter."""
    numbers = draw(st.lists(st.integers(1, 4), max_size=5))
    return [
        letter(
            number,
            signed=draw(st.lists(st.tuples(persons, mandates), max_size=3)),
            to=draw(st.lists(persons, max_size=2)),
            company=draw(companies),
            names=draw(st.lists(companies, max_size=2)),
            concerned=draw(st.lists(persons, max_size=2)),
            date=draw(dates),
            file=f"{place}.txt",
        )
        for place, number in enumerate(numbers)
    ]


def names(records: list[Record]) -> list[Appearance]:
    return sorted({appearance for record in records for appearance, _ in names_of(record)})


@st.composite
def readings(draw: st.DrawFn) -> tuple[list[Record], list[Decision]]:
    """Return letters with decisions on names in them."""
    records = draw(letters())
    known = names(records)
    decisions = []
    for number in range(draw(st.integers(0, 4)) if known else 0):
        left = draw(st.sampled_from(known))
        right = draw(st.sampled_from([one for one in known if one.kind == left.kind]))
        ends = [((one.letter,) if draw(st.booleans()) else ()) for one in (left, right)]
        answer = draw(st.sampled_from([Answer.SAME, Answer.DIFFERENT, Answer.UNSURE]))
        decisions.append(Decision(left.kind, left.name, right.name, *ends, answer, "", number))
    return records, decisions


def found(case: tuple[list[Record], list[Decision]]) -> Identities:
    return resolve(case[0], REGISTER, case[1])


@settings(deadline=None)
@given(readings(), st.randoms())
def test_order_does_not_matter(case: tuple[list[Record], list[Decision]], random: Random) -> None:
    records, decisions = ([*some] for some in case)
    random.shuffle(records)
    random.shuffle(decisions)
    assert resolve(records, REGISTER, decisions) == found(case)


@settings(deadline=None)
@given(readings())
def test_every_name_of_a_letter_belongs_to_one_thing(case: tuple[list[Record], list[Decision]]) -> None:
    everything = [one for entity in found(case).entities for one in entity.appearances]
    assert sorted(everything) == names(case[0])
    assert {
        one.kind for entity in found(case).entities for one in entity.appearances if one.kind != entity.kind
    } == set()


@settings(deadline=None)
@given(letters())
def test_both_lists_of_names_are_one(records: list[Record]) -> None:
    assert sorted({sighting.appearance for sighting in sightings(records)}) == names(records)


@settings(deadline=None)
@given(readings())
def test_two_entries_of_the_register_are_never_one(case: tuple[list[Record], list[Decision]]) -> None:
    result = found(case)
    for verdict in result.verdicts:
        sides = [naming for naming in (verdict.left, verdict.right) if naming is not None]
        known = {naming.name for naming in sides if "register" in naming.letters}
        things = {result.entity(naming.first) for naming in sides if "register" not in naming.letters}
        if known and things and verdict.answer is Answer.SAME:
            assert known == {entity.name for entity in things if entity is not None and entity.known}


@settings(deadline=None)
@given(readings())
def test_a_reader_has_the_last_word(case: tuple[list[Record], list[Decision]]) -> None:
    records, decisions = case
    result = found(case)
    complained = " ".join(problem.message for problem in result.problems)
    for decision in decisions:
        left, right = (
            [
                one
                for one in names(records)
                if one.kind == decision.kind and one.name == name and (not where or one.letter in where)
            ]
            for name, where in (
                (decision.left, decision.left_letters),
                (decision.right, decision.right_letters),
            )
        )
        things = [{result.entity(one) for one in side} for side in (left, right)]
        if f"line {decision.line} " in complained:
            continue
        if decision.answer is Answer.SAME:
            assert len(things[0] | things[1]) == 1
        elif decision.answer is Answer.DIFFERENT:
            assert not things[0] & things[1]


@settings(deadline=None)
@given(readings())
def test_taking_all_decisions_back_undoes_them(case: tuple[list[Record], list[Decision]]) -> None:
    taken_back = [replace(decision, left="Nobody Known") for decision in case[1]]
    plain, without = resolve(case[0], REGISTER), resolve(case[0], REGISTER, taken_back)
    assert (without.entities, without.verdicts, without.open) == (plain.entities, plain.verdicts, plain.open)
    assert {problem.code for problem in without.problems} <= {"decision-unused"}


@settings(deadline=None)
@given(readings())
def test_verdicts_agree_with_what_was_done(case: tuple[list[Record], list[Decision]]) -> None:
    result = found(case)
    for verdict in result.verdicts:
        assert verdict.reason
        assert 0 <= verdict.score <= 100
        ends = [naming.first for naming in (verdict.left, verdict.right) if naming is not None]
        things = {result.entity(one) for one in ends if one.letter != "register"}
        if verdict.rule != "decision":
            assert (verdict.answer is Answer.SAME) <= (len(things) == 1)
    asked = [frozenset((verdict.left, verdict.right)) for verdict in result.open]
    assert len(asked) == len(set(asked))


@settings(deadline=None)
@given(readings())
def test_no_two_things_share_an_iri(case: tuple[list[Record], list[Decision]]) -> None:
    result = found(case)
    who = Who(REGISTER, result)
    iris = [who.bearing(entity) for entity in result.entities]
    assert len(set(iris)) == len(iris)
    for entity, iri in zip(result.entities, iris, strict=True):
        assert {who.of(one).iri for one in entity.appearances} == {iri}
        assert entity.known == (iri in {person(held.name) for held in REGISTER.holders})


def comparisons(monkeypatch: pytest.MonkeyPatch, count: int) -> int:
    """Return how many pairs of names are compared in so many letters of persons and companies apart."""
    done = Counter[str]()

    def counted(room: ModuleType, name: str) -> None:
        compare = getattr(room, name)

        def compared(*names: object) -> object:
            done["pairs"] += 1
            return compare(*names)

        monkeypatch.setattr(room, name, compared)

    random = Random(7)  # noqa: S311 - the same letters every time
    syllables = ["ka", "lo", "mi", "re", "tu", "sa", "no", "vi", "de", "pa", "bel", "ham", "tri"]

    def word() -> str:
        return "".join(random.choices(syllables, k=3)).capitalize()

    records = [
        letter(
            number,
            to=[f"{random.choice(['Ana', 'Li', 'Juan'])} {word()} {word()}"],
            company=f"{random.choice(['Global', 'Aurora', 'Delta'])} {word()} Ltd",
            names=[f"{word()} Mining {random.choice(['AG', 'Ltd', ''])}" for _ in range(3)],
            signed=[(f"Maria {word()}", "sr-torture")],
            concerned=[f"{word()} Khan", f"José {word()} Garcia"],
        )
        for number in range(1, count + 1)
    ]
    with monkeypatch.context() as patched:
        monkeypatch = patched
        counted(persons_room, "compare_persons")
        counted(near_room, "compare_persons")
        counted(companies_room, "_on_neighbours")
        resolve(records, REGISTER)
    return done["pairs"]


def test_the_work_grows_with_the_letters_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (comparisons(monkeypatch, count) for count in (200, 800))
    assert few > 200
    assert many < 6 * few
