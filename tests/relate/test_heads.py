"""What the head and the end of a letter say: resolutions, periods, recipients, roles of companies, persons concerned."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from kg.model.record import Record
from kg.model.text import Source
from kg.pipeline.letters import LetterReader

CAPACITY = "We have the honour to address you in our capacities as Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment; and Special Rapporteur on the situation of human rights defenders, pursuant to {}."
PAIRS = [
    ("Human Rights Council resolutions 43/20 and 43/16", {"43/20": "sr-torture", "43/16": "sr-human-rights-defenders"}),
    ("Human Rights Council resolutions 43/16 and 43/20", {"43/20": "sr-torture", "43/16": "sr-human-rights-defenders"}),
    ("Human Rights Council resolutions 43/20, 43/16 and 44/15", {"43/20": "sr-torture", "43/16": "sr-human-rights-defenders", "44/15": None}),
    ("General Assembly resolution 60/251 and Human Rights Council resolutions 43/20 and 43/16", {"60/251": None, "43/20": "sr-torture", "43/16": "sr-human-rights-defenders"}),
    ("Human Rights Council resolution 8/8 and Commission on Human Rights resolution 2000/61, as extended by Human Rights Council resolution 5/1", {"8/8": "sr-torture", "2000/61": "sr-human-rights-defenders", "5/1": None}),
]  # fmt: skip
# what is asked of the addressee, and when the letter becomes public, in (days, hours)
PERIODS = [
    ("We would appreciate receiving a response within 60 days. Past this delay, this communication will be made public.", (60, None), (None, None)),
    ("This communication and any response received from your company will be made public within 60 days.", (None, None), (60, None)),
    ("Within two months, this letter and any reply will be published on the website.", (None, None), (60, None)),
    ("We intend to make this letter public on the website of the Office in seven days.", (None, None), (7, None)),
    ("We would appreciate a response within 48 hours. This letter will be made public after 72 hours.", (None, 48), (None, 72)),
    ("Esta comunicación y toda respuesta se harán públicas en el sitio web pasadas 48 horas.", (None, None), (None, 48)),
    ("This letter will be made public, together with your reply, sixty days after it was sent.", (None, None), (60, None)),
    ("The men were released on bail after eight days.", (None, None), (None, None)),
    ("They must publish the data within 30 days under section 8.", (None, None), (None, None)),
]  # fmt: skip
COPIES = [
    ("The Governments of the Netherlands and Latvia have received similar letters.", ["NLD", "LVA"], []),
    ("A letter on this matter has been sent to the Governments of Zambia and of the United Republic of Tanzania, as well as to Uva Tea PLC.", ["ZMB", "TZA"], ["Uva Tea PLC"]),
    ("Copies of the present letter go to the Government of the Republic of Malawi.", ["MWI"], []),
    ("A mill stands in the Democratic Republic of the Congo. A letter was sent to the Congolese Government.", ["COD"], []),
    ("A letter was sent to the Congolese Government.", [], []),
    ("We thank the Government of Chile for its reply.", [], []),
]  # fmt: skip
ROLES = [
    ("Blue Loom Ltd. owns it through its subsidiaries Red Loom Ltd. and Green Loom Ltd., which pay little.", {"Red Loom Ltd.": "subsidiary", "Green Loom Ltd.": "subsidiary"}),
    ("The mill is run by Red Loom Ltd., a subsidiary of Blue Loom SE.", {"Red Loom Ltd.": "subsidiary", "Blue Loom SE": "parent"}),
    ("A letter was sent to Red Loom Ltd. and to the parent company of your company, Blue Loom SE.", {"Red Loom Ltd.": "mentioned", "Blue Loom SE": "parent"}),
    ("Red Loom Ltd. is a company founded in 1990 and held to 74 per cent by the group Blue Loom SE.", {"Red Loom Ltd.": "mentioned", "Blue Loom SE": "parent"}),
    ("Red Loom Ltd. and its subsidiary Red Loom Dyes Ltd. pay Red Loom Holdings Inc.", {"Red Loom Ltd.": "mentioned", "Red Loom Dyes Ltd.": "subsidiary", "Red Loom Holdings Inc.": "mentioned"}),
    ("A guard of your company, Red Loom Ltd., was seen.", {"Red Loom Ltd.": "addressee"}),
    ("Red Loom Ltd., of which Blue Loom SE owns 68 per cent and Grey Loom AG owns 5 per cent, denies it.", {"Red Loom Ltd.": "mentioned", "Blue Loom SE": "parent", "Grey Loom AG": "mentioned"}),
    ("The field is owned by Blue Loom SE.", {"Blue Loom SE": "mentioned"}),
    ("Your company buys cloth from Red Loom Ltd. in bulk.", {"Red Loom Ltd.": "supplier"}),
]  # fmt: skip
PERSONS = [
    ("Mr. Aron Vale was beaten. A spokesperson of your company, Mr. Giles Farn, denied it.", ["Aron Vale"]),
    ("Mr. Aron Vale was beaten. A neighbour, Ms. Ida Roth, called a doctor.", ["Aron Vale"]),
    ("Ms. Ada Obi, a domestic worker in the household of Mr. Uche Okoro, was beaten. Mr. Giles Farn, a counsellor at the Embassy of Chile, left.", ["Ada Obi"]),
    ("A neighbour, Ms. Ida Roth, was arrested.", ["Ida Roth"]),
    ("Mr. Aron Vale was beaten. Mr. Giles Farn, who commands the brigade, denied it.", ["Aron Vale"]),
    ("Mr. Aron Vale was beaten. Ms. Ida Roth, the lawyer chosen by his family, was turned away.", ["Aron Vale"]),
    ("Mr. Ato Bello, a farmer, and his brother Kofi Bello, aged 12, were arrested.", ["Ato Bello", "Kofi Bello"]),
    ("Ms. Ada Obi was reportedly beaten by a guard, Mr. Uche Okoro.", ["Ada Obi"]),
    ("Mr. Paul Stone is said to have sat on the committee which approved it; Ms. Ada Obi objected.", ["Ada Obi"]),
    ("Ms. Ada Obi told her lawyer, Mr. Leo Finch, of it. Mr. Finch was himself reportedly arrested.", ["Ada Obi", "Leo Finch"]),
    ("Ms. Ada Obi looks for her brother, Mr. Sam Obi, disappeared in 2019, with an auditor, Mr. Tom Reed.", ["Ada Obi", "Sam Obi"]),
    ("Ms. Ada Obi was arrested; the judge, Mr. Leo Finch, was later suspended.", ["Ada Obi"]),
    ("Un vehículo fotografió a la Sra. Blanca Sorto y a su hermana, la Sra. Delmy Sorto. El Sr. Juan Roa habló con su esposa, la Sra. Ana Roa.", ["Blanca Sorto", "Delmy Sorto", "Juan Roa"]),
    ("La Sra. Ana Roa fue desalojada. El magistrado del Juzgado de Primera Instancia núm. 87, D. Ramiro Cebrián Molle, fijó fecha.", ["Ana Roa"]),
    ("Mme Odile Roy a été licenciée. Le directeur de l’établissement, M. Jean Blanc, et le Procureur général près la Cour d’appel de Boké, M. Paul Condé, l’auraient su.", ["Odile Roy"]),
    ("Le bâtonnier a protesté contre l’arrestation de Me Alice Nkom-Ba ; Me Luc Oba, avocat de celle-ci, et le président du tribunal de Boké, M. Paul Condé, étaient absents.", ["Alice Nkom-Ba"]),
    ("El Sr. Mario Tut, representado por el abogado Lic. Carlos Sosa, fue condenado.", ["Mario Tut"]),
    ("El Sr. Mario Tut, representado por el abogado Lic. Carlos Sosa, vio al perito forense, Dr. Raúl Sosa, y al delegado de la Procuraduría, Dr. Hugo Paz.", ["Mario Tut"]),
    ("El cuerpo del Sr. Tomás Caal fue hallado por su cuñado, el Sr. Pedro Ical, y el Presidente de la Asamblea, Sr. Jorge Rueda, calló.", ["Tomás Caal"]),
    ("Ms. Ada Obi's lawyer, Mr. Leo Finch, was not told.", ["Ada Obi"]),
    ("E.B., a ten-year-old girl, and their classmate Tom Orr were sent home by the headmistress, Ms. Clara Venn.", ["E.B.", "Tom Orr"]),
    ("Judge Ann Marsh sentenced Ms. Ada Obi; her lawyer, Mr. Leo Finch, was absent.", ["Ada Obi"]),
]  # fmt: skip


@cache
def reader() -> LetterReader:
    return LetterReader()


def read(
    capacity: str = "Human Rights Council resolutions 43/20 and 43/16",
    account: str = "It rained.",
    end: str = "We wait.",
) -> Record:
    text = "\n\n".join(
        [
            "Mandates of the Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment and the Special Rapporteur on the situation of human rights defenders",
            "REFERENCE: AL OTH 801/2021", "3 May 2021", "Dear Sir or Madam,", CAPACITY.format(capacity), "According to the information received:", account,
            "We would be grateful for your observations on the following matters:", "1. Please provide any comment.", end,
            "Please accept the assurances of our highest consideration.",
        ]
    )  # fmt: skip
    return reader().record(
        Source("letter.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", text)
    )


@pytest.mark.parametrize(("acted_by", "pairs"), PAIRS)
def test_resolutions_are_paired_only_where_it_is_certain(acted_by: str, pairs: dict[str, str | None]) -> None:
    uses = read(capacity=acted_by).resolutions
    assert {use.number.value: use.mandate.value if use.mandate else None for use in uses} == pairs


@pytest.mark.parametrize(("end", "response", "publication"), PERIODS)
def test_a_period_belongs_to_what_happens_within_it(
    end: str, response: tuple[int | None, int | None], publication: tuple[int | None, int | None]
) -> None:
    record = read(end=end)
    found = [
        (p.days and p.days.value, p.hours and p.hours.value) for p in (record.response, record.publication)
    ]
    assert found == [response, publication]


@pytest.mark.parametrize(("end", "states", "companies"), COPIES)
def test_copies_are_those_told_of(end: str, states: list[str], companies: list[str]) -> None:
    record = read(end=end)
    assert [state.value for state in record.states_copied] == states
    assert [company.value for company in record.companies_copied] == companies


@pytest.mark.parametrize(("account", "roles"), ROLES)
def test_a_company_has_the_role_the_words_give_it(account: str, roles: dict[str, str]) -> None:
    found = {company.name.value: company.role.value for company in read(account=account).companies}
    assert {name: found[name] for name in roles} == roles


@pytest.mark.parametrize(("account", "names"), PERSONS)
def test_persons_concerned_are_not_those_who_act(account: str, names: list[str]) -> None:
    assert [person.value for person in read(account=account).persons_concerned] == names


def test_who_heads_a_body_is_addressed_with_it() -> None:
    foot = "Mr. Abdi Roth\nChairman of the Administrative Council of Upper Marood"
    record = read(
        end=f"We would appreciate a response.\n\nPlease accept the assurances of our highest consideration.\n\nAda Marlow\nSpecial Rapporteur on minority issues\n\n{foot}"
    )
    organisation = record.addressing.organisation
    assert organisation is not None
    assert organisation.value == "Administrative Council of Upper Marood"
