"""The only place that makes IRIs: readable, stable, ASCII, and never a blank node.

Data IRIs are ``{base}id/{folder}/{name}``. A letter's own nodes stand below the letter and are named by what
they say, not by the order of reading, so that two texts of one letter meet in the same nodes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import NewType

from kg.model.record import Record
from kg.vocab.register import Register
from kg.vocab.terms import GEO_AREA, GRAPH, ID

Iri = NewType("Iri", str)

REGISTER = Iri(f"{GRAPH}register")

_LONGEST = 80
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_NOT_SYMBOL = re.compile(r"[^A-Za-z0-9.()]")
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
        "’": "", "'": "", "ʼ": "", "‘": "",
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def slug(text: str, *, lower: bool = True) -> str:
    """Return ``text`` as ASCII letters, digits and hyphens.

    Accents go and apostrophes close up. A text in another script, or a very long one, keeps a few
    digits of its hash, so that two names never share a slug because of what ASCII cannot hold.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    name = _OTHER.sub("-", kept).strip("-")
    lost = any(char.isalnum() and not char.isascii() for char in kept)
    if lost or not name or len(name) > _LONGEST:
        name = f"{name[:_LONGEST].strip('-')}-{short_hash(unicodedata.normalize('NFC', text))}".strip("-")
    return name.lower() if lower else name


