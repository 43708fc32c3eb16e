"""Rooms, their packs and their seats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select, update

from leads_kit.errors import NoSeat, UnknownCode, UnknownRoom
from leads_kit.model import Room, Seat, Step, StepState
from leads_kit.store.rows import Check, Rows, as_room, as_seat, checked, row_of
from leads_kit.store.schema import packs, rooms, seats, steps


class RoomRows(Rows):
    """Rooms and seats."""

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
            checked(check)
            connection.execute(update(rooms).where(rooms.c.id == room_id).values(columns))
        return self.room(room_id)

    def note(self, room_id: str, what: str, ref: str = "") -> None:
        """A change without a row of its own, such as `reached`: somebody's phone got here."""
        with self._changing(room_id, what, ref):
            pass

    def add_seat(self, seat: Seat, check: Check | None = None) -> None:
        with self._changing(seat.room, "seat", seat.id) as connection:
            checked(check)
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

    def change_seats(self, room_id: str, columns: Mapping[str, Mapping[str, Any]], **room: Any) -> None:
        """Set columns of several seats, by seat id, and of their room, in one change."""
        with self._changing(room_id, "seats", room_id) as connection:
            for seat_id, values in columns.items():
                connection.execute(
                    update(seats).where(seats.c.room == room_id, seats.c.id == seat_id).values(dict(values))
                )
            if room:
                connection.execute(update(rooms).where(rooms.c.id == room_id).values(room))

    def touch(self, room_id: str, seat_id: str, at: dt.datetime) -> None:
        """Presence: a time, not a change."""
        with self._writing() as connection:
            connection.execute(update(seats).where(seats.c.room == room_id, seats.c.id == seat_id).values(seen=at))
