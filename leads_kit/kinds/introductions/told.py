"""What a person hears about the introductions they noted: no balance to reach, whom to thank, and the one to ask about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leads_kit.analysis.ahead import today
from leads_kit.analysis.introductions import CAME, WAYS, Introduction, both_ways, of, to_ask
from leads_kit.form import Answer
from leads_kit.kinds.introductions.ledger import read
from leads_kit.model import Exercise
from leads_kit.text import Say

Noted = Sequence[Introduction]


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    noted = read(answer)
    if not noted:
        return (say("introductions.feedback.nothing"),)
    return (
        " ".join((_counted(noted, say), *_one_way(noted, say))),
        *_both(noted, say),
        *_came(noted, say),
        *_ask(noted, say),
        *_open(noted, say),
    )


def named(one: Introduction, say: Say) -> str:
    """Who was brought together with whom, in the person's words."""
    return say("introductions.pair", who=one.who, whom=one.whom) if one.who and one.whom else one.who or one.whom


def _counted(noted: Noted, say: Say) -> str:
    counts = {way: len(of(way, noted)) for way in WAYS}
    if not any(counts.values()):
        return say("introductions.feedback.named", pairs=_quotes(noted, say), n=len(noted))
    return say("introductions.feedback.counted", **counts, n=sum(counts.values()))


def _one_way(noted: Noted, say: Say) -> Iterator[str]:
    """Given and received belong together; where one is missing, a way to it."""
    given, received = (of(way, noted) for way in WAYS)
    if given and received:
        yield say("introductions.no_balance")
    elif given or received:
        yield say("introductions.only_given" if given else "introductions.only_received")


def _both(noted: Noted, say: Say) -> Iterator[str]:
    names = both_ways(noted)
    if names:
        yield say("introductions.both", names=names, n=len(names))


def _came(noted: Noted, say: Say) -> Iterator[str]:
    """What came of them in all; and of the best one received, whether whoever made it knows."""
    counts = {came: sum(one.came == came for one in noted) for came in CAME}
    if not any(counts.values()):
        return
    told = [say("introductions.came", **counts)]
    for came in ("together", "talk"):
        known = [one for one in of("received", noted) if one.came == came and one.who]
        if known:
            told.append(say(f"introductions.thank.{came}", pair=named(known[0], say), who=known[0].who))
            break
    yield " ".join(told)


def _ask(noted: Noted, say: Say) -> Iterator[str]:
    """The oldest that nothing came of yet, and for how many days; or that the others are still fresh."""
    asked = to_ask(noted, today())
    if asked is not None:
        yield say(f"introductions.ask.{asked.way or 'given'}", pair=named(asked, say), n=asked.age(today()))
        return
    fresh = [one for one in noted if one.came == "nothing" and one.day is not None]
    if fresh:
        yield say("introductions.fresh", pairs=_quotes(fresh, say), n=len(fresh))


def _open(noted: Noted, say: Say) -> Iterator[str]:
    """Who misses the way it went or its day."""
    left = [one for one in noted if one.way is None or one.day is None]
    if left:
        yield say("introductions.open", pairs=_quotes(left, say), n=len(left))


def _quotes(noted: Iterable[Introduction], say: Say) -> list[str]:
    return [say("introductions.quoted", pair=named(one, say)) for one in noted]
