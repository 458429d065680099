"""How the addressee is said to be involved, in the terms of the UN Guiding Principles (Principle 13).

Read only from what the body says *of the addressee* ("your company may have contributed to …"): never from the
standing wording of requests, from quoted norms, from the annex, or from what is denied or only asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.model.mention import MentionKind
from kg.model.record import Claim, Involvement, Said
from kg.model.text import Part
from kg.relate.reading import Reading
from kg.relate.sentences import Sentence, sentences
from kg.relate.voices import Voice, voice_of

_PARTS: Final = (Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS)
_GOVERNMENT: Final = re.compile(r"\b(?:Excellency|Excellence|Excelencia|Excelentísim[oa])\b")

_NOUNS: Final = (
    r"your (?:esteemed |respected )?(?:company|companies|bank|enterprise|corporation|firm|institution"
    r"|organi[sz]ation|group|fund"
    r"|business|agency|foundation|university|club|federation)"
    r"|votre (?:entreprise|société|banque|compagnie|groupe|établissement|institution|organisation|firme"
    r"|fonds|agence"
    r"|maison|cabinet|étude|usine|mine|fondation)"
    r"|su (?:empresa|compañía|banco|sociedad|entidad|institución|grupo|firma|corporación|organización"
    r"|fondo|agencia"
    r"|despacho|bufete|estudio|fábrica|mina|planta|fundación)"
)

_ACRONYM: Final = re.compile(r"\(([A-ZÀ-Ý][A-ZÀ-Ý&]{2,9})\)")

CHANNELS: Final = ("caused", "contributed", "directly-linked", "supply-chain", "unspecified")

# What may stand between the addressee and the predicate, right before the predicate.
_AUXILIARY: Final = re.compile(
    r"(?:^|[\s,])(?:may|might|could|would|has|have|had|having|is|are|was|were|be|been|being|to|or|and"
    r"|allegedly|reportedly"
    r"|also|directly|indirectly|either|knowingly|potentially|possibly|closely|financially|further"
    r"|pourrait|pourraient|aurai(?:en)?t|serai(?:en)?t|(?:n[’'])?ai(?:en)?t|ne soit|soi(?:en)?t|puiss(?:e|ent)|pu|a|est|ont|sont|avoir|être|été|ou|et|directement"
    r"|indirectement|également"
    r"|aussi|y"
    r"|podrían?|habrían?|estarían?|están?|han?|hayan?|estén?|puedan?|pudieran?|podido|haber|estar|sido|siendo|o"
    r"|directamente|indirectamente|también"
    r"|encontrarse|verse"
    r"|caus(?:ed|ing|e|é|er|ar|ado)|contribut(?:ed|ing|e)(?: to)?|contribu(?:é|er)(?: à)?|contribu(?:ido|ir)(?: a)?),?\s*$"
    r"|^\s*$|’s(?: \w+){1,4}\s*$|'s(?: \w+){1,4}\s*$",
    re.IGNORECASE,
)
# What is said of the addressee between commas: "through its subsidiary X Ltd.,", ", Norlanda Corp.,"
_ASIDE: Final = re.compile(r"\s?,[^;:]{1,100}?,\s")
_PREDICATES: Final = (
    (
        "caused",
        re.compile(
            r"\b(?:caused|causing|causes?|causée?s?|causer(?:ai(?:en)?t)?|causa(?:do|r|ndo)|causarían?|provoqu(?:ée?s?|er|erai(?:en)?t)|provoca(?:do|r|ndo)|ocasiona(?:do|r))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "contributed",
        re.compile(
            r"\b(?:contribut(?:ed|ing|es|e)|contribu(?:é|er|ant|e|erai(?:en)?t)|contribu(?:ido|ir|yendo|irían?|yen?|yó))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "directly-linked",
        re.compile(
            r"\b(?:linked|connected|tied|liée?s?|vinculad[oa]s?|relacionad[oa]s?|ligad[oa]s?)\b(?= (?:to"
            r"|with|by|through|via|à|au|aux|par|a|al|con|por|directement|directamente)\b|,)",
            re.IGNORECASE,
        ),
    ),
    (
        "supply-chain",
        re.compile(
            r"\b(?:sources|sourced|sourcing|procur(?:es|ed|ing)|s[’']approvisionn\w+|se abastec\w+|se surt\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "unspecified",
        re.compile(
            r"\b(?:involved|implicated|complicit|engaged|participat(?:ed|ing|e)|associated|benefit(?:t?ed"
            r"|ing|s)?|profit(?:ed|ing)?"
            r"|involvement|complicity|impliquée?s?|complices?|participé|bénéficié|profité|associée?s?"
            r"|mêlée?s?|implication"
            r"|involucrad[oa]s?|implicad[oa]s?|cómplices?|participado|beneficiad[oa]|implicación)\b",
            re.IGNORECASE,
        ),
    ),
)
_SUPPLY_CHAIN: Final = re.compile(
    r"\b(?:(?:through|via|in|within|par le biais de|à travers|dans|a través de|por medio de|en) (?:its"
    r"|the|their|sa|ses|la"
    r"|las|su|sus) )?(?:(?:supply|value) chains?|chaînes? (?:d[’']approvisionnement|de valeur|logistiques?)"
    r"|cadenas? de (?:suministros?|valor|abastecimiento|producción))\b",
    re.IGNORECASE,
)
# The addressee named behind what it is said to have to do with.
_OBLIQUE: Final = (
    ("caused", r"(?:caused|provoquée?s?|causée?s?|causad[oa]s?|provocad[oa]s?|ocasionad[oa]s?) (?:in part |en partie |en parte )?(?:by|par|por) (?:[^,.;]{1,60} (?:of|de|d[’']) )?"),
    ("directly-linked", r"(?:linked|connected|liée?s?|vinculad[oa]s?|relacionad[oa]s?) (?:to|with|à|aux|au|a|al|con) (?:[^,.;]{1,90} (?:of|by|from|de|d[’']|par|por) )?"),
    ("unspecified", r"(?:involvement|complicity|participation|implication|complicité|implicación|participación|complicidad|vinculación)(?: (?:alléguée|présumée|alegada|presunta|supuesta))? (?:of|de|by|par|por) "),
    ("supply-chain", r"(?:supply|value) chains? (?:of|linked to) |(?:chaînes? d[’']approvisionnement|chaînes? de valeur) de |cadenas? de (?:suministro|valor|abastecimiento|producción) de "),
)  # fmt: skip
_NEGATED: Final = re.compile(
    r"\b(?:not|never|neither|nor|no evidence|denie[sd]|denied|jamais|pas|aucunement|nullement|ni|nunca|tampoco|niega|no)\b"
    r"[^,;.]{0,30}$",
    re.IGNORECASE,
)
# "nothing suggests that your company …": denied before the addressee is named
_DENIED: Final = re.compile(
    r"\b(?:(?:not|no|nothing|never)\b[^,;.]{0,40}\b(?:imply|impl(?:y|ies)|suggests?|indicates?|indication|evidence|mean|allege)"
    r"|rien n[’']indique|n[’']?(?:indique|implique|signifie)(?:nt)? (?:pas|nullement)|aucun élément n[’'](?:indique|établit)"
    r"|no (?:se )?(?:desprenden?|indican?|implican?|sugieren?|hay indicios)|nada indica)\b[^;.]{0,60}$",
    re.IGNORECASE,
)
_ONLY_ASKED: Final = re.compile(r"\b(?:whether|if|should|must|si|s[’'])\s*$", re.IGNORECASE)
_DUTY: Final = re.compile(
    r"\b(?:should|must|shall|is expected|ought|responsibility|devrait|doit|responsabilité|debería|debe"
    r"|responsabilidad)\b",
    re.IGNORECASE,
)
_MODAL: Final = re.compile(
    r"\b(?:(?:may|might|could|would)(?: (?:also|allegedly))?(?: (?:have been|be|have))?"
    r"|(?:pourrait|aurait|serait)(?: (?:avoir été|être|avoir))?|(?:podría|habría"
    r"|estaría)(?: (?:haber sido|estar|haber))?"
    r"|is (?:alleged|reported|said|believed) to|allegedly|reportedly|presuntamente|supuestamente)\b",
    re.IGNORECASE,
)
_ADDITION: Final = re.compile(
    r",? (?:as well as|together with|ainsi que|así como|en addition)\b|;", re.IGNORECASE
)
_TERRITORY: Final = re.compile(
    r" (?:within|inside|outside|across|throughout)(?: and (?:within|inside|outside))?(?: of)?(?: the)?"
    r"(?: [A-ZÀ-Ý][\w’-]*)(?: (?:of|and|the|[A-ZÀ-Ý][\w’-]*)){0,8}(?: \([A-ZÀ-Ý][\w’ -]*\))?$"
)
_LONGEST_CLAUSE: Final = 300


@dataclass(frozen=True, slots=True)
class AddresseeClause:
    """What one sentence says of the addressee's involvement; offsets count from the sentence's start.

    Attributes:
        start: Where the addressee is named.
        end: Where the clause ends.
        channels: (channel, start, end) of each predicate, in the order of ``CHANNELS``.
        modality: (start, end) of the modal words, or None.
        subject: Whether the addressee comes first, as the clause's subject.
    """

    start: int
    end: int
    channels: tuple[tuple[str, int, int], ...]
    modality: tuple[int, int] | None
    subject: bool


def involvement(reading: Reading, claims: Sequence[Claim]) -> Involvement | None:
    """Return what the body says of the addressee's involvement, or None when it says nothing.

    Args:
        reading: The letter; of letters to Governments nothing is read.
        claims: Its claims; the clause of the first that speaks of the addressee is the statement, where it
            says anything of a channel, else the first sentence of the concerns that does.
    """
    found = list(_clauses(reading))
    if not found:
        return None
    channels = _channels(found)
    sentence, clause = found[0]
    modality = sentence.words(*clause.modality) if clause.modality else None
    stated = next((claim.spans for claim in claims if claim.involvement), None)
    return Involvement(channels, stated or sentence.words(clause.start, clause.end).spans, modality)


def addressee_names(reading: Reading) -> tuple[str, ...]:
    """Return the company names and acronyms printed in the address lines of a letter."""
    found = {block.text[m.start : m.end] for block, m in reading.of(MentionKind.COMPANY, Part.ADDRESSEE)}
    acronyms = {one for block, _ in reading.blocks(Part.ADDRESSEE) for one in _ACRONYM.findall(block.text)}
    return tuple(sorted(found | acronyms))


def addresses_government(reading: Reading) -> bool:
    """Tell whether the salutation is that of a letter to a Government."""
    return any(_GOVERNMENT.search(block.text) for block, _ in reading.blocks(Part.SALUTATION))


def addressee_clause(sentence: Sentence, names: Sequence[str]) -> AddresseeClause | None:
    """Return what a sentence says of the addressee's involvement, or None.

    Args:
        sentence: A sentence of the body.
        names: Company names by which the addressee is called besides "your company".
    """
    text = sentence.text
    if voice_of(sentence) in (Voice.EXPERTS, Voice.NORM, Voice.EARLIER, Voice.POSITION):
        return None
    for match in _addressee(names).finditer(text):
        before = text[: match.start()]
        if not _ONLY_ASKED.search(before) and not _DENIED.search(before):
            channels = [*_behind(text, match.end()), *_before(text, match.start(), match.end())]
            if channels:
                return _clause(text, match, channels)
    return None


def _clauses(reading: Reading) -> Iterator[tuple[Sentence, AddresseeClause]]:
    if addresses_government(reading):
        return
    names = addressee_names(reading)
    for sentence in sentences(reading, *_PARTS):
        clause = addressee_clause(sentence, names)
        if clause:
            yield sentence, clause


def _channels(found: Sequence[tuple[Sentence, AddresseeClause]]) -> tuple[Said[str], ...]:
    """Return each channel once, with all its places; ``unspecified`` only when nothing else is said."""
    places: dict[str, list[Said[str]]] = {}
    for sentence, clause in found:
        for channel, start, end in clause.channels:
            places.setdefault(channel, []).append(sentence.words(start, end))
    if len(places) > 1:
        places.pop("unspecified", None)
    return tuple(
        Said(channel, tuple(span for words in places[channel] for span in words.spans))
        for channel in CHANNELS
        if channel in places
    )


def _addressee(names: Sequence[str]) -> re.Pattern[str]:
    listed = "".join(rf"|{re.escape(name)}" for name in names)
    return re.compile(rf"\b(?:{_NOUNS}{listed})(?!\w)", re.IGNORECASE)


def _behind(text: str, start: int) -> list[tuple[str, int, int]]:
    """Return the predicates that follow the addressee in its clause."""
    # a full stop within a sentence is that of an abbreviation
    clause = re.split(r"[;:](?:\s|$)", text[start : start + _LONGEST_CLAUSE], maxsplit=1)[0]
    found = []
    for channel, pattern in _PREDICATES:
        for match in pattern.finditer(clause):
            if _is_said(clause, match.start()):
                found.append((channel, start + match.start(), start + match.end()))
                break
    chain = _SUPPLY_CHAIN.search(clause)
    named = any(channel == "supply-chain" for channel, _, _ in found)
    if chain and found and not named and not _quoted(clause, chain.start()):
        found.append(("supply-chain", start + chain.start(), start + chain.end()))
    return found


def _is_said(clause: str, index: int) -> bool:
    """Tell whether the predicate at ``index`` is said of the addressee that stands before ``clause``."""
    aside = _ASIDE.match(clause)
    before = clause[aside.end() if aside and aside.end() <= index else 0 : index]
    return (
        _AUXILIARY.search(before) is not None
        and _NEGATED.search(before) is None
        and _DUTY.search(before) is None
        and not _quoted(clause, index)
    )


def _quoted(text: str, index: int) -> bool:
    return text.count("“", 0, index) > text.count("”", 0, index) or text.count("«", 0, index) > text.count(
        "»", 0, index
    )


def _before(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the predicates that lead to the addressee at ``text[start:end]``."""
    found = []
    for channel, pattern in _OBLIQUE:
        match = re.search(rf"\b(?:{pattern})$", text[max(0, start - 120) : start], re.IGNORECASE)
        if match and not _NEGATED.search(text[: start - len(match.group())]):
            found.append((channel, start - len(match.group()), end))
    return found


def _clause(text: str, addressee: re.Match[str], channels: list[tuple[str, int, int]]) -> AddresseeClause:
    first = min(start for _, start, _ in channels)
    end = len(text.rstrip(".;: "))
    addition = _ADDITION.search(text, max(end for _, _, end in channels))
    end = addition.start() if addition else end
    territory = _TERRITORY.search(text, addressee.end(), end)
    end = territory.start() if territory and territory.start() > first else end
    modal = _MODAL.search(text, addressee.end(), end) if first >= addressee.end() else None
    modal = modal if modal and modal.start() <= max(start for _, start, _ in channels) else None
    ordered = tuple(sorted(channels, key=lambda item: (CHANNELS.index(item[0]), item[1])))
    return AddresseeClause(
        start=min(addressee.start(), first),
        end=end,
        channels=ordered,
        modality=modal.span() if modal else None,
        subject=addressee.start() < first,
    )
