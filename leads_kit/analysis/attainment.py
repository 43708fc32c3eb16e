"""How far several goals are reached together: the goal attainment scale, where 50 is every goal just as it was hoped.

Kiresuk and Sherman (1968), Community Mental Health Journal 4:443. Each goal has a level from −2 to +2 and a weight; levels of
different goals are taken to go together a little, by 0.3. It speaks of these goals only: nobody is compared by it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

AS_HOPED, SPREAD = 50.0, 10.0
TOGETHER = 0.3


def attainment(goals: Sequence[tuple[float, int]]) -> float:
    """`(weight, level)` of each goal. Raises ValueError for no goal, or a weight that is not positive."""
    if not goals or any(weight <= 0 for weight, _ in goals):
        raise ValueError("no goal, or a weight that is not positive")
    weights = [weight for weight, _ in goals]
    variance = (1 - TOGETHER) * sum(weight**2 for weight in weights) + TOGETHER * sum(weights) ** 2
    return AS_HOPED + SPREAD * sum(weight * level for weight, level in goals) / math.sqrt(variance)
