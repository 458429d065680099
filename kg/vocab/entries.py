"""Entries of the Turtle files turned into the values of ``kg.vocab.register``, one function per kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.vocab.register import (
    Erratum,
    Holder,
    Instrument,
    Issue,
    Mandate,
    Name,
    Office,
    Principle,
    ResolutionEntry,
    State,
    UnDocument,
)
from kg.vocab.turtle import M49, Entry

LANGUAGES = ("en", "fr", "es")
ACTIONS = {"spl:establishes": "established", "spl:renews": "renewed", "spl:concerns": "other"}
MANDATE_KINDS = ("spl:WorkingGroup", "spl:SpecialRapporteur", "spl:IndependentExpert")


def labels(entry: Entry, name: str = "skos:prefLabel") -> dict[str, str]:
    """Return the label of each language.

    Raises:
        OntologyError: If English, French or Spanish is missing.
    """
    found = entry.by_language(name)
    missing = [language for language in LANGUAGES if language not in found]
    if missing:
        raise entry.fault(f'has no {name} in {missing[0]!r}; add {name} "…"@{missing[0]}')
    return {language: found[language] for language in LANGUAGES}


def _names(entry: Entry, name: str, note: str) -> list[Name]:
    return [Name(text, language, note=note) for text, language in entry.texts(name)]


def _sorted(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda name: (_rank(name.language), name.text, name.since, name.until)))


def _rank(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)


def mandate_name(entry: Entry) -> tuple[str, Name]:
    """Return the mandate a name belongs to, and the name."""
    found = entry.texts("rdfs:label")
    if len(found) != 1 or found[0][1] not in LANGUAGES:
        raise entry.fault('needs exactly one rdfs:label with a language, "…"@en')
    text, language = found[0]
    since, until = entry.text("spl:validFrom", ""), entry.text("spl:validTo", "")
    name = Name(text, language, since, until, entry.text("spl:note", ""))
    return entry.link("spl:nameOf", "mandate"), name


def mandate(entry: Entry, names: Iterable[Name], iso3: Mapping[str, str]) -> Mandate:
    """Return a mandate.

    Args:
        entry: Its block in the file.
        names: Its names besides the official titles.
        iso3: ISO alpha-3 codes of States by their IRIs.
    """
    types = entry.types()
    kinds = [kind for kind in MANDATE_KINDS if kind in types]
    if len(kinds) != 1:
        raise entry.fault(f"must be exactly one of {', '.join(MANDATE_KINDS)}")
    titles = labels(entry)
    since = entry.text("spl:titleSince", "")
    official = [Name(text, language, since, note="official title") for language, text in titles.items()]
    return Mandate(
        id=entry.id("mandate"),
        kind=kinds[0].removeprefix("spl:"),
        scope="country" if "spl:CountryMandate" in types else "thematic",
        country=_country(entry, iso3),
        labels=titles,
        short=entry.text("spl:shortName"),
        names=tuple(official) + _sorted(names),
        status=entry.text("spl:status"),
        alt_ids=tuple(sorted(text for text, _ in entry.texts("spl:altId"))),
    )


def _country(entry: Entry, iso3: Mapping[str, str]) -> str:
    found = entry.iris("spl:country")
    if not found:
        return ""
    if len(found) > 1 or found[0] not in iso3:
        raise entry.fault("has a spl:country that is not one State of states.ttl; write its m49:… name")
    return iso3[found[0]]


def resolution(entry: Entry) -> ResolutionEntry:
    """Return a resolution with the mandates it establishes, renews or concerns."""
    mandates = [
        (mandate_id, action)
        for name, action in ACTIONS.items()
        for mandate_id in entry.links(name, "mandate")
    ]
    return ResolutionEntry(
        symbol=entry.text("spl:symbol"),
        number=entry.text("spl:number"),
        body=entry.text("spl:body"),
        adopted=entry.text("spl:adopted", ""),
        mandates=tuple(sorted(mandates)),
    )


def holder(entry: Entry, people: Mapping[str, Entry], roles: Mapping[str, str]) -> Holder:
    """Return one tenure.

    Args:
        entry: Its line in the file.
        people: The blocks of the persons, by id.
        roles: The English labels of the roles, by id.
    """
    person, role = entry.link("org:member", "person"), entry.link("org:role", "role")
    if person not in people:
        raise entry.fault(f"names person:{person}, who has no block; add one")
    if role not in roles:
        raise entry.fault(f"names role:{role}, which has no line; add one")
    return Holder(
        mandate=entry.link("org:organization", "mandate"),
        name=people[person].text("rdfs:label"),
        variants=tuple(sorted(text for text, _ in people[person].texts("skos:altLabel"))),
        role=roles[role],
        since=entry.text("spl:validFrom", ""),
        until=entry.text("spl:validTo", ""),
        status=entry.text("spl:status"),
    )


def state(entry: Entry) -> State:
    """Return a State or area with its short names, formal names and aliases."""
    code = entry.text("spl:m49")
    if entry.iri != M49 + code:
        raise entry.fault(f"says spl:m49 {code!r}; code and name must be the same number")
    short = labels(entry)
    names = [Name(text, language, note="short") for language, text in short.items()]
    names += _names(entry, "spl:formalName", "formal") + _names(entry, "skos:altLabel", "alias")
    return State(
        iso3=entry.text("spl:iso3"),
        iso2=entry.text("spl:iso2"),
        m49=code,
        label=short["en"],
        names=tuple(names),
        adjectives=tuple(_names(entry, "spl:adjective", "adjective")),
        independent=entry.flag("spl:independent"),
    )


def principle(entry: Entry) -> Principle:
    """Return a Guiding Principle."""
    level = [iri.rpartition("#")[2] for iri in entry.iris("spl:level")]
    if len(level) != 1:
        raise entry.fault("needs exactly one spl:level, spl:foundational or spl:operational")
    return Principle(
        number=entry.integer("spl:number"),
        pillar=entry.text("spl:pillar"),
        level=level[0],
        heading=labels(entry, "spl:description")["en"],
        addressee=entry.text("spl:addressee"),
        wording=entry.by_language("spl:wording"),
    )


def instrument(entry: Entry) -> Instrument:
    """Return an instrument with its titles, abbreviations and aliases."""
    titles = labels(entry)
    names = [Name(text, language, note="official title") for language, text in titles.items()]
    names += [Name(text, "", note="abbreviation") for text, _ in entry.texts("spl:abbreviation")]
    names += _names(entry, "skos:altLabel", "alias")
    names += _names(entry, "spl:contextualName", "in context")
    symbols = [text for text, _ in entry.texts("spl:symbol")]
    return Instrument(
        id=entry.id("instrument"),
        label=titles["en"],
        short=entry.text("spl:shortName", titles["en"]),
        type=entry.text("spl:instrumentType"),
        symbol=symbols[0] if symbols else "",
        year=entry.text("spl:year"),
        names=tuple(names),
        provisions=entry.integer("spl:provisions", 0),
    )


def issue(entry: Entry) -> Issue:
    """Return a kind of alleged abuse with the words that speak of it."""
    broader = entry.links("skos:broader", "issue")
    return Issue(
        id=entry.id("issue"),
        broader=broader[0] if broader else "",
        labels=labels(entry),
        triggers=_sorted(_names(entry, "spl:trigger", "trigger")),
    )


def document(entry: Entry) -> UnDocument:
    """Return a UN document known by its symbol."""
    mandates = entry.links("spl:reportOf", "mandate")
    return UnDocument(
        symbol=entry.text("spl:symbol"),
        title=entry.by_language("rdfs:label").get("en", ""),
        kind=entry.text("spl:documentKind"),
        year=entry.integer("spl:year"),
        mandate=mandates[0] if mandates else "",
        recipient=entry.text("spl:recipient", ""),
        committee=entry.text("spl:committee", ""),
        number=entry.text("spl:number", ""),
    )


def erratum(entry: Entry, symbols: Mapping[str, str]) -> Erratum:
    """Return a symbol that is printed wrongly, with the one presumably meant.

    Args:
        entry: Its block in the file.
        symbols: The symbols of resolutions and documents, by their IRIs.
    """
    targets = entry.iris("spl:presumedTarget")
    if len(targets) != 1 or targets[0] not in symbols:
        raise entry.fault("needs one spl:presumedTarget that stands in resolutions.ttl or documents.ttl")
    return Erratum(
        symbol=entry.text("spl:symbolAsWritten"),
        presumed=symbols[targets[0]],
        note=entry.text("spl:editorialNote"),
    )


def office(entry: Entry) -> Office:
    """Return a curated office of an addressee, with its source and date."""
    sources = entry.iris("prov:hadPrimarySource")
    if not sources:
        raise entry.fault("has no prov:hadPrimarySource; an office without a source may not stand here")
    return Office(
        person=entry.text("spl:personName"),
        company=entry.text("spl:companyName"),
        office=entry.text("spl:officeTitle"),
        date=entry.text("spl:asOf"),
        source=" ".join(sorted(sources)),
        note=entry.text("spl:editorialNote", ""),
    )
