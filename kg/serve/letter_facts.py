"""What the graph says of one letter, fact by fact, each with the places of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import pyoxigraph as ox

from kg.serve.letter_nodes import Node, Nodes
from kg.serve.things import Thing, Things, class_label
from kg.vocab.terms import PROV, RDF, RDFS, SPL

_OFFICE: Final = "aboutAddressing"
"""The link from what outside sources say of the office of the addressee; the letter itself has none to it."""

SECTIONS: Final = (
    ("Reference and date", ("reference", "dateOfLetter")),
    ("Answers", ("repliesTo", "concernsLetter")),
    ("Addressed to", ("addressing", _OFFICE)),
    ("Sent under", ("sentUnderMandate", "mandateBasis", "pursuantTo")),
    ("Signed by", ("signature",)),
    ("Similar letters sent to", ("copy", "unnamedRecipients")),
    ("Companies named", ("companyMention",)),
    ("Persons concerned", ("personMention",)),
    ("Alleged", ("claim",)),
    ("Concerns and other remarks", ("remark",)),
    ("Requests", ("request",)),
    ("Cited", ("citation",)),
    ("Periods", ("responseSlot", "publicationWindow")),
    ("Footnotes and annexes", ("footnote", "annex")),
)
"""The sections of the list of facts, and the links of the letter that each shows."""

LEADS: Final = tuple(
    SPL[name]
    for name in (
        "addresseePerson",
        "addresseeCompany",
        "addresseeMandate",
        "addresseeOrganisation",
        "addresseeGovernment",
        "inferredOfficeHolder",
        "inferredOfficeCompany",
        "signedBy",
        "signedAs",
        "basisMandate",
        "basisResolution",
        "copiedTo",
        "copiedToCompany",
        "mentionedCompany",
        "mentionedPerson",
        "citedResource",
        "citedArticle",
    )
)
_WORDS: Final = tuple(
    SPL[name] for name in ("text", "heading", "referenceText", "describedAs", "symbolAsWritten")
)
_PLACES: Final = {
    SPL.evidence: "",
    SPL.contentEvidence: "content",
    SPL.contextEvidence: "context",
    SPL.hedge: "hedge",
    SPL.scopeHedge: "scope",
}
"""The links to words, each with the role of these words in the fact."""

_NOT_SHOWN: Final = {
    RDF.type,
    RDFS.label,
    PROV.hadPrimarySource,
    SPL.aboutAddressing,
    SPL.basis,
    SPL.assertedAsFact,
    SPL.confirmedByRegister,
    SPL.position,
    SPL.requestCount,
    SPL.subItem,
    *_PLACES,
    *LEADS,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand.

    Attributes:
        source: IRI of the text.
        start: First code point.
        end: One past the last.
        exact: The words.
        role: Empty for the words of the fact itself; ``content``, ``context``, ``hedge`` or ``scope``.
    """

    source: str
    start: int
    end: int
    exact: str
    role: str = ""

    @property
    def anchor(self) -> str:
        """The id of the words in the page of the text."""
        return f"w{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class LetterFact:
    """One fact of a letter.

    Attributes:
        anchor: Its id in the page; it stays the same when other facts come and go.
        link: Local name of the link of the letter it hangs on, such as ``signature``.
        iri: IRI of the node that carries it, or of the letter.
        leads: The things it is about, those that matter most first.
        words: What it says, where that is text.
        details: Further properties: what each is called, and its value.
        basis: How it is known.
        places: Where its words stand.
        alleged: Whether it is a claim.
    """

    anchor: str
    link: str
    iri: str
    leads: tuple[Thing, ...]
    words: str
    details: tuple[tuple[str, str | Thing], ...]
    basis: str
    places: tuple[Place, ...]

    @property
    def alleged(self) -> bool:
        """Whether it is a claim."""
        return self.link == "claim"

    @property
    def quotes(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """Its words, hedges aside: each wording once, with all the places where it stands."""
        found: dict[str, list[Place]] = {}
        for place in self.places:
            if place.role not in {"hedge", "scope"}:
                found.setdefault(" ".join(place.exact.split()), []).append(place)
        return tuple((words, tuple(several)) for words, several in found.items())

    @property
    def hedges(self) -> tuple[Place, ...]:
        """The words in its own sentence that mark it as reported or uncertain."""
        return tuple(place for place in self.places if place.role == "hedge")

    @property
    def scopes(self) -> tuple[Place, ...]:
        """The words it stands under, whose hedge it inherits."""
        return tuple(place for place in self.places if place.role == "scope")


class LetterFacts:
    """The facts of one letter.

    Args:
        nodes: What the graph says of the letter.
        things: The names of the things of the graph.
        letter: IRI of the letter.
        text: Gives the canonical text with an IRI.

    Attributes:
        facts: The facts, in the order of the sections and of the text.
        problems: What went less than well while reading: each message with its places.
    """

    def __init__(self, nodes: Nodes, things: Things, letter: str, text: Callable[[str], str]) -> None:
        self._things = things
        self._text = text
        self._letter = letter
        self._nodes = nodes
        self._statements = self._by_subject()
        self.facts = tuple(self._facts())
        self.problems = tuple(self._problems())

    def sections(self) -> list[tuple[str, list[LetterFact]]]:
        """Return the titles of the sections that are not empty, each with its facts."""
        found = [(title, [f for f in self.facts if f.link in links]) for title, links in SECTIONS]
        return [(title, facts) for title, facts in found if facts]

    def _problems(self) -> list[tuple[str, tuple[Place, ...]]]:
        found = [
            (" ".join(_texts(node, SPL.message)), tuple(self._places(node)))
            for node in self._nodes.values()
            if SPL.Problem in _texts(node, RDF.type)
        ]
        return sorted(found, key=lambda one: ([place.start for place in one[1]], one[0]))

    def _facts(self) -> Iterator[LetterFact]:
        letter = self._nodes.get(self._letter, {})
        for links in (links for _, links in SECTIONS):
            found = [
                fact
                for link in links
                for fact in (*self._carried(letter, link), *self._stated(self._letter, link))
            ]
            yield from sorted(found, key=_reading_order)

    def _carried(self, letter: Node, link: str) -> Iterator[LetterFact]:
        for iri in self._offices() if link == _OFFICE else _texts(letter, SPL[link]):
            node = self._nodes.get(iri, {})
            if SPL.basis in node:
                yield self._fact(link, iri, node)

    def _offices(self) -> list[str]:
        return sorted(
            iri for iri, node in self._nodes.items() if SPL.OfficeInference in _texts(node, RDF.type)
        )

    def _fact(self, link: str, iri: str, node: Node) -> LetterFact:
        extra = self._statements.get(iri, [])
        words = next((text for predicate in _WORDS for text in _texts(node, predicate)), "")
        label = _texts(node, RDFS.label)
        places = [place for each in (node, *extra) for place in self._places(each)]
        return LetterFact(
            anchor=fact_anchor(self._letter, iri),
            link=link,
            iri=iri,
            leads=tuple(dict.fromkeys(self._leads(node))),
            words=words or (label[0] if label else ""),
            details=(*self._details(node, words), *self._outside(link, node)),
            basis=_basis(node),
            places=tuple(dict.fromkeys(sorted(places, key=_place_order))),
        )

    def _leads(self, node: Node) -> Iterator[Thing]:
        """Yield the things a fact is about; article 8 comes before article 10."""
        for predicate in filter(node.__contains__, LEADS):
            yield from sorted(self._things.many(_texts(node, predicate)), key=lambda thing: thing.order)

    def _stated(self, subject: str, link: str) -> Iterator[LetterFact]:
        """Yield the facts that have no node of their own, only a statement that explains them."""
        for node in self._statements.get(subject, ()):
            if _texts(node, RDF.predicate) != [SPL[link]]:
                continue
            target = node[RDF.object][0]
            thing = isinstance(target, ox.NamedNode)
            yield LetterFact(
                anchor=f"f-{link}-{target.value.rsplit('/', 1)[-1]}",
                link=link,
                iri=subject,
                leads=(self._things.of(target.value),) if thing else (),
                words="" if thing else target.value,
                details=(),
                basis=_basis(node),
                places=tuple(self._places(node)),
            )

    def _details(self, node: Node, words: str) -> Iterator[tuple[str, str | Thing]]:
        for predicate in sorted(node.keys() - _NOT_SHOWN):
            name = class_label(predicate.removeprefix(SPL.base))
            for value in sorted(node[predicate], key=str):
                if predicate == SPL.addressedAs:
                    yield name, position(self._things.of(value.value), stated=SPL.officeAsWritten in node)
                elif isinstance(value, ox.NamedNode):
                    yield name, self._things.of(value.value)
                elif value.value != words:
                    yield name, {"true": "yes", "false": "no"}.get(value.value, value.value)

    def _outside(self, link: str, node: Node) -> Iterator[tuple[str, str | Thing]]:
        """Yield the outside sources of an office; the source of everything else is the letter."""
        for source in sorted(_texts(node, PROV.hadPrimarySource)) if link == _OFFICE else ():
            yield "outside source", self._things.of(source)

    def _places(self, node: Node) -> Iterator[Place]:
        for predicate in filter(node.__contains__, _PLACES):
            for iri in sorted(_texts(node, predicate)):
                place = self._place(iri, _PLACES[predicate])
                if place is not None:
                    yield place

    def _place(self, iri: str, role: str) -> Place | None:
        span = span_of(iri)
        if span is None:
            return None
        source, start, end = span
        return Place(source, start, end, self._text(source)[start:end], role)

    def _by_subject(self) -> Mapping[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for _, node in sorted(self._nodes.items()):
            for subject in _texts(node, RDF.subject):
                found[subject].append(node)
        return found


def position(held: Thing, *, stated: bool) -> Thing:
    """Return the position somebody is addressed in, with a word on the office where none is stated."""
    return held if stated else replace(held, label=f"{held.label} (office not named in the letter)")


def fact_anchor(letter: str, node: str) -> str:
    """Return the id, in the page of a letter, of the fact that a node below its IRI carries."""
    return "f-" + node.removeprefix(f"{letter}/").replace("/", "-")


def span_of(iri: str) -> tuple[str, int, int] | None:
    """Return the text and the offsets that the IRI of a span names, or None when it is no span."""
    source, _, place = iri.partition("/span/")
    start, _, end = place.partition("-")
    return (source, int(start), int(end)) if start.isdecimal() and end.isdecimal() else None


def _texts(node: Node, predicate: str) -> list[str]:
    return [value.value for value in node.get(predicate, ())]


def _basis(node: Node) -> str:
    return ", ".join(sorted(text.rsplit("basis-", 1)[-1] for text in _texts(node, SPL.basis)))


def _reading_order(fact: LetterFact) -> tuple[bool, int, str]:
    starts = [place.start for place in fact.places if not place.role]
    return not starts, min(starts, default=0), fact.anchor


def _place_order(place: Place) -> tuple[str, str, int, int]:
    return place.role, place.source, place.start, place.end
