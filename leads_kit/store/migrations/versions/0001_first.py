"""The first store: packs, rooms, seats, steps, responses, releases, changes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def moment(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def room(**kwargs: Any) -> sa.Column[Any]:
    return sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), nullable=False, **kwargs)


def upgrade() -> None:
    op.create_table(
        "packs",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("code", sa.String(12), nullable=False, unique=True),
        sa.Column("host_hash", sa.LargeBinary, nullable=False),
        sa.Column("pack", sa.String(64), sa.ForeignKey("packs.digest"), nullable=False),
        sa.Column("agenda", sa.String(100), nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("min_group", sa.Integer, nullable=False),
        sa.Column("group_settled", sa.Boolean, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        moment("created"),
    )
    op.create_table(
        "seats",
        sa.Column("id", sa.String(32), primary_key=True),
        room(index=True),
        sa.Column("secret_hash", sa.LargeBinary, nullable=False),
        sa.Column("pseudonym", sa.String(100), nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        moment("joined"),
        moment("seen"),
        sa.Column("consent_version", sa.String(50), nullable=False),
        moment("consent_at"),
        sa.Column("left", sa.Boolean, nullable=False),
        sa.UniqueConstraint("room", "secret_hash"),
        sa.UniqueConstraint("room", "pseudonym"),
    )
    op.create_table(
        "steps",
        room(primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("does", sa.String(100), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        moment("ends_at", True),
        sa.Column("remaining", sa.Integer),
        moment("closes_at", True),
    )
    op.create_table(
        "responses",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        room(),
        sa.Column("seat", sa.String(32), sa.ForeignKey("seats.id"), nullable=False),
        sa.Column("exercise", sa.String(100), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("part", sa.String(50), nullable=False),
        sa.Column("tier", sa.String(12), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON),
        sa.Column("sealed", sa.LargeBinary),
        moment("at"),
        sa.UniqueConstraint("room", "seat", "exercise", "round", "part", "n"),
    )
    op.create_index("responses_of_round", "responses", ["room", "exercise", "round", "part"])
    op.create_table(
        "releases",
        room(primary_key=True),
        sa.Column("exercise", sa.String(100), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("body", sa.JSON, nullable=False),
        moment("at"),
    )
    op.create_table(
        "changes",
        room(primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("ref", sa.String(100), nullable=False),
        moment("at"),
    )
