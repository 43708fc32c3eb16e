"""What a room may see: the dots of each headline, those with the most first, a tie told as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from leads_kit import charts
from leads_kit.analysis.disclosure import VERY_SIMILAR
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.vote.settings import DOTS, choices, chosen
from leads_kit.kinds.vote.told import quoted
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say, Text

# So many whole lines a wall bears; the table has them all.
DRAWN = 6
# More lines than that are not read out in a sentence.
NAMED = 4
Rank = tuple[int, list[str]]


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """For each headline how many gave it a dot, of all who gave any.

    A figure for each, so that one that everybody chose hides no other.
    """
    known = choices(exercise, exercise.supplied)
    given = [places for answer in answers if (places := chosen(known, answer))]
    if not given:
        return ()
    return tuple(
        Figure(place, (DOTS,), (sum(place in places for places in given),), len(given), multiple=True)
        for place in known
    )


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    known = choices(exercise, release.heard)
    figures = {one.id: one for one in release.figures if one.id in known}
    if not figures:
        return None
    near = [place for place in known if release.withheld.get(place) == VERY_SIMILAR]
    ranks = ranked({place: one.counts[0] for place, one in figures.items()})
    withheld = [place for place in known if place in release.withheld]
    rows = [charts.Tally(say.text(known[one]), 0, _why(release, one, say), long=True) for one in withheld]
    rows += [charts.Tally(say.text(known[one]), count, long=True) for count, places in _drawn(ranks) for one in places]
    sentence = " ".join(_told(known, max(one.n for one in figures.values()), near, ranks, say))
    table = Table(
        (say("vote.headline"), say("vote.dots")),
        tuple(
            [(say.text(known[one]), _why(release, one, say)) for one in withheld]
            + [(say.text(known[one]), say.number(count) if count else NOTHING) for count, at in ranks for one in at]
        ),
    )
    return Picture(charts.tallies(rows, say("vote.axis"), sentence), sentence, table)


def ranked(counts: Mapping[str, int]) -> list[Rank]:
    """`(dots, places)`, most first; places with as many dots stand together, in the order they came."""
    order = sorted(counts, key=lambda one: -counts[one])
    return [(count, list(places)) for count, places in groupby(order, key=lambda one: counts[one])]


def _drawn(ranks: Sequence[Rank]) -> list[Rank]:
    """Ranks that have dots, the first always, the others while there is room: a tie is never cut in two."""
    drawn: list[Rank] = []
    for count, places in ranks:
        found = sum(len(others) for _, others in drawn) + len(places)
        if not count or (drawn and found > DRAWN):
            break
        drawn.append((count, places))
    return drawn


def _told(known: Mapping[str, Text], people: int, near: Sequence[str], ranks: Sequence[Rank], say: Say) -> list[str]:
    """Who leads, with whom it is tied, what comes next, and how many have no dot."""
    dotted = [rank for rank in ranks if rank[0]]
    told = [say("vote.room", n=people)]
    if near:
        told.append(say("vote.room.near", n=len(near), headlines=_named(known, near, say)))
    for place, (count, places) in zip(("next",) if near else ("first", "next"), dotted, strict=False):
        tie = "tie" if len(places) > 1 else "one"
        told.append(say(f"vote.room.{place}_{tie}", headlines=_named(known, places, say), of=len(places), n=count))
    more = sum(len(places) for _, places in dotted) - sum(len(places) for _, places in _drawn(ranks))
    none = sum(len(places) for count, places in ranks if not count)
    told += [say("vote.room.more", n=more)] if more else []
    return [*told, *([say("vote.room.none", n=none)] if none else [])]


def _named(known: Mapping[str, Text], places: Sequence[str], say: Say) -> list[str]:
    """Headlines in a sentence, and how many more there are."""
    told = quoted([say.text(known[one]) for one in places], say)
    few = NAMED - 1
    return told if len(told) <= NAMED else [*told[:few], say("vote.others", n=len(told) - few)]


def _why(release: Release, place: str, say: Say) -> str:
    if release.withheld[place] == VERY_SIMILAR:
        return say("vote.nearly_all")
    return say(why_missing(release, place))
