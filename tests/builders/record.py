"""A complete, invented letter record: every field holds something, every span stands in the text."""

from __future__ import annotations

from hashlib import sha256

from kg.model.record import (
    Addressee,
    Addressing,
    Annex,
    Basis,
    Claim,
    Company,
    DocumentSymbol,
    Footnote,
    GeneralComment,
    InstrumentUse,
    Involvement,
    MandateUse,
    ModelMention,
    Period,
    PrincipleCitation,
    Record,
    Reference,
    ReportMention,
    Request,
    Resolution,
    ResolutionUse,
    Said,
    Signatory,
    SourceInfo,
    Statement,
)
from kg.model.text import Furniture, FurnitureKind, Problem, Span

TEXT = """\
PALAIS DES NATIONS

Mandates of the Working Group on the issue of human rights and transnational corporations and other business enterprises; and the Special Rapporteur on freedom of religion or belief

REFERENCE:
AL OTH 7/2023

4 May 2023

Dear Ms. Ada Łukasz-Pérez,
Managing Director of Nordfels Lithium S.A.

We have the honour to address you in our capacities as Working Group on business; and Special Rapporteur on religion, pursuant to Human Rights Council resolutions 44/15 and 40/10. We also recall resolution 99/1.

In this connection, we have received information that your company may be involved through its supply chain in alleged forced labour in Peru.

According to the information received:

Workers at Mina Sur, a subsidiary of Nordfels Holding, were allegedly forced to work by
local guards. Their passports were taken.¹ Mr. Juan Quispe was reportedly threatened. The Government of Peru has described the site as “a model mine”.

¹ See https://example.org/report

While we do not wish to prejudge the accuracy of these allegations, we express our grave concern.

1. Please explain your due diligence under Guiding Principle 17: (a) its scope; (b) its results.
2. Please comment on the 2018 report of the Working Group to the General Assembly.

This communication will be made public within 60 days. We would be grateful for your response within 48 hours. The information is sufficiently reliable.

A copy goes to the Governments of Peru and Chile, to Mina Sur and to other companies concerned.

Dante Pesce
Chair-Rapporteur of the Working Group on business

Ahmed Shaheed
Special Rapporteur on religion

Annex
Reference to international human rights law

Guiding Principles 25 to 27 are recalled. “Business enterprises should respect human rights” (Guiding Principle 11). They were endorsed in A/HRC/RES/17/31; see also A/99/302, articles 6 and 7 of the International Covenant on Civil and Political Rights and general comment No. 24 of the Committee on Economic, Social and Cultural Rights (E/C.12/GC/24).
"""

SHA256 = sha256(TEXT.encode()).hexdigest()
BUSINESS = "wg-business"
RELIGION = "sr-religion-or-belief"


