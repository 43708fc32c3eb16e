"""The version of a store: a new one is made, an older one migrates after a backup, a newer one is refused."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from leads_kit.errors import StoreNewer
from leads_kit.store.engine import shown, writing

HEAD = "0002"
SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, where: str) -> None:
    """Leave the store at HEAD. Raises StoreNewer and touches nothing when a later kit has written it."""
    with engine.connect() as connection:
        found = version(connection)
    if found == HEAD:
        return
    if found is not None and found not in known():
        raise StoreNewer(where=shown(where), found=found, known=HEAD)
    if found is not None:
        _back_up(engine, found)
    _migrate(engine)


def version(connection: Connection) -> str | None:
    """The migration a store stands at; None for an empty one."""
    # Not by an inspector: each page asks this as it opens, and one costs a kernel two megabytes.
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known() -> tuple[str, ...]:
    """All versions this kit can start from, oldest first: migrations are named by them."""
    return tuple(sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("[0-9]*.py")))


def _migrate(engine: Engine) -> None:
    # Alembic takes a while to import, and most openings need none of it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with writing(engine) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _back_up(engine: Engine, found: str) -> None:
    """A copy beside the file, made by SQLite itself so that it is whole. PostgreSQL's own backups are its owner's."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    copy = Path(f"{engine.url.database}.backup-{found}-{stamp}")
    with sqlite3.connect(engine.url.database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    copy.chmod(0o600)
