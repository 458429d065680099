"""Who is who across letters: four answers, and what context proves."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from kg.model.identity import ADDRESSEE, COMPANY, CONCERNED, HOLDER, ORGANISATION, Answer, Appearance
from kg.model.record import Basis, Record
from kg.resolve.identity import fullest, resolve
from tests.builders.register import small_register
from tests.resolve.made import between, in_register, key, letter

BUSINESS, RELIGION, TORTURE = "wg-business", "sr-religion-or-belief", "sr-torture"
SAME, DIFFERENT, UNSURE = Answer.SAME, Answer.DIFFERENT, Answer.UNSURE


def signer(name: str, number: int) -> Appearance:
    return Appearance(HOLDER, name, key(number))


def head(name: str, number: int) -> Appearance:
    return Appearance(ADDRESSEE, name, key(number))


def victim(name: str, number: int) -> Appearance:
    return Appearance(CONCERNED, name, key(number))


def company(name: str, number: int) -> Appearance:
    return Appearance(COMPANY, name, key(number))


@dataclass(frozen=True)
class Case:
    """Letters, two names in them, and what is to be found; the rule, where it matters."""

    name: str
    letters: tuple[Record, ...]
    one: Appearance
    other: Appearance
    answer: Answer | None
    rule: str = ""


CASES = [
    Case("the register knows the name, the mandate and the day",
         (letter(1, signed=[("Ahmed Shaheed", RELIGION)]),),
         signer("Ahmed Shaheed", 1), in_register("Ahmed Shaheed"), SAME, "register"),
    Case("with a title and in capitals",
         (letter(1, signed=[("Dr. AHMED SHAHEED", RELIGION)]), letter(2, signed=[("Ahmed Shaheed", RELIGION)])),
         signer("Dr. AHMED SHAHEED", 1), signer("Ahmed Shaheed", 2), SAME, "register"),
    Case("by a variant of the register",
         (letter(1, signed=[("D. Pesce", BUSINESS)]), letter(2, signed=[("Dante Pesce", BUSINESS)])),
         signer("D. Pesce", 1), signer("Dante Pesce", 2), SAME, "register"),
    Case("the name of the register for another mandate",
         (letter(1, signed=[("Ahmed Shaheed", TORTURE)]),),
         signer("Ahmed Shaheed", 1), in_register("Ahmed Shaheed"), UNSURE, "register"),
    Case("the name of the register long after the tenure",
         (letter(1, signed=[("Ahmed Shaheed", RELIGION)], date="2025-03-01"),),
         signer("Ahmed Shaheed", 1), in_register("Ahmed Shaheed"), UNSURE, "register"),
    Case("a letter of the name of the register differs",
         (letter(1, signed=[("Ahmed Shahead", RELIGION)]),),
         signer("Ahmed Shahead", 1), in_register("Ahmed Shaheed"), UNSURE, "register"),
    Case("unknown to the register, one mandate",
         (letter(1, signed=[("Nils Melzer", TORTURE)]), letter(2, signed=[("Nils Melzer", TORTURE)])),
         signer("Nils Melzer", 1), signer("Nils Melzer", 2), SAME, "same-name"),
    Case("unknown to the register, two mandates",
         (letter(1, signed=[("Nils Melzer", TORTURE)]), letter(2, signed=[("Nils Melzer", RELIGION)])),
         signer("Nils Melzer", 1), signer("Nils Melzer", 2), UNSURE, "same-name"),
    Case("a middle name left out, one mandate",
         (letter(1, signed=[("Maria Grazia Giammarinaro", TORTURE)]), letter(2, signed=[("Maria Giammarinaro", TORTURE)])),
         signer("Maria Grazia Giammarinaro", 1), signer("Maria Giammarinaro", 2), SAME, "initials"),
    Case("a middle name left out, no context",
         (letter(1, concerned=["Maria Grazia Giammarinaro"]), letter(2, concerned=["Maria Giammarinaro"])),
         victim("Maria Grazia Giammarinaro", 1), victim("Maria Giammarinaro", 2), UNSURE, "initials"),
    Case("an initial that stands for two",
         (letter(1, signed=[("J. Méndez", TORTURE)]), letter(2, signed=[("Juan Méndez", TORTURE)]), letter(3, signed=[("José Méndez", TORTURE)])),
         signer("J. Méndez", 1), signer("Juan Méndez", 2), UNSURE, "initials"),
    Case("initials that contradict each other",
         (letter(1, signed=[("John A. Smith", TORTURE)]), letter(2, signed=[("John B. Smith", TORTURE)])),
         signer("John A. Smith", 1), signer("John B. Smith", 2), DIFFERENT, "other-initials"),
    Case("the order of a name, one company",
         (letter(1, to=["Lei Jun"], company="Xiaomi Corporation"), letter(2, to=["Jun Lei"], company="Xiaomi Corp.")),
         head("Lei Jun", 1), head("Jun Lei", 2), SAME, "name-order"),
    Case("Li Wei of two companies",
         (letter(1, to=["Li Wei"], company="Aurora Mining Ltd"), letter(2, to=["Li Wei"], company="Delta Textile Ltd")),
         head("Li Wei", 1), head("Li Wei", 2), UNSURE, "same-name"),
    Case("Li Wei of one company under two spellings",
         (letter(1, to=["Li Wei"], company="Aurora Mining Ltd"), letter(2, to=["Li Wei"], company="AURORA MINING LIMITED")),
         head("Li Wei", 1), head("Li Wei", 2), SAME, "same-name"),
    Case("a minister of one Government",
         (letter(1, to=["Ana Peña"], state="PER"), letter(2, to=["Ana Pena"], state="PER")),
         head("Ana Peña", 1), head("Ana Pena", 2), SAME, "same-name"),
    Case("ministers of two Governments",
         (letter(1, to=["Ana Peña"], state="PER"), letter(2, to=["Ana Peña"], state="CHL")),
         head("Ana Peña", 1), head("Ana Peña", 2), UNSURE, "same-name"),
    Case("a surname alone, one company",
         (letter(1, to=["Lei"], company="Xiaomi Corp."), letter(2, to=["Lei"], company="Xiaomi Corp.")),
         head("Lei", 1), head("Lei", 2), None),
    Case("victims of the same name in two letters",
         (letter(1, concerned=["Juan Quispe"]), letter(2, concerned=["Juan Quispe"])),
         victim("Juan Quispe", 1), victim("Juan Quispe", 2), UNSURE, "same-name"),
    Case("a victim who has the name of a mandate holder",
         (letter(1, concerned=["Ahmed Shaheed"], signed=[("Ahmed Shaheed", RELIGION)]),),
         victim("Ahmed Shaheed", 1), signer("Ahmed Shaheed", 1), UNSURE),
    Case("brothers in one letter",
         (letter(1, concerned=["J. Quispe Mamani", "Juan Quispe Mamani"]),),
         victim("J. Quispe Mamani", 1), victim("Juan Quispe Mamani", 1), UNSURE, "initials"),
    Case("a legal form spelt out",
         (letter(1, company="Hitachi, Ltd"), letter(2, names=["HITACHI LIMITED"])),
         company("Hitachi, Ltd", 1), company("HITACHI LIMITED", 2), SAME, "legal-form"),
    Case("a legal form left out in the letter that has it",
         (letter(1, company="Siemens AG", names=["Siemens"]), letter(2, company="Siemens Ltd")),
         company("Siemens AG", 1), company("Siemens", 1), SAME, "same-letter"),
    Case("two legal forms",
         (letter(1, company="Siemens AG"), letter(2, company="Siemens Ltd")),
         company("Siemens AG", 1), company("Siemens Ltd", 2), UNSURE, "other-legal-form"),
    Case("no legal form beside two",
         (letter(1, company="Siemens AG"), letter(2, company="Siemens Ltd"), letter(3, names=["Siemens"])),
         company("Siemens AG", 1), company("Siemens", 3), UNSURE, "other-legal-form"),
    Case("an ampersand",
         (letter(1, company="Smith & Wesson Inc."), letter(2, copied=["Smith and Wesson, Inc"])),
         company("Smith & Wesson Inc.", 1), company("Smith and Wesson, Inc", 2), SAME, "legal-form"),
    Case("the company and its subsidiary",
         (letter(1, company="Hitachi, Ltd"), letter(2, names=["Hitachi Construction Machinery Co., Ltd"])),
         company("Hitachi, Ltd", 1), company("Hitachi Construction Machinery Co., Ltd", 2), DIFFERENT, "more-words"),
    Case("the parent and the company in a country",
         (letter(1, names=["Nestlé Nigeria Plc", "Nestlé S.A."]),),
         company("Nestlé Nigeria Plc", 1), company("Nestlé S.A.", 1), DIFFERENT, "more-words"),
    Case("a group and its company",
         (letter(1, company="Sony Corporation"), letter(2, company="Sony Group Corporation")),
         company("Sony Corporation", 1), company("Sony Group Corporation", 2), UNSURE, "general-words"),
    Case("a letter of a company differs",
         (letter(1, company="Nordfels Lithium S.A."), letter(2, company="Nordfelz Lithium S.A.")),
         company("Nordfels Lithium S.A.", 1), company("Nordfelz Lithium S.A.", 2), UNSURE, "similar-name"),
    Case("two plants",
         (letter(1, names=["Aurora Smelting Plant 1", "Aurora Smelting Plant 2"]),),
         company("Aurora Smelting Plant 1", 1), company("Aurora Smelting Plant 2", 1), DIFFERENT, "other-words"),
    Case("two companies with nothing in common",
         (letter(1, names=["Aurora Mining", "Delta Textile"]),),
         company("Aurora Mining", 1), company("Delta Textile", 1), None),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers(case: Case) -> None:
    found = resolve(case.letters, small_register())
    if "register" in (case.one.letter, case.other.letter):
        answers = {
            verdict.answer
            for verdict in found.verdicts
            if verdict.right and "register" in verdict.right.letters
        }
        assert answers == {case.answer}
    else:
        assert between(found, case.one, case.other) is case.answer
    assert not case.rule or case.rule in {verdict.rule for verdict in found.verdicts}
    assert all(verdict.reason for verdict in found.verdicts)


def test_organisations_of_two_governments_stay_apart() -> None:
    letters = [
        letter(1, organisation="Ministry of Justice", state="PER"),
        letter(2, organisation="Ministry of Justice", state="CHL"),
    ]
    found = resolve(letters, small_register())
    one, other = (Appearance(ORGANISATION, "Ministry of Justice", key(number)) for number in (1, 2))
    assert found.entity(one) != found.entity(other)


def test_what_stands_alone_is_new() -> None:
    found = resolve([letter(1, company="Aurora Mining Ltd")], small_register())
    (verdict,) = found.verdicts
    assert (verdict.answer, verdict.right, verdict.basis) == (Answer.NEW, None, Basis.NORMALISED)
    assert found.open == ()


def test_only_the_unsure_is_put_to_a_reader_and_each_pair_once() -> None:
    letters = [letter(number, concerned=["Juan Quispe"], names=["Sony Corporation"]) for number in (1, 2)]
    found = resolve([*letters, letter(3, names=["Sony Group Corporation"])], small_register())
    asked = [(verdict.left.name, verdict.right.name if verdict.right else "") for verdict in found.open]
    assert asked == [("Sony Corporation", "Sony Group Corporation"), ("Juan Quispe", "Juan Quispe")]
    assert {verdict.answer for verdict in found.open} == {Answer.UNSURE}


def test_a_holder_who_fits_two_entries_is_none_of_them() -> None:
    register = small_register()
    namesake = replace(register.holders[1], name="Dario Pesce", variants=("D. Pesce",))
    two = replace(register, holders=(*register.holders, namesake))
    found = resolve([letter(1, signed=[("D. Pesce", BUSINESS)])], two)
    assert not any(entity.known for entity in found.entities)
    assert {verdict.right.name for verdict in found.verdicts if verdict.right} == {
        "Dante Pesce",
        "Dario Pesce",
    }


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["Hitachi", "Hitachi, Ltd", "HITACHI LIMITED"], "Hitachi, Ltd"),
        (["N. Melzer", "Nils Melzer"], "Nils Melzer"),
        (["Maria Giammarinaro", "Maria Grazia Giammarinaro"], "Maria Grazia Giammarinaro"),
    ],
)
def test_a_thing_goes_by_its_fullest_name(names: list[str], label: str) -> None:
    assert fullest([Appearance(COMPANY, name, key(number)) for number, name in enumerate(names)]) == label
