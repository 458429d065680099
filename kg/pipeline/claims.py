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
    defensible = (gold.get("optional") or {}).get("claim_types", ())
    return {
        "claims": found,
        "claims.types": _joined([_types(one, other, defensible) for one, other in pairs]),
        "claims.hedges": _joined([_hedges(one, other) for one, other in pairs]),
        "claims.scope": _joined([match(_scope(one), _scope(other)) for one, other in pairs]),
    }


def _types(gold: Json, record: Json, defensible: Sequence[str]) -> Outcome:
    expected = [Item((name,), _quoted(gold, name)) for name in gold["types"]]
    expected += [Item((name,), name, required=False) for name in defensible if name not in gold["types"]]
    return match(expected, [Item((name,), _quoted(gold, name)) for name in entries(record, "types")])


def _hedges(gold: Json, record: Json) -> Outcome:
    """Match hedges: one may be a few words longer than the other ("may be", "may be forced")."""
    found: list[tuple[Item, Item]] = []
    missing: list[Item] = []
    left = [Item((folded(text),), _quoted(gold, text)) for text in entries(record, "hedges")]
    for text in gold["hedges"]:
        item = Item((folded(text),), _quoted(gold, text))
        other = next((one for one in left if _one_in_other(item, one)), None)
        if other is None:
            missing.append(item)
        else:
            left.remove(other)
            found.append((item, other))
    return Outcome(tuple(found), tuple(missing), tuple(left))


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
