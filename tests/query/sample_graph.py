"""A small graph of four invented letters: two siblings to companies, one to a Government, one reply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pyoxigraph as ox
from rdflib import Graph

from kg.graph.families import family_quads
from kg.graph.letter import letter_quads
from kg.graph.register import register_quads
from kg.model import quads as quad_lines
from kg.model.family import Family, Member, UnmatchedRequest, Variant
from kg.model.record import Addressee, Addressing, Basis, Record, Reference, Said
from kg.vocab.load import load_register
from tests.builders.record import TEXT, complete_record, said


def sibling() -> Record:
    """A letter of the same day by the same mandates to another company, with other content."""
    record = complete_record()
    return replace(
        _copy(record, "sibling"),
        reference=Reference(said("AL OTH 7/2023", "AL OTH 8/2023"), "AL", "OTH", 8, 2023),
        addressing=Addressing(
            "company",
            (Addressee(said("Ada Łukasz-Pérez", "Zoë Ångström"), said("Ms.")),),
            said("Nordfels Lithium S.A.", "Sonnfels AG"),
        ),
        claims=tuple(claim for claim in record.claims if not claim.involvement),
        involvement=None,
        principles=record.principles[:1],
        requests=record.requests[:1],
    )


def urgent_appeal() -> Record:
    """A letter of another year to a Government, by one mandate, without reservation."""
    record = complete_record()
    return replace(
        _copy(record, "appeal"),
        reference=Reference(said("AL OTH 7/2023", "UA PER 3/2022"), "UA", "PER", 3, 2022),
        date=said("4 May 2023", "2022-11", Basis.NORMALISED),
        language="es",
        addressing=Addressing("government", (), None, said("Peru", "PER", Basis.NORMALISED)),
        mandates=record.mandates[1:],
        resolutions=record.resolutions[1:],
        signatories=record.signatories[1:],
        involvement=None,
        claims=record.claims[1:3],
        statements=record.statements[:1],
        principles=(),
        states_copied=(),
        publication=record.response,
    )


def reply() -> Record:
    """A reply of the company to the first letter."""
    record = complete_record()
    kept = ("source", "reference", "date")
    bare = Record(
        kind="reply", language="en", **{name: getattr(_copy(record, "reply"), name) for name in kept}
    )
    sender = replace(record.companies[0], role=Said("sender"))
    return replace(
        bare,
        companies=(sender, *record.companies[1:]),
        addressing=Addressing("rapporteur", (Addressee(Said("Dante Pesce")),)),
    )


def _copy(record: Record, name: str) -> Record:
    digest = sha256(f"{TEXT}{name}".encode()).hexdigest()
    return replace(record, source=replace(record.source, sha256=digest, name=f"{name}.txt"))


def family() -> Family:
    """Return the two siblings as a family of two variants; the second letter lacks the second request."""
    record = complete_record()
    variants = [
        Variant(name, digest, (Member(one.source.sha256[:12], letter, "2023-05-04", "company"),))
        for name, digest, letter, one in (
            ("A", "a1", "AL OTH 7/2023", record),
            ("B", "b2", "AL OTH 8/2023", sibling()),
        )
    ]
    only = UnmatchedRequest("A", "B", 1, record.requests[1].number, record.requests[1].text)
    return Family("AL OTH 7/2023", tuple(variants), 90, (only,))


@cache
def quads() -> tuple[str, ...]:
    """Return the N-Quads of the letters and the register."""
    register = load_register()
    records = (complete_record(), sibling(), urgent_appeal(), reply())
    letters = {line for record in records for line in letter_quads(record, TEXT, register)}
    by_source = {record.source.sha256[:12]: record for record in records}
    return tuple(sorted({*letters, *family_quads([family()], by_source), *register_quads(register)}))


def triples(lines: Iterable[str]) -> bytes:
    """Return the union of all graphs as N-Triples, each triple once."""
    return quad_lines.canonical(quad_lines.triples(lines))


def store_of(lines: tuple[str, ...]) -> ox.Store:
    """Return a store as a graph folder has it: named graphs, and their union as default graph."""
    store = ox.Store()
    store.bulk_load("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    store.bulk_load(triples(lines), format=ox.RdfFormat.N_TRIPLES)
    return store


def rdflib_of(lines: tuple[str, ...]) -> Graph:
    """Return the union of all graphs as an rdflib graph."""
    return Graph().parse(data=triples(lines), format="nt")
