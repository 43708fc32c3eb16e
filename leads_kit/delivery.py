"""Live or alone: which round an answer belongs to, whether it may still be given, and who watches. Chosen once per page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leads_kit.attempt import Clock, Delivery, Place
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Release, Room, Seat, Step, StepState, Tier
from leads_kit.room import release as released
from leads_kit.store import Store

__all__ = ["Clock", "Delivery", "Live", "SelfPaced", "is_private", "utc_now"]


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class SelfPaced:
    """Alone on one's own computer: everything is open, nothing is shared, one round for ever."""

    store: Store
    pack: Pack
    room: str
    seat: Seat
    secret: bytes
    clock: Clock = utc_now
    alone: bool = True

    def place(self, exercise: Exercise) -> Place:  # noqa: ARG002 - alone, all exercises are alike
        return Place(round=1, reached=True, writable=True)

    def release(self, exercise: Exercise) -> Release | None:  # noqa: ARG002 - alone, there are no others
        return None

    def min_group(self) -> int:
        return self.pack.client.min_group


@dataclass(frozen=True)
class Live:
    """In a room: the facilitator's steps decide, except that a private exercise once reached stays open to its owner."""

    store: Store
    pack: Pack
    room: str
    seat: Seat
    secret: bytes
    clock: Clock = utc_now
    alone: bool = False

    def place(self, exercise: Exercise) -> Place:
        step = self._step(exercise)
        if step is None or step.round == 0:
            return Place(round=1, reached=False, writable=False, step=step)
        if is_private(exercise):
            return Place(round=step.round, reached=True, writable=True, step=step)
        opened = step.state is StepState.OPEN
        return Place(round=step.round, reached=True, writable=opened, guard=step if opened else None, step=step)

    def release(self, exercise: Exercise) -> Release | None:
        step = self._step(exercise)
        if step is None or step.state is not StepState.SHOWN:
            return None
        return released(self.store, self.store.room(self.room), self.pack, exercise.id, step.round, "seat")

    def min_group(self) -> int:
        return self._room().min_group

    def _room(self) -> Room:
        return self.store.room(self.room)

    def _step(self, exercise: Exercise) -> Step | None:
        """The step an answer belongs to: the open one, else the one last reached, else the first on the agenda."""
        steps = [step for step in self.store.steps(self.room) if step.does == exercise.id]
        return max(
            steps,
            key=lambda step: (step.state is StepState.OPEN, step.round, -step.position),
            default=None,
        )


def is_private(exercise: Exercise) -> bool:
    """Whether everything typed into this exercise stays with its author (offered parts are separate and ticked)."""
    parts = kind_of(exercise).parts(exercise)
    return all(part.tier is Tier.PRIVATE for part in parts if not part.offered)
