"""To whom the letter is addressed: persons, organisation, State. Offices only as the letter states them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Addressee, Addressing, Basis, Reference, Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, said, words
from kg.vocab.register import Register

_OFFICE: Final = re.compile(
    r"\b(?:chief|officer|ceo|president|chair|chairman|chairwoman|chairperson|director|manager|managing|secretary|minister|head|partner|treasurer|chancellor|vice-chancellor|rector|provost|dean|principal|registrar|trustee|counsel|owner|proprietor"
    r"|commissioner|ambassador|representative|governor|administrator|founder|general counsel|deputy|vice|permanent"
    r"|président(?:e)?|directeur|directrice|pdg|ministre|gérant(?:e)?|secrétaire|administrateur|administratrice|chef|représentant(?:e)?|ambassad(?:eur|rice)|recteur|rectrice|doyen(?:ne)?|propriétaire"
    r"|president[ea]|director(?:a)?|gerente|ministr[oa]|secretari[oa]|consejer[oa]|apoderad[oa]|representante|jef[ea]|embajador(?:a)?|rector(?:a)?|decan[oa]|delegad[oa]|propietari[oa]|síndic[oa])\b",
    re.IGNORECASE,
)
# "Permanent Representative of …", and on the next line: "to the United Nations Office at Geneva"
# "Chairman of the Administrative Council of X": the body where no line names one
_HEADS: Final = re.compile(
    r"\b(?:of|du|de la|de l[’']|del) ?(?:the )?(?P<body>(?:[A-ZÀ-Þ][\w’-]+ ){0,4}(?:Council|Authority|Authorities|Administration|Committee|Commission|Movement|Front|Agency|Directorate|Conseil|Autorité|Comité|Mouvement|Consejo|Autoridad|Comisión|Movimiento)\b[^,;\n]*)"
)
_GOES_ON: Final = re.compile(r"\s(?:to the|auprès|près|ante)\b[^\n]{1,120}")
_STREET: Final = re.compile(
    r"[0-9]|\b(?:street|road|avenue|boulevard|square|lane|row|quay|house|floor|tower|building|suite|p\.? ?o\.? box|rue|place|quai|calle|avenida|plaza|piso|edificio|paseo|carrera|apartado|postal|bp)\b",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"@|https?:|www\.|\b(?:tel|fax|e-?mail|attn|to|copy|cc|via)\b ?[:.]", re.IGNORECASE
)
_YOUR: Final = (
    ("company", re.compile(r"\b(?:your (?:esteemed |respected )?(?:company|bank|corporation|firm|business|enterprise|group)|votre (?:entreprise|société|banque|compagnie|groupe)|(?:su|vuestra) (?:empresa|compañía|sociedad|banco|grupo|entidad bancaria))\b", re.IGNORECASE)),
    ("other", re.compile(r"\b(?:your (?:organi[sz]ation|institution|federation|association|agency|office|foundation|fund|committee|university|court)|votre (?:organisation|institution|fédération|association|agence|fondation|fonds|comité)|su (?:organización|institución|federación|asociación|agencia|fundación|fondo|comité))\b", re.IGNORECASE)),
)  # fmt: skip
_YOURS_IS: Final = re.compile(
    r"\b(?:your (?:company|bank|corporation|firm|group|enterprise)|votre (?:entreprise|société|banque|compagnie|groupe)|(?:su|vuestra) (?:empresa|compañía|sociedad|banco|grupo)),? [“\"«(]?$",
    re.IGNORECASE,
)
# … but not "the parent company of your company, Saltholm Foods Ltd."
_RELATED_TO: Final = re.compile(
    r"\b(?:parent|holding|subsidiar|suppl|contractor|subcontract|shareholder|client|customer|mère|filiale|fourniss|sous-trait|actionnaire|matriz|filial|proveedor|contratista|accionista)[^.;,]{0,40}$",
    re.IGNORECASE,
)
_EXCELLENCY: Final = re.compile(r"excellenc|excelencia", re.IGNORECASE)
_OHCHR: Final = re.compile(
    r"Office of the (?:United Nations )?High Commissioner for Human Rights"
    r"|(?:Haut-Commissariat|Bureau du Haut-Commissaire) (?:des Nations Unies )?aux droits de l[’']homme"
    r"|Oficina del Alto Comisionado (?:de las Naciones Unidas )?para los Derechos Humanos"
)
_ROLE_LINE: Final = re.compile(
    r"(?:Vice-)?Chair(?:person)?(?:-Rapporteur)?|Special Rapporteur|Independent Expert"
    r"|(?:Vice-)?Présidente?(?:-Rapporteu(?:r|se))?|Rapporteu(?:r|se) spéciale?|(?:Vice)?[Pp]resident[ea](?:-Relatora?)?|Relatora? Especial"
)
_MAX_LINES: Final = 9


_NAME_GOES_ON: Final = re.compile(r"(?:of|for|and|de|des|du|del|pour|para|et|y)\b|[dl][’'][A-ZÀ-Þ]")
_NAME_UNFINISHED: Final = re.compile(r"(?: (?:of|for|and|the|de|des|du|del|la|pour|para|et|y)| &)$")


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed line of an address block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end].strip()


def addressing(reading: Reading, reference: Reference | None, register: Register) -> Addressing:
    """Return whom the letter is addressed to.

    The State follows from the reference; persons come from the salutation and the address block, the
    organisation from the address block or the foot of the first page.
    """
    if reading.letter.kind == "reply":
        return _to_rapporteur(reading)
    if reading.letter.kind == "other":
        return Addressing("unknown")
    state = _state(reference, register)
    persons = _persons(reading, with_salutation=True)
    if state is not None:
        return Addressing("government", persons, None, state)
    organisation = _organisation(reading)
    return Addressing(_kind(reading, organisation, reference), persons, organisation)


def _state(reference: Reference | None, register: Register) -> Said[str] | None:
    if reference is None or reference.target not in register.states:
        return None
    return Said(reference.target, reference.text.spans, Basis.NORMALISED)


def _kind(reading: Reading, organisation: Said[str] | None, reference: Reference | None) -> str:
    text = " ".join(block.text for block in reading.letter.blocks)
    if organisation is not None and _is_company(reading, organisation):
        return "company"
    counts = {kind: len(pattern.findall(text)) for kind, pattern in _YOUR}
    if counts["company"] or counts["other"]:
        return "company" if counts["company"] >= counts["other"] else "other"
    if organisation is not None or (reference is not None and reference.target == "OTH"):
        return "other"
    salutation = " ".join(block.text for block in reading.letter.of(Part.SALUTATION))
    return "government" if _EXCELLENCY.search(salutation) else "unknown"


def _is_company(reading: Reading, organisation: Said[str]) -> bool:
    """Whether the organisation's name has a legal form; "Holdings" or "Group" alone is one too."""
    return any(
        mention.get("by") == "form" and words(block, mention.start, mention.end).spans == organisation.spans
        for block, mention in reading.of(MentionKind.COMPANY)
    )