def short_hash(text: str, digits: int = 8) -> str:
    """Return the first hex digits of the SHA-256 of ``text``."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def words_hash(text: str) -> str:
    """Return a hash of the words of ``text`` that does not see spacing and case."""
    return short_hash(" ".join(text.split()).casefold(), 10)


def _data(*parts: str) -> Iri:
    return Iri(ID + "/".join(parts))


def letter_name(record: Record) -> str:
    """Return the last part of the IRI of the record's letter: ``AL-OTH-105-2021`` or a hash of its bytes.

    Only a communication bears its reference as its name; a reply gives the reference of another letter.
    """
    reference = record.reference
    if reference is None or record.kind != "communication":
        return record.source.sha256[:12]
    return reference_name(reference.type, reference.target, reference.number, reference.year)


def reference_name(type_code: str, target: str, number: int, year: int) -> str:
    """Return the name of the letter with this reference."""
    return slug(f"{type_code} {target} {number} {year}", lower=False).upper()


def letter(name: str) -> Iri:
    """Return the IRI of the letter called ``name``."""
    return _data("letter", name)


def letter_called(key: str) -> Iri:
    """Return the IRI of the letter with this ``letter_key``: a reference, or digits of a hash."""
    return letter(slug(key, lower=False).upper() if " " in key else key)


def identity(words: str) -> Iri:
    """Return the IRI of the node that says why names are borne by one thing, from what it says."""
    return _data("identity", short_hash(words, 16))


def graph(name: str, part: str) -> Iri:
    """Return the named graph of one part of a letter: doc, claims, inferred, evidence or prov."""
    return Iri(f"{GRAPH}{name}/{part}")


def register_graph(name: str) -> Iri:
    """Return the named graph that holds one file of the register."""
    return Iri(f"{GRAPH}register/{name}")


def text(sha256_hex: str) -> Iri:
    """Return the IRI of the source text with this digest."""
    return _data("text", sha256_hex[:12])


def span(source: Iri, start: int, end: int) -> Iri:
    """Return the IRI of ``text[start:end]`` of a source."""
    return Iri(f"{source}/span/{start}-{end}")


def statement(subject: str, predicate: str, value: str, graph_iri: str) -> Iri:
    """Return the IRI of the statement that explains one triple of one graph, from its N-Quads terms."""
    return _data("stmt", short_hash(f"{subject}|{predicate}|{value}|{graph_iri}", 16))


def below(owner: Iri, *parts: str) -> Iri:
    """Return the IRI of a node that belongs to ``owner``, each part made a slug."""
    return Iri("/".join((owner, *map(slug, parts))))


def mandate(mandate_id: str) -> Iri:
    """Return the IRI of a mandate of the register."""
    return _data("mandate", mandate_id)


def person(name: str) -> Iri:
    """Return the IRI of the person with this name."""
    return _data("person", slug(name))


def person_of(letter_iri: Iri, name: str) -> Iri:
    """Return the IRI of a person only this letter speaks of: the same name elsewhere may be another."""
    return below(letter_iri, "person", name)


def company(name: str) -> Iri:
    """Return the IRI of the company as named."""
    return _data("company", slug(name))


def organisation(name: str) -> Iri:
    """Return the IRI of an organisation that is neither a company nor a Government."""
    return _data("organisation", slug(name))


def role(name: str) -> Iri:
    """Return the IRI of a role, from its English norm."""
    return _data("role", slug(name))


def tenure(mandate_id: str, person_iri: Iri, role_name: str) -> Iri:
    """Return the IRI of the tenure of a person, as the register names it too."""
    return _data("tenure", f"{mandate_id}-{person_iri.rsplit('/', 1)[1]}-{slug(role_name)}")


def government(iso3: str) -> Iri:
    """Return the IRI of the Government of a State."""
    return _data("government", slug(iso3, lower=False))


def country(iso3: str, register: Register) -> Iri | None:
    """Return the M49 IRI of a State or area, or None when the register does not know the code."""
    state = register.states.get(iso3)
    return None if state is None else Iri(GEO_AREA + state.m49)


_SERIES = {"HRC": "A/HRC/RES", "GA": "A/RES", "CHR": "E/CN.4/RES", "SC": "S/RES"}


def resolution_symbol(body: str, number: str) -> str:
    """Return the symbol of a resolution: ``HRC``, ``44/15`` is ``A/HRC/RES/44/15``."""
    return f"{_SERIES[body]}/{number}"


def _symbol_slug(symbol: str) -> str:
    name = "-".join(filter(None, _NOT_SYMBOL.split(symbol)))
    return name if name and symbol.isascii() else slug(symbol, lower=False)


def resolution(symbol: str) -> Iri:
    """Return the IRI of the resolution with this symbol."""
    return _data("resolution", _symbol_slug(symbol))


def document(symbol: str) -> Iri:
    """Return the IRI of the UN document with this symbol."""
    return _data("document", _symbol_slug(symbol))


def symbol_as_written(symbol: str) -> Iri:
    """Return the IRI of a doubtful symbol, kept apart from resolutions and documents."""
    return _data("symbol", _symbol_slug(symbol))


def principle(number: int) -> Iri:
    """Return the IRI of a Guiding Principle."""
    return _data("ungp", str(number))


def instrument(instrument_id: str) -> Iri:
    """Return the IRI of an instrument of the register."""
    return _data("instrument", slug(instrument_id))


def general_comment(committee: str, number: str) -> Iri:
    """Return the IRI of a general comment of a treaty body."""
    return _data("general-comment", slug(f"{committee} {number}"))


def issue(issue_id: str) -> Iri:
    """Return the IRI of a kind of alleged abuse."""
    return _data("issue", slug(issue_id))


def topic(name: str) -> Iri:
    """Return the IRI of a topic of requests."""
    return _data("topic", slug(name))


def family(first: str) -> Iri:
    """Return the IRI of the family of letters whose first letter is called ``first``."""
    return _data("family", slug(first, lower=False))


def variant(family_iri: Iri, digest: str) -> Iri:
    """Return the IRI of a variant of a family, from the digest of its words."""
    return below(family_iri, "variant", digest)


class Names:
    """Names for the nodes of one letter, each given once: the second of a name gets ``-2``."""

    def __init__(self) -> None:
        self._given: dict[Iri, int] = {}

    def fresh(self, owner: Iri, *parts: str) -> Iri:
        """Return the IRI of the next node of ``owner`` called ``parts``."""
        wanted = below(owner, *parts)
        count = self._given[wanted] = self._given.get(wanted, 0) + 1
        return wanted if count == 1 else Iri(f"{wanted}-{count}")


def canonical_name(name: str, register: Register) -> str:
    """Return the name under which the register knows a mandate holder, or ``name`` unchanged."""
    return next(
        (held.name for held in register.holders if name in _spellings(held.name, held.variants)), name
    )


def _spellings(name: str, variants: Iterable[str]) -> tuple[str, ...]:
    return (name, *variants)
