"""What the register of this installation knows."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kg.vocab.load import load_register
from kg.vocab.register import Name

REGISTER = load_register()
FACTS = Path(__file__).parent / "facts"

COUNTS = {
    "mandates": 68,
    "resolutions": 518,
    "holders": 331,
    "states": 249,
    "principles": 31,
    "instruments": 123,
    "issues": 76,
    "errata": 1,
}

# the mandates of the five seed letters, the resolutions they act by, and who signed on 12 March 2021
SEEDS = [
    ("wg-business", "44/15", "Dante Pesce", "Chair-Rapporteur"),
    ("sr-cultural-rights", "37/12", "Karima Bennoune", "Special Rapporteur"),
    ("sr-minority-issues", "43/8", "Fernand de Varennes", "Special Rapporteur"),
    ("sr-religion-or-belief", "40/10", "Ahmed Shaheed", "Special Rapporteur"),
    ("sr-slavery", "42/10", "Tomoya Obokata", "Special Rapporteur"),
    ("sr-torture", "43/20", "Nils Melzer", "Special Rapporteur"),
    ("sr-trafficking-in-persons", "44/4", "Siobhán Mullally", "Special Rapporteur"),
]


def facts(name: str) -> list[dict[str, str]]:
    with (FACTS / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def texts(names: tuple[Name, ...], language: str) -> set[str]:
    return {name.text for name in names if name.language == language}


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_counts(kind: str, count: int) -> None:
    assert len(getattr(REGISTER, kind)) == count


@pytest.mark.parametrize(("mandate", "number", "person", "role"), SEEDS)
def test_seed_letters_resolve(mandate: str, number: str, person: str, role: str) -> None:
    resolution = REGISTER.resolution("HRC", number)
    assert resolution is not None
    assert (mandate, "renewed") in resolution.mandates
    roles = {holder.role for holder in REGISTER.holders if (holder.mandate, holder.name) == (mandate, person)}
    assert role in roles


def test_alternative_ids_lead_to_one_mandate() -> None:
    other = {alt: mandate.id for mandate in REGISTER.mandates.values() for alt in mandate.alt_ids}
    assert other["sr-trafficking"] == "sr-trafficking-in-persons"


@pytest.mark.parametrize(
    ("body", "number", "symbol"),
    [
        ("HRC", "44/15", "A/HRC/RES/44/15"),
        ("HRC", "S-18/1", "A/HRC/RES/S-18/1"),
        ("HRC", "16/118", "A/HRC/DEC/16/118"),
        ("CHR", "1985/33", "E/CN.4/RES/1985/33"),
        ("CHR", "2004/110", "E/CN.4/DEC/2004/110"),
        ("CHR", "1993/2 A", "E/CN.4/RES/1993/2A"),
        ("CHR", "1993/2A", "E/CN.4/RES/1993/2A"),
        ("CHR", "20 (XXXVI)", "E/CN.4/RES/20(XXXVI)"),
    ],
)
def test_resolution_by_body_and_number(body: str, number: str, symbol: str) -> None:
    found = REGISTER.resolution(body, number)
    assert found is not None
    assert found.symbol == symbol


@pytest.mark.parametrize(
    ("body", "number"), [("GA", "44/15"), ("HRC", "1985/33"), ("HRC", "17/31"), ("", "")]
)
def test_resolution_that_is_not_there(body: str, number: str) -> None:
    assert REGISTER.resolution(body, number) is None


def test_every_resolution_is_found_by_its_number() -> None:
    for entry in REGISTER.resolutions.values():
        assert REGISTER.resolution(entry.body, entry.number) is entry


def test_mandates_have_every_agreed_fact() -> None:
    for row in facts("mandates"):
        mandate = REGISTER.mandates[row["id"]]
        assert mandate.kind == row["kind"]
        assert mandate.scope == row["scope"]
        assert mandate.country == row["country"]
        assert dict(mandate.labels) == {language: row[language] for language in ("en", "fr", "es")}
        assert (mandate.short, mandate.status) == (row["short"], row["status"])
        assert "|".join(mandate.alt_ids) == row["alt_ids"]


def test_mandates_have_every_agreed_name() -> None:
    known = {
        (mandate.id, name.language, name.since, name.until, name.text)
        for mandate in REGISTER.mandates.values()
        for name in mandate.names
    }
    rows = {(r["mandate"], r["language"], r["since"], r["until"], r["name"]) for r in facts("mandate_names")}
    assert len(rows) == 708
    assert rows - known == set()


def test_official_titles_come_first() -> None:
    for mandate in REGISTER.mandates.values():
        assert [name.text for name in mandate.names[:3]] == list(mandate.labels.values())
        assert {name.note for name in mandate.names[:3]} == {"official title"}


def test_resolutions_have_every_agreed_fact() -> None:
    rows = facts("resolutions")
    assert len(rows) == 520
    for row in rows:
        entry = REGISTER.resolutions[row["symbol"]]
        assert (entry.number, entry.body, entry.adopted) == (row["number"], row["body"], row["adopted"])
        assert (row["mandate"], row["action"]) in entry.mandates
    assert sum(len(entry.mandates) for entry in REGISTER.resolutions.values()) == len(rows)


def test_holders_have_every_agreed_fact() -> None:
    known = {(h.mandate, h.name, h.role, h.since, h.until, h.status) for h in REGISTER.holders}
    assert {tuple(row.values()) for row in facts("holders")} - known == set()


def test_states_have_every_agreed_fact() -> None:
    for row in facts("states"):
        state = REGISTER.states[row["iso3"]]
        assert (state.iso2, state.m49, state.label) == (row["iso2"], row["m49"], row["en"])
        for language in ("en", "fr", "es"):
            assert row[language] in texts(state.names, language)


def test_principles_have_every_agreed_fact() -> None:
    for row in facts("principles"):
        principle = REGISTER.principles[int(row["number"])]
        assert [principle.pillar, principle.level, principle.addressee] == list(row.values())[1:]
        assert principle.heading


def test_instruments_have_every_agreed_fact() -> None:
    for row in facts("instruments"):
        entry = REGISTER.instruments[row["id"]]
        named = {name.text.casefold() for name in entry.names}
        assert (entry.label, entry.type, entry.year) == (row["en"], row["type"], row["year"])
        assert entry.provisions == int(row["provisions"])
        assert entry.short == (row["short"] or row["en"])
        agreed = [row["en"], row["fr"], row["es"], *filter(None, row["aliases"].split("|"))]
        assert [name for name in agreed if name.casefold() not in named] == []


def test_issues_have_every_agreed_fact() -> None:
    for row in facts("issues"):
        issue = REGISTER.issues[row["id"]]
        assert issue.broader == row["broader"]
        assert dict(issue.labels) == {language: row[language] for language in ("en", "fr", "es")}


@pytest.mark.parametrize(
    ("name", "language", "iso3"),
    [
        ("United Kingdom", "en", "GBR"),
        ("United Kingdom of Great Britain and Northern Ireland", "en", "GBR"),
        ("Royaume-Uni", "fr", "GBR"),
        ("Reino Unido", "es", "GBR"),
        ("Iran (Islamic Republic of)", "en", "IRN"),
        ("Islamic Republic of Iran", "en", "IRN"),
        ("Iran", "en", "IRN"),
        ("Venezuela", "en", "VEN"),
        ("Bolivarian Republic of Venezuela", "en", "VEN"),
        ("Bolivia", "es", "BOL"),
        ("Türkiye", "en", "TUR"),
        ("Turkey", "en", "TUR"),
        ("Turquie", "fr", "TUR"),
        ("Viet Nam", "en", "VNM"),
        ("Vietnam", "en", "VNM"),
        ("Democratic Republic of the Congo", "en", "COD"),
        ("République démocratique du Congo", "fr", "COD"),
        ("Congo", "en", "COG"),
        ("Czechia", "en", "CZE"),
        ("Czech Republic", "en", "CZE"),
        ("State of Palestine", "en", "PSE"),
        ("Holy See", "en", "VAT"),
        ("Saint-Siège", "fr", "VAT"),
        ("Côte d’Ivoire", "en", "CIV"),
        ("Costa de Marfil", "es", "CIV"),
        ("Afghanistan", "fr", "AFG"),
        ("République islamique d’Afghanistan", "fr", "AFG"),
        ("Afganistán", "es", "AFG"),
        ("Guinea-Bissau", "en", "GNB"),
        ("Guinea", "en", "GIN"),
        ("Niger", "en", "NER"),
        ("Nigeria", "en", "NGA"),
        ("Dominica", "en", "DMA"),
        ("Dominican Republic", "en", "DOM"),
        ("Republic of Korea", "en", "KOR"),
        ("South Korea", "en", "KOR"),
        ("Bahamas", "en", "BHS"),
        ("Etats-Unis", "fr", "USA"),
    ],
)
def test_state_names(name: str, language: str, iso3: str) -> None:
    found = [s.iso3 for s in REGISTER.states.values() if name in texts(s.names, language)]
    assert found == [iso3]


@pytest.mark.parametrize("name", ["Korea", "US", "Georgia (US)", "the Gambia", "l’Afghanistan"])
def test_names_no_state_has(name: str) -> None:
    assert not [s for s in REGISTER.states.values() if any(n.text == name for n in s.names)]


def test_state_names_carry_no_article_and_no_mark() -> None:
    odd = re.compile(r"^(?:the|la|le|les|el|los|las) |^l[’']|\((?:the|l’|le|la|les|el|los|las)\)|\*|^\s|\s$")
    allowed = {"El Salvador"}
    names = {name.text for state in REGISTER.states.values() for name in state.names}
    assert sorted(name for name in names - allowed if odd.search(name)) == []


def test_states_proper_are_those_of_the_united_nations() -> None:
    states = {state.iso3 for state in REGISTER.states.values() if state.independent}
    assert len(states) == 197  # 193 Members, the Holy See, the State of Palestine, Cook Islands, Niue
    assert {"VAT", "PSE", "COK", "NIU"} <= states
    assert not {"TWN", "HKG", "GRL", "ESH"} & states


@pytest.mark.parametrize(
    ("name", "language", "instrument"),
    [
        ("Covenant on Civil and Political Rights", "en", "iccpr"),
        ("ICCPR", "", "iccpr"),
        ("Pacte international relatif aux droits civils et politiques", "fr", "iccpr"),
        ("PIDCP", "", "iccpr"),
        ("Pacto Internacional de Derechos Civiles y Políticos", "es", "iccpr"),
        ("UN Convention against Torture", "en", "cat"),
        ("Convention contre la torture", "fr", "cat"),
        ("UN Declaration on Human Rights Defenders", "en", "hrd-declaration"),
        ("Déclaration sur les défenseurs des droits de l’homme", "fr", "hrd-declaration"),
        ("Guiding Principles on Business and Human Rights", "en", "ungp"),
        ("Principios Rectores sobre las Empresas y los Derechos Humanos", "es", "ungp"),
        ("Forced Labour Convention", "en", "ilo-c29"),
        ("ILO Convention No. 169", "en", "ilo-c169"),
        ("Convenio núm. 169 de la OIT", "es", "ilo-c169"),
        ("Convention nº 169 de l’OIT", "fr", "ilo-c169"),
        ("Nelson Mandela Rules", "en", "mandela-rules"),
        ("Déclaration universelle des droits de l’homme", "fr", "udhr"),
    ],
)
def test_instrument_names(name: str, language: str, instrument: str) -> None:
    found = [i.id for i in REGISTER.instruments.values() if name in texts(i.names, language)]
    assert found == [instrument]


@pytest.mark.parametrize(
    ("name", "instrument"), [("Vienna Convention", "vclt"), ("Guiding Principles", "ungp"), ("CCPR", "iccpr")]
)
def test_forms_that_need_their_context(name: str, instrument: str) -> None:
    notes = {n.note for n in REGISTER.instruments[instrument].names if n.text == name}
    assert notes == {"in context"}


@pytest.mark.parametrize(
    ("word", "language", "issue"),
    [
        ("travail forcé", "fr", "forced-labour"),
        ("trabajo forzoso", "es", "forced-labour"),
        ("disparition forcée", "fr", "disappearance"),
        ("desaparición forzada", "es", "disappearance"),
        ("expulsion forcée", "fr", "forced-eviction"),
        ("desalojo forzoso", "es", "forced-eviction"),
    ],
)
def test_triggers_in_french_and_spanish(word: str, language: str, issue: str) -> None:
    assert word in texts(REGISTER.issues[issue].triggers, language)


@pytest.mark.parametrize(
    ("committee", "number", "symbol"),
    [
        ("CCPR", "36", "CCPR/C/GC/36"),
        ("CCPR", "31", "CCPR/C/21/Rev.1/Add.13"),
        ("CESCR", "14", "E/C.12/2000/4"),
        ("CESCR", "24", "E/C.12/GC/24"),
        ("CRC", "16", "CRC/C/GC/16"),
        ("CEDAW", "35", "CEDAW/C/GC/35"),
        ("CAT", "2", "CAT/C/GC/2"),
        ("CERD", "35", "CERD/C/GC/35"),
        ("CRPD", "6", "CRPD/C/GC/6"),
        ("CMW", "5", "CMW/C/GC/5"),
        ("CED", "1", "CED/C/GC/1"),
    ],
)
def test_general_comments(committee: str, number: str, symbol: str) -> None:
    documents = REGISTER.documents.values()
    assert [d.symbol for d in documents if (d.committee, d.number) == (committee, number)] == [symbol]


@pytest.mark.parametrize(
    ("mandate", "recipient", "year", "symbol"),
    [
        ("wg-business", "GA", 2018, "A/73/163"),
        ("sr-freedom-of-opinion-and-expression", "HRC", 2018, "A/HRC/38/35"),
        ("sr-human-rights-defenders", "GA", 2017, "A/72/170"),
    ],
)
def test_reports_described_without_symbol(mandate: str, recipient: str, year: int, symbol: str) -> None:
    documents = REGISTER.documents.values()
    found = [d.symbol for d in documents if (d.mandate, d.recipient, d.year) == (mandate, recipient, year)]
    assert found == [symbol]


def test_misprinted_symbol_leads_to_the_endorsing_resolution() -> None:
    erratum = REGISTER.errata["A/HRC/RES/17/31"]
    assert erratum.presumed == "A/HRC/RES/17/4"
    assert "A/HRC/17/31" in erratum.note
    assert "A/HRC/17/31" in REGISTER.documents


def test_offices_have_source_date_and_doubt() -> None:
    for office in REGISTER.offices:
        assert office.person
        assert office.company
        assert re.match(r"https?://", office.source)
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", office.date)
        assert "12 March 2021" in office.note or "days after the letter" in office.note


def test_nobody_has_an_office_that_no_source_names() -> None:
    assert "Rongjun Cai" not in {office.person for office in REGISTER.offices}
