"""A connection to SQLite or PostgreSQL: how it opens, how a transaction begins, and what its failures mean to a person."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from leads_kit.errors import StoreError, StoreUnreachable, StoreUnwritable

BUSY_SECONDS = 10
UNWRITABLE = (
    "disk is full",
    "readonly",
    "read-only",
    "unable to open",
    "disk i/o error",
    "not a database",
    "no space left",
)
WRITING = "leads_write"


def engine_for(where: str) -> Engine:
    """An engine for a path or a URL. Raises StoreUnwritable where no file can be made there."""
    file = _file(where)
    if file is not None:
        return _sqlite(file)
    url = make_url(where)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except (ArgumentError, ModuleNotFoundError) as unknown:
        raise StoreUnreachable(where=shown(where)) from unknown
    return engine


def there(where: str) -> bool:
    """Whether a store's file is there already; a database is asked when it opens."""
    file = _file(where)
    return file is None or file.is_file()


def shown(where: str) -> str:
    """A store's place without its password."""
    return make_url(where).render_as_string(hide_password=True) if "://" in where else where


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn the database's failures into the two that a person can do something about."""
    try:
        yield
    except OperationalError as error:
        raise _meaning(error, where) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise StoreUnreachable(where=shown(where)) from error
        raise _meaning(error, where) from error


def writing(engine: Engine) -> Connection:
    """A connection whose transaction takes the write lock at once, so that it never fails half way for want of it."""
    return engine.connect().execution_options(**{WRITING: True})


@contextmanager
def one_at_a_time(path: Path, seconds: float = BUSY_SECONDS) -> Iterator[None]:
    """Let one process at a time pass, for things made once. The lock is SQLite's: it falls with its holder, however that ends.

    Raises StoreUnreachable after so many seconds, StoreUnwritable.
    """
    _make_private(path)
    with closing(sqlite3.connect(path, timeout=seconds, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreUnreachable(where=str(path)) from error
        yield


def _meaning(error: DBAPIError, where: str) -> StoreError:
    words = str(error.orig).lower()
    if any(sign in words for sign in UNWRITABLE):
        return StoreUnwritable(path=shown(where))
    return StoreUnreachable(where=shown(where))


def _file(where: str) -> Path | None:
    if "://" not in where:
        return Path(where)
    url = make_url(where)
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _sqlite(path: Path) -> Engine:
    path = path.absolute()
    _make_private(path)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_private(path: Path) -> None:
    """Make folder and file for their owner alone; an umask is not to be trusted with people's thoughts."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):
            raise
        raise StoreUnwritable(path=str(path)) from error


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    # SQLAlchemy says BEGIN itself (below), so that reads stay readers and writes take the lock first.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_SECONDS * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
