"""Small ideas by effect, effort and how easily they are undone: in which corner each lies, and which to try first. Pure.

Effect against effort is a common way to sort improvements; trying small and keeping what can be undone is the plan-do-study-act
cycle (Langley et al. 2009, The Improvement Guide). The order is the kit's own: it says where to begin, not what an idea is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Effect and effort go from 1 to 3; up to 1 either is little.
LITTLE, MOST = 1, 3
# How hardly something is undone: easily, with effort, hardly. Where nobody said, the one in the middle.
EASILY, HARDLY, UNSAID = 0, 2, 1


class Corner(StrEnum):
    """Effect, then effort."""

    SOON = "soon"
    PLAN = "plan"
    BESIDE = "beside"
    REST = "rest"


@dataclass(frozen=True)
class Idea:
    """Effect and effort 1 to 3, undoing 0 to 2; None where not given."""

    id: str
    text: str
    effect: int | None = None
    effort: int | None = None
    undoing: int | None = None

    @property
    def corner(self) -> Corner | None:
        if self.effect is None or self.effort is None:
            return None
        if self.effect > LITTLE:
            return Corner.SOON if self.effort <= LITTLE else Corner.PLAN
        return Corner.BESIDE if self.effort <= LITTLE else Corner.REST

    @property
    def worth(self) -> tuple[int, int]:
        """What comes out over what goes in, −2 to 2; then how easily it is undone, 0 to 2."""
        undoing = UNSAID if self.undoing is None else self.undoing
        return (self.effect or 0) - (self.effort or 0), HARDLY - undoing


def to_try(ideas: Iterable[Idea]) -> Sequence[Idea]:
    """The idea to try first, and after it those that stand as well; ideas without both marks are not compared."""
    marked = [one for one in ideas if one.corner is not None]
    best = max((one.worth for one in marked), default=None)
    return [one for one in marked if one.worth == best]
