"""Questions in plain language: what they are taken for, what is refused, and what the answer shows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.ask.lexicon import load_lexicon
from kg.ask.match import SLOTS, Matcher, Outcome
from kg.ask.reading import Reader, Understood
from kg.ask.things import Thing
from kg.cli.app import app
from kg.errors import QueryError, UsageError
from kg.pipeline.ask import Answer, _quoting, answered, known_things
from kg.pipeline.folder import GraphFolder
from kg.query.engine import ask as query
from kg.query.engine import open_store
from kg.query.questions import questions
from kg.vocab.load import load_register

ID = "https://w3id.org/sp-letters/id/"
HITACHI = f"{ID}company/hitachi-ltd"
SONY = f"{ID}company/sony-corporation"
TORTURE = f"{ID}mandate/sr-torture"
CHINA = "http://metadata.un.org/sdg/codes/geoArea/156"
LETTER = "AL OTH 105/2021"

UNDERSTOOD: list[tuple[str, str, dict[str, str]]] = [
    ("Which companies were addressed by the torture mandate in 2021?", "companies-addressed", {"sender": TORTURE, "year": "2021"}),
    ("which companies were written to?", "companies-addressed", {}),
    ("What companies received letters about forced labour?", "companies-addressed", {"abuse": f"{ID}issue/forced-labour"}),
    ("How many companies did the Working Group on Business and Human Rights write to?", "companies-addressed", {"sender": f"{ID}mandate/wg-business"}),
    ("To which companies did the slavery rapporteur write in 2021?", "companies-addressed", {"sender": f"{ID}mandate/sr-slavery", "year": "2021"}),
    ("companies contacted by the Special Rapporteur on minority issues", "companies-addressed", {"sender": f"{ID}mandate/sr-minority-issues"}),
    ("Which governments were written to in 2020?", "governments-addressed", {"year": "2020"}),
    ("Which States received letters from the WGAD?", "governments-addressed", {"sender": f"{ID}mandate/wg-arbitrary-detention"}),
    ("Which letters are there?", "letters", {}),
    ("Show me all letters from 2021", "letters", {"year": "2021"}),
    ("Which letters did the mandate on torture send?", "letters", {"sender": TORTURE}),
    ("Which letters were sent to Hitachi?", "letters", {"recipient": HITACHI}),
    ("letters to Sony Corporation", "letters", {"recipient": SONY}),
    ("Which letters cite Guiding Principle 13?", "letters", {"principle": "13"}),
    ("Which letters mention principle 22?", "letters", {"principle": "22"}),
    ("Which letters did Nils Melzer sign?", "letters", {"signer": f"{ID}person/nils-melzer"}),
    ("letters signed by Dante Pesce in 2021", "letters", {"signer": f"{ID}person/dante-pesce", "year": "2021"}),
    ("Which letters invoke the ICCPR?", "letters", {"norm": f"{ID}instrument/iccpr"}),
    ("Which letters allege forced labour?", "letters", {"abuse": f"{ID}issue/forced-labour"}),
    ("When was the letter to Xiaomi sent?", "letters", {"recipient": f"{ID}company/xiaomi-corporation"}),
    ("Which letters were addressed to the Government of China?", "letters", {"recipient": f"{ID}government/CHN"}),
    ("letters to China", "letters", {"recipient": f"{ID}government/CHN"}),
    ("How many letters did each mandate send?", "letters-by-mandate", {}),
    ("How many letters did the torture mandate send in 2021?", "letters-by-mandate", {"sender": TORTURE, "year": "2021"}),
    ("How many letters were sent per year?", "letters-by-year", {}),
    ("Which mandates wrote to Hitachi?", "mandates-by-letter", {"recipient": HITACHI}),
    ("Who wrote to Sony?", "mandates-by-letter", {"recipient": SONY}),
    ("Which mandates sent AL OTH 105/2021?", "mandates-by-letter", {"letter": LETTER}),
    ("Who sent letter al oth 105/2021?", "mandates-by-letter", {"letter": LETTER}),
    ("Who signed AL OTH 105/2021?", "signatures", {"letter": LETTER}),
    ("Who signed the letter to Hitachi?", "signatures", {"recipient": HITACHI}),
    ("Which rapporteurs signed letters to CRRC?", "signatures", {"recipient": f"{ID}company/crrc-corporation-limited"}),
    ("In how many letters does each rapporteur appear?", "rapporteurs", {}),
    ("How many letters did each mandate holder sign in 2021?", "rapporteurs", {"year": "2021"}),
    ("To whom was AL-OTH-105-2021 addressed?", "addressees", {"letter": LETTER}),
    ("Who is the CEO of Hitachi?", "ceos", {"headed": HITACHI}),
    ("Who is addressed as head of Sony Corporation?", "ceos", {"headed": SONY}),
    ("What is alleged in AL OTH 105/2021?", "allegations", {"letter": LETTER}),
    ("What are the allegations in the letter to Hitachi?", "allegations", {"recipient": HITACHI}),
    ("Which allegations of forced labour were reported in 2021?", "allegations", {"abuse": f"{ID}issue/forced-labour", "year": "2021"}),
    ("Which kinds of abuse are alleged?", "allegation-types", {}),
    ("What types of violations are alleged in letters to Sony?", "allegations-by-company", {"recipient": SONY}),
    ("Which abuses does the torture mandate write about?", "allegations-by-mandate", {"sender": TORTURE}),
    ("What is alleged to have happened in China?", "allegations-by-state", {"place": CHINA}),
    ("Which guiding principles does AL OTH 34/2021 cite?", "principles-by-letter", {"letter": "AL OTH 34/2021"}),
    ("Where is principle 13 cited?", "principle-words", {"principle": "13"}),
    ("In which words is UNGP 22 quoted?", "principle-words", {"principle": "22"}),
    ("Which principles are never cited?", "principles-never-cited", {}),
    ("What was Hitachi asked?", "request-words", {"recipient": HITACHI}),
    ("What questions does AL OTH 105/2021 ask?", "request-words", {"letter": LETTER}),
    ("How many questions does each letter ask?", "requests-by-letter", {}),
    ("What are the questions about?", "requests-by-topic", {}),
    ("Which concerns are expressed in AL OTH 105/2021?", "concerns", {"letter": LETTER}),
    ("Which treaties are cited?", "instruments", {"form": "treaty"}),
    ("Which treaties does the torture mandate cite?", "instruments-by-mandate", {"form": "treaty", "sender": TORTURE}),
    ("Which articles of the ICCPR are invoked?", "articles-invoked", {"norm": f"{ID}instrument/iccpr"}),
    ("Which general comments are cited?", "general-comments", {}),
    ("Who was the Special Rapporteur on torture in 2021?", "holders-by-register", {"sender": TORTURE, "year": "2021"}),
    ("Who held the mandate on freedom of religion or belief on 12 March 2021?", "holders-by-register", {"sender": f"{ID}mandate/sr-religion-or-belief", "date": "2021-03-12"}),
    ("By when must Hitachi reply?", "response-times", {"recipient": HITACHI}),
    ("When does the letter to Sony become public?", "publication-windows", {"recipient": SONY}),
    ("How is Sony said to be involved?", "involvement", {"recipient": SONY}),
    ("By which resolution does the torture mandate act?", "mandate-basis", {"sender": TORTURE}),
    ("Which mandates write together with the slavery mandate?", "mandates-together", {"sender": f"{ID}mandate/sr-slavery"}),
    ("Which mandates wrote to both Hitachi and Sony?", "shared-mandates", {"first": "Hitachi, Ltd", "second": "Sony Corporation"}),
    ("Which Governments were informed?", "governments-informed", {}),
    ("Who received a copy of AL OTH 105/2021?", "governments-by-letter", {"letter": LETTER}),
    ("Which companies replied?", "replies-of-companies", {}),
    ("From which files were the letters read?", "sources", {}),
    ("Which hedging words are there?", "hedges", {}),
    ("Which problems were found?", "problems", {}),
    # French
    ("Quelles entreprises ont reçu une lettre du mandat sur la torture en 2021 ?", "companies-addressed", {"sender": TORTURE, "year": "2021"}),
    ("Quelles lettres citent le principe directeur 13 ?", "letters", {"principle": "13"}),
    ("Qui a signé la lettre AL OTH 105/2021 ?", "signatures", {"letter": LETTER}),
    ("Combien de lettres le Rapporteur spécial sur la torture a-t-il envoyées en 2021 ?", "letters-by-mandate", {"sender": TORTURE, "year": "2021"}),
    # Spanish
    ("¿Qué empresas recibieron cartas de la Relatora Especial sobre la tortura en 2021?", "companies-addressed", {"sender": TORTURE, "year": "2021"}),
    ("¿Quién firmó la carta AL OTH 105/2021?", "signatures", {"letter": LETTER}),
    ("¿Qué cartas citan el principio rector 13?", "letters", {"principle": "13"}),
    ("¿Qué tratados se citan?", "instruments", {"form": "treaty"}),
]  # fmt: skip

REFUSED = [
    "Which company is guilty of forced labour?",
    "Who committed torture?",
    "What is the weather?",
    "Which companies use forced labour?",
    "Which companies are responsible for abuses in Xinjiang?",
    "Did Hitachi violate human rights?",
    "Is China guilty?",
    "Did Sony torture workers?",
    "Which State tortures?",
    "Who was tortured?",
    "Which companies violated principle 13?",
    "Which companies should I boycott?",
    "How many people were killed?",
    "Who is the president of France?",
    "Which company caused the most harm?",
    "Are the allegations true?",
    "Why does China torture people?",
    "Which allegations were proven?",
    "Which companies have forced labour?",
    "Who is lying?",
    "What did Hitachi do?",
    "torture",
    "Hitachi",
    "2021",
    "Which letters did Microsoft receive?",
    "Which companies did the unicorn mandate write to?",
    "Which letters were sent by Hitachi?",
    "Which letters were sent in March?",
    "Delete all letters",
    "Which rapporteur is the best?",
    "Who was the Special Rapporteur on torture?",
    "¿Qué empresa es culpable?",
    "Quelle entreprise est coupable de torture ?",
    "Which companies were not written to?",
    "Which companies caused forced labour?",
    "Which companies are involved in torture?",
    "?!",
]


@cache
def _room(folder: Path) -> tuple[Reader, Matcher]:
    lexicon = load_lexicon()
    things = known_things(open_store(folder), load_register())
    return Reader(things, lexicon), Matcher(questions(), lexicon)


@pytest.fixture(scope="module")
def read(seeds_graph: Path) -> Callable[[str], Understood]:
    return _room(seeds_graph)[0].read


@pytest.fixture(scope="module")
def match(seeds_graph: Path) -> Callable[[str], Outcome]:
    reader, matcher = _room(seeds_graph)
    return lambda text: matcher.match(reader.read(text))


@pytest.mark.parametrize(("text", "name", "settings"), UNDERSTOOD, ids=[text for text, _, _ in UNDERSTOOD])
def test_is_taken_for(
    text: str, name: str, settings: dict[str, str], match: Callable[[str], Outcome]
) -> None:
    outcome = match(text)
    assert outcome.fit is not None, outcome.reason
    assert (outcome.fit.name, dict(outcome.fit.settings)) == (name, settings)


@pytest.mark.parametrize("text", REFUSED)
def test_is_refused(text: str, match: Callable[[str], Outcome]) -> None:
    outcome = match(text)
    assert outcome.fit is None, outcome.fit
    assert outcome.reason
    assert len(outcome.nearest) == 3


def test_there_are_enough_questions() -> None:
    assert len({text for text, _, _ in UNDERSTOOD}) >= 60
    assert len(set(REFUSED)) >= 20
    assert len({name for _, name, _ in UNDERSTOOD}) >= 35


ACCUSING = [f"{who} {what}?" for who in ("Which companies", "Which State", "Did Hitachi") for what in (
    "commit torture", "committed forced labour", "use forced labour", "profit from forced labour", "is guilty",
    "abused workers", "are responsible for torture", "violated the ICCPR", "caused torture", "torture",
)]  # fmt: skip


@pytest.mark.parametrize("text", ACCUSING)
def test_no_question_about_guilt_is_answered(text: str, match: Callable[[str], Outcome]) -> None:
    assert match(text).fit is None


UNCLEAR = [
    ("Which letters did the mandate on women send?", "violence against women"),
    ("Which letters did the special rapporteur on freedom send?", "religion or belief"),
    ("Which companies received letters from the human rights rapporteur?", "name one in full"),
]


@pytest.mark.parametrize(("text", "several"), UNCLEAR)
def test_words_that_may_mean_several_things_are_handed_back(
    text: str, several: str, match: Callable[[str], Outcome]
) -> None:
    outcome = match(text)
    assert outcome.fit is None
    assert "may mean several things" in outcome.reason
    assert several in outcome.reason


def test_companies_with_the_same_beginning_are_not_told_apart_by_guessing() -> None:
    lexicon = load_lexicon()
    two = [Thing("company", f"c:{name}", name, (name,)) for name in ("Nordfels Lithium", "Nordfels Zinc")]
    reader, matcher = Reader(two, lexicon), Matcher(questions(), lexicon)
    assert matcher.match(reader.read("Which letters were sent to Nordfels?")).fit is None
    fit = matcher.match(reader.read("Which letters were sent to Nordfels Zinc?")).fit
    assert fit is not None
    assert fit.settings == {"recipient": "c:Nordfels Zinc"}


def test_equal_candidates_are_all_named() -> None:
    lexicon = load_lexicon()
    (twin,) = [each for each in questions() if each.name == "hedges"]
    pair = [twin, type(twin)("hedges-again", twin.title, twin.question, twin.sparql, (), twin.synonyms)]
    outcome = Matcher(pair, lexicon).match(Reader([], lexicon).read("hedging words"))
    assert outcome.fit is None
    assert outcome.nearest == ("hedges", "hedges-again")
    assert "any of hedges, hedges-again" in outcome.reason


PREPOSITIONS = [
    ("Which letters were sent to Peru?", "letters", "recipient"),
    ("What is alleged to have happened in Peru?", "allegations-by-state", "place"),
]


@pytest.mark.parametrize(("text", "name", "parameter"), PREPOSITIONS)
def test_the_word_before_a_state_says_what_it_is(
    text: str, name: str, parameter: str, match: Callable[[str], Outcome]
) -> None:
    fit = match(text).fit
    assert fit is not None
    assert (fit.name, list(fit.settings)) == (name, [parameter])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the letters of 12 March 2021", "2021-03-12"),
        ("on March 12, 2021", "2021-03-12"),
        ("le 12 mars 2021", "2021-03-12"),
        ("el 12 de marzo de 2021", "2021-03-12"),
        ("on 2021-03-12", "2021-03-12"),
        ("on the 1st of May 2020", "2020-05-01"),
        ("in 2021", "2021"),
        ("UA/GBR 3/2019 and ua-gbr-3-2019", ""),
        ("letter ua gbr 03/2019", "UA GBR 3/2019"),
        ("principle 31", "31"),
        ("principle 32", ""),
        ("UNGP 7", "7"),
    ],
)
def test_what_has_a_fixed_form_is_read(text: str, value: str, read: Callable[[str], Understood]) -> None:
    values = [naming.things[0].value for naming in read(text).namings]
    assert (value in values) if value else "32" in read(text).unknown or values


def test_every_slot_is_a_parameter_of_some_question() -> None:
    parameters = {parameter.name for question in questions() for parameter in question.parameters}
    assert set(SLOTS) <= parameters


def test_every_question_can_be_asked_by_its_own_title(match: Callable[[str], Outcome]) -> None:
    """Not of every title: some words of a title mean nothing to people. But most must lead home."""
    own = [
        question.name
        for question in questions()
        if (fit := match(question.title).fit) and fit.name == question.name
    ]
    assert len(own) >= 45


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001])
def test_what_is_no_question_is_said(text: str, seeds_graph: Path) -> None:
    with pytest.raises(UsageError, match="between 1 and 1000"):
        answered(seeds_graph, text)


def test_a_bad_line_of_the_lexicon_is_said(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# comment\n\nno colon here\n", encoding="utf-8")
    with pytest.raises(QueryError, match="no colon here"):
        load_lexicon(tmp_path / "words.txt")


def ask(folder: Path, text: str) -> Answer:
    return answered(folder, text)


def test_the_answer_shows_question_sparql_rows_and_words(seeds_graph: Path) -> None:
    answer = ask(seeds_graph, "Which companies were addressed by the torture mandate in 2021?")
    assert len(answer) == 5
    assert 'VALUES ?year { "2021"^^' in " ".join(answer.sparql.split())
    assert f"VALUES ?sender {{ <{TORTURE}> }}" in " ".join(answer.sparql.split())
    assert "companies-addressed" in answer.explanation()
    assert {quote.letter for quote in answer.quotes} == {
        "AL OTH 105/2021", "AL OTH 154/2021", "AL OTH 167/2021", "AL OTH 34/2021", "AL OTH 78/2021",
    }  # fmt: skip
    assert any("Hitachi" in quote.words for quote in answer.quotes)


@pytest.fixture(scope="module")
def answers(seeds_graph: Path) -> list[Answer]:
    return [answered(seeds_graph, text) for text, _, _ in UNDERSTOOD]


def test_the_sparql_shown_gives_the_rows(seeds_graph: Path, answers: list[Answer]) -> None:
    store = open_store(seeds_graph)
    for answer in answers:
        assert answer.result is not None
        assert query(store, answer.sparql).rows == answer.result.rows, answer.asked


def test_every_quote_stands_in_its_letter(seeds_graph: Path, answers: list[Answer]) -> None:
    folder = GraphFolder(seeds_graph)
    texts = {source["reference"]: folder.text(source["id"]) for source in folder.manifest["sources"]}
    quotes = [quote for answer in answers for quote in answer.quotes]
    assert len(quotes) > 100
    for quote in quotes:
        assert texts[quote.letter][quote.start : quote.start + len(quote.words)] == quote.words


def test_every_words_line_of_the_catalogue_can_be_run(seeds_graph: Path) -> None:
    store = open_store(seeds_graph)
    for question in questions():
        for line in question.words:
            pattern = line.partition("] ")[2] if line.startswith("[") else line
            assert "?node " in pattern, "it stands on its own, whatever the query keeps to itself"
            assert query(store, _quoting(question.sparql, pattern)).columns[0] == "inLetter", question.name


def test_quoted_allegations_say_that_they_are(seeds_graph: Path) -> None:
    answer = ask(seeds_graph, "Which letters allege forced labour?")
    assert answer.quotes
    assert all(quote.alleged for quote in answer.quotes)
    assert " (alleged): “" in answer.words()


def test_a_question_without_rows_says_so(seeds_graph: Path) -> None:
    answer = ask(seeds_graph, "Which companies were written to in 2011?")
    assert answer.fits
    assert len(answer) == 0
    assert "holds nothing that answers this" in str(answer)


def test_command_line(seeds_graph: Path) -> None:
    runner = CliRunner()
    good = runner.invoke(app, ["ask", str(seeds_graph), "Who signed AL OTH 105/2021?", "--format", "csv"])
    assert good.exit_code == 0
    assert good.stdout.startswith("letter,person,role,mandate")
    assert "question: signatures" in good.stderr
    assert "SELECT DISTINCT" in good.stderr
    assert "“" in good.stderr
    bad = runner.invoke(app, ["ask", str(seeds_graph), "Which company is guilty?"])
    assert bad.exit_code == 1
    assert bad.stdout == ""
    assert "not answered: no question of the catalogue speaks of “guilty”" in bad.stderr
    assert bad.stderr.count("?\n") >= 2


def test_notebooks_get_html_without_markup_of_the_question(seeds_graph: Path) -> None:
    answer = ask(seeds_graph, "Which <script>alert(1)</script> were written to?")
    assert "<script>" not in answer._repr_html_()
    assert "<table>" in ask(seeds_graph, "Which letters are there?")._repr_html_()


def test_answers_do_not_depend_on_the_hash_seed(seeds_graph: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.pipeline.ask import answered\n"
        "for text in sys.argv[2:]: print(answered(Path(sys.argv[1]), text))"
    )
    texts = [text for text, _, _ in UNDERSTOOD[::20]] + REFUSED[::20]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(seeds_graph), *texts],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "77")
    }  # fmt: skip
    assert len(outputs) == 1
