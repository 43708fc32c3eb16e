"""Notice that others wrote, cheaply: one number asked again and again on a connection of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Protocol

from sqlalchemy import Engine, func, select

from leads_kit.errors import StoreUnreachable
from leads_kit.store.engine import told
from leads_kit.store.rows import Change
from leads_kit.store.schema import changes, rooms

RESPONSE = "response"
NEWS = (
    "SELECT seq, what, ref FROM changes WHERE room = ? AND seq > ? AND seq <= ?"
    " AND (what <> ? OR ref IN (SELECT value FROM json_each(?))) ORDER BY seq"
)


class Watch(Protocol):
    """`moved` says whether anything was written since it last was asked; the first time it only looks.

    `news` is the number of a room's last change, and the changes above `seq`; of answers only those of these owners.
    """

    def moved(self) -> bool: ...
    def news(self, room: str, seq: int, answers_of: Collection[str]) -> tuple[int, tuple[Change, ...]]: ...
    def close(self) -> None: ...


class FileWatch:
    """SQLite counts other connections' commits; one connection never sees its own, so this one writes nothing."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._last = self._version()

    def moved(self) -> bool:
        found, last = self._version(), self._last
        self._last = found
        return found != last

    def news(self, room: str, seq: int, answers_of: Collection[str]) -> tuple[int, tuple[Change, ...]]:
        """Without SQLAlchemy: two hundred pages ask this several times a second while a room answers."""
        try:
            (last,) = self._connection.execute("SELECT seq FROM rooms WHERE id = ?", (room,)).fetchone()
            rows = self._connection.execute(NEWS, (room, seq, last, RESPONSE, json.dumps(list(answers_of)))).fetchall()
        except sqlite3.Error as error:
            raise StoreUnreachable(where=self._path) from error
        return last, tuple(Change(*row) for row in rows)

    def close(self) -> None:
        self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


class TableWatch:
    """PostgreSQL: the sum of all rooms' change numbers, which every write raises."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine, self._where = engine, where
        self._last = self._sum()

    def moved(self) -> bool:
        found, last = self._sum(), self._last
        self._last = found
        return found != last

    def news(self, room: str, seq: int, answers_of: Collection[str]) -> tuple[int, tuple[Change, ...]]:
        heard = (changes.c.what != RESPONSE) | changes.c.ref.in_(list(answers_of))
        query = select(changes.c.seq, changes.c.what, changes.c.ref).where(
            changes.c.room == room, changes.c.seq > seq, heard
        )
        with told(self._where), self._engine.connect() as connection:
            last = int(connection.execute(select(rooms.c.seq).where(rooms.c.id == room)).scalar_one())
            rows = connection.execute(query.where(changes.c.seq <= last).order_by(changes.c.seq)).all()
        return last, tuple(Change(*row) for row in rows)

    def close(self) -> None:
        """Nothing is held between two looks."""

    def _sum(self) -> int:
        with told(self._where), self._engine.connect() as connection:
            return int(connection.execute(select(func.coalesce(func.sum(rooms.c.seq), 0))).scalar_one())
