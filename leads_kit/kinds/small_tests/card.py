"""An answer read once: ideas in the order they were written, the one that is tried, and the card of its trial."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.trying import Idea, to_try
from leads_kit.form import Answer

UNDOING = ("easily", "effort", "hardly")
CARD = ("expect", "notice", "stop")


@dataclass(frozen=True)
class Trial:
    """`chosen` are the ideas ticked to be tried, `shared` those ticked for everyone; the first of each counts."""

    ideas: tuple[Idea, ...]
    chosen: tuple[Idea, ...]
    shared: tuple[Idea, ...]
    card: Mapping[str, str]
    day: str | None

    @property
    def first(self) -> Idea | None:
        """The one to try first by the person's own marks."""
        return next(iter(to_try(self.ideas)), None)

    @property
    def tried(self) -> Idea | None:
        """What the card is about: the idea that was chosen, else the one that comes first."""
        return self.chosen[0] if self.chosen else self.first or next(iter(self.ideas), None)


def read(answer: Answer) -> Trial:
    """Rows without a word are no ideas yet."""
    told = [(idea, row) for row in answer.get("ideas") or [] if (idea := _idea(row)).text]
    return Trial(
        tuple(idea for idea, _ in told),
        tuple(idea for idea, row in told if row.get("chosen")),
        tuple(idea for idea, row in told if row.get("share")),
        {field: text for field in CARD if (text := _text(answer, field))},
        answer.get("day"),
    )


def _idea(row: Mapping[str, Any]) -> Idea:
    undoing = row.get("undo")
    level = UNDOING.index(undoing) if undoing in UNDOING else None
    return Idea(row["id"], _text(row, "idea"), row.get("effect"), row.get("effort"), level)


def _text(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()
