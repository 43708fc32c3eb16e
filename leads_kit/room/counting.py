"""Who is here and how far they are: all that leaves an open round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from leads_kit.model import Counts, Exercise, Progress, Room, Seat, Step, owner_of
from leads_kit.store import Store

HERE_FOR = dt.timedelta(minutes=2)


def counts(store: Store, room: Room, step: Step | None, now: dt.datetime) -> Counts:
    """Seats taken, people seen in the last two minutes, and how far those are with a step; nothing of what they said."""
    return tally(store, room, step.does if step else "", step.round if step else 0, now)


def tally(store: Store, room: Room, exercise: str, round: int, now: dt.datetime) -> Counts:
    """The same for any round of an exercise."""
    seats = people(store, room)
    present = here(seats, now)
    reached = _reached(store, room, exercise, round) if round else {}
    far = [reached.get(seat.id) or reached.get(owner_of(seat.id, seat.table)) for seat in present]
    started, finished, passed = (far.count(one) for one in (Progress.STARTED, Progress.DONE, Progress.PASSED))
    return Counts(here=len(present), seats=len(seats), started=started, finished=finished, passed=passed)


def here(seats: Iterable[Seat], now: dt.datetime) -> list[Seat]:
    """Those seen in the last two minutes."""
    return [seat for seat in seats if now - seat.seen <= HERE_FOR]


def people(store: Store, room: Room) -> tuple[Seat, ...]:
    """The seats that count. Invented ones are refused in a real room; one put there by hand counts for nothing."""
    return tuple(seat for seat in store.seats(room.id) if not seat.left and (room.demo or not seat.sample))


def _reached(store: Store, room: Room, exercise: str, round: int) -> dict[str, Progress]:
    """How far each owner is. Whoever saved anything has started, even where the mark itself was lost on the way."""
    started = dict.fromkeys(store.answered(room.id, exercise, round), Progress.STARTED)
    return started | store.progress(room.id, exercise, round)


def counted(store: Store, room: Room, exercise: Exercise, round: int) -> frozenset[str]:
    """Owners whose answer counts: seats that are people's, and their tables, without those who would rather not."""
    seats = people(store, room)
    owners = {seat.id for seat in seats} | {owner_of(seat.id, seat.table) for seat in seats}
    progress = store.progress(room.id, exercise.id, round)
    return frozenset(owner for owner in owners if progress.get(owner) is not Progress.PASSED)
