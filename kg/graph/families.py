"""Families of letters as quads: what is concluded from comparing texts, in a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.graph import iris, nquads
from kg.graph.facts import INFERRED
from kg.graph.iris import Iri
from kg.graph.nquads import Line, Term
from kg.model.family import Family, UnmatchedRequest, Variant
from kg.model.record import Basis, Record
from kg.vocab.terms import PROV, RDF, RDFS, SPL

GRAPH = "families"


def family_quads(families: Iterable[Family], records: Mapping[str, Record]) -> list[Line]:
    """Return families, their variants and the requests of one variant only, as sorted N-Quads lines.

    Args:
        families: What was found.
        records: The records of all their letters, by the first twelve digits of their sources' digests.
    """
    graph = iris.graph(GRAPH, INFERRED)
    triples = (triple for family in families for triple in _Writer(family, records).triples())
    return sorted({nquads.line(*triple, graph) for triple in triples})


class _Writer:
    """The triples of one family."""

    def __init__(self, family: Family, records: Mapping[str, Record]) -> None:
        self._family = family
        self._records = records
        first = next(member for member in family.members if member.letter == family.name)
        self._iri = iris.family(iris.letter_name(records[first.source]))
        self._variants = {
            variant.name: iris.variant(self._iri, variant.digest) for variant in family.variants
        }

    def triples(self) -> Iterator[tuple[Iri, str, Term]]:
        """Yield them."""
        members = [member.source for member in self._family.members]
        label = f"Family of {self._family.name} ({len(members)} letters)"
        yield from self._node(self._iri, SPL.LetterFamily, label, members)
        yield from self._letters(self._iri, SPL.familyMember, members)
        yield self._iri, SPL.sharedPercent, nquads.integer(self._family.shared)
        for variant in self._family.variants:
            yield from self._variant(variant)
        for one in self._family.unmatched:
            yield from self._unmatched(one)

    def _node(
        self, node: Iri, kind: str, label: str, sources: Sequence[str]
    ) -> Iterator[tuple[Iri, str, Term]]:
        yield node, RDF.type, nquads.iri(kind)
        yield node, RDFS.label, nquads.string(label)
        yield node, SPL.basis, nquads.iri(SPL[f"basis-{Basis.COMPUTED}"])
        for source in sources:
            yield node, PROV.hadPrimarySource, nquads.iri(iris.text(source))

    def _letters(self, node: Iri, link: str, sources: Sequence[str]) -> Iterator[tuple[Iri, str, Term]]:
        yield node, SPL.letterCount, nquads.integer(len(sources))
        for source in sources:
            yield node, link, nquads.iri(iris.letter(iris.letter_name(self._records[source])))

    def _variant(self, variant: Variant) -> Iterator[tuple[Iri, str, Term]]:
        node = self._variants[variant.name]
        sources = [member.source for member in variant.members]
        label = f"Variant {variant.name} of the family of {self._family.name}"
        yield self._iri, SPL.hasVariant, nquads.iri(node)
        yield from self._node(node, SPL.LetterVariant, label, sources)
        yield from self._letters(node, SPL.variantMember, sources)
        yield node, SPL.variantName, nquads.string(variant.name)

    def _unmatched(self, one: UnmatchedRequest) -> Iterator[tuple[Iri, str, Term]]:
        found_in, missing_in = self._variants[one.found_in], self._variants[one.missing_in]
        node = iris.below(found_in, "request", str(one.index + 1), "missing-in", one.missing_in)
        label = f"Request {one.number} of variant {one.found_in}, not in variant {one.missing_in}"
        sources = [member.source for member in self._of(one.found_in).members]
        yield self._iri, SPL.requestDifference, nquads.iri(node)
        yield from self._node(node, SPL.RequestDifference, label, sources)
        yield node, SPL.foundIn, nquads.iri(found_in)
        yield node, SPL.missingIn, nquads.iri(missing_in)
        for source in sources:
            for request in _request(self._records[source], one.index):
                yield node, SPL.differingRequest, nquads.iri(request)

    def _of(self, name: str) -> Variant:
        return next(variant for variant in self._family.variants if variant.name == name)


def _request(record: Record, index: int) -> list[Iri]:
    """Return the IRI of the request at a place of the record, named as the letter's own quads name it.

    Nothing is returned where the request was read as part of another one.
    """
    names = iris.Names()
    owner = iris.letter(iris.letter_name(record))
    made = [names.fresh(owner, "request", str(request.number)) for request in record.requests]
    return made[index : index + 1]
