"""Rooms, their packs, seats and steps. Steps move by compare-and-set, so that two consoles cannot skip one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from leads_kit.errors import NoSeat, StepMoved, UnknownCode, UnknownRoom
from leads_kit.model import Room, Seat, Step, StepState
from leads_kit.store.rows import Rows, as_room, as_seat, as_step, row_of
from leads_kit.store.schema import packs, releases, rooms, seats, steps

# Called inside a transaction with the room's writers waiting: what it raises undoes the change.
Check = Callable[[], None]
COMPARED = ("state", "round", "ends_at", "remaining", "closes_at")


class RoomRows(Rows):
    """Rooms, seats and steps."""

    # ---- rooms ----

    def add_room(self, room: Room, pack_json: str, does: Sequence[str]) -> None:
        """A new room with its copy of the pack and its steps, all waiting, round 0."""
        with self._writing() as connection:
            if not connection.execute(select(packs.c.digest).where(packs.c.digest == room.pack)).first():
                connection.execute(insert(packs).values(digest=room.pack, json=pack_json))
            connection.execute(insert(rooms).values(row_of(room)))
            made = [Step(room.id, position, one, StepState.WAITING, 0) for position, one in enumerate(does)]
            if made:
                connection.execute(insert(steps), [row_of(step) for step in made])

    def room(self, room_id: str) -> Room:
        """Raises UnknownRoom."""
        row = self._one(select(rooms).where(rooms.c.id == room_id))
        if row is None:
            raise UnknownRoom(room=room_id)
        return as_room(row)

    def room_by_code(self, code: str) -> Room:
        """Raises UnknownCode."""
        row = self._one(select(rooms).where(rooms.c.code == code))
        if row is None:
            raise UnknownCode(code=code)
        return as_room(row)

    def room_by_name(self, name: str) -> Room | None:
        row = self._one(select(rooms).where(rooms.c.name == name))
        return as_room(row) if row else None

    def room_by_host(self, host_hash: bytes) -> Room | None:
        row = self._one(select(rooms).where(rooms.c.host_hash == host_hash))
        return as_room(row) if row else None

    def rooms(self) -> tuple[Room, ...]:
        return tuple(as_room(row) for row in self._all(select(rooms).order_by(rooms.c.created)))

    def pack_json(self, room_id: str) -> str:
        """The copy of the pack that a room opened with."""
        row = self._one(select(packs.c.json).join(rooms, rooms.c.pack == packs.c.digest).where(rooms.c.id == room_id))
        if row is None:
            raise UnknownRoom(room=room_id)
        return str(row["json"])

    def change_room(self, room_id: str, check: Check | None = None, **columns: Any) -> Room:
        """Set columns of a room, for instance `min_group`, `group_settled`, `closed`, `host_hash`."""
        with self._changing(room_id, "room", room_id) as connection:
            _pass(check)
            connection.execute(update(rooms).where(rooms.c.id == room_id).values(columns))
        return self.room(room_id)

    def note(self, room_id: str, what: str, ref: str = "") -> None:
        """A change without a row of its own, such as `reached`: somebody's phone got here."""
        with self._changing(room_id, what, ref):
            pass

    # ---- seats ----

    def add_seat(self, seat: Seat, check: Check | None = None) -> None:
        with self._changing(seat.room, "seat", seat.id) as connection:
            _pass(check)
            connection.execute(insert(seats).values(row_of(seat)))

    def seat(self, room_id: str, seat_id: str) -> Seat:
        """Raises NoSeat."""
        row = self._one(select(seats).where(seats.c.room == room_id, seats.c.id == seat_id))
        if row is None:
            raise NoSeat
        return as_seat(row)

    def seat_by_hash(self, room_id: str, secret_hash: bytes) -> Seat | None:
        row = self._one(select(seats).where(seats.c.room == room_id, seats.c.secret_hash == secret_hash))
        return as_seat(row) if row else None

    def seats(self, room_id: str) -> tuple[Seat, ...]:
        return tuple(
            as_seat(row) for row in self._all(select(seats).where(seats.c.room == room_id).order_by(seats.c.joined))
        )

    def change_seat(self, room_id: str, seat_id: str, **columns: Any) -> Seat:
        with self._changing(room_id, "seat", seat_id) as connection:
            connection.execute(update(seats).where(seats.c.room == room_id, seats.c.id == seat_id).values(columns))
        return self.seat(room_id, seat_id)

    def touch(self, room_id: str, seat_id: str, at: dt.datetime) -> None:
        """Presence: a time, not a change."""
        with self._writing() as connection:
            connection.execute(update(seats).where(seats.c.room == room_id, seats.c.id == seat_id).values(seen=at))

    # ---- steps ----

    def steps(self, room_id: str) -> tuple[Step, ...]:
        return tuple(
            as_step(row) for row in self._all(select(steps).where(steps.c.room == room_id).order_by(steps.c.position))
        )

    def move_step(self, old: Step, new: Step, check: Check | None = None) -> Step:
        """Change a step that still is as it was seen. Raises StepMoved when another console was first."""
        with self._changing(old.room, "step", old.position) as connection:
            _pass(check)
            _move(connection, old, new)
        return new

    def close_round(self, old: Step, new: Step, freeze: Callable[[], Mapping[str, Any]]) -> Step:
        """Close a step and keep what `freeze` says of its round, in one transaction.

        `freeze` is called with the room's writers waiting: every answer that was accepted is in what it reads.
        """
        with self._changing(old.room, "step", old.position) as connection:
            _move(connection, old, new)
            body = dict(freeze())
            row = {
                "room": old.room,
                "exercise": old.does,
                "round": old.round,
                "body": body,
                "at": dt.datetime.now(dt.UTC),
            }
            connection.execute(insert(releases).values(row))
        return new

    def release(self, room_id: str, exercise: str, round: int) -> Mapping[str, Any] | None:
        """The frozen release of one round, as room.py wrote it."""
        where = (releases.c.room == room_id, releases.c.exercise == exercise, releases.c.round == round)
        row = self._one(select(releases.c.body).where(*where))
        return row["body"] if row else None

    def releases(self, room_id: str, exercise: str) -> tuple[tuple[int, Mapping[str, Any]], ...]:
        """`(round, frozen release)`, oldest first."""
        query = (
            select(releases)
            .where(releases.c.room == room_id, releases.c.exercise == exercise)
            .order_by(releases.c.round)
        )
        return tuple((row["round"], row["body"]) for row in self._all(query))


def _pass(check: Check | None) -> None:
    if check is not None:
        check()


def _move(connection: Connection, old: Step, new: Step) -> None:
    seen = row_of(old)
    same = [
        steps.c[column].is_(None) if seen[column] is None else steps.c[column] == seen[column] for column in COMPARED
    ]
    values = {column: row_of(new)[column] for column in COMPARED}
    moved = update(steps).where(steps.c.room == old.room, steps.c.position == old.position, *same).values(values)
    if connection.execute(moved).rowcount != 1:
        raise StepMoved(position=old.position)
