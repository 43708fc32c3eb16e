"""Introductions given and received, as one person noted them: who stands on both sides, what came of them, whom to ask. Pure.

Giving and returning is how ties become trust, over time and seldom like for like: Gouldner 1960, The norm of reciprocity,
American Sociological Review 25:161. Counts say what was noted, and nothing of what a person is owed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leads_kit.text import folded

# After so many days an introduction of which nothing came yet may be asked about.
PATIENCE = 7
WEEK = 7
Way = Literal["given", "received"]
WAYS: tuple[Way, Way] = ("given", "received")
Came = Literal["nothing", "talk", "together"]
CAME: tuple[Came, ...] = ("nothing", "talk", "together")


@dataclass(frozen=True)
class Introduction:
    """Given: I brought `who` together with `whom`. Received: `who` brought me together with `whom`. None where not said."""

    who: str
    whom: str = ""
    way: Way | None = None
    day: dt.date | None = None
    came: Came | None = None

    def age(self, today: dt.date) -> int | None:
        """Days since; none below nought, for a day that is still to come."""
        return None if self.day is None else max(0, (today - self.day).days)


def of(way: Way, noted: Iterable[Introduction]) -> list[Introduction]:
    return [one for one in noted if one.way == way]


def both_ways(noted: Sequence[Introduction]) -> list[str]:
    """Who introduced me and was introduced by me, however the name was spelt, in the order they were noted."""
    by_me = {folded(name) for one in of("given", noted) for name in (one.who, one.whom) if name}
    names: dict[str, str] = {}
    for one in of("received", noted):
        names.setdefault(folded(one.who), one.who)
    return [name for key, name in names.items() if key in by_me]


def to_ask(noted: Iterable[Introduction], today: dt.date) -> Introduction | None:
    """The oldest of which nothing came yet, once it has had its time."""
    waiting = [one for one in noted if one.came == "nothing" and (one.age(today) or 0) >= PATIENCE]
    return max(waiting, key=lambda one: one.age(today) or 0, default=None)


def by_week(noted: Iterable[Introduction], today: dt.date, weeks: int) -> list[int]:
    """How many fell into each of the last weeks, the earliest first; the first takes all that is older."""
    counts = [0] * weeks
    for one in noted:
        age = one.age(today)
        if age is not None:
            counts[weeks - 1 - min(weeks - 1, age // WEEK)] += 1
    return counts
