"""Options weighed by several criteria, and how firmly the first of them stands when weights are not exact. Pure.

The weighted sum is the plainest of the ways to weigh by several criteria (Keeney and Raiffa 1976, Decisions with Multiple
Objectives). How often an option comes first over many draws of the weights: after Lahdelma and Salminen (2001), SMAA-2,
Operations Research 49:444. The draws are Dirichlet, around the weights that were given.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

HIGHEST = 5
LEAST_WEIGHT, MOST_WEIGHT = 1, 5
DRAWS, SEED = 2000, 20
# How closely draws keep to the weights: with this, one weight among four alike moves by about one point of its five.
CLOSE = 20
# A mark that is only a guess moves by up to so much, either way.
SHAKEN = 1.0
# Sums of the same shares in another order differ in the last digits.
DIGITS, EVEN = 9, 1e-9


@dataclass(frozen=True)
class Case:
    """Every option has a mark of 0 to 5 for every criterion. `guessed` options have marks that nobody can stand for yet."""

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: tuple[int, ...]
    marks: tuple[tuple[int, ...], ...]
    guessed: frozenset[str] = field(default=frozenset())

    @property
    def shares(self) -> tuple[float, ...]:
        """Weights that come to 1. Where none has any, all count alike."""
        whole = sum(self.weights)
        return tuple(weight / whole if whole else 1 / len(self.weights) for weight in self.weights)

    @property
    def totals(self) -> dict[str, float]:
        """The weighted mean of its marks, 0 to 5, for each option."""
        return dict(zip(self.options, _totals(self.shares, self.marks), strict=True))

    @property
    def order(self) -> tuple[str, ...]:
        """The best first; of options that are level the one named first."""
        totals = self.totals
        return tuple(sorted(self.options, key=lambda one: -round(totals[one], DIGITS)))

    @property
    def first(self) -> tuple[str, ...]:
        """The best, and all that stand level with it."""
        return tuple(self.options[at] for at in _best(tuple(self.totals.values())))

    def parts(self, option: str) -> tuple[float, ...]:
        """What each criterion adds to the total of an option."""
        marks = self.marks[self.options.index(option)]
        return tuple(share * mark for share, mark in zip(self.shares, marks, strict=True))


@dataclass(frozen=True)
class Turn:
    """The smallest change of one weight that puts another option first: so many `points` more, or fewer where negative."""

    criterion: str
    points: int
    option: str


@dataclass(frozen=True)
class Sorted:
    """What can be compared; and what cannot yet: options without any mark, criteria that lack one of an option."""

    case: Case | None
    unmarked_options: tuple[str, ...]
    unmarked_criteria: tuple[str, ...]


def compared(
    options: Sequence[str],
    weights: Mapping[str, int],
    marks: Mapping[str, Mapping[str, int]],
    guessed: Sequence[str] = (),
) -> Sorted:
    """Like with like: a criterion counts only where all options have a mark. `marks` are by criterion, then option."""
    there = [one for one in options if any(one in cells for cells in marks.values())]
    whole = [one for one in weights if all(option in marks.get(one, {}) for option in there)]
    left = tuple(one for one in options if one not in there), tuple(one for one in weights if one not in whole)
    if len(there) < 2 or not whole:
        return Sorted(None, *left)
    cells = tuple(tuple(marks[one][option] for one in whole) for option in there)
    case = Case(tuple(there), tuple(whole), tuple(weights[one] for one in whole), cells, frozenset(guessed))
    return Sorted(case, *left)


@lru_cache(maxsize=64)
def wins(case: Case) -> tuple[float, ...]:
    """In which share of the draws each option comes first, in their order; level ones share a draw. The same every time."""
    chance = random.Random(SEED)  # noqa: S311 - nothing here is a secret
    counts = [0.0] * len(case.options)
    for _ in range(DRAWS):
        totals = _totals(_drawn(case.shares, chance), _shaken(case, chance))
        best = _best(totals)
        for at in best:
            counts[at] += 1 / len(best)
    return tuple(count / DRAWS for count in counts)


def turn(case: Case) -> Turn | None:
    """Which weight, moved alone within 1 to 5, soonest puts another option clearly first; more is tried before less."""
    first = case.first
    found: list[Turn] = []
    for at, weight in enumerate(case.weights):
        for moved in range(LEAST_WEIGHT, MOST_WEIGHT + 1):
            other = replace(case, weights=(*case.weights[:at], moved, *case.weights[at + 1 :])).first
            if weight and len(other) == 1 and other[0] not in first:
                found.append(Turn(case.criteria[at], moved - weight, other[0]))
    return min(found, key=lambda one: (abs(one.points), -one.points), default=None)


def deciding(case: Case) -> str | None:
    """The criterion that does most for the first option's lead over the second; None where they are level."""
    one, other = case.order[:2]
    if len(case.first) > 1:
        return None
    leads = [mine - theirs for mine, theirs in zip(case.parts(one), case.parts(other), strict=True)]
    return case.criteria[leads.index(max(leads))]


def _drawn(shares: Sequence[float], chance: random.Random) -> list[float]:
    """One draw from a Dirichlet distribution around the shares; what has none keeps none."""
    drawn = [chance.gammavariate(CLOSE * share, 1) if share else 0.0 for share in shares]
    whole = sum(drawn)
    return [one / whole for one in drawn]


def _shaken(case: Case, chance: random.Random) -> list[list[float]]:
    """Marks as they are, and those of guessed options moved, never beyond the scale."""
    return [
        [min(HIGHEST, max(0.0, mark + chance.uniform(-SHAKEN, SHAKEN))) for mark in marks]
        if option in case.guessed
        else list(marks)
        for option, marks in zip(case.options, case.marks, strict=True)
    ]


def _totals(shares: Sequence[float], marks: Sequence[Sequence[float]]) -> list[float]:
    return [sum(share * mark for share, mark in zip(shares, of, strict=True)) for of in marks]


def _best(totals: Sequence[float]) -> list[int]:
    most = max(totals)
    return [at for at, total in enumerate(totals) if most - total < EVEN]
