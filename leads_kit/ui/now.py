"""The now panel: which step the room is at and the way there. The drawing is now.js."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from leads_kit.delivery import Delivery
from leads_kit.model import Room, Step, StepState
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, worded
from leads_kit.ui.stage import outline

NOW_WORDS = (
    "now.heading", "now.before", "now.waiting", "now.go", "now.look_back", "now.shown", "now.closed", "now.closing",
    "now.left", "now.time_up", "now.paused", "now.new_step", "now.ended", "now.alone",
)  # fmt: skip


def anchor(exercise: str) -> str:
    """The id of an exercise's card in the page."""
    return f"leads-{exercise}"


class NowWidget(LeadsWidget):
    """Shows the step the room is at; `present` names the exercises that have a card in this page."""

    def __init__(self, delivery: Delivery, say: Say) -> None:
        self._delivery, self._say = delivery, say
        super().__init__(
            "now.js", lang=say.lang, words=worded(say, NOW_WORDS), step=None, room={}, alone=delivery.alone
        )

    def refresh(self, present: Collection[str]) -> None:
        """Show where the room is now."""
        room = self._delivery.store.room(self._delivery.room)
        step = at(self._delivery.store.steps(room.id))
        self.show(
            step=self._step(room, step, present) if step and not self._delivery.alone else None,
            room={"demo": room.demo, "closed": room.closed},
        )

    def _step(self, room: Room, step: Step, present: Collection[str]) -> dict[str, Any]:
        told = outline(self._delivery.pack, room, step, self._say)
        return {**told, "anchor": anchor(step.does) if step.does in present else None}


def at(steps: Collection[Step]) -> Step | None:
    """The step the room is at: the open one, else the one last closed or shown, else None before the first."""
    opened = [step for step in steps if step.state is StepState.OPEN]
    past = [step for step in steps if step.state in (StepState.CLOSED, StepState.SHOWN)]
    return opened[0] if opened else max(past, key=lambda step: step.position, default=None)
