"""An answer read once: the change, the forces around it, the one that is worked on, and what is done first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.forces import SIDES, Force, Side, net, without
from leads_kit.form import Answer

INFLUENCE = {"no": 0, "little": 1, "much": 2}


@dataclass(frozen=True)
class ForceField:
    """`chosen` are the forces that were ticked to be worked on; the first of them counts."""

    change: str
    forces: tuple[Force, ...]
    chosen: tuple[Force, ...]
    first: str
    day: str | None

    @property
    def marked(self) -> bool:
        return any(one.strength for one in self.forces)

    @property
    def worked_on(self) -> Force | None:
        """The chosen force, where it has a strength that can still move."""
        return next((one for one in self.chosen[:1] if one.strength != one.moved.strength), None)

    @property
    def then(self) -> int | None:
        """The balance when the chosen force moves; None where none is chosen."""
        return None if self.worked_on is None else net(without(self.forces, self.worked_on))


def read(answer: Answer) -> ForceField:
    """Rows without a word do not count yet."""
    told = [(force, row) for side in SIDES for row in answer.get(side) or [] if (force := _force(row, side)).text]
    return ForceField(
        text_of(answer, "change"),
        tuple(force for force, _ in told),
        tuple(force for force, row in told if row.get("chosen")),
        text_of(answer, "first"),
        answer.get("day"),
    )


def text_of(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _force(row: Mapping[str, Any], side: Side) -> Force:
    return Force(text_of(row, "force"), side, row.get("strength"), INFLUENCE.get(str(row.get("influence"))))
