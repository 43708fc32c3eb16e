"""What several people can do together: which capacities they cover, which partner adds most, and what nobody has. Pure.

Partners are picked greedily by what each adds to those before. For a number of partners the greedy choice covers at least
1 − 1/e of what the best choice would: Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# From this mark on somebody has a capacity: 0 nothing, 1 a little, 2 well, 3 could teach it.
HAS = 2
Marks = Mapping[str, int]


@dataclass(frozen=True)
class Pick:
    """A partner in the order of picking: what they add to those before, and who would have added as many in their place."""

    partner: str
    adds: tuple[str, ...]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cover:
    """Capacities by id, in the order they were named; `unmarked` ones are neither had nor missing.

    `alone` is what I have, `missing` what somebody marked and nobody has, `single` what only one of all has. `repeats` are
    partners who have something, all of which I have too.
    """

    alone: tuple[str, ...]
    picks: tuple[Pick, ...]
    missing: tuple[str, ...]
    unmarked: tuple[str, ...]
    single: tuple[str, ...]
    repeats: tuple[str, ...]

    @property
    def covered(self) -> tuple[str, ...]:
        """All that I and the picked partners have together, mine first."""
        return (*self.alone, *(one for pick in self.picks for one in pick.adds))


def cover(capacities: Sequence[str], mine: Marks, partners: Mapping[str, Marks]) -> Cover:
    """Marks by capacity id; one left out is not known. Of partners who add as many, the one named first is picked."""
    alone, theirs = has(capacities, mine), {id: has(capacities, marks) for id, marks in partners.items()}
    everybody = [alone, *theirs.values()]
    holders = {one: sum(one in held for held in everybody) for one in capacities}
    marked = {one for marks in (mine, *partners.values()) for one in marks}
    return Cover(
        alone=alone,
        picks=_picked(alone, theirs),
        missing=tuple(one for one in capacities if one in marked and not holders[one]),
        unmarked=tuple(one for one in capacities if one not in marked),
        single=tuple(one for one in capacities if holders[one] == 1),
        repeats=tuple(id for id, held in theirs.items() if held and set(held) <= set(alone)),
    )


def has(capacities: Sequence[str], marks: Marks) -> tuple[str, ...]:
    """The capacities that somebody has."""
    return tuple(one for one in capacities if marks.get(one, 0) >= HAS)


def _picked(alone: Sequence[str], theirs: Mapping[str, Sequence[str]]) -> tuple[Pick, ...]:
    covered, picks, left = set(alone), list[Pick](), dict(theirs)
    while True:
        gains = {id: tuple(one for one in held if one not in covered) for id, held in left.items()}
        most = max((len(gain) for gain in gains.values()), default=0)
        if not most:
            return tuple(picks)
        first, *alike = (id for id, gain in gains.items() if len(gain) == most)
        picks.append(Pick(first, gains[first], tuple(alike)))
        covered |= set(gains[first])
        del left[first]
