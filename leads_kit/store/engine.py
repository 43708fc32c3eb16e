"""A connection to SQLite or PostgreSQL: how it opens, how a transaction begins, and what its failures mean to a person."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from leads_kit.errors import StoreError, StoreUnreachable, StoreUnwritable

BUSY_SECONDS = 10
# SQLite: readonly, I/O, corrupt, full, cannot open, no permission, no large files, not a database (sqlite.org/rescode.html).
UNWRITABLE_CODES = frozenset({3, 8, 10, 11, 13, 14, 22, 23, 26})
BUSY_CODES = frozenset({5, 6, 15})
# PostgreSQL: disk full, read-only transaction, insufficient privilege, I/O error (its Appendix A).
UNWRITABLE_STATES = frozenset({"53100", "25006", "42501", "58030"})
WRITING = "leads_write"
SECRET_SETTINGS = ("password", "sslpassword")


def place_of(where: str) -> str:
    """A path made absolute, so that a process elsewhere finds the same file; a database's URL as it is.

    Raises StoreUnreachable for a URL that is none.
    """
    if "://" not in where:
        return str(Path(where).absolute())
    url = _url(where)
    return str(Path(url.database or "").absolute()) if url.get_backend_name() == "sqlite" else where


def engine_for(place: str) -> Engine:
    """An engine for a `place_of`. Raises StoreUnwritable where no file can be made, StoreUnreachable for an unknown URL."""
    if "://" not in place:
        return _sqlite(Path(place))
    url = _url(place)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    patience = {} if "connect_timeout" in url.query else {"connect_timeout": BUSY_SECONDS}
    try:
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=patience)
    except (ArgumentError, ModuleNotFoundError) as unknown:
        raise StoreUnreachable(where=shown(place)) from unknown


def shown(where: str) -> str:
    """A store's place without its password."""
    if "://" not in where:
        return where
    try:
        return make_url(where).difference_update_query(SECRET_SETTINGS).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return re.sub(r"://.*@", "://***@", where)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn the database's failures into the two that a person can do something about; others are mistakes of ours."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, PoolTimeout) as error:
        meaning = _meaning(error, where)
        if meaning is None:
            raise
        raise meaning from error


def writing(engine: Engine) -> Connection:
    """A connection whose transaction takes the write lock at once, so that it never fails half way for want of it."""
    return engine.connect().execution_options(**{WRITING: True})


def _meaning(error: Exception, where: str) -> StoreError | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        unwritable, silent = code in UNWRITABLE_CODES, code in BUSY_CODES
    else:
        unwritable = getattr(cause, "sqlstate", None) in UNWRITABLE_STATES
        silent = isinstance(error, OperationalError | InterfaceError | PoolTimeout) or (
            isinstance(error, DBAPIError) and error.connection_invalidated
        )
    if unwritable:
        return StoreUnwritable(path=shown(where))
    return StoreUnreachable(where=shown(where)) if silent else None


def _url(where: str) -> URL:
    try:
        return make_url(where)
    except (ArgumentError, ValueError) as unreadable:
        # Without its cause: that one may quote the password.
        raise StoreUnreachable(where=shown(where)) from (unreadable if "@" not in where else None)


def _sqlite(path: Path) -> Engine:
    _make_private(path)
    # Statements are told without their values: those are what people said.
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True
    )
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
    # The timeout first: even asking for WAL may have to wait for somebody.
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
