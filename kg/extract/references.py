"""References of communications, such as ``AL OTH 105/2021``, in all the forms they are printed in."""

from __future__ import annotations

import re
from typing import Final

from kg.model.mention import Mention, MentionKind

# The file codes of letters before 2014 stand between type and country: "UA G/SO 214 (53-24) USA 20/2010".
_CODES: Final = r"(?: (?:[A-Z][\w&]*(?: [&A-Z][\w&]*){0,4} )?\([0-9]{1,4}(?:-[0-9]{1,3}){1,3}\)| G/SO [0-9]{1,3}(?:/[0-9]{1,3})?){0,14}"
_REFERENCE: Final = re.compile(
    rf"\b(?P<type>J?(?:AL|UA|OL|AM)):?{_CODES}(?: [Cc]ase(?: [Nn]o\.?)?:?)?[ -](?P<target>[A-Z0][A-Z0]{{2}})[ -]?(?P<number>[0-9][0-9OIl]{{0,3}}) ?/ ?(?P<year>(?:19|2[0O])[0-9OIl]{{2}})\b"
)
_BARE: Final = re.compile(r"\b(?P<target>[A-Z]{3}) (?P<number>[0-9]{1,4})/(?P<year>(?:19|20)[0-9]{2})\b")

# What a scanner prints for a nought and a one.
_FIGURES: Final = str.maketrans("OIl", "011")


def find_references(text: str) -> tuple[Mention, ...]:
    """Return the references in ``text``.

    Mentions have kind REFERENCE, the normal form (``UA USA 20/2010``) as value, and the details ``type``
    (empty when not printed), ``target``, ``number`` and ``year``. A zero read for the letter O is mended, and
    letters read for figures.
    """
    found = [_mention(match, match["type"]) for match in _REFERENCE.finditer(text)]
    taken = [(mention.start, mention.end) for mention in found]
    found += [
        _mention(match, "")
        for match in _BARE.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    return tuple(sorted(found))


def _mention(match: re.Match[str], kind: str) -> Mention:
    target = match["target"].replace("0", "O")
    number, year = str(int(match["number"].translate(_FIGURES))), match["year"].translate(_FIGURES)
    value = " ".join(filter(None, (kind, target, f"{number}/{year}")))
    detail = (("number", number), ("target", target), ("type", kind), ("year", year))
    return Mention(match.start(), match.end(), MentionKind.REFERENCE, value, detail)
