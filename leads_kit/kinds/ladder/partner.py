"""One partner read from an answer: two rungs and the way between them, trust and value as means of their ratings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from leads_kit.form import Answer

RUNGS = 4
# Below one point, ratings of the same partner lie close together.
EXPLORE = 1
RATED = {"trust": ("reliable", "open", "aim"), "value": ("influence", "involvement", "resources")}


@dataclass(frozen=True)
class Rating:
    """What was given of three ratings of 1 to 4, by id."""

    marks: Mapping[str, int]
    asked: int

    @property
    def mean(self) -> float | None:
        """The mean of the ratings that were given; None for none."""
        return fmean(self.marks.values()) if self.marks else None

    @property
    def lowest(self) -> str | None:
        """The one rating that is at least a point below the highest and below all others; None where there is no such one."""
        low = [id for id, mark in self.marks.items() if mark == min(self.marks.values())]
        return low[0] if len(low) == 1 and max(self.marks.values()) - self.marks[low[0]] >= EXPLORE else None


@dataclass(frozen=True)
class Partner:
    """Rungs are 1 to 4, None where not placed yet."""

    name: str
    now: int | None = None
    needed: int | None = None
    ratings: Mapping[str, Rating] = field(default_factory=dict, hash=False)

    @property
    def placed(self) -> bool:
        return self.now is not None or self.needed is not None

    @property
    def way(self) -> int | None:
        """Rungs from today to what the goal needs: up, none (0), or down (negative)."""
        return None if self.now is None or self.needed is None else self.needed - self.now

    @property
    def climb(self) -> int:
        """Rungs to climb; 0 where there are none, or where one of two rungs is missing."""
        return max(0, self.way or 0)

    @property
    def worth_more(self) -> float:
        """By how much value is above trust; 0 where one of them was not rated."""
        trust, value = self.ratings["trust"].mean, self.ratings["value"].mean
        return 0 if trust is None or value is None else value - trust


def read(answer: Answer) -> tuple[Partner, ...]:
    """Rows without a name do not count yet."""
    return tuple(
        Partner(name, row.get("now"), row.get("needed"), {what: _rating(row, what) for what in RATED})
        for row in answer.get("partners") or []
        if (name := str(row.get("name") or "").strip())
    )


def _rating(row: Mapping[str, Any], what: str) -> Rating:
    given = {id: row.get(f"{what}-{id}") for id in RATED[what]}
    return Rating({id: mark for id, mark in given.items() if isinstance(mark, int)}, len(given))
