"""The measure itself: hand-computed scores, matching, the shorthand of gold, facts that must not be."""

from __future__ import annotations

import json
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.pipeline.evaluate import Evaluation, evaluate, evaluate_folder
from kg.pipeline.fields import base_article
from kg.pipeline.matching import Item, folded, likeness, match, match_sentences, tokens
from kg.pipeline.must_not import CHECKERS, violations
from kg.pipeline.scores import Counts, total, wilson
from kg.pipeline.seed_gold import seed_record

Json = dict[str, Any]


# -- scores ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(8, 2, 2), 0.8, 0.8, 0.8),
        (Counts(3, 1, 3), 0.75, 0.5, 0.6),
        (Counts(1, 0, 3), 1.0, 0.25, 0.4),
        (Counts(0, 2, 0), 0.0, None, 0.0),
        (Counts(0, 0, 2), None, 0.0, 0.0),
        (Counts(0, 0, 0, 5), None, None, None),
    ],
)
def test_rates(counts: Counts, precision: float | None, recall: float | None, f1: float | None) -> None:
    for got, expected in ((counts.precision, precision), (counts.recall, recall), (counts.f1, f1)):
        assert got == expected or (got is not None and expected is not None and isclose(got, expected))


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score without continuity correction)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_of_the_literature(hits: int, trials: int, low: float, high: float) -> None:
    interval = wilson(hits, trials)
    assert interval is not None
    assert interval == pytest.approx((low, high), abs=0.00006)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_intervals_hold_their_rates(tp: int, fp: int, fn: int) -> None:
    counts = Counts(tp, fp, fn)
    for rate, interval in (
        (counts.precision, counts.precision_interval),
        (counts.recall, counts.recall_interval),
        (counts.f1, counts.f1_interval),
    ):
        assert (rate is None) == (interval is None)
        if rate is not None and interval is not None:
            assert 0 <= interval[0] <= rate <= interval[1] <= 1


def test_total_adds_everything() -> None:
    assert total([Counts(1, 2, 3, 4), Counts(10, 20, 30, 40), Counts()]) == Counts(11, 22, 33, 44)


# -- matching -------------------------------------------------------------------------------------------


def items(*names: str, required: bool = True) -> list[Item]:
    return [Item((name,), name, required=required) for name in names]


@pytest.mark.parametrize(
    ("expected", "got", "found", "missing", "extra"),
    [
        (items("a", "b"), items("b", "c"), ["b"], ["a"], ["c"]),
        (items("a"), items("a", "a"), ["a"], [], []),  # said twice, counted once
        (items("a", required=False), items("a"), [], [], []),
        (items("a", required=False), [], [], [], []),
        ([], items("a"), [], [], ["a"]),
        (
            [Item(("x", "supplier"), "x", frozenset({("x", "mentioned")}))],
            [Item(("x", "mentioned"), "y")],
            ["x"],
            [],
            [],
        ),
    ],
)
def test_match(
    expected: list[Item], got: list[Item], found: list[str], missing: list[str], extra: list[str]
) -> None:
    outcome = match(expected, got)
    assert [gold.shown for gold, _ in outcome.found] == found
    assert [item.shown for item in outcome.missing] == missing
    assert [item.shown for item in outcome.extra] == extra


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_match_accounts_for_every_value_once(expected: list[str], got: list[str]) -> None:
    outcome = match(items(*dict.fromkeys(expected)), items(*got))
    assert len(outcome.found) + len(outcome.missing) == len(set(expected))
    assert len(outcome.found) + len(outcome.extra) == len(set(got))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("He was allegedly beaten at the station.", "He was allegedly beaten at the  station", True),
        ("He was allegedly beaten at the station.", "She was fined in court.", False),
        ("He was allegedly beaten at the police station.", "He was allegedly beaten at the station.", True),
        # a clause of the sentence, no other words
        (
            "your company may be involved in alleged forced labour",
            "We have learned that your company may be involved in alleged forced labour",
            True,
        ),
        (
            "forced labour",
            "We have learned that your company may be involved in alleged forced labour",
            False,
        ),
        ("", "He was beaten.", False),
    ],
)
def test_likeness_of_sentences(one: str, other: str, *, same: bool) -> None:
    assert (likeness(set(tokens(one)), set(tokens(other))) > 0) is same


