"""Between rows and nouns, and the one way to write: a transaction with its numbered change row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.engine import RowMapping

from leads_kit.errors import UnknownRoom
from leads_kit.model import Room, Seat, Step, StepState
from leads_kit.store.engine import told, writing
from leads_kit.store.schema import changes, rooms

# Called inside a transaction with the room's writers waiting: what it raises undoes the change.
Check = Callable[[], None]


@dataclass(frozen=True)
class Change:
    """`what` is room, seat, seats, step, response, note, interest or reached; `ref` the owner, the step's position, …"""

    seq: int
    what: str
    ref: str


class Rows:
    """What all parts of the store share: an engine, reading, writing."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine, self.where = engine, where

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.where), writing(self._engine) as connection, connection.begin():
            yield connection

    @contextmanager
    def _changing(self, room: str, what: str, ref: str | int) -> Iterator[Connection]:
        """A transaction that begins by taking the room's next number: it also puts the room's writers in a row."""
        with self._writing() as connection:
            numbered = update(rooms).where(rooms.c.id == room).values(seq=rooms.c.seq + 1).returning(rooms.c.seq)
            seq = connection.execute(numbered).scalar()
            if seq is None:
                raise UnknownRoom(room=room)
            row = {"room": room, "seq": seq, "what": what, "ref": str(ref), "at": dt.datetime.now(dt.UTC)}
            connection.execute(insert(changes).values(row))
            yield connection

    def _one(self, query: Any) -> RowMapping | None:
        with self._reading() as connection:
            return connection.execute(query).mappings().first()

    def _all(self, query: Any) -> list[RowMapping]:
        with self._reading() as connection:
            return list(connection.execute(query).mappings())

    def changes_since(self, room: str, seq: int) -> tuple[Change, ...]:
        """Changes numbered above `seq`, in order."""
        query = select(changes).where(changes.c.room == room, changes.c.seq > seq).order_by(changes.c.seq)
        return tuple(Change(row["seq"], row["what"], row["ref"]) for row in self._all(query))

    def has_been(self, room: str, what: str) -> bool:
        """Whether there ever was a change of this sort."""
        here = (changes.c.room == room, changes.c.what == what)
        return self._one(select(changes.c.seq).where(*here).limit(1)) is not None

    def seq(self, room: str) -> int:
        """The number of the room's last change."""
        row = self._one(select(rooms.c.seq).where(rooms.c.id == room))
        if row is None:
            raise UnknownRoom(room=room)
        return int(row["seq"])


def checked(check: Check | None) -> None:
    """Ask what may be asked only inside the transaction."""
    if check is not None:
        check()


def as_room(row: RowMapping) -> Room:
    return Room(**row)


def as_seat(row: RowMapping) -> Seat:
    return Seat(**row)


def as_step(row: RowMapping) -> Step:
    return Step(**{**row, "state": StepState(row["state"])})


def row_of(noun: Any) -> dict[str, Any]:
    """A noun as the values of its row; states and tiers are their words."""
    return {key: value.value if isinstance(value, StepState) else value for key, value in asdict(noun).items()}
