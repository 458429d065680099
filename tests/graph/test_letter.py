"""The quads of one letter: the golden graph, the budget, and what two texts of one letter share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.graph.letter import letter_quads
from kg.graph.verify import verify
from kg.model.quads import Quad, canonical, quad
from kg.model.record import (
    Addressee,
    Addressing,
    Basis,
    Company,
    Involvement,
    Record,
    ReportMention,
    Resolution,
    ResolutionUse,
    Said,
    Signatory,
    Statement,
)
from kg.vocab.terms import PROV, SPL
from tests.builders.record import SHA256, TEXT, complete_record, said, span
from tests.builders.register import small_register

GOLDEN = Path(__file__).with_name("complete.trig")
LETTER = "https://w3id.org/sp-letters/id/letter/AL-OTH-7-2023"


def quads(record: Record, text: str = TEXT) -> list[Quad]:
    return [quad(line) for line in letter_quads(record, text, small_register())]


def values(found: list[Quad], predicate: str, subject: str = "") -> list[str]:
    return sorted(
        one.object
        for one in found
        if one.predicate == f"<{predicate}>" and (not subject or one.subject == f"<{subject}>")
    )


def test_the_complete_record_gives_the_golden_graph() -> None:
    expected = set(ox.parse(path=GOLDEN, format=ox.RdfFormat.TRIG))
    found = set(
        ox.parse(
            canonical(letter_quads(complete_record(), TEXT, small_register())), format=ox.RdfFormat.N_QUADS
        )
    )
    assert found == expected


def test_every_field_of_the_record_reaches_the_graph() -> None:
    whole = set(letter_quads(complete_record(), TEXT, small_register()))
    empty = Record(complete_record().source, "communication", "en")
    only_of_replies = {"answers"}
    for name in Record.__dataclass_fields__:
        if name in {"source", "kind", *only_of_replies}:
            continue
        less = replace(complete_record(), **{name: getattr(empty, name) if name != "language" else ""})
        assert set(letter_quads(less, TEXT, small_register())) != whole, name


def test_lines_come_sorted_and_once() -> None:
    lines = letter_quads(complete_record(), TEXT, small_register())
    assert lines == sorted(set(lines))


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "from kg.graph.letter import letter_quads; from tests.builders.record import TEXT, complete_record;"
        "from tests.builders.register import small_register; from kg.graph.nquads import canonical;"
        "import sys; sys.stdout.buffer.write(canonical(letter_quads(complete_record(), TEXT, small_register())))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {canonical(letter_quads(complete_record(), TEXT, small_register()))}


def test_two_texts_of_one_letter_share_its_nodes_and_keep_their_own_words() -> None:
    moved = f"Note of the publisher.\n\n{TEXT}"
    other = _shifted(len(moved) - len(TEXT))
    first = set(letter_quads(complete_record(), TEXT, small_register()))
    second = set(letter_quads(other, moved, small_register()))
    shared = {line for line in first & second if "/claims>" in line or "/doc>" in line}
    assert {line for line in first if "/doc>" in line} <= shared
    texts = {SHA256[:12]: TEXT, "f" * 12: moved}
    assert verify(first | second, texts) == []
    evidence = Counter(
        one.subject for one in map(quad, first | second) if one.predicate == f"<{SPL.evidence}>"
    )
    assert evidence[f"<{LETTER}/signature/dante-pesce>"] == 6


def test_two_texts_that_disagree_keep_both_dates() -> None:
    other = replace(
        complete_record(),
        date=said("4 May 2023", "2023-05-14", Basis.NORMALISED),
        source=replace(complete_record().source, sha256="f" * 64),
    )
    found = quads(complete_record()) + quads(other)
    assert len(set(values(found, SPL.dateOfLetter, LETTER))) == 2


@pytest.mark.parametrize(
    ("kind", "link", "name"),
    [("reply", "repliesTo", "Reply"), ("other", "concernsLetter", "OtherText")],
)
def test_what_is_no_communication_points_at_the_letter_of_its_reference(
    kind: str, link: str, name: str
) -> None:
    record = complete_record()
    assert record.reference is not None
    found = quads(replace(record, kind=kind, reference=None, answers=(record.reference,)))
    own = f"https://w3id.org/sp-letters/id/letter/{SHA256[:12]}"
    assert values(found, SPL[link], own) == [f"<{LETTER}>"]
    assert f"<{SPL[name]}>" in values(found, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", own)
    assert not [one for one in found if one.subject == f"<{LETTER}>"]
    assert not values(found, SPL.referenceText)


def test_an_office_needs_both_the_name_and_the_company() -> None:
    addressing = complete_record().addressing
    assert values(quads(complete_record()), SPL.officeTitle) == ['"Chief Executive Officer"']
    for changed in (
        replace(addressing, organisation=said("Mina Sur")),
        replace(addressing, organisation=None),
        replace(addressing, kind="other"),
        replace(addressing, persons=(Addressee(said("Juan Quispe")),)),
    ):
        assert not values(quads(replace(complete_record(), addressing=changed)), SPL.officeTitle)


@pytest.mark.parametrize(
    ("addressing", "link", "position"),
    [
        (Addressing("government", (), None, said("Peru", "PER")), "addresseeGovernment", None),
        (Addressing("government", (Addressee(said("Juan Quispe")),), None, said("Peru", "PER")), "addresseeGovernment", "representative-of-government"),
        (Addressing("other", (), said("Mina Sur")), "addresseeOrganisation", None),
        (Addressing("rapporteur", (Addressee(said("Dante Pesce")),)), "addresseePerson", "mandate-holder-addressed"),
        (Addressing("company", (), said("Mina Sur")), "addresseeCompany", None),
        (Addressing("company", (Addressee(said("Quispe")),)), "addresseePerson", "head-of-company"),
    ],
)  # fmt: skip
def test_addressees_of_every_kind(addressing: Addressing, link: str, position: str | None) -> None:
    found = quads(replace(complete_record(), addressing=addressing))
    assert len(values(found, SPL[link])) == 1
    assert values(found, SPL.addressedAs) == ([f"<{SPL[position]}>"] if position else [])


def test_several_persons_are_addressed_each_by_a_node_of_its_own() -> None:
    persons = (Addressee(said("Juan Quispe"), said("Mr.")), Addressee(said("Ada Łukasz-Pérez"), said("Ms.")))
    addressing = Addressing("company", persons, said("Mina Sur"))
    found = quads(replace(complete_record(), addressing=addressing))
    assert len(values(found, SPL.addressing)) == len(values(found, SPL.addresseeCompany)) == 2


def test_an_unknown_addressee_leaves_no_node() -> None:
    assert not values(quads(replace(complete_record(), addressing=Addressing("unknown"))), SPL.addressing)


def test_a_mandate_without_a_paired_resolution_is_explained_by_a_statement() -> None:
    record = replace(complete_record(), resolutions=())
    statements = [one.subject for one in quads(record) if one.object == f"<{SPL.sentUnderMandate}>"]
    assert len(statements) == 2
    assert verify(letter_quads(record, TEXT, small_register()), {SHA256[:12]: TEXT}) == []


def test_a_resolution_the_register_alone_pairs_is_no_reading() -> None:
    use = ResolutionUse(said("44/15"), "HRC", Said("wg-business", (), Basis.REGISTER), 1)
    found = quads(replace(complete_record(), resolutions=(use,)))
    bases = [one for one in found if one.predicate == f"<{SPL.basisMandate}>"]
    assert [one.graph.rsplit("/", 1)[1] for one in bases] == ["inferred>"]
    assert (
        verify(
            letter_quads(replace(complete_record(), resolutions=(use,)), TEXT, small_register()),
            {SHA256[:12]: TEXT},
        )
        == []
    )


def test_somebody_who_signs_twice_leaves_two_signatures() -> None:
    one = complete_record().signatories[0]
    two = replace(one, mandate=said("Special Rapporteur on religion", "sr-religion-or-belief"))
    found = quads(replace(complete_record(), signatories=(one, two)))
    assert len(values(found, SPL.signature)) == 2
    assert len(values(found, SPL.attestedOn)) == 2


def test_a_signature_without_date_or_role_attests_no_tenure() -> None:
    undated = replace(complete_record(), date=None)
    assert not values(quads(undated), SPL.attestedOn)
    bare = Signatory(said("Dante Pesce"), Said(""), said("Working Group on business", "wg-business"))
    assert not values(quads(replace(complete_record(), signatories=(bare,))), SPL.attestedOn)


def test_a_doubtful_symbol_makes_no_resolution() -> None:
    cited = Resolution(said("A/HRC/RES/17/31", "17/31"), "HRC")
    found = quads(replace(complete_record(), other_resolutions=(cited,)))
    assert not [one for one in found if "/resolution/A-HRC-RES-17-31>" in one.subject + one.object]
    known = quads(replace(complete_record(), other_resolutions=(cited,), documents=()))
    assert [one for one in known if one.object.endswith("/resolution/A-HRC-RES-17-31>")]


def test_a_report_without_symbol_stands_under_its_letter() -> None:
    report = ReportMention(said("2018 report of the Working Group"), None, 2018)
    found = quads(replace(complete_record(), reports=(report,), documents=(), principles=()))
    assert f"<{LETTER}/report/2018-report-of-the-working-group>" in values(found, SPL.citedResource)


def test_involvement_that_no_claim_holds_becomes_a_claim() -> None:
    record = replace(complete_record(), claims=())
    found = quads(record)
    assert values(found, SPL.involvementChannel) == [f"<{SPL['channel-supply-chain']}>"]
    assert [one for one in found if one.object == f"<{SPL.InvolvementAllegation}>"]
    assert values(found, SPL.hedgeText) == ['"may be"']


def test_involvement_elsewhere_leaves_a_claim_without_channel() -> None:
    words = (span("a subsidiary of"),)
    involvement = Involvement(
        (said("a subsidiary of", "directly-linked"),), words, modality=said("may be", "may")
    )
    found = quads(replace(complete_record(), involvement=involvement))
    assert len([one for one in found if one.object == f"<{SPL.InvolvementAllegation}>"]) == 2


def test_involvement_without_hedge_stands_under_the_concern_it_is_part_of() -> None:
    words = (span("a subsidiary of"),)
    involvement = Involvement((said("a subsidiary of", "directly-linked"),), words)
    concern = Statement("concern", "We are concerned that it may be so", words)
    record = replace(complete_record(), involvement=involvement)
    assert len([one for one in quads(record) if one.object == f"<{SPL.InvolvementAllegation}>"]) == 1
    found = quads(replace(record, statements=(concern,)))
    assert len([one for one in found if one.object == f"<{SPL.InvolvementAllegation}>"]) == 2
    assert '"We are concerned that it may be so"' in values(found, SPL.hedgeText)


def test_a_role_the_vocabulary_lacks_is_an_error() -> None:
    company = Company(said("Mina Sur"), said("a subsidiary of", "competitor"))
    with pytest.raises(OntologyError, match="company-role-competitor"):
        quads(replace(complete_record(), companies=(company,)))


def test_what_has_no_words_names_its_source() -> None:
    record = replace(complete_record(), date=Said("2023-05-04", (), Basis.COMPUTED))
    found = quads(record)
    assert f"<https://w3id.org/sp-letters/id/text/{SHA256[:12]}>" in values(found, PROV.hadPrimarySource)


def test_pages_are_counted_from_one() -> None:
    found = quads(complete_record())
    pages = Counter(values(found, SPL.page))
    assert len(pages) == 2
    assert not values(quads(_without_pages()), SPL.page)


def _without_pages() -> Record:
    return replace(complete_record(), source=replace(complete_record().source, pages=()))


def _shifted(by: int) -> Record:
    """Return the complete record as read from a text with ``by`` more characters in front."""
    record = complete_record()
    return replace(
        _moved(record, by), source=replace(record.source, sha256="f" * 64, length=len(TEXT) + by, pages=())
    )


def _moved(value, by: int):  # noqa: ANN001, ANN202 - walks values of every type of the record
    if type(value).__name__ == "Span":
        return type(value)(value.start + by, value.end + by)
    if type(value).__name__ in {"SourceInfo", "Problem"}:
        return value
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(
            value, **{name: _moved(getattr(value, name), by) for name in value.__dataclass_fields__}
        )
    return value
