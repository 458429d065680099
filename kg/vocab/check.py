"""The check of the register: what in ``ontology/`` contradicts itself, in words for those who edit it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.vocab import rules
from kg.vocab.parts import FILES, Parts, read_parts
from kg.vocab.turtle import Entry, EntryError, read_entries

# the classes whose entries each file holds
CLASSES = {
    "documents.ttl": ("spl:Document", "spl:GeneralComment", "spl:Report"),
    "errata.ttl": ("spl:Symbol",),
    "holders.ttl": ("spl:Person", "spl:Role", "spl:Tenure"),
    "instruments.ttl": ("spl:LegalInstrument",),
    "issues.ttl": ("spl:Issue",),
    "mandates.ttl": ("spl:Mandate", "spl:MandateName"),
    "offices.ttl": ("spl:OfficeInference",),
    "principles.ttl": ("spl:GuidingPrinciple",),
    "resolutions.ttl": ("spl:Resolution",),
    "sources.ttl": ("prov:Entity",),
    "states.ttl": ("spl:Country",),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the register.

    Attributes:
        file: Name of the file in ``ontology/``.
        subject: The entry as it is written there, or empty when the whole file is meant.
        code: Stable kebab-case name of the rule, such as ``unknown-mandate``.
        message: What is wrong and what to do, as one sentence that follows the subject.
    """

    file: str
    subject: str
    code: str
    message: str

    def __str__(self) -> str:
        place = f"ontology/{self.file}: {self.subject}".rstrip()
        return f"{place} {self.message}"


def check_register(folder: Path | None = None) -> tuple[Finding, ...]:
    """Return everything wrong in the register, in the order of files and entries' names.

    Args:
        folder: Where the Turtle files are; the ``ontology/`` of this installation when None.
    """
    folder = folder or resources.folder("ontology")
    faults: list[EntryError] = []
    parts = read_parts(folder, faults.append)
    findings = set(map(_not_readable, faults))
    findings.update(_spelling(parts, _vocabulary(folder)))
    for rule in rules.RULES:
        findings.update(_told(rule, parts))
    return tuple(sorted(findings))


def _told(rule: Callable[[Parts], Iterable[tuple[Entry, str]]], parts: Parts) -> Iterator[Finding]:
    code = rule.__name__.replace("_", "-")
    try:
        for entry, message in rule(parts):
            yield Finding(entry.file, entry.subject, code, message)
    except EntryError as fault:
        yield _not_readable(fault)


def _not_readable(fault: EntryError) -> Finding:
    return Finding(fault.file, fault.subject, "not-readable", fault.reason)


def _vocabulary(folder: Path) -> frozenset[str]:
    paths = sorted(folder.glob("vocabulary*.ttl"))
    return frozenset(entry.subject for path in paths for entry in read_entries(path))


def _spelling(parts: Parts, known: frozenset[str]) -> Iterator[Finding]:
    for file in FILES:
        for entry in parts.files[file]:
            yield from _of_no_class(entry)
            yield from _unknown_words(entry, known)
            yield from _wrong_languages(entry)


def _of_no_class(entry: Entry) -> Iterator[Finding]:
    classes = CLASSES[entry.file]
    if not set(entry.types()) & set(classes):
        message = f"is none of {', '.join(classes)}; give it one of these classes after “a”"
        yield Finding(entry.file, entry.subject, "of-no-class", message)


def _unknown_words(entry: Entry, known: frozenset[str]) -> Iterator[Finding]:
    for word in (*entry.values, *entry.types()):
        if word.startswith("spl:") and word not in known:
            message = f"uses {word}, which the vocabulary does not define; correct the word"
            yield Finding(entry.file, entry.subject, "unknown-word", message)


def _wrong_languages(entry: Entry) -> Iterator[Finding]:
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for name in entry.values:
        for language in entry.languages(name):
            tags[language].add(name)
    for language in sorted(tags.keys() - {"", "en", "fr", "es"}):
        names = ", ".join(sorted(tags[language]))
        message = f"has {names} in language {language!r}; use en, fr or es"
        yield Finding(entry.file, entry.subject, "wrong-language", message)