def test_the_likeliest_sentences_are_matched_first() -> None:
    gold = items("he was beaten at the station", "he was beaten at the old station")
    got = items("he was beaten at the old station")
    outcome = match_sentences(gold, got)
    assert [pair[0].shown for pair in outcome.found] == ["he was beaten at the old station"]
    assert [item.shown for item in outcome.missing] == ["he was beaten at the station"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hitachi, Ltd", "Hitachi,  Ltd."),
        ("l’Homme", "L'HOMME"),
        ("Mr.", "mr"),
        ("ﬁrm", "firm"),
        ("co\u00adop", "coop"),
    ],
)
def test_folded_names(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("article", "base"),
    [
        ("12", "12"),
        ("12(2)(b)", "12"),
        ("2.2", "2"),
        ("5 a)", "5"),
        ("6 bis", "6bis"),
        (9, "9"),
        ("common 3", "common 3"),
    ],
)
def test_base_number_of_an_article(article: object, base: str) -> None:
    assert base_article(article) == base


# -- records against gold -------------------------------------------------------------------------------

RECORD: Json = {
    "kind": "communication",
    "reference": "AL OTH 941/2021",
    "type": "AL",
    "date": "2021-11-08",
    "language": "en",
    "addressee": {
        "kind": "company",
        "persons": [{"name": "Ada Quill", "honorific": "Ms", "office": None}],
        "organisation": "Quill Ltd.",
        "state": None,
    },
    "mandates": ["sr-torture", "wg-business"],
    "resolutions": [
        {"number": "43/20", "body": "HRC", "mandate": "sr-torture", "basis": "aligned"},
        {"number": "44/15", "body": "HRC", "mandate": "wg-business", "basis": "aligned"},
    ],
    "other_resolutions": [{"number": "60/251", "body": "GA"}],
    "signatories": [{"name": "Una Storm", "mandate": "sr-torture", "role": "Special Rapporteur"}],
    "states_copied": ["SWE"],
    "companies_copied": [],
    "companies": [{"name": "Quill Ltd", "role": "addressee"}, {"name": "Mast SA", "role": "mentioned"}],
    "guiding_principles": [{"number": 13, "how": "quoted-unbalanced", "commentary": False}],
    "documents": [{"symbol": "A/HRC/17/31", "presumed": None, "problem": None}],
    "instruments": [{"id": "icescr", "articles": ["12(2)(b)", "11"]}],
    "questions": [{"number": 1, "text": "Please comment."}, {"number": 2, "text": "Please explain."}],
    "response": {"days": None, "hours": None},
    "publication": {"days": 60, "hours": None},
    "involvement": ["caused"],
    "claims": [
        {"text": "He was allegedly beaten.", "types": ["torture"], "hedges": ["allegedly"], "scope": None}
    ],
    "persons_concerned": ["Ole Brink"],
}


def judged(field: str, gold: Json, record: Json | None = None) -> Counts:
    return evaluate([(record or RECORD, gold)]).fields[field]


