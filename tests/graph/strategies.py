"""Letter records nobody would write: any text in any field, any spans, any number of everything."""

from __future__ import annotations

from hypothesis import strategies as st

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
from kg.model.text import Problem, Span

TEXT = 'One “text” with\r\n\ta \\ "quote", a 雷军, an é, a 😀 and <b>marks</b> & ends.\n'

words = st.one_of(
    st.sampled_from(
        ["Nils Melzer", "Lei", "Hitachi, Ltd", "44/15", "A/HRC/RES/17/31", "", " ", '<x> "y" \\z\n']
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
names = words.filter(str.strip)
spans = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
        lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
    ),
    max_size=3,
    unique=True,
).map(tuple)
bases = st.sampled_from(list(Basis))
numbers = st.integers(0, 400)
mandates = st.sampled_from(["wg-business", "sr-religion-or-belief", "sr-unknown"])
states = st.sampled_from(["PER", "CHL", "XXX"])
issues = st.sampled_from(["forced-labour", "threats", "no-such-issue"])
bodies = st.sampled_from(["HRC", "GA", "CHR"])


def said(values):  # noqa: ANN001, ANN201 - a strategy of Said of any type
    return st.builds(Said, values, spans, bases)


def several(values):  # noqa: ANN001, ANN201 - a strategy of tuples of any type
    return st.lists(values, max_size=3).map(tuple)


def maybe(values):  # noqa: ANN001, ANN201 - a strategy of optional values of any type
    return st.none() | values


channels = st.sampled_from(["caused", "contributed", "directly-linked", "supply-chain", "unspecified"])
roles = st.sampled_from(["addressee", "sender", "parent", "subsidiary", "supplier", "mentioned"])
addressings = st.builds(
    Addressing,
    st.sampled_from(["company", "government", "other", "rapporteur", "unknown"]),
    several(st.builds(Addressee, said(names), maybe(said(words)), maybe(said(words)))),
    maybe(said(names)),
    maybe(said(states)),
)
claims = st.builds(
    Claim,
    words,
    spans,
    several(issues),
    several(said(words)),
    maybe(said(words)),
    maybe(said(words)),
    maybe(said(words)),
    several(st.tuples(said(words), states)),
    st.booleans(),
)
periods = st.builds(Period, maybe(said(numbers)), maybe(said(numbers)), maybe(said(st.just("2021-05-11"))))

records = st.builds(
    Record,
    source=st.builds(
        SourceInfo,
        name=words,
        sha256=st.sampled_from(["a" * 64, "b" * 64]),
        media_type=words,
        encoding=words,
        length=st.just(len(TEXT)),
        pages=st.sampled_from([(), (0, 10)]),
    ),
    kind=st.sampled_from(["communication", "reply", "other"]),
    language=st.sampled_from(["en", "fr", "es"]),
    reference=maybe(
        st.builds(
            Reference,
            said(words),
            st.sampled_from(["AL", "XX"]),
            st.sampled_from(["OTH", "PER"]),
            numbers,
            numbers,
        )
    ),
    date=maybe(said(st.sampled_from(["2021-03-12", "2021-03", "2021", "soon"]))),
    addressing=addressings,
    mandates=several(st.builds(MandateUse, said(mandates), words, spans, spans)),
    resolutions=several(
        st.builds(ResolutionUse, said(names), bodies, maybe(said(mandates)), numbers, maybe(st.booleans()))
    ),
    other_resolutions=several(st.builds(Resolution, said(names), bodies)),
    signatories=several(st.builds(Signatory, said(names), said(words), maybe(said(mandates)), words)),
    states_copied=several(said(states)),
    companies_copied=several(said(names)),
    unnamed_recipients=several(said(words)),
    companies=several(st.builds(Company, said(names), said(roles))),
    principles=several(
        st.builds(
            PrincipleCitation,
            several(st.integers(1, 31)),
            st.sampled_from(["quoted", "quoted-unbalanced", "paraphrased", "cited"]),
            st.booleans(),
            spans,
            spans,
        )
    ),
    documents=several(st.builds(DocumentSymbol, said(names), maybe(names), maybe(words))),
    instruments=several(st.builds(InstrumentUse, said(names), several(said(words)))),
    general_comments=several(st.builds(GeneralComment, words, said(words), maybe(words))),
    reports=several(
        st.builds(ReportMention, said(words), maybe(said(names)), maybe(numbers), maybe(mandates), spans)
    ),
    requests=several(
        st.builds(
            Request,
            numbers,
            words,
            spans,
            numbers,
            several(st.tuples(words, words)),
            several(names),
            several(st.integers(1, 31)),
        )
    ),
    response=periods,
    publication=periods,
    involvement=maybe(st.builds(Involvement, several(said(channels)), spans, maybe(said(words)))),
    claims=several(claims),
    statements=several(
        st.builds(
            Statement,
            st.sampled_from(["concern", "position", "disclaimer", "reliability"]),
            words,
            spans,
            words,
        )
    ),
    persons_concerned=several(said(names)),
    footnotes=several(st.builds(Footnote, said(words), said(words), several(said(words)))),
    annexes=several(st.builds(Annex, said(words), maybe(said(words)))),
    problems=several(st.builds(Problem, words, words, maybe(st.integers(0, 5)), maybe(st.integers(6, 9)))),
)
