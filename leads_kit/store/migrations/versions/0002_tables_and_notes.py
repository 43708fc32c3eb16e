"""Tables and joint answers, notes to release one by one, introductions, supplies, and a check that no row has body and seal."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def unnamed_unique() -> str:
    """What each database calls the first store's unnamed constraint; SQLite's has no name, and gets one while it is rebuilt."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    return "uq_responses" if sqlite else "responses_room_seat_exercise_round_part_n_key"


def one_answer(name: str, owner: str, rows: str) -> None:
    columns = ["room", owner, "exercise", "round", "part", "n"]
    where = sa.text(rows)
    op.create_index(name, "responses", columns, unique=True, sqlite_where=where, postgresql_where=where)


def upgrade() -> None:
    op.add_column("rooms", sa.Column("table_size", sa.Integer))
    op.add_column("rooms", sa.Column("supplies", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("seats", sa.Column("table", sa.Integer))
    op.add_column("seats", sa.Column("took_home", sa.DateTime(timezone=True)))
    with op.batch_alter_table("responses", naming_convention={"uq": "uq_%(table_name)s"}) as responses:
        responses.add_column(sa.Column("table", sa.Integer))
        responses.drop_constraint(unnamed_unique(), type_="unique")
        responses.create_check_constraint("body_or_seal", "(body IS NULL) <> (sealed IS NULL)")
    one_answer("one_own_answer", "seat", '"table" IS NULL')
    one_answer("one_joint_answer", "table", '"table" IS NOT NULL')
    op.create_table(
        "notes",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), primary_key=True),
        sa.Column("exercise", sa.String(100), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "interests",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), primary_key=True),
        sa.Column("exercise", sa.String(100), primary_key=True),
        sa.Column("seat", sa.String(32), sa.ForeignKey("seats.id"), primary_key=True),
        sa.Column("other", sa.String(32), sa.ForeignKey("seats.id"), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