@pytest.mark.parametrize(
    ("field", "gold", "expected"),
    [
        ("reference", {"reference": "AL OTH 941/2021"}, Counts(1)),
        ("reference", {"reference": "AL OTH 942/2021"}, Counts(0, 1, 1)),
        ("type", {"type": None}, Counts(0, 1)),
        ("response.days", {"response": {"days": None, "hours": None}}, Counts(tn=1)),
        ("response.days", {"response": {"days": 60, "hours": None}}, Counts(fn=1)),
        ("publication.days", {"publication": {"days": 60, "hours": None}}, Counts(1)),
        ("kind", {"doc_kind": "communication"}, Counts(1)),
        ("kind", {"addressee": {"kind": "company_reply", "persons": []}}, Counts(0, 1, 1)),
        ("addressee.organisation", {"addressee": {"organisation": "Quill Ltd"}}, Counts(1)),
        ("addressee.organisation", {"addressee": {"organisation": "Quill", "also_accept": {"organisation": ["Quill Ltd"]}}}, Counts(1)),
        ("addressee.persons", {"addressee": {"persons": [{"name": "Bo Dale"}]}}, Counts(0, 1, 1)),
        ("addressee.persons.office", {"addressee": {"persons": [{"name": "Ada Quill", "office": "Chair"}]}}, Counts(fn=1)),
        ("addressee.persons.office", {"addressee": {"persons": [{"name": "Bo Dale", "office": "Chair"}]}}, Counts()),
        ("addressee.persons.honorific", {"addressee": {"persons": [{"name": "Ada Quill", "honorific": "Ms."}]}}, Counts(1)),
        ("mandates", {"mandates": ["sr-torture"]}, Counts(1, 1)),
        ("resolutions", {"resolutions": [{"number": "43/20", "mandate": "sr-torture"}]}, Counts(1, 1)),
        ("resolutions.mandate", {"resolutions": [{"number": "43/20", "body": "HRC", "mandate": "wg-business"}]}, Counts(0, 2, 1)),
        (  # a resolution of no single mandate may stand in either list
            "resolutions",
            {"resolutions": [{"number": "60/251", "body": "GA", "mandate": None}, *RECORD["resolutions"]]},
            Counts(3),
        ),
        ("signatories.role", {"signatories": [{"name": "Una Storm", "role": "Independent Expert", "mandate": None}]}, Counts(0, 1, 1)),
        ("signatories.mandate", {"signatories": [{"name": "Una Storm", "role": "", "mandate": "sr-torture"}]}, Counts(1)),
        ("companies", {"companies": [{"name": "Quill Ltd", "role": "addressee"}]}, Counts(1, 1)),
        ("companies.role", {"companies": [{"name": "Quill Ltd", "role": "addressee"}]}, Counts(1)),
        ("companies.role", {"companies": [{"name": "Mast SA", "role": "supplier", "also_accept": ["mentioned"]}]}, Counts(1)),
        ("companies.role", {"companies": [{"name": "Mast SA", "role": "supplier"}]}, Counts(0, 1, 1)),
        ("companies", {"companies": [{"name": "Quill Ltd", "role": "addressee"}], "optional": {"companies": [{"name": "Mast SA", "role": "mentioned"}]}}, Counts(1)),
        ("guiding_principles", {"guiding_principles": [{"number": 13, "how": "quoted", "commentary": False}]}, Counts(1)),
        ("guiding_principles", {"guiding_principles": [{"number": 13, "how": "quoted", "commentary": True}]}, Counts(0, 1, 1)),
        ("guiding_principles", {"guiding_principles": [{"number": 13, "how": "cited", "commentary": False, "also_accept": ["quoted"]}]}, Counts(1)),
        ("documents", {"documents": ["A/HRC/17/31", "A/73/163"]}, Counts(1, 0, 1)),
        ("documents", {"documents": [], "optional": {"documents": ["A/HRC/17/31"]}}, Counts()),
        ("instruments", {"instruments": [{"id": "icescr", "articles": []}]}, Counts(1)),
        ("instruments.articles", {"instruments": [{"id": "icescr", "articles": ["12"], "provisions": ["12(2)(b)"]}]}, Counts(1, 1)),
        ("instruments.articles", {"instruments": [{"id": "icescr", "articles": ["12"], "optional_articles": ["11"]}]}, Counts(1)),
        ("questions", {"questions": 2}, Counts(2)),
        ("questions", {"questions": 3}, Counts(2, 0, 1)),
        ("questions", {"questions": ["Please comment.", "Please describe the measures taken."]}, Counts(1, 1, 1)),
        ("questions", {"questions": [{"number": 1, "text": "Please comment."}, {"number": 2, "text": "Please explain."}]}, Counts(2)),
        ("involvement", {"involvement": None}, Counts(0, 1)),
        ("involvement", {"involvement": ["caused", "contributed"]}, Counts(1, 0, 1)),
        ("persons_concerned", {"persons_named": ["Ole Brink"]}, Counts(1)),
        ("persons_concerned", {"persons_concerned": [], "optional": {"persons_concerned": ["Ole Brink"]}}, Counts()),
    ],
)  # fmt: skip
def test_field(field: str, gold: Json, expected: Counts) -> None:
    assert judged(field, gold) == expected


def test_only_the_keys_of_gold_are_judged() -> None:
    assert set(evaluate([(RECORD, {"reference": "AL OTH 941/2021", "truncated": True})]).fields) == {
        "reference"
    }


def test_an_empty_record_misses_everything() -> None:
    gold = {**RECORD, "doc_kind": "communication"}
    micro = evaluate([({}, gold)]).micro
    assert micro.tp == micro.fp == 0
    assert micro.fn > 20


def claims_of(*claims: Json) -> Json:
    return {"claims": list(claims)}


