"""The time of an open step: more of it, a pause, the notice before it closes. None of these closes anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from leads_kit.errors import MoveRefused
from leads_kit.model import Pack, Step, StepState
from leads_kit.store import Store

NOTICE = dt.timedelta(seconds=20)
EXTENSION_SECONDS = 60


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Timing:
    """What every move needs, and the moves on an open step's time."""

    def __init__(self, store: Store, room_id: str, pack: Pack, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self.store, self.pack, self.clock = store, pack, clock
        self._id = room_id

    def announce_close(self, seen: Step) -> Step:
        """Twenty seconds' notice on every page. It is a row: whoever sees it due may close."""
        self._must_be(seen, StepState.OPEN)
        return self.store.move_step(seen, replace(seen, closes_at=self.clock() + NOTICE))

    def extend(self, seen: Step, seconds: int = EXTENSION_SECONDS) -> Step:
        """More time; an announced closing is taken back with it."""
        self._must_be(seen, StepState.OPEN)
        if seen.remaining is not None:
            return self.store.move_step(seen, replace(seen, remaining=seen.remaining + seconds, closes_at=None))
        start = max(seen.ends_at or self.clock(), self.clock())
        return self.store.move_step(seen, replace(seen, ends_at=start + dt.timedelta(seconds=seconds), closes_at=None))

    def pause(self, seen: Step) -> Step:
        self._must_be(seen, StepState.OPEN)
        if seen.ends_at is None:
            raise self._refused(seen)
        left = max(0, round((seen.ends_at - self.clock()).total_seconds()))
        return self.store.move_step(seen, replace(seen, ends_at=None, remaining=left))

    def resume(self, seen: Step) -> Step:
        self._must_be(seen, StepState.OPEN)
        if seen.remaining is None:
            raise self._refused(seen)
        ends = self.clock() + dt.timedelta(seconds=seen.remaining)
        return self.store.move_step(seen, replace(seen, ends_at=ends, remaining=None))

    def _must_be(self, seen: Step, *states: StepState) -> None:
        if seen.state not in states:
            raise self._refused(seen)

    def _refused(self, step: Step) -> MoveRefused:
        return MoveRefused(title=self._title(step))

    def _title(self, step: Step) -> object:
        return (self.pack.exercises.get(step.does) or self.pack.activities[step.does]).title
