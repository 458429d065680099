"""A register small enough to read: what the complete letter record needs, and no more."""

from __future__ import annotations

from kg.vocab.register import (
    Erratum,
    Holder,
    Instrument,
    Issue,
    Mandate,
    Name,
    Office,
    Principle,
    Register,
    ResolutionEntry,
    State,
    UnDocument,
)


def _mandate(mandate_id: str, kind: str, label: str, short: str) -> Mandate:
    return Mandate(mandate_id, kind, "thematic", "", {"en": label}, short, (Name(label, "en"),), "active")


def _state(iso3: str, m49: str, label: str) -> State:
    return State(iso3, iso3[:2], m49, label, (Name(label, "en"),))


def _issue(issue_id: str, label: str) -> Issue:
    return Issue(issue_id, "", {"en": label}, ())


def _principle(number: int, pillar: str) -> Principle:
    return Principle(number, pillar, "operational", f"heading of {number}", "business")


def small_register() -> Register:
    """Return the register; every id of the complete record that can be known is known."""
    mandates = (
        _mandate(
            "sr-religion-or-belief",
            "SpecialRapporteur",
            "Special Rapporteur on freedom of religion or belief",
            "religion",
        ),
        _mandate("wg-business", "WorkingGroup", "Working Group on business and human rights", "business"),
    )
    resolutions = (
        ResolutionEntry("A/HRC/RES/17/4", "17/4", "HRC", "2011-06-16", (("wg-business", "established"),)),
        ResolutionEntry(
            "A/HRC/RES/40/10", "40/10", "HRC", "2019-03-21", (("sr-religion-or-belief", "renewed"),)
        ),
        ResolutionEntry("A/HRC/RES/44/15", "44/15", "HRC", "2020-07-17", (("wg-business", "renewed"),)),
    )
    issues = (
        _issue("forced-labour", "Forced labour"),
        _issue("movement", "Movement"),
        _issue("threats", "Threats"),
    )
    covenant = "International Covenant on Civil and Political Rights"
    return Register(
        mandates={mandate.id: mandate for mandate in mandates},
        resolutions={resolution.symbol: resolution for resolution in resolutions},
        holders=(
            Holder(
                "sr-religion-or-belief",
                "Ahmed Shaheed",
                (),
                "Special Rapporteur",
                "2016-11-01",
                "2022-07-31",
                "verified",
            ),
            Holder("wg-business", "Dante Pesce", ("D. Pesce",), "member", "2015", "2021", "gk"),
        ),
        states={state.iso3: state for state in (_state("CHL", "152", "Chile"), _state("PER", "604", "Peru"))},
        principles={
            number: _principle(number, "II" if number < 25 else "III") for number in (11, 17, 25, 26, 27)
        },
        instruments={
            "iccpr": Instrument("iccpr", covenant, "ICCPR", "treaty", "", "1966", (Name(covenant, "en"),), 53)
        },
        issues={issue.id: issue for issue in issues},
        documents={
            "A/73/163": UnDocument("A/73/163", "Report on due diligence", "report", 2018, "wg-business", "GA")
        },
        errata={
            "A/HRC/RES/17/31": Erratum(
                "A/HRC/RES/17/31", "A/HRC/RES/17/4", "The endorsing resolution is 17/4."
            )
        },
        offices=(
            Office(
                "Ada Łukasz-Pérez",
                "Nordfels Lithium S.A.",
                "Chief Executive Officer",
                "2023-01",
                "https://example.org/board https://example.org/press",
                "Not of the day of the letter.",
            ),
            Office("Ada Łukasz-Pérez", "Another Company Ltd", "Chair", "2010", "https://example.org/other"),
        ),
    )