def claim(
    text: str, types: tuple[str, ...] = (), hedges: tuple[str, ...] = (), scope: str | None = None
) -> Json:
    return {"text": text, "types": list(types), "hedges": list(hedges), "scope": scope}


BEATEN = "On 2 May he was allegedly beaten by two guards at the station."


@pytest.mark.parametrize(
    ("field", "gold", "got", "expected"),
    [
        ("claims", claim(BEATEN), claim("On 2 May he was allegedly beaten by two guards at the old station."), Counts(1)),
        ("claims", claim(BEATEN), claim("The law was adopted in 2010."), Counts(0, 1, 1)),
        ("claims.types", claim(BEATEN, ("torture",)), claim(BEATEN, ("torture", "liberty")), Counts(1, 1)),
        ("claims.types", claim(BEATEN, ("torture",)), claim("The law was adopted.", ("torture",)), Counts()),
        ("claims.types", claim(BEATEN, ("torture|use-of-force",)), claim(BEATEN, ("use-of-force",)), Counts(1)),
        ("claims.types", claim(BEATEN, ("torture|use-of-force",)), claim(BEATEN, ("use-of-force", "torture")), Counts(1)),
        ("claims.types", claim(BEATEN, ("torture|use-of-force",)), claim(BEATEN, ("liberty",)), Counts(0, 1, 1)),
        ("claims.hedges", claim(BEATEN, (), ("allegedly",)), claim(BEATEN, (), ("was allegedly",)), Counts(1)),
        ("claims.hedges", claim(BEATEN, (), ("allegedly",)), claim(BEATEN, (), ("all",)), Counts(0, 1, 1)),
        ("claims.scope", claim(BEATEN, scope="According to the information received:"), claim(BEATEN, scope="According to the information received"), Counts(1)),
        ("claims.scope", claim(BEATEN), claim(BEATEN, scope="According to the source:"), Counts(0, 1)),
    ],
)  # fmt: skip
def test_claims(field: str, gold: Json, got: Json, expected: Counts) -> None:
    assert judged(field, claims_of(gold), claims_of(got)) == expected


def test_optional_claims_and_defensible_issues_are_no_mistakes() -> None:
    gold = {**claims_of(), "optional": {"claims": [BEATEN]}}
    assert judged("claims", gold, claims_of(claim(BEATEN))) == Counts()
    gold = {**claims_of(claim(BEATEN, ("torture",))), "optional": {"claim_types": ["liberty"]}}
    assert judged("claims.types", gold, claims_of(claim(BEATEN, ("torture", "liberty")))) == Counts(1)
    gold = {**claims_of(claim(BEATEN)), "optional": {"claim_hedges": ["allegedly"]}}
    assert judged(
        "claims.hedges", gold, claims_of(claim(BEATEN, (), ("allegedly", "by two guards")))
    ) == Counts(0, 1)


def test_mistakes_carry_their_words() -> None:
    result = evaluate(
        [(RECORD, {"id": "a", "type": "UA", "mandates": ["sr-food", "sr-torture", "wg-business"]})]
    )
    assert [(m.letter, m.field, m.expected, m.got) for m in result.mistakes] == [
        ("a", "type", "UA", "AL"),
        ("a", "mandates", "sr-food", None),
    ]


def test_general_comments_are_outside_the_total() -> None:
    gold = {"general_comments": [{"committee": "cescr", "number": 14}]}
    assert evaluate([(RECORD, gold)]).micro == Counts()
    with_them = {**RECORD, "general_comments": [{"committee": "cescr", "number": "14", "symbol": None}]}
    result = evaluate([(with_them, gold)])
    assert result.fields["general_comments"] == Counts(1)
    assert result.micro == Counts()


def two_letters() -> Evaluation:
    gold = {"id": "one", "type": "AL", "mandates": ["sr-torture", "sr-food"], "relations": []}
    return evaluate(
        [(RECORD, gold), (RECORD, {**gold, "id": "two", "must_not": [{"kind": "type", "value": "AL"}]})]
    )


def test_micro_f1_over_letters_and_fields() -> None:
    # each letter: type right; of two mandates one right, one missing, one not in gold: tp 2, fp 1, fn 1
    result = two_letters()
    assert result.micro == Counts(4, 2, 2)
    assert result.micro.f1 == pytest.approx(2 / 3)
    assert result.letters == 2


