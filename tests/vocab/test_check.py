"""The check of the register: silent on ours, plain-spoken on planted faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import resources
from kg.errors import OntologyError
from kg.vocab.check import CLASSES, Finding, check_register
from kg.vocab.load import read_register
from kg.vocab.parts import FILES
from kg.vocab.rules import RULES, folded

ONTOLOGY = resources.folder("ontology")

# file, what stands there, what is written instead, code, subject, a part of what the editor is told
PLANTED = [
    (
        "mandates.ttl",
        'spl:status "merged" ;\n    spl:altId "sr-trafficking"',
        'spl:status "joined" ;\n    spl:altId "sr-trafficking"',
        "mandate-status",
        "mandate:sr-trafficking-in-persons",
        "'joined'; write one of active",
    ),
    (
        "mandates.ttl",
        "    spl:country m49:112 ;\n",
        "",
        "mandate-country",
        "mandate:sr-belarus",
        "add the State",
    ),
    (
        "mandates.ttl",
        "spl:country m49:112",
        "spl:country m49:999",
        "not-readable",
        "mandate:sr-belarus",
        "not one State of states.ttl",
    ),
    (
        "mandates.ttl",
        'spl:altId "sr-trafficking"',
        'spl:altId "sr-torture"',
        "id-of-another-mandate",
        "mandate:sr-trafficking-in-persons",
        "'sr-torture', which another mandate has",
    ),
    (
        "mandates.ttl",
        "spl:MandateName ; spl:nameOf mandate:sr-torture ;",
        "spl:MandateName ; spl:nameOf mandate:sr-tortur ;",
        "name-of-unknown-mandate",
        "name:sr-torture-en-1",
        "mandate:sr-tortur, which has no block",
    ),
    (
        "mandates.ttl",
        'rdfs:label "Special Rapporteur on torture"@en',
        'rdfs:label "special rapporteur on the right to FOOD"@en',
        "ambiguous-mandate-name",
        "mandate:sr-torture",
        "shares the name",
    ),
    (
        "mandates.ttl",
        'spl:validTo "2010"',
        'spl:validTo "until 2010"',
        "wrong-years",
        None,
        "write a year such as 2015",
    ),
    (
        "mandates.ttl",
        'spl:validFrom "2016" ; spl:validTo "2022"',
        'spl:validFrom "2016" ; spl:validTo "2012"',
        "wrong-years",
        None,
        "ends (2012) before it begins (2016)",
    ),
    (
        "mandates.ttl",
        'spl:titleSince "1985"',
        'spl:titleSince "85"',
        "wrong-years",
        "mandate:sr-torture",
        "has spl:titleSince '85'",
    ),
    (
        "mandates.ttl",
        '"Rapporteur spécial sur le droit au développement"@fr ,\n',
        "\n",
        "not-readable",
        "mandate:sr-development",
        "has no skos:prefLabel in 'fr'",
    ),
    (
        "mandates.ttl",
        "a spl:Mandate , spl:WorkingGroup , spl:ThematicMandate",
        "a spl:Mandat , spl:WorkingGroup , spl:ThematicMandate",
        "of-no-class",
        "mandate:wg-african-descent",
        "give it one of these classes",
    ),
    (
        "mandates.ttl",
        "spl:titleSince",
        "spl:titelSince",
        "unknown-word",
        "mandate:ie-albinism",
        "spl:titelSince, which the vocabulary does not define",
    ),
    (
        "mandates.ttl",
        '"Special Rapporteur on torture"@en',
        '"Special Rapporteur on torture"@de',
        "wrong-language",
        None,
        "use en, fr or es",
    ),
    (
        "resolutions.ttl",
        'spl:symbol "A/HRC/RES/44/15"',
        'spl:symbol "A/HRC/RES/44/4"',
        "repeated-key",
        "resolution:A-HRC-RES-44-15",
        "has the same symbol",
    ),
    (
        "resolutions.ttl",
        'spl:symbol "A/HRC/RES/44/15"',
        'spl:symbol "A/HRC/RES/44/16"',
        "symbol-and-name-differ",
        "resolution:A-HRC-RES-44-15",
        "call the entry resolution:A-HRC-RES-44-16",
    ),
    (
        "resolutions.ttl",
        'spl:number "44/15"',
        'spl:number "44/16"',
        "number-and-symbol-differ",
        "resolution:A-HRC-RES-44-15",
        "number '44/16' but the symbol 'A/HRC/RES/44/15'",
    ),
    (
        "resolutions.ttl",
        'spl:number "44/15"',
        'spl:number "44.15"',
        "number-and-symbol-differ",
        "resolution:A-HRC-RES-44-15",
        "write it as in 44/15",
    ),
    (
        "resolutions.ttl",
        'spl:body "HRC" ;\n    spl:adopted "2020-07-17"',
        'spl:body "CHR" ;\n    spl:adopted "2020-07-17"',
        "number-and-symbol-differ",
        "resolution:A-HRC-RES-44-15",
        "not of CHR",
    ),
    (
        "resolutions.ttl",
        "spl:renews mandate:wg-business",
        "spl:renews mandate:wg-bussiness",
        "resolution-of-unknown-mandate",
        None,
        "mandate:wg-bussiness, which is not in mandates.ttl",
    ),
    (
        "resolutions.ttl",
        "    spl:renews mandate:wg-business ;\n",
        "",
        "resolution-of-unknown-mandate",
        None,
        "names no mandate",
    ),
    (
        "resolutions.ttl",
        ' spl:status "verified" ;',
        ' spl:status "checked" ;',
        "resolution-status",
        None,
        "'checked'; write one of verified",
    ),
    (
        "resolutions.ttl",
        "spl:establishes mandate:ie-albinism",
        "spl:renews mandate:ie-albinism",
        "mandate-without-founding-act",
        "mandate:ie-albinism",
        "is established by 0 resolutions",
    ),
    (
        "resolutions.ttl",
        'spl:adopted "2020-07-17"',
        'spl:adopted "17 July 2020"',
        "wrong-date",
        None,
        "write 2016, 2016-11 or 2016-11-01",
    ),
    (
        "holders.ttl",
        "org:organization mandate:sr-torture",
        "org:organization mandate:sr-tortur",
        "tenure-of-unknown-mandate",
        None,
        "mandate:sr-tortur, which is not in mandates.ttl",
    ),
    (
        "holders.ttl",
        'spl:status "gk-uncertain"',
        'spl:status "perhaps"',
        "tenure-of-unknown-mandate",
        None,
        "'perhaps'; write one of verified",
    ),
    (
        "holders.ttl",
        'spl:validFrom "2016-11" ; spl:validTo "2018-02"',
        'spl:validFrom "2016-11" ; spl:validTo "2015"',
        "wrong-date",
        None,
        "ends (2015) before it begins (2016-11)",
    ),
    (
        "holders.ttl",
        "org:member person:nils-melzer",
        "org:member person:niels-melzer",
        "not-readable",
        None,
        "person:niels-melzer, who has no block",
    ),
    (
        "holders.ttl",
        'rdfs:label "Ahmed Reid"',
        'rdfs:label "ahmed shaheed"',
        "name-of-two-persons",
        "person:ahmed-shaheed",
        "as person:ahmed-reid is",
    ),
    (
        "states.ttl",
        'skos:prefLabel "Niger"@en',
        'skos:prefLabel "Nigería"@en',
        "ambiguous-state-name",
        "m49:566",
        "leave it to one of them",
    ),
    (
        "states.ttl",
        'spl:iso3 "CHE"',
        'spl:iso3 "Che"',
        "wrong-state-code",
        "m49:756",
        "write 3 capital letters",
    ),
    (
        "states.ttl",
        'spl:iso2 "CH"',
        'spl:iso2 "CN"',
        "repeated-key",
        None,
        "has the same symbol, code or number",
    ),
    ("states.ttl", 'spl:m49 "756"', 'spl:m49 "757"', "not-readable", "m49:756", "must be the same number"),
    (
        "principles.ttl",
        "spl:number 31",
        "spl:number 32",
        "wrong-principle",
        "ungp:31",
        "there are principles 1 to 31",
    ),
    (
        "principles.ttl",
        'spl:number 12 ;\n    spl:pillar "II"',
        'spl:number 12 ;\n    spl:pillar "I"',
        "wrong-principle",
        "ungp:12",
        "11–24 in II",
    ),
    (
        "principles.ttl",
        "spl:level spl:operational",
        "spl:level spl:basis-stated",
        "wrong-principle",
        "ungp:3",
        "neither spl:foundational nor",
    ),
    (
        "instruments.ttl",
        '"Banjul Charter"@en',
        '"arab charter on human rights"@en',
        "ambiguous-instrument-name",
        "instrument:arab-charter",
        "as instrument:achpr is",
    ),
    (
        "instruments.ttl",
        'spl:year "1966"',
        'spl:year "1966-12-16"',
        "wrong-date",
        None,
        "write a year such as 1966",
    ),
    (
        "issues.ttl",
        "skos:broader issue:liberty",
        "skos:broader issue:freedom",
        "wrong-issue",
        None,
        "issue:freedom, which does not exist",
    ),
    (
        "issues.ttl",
        "skos:broader issue:liberty",
        "skos:broader issue:arbitrary-detention",
        "wrong-issue",
        "issue:arbitrary-detention",
        "is under itself",
    ),
    (
        "documents.ttl",
        "spl:reportOf mandate:wg-business",
        "spl:reportOf mandate:wg-trade",
        "wrong-document",
        None,
        "mandate:wg-trade, which is not in mandates.ttl",
    ),
    (
        "documents.ttl",
        '    spl:committee "CAT" ;\n',
        "",
        "wrong-document",
        "document:CAT-C-GC-2",
        "add spl:committee and spl:number",
    ),
    (
        "documents.ttl",
        'spl:recipient "GA"',
        'spl:recipient "UN"',
        "wrong-document",
        None,
        "'UN'; write one of GA, HRC",
    ),
    (
        "documents.ttl",
        'spl:documentKind "report"',
        'spl:documentKind "paper"',
        "wrong-document",
        None,
        "'paper'; write one of general-comment",
    ),
    (
        "documents.ttl",
        'spl:committee "CAT" ;\n    spl:number "2"',
        'spl:committee "CAT" ;\n    spl:number "3"',
        "repeated-general-comment",
        "document:CAT-C-GC-3",
        "has the committee and number of document:CAT-C-GC-2",
    ),
    (
        "errata.ttl",
        'spl:symbolAsWritten "A/HRC/RES/17/31"',
        'spl:symbolAsWritten "A/HRC/RES/17/4"',
        "correct-symbol-called-wrong",
        "symbol:A-HRC-RES-17-31",
        "but the register has it",
    ),
    (
        "errata.ttl",
        "spl:presumedTarget resolution:A-HRC-RES-17-4",
        "spl:presumedTarget resolution:A-HRC-RES-17-44",
        "not-readable",
        "symbol:A-HRC-RES-17-31",
        "needs one spl:presumedTarget",
    ),
    (
        "offices.ttl",
        "<http://en.huanqiu.com/",
        "<urn:x:en.huanqiu.com/",
        "office-without-source",
        "office:hualong-liu-2017",
        "no web address",
    ),
    (
        "offices.ttl",
        'spl:asOf "2017-05-08"',
        'spl:asOf "May 2017"',
        "wrong-date",
        None,
        "has spl:asOf 'May 2017'",
    ),
    (
        "sources.ttl",
        'spl:sourceKey "unm"',
        'spl:sourceKey "unn"',
        "unknown-source-key",
        None,
        "explain the key 'unm'",
    ),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "ontology"
    folder.mkdir()
    for path in ONTOLOGY.glob("*.ttl"):
        shutil.copyfile(path, folder / path.name)
    return folder


def test_our_register_is_without_fault() -> None:
    assert [str(finding) for finding in check_register()] == []


def plant(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted[0]}-{planted[3]}")
def test_planted_faults(copied: Path, planted: tuple[str, str, str, str, str | None, str]) -> None:
    file, old, new, code, subject, told = planted
    plant(copied / file, old, new)
    found = [finding for finding in check_register(copied) if finding.code == code]
    assert [f for f in found if told in f.message and subject in {None, f.subject}]


def test_every_rule_has_its_planted_fault() -> None:
    codes = {rule.__name__.replace("_", "-") for rule in RULES}
    others = {"not-readable", "of-no-class", "unknown-word", "wrong-language"}
    assert {planted[3] for planted in PLANTED} == codes | others


def test_every_rule_says_what_it_asks() -> None:
    assert [rule.__name__ for rule in RULES if not (rule.__doc__ or "").endswith(".")] == []


def test_every_file_has_its_classes() -> None:
    assert set(CLASSES) == set(FILES)


def test_a_file_that_is_not_turtle_is_reported_and_the_rest_is_checked(copied: Path) -> None:
    (copied / "issues.ttl").write_text("issue:x a spl:Issue", encoding="utf-8")
    plant(copied / "states.ttl", 'spl:iso3 "CHE"', 'spl:iso3 "che"')
    found = {(finding.file, finding.subject, finding.code) for finding in check_register(copied)}
    assert ("issues.ttl", "", "not-readable") in found
    assert ("states.ttl", "m49:756", "wrong-state-code") in found


def test_a_missing_file_is_reported(copied: Path) -> None:
    (copied / "errata.ttl").unlink()
    found = check_register(copied)
    told = [str(finding) for finding in found if finding.code == "not-readable"]
    assert len(told) == 1
    assert told[0].startswith("ontology/errata.ttl: cannot be read (No such file or directory")
    assert told[0].endswith("install kg again")


def test_findings_read_as_sentences() -> None:
    finding = Finding(
        "states.ttl", "m49:756", "wrong-state-code", "has spl:iso3 'che'; write 3 capital letters"
    )
    told = "ontology/states.ttl: m49:756 has spl:iso3 'che'; write 3 capital letters"
    assert str(finding) == told


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("states.ttl", 'spl:iso3 "CHE"', 'spl:iso3 "CHN"', "repeats CHN, which another entry has"),
        ("states.ttl", '    spl:iso3 "CHE" ;\n', "", "m49:756 has no spl:iso3; add spl:iso3"),
        ("principles.ttl", "spl:number 31", "spl:number 30", "ungp:31 repeats 30"),
        ("instruments.ttl", "@prefix", "prefix@", "is not Turtle"),
        (
            "holders.ttl",
            "org:role role:member",
            "org:role role:guest",
            "names role:guest, which has no line; add one",
        ),
    ],
)
def test_loading_stops_at_a_fault(copied: Path, file: str, old: str, new: str, told: str) -> None:
    plant(copied / file, old, new)
    with pytest.raises(OntologyError) as caught:
        read_register(copied)
    assert told in str(caught.value)
    assert f"ontology/{file}" in str(caught.value)


def test_the_order_of_the_files_does_not_matter(copied: Path) -> None:
    before = read_register(copied)
    for path in copied.glob("*.ttl"):
        head, *blocks = path.read_text(encoding="utf-8").split("\n\n")
        prefixes = [block for block in blocks if "@prefix" in block]
        rest = [block for block in blocks if "@prefix" not in block]
        path.write_text("\n\n".join([head, *prefixes, *reversed(rest)]), encoding="utf-8", newline="")
    after = read_register(copied)
    assert after.mandates == before.mandates
    assert after.resolutions == before.resolutions
    assert after.holders == before.holders
    assert list(after.states) == list(before.states)


@pytest.mark.parametrize(
    ("one", "other"), [("l'homme", "L’HOMME"), ("Special  Rapporteur", "special rapporteur")]
)
def test_names_are_compared_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)
