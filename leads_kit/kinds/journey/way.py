"""An answer read once as a way: its steps in order, who leads each of them, and where it is felt worst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from leads_kit.form import Answer
from leads_kit.kinds.journey.settings import HIGH_RISK, LEADS, SUPPORTS


@dataclass(frozen=True)
class Step:
    """`leads` and `supports` are names; `marked` says whether anybody's role is known. Feeling −2 to 2, risk 1 to 3."""

    name: str
    feeling: int | None = None
    risk: int | None = None
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    marked: bool = False

    @property
    def unled(self) -> bool:
        return self.marked and not self.leads

    @property
    def collides(self) -> bool:
        return len(self.leads) > 1

    @property
    def risky(self) -> bool:
        return self.risk == HIGH_RISK


@dataclass(frozen=True)
class Way:
    persona: str
    orgs: tuple[str, ...]
    steps: tuple[Step, ...]
    moment: str

    @property
    def empty(self) -> bool:
        return not (self.persona or self.orgs or self.steps or self.moment)

    @property
    def lowest(self) -> tuple[Step, ...]:
        """The moment of truth: the lowest feeling, of several alike the riskiest; none where all feel alike or one is known."""
        felt = [one for one in self.steps if one.feeling is not None]
        if len({one.feeling for one in felt}) < 2:
            return ()
        low = min(one.feeling or 0 for one in felt)
        found = [one for one in felt if one.feeling == low]
        risk = max(one.risk or 0 for one in found)
        return tuple(one for one in found if (one.risk or 0) == risk)

    @property
    def changes(self) -> int:
        """How often the lead passes to others, with nobody who stays, from one led step to the next led one."""
        led = [set(one.leads) for one in self.steps if one.leads]
        return sum(before.isdisjoint(after) for before, after in pairwise(led))


def read(answer: Answer) -> Way:
    """Rows without a name do not count yet."""
    orgs = {row["id"]: name for row in answer.get("orgs") or [] if (name := text_of(row, "org"))}
    roles: Mapping[str, Mapping[str, int]] = answer.get("roles") or {}
    steps = tuple(
        _step(row, orgs, roles.get(row["id"]) or {}) for row in answer.get("steps") or [] if text_of(row, "step")
    )
    return Way(text_of(answer, "persona"), tuple(orgs.values()), steps, text_of(answer, "moment"))


def text_of(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _step(row: Mapping[str, Any], orgs: Mapping[str, str], marks: Mapping[str, int]) -> Step:
    known = {name: marks[id] for id, name in orgs.items() if id in marks}
    leads, supports = (tuple(name for name, role in known.items() if role == asked) for asked in (LEADS, SUPPORTS))
    return Step(text_of(row, "step"), row.get("feeling"), row.get("risk"), leads, supports, bool(known))
