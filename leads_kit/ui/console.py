"""The console: the facilitator's moves on a room, each with the step as it was seen. The drawing is console.js."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from leads_kit.errors import LeadsError
from leads_kit.model import Counts, Exercise, Pack, Room, Step, StepState
from leads_kit.room import LOWEST_GROUP, RoomDesk, counts, release, shares_figures
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.chart import CHART_WORDS
from leads_kit.ui.now import at
from leads_kit.ui.place import Address
from leads_kit.ui.stage import does, on_agenda, outline, results

MOVES = ("open", "close", "close_now", "show", "hide", "next", "again", "skip", "extend", "pause", "resume")
STATES = ("waiting", "open", "closed", "shown", "skipped")
CONSOLE_WORDS = (
    "console.agenda", "console.minutes", "console.round", "console.no_step", "console.finished", "console.detail",
    "console.here", "console.left", "console.closing", "console.time_up", "console.paused", "console.present",
    "console.check.reached", "console.check.scan", "console.check.cures", "console.check.cure_list", "console.qr_alt",
    "console.group.title", "console.group.few", "console.group.enough", "console.group.keep", "console.group.lower",
    "console.group.talk", "console.group.fixed", "console.group.open", "console.open_wall", "console.cancel",
    "console.end", "console.end_sure", "console.end_yes", "console.keys", "console.keys_on",
    "console.key_space", "console.key_enter",
    *(f"console.{move}" for move in MOVES), *(f"console.state.{state}" for state in STATES), *CHART_WORDS,
)  # fmt: skip


class ConsoleWidget(LeadsWidget):
    """One of several consoles on a room, all in step because each shows the room's rows and keeps nothing of its own."""

    def __init__(self, desk: RoomDesk, pack: Pack, address: Address, say: Say) -> None:
        self._desk, self._pack, self._address, self._say = desk, pack, address, say
        self._looked: int | None = None
        super().__init__("console.js", lang=say.lang, words=worded(say, CONSOLE_WORDS), step=None, agenda=[], room={})
        self.hears("do", self._do)
        self.hears("look", self._look)

    def refresh(self, problem: str | None = None) -> None:
        """Show the room as it is now; `problem` is the sentence of a move that was refused."""
        self._desk.finish_due()
        room, steps = self._desk.room, self._desk.steps()
        step = self._selected(steps)
        tally = counts(self._desk.store, room, step, self._desk.clock())
        self.show(
            agenda=[self._line(room, one) for one in steps],
            step=self._told(room, step, tally) if step else None,
            here=tally.here,
            seats=tally.seats,
            group={"min": room.min_group, "settled": room.group_settled, "lowest": LOWEST_GROUP},
            room={
                **self._address.state(),
                "demo": room.demo,
                "closed": room.closed,
                "reached": self._desk.reached(),
            },
            problem=problem,
        )

    def _selected(self, steps: tuple[Step, ...]) -> Step | None:
        if self._looked is not None:
            return steps[self._looked]
        return at(steps) or (steps[0] if steps else None)

    def _line(self, room: Room, step: Step) -> dict[str, Any]:
        return {
            "position": step.position,
            "title": self._say.text(does(self._pack, step).title),
            "minutes": on_agenda(self._pack, room, step).minutes,
            "state": step.state.value,
            "round": step.round,
        }

    def _told(self, room: Room, step: Step, tally: Counts) -> dict[str, Any]:
        thing = does(self._pack, step)
        group = isinstance(thing, Exercise) and shares_figures(thing)
        ended = group and step.state in (StepState.CLOSED, StepState.SHOWN)
        seen = release(self._desk.store, room, self._pack, step.does, step.round, "console") if ended else None
        return {
            **outline(self._pack, room, step, self._say),
            **results(self._pack, room, step, seen, self._say),
            "notes": self._say.text(on_agenda(self._pack, room, step).notes),
            "counts": {key: getattr(tally, key) for key in ("here", "seats", "started", "finished", "passed")},
            "asks_group": self._desk.asks_group(step),
        }

    def _look(self, content: Message) -> bool:
        position = content.get("position")
        if not isinstance(position, int) or not 0 <= position < len(self._desk.steps()):
            return False
        self._looked = position
        self.refresh()
        return True

    def _do(self, content: Message) -> bool:
        what, value = content.get("what"), content.get("value")
        moves = self._moves(value if isinstance(value, int) and not isinstance(value, bool) else None)
        seen = self._seen(content)
        if what not in moves or (seen is None and what != "end"):
            return False
        problem = None
        try:
            reached = moves[what](seen)
            self._looked = reached.position if isinstance(reached, Step) else self._looked
        except LeadsError as error:
            problem = self._say.words.of(error, self._say.lang)
        self.refresh(problem)
        return True

    def _settle(self, seen: Step, min_group: int) -> Step:
        self._desk.settle(min_group)
        return self._desk.open(seen)

    def _seen(self, content: Message) -> Step | None:
        """The step as the page saw it, so that a move on an outdated page is refused and not applied to another."""
        for step in self._desk.steps():
            if step.position == content.get("position"):
                state, round_ = content.get("state"), content.get("round")
                if state not in STATES or not isinstance(round_, int):
                    return None
                return replace(step, state=StepState(state), round=round_)
        return None

    def _moves(self, value: int | None) -> dict[str, Callable[[Any], object]]:
        desk = self._desk
        return {
            "open": desk.open,
            "close": lambda seen: desk.close(seen) if seen.closes_at else desk.announce_close(seen),
            "show": desk.show,
            "hide": desk.hide,
            "next": desk.next,
            "again": desk.again,
            "skip": desk.skip,
            "extend": lambda seen: desk.extend(seen, value or 60),
            "pause": desk.pause,
            "resume": desk.resume,
            "settle": lambda seen: self._settle(seen, value or 0),
            "end": lambda _seen: desk.end(),
        }
