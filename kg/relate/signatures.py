"""Who signed, in which role, for which mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, Said, Signatory
from kg.model.text import Block, Part
from kg.relate.reading import Reading, said

_ROLES: Final = (
    ("Chair-Rapporteur", r"chair(?:person|man|woman)?[- ]rapporteur|président(?:e)?[- ]rapporteu(?:r|se)|president[ea][- ]relator(?:a)?|rapporteu(?:r|se)[- ]président(?:e)?|relator(?:a)?[- ]president[ea]"),
    ("Vice-Chair on communications", r"(?:first )?vice[- ]chair(?:person)? on communications|vice[- ]présidente? chargée? des communications|vicepresident[ea] (?:encargad[oa] de|para|de) (?:las )?comunicaciones"),
    ("Vice-Chair", r"(?:first |second )?vice[- ]chair(?:person|man|woman)?(?:[- ]rapporteur)?|vice[- ]président(?:e)?|vice[- ]?president[ea]"),
    ("Chair", r"chair(?:person|man|woman)?|président(?:e)?|president[ea]"),
    ("Member", r"member|membre|miembro"),
    ("Special Representative of the Secretary-General", r"special representative of the secretary[- ]general|représentante? spéciale? du secrétaire général|representante especial del secretario general"),
    ("Special Representative", r"special representative|représentante? spécial(?:e)?|representante especial"),
    ("Special Rapporteur", r"(?:united nations |un )?special rapporteur|rapporteu(?:se|r)e? spéciale?|relator(?:a)? especial"),
    ("Independent Expert", r"(?:united nations |un )?independent expert|experte? indépendante?|expert[oa] independiente"),
)  # fmt: skip
_ROLE: Final = re.compile(
    "|".join(f"(?P<r{i}>\\b(?:{p})\\b)" for i, (_, p) in enumerate(_ROLES)), re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"^(?:\(?(?:Signed|Signé|Firmado)\)?:? |(?:Mr|Mrs|Ms|Dr|Prof|Professor|Mme|M|Sr|Sra|Dra)\b\.? )+"
)
_NAME: Final = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.‘-]*(?: (?:[a-zà-ÿ’']{1,4} ){0,2}[A-ZÀ-ÖØ-ÞĀ-Ž(][\w’'.‘)-]*){0,6}"
)
_NOT_NAMES: Final = frozenset(
    ["Annex", "Annexe", "Anexo", "Reference", "Please", "Mandate", "Mandates", "Office", "Page"]
)


def signatories(reading: Reading) -> tuple[Signatory, ...]:
    """Return those who signed, in the order of their signatures."""
    found: list[Signatory] = []
    pending: tuple[Block, int, int] | None = None
    for block, mentions in reading.blocks(Part.SIGNATURE):
        roles = list(_roles(block, mentions))
        if not roles:
            pending = _name(block, 0, len(block.text)) or pending
            continue
        before = 0
        for start, end, mandate in roles:
            named = _name(block, before, start) or pending
            name = named or _name_behind(block, end, roles)
            if name:
                role = (start, end) if named else _role_behind(block, name, (start, end))
                found.append(_signatory(name, block, role, mandate))
            # a name behind the last role is the next one's, unless it is this one's
            pending, before = (_name(block, end, len(block.text)) if named else None), end
    names = [signatory.name.value for signatory in found]
    return tuple(signed for index, signed in enumerate(found) if names.index(signed.name.value) == index)


def _roles(block: Block, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield where each role and its mandate stand: "Chair-Rapporteur of the Working Group on …"."""
    mandates = [mention for mention in mentions if mention.kind is MentionKind.MANDATE]
    done = 0
    for mandate in mandates:
        role = next((m for m in _ROLE.finditer(block.text, done) if m.start() <= mandate.start), None)
        start = role.start() if role else mandate.start
        yield min(start, mandate.start), mandate.end, mandate
        done = mandate.end
    if not mandates:
        role = _ROLE.search(block.text)
        if role:
            yield role.start(), len(block.text), None


def _name(block: Block, start: int, end: int) -> tuple[Block, int, int] | None:
    """Return the name in ``block.text[start:end]``: the last capitalised run that can be one."""
    text = block.text[start:end].rstrip(" ,;:")
    lead = _TITLE.match(text.lstrip())
    offset = len(text) - len(text.lstrip()) + (lead.end() if lead else 0)
    found = [match for match in _NAME.finditer(text, offset) if _can_be_name(match[0])]
    if not found:
        return None
    match = found[-1]
    return block, start + match.start(), start + match.start() + len(match[0].rstrip(",;"))


def _can_be_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0] not in _NOT_NAMES and not _ROLE.search(text)


def _name_behind(
    block: Block, end: int, roles: Sequence[tuple[int, int, Mention | None]]
) -> tuple[Block, int, int] | None:
    """Return a name printed below its role, as some letters do; only where no other role follows.

    "For the Working Group on …: Name, Chair-Rapporteur" has the role of the person behind the name.
    """
    role = _ROLE.search(block.text, end)
    return _name(block, end, role.start() if role else len(block.text)) if len(roles) == 1 else None


def _role_behind(block: Block, name: tuple[Block, int, int], printed: tuple[int, int]) -> tuple[int, int]:
    """Return where the role behind a name stands, or the one ``printed`` before it."""
    role = _ROLE.search(block.text, name[2])
    return role.span() if role and name[0] is block else printed


def _signatory(
    name: tuple[Block, int, int], block: Block, role: tuple[int, int], mandate: Mention | None
) -> Signatory:
    source, start, end = name
    printed = block.text[role[0] : role[1]]
    match = _ROLE.search(printed)
    norm = next((_ROLES[i][0] for i in range(len(_ROLES)) if match and match[f"r{i}"]), "Working Group")
    return Signatory(
        name=said(source, start, end, source.text[start:end]),
        role=said(block, *role, norm, Basis.NORMALISED),
        mandate=_mandate(block, mandate),
        role_text=printed,
    )


def _mandate(block: Block, mention: Mention | None) -> Said[str] | None:
    return said(block, mention.start, mention.end, mention.value, Basis.NORMALISED) if mention else None
