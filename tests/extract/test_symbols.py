"""Symbols of United Nations documents, and what only looks like one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.symbols import find_symbols

# text, symbols as they are named
CASES = [
    ("see A/HRC/37/59 and A/73/163, paras. 14 and 15", ["A/HRC/37/59", "A/73/163"]),
    ("(A/HRC/17/31, annexe)", ["A/HRC/17/31"]),
    ("A/HRC/45/34/Add.1.", ["A/HRC/45/34/Add.1"]),
    ("A / HRC / 17 / 31", ["A/HRC/17/31"]),
    ("A/HRC/46/35/Add. 2", ["A/HRC/46/35/Add.2"]),
    ("A/HRC/25/L.32/rev.1", ["A/HRC/25/L.32/rev.1"]),
    ("CCPR/C/21/Rev.1/Add.13", ["CCPR/C/21/Rev.1/Add.13"]),
    ("E/C.12/2002/11 et E/C.12/GC/24", ["E/C.12/2002/11", "E/C.12/GC/24"]),
    ("CEDAW/C/2010/47/GC.2", ["CEDAW/C/2010/47/GC.2"]),
    ("E/CN.4/2005/102/Add.1", ["E/CN.4/2005/102/Add.1"]),
    ("A/HRC/WGEID/98/2; A/HRC/WGAD/2018/42", ["A/HRC/WGEID/98/2", "A/HRC/WGAD/2018/42"]),
    ("CCPR/C/120/D/2284/2013", ["CCPR/C/120/D/2284/2013"]),
    ("A/75/982-S/2021/570", ["A/75/982-S/2021/570"]),
    ("(CEDAW/C/GC/31-CRC/C/GC/18)", ["CEDAW/C/GC/31", "CRC/C/GC/18"]),
    ("S/RES/1325 (2000)", ["S/RES/1325 (2000)"]),
]
NONE = [
    "resolution 37/59 of 22 March 2018",
    "GE.17-15168(E)",
    "UA G/SO 214 (53-24) USA 20/2010",
    "loan A/12, file A/B/2019, S/N 4412/18",
    "https://undocs.org/A/HRC/37/59",
    "www.example.org/A/73/163/annex",
    "either/or, and/or, km/h",
    "MPRD-ONUG núm. 0347/22",
]
RESOLUTIONS = [
    ("A/RES/61/295", ("GA", "61/295")),
    ("A/HRC/RES/12/16", ("HRC", "12/16")),
    ("E/CN.4/RES/2004/41", ("CHR", "2004/41")),
    ("A/RES/217 A (III)", ("GA", "217 A (III)")),
    ("A/HRC/17/31", ("", "")),
]


@pytest.mark.parametrize(("text", "symbols"), CASES)
def test_symbols_are_read_as_printed(text: str, symbols: list[str]) -> None:
    assert [mention.value for mention in find_symbols(text)] == symbols


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_symbol_yields_nothing(text: str) -> None:
    assert find_symbols(text) == ()


@pytest.mark.parametrize(("text", "resolution"), RESOLUTIONS)
def test_symbols_of_resolutions_tell_body_and_number(text: str, resolution: tuple[str, str]) -> None:
    (mention,) = find_symbols(text)
    assert (mention.get("body"), mention.get("number")) == resolution


@given(st.text(alphabet="AEHRCS/0123456789.RvwW ()-", max_size=50))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    found = find_symbols(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
