"""The companies a letter names, and the part each plays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Addressing, Basis, Company, Said
from kg.model.text import Block, Part
from kg.relate.reading import Reading, said, words

_BODY: Final = (
    Part.CAPACITY, Part.INTRODUCTION, Part.ALLEGATIONS, Part.CONCERNS, Part.LEGAL, Part.REQUEST, Part.REQUESTS_CUE, Part.PROCEDURE,
)  # fmt: skip
_NO_JOIN: Final = r"(?:(?!(?:and|et|y|e|ou|or|o|u|as|ainsi|así|to|à|a|aux?|with|avec|con) )[\w-]+ ){0,3}?"
_DETERMINER: Final = rf"(?:,? (?:which|who|that|qui|que) (?:is|was|are|est|es|era) (?:reportedly |allegedly )?)?,? ?(?:an? |the |one of its |its |your |une |la |sa |una |su )?{_NO_JOIN}"
_SUBSIDIARY: Final = r"(?:subsidiar(?:y|ies)|affiliates?|filiales?|filial(?:es)?|subsidiaria|subsidiairement)"
_SUPPLIER: Final = r"(?:suppliers?|vendors?|subcontractors?|contractors?|service providers?|fournisseu(?:r|se)s?|sous-traitante?s?|prestataires?(?: de services)?|proveedor(?:a|es|as)?|subcontratistas?|contratistas?)"
_MAJORITY: Final = r"(?:5[0-9]|[6-9][0-9]|100)(?:[.,][0-9]+)? ?(?:%|per ?cent|pour cent|por ciento)|a majority|la majorité|la mayoría|the majority"
_HELD: Final = r",? in which (?:your (?:company|bank|group|firm|fund)|it|[A-Z][^,;.]{1,60}?) (?:reportedly |allegedly )?(?:holds?|owns?|has|controls?|acquired)"
_AFTER: Final = (
    ("subsidiary", re.compile(rf"{_HELD}\b[^.;]{{0,20}}?\b(?:{_MAJORITY})", re.IGNORECASE)),
    ("subsidiary", re.compile(rf"{_DETERMINER}(?:{_SUBSIDIARY}) (?:of|de|du|d[’'])", re.IGNORECASE)),
    ("subsidiary", re.compile(r",? (?:is |was )?(?:wholly |fully |partly |majority[- ])?(?:owned|controlled) by\b|,? (?:détenue|contrôlée) (?:\S+ )?par\b|,? (?:controlada|propiedad) (?:por|de)\b", re.IGNORECASE)),
    ("parent", re.compile(rf"{_DETERMINER}(?:parent|holding) (?:company |corporation )?(?:of|to)\b|{_DETERMINER}(?:société|maison) mère (?:de|du)\b|{_DETERMINER}(?:empresa |casa |sociedad )?matriz (?:de|del)\b", re.IGNORECASE)),
    ("parent", re.compile(rf" (?:reportedly |allegedly |now )?(?:owns|holds|controls|détient|détiendrait|possède|posee|controla|detenta|tiene)\b[^.;]{{0,20}}?\b(?:{_MAJORITY})", re.IGNORECASE)),
    ("supplier", re.compile(rf"{_DETERMINER}{_SUPPLIER} (?:of|to|for|de|du|d[’'])", re.IGNORECASE)),
    ("supplier", re.compile(r"(?: \([^()]{1,60}\))?,? (?:from (?:which|whom)|auprès (?:de laquelle|duquel|de qui)|dont|de la (?:que|cual)|a la (?:que|cual)) (?:your|votre|su) (?:company|group|firm|société|entreprise|groupe|empresa|compañía|grupo) (?:[\w’]+ ){0,2}?(?:buys?|purchases?|bought|sources?|procures?|obtains?|achète|achèterait|s[’']approvisionn|compra|adquier|adquirir|abastece)", re.IGNORECASE)),
)  # fmt: skip
_OWNED: Final = r"(?:owned|controlled|held|détenue?|contrôlée?|controlad[oa]|participad[oa]|propiedad)\b[^,.;]{0,40}\b(?:by|par|por|de|del)(?: the| le| la| el)?(?: company| group| groupe| société| grupo| empresa| sociedad)? ?$"
_BEFORE: Final = (
    ("parent", re.compile(rf"\b(?:compan(?:y|ies)|firm|corporation|société|entreprise|empresa|sociedad|compañía|{_SUBSIDIARY})\b[^.;]{{0,60}}\b{_OWNED}", re.IGNORECASE)),
    ("parent", re.compile(rf"(?:{_SUBSIDIARY})(?: (?:à (?:hauteur de )?|al )[0-9,.]+ ?%)? (?:of|de la|de l[’']|del|de|du|d[’'])(?: the| la| le| los)?(?: \w+)?(?: company| group| corporation| société| groupe| entreprise| empresa| grupo| sociedad| compañía)? ?$", re.IGNORECASE)),
    ("parent", re.compile(r"(?:parent|holding)(?: company| corporation| firm)?(?: of your (?:company|firm|bank|group))?,? $|(?:société|maison) mère(?: de votre (?:entreprise|société|groupe|banque))?,? $|(?:(?:empresa|casa|sociedad|compañía) )?matriz(?: de su (?:empresa|compañía|sociedad|grupo))?,? $", re.IGNORECASE)),
    ("subsidiary", re.compile(rf"(?:{_SUBSIDIARY})(?: company| [\w-]+)?(?: called| named| dénommée| denominada)?,? [“\"«]?$", re.IGNORECASE)),
    ("supplier", re.compile(rf"(?:{_SUPPLIER})(?: called| named| company)?,? [“\"«]?$|(?:sources?|sourcing|purchases?|buys?|procured?|supplied)\b[^.;]{{0,60}}\b(?:from|by) $", re.IGNORECASE)),
)  # fmt: skip
_ALIAS: Final = re.compile(r"^ \([^()]{1,40}\)")  # "Litio Puna Alta S.A. (LPA), filial de su empresa"
_SENDER: Final = re.compile(
    r"\b(?:our [Cc]ompany|[Ww]e,|notre (?:société|entreprise)|nuestra (?:empresa|compañía)),? (?:the )?$"
)
_JOIN: Final = re.compile(r"(?:,|,? (?:and|et|y|e))(?: of| to| de| à| a)? ")
_RANK: Final = ("addressee", "sender", "subsidiary", "parent", "supplier", "mentioned")
_FORMS: Final = re.compile(
    r"(?:,? (?:co|ltd|limited|inc|corp|corporation|company|plc|llc|ag|gmbh|sa|s\.a|sas|sarl|spa|nv|bv|ab|asa|as|oy|oyj|se|ltda|llp|public|pcl|pjsc|jsc|pty|pte|pvt|sdn|bhd|berhad|srl|fze|private|proprietary)\.?)+$",
    re.IGNORECASE,
)


def companies(reading: Reading, addressing: Addressing, copied: Sequence[Said[str]]) -> tuple[Company, ...]:
    """Return each company named, once, with its most telling role, the addressee first."""
    found: dict[str, Company] = {}
    if addressing.kind == "company" and addressing.organisation is not None:
        _keep(
            found, addressing.organisation, Said("addressee", addressing.organisation.spans, Basis.NORMALISED)
        )
    sender = _sender(reading)
    if sender is not None:
        _keep(found, sender, Said("sender", sender.spans, Basis.NORMALISED))
    for block, mentions in reading.blocks(*_BODY):
        named = [mention for mention in mentions if mention.kind is MentionKind.COMPANY]
        for mention in named:
            _keep(found, words(block, mention.start, mention.end), _role(reading, block, mention, named))
    for name in copied:
        _keep(found, name, Said("mentioned", name.spans, Basis.NORMALISED))
    return tuple(sorted(found.values(), key=lambda company: company.role.value != "addressee"))


def _sender(reading: Reading) -> Said[str] | None:
    """Return the company a reply comes from: the one under its signature, else the one at its head."""
    if reading.letter.kind != "reply":
        return None
    known = {words(b, m.start, m.end).value for b, m in reading.of(MentionKind.COMPANY, *_BODY)}
    for block, _ in reading.blocks(Part.SIGNATURE, Part.CLOSING, Part.ADDRESSEE):
        for name in sorted(known, key=lambda name: (-len(name), name)):
            if name in block.text:
                at = block.text.index(name)
                return words(block, at, at + len(name))
    for parts in ((Part.SIGNATURE, Part.ADDRESSEE, Part.CLOSING), (Part.PREAMBLE, Part.LETTERHEAD)):
        for block, mention in reading.of(MentionKind.COMPANY, *parts):
            start = _line_start(block, mention)
            if mention.get("by") == "form" and start is not None:
                return words(block, start, mention.end)
    return None


def _line_start(block: Block, mention: Mention) -> int | None:
    """Return where the name starts on the printed line it ends on; None when a line ends in its form.

    Under a signature the lines are a name, an office and the company; on one line they run together.
    """
    if len(block.lines) == 1:
        return mention.start
    first = next((start for start, end in block.lines if start < mention.end <= end), mention.start)
    start = max(first, mention.start)
    return start if " " in block.text[start : mention.end].strip() else None


def company_key(name: str) -> str:
    """Return what the spellings of one company's name share within one letter."""
    bare = _FORMS.sub("", name.strip().rstrip("."))
    return re.sub(r"[\W_]+", " ", bare).strip().casefold()


