"""Who has power over something and who has a stake in it: where they stand, whom to talk with first, who may go unheard. Pure.

Power against interest: Mendelow 1991, Environmental scanning: the impact of the stakeholder concept; Eden & Ackermann 1998,
Making Strategy. The priority is the kit's own: it says where to look first, and not who matters more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# From this mark on, of 0 to 10, power and interest count as high.
HIGH = 5


class Quadrant(StrEnum):
    """Power, then interest."""

    HIGH_HIGH = "together"
    HIGH_LOW = "trust"
    LOW_HIGH = "hear"
    LOW_LOW = "sight"


@dataclass(frozen=True)
class Stakeholder:
    """Power and interest 0 to 10, stance now and needed −2 to +2; None where it was not given."""

    id: str
    power: int | None = None
    interest: int | None = None
    now: int | None = None
    needed: int | None = None

    @property
    def distance(self) -> int | None:
        """Steps from the stance now to the one needed, whichever way."""
        return None if self.now is None or self.needed is None else abs(self.needed - self.now)

    @property
    def priority(self) -> int | None:
        """Power × distance: 0 where they stand as needed already."""
        return None if self.power is None or self.distance is None else self.power * self.distance

    @property
    def quadrant(self) -> Quadrant | None:
        if self.power is None or self.interest is None:
            return None
        if self.power >= HIGH:
            return Quadrant.HIGH_HIGH if self.interest >= HIGH else Quadrant.HIGH_LOW
        return Quadrant.LOW_HIGH if self.interest >= HIGH else Quadrant.LOW_LOW

    @property
    def unheard(self) -> bool:
        """Whether they have much at stake and little say: affected, and perhaps unheard."""
        return self.quadrant is Quadrant.LOW_HIGH


def ordered(everybody: Iterable[Stakeholder]) -> tuple[Stakeholder, ...]:
    """Highest priority first; of equals the more powerful, then the one named first. Those without a priority come last."""
    return tuple(
        sorted(everybody, key=lambda one: (-(-1 if one.priority is None else one.priority), -(one.power or 0)))
    )
