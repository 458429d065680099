"""Legal forms of companies: what stands behind the name of a company and is no part of it.

One line per form: its id and its spellings, folded, without full stops, ``&`` written as ``and``. Two
spellings of one line say the same. Forms of different countries are different lines even where lawyers
would call them cousins: "Siemens AG" and "Siemens Ltd" are two companies.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_TABLE: Final = """
ltd       ltd|limited|ltee|limitee
corp      corp|corporation
inc       inc|incorporated|incorporee
co        co|company|coy|and co|and company|et cie|cie|y cia|and cie
plc       plc|public limited company
llc       llc|limited liability company
llp       llp|limited liability partnership
lp        lp|limited partnership
ulc       ulc
pty-ltd   pty ltd|pty limited|proprietary limited|pty
pte-ltd   pte ltd|pte limited|private ltd|pte
pvt-ltd   pvt ltd|pvt limited|private limited|pvt
sdn-bhd   sdn bhd|sendirian berhad
bhd       bhd|berhad
tbk       tbk|persero tbk
ag        ag|aktiengesellschaft
gmbh      gmbh|mbh|gesellschaft mit beschrankter haftung|ges mbh|gesmbh
kg        kg|kommanditgesellschaft|gmbh and co kg|ag and co kg
kgaa      kgaa|ag and co kgaa|se and co kgaa
se        se|societas europaea
sa        sa|societe anonyme|sociedad anonima|sociedade anonima|s a
sas       sas|societe par actions simplifiee|sociedad por acciones simplificada|sasu
sarl      sarl|sa rl|s a r l|societe a responsabilite limitee
eurl      eurl
snc       snc|societe en nom collectif
sca       sca|societe en commandite par actions
saa       saa|sociedad anonima abierta
sac       sac|sociedad anonima cerrada
sau       sau|sociedad anonima unipersonal
sa-de-cv  sa de cv|sociedad anonima de capital variable
sab-de-cv sab de cv|sab|sociedad anonima bursatil de capital variable
sapi-cv   sapi de cv
srl-de-cv s de rl de cv|srl de cv
srl       srl|s de rl|societa a responsabilita limitata|sociedad de responsabilidad limitada
sl        sl|sociedad limitada
slu       slu|sociedad limitada unipersonal
eirl      eirl|empresa individual de responsabilidad limitada
sa-esp    sa esp|esp
ltda      ltda|limitada|cia ltda|compania limitada|companhia limitada
eireli    eireli
spa       spa|societa per azioni|sociedad por acciones
nv        nv|naamloze vennootschap
bv        bv|besloten vennootschap
ab        ab|aktiebolag|ab publ
as        as|aksjeselskap|aktieselskab|anonim sirketi
asa       asa|allmennaksjeselskap
aps       aps
oy        oy|osakeyhtio
oyj       oyj
sp-zoo    sp z oo|spzoo|spolka z ograniczona odpowiedzialnoscia
spolka    spolka akcyjna
sro       sro|spol s ro
doo       doo
dd        dd
ad        ad
zrt       zrt
nyrt      nyrt
kft       kft
jsc       jsc|joint stock company|ao
pjsc      pjsc|public joint stock company|pao
ojsc      ojsc|open joint stock company|oao
cjsc      cjsc|closed joint stock company|zao
ooo       ooo
kk        kk|kabushiki kaisha|kabushikigaisha|kabushiki gaisha
psc       psc|pjs
wll       wll
saog      saog|saoc
sal       sal
sae       sae
fze       fze|fz llc|fzco
"""

FORMS: Final[Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        tuple(spelling.split()): line.split(maxsplit=1)[0]
        for line in _TABLE.strip().split("\n")
        for spelling in line.split(maxsplit=1)[1].split("|")
    }
)
"""The id of each form by the words of its spelling."""

LONGEST: Final = max(len(words) for words in FORMS)

JOINED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "股份有限公司": "co-ltd-shares",
        "有限责任公司": "co-ltd",
        "有限責任公司": "co-ltd",
        "有限公司": "co-ltd",
        "株式会社": "kk",
        "주식회사": "kk",
    }
)
"""Forms of scripts without spaces, the longest first where one ends with another."""

GENERAL: Final = frozenset(
    [
        "the",
        "group",
        "groups",
        "groupe",
        "grupo",
        "gruppo",
        "gruppe",
        "holding",
        "holdings",
        "international",
        "internationale",
        "internacional",
        "global",
        "worldwide",
        "technology",
        "technologies",
        "technologie",
        "tecnologia",
        "tecnologias",
        "tech",
        "industry",
        "industries",
        "industrial",
        "industrias",
        "industrie",
        "enterprise",
        "enterprises",
        "entreprise",
        "empresa",
        "empresas",
        "company",
        "compania",
        "compagnie",
        "companhia",
        "societe",
        "sociedad",
        "sociedade",
        "corporacion",
        "corporation",
        "co",
        "pt",
        "pao",
        "oao",
        "ooo",
        "zao",
        "sia",
        "uab",
        "tov",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "el",
        "los",
        "las",
        "of",
        "y",
        "e",
        "et",
        "and",
    ]
)
"""Words that rarely tell one company from another: two names that differ only by them are put to a reader."""