def _keep(found: dict[str, Company], name: Said[str], role: Said[str]) -> None:
    key = company_key(name.value) if _FORMS.search(name.value) else _same(found, company_key(name.value))
    known = found.get(key)
    if known is None:
        found[key] = Company(name, role)
        return
    better = _RANK.index(role.value) < _RANK.index(known.role.value)
    longer = len(name.value) > len(known.name.value) and known.role.value != "addressee"
    spans = tuple(sorted({*known.name.spans, *name.spans}))
    value = name.value if longer else known.name.value
    found[key] = Company(Said(value, spans, known.name.basis), role if better else known.role)


def _same(found: dict[str, Company], key: str) -> str:
    """Return the key under which this company stands: a short form is the one longer name it begins."""
    if key in found:
        return key
    begun = [known for known in found if known.startswith(f"{key} ")]
    return begun[0] if len(begun) == 1 and key else key


def _role(reading: Reading, block: Block, mention: Mention, named: Sequence[Mention]) -> Said[str]:
    first = _first_of_list(block, mention, named)
    before, after = (
        block.text[max(0, first - 90) : first],
        _ALIAS.sub("", block.text[mention.end : mention.end + 150]),
    )
    place = block.view.spans(mention.start, mention.end)
    if reading.letter.kind == "reply" and _SENDER.search(before):
        return Said("sender", place, Basis.NORMALISED)
    for role, pattern in _BEFORE:
        match = pattern.search(before)
        if match:
            start = first - len(match[0])
            return said(block, start, mention.end, role, Basis.NORMALISED)
    for role, pattern in _AFTER:
        match = pattern.match(after)
        if match:
            return said(block, mention.start, mention.end + match.end(), role, Basis.NORMALISED)
    return Said("mentioned", place, Basis.NORMALISED)


def _first_of_list(block: Block, mention: Mention, named: Sequence[Mention]) -> int:
    """Return where the list begins in which a company stands: "its subsidiaries A Ltd. and B Ltd."."""
    first = mention.start
    for other in reversed(named):
        if other.end <= first and _JOIN.fullmatch(block.text[other.end : first]):
            first = other.start
    return first
