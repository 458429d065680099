"""References of communications, and numbers that are none."""

from __future__ import annotations

import pytest

from kg.extract.references import find_references

REFERENCES = [
    ("AL OTH 105/2021", "AL OTH 105/2021"), ("UA G/SO 214 (53-24) USA 20/2010", "UA USA 20/2010"), ("AL OTH 007 /2021", "AL OTH 7/2021"),
    ("UA Housing (2000-9) Food (2000-9) Health (2002-7) G/SO 214 (53-24) Water (2008-1) SYR 3/2014", "UA SYR 3/2014"),
    ("AL G/SO 214 (67-17) Assembly & Association (2010-1) UGA 918/2013", "AL UGA 918/2013"), ("OL 0TH 60/2019", "OL OTH 60/2019"),
    ("JUA TUR 822/2025", "JUA TUR 822/2025"), ("AL-IND-813/2020", "AL IND 813/2020"), ("UA Case no. IND 813/2020", "UA IND 813/2020"),
    ("AL: IND 813/2020", "AL IND 813/2020"), ("(GBR 3/2019)", "GBR 3/2019"), ("AL KHM 8O6/2Ol2", "AL KHM 806/2012"),
]  # fmt: skip
NONE = ["A/HRC/36/25", "G/SO 214 (53-24)", "No. 51/2019", "resolution 44/15", "HAL OTH 5/2021", "AL 5/2021", "TFL/LEG/22/107"]  # fmt: skip


@pytest.mark.parametrize(("text", "normal"), REFERENCES)
def test_a_reference_has_its_normal_form(text: str, normal: str) -> None:
    assert [mention.value for mention in find_references(f"REFERENCE: {text} of today")] == [normal]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_references(text: str) -> None:
    assert [mention.value for mention in find_references(f"see {text} there") if mention.get("type")] == []
