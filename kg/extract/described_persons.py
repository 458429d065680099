"""Persons named without title behind a word for what they do: « la journaliste Awa Sarr », «los líderes A y B»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_FRENCH: Final = (
    r"journalistes?|reporters?|blogueu(?:r|se)s?|militante?s?|activistes?|défenseu(?:r|re|se)s?|syndicalistes?|étudiante?s?|lycéen(?:ne)?s?"
    r"|enseignante?s?|professeure?s?|opposante?s?|chef(?:fe)?s? (?:coutumi(?:er|ère)s?|traditionnel(?:le)?s?|de (?:village|communauté))|leaders?|dirigeante?s? syndica(?:l|le|ux|les)"
    r"|agricult(?:eur|rice)s?|cultivat(?:eur|rice)s?|pêcheu(?:r|se)s?|ouvri(?:er|ère)s?|artistes?|écrivaine?s?|lanceu(?:r|se)s? d[’']alerte|détenue?s?|réfugiée?s?"
)
_SPANISH: Final = (
    r"periodistas?|reporter[oa]s?|comunicador(?:a|es|as)?|bloguer[oa]s?|activistas?|defensor(?:a|es|as)?|ambientalistas?|líder(?:es)?|lideresas?"
    r"|dirigentes?|sindicalistas?|estudiantes?|comuner[oa]s?|campesin[oa]s?|pescador(?:a|es|as)?|docentes?|maestr[oa]s?|refugiad[oa]s?|artistas?"
)
_BETWEEN: Final = r"(?: (?!(?:with|for|at|of|the|and|et|ou|y|o|à|au|aux|chez|pour|para|en|que|qui|who|sur|sobre|par|por)\b)(?:d[’'])?[a-zà-ÿ]+){0,3}?"
# At most three words may stand between: «líder indígena», « journaliste d’investigation », «defensora de derechos humanos».
_ROLE: Final = re.compile(
    rf"\b(?:{_FRENCH}|{_SPANISH}){_BETWEEN} (?<! l[ae] )(?<! les )(?<! d[eu] )(?<! des )(?<! del )(?<! el )(?<! los )(?=[A-ZÀ-ÖØ-Þ])"
)
# The subject behind its verb: «resultaron heridas Ana Tul y Eva Pop», « ont été arrêtés Jean Kabila et Luc Oba »
_SUFFERED: Final = re.compile(
    r"\b(?i:(?:resultaron|resultó|fueron|fue|han sido|ha sido|habrían? sido)"
    r" (?:herid|muert|lesionad|detenid|arrestad|asesinad|capturad|desaparecid|secuestrad|golpead|liberad|condenad)[oa]s?"
    r"|murieron|murió|fallecieron|falleció"
    r"|(?:ont|auraient|a|aurait) été (?:blessé|arrêté|tué|interpellé|enlevé|condamné|libéré|assassiné)e?s?)(?: :)? (?=[A-ZÀ-ÖØ-Þ])"
)
# «una integrante del Sindicato de Inquilinas, Nerea Ugalde, quien …»
_MEMBER: Final = re.compile(
    r"\b(?:integrante|miembro|membre|member|militante?) (?:of the|de la|de l[’']|del|du|des|de las|de los) ?"
    r"(?:Sindicato|Asociación|Colectiv[oa]|Organización|Comité|Movimiento|Red|Federación|Cooperativa|Comunidad|Coordinadora|Syndicat|Association|Collectif|Organisation|Mouvement|Réseau|Fédération|Coopérative|Coalition)"
    r"\b[^,.;:()]{0,60}, (?=[A-ZÀ-ÖØ-Þ])"
)
# «la cooperativa campesina Nueva Aurora»: what its members do, and its name
_OF_A_BODY: Final = re.compile(
    r"\b(?:cooperativa|asociaci[oó]n|organizaci[oó]n|comunidad|federaci[oó]n|uni[oó]n|central|movimiento|coordinadora|liga|red|radio|empresa"
    r"|association|coopérative|organisation|fédération|mouvement|ligue|réseau|communauté|groupement|comité|syndicat|sindicato) $",
    re.IGNORECASE,
)
_PART: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w’]"
_NAME: Final = re.compile(
    rf"{_PART}(?: (?:(?:de|del|de la|de los|da|do|dos|ben|bin|ould|mint|van|von|el|al|N\.|[A-Z]\.) )?{_PART}){{1,4}}"
)
_JOIN: Final = re.compile(r"(?:, | et | y |, et |, y | e )(?=[A-ZÀ-ÖØ-Þ])")
# What is named so is no person, whoever stands before it.
_NO_PERSON: Final = re.compile(
    r"^(?:Radio|Télévision|Televisión|Diario|Journal|Université|Universidad|Institut|Instituto|Organisation|Organización|Association|Asociación|Nations|Naciones"
    r"|Union|Unión|Front|Frente|Comité|Mouvement|Movimiento|Ligue|Liga|Conseil|Consejo|Collectif|Colectivo|Sindicato|Syndicat|État|Estado|M|Mme|Me|Sr|Sra)\b"
)


def described_persons(text: str) -> Iterator[tuple[int, int]]:
    """Yield where persons are named behind a word for what they do, first name and surname at least."""
    for role in sorted(
        [*_ROLE.finditer(text), *_SUFFERED.finditer(text), *_MEMBER.finditer(text)], key=re.Match.start
    ):
        name = None if _OF_A_BODY.search(text, 0, role.start()) else _NAME.match(text, role.end())
        while name and not _NO_PERSON.match(name[0]):
            yield name.span()
            join = _JOIN.match(text, name.end())
            name = _NAME.match(text, join.end()) if join else None
