"""A step read from an answer, and what leaves of it when its author shares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.ahead import away
from leads_kit.form import Answer

THEN, WITH = " → ", " · "


@dataclass(frozen=True)
class Step:
    """One if-then step; any of its words may still be empty."""

    id: str
    cue: str
    act: str
    partner: str
    day: str | None
    share: bool
    names: bool

    @property
    def shared(self) -> str:
        """What others would read: cue and act, and the partner only where ticked. Signs, no words: it is in no language."""
        told = THEN.join(part for part in (self.cue, self.act) if part)
        return told + WITH + self.partner if self.names and self.partner else told

    @property
    def away(self) -> int | None:
        """Days from today."""
        return away(self.day) if self.day else None


def read(answer: Answer) -> tuple[Step, ...]:
    """Rows with neither cue nor act are no steps yet."""
    steps = (_step(row) for row in answer.get("steps") or [])
    return tuple(step for step in steps if step.cue or step.act)


def _step(row: Mapping[str, Any]) -> Step:
    cue, act, partner = (str(row.get(field) or "").strip() for field in ("cue", "act", "partner"))
    return Step(row["id"], cue, act, partner, row.get("day"), bool(row.get("share")), bool(row.get("names")))
