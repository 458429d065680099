"""Several files of one letter: what contradicts, what goes first, and one node for what they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.graph.letter import letter_quads
from kg.graph.sources import ONCE, together
from kg.graph.verify import verify
from kg.model.quads import Quad, quad
from kg.model.record import Addressee, Addressing, Basis, Period, Record, ResolutionUse, Said
from kg.model.text import Span
from kg.resolve.identity import resolve
from kg.resolve.sources import contradictions, precedence
from kg.resources import folder
from kg.vocab.terms import RDF, SPL
from tests.builders.record import SHA256, TEXT, complete_record, said, span
from tests.builders.register import small_register
from tests.resolve.made import letter, source

LETTER = "https://w3id.org/sp-letters/id/letter/AL-OTH-7-2023"
PDF = "application/pdf"


def messages(*records: Record) -> list[str]:
    found = contradictions(records, resolve(records, small_register()))
    return [problem.message for record in records for problem in found.get(record.source.sha256, ())]


def both(one: Record, **changed: object) -> tuple[Record, Record]:
    """Return a letter as PDF, and as a text that says something else."""
    return replace(one, source=source("a.pdf", PDF)), replace(one, source=source("b.txt"), **changed)  # type: ignore[arg-type]


def addressing(organisation: str, *persons: str) -> Addressing:
    return Addressing("company", tuple(Addressee(Said(name)) for name in persons), Said(organisation))


PLAIN = letter(
    1,
    signed=[("Nils Melzer", "sr-torture"), ("Ahmed Shaheed", "sr-religion-or-belief")],
    company="Hitachi, Ltd",
    to=["Toshiaki Higashihara"],
)
GIVEN = replace(
    PLAIN,
    resolutions=(ResolutionUse(Said("44/15"), "HRC"),),
    states_copied=(Said("PER"),),
    response=Period(days=Said(60)),
    publication=Period(hours=Said(48)),
)

CONTRADICTIONS = [
    ("date", {"date": Said("2021-03-21")}, "2021-03-12 (a.pdf), 2021-03-21 (b.txt)"),
    ("person addressed", {"addressing": addressing("Hitachi, Ltd", "Keiji Kojima")}, "Toshiaki Higashihara (a.pdf), Keiji Kojima (b.txt)"),
    ("addressee", {"addressing": addressing("Sony Corporation", "Toshiaki Higashihara")}, "Hitachi, Ltd (a.pdf), Sony Corporation (b.txt)"),
    ("mandates", {"mandates": letter(1, signed=[("X Y", "wg-business")]).mandates}, "wg-business (b.txt)"),
    ("resolutions", {"resolutions": (ResolutionUse(Said("44/16"), "HRC"),)}, "HRC 44/15 (a.pdf), HRC 44/16 (b.txt)"),
    ("signatures", {"signatories": letter(1, signed=[("Nils Melzer", "sr-slavery")]).signatories}, "Nils Melzer for sr-slavery (b.txt)"),
    ("States with similar letters", {"states_copied": (Said("CHL"),)}, "PER (a.pdf), CHL (b.txt)"),
    ("time for a reply", {"response": Period(days=Said(30))}, "60 days (a.pdf), 30 days (b.txt)"),
    ("time until publication", {"publication": Period(days=Said(48))}, "48 hours (a.pdf), 48 days (b.txt)"),
]  # fmt: skip

NO_CONTRADICTIONS = [
    ("all alike", {}),
    ("no date", {"date": None}),
    ("part of the date", {"date": Said("2021-03")}),
    (
        "another spelling of the company",
        {"addressing": addressing("HITACHI LIMITED", "Toshiaki Higashihara")},
    ),
    ("another spelling of the person", {"addressing": addressing("Hitachi, Ltd", "Higashihara Toshiaki")}),
    ("the end is cut off", {"signatories": GIVEN.signatories[:1], "response": Period()}),
    ("nobody addressed", {"addressing": Addressing("unknown")}),
    ("more States", {"states_copied": (Said("PER"), Said("CHL"))}),
]


@pytest.mark.parametrize(
    ("field", "changed", "words"), CONTRADICTIONS, ids=[case[0] for case in CONTRADICTIONS]
)
def test_contradictions_name_both_values_and_files(
    field: str, changed: dict[str, object], words: str
) -> None:
    records = both(GIVEN, **changed)
    (message,) = messages(*records)
    assert f"on the {field}: " in message
    assert words in message
    assert messages(*reversed(records)) == [message]


@pytest.mark.parametrize(
    "changed", [case[1] for case in NO_CONTRADICTIONS], ids=[case[0] for case in NO_CONTRADICTIONS]
)
def test_what_is_no_contradiction(changed: dict[str, object]) -> None:
    assert messages(*both(GIVEN, **changed)) == []


def test_a_problem_points_at_the_words_of_the_later_source() -> None:
    records = both(GIVEN, date=Said("2021-03-21", (Span(3, 7),)))
    found = contradictions(records, resolve(records, small_register()))
    (problem,) = found[records[1].source.sha256]
    assert (problem.code, problem.start, problem.end) == ("contradicting-sources", 3, 7)


def test_letters_and_replies_are_no_sources_of_each_other() -> None:
    reply = replace(GIVEN, kind="reply", date=Said("2021-06-01"), source=source("c.txt"))
    assert messages(GIVEN, reply, letter(2, date="2021-04-01")) == []


def test_the_source_nearest_to_print_goes_first() -> None:
    kinds = [
        "text/plain",
        "text/html",
        PDF,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    records = [replace(GIVEN, source=source(f"{place}", kind)) for place, kind in enumerate(kinds)]
    assert [record.source.name for record in sorted(records, key=precedence)] == ["2", "3", "1", "0"]


def quads(record: Record, text: str = TEXT) -> list[str]:
    return list(letter_quads(record, text, small_register()))


def other(**changed: object) -> Record:
    """Return the complete record as read from another file with the same text."""
    record = complete_record()
    return replace(record, source=replace(record.source, sha256="f" * 64, name="other.txt"), **changed)  # type: ignore[arg-type]


def values(lines: Iterable[str], predicate: str, subject: str = LETTER) -> set[str]:
    return {
        one.object
        for one in map(quad, lines)
        if (one.subject, one.predicate) == (f"<{subject}>", f"<{predicate}>")
    }


def statements(lines: list[str], predicate: str) -> list[Quad]:
    found = [quad(line) for line in lines]
    about = {
        one.subject
        for one in found
        if one.object == f"<{predicate}>" and one.predicate == f"<{RDF.predicate}>"
    }
    return [one for one in found if one.subject in about]


def sound(lines: list[str]) -> bool:
    return verify(lines, {SHA256[:12]: TEXT, "f" * 12: TEXT}) == []


def test_one_text_stays_as_it_is() -> None:
    assert together([quads(complete_record())]) == sorted(quads(complete_record()))


def test_facts_stated_alike_are_one_with_words_in_both_texts() -> None:
    lines = together([quads(complete_record()), quads(other())])
    plain = quads(complete_record())
    facts = {line for line in lines if "/doc>" in line or "/inferred>" in line}
    assert facts == {line for line in plain if "/doc>" in line or "/inferred>" in line}
    evidence = values(lines, SPL.evidence, f"{LETTER}/signature/dante-pesce")
    assert {term.split("/span/")[0].rsplit("/", 1)[1] for term in evidence} == {SHA256[:12], "f" * 12}
    assert len(values(lines, SPL.sourceText)) == 2
    assert sound(lines)


def test_of_two_dates_the_first_is_that_of_the_letter_and_the_other_a_statement() -> None:
    later = other(date=said("4 May 2023", "2023-05-14", Basis.NORMALISED))
    lines = together([quads(complete_record()), quads(later)])
    assert {date[1:11] for date in values(lines, SPL.dateOfLetter)} == {"2023-05-04"}
    said_dates = {
        one.object[1:11] for one in statements(lines, SPL.dateOfLetter) if one.predicate == f"<{RDF.object}>"
    }
    assert said_dates == {"2023-05-04", "2023-05-14"}
    attested = {one.object[1:11] for one in map(quad, lines) if one.predicate == f"<{SPL.attestedOn}>"}
    assert attested == {"2023-05-04"}
    assert sound(lines)


def test_of_two_companies_the_first_is_addressed_and_the_other_a_statement() -> None:
    record = complete_record()
    later = other(addressing=replace(record.addressing, organisation=said("Mina Sur")))
    lines = together([quads(record), quads(later)])
    node = f"{LETTER}/addressing/ada-lukasz-perez"
    assert {term.rsplit("/", 1)[1] for term in values(lines, SPL.addresseeCompany, node)} == {
        "nordfels-lithium-s-a>"
    }
    (target,) = [
        one.object for one in statements(lines, SPL.addresseeCompany) if one.predicate == f"<{RDF.object}>"
    ]
    assert target.endswith("/company/mina-sur>")
    assert any(one.predicate == f"<{SPL.evidence}>" for one in statements(lines, SPL.addresseeCompany))
    assert not {term for term in values(lines, SPL.evidence, node) if f"/text/{'f' * 12}/" in term}
    assert sound(lines)


def test_what_follows_from_another_date_is_a_statement_too() -> None:
    record = complete_record()
    ends = Said("2023-07-13", (span("60 days"),), Basis.COMPUTED)
    lines = together([quads(record), quads(other(publication=replace(record.publication, ends=ends)))])
    assert {date[1:11] for date in values(lines, SPL.computedDate, f"{LETTER}/period/publication")} == {
        "2023-07-03"
    }
    bases = [one.subject for one in map(quad, lines) if one.predicate == f"<{SPL.basis}>"]
    assert len(bases) == len(set(bases))


def test_a_sub_item_has_the_words_of_its_request() -> None:
    record = complete_record()
    changed = replace(record.requests[0], subitems=(("(a)", "its scape;"), ("(b)", "its results.")))
    lines = together([quads(record), quads(other(requests=(changed, *record.requests[1:])))])
    assert any(one.predicate == f"<{SPL.evidence}>" for one in statements(lines, SPL.text))


def test_a_disputed_signature_attests_only_what_the_first_says() -> None:
    record = complete_record()
    wrong = replace(
        record.signatories[0], mandate=said("Special Rapporteur on religion", "sr-religion-or-belief")
    )
    lines = together([quads(record), quads(other(signatories=(wrong,)))])
    attested = {
        one.subject.rsplit("/", 1)[1] for one in map(quad, lines) if one.predicate == f"<{SPL.attestedOn}>"
    }
    assert "sr-religion-or-belief-dante-pesce-chair-rapporteur>" not in attested
    assert sound(lines)


def test_another_basis_is_no_second_basis() -> None:
    record = complete_record()
    later = other(
        mandates=(),
        resolutions=(
            replace(record.resolutions[0], mandate=Said("wg-business", (span("44/15"),), Basis.REGISTER)),
        ),
    )
    lines = together([quads(record), quads(later)])
    node = f"{LETTER}/basis/wg-business-a-hrc-res-44-15"
    bases = {
        one.object
        for one in map(quad, lines)
        if one.predicate == f"<{SPL.basis}>" and "/basis/" in one.subject
    }
    assert len(bases) == 1, node
    assert sound(lines)


def test_a_translation_keeps_its_language_with_its_text() -> None:
    lines = together([quads(complete_record()), quads(other(language="fr"))])
    assert values(lines, SPL.language) == {'"en"'}
    assert values(lines, SPL.language, f"https://w3id.org/sp-letters/id/text/{'f' * 12}") == {'"fr"'}


def test_the_order_of_equals_does_not_matter_where_they_agree() -> None:
    first, second = quads(complete_record()), quads(other())
    assert together([first, second]) == together([second, first])


SETTLED_BY_THE_IRI = {
    "aboutAddressing", "articleOf", "asOf", "assertedAsFact", "body", "code", "encoding", "end", "exact", "inText",
    "length", "mediaType", "member", "modelLabel", "modelName", "object", "organization", "page", "predicate",
    "reference", "sha256", "start", "subject", "symbol", "label",
}  # fmt: skip


def test_everything_the_shapes_allow_once_is_said_once() -> None:
    """What letters say and shapes allow once belongs into ``ONCE``, unless the IRI of its node settles it."""
    shapes = (folder("ontology") / "shapes.ttl").read_text(encoding="utf-8")
    once = set(re.findall(r"sh:path [a-z]+:(\w+) ;(?:(?!sh:path)[^\]])*sh:maxCount 1\b", shapes))
    said_of_letters = {local(quad(line).predicate) for line in quads(complete_record())}
    assert once & said_of_letters - set(map(local, ONCE)) <= SETTLED_BY_THE_IRI
    assert len(once & set(map(local, ONCE))) > 20


def local(term: str) -> str:
    return re.split("[#/]", term.rstrip(">"))[-1]


def test_golden_terms_are_known_to_the_engine() -> None:
    lines = together([quads(complete_record()), quads(other())])
    parsed = list(ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS))
    assert len(parsed) == len(lines)
