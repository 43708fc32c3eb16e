"""The now panel: the step the room is at and the way there, one's table, what a late-comer missed. The drawing is now.js."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.delivery import Delivery
from leads_kit.errors import LeadsError
from leads_kit.model import Room, Step
from leads_kit.room import MOST_TABLES, PAST, current, seated, sit
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.stage import does, outline

NOW_WORDS = (
    "now.heading", "now.bar", "now.before", "now.waiting", "now.go", "now.look_back", "now.shown", "now.closed", "now.closing",
    "now.left", "now.time_up", "now.paused", "now.new_step", "now.ended", "now.alone", "now.look_up",
    "now.table", "now.table_yours", "now.table_choose", "now.table_change", "now.table_people", "now.table_empty",
    "now.turn", "now.swap_roles", "now.missed",
)  # fmt: skip
FEWEST_TABLES, PEOPLE_A_TABLE = 4, 3


def anchor(exercise: str) -> str:
    """The id of an exercise's card in the page."""
    return f"leads-{exercise}"


class NowWidget(LeadsWidget):
    """Shows the step the room is at. `refresh` takes the attempts of the exercises that have a card in this page."""

    def __init__(self, delivery: Delivery, say: Say, moved: Callable[[], None] = lambda: None) -> None:
        self._delivery, self._say, self._moved = delivery, say, moved
        super().__init__(
            "now.js", lang=say.lang, words=worded(say, NOW_WORDS), step=None, room={}, alone=delivery.alone
        )
        self.hears("sit", self._sit)

    @property
    def shows_tables(self) -> bool:
        """Whether who sits where is on the page now."""
        return self.state.get("table") is not None

    def refresh(self, present: Mapping[str, Attempt]) -> None:
        """Show where the room is now."""
        delivery = self._delivery
        room = delivery.store.room(delivery.room)
        steps = () if delivery.alone else delivery.store.steps(room.id)
        step = current(steps)
        told = {
            "step": self._step(room, step, present) if step else None,
            "table": self._table(room, step) if step else None,
            "missed": [self._missed(room, one) for one in steps if one != step and _was_missed(one, present)],
            "room": {"demo": room.demo, "closed": room.closed},
        }
        if any(self.state.get(key) != value for key, value in told.items()):
            self.show(**told)

    def _step(self, room: Room, step: Step, present: Mapping[str, Attempt]) -> dict[str, Any]:
        told = outline(self._delivery.pack, room, step, self._say)
        return {**told, "anchor": anchor(step.does) if step.does in present else None}

    def _table(self, room: Room, step: Step) -> dict[str, Any] | None:
        """One's own table and how many sit where, once tables matter: at a step for them, or after they were dealt."""
        thing = does(self._delivery.pack, room, step)
        told = outline(self._delivery.pack, room, step, self._say)
        mine = self._delivery.store.seat(room.id, self._delivery.seat.id).table
        if not (told["joint"] or (told["size"] and (mine or room.table_size))):
            return None
        taken = seated(self._delivery.store, room)
        seats = len(self._delivery.store.seats(room.id))
        most = max(FEWEST_TABLES, max(taken, default=0) + 1, -(-seats // PEOPLE_A_TABLE))
        return {
            "mine": mine,
            "needed": told["joint"] and mine is None,
            "size": getattr(thing, "size", 0),
            "seated": [taken.get(number, 0) for number in range(1, min(most, MOST_TABLES) + 1)],
        }

    def _missed(self, room: Room, step: Step) -> dict[str, Any]:
        title = self._say.text(does(self._delivery.pack, room, step).title)
        return {"title": title, "anchor": anchor(step.does)}

    def _sit(self, content: Message) -> bool:
        table = content.get("table")
        if isinstance(table, bool) or not isinstance(table, int):
            return False
        delivery = self._delivery
        try:
            sit(delivery.store, delivery.store.room(delivery.room), delivery.seat.id, table)
        except LeadsError:
            return False
        self._moved()
        return True


def _was_missed(step: Step, present: Mapping[str, Attempt]) -> bool:
    """A past exercise in which this person said nothing, not even that they would rather not."""
    attempt = present.get(step.does)
    return step.state in PAST and attempt is not None and attempt.progress is None and attempt.n == 0