def _persons(reading: Reading, *, with_salutation: bool) -> tuple[Addressee, ...]:
    addressed = _in_address(reading)
    if not with_salutation:
        return tuple(addressed)
    greeted = [
        Addressee(_name(block, mention), _honorific(block, mention))
        for block, mention in reading.of(MentionKind.PERSON, Part.SALUTATION)
    ]
    if not greeted:
        return tuple(addressed)
    return tuple(_once(_fuller(person, addressed) for person in greeted))


def _fuller(person: Addressee, addressed: Sequence[Addressee]) -> Addressee:
    """Return the person of the address block who is meant by a salutation that may name only a surname."""
    surname = person.name.value.split()[-1].casefold()
    for other in addressed:
        if surname in other.name.value.casefold().split():
            honorific = other.honorific or person.honorific
            spans = (*other.name.spans, *person.name.spans)
            longer = max(other.name.value, person.name.value, key=len)
            return replace(other, name=Said(longer, spans, other.name.basis), honorific=honorific)
    return person


def _in_address(reading: Reading) -> list[Addressee]:
    found: list[Addressee] = []
    for block, mentions in reading.blocks(Part.ADDRESSEE):
        lines = _lines(block)
        for mention in mentions:
            if mention.kind is MentionKind.PERSON:
                office = _office(lines, mention, mentions)
                found.append(Addressee(_name(block, mention), _honorific(block, mention), office))
    return _once(found)


