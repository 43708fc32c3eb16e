"""Where an answer goes now, and what an attempt needs to know of the room it is made in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from leads_kit.form import Problem
from leads_kit.model import Exercise, Pack, Release, Said, Seat, Step
from leads_kit.room import Meeting
from leads_kit.store import Store

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True)
class Place:
    """Where an answer to one exercise goes now. `guard` is the step that must still be open when a guarded part is saved.

    The answer belongs to the seat, or to its `table` where the table answers together; with `seatless`, a table must be
    taken first.
    """

    round: int
    reached: bool
    writable: bool
    guard: Step | None = None
    step: Step | None = None
    table: int | None = None
    seatless: bool = False


class Delivery(Protocol):
    """One seat in one room, alone or live."""

    @property
    def store(self) -> Store: ...
    @property
    def pack(self) -> Pack: ...
    @property
    def room(self) -> str: ...
    @property
    def seat(self) -> Seat: ...
    @property
    def secret(self) -> bytes: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def alone(self) -> bool: ...

    def exercise(self, exercise_id: str) -> Exercise:
        """An exercise with what this room supplied. Raises UnknownExercise."""
        ...

    def place(self, exercise: Exercise) -> Place:
        """Where an answer goes now."""
        ...

    def release(self, exercise: Exercise) -> Release | None:
        """What this seat may see of the others' answers, if anything has been shown."""
        ...

    def own_notes(self, exercise: Exercise) -> tuple[Said, ...]:
        """What became of the notes in this seat's own answer, once the round has closed."""
        ...

    def meetings(self, exercise: Exercise) -> tuple[Meeting, ...]:
        """Whom this seat could meet over an exercise, once its notes are shown."""
        ...

    def say_interest(self, exercise: Exercise, key: str, yes: bool, name: str) -> None:
        """Say so, take it back, or tell one's first name. Raises NobodyThere."""
        ...

    def min_group(self) -> int:
        """People in a figure at the least."""
        ...


@dataclass(frozen=True)
class Outcome:
    """What became of one save. `saved` is the n that lasts, or None; `theirs` is another device's later answer."""

    saved: int | None
    problems: tuple[Problem, ...] = ()
    theirs: Mapping[str, Any] | None = None
    n: int = 0
