"""Claims of a record against claims of gold: the sentences, then issues, hedges and scope of those found."""

from __future__ import annotations

from collections.abc import Sequence

from kg.pipeline.fields import Json, entries, sentences
from kg.pipeline.matching import Item, Outcome, folded, match, match_sentences


def judge_claims(gold: Json, record: Json) -> dict[str, Outcome]:
    """Compare claims sentence by sentence.

    Returns:
        Outcomes by field name: ``claims`` for the sentences themselves, and for the sentences found on both
        sides ``claims.types``, ``claims.hedges`` (the same where one holds the other) and ``claims.scope``.
    """
    found = match_sentences(sentences(gold, "claims"), sentences(record, "claims"))
    pairs = [
        (entries(gold, "claims")[int(str(one.key[0]))], entries(record, "claims")[int(str(other.key[0]))])
        for one, other in found.found
    ]
    optional = gold.get("optional") or {}
    return {
        "claims": found,
        "claims.types": _joined(
            [_types(one, other, optional.get("claim_types", ())) for one, other in pairs]
        ),
        "claims.hedges": _joined(
            [_hedges(one, other, optional.get("claim_hedges", ())) for one, other in pairs]
        ),
        "claims.scope": _joined([match(_scope(one), _scope(other)) for one, other in pairs]),
    }


def _types(gold: Json, record: Json, defensible: Sequence[str]) -> Outcome:
    """Match issues: ``liberty|arbitrary-detention`` expects one of the two, and both are right."""
    named = {name for names in gold["types"] for name in names.split("|")}
    expected = [_issue(gold, *names.split("|")) for names in gold["types"]]
    expected += [Item((name,), name, required=False) for name in [*sorted(named), *defensible]]
    return match(expected, [_issue(gold, name) for name in entries(record, "types")])


def _issue(claim: Json, *names: str) -> Item:
    return Item((names[0],), _quoted(claim, " or ".join(names)), frozenset((name,) for name in names[1:]))


def _hedges(gold: Json, record: Json, defensible: Sequence[str]) -> Outcome:
    """Match hedges: one may be a few words longer than the other ("may be", "may be forced")."""
    found: list[tuple[Item, Item]] = []
    missing: list[Item] = []
    left = [_hedge(gold, text) for text in entries(record, "hedges")]
    for item in [_hedge(gold, text) for text in gold["hedges"]]:
        other = next((one for one in left if _one_in_other(item, one)), None)
        if other is None:
            missing.append(item)
        else:
            left.remove(other)
            found.append((item, other))
    extra = [one for one in left if not any(_one_in_other(_hedge(gold, text), one) for text in defensible)]
    return Outcome(tuple(found), tuple(missing), tuple(extra))


def _hedge(claim: Json, text: str) -> Item:
    return Item((folded(text),), _quoted(claim, text))


def _one_in_other(one: Item, other: Item) -> bool:
    short, long = sorted((str(one.key[0]), str(other.key[0])), key=len)
    return f" {short} " in f" {long} "


def _scope(claim: Json) -> list[Item]:
    scope = claim.get("scope")
    return [Item((folded(scope).rstrip(" :"),), _quoted(claim, scope))] if scope else []


def _quoted(claim: Json, what: str) -> str:
    return f"{what} in “{claim['text'][:60]}…”"


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    return Outcome(
        tuple(pair for outcome in outcomes for pair in outcome.found),
        tuple(item for outcome in outcomes for item in outcome.missing),
        tuple(item for outcome in outcomes for item in outcome.extra),
    )
