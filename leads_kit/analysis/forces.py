"""Forces around one change: what drives it, what holds it back, where to begin, and what follows when one of them moves. Pure.

Lewin 1947, Frontiers in group dynamics, Human Relations 1:5: things stay where driving and restraining forces balance; taking
from what restrains moves them with less tension than adding to what drives. The priority is the kit's own: it says where a
person could begin, and nothing about the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

# Strength goes from 1 to this; a force that is moved changes by so many points.
STRONGEST, MOVE = 5, 2
# Of two sums or more that lie closer than this, neither is called the larger.
EXPLORE = 2
Side = Literal["drives", "holds"]
SIDES: tuple[Side, Side] = ("drives", "holds")


@dataclass(frozen=True)
class Force:
    """Strength 1 to 5, influence on it 0 to 2; None where not given."""

    text: str
    side: Side
    strength: int | None = None
    influence: int | None = None

    @property
    def priority(self) -> int | None:
        """Strength × influence, 0 to 10; None where one of them is missing."""
        return None if self.strength is None or self.influence is None else self.strength * self.influence

    @property
    def moved(self) -> Force:
        """The same force when it moves as one would wish: stronger where it drives, weaker where it holds back."""
        if self.strength is None:
            return self
        by = MOVE if self.side == "drives" else -MOVE
        return replace(self, strength=min(STRONGEST, max(0, self.strength + by)))


def of(side: Side, forces: Iterable[Force]) -> list[Force]:
    return [one for one in forces if one.side == side]


def strength(side: Side, forces: Iterable[Force]) -> int:
    """The sum of one side's strengths."""
    return sum(one.strength or 0 for one in of(side, forces))


def reach(side: Side, forces: Iterable[Force]) -> int:
    """The sum of one side's priorities: how much of it is in this person's hands."""
    return sum(one.priority or 0 for one in of(side, forces))


def net(forces: Sequence[Force]) -> int:
    """What drives minus what holds back."""
    return strength("drives", forces) - strength("holds", forces)


def larger(drives: int, holds: int) -> Side | None:
    """The side with the larger sum; None where they are about even."""
    if abs(drives - holds) < EXPLORE:
        return None
    return "drives" if drives > holds else "holds"


def strongest(side: Side, forces: Iterable[Force]) -> list[Force]:
    """The strongest of one side, several where they are alike, none where no strength is given."""
    given = [one for one in of(side, forces) if one.strength]
    return [one for one in given if one.strength == max(other.strength or 0 for other in given)]


def begin(forces: Iterable[Force]) -> Force | None:
    """Where strength and influence meet most; of equals what holds back, then the one named first. None without influence."""
    found = [one for one in forces if one.priority]
    return max(found, key=lambda one: (one.priority or 0, one.side == "holds"), default=None)


def without(forces: Sequence[Force], moved: Force) -> list[Force]:
    """The same forces with one of them moved."""
    return [one.moved if one is moved else one for one in forces]
