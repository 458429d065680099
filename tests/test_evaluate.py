"""Records against gold: fields, claims, totals, the shorthand of gold, folders of letters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UsageError
from kg.pipeline.evaluate import Evaluation, evaluate, evaluate_folder
from kg.pipeline.scores import Counts
from kg.pipeline.seed_gold import seed_record

Json = dict[str, Any]

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
