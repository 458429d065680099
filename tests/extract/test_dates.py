"""Dates and periods, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.extract.dates import find_dates, find_periods

DATES = [
    ("3 May 2019", "2019-05-03"), ("3rd of May, 2019", "2019-05-03"), ("May 3, 2019", "2019-05-03"), ("31 th January 2013", "2013-01-31"),
    ("03/05/2019", "2019-05-03"), ("05/23/2019", "2019-05-23"), ("15.11.2007", "2007-11-15"), ("2019-05-03", "2019-05-03"),
    ("Sept. 3, 2019", "2019-09-03"), ("3May 2019", "2019-05-03"), ("May 2019", "2019-05"), ("1er mars 2020", "2020-03-01"),
    ("GENÈVE, LE 3 MAI 2019", "2019-05-03"), ("1º de diciembre de 2021", "2021-12-01"), ("3 de mayo del 2019", "2019-05-03"),
    ("16 July 20l2", "2012-07-16"), ("l6 July 2012", "2012-07-16"), ("3l July 2O12", "2012-07-31"),
]  # fmt: skip
NO_DATES = ["A/RES/61/295", "G/SO 214/2019", "12/13/14/2019", "R-51/2022", "31/02/2019", "+41 22 917 90 06", "44/15", "no. 34/2018", "10.12.2020.4"]  # fmt: skip
PERIODS = [
    ("within 60 days", 60, "days"), ("within sixty (60) days", 60, "days"), ("in 48 hours", 48, "hours"), ("within two months", 60, "days"),
    ("within three weeks", 21, "days"), ("sous deux mois", 60, "days"), ("dans un délai de soixante jours", 60, "days"), ("quarante-huit heures", 48, "hours"),
    ("en un plazo de dos meses", 60, "days"), ("sesenta (60) días", 60, "days"), ("cuarenta y ocho horas", 48, "hours"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_a_date_has_its_iso_form(text: str, iso: str) -> None:
    assert [mention.value for mention in find_dates(f"sent on {text}, to them")] == [iso]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_figures_are_no_dates(text: str) -> None:
    assert find_dates(f"see {text} there") == ()


@pytest.mark.parametrize(("text", "number", "unit"), PERIODS)
def test_a_period_has_its_length(text: str, number: int, unit: str) -> None:
    assert [(mention.value, mention.get("unit")) for mention in find_periods(text)] == [(str(number), unit)]


@pytest.mark.parametrize("text", ["10 mesas", "2 moissons", "60 daysailors", "the 2 horarios"])
def test_other_words_are_no_units(text: str) -> None:
    assert find_periods(text) == ()