def test_json_form_is_json_and_whole() -> None:
    form = json.loads(json.dumps(two_letters().as_json()))
    assert form["micro"]["f1"] == pytest.approx(2 / 3)
    assert form["fields"]["mandates"] == {
        **dict.fromkeys(("tp", "fp", "fn"), 2),
        **dict.fromkeys(("precision", "recall", "f1"), 0.5),
        "tn": 0,
        "precision_interval": pytest.approx([0.1500, 0.8500], abs=0.0001),
        "recall_interval": pytest.approx([0.1500, 0.8500], abs=0.0001),
        "f1_interval": form["fields"]["mandates"]["f1_interval"],
    }
    assert [entry["letter"] for entry in form["must_not"]] == ["two"]
    assert form["not_judged"] == {"relations": 2}


def test_table_for_people() -> None:
    table = two_letters().table()
    assert "all fields" in table
    assert "one: mandates: missing sr-food" in table
    assert "two: must not: type AL" in table
    assert "not judged: relations (2)" in table


# -- facts that must not be -----------------------------------------------------------------------------

BROKEN = [  # kind, value, what the record has, what gold has
    ("resolution", "51/2019", {"resolutions": [{"number": "51/2019", "body": "HRC", "mandate": None}]}, {}),
    ("resolution", "51/2019", {"other_resolutions": [{"number": "51/2019", "body": "HRC"}]}, {}),
    ("other_resolution", "5/1", {"other_resolutions": [{"number": "5/1", "body": "HRC"}]}, {}),
    ("resolution_body", "64/292 as HRC", {"other_resolutions": [{"number": "64/292", "body": "HRC"}]}, {}),
    ("resolution_mandate", "52/9 sr-food", {"resolutions": [{"number": "52/9", "body": "HRC", "mandate": "sr-food"}]}, {}),
    ("guiding_principle", 7, {"guiding_principles": [{"number": 7, "how": "cited", "commentary": False}]}, {}),
    ("guiding_principle", "19 cited/quoted without commentary flag", {"guiding_principles": [{"number": 19, "how": "quoted", "commentary": False}]}, {"guiding_principles": [{"number": 19, "how": "cited", "commentary": False}]}),
    ("response_days", 60, {"response": {"days": 60, "hours": None}}, {}),
    ("response_hours", 48, {"response": {"days": None, "hours": 48}}, {}),
    ("publication_days", 60, {"publication": {"days": 60, "hours": None}}, {}),
    ("publication_hours", 48, {"publication": {"days": None, "hours": 48}}, {}),
    ("involvement", "caused", {"involvement": ["caused"]}, {}),
    ("addressee", "Mast SA", {"addressee": {"organisation": "Mast SA"}}, {}),
    ("addressee", "Bo Dale", {"addressee": {"persons": [{"name": "Bo Dale"}]}}, {}),
    ("addressee_organisation", "Mast SA", {"addressee": {"organisation": "Mast SA"}}, {}),
    ("addressee_person", "Excellence", {"addressee": {"persons": [{"name": "Excellence"}]}}, {}),
    ("office", None, {"addressee": {"persons": [{"name": "Bo Dale", "office": None}]}}, {}),
    ("office", "CEO", {"addressee": {"persons": [{"name": "Bo Dale", "office": "CEO"}]}}, {}),
    ("signatory", "Bo Dale", {"signatories": [{"name": "Bo Dale"}]}, {}),
    ("state_copied", "CHE", {"states_copied": ["CHE"]}, {}),
    ("state", "CHE", {"addressee": {"state": "CHE"}}, {}),
    ("state", "state null because SWITZERLAND is letterhead", {"addressee": {"state": None}}, {}),
    ("type", "UA", {"type": "UA"}, {}),
    ("date", "2021-04-27", {"date": "2021-04-27"}, {}),
    ("reference", "AL PAK 4/2018", {"reference": "AL PAK 4/2018"}, {}),
    ("language", "es", {"language": "es"}, {}),
    ("kind", "communication", {"kind": "communication"}, {}),
    ("doc_kind", "communication", {"kind": "communication"}, {}),
    ("count", "58 signing mandates", {"mandates": ["sr-food"] * 58}, {}),
    ("mandates", 1, {"mandates": ["sr-food"]}, {}),
    ("mandate", "sr-food", {"mandates": ["sr-food"]}, {}),
    ("questions", 2, {"questions": [{"number": 1, "text": ""}, {"number": 2, "text": ""}]}, {}),
    ("instrument_article", "iccpr 4, 7, 12", {"instruments": [{"id": "iccpr", "articles": ["12(3)"]}]}, {}),
    ("instrument", "achr", {"instruments": [{"id": "achr", "articles": []}]}, {}),
    ("document", "No. 612", {"documents": [{"symbol": "No. 612"}]}, {}),
    ("general_comment", "cescr 15", {"general_comments": [{"committee": "cescr", "number": "15"}]}, {}),
    ("person", "the then Special Rapporteur", {"signatories": [{"name": "The then Special Rapporteur"}]}, {}),
    ("person_concerned", "Talamaré", {"persons_concerned": ["comunidad de Talamaré"]}, {}),
    ("company", "Mast", {"companies": [{"name": "Mast SA", "role": "mentioned"}]}, {}),
    ("company_copied", "Mast SA", {"companies_copied": ["Mast SA"]}, {}),
    ("claim", "prejudge", {"claims": [{"text": "While we do not wish to prejudge"}]}, {}),
    ("text", "**", {"claims": [{"text": "an **Annex**"}]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "record", "gold"), BROKEN)
def test_broken_must_not(kind: str, value: str | int | None, record: Json, gold: Json) -> None:
    entry = {"kind": kind, "value": value, "why": "because"}
    broken, unknown = violations("a", {**gold, "must_not": [entry]}, record)
    assert [(violation.kind, violation.why) for violation in broken] == [(kind, "because")]
    assert not unknown


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, value, _, _ in BROKEN if value is not None]
)
def test_kept_must_not(kind: str, value: str | int) -> None:
    right = {"addressee": {"state": "ISL", "persons": [{"name": "Ada Quill", "office": "President"}]}}
    assert violations("a", {"must_not": [{"kind": kind, "value": value}]}, right) == ([], [])


