"""The rules of the register: each looks at its parts and tells, entry by entry, what contradicts what.

A rule is a function of the parts that yields an entry and a sentence about it. Its name, with hyphens, is
the code of the finding. ``RULES`` lists them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

from kg.vocab.entries import LANGUAGES
from kg.vocab.parts import Pairs, Parts, of_type
from kg.vocab.register import Mandate, Name, ResolutionEntry
from kg.vocab.turtle import DATA, Entry

Told = Iterator[tuple[Entry, str]]
Rule = Callable[[Parts], Told]
V = TypeVar("V")

MANDATE_STATUS = ("active", "dormant", "ended", "merged")
RESOLUTION_STATUS = ("verified", "verified-number")
TENURE_STATUS = ("verified", "gk", "gk-uncertain")
ISSUING_BODY = {"HRC": "A/HRC/", "GA": "A/RES/", "CHR": "E/CN.4/"}
DOCUMENT_KINDS = ("general-comment", "principles", "report")
PILLARS = {"I": range(1, 11), "II": range(11, 25), "III": range(25, 32)}

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"(?:PRST/)?(?:S-)?[0-9]+/[0-9]+(?: [A-Z])?|[0-9]+ \([IVXL]+\)")


def folded(text: str) -> str:
    """Return ``text`` as names are compared: no case, one kind of apostrophe, single spaces."""
    return " ".join(text.casefold().replace("'", "’").split())


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", folded(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _one_of(value: str, choices: Iterable[str]) -> str:
    return f"{value!r}; write one of {', '.join(choices)}"


def _shared(pairs: Pairs[V], key: Callable[[V], Hashable]) -> Iterator[tuple[Entry, str]]:
    first: dict[Hashable, Entry] = {}
    for entry, value in pairs:
        other = first.setdefault(key(value), entry)
        if other is not entry:
            yield entry, other.subject


def repeated_key(parts: Parts) -> Told:
    """No two entries have the same symbol, code or number."""
    told = [
        *_shared(parts.resolutions, lambda found: found.symbol),
        *_shared(parts.resolutions, lambda found: (found.body, found.number)),
        *_shared(parts.states, lambda found: found.iso3),
        *_shared(parts.states, lambda found: found.iso2),
        *_shared(parts.principles, lambda found: found.number),
        *_shared(parts.documents, lambda found: found.symbol),
        *_shared(parts.errata, lambda found: found.symbol),
    ]
    for entry, other in told:
        yield entry, f"has the same symbol, code or number as {other}; correct or remove one of the two"


def mandate_status(parts: Parts) -> Told:
    """A mandate is active, dormant, ended or merged."""
    for entry, mandate in parts.mandates:
        if mandate.status not in MANDATE_STATUS:
            yield entry, f"has spl:status {_one_of(mandate.status, MANDATE_STATUS)}"


def mandate_country(parts: Parts) -> Told:
    """A country mandate names its State; a thematic one does not."""
    for entry, mandate in parts.mandates:
        if mandate.scope == "country" and not mandate.country:
            yield entry, "is a spl:CountryMandate without spl:country; add the State, as m49:…"
        if mandate.scope == "thematic" and mandate.country:
            yield entry, "has a spl:country but is no spl:CountryMandate; make it one or remove the State"


def id_of_another_mandate(parts: Parts) -> Told:
    """An alternative id is not the id of another mandate."""
    ids = Counter(mandate.id for _, mandate in parts.mandates)
    ids.update(other for _, mandate in parts.mandates for other in set(mandate.alt_ids))
    for entry, mandate in parts.mandates:
        for other in mandate.alt_ids:
            if ids[other] > 1:
                yield entry, f"has spl:altId {other!r}, which another mandate has; remove one of the two"


def name_of_unknown_mandate(parts: Parts) -> Told:
    """A name belongs to a mandate that has a block."""
    known = {mandate.id for _, mandate in parts.mandates}
    for entry, (mandate_id, _) in parts.names:
        if mandate_id not in known:
            yield entry, f"is a name of mandate:{mandate_id}, which has no block; correct spl:nameOf"


def ambiguous_mandate_name(parts: Parts) -> Told:
    """In one language and year, a name belongs to one mandate of its kind."""
    users: defaultdict[tuple[str, str, str], list[tuple[Entry, Mandate, Name]]] = defaultdict(list)
    for entry, mandate in parts.mandates:
        for name in mandate.names:
            users[mandate.kind, name.language, folded(name.text)].append((entry, mandate, name))
    for found in users.values():
        for (_, mandate, name), (entry, other, same) in combinations(found, 2):
            if mandate.id != other.id and _overlap(name, same):
                message = f"shares the name {same.text!r} with mandate:{mandate.id} in the same years"
                yield entry, f"{message}; remove it from one of them, or give both names their years"


def _overlap(one: Name, other: Name) -> bool:
    return (one.since or "0") <= (other.until or "9") and (other.since or "0") <= (one.until or "9")


def wrong_years(parts: Parts) -> Told:
    """The years of a name are years, and in order."""
    for entry, (_, name) in parts.names:
        yield from _period(entry, name.since, name.until, _YEAR, "a year such as 2015")
    for entry, mandate in parts.mandates:
        since = mandate.names[0].since
        if since and not _YEAR.fullmatch(since):
            yield entry, f"has spl:titleSince {since!r}; write a year such as 2015"


def wrong_date(parts: Parts) -> Told:
    """Dates are ISO dates, as exact as they are known, and in order."""
    form = "2016, 2016-11 or 2016-11-01"
    for entry, holder in parts.holders:
        yield from _period(entry, holder.since, holder.until, _DATE, form)
    for entry, resolution in parts.resolutions:
        if not _DATE.fullmatch(resolution.adopted):
            yield entry, f"has spl:adopted {resolution.adopted!r}; write {form}"
    for entry, office in parts.offices:
        if not _DATE.fullmatch(office.date):
            yield entry, f"has spl:asOf {office.date!r}; write {form}"
    for entry, instrument in parts.instruments:
        if not _YEAR.fullmatch(instrument.year):
            yield entry, f"has spl:year {instrument.year!r}; write a year such as 1966"


def _period(entry: Entry, since: str, until: str, form: re.Pattern[str], example: str) -> Told:
    for name, date in (("spl:validFrom", since), ("spl:validTo", until)):
        if date and not form.fullmatch(date):
            yield entry, f"has {name} {date!r}; write {example}"
    shared = min(len(since), len(until))
    if since and until and since[:shared] > until[:shared]:
        yield entry, f"ends ({until}) before it begins ({since}); correct spl:validFrom or spl:validTo"


def symbol_and_name_differ(parts: Parts) -> Told:
    """The name of a resolution, document or symbol is its symbol with hyphens for slashes and spaces."""
    kinds = (("resolution", parts.resolutions), ("document", parts.documents), ("symbol", parts.errata))
    for kind, pairs in kinds:
        for entry, value in pairs:
            if entry.iri != f"{DATA}{kind}/{_hyphened(value.symbol)}":
                name = f"{kind}:{_hyphened(value.symbol)}"
                yield entry, f"has the symbol {value.symbol!r}; correct the symbol, or call the entry {name}"


def _hyphened(symbol: str) -> str:
    return symbol.replace("/", "-").replace(" ", "-")


def number_and_symbol_differ(parts: Parts) -> Told:
    """The number and the body of a resolution are those of its symbol."""
    for entry, resolution in parts.resolutions:
        if resolution.body not in ISSUING_BODY:
            yield entry, f"has spl:body {_one_of(resolution.body, ISSUING_BODY)}"
        elif not resolution.symbol.startswith(ISSUING_BODY[resolution.body]):
            yield entry, f"has the symbol {resolution.symbol!r}, which is not of {resolution.body}"
        if not _NUMBER.fullmatch(resolution.number):
            yield entry, f"has spl:number {resolution.number!r}; write it as in 44/15, 2003/43 or S-39/1"
        elif not _ends_with_number(resolution):
            yield entry, f"has the number {resolution.number!r} but the symbol {resolution.symbol!r}"


def _ends_with_number(resolution: ResolutionEntry) -> bool:
    return resolution.symbol.endswith("/" + resolution.number.replace(" ", ""))


def resolution_of_unknown_mandate(parts: Parts) -> Told:
    """A resolution is about mandates that have a block, and about one at least."""
    known = {mandate.id for _, mandate in parts.mandates}
    for entry, resolution in parts.resolutions:
        if not resolution.mandates:
            yield entry, "names no mandate; add spl:establishes, spl:renews or spl:concerns"
        for mandate_id, _ in resolution.mandates:
            if mandate_id not in known:
                yield entry, f"names mandate:{mandate_id}, which is not in mandates.ttl; correct the id"


def resolution_status(parts: Parts) -> Told:
    """A resolution says how far it was verified."""
    for entry, resolution in parts.resolutions:
        if resolution.mandates and entry.text("spl:status", "") not in RESOLUTION_STATUS:
            yield entry, f"has spl:status {_one_of(entry.text('spl:status', ''), RESOLUTION_STATUS)}"


def mandate_without_founding_act(parts: Parts) -> Told:
    """Exactly one resolution establishes a mandate."""
    acts = Counter(
        mandate_id
        for _, resolution in parts.resolutions
        for mandate_id, action in resolution.mandates
        if action == "established"
    )
    for entry, mandate in parts.mandates:
        if acts[mandate.id] != 1:
            yield entry, f"is established by {acts[mandate.id]} resolutions of resolutions.ttl; it needs one"


def tenure_of_unknown_mandate(parts: Parts) -> Told:
    """A tenure is of a mandate that has a block, and says how far it was verified."""
    known = {mandate.id for _, mandate in parts.mandates}
    for entry, holder in parts.holders:
        if holder.mandate not in known:
            yield entry, f"names mandate:{holder.mandate}, which is not in mandates.ttl; correct the id"
        if holder.status not in TENURE_STATUS:
            yield entry, f"has spl:status {_one_of(holder.status, TENURE_STATUS)}"


def name_of_two_persons(parts: Parts) -> Told:
    """No two persons are spelt the same."""
    first: dict[str, Entry] = {}
    for entry in of_type(parts.files["holders.ttl"], "spl:Person"):
        spellings = [text for text, _ in entry.texts("rdfs:label") + entry.texts("skos:altLabel")]
        for spelling in spellings:
            other = first.setdefault(folded(spelling), entry)
            if other is not entry:
                yield entry, f"is also called {spelling!r}, as {other.subject} is; make them one person"


def ambiguous_state_name(parts: Parts) -> Told:
    """A name belongs to one State, whatever the language, the case and the accents."""
    first: dict[str, tuple[Entry, str]] = {}
    for entry, state in parts.states:
        for name in state.names:
            other, iso3 = first.setdefault(_plain(name.text), (entry, state.iso3))
            if iso3 != state.iso3:
                yield entry, f"is also called {name.text!r}, as {other.subject} is; leave it to one of them"


def wrong_state_code(parts: Parts) -> Told:
    """State codes have the form ISO 3166 gives them."""
    for entry, state in parts.states:
        for name, code, length in (("spl:iso3", state.iso3, 3), ("spl:iso2", state.iso2, 2)):
            if not re.fullmatch(rf"[A-Z]{{{length}}}", code):
                yield entry, f"has {name} {code!r}; write {length} capital letters"


def wrong_principle(parts: Parts) -> Told:
    """The principles are 1 to 31, each under its own name, pillar and level."""
    for entry, principle in parts.principles:
        number = principle.number
        if number not in range(1, 32):
            yield entry, f"has spl:number {number}; there are principles 1 to 31"
        elif number not in PILLARS.get(principle.pillar, ()):
            yield entry, f"has spl:pillar {principle.pillar!r}; 1–10 are in I, 11–24 in II, 25–31 in III"
        if entry.iri != f"{DATA}ungp/{number}":
            yield entry, f"has spl:number {number}; call the entry ungp:{number} or correct the number"
        if principle.level not in {"foundational", "operational"}:
            yield entry, "has a spl:level that is neither spl:foundational nor spl:operational"


def ambiguous_instrument_name(parts: Parts) -> Told:
    """A name that stands alone belongs to one instrument."""
    first: dict[str, Entry] = {}
    for entry, instrument in parts.instruments:
        for name in instrument.names:
            key = name.text if name.note == "abbreviation" else folded(name.text)
            other = entry if name.note == "in context" else first.setdefault(key, entry)
            if other is not entry:
                yield entry, f"is also called {name.text!r}, as {other.subject} is; leave it to one of them"


def wrong_issue(parts: Parts) -> Told:
    """An issue is under an issue that exists, not under itself, and has triggers in each language."""
    broader = {issue.id: issue.broader for _, issue in parts.issues}
    for entry, issue in parts.issues:
        if issue.broader and issue.broader not in broader:
            yield entry, f"is under issue:{issue.broader}, which does not exist; correct skos:broader"
        if issue.id in _above(issue.id, broader):
            yield entry, "is under itself; correct skos:broader"
        for language in LANGUAGES:
            if not any(trigger.language == language for trigger in issue.triggers):
                yield entry, f"has no spl:trigger in {language!r}; add one"


def _above(issue: str, broader: dict[str, str]) -> set[str]:
    found: set[str] = set()
    while (issue := broader.get(issue, "")) and issue not in found:
        found.add(issue)
    return found


def wrong_document(parts: Parts) -> Told:
    """A report names a known mandate, a general comment its committee and number."""
    known = {mandate.id for _, mandate in parts.mandates}
    for entry, document in parts.documents:
        if document.kind not in DOCUMENT_KINDS:
            yield entry, f"has spl:documentKind {_one_of(document.kind, DOCUMENT_KINDS)}"
        if document.mandate and document.mandate not in known:
            yield entry, f"names mandate:{document.mandate}, which is not in mandates.ttl; correct the id"
        if document.kind == "general-comment" and not (document.committee and document.number):
            yield entry, "is a general comment; add spl:committee and spl:number"
        if document.recipient not in {"", "GA", "HRC"}:
            yield entry, f"has spl:recipient {_one_of(document.recipient, ('GA', 'HRC'))}"


def repeated_general_comment(parts: Parts) -> Told:
    """No two documents are the same general comment."""
    comments = [(entry, value) for entry, value in parts.documents if value.kind == "general-comment"]
    for entry, other in _shared(comments, lambda found: (found.committee, found.number)):
        yield entry, f"has the committee and number of {other}; correct one of the two"


def correct_symbol_called_wrong(parts: Parts) -> Told:
    """A symbol listed as misprinted is not the symbol of something that exists."""
    symbols = {value.symbol for _, value in parts.resolutions} | {
        value.symbol for _, value in parts.documents
    }
    for entry, erratum in parts.errata:
        if erratum.symbol in symbols:
            yield entry, f"calls {erratum.symbol!r} a misprint, but the register has it; remove one"


def office_without_source(parts: Parts) -> Told:
    """An office has an address on the web as its source."""
    for entry, office in parts.offices:
        if not all(source.startswith(("https://", "http://")) for source in office.source.split()):
            yield entry, "has a prov:hadPrimarySource that is no web address; write <https://…>"


def unknown_source_key(parts: Parts) -> Told:
    """A short source key is explained in sources.ttl."""
    keys = {entry.text("spl:sourceKey", "") for entry in parts.files["sources.ttl"]}
    for entries in parts.files.values():
        for entry in entries:
            for source, _ in entry.texts("spl:source") + entry.texts("spl:titleSource"):
                key = source.partition(":")[0]
                if re.fullmatch(r"[a-z-]+", key) and key not in {*keys, "http", "https"}:
                    yield entry, f"has the source {source!r}; explain the key {key!r} in sources.ttl"


RULES: tuple[Rule, ...] = (
    repeated_key,
    mandate_status,
    mandate_country,
    id_of_another_mandate,
    name_of_unknown_mandate,
    ambiguous_mandate_name,
    wrong_years,
    wrong_date,
    symbol_and_name_differ,
    number_and_symbol_differ,
    resolution_of_unknown_mandate,
    resolution_status,
    mandate_without_founding_act,
    tenure_of_unknown_mandate,
    name_of_two_persons,
    ambiguous_state_name,
    wrong_state_code,
    wrong_principle,
    ambiguous_instrument_name,
    wrong_issue,
    wrong_document,
    repeated_general_comment,
    correct_symbol_called_wrong,
    office_without_source,
    unknown_source_key,
)
