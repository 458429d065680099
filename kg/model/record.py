"""What one letter says: the record, each value with the words it was read from and its basis.

The record is the one result of reading. ``kg extract`` prints it as JSON, ``kg.graph`` turns it into
quads, and ``kg evaluate`` compares it with gold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from kg.model.text import Furniture, Problem, Span

T = TypeVar("T")


class Basis(StrEnum):
    """How a fact is known."""

    STATED = "stated"  # read in the text
    NORMALISED = "normalised"  # the same fact in a fixed form
    ALIGNED = "aligned"  # follows from two places, such as the positions in two lists
    COMPUTED = "computed"  # arithmetic
    REGISTER = "register"  # from our authority data
    EXTERNAL = "external"  # from a named outside source


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value, the words it was read from, and how it is known.

    Attributes:
        value: The value in its normal form.
        spans: Where the words stand; empty only for bases that need no words of the letter.
        basis: How it is known.
    """

    value: T
    spans: tuple[Span, ...] = ()
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference of a letter, such as ``AL OTH 105/2021``, with its parts."""

    text: Said[str]
    type: str
    target: str
    number: int
    year: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person a letter is addressed to. ``office`` only as the letter states it."""

    name: Said[str]
    honorific: Said[str] | None = None
    office: Said[str] | None = None


@dataclass(frozen=True, slots=True)
class Addressing:
    """Whom the letter is addressed to.

    ``kind`` is ``company``, ``government``, ``other``, ``rapporteur`` or ``unknown``.
    """

    kind: str
    persons: tuple[Addressee, ...] = ()
    organisation: Said[str] | None = None
    state: Said[str] | None = None


@dataclass(frozen=True, slots=True)
class MandateUse:
    """A mandate the letter is sent under: its register id, from the heading or the capacity sentence.

    ``heading`` and ``capacity`` hold the places of its name in each.
    """

    id: Said[str]
    label: str
    heading: tuple[Span, ...] = ()
    capacity: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolutionUse:
    """A resolution the mandates act by.

    Attributes:
        number: As in ``44/15`` or ``2003/43``.
        body: ``HRC``, ``GA``, ``CHR`` or ``SC``.
        mandate: The mandate it is the basis of; ``aligned`` when read from the order of two lists,
            ``register`` when the register settles it; None when neither does.
        position: Place in the list, from 1.
        confirmed: Whether the register links this resolution with this mandate; None when it is silent.
    """

    number: Said[str]
    body: str
    mandate: Said[str] | None = None
    position: int = 0
    confirmed: bool | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution that is cited, not acted by."""

    number: Said[str]
    body: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """A mandate holder who signed. ``role`` in the English norm, ``role_text`` as printed."""

    name: Said[str]
    role: Said[str]
    mandate: Said[str] | None = None
    role_text: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A company named in the letter.

    ``role`` is ``addressee``, ``sender``, ``parent``, ``subsidiary``, ``supplier`` or ``mentioned``.
    """

    name: Said[str]
    role: Said[str]


@dataclass(frozen=True, slots=True)
class PrincipleCitation:
    """One citation of Guiding Principles.

    Attributes:
        numbers: Principle numbers, ranges expanded.
        how: ``quoted``, ``quoted-unbalanced``, ``paraphrased`` or ``cited``.
        commentary: Whether the Commentary to the principle is cited, not the principle.
        citation: The words that name the principle, such as ``(Guiding Principle 13)``.
        content: The words quoted or paraphrased.
    """

    numbers: tuple[int, ...]
    how: str
    commentary: bool
    citation: tuple[Span, ...]
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """A UN document symbol as written, with the target it presumably means when it is doubtful."""

    symbol: Said[str]
    presumed: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class InstrumentUse:
    """An instrument named in the letter and those of its articles (or principles) it invokes."""

    id: Said[str]
    articles: tuple[Said[str], ...] = ()