@pytest.mark.parametrize(
    ("kind", "value", "same"),
    [
        (
            "instrument_article",
            "iccpr 22 from the by-law",
            {"instruments": [{"id": "iccpr", "articles": ["22"]}]},
        ),
        ("resolution", "24/5", {"other_resolutions": [{"number": "24/5", "body": "HRC"}]}),
        (
            "guiding_principle",
            19,
            {"guiding_principles": [{"number": 19, "how": "cited", "commentary": False}]},
        ),
    ],
)
def test_what_gold_expects_is_no_violation(kind: str, value: str | int, same: Json) -> None:
    assert violations("a", {**same, "must_not": [{"kind": kind, "value": value}]}, same) == ([], [])


def test_every_kind_of_must_not_is_tested() -> None:
    assert {kind for kind, *_ in BROKEN} == set(CHECKERS)


def test_unknown_kinds_are_reported() -> None:
    result = evaluate([(RECORD, {"must_not": [{"kind": "weather", "value": "fair"}]})])
    assert result.unknown_must_not == {"weather": 1}
    assert "no checker for must_not kind: weather (1)" in result.table()


# -- folders --------------------------------------------------------------------------------------------


def write_case(folder: Path, name: str, gold: Json | None, suffix: str = ".txt") -> None:
    (folder / f"{name}{suffix}").write_text(name, encoding="utf-8")
    if gold is not None:
        (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_folder_pairs_gold_with_its_letters(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write_case(tmp_path, "b", {"type": "AL"})
    write_case(tmp_path, "plain", None)
    write_case(tmp_path / "deep", "a", {"type": "AL"}, ".pdf")
    write_case(tmp_path / "deep", "c", {"type": "UA", "files": ["d.txt"]})
    (tmp_path / "deep" / "d.txt").write_text("d", encoding="utf-8")
    read: list[str] = []

    def reader(path: Path) -> list[Json]:
        read.append(path.name)
        return [{"type": "AL"}]

    result = evaluate_folder(tmp_path, reader)
    assert read == ["b.txt", "a.pdf", "d.txt"]
    assert result.fields["type"] == Counts(2, 1, 1)
    assert [mistake.letter for mistake in result.mistakes] == ["c"]


def test_a_letter_that_gives_no_record_is_all_missing(tmp_path: Path) -> None:
    write_case(tmp_path, "a", {"type": "AL", "mandates": ["sr-food"]})
    assert evaluate_folder(tmp_path, lambda _: []).micro == Counts(fn=2)


def test_the_record_with_the_right_reference_is_chosen(tmp_path: Path) -> None:
    write_case(tmp_path, "a", {"reference": "AL X 2/2020"})
    records = [{"reference": "AL X 1/2020"}, {"reference": "AL X 2/2020"}]
    assert evaluate_folder(tmp_path, lambda _: records).micro == Counts(1)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (None, "", "no *.gold.json"),
        ("a.gold.json", "{}", "its letter is not beside it"),
        ("a.gold.json", "[]", "is a JSON object"),
        ("a.gold.json", "{", "not readable as a gold record"),
        ("seeds_gold.json", '{"letters": [{"file": "x.txt"}]}', "x.txt is neither beside it"),
    ],
)
def test_unusable_folders_say_what_to_do(tmp_path: Path, name: str | None, content: str, says: str) -> None:
    if name:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=says.replace("*", r"\*")):
        evaluate_folder(tmp_path, lambda _: [])


