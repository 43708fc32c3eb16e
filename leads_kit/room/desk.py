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
from leads_kit.errors import GroupFixed, GroupTooSmall, GroupUnsettled, MoveRefused, OtherStepOpen, RoomClosed
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Room, Step, StepState, Tier
from leads_kit.room.release import freeze
from leads_kit.store import Store

NOTICE = dt.timedelta(seconds=20)
EXTENSION_SECONDS = 60
OPENABLE = (StepState.WAITING, StepState.SKIPPED)
OVER = (StepState.CLOSED, StepState.SHOWN)


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class RoomDesk:
    """All moves on one room. Several desks on one room stay in step because none keeps anything of its own."""

    def __init__(self, store: Store, room_id: str, pack: Pack, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self.store, self.pack, self.clock = store, pack, clock
        self._id = room_id

    @property
    def room(self) -> Room:
        return self.store.room(self._id)

    def steps(self) -> tuple[Step, ...]:
        return self.store.steps(self._id)

    def reached(self) -> bool:
        """Whether somebody's phone has got to the room's join page yet."""
        return any(change.what == "reached" for change in self.store.changes_since(self._id, 0))

    # ---- moves ----

    def open(self, seen: Step) -> Step:
        """Let people answer. Raises OtherStepOpen, GroupUnsettled, MoveRefused."""
        self._must_be(seen, OPENABLE)
        return self._open(seen)

    def again(self, seen: Step) -> Step:
        """A new round of a step that has closed; what was released of the last one stays as it is."""
        self._must_be(seen, OVER)
        return self._open(seen)

    def announce_close(self, seen: Step) -> Step:
        """Twenty seconds' notice on every page."""
        self._must_be(seen, (StepState.OPEN,))
        return self.store.move_step(seen, replace(seen, closes_at=self.clock() + NOTICE))

    def close(self, seen: Step) -> Step:
        """Take no more answers and freeze what the round may ever show."""
        self._must_be(seen, (StepState.OPEN,))
        closed = replace(seen, state=StepState.CLOSED, ends_at=None, remaining=None, closes_at=None)
        exercise = self.pack.exercises.get(seen.does)
        if exercise is None:
            return self.store.move_step(seen, closed)
        room, now = self.room, self.clock()
        return self.store.close_round(seen, closed, lambda: freeze(self.store, room, exercise, seen, now))

    def show(self, seen: Step) -> Step:
        self._must_be(seen, (StepState.CLOSED,))
        return self.store.move_step(seen, replace(seen, state=StepState.SHOWN))

    def hide(self, seen: Step) -> Step:
        self._must_be(seen, (StepState.SHOWN,))
        return self.store.move_step(seen, replace(seen, state=StepState.CLOSED))

    def skip(self, seen: Step) -> Step:
        self._must_be(seen, (StepState.WAITING,))
        return self.store.move_step(seen, replace(seen, state=StepState.SKIPPED))

    def next(self, seen: Step) -> Step | None:
        """Close this step where it is open, and open the one after it that waits; None at the end.

        Where that one needs a minimum group first, it is returned unopened: the console asks.
        """
        if seen.state is StepState.OPEN:
            self.close(seen)
        following = next(
            (one for one in self.steps() if one.position > seen.position and one.state is StepState.WAITING),
            None,
        )
        if following is None or self.asks_group(following):
            return following
        return self._open(following)

    def extend(self, seen: Step, seconds: int = EXTENSION_SECONDS) -> Step:
        """More time; an announced closing is taken back with it."""
        self._must_be(seen, (StepState.OPEN,))
        if seen.remaining is not None:
            return self.store.move_step(seen, replace(seen, remaining=seen.remaining + seconds, closes_at=None))
        start = max(seen.ends_at or self.clock(), self.clock())
        return self.store.move_step(seen, replace(seen, ends_at=start + dt.timedelta(seconds=seconds), closes_at=None))

    def pause(self, seen: Step) -> Step:
        self._must_be(seen, (StepState.OPEN,))
        if seen.ends_at is None:
            raise MoveRefused(title=self._title(seen))
        left = max(0, round((seen.ends_at - self.clock()).total_seconds()))
        return self.store.move_step(seen, replace(seen, ends_at=None, remaining=left))

    def resume(self, seen: Step) -> Step:
        self._must_be(seen, (StepState.OPEN,))
        if seen.remaining is None:
            raise MoveRefused(title=self._title(seen))
        return self.store.move_step(
            seen, replace(seen, ends_at=self.clock() + dt.timedelta(seconds=seen.remaining), remaining=None)
        )

    def settle(self, min_group: int) -> Room:
        """Fix the minimum group for good. Raises GroupFixed, GroupTooSmall."""
        if self.room.group_settled:
            raise GroupFixed(min_group=self.room.min_group)
        if min_group < LOWEST_GROUP:
            raise GroupTooSmall(lowest=LOWEST_GROUP, min_group=min_group)
        return self.store.change_room(self._id, min_group=min_group, group_settled=True)

    def end(self) -> Room:
        """Close what is open, and the room for newcomers; everyone keeps their own answers."""
        for step in self.steps():
            if step.state is StepState.OPEN:
                self.close(step)
        return self.store.change_room(self._id, closed=True)

    def finish_due(self) -> None:
        """Close what was announced and is due: any console may, because the one that announced it may be gone."""
        for step in self.steps():
            if step.state is StepState.OPEN and step.closes_at is not None and step.closes_at <= self.clock():
                self.close(step)

    def asks_group(self, step: Step) -> bool:
        """Whether the minimum group must be settled before this step opens."""
        return not self.room.group_settled and shares_figures(self.pack.exercises.get(step.does))

    def _open(self, seen: Step) -> Step:
        if self.room.closed:
            raise RoomClosed(room=self.room.name)
        other = next(
            (one for one in self.steps() if one.state is StepState.OPEN and one.position != seen.position),
            None,
        )
        if other is not None:
            raise OtherStepOpen(title=self._title(other))
        if self.asks_group(seen):
            raise GroupUnsettled(title=self._title(seen))
        minutes = self.pack.agendas[self.room.agenda].steps[seen.position].minutes
        ends = self.clock() + dt.timedelta(minutes=minutes)
        opened = replace(seen, state=StepState.OPEN, round=seen.round + 1, ends_at=ends, remaining=None, closes_at=None)
        return self.store.move_step(seen, opened)

    def _must_be(self, seen: Step, states: tuple[StepState, ...]) -> None:
        if seen.state not in states:
            raise MoveRefused(title=self._title(seen))

    def _title(self, step: Step) -> object:
        return (self.pack.exercises.get(step.does) or self.pack.activities[step.does]).title


def shares_figures(exercise: Exercise | None) -> bool:
    """Whether figures of the group may ever come of this, so that a minimum must be settled first."""
    return exercise is not None and any(part.tier is Tier.GROUP for part in kind_of(exercise).parts(exercise))
