"""Live or alone: which round an answer belongs to, whether it may still be given, and who watches. Chosen once per page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leads_kit.attempt import Clock, Delivery, Place
from leads_kit.errors import NobodyThere
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Release, Room, Said, Seat, Step, StepState, Tier, owner_of
from leads_kit.room import Meeting, exercise_for, meetings, own_notes, say_interest
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

    def exercise(self, exercise_id: str) -> Exercise:
        """As the pack has it: alone, nobody supplies anything."""
        return self.pack.exercises[exercise_id]

    def place(self, exercise: Exercise) -> Place:  # noqa: ARG002 - alone, all exercises are alike
        return Place(round=1, reached=True, writable=True)

    def release(self, exercise: Exercise) -> Release | None:  # noqa: ARG002 - alone, there are no others
        return None

    def own_notes(self, exercise: Exercise) -> tuple[Said, ...]:  # noqa: ARG002 - nothing is ever released
        return ()

    def meetings(self, exercise: Exercise) -> tuple[Meeting, ...]:  # noqa: ARG002 - there is nobody to meet
        return ()

    def say_interest(self, exercise: Exercise, key: str, yes: bool, name: str) -> None:  # noqa: ARG002 - the same
        raise NobodyThere

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

    def exercise(self, exercise_id: str) -> Exercise:
        """With what this room supplied, and what others' notes ask of this seat or its table."""
        return exercise_for(self.store, self._room(), self.pack, exercise_id, self._table(), self.seat.id)

    def place(self, exercise: Exercise) -> Place:
        step = self._step(exercise)
        if step is None or step.round == 0:
            return Place(round=1, reached=False, writable=False, step=step)
        if is_private(exercise):
            return Place(round=step.round, reached=True, writable=True, step=step)
        opened, joint = step.state is StepState.OPEN, kind_of(exercise).unit == "table"
        table = self._table() if joint else None
        seatless = joint and table is None
        writable, guard = opened and not seatless, step if opened else None
        return Place(step.round, True, writable, guard, step, table, seatless)

    def release(self, exercise: Exercise) -> Release | None:
        step = self._step(exercise)
        if step is None or step.state is not StepState.SHOWN:
            return None
        return released(self.store, self._room(), self.pack, exercise.id, step.round, "seat")

    def own_notes(self, exercise: Exercise) -> tuple[Said, ...]:
        place = self.place(exercise)
        owner = owner_of(self.seat.id, place.table)
        return own_notes(self.store, self._room(), exercise.id, place.round, owner)

    def meetings(self, exercise: Exercise) -> tuple[Meeting, ...]:
        if kind_of(exercise).matches is None:
            return ()
        return meetings(self.store, self._room(), exercise, self.place(exercise).round, self.seat.id)

    def say_interest(self, exercise: Exercise, key: str, yes: bool, name: str) -> None:
        round_ = self.place(exercise).round
        say_interest(self.store, self._room(), exercise, round_, self.seat.id, key, yes, name, self.clock())

    def min_group(self) -> int:
        return self._room().min_group

    def _room(self) -> Room:
        return self.store.room(self.room)

    def _table(self) -> int | None:
        """People change tables while their page is open."""
        return self.store.seat(self.room, self.seat.id).table

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