@dataclass(frozen=True, slots=True)
class GeneralComment:
    """A general comment or recommendation of a treaty body."""

    committee: str
    number: Said[str]
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class ReportMention:
    """A report described rather than named by symbol, such as "the 2018 report of the Working Group".

    ``symbol`` comes from the register (basis ``register``) and is None when the register has none.
    """

    description: Said[str]
    symbol: Said[str] | None = None
    year: int | None = None
    mandate: str | None = None
    quoted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A numbered request.

    Attributes:
        number: As printed.
        text: Cleaned words, without the number.
        spans: Where it stands, number included.
        count: How many separate requests it holds.
        subitems: Labels and words of its sub-items, such as ``("a", "...")``.
        topics: Topic names of ``ontology/``, such as ``due-diligence``.
        principles: Guiding Principles it names.
    """

    number: int
    text: str
    spans: tuple[Span, ...]
    count: int = 1
    subitems: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()
    principles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A period the letter sets, in days or hours. ``ends`` is computed (ISO date) from its date."""

    days: Said[int] | None = None
    hours: Said[int] | None = None
    ends: Said[str] | None = None


@dataclass(frozen=True, slots=True)
class Involvement:
    """What the letter says of the addressee's involvement.

    Attributes:
        channels: ``caused``, ``contributed``, ``directly-linked``, ``supply-chain`` or ``unspecified``,
            each with its words.
        statement: The clause that says it.
        modality: The modal words, such as ``may``.
    """

    channels: tuple[Said[str], ...]
    statement: tuple[Span, ...]
    modality: Said[str] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One reported allegation. Never a fact.

    Attributes:
        text: The cleaned words of the sentence.
        spans: Where they stand, one span per segment.
        types: Issue ids of the register.
        hedges: The cues in the sentence that mark it as reported or uncertain.
        scope: The sentence whose hedge it inherits, such as "According to the information received:".
        victims: Who is said to be affected, as text.
        actor: Who is said to have acted, as text.
        places: Places, as text; each with the ISO code of its State where it resolves, else empty.
        involvement: Whether it speaks of the addressee's own involvement.
    """

    text: str
    spans: tuple[Span, ...]
    types: tuple[str, ...] = ()
    hedges: tuple[Said[str], ...] = ()
    scope: Said[str] | None = None
    victims: Said[str] | None = None
    actor: Said[str] | None = None
    places: tuple[tuple[Said[str], str], ...] = ()
    involvement: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Words the letter reports or holds without alleging: a concern, a position, a disclaimer.

    ``kind`` is ``concern``, ``position``, ``disclaimer`` or ``reliability``; ``holder`` says whose
    position it is, as text.
    """

    kind: str
    text: str
    spans: tuple[Span, ...]
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its mark, its words, the links in it."""

    mark: Said[str]
    text: Said[str]
    urls: tuple[Said[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its heading and its title."""

    heading: Said[str]
    title: Said[str] | None = None


@dataclass(frozen=True, slots=True)
class ModelMention:
    """What a spaCy model of the user's took for a name, where our own reading says nothing.

    ``label`` is the model's own, such as ``ORG``; ``model`` is its name and version.
    """

    text: Said[str]
    label: str
    model: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What the record keeps of its source; the canonical text is stored beside the graph."""

    name: str
    sha256: str
    media_type: str
    encoding: str
    length: int
    pages: tuple[int, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one letter says. Field names follow the letter record of the documentation.

    ``reference`` is that of the letter itself; ``answers`` are those of the letters a reply answers.
    """

    source: SourceInfo
    kind: str
    language: str
    reference: Reference | None = None
    answers: tuple[Reference, ...] = ()
    date: Said[str] | None = None
    addressing: Addressing = field(default_factory=lambda: Addressing("unknown"))
    mandates: tuple[MandateUse, ...] = ()
    resolutions: tuple[ResolutionUse, ...] = ()
    other_resolutions: tuple[Resolution, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    states_copied: tuple[Said[str], ...] = ()
    companies_copied: tuple[Said[str], ...] = ()
    unnamed_recipients: tuple[Said[str], ...] = ()
    companies: tuple[Company, ...] = ()
    principles: tuple[PrincipleCitation, ...] = ()
    documents: tuple[DocumentSymbol, ...] = ()
    instruments: tuple[InstrumentUse, ...] = ()
    general_comments: tuple[GeneralComment, ...] = ()
    reports: tuple[ReportMention, ...] = ()
    requests: tuple[Request, ...] = ()
    response: Period = field(default_factory=Period)
    publication: Period = field(default_factory=Period)
    involvement: Involvement | None = None
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    persons_concerned: tuple[Said[str], ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    model_mentions: tuple[ModelMention, ...] = ()
    problems: tuple[Problem, ...] = ()
