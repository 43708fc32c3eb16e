"""What changed between two rounds for the same people, in numbers for a coach's report; a room sees `smallgroups.moved`.

The mean difference with its t interval, and the mean in units of the differences' own standard deviation with the correction
for few people: Hedges (1981), Journal of Educational Statistics 6:107; Cumming (2012), Understanding the New Statistics, ch. 11.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, stdev

FEWEST = 3
CONFIDENCE = 0.95
EXACT = 1e-10


@dataclass(frozen=True)
class Change:
    """Over `n` people in both rounds: how many went up, stayed or went down, and by how much in the middle.

    `low` and `high` bound the mean difference; `g` is standardised by the standard deviation of the differences, and None
    where everybody changed alike.
    """

    n: int
    up: int
    same: int
    down: int
    mean: float
    sd: float
    low: float
    high: float
    g: float | None


def change(before: Mapping[str, float], after: Mapping[str, float]) -> Change | None:
    """Over the people in both; None for fewer than three of them."""
    steps = [after[one] - before[one] for one in sorted(before.keys() & after.keys())]
    n = len(steps)
    if n < FEWEST:
        return None
    mean, sd = fmean(steps), stdev(steps)
    margin = t_quantile(n - 1) * sd / math.sqrt(n)
    up, down = sum(one > 0 for one in steps), sum(one < 0 for one in steps)
    g = mean / sd * (1 - 3 / (4 * (n - 1) - 1)) if sd else None
    return Change(n, up, n - up - down, down, mean, sd, mean - margin, mean + margin, g)


def t_quantile(degrees: int, confidence: float = CONFIDENCE) -> float:
    """The value within which so much of Student's t lies, both sides counted. Raises ValueError for no degree of freedom."""
    if degrees < 1:
        raise ValueError("no degree of freedom")
    low, high = 0.0, 1.0
    while _within(high, degrees) < confidence:
        high *= 2
    while high - low > EXACT:
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, degrees) < confidence else (low, middle)
    return high


def _within(t: float, degrees: int) -> float:
    """How much of Student's t lies between −t and t: the finite series for whole degrees (Abramowitz and Stegun 26.7.3–4)."""
    angle = math.atan(t / math.sqrt(degrees))
    squared = math.cos(angle) ** 2
    if degrees % 2 == 0:
        return math.sin(angle) * _series(squared, range(2, degrees, 2))
    if degrees == 1:
        return 2 * angle / math.pi
    return 2 / math.pi * (angle + math.sin(angle) * math.cos(angle) * _series(squared, range(3, degrees, 2)))


def _series(squared: float, factors: range) -> float:
    """1 + (a−1)/a·x + …, one factor after the other."""
    total, term = 1.0, 1.0
    for factor in factors:
        term *= squared * (factor - 1) / factor
        total += term
    return total
