"""The kinds of abuse an allegation speaks of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.issues import IssueFinder
from kg.extract.stems import stem
from kg.model.mention import MentionKind
from kg.vocab.load import load_register

FINDER = IssueFinder(load_register())
GOLD = json.loads((Path(__file__).parents[1] / "data" / "seeds_gold.json").read_text(encoding="utf-8"))
# gold type -> issue ids, as agreed with the register of issues
ISSUES = {
    "arbitrary-detention": {"arbitrary-detention"},
    "compulsory-training": {"coercive-re-education"},
    "confinement-and-surveillance": {"movement", "surveillance"},
    "control-of-daily-life": {"privacy"},
    "denial-of-access-for-due-diligence": {"due-diligence-obstruction"},
    "deprivation-of-liberty": {"liberty"},
    "excessive-overtime": {"working-conditions"},
    "exploitative-working-conditions": {"working-conditions"},
    "forced-enrolment": {"coercive-re-education"},
    "forced-labour": {"forced-labour"},
    "forcible-transfer": {"forcible-transfer"},
    "labour-advertising": {"labour-recruitment"},
    "lack-of-accountability-and-remedy": set(),  # said after the words the gold quotes
    "per-head-payments": {"labour-recruitment"},
    "police-presence": {"surveillance"},
    "restriction-of-family-contact": {"family-life"},
    "restriction-of-movement": {"movement"},
    "restriction-of-religion": {"religion"},
    "supply-chain-link": {"business-abuse"},
    "surveillance": {"surveillance"},
    "threat-and-intimidation": {"threats"},
    "torture-or-ill-treatment": {"torture"},
    "trafficking-in-persons": {"trafficking"},
    "wage-uncertainty": {"working-conditions"},
}

CASES = [
    ("en", "He was arrested and beaten.", ["arbitrary-detention", "torture"]),
    ("en", "Families were evicted and their houses demolished.", ["forced-eviction"]),
    ("en", "The police evicts tenants.", ["forced-eviction"]),
    ("en", "They asked to be sent home were told to pay.", []),
    ("en", "She photographed the ruins.", []),
    ("en", "The school sheltered families.", []),
    ("en", "He was arrested in connection with the killing of a shopkeeper.", ["arbitrary-detention"]),
    ("en", "The killing of a farmer remains unsolved.", ["extrajudicial-killing", "impunity-remedy"]),
    ("en", "The collapse of a tailings dam of the gold mine", ["environment", "toxics"]),
    ("en", "Women may not leave their homes without a male guardian.", ["movement", "women-girls"]),
    ("en", "Ambulances were not let in and soldiers prevented ambulances from reaching the site.", ["health"]),
    ("en", "He is kept in leg irons.", ["torture"]),
    ("en", "She was not brought before any court.", ["fair-trial"]),
    ("en", "They burned his papers.", []),
    ("en", "The daily lives of workers are controlled.", ["privacy"]),
    ("en", "Children play in the school near the church.", ["religion"]),
    ("en", "Uyghur and other minority workers live there.", []),
    ("en", "The company has 200 employees in the district.", []),
    ("en", "Workers’ wages were allegedly withheld for months.", ["working-conditions"]),
    ("en", "They were sentenced to death after an unfair trial.", ["death-penalty", "fair-trial"]),
    ("en", "The draft Act would require associations to register.", ["legislation", "association"]),
    ("en", "Police used tear gas against protesters.", ["use-of-force", "assembly"]),
    ("en", "On 3 March 2019 Mr. Salar bought a ranch.", []),
    ("es", "Su esposo, de 40 años, trabaja en el campo.", []),
    ("fr", "Aucun mandat ne leur aurait été présenté.", ["arbitrary-detention"]),
    ("fr", "Leurs passeports auraient été conservés par un chef d’équipe.", ["forced-labour"]),
    ("fr", "Les gendarmes auraient fait usage de gaz lacrymogène et arrêté deux hommes.", ["use-of-force", "arbitrary-detention"]),
    ("fr", "Ils n’auraient pu communiquer ni avec leur famille ni avec leur avocate.", ["incommunicado", "fair-trial"]),
    ("fr", "Leur sort demeure inconnu à ce jour.", ["disappearance"]),
    ("fr", "La société traite le minerai et tient compte des prix.", []),
    ("fr", "Le projet, suspendu en 2019, compte deux corps de bâtiment dans une enceinte violemment éclairée.", []),
    ("es", "Se habría despedido a 740 trabajadoras sin pagarles las prestaciones.", ["labour-rights", "working-conditions"]),
    ("es", "Varias supervisoras exigían pruebas de embarazo.", ["women-girls"]),
    ("es", "La denuncia fue sobreseída a los veinte días.", ["impunity-remedy"]),
    ("es", "No se habría detenido a ninguna persona.", ["impunity-remedy"]),
    ("es", "Se trata de un proyecto con captación de agua y 480 viviendas.", []),
    ("en", "In March 2018, the village was served as well by the European Union.", []),
    ("en", "It was signed. Daily life went on. Prices are controlled.", []),
    ("fr", "Les familles auraient été expulsées de leurs maisons.", ["forced-eviction"]),
    ("fr", "Trois manifestants auraient été blessés par des balles réelles.", ["assembly", "use-of-force"]),
    ("fr", "Il aurait été torturé et menacé de mort.", ["torture", "threats"]),
    ("fr", "Les ouvriers seraient contraints de travailler.", ["forced-labour"]),
    ("fr", "L’arrêté aurait violé la loi.", []),
    ("es", "La empresa vendió la subsidiaria del Sr. Mina, contratada en el sitio de la filial Salar.", ["business-abuse"]),
    ("es", "Un juez habló; no estuvo presente ningún abogado del banco.", []),
    ("es", "Le vendaron los ojos; las niñas fueron vendidas como esclavas.", ["torture", "slavery", "trafficking"]),
    ("es", "Una mina de oro emplea a la jueza.", ["environment"]),
    ("fr", "Elles vivraient au poste commandé par un capitaine, et le café est vendu à des clients.", []),
    ("fr", "Les habitants, privés de vivres, n’auraient pas été consultés.", ["food", "participation"]),
    ("fr", "Le concours de la force publique a été accordé.", ["forced-eviction"]),
    ("es", "Recibió una notificación de lanzamiento; hubo cortes del servicio de internet.", ["forced-eviction", "internet-shutdown"]),
    ("fr", "Ils travaillent sans gants sur un échafaudage et la connexion à internet a été coupée.", ["occupational-safety", "internet-shutdown"]),
    ("es", "El obrero cayó de un andamio; se le negó la insulina y su cédula le fue retenida.", ["occupational-safety", "health", "movement"]),
    ("es", "La policía habría disparado gases lacrimógenos contra una valla.", ["use-of-force", "right-to-life"]),
    ("fr", "Le journaliste a été placé en détention.", ["journalists", "arbitrary-detention"]),
    ("es", "Las familias habrían sido desalojadas.", ["forced-eviction"]),
    ("es", "El líder social habría recibido amenazas de muerte.", ["defenders", "threats"]),
    ("es", "La comunidad indígena no habría sido consultada.", ["indigenous", "participation"]),
    ("es", "Los trabajadores habrían sido obligados a trabajar.", ["forced-labour"]),
    ("es", "La autoridad habría violado la ley.", []),
    ("es", "Se habrían detectado residuos de un fungicida en el agua potable.", ["toxics", "water-sanitation"]),
    ("en", "The Ministry of Labour and Social Protection and the Chamber of Mines wrote.", []),
    ("en", "The Water Authority replied.", []),
    ("de", "Zwangsarbeit", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "issues"), CASES)
def test_what_is_spoken_of(language: str, text: str, issues: list[str]) -> None:
    found = FINDER.find(text, language)
    assert sorted({mention.value for mention in found}) == sorted(issues)
    assert all(mention.kind is MentionKind.ISSUE for mention in found)


def test_offsets_are_those_of_the_trigger() -> None:
    (mention,) = FINDER.find("One. They practise forced labour.", "en")
    assert (mention.start, mention.end) == (19, 32)


def test_a_trigger_of_two_issues_is_two_mentions() -> None:
    found = FINDER.find("They were sent to a re-education camp.", "en")
    assert [m.value for m in found] == ["coercive-re-education", "internment-camps"]


@pytest.mark.parametrize("issue", sorted(load_register().issues))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_trigger_finds_its_issue(issue: str, language: str) -> None:
    triggers = [t.text for t in load_register().issues[issue].triggers if t.language == language]
    assert triggers
    for trigger in triggers:
        text = re.sub(r"(?:/[^\W_]+)+", "", trigger).replace("…", "x y")
        assert issue in {mention.value for mention in FINDER.find(text, language)}, trigger


def _text(claim: dict[str, object]) -> str:
    segments = claim["segments"] or [claim["span"]]
    return " ".join(segment["text"] for segment in segments)  # type: ignore[index]


@pytest.mark.parametrize("letter", GOLD["letters"], ids=lambda letter: letter["file"][:3])
def test_issues_of_the_seed_claims(letter: dict[str, list[dict[str, list[str]]]]) -> None:
    right = found = wanted = 0
    for claim in letter["allegations"]:
        expected = set().union(*(ISSUES[kind] for kind in claim["types"]))
        got = {mention.value for mention in FINDER.find(_text(claim), "en")}
        right += len(expected & got)
        found += len(got)
        wanted += len(expected)
    assert 2 * right / (found + wanted) >= 0.9


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["evict", "evicts", "evicted", "evicting"]),
        ("fr", ["expulser", "expulsee", "expulsees", "expulses", "expulsait"]),
        ("es", ["desalojar", "desalojado", "desalojadas", "desalojaron"]),
    ],
)
def test_forms_of_a_word_share_their_stem(language: str, words: list[str]) -> None:
    assert len({stem(word, language) for word in words}) == 1


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "es"]))
def test_mentions_lie_in_the_text(text: str, language: str) -> None:
    for mention in FINDER.find(text, language):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("piece", ["daily lives ", "police ", "without ", "denied ", "forced "])
def test_time_grows_with_length_only(piece: str) -> None:
    assert len(FINDER.find(piece * 5000, "en")) >= 0
