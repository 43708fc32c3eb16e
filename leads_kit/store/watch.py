"""Notice that others wrote, cheaply: one number asked again and again on a connection of its own."""

from __future__ import annotations

import sqlite3
from typing import Protocol

from sqlalchemy import Engine, func, select

from leads_kit.store.engine import told
from leads_kit.store.schema import rooms


class Watch(Protocol):
    """`moved` says whether anything was written since it last was asked; the first time it only looks."""

    def moved(self) -> bool: ...
    def close(self) -> None: ...


class FileWatch:
    """SQLite counts other connections' commits; one connection never sees its own, so this one writes nothing."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._last = self._version()

    def moved(self) -> bool:
        found, last = self._version(), self._last
        self._last = found
        return found != last

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

    def close(self) -> None:
        """Nothing is held between two looks."""

    def _sum(self) -> int:
        with told(self._where), self._engine.connect() as connection:
            return int(connection.execute(select(func.coalesce(func.sum(rooms.c.seq), 0))).scalar_one())
