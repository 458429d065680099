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


def resolutions(
    reading: Reading, mandates: Sequence[MandateUse], register: Register
) -> tuple[tuple[ResolutionUse, ...], tuple[Problem, ...]]:
    """Return the resolutions the mandates act by, and what could not be settled about them."""
    uses = _stated(reading, register)
    if not uses:
        return (), ()
    groups = {body: [use for use in uses if use.body == body] for body in ("HRC", "CHR", "GA")}
    paired: dict[int, ResolutionUse] = {}
    problems: list[Problem] = []
    for body, group in groups.items():
        found, problem = _pair(group, _partners(group, groups, mandates, body), register)
        paired.update({use.position: use for use in found})
        problems.extend(problem)
    return tuple(paired[position] for position in sorted(paired)), tuple(problems)


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


def _partners(
    group: Sequence[ResolutionUse],
    groups: dict[str, list[ResolutionUse]],
    mandates: Sequence[MandateUse],
    body: str,
) -> Sequence[MandateUse]:
    """Return the mandates a list of one body's resolutions stands beside.

    "General Assembly resolution 60/251" introduces the Council itself; it stands beside no mandate when
    the other list is complete without it.
    """
    others = sum(len(other) for name, other in groups.items() if name != body)
    if body == "GA" and others == len(mandates):
        return ()
    if others and len(group) != len(mandates) and len(group) + others == len(mandates):
        first = group[0].position - 1 if group else 0
        return mandates[first : first + len(group)]
    return mandates


def _pair(
    group: Sequence[ResolutionUse], mandates: Sequence[MandateUse], register: Register
) -> tuple[list[ResolutionUse], list[Problem]]:
    known = [_known_mandates(use, mandates, register) for use in group]
    if len(group) != len(mandates):
        settled = [_settled(use, candidates) for use, candidates in zip(group, known, strict=True)]
        return settled, _count_problem(group, mandates)
    if all(not k or mandate.id.value in k for k, mandate in zip(known, mandates, strict=True)):
        return [
            _aligned(use, mandate, bool(candidates))
            for use, mandate, candidates in zip(group, mandates, known, strict=True)
        ], []
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
) -> tuple[list[ResolutionUse], list[Problem]]:
    settled = [_settled(use, candidates) for use, candidates in zip(group, known, strict=True)]
    taken = {use.mandate.value for use in settled if use.mandate}
    free = [mandate for mandate in mandates if mandate.id.value not in taken]
    open_uses = [use for use in settled if use.mandate is None]
    if len(free) == len(open_uses) == 1:
        only = _aligned(open_uses[0], free[0], confirmed=False)
        settled = [only if use is open_uses[0] else use for use in settled]
    message = "the order of the resolutions is not that of the mandates; the pairs are those of the register"
    return settled, [Problem("order-differs", message, *_extent(group))]


def _count_problem(group: Sequence[ResolutionUse], mandates: Sequence[MandateUse]) -> list[Problem]:
    if not group or not mandates:
        return []
    message = f"{len(mandates)} mandates but {len(group)} resolutions; only the pairs the register confirms are kept"
    return [Problem("counts-differ", message, *_extent(group))]


def _extent(group: Sequence[ResolutionUse]) -> Span:
    spans = [span for use in group for span in use.number.spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
