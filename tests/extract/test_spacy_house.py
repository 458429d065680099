"""The spaCy pipeline as others use it: as a Language, as factories, and with a model of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from typer.testing import CliRunner

import kg
from kg.cli.app import app
from kg.errors import UsageError
from kg.extract.pipeline import factories
from kg.pipeline.folder import GraphFolder
from tests.conftest import SEEDS

NAMES = sorted(vars(factories))
BARE = sorted(set(NAMES) - {"kg_model"})
LETTER = SEEDS / min(path.name for path in SEEDS.glob("*.txt"))
PATTERNS = [
    {"label": "PLACE", "pattern": [{"LOWER": "xinjiang"}]},
    {"label": "ORG", "pattern": "Hitachi"},
    {"label": "NORP", "pattern": "Uyghur"},
    {"label": "ORG", "pattern": "Special Rapporteur on minority issues"},
    {"label": "PERSON", "pattern": "Dante Pesce"},
    {"label": "LAW", "pattern": "Guiding Principles"},
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model in a folder, as a user may have trained one."""
    place = tmp_path_factory.mktemp("models") / "tiny"
    nlp = spacy.blank("en", meta={"name": "tiny", "version": "1.2.0"})
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    nlp.to_disk(place)
    return place


@pytest.mark.parametrize(
    ("language", "text", "mandate"),
    [
        ("en", "I write as Special Rapporteur on torture and on other matters.", "sr-torture"),
        ("fr", "J’écris en ma qualité de Rapporteuse spéciale sur la torture.", "sr-torture"),
        ("es", "Me dirijo a usted como Relatora Especial sobre la tortura.", "sr-torture"),
    ],
)
def test_nlp_returns_a_language_that_reads_letters(language: str, text: str, mandate: str) -> None:
    nlp = kg.nlp(language)
    assert isinstance(nlp, Language)
    assert nlp.lang == language
    doc = nlp(text)
    assert [span.kb_id_ for span in doc.spans["mandate"]] == [mandate]
    assert set(BARE) == set(nlp.pipe_names)


