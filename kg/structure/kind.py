"""What a document is: a communication of the Special Procedures, a reply to one, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.model.text import Part
from kg.structure.cues import ROLE
from kg.structure.pieces import Piece

_REPLY: Final = re.compile(
    r"(?:presents? its compliments|(?:présente|presenta) (?:ses|sus|au|al|a la) |saluda (?:muy )?(?:atentamente|atenta y respetuosamente) a |\bnot[ea] verbale?\b"
    r"|(?:has|have) the honou?r to (?:refer to|transmit|forward|submit|enclose|attach)[^.]{0,120}(?:letter|communication|appeal|reply|response|comments|observations)"
    r"|a l[’']honneur de (?:se référer|(?:lui |vous )?(?:transmettre|faire parvenir|communiquer))|tiene el honor de (?:referirse|(?:remitir|transmitir)(?:le)?|hacer referencia)"
    r"|(?:in|with) (?:response|reply|reference) to (?:your|the) (?:joint )?(?:letter|communication|request)"
    r"|(?:we|I) (?:have )?(?:received|refer to|acknowledge(?: receipt of)?|write in response to) (?:your|the (?:joint )?(?:letter|communication))"
    r"|your (?:joint )?(?:letter|communication|correspondence) (?:of|dated|reference|ref)|thank you for your (?:letter|communication)"
    r"|previously responded to|(?:reply|response) of the Government|comments? of the Government|\bRE ?: "
    r"|(?:en réponse à|nous accusons réception de|j[’']accuse réception de) (?:votre|la) (?:lettre|communication)|réponse du Gouvernement"
    r"|(?:en respuesta a|acusamos recibo de|acuso recibo de|con referencia a) (?:su|la) (?:carta|comunicación)|respuesta del (?:Gobierno|Estado))",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(ROLE)
_OPENING: Final = 4_000


def kind_of(pieces: Sequence[Piece]) -> str:
    """Return ``communication``, ``reply`` or ``other``."""
    parts = {piece.part for piece in pieces}
    if Part.CAPACITY in parts or {Part.HEADING, Part.REFERENCE} <= parts:
        return "communication"
    opening = " ".join(piece.text for piece in pieces)[:_OPENING]
    if Part.HEADING not in parts and _REPLY.search(opening):
        return "reply"
    if Part.HEADING in parts and Part.SALUTATION in parts:
        return "communication"
    if Part.REFERENCE in parts and Part.SALUTATION in parts:
        return "communication"
    return "other"


def concerns_special_procedures(pieces: Sequence[Piece]) -> bool:
    """Whether the text names a mandate's role at all."""
    return any(_ROLE.search(piece.text) for piece in pieces)
