"""Words that make a condition are honoured or refused; who sends, receives or is mentioned is told apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from kg.ask.lexicon import THING, load_lexicon
from kg.ask.match import Matcher, Outcome
from kg.ask.reading import Reader
from kg.ask.things import COMPANY, GOVERNMENT, MANDATE, PERSON, STATE, Thing, condition
from kg.errors import QueryError
from kg.pipeline.ask import _mandate, _state
from kg.query.questions import questions
from kg.vocab.load import load_register

BANK, POWER = "c:northmere-bank", "c:selwi-power"
TEGU, STRAKER = "p:bulan-tegu", "p:wilhelmina-straker"
ID = "https://w3id.org/sp-letters/id/"
TORTURE = f"{ID}mandate/sr-torture"
PERU = f"{ID}government/PER"
IN_PERU = "http://metadata.un.org/sdg/codes/geoArea/604"


@cache
def _room() -> tuple[Reader, Matcher]:
    register, lexicon = load_register(), load_lexicon()
    things = [
        Thing(COMPANY, BANK, "Northmere Bank AG", ("Northmere Bank AG", "Northmere Bank")),
        Thing(COMPANY, POWER, "Selwi Power Sdn. Bhd.", ("Selwi Power Sdn. Bhd.",)),
        Thing(PERSON, TEGU, "Bulan Tegu", ("Bulan Tegu",)),
        Thing(PERSON, STRAKER, "Wilhelmina Straker", ("Wilhelmina Straker",)),
        *(_mandate(register, mandate) for mandate in register.mandates),
        *(thing for state in register.states for thing in _state(register, state)),
    ]
    assert {thing.kind for thing in things} == {COMPANY, PERSON, MANDATE, GOVERNMENT, STATE}
    return Reader(things, lexicon), Matcher(questions(), lexicon)


@pytest.fixture
def match() -> Callable[[str], Outcome]:
    reader, matcher = _room()
    return lambda text: matcher.match(reader.read(text))


TAKEN: list[tuple[str, str, dict[str, str]]] = [
    # a narrower word is a condition
    ("Which letters are urgent appeals?", "letters", {"type": "UA"}),
    ("Which urgent appeals were sent to Peru?", "letters", {"type": "UA", "recipient": PERU}),
    ("How many urgent appeals did the torture mandate send?", "letters", {"type": "UA", "sender": TORTURE}),
    ("Which joint urgent appeals are there?", "letters", {"type": "JUA"}),
    ("Which allegation letters were sent to Northmere Bank?", "letters", {"type": "AL", "recipient": BANK}),
    ("Quels appels urgents ont été envoyés au Pérou ?", "letters", {"type": "UA", "recipient": PERU}),
    ("¿Qué llamamientos urgentes se enviaron al Perú?", "letters", {"type": "UA", "recipient": PERU}),
    ("Which companies are suppliers?", "companies-named", {"role": "supplier"}),
    ("Which subsidiaries are named in the letters?", "companies-named", {"role": "subsidiary"}),
    ("Quelles entreprises sont des filiales ?", "companies-named", {"role": "subsidiary"}),
    ("¿Qué empresas son proveedoras?", "companies-named", {"role": "supplier"}),
    ("Which companies are parent companies?", "companies-named", {"role": "parent"}),
    ("Which companies are involved through the supply chain?", "involvement", {"channel": "supply chain"}),
    ("Which companies are said to be directly linked?", "involvement", {"channel": "directly linked"}),
    ("¿Qué empresas están implicadas a través de su cadena de suministro?", "involvement", {"channel": "supply chain"}),
    ("Which declarations are cited?", "instruments", {"form": "declaration"}),
    ("Quels traités sont cités ?", "instruments", {"form": "treaty"}),
    ("Which instruments are cited?", "instruments", {}),
    ("Which Governments received urgent appeals?", "governments-addressed", {"type": "UA"}),
    ("Quels gouvernements ont reçu des appels urgents ?", "governments-addressed", {"type": "UA"}),
    ("Which companies received allegation letters?", "companies-addressed", {"type": "AL"}),
    ("Show me all urgent appeals", "letters", {"type": "UA"}),
    ("Which resolutions are cited?", "resolutions-cited", {}),
    ("When was AL OTH 871/2019 sent?", "letters", {"letter": "AL OTH 871/2019"}),
    ("Quelle est la date de la lettre AL OTH 871/2019 ?", "letters", {"letter": "AL OTH 871/2019"}),
    ("How many letters were sent each year?", "letters-by-year", {}),
    ("Combien de lettres ont été envoyées chaque année ?", "letters-by-year", {}),
    ("¿Cuántas cartas se enviaron cada año?", "letters-by-year", {}),
    ("Which letters came from the torture mandate?", "letters", {"sender": TORTURE}),
    ("How many letters did the torture mandate send?", "letters-by-mandate", {"sender": TORTURE}),
    ("How many letters were sent to Peru in 2019?", "letters", {"recipient": PERU, "year": "2019"}),
    ("Which principles do all letters cite?", "principles-in-every-letter", {}),
    # mentioned, not written to and not signing
    ("Which letters are about Bulan Tegu?", "letters", {"mentioned": TEGU}),
    ("Quelles lettres mentionnent Bulan Tegu ?", "letters", {"mentioned": TEGU}),
    ("¿Qué cartas mencionan a Bulan Tegu?", "letters", {"mentioned": TEGU}),
    ("Which letters mention Selwi Power Sdn. Bhd.?", "letters", {"mentioned": POWER}),
    ("Which letters refer to Selwi Power?", "letters", {"mentioned": POWER}),
    ("In which letters is Selwi Power mentioned?", "letters", {"mentioned": POWER}),
    ("Which letters mention the Government of Peru?", "letters", {"mentioned": IN_PERU}),
    ("Quelles lettres mentionnent le Pérou ?", "letters", {"mentioned": IN_PERU}),
    ("¿Qué cartas mencionan al Perú?", "letters", {"mentioned": IN_PERU}),
    ("Which letters did Bulan Tegu sign?", "letters", {"signer": TEGU}),
    # who sends and who receives
    ("Which letters did Peru receive?", "letters", {"recipient": PERU}),
    ("Quelles lettres le Pérou a-t-il reçues ?", "letters", {"recipient": PERU}),
    ("¿Qué cartas recibió el Perú?", "letters", {"recipient": PERU}),
    ("Which letters were received by Northmere Bank?", "letters", {"recipient": BANK}),
    ("Which mandates contacted Northmere Bank?", "mandates-by-letter", {"recipient": BANK}),
    ("Which mandates sent Northmere Bank a letter?", "mandates-by-letter", {"recipient": BANK}),
    ("Has Northmere Bank replied?", "replies-of-companies", {"replying": BANK}),
    ("Which companies sent a reply?", "replies-of-companies", {}),
    ("¿Qué empresas respondieron?", "replies-of-companies", {}),
    ("What was Northmere Bank asked?", "request-words", {"recipient": BANK}),
    ("What does the letter ask Northmere Bank?", "request-words", {"recipient": BANK}),
    # telling words only make a mandate
    ("Which letters were sent by the Special Rapporteur on torture?", "letters", {"sender": TORTURE}),
    ("Quelles lettres ont été envoyées par le Rapporteur spécial sur la torture ?", "letters", {"sender": TORTURE}),
    ("¿Qué cartas fueron enviadas por el Relator Especial sobre la tortura?", "letters", {"sender": TORTURE}),
    ("¿Qué tratados cita el Relator Especial sobre la tortura?", "instruments-by-mandate", {"form": "treaty", "sender": TORTURE}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "settings"), TAKEN, ids=[text for text, _, _ in TAKEN])
def test_a_condition_becomes_a_parameter(
    text: str, name: str, settings: dict[str, str], match: Callable[[str], Outcome]
) -> None:
    outcome = match(text)
    assert outcome.fit is not None, outcome.reason
    assert (outcome.fit.name, dict(outcome.fit.settings)) == (name, settings)


def test_what_a_mention_takes_in_is_said(match: Callable[[str], Outcome]) -> None:
    fit = match("Which letters mention Peru?").fit
    assert fit is not None
    assert fit.taken == (
        (
            "Peru",
            "mentioned",
            "Peru (State), as place of an allegation, or its Government, as recipient or informed",
        ),
    )


REFUSED = [
    # conditions nobody can honour
    ("Which banks were addressed?", "banks"),
    ("Which manufacturers were addressed?", "manufacturers"),
    ("Which companies are subsidiaries of Northmere Bank?", "no question"),
    ("Which companies are suppliers of Northmere Bank?", "no question"),
    ("Which suppliers were addressed?", "no question"),
    ("Which letters cite only Guiding Principle 22?", "only"),
    ("Which letters cite Guiding Principles 11 and 22?", "22"),
    ("Which letters cite the Covenant?", "Covenant"),
    ("Which letters cite a treaty?", "no question"),
    ("Which letters cite all Guiding Principles?", "no question"),
    ("Which companies have a supplier?", "no question"),
    ("Which supplier does Northmere Bank have?", "no question"),
    ("Which mandates wrote to companies?", "no question"),
    ("Which letters that refer to AL OTH 871/2019 cite principle 13?", "no question"),
    ("Which principles are quoted in the letter to Northmere Bank?", "no question"),
    ("Which mandates signed all letters?", "no question"),
    ("Which letters cite Guiding Principle 22 or mention Bulan Tegu?", "no question"),
    ("Which letters prejudge the allegations?", "prejudge"),
    ("Which letters cite?", "no question"),
    ("Which letters are signed?", "no question"),
    ("Which letters allege violations?", "no question"),
    ("What was the first letter to Peru?", "first"),
    ("Which are the most recent letters?", "recent"),
    ("Which letters were sent by 2021?", "no question"),
    ("Which letters were sent up to 2021?", "up"),
    ("Which letters were sent to 2021?", "no question"),
    ("Which letters were sent by all mandates?", "no question"),
    ("Which regions are named?", "regions"),
    ("Which directors were addressed?", "directors"),
    ("Which conventions are cited?", "conventions"),
    ("Which laws are cited?", "laws"),
    ("Which general recommendations are cited?", "general"),
    ("Which letters quote Guiding Principle 22?", "no question"),
    ("Which people were addressed?", "no question"),
    ("Which Governments replied?", "no question"),
    ("Which letters were sent to companies?", "no question"),
    ("How many letters were sent to companies?", "no question"),
    ("Which mandate sent most letters to companies?", "no question"),
    ("Who are the authors of the letters?", "authors"),
    ("How long are the letters?", "long"),
    ("Quelles banques ont été contactées ?", "banques"),
    ("¿Qué cartas citan solo el principio rector 22?", "solo"),
    ("Quelles lettres citent seulement le principe directeur 22 ?", "seulement"),
    # a mandate is nobody that letters mention
    ("Which letters mention the Special Rapporteur on torture?", "no question"),
    # sender and recipient exchanged
    ("Which letters did Peru send?", "“Peru” cannot be the sender"),
    ("Which letters did the Government of Peru send?", "“Peru” cannot be the sender"),
    ("Quelles lettres le Pérou a-t-il envoyées ?", "“Pérou” cannot be the sender"),
    ("Quelles lettres a envoyées le Pérou ?", "“Pérou” cannot be the sender"),
    ("¿Qué cartas envió el Perú?", "“Perú” cannot be the sender"),
    ("¿Qué cartas envió Perú?", "“Perú” cannot be the sender"),
    ("Which letters did Northmere Bank send?", "“Northmere Bank” cannot be the sender"),
    ("Which letters were sent by Northmere Bank?", "“Northmere Bank” cannot be the sender"),
    ("letters from Northmere Bank", "“Northmere Bank” cannot be the sender"),
    ("Which letters has Northmere Bank written?", "“Northmere Bank” cannot be the sender"),
    ("Which companies sent letters?", "“companies” cannot be the sender"),
    ("Quelles entreprises ont envoyé des lettres ?", "“entreprises” cannot be the sender"),
    ("¿Qué empresas enviaron cartas?", "“empresas” cannot be the sender"),
    ("Which letters are from Governments?", "“Governments” cannot be the sender"),
    ("Which letters were addressed to the Special Rapporteur on adequate housing?", "cannot be the recipient"),
    ("Which letters did the Special Rapporteur on torture receive?", "cannot be the recipient"),
    ("Quelles lettres ont été adressées au Rapporteur spécial sur la torture ?", "cannot be the recipient"),
    ("¿Qué cartas recibió el Relator Especial sobre la tortura?", "cannot be the recipient"),
    ("Which mandates received letters?", "“mandates” cannot be the recipient"),
    ("Which letters are about Peru and Bulan Tegu?", "no question"),
    ("Which letters of Peru are there?", "no question"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[text for text, _ in REFUSED])
def test_a_condition_without_a_parameter_is_refused(
    text: str, why: str, match: Callable[[str], Outcome]
) -> None:
    outcome = match(text)
    assert outcome.fit is None, outcome.fit
    assert why in outcome.reason


def test_words_that_name_a_thing_name_one_of_a_known_kind() -> None:
    named = sorted({meaning for meaning in load_lexicon().meanings.values() if THING in meaning})
    assert len({condition(meaning) for meaning in named}) == len(named) >= 10
    with pytest.raises(QueryError, match="no kind of thing is called 'colour'"):
        condition("colour=red")


def test_every_parameter_in_brackets_is_one_of_its_question() -> None:
    for question in questions():
        asked = " ".join(question.synonyms)
        needed = {part.partition("]")[0] for part in asked.split("[")[1:]}
        assert needed <= {parameter.name for parameter in question.parameters}, question.name
