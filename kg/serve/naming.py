"""What a user types for a thing → its IRI."""

from __future__ import annotations

from typing import Final

from werkzeug.exceptions import NotFound

from kg.serve.search import Words, folded
from kg.serve.site import Site
from kg.vocab.terms import ID

_NEAR: Final = 5


def meant(site: Site, name: str) -> str:
    """Return the IRI of the thing that a name means: an IRI, a reference of a letter, one of its names.

    Accents and case do not matter; part of a name will do when only one thing has it, or only
    one that letters name.

    Raises:
        NotFound: If nothing is called that, or several things are.
    """
    for iri in (name, ID + name):
        if site.occurrences.of(iri):
            return iri
    card = site.letter_named(name)
    if card is not None:
        return card.iri
    found = [site.listed[at] for at in site.search.things(Words.of(name))]
    wanted = folded(name.strip())
    exact = [iri for iri in found if wanted in {folded(each) for each in site.things.names(iri)}]
    if not found:
        raise NotFound(f"nothing here is called “{name}”; search for it by another name")
    near = exact or found
    in_letters = [iri for iri in near if site.occurrences.of(iri)]
    for several in (near, in_letters):
        if len(several) == 1:
            return several[0]
    named = "; ".join(thing.label for thing in site.things.many((in_letters or near)[:_NEAR]))
    raise NotFound(f"“{name}” may be several things: {named}; give one of these names in full")