def _once(persons: Iterable[Addressee]) -> list[Addressee]:
    """Return each person once, with all the places of an address block that is printed again."""
    found: dict[tuple[str, str], Addressee] = {}
    for person in persons:
        name = " ".join(person.name.value.casefold().split())
        key = (name, person.honorific.value if person.honorific else "")
        found[key] = _joined(found[key], person) if key in found else person
    return list(found.values())


def _joined(one: Addressee, again: Addressee) -> Addressee:
    return Addressee(
        replace(one.name, spans=tuple(dict.fromkeys((*one.name.spans, *again.name.spans)))),
        _with_places(one.honorific, again.honorific),
        _with_places(one.office, again.office),
    )


def _with_places(one: Said[str] | None, again: Said[str] | None) -> Said[str] | None:
    """Return what is said first, with the places where the same is said again."""
    if one is None or again is None or one.value.casefold() != again.value.casefold():
        return one or again
    return replace(one, spans=tuple(dict.fromkeys((*one.spans, *again.spans))))


def _lines(block: Block) -> list[_Line]:
    return [_Line(block, start, end) for start, end in block.lines[:_MAX_LINES]]


def _office(lines: Sequence[_Line], person: Mention, mentions: Sequence[Mention]) -> Said[str] | None:
    """Return the office printed behind the name, on its line or on the next."""
    companies = [mention for mention in mentions if mention.kind is MentionKind.COMPANY]
    for line in lines:
        start = max(line.start, person.end)
        if line.end <= person.end:
            continue
        rest = line.block.text[start : line.end]
        lead = len(rest) - len(rest.lstrip(" ,;–-"))
        begin, end = start + lead, line.end
        inside = [c for c in companies if begin < c.start < end]
        if inside:
            end = inside[0].start
        text = re.sub(r"(?:,| of| at| de| du| en)? *$", "", line.block.text[begin:end])
        whole = any(c.start <= begin and c.end >= end for c in companies)
        if text and not whole and _OFFICE.search(text) and not _STREET.search(text):
            more = None if inside else _GOES_ON.match(line.block.text, begin + len(text))
            return words(line.block, begin, more.end() if more else begin + len(text))
    return None


def _name(block: Block, mention: Mention) -> Said[str]:
    return words(block, mention.start, mention.end)


def _honorific(block: Block, mention: Mention) -> Said[str] | None:
    title = mention.get("honorific")
    start = block.text.rfind(title, 0, mention.start)
    return said(block, start, start + len(title), title) if title and start >= 0 else None


def _organisation(reading: Reading) -> Said[str] | None:
    """Return the organisation of the address block, else that of a page title before the letter."""
    for parts in ((Part.ADDRESSEE,), (Part.PREAMBLE, Part.FURNITURE)):
        for block, mention in reading.of(MentionKind.COMPANY, *parts):
            if mention.get("by") == "form":
                return words(block, mention.start, mention.end)
    for block, mentions in reading.blocks(Part.ADDRESSEE):
        line = _organisation_line(block, mentions) or _headed(block)
        if line:
            return words(block, line.start, line.end)
    return _in_apposition(reading)


def _in_apposition(reading: Reading) -> Said[str] | None:
    """Return the company the body names beside the words for it: "your company, Saltholm Foods Ltd."."""
    for block, mention in reading.of(MentionKind.COMPANY, Part.CAPACITY, Part.INTRODUCTION, Part.ALLEGATIONS):
        yours = _YOURS_IS.search(block.text[: mention.start])
        if yours and not _RELATED_TO.search(block.text[: yours.start()]):
            return words(block, mention.start, mention.end)
    return None


def _headed(block: Block) -> _Line | None:
    """Return the body that the addressee's office says he or she heads, where it has no line of its own."""
    body = next((match for line in _lines(block) if (match := _HEADS.search(line.text))), None)
    start = block.text.find(body["body"]) if body else -1
    return _Line(block, start, start + len(body["body"])) if body else None


def _organisation_line(block: Block, mentions: Sequence[Mention]) -> _Line | None:
    """Return the first line that is neither a person, an office, a street nor a State, to the end of the name."""
    states = {block.text[m.start : m.end].casefold() for m in mentions if m.kind is MentionKind.STATE}
    lines = list(_lines(block))
    for place, line in enumerate(lines):
        person = any(m.kind is MentionKind.PERSON and line.start <= m.start < line.end for m in mentions)
        text = line.text.rstrip(",")
        if person or _CONTACT.search(text) or _STREET.search(text) or text.casefold() in states:
            continue
        if _OFFICE.search(text) and not re.search(
            r"\b(?:Corporation|Bank|Fund|Organization|Company)\b", text
        ):
            continue
        if len(text) > 2 and text[0].isupper():  # noqa: PLR2004
            return _Line(block, line.start, _name_end(lines[place:]))
    return None


