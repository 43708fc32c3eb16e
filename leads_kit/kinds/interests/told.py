"""What a table hears about its interests: what is shared, what could be traded, what surprised. Never who is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leads_kit.analysis.interests import Matter, apart, shared, trades
from leads_kit.kinds.interests.walk import Walk
from leads_kit.text import Say


def feedback(walk: Walk, say: Say) -> tuple[str, ...]:
    if not walk.matters:
        named = (say("interests.feedback.parties", parties=list(walk.parties.values())),) if walk.parties else ()
        return (*named, say("interests.feedback.nothing"), *_ideas(walk, say), *_promises(walk, say))
    return (
        say("interests.feedback.named", interests=_quotes(walk.matters, say), n=len(walk.matters)),
        *(_weighed(walk, say) if walk.weighed else [say("interests.feedback.unweighed")]),
        *_surprises(walk, say),
        *_ideas(walk, say),
        *_promises(walk, say),
    )


def _weighed(walk: Walk, say: Say) -> Iterator[str]:
    """How many are shared and how many weigh differently; where to begin; what could be given lightly; what is open."""
    yield from _shared(walk, say)
    yield from _traded(walk, say)
    left = walk.unweighed
    if left and len(walk.parties) > 1:
        yield say("interests.open", interests=_quotes(left, say), n=len(left))


def _shared(walk: Walk, say: Say) -> Iterator[str]:
    if len(walk.parties) < 2:
        yield say("interests.one_party")
        return
    if not any(len(one.weights) > 1 for one in walk.matters):
        return
    common, differing = shared(walk.matters), apart(walk.matters)
    told = [say("interests.counted", common=len(common), apart=len(differing), n=len(walk.matters))]
    if common:
        first = common[0]
        word = "all" if len(first.much) == len(walk.parties) else "some"
        told.append(say(f"interests.shared.{word}", interest=_plainly(first), parties=_names(walk, first.much)))
    else:
        told.append(say("interests.shared.none"))
    yield " ".join(told)


def _traded(walk: Walk, say: Say) -> Iterator[str]:
    """One pair that two parties could give each other; else one thing that somebody could give lightly."""
    trade = next(trades(walk.matters), None)
    if trade is not None:
        mine, theirs = walk.parties[trade.mine], walk.parties[trade.theirs]
        values = {"one": _plainly(trade.one), "other": _plainly(trade.other), "mine": mine, "theirs": theirs}
        yield say("interests.trade", **values)
        return
    alone = next(iter(apart(walk.matters)), None)
    if alone is not None:
        light = [party for party in alone.weights if party not in alone.much]
        values = {"interest": _plainly(alone), "mine": walk.parties[alone.much[0]]}
        yield say("interests.given", **values, theirs=_names(walk, light))


def _surprises(walk: Walk, say: Say) -> Iterator[str]:
    found = [one for one in walk.matters if one.surprising]
    if found:
        yield say("interests.surprising", interests=_quotes(found, say), n=len(found))


def _ideas(walk: Walk, say: Say) -> Iterator[str]:
    """Ideas said back with their cost; the first one without a cost is asked for it."""
    priced = [
        say("interests.idea.priced", idea=idea.removesuffix("."), cost=cost.removesuffix("."))
        for idea, cost in walk.ideas
        if cost
    ]
    if priced:
        yield say("interests.ideas.priced", ideas=priced, n=len(priced))
    free = [say("interests.quoted", interest=idea.removesuffix(".")) for idea, cost in walk.ideas if not cost]
    if free:
        yield say("interests.ideas.unpriced", ideas=free, n=len(free))


def _promises(walk: Walk, say: Say) -> Iterator[str]:
    if not walk.promises:
        if walk.ideas:
            yield say("interests.promises.none")
        return
    quoted = [say("interests.quoted", interest=one.removesuffix(".")) for one in walk.promises]
    told = [say("interests.promises", promises=quoted, n=len(quoted))]
    missing = len(walk.parties) - len(quoted)
    if missing > 0:
        told.append(say("interests.promises.fewer", parties=len(walk.parties), n=missing))
    yield " ".join(told)


def _quotes(matters: Iterable[Matter], say: Say) -> list[str]:
    return [say("interests.quoted", interest=_plainly(one)) for one in matters]


def _plainly(matter: Matter) -> str:
    """An interest inside a sentence, which has a stop of its own."""
    return matter.text.removesuffix(".")


def _names(walk: Walk, parties: Iterable[str]) -> list[str]:
    return [walk.parties[party] for party in parties]
