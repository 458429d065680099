"""Where the account of what is alleged begins, in letters that open it with no formula.

Most letters say "According to the information received:". Those that do not are known by their order: behind
the sentence in which the experts say by what mandates they write, they announce what reached them, then comes
the account, then their concerns, the law and their requests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.model.text import Part
from kg.structure.cues import ASKING, DATE, HONORIFIC, ON_A_LAW
from kg.structure.pieces import Piece
from kg.vocab.announcing import PERSONS_OR_EVENTS

_ACCOUNT: Final = frozenset({Part.INFORMATION_CUE, Part.ALLEGATIONS})
_ASIDE: Final = frozenset({Part.FOOTNOTE, Part.FURNITURE, Part.ADDRESSEE})
_BEHIND: Final = frozenset({Part.CONCERNS, Part.REQUESTS_CUE, Part.REQUEST, Part.PROCEDURE, Part.CLOSING, Part.ANNEX_HEADING})  # fmt: skip
_STOP: Final = re.compile(
    r"(?<![A-Z])(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bMme)(?<!\bSr)(?<!\bSra)[.:](?= [A-ZÀ-ÖØ-Þ“«¿])"
)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:[Ww]e|I|[Oo]ur|[Uu]s|[Mm]y|[Mm]e|[Nn]ous|[Nn]otre|[Nn]os|[Jj]e|[Mm]on|[Nn]uestr[oa]s?)\b|\bJ[’']|(?:^|, )[A-Za-zé]+(?:amos|emos)\b"
)
_MATTER: Final = re.compile(
    r"\b(?:info|alleg|allég|aleg|report|complain|circumstance|situation|case|matter|renseign|cas\b|plainte|situaci|caso|denunci)",
    re.IGNORECASE,
)
# what the experts are, what they wrote before, and what the law says
_OTHER_MATTER: Final = re.compile(
    r"^(?:[Tt]he |[Tt]his |[Ll]es |[Ll]a |[Ll]os )?(?:[Ss]pecial [Pp]rocedures|[Pp]rocédures spéciales|[Pp]rocedimientos especiales|letter\b|intervention\b|independent experts)"
    r"|\b(?:previous|earlier|précédente?|anterior) (?:\w+ )?(?:communication|letter|appeal|lettre|appel|comunicación|carta)|\b(?:UA|AL|OL|JUA|JAL) [A-Z]{3} [0-9]"
    r"|\b[Aa]rt(?:icle|ículo)s? [0-9]+[^.;:]{0,60}\b(?:Covenant|Convention|Declaration|Pacte|Pacto|Convenio|Convención)"
    r"|\b(?:thank|appreciat|acknowledg|remerci|agradec)"
)
_NO_ACCOUNT: Final = re.compile(
    r"\b(?:comment|observation|concern(?!ing)|question|standard|provision|recommend|request|article|principle|mandate|resolution|repl(?:y|ied)|respon[sd]"
    r"|commentaire|préoccup|norme|disposition|recommand|demande|principe|réponse|mandat"
    r"|comentario|observacion|preocupa|norma|disposicion|recomend|solicit|artículo|principio|respuesta)",
    re.IGNORECASE,
)
# "These are the circumstances of the arrest.", "What happened is as follows."
_PRESENTS: Final = re.compile(
    r"(?:These are|This is|Here (?:is|are)|The following|Voici|Telle?s? sont|Éstos? son|Estos son)\b[^.;:]{1,100}\.|[^.;:]{1,100} (?:these|this|as follows|below|ci-après|suivants?|suivantes?|siguientes?|a continuación)\."
)
_MARK: Final = re.compile(
    r"\b(?:alleged|reported|purported|prétendu|présumé|aurai|presunt|habría)|\b(?:19|20)[0-9]{2}\b|\b(?:said|claimed) to\b"
)
_LONGEST_HEADING: Final = 110
_LONGEST_LABEL: Final = 60
_SENTENCE_END: Final = '.!?;:…”"»)'


def open_account(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with the opening of the account marked, where no formula has opened it.

    Where nothing tells the account from the introduction, and in letters on laws and policies, which comment
    and do not report, the pieces are returned as they are.

    Args:
        pieces: Those of one letter, those that a formula opens with their part.
    """
    window = tuple(_between(pieces))
    if not window:
        return tuple(pieces)
    if len(window) == 1:
        index = window[0]
        return (*pieces[:index], *_parted(pieces[index]), *pieces[index + 1 :])
    told = _opening(pieces, window)
    if told is None:
        return tuple(pieces)
    return (*pieces[:told], *_opened(pieces[told]), *pieces[told + 1 :])