@pytest.mark.parametrize("name", BARE)
def test_each_component_works_alone_in_any_pipeline(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    text = (
        "Reference: AL OTH 105/2021. It is alleged that, on 12 March 2021, 20 workers were tortured in China."
    )
    doc = nlp(text)
    assert doc.text == text
    assert all(span.label_ == group for group, spans in doc.spans.items() for span in spans)


def test_components_survive_a_round_trip_through_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    for name in BARE:
        nlp.add_pipe(name)
    nlp.to_disk(tmp_path / "mine")
    text = "As Working Group on Arbitrary Detention we thank Hitachi, Ltd. for its reply of 12 March 2021."
    again = spacy.load(tmp_path / "mine")
    assert groups(again(text)) == groups(nlp(text)) != {}


def groups(doc: Any) -> dict[str, list[str]]:
    return {name: [str(span) for span in spans] for name, spans in doc.spans.items() if len(spans)}


def test_entry_points_make_the_factories_known_without_importing_kg(tmp_path: Path) -> None:
    """What an installed distribution says: ``spacy_factories`` lead to ``kg.extract.pipeline:factories``."""
    info = tmp_path / "house-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n", encoding="utf-8")
    lines = [f"{name} = kg.extract.pipeline:factories.{name}" for name in NAMES]
    (info / "entry_points.txt").write_text("[spacy_factories]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('kg_mandates'); nlp.add_pipe('kg_sentences');"
        "doc = nlp('The Special Rapporteur on torture wrote. So did others.');"
        "print(doc.spans['mandate'][0].kb_id_)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(SEEDS.parent)])}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "sr-torture", done.stderr


def test_a_model_adds_mentions_and_changes_nothing_else(model: Path) -> None:
    (plain,) = kg.extract(LETTER)
    (more,) = kg.extract(LETTER, spacy_model=str(model))
    assert plain["model_mentions"] == []
    added = more.pop("model_mentions")
    assert {(one["text"], one["label"]) for one in added} >= {("Xinjiang", "PLACE"), ("Uyghur", "NORP")}
    assert {one["model"] for one in added} == {"en_tiny 1.2.0"}
    more["evidence"] = [one for one in more["evidence"] if not one["path"].startswith("/model_mentions/")]
    del plain["model_mentions"]
    assert more == plain


def test_a_model_never_speaks_where_we_do(model: Path) -> None:
    (record,) = kg.extract(LETTER, spacy_model=str(model))
    taken = [
        (one["start"], one["end"])
        for one in record["evidence"]
        if one["path"].split("/")[1] in {"mandates", "signatories", "companies", "guiding_principles"}
    ]
    found = [one for one in record["evidence"] if one["path"].startswith("/model_mentions/")]
    assert found
    assert not [one for one in found for start, end in taken if one["start"] < end and start < one["end"]]
    names = {one["text"] for one in record["model_mentions"]}
    assert not names & {"Dante Pesce", "Special Rapporteur on minority issues"}


def test_the_graph_shows_what_a_model_found_with_its_own_provenance(model: Path, tmp_path: Path) -> None:
    out = kg.build(LETTER, tmp_path / "g", views=False, spacy_model=str(model)).out
    graph = kg.open(out)
    rows = graph.query("model-mentions").records()
    assert {(row["words"], row["label"], row["model"]) for row in rows} >= {
        ("Xinjiang", "PLACE", "en_tiny 1.2.0")
    }
    bases = graph.query(
        "SELECT DISTINCT ?basis ?g WHERE { GRAPH ?g { ?m a spl:ModelMention ; spl:basis ?basis } }"
    ).records()
    assert {row["basis"] for row in bases} == {"https://w3id.org/sp-letters/ns#basis-external"}
    assert all(str(row["g"]).endswith("/inferred") for row in bases)
    assert not graph.query("SELECT ?x WHERE { ?m a spl:ModelMention ; ?p ?x . ?x a spl:Company }").rows
    assert graph.verify().holds
    assert graph.validate().conforms


def test_the_path_of_a_model_stays_on_this_machine(model: Path, tmp_path: Path) -> None:
    out = kg.build(LETTER, tmp_path / "g", views=False, spacy_model=str(model)).out
    files = [file for file in out.rglob("*") if file.is_file() and "store" not in file.parts]
    assert [file.name for file in files if str(model).encode() in file.read_bytes()] == []


def test_a_rebuild_with_another_model_reads_again(model: Path, tmp_path: Path) -> None:
    out = tmp_path / "g"
    assert kg.build(LETTER, out, views=False).reused == 0
    assert kg.build(LETTER, out, views=False, spacy_model=str(model)).reused == 0
    assert kg.build(LETTER, out, views=False, spacy_model=str(model)).reused == 1
    assert kg.build(LETTER, out, views=False).reused == 0
    assert not next(GraphFolder(out).records())["model_mentions"]


@pytest.mark.parametrize("command", [["build", "--out", "g"], ["extract"]], ids=["build", "extract"])
def test_a_missing_model_is_one_clear_line(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, [*command, str(LETTER), "--spacy-model", "no_such_model"])
    assert isinstance(result.exception, UsageError)
    message = str(result.exception)
    assert message.startswith("spaCy model 'no_such_model' is not installed")
    assert "\n" not in message
    assert not (tmp_path / "g").exists()


def test_a_damaged_model_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "meta.json").write_text(json.dumps({"lang": "en"}), encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be loaded"):
        kg.nlp("en", spacy_model=str(tmp_path / "broken"))


def test_distribution_declares_every_factory() -> None:
    project = tomllib.loads((SEEDS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["entry-points"]["spacy_factories"]
    assert declared == {name: f"kg.extract.pipeline:factories.{name}" for name in NAMES}
