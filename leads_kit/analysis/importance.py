"""Importance against performance: where a service is short of what matters, and where two sides see it differently.

Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1):77-79. The cross-hairs stand at the
middle of the scale, not at the medians: medians would always put half of all attributes below, however good a service is,
and in a small group one answer moves them. The middle also survives five classes becoming three.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MIDPOINT = 3.0
# From one point on a distance is worth exploring with somebody; below that marks lie close together.
EXPLORE = 1.0
Quadrant = Literal["work", "keep", "wait", "more", "line"]


@dataclass(frozen=True)
class Standing:
    """How much one attribute matters, and how it goes as the customer and as the provider; each 1 to 5, or None."""

    importance: float | None = None
    customer: float | None = None
    provider: float | None = None

    @property
    def gap(self) -> float | None:
        """Importance less performance, both as the customer: positive where it matters more than it is met."""
        return None if self.importance is None or self.customer is None else self.importance - self.customer

    @property
    def apart(self) -> float | None:
        """How much better the customer sees it than the provider; negative where the provider is the milder judge."""
        return None if self.customer is None or self.provider is None else self.customer - self.provider

    @property
    def quadrant(self) -> Quadrant | None:
        """`work`: matters, is not met; `keep`: matters, is met; `wait`: neither; `more`: met, matters little; `line`: between."""
        if self.importance is None or self.customer is None:
            return None
        if MIDPOINT in (self.importance, self.customer):
            return "line"
        if self.importance > MIDPOINT:
            return "keep" if self.customer > MIDPOINT else "work"
        return "more" if self.customer > MIDPOINT else "wait"