def _between(pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield which pieces stand between the sentence on the mandates and the concerns, law or requests."""
    parts = [piece.part for piece in pieces]
    if Part.CAPACITY not in parts or not _ACCOUNT.isdisjoint(parts):
        return
    start = len(parts) - parts[::-1].index(Part.CAPACITY)
    if any(ON_A_LAW.search(piece.text) for piece in pieces[: start + 1]):
        return
    for index in range(start, len(parts)):
        if parts[index] in _BEHIND or (parts[index] is Part.LEGAL and not _announces(pieces[index].text)):
            return
        if parts[index] not in _ASIDE:
            yield index


def _opening(pieces: Sequence[Piece], window: Sequence[int]) -> int | None:
    """Return the piece that opens the account: one that ends in a colon, or the first the experts do not speak."""
    announced = False
    for place, index in enumerate(window):
        text = pieces[index].text
        last = place + 1 == len(window)
        if (
            _is_cue(_last_sentence(text))
            and not last
            and not pieces[window[place + 1]].text.startswith(("“", "«", '"'))
        ):
            return index
        if _is_own(text):
            announced |= _announces(text)
        elif not _is_heading(text) and (announced or _tells(text)):
            return index
        else:
            announced |= _is_heading(text) and not _NO_ACCOUNT.search(text)
    return None


def _opened(piece: Piece) -> Iterator[Piece]:
    """Yield a piece with its last sentence as the cue, or the whole piece as the beginning of the account."""
    text = piece.text
    start = text.rfind(_last_sentence(text))
    if not _is_cue(text[start:]):
        yield replace(piece, part=Part.ALLEGATIONS, cue=True)
        return
    if start:
        yield replace(piece, paragraph=piece.paragraph.part(0, start))
    part = Part.ALLEGATIONS if _is_label(text[start:]) else Part.INFORMATION_CUE
    yield Piece(piece.paragraph.part(start, len(text)), part, cue=True)


def _parted(piece: Piece) -> Iterator[Piece]:
    """Yield the introduction and the account of a letter that has both in one paragraph."""
    starts = [0, *(match.end() + 1 for match in _STOP.finditer(piece.text)), len(piece.text)]
    for start, end in pairwise(starts):
        text = piece.text[start:end].rstrip()
        cue = _is_cue(text) and not _is_label(text)
        if start and (cue or (not _is_own(text) and _tells(text))):
            yield replace(piece, paragraph=piece.paragraph.part(0, start))
            if cue:
                yield Piece(piece.paragraph.part(start, end), Part.INFORMATION_CUE, cue=True)
            rest = end if cue else start
            yield Piece(piece.paragraph.part(rest, len(piece.text)), Part.ALLEGATIONS, cue=True)
            return
    yield piece


def _last_sentence(text: str) -> str:
    stops = [match.end() for match in _STOP.finditer(text)]
    return text[stops[-1] + 1 :] if stops else text


def _is_cue(sentence: str) -> bool:
    """Tell whether a sentence may announce the account: it ends in a colon, or says that it follows."""
    return (sentence.endswith(":") or bool(_PRESENTS.fullmatch(sentence))) and not any(
        pattern.search(sentence) for pattern in (_NO_ACCOUNT, ASKING, PERSONS_OR_EVENTS)
    )


def _is_own(text: str) -> bool:
    """Tell whether a paragraph begins with the experts' own word, or is not on this account at all."""
    stop = _STOP.search(text)
    first = text[: stop.end()] if stop else text
    return bool(_FIRST_PERSON.search(first) or _OTHER_MATTER.search(first))


def _announces(text: str) -> bool:
    return bool(_FIRST_PERSON.search(text) and _MATTER.search(text))


def _tells(text: str) -> bool:
    """Tell whether a paragraph has what accounts have: dates, persons, words that hedge."""
    return bool(DATE.search(text) or _MARK.search(text) or HONORIFIC.search(text))


def _is_heading(text: str) -> bool:
    return (len(text) <= _LONGEST_HEADING and text[-1] not in _SENTENCE_END) or _is_label(text)


def _is_label(text: str) -> bool:
    """Tell whether words before a colon are a title ("Background:") and announce nothing."""
    return (
        len(text) <= _LONGEST_LABEL
        and text.endswith(":")
        and not (_FIRST_PERSON.search(text) or _MATTER.search(text))
    )