SEED: Json = {
    "file": "s.txt",
    "reference": {"text": "AL OTH 1/2021", "type_code": "AL"},
    "date": {"iso": "2021-03-12"},
    "addressee": {"name": "Ada Quill", "honorific": "Ms.", "office_in_text": None},
    "company": {"name": "Quill Ltd"},
    "mandates": [{"id": "sr-trafficking"}],
    "mandate_resolution": [{"resolution": "44/4", "mandate": "sr-trafficking"}],
    "document_symbols": [{"symbol_as_written": "A/HRC/RES/17/31"}],
    "signatories": [{"name": "Una Storm", "mandate": "sr-trafficking", "role": "Special Rapporteur"}],
    "governments_copied": [{"iso3": "SWE"}],
    "other_companies": {"named": []},
    "guiding_principles": [
        {"principles": [25, 26], "kind": "cited", "commentary": False},
        {"principles": [19], "kind": "quoted-unbalanced", "commentary": True},
    ],
    "instrument_mentions": [{"instrument": "ungp"}, {"instrument": "ungp"}],
    "questions": [{"number": 1, "text": "1. Please comment."}],
    "publication_window": {"days": 60},
    "involvement": {"channel": None},
    "allegations": [
        {
            "types": ["threat"],
            "span": {"text": "one footnote two"},
            "segments": [{"text": "one"}, {"text": "two"}],
            "hedges": [{"text": "allegedly"}],
            "scope_hedge": {"text": "According to the information received:"},
        }
    ],
}


def test_seed_gold_becomes_a_gold_record() -> None:
    record = seed_record(SEED, {"threat": ["threats", "surveillance"]})
    assert record["mandates"] == ["sr-trafficking-in-persons"]
    assert record["resolutions"] == [
        {"number": "44/4", "body": "HRC", "mandate": "sr-trafficking-in-persons"}
    ]
    assert record["other_resolutions"] == [{"number": "17/31", "body": "HRC"}]
    assert [(e["number"], e["how"], e["commentary"]) for e in record["guiding_principles"]] == [
        (25, "cited", False),
        (26, "cited", False),
        (19, "quoted", True),
    ]
    assert record["questions"] == [{"number": 1, "text": "Please comment."}]
    assert record["involvement"] == ["unspecified"]
    assert record["claims"] == [
        {
            "text": "one two",
            "types": ["threats", "surveillance"],
            "hedges": ["allegedly"],
            "scope": "According to the information received:",
        }
    ]


def test_seed_gold_is_found_with_its_letters_and_issues(tmp_path: Path) -> None:
    for folder in ("gold", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "gold" / "seeds_gold.json").write_text(json.dumps({"letters": [SEED]}), encoding="utf-8")
    (tmp_path / "gold" / "issue_types.csv").write_text(
        "gold_type,issue_ids\nthreat,threats\n", encoding="utf-8"
    )
    (tmp_path / "seeds" / "s.txt").write_text("letter", encoding="utf-8")
    answer = {"claims": [{"text": "one two", "types": ["threats"], "hedges": [], "scope": None}]}
    result = evaluate_folder(tmp_path / "gold", lambda _: [answer])
    assert result.fields["claims"] == Counts(1)
    assert result.fields["claims.types"] == Counts(1)
    assert result.fields["claims.hedges"] == Counts(fn=1)
