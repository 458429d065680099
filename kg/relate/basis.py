"""Which resolution is the basis of which mandate.

The capacity sentence prints two lists. They are paired by position only when they are equally long, and
then each pair is compared with the register. Where the register contradicts the order but knows the right
pairs, its pairs are taken and the difference is reported. Lists of unequal length are never zipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model.mention import Mention, MentionKind
from kg.model.record import Basis, MandateUse, ResolutionUse, Said
from kg.model.text import Block, Part, Problem, Span
from kg.relate.reading import Reading, said
from kg.vocab.register import Register

_ALIGNED = frozenset({"established", "renewed"})
# What established the Council, and what it took over and rules for every mandate, stands beside none of them.
_FOR_ALL = frozenset({"60/251", "1/102", "5/1", "5/2"})


def resolutions(
    reading: Reading, mandates: Sequence[MandateUse], register: Register
) -> tuple[tuple[ResolutionUse, ...], tuple[Problem, ...]]:
    """Return the resolutions the mandates act by, and what could not be settled about them."""
    uses = _stated(reading, register)
    if not uses:
        return (), ()
    main = _main_list(uses, mandates, register)
    if main is None:
        settled = tuple(_settled(use, _known_mandates(use, mandates, register)) for use in uses)
        return settled, _count_problem(settled, mandates)
    paired, problems = _pair(main, mandates, register)
    rest = (_settled(use, _known_mandates(use, mandates, register)) for use in uses if use not in main)
    return tuple(sorted((*paired, *rest), key=lambda use: use.position)), problems


def _main_list(
    uses: Sequence[ResolutionUse], mandates: Sequence[MandateUse], register: Register
) -> Sequence[ResolutionUse] | None:
    """Return the list that stands beside the mandates: as long as theirs, and of one body.

    "General Assembly resolution 60/251" introduces the Council itself and stands beside no mandate. A list
    of several bodies' resolutions counts only when the register confirms every pair.
    """
    for body in ("HRC", "CHR", "GA"):
        group = [use for use in uses if use.body == body]
        if len(group) == len(mandates) and not _contradicted(group, uses, mandates, register):
            return group
    if len(uses) == len(mandates) and all(
        mandate.id.value in _known_mandates(use, mandates, register)
        for use, mandate in zip(uses, mandates, strict=True)
    ):
        return uses
    return None


def _contradicted(
    group: Sequence[ResolutionUse],
    uses: Sequence[ResolutionUse],
    mandates: Sequence[MandateUse],
    register: Register,
) -> bool:
    """Whether a resolution outside the group is the known basis of a mandate the group would get by place."""
    open_mandates = {
        mandate.id.value
        for use, mandate in zip(group, mandates, strict=True)
        if not _known_mandates(use, mandates, register)
    }
    return any(
        open_mandates.intersection(_known_mandates(use, mandates, register))
        for use in uses
        if use.body != group[0].body
    )


def _stated(reading: Reading, register: Register) -> list[ResolutionUse]:
    found: dict[str, ResolutionUse] = {}
    for block, mention in _by_which_they_act(reading):
        body = mention.get("body") or _known_body(mention.value, register)
        if body and mention.value not in found:
            number = said(block, mention.start, mention.end, mention.value)
            found[mention.value] = ResolutionUse(number, body, position=len(found) + 1)
    return list(found.values())


def _by_which_they_act(reading: Reading) -> list[tuple[Block, Mention]]:
    if reading.letter.kind != "communication":
        return []
    return list(reading.of(MentionKind.RESOLUTION, Part.CAPACITY))


def _known_body(number: str, register: Register) -> str:
    """Return the body of a number printed without one, if only one body adopted a mandate under it."""
    bodies = [body for body in ("HRC", "CHR", "GA") if register.resolution(body, number)]
    return bodies[0] if bodies else "HRC"


def _pair(
    group: Sequence[ResolutionUse], mandates: Sequence[MandateUse], register: Register
) -> tuple[list[ResolutionUse], tuple[Problem, ...]]:
    known = [_known_mandates(use, mandates, register) for use in group]
    if all(not k or mandate.id.value in k for k, mandate in zip(known, mandates, strict=True)):
        return [
            _aligned(use, mandate, bool(candidates))
            for use, mandate, candidates in zip(group, mandates, known, strict=True)
        ], ()
    return _by_register(group, mandates, known)


def _known_mandates(
    use: ResolutionUse, mandates: Sequence[MandateUse], register: Register
) -> tuple[str, ...]:
    """Return those of the letter's mandates that the register links with the resolution."""
    entry = register.resolution(use.body, use.number.value)
    if entry is None:
        return ()
    linked = {identifier for identifier, action in entry.mandates if action in _ALIGNED}
    linked = linked or {identifier for identifier, _ in entry.mandates}
    return tuple(mandate.id.value for mandate in mandates if mandate.id.value in linked)


def _aligned(use: ResolutionUse, mandate: MandateUse, confirmed: bool) -> ResolutionUse:  # noqa: FBT001
    spans = (*(mandate.capacity or mandate.heading), *use.number.spans)
    return replace(
        use, mandate=Said(mandate.id.value, spans, Basis.ALIGNED), confirmed=True if confirmed else None
    )


def _settled(use: ResolutionUse, candidates: Sequence[str]) -> ResolutionUse:
    if len(candidates) != 1:
        return use
    return replace(use, mandate=Said(candidates[0], use.number.spans, Basis.REGISTER), confirmed=True)


def _by_register(
    group: Sequence[ResolutionUse], mandates: Sequence[MandateUse], known: Sequence[Sequence[str]]
) -> tuple[list[ResolutionUse], tuple[Problem, ...]]:
    settled = [_settled(use, candidates) for use, candidates in zip(group, known, strict=True)]
    taken = {use.mandate.value for use in settled if use.mandate}
    free = [mandate for mandate in mandates if mandate.id.value not in taken]
    open_uses = [use for use in settled if use.mandate is None]
    if len(free) == len(open_uses) == 1:
        only = _aligned(open_uses[0], free[0], confirmed=False)
        settled = [only if use is open_uses[0] else use for use in settled]
    message = "the order of the resolutions is not that of the mandates; the pairs are those of the register"
    return settled, (Problem("order-differs", message, *_extent(group)),)


def _count_problem(group: Sequence[ResolutionUse], mandates: Sequence[MandateUse]) -> tuple[Problem, ...]:
    beside = [use for use in group if use.number.value not in _FOR_ALL]
    paired = {use.mandate.value for use in beside if use.mandate}
    every_one = all(use.mandate for use in beside) and paired == {mandate.id.value for mandate in mandates}
    if not mandates or not beside or every_one:  # a mandate may cite the resolutions that made and renewed it
        return ()
    message = f"{len(mandates)} mandates but {len(group)} resolutions; only the pairs the register confirms are kept"
    return (Problem("counts-differ", message, *_extent(group)),)


def _extent(group: Sequence[ResolutionUse]) -> Span:
    spans = [span for use in group for span in use.number.spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
