"""The wall: what the projector shows, without a control. The drawing is wall.js."""

from __future__ import annotations

from leads_kit.delivery import Clock
from leads_kit.model import Pack, StepState
from leads_kit.room import counts, current, release
from leads_kit.store import Store
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, worded
from leads_kit.ui.chart import CHART_WORDS
from leads_kit.ui.place import Address
from leads_kit.ui.stage import divided, does, outline, results, shares

WALL_WORDS = (
    "wall.scan", "wall.qr_alt", "wall.here", "wall.welcome", "wall.thanks", "wall.finished", "wall.time_up",
    "wall.turn", "wall.swap_roles", "wall.come_back", "wall.page",
    *CHART_WORDS,
)  # fmt: skip


class WallWidget(LeadsWidget):
    """Views one room through `room.release` alone."""

    def __init__(self, store: Store, room: str, pack: Pack, address: Address, say: Say, clock: Clock) -> None:
        self._store, self._room, self._pack, self._say = store, room, pack, say
        self._address, self._clock = address, clock
        super().__init__("wall.js", lang=say.lang, words=worded(say, WALL_WORDS), step=None, here=0, room={})

    def refresh(self) -> None:
        """Show the room as it is now."""
        room = self._store.room(self._room)
        step = current(self._store.steps(room.id))
        told, here = None, counts(self._store, room, None, self._clock()).here
        if step is not None:
            told = outline(self._pack, room, step, self._say)
            shown = step.state is StepState.SHOWN and shares(does(self._pack, room, step))
            seen = release(self._store, room, self._pack, step.does, step.round, "wall") if shown else None
            told |= results(self._pack, room, step, seen, self._say)
            told["finished"] = counts(self._store, room, step, self._clock()).finished
            told["divided"] = divided(here, told["size"], self._say)
        self.show(
            step=told,
            here=here,
            room={**self._address.state(), "name": room.name, "demo": room.demo, "closed": room.closed},
        )
