"""Run charts: what chance alone would do around the median, and numbers read from whatever people paste. Pure.

Two rules, which together raise a false alarm about one time in twenty: a run that is too long (Schilling 2012, The surprising
predictability of long runs) and too few crossings of the median (Chen 2010, A note on the number of crossings); both as in
Anhøj and Olesen (2014), PLoS ONE 9(11): e113825. There is no trend rule: five points that rise say next to nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

# With fewer points off the median than these no rule is applied.
LEAST = 10
CHANCE = 0.05


@dataclass(frozen=True)
class Run:
    """The longest run on one side: its first and last point, from 0, and how many points off the median it has."""

    first: int
    last: int
    length: int
    above: bool


@dataclass(frozen=True)
class RunChart:
    """Points around their median. `sides` are 1 above, −1 below and 0 on it; those on it count for neither rule."""

    values: tuple[float, ...]
    median: float
    sides: tuple[int, ...]
    longest: Run | None
    crossings: int

    @property
    def useful(self) -> int:
        return sum(side != 0 for side in self.sides)

    @property
    def enough(self) -> bool:
        return self.useful >= LEAST

    @property
    def longest_limit(self) -> int:
        """A longer run than this is rare by chance."""
        return longest_limit(self.useful)

    @property
    def fewest_crossings(self) -> int:
        """Fewer than these are rare by chance."""
        return fewest_crossings(self.useful)

    @property
    def shifted(self) -> bool:
        return self.enough and self.longest is not None and self.longest.length > self.longest_limit

    @property
    def seldom_crosses(self) -> bool:
        return self.enough and self.crossings < self.fewest_crossings

    @property
    def rises(self) -> bool | None:
        """Whether later values lie higher than earlier ones, by the middle of either half; None where they are level."""
        half = len(self.values) // 2
        if not half:
            return None
        early, late = median(self.values[:half]), median(self.values[-half:])
        return None if early == late else late > early


def run_chart(values: Sequence[float]) -> RunChart:
    """Raises ValueError for no value."""
    if not values:
        raise ValueError("no value")
    middle = median(values)
    sides = tuple((value > middle) - (value < middle) for value in values)
    runs = _runs(sides)
    longest = max(runs, key=lambda run: run.length, default=None)
    return RunChart(tuple(values), middle, sides, longest, max(0, len(runs) - 1))


def longest_limit(useful: int) -> int:
    """How long the longest run of so many useful points may be by chance. Raises ValueError for none."""
    return round(math.log2(useful) + 3)


def fewest_crossings(useful: int) -> int:
    """The 5th percentile of a binomial distribution over `useful` − 1 even chances. Raises ValueError for no point."""
    chances, below = useful - 1, 0
    for crossings in range(useful):
        below += math.comb(chances, crossings)
        if below >= CHANCE * 2**chances:
            return crossings
    raise ValueError("no useful point")


def _runs(sides: Sequence[int]) -> list[Run]:
    """Runs on either side, in order; a point on the median neither ends one nor makes it longer."""
    found: list[Run] = []
    for at, side in enumerate(sides):
        if side == 0:
            continue
        if found and found[-1].above is (side > 0):
            found[-1] = Run(found[-1].first, at, found[-1].length + 1, side > 0)
        else:
            found.append(Run(at, at, 1, side > 0))
    return found
