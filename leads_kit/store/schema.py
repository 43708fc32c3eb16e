"""The tables of a store, as the newest migration leaves them. Times are UTC text on SQLite and timestamptz on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)  # fmt: skip


class Moment(TypeDecorator[dt.datetime]):
    """An aware UTC time; a naive one is refused, because nobody could tell what it meant."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy passes it
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy passes it
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


OWN, JOINT = '"table" IS NULL', '"table" IS NOT NULL'


def only(rows: str) -> dict[str, Any]:
    """The rows that an index covers, for both databases."""
    return {"sqlite_where": text(rows), "postgresql_where": text(rows)}


metadata = MetaData()

packs = Table("packs", metadata, Column("digest", String(64), primary_key=True), Column("json", Text, nullable=False))

rooms = Table(
    "rooms", metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("host_hash", LargeBinary, nullable=False),
    Column("pack", String(64), ForeignKey("packs.digest"), nullable=False),
    Column("agenda", String(100), nullable=False),
    Column("lang", String(2), nullable=False),
    Column("min_group", Integer, nullable=False),
    Column("group_settled", Boolean, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("table_size", Integer),
    Column("supplies", JSON, nullable=False),
)  # fmt: skip

seats = Table(
    "seats", metadata,
    Column("id", String(32), primary_key=True),
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False, index=True),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("pseudonym", String(100), nullable=False),
    Column("lang", String(2), nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("joined", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("consent_version", String(50), nullable=False),
    Column("consent_at", Moment, nullable=False),
    Column("left", Boolean, nullable=False),
    Column("table", Integer),
    Column("took_home", Moment),
    UniqueConstraint("room", "secret_hash"),
    UniqueConstraint("room", "pseudonym"),
)  # fmt: skip

steps = Table(
    "steps", metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("does", String(100), nullable=False),
    Column("state", String(10), nullable=False),
    Column("round", Integer, nullable=False),
    Column("ends_at", Moment),
    Column("remaining", Integer),
    Column("closes_at", Moment),
)  # fmt: skip

responses = Table(
    "responses", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False),
    Column("seat", String(32), ForeignKey("seats.id"), nullable=False),
    Column("exercise", String(100), nullable=False),
    Column("round", Integer, nullable=False),
    Column("part", String(50), nullable=False),
    Column("tier", String(12), nullable=False),
    Column("n", Integer, nullable=False),
    Column("body", JSON(none_as_null=False)),
    Column("sealed", LargeBinary),
    Column("at", Moment, nullable=False),
    Column("table", Integer),
    CheckConstraint("(body IS NULL) <> (sealed IS NULL)", name="body_or_seal"),
    Index("responses_of_round", "room", "exercise", "round", "part"),
    # One n for each owner: the seat, or the table that answers together.
    Index("one_own_answer", "room", "seat", "exercise", "round", "part", "n", unique=True, **only(OWN)),
    Index("one_joint_answer", "room", "table", "exercise", "round", "part", "n", unique=True, **only(JOINT)),
)  # fmt: skip

releases = Table(
    "releases", metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("exercise", String(100), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("body", JSON, nullable=False),
    Column("at", Moment, nullable=False),
)  # fmt: skip

notes = Table(
    "notes", metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("exercise", String(100), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("at", Moment, nullable=False),
)  # fmt: skip

interests = Table(
    "interests", metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("exercise", String(100), primary_key=True),
    Column("seat", String(32), ForeignKey("seats.id"), primary_key=True),
    Column("other", String(32), ForeignKey("seats.id"), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("at", Moment, nullable=False),
)  # fmt: skip

changes = Table(
    "changes", metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("what", String(20), nullable=False),
    Column("ref", String(100), nullable=False),
    Column("at", Moment, nullable=False),
)  # fmt: skip
