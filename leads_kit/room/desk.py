"""The facilitator's moves. Each takes the step as it was seen and is refused when the room has moved on meanwhile.

    waiting ─open─▶ open ─close─▶ closed ─show─▶ shown ─hide─▶ closed
       └─skip─▶ skipped ─open─▶      └── again (a new round) ──▶ open

One step is open at a time. A timer closes nothing: `announce_close` gives notice, and `close` or `finish_due` closes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from leads_kit.errors import GroupUnsettled, NotSupplied, OtherStepOpen, RoomClosed, StepMoved
from leads_kit.model import Pack, Room, Step, StepState
from leads_kit.room.agenda import words_of
from leads_kit.room.freezing import freeze
from leads_kit.room.heard import exercise_for
from leads_kit.room.preparing import Preparing
from leads_kit.room.timing import utc_now
from leads_kit.store import Store


class RoomDesk(Preparing):
    """All moves on one room. Several desks on one room stay in step: none keeps anything that could change."""

    def __init__(self, store: Store, room_id: str, pack: Pack, clock: Callable[[], dt.datetime] = utc_now) -> None:
        super().__init__(store, room_id, pack, clock)
        self._reached = False

    def steps(self) -> tuple[Step, ...]:
        return self.store.steps(self._id)

    def reached(self) -> bool:
        """Whether somebody's phone has got to the room's join page yet; once so, always so."""
        self._reached = self._reached or self.store.has_been(self._id, "reached")
        return self._reached

    def open(self, seen: Step) -> Step:
        """Let people answer. Raises OtherStepOpen, GroupUnsettled, NotSupplied, MoveRefused, RoomClosed, StepMoved."""
        self._must_be(seen, StepState.WAITING, StepState.SKIPPED)
        return self._open(seen)

    def again(self, seen: Step) -> Step:
        """A new round of a step that has closed; what was released of the last one stays as it is."""
        self._must_be(seen, StepState.CLOSED, StepState.SHOWN)
        return self._open(seen)

    def close(self, seen: Step) -> Step:
        """Take no more answers and freeze what the round may ever show."""
        self._must_be(seen, StepState.OPEN)
        closed = replace(seen, state=StepState.CLOSED, ends_at=None, remaining=None, closes_at=None)
        room, now = self.room, self.clock()
        if seen.does not in self.pack.exercises:
            return self.store.move_step(seen, closed)
        exercise = exercise_for(self.store, room, self.pack, seen.does, None)
        return self.store.close_round(seen, closed, lambda: freeze(self.store, room, self.pack, exercise, seen, now))

    def show(self, seen: Step) -> Step:
        self._must_be(seen, StepState.CLOSED)
        return self.store.move_step(seen, replace(seen, state=StepState.SHOWN))

    def hide(self, seen: Step) -> Step:
        self._must_be(seen, StepState.SHOWN)
        return self.store.move_step(seen, replace(seen, state=StepState.CLOSED))

    def skip(self, seen: Step) -> Step:
        self._must_be(seen, StepState.WAITING)
        return self.store.move_step(seen, replace(seen, state=StepState.SKIPPED))

    def next(self, seen: Step) -> Step | None:
        """Close this step where it is open, and open the one after it that waits; None at the end.

        Where that one needs a minimum group or a supply first, it is returned unopened: the console asks. A step that
        another console opened meanwhile raises OtherStepOpen, so that two presses never skip it.
        """
        if seen.state is StepState.OPEN:
            self.close(seen)
        waiting = [one for one in self.steps() if one.position > seen.position and one.state is StepState.WAITING]
        following = next(iter(waiting), None)
        if following is None or self.asks_group(following) or self.asks_supply(following):
            return following
        return self._open(following)

    def end(self) -> Room:
        """Close the room for newcomers, and what is open; everyone keeps their own answers."""
        ended = self.store.change_room(self._id, closed=True)
        for step in self.steps():
            if step.state is StepState.OPEN:
                self.close(step)
        return ended

    def finish_due(self) -> None:
        """Close what was announced and is due: anybody may, because the console that announced it may be gone."""
        for step in self.steps():
            if step.state is StepState.OPEN and step.closes_at is not None and step.closes_at <= self.clock():
                try:
                    self.close(step)
                except StepMoved:
                    # Another page was as quick, or gave more time.
                    continue

    def _open(self, seen: Step) -> Step:
        """Rounds of an exercise are numbered through all its steps on the agenda."""
        minutes = words_of(self.pack, self.room, seen).minutes
        ends = self.clock() + dt.timedelta(minutes=minutes)
        round_ = 1 + max(one.round for one in self.steps() if one.does == seen.does)
        opened = replace(seen, state=StepState.OPEN, round=round_, ends_at=ends, remaining=None, closes_at=None)
        return self.store.move_step(seen, opened, lambda: self._may_open(opened))

    def _may_open(self, opened: Step) -> None:
        """Asked with the room's writers waiting, so that two consoles never have two steps open."""
        if self.room.closed:
            raise RoomClosed(room=self.room.name)
        for one in self.steps():
            if one.state is StepState.OPEN and one.position != opened.position:
                raise OtherStepOpen(title=self._title(one))
            if one.does == opened.does and one.round >= opened.round:
                raise StepMoved(position=opened.position)
        if self.asks_group(opened):
            raise GroupUnsettled(title=self._title(opened))
        if self.asks_supply(opened):
            raise NotSupplied(title=self._title(opened))
