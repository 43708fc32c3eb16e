"""Risks by likelihood, impact and influence: with which to begin, and which to be ready for. Pure.

The matrix of likelihood and impact orders a talk; its products measure nothing (Cox 2008, What's wrong with risk matrices?,
Risk Analysis 28:497). Influence is the kit's own addition: what can be moved comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

LEAST, MOST = 1, 3
# From this product on, of 9, a risk is heavy: high on one side and at least middling on the other.
HEAVY = 6
Influence = Literal["no", "partly", "yes"]
# How much of it can be moved, in order.
INFLUENCES: tuple[Influence, ...] = ("no", "partly", "yes")


@dataclass(frozen=True)
class Risk:
    """Likelihood and impact 1 to 3, None where not given yet."""

    id: str
    likelihood: int | None = None
    impact: int | None = None
    influence: Influence | None = None

    @property
    def weight(self) -> int | None:
        """Likelihood × impact, 1 to 9."""
        return None if self.likelihood is None or self.impact is None else self.likelihood * self.impact

    @property
    def heavy(self) -> bool:
        return (self.weight or 0) >= HEAVY

    @property
    def moved(self) -> int:
        """How far it can be influenced, 0 to 2; what was not said counts as not."""
        return INFLUENCES.index(self.influence) if self.influence else 0


def ordered(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The heaviest first; of equals the one that can be moved more, then the one named first. Without a weight: last."""
    return tuple(sorted(risks, key=lambda one: (-(one.weight or 0), -one.moved)))


def begin_with(risks: Iterable[Risk]) -> Risk | None:
    """The heaviest that can be influenced at least in part; None where there is none."""
    return next((one for one in ordered(risks) if one.weight is not None and one.moved), None)


def be_ready_for(risks: Iterable[Risk]) -> Risk | None:
    """The heaviest of the heavy ones that are said to be out of reach; None where there is none."""
    return next((one for one in ordered(risks) if one.heavy and one.influence == "no"), None)
