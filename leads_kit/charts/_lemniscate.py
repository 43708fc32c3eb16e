"""An endless loop through four summits of given heights: Gerono's lemniscate x = cos t, y = sin 2t, each lobe's half stretched.

Between summits the height changes as a cosine does, so that the line bends without a corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, floor, pi, sin

STEPS = 96
SUMMIT = cos(pi / 4)


def lemniscate(heights: Sequence[float]) -> list[tuple[float, float]]:
    """A closed curve within -1 … 1 across. `heights` of the summits, all positive, in the order in which the curve meets
    them: right above, left below, left above, right below, at ±SUMMIT across.
    """
    return [(cos(t), sin(2 * t) * _height(heights, t)) for t in (2 * pi * step / STEPS for step in range(STEPS + 1))]


def _height(heights: Sequence[float], t: float) -> float:
    """The summits lie at odd multiples of π/4."""
    place = (t - pi / 4) / (pi / 2)
    before = floor(place)
    way = (1 - cos(pi * (place - before))) / 2
    one, other = heights[before % len(heights)], heights[(before + 1) % len(heights)]
    return one + (other - one) * way
