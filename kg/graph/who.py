"""How persons, companies and organisations are named in the graph, once it is settled who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph import iris
from kg.graph.iris import Iri
from kg.model.identity import (
    ADDRESSEE,
    COMPANY,
    CONCERNED,
    HOLDER,
    ORGANISATION,
    Appearance,
    Entity,
    Identities,
)
from kg.vocab.register import Register


@dataclass(frozen=True, slots=True)
class Named:
    """A person, company or organisation in the graph.

    Attributes:
        iri: Its IRI.
        label: The name it goes by.
        names: All its names.
        known: Whether the register describes it.
    """

    iri: Iri
    label: str
    names: tuple[str, ...]
    known: bool = False


class Who:
    """The things that names in letters stand for.

    Two things that would share an IRI are told apart by the first letter that names them; those the
    register knows keep theirs.

    Args:
        register: The names of mandate holders it describes are taken.
        identities: Who is who; a name they do not hold stands for itself.
    """

    def __init__(self, register: Register, identities: Identities | None = None) -> None:
        self._register = register
        self._identities = identities or Identities()
        self._known = frozenset(held.name for held in register.holders)
        taken = {iris.person(name) for name in self._known}
        self._iris = _told_apart(self._identities.entities, taken)

    def of(self, appearance: Appearance) -> Named:
        """Return what bears the name in that letter."""
        entity = self._identities.entity(appearance)
        if entity is not None:
            return Named(self._iris[entity.appearances[0]], entity.name, entity.names, entity.known)
        if appearance.part == HOLDER:
            name = iris.canonical_name(appearance.name, self._register)
            return Named(iris.person(name), name, (appearance.name,), name in self._known)
        alone = Entity(appearance.kind, appearance.name, (appearance,))
        return Named(_plain(alone, alone.name), alone.name, alone.names)

    def bearing(self, entity: Entity) -> Iri:
        """Return the IRI of one of the entities."""
        return self._iris[entity.appearances[0]]


def _told_apart(entities: Iterable[Entity], taken: Iterable[Iri]) -> Mapping[Appearance, Iri]:
    """Return an IRI of its own for each entity, by its first appearance.

    An entity goes by its plain name when no other bears that name, be it beside a fuller one.
    """
    candidates = {entity: tuple(_candidates(entity)) for entity in entities}
    count = Counter(taken)
    for entity, several in candidates.items():
        count.update({*several, *(_plain(entity, name) for name in entity.names)})
    return {
        entity.appearances[0]: several[0]
        if entity.known
        else next((iri for iri in several if count[iri] == 1), several[-1])
        for entity, several in candidates.items()
    }


def _candidates(entity: Entity) -> Iterator[Iri]:
    """Yield IRIs an entity may have, the plainest first."""
    plain, first = _plain(entity, entity.name), entity.appearances[0]
    yield plain
    yield (beside := Iri(f"{plain}-{iris.slug(first.letter)}"))
    yield Iri(f"{beside}-{iris.short_hash(f'{first.part} {first.name}')}")


def _plain(entity: Entity, name: str) -> Iri:
    if entity.kind == COMPANY:
        return iris.company(name)
    if entity.kind == ORGANISATION:
        return iris.organisation(name)
    letters = {appearance.letter for appearance in entity.appearances}
    if (
        entity.known
        or len(letters) > 1
        or not all(_only_there(appearance) for appearance in entity.appearances)
    ):
        return iris.person(name)
    return iris.person_of(iris.letter_called(min(letters)), name)


def _only_there(appearance: Appearance) -> bool:
    """Whether a name says who it is in its letter only: persons concerned, and surnames."""
    alone = len(appearance.name.split()) == 1
    return appearance.part == CONCERNED or (appearance.part == ADDRESSEE and alone)