def span(words: str, after: str = "") -> Span:
    """Return the place of ``words`` in the text, the first behind the words ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def said(words: str, value: str | None = None, basis: Basis = Basis.STATED, after: str = "") -> Said[str]:
    """Return a value read from ``words``."""
    return Said(words if value is None else value, (span(words, after),), basis)


def source_info() -> SourceInfo:
    """Return what the record keeps of its source."""
    return SourceInfo(
        name="lithium.pdf",
        sha256=SHA256,
        media_type="application/pdf",
        encoding="utf-8",
        length=len(TEXT),
        pages=(0, TEXT.index("Annex")),
        furniture=(Furniture(*span("PALAIS DES NATIONS"), FurnitureKind.HEADER),),
    )


def mandates() -> tuple[MandateUse, ...]:
    """Return two mandates, each in the heading and in the capacity sentence."""
    business = "Working Group on the issue of human rights and transnational corporations and other business enterprises"
    religion = "Special Rapporteur on freedom of religion or belief"
    return (
        MandateUse(
            said(business, BUSINESS, Basis.NORMALISED),
            business,
            (span(business),),
            (span("Working Group on business", "capacities"),),
        ),
        MandateUse(
            said(religion, RELIGION, Basis.NORMALISED),
            religion,
            (span(religion),),
            (span("Special Rapporteur on religion", "capacities"),),
        ),
    )


def resolutions() -> tuple[ResolutionUse, ...]:
    """Return one resolution paired by position, and one that nothing pairs."""
    return (
        ResolutionUse(
            said("44/15"), "HRC", said("44/15", BUSINESS, Basis.ALIGNED), position=1, confirmed=True
        ),
        ResolutionUse(said("40/10"), "HRC", None, position=2),
    )


def signatories() -> tuple[Signatory, ...]:
    """Return two mandate holders."""
    return (
        Signatory(
            said("Dante Pesce"),
            said("Chair-Rapporteur"),
            said("Working Group on business", BUSINESS, Basis.NORMALISED, after="Chair-Rapporteur"),
            "Chair-Rapporteur of the Working Group on business",
        ),
        Signatory(
            said("Ahmed Shaheed"),
            said("Special Rapporteur", after="Ahmed Shaheed"),
            said("Special Rapporteur on religion", RELIGION, Basis.NORMALISED, after="Ahmed Shaheed"),
            "Special Rapporteur on religion",
        ),
    )


def claims() -> tuple[Claim, ...]:
    """Return a claim of involvement, one over two lines with everything, and one that inherits its hedge."""
    scope = said("According to the information received:")
    return (
        Claim(
            "your company may be involved through its supply chain in alleged forced labour in Peru.",
            (
                span(
                    "your company may be involved through its supply chain in alleged forced labour in Peru."
                ),
            ),
            ("forced-labour",),
            (said("may be involved"), said("alleged")),
            places=((said("Peru"), "PER"),),
            involvement=True,
        ),
        Claim(
            "Workers at Mina Sur, a subsidiary of Nordfels Holding, were allegedly forced to work by local guards.",
            (
                span(
                    "Workers at Mina Sur, a subsidiary of Nordfels Holding, were allegedly forced to work by\nlocal guards."
                ),
            ),
            ("forced-labour", "threats"),
            (said("allegedly"),),
            victims=said("Workers at Mina Sur"),
            actor=said("local guards"),
            places=((said("Mina Sur"), ""),),
        ),
        Claim(
            "Their passports were taken.",
            (span("Their passports were taken."),),
            ("movement",),
            scope=scope,
            victims=said("Workers at Mina Sur"),
        ),
        Claim(
            "Mr. Juan Quispe was reportedly threatened.",
            (span("Mr. Juan Quispe was reportedly threatened."),),
            ("threats",),
            (said("reportedly"),),
            victims=said("Juan Quispe"),
        ),
    )


def requests() -> tuple[Request, ...]:
    """Return one request with sub-items and one without."""
    first = "Please explain your due diligence under Guiding Principle 17: (a) its scope; (b) its results."
    second = "Please comment on the 2018 report of the Working Group to the General Assembly."
    return (
        Request(
            1,
            first,
            (span(f"1. {first}"),),
            count=2,
            subitems=(("(a)", "its scope;"), ("(b)", "its results.")),
            topics=("due-diligence",),
            principles=(17,),
        ),
        Request(2, second, (span(f"2. {second}"),)),
    )


def remarks() -> tuple[Statement, ...]:
    """Return one remark of each kind."""
    words = {
        "concern": "we express our grave concern",
        "position": "The Government of Peru has described the site as “a model mine”.",
        "disclaimer": "While we do not wish to prejudge the accuracy of these allegations",
        "reliability": "sufficiently reliable",
    }
    holders = {"position": "Government of Peru"}
    return tuple(Statement(kind, text, (span(text),), holders.get(kind, "")) for kind, text in words.items())


def citations() -> tuple[PrincipleCitation, ...]:
    """Return a range that is cited and a principle that is quoted."""
    return (
        PrincipleCitation(
            (25, 26, 27), "cited", commentary=False, citation=(span("Guiding Principles 25 to 27"),)
        ),
        PrincipleCitation(
            (11,),
            "quoted",
            commentary=False,
            citation=(span("(Guiding Principle 11)"),),
            content=(span("“Business enterprises should respect human rights”"),),
        ),
    )


def complete_record() -> Record:
    """Return the record of ``TEXT``; no field is empty."""
    return Record(
        source=source_info(),
        kind="communication",
        language="en",
        reference=Reference(said("AL OTH 7/2023"), "AL", "OTH", 7, 2023),
        date=said("4 May 2023", "2023-05-04", Basis.NORMALISED),
        addressing=Addressing(
            "company",
            (Addressee(said("Ada Łukasz-Pérez"), said("Ms."), said("Managing Director")),),
            said("Nordfels Lithium S.A."),
        ),
        mandates=mandates(),
        resolutions=resolutions(),
        other_resolutions=(Resolution(said("99/1"), "HRC"),),
        signatories=signatories(),
        states_copied=(
            said("Peru", "PER", Basis.NORMALISED, after="Governments of"),
            said("Chile", "CHL", Basis.NORMALISED),
        ),
        companies_copied=(said("Mina Sur", after="A copy"),),
        unnamed_recipients=(said("other companies concerned"),),
        companies=(
            Company(said("Nordfels Lithium S.A."), said("Nordfels Lithium S.A.", "addressee")),
            Company(said("Mina Sur"), said("subsidiary")),
            Company(said("Nordfels Holding"), said("a subsidiary of", "parent")),
        ),
        principles=citations(),
        documents=(
            DocumentSymbol(said("A/HRC/RES/17/31"), "A/HRC/RES/17/4", "The endorsing resolution is 17/4."),
            DocumentSymbol(said("A/99/302")),
        ),
        instruments=(
            InstrumentUse(
                said("International Covenant on Civil and Political Rights", "iccpr", Basis.NORMALISED),
                (said("6", after="articles"), said("7", after="articles 6 and")),
            ),
        ),
        general_comments=(GeneralComment("CESCR", said("24", after="general comment No."), "E/C.12/GC/24"),),
        reports=(
            ReportMention(
                said("2018 report of the Working Group to the General Assembly"),
                Said("A/73/163", (), Basis.REGISTER),
                2018,
                BUSINESS,
            ),
        ),
        requests=requests(),
        response=Period(hours=Said(48, (span("48 hours"),))),
        publication=Period(
            days=Said(60, (span("60 days"),)),
            ends=Said("2023-07-03", (span("60 days"), span("4 May 2023")), Basis.COMPUTED),
        ),
        involvement=Involvement(
            (said("through its supply chain", "supply-chain"),),
            (span("your company may be involved through its supply chain in alleged forced labour in Peru"),),
            said("may be"),
        ),
        claims=claims(),
        statements=remarks(),
        persons_concerned=(said("Juan Quispe"),),
        footnotes=(
            Footnote(
                said("¹", "1", Basis.NORMALISED, after="¹ See"),
                said("See https://example.org/report"),
                (said("https://example.org/report"),),
            ),
        ),
        annexes=(Annex(said("Annex"), said("Reference to international human rights law")),),
        model_mentions=(ModelMention(said("model mine"), "FAC", "en_invented 1.0"),),
        problems=(
            Problem(
                "doubtful-symbol",
                "A/HRC/RES/17/31 presumably means A/HRC/RES/17/4.",
                *span("A/HRC/RES/17/31"),
            ),
        ),
    )
