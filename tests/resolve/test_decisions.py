"""A reader's answers: read, applied, taken back, and never dropped in silence."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.model.identity import ADDRESSEE, COMPANY, HOLDER, Answer, Appearance, Identities
from kg.model.record import Basis, Record
from kg.resolve.decisions import COLUMNS, read_decisions, write_proposals
from kg.resolve.identity import resolve
from tests.builders.register import small_register
from tests.resolve.made import key, letter

SONY, GROUP = "Sony Corporation", "Sony Group Corporation"
LETTERS = [
    letter(1, company=SONY, to=["Li Wei"]),
    letter(2, company=GROUP, to=["Li Wei"]),
    letter(3, names=[SONY]),
]


def line(answer: str, left: str, right: str, *more: str, kind: str = "company") -> str:
    return "\t".join((answer, kind, left, right, *more))


def decided(*lines: str, letters: list[Record] | None = None) -> Identities:
    return resolve(letters or LETTERS, small_register(), read_decisions("\n".join(lines), "mine.tsv"))


def company(name: str, number: int) -> Appearance:
    return Appearance(COMPANY, name, key(number))


def head(number: int) -> Appearance:
    return Appearance(ADDRESSEE, "Li Wei", key(number))


def one(found: Identities, left: Appearance, right: Appearance) -> bool:
    assert found.entity(left) is not None
    return found.entity(left) == found.entity(right)


def codes(found: Identities) -> list[str]:
    return [problem.code for problem in found.problems]


def test_same_joins_and_without_the_line_they_are_apart_again() -> None:
    joined = decided(line("same", SONY, GROUP, "", "", "renamed on 1 April 2021", "me", "2026-01-02"))
    assert one(joined, company(SONY, 1), company(GROUP, 2))
    assert one(joined, company(SONY, 3), company(GROUP, 2))
    (said,) = [verdict for verdict in joined.verdicts if verdict.rule == "decision"]
    assert (said.answer, said.reason, said.basis) == (Answer.SAME, "renamed on 1 April 2021", Basis.EXTERNAL)
    assert not one(decided(), company(SONY, 1), company(GROUP, 2))
    assert decided() == decided("# nothing but a remark", "", "\t".join(COLUMNS))


def test_a_joined_company_joins_its_people() -> None:
    assert not one(decided(), head(1), head(2))
    assert one(decided(line("same", SONY, GROUP)), head(1), head(2))


def test_different_undoes_a_merge_and_without_the_line_it_is_back() -> None:
    letters = [letter(1, company="Hitachi, Ltd"), letter(2, company="HITACHI LIMITED")]
    left, right = company("Hitachi, Ltd", 1), company("HITACHI LIMITED", 2)
    assert one(decided(letters=letters), left, right)
    apart = decided(line("different", "Hitachi, Ltd", "HITACHI LIMITED"), letters=letters)
    assert not one(apart, left, right)
    assert [verdict.rule for verdict in apart.verdicts] == ["decision"]
    assert apart.open == ()


def test_different_parts_the_same_name_in_two_letters() -> None:
    letters = [letter(number, signed=[("Nils Melzer", "sr-torture")]) for number in (1, 2, 3)]
    said = line("different", "Nils Melzer", "Nils Melzer", key(1), key(2), kind="person")
    found = decided(said, letters=letters)
    assert not found.problems
    assert not one(
        found, Appearance(HOLDER, "Nils Melzer", key(1)), Appearance(HOLDER, "Nils Melzer", key(2))
    )


def test_a_name_in_every_letter_is_not_that_in_the_register() -> None:
    letters = [letter(number, concerned=["Ahmed Shaheed"]) for number in (1, 2)]
    said = line("same", "Ahmed Shaheed", "Ahmed Shaheed", kind="person")
    (entity,) = decided(said, letters=letters).entities
    assert not entity.known
    assert len(entity.appearances) == 2


def test_unsure_keeps_apart_and_is_not_asked_again() -> None:
    letters = [letter(1, company="Hitachi, Ltd"), letter(2, company="HITACHI LIMITED")]
    found = decided(line("unsure", "Hitachi, Ltd", "HITACHI LIMITED"), letters=letters)
    assert not one(found, company("Hitachi, Ltd", 1), company("HITACHI LIMITED", 2))
    assert found.open == ()
    assert decided().open
    assert not decided(
        line("unsure", SONY, GROUP), line("unsure", "Li Wei", "Li Wei", key(1), key(2), kind="person")
    ).open


def test_an_entry_of_the_register_can_be_named() -> None:
    letters = [letter(1, signed=[("Ahmed Shaheed", "sr-torture")])]
    said = line("same", "Ahmed Shaheed", "Ahmed Shaheed", key(1), "register", kind="person")
    (entity,) = decided(said, letters=letters).entities
    assert entity.known
    assert not decided(letters=letters).entities[0].known


PROBLEMS = [
    ("no such name", [line("same", SONY, "Sonny Corporation")], "decision-unused", "line 1"),
    ("no such letter", [line("same", SONY, GROUP, key(1), key(9))], "decision-unused", "line 1"),
    ("another kind", [line("same", SONY, GROUP, kind="person")], "decision-unused", "line 1"),
    ("a name differs from itself", [line("different", SONY, SONY)], "decision-unused", "line 1"),
    ("same and different", ["# mine", line("same", SONY, GROUP), line("different", GROUP, SONY)], "decisions-contradict", "line 2"),
    ("same and unsure", [line("same", SONY, GROUP), line("unsure", SONY, GROUP)], "decisions-contradict", "line 2"),
    ("different by way of a third", [line("same", SONY, GROUP, key(1)), line("same", SONY, GROUP, key(3)), line("different", SONY, SONY, key(1), key(3))], "decisions-contradict", "line 3"),
    ("two entries of the register", [line("same", "Ahmed Shaheed", "Dante Pesce", "register", "register", kind="person")], "decisions-contradict", "the register"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "code", "place"), [case[1:] for case in PROBLEMS], ids=[case[0] for case in PROBLEMS]
)
def test_what_cannot_be_applied_is_a_problem_with_its_line(lines: list[str], code: str, place: str) -> None:
    found = decided(*lines)
    assert set(codes(found)) == {code}
    assert any(place in problem.message for problem in found.problems)


def test_of_contradictory_lines_different_holds() -> None:
    found = decided(line("same", SONY, GROUP), line("different", SONY, GROUP))
    assert not one(found, company(SONY, 1), company(GROUP, 2))


BAD_LINES = [
    ("too few cells", "same\tcompany\tAcme", "needs at least"),
    ("unknown answer", line("maybe", SONY, GROUP), "the answer is 'maybe'"),
    ("new is for the program", line("new", SONY, GROUP), "the answer is 'new'"),
    ("unknown kind", line("same", SONY, GROUP, kind="letter"), "the kind is 'letter'"),
    ("no name", line("same", SONY, " "), "a name is missing"),
]


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in BAD_LINES], ids=[case[0] for case in BAD_LINES]
)
def test_a_line_that_is_no_decision_is_named(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=rf"mine\.tsv, line 3: .*{message}"):
        read_decisions(f"# mine\n\n{text}\n", "mine.tsv")


def test_proposals_are_decisions_that_ask_nothing_more() -> None:
    before = decided()
    text = write_proposals(before.open)
    assert text.split("\n")[0].split("\t") == list(COLUMNS)
    after = resolve(LETTERS, small_register(), read_decisions(text, "proposals.tsv"))
    assert (after.open, after.problems) == ((), ())
    assert after.entities == before.entities


def test_corrected_proposals_join_what_they_ask_about() -> None:
    text = write_proposals(decided().open).replace("unsure\t", "same\t")
    found = resolve(LETTERS, small_register(), read_decisions(text, "proposals.tsv"))
    assert one(found, company(SONY, 3), company(GROUP, 2))
    assert one(found, head(1), head(2))
    assert found.problems == ()


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0 Ltd", "+Aurora Ltd", "-Aurora Ltd", "@Aurora Ltd", "Tab\tAurora Ltd"]
)
def test_no_name_is_taken_for_a_formula_and_it_is_read_back(name: str) -> None:
    letters = [letter(1, names=[name]), letter(2, names=[name.replace("Ltd", "AG")])]
    text = write_proposals(decided(letters=letters).open)
    assert len(text.split("\n")) == 3
    assert all(cell[:1] not in "=+-@" for row in text.split("\n")[:-1] for cell in row.split("\t") if cell)
    found = resolve(letters, small_register(), read_decisions(text.replace("unsure", "same", 1), "p.tsv"))
    assert (len(found.entities), found.problems) == (1, ())


def test_a_file_from_a_spreadsheet_is_read() -> None:
    text = "\ufeff" + "\r\n".join(["\t".join(COLUMNS), line("same", SONY, GROUP, "", "", "", "", ""), ""])
    assert one(
        resolve(LETTERS, small_register(), read_decisions(text, "x.tsv")), company(SONY, 1), company(GROUP, 2)
    )
