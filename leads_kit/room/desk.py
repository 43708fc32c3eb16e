"""The facilitator's moves. Each takes the step as it was seen and is refused when the room has moved on meanwhile.

    waiting ─open─▶ open ─close─▶ closed ─show─▶ shown ─hide─▶ closed
       └─skip─▶ skipped ─open─▶      └── again (a new round) ──▶ open

One step is open at a time. A timer closes nothing: `announce_close` gives notice, and `close` or `finish_due` closes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from leads_kit.analysis.disclosure import LOWEST_GROUP
from leads_kit.errors import GroupFixed, GroupTooSmall, GroupUnsettled, OtherStepOpen, RoomClosed, StepMoved
from leads_kit.model import Pack, Room, Step, StepState
from leads_kit.room.freezing import freeze, shares_figures
from leads_kit.room.timing import Timing, utc_now
from leads_kit.store import Store


class RoomDesk(Timing):
    """All moves on one room. Several desks on one room stay in step: none keeps anything that could change."""

    def __init__(self, store: Store, room_id: str, pack: Pack, clock: Callable[[], dt.datetime] = utc_now) -> None:
        super().__init__(store, room_id, pack, clock)
        self._reached = False

    @property
    def room(self) -> Room:
        return self.store.room(self._id)

    def steps(self) -> tuple[Step, ...]:
        return self.store.steps(self._id)

    def reached(self) -> bool:
        """Whether somebody's phone has got to the room's join page yet; once so, always so."""
        self._reached = self._reached or any(one.what == "reached" for one in self.store.changes_since(self._id, 0))
        return self._reached

    def open(self, seen: Step) -> Step:
        """Let people answer. Raises OtherStepOpen, GroupUnsettled, MoveRefused, RoomClosed, StepMoved."""
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
        exercise = self.pack.exercises.get(seen.does)
        if exercise is None:
            return self.store.move_step(seen, closed)
        room, now = self.room, self.clock()
        return self.store.close_round(seen, closed, lambda: freeze(self.store, room, exercise, seen, now))

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

        Where that one needs a minimum group first, it is returned unopened: the console asks. A step that another
        console opened meanwhile raises OtherStepOpen, so that two presses never skip it.
        """
        if seen.state is StepState.OPEN:
            self.close(seen)
        waiting = [one for one in self.steps() if one.position > seen.position and one.state is StepState.WAITING]
        following = next(iter(waiting), None)
        return following if following is None or self.asks_group(following) else self._open(following)

    def settle(self, min_group: int) -> Room:
        """Fix the minimum group for good. Raises GroupTooSmall, and GroupFixed for all but the first."""
        if min_group < LOWEST_GROUP:
            raise GroupTooSmall(lowest=LOWEST_GROUP, min_group=min_group)
        return self.store.change_room(self._id, self._unsettled, min_group=min_group, group_settled=True)

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

    def asks_group(self, step: Step) -> bool:
        """Whether the minimum group must be settled before this step opens."""
        return not self.room.group_settled and shares_figures(self.pack.exercises.get(step.does))

    def _open(self, seen: Step) -> Step:
        """Rounds of an exercise are numbered through all its steps on the agenda."""
        minutes = self.pack.agendas[self.room.agenda].steps[seen.position].minutes
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

    def _unsettled(self) -> None:
        if self.room.group_settled:
            raise GroupFixed(min_group=self.room.min_group)