def _name_end(lines: Sequence[_Line]) -> int:
    """Return where a name ends that a narrow column may have broken: "Banque de développement / des Littoraux"."""
    last = lines[0]
    for line in lines[1:]:
        if not (_NAME_GOES_ON.match(line.text) or _NAME_UNFINISHED.search(last.text)):
            break
        last = line
    return last.start + len(last.text.rstrip(","))


def _to_rapporteur(reading: Reading) -> Addressing:
    persons = tuple(_rapporteurs(reading))
    if len(persons) == 1 and persons[0].office is None:
        persons = (replace(persons[0], office=_stated_role(reading)),)
    return Addressing("rapporteur", persons, _office_of_high_commissioner(reading))


def _rapporteurs(reading: Reading) -> Iterator[Addressee]:
    seen: set[str] = set()
    head = (Part.ADDRESSEE, Part.LETTERHEAD, Part.SALUTATION, Part.PREAMBLE)
    for block, mentions in sorted(
        reading.blocks(*head), key=lambda pair: not any(m.kind is MentionKind.MANDATE for m in pair[1])
    ):
        if block.part in {Part.LETTERHEAD, Part.PREAMBLE} and not _is_addressed_to_experts(block, mentions):
            continue
        for mention in mentions:
            if mention.kind is not MentionKind.PERSON:
                continue
            person = Addressee(
                _person_before_role(block, mention),
                _honorific(block, mention),
                _mandate_office(block, mention, mentions),
            )
            surname = person.name.value.split()[-1]
            if not any(surname in name.split() for name in seen):
                seen.add(person.name.value)
                yield person


def _stated_role(reading: Reading) -> Said[str] | None:
    """Return the one mandate that a reply's head names apart from the person, as in "To: Special Rapporteur …"."""
    found = [
        words(block, mention.start, mention.end)
        for block, mention in reading.of(MentionKind.MANDATE, Part.ADDRESSEE, Part.LETTERHEAD, Part.PREAMBLE)
    ]
    return found[0] if len(found) == 1 else None


def _is_addressed_to_experts(block: Block, mentions: Sequence[Mention]) -> bool:
    return bool(_OHCHR.search(block.text)) or any(m.kind is MentionKind.MANDATE for m in mentions)


def _person_before_role(block: Block, mention: Mention) -> Said[str]:
    """Return the name without the office that one-line text prints right behind it."""
    name = block.text[mention.start : mention.end]
    cut = re.search(
        r" (?:UN|United|Special|Independent|Chair|Working|Rapporteu|Expert|Relator|Président|President)", name
    )
    return words(block, mention.start, mention.start + (cut.start() if cut else len(name)))


def _mandate_office(block: Block, person: Mention, mentions: Sequence[Mention]) -> Said[str] | None:
    lines = _lines(block)
    # lines run together here, so that a name may seem to go on over the end of its line
    name = _person_before_role(block, person).value
    named = min([person.start + len(name), *(line.end for line in lines if line.end > person.start)])
    for line in lines:
        start = max(line.start, named)
        text = block.text[start : line.end].strip(" ,")
        if line.end > named and _ROLE_LINE.fullmatch(text):
            begin = block.text.index(text, start)
            return words(block, begin, begin + len(text))
    role = _ROLE_LINE.match(block.text, named + 1)
    if role and not re.match(r" (?:of|on|du|de|sur|sobre|del)\b", block.text[role.end() :]):
        return words(block, role.start(), role.end())
    for mandate in mentions:
        if mandate.kind is MentionKind.MANDATE and mandate.end > person.start:
            start = block.text.rfind("UN ", person.start, mandate.start + 1)
            begin = start if start >= 0 and mandate.start - start <= len("UN ") else mandate.start
            return words(block, begin, mandate.end)
    return None


def _office_of_high_commissioner(reading: Reading) -> Said[str] | None:
    for block, _ in reading.blocks():
        match = _OHCHR.search(block.text)
        if match:
            return words(block, match.start(), match.end())
    return None
